"""The words of a pose: joints with their directions and human ranges, base positions, contact parts, points of the body.

Ranges are a little wider than usual norms of active motion, so that they refuse slips of the pen, not flexible people.
"""

from __future__ import annotations

Range = tuple[float, float]

UNPAIRED: dict[str, dict[str, Range]] = {
    "body": {"lean": (-180, 180), "side": (-180, 180), "turn": (-180, 180)},
    "pelvis": {"tilt": (-30, 30), "rotation": (-75, 75), "side": (-25, 25)},
    "lumbar": {"flexion": (-45, 65), "rotation": (-25, 25), "side": (-30, 30)},
    "thoracic": {"flexion": (-30, 45), "rotation": (-50, 50), "side": (-30, 30)},
    "neck": {"flexion": (-65, 60), "rotation": (-85, 85), "side": (-48, 48), "tuck": (-15, 20)},
    "head": {"flexion": (-30, 30), "rotation": (-45, 45), "side": (-20, 20)},
    "breath": {"belly": (-4, 5), "ribs": (-3, 4)},
}
"""Joints of the midline; the first direction is the one a bare number means. Degrees; ``breath`` is cm by which the front of the
trunk comes out."""

PAIRED: dict[str, dict[str, Range]] = {
    "scapula": {"elevation": (-15, 40), "protraction": (-30, 30)},
    "shoulder": {"flexion": (-60, 182), "abduction": (-60, 182), "rotation": (-95, 110)},
    "elbow": {"flexion": (-8, 152)},
    "forearm": {"pronation": (-95, 95)},
    "wrist": {"flexion": (-85, 90), "deviation": (-40, 30)},
    "fingers": {"curl": (-30, 110), "thumb": (-20, 90)},
    "hip": {"flexion": (-30, 138), "abduction": (-35, 60), "rotation": (-50, 75)},
    "knee": {"flexion": (-5, 158)},
    "ankle": {"dorsiflexion": (-65, 40), "inversion": (-30, 40)},
    "toes": {"extension": (-45, 80)},
}
"""Joints of each side, written with ``_l`` or ``_r``; without a suffix both sides are meant."""

RESTING: dict[str, dict[str, float]] = {"elbow": {"flexion": 8}, "knee": {"flexion": 2}, "fingers": {"curl": 12}}
"""Angles of joints that a pose does not name, where they are not 0."""

POINTS: dict[str, str] = {
    "pelvis": "pelvis",
    "low_back": "lumbar2",
    "chest": "thor2",
    "upper_back": "thor3",
    "neck": "neck2",
    "head": "head",
    "shoulder": "uarm1",
    "elbow": "farm1",
    "wrist": "hand",
    "hand": "f3_1",
    "fingers": "f3_3",
    "hip": "thigh1",
    "knee": "shin1",
    "ankle": "foot",
    "toes": "toes",
}
"""Points of the body that arrows, anchors, props and cameras name, and the bones they are; paired ones take ``_l`` or ``_r``."""

SURFACE_POINTS: dict[str, tuple[str, tuple[float, float, float]]] = {
    "nose": ("head", (0, 0.03, 0.12)),
    "crown": ("head", (0, 0.165, 0.01)),
    "chin": ("head", (0, -0.03, 0.10)),
    "breastbone": ("thor3", (0, 0.0, 0.11)),
    "belly": ("lumbar2", (0, -0.02, 0.12)),
    "tailbone": ("pelvis", (0, 0.02, -0.12)),
}
"""Points that lie off a joint: bone and metres left, up, front in its frame."""

MIDLINE = frozenset({"pelvis", "low_back", "chest", "upper_back", "neck", "head", *SURFACE_POINTS})
"""Points without a side."""

CONTACT_PARTS: dict[str, tuple[str, ...]] = {
    "head": ("head",),
    "shoulders": ("thor3", "scap_l", "scap_r", "clav_l", "clav_r", "thor2"),
    "back": ("thor1", "thor2", "thor3"),
    "pelvis": ("pelvis", "thigh1_l", "thigh1_r"),
    "seat": ("pelvis", "thigh1_l", "thigh1_r", "thigh2_l", "thigh2_r"),
    "arm": ("uarm1", "uarm2"),
    "forearm": ("farm1", "farm2"),
    "elbow": ("farm1",),
    "hand": ("hand",),
    "thigh": ("thigh2",),
    "knee": ("shin1", "thigh2"),
    "shin": ("shin1", "shin2"),
    "foot": ("foot", "toes"),
    "heel": ("foot",),
    "toes": ("toes",),
}
"""Parts that can touch the floor or a prop, and their bones; paired ones take ``_l``, ``_r``, or a plural for both."""

PAIRED_PARTS = ("arm", "forearm", "elbow", "hand", "thigh", "knee", "shin", "foot", "heel", "toes")

PLURALS = {
    "feet": "foot",
    "hands": "hand",
    "knees": "knee",
    "shins": "shin",
    "thighs": "thigh",
    "forearms": "forearm",
    "elbows": "elbow",
    "heels": "heel",
    "arms": "arm",
    "both_toes": "toes",
    "hips": "hip",
    "ankles": "ankle",
    "shoulder_joints": "shoulder",
}
"""Words for both sides."""

DIRECTIONS = ("up", "down", "front", "behind", "left", "right", "out", "in", "head", "feet")
"""Up and down are the room's; the others are the body's own: in lying, front is where the chest faces."""

VIEWS: dict[str, tuple[float, float]] = {
    "right": (-90, 6),
    "left": (90, 6),
    "front": (0, 3),
    "back": (180, 3),
    "right-front": (-50, 9),
    "left-front": (50, 9),
    "right-back": (-130, 9),
    "left-back": (130, 9),
    "right-high": (-90, 22),
    "left-high": (90, 22),
    "right-front-high": (-55, 22),
    "left-front-high": (55, 22),
    "feet-end": (0, 25),
    "head-end": (180, 25),
    "above": (-90, 80),
}
"""Cameras: yaw (0 sees the figure's front in standing, -90 its right side) and height of the view, degrees."""


def sided(word: str) -> tuple[str, str]:
    """A name split into stem and side (``l``, ``r`` or nothing)."""
    return (word[:-2], word[-1]) if word.endswith(("_l", "_r")) else (word, "")


def point_bones(name: str) -> tuple[str, ...]:
    """The bones a point stands for (two for a plural); empty for an unknown name."""
    if name in PLURALS and PLURALS[name] in POINTS | {"foot": "", "hand": ""}:
        stem = {"foot": "ankle"}.get(PLURALS[name], PLURALS[name])
        return tuple(f"{POINTS[stem]}_{side}" for side in "lr")
    if name in SURFACE_POINTS:
        return (SURFACE_POINTS[name][0],)
    stem, side = sided(name)
    stem = {"foot": "ankle"}.get(stem, stem)
    if stem not in POINTS or (stem in MIDLINE) == bool(side):
        return ()
    return (f"{POINTS[stem]}_{side}" if side else POINTS[stem],)


def part_bones(name: str) -> tuple[str, ...]:
    """The bones of a contact part; empty for an unknown name."""
    if name in PLURALS and PLURALS[name] in PAIRED_PARTS:
        return tuple(f"{bone}_{side}" for side in "lr" for bone in CONTACT_PARTS[PLURALS[name]])
    stem, side = sided(name)
    if stem not in CONTACT_PARTS or (stem in PAIRED_PARTS) != bool(side):
        return ()
    return tuple(f"{bone}_{side}" for bone in CONTACT_PARTS[stem]) if side else CONTACT_PARTS[stem]


def directions_of(joint: str) -> dict[str, Range] | None:
    """The directions and ranges of a joint, with or without side; None for an unknown joint."""
    stem, side = sided(joint)
    if stem in PAIRED:
        return PAIRED[stem]
    return UNPAIRED.get(stem) if not side else None


def all_joints() -> tuple[str, ...]:
    """Every joint name a pose may use."""
    return (*UNPAIRED, *(f"{stem}{end}" for stem in PAIRED for end in ("", "_l", "_r")))
