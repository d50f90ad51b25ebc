"""The kinds of props and their options, as a pose may write them. Lengths are cm."""

from __future__ import annotations

from collections.abc import Iterable

from ptbuilder.figure.pose import PropSpec

GROUNDS = ("mat", "floor", "bed", "table", "none")
"""What the body is on: a mat, the bare floor, a bed or a treatment table (its top is height 0), or nothing drawn."""

OPTIONS: dict[str, tuple[str, ...]] = {
    "wall": ("place", "distance", "touch", "height", "width", "from"),
    "corner": ("distance", "from"),
    "doorway": ("distance", "width", "from"),
    "chair": ("under", "place", "distance", "aside", "forward", "arms", "back", "seat_height", "turned", "from"),
    "stool": ("under", "place", "distance", "aside", "forward", "seat_height", "from"),
    "table": ("place", "distance", "height", "depth", "from"),
    "counter": ("place", "distance", "height", "from"),
    "bed": ("under", "height", "from"),
    "step": ("under", "height", "depth", "from"),
    "stairs": ("under", "height", "count", "from"),
    "walker": ("distance", "height", "from"),
    "pad": ("under", "height", "from"),
    "roller": ("under", "size", "from"),
    "ball": ("under", "between", "behind", "size", "in"),
    "pillow": ("under", "between", "thickness", "height", "from"),
    "roll": ("under", "behind", "thickness"),
    "dumbbell": ("in",),
    "stick": ("in", "length", "stands"),
    "band": ("from_point", "to", "anchor_height", "anchor_distance", "anchor_place"),
    "loop": ("around",),
    "strap": ("in", "around"),
    "towel": ("in", "around"),
    "weight": ("on",),
}
"""Kinds with their options."""

FIXED = (
    "wall",
    "corner",
    "doorway",
    "chair",
    "stool",
    "table",
    "counter",
    "bed",
    "step",
    "stairs",
    "walker",
    "pad",
    "roller",
)
"""Kinds that stand still: placed once, by the start frame or the one that ``from`` names."""

SUPPORTS = ("pillow", "roll", "ball")
"""Kinds that go with the body and fill the space below or beside it."""

HELD = ("dumbbell", "stick", "band", "loop", "strap", "towel", "weight")
"""Kinds in the hands or around limbs."""

AROUND: dict[str, tuple[str, ...]] = {
    "strap": ("foot_l", "foot_r", "ankle_l", "ankle_r", "knee_l", "knee_r", "back"),
    "towel": ("foot_l", "foot_r", "ankle_l", "ankle_r", "knee_l", "knee_r", "back"),
    "loop": ("thighs", "ankles"),
}
"""What a kind can go around; at the knee a strap lies behind the thigh."""

CHOICES: dict[str, tuple[str, ...]] = {
    "place": ("front", "behind", "left", "right"),
    "from": ("start", "finish"),
    "anchor_place": ("front", "behind", "left", "right"),
    "touch": ("back", "seat", "head", "heels"),
    "in": ("hands", "hand_l", "hand_r"),
    "turned": ("back", "seat", "left", "right"),
}
"""Options that take one of some words."""

NUMBERS = (
    "distance",
    "height",
    "depth",
    "aside",
    "forward",
    "seat_height",
    "width",
    "count",
    "size",
    "thickness",
    "length",
    "anchor_height",
    "anchor_distance",
)
"""Options that take a number; cm except ``count``."""

AT_POINTS = ("to", "from_point", "on", "behind", "between")
"""Options that name a point of the body."""

FLAGS = ("arms", "back", "stands")
"""Options that are true or false."""

_CURL = {"dumbbell": 80.0, "stick": 82.0, "strap": 84.0, "towel": 80.0, "band": 82.0, "ball": 42.0}
"""Degrees by which fingers close around what they hold."""


def under(prop: PropSpec) -> str:
    """The part that a support lies under; nothing where it lies elsewhere. A pillow is for the head if nothing is said."""
    elsewhere = any(key in prop.options for key in ("between", "behind", "in"))
    return "" if elsewhere else str(prop.options.get("under", "head" if prop.kind == "pillow" else ""))


def stays(prop: PropSpec) -> bool:
    """Whether a support stays where it lies, as a pillow does while the head moves on it or leaves it."""
    return prop.kind == "pillow" and under(prop) == "head"


def grips(props: Iterable[PropSpec]) -> dict[str, dict[str, float]]:
    """Fingers of the hands that hold something, as a pose would write them; what a pose says of fingers goes before."""
    closed: dict[str, dict[str, float]] = {}
    for prop in props:
        if prop.kind == "band":
            words = [str(prop.options.get("from_point", "hands")), str(prop.options.get("to", ""))]
        elif prop.kind == "ball":
            words = [str(prop.options.get("in", ""))]
        else:
            words = [str(prop.options.get("in", "hands"))] if prop.kind in _CURL else []
        for word in words:
            sides = "lr" if word == "hands" else word[-1] if word in ("hand_l", "hand_r") else ""
            closed.update({f"fingers_{side}": {"curl": _CURL[prop.kind]} for side in sides})
    return closed
