"""Colours of drawings: in colour, and in black and white that survives a photocopier."""

from __future__ import annotations

from dataclasses import replace

from ptbuilder.domain.drawing import Drawing, Paint, Role

COLOUR = {
    "skin": "#f3d3b8",
    "skin_far": "#e2bb9b",
    "shirt": "#8fb9d8",
    "shorts": "#44577a",
    "shorts_far": "#37486a",
    "shoe": "#f4f4f2",
    "shoe_far": "#d9dadb",
    "hair": "#5b4334",
    "hair_grey": "#b4b1ac",
    "mat": "#cfe0d8",
    "floor": "#e9e9e6",
    "wall": "#e6e4de",
    "wood": "#dcc19a",
    "metal": "#9aa3ad",
    "band": "#3f9d6b",
    "pillow": "#f2efe6",
    "ball": "#b9a4d6",
    "roller": "#a7c7c2",
    "towel": "#f0e2b6",
    "step": "#c9ccd2",
    "pad": "#bcd0e6",
    "prop": "#d8d8d8",
    "ink": "#20242c",
    "prop_ink": "#5a6068",
    "arrow": "#d1342f",
}
"""The colour theme."""

GREY = {
    "skin": "#ffffff",
    "skin_far": "#e4e4e4",
    "shirt": "#d4d4d4",
    "shorts": "#8c8c8c",
    "shorts_far": "#777777",
    "shoe": "#fefefe",
    "shoe_far": "#dddddd",
    "hair": "#4a4a4a",
    "hair_grey": "#c4c4c4",
    "mat": "#f0f0f0",
    "floor": "#f4f4f4",
    "wall": "#efefef",
    "wood": "#ececec",
    "metal": "#bdbdbd",
    "band": "#6a6a6a",
    "pillow": "#fafafa",
    "ball": "#e2e2e2",
    "roller": "#dcdcdc",
    "towel": "#f5f5f5",
    "step": "#e6e6e6",
    "pad": "#e0e0e0",
    "prop": "#e8e8e8",
    "ink": "#000000",
    "prop_ink": "#444444",
    "arrow": "#010101",
}
"""The black-and-white theme, colour by colour."""

ROLES: dict[str, Role] = {
    "skin": "skin",
    "shoe": "skin",
    "shirt": "cloth",
    "shorts": "cloth",
    "hair": "hair",
    "mat": "ground",
    "floor": "ground",
}
"""What a fill stands for; all others are props."""

_SHADE = {"skin": 0.90, "shirt": 0.86, "shorts": 0.84, "hair": 0.8, "shoe": 0.9}


def shade(name: str) -> str:
    """The second, darker tone of a colour of the colour theme."""
    return darker(COLOUR[name], name)


def darker(colour: str, name: str) -> str:
    """The second tone of a colour that stands under this name in a theme."""
    share = _SHADE.get(name.split("_")[0], 0.88)
    return "#" + "".join(f"{int(int(colour[i : i + 2], 16) * share):02x}" for i in (1, 3, 5))


_TO_GREY = {COLOUR[name]: GREY[name] for name in COLOUR} | {
    shade(name): darker(GREY[name], name)
    for name in ("skin", "shirt", "shorts", "skin_far", "shorts_far", "hair", "hair_grey", "shoe")
}


def black_and_white(drawing: Drawing) -> Drawing:
    """The drawing in the black-and-white theme; colours it does not know stay."""
    return replace(drawing, paths=tuple(replace(path, paint=_grey(path.paint)) for path in drawing.paths))


def _grey(paint: Paint) -> Paint:
    return replace(paint, fill=_TO_GREY.get(paint.fill or "", paint.fill), stroke=_TO_GREY.get(paint.stroke or "", paint.stroke))
