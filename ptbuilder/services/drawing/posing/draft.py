"""A pose being made: a figure as data, and each change of it as a new value.

The finish continues the start, so a change of the start shows in both frames until the finish says otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Literal

from ptbuilder.domain.values import dataclass
from ptbuilder.services.drawing.posing.things import specs_of

FrameName = Literal["start", "finish"]
Sides = Literal["", "l", "r", "both"]
"""The sides that a change is for; nothing for joints of the midline."""

_HEAD, _RAISES = ("neck", "head", "thoracic"), ("flexion", "side", "tuck")
_ARM, _LEG = ("shoulder", "elbow"), ("hip", "knee")
_ONE_LESS = {"feet": "foot", "knees": "knee", "shins": "shin", "hands": "hand"}
_CARRIES = {"shoulder": ("hands",), "elbow": ("hands",), "hip": ("feet", "knees", "shins"), "knee": ("feet", "knees", "shins")}
_DROPPED = ("check", "note")
_OF_MOVEMENT = ("arrows", "crop", "inset", "ground")
"""What a new position leaves behind, since it was about another movement."""

_BEGINS: dict[str, dict[str, Any]] = {
    "prone": {"start": {"contact": ["pelvis", "back"]}},
    "side-right": {"props": ["pillow"]},
    "side-left": {"props": ["pillow"]},
}
"""What a position needs so that nothing of it hangs or sinks in: a pillow under the head, a chest that lies."""


@dataclass(frozen=True, slots=True)
class PoseDraft:
    """A figure as data, never changed in place; ``follows`` says that the engine chooses the arrow anew with each change."""

    figure: Mapping[str, Any]
    follows: bool = False

    def raw(self, frame: FrameName) -> dict[str, Any]:
        """What the pose itself says of a frame."""
        return dict(self.figure.get(frame, {}))

    def with_frame(self, frame: FrameName, said: Mapping[str, Any]) -> PoseDraft:
        """The draft with another frame."""
        return replace(self, figure={**self.figure, frame: dict(said)})

    def with_key(self, key: str, value: Any) -> PoseDraft:
        """The draft with a key of the whole figure (view, crop, ground ...) said, or no longer said where it is None."""
        kept = {each: said for each, said in self.figure.items() if each != key}
        return replace(self, figure=kept if value is None else {**kept, key: value})

    @property
    def base(self) -> str:
        """The position that the start begins from."""
        return str(self.figure.get("start", {}).get("base", "standing"))


def blank(base: str = "standing") -> PoseDraft:
    """A position with nothing changed yet; the arrow follows what will move."""
    more = _BEGINS.get(base, {})
    start = {"base": base, **more.get("start", {})}
    things = {"props": list(more["props"])} if "props" in more else {}
    return PoseDraft({"view": "right", **things, "start": start, "finish": {}, "shows": [1, 2]}, follows=True)


def taken_over(figure: Mapping[str, Any] | None) -> PoseDraft:
    """A draft that begins as this figure, or as a person who stands; claims and notes of its author are left behind."""
    if not figure or "start" not in figure:
        return blank()
    kept = {key: value for key, value in figure.items() if key not in _DROPPED}
    return PoseDraft({**kept, "finish": kept.get("finish", {})}, follows=not kept.get("arrows"))


def merged_frames(draft: PoseDraft) -> dict[str, dict[str, Any]]:
    """Both frames with what their base says, both sides written out; what cannot be read is left out."""
    from ptbuilder.figure.bases import BASES
    from ptbuilder.figure.notes import Notes
    from ptbuilder.figure.prop_catalogue import grips
    from ptbuilder.figure.reading_frames import merge_frame

    notes, held = Notes(""), grips(specs_of(draft.figure))

    def begun(base: Any) -> dict[str, Any]:
        return {**merge_frame({}, BASES.get(str(base), {}), "start", notes), **held}

    start = merge_frame(begun(draft.base), draft.raw("start"), "start", notes)
    said = draft.raw("finish")
    return {"start": start, "finish": merge_frame(begun(said["base"]) if "base" in said else start, said, "finish", notes)}


def angle_of(merged: Mapping[str, Any], joint: str, direction: str) -> float:
    """Degrees (cm of breath) of a joint with its side in a merged frame."""
    from ptbuilder.figure.vocabulary import RESTING

    stem = joint[:-2] if joint.endswith(("_l", "_r")) else joint
    said = merged.get(joint)
    angles = said if isinstance(said, Mapping) and "on" not in said else {}
    return float(angles.get(direction, RESTING.get(stem, {}).get(direction, 0.0)))


def with_angle(draft: PoseDraft, frame: FrameName, joint: str, direction: str, sides: Sides, value: float) -> PoseDraft:
    """The draft with one direction of a joint set, in degrees, on these sides.

    A limb that is moved alone lets go of what its hand or foot was on, and no longer carries the body.
    """
    merged = merged_frames(draft)[frame]
    said = draft.raw(frame)
    chosen = "lr" if sides == "both" else sides
    for key in [f"{joint}_{side}" for side in chosen] or [joint]:
        _spread(said, joint)
        said[key] = _angles(joint, said.get(key)) | {direction: _number(value)}
    _let_go(said, merged, joint, chosen)
    if (joint, direction) == ("ankle", "dorsiflexion"):
        _lift_sole(said, merged, chosen, is_on_toes=value < 0 and merged.get("base") == "standing")
    if joint in _HEAD and direction in _RAISES and merged.get("head_rests"):
        said["head_rests"] = False
    return draft.with_frame(frame, _tidy(said, joint))


def with_limb(draft: PoseDraft, frame: FrameName, limb: str, side: str, target: Any, *, is_said: bool = True) -> PoseDraft:
    """The draft with a hand or foot somewhere: a target, a rule of a foot, or None for a free hand.

    With ``is_said`` False the pose says nothing of it, and the position decides. A forearm laid down is a target of the elbow.
    """
    said = draft.raw(frame)
    key = f"{limb}_{side}"
    _spread(said, limb)
    said.pop(key, None)
    if limb == "hand":
        _spread(said, "elbow")
        elbow = said.get(f"elbow_{side}")
        if isinstance(elbow, Mapping) and "on" in elbow:
            said.pop(f"elbow_{side}")
    if isinstance(target, Mapping) and "elbow" in target:
        said[f"elbow_{side}"] = target["elbow"]
    elif is_said:
        said[key] = target
    return draft.with_frame(frame, said)


def with_said(draft: PoseDraft, frame: FrameName, key: str, value: Any) -> PoseDraft:
    """The draft with a key of one frame (contact, anchor ...) said, or no longer said where it is None."""
    said = draft.raw(frame)
    said.pop(key, None)
    return draft.with_frame(frame, said if value is None else {**said, key: value})


def with_base(draft: PoseDraft, frame: FrameName, base: str) -> PoseDraft:
    """The draft with a frame that begins anew from a base; a new start takes the finish along. No base: the finish goes on."""
    begun = blank(base).figure if base else {}
    if frame == "finish":
        return draft.with_frame("finish", begun.get("start", {}))
    kept = {key: draft.figure[key] for key in ("view", "shows") if key in draft.figure}
    before = draft.figure
    if "props" in before and before["props"] == _BEGINS.get(draft.base, {}).get("props"):
        before = {key: value for key, value in before.items() if key != "props"}  # its position brought the pillow along
    before = {key: value for key, value in before.items() if key not in _OF_MOVEMENT}
    return PoseDraft({**before, **begun, **kept}, follows=True)


def copied_to_finish(draft: PoseDraft) -> PoseDraft:
    """The draft whose finish is its start, as a place to begin from."""
    return draft.with_frame("finish", {})


# ---- inside ---------------------------------------------------------------------------------------------------------


def _number(value: float) -> float | int:
    return int(value) if float(value).is_integer() else round(value, 1)


def _spread(said: dict[str, Any], stem: str) -> None:
    """A name without a side written out for both, in place."""
    from ptbuilder.figure.vocabulary import UNPAIRED

    if stem in said and stem not in UNPAIRED:
        value = said.pop(stem)
        for side in "lr":
            said.setdefault(f"{stem}_{side}", value)


def _angles(joint: str, value: Any) -> dict[str, Any]:
    from ptbuilder.figure.vocabulary import directions_of

    if isinstance(value, Mapping):
        return {} if "on" in value else dict(value)
    return {} if value is None else {next(iter(directions_of(joint) or ()), ""): value}


def _tidy(said: dict[str, Any], joint: str) -> dict[str, Any]:
    """Sides that say the same in one word, and a joint's first direction as a bare number."""
    from ptbuilder.figure.vocabulary import directions_of

    first = next(iter(directions_of(joint) or ()), "")
    for key in (joint, f"{joint}_l", f"{joint}_r"):
        if isinstance(said.get(key), Mapping) and set(said[key]) == {first}:
            said[key] = said[key][first]
    left, right = (said.get(f"{joint}_{side}") for side in "lr")
    if left is not None and left == right:
        said = {key: value for key, value in said.items() if key not in (f"{joint}_l", f"{joint}_r")} | {joint: left}
    return said


def _let_go(said: dict[str, Any], merged: Mapping[str, Any], joint: str, sides: str) -> None:
    """Free the hand of a moved arm, and the foot of a leg that moves alone; neither carries the body then."""
    if joint in _ARM:
        _spread(said, "hand")
        for side in sides:
            if f"hand_{side}" in said:
                said[f"hand_{side}"] = None
    if joint in _LEG and len(sides) == 1 and merged.get(f"foot_{sides}") not in (None, "free"):
        _spread(said, "foot")
        said[f"foot_{sides}"] = "free"
    if joint in _CARRIES and len(sides) == 1:
        _carry_less(said, merged, joint, "l" if sides == "r" else "r")


def _lift_sole(said: dict[str, Any], merged: Mapping[str, Any], sides: str, *, is_on_toes: bool) -> None:
    """Let soles that were level turn with the ankle; who stands on them stands on the toes then."""
    level = [side for side in sides if merged.get(f"foot_{side}") in ("flat", "floor")]
    if level:
        _spread(said, "foot")
        said.update({f"foot_{side}": "free" if merged.get("base") == "standing" else "rest" for side in level})
    raised = {"feet": "both_toes"} if len(sides) == 2 else {f"foot_{side}": f"toes_{side}" for side in sides}
    contacts = merged.get("contact", [])
    if is_on_toes and isinstance(contacts, list) and any(each in raised for each in contacts if isinstance(each, str)):
        said["contact"] = [raised.get(each, each) if isinstance(each, str) else each for each in contacts]


def _carry_less(said: dict[str, Any], merged: Mapping[str, Any], joint: str, other: str) -> None:
    contacts = merged.get("contact", [])
    contacts = contacts if isinstance(contacts, list) else [contacts]
    less = [_one_less(each, _CARRIES[joint], other) for each in contacts]
    if less != contacts:
        said["contact"] = less
    anchor = merged.get("anchor")
    if anchor in _CARRIES[joint] and anchor in _ONE_LESS:
        said["anchor"] = f"{_ONE_LESS[anchor]}_{other}"


def _one_less(contact: Any, carried: tuple[str, ...], other: str) -> Any:
    """A contact of both sides as one of the other side, also where it is on a thing."""
    if isinstance(contact, Mapping):
        return {**contact, "part": _one_less(contact.get("part"), carried, other)}
    return f"{_ONE_LESS[contact]}_{other}" if contact in carried else contact
