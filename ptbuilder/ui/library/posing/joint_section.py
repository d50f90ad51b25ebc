"""Body parts to choose from, and the sliders of the chosen joint."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ptbuilder.services.drawing.posing.draft import Sides, angle_of, merged_frames, with_angle
from ptbuilder.services.drawing.posing.form import JointForm, joint_forms
from ptbuilder.services.drawing.posing.places import held_by
from ptbuilder.services.drawing.posing.words import angle_words
from ptbuilder.ui.library.posing.angle_slider import NumberRow
from ptbuilder.ui.library.posing.section import Section
from ptbuilder.ui.theme import Theme
from ptbuilder.ui.widgets.chips import Chip
from ptbuilder.ui.widgets.flow import FlowLayout
from ptbuilder.ui.widgets.segmented import SegmentedChoice
from ptbuilder.ui.widgets.text import TextLabel


class JointSection(Section):
    """One chip for each joint; ``chosen_joint`` and ``sides`` say what the sliders move."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.heading.set_text(self.tr("Joints"))
        self.setAccessibleName(self.tr("Joints"))
        self._joints = {joint.code: joint for joint in joint_forms()}
        self.chosen_joint = "hip"
        self.sides: Sides = "r"
        place = QWidget()
        flow = FlowLayout(place)
        self.chips: dict[str, Chip] = {}
        for code, joint in self._joints.items():
            chip = Chip(theme, joint.title, on="served")
            chip.clicked.connect(lambda _=False, code=code: self.choose(code))
            flow.addWidget(chip)
            self.chips[code] = chip
        sides = (("both", self.tr("Both sides")), ("r", self.tr("Right")), ("l", self.tr("Left")))
        self.side_choice = SegmentedChoice(theme, sides, may_be_none=False)
        self.side_choice.setAccessibleName(self.tr("Side"))
        self.side_choice.chosen.connect(lambda side: self.choose(self.chosen_joint, side))
        self.column.addWidget(place)
        self.hint = TextLabel(theme, "", "caption", "ink_2", wraps=True)
        self.column.addWidget(self.side_choice)
        self.column.addWidget(self.hint)
        self._rows = tuple(self._made_row(number) for number in range(max(len(each.directions) for each in self._joints.values())))
        self.choose("hip", "r")

    @property
    def rows(self) -> dict[str, NumberRow]:
        """The sliders of the chosen joint by direction."""
        directions = self._joints[self.chosen_joint].directions
        return {each.code: row for each, row in zip(directions, self._rows, strict=False)}

    def choose(self, joint: str, side: str = "") -> None:
        """Show the sliders of a joint; a side of "" keeps the one that is chosen."""
        self.chosen_joint = joint
        if self._joints[joint].is_paired:
            self.sides = side or self.side_choice.value or "r"  # type: ignore[assignment]
            self.side_choice.set_value(self.sides)
        else:
            self.sides = ""
        self.side_choice.setVisible(self._joints[joint].is_paired)
        for code, chip in self.chips.items():
            chip.setChecked(code == joint)
            chip.updateGeometry()
        self._set_up_rows(self._joints[joint])
        self.refresh()
        self.let_go.emit()

    def refresh(self) -> None:
        """Show the angles of the frame; of both sides the right one's."""
        if "start" not in self.draft.figure:
            return
        self._show_hint()
        merged = merged_frames(self.draft)[self.frame]
        joint = self._joints[self.chosen_joint]
        key = f"{joint.code}_{'r' if self.sides == 'both' else self.sides}" if joint.is_paired else joint.code
        for each in joint.directions:
            value = round(angle_of(merged, key, each.code))
            span = self.tr("Range {low} to {high}").format(
                low=angle_words(joint.code, each.code, each.low), high=angle_words(joint.code, each.code, each.high)
            )
            self.rows[each.code].show_value(value, angle_words(joint.code, each.code, value), span)

    def _show_hint(self) -> None:
        """Say beforehand that a hand or foot will be let go."""
        place = held_by(self.draft, self.frame, self.chosen_joint, self.sides)
        text = "" if place is None else self.tr("Hand or foot: {place}. Moving this joint lets it go.").format(place=place.label)
        self.hint.set_text(text)
        self.hint.setVisible(bool(text))

    def _set_up_rows(self, joint: JointForm) -> None:
        for each, row in zip(joint.directions, self._rows, strict=False):
            row.set_up(each.title, f"{joint.title}, {each.title.lower()}", each.low, each.high, each.unit)
        for number, row in enumerate(self._rows):
            row.setVisible(number < len(joint.directions))

    def _made_row(self, number: int) -> NumberRow:
        row = NumberRow(self.theme)
        row.moved.connect(lambda value: self._on_moved(number, value))
        row.let_go.connect(self.let_go)
        self.column.addWidget(row)
        return row

    def _on_moved(self, number: int, value: int) -> None:
        direction = self._joints[self.chosen_joint].directions[number].code
        draft = with_angle(self.draft, self.frame, self.chosen_joint, direction, self.sides, value)
        self.changed.emit(draft, f"{self.frame}.{self.chosen_joint}.{self.sides}.{direction}")
