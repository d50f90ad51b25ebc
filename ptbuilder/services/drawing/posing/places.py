"""Where hands and feet can be: the list of a form, and the numbers that move a place a little."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ptbuilder.domain.values import dataclass
from ptbuilder.services.drawing.posing.draft import FrameName, PoseDraft, merged_frames, with_limb
from ptbuilder.services.drawing.posing.things import FOOT_THINGS, hand_places, things_of
from ptbuilder.services.drawing.posing.words import capital, named, thing_name

ARM_PARTS = ("shoulder", "upper_arm", "elbow", "forearm", "wrist", "hand")
LEG_PARTS = ("thigh", "knee", "shin", "calf", "ankle", "foot")
BY_POSITION = "position"
"""The key of a place that the position decides."""

FREE = "free"
_RESTS = (("sole", "sole"), ("heel", "heel"), ("calf", "calf"), ("shin", "shin"))


@dataclass(frozen=True, slots=True)
class Place:
    """One place with its words; ``key`` tells places apart, ``target`` is what a pose says for it."""

    key: str
    label: str
    target: Any = None


@dataclass(frozen=True, slots=True)
class PlaceNumber:
    """A number that moves a place: cm, or hundredths of the way along a part."""

    key: str
    title: str
    low: int
    high: int
    unit: str
    value: int


def places_of(draft: PoseDraft, limb: str, side: str) -> tuple[Place, ...]:
    """All places for a hand or a foot, the usual ones first."""
    return _hand(draft, side) if limb == "hand" else _foot(draft, side)


def place_of(draft: PoseDraft, frame: FrameName, limb: str, side: str) -> str:
    """The key of the place where a limb is in a frame."""
    merged = merged_frames(draft)[frame]
    if limb == "hand" and f"rest_{side}" in merged:
        return "forearm"
    said = merged.get(f"{limb}_{side}")
    if said is None:
        return FREE
    return _key(said, side)


def held_by(draft: PoseDraft, frame: FrameName, joint: str, sides: str) -> Place | None:
    """Where the hand or foot is that a change of this joint would let go; None where nothing is let go."""
    limb = {"shoulder": "hand", "elbow": "hand", "hip": "foot", "knee": "foot"}.get(joint)
    if limb is None or (limb == "foot" and len(sides) != 1):
        return None
    for side in "rl" if sides == "both" else sides:
        key = place_of(draft, frame, limb, side)
        if key not in (FREE, "flat", "rest"):
            return nearest(places_of(draft, limb, side), key)
    return None


def with_place(draft: PoseDraft, frame: FrameName, limb: str, side: str, place: Place) -> PoseDraft:
    """The draft with a limb in that place."""
    if place.key == BY_POSITION:
        return with_limb(draft, frame, limb, side, None, is_said=False)
    return with_limb(draft, frame, limb, side, place.target)


def numbers_of(draft: PoseDraft, frame: FrameName, limb: str, side: str) -> tuple[PlaceNumber, ...]:
    """What moves the place of a limb; nothing where there is no target."""
    target = _target(draft, frame, limb, side)
    if target is None:
        return ()
    from ptbuilder.figure.surfaces import PARTS

    on_part = _stem(target["on"]) in PARTS
    rows = [("along", "Along the part", 0, 100, "%")] if on_part else []
    rows += [("ahead", "Forward" if on_part else "Ahead", -60, 90, "cm"), ("out", "Outward", -60, 60, "cm")]
    rows += [("up", "Up", -40, 60, "cm")]
    if limb == "hand":
        rows.append(("gap", "Off the surface", 0, 40, "cm"))
    else:
        rows.append(("toe_out", "Toes outward", -30, 60, "°"))
    return tuple(PlaceNumber(key, title, low, high, unit, _shown(target, key)) for key, title, low, high, unit in rows)


def with_number(draft: PoseDraft, frame: FrameName, limb: str, side: str, key: str, value: int) -> PoseDraft:
    """The draft with a place moved a little."""
    target = _target(draft, frame, limb, side)
    if target is None:
        return draft
    return with_limb(draft, frame, limb, side, {**target, key: value / 100 if key == "along" else value})


def heading_of(draft: PoseDraft, frame: FrameName, limb: str, side: str, key: str) -> str:
    """The direction words of a target (``bend`` for elbow or knee, ``fingers``), or nothing."""
    return str((_target(draft, frame, limb, side) or {}).get(key, ""))


def with_heading(draft: PoseDraft, frame: FrameName, limb: str, side: str, key: str, words: str) -> PoseDraft:
    """The draft with an elbow, knee or fingers that point somewhere; no words: the engine decides."""
    target = _target(draft, frame, limb, side)
    if target is None:
        return draft
    kept = {each: value for each, value in target.items() if each != key}
    return with_limb(draft, frame, limb, side, {**kept, key: words} if words else kept)


# ---- inside ---------------------------------------------------------------------------------------------------------


def _hand(draft: PoseDraft, side: str) -> tuple[Place, ...]:
    from ptbuilder.figure.surfaces import PARTS

    other = "l" if side == "r" else "r"
    places = [Place(BY_POSITION, "As the position has it"), Place(FREE, "Free")]
    places.append(Place("floor", "On the floor", {"on": "floor"}))
    places.append(Place("forearm", "Forearm on the floor", {"elbow": {"on": "floor"}}))
    places += [Place(f"{name}:{place}", words, {"on": name, "place": place}) for name, place, words in hand_places(draft.figure)]
    for part, paired in PARTS.items():
        for each in (side, other) if paired else ("",):
            if each == side and part in ARM_PARTS:
                continue
            on = f"{part}_{each}" if each else part
            where = {"head": "Behind the head", "neck": "Behind the neck"}.get(part, f"On the {named(on)}")
            places.append(Place(on, where, {"on": on}))
    return tuple(places)


def _foot(draft: PoseDraft, side: str) -> tuple[Place, ...]:
    other = "l" if side == "r" else "r"
    places = [
        Place(BY_POSITION, "As the position has it"),
        Place(FREE, "Free"),
        Place("flat", "Sole level", "flat"),
        Place("floor-rule", "Sole on the floor", "floor"),
        Place("rest", "Laid down", "rest"),
        Place("floor", "On the floor, further ahead or out", {"on": "floor", "ahead": 0, "out": 8}),
    ]
    for kind, name, _ in things_of(draft.figure):
        if kind in FOOT_THINGS:
            places += [
                Place(
                    f"{name}:{rest}",
                    f"{thing_name(name)}: {word} on it",
                    {"on": name, "rest": rest} if rest != "sole" else {"on": name},
                )
                for rest, word in _RESTS
            ]
    places += [Place(f"{part}_{other}", f"On the {named(f'{part}_{other}')}", {"on": f"{part}_{other}"}) for part in LEG_PARTS]
    return tuple(places)


def _key(said: Any, side: str) -> str:
    if isinstance(said, str):
        return {"floor": "floor-rule"}.get(said, said)
    on = _own(str(said.get("on", "")), side)
    if said.get("rest"):
        return f"{on}:{said['rest']}"
    return f"{on}:{said['place']}" if said.get("place") else on


def _own(on: str, side: str) -> str:
    """A part with its side, as the engine reads it."""
    from ptbuilder.figure.surfaces import PARTS

    if on.startswith("other "):
        return f"{on[6:]}_{'l' if side == 'r' else 'r'}"
    return f"{on}_{side}" if PARTS.get(on) else on


def _target(draft: PoseDraft, frame: FrameName, limb: str, side: str) -> dict[str, Any] | None:
    said = merged_frames(draft)[frame].get(f"{limb}_{side}")
    if said == "floor" or not isinstance(said, Mapping):
        return None
    return {**said, "on": _own(str(said["on"]), side)}


def _stem(on: str) -> str:
    return on[:-2] if on.endswith(("_l", "_r")) else on


def _shown(target: Mapping[str, Any], key: str) -> int:
    value = target.get(key)
    if key == "along":
        return round(100 * float(50 if value is None else value)) if value is not None else 50
    return round(float(value or 0))


def nearest(places: tuple[Place, ...], key: str) -> Place:
    """The place of a key; one that the list does not hold (as the usual place of a thing) by its thing or part."""
    stem = key.split(":")[0]
    found = [each for each in places if each.key == key] or [each for each in places if each.key.split(":")[0] == stem]
    return found[0] if found else Place(key, capital(named(stem)))
