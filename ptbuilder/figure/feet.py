"""Bringing feet to the floor, onto props and onto the other leg."""

from __future__ import annotations

from ptbuilder.figure.body import SIDES
from ptbuilder.figure.contact import Heights, centre_on_anchor
from ptbuilder.figure.kinematics import level_foot
from ptbuilder.figure.places import MISS, floor_place, may_hold
from ptbuilder.figure.pose import Target
from ptbuilder.figure.posed import Posed
from ptbuilder.figure.reach import bent_towards, reach
from ptbuilder.figure.rotations import Array
from ptbuilder.figure.surfaces import PARTS, spot_on_body
from ptbuilder.figure.vocabulary import sided

_ANKLE_ON_PART = 0.045
_REST_SINK = 0.004
_RESTING = {"heel": ("heel",), "calf": ("shin", "heel"), "shin": ("shin",)}
"""What of a leg lies on a prop, as contact parts: on a seat the calf lies with its heel, on a ball or roll the shin alone."""


def bring_feet(posed: Posed, heights: Heights, before: Posed | None = None) -> None:
    """Feet to the floor, onto props and onto the other leg; the anchor is brought back over the origin.

    Feet that the frame holds stay where they are in the pose ``before``, as far as the leg reaches.
    """
    moved = False
    for side in SIDES:
        name = f"foot_{side}"
        if before is not None and may_hold(posed, name) and _hold(posed, before, name):
            continue
        target = posed.frame.targets.get(name)
        rule = posed.frame.foot_rules.get(name)
        if rule == "rest" or (target is None and rule in (None, "free") and _is_below(posed, name)):
            _rest_foot(posed, side)
            moved = True
        elif rule == "floor" and target is None:
            target = Target("floor")
        if target is not None:
            _bring_foot(posed, side, target, heights)
            moved = True
    if moved:
        centre_on_anchor(posed)


def _hold(posed: Posed, before: Posed, name: str) -> bool:
    """Bring the ankle to where it is in ``before``; whether the leg reaches so far."""
    kept = posed.frames.copy()
    if reach(posed, name, before.bone(name), bent_towards(before, name, 0.006)) > MISS:
        posed.frames = kept
        posed.place()
        return False
    bones = posed.body.bones_starting("foot", "toes", side=name[-1])
    posed.frames[bones] = before.frames[bones]
    posed.place()
    return True


def _is_below(posed: Posed, name: str) -> bool:
    """Whether a foot that nothing else places would go through the floor."""
    touching = {contact.part for contact in posed.frame.contacts}
    kneeling = {"shins", "knees", f"shin_{name[-1]}", f"knee_{name[-1]}", "both_toes", f"toes_{name[-1]}", "feet", name}
    return not touching & kneeling and posed.lowest(name) < -0.02


def _rest_foot(posed: Posed, side: str) -> None:
    """Lower or raise the leg until the foot, turned as its ankle is, lies on the floor."""
    name = f"foot_{side}"
    goal = posed.bone(name)
    for _ in range(3):
        goal = goal - [0, posed.lowest(name) + _REST_SINK, 0]
        miss = reach(posed, name, goal, bent_towards(posed, name))
        if miss > MISS:
            posed.fault(name, f"the floor is {miss * 100:.0f} cm out of reach")
            return


def _bring_foot(posed: Posed, side: str, target: Target, heights: Heights) -> None:
    name = f"foot_{side}"
    stem = sided(target.on)[0]
    if target.on not in heights and stem not in PARTS:
        posed.fault(name, f"a foot cannot stand on {target.on}; say how high it is, or choose another prop")
    elif target.on not in heights:
        _bring_onto_body(posed, side, target)
    elif target.rest == "sole":
        _bring_sole(posed, side, target, heights[target.on])
    else:
        _lay_leg(posed, side, target, heights[target.on])


def _bring_onto_body(posed: Posed, side: str, target: Target) -> None:
    """The ankle over the surface of a part; one foot lies on the other, turned alike."""
    spot = spot_on_body(posed, target, side)
    goal = spot.point + spot.normal * (_ANKLE_ON_PART + posed.length(target.gap))
    _reach(posed, side, target, goal)
    stem, other = sided(target.on)
    if stem in ("ankle", "foot"):
        ix = posed.body.index
        for bone in ("foot", "toes"):
            posed.frames[ix[f"{bone}_{side}"]] = posed.frames[ix[f"{bone}_{other}"]]
        posed.place()


def _bring_sole(posed: Posed, side: str, target: Target, height: float) -> None:
    """The sole level on floor or prop."""
    name = f"foot_{side}"
    goal = floor_place(posed, side, target, f"hip_{side}", posed.bone(name))
    goal[1] = height + posed.length(target.up) + posed.body.ankle_height
    _reach(posed, side, target, goal)
    if posed.frame.foot_rules.get(name) != "free":
        level_foot(posed.body, posed.frames, side, posed.frame, target.toe_out)
        posed.place()


def _lay_leg(posed: Posed, side: str, target: Target, height: float) -> None:
    """Heel or calf on floor or prop; the ankle keeps its angle."""
    name = f"foot_{side}"
    place = floor_place(posed, side, target, f"hip_{side}", posed.bone(name))
    goal = posed.bone(name) * [0, 1, 0] + place * [1, 0, 1]
    for _ in range(4):
        miss = _reach(posed, side, target, goal, tells=False)
        low = min(posed.lowest(f"{part}_{side}") for part in _RESTING[target.rest])
        goal[1] += height + posed.length(target.up) - low - _REST_SINK
    if miss > MISS:
        posed.fault(name, f"the target on {target.on} is {miss * 100:.0f} cm out of reach")


def _reach(posed: Posed, side: str, target: Target, goal: Array, *, tells: bool = True) -> float:
    """Bring the ankle to ``goal``; returns the metres that are missing, and tells of them as a fault."""
    name = f"foot_{side}"
    bend = posed.heading(target.bend, side) if target.bend else bent_towards(posed, name)
    miss = reach(posed, name, goal, bend)
    if tells and miss > MISS:
        posed.fault(name, f"the target on {target.on} is {miss * 100:.0f} cm out of reach")
    return miss
