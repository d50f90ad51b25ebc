"""The referral note as it will be printed, while a danger sign stands."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.domain.handout import Handout
from ptbuilder.domain.image import RasterImage
from ptbuilder.services.paper.handing_out import HandingOut
from ptbuilder.services.patients.reception import Reception
from ptbuilder.ui.desk_signals import DeskSignals
from ptbuilder.ui.preview.page_view import PageView
from ptbuilder.ui.tasks import TaskRunner
from ptbuilder.ui.theme import Theme
from ptbuilder.ui.widgets.notice import NoticeLine
from ptbuilder.ui.widgets.themed import Ground

RENEW_MS = 150


class ReferralPane(Ground):
    """Renewed after each change while it can be seen; ``shown`` follows each renewal."""

    shown = Signal()

    def __init__(
        self,
        desk_signals: DeskSignals,
        reception: Reception,
        handing_out: HandingOut,
        tasks: TaskRunner,
        theme: Theme,
        *,
        renew_ms: int = RENEW_MS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "window", parent=parent)
        self.setObjectName("referral_pane")
        self.setAccessibleName(self.tr("Referral note"))
        self._desk_signals = desk_signals
        self._reception = reception
        self._handing_out = handing_out
        self._tasks = tasks
        self._wanted = 0
        self.handout: Handout | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(renew_ms)
        self.view = PageView(theme)
        self.problem = NoticeLine(theme, "warn")
        self.problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.problem)
        column.addWidget(self.view, 1)
        desk_signals.changed.connect(self._on_changed)
        self.view.zoom_changed.connect(self._on_changed)
        self._timer.timeout.connect(self.renew)

    def focus_first(self) -> None:
        """Put the focus into the pages, so that arrows scroll them."""
        self.view.setFocus()

    def renew(self) -> None:
        """Make the note anew on the worker; nothing happens where no stop stands."""
        desk = self._desk_signals.desk
        if desk.outcome.stop is None or not self.isVisible():
            return
        self._wanted += 1
        number, work, clinic, seen = self._wanted, desk.work, self._reception.clinic, desk.now
        handing_out, scale = self._handing_out, min(self.view.scale * self.devicePixelRatioF(), 4.0)

        def make() -> tuple[Handout, list[RasterImage]]:
            note = handing_out.referral(work, clinic, seen)
            return note, handing_out.pages(note.pdf, scale)

        self._tasks.run(self, make, lambda made: self._show(number, made[0], made[1], scale), self._on_failed)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed meanwhile."""
        super().showEvent(event)
        self._timer.start()

    def _show(self, number: int, note: Handout, pages: list[RasterImage], scale: float) -> None:
        if number == self._wanted:
            self.handout = note
            self.problem.hide()
            self.view.show_pages(pages, scale, ())
            self.shown.emit()

    def _on_changed(self) -> None:
        if self.isVisible():
            self._timer.start()

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, PTBuilderError):
            raise error
        self.problem.show_line("warn", str(error))
        self.problem.show()
        self.shown.emit()
