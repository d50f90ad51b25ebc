"""What the patient has at home, as toggles; the suggestion uses nothing else."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ptbuilder.domain.text import say
from ptbuilder.ui.desk_signals import DeskSignals
from ptbuilder.ui.labels import language, thing_word
from ptbuilder.ui.theme import BETWEEN, EDGE, ROW, Theme
from ptbuilder.ui.widgets.chips import Chip
from ptbuilder.ui.widgets.flow import FlowLayout
from ptbuilder.ui.widgets.text import TextLabel
from ptbuilder.ui.widgets.themed import Ground

USUAL = ("mat", "chair", "pillow", "counter", "band")
"""Shown without opening the rest, besides whatever differs from an ordinary household."""


class HomeEquipment(Ground):
    """A line of toggles; ``toggled`` carries the code of a thing. "8 more" shows the rest."""

    toggled = Signal(str)

    def __init__(self, desk_signals: DeskSignals, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "window", ("top",), parent)
        self.setObjectName("home_equipment")
        self.setAccessibleName(self.tr("At home"))
        self._desk_signals = desk_signals
        self._is_open = False
        self._is_low = False
        self._chips: dict[str, Chip] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, 10, EDGE, ROW)
        column.setSpacing(BETWEEN - 2)
        column.addWidget(TextLabel(theme, self.tr("At home"), "caption", "ink_2"))
        self._flow_area = QWidget()
        self._flow = FlowLayout(self._flow_area)
        column.addWidget(self._flow_area)
        self.more = Chip(theme, "", "open")
        self.more.setObjectName("more_equipment")
        self.more.clicked.connect(self._on_more_clicked)

    def refresh(self) -> None:
        """Show what the desk says is at home."""
        desk = self._desk_signals.desk
        if not self._chips:
            self._make_chips()
        household = {code for code, thing in desk.library.equipment.items() if thing.household}
        hidden = 0
        for code, chip in self._chips.items():
            chip.setChecked(code in desk.home)
            usual = not self._is_low and code in USUAL
            shown = self._is_open or usual or (code in desk.home) != (code in household)
            chip.setVisible(shown)
            hidden += not shown
        more = self.tr("household things") if self._is_low and hidden == len(self._chips) else self.tr("{n} more").format(n=hidden)
        self.more.set_label(self.tr("Fewer") if self._is_open else more)
        self._flow.invalidate()
        self.updateGeometry()

    def set_low(self, low: bool) -> None:
        """In a low window only what differs from an ordinary household is shown until the rest is asked for."""
        if low != self._is_low:
            self._is_low = low
            if self._desk_signals.is_open:
                self.refresh()

    def focus_first(self) -> None:
        """Put the focus on the first thing that is shown."""
        shown = [chip for chip in self._chips.values() if not chip.isHidden()]
        (shown[0] if shown else self.more).setFocus(Qt.FocusReason.TabFocusReason)

    def chip(self, code: str) -> Chip:
        """The toggle of one thing."""
        return self._chips[code]

    def _make_chips(self) -> None:
        library = self._desk_signals.desk.library
        order = sorted(library.equipment, key=lambda code: USUAL.index(code) if code in USUAL else len(USUAL))
        for code in order:
            chip = Chip(self.theme, thing_word(say(library.equipment[code].name, language())), "open", on="served")
            chip.setObjectName(f"home_{code}")
            chip.clicked.connect(lambda _=False, each=code: self.toggled.emit(each))
            self._chips[code] = chip
            self._flow.addWidget(chip)
        self._flow.addWidget(self.more)

    def _on_more_clicked(self) -> None:
        self._is_open = not self._is_open
        self.refresh()
