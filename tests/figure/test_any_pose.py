"""No pose within range crashes the solver, and every one rests on the floor."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from ptbuilder.figure.bases import BASES
from ptbuilder.figure.body import Body
from ptbuilder.figure.checking import faults_of
from ptbuilder.figure.reading import read_figure
from ptbuilder.figure.scene import build_scene
from ptbuilder.figure.surfaces import PARTS
from ptbuilder.figure.vocabulary import PAIRED, UNPAIRED


@st.composite
def joint(draw: st.DrawFn) -> tuple[str, dict[str, float]]:
    name = draw(st.sampled_from([*UNPAIRED, *(f"{stem}_{side}" for stem in PAIRED for side in "lr"), *PAIRED]))
    directions = (UNPAIRED | PAIRED)[name[:-2] if name.endswith(("_l", "_r")) else name]
    chosen = draw(st.lists(st.sampled_from(list(directions)), min_size=1, unique=True))
    return name, {key: draw(st.floats(*directions[key])) for key in chosen}


parts = st.sampled_from(["floor", *(f"{part}_{side}" if sided else part for part, sided in PARTS.items() for side in "lr")])


@st.composite
def frames(draw: st.DrawFn) -> dict[str, Any]:
    frame: dict[str, Any] = dict(draw(st.lists(joint(), max_size=6)))
    for limb in ("hand_l", "hand_r", "foot_r"):
        if draw(st.booleans()):
            frame[limb] = {"on": draw(parts), "along": draw(st.floats(0, 1))}
    return frame


@settings(max_examples=30, deadline=None)
@given(base=st.sampled_from(sorted(BASES)), start=frames(), finish=frames())
def test_no_pose_within_range_crashes(female: Body, base: str, start: dict[str, Any], finish: dict[str, Any]) -> None:
    spec = read_figure({"start": {**start, "base": base}, "finish": finish})
    scene = build_scene(spec, female)
    for frame in (scene.start, scene.finish):
        assert np.isfinite(frame.vertices).all()
        assert frame.vertices[:, 1].min() >= 0
    assert all(math.isfinite(len(str(fault))) for fault in faults_of(scene))
