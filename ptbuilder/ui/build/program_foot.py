"""The foot of the program: how large it is, and while it is a draft, the button that takes it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ptbuilder.domain.dosage import Dosage
from ptbuilder.domain.program import Stage
from ptbuilder.domain.suggestion import Limits
from ptbuilder.ui.theme import EDGE, GROUP, Theme
from ptbuilder.ui.widgets.buttons import Button
from ptbuilder.ui.widgets.meters import CountMeter, MinutesMeter
from ptbuilder.ui.widgets.themed import Ground

HEIGHT = 44
ROOMY_TO_TIGHT = ((False, 90, "Ctrl+Enter"), (True, 90, "Ctrl+Enter"), (True, 50, "Ctrl+Enter"), (True, 50, ""))
"""What is left out step by step: hints, length of the bar, the key on the button."""


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
        row = QHBoxLayout(self)
        row.setContentsMargins(EDGE, 0, EDGE, 0)
        row.setSpacing(GROUP)
        row.addWidget(self.count)
        row.addWidget(self.minutes)
        row.addStretch(1)
        row.addWidget(self.take_button)
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
        self.setFixedHeight(self.theme.tall(HEIGHT if not is_draft else HEIGHT + 10, "strong"))
        self.set_ground("accent_soft" if is_draft else "surface")
        self.take_button.setVisible(is_draft and count > 0)
        self.take_button.set_label(self.tr("Use this one") if count == 1 else self.tr("Use these {n}").format(n=count))
        for terse, bar, key in ROOMY_TO_TIGHT:
            self.count.show_count(count, warn_over=limits.warn_over, terse=terse)
            self.minutes.WIDTH = bar
            self.minutes.show_minutes(session, day, limits.session_min, was if self._preview else None, terse=terse)
            self.take_button.set_label(self.take_button.label, key)
            if self._needed() <= self.width():
                break

    def _needed(self) -> int:
        parts = [self.count.sizeHint().width(), self.minutes.sizeHint().width()]
        if not self.take_button.isHidden():
            parts.append(self.take_button.sizeHint().width())
        return sum(parts) + GROUP * (len(parts) - 1) + 2 * EDGE

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
