"""Lines above the exercises that offer one step: name a region, fit the program to new findings, start a planned stage."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ptbuilder.services.desk.desk import Desk
from ptbuilder.ui.build.button_line import ButtonLine
from ptbuilder.ui.theme import Theme
from ptbuilder.ui.widgets.themed import set_tip


class ProgramOffers(QWidget):
    """Hidden while there is nothing to offer; ``start_asked`` carries the number of the stage, counted from 0.

    ``region_asked`` wants the finding whose region keeps everything out until it is named.
    """

    adapt_asked = Signal()
    start_asked = Signal(int)
    region_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("program_offers")
        self._stage = 0
        self.adapt_line = ButtonLine(theme, self.tr("Adapt"), self.tr("Adapt the program to the findings"))
        self.adapt_line.button.setObjectName("adapt_program")
        self.adapt_line.button.set_kind("normal")
        set_tip(self.adapt_line.button, self.tr("Swap each for an easier one that fits, or leave it out; one undo brings all back"))
        self.start_line = ButtonLine(theme, self.tr("Start this stage"), self.tr("Start this stage"))
        self.start_line.button.setObjectName("start_stage")
        self.start_line.show_line("note", self.tr("Planned stage: until you start it, its sheet says to wait for the therapist."))
        self.region_line = ButtonLine(theme, self.tr("Name the region"), self.tr("Name the region of the fracture"))
        self.region_line.button.setObjectName("name_region")
        self.region_line.button.set_kind("normal")
        self.region_line.show_line("warn", self.tr("All exercises wait until the region of the fracture is named."))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for line in (self.region_line, self.start_line, self.adapt_line):
            column.addWidget(line)
            line.hide()
        self.region_line.button.clicked.connect(self.region_asked)
        self.adapt_line.button.clicked.connect(self.adapt_asked)
        self.start_line.button.clicked.connect(lambda: self.start_asked.emit(self._stage))
        self.hide()

    def show_desk(self, desk: Desk) -> None:
        """Offer what fits the shown stage."""
        count = len(desk.unfitting)
        if count == 1:
            self.adapt_line.show_line("warn", self.tr("1 exercise does not fit the new findings."))
        elif count:
            self.adapt_line.show_line("warn", self.tr("{n} exercises do not fit the new findings.").format(n=count))
        self._stage = desk.work.stage
        is_planned = desk.is_accepted and desk.outcome.stop is None and desk.stage.state == "planned"
        wants_region = any(each.kind == "region" for each in desk.open_questions)
        for line, shown in ((self.region_line, wants_region), (self.start_line, is_planned), (self.adapt_line, count > 0)):
            line.setVisible(shown)
        self.setVisible(wants_region or is_planned or count > 0)
