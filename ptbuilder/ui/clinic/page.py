"""The clinic's page: what stands on every sheet, how this computer looks, and that no data is lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from ptbuilder.domain.clinic import Clinic
from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.services.lock.clinic_lock import ClinicLock
from ptbuilder.services.patients.records import Records
from ptbuilder.services.patients.recovery import Safekeeping
from ptbuilder.ui.clinic.data_safety import DataSafety
from ptbuilder.ui.clinic.figures import Figures
from ptbuilder.ui.clinic.letterhead import Letterhead
from ptbuilder.ui.clinic.lock_card import LockCard
from ptbuilder.ui.clinic.look import Look
from ptbuilder.ui.desk_signals import DeskSignals
from ptbuilder.ui.preferences import LETTERS, MOVING, Preferences
from ptbuilder.ui.theme import EDGE, GROUP, Theme
from ptbuilder.ui.widgets.text import TextLabel
from ptbuilder.ui.widgets.themed import Ground

TWO_COLUMNS = 980
"""From this width on (at 100 % text) letterhead and the rest stand side by side."""


class ClinicPage(QWidget):
    """``sheet_asked`` and ``restore_asked`` are answered by whoever holds the store; ``refused`` carries a sentence."""

    sheet_asked = Signal()
    restore_asked = Signal(object)
    refused = Signal(str)
    letters_chosen = Signal(bool)

    def __init__(
        self,
        desk_signals: DeskSignals,
        records: Records,
        safekeeping: Safekeeping,
        lock: ClinicLock,
        is_sheet_wanted: Callable[[], bool],
        preferences: Preferences,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("clinic_page")
        self.theme = theme
        self._desk = desk_signals.desk
        self._records = records
        self._safekeeping = safekeeping
        self._is_sheet_wanted = is_sheet_wanted
        self._preferences = preferences
        self.letterhead = Letterhead(theme)
        self.look = Look(theme, letters=preferences.get(LETTERS, "on") == "on", moving=preferences.get(MOVING, "on") == "on")
        self.figures = Figures(theme)
        self.lock = LockCard(theme, lock)
        self.safety = DataSafety(theme)
        self.footer_end = TextLabel(theme, self.tr("Everything here is kept at once."), "caption", "ink_2")
        self.footer_end.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._scroll = QScrollArea()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self._connect()
        self.refresh()

    def focus_first(self) -> None:
        """Put the cursor into the first field that is still empty."""
        empty = next((f for f in ("name", "phone", "therapist") if not self.letterhead.field(f).text()), "name")
        self.letterhead.field(empty).setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_part(self, part: str) -> None:
        """Put the cursor into one part of the letterhead, such as ``phone``."""
        self.letterhead.field(part).setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_lock(self) -> None:
        """Bring the lock into view, with the cursor where a PIN is typed."""
        self.lock.focus_first()

    def refresh(self) -> None:
        """Show the letterhead and the backups as they are now."""
        self._show_clinic()
        is_sheet_wanted = self._is_sheet_wanted()
        self.lock.show_state(is_sheet_wanted=is_sheet_wanted)
        self.safety.show_state(self._safekeeping.backups(), self._desk.today, is_sheet_wanted=is_sheet_wanted)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with backups made meanwhile."""
        super().showEvent(event)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column where there is little room."""
        super().resizeEvent(event)
        wide = self.width() >= self.theme.wide(TWO_COLUMNS)
        self._columns.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

    def _lay_out(self) -> None:
        ground = Ground(self.theme, "window")
        column = QVBoxLayout(ground)
        column.setContentsMargins(GROUP, EDGE, GROUP, GROUP)
        column.setSpacing(EDGE)
        column.addWidget(TextLabel(self.theme, self.tr("Clinic"), "heading"))
        self._columns.setSpacing(EDGE)
        right = QVBoxLayout()
        right.setSpacing(EDGE)
        right.addWidget(self.figures)
        right.addWidget(self.look)
        right.addWidget(self.safety)
        right.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(EDGE)
        left.addWidget(self.letterhead)
        left.addWidget(self.lock)
        left.addStretch(1)
        self._columns.addLayout(left, 1)
        self._columns.addLayout(right, 1)
        column.addLayout(self._columns)
        column.addStretch(1)
        scroll = self._scroll
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(ground)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def _connect(self) -> None:
        self.letterhead.changed.connect(self._on_clinic_changed)
        self.letterhead.refused.connect(self.refused)
        self.figures.chosen.connect(lambda name, value: self._on_clinic_changed(replace(self._records.clinic(), **{name: value})))
        self.look.letters_chosen.connect(self._on_letters_chosen)
        self.look.moving_chosen.connect(lambda on: self._preferences.put(MOVING, "on" if on else "off"))
        self.lock.reached.connect(self._on_lock_reached)
        for part in (self.lock, self.safety):
            part.sheet_asked.connect(self._on_sheet_asked)
        self.safety.restore_asked.connect(self.restore_asked)

    def _show_clinic(self) -> None:
        clinic = self._records.clinic()
        self.letterhead.show_clinic(clinic)
        self.figures.show_clinic(clinic)

    def _on_clinic_changed(self, clinic: Clinic) -> None:
        """Keep it; a patient at the desk who has the clinic's choices goes on having them."""
        before = self._records.choices()
        try:
            self._records.set_clinic(clinic)
        except PTBuilderError as error:
            self.refused.emit(str(error))
        self._show_clinic()
        now = self._records.choices()
        if self._desk.work.choices == before != now:
            self._desk.set_choices(now)

    def _on_lock_reached(self, line: QWidget) -> None:
        """Bring the card into view where it fits, and the line in any case, once the card has its new height."""
        for part in (self.lock, line):
            QTimer.singleShot(0, part, partial(self._scroll.ensureWidgetVisible, part))

    def _on_sheet_asked(self) -> None:
        """Have it printed, and say no longer that it was not."""
        self.sheet_asked.emit()
        self.refresh()

    def _on_letters_chosen(self, on: bool) -> None:
        self._preferences.put(LETTERS, "on" if on else "off")
        self.letters_chosen.emit(on)
