"""Faults of a pose as sentences for a therapist, with the place in the form where each is mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ptbuilder.domain.values import dataclass
from ptbuilder.services.drawing.posing.names import DIRECTIONS, FRAMES, JOINTS
from ptbuilder.services.drawing.posing.words import capital, in_words, named

if TYPE_CHECKING:
    from ptbuilder.figure.errors import PoseFault

_MENDED_AT = {
    "foot": "ankle",
    "heel": "ankle",
    "hand": "wrist",
    "knuckle": "wrist",
    "fingertip": "fingers",
    "upper arm": "shoulder",
    "forearm": "elbow",
    "shin": "knee",
    "thigh": "hip",
    "uarm": "shoulder",
    "farm": "elbow",
    "scap": "scapula",
    "clav": "scapula",
    "thor": "thoracic",
    "seat": "pelvis",
    "back": "thoracic",
    "f": "fingers",
}
"""The joint of the form for parts and bones that are no joints themselves."""


@dataclass(frozen=True, slots=True)
class PoseNote:
    """One thing to mend: a finished sentence, the frame (empty for both), and where in the form it is mended.

    ``part`` is a joint, ``hand`` or ``foot`` for a place that is out of reach, ``position``, or nothing; ``side`` is its side.
    """

    sentence: str
    frame: str
    part: str
    side: str


def note_of(fault: PoseFault) -> PoseNote:
    """The sentence and the place of one fault."""
    whole, _, direction = fault.part.partition(".")
    stem, side = (whole[:-2], whole[-1]) if whole.endswith(("_l", "_r")) else (whole, "")
    where = ", ".join(part for part in (FRAMES.get(fault.frame, ""), _part(whole, direction)) if part)
    says = in_words(fault.says)
    sentence = f"{where}: {says}" if where else says
    return PoseNote(capital(sentence).rstrip(".") + ".", fault.frame, _mended_at(stem, fault.says), side)


def _mended_at(stem: str, says: str) -> str:
    """The part of the form."""
    if stem in ("hand", "foot") and says.endswith("out of reach"):
        return stem
    if stem in ("contact", "anchor", "base") or says.startswith("hangs"):
        return "position"
    if stem in JOINTS:
        return stem
    bare = stem.split("_")[0].rstrip("0123456789")
    return _MENDED_AT.get(stem) or _MENDED_AT.get(bare) or (bare if bare in JOINTS else "")


def _part(whole: str, direction: str) -> str:
    words = named(whole) if whole else ""
    stem = whole[:-2] if whole.endswith(("_l", "_r")) else whole
    if direction and (stem, direction) in DIRECTIONS:
        return f"{words}, {DIRECTIONS[stem, direction][0].lower()}"
    return words
