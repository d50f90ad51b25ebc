"""Things around the figure: a chip for each kind, and the options of those that are there."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ptbuilder.services.drawing.posing.names import THINGS
from ptbuilder.services.drawing.posing.things import (
    ThingOption,
    all_kinds,
    options_of,
    thing_title,
    things_of,
    with_option,
    with_thing,
)
from ptbuilder.ui.library.posing.angle_slider import NumberField
from ptbuilder.ui.library.posing.section import ChoiceField, Section
from ptbuilder.ui.theme import BETWEEN, Theme
from ptbuilder.ui.widgets.buttons import Button
from ptbuilder.ui.widgets.card import CardBox
from ptbuilder.ui.widgets.chips import Chip
from ptbuilder.ui.widgets.flow import FlowLayout
from ptbuilder.ui.widgets.text import TextLabel

FEW = 2
"""Options of a thing that are always shown."""
_Shown = tuple[tuple[str, str, tuple[str, ...]], ...]


class ThingSection(Section):
    """Chips are pressed for things that are there; each of those has a card with its options, the first few and what is said."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.heading.set_text(self.tr("Things"))
        self.setAccessibleName(self.tr("Things"))
        place = QWidget()
        flow = FlowLayout(place)
        self.chips: dict[str, Chip] = {}
        for kind in all_kinds():
            chip = Chip(theme, THINGS[kind], on="served")
            chip.clicked.connect(lambda present, kind=kind: self._on_chip(kind, bool(present)))
            flow.addWidget(chip)
            self.chips[kind] = chip
        self.column.addWidget(place)
        self._cards: list[CardBox] = []
        self._boxes: dict[tuple[int, str], QWidget] = {}
        self._more: list[Button] = []
        self._open: set[str] = set()
        self._shown: _Shown = ()
        self.fields: dict[tuple[int, str], ChoiceField | NumberField] = {}

    def refresh(self) -> None:
        """Show which things are there, and what is said of them."""
        things = things_of(self.draft.figure)
        present = {kind for kind, _, _ in things}
        for kind, chip in self.chips.items():
            chip.setChecked(kind in present)
            chip.updateGeometry()
        shown = tuple(
            (kind, name, tuple(f"{each.key}:{each.kind}" for each in options_of(kind, said))) for kind, name, said in things
        )
        if shown != self._shown:
            self._shown = shown
            self._make_cards()
        for number, (kind, _, said) in enumerate(things):
            options = options_of(kind, said)
            is_open = kind in self._open or len(options) <= FEW + 1
            for place, option in enumerate(options):
                self._show(number, option)
                self._boxes[number, option.key].setVisible(is_open or place < FEW or option.value is not None)
            self._more[number].setVisible(not is_open)

    def _make_cards(self) -> None:
        for card in self._cards:
            self.column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards, self.fields, self._boxes, self._more = [], {}, {}, []
        for number, (kind, name, said) in enumerate(things_of(self.draft.figure)):
            card = CardBox(self.theme, thing_title(name))
            card.column.addWidget(TextLabel(self.theme, thing_title(name), "strong"))
            for option in options_of(kind, said):
                self._boxes[number, option.key] = self._made_field(number, thing_title(name), option)
                card.column.addWidget(self._boxes[number, option.key])
            more = Button(self.theme, self.tr("More"), "quiet", small=True)
            more.setAccessibleName(self.tr("More about: {thing}").format(thing=thing_title(name)))
            more.clicked.connect(lambda _=False, kind=kind: self._show_all(kind))
            card.column.addWidget(more)
            self._more.append(more)
            self._cards.append(card)
            self.column.addWidget(card)
        before: QWidget = next(reversed(self.chips.values()))
        for number, more in enumerate(self._more):  # made late, they would come last of all
            for part in (*(field for (each, _), field in self.fields.items() if each == number), more):
                self.setTabOrder(before, part)
                before = part

    def _made_field(self, number: int, name: str, option: ThingOption) -> QWidget:
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, BETWEEN - 4)
        column.setSpacing(2)
        column.addWidget(TextLabel(self.theme, option.title, "caption", "ink_2"))
        field: ChoiceField | NumberField
        words = f"{name}, {option.title.lower()}"
        if option.kind == "number":
            field = NumberField(self.theme, words, option.low - 1, option.high)
            field.setSpecialValueText(self.tr("As it comes"))
            field.setSuffix("" if option.key == "count" else " cm")
            field.align_with_lists()
            field.valueChanged.connect(lambda value, option=option: self._on_number(number, option, value))
            field.editingFinished.connect(self.let_go)
        else:
            field = ChoiceField(self.theme, words, self._choices(option))
            field.picked.connect(lambda value, option=option: self._set(number, option.key, value))
        self.fields[number, option.key] = field
        column.addWidget(field)
        return both

    def _choices(self, option: ThingOption) -> tuple[tuple[Any, str], ...]:
        choices = option.choices if option.kind == "choice" else ((True, self.tr("Yes")), (False, self.tr("No")))
        return ((None, self.tr("As it comes")), *choices)

    def _show(self, number: int, option: ThingOption) -> None:
        field = self.fields[number, option.key]
        if isinstance(field, NumberField):
            blocked = field.blockSignals(True)
            field.setValue(option.low - 1 if option.value is None else round(float(option.value)))
            field.blockSignals(blocked)
        else:
            field.set_choices(self._choices(option))
            field.show_value(option.value)

    def _show_all(self, kind: str) -> None:
        self._open.add(kind)
        self.refresh()

    def _on_chip(self, kind: str, present: bool) -> None:
        self.changed.emit(with_thing(self.draft, kind, present=present), "")

    def _on_number(self, number: int, option: ThingOption, value: int) -> None:
        self._set(number, option.key, None if value < option.low else value, key=f"thing.{number}.{option.key}")

    def _set(self, number: int, option: str, value: Any, *, key: str = "") -> None:
        self.changed.emit(with_option(self.draft, number, option, value), key)
