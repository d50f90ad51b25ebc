"""How the pictures look at the figure, and which steps they show."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from ptbuilder.services.drawing.posing.form import crop_choices, view_choices
from ptbuilder.ui.library.posing.angle_slider import NumberField
from ptbuilder.ui.library.posing.section import ChoiceField, Section
from ptbuilder.ui.theme import Theme

NONE, OWN = "", "own"


class CameraSection(Section):
    """View, close-ups and steps; ``steps`` is how many steps the exercise has."""

    def __init__(self, theme: Theme, steps: int, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.heading.set_text(self.tr("Picture"))
        self.setAccessibleName(self.tr("Picture"))
        none = (NONE, self.tr("None"))
        self.view = ChoiceField(theme, self.tr("Seen"), view_choices())
        self.crop = ChoiceField(theme, self.tr("Close-up"), ((NONE, self.tr("The whole body")), *crop_choices()))
        self.inset = ChoiceField(theme, self.tr("Extra close-up above"), (none, *crop_choices()))
        self.steps = tuple(
            NumberField(theme, name, 1, max(steps, 1)) for name in (self.tr("Start shows step"), self.tr("Finish shows step"))
        )
        for field in (self.view, self.crop, self.inset):
            self.add_labelled(field.accessibleName(), field)
        for step in self.steps:
            step.align_with_lists()
            self.add_labelled(step.accessibleName(), step)
        self._connect()

    def refresh(self) -> None:
        """Show what the draft says."""
        figure = self.draft.figure
        self._show(self.view, figure.get("view", "right"), self.tr("As it was posed"))
        self._show(self.crop, figure.get("crop") or NONE, self.tr("As it was posed"))
        self._show(self.inset, figure.get("inset") or NONE, self.tr("As it was posed"))
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
        for place, step in enumerate(self.steps):
            step.valueChanged.connect(lambda value, place=place: self._on_step(place, value))
            step.editingFinished.connect(self.let_go)

    def _on_key(self, key: str, value: str) -> None:
        if value != OWN:
            self.changed.emit(self.draft.with_key(key, value or None), "")

    def _on_step(self, place: int, value: int) -> None:
        shows = list(self.draft.figure.get("shows") or (1, 2))
        shows[place] = value
        self.changed.emit(self.draft.with_key("shows", shows), f"shows.{place}")
