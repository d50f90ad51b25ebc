"""Targets of hands and feet, and directions in words, as a pose writes them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ptbuilder.figure.notes import Notes, is_number
from ptbuilder.figure.pose import Direction, Target
from ptbuilder.figure.surfaces import PARTS
from ptbuilder.figure.vocabulary import DIRECTIONS, point_bones, sided

RESTS = ("sole", "heel", "calf", "shin")
_NUMBERS = ("along", "ahead", "out", "up", "gap", "toe_out")
TARGET_KEYS = ("on", "side", "place", "under", "height", "fingers", "palm", "bend", "rest", *_NUMBERS)


def read_direction(raw: Any, frame: str, part: str, notes: Notes) -> Direction | None:
    """Words such as ``out .5 up``, or three numbers: left, up, front of the room."""
    if isinstance(raw, list) and len(raw) == 3 and all(is_number(v) for v in raw) and any(raw):
        return Direction(vector=(float(raw[0]), float(raw[1]), float(raw[2])))
    if not isinstance(raw, str) or not raw.split():
        notes.add(frame, part, "expected direction words such as 'out .5 up', or three numbers")
        return None
    words: list[tuple[str, float]] = []
    weight = 1.0
    for token in raw.split():
        number = _number(token)
        if number is not None:
            weight = number
        elif notes.known(token, DIRECTIONS, frame, part):
            words.append((token, weight))
            weight = 1.0
    return Direction(tuple(words)) if words else None


def _number(token: str) -> float | None:
    try:
        return float(token)
    except ValueError:
        return None


def read_target(raw: Any, side: str, limb: str, frame: str, props: frozenset[str], notes: Notes) -> Target | None:
    """One target; ``limb`` is hand, foot, or rest (a forearm laid down)."""
    name = f"{'elbow' if limb == 'rest' else limb}_{side}"
    whole = {"on": raw} if isinstance(raw, str) else raw
    if not isinstance(whole, Mapping):
        notes.add(frame, name, "expected the name of a place or an object with on")
        return None
    for key in whole:
        notes.known(key, TARGET_KEYS, frame, f"{name}.{key}")
    for key in _NUMBERS:
        if key in whole and not is_number(whole[key]):
            notes.add(frame, f"{name}.{key}", "expected a number")
            return None
    on = _place(whole.get("on", ""), side)
    allowed = ("floor", *sorted(props), *PARTS, *(f"{part}_{s}" for part in PARTS for s in "lr"))
    if on != "floor" and on not in props and sided(on)[0] not in PARTS:
        notes.known(on, allowed, frame, name)
        return None
    rest = str(whole.get("rest", "sole"))
    if not notes.known(rest, RESTS, frame, f"{name}.rest"):
        return None
    under = _own(whole.get("under", ""), side)
    if under and not point_bones(under):
        notes.add(frame, f"{name}.under", f"{under!r} is not a point of the body")
        under = ""
    height = whole.get("height")
    if isinstance(height, str) and not point_bones(_own(height, side)):
        notes.add(frame, f"{name}.height", f"{height!r} is neither a number of cm nor a point of the body")
        height = None
    directions = {
        key: read_direction(whole[key], frame, f"{name}.{key}", notes)
        for key in ("side", "fingers", "palm", "bend")
        if key in whole
    }
    numbers = {key: float(whole[key]) for key in _NUMBERS if key in whole}
    return Target(
        on=on,
        place=str(whole.get("place", "")),
        under=under,
        rest=rest,
        height=_own(height, side) if isinstance(height, str) else height,
        **directions,  # type: ignore[arg-type]  # the keys are Target's own
        **numbers,  # type: ignore[arg-type]
    )


def _place(on: Any, side: str) -> str:
    """A part without a side is the limb's own side; ``other`` names the other side."""
    word = str(on)
    if word.startswith("other "):
        return f"{word[6:]}_{'r' if side == 'l' else 'l'}"
    return f"{word}_{side}" if PARTS.get(word) is True else word


def _own(point: Any, side: str) -> str:
    word = str(point or "")
    return word if not word or point_bones(word) else f"{word}_{side}"
