"""Clinical angles to the anatomical frame of every bone.

At neutral every frame equals the room's, so a clinical angle is one rotation. Shoulder and hip take flexion first, then
abduction in the turned frame: flexion 90 with abduction is horizontal abduction.
"""

from __future__ import annotations

import numpy as np

from ptbuilder.figure.bases import orientation
from ptbuilder.figure.body import SIDES, Body
from ptbuilder.figure.pose import Frame
from ptbuilder.figure.rotations import Array, about_x, about_y, about_z


def bone_frames(body: Body, frame: Frame) -> Array:
    """Anatomical frames (bones, 3, 3) from the angles alone, before contact and targets."""
    frames = np.tile(np.eye(3), (len(body.bones), 1, 1))
    trunk = about_y(frame.angle("body", "turn")) @ about_x(frame.angle("body", "lean")) @ about_z(-frame.angle("body", "side"))
    trunk = trunk @ orientation(frame.base)
    _spine(body, frames, trunk, frame)
    legs = trunk @ _pelvis(frame, 1, tilted=False)
    for side in SIDES:
        hang_arm(body, frames, side, frame)
        set_leg(body, frames, side, frame, _swing(frame, "hip", side, legs))
    return frames


def _pelvis(frame: Frame, share: float, *, tilted: bool) -> Array:
    tilt = frame.angle("pelvis", "tilt") if tilted else 0.0
    turn = about_y(share * frame.angle("pelvis", "rotation")) @ about_z(-share * frame.angle("pelvis", "side"))
    return turn @ about_x(share * tilt)


def _bend(frame: Frame, joint: str, share: float = 1) -> Array:
    """A part of the spine: flexion, rotation to the left, side-bend to the left."""
    turn = about_y(share * frame.angle(joint, "rotation")) @ about_z(-share * frame.angle(joint, "side"))
    return turn @ about_x(share * frame.angle(joint, "flexion"))


def _spine(body: Body, frames: Array, trunk: Array, frame: Frame) -> None:
    """The pelvis moves under the trunk: the lumbar spine takes its angles up, the chest stays."""
    ix = body.index
    frames[ix["pelvis"]] = trunk @ _pelvis(frame, 1, tilted=True)
    frames[ix["lumbar1"]] = trunk @ _pelvis(frame, 0.6, tilted=True) @ _bend(frame, "lumbar", 0.15)
    frames[ix["lumbar2"]] = trunk @ _pelvis(frame, 0.25, tilted=True) @ _bend(frame, "lumbar", 0.60)
    frames[ix["thor1"]] = trunk @ _bend(frame, "lumbar")
    frames[ix["thor2"]] = frames[ix["thor1"]] @ _bend(frame, "thoracic", 0.55)
    frames[ix["thor3"]] = frames[ix["thor2"]] @ _bend(frame, "thoracic", 0.45)
    set_neck(body, frames, frame)


def set_neck(body: Body, frames: Array, frame: Frame) -> None:
    """Set neck and head on the chest; in a tuck the lower neck goes back and the upper neck nods."""
    ix, tuck = body.index, frame.angle("neck", "tuck")
    for bone, parent, share, nod in (("neck1", "thor3", 0.5, 0.0), ("neck2", "neck1", 0.3, 0.0), ("neck3", "neck2", 0.2, 0.5)):
        frames[ix[bone]] = frames[ix[parent]] @ _bend(frame, "neck", share) @ about_x((nod - share) * tuck)
    frames[ix["head"]] = frames[ix["neck3"]] @ _bend(frame, "head") @ about_x(0.5 * tuck)


def _swing(frame: Frame, joint: str, side: str, parent: Array) -> Array:
    name = f"{joint}_{side}"
    return parent @ about_x(-frame.angle(name, "flexion")) @ about_z(SIDES[side] * frame.angle(name, "abduction"))


def hang_arm(body: Body, frames: Array, side: str, frame: Frame) -> None:
    """Set an arm on the chest as its angles say."""
    set_arm(body, frames, side, frame, _swing(frame, "shoulder", side, frames[body.index["thor3"]]))


def set_arm(
    body: Body, frames: Array, side: str, frame: Frame, swing: Array, elbow: float | None = None, twist: float | None = None
) -> None:
    """Set shoulder girdle, arm and hand; ``swing`` is the upper arm's frame before it turns about its own axis.

    The girdle follows the elevation of the arm (scapulohumeral rhythm); twist spreads along upper arm and forearm.
    """
    ix, sign = body.index, SIDES[side]
    girdle = frames[ix["thor3"]]
    down = girdle.T @ swing @ np.array([0, -1.0, 0])
    elevation = float(np.degrees(np.arccos(np.clip(-down[1], -1, 1))))
    raised = -4 + max(0.0, elevation - 20) * 0.17 + frame.angle(f"scapula_{side}", "elevation")
    forward = 10 * max(0.0, down[2]) - 16 * max(0.0, -down[2]) + frame.angle(f"scapula_{side}", "protraction")
    clavicle = girdle @ about_y(-sign * forward) @ about_z(sign * raised)
    frames[ix[f"clav_{side}"]] = clavicle
    frames[ix[f"scap_{side}"]] = clavicle @ about_z(sign * max(0.0, elevation - 30) * 0.10)
    turn = sign * frame.angle(f"shoulder_{side}", "rotation") if twist is None else twist
    frames[ix[f"uarm1_{side}"]] = swing @ about_y(turn * 0.35)
    upper = swing @ about_y(turn)
    frames[ix[f"uarm2_{side}"]] = upper
    fore = upper @ about_x(-(frame.angle(f"elbow_{side}", "flexion") if elbow is None else elbow))
    pronation = -sign * frame.angle(f"forearm_{side}", "pronation")
    frames[ix[f"farm1_{side}"]] = fore @ about_y(pronation * 0.15)
    frames[ix[f"farm2_{side}"]] = fore @ about_y(pronation * 0.65)
    wrist = about_z(-sign * frame.angle(f"wrist_{side}", "flexion")) @ about_x(-frame.angle(f"wrist_{side}", "deviation"))
    frames[ix[f"hand_{side}"]] = fore @ about_y(pronation) @ wrist
    curl_fingers(body, frames, side, frame)


def curl_fingers(body: Body, frames: Array, side: str, frame: Frame) -> None:
    """Fingers and thumb from the curl, relative to the hand."""
    ix, sign = body.index, SIDES[side]
    hand = frames[ix[f"hand_{side}"]]
    curl = frame.angle(f"fingers_{side}", "curl")
    for finger in range(2, 6):
        turn = hand
        for k, share in ((1, 0.8), (2, 1.0), (3, 0.7)):
            turn = turn @ about_z(-sign * curl * share)
            frames[ix[f"f{finger}_{k}_{side}"]] = turn
    thumb = frame.angle(f"fingers_{side}", "thumb", min(curl * 0.5, 30))
    turn = hand
    for k, share in ((1, 0.5), (2, 0.6), (3, 0.8)):
        turn = turn @ about_y(-sign * thumb * 0.6 * share) @ about_z(-sign * thumb * 0.4 * share)
        frames[ix[f"f1_{k}_{side}"]] = turn


def set_leg(
    body: Body, frames: Array, side: str, frame: Frame, swing: Array, knee: float | None = None, twist: float | None = None
) -> None:
    """Set thigh, shin, foot and toes; ``swing`` is the thigh's frame before it turns about its own axis."""
    ix, sign = body.index, SIDES[side]
    turn = sign * frame.angle(f"hip_{side}", "rotation") if twist is None else twist
    frames[ix[f"thigh1_{side}"]] = swing @ about_y(turn * 0.35)
    thigh = swing @ about_y(turn)
    frames[ix[f"thigh2_{side}"]] = thigh
    shin = thigh @ about_x(frame.angle(f"knee_{side}", "flexion") if knee is None else knee)
    frames[ix[f"shin1_{side}"]] = frames[ix[f"shin2_{side}"]] = shin
    ankle = f"ankle_{side}"
    foot = shin @ about_x(-frame.angle(ankle, "dorsiflexion")) @ about_z(-sign * frame.angle(ankle, "inversion"))
    set_foot(body, frames, side, frame, foot)


def set_foot(body: Body, frames: Array, side: str, frame: Frame, foot: Array) -> None:
    """Set the foot's frame and the toes with it."""
    frames[body.index[f"foot_{side}"]] = foot
    frames[body.index[f"toes_{side}"]] = foot @ about_x(-frame.angle(f"toes_{side}", "extension"))


def level_foot(body: Body, frames: Array, side: str, frame: Frame, toe_out: float | None = None) -> None:
    """Lay the sole level; the toes point where the shin's front points, or ``toe_out`` degrees out from the trunk's front."""
    shin = frames[body.index[f"shin1_{side}"]]
    ahead = (shin @ np.array([0, 0, 1.0])) * [1, 0, 1]
    if np.linalg.norm(ahead) < 0.35 or toe_out is not None:
        trunk = frames[body.index["pelvis"]]
        front = (trunk @ np.array([0, 0, 1.0])) * [1, 0, 1]
        if np.linalg.norm(front) < 0.5:  # lying: the toes point away from the head
            front = (trunk @ np.array([0, -1.0, 0])) * [1, 0, 1]
        ahead = about_y(SIDES[side] * (toe_out or 0)) @ front
    set_foot(body, frames, side, frame, about_y(np.degrees(np.arctan2(ahead[0], ahead[2]))))
