from __future__ import annotations

import numpy as np
import pytest

from ptbuilder.figure.body import BODIES, HAIR, KNOT, SHIRT, SHORTS, SKIN, load_body
from ptbuilder.figure.camera import camera
from ptbuilder.figure.drape import laid_down
from ptbuilder.figure.hems import lids
from ptbuilder.figure.model import build_model
from ptbuilder.figure.rotations import about_x
from ptbuilder.figure.skinning import smooth_clothes
from ptbuilder.resources import asset
from tests.figure.conftest import posed


@pytest.mark.parametrize("name", BODIES)
def test_both_sleeves_and_both_legs_of_the_shorts_are_closed(name: str) -> None:
    body = load_body(asset("figure", f"{name}.npz"))
    found = lids(body)
    middles = [body.vertices[rim].mean(0) for rim in found.rims]
    assert [body.vertex_region[rim[0]] for rim in found.rims] == [SHIRT, SHIRT, SHORTS, SHORTS]
    assert [middle[0] > 0 for middle in middles] == [True, False, True, False]
    assert len(found.spread(body.vertices)) == found.triangles.max() + 1
    for rim, middle in zip(found.rims, middles, strict=True):
        assert np.linalg.norm(body.vertices[rim] - middle, axis=1).max() < 0.16


@pytest.mark.parametrize("name", BODIES)
def test_each_lid_is_one_ring_around_its_limb(name: str) -> None:
    found = lids(load_body(asset("figure", f"{name}.npz")))
    edges = found.triangles[:, :2]
    rims = np.bincount(edges.ravel(), minlength=int(found.triangles.max()) + 1)
    assert set(np.unique(rims).tolist()) == {0, 2}
    assert (rims == 0).sum() == 4


@pytest.mark.parametrize("name", ["female-full", "male-full"])
def test_from_before_a_sitter_one_does_not_see_the_shirt_through_the_legs_of_the_shorts(name: str) -> None:
    body = load_body(asset("figure", f"{name}.npz"))
    sitter = posed(body, {"base": "sitting"})
    vertices = sitter.vertices()
    model = build_model(sitter, vertices, [], camera(0, 0, 0))
    rim = vertices[lids(body).rims[2]]
    lid = model.vertices[len(vertices) :][model.triangles[len(body.triangles) :] - len(vertices)]
    assert np.isin(model.labels[len(body.triangles) :], [SHIRT, SHORTS]).all()
    assert np.abs(lid[-10:, 2, :] - rim.mean(0)).max() < 0.3  # the middle of the ring, in the thigh
    assert model.is_body.all()
    assert len(model.far) == len(model.vertices)


def test_the_end_of_the_shirt_hangs_free_in_standing_and_rests_on_who_lies() -> None:
    body = load_body(asset("figure", "female-full.npz"))
    upright = smooth_clothes(body, body.vertices)
    assert np.abs(laid_down(body, upright) - upright).max() < 0.004
    turn = about_x(-90)
    supine = upright @ turn.T
    moved = laid_down(body, supine) - supine
    front = body.vertices[:, 2] > float(body.joints[body.index["pelvis"]][2])
    assert moved[:, 1].min() < -0.01
    assert np.abs(moved[~front]).max() < 0.004
    assert set(np.unique(body.vertex_region[np.abs(moved).max(1) > 1e-6]).tolist()) == {SHIRT}


@pytest.mark.parametrize(("name", "has"), [("female", True), ("male", False), ("female-full", True), ("male-full", False)])
def test_a_knot_of_hair_goes_to_the_crown_where_the_head_lies_on_its_back(name: str, has: bool) -> None:
    body = load_body(asset("figure", f"{name}.npz"))
    assert (KNOT in body.surfaces) is has
    assert (body.leant_on is not body) is has
    if not has:
        return
    knot = np.unique(body.triangles[body.surfaces == KNOT])
    others = np.setdiff1d(np.arange(len(body.vertices)), knot)
    assert set(body.regions[body.surfaces == KNOT].tolist()) == {HAIR}
    assert np.array_equal(body.leant_on.vertices[others], body.vertices[others])
    back_of_head = body.vertices[others][body.vertex_region[others] == HAIR][:, 2].min()
    assert body.vertices[knot][:, 2].min() < back_of_head - 0.01
    assert body.leant_on.vertices[knot][:, 2].min() > back_of_head
    assert body.leant_on.vertices[knot][:, 1].max() > body.vertices[knot][:, 1].max()
    assert posed(body, {"base": "supine"}).body is body.leant_on
    assert posed(body, {"base": "prone"}).body is body


@pytest.mark.parametrize("name", BODIES)
def test_no_skin_is_drawn_where_clothes_cover_it(name: str) -> None:
    body = load_body(asset("figure", f"{name}.npz"))
    corners = body.triangles[body.regions == SKIN]
    shoulder, elbow = (body.joints[body.index[f"{bone}_l"]] for bone in ("uarm1", "farm1"))
    upper = corners[np.isin(body.main_bone[corners], body.bones_starting("uarm", side="l")).all(1)]
    along = (body.vertices[upper] - shoulder) @ (elbow - shoulder) / ((elbow - shoulder) @ (elbow - shoulder))
    assert len(along) > 50
    assert along.max(1).min() > 0.5
    middle = body.vertices[corners].min(1)
    neck = float(body.joints[body.index["neck1"]][1])
    assert not ((np.abs(middle[:, 0]) < 0.05) & (middle[:, 1] > neck - 0.2) & (middle[:, 1] < neck - 0.06)).any()
