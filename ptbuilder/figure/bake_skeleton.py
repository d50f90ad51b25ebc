"""Build time: the 66 bones of a baked body, from the 163 of the MakeHuman base mesh, and its shape and weights.

All face bones become the head, all toes one bone; the twist bones of the limbs stay.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from ptbuilder.figure.rotations import Array

BODY_VERTICES = 13380
"""The first vertices of the base mesh are the body; helpers follow."""

Joint = Any
"""A cube's name, a list of vertices, ('lerp', cube, cube, share) or ('mean', cubes), or 'mid_hip'."""

_MIDLINE: dict[str, tuple[str | None, Joint, list[str]]] = {
    "pelvis": (None, "mid_hip", ["root", "pelvis.L", "pelvis.R"]),
    "lumbar1": ("pelvis", "joint-pelvis", ["spine05"]),
    "lumbar2": ("lumbar1", "joint-spine-4", ["spine04"]),
    "thor1": ("lumbar2", "joint-spine-3", ["spine03"]),
    "thor2": ("thor1", "joint-spine-2", ["spine02", "breast.L", "breast.R"]),
    "thor3": ("thor2", "joint-spine-1", ["spine01"]),
    "neck1": ("thor3", "joint-neck", ["neck01"]),
    "neck2": ("neck1", [659, 18889], ["neck02"]),
    "neck3": ("neck2", [226, 17824], ["neck03"]),
    "head": ("neck3", "joint-head", ["head"]),
}


def _side(s: str) -> dict[str, tuple[str | None, Joint, list[str]]]:
    """Bones of one side: parent, joint, and the bones whose weights are merged."""
    big = s.upper()

    def cube(name: str) -> str:
        return f"joint-{s}-{name}"

    bones: dict[str, tuple[str | None, Joint, list[str]]] = {
        f"clav_{s}": ("thor3", cube("clavicle"), [f"clavicle.{big}"]),
        f"scap_{s}": (f"clav_{s}", cube("scapula"), [f"shoulder01.{big}"]),
        f"uarm1_{s}": (f"scap_{s}", cube("shoulder"), [f"upperarm01.{big}"]),
        f"uarm2_{s}": (f"uarm1_{s}", ("lerp", cube("shoulder"), cube("elbow"), 0.3), [f"upperarm02.{big}"]),
        f"farm1_{s}": (f"uarm2_{s}", cube("elbow"), [f"lowerarm01.{big}"]),
        f"farm2_{s}": (f"farm1_{s}", ("lerp", cube("elbow"), cube("hand"), 0.5), [f"lowerarm02.{big}"]),
        f"hand_{s}": (f"farm2_{s}", cube("hand"), [f"wrist.{big}", *(f"metacarpal{k}.{big}" for k in range(1, 5))]),
    }
    for i in range(1, 6):
        for k in range(1, 4):
            parent = f"hand_{s}" if k == 1 else f"f{i}_{k - 1}_{s}"
            bones[f"f{i}_{k}_{s}"] = (parent, cube(f"finger-{i}-{k}"), [f"finger{i}-{k}.{big}"])
    bones |= {
        f"thigh1_{s}": ("pelvis", cube("upper-leg"), [f"upperleg01.{big}"]),
        f"thigh2_{s}": (f"thigh1_{s}", ("lerp", cube("upper-leg"), cube("knee"), 0.3), [f"upperleg02.{big}"]),
        f"shin1_{s}": (f"thigh2_{s}", cube("knee"), [f"lowerleg01.{big}"]),
        f"shin2_{s}": (f"shin1_{s}", ("lerp", cube("knee"), cube("ankle"), 0.5), [f"lowerleg02.{big}"]),
        f"foot_{s}": (f"shin2_{s}", cube("ankle"), [f"foot.{big}"]),
    }
    toes = [f"toe{i}-{k}.{big}" for i in range(1, 6) for k in range(1, 4)]
    bones[f"toes_{s}"] = (f"foot_{s}", ("mean", [cube(f"toe-{k}-1") for k in range(1, 6)]), toes)
    return bones


BONES: dict[str, tuple[str | None, Joint, list[str]]] = _MIDLINE | _side("l") | _side("r")
NAMES = list(BONES)
INDEX = {name: i for i, name in enumerate(NAMES)}


@dataclass(frozen=True, slots=True)
class BaseMesh:
    """The shaped base mesh in metres: vertices, quads with their group, weights a bone, joint positions."""

    vertices: Array
    quads: Array
    groups: Array
    weights: Array
    joints: Array
    cubes: Mapping[str, Array]


@dataclass(frozen=True, slots=True)
class Shape:
    """Where a body stands between the extremes that the data describes.

    ``gender`` goes from 0 (female) to 1 (male), ``age`` from 0 (25 years) to 1 (90 years), ``muscle`` from 0 (average) to 1
    or, below 0, to -1 (least), ``weight`` from -1 (least) over 0 (average) to 1 (most); ``ideal`` is the share of the ideal
    proportions, and ``details`` the shares of further targets.
    """

    gender: float
    age: float = 0
    muscle: float = 0.35
    weight: float = -0.12
    ideal: float = 0.4
    details: tuple[tuple[str, float], ...] = ()


def load_base(raw: Path, shape: Shape) -> BaseMesh:
    """Read mesh, shape and weights from the package's folder ``data/mpfb2``."""
    vertices, quads, groups = _read_mesh(raw / "3dobjs" / "base.obj")
    _shape(raw, vertices, shape)
    vertices = vertices / 10.0
    names = [g for g in np.unique(groups) if g.startswith("joint-")]
    cubes = {str(g): vertices[np.unique(quads[groups == g])].mean(0) for g in names}
    joints = np.array([_joint(BONES[name][1], cubes, vertices) for name in NAMES])
    return BaseMesh(vertices, quads, groups, _weights(raw, len(vertices)), joints, cubes)


def _read_mesh(path: Path) -> tuple[Array, Array, Array]:
    vertices, quads, groups, group = [], [], [], ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("v "):
            vertices.append([float(x) for x in line.split()[1:4]])
        elif line.startswith("g "):
            group = line.split()[1]
        elif line.startswith("f "):
            quads.append([int(x.split("/")[0]) - 1 for x in line.split()[1:5]])
            groups.append(group)
    return np.array(vertices), np.array(quads), np.array(groups)


def _add_target(raw: Path, vertices: Array, name: str, share: float) -> None:
    with gzip.open(raw / "targets" / f"{name}.target.gz", "rt") as lines:
        for line in lines:
            if line.strip() and not line.startswith("#"):
                i, x, y, z = line.split()
                vertices[int(i)] += share * np.array([float(x), float(y), float(z)])


def _shape(raw: Path, vertices: Array, shape: Shape) -> None:
    """Move the vertices to an everyday body of mixed descent."""
    for sex, by_sex in (("female", 1 - shape.gender), ("male", shape.gender)):
        for age, by_age in (("young", 1 - shape.age), ("old", shape.age)):
            share = by_sex * by_age
            if share > 0:
                for descent in ("caucasian", "asian", "african"):
                    _add_target(raw, vertices, f"macrodetails/{descent}-{sex}-{age}", share / 3)
                _add_build(raw, vertices, f"{sex}-{age}", share, shape)
    for name, share in shape.details:
        _add_target(raw, vertices, name, share)


def _add_build(raw: Path, vertices: Array, who: str, share: float, shape: Shape) -> None:
    """Muscle and weight of one sex and age, in general and in the ideal proportions."""
    muscles = {"averagemuscle": 1 - abs(shape.muscle), ("maxmuscle" if shape.muscle > 0 else "minmuscle"): abs(shape.muscle)}
    weights = {"averageweight": 1 - abs(shape.weight), ("maxweight" if shape.weight > 0 else "minweight"): abs(shape.weight)}
    for build, by_build in muscles.items():
        for weight, by_weight in weights.items():
            part = share * by_build * by_weight
            _add_target(raw, vertices, f"macrodetails/universal-{who}-{build}-{weight}", part)
            _add_target(raw, vertices, f"macrodetails/proportions/{who}-{build}-{weight}-idealproportions", part * shape.ideal)


def _weights(raw: Path, count: int) -> Array:
    listed = json.loads((raw / "rigs" / "standard" / "weights.default.json").read_text(encoding="utf-8"))["weights"]
    source = {old: INDEX[new] for new in NAMES for old in BONES[new][2]}
    weights = np.zeros((count, len(NAMES)))
    for bone, pairs in listed.items():
        column = source.get(bone, INDEX["head"])  # every face bone is the head
        for vertex, weight in pairs:
            if vertex < count:
                weights[vertex, column] += weight
    total = weights.sum(1)
    weights[total > 0] /= total[total > 0][:, None]
    return weights


def _joint(where: Joint, cubes: Mapping[str, Array], vertices: Array) -> Array:
    if where == "mid_hip":
        return np.asarray((cubes["joint-l-upper-leg"] + cubes["joint-r-upper-leg"]) / 2)
    if isinstance(where, str):
        return cubes[where]
    if isinstance(where, tuple) and where[0] == "lerp":
        return np.asarray(cubes[where[1]] * (1 - where[3]) + cubes[where[2]] * where[3])
    if isinstance(where, tuple):
        return np.asarray(np.mean([cubes[name] for name in where[1]], 0))
    return np.asarray(vertices[where].mean(0))
