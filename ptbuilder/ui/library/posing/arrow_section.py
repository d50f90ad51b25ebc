"""The arrows of the pictures: one that the engine chooses, or a card for each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ptbuilder.services.drawing.posing.arrows import (
    LENGTHS,
    MOST,
    SHIFTS,
    Arrow,
    arrow_title,
    arrows_of,
    following,
    frame_choices,
    line_choices,
    with_arrow_part,
    with_arrows,
    with_new_arrow,
    with_shift,
    without_arrow,
)
from ptbuilder.services.drawing.posing.form import heading_choices, point_codes
from ptbuilder.services.drawing.posing.words import capital, named
from ptbuilder.ui.library.posing.angle_slider import NumberField
from ptbuilder.ui.library.posing.section import ChoiceField, Section
from ptbuilder.ui.theme import Theme
from ptbuilder.ui.widgets.buttons import Button, IconButton
from ptbuilder.ui.widgets.card import CardBox
from ptbuilder.ui.widgets.check_box import CheckBox
from ptbuilder.ui.widgets.text import TextLabel

ITSELF, OWN = "", "own"


class ArrowCard(CardBox):
    """One arrow: what it follows, where it points and in which picture; the rest behind "More"."""

    def __init__(self, owner: ArrowSection, number: int) -> None:
        super().__init__(owner.theme)
        self._owner, self._number = owner, number
        self.setObjectName(f"arrow_{number + 1}")
        self.title = TextLabel(owner.theme, "", "strong")
        self.out = IconButton(owner.theme, "trash", "")
        points = tuple((code, capital(named(code))) for code in point_codes())
        way, itself = self.tr("The way it moves"), self.tr("As it comes")
        self.follow = ChoiceField(owner.theme, "", points)
        self.way = ChoiceField(owner.theme, "", ((ITSELF, way), *heading_choices()))
        self.frame = ChoiceField(owner.theme, "", frame_choices())
        self.line = ChoiceField(owner.theme, "", ((None, itself), *line_choices()))
        self.both_ways = CheckBox(owner.theme, self.tr("Two heads"))
        self.length = self._number_field(*LENGTHS)
        self.aside = tuple(self._number_field(*SHIFTS) for _ in range(2))
        self.more = Button(owner.theme, self.tr("More"), "quiet", small=True)
        self._rest = QWidget()
        self._lay_out()
        self._connect()
        self._rest.hide()

    @property
    def fields(self) -> Sequence[QWidget]:
        """All that takes the focus, as it is read."""
        rest = (self.line, self.length, *self.aside, self.both_ways)
        return (self.out, self.follow, self.way, self.frame, self.more, *rest)

    def show_arrow(self, arrow: Arrow) -> None:
        """Show what is said of the arrow."""
        self.title.set_text(self.tr("{n}. {words}").format(n=self._number + 1, words=arrow_title(arrow)))
        self.setAccessibleName(self.tr("Arrow {n}: {words}").format(n=self._number + 1, words=arrow_title(arrow)))
        self.follow.show_value(arrow["follow"], capital(named(str(arrow["follow"]))))
        way = arrow.get("direction", ITSELF)
        known = isinstance(way, str) and " " not in way
        self.way.show_value(way if known else OWN, self.tr("As it was posed"))
        self.frame.show_value(str(arrow.get("on", "finish")))
        self.line.show_value(arrow.get("straight"))
        self.both_ways.setChecked(bool(arrow.get("both_ways")))
        self._show_number(self.length, arrow.get("length"))
        for axis, field in enumerate(self.aside):
            shift = arrow.get("shift")
            self._show_number(field, shift[axis] if shift else None)
        if {"length", "shift", "both_ways", "straight"} & set(arrow):
            self.show_all()

    def show_all(self) -> None:
        """Show all that can be said of it."""
        self._rest.show()
        self.more.hide()

    # ---- inside -----------------------------------------------------------------------------------------------------

    def _show_number(self, field: NumberField, value: float | None) -> None:
        blocked = field.blockSignals(True)
        field.setValue(field.minimum() if value is None else round(value))
        field.blockSignals(blocked)

    def _number_field(self, low: int, high: int) -> NumberField:
        field = NumberField(self.theme, "", low - 1, high)
        field.setSpecialValueText(self.tr("As it comes"))
        field.setSuffix(" cm")
        field.align_with_lists()
        return field

    def _connect(self) -> None:
        def say(key: str, value: Any, step: str = "") -> None:
            self._owner.change(with_arrow_part(self._owner.draft, self._number, key, value), step)

        self.out.clicked.connect(lambda: self._owner.take_out(self._number))
        self.more.clicked.connect(self.show_all)
        self.follow.picked.connect(lambda point: say("follow", point))
        self.way.picked.connect(lambda way: say("direction", way or None) if way != OWN else None)
        self.frame.picked.connect(lambda frame: say("on", None if frame == "finish" else frame))
        self.line.picked.connect(lambda straight: say("straight", straight))
        self.both_ways.clicked.connect(lambda on: say("both_ways", True if on else None))
        key = f"arrow.{self._number}"
        self.length.valueChanged.connect(lambda cm: say("length", self._said(self.length, cm), f"{key}.length"))
        for axis, field in enumerate(self.aside):
            field.valueChanged.connect(
                lambda cm, axis=axis, field=field: self._owner.change(
                    with_shift(self._owner.draft, self._number, axis, self._said(field, cm)), f"{key}.shift.{axis}"
                )
            )
        for field in (self.length, *self.aside):
            field.editingFinished.connect(self._owner.let_go)

    def _said(self, field: NumberField, value: int) -> int | None:
        return None if value == field.minimum() else value

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.out)
        self.column.addLayout(head)
        rest = QVBoxLayout(self._rest)
        rest.setContentsMargins(0, 0, 0, 0)
        self._add(self.column, self.tr("Follows"), self.follow)
        self._add(self.column, self.tr("Points"), self.way)
        self._add(self.column, self.tr("Stands in"), self.frame)
        self._add(rest, self.tr("Line"), self.line)
        self._add(rest, self.tr("Length"), self.length)
        self._add(rest, self.tr("Moved to the right"), self.aside[0])
        self._add(rest, self.tr("Moved up"), self.aside[1])
        rest.addWidget(self.both_ways)
        self.column.addWidget(self.more)
        self.column.addWidget(self._rest)
        name = self.tr("Arrow {n}").format(n=self._number + 1)
        self.out.set_name(self.tr("Take arrow {n} away").format(n=self._number + 1))
        self.more.setAccessibleName(self.tr("More about arrow {n}").format(n=self._number + 1))
        self.both_ways.setAccessibleName(f"{name}, {self.tr('two heads')}")

    def _add(self, column: QVBoxLayout, caption: str, field: QWidget) -> None:
        field.setAccessibleName(f"{self.tr('Arrow {n}').format(n=self._number + 1)}, {caption.lower()}")
        column.addWidget(TextLabel(self.theme, caption, "caption", "ink_2"))
        column.addWidget(field)


class ArrowSection(Section):
    """``show_found`` tells which arrows the engine chose, so that the first one added beside them keeps them."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.heading.set_text(self.tr("Arrows"))
        self.setAccessibleName(self.tr("Arrows"))
        self._found: tuple[Arrow, ...] = ()
        self.automatic = CheckBox(theme, self.tr("One arrow, on what moves most"))
        self.none = TextLabel(theme, self.tr("No arrows."), "body", "ink_2")
        self.cards: list[ArrowCard] = []
        self._place = QVBoxLayout()
        self.add_button = Button(theme, self.tr("Add an arrow"), "quiet", icon="plus", small=True)
        self.add_button.setObjectName("add_arrow")
        self.column.addWidget(self.automatic)
        self.column.addWidget(self.none)
        self.column.addLayout(self._place)
        self.column.addWidget(self.add_button)
        self.automatic.clicked.connect(self._on_automatic)
        self.add_button.clicked.connect(self.add)

    def show_found(self, figure: Any) -> None:
        """Remember the arrows of the figure as it was drawn."""
        self._found = arrows_of(figure)

    def change(self, draft: Any, key: str = "") -> None:
        """Go on with another draft."""
        self.changed.emit(draft, key)

    def add(self) -> None:
        """One arrow more, with the focus on what it follows."""
        self.change(with_new_arrow(self.draft, self._found))
        if self.cards:
            self.cards[-1].follow.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_out(self, number: int) -> None:
        """Take one away; the focus goes to the next, or to the button that adds."""
        self.change(without_arrow(self.draft, number))
        near = self.cards[min(number, len(self.cards) - 1)].out if self.cards else self.add_button
        near.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Show the arrows that the draft names."""
        arrows = () if self.draft.follows else arrows_of(self.draft.figure)
        self.automatic.setChecked(self.draft.follows)
        self.none.setVisible(not arrows and not self.draft.follows)
        self.add_button.setVisible(len(arrows) < MOST)
        if len(arrows) != len(self.cards):
            self._make_cards(len(arrows))
        for card, arrow in zip(self.cards, arrows, strict=True):
            card.show_arrow(arrow)

    def _on_automatic(self, is_on: bool) -> None:
        self.change(following(self.draft) if is_on else with_arrows(self.draft, self._found))

    def _make_cards(self, count: int) -> None:
        for card in self.cards:
            self._place.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [ArrowCard(self, number) for number in range(count)]
        before: QWidget = self.automatic
        for card in self.cards:
            self._place.addWidget(card)
            for field in card.fields:  # made late, they would come last of all
                self.setTabOrder(before, field)
                before = field
        self.setTabOrder(before, self.add_button)
