from __future__ import annotations

import xml.etree.ElementTree as ElementTree

import numpy as np
import pytest

from ptbuilder.domain.drawing import Drawing, Paint, PaintedPath
from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.figure import svg
from ptbuilder.figure.body import Body
from ptbuilder.figure.mirror import mirrored, mirrored_figure
from ptbuilder.figure.pixel_lines import widened
from ptbuilder.figure.preview import moving_frames
from ptbuilder.figure.reading import read_figure
from ptbuilder.figure.scene import build_scene, draw_figure, shared_view
from ptbuilder.figure.themes import COLOUR, GREY, black_and_white
from tests.figure.conftest import example

INSET = {
    "start": {"base": "hooklying"},
    "finish": {"breath": {"belly": 3}},
    "inset": "belly",
    "arrows": [{"follow": "belly", "direction": "up"}],
}


@pytest.fixture(scope="module")
def bridge(female: Body) -> tuple[Drawing, Drawing]:
    return draw_figure(read_figure(example("bridge")), female)[:2]


def test_the_same_pose_gives_the_same_bytes(bridge: tuple[Drawing, Drawing], female: Body) -> None:
    again = draw_figure(read_figure(example("bridge")), female)[:2]
    assert [svg.write(drawing) for drawing in again] == [svg.write(drawing) for drawing in bridge]


def test_what_is_written_is_read_back(bridge: tuple[Drawing, Drawing]) -> None:
    for drawing in bridge:
        assert svg.parse(svg.write(drawing)) == drawing


def test_the_svg_is_small_and_well_formed(bridge: tuple[Drawing, Drawing]) -> None:
    for drawing in bridge:
        text = svg.write(drawing)
        assert len(text.encode()) < 20 * 1024
        assert ElementTree.fromstring(text).tag == "{http://www.w3.org/2000/svg}svg"


def test_start_and_finish_have_one_size_and_only_the_finish_has_an_arrow(bridge: tuple[Drawing, Drawing]) -> None:
    start, finish = bridge
    assert (start.width, start.height) == (finish.width, finish.height)
    assert not any(path.role == "arrow" for path in start.paths)
    assert sum(path.role == "arrow" for path in finish.paths) == 2


def test_a_drawing_fits_its_place_on_paper(bridge: tuple[Drawing, Drawing]) -> None:
    assert bridge[0].width / 80 <= 51.5
    assert bridge[0].height / 80 <= 50.5


def test_everything_lies_in_the_frame(bridge: tuple[Drawing, Drawing]) -> None:
    for drawing in bridge:
        for path in drawing.paths:
            for _, points in path.segments:
                assert all(-8 <= x <= drawing.width + 8 and -8 <= y <= drawing.height + 8 for x, y in points)


def test_the_other_side_is_the_picture_turned_over(bridge: tuple[Drawing, Drawing]) -> None:
    assert mirrored(mirrored(bridge[1])) == bridge[1]
    assert mirrored(bridge[1]) != bridge[1]


def test_mirroring_the_pose_mirrors_joints_props_and_arrows(female: Body) -> None:
    scene = build_scene(read_figure(example("hip-abduction")), female)
    other = build_scene(read_figure(mirrored_figure(example("hip-abduction"))), female)
    for name, twin in (("foot_r", "foot_l"), ("hand_l", "hand_r"), ("head", "head")):
        assert other.finish.posed.bone(twin) == pytest.approx(scene.finish.posed.bone(name) * [-1, 1, 1], abs=0.004)
    chair, turned = scene.fixed["chair"].meshes[0], other.fixed["chair"].meshes[0]
    assert turned.vertices[:, 0].min() == pytest.approx(-chair.vertices[:, 0].max(), abs=0.004)
    (arrow,), (twin_arrow,) = shared_view(scene)[1], shared_view(other)[1]
    assert (arrow.line[-1] - arrow.line[0])[0] == pytest.approx(-(twin_arrow.line[-1] - twin_arrow.line[0])[0], abs=0.01)


def test_black_and_white_is_grey_through_and_through(bridge: tuple[Drawing, Drawing]) -> None:
    for path in black_and_white(bridge[1]).paths:
        for colour in (path.paint.fill, path.paint.stroke):
            assert colour is None or colour[1:3] == colour[3:5] == colour[5:7]


def test_both_themes_name_the_same_colours_and_each_once() -> None:
    assert COLOUR.keys() == GREY.keys()
    assert len(set(COLOUR.values())) == len(COLOUR)


def test_an_inset_holds_the_arrow_and_keeps_one_size(female: Body) -> None:
    start, finish, _ = draw_figure(read_figure(INSET), female)
    assert (start.width, start.height) == (finish.width, finish.height)
    assert len(svg.write(finish).encode()) < 20 * 1024
    assert any(path.role == "arrow" for path in finish.paths)
    assert finish.height / 80 <= 50.5


def test_an_inset_may_look_with_its_own_camera(female: Body) -> None:
    plain, turned = (
        draw_figure(read_figure({**INSET, "inset": {"around": "low_back", "width": 24, **view}}), female)[0]
        for view in ({}, {"view": "above"})
    )
    assert plain.paths != turned.paths


@pytest.mark.parametrize("on", ["start", "finish", "both"])
def test_an_arrow_stands_in_the_picture_that_it_names(on: str, female: Body) -> None:
    figure = {
        "start": {"base": "standing"},
        "finish": {"shoulder_r": {"abduction": 150}},
        "arrows": [{"follow": "hand_r", "direction": "out", "on": on}],
    }
    spec = read_figure(figure)
    pictures = draw_figure(spec, female)[:2]
    shown = [any(path.role == "arrow" for path in picture.paths) for picture in pictures]
    assert shown == [on in ("start", "both"), on in ("finish", "both")]


def test_an_arrow_of_the_start_is_beside_the_limb_at_the_start(female: Body) -> None:
    heights = {}
    for on in ("start", "finish"):
        figure = {
            "start": {"base": "standing"},
            "finish": {"shoulder_r": {"abduction": 150}},
            "arrows": [{"follow": "hand_r", "direction": "out", "on": on}],
        }
        (arrow,) = shared_view(build_scene(read_figure(figure), female))[1]
        heights[on] = float(arrow.line[:, 1].mean())
    assert heights["start"] < heights["finish"] - 0.5


def test_foreign_svg_is_refused() -> None:
    for text in (
        "<svg/>",
        "no picture",
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path class="x" fill="none" d="M0 0"/></svg>',
    ):
        with pytest.raises(PTBuilderError, match="was not written by PTBuilder"):
            svg.parse(text)


def test_lines_dashes_and_alt_text_survive_the_round_trip() -> None:
    path = PaintedPath(
        (("M", ((1, 2),)), ("L", ((3, -4),)), ("L", ((0, 0),)), ("Z", ())), Paint(None, "#123456", 3, (4, 2), 0.5), "ghost"
    )
    drawing = Drawing(10, 20, (path,), 'A "person" & <a> mat', "male", (("unit", "1/80 mm"),))
    assert svg.parse(svg.write(drawing)) == drawing


def test_moving_frames_go_from_start_to_finish_within_their_size(female: Body) -> None:
    spec = read_figure(example("bridge"))
    frames = moving_frames(spec, female, (160, 120), count=3)
    assert len(frames) == 3
    assert all(frame.width <= 160 and frame.height <= 120 for frame in frames)
    assert all(len(frame.rgba) == frame.width * frame.height * 4 for frame in frames)
    assert len({frame.rgba for frame in frames}) == 3


def test_mirrored_frames_are_the_pixels_turned_over(female: Body) -> None:
    spec = read_figure(example("bridge"))
    (frame, *_), (turned, *_) = (moving_frames(spec, female, (100, 60), count=2, mirrored=side) for side in (False, True))
    rows = [frame.rgba[i * frame.width * 4 : (i + 1) * frame.width * 4] for i in range(frame.height)]
    flipped = b"".join(b"".join(row[k : k + 4] for k in range(len(row) - 4, -4, -4)) for row in rows)
    assert turned.rgba == flipped


@pytest.mark.parametrize("size", [60, 240])
def test_the_floor_of_a_moving_picture_stays_light(size: int, female: Body) -> None:
    (frame, *_) = moving_frames(read_figure(example("bridge")), female, (size, size), count=2)
    dark = sum(max(frame.rgba[k : k + 3]) < 120 and frame.rgba[k + 3] > 200 for k in range(0, len(frame.rgba), 4))
    assert dark < 0.3 * frame.width * frame.height


def test_lines_of_moving_pictures_grow_with_the_picture() -> None:
    mask = np.zeros((9, 9), bool)
    mask[4] = True
    assert [int(widened(mask, width)[:, 4].sum()) for width in (1, 2, 3, 4)] == [1, 2, 3, 4]
