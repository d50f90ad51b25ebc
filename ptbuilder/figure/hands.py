"""Bringing hands and laid-down forearms to their targets."""

from __future__ import annotations

import numpy as np

from ptbuilder.figure.body import SIDES
from ptbuilder.figure.clearance import arm_depth
from ptbuilder.figure.places import MISS, floor_place, may_hold, walking_axes
from ptbuilder.figure.pose import Target
from ptbuilder.figure.posed import Posed
from ptbuilder.figure.reach import bent_towards, hand_frame, reach, turn_hand
from ptbuilder.figure.room import Room, Surface
from ptbuilder.figure.rotations import Array, about, across, unit
from ptbuilder.figure.surfaces import Spot, spot_on_body
from ptbuilder.figure.vocabulary import sided

PALM = np.array([0.026, -0.075, 0.0])
"""Middle of the palm's skin seen from the wrist in the hand's frame, towards the palm, metres."""

_GIRDLE_HELP = (8.0, 16.0)
_ELBOW_SWINGS = tuple(float(sign * degrees) for degrees in range(15, 136, 15) for sign in (1, -1))
_CLEAR = -0.013


def bring_hands(posed: Posed, room: Room, before: Posed | None = None) -> None:
    """Forearms and hands to their targets; a hand on a hand comes after the hand it lies on."""
    for side in SIDES:
        rest = posed.frame.targets.get(f"rest_{side}")
        if rest is not None:
            _lay_forearm(posed, side, rest)
    waiting = [side for side in "rl" if f"hand_{side}" in posed.frame.targets]
    waiting.sort(
        key=lambda side: sided(posed.frame.targets[f"hand_{side}"].on)[0] in ("hand", "wrist", "forearm", "elbow", "upper_arm")
    )
    for side in waiting:
        name = f"hand_{side}"
        if not (before is not None and may_hold(posed, name) and _hold(posed, before, name)):
            bring_hand(posed, side, posed.frame.targets[name], room)


def _hold(posed: Posed, before: Posed, name: str) -> bool:
    """Bring the wrist to where it is in ``before``; whether the arm reaches so far."""
    side = name[-1]
    kept = posed.frames.copy()
    hand = before.frame_of(name)
    palm = hand @ np.array([-SIDES[side], 0, 0])
    if _place_hand(posed, side, before.bone(name), bent_towards(before, name, 0.006), -hand[:, 1], palm) > MISS:
        posed.girdle.pop(side, None)
        posed.frames = kept
        posed.place()
        return False
    return True


def bring_hand(posed: Posed, side: str, target: Target, room: Room) -> None:
    """Lay the palm on the target's surface; the fingers go on in the arm's direction unless told otherwise."""
    name = f"hand_{side}"
    spot = _hand_spot(posed, side, target, room)
    if spot is None:
        return
    bend = posed.heading(target.bend, side) if target.bend else _usual_elbow(posed, side)
    surface = _surface(room, target)
    palm = posed.heading(target.palm, side, spot.frame) if target.palm else -spot.normal
    if target.fingers:
        fingers = posed.heading(target.fingers, side, spot.frame)
    elif surface is not None and surface.fingers is not None:
        fingers = surface.fingers
    else:
        fingers = across(spot.point - posed.bone(f"uarm1_{side}"), spot.normal)
    frame = hand_frame(side, fingers, palm)
    middle = spot.point + spot.normal * posed.length(target.gap)
    wrist = middle - frame @ (PALM * [-SIDES[side], 1, 1]) * (posed.body.stature / 1.64)
    miss = _place_hand(posed, side, wrist, bend, fingers, palm)
    if miss > MISS:
        posed.fault(name, f"the target on {target.on} is {miss * 100:.0f} cm out of reach")
    elif arm_depth(posed, side) > 0:
        _swing_elbow(posed, side, wrist, bend, fingers, palm)


def _swing_elbow(posed: Posed, side: str, wrist: Array, bend: Array, fingers: Array, palm: Array) -> None:
    """Turn an elbow about the line from shoulder to wrist until the arm is out of the body, or as far out as it comes."""
    line = wrist - posed.bone(f"uarm1_{side}")
    ways = {0.0: arm_depth(posed, side)}
    for degrees in _ELBOW_SWINGS:
        _place_hand(posed, side, wrist, about(line, degrees) @ bend, fingers, palm)
        ways[degrees] = arm_depth(posed, side)
        if ways[degrees] < _CLEAR:
            return
    best = min(ways, key=lambda degrees: (round(max(ways[degrees], _CLEAR), 3), abs(degrees)))
    _place_hand(posed, side, wrist, about(line, best) @ bend, fingers, palm)


def _place_hand(posed: Posed, side: str, wrist: Array, bend: Array, fingers: Array, palm: Array) -> float:
    """Reach and turn the hand; turning twists the forearm, so the wrist is brought back once. Returns the metres missing."""
    miss = _reach_with_girdle(posed, side, wrist, bend)
    turn_hand(posed, side, fingers, palm)
    drift = wrist - posed.bone(f"hand_{side}")
    if miss <= 0 and np.linalg.norm(drift) > 1e-3:
        miss = reach(posed, f"hand_{side}", wrist + drift, bend)
        turn_hand(posed, side, fingers, palm)
    return miss


def _reach_with_girdle(posed: Posed, side: str, wrist: Array, bend: Array) -> float:
    """Reach with the arm; where it is too short, let the shoulder girdle follow by as much as it can."""
    name = f"hand_{side}"
    miss = reach(posed, name, wrist, bend)
    for degrees in _GIRDLE_HELP:
        if miss < 1e-3:
            break
        root = posed.bone(f"clav_{side}")
        axis = np.cross(posed.bone(f"uarm1_{side}") - root, wrist - root)
        posed.girdle[side] = about(axis, degrees)
        miss = reach(posed, name, wrist, bend)
    return miss


def _usual_elbow(posed: Posed, side: str) -> Array:
    return np.asarray(posed.trunk @ np.array([SIDES[side] * 0.45, -1.0, -0.45]))


def _surface(room: Room, target: Target) -> Surface | None:
    thing = room.get(target.on)
    if thing is None or not thing.surfaces:
        return None
    return thing.surfaces.get(target.place) or next(iter(thing.surfaces.values()))


def _hand_spot(posed: Posed, side: str, target: Target, room: Room) -> Spot | None:
    axes = _room_frame(posed)
    if target.on == "floor":
        point = floor_place(posed, side, target, f"shoulder_{side}", posed.bone(f"uarm1_{side}"))
        point[1] = posed.length(target.up)
        return Spot(point, np.array([0, 1.0, 0]), axes)
    if target.on in room:
        surface = _surface(room, target)
        if surface is None or (target.place and target.place not in room[target.on].surfaces):
            places = ", ".join(room[target.on].surfaces) or "none"
            posed.fault(f"hand_{side}", f"{target.on} has no place {target.place!r}; its places: {places}")
            return None
        return Spot(_place_on(posed, side, target, surface), surface.normal, axes)
    return spot_on_body(posed, target, side)


def _room_frame(posed: Posed) -> Array:
    """A level frame for words such as head and out on the floor: ahead of the body stands for both head and front."""
    ahead, left = walking_axes(posed)
    if posed.frame.base.startswith("side-"):
        return posed.trunk
    if posed.frame.base in ("standing", "sitting", "kneeling", "half-kneeling", "long-sitting"):
        return np.column_stack([left, [0, 1.0, 0], ahead])
    return np.column_stack([left, ahead, np.cross(left, ahead)])


def _place_on(posed: Posed, side: str, target: Target, surface: Surface) -> Array:
    own = posed.point(target.under) if target.under else posed.bone(f"uarm1_{side}")
    point = np.where(surface.free, own, surface.point)
    ahead, left = walking_axes(posed)
    point = point + left * SIDES[side] * posed.length(target.out) + ahead * posed.length(target.ahead)
    if isinstance(target.height, str):
        point[1] = posed.point(target.height)[1]
    elif target.height is not None:
        point[1] = posed.length(float(target.height))
    normal = surface.normal
    point = point - ((point - surface.point) @ normal) * normal
    point[1] += posed.length(target.up)  # above a level surface the hand hovers
    return np.asarray(point)


def _lay_forearm(posed: Posed, side: str, target: Target) -> None:
    """Elbow and wrist on the floor: the upper arm leans until the elbow touches, the forearm lies ahead."""
    ahead, left = walking_axes(posed)
    shoulder = posed.bone(f"uarm1_{side}")
    upper = float(np.linalg.norm(posed.bone(f"farm1_{side}") - shoulder))
    fore = float(np.linalg.norm(posed.bone(f"hand_{side}") - posed.bone(f"farm1_{side}")))
    drop = shoulder[1] - 0.04
    if drop > upper + MISS:
        posed.fault(f"elbow_{side}", f"the floor is {(drop - upper) * 100:.0f} cm out of reach")
    lean = float(np.sqrt(max(upper**2 - min(drop, upper) ** 2, 0)))
    way = unit(ahead * (target.ahead + 1e-3) + left * SIDES[side] * (target.out + 0.0)) if (target.ahead or target.out) else ahead
    elbow = shoulder + way * lean - [0, min(drop, upper), 0]
    point = posed.heading(target.fingers, side, _room_frame(posed)) if target.fingers else ahead
    wrist = elbow + unit(point * [1, 0, 1]) * fore * 0.999
    wrist[1] = 0.032
    reach(posed, f"hand_{side}", wrist, elbow - (shoulder + wrist) / 2)
    palm = posed.heading(target.palm, side, _room_frame(posed)) if target.palm else np.array([0, -1.0, 0])
    turn_hand(posed, side, point, palm)
