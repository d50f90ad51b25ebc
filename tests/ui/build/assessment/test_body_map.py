"""The body map: parts are paths with names, by pointer and by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from pytestqt.qtbot import QtBot

from ptbuilder.resources import asset
from ptbuilder.services.drawing.figures import BODIES
from ptbuilder.ui.build.assessment.body_figure import body_figure
from ptbuilder.ui.build.assessment.body_map import BodyMap
from ptbuilder.ui.build.assessment.body_shapes import FIGURE, MIDDLE, SHEET, body_parts, outline
from ptbuilder.ui.theme import Theme

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def body_map(qtbot: QtBot, theme: Theme) -> BodyMap:
    made = BodyMap(theme)
    qtbot.addWidget(made)
    made.set_counts({part.region: 21 for part in body_parts() if part.region != "elbow"}, {"hip": "Hip", "lumbar": "Low back"})
    made.resize(340, made.heightForWidth(340))
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_parts_are_named_with_side_and_count(body_map: BodyMap) -> None:
    assert body_map.part("hip", "front", "right").accessibleName() == "Hip, right, 21 findings"
    assert body_map.part("lumbar", "back").accessibleName() == "Low back, 21 findings"


def test_a_press_tells_region_and_side(qtbot: QtBot, body_map: BodyMap) -> None:
    with qtbot.waitSignal(body_map.region_chosen) as told:
        qtbot.mouseClick(body_map.part("hip", "front", "left"), LEFT)
    assert told.args == ["hip", "left"]


def test_a_press_beside_the_body_tells_nothing(qtbot: QtBot, body_map: BodyMap) -> None:
    with qtbot.assertNotEmitted(body_map.region_chosen):
        qtbot.mouseClick(body_map, LEFT, pos=QPoint(3, 3))


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_keys_press_a_part(qtbot: QtBot, body_map: BodyMap, key: Qt.Key) -> None:
    with qtbot.waitSignal(body_map.region_chosen):
        qtbot.keyClick(body_map.part("knee"), key)


def test_every_part_is_a_tab_stop(body_map: BodyMap) -> None:
    for part in body_parts():
        assert body_map.part(part.region, part.view, part.side or "").focusPolicy() == Qt.FocusPolicy.TabFocus


def test_a_part_without_findings_cannot_be_pressed(body_map: BodyMap) -> None:
    assert not body_map.part("elbow").isEnabled()


def test_on_the_front_the_patient_s_right_is_at_the_left(body_map: BodyMap) -> None:
    front = body_map.part("hip", "front", "right"), body_map.part("hip", "front", "left")
    back = body_map.part("hip", "back", "right"), body_map.part("hip", "back", "left")
    assert front[0].x() < front[1].x()
    assert back[0].x() > back[1].x()


def test_shapes_stay_on_their_sheet() -> None:
    for shape in (outline("body"), outline("shirt"), outline("shorts"), *(part.shape for part in body_parts())):
        assert SHEET.contains(shape.boundingRect())


def test_the_marked_region_is_painted(body_map: BodyMap) -> None:
    plain = body_map.grab().toImage()
    body_map.mark_region("hip")
    assert body_map.grab().toImage() != plain


def test_parts_stand_where_they_are_painted(body_map: BodyMap) -> None:
    for button in (body_map.part("lumbar", "back"), body_map.part("ankle-foot", "front", "left")):
        assert body_map.rect().contains(button.geometry())
        assert button.mask().contains(button.rect().center())


@pytest.mark.parametrize("body", BODIES)
def test_every_part_lies_on_the_drawn_body(qtbot: QtBot, body: str) -> None:
    figure = body_figure(body)
    assert figure is not None
    for part in figure.parts:
        image = figure.image(part.view, FIGURE.size().toSize() * 2, 1.0)
        assert SHEET.contains(part.shape.boundingRect())
        box = part.shape.boundingRect()
        places = [box.topLeft() + QPointF(box.width() * x / 12, box.height() * y / 12) for x in range(13) for y in range(13)]
        inside = [at for at in places if part.shape.contains(at)]
        hit = [at for at in inside if image.pixelColor(((at - FIGURE.topLeft()) * 2).toPoint()).alpha() > 0]
        assert len(hit) > 0.55 * len(inside), part


@pytest.mark.parametrize("body", BODIES)
def test_drawn_parts_are_on_their_side_and_do_not_cover_one_another(body: str) -> None:
    figure = body_figure(body)
    assert figure is not None
    assert [(part.region, part.side, part.view) for part in figure.parts] == [part[:3] for part in body_parts()]
    for part in figure.parts:
        if part.side:
            at_left = part.shape.boundingRect().center().x() < MIDDLE
            assert at_left == ((part.side == "right") == (part.view == "front"))
        others = [other for other in figure.parts if other.view == part.view and other is not part]
        assert not any(other.shape.contains(part.shape.boundingRect().center()) for other in others)


def test_another_body_moves_the_parts(body_map: BodyMap) -> None:
    plain, place = body_map.grab().toImage(), body_map.part("knee").geometry()
    body_map.show_body("male")
    assert body_map.part("knee").geometry() != place
    assert body_map.grab().toImage() != plain


def test_without_a_drawing_the_outline_is_painted(body_map: BodyMap) -> None:
    body_map.show_body("no-such-body")
    assert body_map.part("lumbar", "back").accessibleName() == "Low back, 21 findings"
    middle = body_map.part("lumbar", "back").geometry().center()
    assert body_map.grab().toImage().pixelColor(middle) != body_map.theme.color("paper")


@pytest.mark.parametrize("name", ["map-front", "map-back"])
@pytest.mark.parametrize("body", BODIES)
def test_the_drawn_body_is_small(body: str, name: str) -> None:
    assert asset("drawings", body, f"{name}.svg").stat().st_size <= 20 * 1024


def test_the_map_has_the_skin_that_was_chosen(body_map: BodyMap) -> None:
    body_map.show_body("female", "light")
    light = body_map.grab().toImage()
    body_map.show_body("female", "dark")
    assert body_map.grab().toImage() != light
    body_map.show_body("female", "light")
    assert body_map.grab().toImage() == light
