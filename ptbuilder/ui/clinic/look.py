"""How this computer shows the window: light or dark, size of text, single-letter keys."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from ptbuilder.ui.text_size import STEPS
from ptbuilder.ui.theme import BETWEEN, ROW, Theme
from ptbuilder.ui.widgets.card import CardBox
from ptbuilder.ui.widgets.check_box import CheckBox
from ptbuilder.ui.widgets.segmented import SegmentedChoice
from ptbuilder.ui.widgets.text import TextLabel


class Look(CardBox):
    """Changes act at once on the theme; signals carry whether single-letter keys act and whether figures move."""

    letters_chosen = Signal(bool)
    moving_chosen = Signal(bool)

    def __init__(self, theme: Theme, *, letters: bool, moving: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.setObjectName("look")
        self.setAccessibleName(self.tr("This computer"))
        modes = (("system", self.tr("As the system")), ("light", self.tr("Light")), ("dark", self.tr("Dark")))
        self.mode = SegmentedChoice(theme, modes, height=32, role="body", may_be_none=False)
        self.mode.setObjectName("look_mode")
        self.mode.setAccessibleName(self.tr("Colours"))
        sizes = [(size, self.tr("{n} %").format(n=size)) for size in STEPS]
        self.size_choice = SegmentedChoice(theme, sizes, height=32, role="body", may_be_none=False)
        self.size_choice.setObjectName("look_size")
        self.size_choice.setAccessibleName(self.tr("Size of text"))
        self.letters = CheckBox(theme, self.tr("Single letters act as keys (F, W, /)"))
        self.letters.setObjectName("look_letters")
        self.letters.setChecked(letters)
        self.moving = CheckBox(theme, self.tr("Moving pictures under the pointer"))
        self.moving.setObjectName("look_moving")
        self.moving.setChecked(moving)
        self._lay_out()
        self._show()
        self.mode.chosen.connect(theme.set_mode)
        self.size_choice.chosen.connect(theme.set_text_size)
        self.letters.toggled.connect(self.letters_chosen)
        self.moving.toggled.connect(self.moving_chosen)
        theme.changed.connect(self._show)

    def _lay_out(self) -> None:
        self.column.addWidget(TextLabel(self.theme, self.tr("This computer"), "name"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(ROW)
        grid.setVerticalSpacing(BETWEEN)
        grid.setColumnStretch(2, 1)
        for row, (label, part) in enumerate(((self.tr("Colours"), self.mode), (self.tr("Size of text"), self.size_choice))):
            grid.addWidget(TextLabel(self.theme, label, "body", "ink_2"), row, 0)
            grid.addWidget(part, row, 1)
        self.column.addLayout(grid)
        self.column.addWidget(self.moving)
        self.column.addWidget(self.letters)
        about = self.tr("Turn this off if speech or unsteady hands press keys by mistake. All other keys stay.")
        self.column.addWidget(TextLabel(self.theme, about, "caption", "ink_2", wraps=True))

    def _show(self) -> None:
        self.mode.set_value(self.theme.mode)
        self.size_choice.set_value(min(STEPS, key=lambda size: abs(size - self.theme.text_size)))
