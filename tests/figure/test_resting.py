from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from ptbuilder.figure.body import BODIES, Body, load_body
from ptbuilder.figure.checking import faults_of
from ptbuilder.figure.errors import PoseError
from ptbuilder.figure.outlines import OUTER, PROP, _add_curves
from ptbuilder.figure.reading import read_figure
from ptbuilder.figure.resting import HEAD_SINKS
from ptbuilder.figure.scene import Scene, build_scene
from ptbuilder.figure.tracing import Chain
from ptbuilder.resources import asset
from tests.figure.conftest import posed


def scene_of(body: Body, **figure: Any) -> Scene:
    return build_scene(read_figure(figure, "own"), body)


def says(scene: Scene) -> str:
    return " ".join(str(fault) for fault in faults_of(scene))


@pytest.mark.parametrize("base", ["supine", "hooklying", "prone"])
@pytest.mark.parametrize("name", BODIES)
def test_a_lying_head_rests_on_the_ground_in_every_body(name: str, base: str) -> None:
    solved = posed(load_body(asset("figure", f"{name}.npz")), {"base": base})
    assert solved.lowest("head") == pytest.approx(-HEAD_SINKS, abs=0.004)


def test_only_neck_and_head_give_way(female: Body) -> None:
    held = posed(female, {"base": "hooklying", "head_rests": False})
    laid = posed(female, {"base": "hooklying"})
    moved = {name for name, a, b in zip(female.bones, held.frames, laid.frames, strict=True) if not np.allclose(a, b)}
    assert moved == {"neck1", "neck2", "neck3", "head"}


def test_a_face_on_its_back_goes_on_looking_up(female: Body) -> None:
    for name in BODIES:
        solved = posed(load_body(asset("figure", f"{name}.npz")), {"base": "supine"})
        assert solved.frame_of("head")[1, 2] > np.cos(np.radians(28))


def test_a_forehead_lies_as_high_as_the_hands_under_it(female: Body) -> None:
    solved = posed(female, {"base": "prone", "head_rests": 4})
    assert solved.lowest("head") == pytest.approx(solved.length(4) - HEAD_SINKS, abs=0.004)


def test_a_pillow_stays_where_it_lies_while_the_head_leaves_it(female: Body) -> None:
    scene = scene_of(female, props=["pillow"], start={"base": "supine", "neck": 8}, finish={"neck": 40, "head_rests": False})
    before, after = (next(m.vertices for m in frame.meshes if m.colour == "pillow") for frame in (scene.start, scene.finish))
    np.testing.assert_array_equal(before, after)
    assert faults_of(scene) == []


def test_a_pillow_lies_flat_on_what_it_is_on(female: Body) -> None:
    for height in (0, 46):
        start = {"base": "side-right", "contact": [{"part": "pelvis", "height": height}]}
        scene = scene_of(female, props=[{"kind": "pillow", "height": height}], start=start)
        pillow = next(mesh.vertices for mesh in scene.start.meshes if mesh.colour == "pillow")
        assert pillow[:, 1].min() == pytest.approx(height / 100, abs=1e-9)
        head = scene.start.posed.lowest("head")
        assert head < scene.fixed["pillow"].surfaces["top"].point[1] < head + 0.05


def test_a_head_above_its_pillow_is_told(female: Body) -> None:
    scene = scene_of(female, props=["pillow"], start={"base": "supine", "neck": 8}, finish={"neck": 40})
    assert "own, finish, head: hangs" in says(scene)
    assert "above the pillow" in says(scene)


def test_a_head_without_a_pillow_on_the_side_is_told_unless_it_is_held_up(female: Body) -> None:
    assert "own, start, head: hangs" in says(scene_of(female, start={"base": "side-right"}))
    assert faults_of(scene_of(female, start={"base": "side-right", "head_rests": False})) == []
    assert faults_of(scene_of(female, props=["pillow"], start={"base": "side-right"})) == []


def test_a_neck_that_cannot_lay_the_head_down_is_told(female: Body) -> None:
    scene = scene_of(female, start={"base": "supine", "contact": ["pelvis"], "body": {"lean": 40}})
    assert "above the ground: lay it on a pillow, or say that head_rests is false" in says(scene)


@pytest.mark.parametrize("wrong", ["mat", [1], {"on": "mat"}])
def test_a_rest_that_cannot_be_read_names_what_is_expected(wrong: object) -> None:
    with pytest.raises(PoseError, match="own, start, head_rests: expected true, false, or a number of cm"):
        read_figure({"start": {"base": "supine", "head_rests": wrong}}, "own")


def test_a_line_that_begins_with_a_tick_of_another_kind_keeps_its_own() -> None:
    points = np.column_stack([np.arange(60.0), np.zeros(60)])
    classes = np.r_[np.full(4, OUTER), np.full(55, PROP)]
    lines: dict[int, list[Any]] = {PROP: [], OUTER: []}
    _add_curves(lines, Chain(points, classes, 0, 59), classes, np.zeros((4, 64)))
    assert (len(lines[PROP]), len(lines[OUTER])) == (1, 0)


@pytest.mark.parametrize("base", ["supine", "hooklying"])
@pytest.mark.parametrize("name", BODIES)
def test_arms_of_which_a_pose_says_nothing_lie_beside_every_body(name: str, base: str) -> None:
    solved = posed(load_body(asset("figure", f"{name}.npz")), {"base": base})
    for side in "lr":
        assert -0.012 < solved.lowest(f"hand_{side}") < 0.003


def test_an_arm_that_is_posed_or_has_a_target_is_left_alone(female: Body) -> None:
    raised = posed(female, {"base": "supine", "shoulder_r": {"flexion": 90}})
    assert raised.frame.angle("shoulder_r", "flexion") == 90
    assert raised.lowest("hand_r") > 0.3
    assert raised.lowest("hand_l") < 0.003
