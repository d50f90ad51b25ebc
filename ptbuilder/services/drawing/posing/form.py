"""What a form for a pose offers: joints with their ranges, positions, what may carry the body, cameras, directions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ptbuilder.domain.values import dataclass
from ptbuilder.services.drawing.posing import names
from ptbuilder.services.drawing.posing.words import capital, named

Choices = tuple[tuple[str, str], ...]
"""Values with their words."""


@dataclass(frozen=True, slots=True)
class DirectionForm:
    """One direction of a joint: degrees (cm for the breath) from ``low`` to ``high``; ``more`` is the word for above 0."""

    code: str
    title: str
    more: str
    less: str
    low: int
    high: int
    unit: str


@dataclass(frozen=True, slots=True)
class JointForm:
    """A joint with its directions."""

    code: str
    title: str
    is_paired: bool
    directions: tuple[DirectionForm, ...]


def joint_forms() -> tuple[JointForm, ...]:
    """Every joint of the vocabulary, the body first, then from head to foot."""
    from ptbuilder.figure.vocabulary import PAIRED, UNPAIRED

    return tuple(
        JointForm(code, names.JOINTS[code], code in PAIRED, tuple(_direction(code, each, *span) for each, span in spans.items()))
        for code, spans in (*UNPAIRED.items(), *PAIRED.items())
    )


def _direction(joint: str, code: str, low: float, high: float) -> DirectionForm:
    title, more, less = names.DIRECTIONS[joint, code]
    return DirectionForm(code, title, more, less, round(low), round(high), "cm" if joint == "breath" else "°")


def base_choices() -> Choices:
    """The positions that a frame can begin from."""
    from ptbuilder.figure.bases import BASES

    return tuple((code, names.BASES[code]) for code in BASES)


def ground_choices() -> Choices:
    """What the body is on."""
    from ptbuilder.figure.prop_catalogue import GROUNDS

    return tuple((code, names.GROUNDS[code]) for code in GROUNDS)


def contact_choices() -> Choices:
    """Parts that can carry the body: both sides together first, then one side."""
    from ptbuilder.figure.vocabulary import CONTACT_PARTS, PAIRED_PARTS, PLURALS, part_bones

    both = [code for code in PLURALS if part_bones(code)]
    middle = [code for code in CONTACT_PARTS if code not in PAIRED_PARTS]
    one = [f"{code}_{side}" for code in PAIRED_PARTS for side in "rl"]
    return tuple((code, capital(named(code))) for code in (*both, *middle, *one))


def anchor_choices() -> Choices:
    """Points that can stay in place from start to finish."""
    from ptbuilder.figure.vocabulary import PLURALS, point_bones

    both = tuple(code for code in PLURALS if point_bones(code))
    return tuple((code, capital(named(code))) for code in (*both, *point_codes()))


def point_codes() -> tuple[str, ...]:
    """Points that arrows and close-ups can name."""
    from ptbuilder.figure.vocabulary import MIDLINE, POINTS, SURFACE_POINTS

    codes: list[str] = []
    for code in (*POINTS, *SURFACE_POINTS, "foot"):
        codes += [code] if code in MIDLINE else [f"{code}_r", f"{code}_l"]
    return tuple(codes)


def view_choices() -> Choices:
    """The cameras with a name."""
    from ptbuilder.figure.vocabulary import VIEWS

    return tuple((code, names.VIEWS[code]) for code in VIEWS)


def crop_choices() -> Choices:
    """The close-ups with a name."""
    from ptbuilder.figure.reading import CROPS

    return tuple((code, names.CROPS[code]) for code in CROPS)


def heading_choices() -> Choices:
    """Directions in which an arrow, an elbow or fingers can point."""
    from ptbuilder.figure.vocabulary import DIRECTIONS

    return tuple((code, capital(names.HEADINGS[code])) for code in DIRECTIONS)


def contacts_of(merged: Mapping[str, Any]) -> tuple[str, ...]:
    """The parts that carry the body in a merged frame, at most two."""
    said = merged.get("contact", [])
    items = said if isinstance(said, list) else [said]
    return tuple(str(each.get("part", "")) if isinstance(each, Mapping) else str(each) for each in items)
