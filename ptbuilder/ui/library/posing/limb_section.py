"""Hands and feet: where each is, and a little more this way or that."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ptbuilder.services.drawing.posing.form import heading_choices
from ptbuilder.services.drawing.posing.places import (
    heading_of,
    nearest,
    numbers_of,
    place_of,
    places_of,
    with_heading,
    with_number,
    with_place,
)
from ptbuilder.ui.library.posing.angle_slider import NumberRow
from ptbuilder.ui.library.posing.section import ChoiceField, Section
from ptbuilder.ui.theme import Theme
from ptbuilder.ui.widgets.text import TextLabel

NUMBERS = ("along", "ahead", "out", "up", "gap", "toe_out")
LIMBS = (("hand", "r"), ("hand", "l"), ("foot", "r"), ("foot", "l"))


class LimbSection(Section):
    """A list of places for each hand and foot; the one that was chosen last can be moved by numbers."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.heading.set_text(self.tr("Hands and feet"))
        self.setAccessibleName(self.tr("Hands and feet"))
        self.fields: dict[tuple[str, str], ChoiceField] = {}
        self.chosen: tuple[str, str] | None = None
        for limb in LIMBS:
            field = ChoiceField(theme, self._asks(*limb))
            field.picked.connect(lambda key, limb=limb: self._on_picked(limb, key))
            self.add_labelled(self._asks(*limb), field)
            self.fields[limb] = field
        self._fine = TextLabel(theme, "", "strong")
        self.column.addWidget(self._fine)
        self.rows = {key: self._made_row(key) for key in NUMBERS}
        self.headings: dict[str, ChoiceField] = {}
        self._heading_boxes: dict[str, QWidget] = {}
        for key, words in (("bend", self.tr("Elbow or knee points")), ("fingers", self.tr("Fingers point"))):
            self.headings[key] = ChoiceField(theme, words, (("", self.tr("As it comes")), *heading_choices()))
            self.headings[key].picked.connect(lambda value, key=key: self._on_heading(key, value))
            self._heading_boxes[key] = self.add_labelled(words, self.headings[key])

    def choose(self, limb: str, side: str) -> None:
        """Offer the numbers of this hand or foot."""
        self.chosen = limb, side
        self.refresh()

    def refresh(self) -> None:
        """Show where each limb is in the frame."""
        if "start" not in self.draft.figure:
            return
        for limb, field in self.fields.items():
            places = places_of(self.draft, *limb)
            field.set_choices((each.key, each.label) for each in places)
            place = nearest(places, place_of(self.draft, self.frame, *limb))
            field.show_value(place.key, place.label)
        self._show_fine()

    def _show_fine(self) -> None:
        numbers = numbers_of(self.draft, self.frame, *self.chosen) if self.chosen else ()
        shown = {each.key for each in numbers}
        self._fine.setVisible(bool(numbers))
        if self.chosen:
            self._fine.set_text(self.tr("Move the {limb}").format(limb=self._name(*self.chosen)))
        for each in numbers:
            name = f"{self._name(*(self.chosen or LIMBS[0]))}, {each.title.lower()}"
            self.rows[each.key].set_up(each.title, name, each.low, each.high, each.unit)
            self.rows[each.key].show_value(each.value, "")
        for key, row in self.rows.items():
            row.setVisible(key in shown)
        for key, box in self._heading_boxes.items():
            box.setVisible(bool(numbers) and (key == "bend" or (self.chosen or ("", ""))[0] == "hand"))
            if numbers and self.chosen:
                words = heading_of(self.draft, self.frame, *self.chosen, key)
                self.headings[key].show_value(words, words)

    def _made_row(self, key: str) -> NumberRow:
        row = NumberRow(self.theme)
        row.moved.connect(lambda value: self._on_number(key, value))
        row.let_go.connect(self.let_go)
        self.column.addWidget(row)
        return row

    def _on_picked(self, limb: tuple[str, str], key: str) -> None:
        place = next((each for each in places_of(self.draft, *limb) if each.key == key), None)
        self.chosen = limb
        if place is not None:
            self.changed.emit(with_place(self.draft, self.frame, *limb, place), "")

    def _on_number(self, key: str, value: int) -> None:
        if self.chosen:
            draft = with_number(self.draft, self.frame, *self.chosen, key, value)
            self.changed.emit(draft, f"{self.frame}.{'_'.join(self.chosen)}.{key}")

    def _on_heading(self, key: str, words: str) -> None:
        if self.chosen:
            self.changed.emit(with_heading(self.draft, self.frame, *self.chosen, key, words), "")

    def _name(self, limb: str, side: str) -> str:
        names = {
            ("hand", "r"): self.tr("right hand"),
            ("hand", "l"): self.tr("left hand"),
            ("foot", "r"): self.tr("right foot"),
            ("foot", "l"): self.tr("left foot"),
        }
        return names[limb, side]

    def _asks(self, limb: str, side: str) -> str:
        return self.tr("Where is the {limb}?").format(limb=self._name(limb, side))
