"""From the JSON of a record's ``figure`` field to a ``FigureSpec``; every slip is a fault with record, frame and joint."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ptbuilder.figure import prop_catalogue
from ptbuilder.figure.bases import BASES
from ptbuilder.figure.errors import PoseError
from ptbuilder.figure.notes import Notes, is_number
from ptbuilder.figure.pose import ArrowSpec, Crop, FigureSpec, PropSpec
from ptbuilder.figure.reading_frames import merge_frame, read_frame, unmoved_limbs
from ptbuilder.figure.reading_targets import read_direction
from ptbuilder.figure.vocabulary import POINTS, SURFACE_POINTS, VIEWS, part_bones, point_bones

FIGURE_KEYS = ("view", "ground", "props", "start", "finish", "arrows", "shows", "crop", "inset", "check", "note")
_CROP_NUMBERS = ("width", "height", "up", "ahead")
CROP_KEYS = ("around", *_CROP_NUMBERS, "view")
"""Keys of a close-up; ``view`` only in an inset."""

ARROW_KEYS = ("follow", "direction", "length", "shift", "straight", "on", "both_ways")

CROPS: dict[str, Crop] = {
    "head": Crop("head", 19, 22, up=4),
    "head-shoulders": Crop("neck", 30, 30, up=4),
    "upper-body": Crop("chest", 42, 52, up=6),
    "trunk": Crop("low_back", 46, 40),
    "pelvis": Crop("pelvis", 32, 26),
    "belly": Crop("low_back", 30, 24),
    "lower-body": Crop("hip_r", 45, 60, up=-30),
    "knee_r": Crop("knee_r", 28, 28),
    "knee_l": Crop("knee_l", 28, 28),
    "foot_r": Crop("ankle_r", 22, 20),
    "foot_l": Crop("ankle_l", 22, 20),
    "hand_r": Crop("hand_r", 16, 16),
    "hand_l": Crop("hand_l", 16, 16),
}
"""Named close-ups: the point in the middle, half width, half height, and how far above the point the middle lies, cm."""


def read_figure(figure: Mapping[str, Any], record: str = "") -> FigureSpec:
    """Read one record's figure; raises PoseError listing every fault."""
    notes = Notes(record)
    spec = _read(figure, record, notes)
    if notes.faults or spec is None:
        raise PoseError(tuple(notes.faults))
    return spec


def _read(figure: Mapping[str, Any], record: str, notes: Notes) -> FigureSpec | None:
    for key in figure:
        notes.known(key, FIGURE_KEYS, "", key)
    raw_start, raw_finish = figure.get("start"), figure.get("finish", {})
    if not isinstance(raw_start, Mapping) or not isinstance(raw_finish, Mapping):
        notes.add("", "start", "expected an object with at least a base")
        return None
    base = raw_start.get("base", "")
    if not notes.known(base, tuple(BASES), "start", "base"):
        return None
    props = _props(figure.get("props", []), notes)
    names = frozenset(prop.name for prop in props)
    given = {**prop_catalogue.grips(props), **_pillowed(props)}
    first = {**merge_frame({}, BASES[base], "start", notes), **given}
    start = merge_frame(first, raw_start, "start", notes)
    finish = _finish(start, raw_finish, given, notes)
    still = unmoved_limbs(start, finish, raw_finish)
    ground = figure.get("ground", BASES[base].get("ground", "floor"))
    notes.known(ground, prop_catalogue.GROUNDS, "", "ground")
    return FigureSpec(
        record=record,
        start=read_frame(start, "start", names, notes),
        finish=replace(read_frame(finish, "finish", names, notes), holds=still),
        camera=_camera(figure.get("view", "right"), notes),
        props=props,
        arrows=_arrows(figure.get("arrows", []), notes),
        ground=ground,
        crop=_crop(figure.get("crop"), "crop", notes),
        inset=_crop(figure.get("inset"), "inset", notes),
        claims=_claims(figure.get("check", {}), notes),
        shows=_shows(figure.get("shows"), notes),
    )


def _pillowed(props: tuple[PropSpec, ...]) -> dict[str, Any]:
    """A head on a pillow stays where its angles bring it, since the pillow fills the space below."""
    pillows = any(prop.kind in prop_catalogue.SUPPORTS and prop_catalogue.under(prop) == "head" for prop in props)
    return {"head_rests": None} if pillows else {}


def _finish(start: dict[str, Any], raw: Mapping[str, Any], given: Mapping[str, Any], notes: Notes) -> dict[str, Any]:
    """The finish continues the start; a base of its own begins anew, with hands that hold what they hold."""
    base = raw.get("base")
    if base is None:
        return merge_frame(start, raw, "finish", notes)
    if not notes.known(base, tuple(BASES), "finish", "base"):
        return start
    return merge_frame({**merge_frame({}, BASES[base], "finish", notes), **given}, raw, "finish", notes)


def _camera(view: Any, notes: Notes) -> tuple[float, float, float]:
    if isinstance(view, str):
        if notes.known(view, tuple(VIEWS), "", "view"):
            return (*VIEWS[view], 0)
        return (0, 0, 0)
    if isinstance(view, Mapping) and all(key in ("yaw", "height", "roll") and is_number(v) for key, v in view.items()):
        return (view.get("yaw", 0), view.get("height", 6), view.get("roll", 0))
    notes.add("", "view", "expected the name of a camera or an object with yaw, height, roll in degrees")
    return (0, 0, 0)


def _props(raw: Any, notes: Notes) -> tuple[PropSpec, ...]:
    if not isinstance(raw, list):
        notes.add("", "props", "expected a list")
        return ()
    props: list[PropSpec] = []
    for item in raw:
        whole = {"kind": item} if isinstance(item, str) else item
        kind = whole.get("kind", "") if isinstance(whole, Mapping) else ""
        if not isinstance(whole, Mapping) or not notes.known(kind, tuple(prop_catalogue.OPTIONS), "", "props"):
            continue
        options = {key: value for key, value in whole.items() if key not in ("kind", "name")}
        for key, value in options.items():
            if notes.known(key, prop_catalogue.OPTIONS[kind], "", f"{kind}.{key}"):
                _option(kind, key, value, notes)
        name = str(whole.get("name", kind))
        same = sum(prop.name.rstrip("0123456789") == name for prop in props)
        props.append(PropSpec(kind, f"{name}{same + 1}" if same else name, options))
    return tuple(props)


def _option(kind: str, key: str, value: Any, notes: Notes) -> None:
    if key in prop_catalogue.CHOICES:
        notes.known(value, prop_catalogue.CHOICES[key], "", f"{kind}.{key}")
    elif key == "around":
        notes.known(value, prop_catalogue.AROUND[kind], "", f"{kind}.{key}")
    elif key in prop_catalogue.AT_POINTS or (key == "anchor_height" and isinstance(value, str)):
        if not point_bones(str(value)):
            notes.known(value, _point_names(), "", f"{kind}.{key}")
    elif key == "under":
        if not (part_bones(str(value)) or point_bones(str(value))):
            notes.known(value, _point_names(), "", f"{kind}.{key}")
    elif key in prop_catalogue.NUMBERS and not is_number(value):
        notes.add("", f"{kind}.{key}", "expected a number")
    elif key in prop_catalogue.FLAGS and not isinstance(value, bool):
        notes.add("", f"{kind}.{key}", "expected true or false")


def _arrows(raw: Any, notes: Notes) -> tuple[ArrowSpec, ...]:
    items = raw if isinstance(raw, list) else [raw]
    return tuple(arrow for item in items if (arrow := _arrow(item, notes)) is not None)


def _arrow(raw: Any, notes: Notes) -> ArrowSpec | None:
    item: Any = {"follow": raw} if isinstance(raw, str) else raw
    if not isinstance(item, Mapping):
        notes.add("", "arrows", "expected the name of a point or an object with follow")
        return None
    for key in item:
        notes.known(key, ARROW_KEYS, "", f"arrows.{key}")
    follow = item.get("follow", "")
    if not point_bones(str(follow)):
        notes.known(follow, _point_names(), "", "arrows.follow")
        return None
    shift = item.get("shift")
    if shift is not None and not (isinstance(shift, list) and len(shift) == 2 and all(is_number(v) for v in shift)):
        notes.add("", "arrows.shift", "expected two numbers: cm to the right and up in the picture")
        shift = None
    length = item.get("length")
    if length is not None and not is_number(length):
        notes.add("", "arrows.length", "expected a number of cm")
        length = None
    if item.get("on", "finish") not in ("start", "finish", "both"):
        notes.add("", "arrows.on", "expected start, finish or both")
    direction = read_direction(item["direction"], "", "arrows.direction", notes) if "direction" in item else None
    return ArrowSpec(
        follow=str(follow),
        direction=direction,
        length=None if length is None else float(length),
        shift=(float(shift[0]), float(shift[1])) if shift else None,
        straight=bool(item.get("straight", direction is not None)),
        on=str(item.get("on", "finish")),
        both_ways=bool(item.get("both_ways", False)),
    )


def _crop(raw: Any, part: str, notes: Notes) -> Crop | None:
    if raw is None:
        return None
    if isinstance(raw, str):
        return CROPS[raw] if notes.known(raw, tuple(CROPS), "", part) else None
    if not isinstance(raw, Mapping) or not point_bones(str(raw.get("around", ""))):
        notes.add("", part, "expected the name of a close-up or an object with around (a point), width and height in cm")
        return None
    for key, value in raw.items():
        if not notes.known(key, CROP_KEYS if part == "inset" else CROP_KEYS[:-1], "", f"{part}.{key}"):
            return None
        if key in _CROP_NUMBERS and not is_number(value):
            notes.add("", f"{part}.{key}", "expected a number of cm")
            return None
    width = float(raw.get("width", 30))
    return Crop(
        str(raw["around"]),
        width,
        float(raw.get("height", width)),
        float(raw.get("up", 0)),
        float(raw.get("ahead", 0)),
        _camera(raw["view"], notes) if "view" in raw else None,
    )


def _claims(raw: Any, notes: Notes) -> tuple[tuple[str, str], ...]:
    if not isinstance(raw, Mapping) or not all(key in ("start", "finish") and isinstance(v, list) for key, v in raw.items()):
        notes.add("", "check", "expected an object with lists under start and finish")
        return ()
    return tuple((frame, str(claim)) for frame, claims in raw.items() for claim in claims)


def _shows(raw: Any, notes: Notes) -> tuple[int, int] | None:
    if raw is None:
        return None
    if isinstance(raw, list) and len(raw) == 2 and all(isinstance(v, int) for v in raw):
        return (raw[0], raw[1])
    notes.add("", "shows", "expected the numbers of two steps, counted from 1")
    return None


def _point_names() -> tuple[str, ...]:
    return tuple(name if point_bones(name) else f"{name}_r" for name in (*POINTS, *SURFACE_POINTS, "foot"))
