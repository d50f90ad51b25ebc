"""Simple volumes of the body, to see and to mend arms that go through it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from ptbuilder.figure.body import SIDES
from ptbuilder.figure.posed import Posed
from ptbuilder.figure.rotations import Array, about


@dataclass(frozen=True, slots=True)
class Probe:
    """A point of a limb that may not be inside other parts: the bones it lies between, how far along, and its radius in metres."""

    name: str
    near: str
    far: str
    along: float
    radius: float
    arm: bool


@dataclass(frozen=True, slots=True)
class Volume:
    """All within ``radius`` metres of a line that is moved sideways along ``across`` by up to ``breadth`` metres."""

    near: Array
    far: Array
    radius: float
    across: Array
    breadth: float

    def depth(self, point: Array) -> float:
        """Metres by which a point is inside; negative outside."""
        line, away = self.far - self.near, point - self.near
        away = away - float(np.clip(away @ self.across, -self.breadth, self.breadth)) * self.across
        t = np.clip(away @ line / (line @ line + 1e-12), 0, 1)
        return self.radius - float(np.linalg.norm(away - t * line))


_SPINE_BEHIND = 0.045
"""Metres from the bones of the spine to the middle of the trunk, for a stature of 164 cm."""

_BREADTH = {"chest": 0.035, "belly": 0.02}
"""Metres, for a stature of 164 cm, by which the trunk is broader than its volumes are deep, to each side."""

_PROBES = (
    Probe("upper arm", "uarm1", "farm1", 0.65, 0.030, True),
    Probe("elbow", "farm1", "hand", 0.0, 0.035, True),
    Probe("forearm", "farm1", "hand", 0.5, 0.028, True),
    Probe("wrist", "hand", "f3_1", 0.0, 0.026, True),
    Probe("knuckle", "f3_1", "f3_3", 0.0, 0.018, True),
    Probe("fingertip", "f3_3", "f3_3", 0.0, 0.008, True),
    Probe("knee", "shin1", "foot", 0.0, 0.045, False),
    Probe("shin", "shin1", "foot", 0.5, 0.042, False),
    Probe("ankle", "foot", "toes", 0.0, 0.032, False),
    Probe("toes", "toes", "toes", 0.0, 0.025, False),
)

DEEP = 0.025
"""Metres by which a limb may be inside another part before that is a fault; skin gives way by less."""

SOFT = {"belly": 0.035, "chest": 0.035}
"""The same for parts that are soft and under loose cloth."""

_LIES = 0.016
_THIGH_SINK = 0.031
_LIFT = 0.016
_LEG_PROBES = ("knee", "shin", "ankle", "toes")
_TRUNK = ("pelvis", "belly", "chest", "head")
_LEGS = ("thigh", "shin")
_ARMS = ("upper arm", "forearm")
_BESIDE = ("pelvis", "belly", "chest", "thigh", "shin")


def depth_in_body(posed: Posed) -> Iterator[tuple[str, str, str, float]]:
    """For each probe of each limb and each volume it may not enter: side, probe, volume, metres inside (negative outside).

    Arms may not enter trunk, head, legs and the other arm; legs not trunk, head and the other leg.
    """
    volumes = body_volumes(posed)
    scale = posed.body.stature / 1.64
    for side in SIDES:
        other = "r" if side == "l" else "l"
        for probe in _PROBES:
            near, far = (posed.bone(f"{bone}_{side}") for bone in (probe.near, probe.far))
            point = near + (far - near) * probe.along
            for name in _forbidden(probe, side, other):
                yield side, probe.name, name, probe.radius * scale + volumes[name].depth(point)


def _forbidden(probe: Probe, side: str, other: str) -> list[str]:
    """Names of the volumes that a probe may not enter; a part is next to its neighbours."""
    if not probe.arm:
        own = [] if probe.name == "knee" else [f"thigh_{side}"] if probe.name == "toes" else []
        return ["chest", "head", *own, *(f"{stem}_{other}" for stem in _LEGS)]
    trunk = [name for name in _TRUNK if probe.name != "upper arm" or name in ("belly", "head")]
    return [*trunk, *(f"{stem}_{s}" for stem in _LEGS for s in SIDES), *(f"{stem}_{other}" for stem in _ARMS)]


def body_volumes(posed: Posed) -> dict[str, Volume]:
    """The volumes of trunk, limbs and head by name; the trunk is broader than it is deep."""
    at = posed.bone
    scale = posed.body.stature / 1.64
    head = at("head") + posed.frame_of("head") @ np.array([0, 0.055, 0.035])
    ahead = posed.trunk[:, 2] * _SPINE_BEHIND * scale
    volumes = {
        "pelvis": (at("thigh1_l"), at("thigh1_r"), 0.085),
        "belly": (at("pelvis") + ahead, at("thor2") + ahead, 0.086),
        "chest": (at("thor2") + ahead, at("neck1") * 0.3 + at("thor3") * 0.7 + ahead, 0.105),
        "head": (head, head, 0.085),
    }
    for side in SIDES:
        hip, knee, ankle = at(f"thigh1_{side}"), at(f"shin1_{side}"), at(f"foot_{side}")
        shoulder, elbow, wrist = at(f"uarm1_{side}"), at(f"farm1_{side}"), at(f"hand_{side}")
        volumes[f"thigh_{side}"] = (hip * 0.8 + knee * 0.2, hip * 0.1 + knee * 0.9, 0.060)
        volumes[f"shin_{side}"] = (knee, ankle, 0.04)
        volumes[f"upper arm_{side}"] = (shoulder * 0.6 + elbow * 0.4, elbow, 0.036)
        volumes[f"forearm_{side}"] = (elbow, wrist, 0.028)
    across = posed.trunk[:, 0]
    return {name: Volume(a, b, radius * scale, across, _BREADTH.get(name, 0.0) * scale) for name, (a, b, radius) in volumes.items()}


def arm_depth(posed: Posed, side: str) -> float:
    """Metres by which upper arm, elbow or forearm are deeper in trunk, legs or the other arm than they may be; negative if not."""
    middle = ("upper arm", "elbow", "forearm")
    return max(depth - SOFT.get(volume, DEEP) for s, name, volume, depth in depth_in_body(posed) if s == side and name in middle)


def rest_on_leg(posed: Posed) -> None:
    """In side-lying, lift a body whose lower thigh is broader than its pelvis a little, so that the thigh bears weight too."""
    if posed.frame.base.startswith("side-"):
        lower = "r" if _upper_leg(posed) == "l" else "l"
        deep = -_THIGH_SINK - min(posed.lowest(f"{part}_{lower}") for part in ("knee", "thigh"))
        posed.move(np.array([0, float(np.clip(deep, 0, _LIFT)), 0]))


def part_legs(posed: Posed) -> None:
    """In side-lying, raise the upper leg from the hip until it lies on the lower one instead of in it."""
    if posed.frame.base.startswith("side-") and _leg_depth(posed) > DEEP:
        _raise_leg(posed, _upper_leg(posed), lambda: _leg_depth(posed) < _LIES)


def _upper_leg(posed: Posed) -> str:
    return "l" if posed.bone("thigh1_l")[1] > posed.bone("thigh1_r")[1] else "r"


def _raise_leg(posed: Posed, side: str, lies: Callable[[], bool]) -> None:
    """Turn a leg upwards at the hip in small steps until it lies as it should, by at most a few degrees."""
    chain = posed.body.bones_starting("thigh", "shin", "foot", "toes", side=side)
    for _ in range(16):
        if lies():
            return
        away = posed.bone(f"foot_{side}") - posed.bone(f"thigh1_{side}")
        posed.frames[chain] = about(np.cross(away, [0, 1.0, 0]), 1.5) @ posed.frames[chain]
        posed.place()


def _leg_depth(posed: Posed) -> float:
    return max(depth for _, name, volume, depth in depth_in_body(posed) if name in _LEG_PROBES and volume.startswith(_LEGS))


def clear_free_arms(posed: Posed) -> None:
    """Abduct hanging arms in small steps until wrist and hand are out of thigh and trunk."""
    for side in SIDES:
        if f"hand_{side}" in posed.frame.targets or f"rest_{side}" in posed.frame.targets:
            continue
        for _ in range(16):
            deepest = max(
                (
                    depth
                    for s, name, volume, depth in depth_in_body(posed)
                    if s == side and name in ("wrist", "knuckle", "fingertip") and volume.startswith(_BESIDE)
                ),
                default=0.0,
            )
            if deepest < 0.004:
                break
            _swing_out(posed, side, 2.5)


def _swing_out(posed: Posed, side: str, degrees: float) -> None:
    chain = posed.body.bones_starting("uarm", "farm", "hand", "f1_", "f2_", "f3_", "f4_", "f5_", side=side)
    axis = posed.trunk @ np.array([0, 0, SIDES[side] * 1.0])
    posed.frames[chain] = about(axis, degrees) @ posed.frames[chain]
    posed.place()
