"""A body in a pose: frames, joint positions and vertices, with the questions that props, targets and checks ask."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from ptbuilder.figure.body import SIDES, Body
from ptbuilder.figure.breath import breath_shift
from ptbuilder.figure.drape import laid_down
from ptbuilder.figure.errors import PoseFault
from ptbuilder.figure.pose import Direction, Frame
from ptbuilder.figure.rotations import Array, unit
from ptbuilder.figure.skinning import place_bones, skin, smooth_clothes
from ptbuilder.figure.vocabulary import SURFACE_POINTS, part_bones, point_bones

FLOOR_CLAMP = 0.002
"""Metres above the floor at which vertices are stopped, so that contact does not flicker."""

_WORDS = {
    "left": (1, 0, 0),
    "right": (-1, 0, 0),
    "head": (0, 1, 0),
    "feet": (0, -1, 0),
    "front": (0, 0, 1),
    "behind": (0, 0, -1),
}


@dataclass
class Posed:
    """A pose being solved, then solved; ``faults`` collects what could not be reached.

    ``frames`` are anatomical frames, ``turns`` skin rotations, ``joints`` positions in metres; ``trunk`` is the trunk's frame.
    """

    body: Body
    frame: Frame
    frames: Array
    root: Array
    record: str = ""
    label: str = ""
    faults: list[PoseFault] = field(default_factory=list)
    turns: Array = field(default_factory=lambda: np.zeros(0))
    joints: Array = field(default_factory=lambda: np.zeros(0))
    ground: float = 0.0
    """Height of what the first contact is on, in metres."""
    girdle: dict[str, Array] = field(default_factory=dict)
    """A turn of the shoulder girdle, by side, that helps an arm to its target."""

    def __post_init__(self) -> None:
        self.place()

    def place(self) -> None:
        """Recompute rotations and joint positions from the frames."""
        self.turns, self.joints = place_bones(self.body, self.frames, self.root)

    def fault(self, part: str, says: str) -> None:
        """Note what is wrong with this pose."""
        self.faults.append(PoseFault(self.record, self.label, part, says))

    @property
    def trunk(self) -> Array:
        """The frame that the words left, front and head refer to: that of the chest."""
        return np.asarray(self.frames[self.body.index["thor2"]])

    def bone(self, name: str) -> Array:
        """Position of a bone's joint."""
        return np.asarray(self.joints[self.body.index[name]])

    def frame_of(self, bone: str) -> Array:
        """Anatomical frame of a bone."""
        return np.asarray(self.frames[self.body.index[bone]])

    def point(self, name: str) -> Array:
        """Position of a named point; the middle of both sides for a plural."""
        if name in SURFACE_POINTS:
            bone, off = SURFACE_POINTS[name]
            return np.asarray(self.bone(bone) + self.frame_of(bone) @ np.array(off))
        return np.asarray(np.mean([self.bone(bone) for bone in point_bones(name)], axis=0))

    def heading(self, direction: Direction, side: str = "", within: Array | None = None) -> Array:
        """A direction in the room; words other than up and down are taken within a frame, usually the trunk's."""
        if direction.vector is not None:
            return unit(direction.vector)
        frame = self.trunk if within is None else within
        total = np.zeros(3)
        for word, weight in direction.words:
            if word in ("up", "down"):
                total += weight * np.array([0, 1.0 if word == "up" else -1.0, 0])
            elif word in ("out", "in"):
                total += weight * frame @ np.array([SIDES.get(side, 1) * (1.0 if word == "out" else -1.0), 0, 0])
            else:
                total += weight * frame @ np.array(_WORDS[word], float)
        return unit(total)

    def chosen(self, *bones: str) -> Array:
        """Numbers of the vertices that move mainly with these bones."""
        numbers = [self.body.index[name] for name in bones]
        return np.nonzero(np.isin(self.body.main_bone, numbers))[0]

    def part_vertices(self, part: str) -> Array:
        """Numbers of the vertices of a contact part; hands with their fingers."""
        bones = list(part_bones(part))
        for side in SIDES:
            if f"hand_{side}" in bones:
                bones += [self.body.bones[i] for i in self.body.finger_bones[side]]
        chosen = self.chosen(*bones)
        if part.startswith("heel"):
            rest = self.body.vertices[chosen]
            chosen = chosen[rest[:, 2] < self.body.joints[self.body.index["foot_l"]][2] + 0.01]
        elif part.startswith("elbow"):
            ends = np.array([self.body.joints[self.body.index[b]] for b in bones])
            near = np.linalg.norm(self.body.vertices[chosen][:, None] - ends, axis=2).min(1) < 0.09
            chosen = chosen[near]
        return chosen

    def skinned(self, chosen: Array | None = None) -> Array:
        """Vertices, all or the chosen ones, before the clothes are smoothed; with the breath."""
        vertices = skin(self.body, self.turns, self.joints, chosen)
        belly, ribs = self.frame.angle("breath", "belly"), self.frame.angle("breath", "ribs")
        if belly or ribs:
            vertices = vertices + breath_shift(self.body, self.frames, belly, ribs, chosen)
        return vertices

    def lowest(self, part: str) -> float:
        """Height of the lowest vertex of a contact part."""
        return float(self.skinned(self.part_vertices(part))[:, 1].min())

    def raw_vertices(self) -> Array:
        """All vertices as they are solved, not yet stopped at the floor."""
        return laid_down(self.body, smooth_clothes(self.body, self.skinned()))

    def vertices(self) -> Array:
        """All vertices; what is below the floor is flattened onto it, as soft tissue is."""
        vertices = self.raw_vertices()
        vertices[:, 1] = np.maximum(vertices[:, 1], FLOOR_CLAMP)
        return vertices

    def landmark(self, name: str) -> Array:
        """A point of the face in the room."""
        head = self.body.index["head"]
        return np.asarray(self.joints[head] + self.turns[head] @ (self.body.landmarks[name] - self.body.joints[head]))

    def move(self, by: Array) -> None:
        """Shift the whole body."""
        self.root = self.root + by
        self.joints = self.joints + by

    def length(self, cm: float) -> float:
        """Metres for a length written in cm for a stature of 164 cm."""
        return cm / 164 * self.body.stature
