"""How large the parts of an exercise are in a layout, and the rungs by which a full page makes room."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ptbuilder.handout.geometry import BLOCK_GAP, LEFT_COLUMN, RIGHT_COLUMN, RULE_GAP, mm
from ptbuilder.handout.theme import BADGE, BODY, NAME, Style


class Look(NamedTuple):
    """Sizes of one layout; lengths in points."""

    body: Style = BODY
    name: Style = NAME
    number: Style = Style(17, 17)
    square: float = mm(8.4)
    caption: Style = BODY
    badge: Style = BADGE
    circle: float = mm(5.2)
    badge_gap: float = mm(1.4)
    step_gap: float = mm(2)
    between_steps: float = mm(0.55)
    icon: float = mm(4.9)
    label_at: float = mm(8.6)
    label_width: float = mm(17)
    row_padding: float = mm(0.62)
    left: float = LEFT_COLUMN
    right: float = RIGHT_COLUMN
    mark_height: float = mm(6)
    mark_sign: float = mm(4)
    name_gap: float = mm(2.8)


class Fit(NamedTuple):
    """One rung of the ladder: what a page gives up so that its next block fits.

    ``is_beside`` has the steps beside the pictures and the dose told once below these, and with ``packs_way_out`` "Too hard? Too
    easy?" may stand in the two columns; with ``runs_dose_on`` the dose may be set as running text.
    In the compact layout ``is_dose_below`` has the dose below the name, so that the steps start beside the name, and
    ``numbers_inside`` has the numbers of the pictures in their frames, without words.
    """

    leading: float = 15.5
    tallest: float = mm(52)
    picture: float = mm(53)
    why_beside: bool = False
    above_rule: float = BLOCK_GAP
    below_rule: float = RULE_GAP
    below_head: float = mm(1.8)
    before_steps: float = mm(2.2)
    before_dose: float = mm(1.1)
    before_last: float = mm(1.8)
    between_steps: float = mm(0.55)
    between_told: float = mm(1.7)
    with_steps: bool = True
    is_beside: bool = False
    packs_way_out: bool = False
    runs_dose_on: bool = False
    is_dose_below: bool = False
    numbers_inside: bool = False


def block_gap(fit: Fit) -> float:
    """From the end of one block to the next, with the rule between them."""
    return fit.above_rule + fit.below_rule


LEAST_TALL = mm(50)
"""A tall picture is printed no smaller than this, but at the last rung."""
_TIGHT = Fit(tallest=LEAST_TALL, why_beside=True, leading=15, before_steps=mm(1.6), before_dose=mm(0.6), before_last=mm(0.9))
LADDER: tuple[Fit, ...] = (
    Fit(),
    Fit(tallest=LEAST_TALL),
    Fit(tallest=LEAST_TALL, why_beside=True),
    _TIGHT,
    _TIGHT._replace(picture=mm(50)),
    _TIGHT._replace(picture=mm(50), tallest=mm(40)),
)
"""The rungs in their order; the one that moves "Too hard? Too easy?" to the safety page holds for all blocks or none."""
BESIDE_PICTURE = mm(50)
_BESIDE = Fit(is_beside=True, picture=BESIDE_PICTURE, before_dose=mm(1.8))
_BESIDE_TIGHT = _BESIDE._replace(tallest=LEAST_TALL, why_beside=True, leading=15, before_last=mm(0.9))
_BESIDE_CLOSE = _BESIDE_TIGHT._replace(
    packs_way_out=True,
    runs_dose_on=True,
    above_rule=mm(2.8),
    below_rule=mm(1.2),
    below_head=mm(1.2),
    before_dose=mm(1.2),
    between_steps=mm(0.25),
    between_told=mm(1.1),
)
BESIDE_LADDER: tuple[Fit, ...] = (
    _BESIDE,
    _BESIDE._replace(tallest=LEAST_TALL),
    _BESIDE._replace(tallest=LEAST_TALL, why_beside=True),
    _BESIDE_TIGHT,
    _BESIDE_TIGHT._replace(packs_way_out=True),
    _BESIDE_CLOSE,
    _BESIDE_CLOSE._replace(tallest=mm(45)),
    _BESIDE_CLOSE._replace(tallest=mm(40)),
)
"""The rungs of the arrangement with the steps beside the pictures, which a handout has on all its pages or on none."""
_TOLD_ONCE = _TIGHT._replace(
    is_beside=True,
    picture=BESIDE_PICTURE,
    above_rule=mm(2.4),
    below_rule=_BESIDE_CLOSE.below_rule,
    below_head=_BESIDE_CLOSE.below_head,
    between_steps=_BESIDE_CLOSE.between_steps,
)
BOTH_LADDER: tuple[Fit, ...] = (*LADDER[:-1], _TOLD_ONCE, _TOLD_ONCE._replace(tallest=mm(45)), _TOLD_ONCE._replace(tallest=mm(40)))
"""The rungs of two languages side by side; at the last ones the dose is told once, in words beside the pictures."""


def without_way_out(ladder: Sequence[Fit]) -> tuple[Fit, ...]:
    """The rungs with "Too hard? Too easy?" left to the safety page."""
    return tuple(fit._replace(with_steps=False) for fit in ladder)


STANDARD = Look()
