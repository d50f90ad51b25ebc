"""The kinds of props and their options, as a pose may write them. Lengths are cm."""

from __future__ import annotations

GROUNDS = ("mat", "floor", "bed", "table", "none")
"""What the body is on: a mat, the bare floor, a bed or a treatment table (its top is height 0), or nothing drawn."""

OPTIONS: dict[str, tuple[str, ...]] = {
    "wall": ("place", "distance", "touch", "height", "width", "from"),
    "corner": ("distance", "from"),
    "doorway": ("distance", "width", "from"),
    "chair": ("under", "place", "distance", "aside", "arms", "back", "seat_height", "turned", "from"),
    "stool": ("under", "place", "distance", "aside", "seat_height", "from"),
    "table": ("place", "distance", "height", "depth", "from"),
    "counter": ("place", "distance", "height", "from"),
    "bed": ("under", "from"),
    "step": ("under", "height", "depth", "from"),
    "stairs": ("under", "height", "count", "from"),
    "walker": ("distance", "height", "from"),
    "pad": ("under", "height", "from"),
    "roller": ("under", "from"),
    "ball": ("under", "between", "behind", "size", "in"),
    "pillow": ("under", "between", "thickness"),
    "roll": ("under", "behind", "thickness"),
    "dumbbell": ("in",),
    "stick": ("in", "length"),
    "band": ("from_point", "to", "anchor", "anchor_height", "anchor_distance", "anchor_place"),
    "loop": ("around",),
    "strap": ("around",),
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

CHOICES: dict[str, tuple[str, ...]] = {
    "place": ("front", "behind", "left", "right"),
    "from": ("start", "finish"),
    "anchor_place": ("front", "behind", "left", "right"),
    "touch": ("back", "seat", "head", "heels"),
    "turned": ("back", "seat", "same"),
}
"""Options that take one of some words."""

NUMBERS = (
    "distance",
    "height",
    "depth",
    "aside",
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

FLAGS = ("arms", "back")
"""Options that are true or false."""
