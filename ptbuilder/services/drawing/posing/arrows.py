"""The arrows of a figure: listed, added, changed and taken away, or one that the engine chooses anew with each change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from ptbuilder.services.drawing.posing import names
from ptbuilder.services.drawing.posing.draft import PoseDraft
from ptbuilder.services.drawing.posing.form import Choices, point_codes
from ptbuilder.services.drawing.posing.words import capital, named

MOST = 4
"""Arrows in a picture; more are not read."""
LENGTHS, SHIFTS = (4, 80), (-150, 150)
"""Centimetres on the body: how long an arrow can be, and how far it can be moved from its point."""
_FIRST = ("hand_r", "foot_r", "knee_r", "pelvis", "hand_l", "foot_l", "chest", "head")
"""What a new arrow follows, as far as nothing else does."""

Arrow = dict[str, Any]
"""An arrow as data: ``follow`` and whatever else is said of it."""


def arrows_of(figure: Mapping[str, Any]) -> tuple[Arrow, ...]:
    """All arrows that a figure names, each as an object."""
    said = figure.get("arrows") or []
    items = said if isinstance(said, list) else [said]
    return tuple({"follow": each} if isinstance(each, str) else dict(each) for each in items)


def with_arrows(draft: PoseDraft, arrows: Iterable[Mapping[str, Any]]) -> PoseDraft:
    """The draft with these arrows and no others; the engine chooses none."""
    said = [each["follow"] if set(each) == {"follow"} else dict(each) for each in arrows]
    return replace(draft.with_key("arrows", said), follows=False)


def with_new_arrow(draft: PoseDraft, found: Sequence[Mapping[str, Any]] = ()) -> PoseDraft:
    """The draft with one arrow more, on a point that none follows yet.

    ``found`` are those that the engine chose: where it did so far, they stay.
    """
    arrows = tuple(dict(each) for each in found) if draft.follows else arrows_of(draft.figure)
    taken = {each["follow"] for each in arrows}
    point = next((each for each in (*_FIRST, *point_codes()) if each not in taken), _FIRST[0])
    return with_arrows(draft, (*arrows, {"follow": point}))


def without_arrow(draft: PoseDraft, number: int) -> PoseDraft:
    """The draft without its ``number``-th arrow, counted from 0."""
    return with_arrows(draft, (each for place, each in enumerate(arrows_of(draft.figure)) if place != number))


def with_arrow_part(draft: PoseDraft, number: int, key: str, value: Any) -> PoseDraft:
    """The draft with something else said of its ``number``-th arrow, or no longer said where it is None."""
    arrows = list(arrows_of(draft.figure))
    kept = {each: said for each, said in arrows[number].items() if each != key}
    arrows[number] = kept if value is None else {**kept, key: value}
    return with_arrows(draft, arrows)


def with_shift(draft: PoseDraft, number: int, axis: int, value: float | None) -> PoseDraft:
    """The draft with an arrow moved to the right (``axis`` 0) or up (1), in cm; None lets the engine find a free place."""
    if value is None:
        return with_arrow_part(draft, number, "shift", None)
    shift = list(arrows_of(draft.figure)[number].get("shift") or (0, 0))
    shift[axis] = value
    return with_arrow_part(draft, number, "shift", shift)


def following(draft: PoseDraft) -> PoseDraft:
    """The draft whose arrow the engine chooses."""
    return replace(draft.with_key("arrows", None), follows=True)


def frame_choices() -> Choices:
    """The pictures in which an arrow can stand."""
    return (("finish", "Finish"), ("start", "Start"), ("both", "Both pictures"))


def line_choices() -> tuple[tuple[bool, str], ...]:
    """How an arrow is drawn: straight or not."""
    return ((True, "Straight"), (False, "Curved, the way it moves"))


def arrow_title(arrow: Mapping[str, Any]) -> str:
    """An arrow in words: "Right hand, up"."""
    way, follow = arrow.get("direction"), capital(named(str(arrow.get("follow", ""))))
    return f"{follow}, {names.HEADINGS[way]}" if isinstance(way, str) and way in names.HEADINGS else follow
