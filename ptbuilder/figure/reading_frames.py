"""One frame of a pose: merging what a base, the start and the finish say, and reading the result."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ptbuilder.figure.notes import Notes, is_number
from ptbuilder.figure.pose import Contact, Frame, Target
from ptbuilder.figure.reading_targets import read_target
from ptbuilder.figure.vocabulary import (
    CONTACT_PARTS,
    PAIRED,
    PAIRED_PARTS,
    PLURALS,
    RESTING,
    UNPAIRED,
    all_joints,
    directions_of,
    part_bones,
    point_bones,
    sided,
)

FRAME_KEYS = ("base", "contact", "anchor", "ground", "shift", "sink", "head_rests", "note")
_LIMBS = ("hand", "foot")
FOOT_RULES = ("flat", "floor", "rest", "free")
_FREES = {"shoulder": "hand", "elbow": "hand"}
"""Naming one of these joints frees the limb of that side from the target it had before."""


def merge_frame(before: Mapping[str, Any], said: Mapping[str, Any], frame: str, notes: Notes) -> dict[str, Any]:
    """What was said before, changed by what is said now; both sides are written out."""
    result = {key: dict(value) if isinstance(value, dict) else value for key, value in before.items()}
    spread = _spread(said, frame, notes)
    for key, value in spread.items():
        stem, side = sided(key)
        if stem in _FREES and not _is_target(value) and f"{_FREES[stem]}_{side}" not in spread:
            result.pop(f"hand_{side}", None)
            result.pop(f"rest_{side}", None)
        if stem == "elbow" and _is_target(value):
            result[f"rest_{side}"] = value
            result.pop(f"hand_{side}", None)
        elif value is None:
            result.pop(key, None)
        elif stem in PAIRED or stem in UNPAIRED:
            result[key] = {**result.get(key, {}), **_angles(key, value, frame, notes)}
        else:
            result[key] = value
    return result


def unmoved_limbs(start: Mapping[str, Any], finish: Mapping[str, Any], said: Mapping[str, Any]) -> tuple[str, ...]:
    """Hands and feet that stay where they are at the start: on floor or prop, and the finish says nothing of their limb."""
    if "base" in said or start.get("anchor") != finish.get("anchor"):
        return ()
    still = []
    for side in "lr":
        for limb, joints in (("hand", ("shoulder", "elbow", "hand")), ("foot", ("hip", "knee", "ankle", "foot"))):
            name = f"{limb}_{side}"
            named = any(key in said for joint in joints for key in (joint, f"{joint}_{side}"))
            if not named and name in start and start[name] == finish.get(name):
                still.append(name)
    return tuple(still)


def _spread(said: Mapping[str, Any], frame: str, notes: Notes) -> dict[str, Any]:
    """Names without a side written out for both; a name with its side wins."""
    spread: dict[str, Any] = {}
    allowed = (*all_joints(), *FRAME_KEYS, *_LIMBS, *(f"{limb}_{side}" for limb in _LIMBS for side in "lr"))
    for key in said:
        notes.known(key, allowed, frame, key)
    for key, value in said.items():
        if key in PAIRED or key in _LIMBS:
            spread.update({f"{key}_{side}": value for side in "lr"})
    spread.update({key: value for key, value in said.items() if key in allowed and not (key in PAIRED or key in _LIMBS)})
    return spread


def _is_target(value: Any) -> bool:
    return isinstance(value, Mapping) and "on" in value


def _angles(joint: str, value: Any, frame: str, notes: Notes) -> dict[str, float]:
    directions = directions_of(joint) or {}
    given = value if isinstance(value, Mapping) else {next(iter(directions)): value}
    angles: dict[str, float] = {}
    for direction, angle in given.items():
        if not notes.known(direction, tuple(directions), frame, f"{joint}.{direction}"):
            continue
        low, high = directions[direction]
        if not is_number(angle):
            notes.add(frame, f"{joint}.{direction}", "expected a number of degrees")
        elif not low <= angle <= high:
            notes.add(frame, f"{joint}.{direction}", f"{angle:g} degrees is outside the human range {low:g} to {high:g}")
        else:
            angles[direction] = float(angle)
    return angles


def read_frame(merged: Mapping[str, Any], frame: str, props: frozenset[str], notes: Notes) -> Frame:
    """The frame's value from its merged form."""
    angles = {joint: dict(value) for joint, value in merged.items() if sided(joint)[0] in PAIRED or joint in UNPAIRED}
    for stem, resting in RESTING.items():
        for side in "lr":
            angles[f"{stem}_{side}"] = {**resting, **angles.get(f"{stem}_{side}", {})}
    targets, rules = _limbs(merged, frame, props, notes)
    sink = merged.get("sink")
    if sink is not None and not is_number(sink):
        notes.add(frame, "sink", "expected a number of cm")
        sink = None
    return Frame(
        base=str(merged.get("base", "standing")),
        angles=angles,
        targets=targets,
        foot_rules=rules,
        contacts=_contacts(merged.get("contact", []), frame, props, notes),
        anchor=_anchor(merged.get("anchor", "pelvis"), frame, notes),
        shift=_shift(merged.get("shift", [0, 0, 0]), frame, notes),
        sink=None if sink is None else sink / 100,
        head_rests=_head_rest(merged.get("head_rests"), frame, notes),
        head_is_held=merged.get("head_rests") is False,
    )


def _head_rest(raw: Any, frame: str, notes: Notes) -> float | None:
    """True is on the ground itself, a number so many cm above it; None where nothing is said or the head is held up."""
    if isinstance(raw, bool) or raw is None:
        return 0.0 if raw else None
    if is_number(raw):
        return float(raw)
    notes.add(frame, "head_rests", "expected true, false, or a number of cm above the ground")
    return None


def _limbs(merged: Mapping[str, Any], frame: str, props: frozenset[str], notes: Notes) -> tuple[dict[str, Target], dict[str, str]]:
    """Targets of hands, feet and laid-down forearms, and the rules of feet that have no target."""
    targets: dict[str, Target] = {}
    rules: dict[str, str] = {}
    for name in (f"{limb}_{side}" for side in "lr" for limb in ("hand", "foot", "rest")):
        value = merged.get(name)
        if name.startswith("foot") and isinstance(value, str):
            if notes.known(value, FOOT_RULES, frame, name):
                rules[name] = value
        elif value is not None:
            target = read_target(value, name[-1], name[:4], frame, props, notes)
            if target is not None:
                targets[name] = target
    return targets, rules


def _shift(raw: Any, frame: str, notes: Notes) -> tuple[float, float, float]:
    if isinstance(raw, list) and len(raw) == 3 and all(is_number(v) for v in raw):
        return (raw[0] / 100, raw[1] / 100, raw[2] / 100)
    notes.add(frame, "shift", "expected three numbers of cm: left, up, front")
    return (0, 0, 0)


def _anchor(anchor: Any, frame: str, notes: Notes) -> str:
    if not isinstance(anchor, str) or not point_bones(anchor):
        notes.add(frame, "anchor", f"{anchor!r} is not a point of the body such as pelvis, feet, knee_r")
        return "pelvis"
    return anchor


def _contacts(raw: Any, frame: str, props: frozenset[str], notes: Notes) -> tuple[Contact, ...]:
    items = raw if isinstance(raw, list) else [raw]
    contacts = []
    for item in items:
        whole: Any = {"part": item} if isinstance(item, str) else item
        part = whole.get("part", "") if isinstance(whole, Mapping) else ""
        if not part_bones(str(part)):
            notes.known(part, _part_names(), frame, "contact")
            continue
        on, height = str(whole.get("on", "floor")), whole.get("height")
        if height is not None and not is_number(height):
            notes.add(frame, "contact.height", "expected a number of cm")
        elif notes.known(on, ("floor", *sorted(props)), frame, "contact.on"):
            contacts.append(Contact(str(part), on, None if height is None else float(height)))
    if len(contacts) > 2:
        notes.add(frame, "contact", "expected at most two parts; other limbs take targets")
    return tuple(contacts[:2])


def _part_names() -> tuple[str, ...]:
    paired = tuple(f"{part}_{side}" for part in PAIRED_PARTS for side in "lr")
    return (*(part for part in CONTACT_PARTS if part not in PAIRED_PARTS), *paired, *(p for p in PLURALS if part_bones(p)))
