"""How the pictures look at the figure, the arrow, and which steps they show."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from ptbuilder.services.drawing.posing.form import (
    arrow_of,
    crop_choices,
    following,
    heading_choices,
    point_codes,
    view_choices,
    with_arrow,
)
from ptbuilder.services.drawing.posing.words import capital, named
from ptbuilder.ui.library.posing.angle_slider import NumberField
from ptbuilder.ui.library.posing.section import ChoiceField, Section
from ptbuilder.ui.theme import Theme
from ptbuilder.ui.widgets.check_box import CheckBox

AUTOMATIC, NONE, OWN = "automatic", "", "own"


class CameraSection(Section):
    """View, close-ups, arrow and steps; ``steps`` is how many steps the exercise has."""

    def __init__(self, theme: Theme, steps: int, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.heading.set_text(self.tr("Picture"))
        self.setAccessibleName(self.tr("Picture"))
        none = (NONE, self.tr("None"))
        points = tuple((code, capital(named(code))) for code in point_codes())
        self.view = ChoiceField(theme, self.tr("Seen"), view_choices())
        self.crop = ChoiceField(theme, self.tr("Close-up"), ((NONE, self.tr("The whole body")), *crop_choices()))
        self.inset = ChoiceField(theme, self.tr("Extra close-up above"), (none, *crop_choices()))
        automatic = (AUTOMATIC, self.tr("On what moves most"))
        self.arrow = ChoiceField(theme, self.tr("Arrow"), (automatic, none, *points))
        self.way = ChoiceField(theme, self.tr("Arrow points"), ((NONE, self.tr("The way it moves")), *heading_choices()))
        self.both_ways = CheckBox(theme, self.tr("Arrow with two heads"))
        self.steps = tuple(
            NumberField(theme, name, 1, max(steps, 1)) for name in (self.tr("Start shows step"), self.tr("Finish shows step"))
        )
        for field in (self.view, self.crop, self.inset, self.arrow, self.way):
            self.add_labelled(field.accessibleName(), field)
        self.column.addWidget(self.both_ways)
        for step in self.steps:
            self.add_labelled(step.accessibleName(), step)
        self._connect()

    def refresh(self) -> None:
        """Show what the draft says."""
        figure, arrow = self.draft.figure, arrow_of(self.draft)
        self._show(self.view, figure.get("view", "right"), self.tr("As it was posed"))
        self._show(self.crop, figure.get("crop") or NONE, self.tr("As it was posed"))
        self._show(self.inset, figure.get("inset") or NONE, self.tr("As it was posed"))
        follow = AUTOMATIC if self.draft.follows else NONE if arrow is None else str(arrow["follow"])
        self.arrow.show_value(follow, capital(named(follow)))
        self._show(self.way, (arrow or {}).get("direction") or NONE, self.tr("As it was posed"))
        self.way.setEnabled(arrow is not None and not self.draft.follows)
        self.both_ways.setEnabled(self.way.isEnabled())
        self.both_ways.setChecked(bool((arrow or {}).get("both_ways")))
        for field, number in zip(self.steps, figure.get("shows") or (1, 2), strict=True):
            blocked = field.blockSignals(True)
            field.setValue(int(number))
            field.blockSignals(blocked)

    def _show(self, field: ChoiceField, value: Any, otherwise: str) -> None:
        """A value with a name, or "as it was posed" for one that an author wrote out."""
        if isinstance(value, str) and " " not in value:
            field.show_value(value)
        else:
            field.show_value(OWN, otherwise)

    def _connect(self) -> None:
        for key, field in (("view", self.view), ("crop", self.crop), ("inset", self.inset)):
            field.picked.connect(lambda value, key=key: self._on_key(key, value))
        self.arrow.picked.connect(self._on_arrow)
        self.way.picked.connect(lambda words: self._on_arrow_part("direction", words or None))
        self.both_ways.clicked.connect(lambda on: self._on_arrow_part("both_ways", True if on else None))
        for place, step in enumerate(self.steps):
            step.valueChanged.connect(lambda value, place=place: self._on_step(place, value))
            step.editingFinished.connect(self.let_go)

    def _on_key(self, key: str, value: str) -> None:
        if value != OWN:
            self.changed.emit(self.draft.with_key(key, value or None), "")

    def _on_arrow(self, value: str) -> None:
        draft = following(self.draft) if value == AUTOMATIC else with_arrow(self.draft, {"follow": value} if value else None)
        self.changed.emit(draft, "")

    def _on_arrow_part(self, key: str, value: Any) -> None:
        arrow = arrow_of(self.draft)
        if arrow is None or value == OWN:
            return
        kept = {each: said for each, said in arrow.items() if each != key}
        self.changed.emit(with_arrow(self.draft, kept if value is None else {**kept, key: value}), "")

    def _on_step(self, place: int, value: int) -> None:
        shows = list(self.draft.figure.get("shows") or (1, 2))
        shows[place] = value
        self.changed.emit(self.draft.with_key("shows", shows), f"shows.{place}")
