from __future__ import annotations

import numpy as np
import pytest

from ptbuilder.domain.clinic import FIGURES
from ptbuilder.figure.body import BODIES, HAIR, SHIRT, SHORTS, SKIN, Body, load_body
from ptbuilder.figure.checking import faults_of
from ptbuilder.figure.reading import read_figure
from ptbuilder.figure.scene import build_scene
from ptbuilder.figure.themes import COLOUR, GREY, ROLES
from ptbuilder.resources import asset
from ptbuilder.services.drawing import figures

FULL = ("female-full", "male-full")


def body(name: str) -> Body:
    return load_body(asset("figure", f"{name}.npz"))


def girth(of: Body, joint: str) -> float:
    """Width plus depth of the shirt at the height of a joint, in metres."""
    vertices = of.vertices[of.vertex_region == SHIRT]
    near = vertices[(np.abs(vertices[:, 1] - of.joints[of.index[joint]][1]) < 0.02) & (np.abs(vertices[:, 0]) < 0.3)]
    return float(np.ptp(near[:, 0]) + np.ptp(near[:, 2]))


@pytest.mark.parametrize("name", BODIES)
def test_a_body_is_whole_and_small(name: str, female: Body) -> None:
    of = body(name)
    assert asset("figure", f"{name}.npz").stat().st_size <= 400 * 1024
    assert (of.bones, of.parents, list(of.landmarks)) == (female.bones, female.parents, list(female.landmarks))
    assert of.triangles.max() < len(of.vertices)
    assert np.isfinite(of.vertices).all()
    assert np.allclose(of.weights.sum(1), 1)
    assert set(np.unique(of.regions)) == set(range(5))
    assert abs(of.vertices[:, 1].min()) < 0.03 or of.vertices[:, 1].min() < 0
    assert 1.5 < of.stature < 1.9


@pytest.mark.parametrize("name", BODIES)
def test_each_region_has_its_colour_in_both_themes(name: str) -> None:
    colours = body(name).colours
    assert len(colours) == 5
    for colour in colours:
        assert colour in COLOUR
        assert colour in GREY
        assert colour.split("_")[0] in ROLES or colour.startswith("short")


@pytest.mark.parametrize(("young", "full"), [("female", "female-full"), ("male", "male-full")])
def test_the_older_body_is_wider_shorter_and_grey(young: str, full: str) -> None:
    slim, wide = body(young), body(full)
    for joint in ("lumbar1", "lumbar2", "thor1"):
        assert girth(wide, joint) > 1.12 * girth(slim, joint)
    assert wide.stature < slim.stature
    assert (slim.colours[HAIR], wide.colours[HAIR]) == ("hair", "hair_grey")


@pytest.mark.parametrize("name", FULL)
def test_the_shirt_hangs_below_the_belly_and_covers_the_shorts(name: str) -> None:
    of = body(name)
    shirt, shorts = (of.vertices[of.vertex_region == region] for region in (SHIRT, SHORTS))
    hem, waist = shirt[:, 1].min(), shorts[:, 1].max()
    assert hem < waist - 0.08
    front = [float(shirt[np.abs(shirt[:, 1] - y) < 0.015][:, 2].max()) for y in np.linspace(hem + 0.02, waist, 6)]
    widest = float(shirt[:, 2].max())
    assert min(front) > widest - 0.06  # it falls from the widest place and does not cling below the belly
    for y in np.linspace(hem + 0.02, waist - 0.01, 6):
        rings = [part[np.abs(part[:, 1] - y) < 0.015] for part in (shirt, shorts)]
        assert rings[0][:, 2].max() > rings[1][:, 2].max()
        assert rings[0][:, 2].min() < rings[1][:, 2].min()


@pytest.mark.parametrize("name", FULL)
def test_no_skin_lies_under_the_middle_of_the_shirt(name: str) -> None:
    of = body(name)
    skin = of.vertices[of.vertex_region == SKIN]
    low, high = of.joints[of.index["pelvis"]][1], of.joints[of.index["thor2"]][1]
    assert not ((skin[:, 1] > low) & (skin[:, 1] < high) & (np.abs(skin[:, 0]) < 0.12)).any()


@pytest.mark.parametrize("name", FULL)
@pytest.mark.parametrize("base", ["standing", "sitting", "supine", "side-right"])
def test_a_fuller_body_rests_as_the_others_do(name: str, base: str) -> None:
    props = ["pillow"] if base.startswith("side") else []
    assert faults_of(build_scene(read_figure({"props": props, "start": {"base": base}}), body(name))) == []


def test_all_rooms_name_the_same_bodies() -> None:
    assert figures.BODIES == BODIES
    assert ("patient", *BODIES) == FIGURES


def test_only_a_full_belly_stands_out_and_gives_way_on_the_floor() -> None:
    assert [round(body(name).belly, 2) for name in BODIES] == [0, 0, 0.04, 0.05]
    prone = read_figure({"start": {"base": "prone"}})
    assert [fault for name in FULL for fault in faults_of(build_scene(prone, body(name)))] == []
