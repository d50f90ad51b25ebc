"""The preview: the real pages, renewed after each change, with choices and checks beside them."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.services.paper.handing_out import HandingOut
from ptbuilder.services.paper.note_reading import reader_of
from ptbuilder.services.paper.previewing import Previewed, checks_of, preview
from ptbuilder.services.paper.sheet_checks import Asked, SheetCheck
from ptbuilder.services.paper.sheet_texts import Place
from ptbuilder.services.patients.reception import Reception
from ptbuilder.ui.desk_signals import DeskSignals
from ptbuilder.ui.labels import language
from ptbuilder.ui.preview.head import PreviewHead
from ptbuilder.ui.preview.page_view import PAGE_WIDTH, SAME_SIZE, PageView
from ptbuilder.ui.preview.side_column import SideColumn
from ptbuilder.ui.tasks import TaskRunner
from ptbuilder.ui.theme import Theme
from ptbuilder.ui.widgets.notice import NoticeLine
from ptbuilder.ui.widgets.themed import Ground

RENEW_MS = 0
"""A timer without time comes after what is posted: after the paint of the change itself, and after its save."""
SIDE = 288
"""Width of the column with choices and checks at 100 % text."""
LEAST_FOR_BOTH = 720
"""Below this width the pages and the column take turns."""


class PreviewPane(Ground):
    """Shows the sheet of the work at hand while it can be seen; the old pages stay until the new ones are there.

    ``reception`` and ``handing_out`` come by ``open`` once the library is read. ``exercise_chosen`` carries the prescription
    that was clicked on the page, ``place_asked`` a place of the window where something can be mended. ``shown`` is sent after
    each renewal.
    """

    exercise_chosen = Signal(str)
    place_asked = Signal(object)
    shown = Signal()

    def __init__(
        self, desk_signals: DeskSignals, tasks: TaskRunner, theme: Theme, *, renew_ms: int = RENEW_MS, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "window", parent=parent)
        self.setObjectName("preview_pane")
        self.setAccessibleName(self.tr("Preview"))
        self._desk_signals = desk_signals
        self._tasks = tasks
        # A worker of its own: the reading formulas take a second to load, and pictures must not wait for them.
        self._checking = TaskRunner(self)
        self._reception: Reception | None = None
        self._handing_out: HandingOut | None = None
        self._shown: Previewed | None = None
        self._wanted = 0
        self._is_drawing = self._is_stale = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(renew_ms)
        self.view = PageView(theme)
        self.side = SideColumn(desk_signals, theme)
        self.options, self.checks, self.completeness = self.side.options, self.side.checks, self.side.completeness
        self.head = PreviewHead(theme)
        self.problem = NoticeLine(theme, "warn")
        self.problem.hide()
        self._lay_out()
        self._connect()

    # ---- what it does -----------------------------------------------------------------------------------------------

    @property
    def previewed(self) -> Previewed | None:
        """The document that is shown, or None before the first."""
        return self._shown

    def open(self, reception: Reception, handing_out: HandingOut) -> None:
        """Take what makes the sheet; the library is read now."""
        self._reception, self._handing_out = reception, handing_out
        self.renew_soon()

    def show_exercise(self, identifier: str) -> None:
        """Scroll to a prescription and mark it."""
        self.view.show_exercise(identifier)

    @property
    def is_idle(self) -> bool:
        """Whether what is shown is what stands on the desk, with its checks."""
        return not (self._is_drawing or self._timer.isActive()) and self._checking.is_idle

    def renew_soon(self) -> None:
        """Renew once the change itself is painted; what changes while pages are drawn is shown with the next ones."""
        if self._is_drawing:
            self._is_stale = True
        elif self.isVisible():
            self._timer.start()

    def renew(self) -> None:
        """Make the pages anew on the worker."""
        self._is_stale = False
        self._timer.stop()
        if self._reception is None or self._handing_out is None or not self._desk_signals.is_open:
            return
        desk = self._desk_signals.desk
        if desk.outcome.stop is not None or not desk.rows:
            return
        self._wanted += 1
        number, handing_out, before = self._wanted, self._handing_out, self._shown
        sheet, scale = self._reception.sheet(), self._pixel_scale()
        self.head.meter.show_counts(*self.side.show_report(sheet, desk.work))
        self._is_drawing = True
        self._tasks.run(
            self,
            lambda: preview(handing_out, sheet, scale, before),
            lambda answer: self._on_previewed(number, answer),
            lambda error: self._on_failed(number, error),
        )

    # ---- Qt ---------------------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed meanwhile."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._renew_if_seen)

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while nobody looks."""
        super().hideEvent(event)
        self._timer.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let pages and column take turns where there is little room."""
        super().resizeEvent(event)
        self._show_parts()

    # ---- building ---------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.problem)
        middle.addWidget(self.view, 1)
        row = self._row = QHBoxLayout()
        row.setSpacing(0)
        row.addLayout(middle, 1)
        row.addWidget(self.side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addLayout(row, 1)
        self._show_parts()

    def _connect(self) -> None:
        self._desk_signals.changed.connect(self.renew_soon)
        self._timer.timeout.connect(self.renew)
        self.view.exercise_chosen.connect(self.exercise_chosen)
        self.view.page_changed.connect(lambda _page: self._show_page_number())
        self.view.zoom_changed.connect(self.renew_soon)
        self.head.zoom_chosen.connect(self.view.set_zoom)
        self.head.page_asked.connect(lambda step: self.view.show_page(self.view.page + step))
        self.head.side_asked.connect(self._show_parts)
        self.head.completeness_asked.connect(self._on_completeness_asked)
        self.side.completeness_closed.connect(self._on_completeness_closed)
        self.checks.mend_asked.connect(self._on_mend_asked)
        self.completeness.place_asked.connect(self._go_to)
        self.theme.changed.connect(self._show_parts)

    # ---- inside -----------------------------------------------------------------------------------------------------

    def _renew_if_seen(self) -> None:
        if self.isVisible():
            self._timer.stop()
            self.renew()

    def _pixel_scale(self) -> float:
        """Pixels a point; as before where that is as good, so that pages need not be drawn again for a rounded pixel."""
        scale = min(self.view.scale * self.devicePixelRatioF(), 4.0)
        before = self._shown.scale if self._shown is not None else 0.0
        return before if abs(scale - before) * PAGE_WIDTH < SAME_SIZE else scale

    def _on_previewed(self, number: int, answer: Previewed) -> None:
        if not self._is_latest(number):
            return
        self._shown = answer
        self.problem.hide()
        self.view.show_pages(answer.pages, answer.scale, answer.handout.placements)
        self._show_page_number()
        self.shown.emit()
        if self._timer.isActive():
            return  # sharper or newer pages come first; the checks follow those
        asked = self._asked()
        self._checking.run(self, lambda: checks_of(answer, asked), self._on_checked)

    def _is_latest(self, number: int) -> bool:
        """Whether the answer is the one waited for; what changed meanwhile is begun with the next turn."""
        if number != self._wanted:
            return False
        self._is_drawing = False
        if self._is_stale and self.isVisible():
            self._timer.start()
        return True

    def _asked(self) -> Asked:
        desk = self._desk_signals.desk
        return Asked(
            open_questions=len(desk.open_questions),
            limits=desk.outcome.limits,
            minutes_a_day=desk.work.assessment.minutes_a_day,
            reader=reader_of(desk.work, desk.therapist),
            language=language(),
        )

    def _on_checked(self, checks: tuple[SheetCheck, ...]) -> None:
        self.checks.show_checks(checks)
        self.head.show_open(sum(check.state == "open" for check in checks))

    def _on_failed(self, number: int, error: Exception) -> None:
        """What cannot be printed even when it is fitted is said above the old pages; anything else is a mistake of the program."""
        self._is_latest(number)
        if not isinstance(error, PTBuilderError):
            raise error
        self.problem.show_line("warn", str(error))
        self.problem.show()
        self.shown.emit()

    def _on_mend_asked(self, check: SheetCheck) -> None:
        self._go_to(check.place)

    def _go_to(self, place: Place) -> None:
        """Exercises, pages and the layout are shown here, any other place is the window's to open."""
        if place.kind == "exercise":
            self._show_pages()
            self.view.show_exercise(place.subject)
            self.exercise_chosen.emit(place.subject)
        elif place.kind == "page":
            self._show_pages()
            self.view.show_page(int(place.subject))
        elif place.kind == "layout":
            self.side.show_options()
        else:
            self.place_asked.emit(place)

    def _show_pages(self) -> None:
        """Back to the pages where the column has taken their place."""
        if self.head.is_side_wanted:
            self.head.leave_side()

    def _on_completeness_asked(self, wanted: bool) -> None:
        self.side.show_completeness(wanted)
        if wanted:
            self.head.want_side()
            self.completeness.focus_first()

    def _on_completeness_closed(self) -> None:
        self.head.meter.setChecked(False)
        self.head.meter.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_page_number(self) -> None:
        self.head.show_page(self.view.page, self.view.pages)

    def _show_parts(self) -> None:
        has_room = self.width() >= self.theme.wide(LEAST_FOR_BOTH)
        self.head.set_side_offered(not has_room)
        side_only = not has_room and self.head.is_side_wanted
        self.side.setVisible(has_room or side_only)
        self.view.setVisible(not side_only)
        self._row.setStretch(0, 0 if side_only else 1)
        self._row.setStretch(1, 1 if side_only else 0)
        if has_room:
            self.side.setFixedWidth(self.theme.wide(SIDE))
        else:
            self.side.setMinimumWidth(0)
            self.side.setMaximumWidth(16_777_215)
