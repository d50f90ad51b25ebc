"""Things around the figure: which there are, how each begins, and the options that a form shows for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal

from ptbuilder.domain.values import dataclass
from ptbuilder.services.drawing.posing.names import CHOICES, OPTIONS, PLACES
from ptbuilder.services.drawing.posing.words import capital, named, thing_name

if TYPE_CHECKING:
    from ptbuilder.figure.pose import PropSpec
    from ptbuilder.services.drawing.posing.draft import PoseDraft

HAND_PLACES: dict[str, tuple[str, ...]] = {
    "wall": ("surface",),
    "corner": ("left", "right"),
    "doorway": ("left", "right"),
    "chair": ("back", "seat", "arm_l", "arm_r"),
    "stool": ("seat",),
    "table": ("top", "edge"),
    "counter": ("top", "edge"),
    "bed": ("top",),
    "step": ("top",),
    "stairs": ("top",),
    "walker": ("left", "right"),
    "pillow": ("top",),
    "ball": ("top", "front"),
}
"""Where hands find a thing."""

FOOT_THINGS = ("step", "stairs", "pad", "chair", "stool", "bed", "roller", "ball", "roll", "pillow", "table")
"""Things that carry a foot or a calf."""

_BEGINS: dict[str, dict[str, Any]] = {
    "wall": {"place": "front", "distance": 34},
    "table": {"place": "front", "distance": 30},
    "counter": {"place": "front", "distance": 30},
    "ball": {"in": "hand_r"},
    "roll": {"under": "knee_r", "thickness": 8.5},
    "strap": {"around": "foot_r", "in": "hand_r"},
    "towel": {"in": "hands"},
    "dumbbell": {"in": "hands"},
    "stick": {"in": "hands"},
    "band": {"from_point": "hands", "anchor_place": "front", "anchor_height": "elbow_r"},
    "loop": {"around": "thighs"},
    "weight": {"on": "ankle_r"},
    "step": {"under": "foot_r", "height": 18},
    "stairs": {"under": "foot_r", "height": 18, "count": 3},
    "pad": {"under": "feet", "height": 6},
    "roller": {"under": "upper_back", "size": 15},
    "pillow": {"under": "head"},
}
_BESIDE = {"place": "left", "distance": 31, "aside": 18}
_SITTING = ("sitting",)
_LYING = ("supine", "hooklying", "prone", "side-right", "side-left", "long-sitting")
_USED: dict[tuple[str, str], dict[str, Any]] = {
    ("step", "standing"): {"foot_r": {"on": "step", "ahead": 34}, "contact": ["foot_l"], "anchor": "foot_l"},
    ("stairs", "standing"): {"foot_r": {"on": "stairs", "ahead": 34}, "contact": ["foot_l"], "anchor": "foot_l"},
    ("pad", "standing"): {"contact": [{"part": "feet", "on": "pad"}]},
    ("pad", "kneeling"): {"contact": [{"part": "shins", "on": "pad"}]},
    ("pad", "half-kneeling"): {"contact": [{"part": "knee_r", "on": "pad"}]},
}
"""How a thing is used from a position, as the start would say it."""
_UNDER = ("seat", "head", "shins", "knees", "feet", "belly", "upper_back", "low_back", "neck")
_BODY_POINTS = (
    "hands",
    "hand_r",
    "hand_l",
    "foot_r",
    "foot_l",
    "ankle_r",
    "ankle_l",
    "wrist_r",
    "wrist_l",
    "elbow_r",
    "shoulder_r",
)
_RANGES: dict[str, tuple[int, int]] = {
    "count": (1, 8),
    "size": (4, 90),
    "thickness": (1, 30),
    "height": (2, 240),
    "width": (20, 300),
    "depth": (20, 120),
    "seat_height": (20, 80),
    "aside": (-80, 80),
    "forward": (0, 30),
    "length": (20, 200),
    "anchor_height": (0, 220),
    "anchor_distance": (30, 200),
    "distance": (-60, 200),
}


@dataclass(frozen=True, slots=True)
class ThingOption:
    """One option of a thing as a form shows it; ``value`` is None where the thing decides.

    ``choices`` are values with their words; ``low`` and ``high`` are cm, or a number of steps.
    """

    key: str
    title: str
    kind: Literal["number", "choice", "flag"]
    value: Any
    choices: tuple[tuple[Any, str], ...] = ()
    low: int = 0
    high: int = 0


def all_kinds() -> tuple[str, ...]:
    """Every kind of thing that can be drawn."""
    from ptbuilder.figure.prop_catalogue import OPTIONS as KINDS

    return tuple(KINDS)


def things_of(figure: Mapping[str, Any]) -> tuple[tuple[str, str, dict[str, Any]], ...]:
    """Kind, name and options of each thing, in the order of the figure; a second one of a name is numbered."""
    found: list[tuple[str, str, dict[str, Any]]] = []
    for said in figure.get("props", []):
        whole = {"kind": said} if isinstance(said, str) else dict(said)
        kind = str(whole.pop("kind", ""))
        name = str(whole.pop("name", kind))
        same = sum(each.rstrip("0123456789") == name for _, each, _ in found)
        found.append((kind, f"{name}{same + 1}" if same else name, whole))
    return tuple(found)


def specs_of(figure: Mapping[str, Any]) -> tuple[PropSpec, ...]:
    """The things as the engine names them."""
    from ptbuilder.figure.pose import PropSpec

    return tuple(PropSpec(kind, name, options) for kind, name, options in things_of(figure))


def with_thing(draft: PoseDraft, kind: str, *, present: bool) -> PoseDraft:
    """The draft with a thing of this kind where it is usually wanted, or without any of this kind.

    Hands and feet that were on a thing taken away are where the position has them.
    """
    said = list(draft.figure.get("props", []))
    if present:
        options = begin_of(kind, draft.base)
        draft = draft.with_key("props", [*said, {"kind": kind, **options} if options else kind])
        used, start = _USED.get((kind, draft.base), {}), draft.raw("start")
        return draft if set(used) & set(start) else draft.with_frame("start", {**start, **used})
    gone = {name for each, name, _ in things_of(draft.figure) if each == kind}
    kept = [each for each in said if (each if isinstance(each, str) else each.get("kind")) != kind]
    draft = draft.with_key("props", kept or None)
    for frame in ("start", "finish"):
        if frame in draft.figure:
            draft = draft.with_frame(frame, _without(draft.raw(frame), gone, _USED.get((kind, draft.base), {})))
    return draft


def begin_of(kind: str, base: str) -> dict[str, Any]:
    """The options that a thing begins with: a chair is sat on, or stands beside."""
    if kind in ("chair", "stool"):
        return {} if base in _SITTING else dict(_BESIDE)
    if kind == "pillow" and base not in _LYING:
        return {"between": "knees"}
    if kind == "pad":
        return {"under": {"kneeling": "knees", "half-kneeling": "knee_r"}.get(base, "feet"), "height": 6}
    if base in _LYING and kind in ("wall", "table", "counter"):
        return {"place": "front", "distance": 100}
    if kind == "ball" and base in _SITTING:
        return {"under": "seat"}
    return dict(_BEGINS.get(kind, {}))


def with_option(draft: PoseDraft, number: int, key: str, value: Any) -> PoseDraft:
    """The draft with an option of its ``number``-th thing, or with the thing deciding where it is None."""
    said = list(draft.figure.get("props", []))
    whole = {"kind": said[number]} if isinstance(said[number], str) else dict(said[number])
    whole.pop(key, None)
    if value is not None:
        whole[key] = value
    said[number] = whole if len(whole) > 1 else whole["kind"]
    return draft.with_key("props", said)


def options_of(kind: str, said: Mapping[str, Any]) -> tuple[ThingOption, ...]:
    """The options of one thing with what is said of them."""
    from ptbuilder.figure.prop_catalogue import FLAGS
    from ptbuilder.figure.prop_catalogue import OPTIONS as KINDS

    options = []
    for key in KINDS[kind]:
        value, title = said.get(key), OPTIONS[key]
        if key in FLAGS:
            options.append(ThingOption(key, title, "flag", value))
        elif (choices := _choices(kind, key)) and not isinstance(value, int | float):
            known = [each for each, _ in choices]
            more = ((value, named(str(value))),) if value is not None and value not in known else ()
            options.append(ThingOption(key, title, "choice", value, (*choices, *more)))
        else:
            low, high = _RANGES[key]
            options.append(ThingOption(key, title, "number", value, low=low, high=high))
    return tuple(options)


def hand_places(figure: Mapping[str, Any]) -> tuple[tuple[str, str, str], ...]:
    """Name, place and words of each place where a hand finds a thing."""
    return tuple(
        (name, place, f"{thing_name(name)}: {PLACES[place]}")
        for kind, name, _ in things_of(figure)
        for place in HAND_PLACES.get(kind, ())
    )


def _choices(kind: str, key: str) -> tuple[tuple[Any, str], ...]:
    from ptbuilder.figure import prop_catalogue

    if key == "around":
        words: tuple[str, ...] = prop_catalogue.AROUND[kind]
    elif key in prop_catalogue.CHOICES:
        words = prop_catalogue.CHOICES[key]
    elif key == "under":
        words = (*_UNDER, "foot_r", "foot_l", "heel_r", "knee_r", "ankle_r", "shin_r")
    elif key in ("between", "behind"):
        words = ("knees", "ankles") if key == "between" else ("low_back", "neck")
    elif key in prop_catalogue.AT_POINTS or key == "anchor_height":
        words = _BODY_POINTS
    else:
        return ()
    return tuple((word, CHOICES.get(word) or named(word) if key != "in" else named(word)) for word in words)


def _without(said: Mapping[str, Any], gone: set[str], used: Mapping[str, Any]) -> dict[str, Any]:
    """A frame in which nothing is on things that are gone: targets are taken back, what carried there carries on the floor."""
    kept = {key: value for key, value in said.items() if not _is_on(value, gone) and used.get(key) != value}
    contact = kept.get("contact")
    if isinstance(contact, list):
        kept["contact"] = [each["part"] if _is_on(each, gone) else each for each in contact]
    return kept


def _is_on(value: Any, names: set[str]) -> bool:
    return isinstance(value, Mapping) and value.get("on") in names


def thing_title(name: str) -> str:
    """A thing's name as a heading."""
    return capital(thing_name(name))
