"""Which figure new patients' sheets and lists are drawn with."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from ptbuilder.domain.clinic import Clinic
from ptbuilder.ui.figure_words import figure_options, skin_options
from ptbuilder.ui.theme import BETWEEN, ROW, Theme
from ptbuilder.ui.widgets.card import CardBox
from ptbuilder.ui.widgets.choice_fields import ComboField
from ptbuilder.ui.widgets.segmented import SegmentedChoice
from ptbuilder.ui.widgets.text import TextLabel


class Figures(CardBox):
    """``chosen`` carries the clinic's field, ``figure`` or ``skin``, and its new value."""

    chosen = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.setObjectName("figures")
        self.setAccessibleName(self.tr("Figures"))
        self.figure = ComboField(theme, self.tr("Body"))
        self.figure.setObjectName("clinic_figure")
        for value, text in figure_options():
            self.figure.addItem(text, value)
        self.skin = SegmentedChoice(theme, skin_options(), height=32, role="body", may_be_none=False)
        self.skin.setObjectName("clinic_skin")
        self.skin.setAccessibleName(self.tr("Skin"))
        self._lay_out()
        self.figure.activated.connect(lambda _: self.chosen.emit("figure", self.figure.currentData()))
        self.skin.chosen.connect(lambda value: self.chosen.emit("skin", value))

    def show_clinic(self, clinic: Clinic) -> None:
        """Show what the clinic chose."""
        with QSignalBlocker(self.figure):
            self.figure.setCurrentIndex(max(self.figure.findData(clinic.figure), 0))
        self.skin.set_value(clinic.skin)

    def _lay_out(self) -> None:
        self.column.addWidget(TextLabel(self.theme, self.tr("Figures"), "name"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(ROW)
        grid.setVerticalSpacing(BETWEEN)
        grid.setColumnStretch(2, 1)
        for row, (label, part) in enumerate(((self.tr("Body"), self.figure), (self.tr("Skin"), self.skin))):
            caption = TextLabel(self.theme, label, "body", "ink_2")
            caption.setBuddy(part)
            grid.addWidget(caption, row, 0)
            grid.addWidget(part, row, 1)
        self.column.addLayout(grid)
        about = self.tr(
            "As the patient: by sex, from 60 years on an older, fuller body. What is chosen for a patient in the preview wins."
        )
        self.column.addWidget(TextLabel(self.theme, about, "caption", "ink_2", wraps=True))
