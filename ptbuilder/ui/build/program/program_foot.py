"""The foot of the program: how large it is, and while it is a draft, the button that takes it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from ptbuilder.domain.dosage import Dosage
from ptbuilder.domain.program import Stage
from ptbuilder.domain.suggestion import Limits
from ptbuilder.domain.values import dataclass
from ptbuilder.ui.theme import EDGE, Theme
from ptbuilder.ui.widgets.buttons import Button
from ptbuilder.ui.widgets.meters import CountMeter, MinutesMeter
from ptbuilder.ui.widgets.themed import Ground

HEIGHT = 44
GAP = 12


@dataclass(frozen=True, slots=True)
class _Room:
    """What is shown where there is so much room: the words beside each meter, the length of the bar, the button's key."""

    count_hint: bool = False
    minutes_hint: bool = False
    bar: int = 44
    key: str = "Ctrl+Enter"


ROOMY_TO_TIGHT = (
    _Room(count_hint=True, minutes_hint=True, bar=90),
    _Room(minutes_hint=True, bar=90),
    _Room(minutes_hint=True),
    _Room(),
    _Room(key=""),
)


class ProgramFoot(Ground):
    """Meters at the left; ``take_asked`` is sent by the button of a draft."""

    take_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "surface", ("top",), parent)
        self.setObjectName("program_foot")
        self.count = CountMeter(theme)
        self.count.setObjectName("count_meter")
        self.minutes = MinutesMeter(theme)
        self.minutes.setObjectName("minutes_meter")
        self.take_button = Button(theme, "", "primary", key="Ctrl+Enter")
        self.take_button.setObjectName("take_program")
        self._shown: tuple[Stage, Limits, bool] = (Stage(), Limits(), False)
        self._preview: tuple[str, Dosage] | None = None
        self._is_low = False
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._rows.setSpacing(GAP)
        for part in (self.count, self.minutes):
            self._rows.addWidget(part)
        self._rows.addStretch(1)
        self._rows.addWidget(self.take_button)
        self.setMinimumWidth(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.take_button.clicked.connect(self.take_asked)
        theme.changed.connect(self._show)
        self._show()

    def show_stage(self, stage: Stage, limits: Limits, *, is_draft: bool) -> None:
        """Show the size of ``stage``; a draft can be taken."""
        self._shown = (stage, limits, is_draft)
        self._preview = None
        self._show()

    def set_low(self, low: bool) -> None:
        """One line in a low window: the exercises need the height."""
        self._is_low = low
        self._show()

    def show_preview(self, identifier: str, dosage: Dosage | None) -> None:
        """Show what a dose that is being typed would make of it; None shows the stage as it is."""
        self._preview = (identifier, dosage) if dosage is not None else None
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave words out where there is no room."""
        super().resizeEvent(event)
        self._show()

    def _show(self) -> None:
        stage, limits, is_draft = self._shown
        count = len(stage.prescriptions)
        was = stage.session_minutes
        session, day = self._minutes(stage)
        self.set_ground("accent_soft" if is_draft else "surface")
        self.count.show()
        self.take_button.setVisible(is_draft and count > 0)
        self.take_button.set_label(self.tr("Use this one") if count == 1 else self.tr("Use these {n}").format(n=count))
        for room in ROOMY_TO_TIGHT:
            self._set_bare(bare=False)
            self.count.show_count(count, warn_over=limits.warn_over, terse=not room.count_hint)
            self.minutes.WIDTH = room.bar
            typed = was if self._preview else None
            self.minutes.show_minutes(session, day, limits.session_min, typed, terse=not room.minutes_hint)
            self.take_button.set_label(self.take_button.label, room.key)
            if self._needed() <= self.width():
                break
        stacked = self._needed() > self.width()
        if stacked and self._is_low:
            stacked = not self._show_short(count, limits, session, day)
        if stacked and max(self.count.sizeHint().width(), self.minutes.sizeHint().width()) > self.width() - 2 * EDGE:
            self._set_bare(bare=True)
            self.count.show_count(count, warn_over=limits.warn_over, terse=True)
            self.minutes.show_minutes(session, day, limits.session_min, terse=True)
        self._stack(is_draft=is_draft, stacked=stacked)

    def _show_short(self, count: int, limits: Limits, session: float, day: float) -> bool:
        """Say the least in one line, the count of a draft on its button alone; whether that fits."""
        self._set_bare(bare=True)
        self.count.setVisible(self.take_button.isHidden())
        self.count.show_count(count, warn_over=limits.warn_over, terse=True)
        self.minutes.show_minutes(session, day, limits.session_min, short=True)
        fits = self._needed() <= self.width()
        self.count.setVisible(self.take_button.isHidden() or not fits)
        return fits

    def _set_bare(self, *, bare: bool) -> None:
        for meter in (self.count, self.minutes):
            meter.set_bare(bare)

    def _stack(self, *, is_draft: bool, stacked: bool) -> None:
        """One row, or where even the least does not fit, one under the other."""
        direction = QBoxLayout.Direction
        self._rows.setDirection(direction.TopToBottom if stacked else direction.LeftToRight)
        self._rows.setSpacing(6 if stacked else GAP)
        self._rows.setContentsMargins(EDGE, 8 if stacked else 0, EDGE, 8 if stacked else 0)
        height = self.theme.tall(HEIGHT + 10 if is_draft else HEIGHT, "strong")
        if stacked:
            self.take_button.set_label(self.take_button.label, "Ctrl+Enter")
            button = 0 if self.take_button.isHidden() else self.take_button.sizeHint().height() + 6
            height = self.count.sizeHint().height() + self.minutes.sizeHint().height() + button + 22
        self.setFixedHeight(height)

    def _needed(self) -> int:
        parts = [each.sizeHint().width() for each in (self.count, self.minutes, self.take_button) if not each.isHidden()]
        return sum(parts) + GAP * (len(parts) - 1) + 2 * EDGE

    def _minutes(self, stage: Stage) -> tuple[float, float]:
        session, day = stage.session_minutes, stage.day_minutes
        if self._preview is None:
            return session, day
        item = stage.prescription(self._preview[0])
        if item is None:
            return session, day
        dosage = self._preview[1]
        session += dosage.session_minutes(item.sides) - item.session_minutes
        return session, day + dosage.day_minutes(item.sides) - item.day_minutes
