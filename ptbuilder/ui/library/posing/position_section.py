"""What carries the body, what stays in place, and what is under it."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from ptbuilder.services.drawing.posing.draft import merged_frames, with_said
from ptbuilder.services.drawing.posing.form import anchor_choices, contact_choices, contacts_of, ground_choices
from ptbuilder.services.drawing.posing.words import capital, named
from ptbuilder.ui.library.posing.section import ChoiceField, Section
from ptbuilder.ui.theme import Theme
from ptbuilder.ui.widgets.check_box import CheckBox


class PositionSection(Section):
    """Parts that the body rests on, at most two, for the frame that is changed; the ground is the same in both."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.heading.set_text(self.tr("What carries the body"))
        self.setAccessibleName(self.tr("What carries the body"))
        lowest, nothing = ("", self.tr("Whatever is lowest")), ("", self.tr("Nothing else"))
        self.first = ChoiceField(theme, self.tr("Rests on"), (lowest, *contact_choices()))
        self.second = ChoiceField(theme, self.tr("and on"), (nothing, *contact_choices()))
        self.anchor = ChoiceField(theme, self.tr("Stays in place"), anchor_choices())
        self.ground = ChoiceField(theme, self.tr("Under the body"), (("", self.tr("As usual")), *ground_choices()))
        self.head = CheckBox(theme, self.tr("The head lies down"))
        for field in (self.first, self.second, self.anchor, self.ground):
            self.add_labelled(field.accessibleName(), field)
        self.column.addWidget(self.head)
        self._connect()

    def refresh(self) -> None:
        """Show what the draft says."""
        if "start" not in self.draft.figure:
            return
        merged = merged_frames(self.draft)[self.frame]
        parts = (*contacts_of(merged), "", "")
        self.first.show_value(parts[0], capital(named(parts[0])))
        self.second.show_value(parts[1], capital(named(parts[1])))
        self.second.setEnabled(bool(parts[0]))
        anchor = str(merged.get("anchor", "pelvis"))
        self.anchor.show_value(anchor, capital(named(anchor)))
        self.ground.show_value(str(self.draft.figure.get("ground", "")))
        rests: Any = merged.get("head_rests")
        self.head.setVisible(rests is not None)
        self.head.setChecked(rests is not None and rests is not False)

    def _connect(self) -> None:
        self.first.picked.connect(lambda part: self._carry(part, self._second()))
        self.second.picked.connect(lambda part: self._carry(self._first(), part))
        self.anchor.picked.connect(lambda point: self._say("anchor", point))
        self.ground.picked.connect(lambda ground: self.changed.emit(self.draft.with_key("ground", ground or None), ""))
        self.head.clicked.connect(lambda lies: self._say("head_rests", bool(lies)))

    def _first(self) -> str:
        return (*contacts_of(merged_frames(self.draft)[self.frame]), "")[0]

    def _second(self) -> str:
        return (*contacts_of(merged_frames(self.draft)[self.frame]), "", "")[1]

    def _carry(self, first: str, second: Any) -> None:
        self._say("contact", [part for part in (first, second) if part])

    def _say(self, key: str, value: Any) -> None:
        self.changed.emit(with_said(self.draft, self.frame, key, value), "")
