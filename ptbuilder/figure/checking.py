"""Checks of a solved figure: reach, floor, floating, arms through the body, and what the pose itself claims."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np

from ptbuilder.figure.body import SIDES
from ptbuilder.figure.clearance import DEEP, SOFT, depth_in_body
from ptbuilder.figure.errors import PoseFault
from ptbuilder.figure.posed import Posed
from ptbuilder.figure.prop_catalogue import stays
from ptbuilder.figure.resting import NECK_GIVES
from ptbuilder.figure.scene import Frame3D, Scene
from ptbuilder.figure.vocabulary import sided

_BELOW = 0.035
_FLOATS = 0.02
_HOVERS = 0.025
_CLAIM = re.compile(r"^\s*(knee|elbow|hip)_([lr])\s*(<|>)\s*(-?\d+(?:\.\d+)?)\s*$")


def faults_of(scene: Scene) -> list[PoseFault]:
    """All faults of both frames."""
    faults: list[PoseFault] = []
    for label, frame in (("start", scene.start), ("finish", scene.finish)):
        faults += frame.posed.faults
        faults += _through_body(frame.posed, label)
        faults += _on_floor(scene, frame, label)
        faults += _head_hovers(scene, frame, label)
        faults += _claims(scene, frame.posed, label)
    return faults


def _through_body(posed: Posed, label: str) -> Iterator[PoseFault]:
    deepest: dict[tuple[str, str], tuple[float, str]] = {}
    for side, point, volume, depth in depth_in_body(posed):
        if depth > SOFT.get(volume, DEEP) and depth > deepest.get((side, volume), (0.0, ""))[0]:
            deepest[side, volume] = (depth, point)
    for (side, volume), (depth, point) in deepest.items():
        yield PoseFault(posed.record, label, f"{point}_{side}", f"{depth * 100:.0f} cm inside the {volume}")


def _on_floor(scene: Scene, frame: Frame3D, label: str) -> Iterator[PoseFault]:
    """What is below the floor before it is flattened, and whether anything touches."""
    posed = frame.posed
    raw = posed.raw_vertices()
    low = int(raw[:, 1].argmin())
    depth = float(raw[low, 1])
    bone = posed.body.bones[posed.body.main_bone[low]]
    yielding = bone.startswith(("f1_", "toes", "foot"))  # thumbs and shoes give way to the floor
    belly = posed.body.belly if bone.startswith(("pelvis", "lumbar", "thor1", "thor2")) else 0
    if depth < -(_BELOW * 1.6 if yielding else _BELOW + belly):
        yield PoseFault(posed.record, label, bone, f"{-depth * 100:.0f} cm below the floor")
    held_up = any(mesh.colour not in ("band", "metal", "wall") for mesh in frame.meshes) or scene.spec.ground in ("bed", "table")
    if depth > _FLOATS and not held_up:
        yield PoseFault(posed.record, label, bone, f"floats {depth * 100:.0f} cm above the floor")


def _head_hovers(scene: Scene, frame: Frame3D, label: str) -> Iterator[PoseFault]:
    """A lying head in the air: above the pillow, which lies where the other frame needs it, or above the ground."""
    posed, said = frame.posed, frame.posed.frame
    if said.base not in NECK_GIVES or said.head_is_held:
        return
    low = float(frame.vertices[posed.part_vertices("head")][:, 1].min())
    pillows = [scene.fixed[prop.name] for prop in scene.spec.props if stays(prop)]
    rest = float(pillows[0].surfaces["top"].point[1]) if pillows else posed.ground + posed.length(said.head_rests or 0.0)
    if low - rest > _HOVERS:
        below = pillows[0].name if pillows else "ground: lay it on a pillow, or say that head_rests is false"
        yield PoseFault(posed.record, label, "head", f"hangs {(low - rest) * 100:.0f} cm above the {below}")


def _claims(scene: Scene, posed: Posed, label: str) -> Iterator[PoseFault]:
    for frame, claim in scene.spec.claims:
        if frame != label:
            continue
        found = _CLAIM.match(claim)
        if found is None:
            yield PoseFault(posed.record, label, "check", f"{claim!r} is not a claim such as 'knee_r < 10'")
            continue
        joint, side, sign, number = found.groups()
        angle = bend_of(posed, f"{joint}_{side}")
        if (angle >= float(number)) if sign == "<" else (angle <= float(number)):
            yield PoseFault(posed.record, label, f"{joint}_{side}", f"is {angle:.0f} degrees, which is against {claim}")


def bend_of(posed: Posed, joint: str) -> float:
    """Degrees between the bones that meet at elbow, knee or hip (trunk and thigh), as solved."""
    stem, side = sided(joint)
    if side not in SIDES:
        raise ValueError(joint)
    if stem == "hip":
        upper, lower = posed.frame_of("pelvis"), posed.frame_of(f"thigh2_{side}")
    else:
        names = ("thigh2", "shin1") if stem == "knee" else ("uarm2", "farm1")
        upper, lower = (posed.frame_of(f"{name}_{side}") for name in names)
    return float(np.degrees(np.arccos(np.clip(upper[:, 1] @ lower[:, 1], -1, 1))))
