"""Pictures come from the worker, and at most one figure moves: under the pointer, or in focus."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QEvent, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from ptbuilder.domain.drawing import Drawing
from ptbuilder.domain.image import RasterImage
from ptbuilder.domain.library import Library
from ptbuilder.domain.vocabulary import Side
from ptbuilder.services.desk.desk import Desk
from ptbuilder.services.drawing.figure_look import FigureLook
from ptbuilder.services.drawing.picture_shelf import PictureShelf
from ptbuilder.ui.build.figures.motion import WAY, Motion, Mover, place_at
from ptbuilder.ui.build.figures.pictures import DrawingCache, Frame
from ptbuilder.ui.build.program.program_list import ProgramList
from ptbuilder.ui.library.details import PicturePair
from ptbuilder.ui.tasks import TaskRunner
from ptbuilder.ui.theme import Theme
from tests.ui.build.columns import Columns, fill
from tests.ui.build.figures.test_pictures import DRAWING

SIZE = QSize(40, 20)
COUNT = 5


class Studio:
    """Gives the same drawing and the same frames for every exercise, and keeps what was asked for."""

    def __init__(self) -> None:
        self.stills: list[tuple[str, Side | None, Frame]] = []
        self.moving: list[tuple[str, Side | None]] = []

    def still(self, code: str, side: Side | None, frame: Frame) -> Drawing | None:
        self.stills.append((code, side, frame))
        return DRAWING if code != "none" else None

    def frames(self, code: str, side: Side | None, size: tuple[int, int]) -> tuple[RasterImage, ...]:
        self.moving.append((code, side))
        return tuple(RasterImage(2, 1, bytes([40 * n, 0, 0, 255] * 2)) for n in range(COUNT))


class Room:
    """A cache with worker and mover; ``may_move`` is the switch of the computer."""

    def __init__(self) -> None:
        self.studio, self.tasks, self.may_move = Studio(), TaskRunner(), True
        self.mover = Mover(self.studio.frames, self.tasks, lambda: self.may_move)
        self.cache = DrawingCache(self.studio.still, known=lambda code: code != "none", tasks=self.tasks, mover=self.mover)


@pytest.fixture
def room(qtbot: QtBot) -> Iterator[Room]:
    made = Room()
    yield made
    made.mover.halt()
    made.tasks.finish()
    made.tasks.drop()


def columns_in(room: Room, qtbot: QtBot, desk: Desk, theme: Theme) -> ProgramList:
    fill(desk)
    columns = Columns(qtbot, desk, theme, cache=room.cache)
    qtbot.waitUntil(lambda: room.tasks.is_idle)
    return columns.program.list


def point(view: ProgramList, qtbot: QtBot, row: int) -> None:
    at = view.visualRect(view.rows.index(row)).center()
    qtbot.mouseMove(view.viewport(), at + QPoint(1, 0))
    qtbot.mouseMove(view.viewport(), at)


def test_a_picture_appears_once_the_worker_is_done(qtbot: QtBot, room: Room) -> None:
    assert room.cache.pixmap("a", "left", "start", SIZE, 1.0) is None
    qtbot.waitSignal(room.cache.changed).wait()
    found = room.cache.pixmap("a", "left", "start", SIZE, 1.0)
    assert found is not None
    assert found.toImage().pixelColor(5, 10) == QColor("#ff0000")
    assert room.studio.stills == [("a", "left", "start")]


def test_the_newest_wishes_are_met_first(qtbot: QtBot, room: Room) -> None:
    for code in "abcdefgh":
        room.cache.pixmap(code, None, "start", SIZE, 1.0)
    qtbot.waitUntil(lambda: len(room.studio.stills) == 8)
    assert [code for code, _, _ in room.studio.stills] == ["a", "h", "g", "f", "e", "d", "c", "b"]
    qtbot.waitUntil(lambda: room.tasks.is_idle)


def test_what_is_not_drawn_is_asked_for_once(qtbot: QtBot, room: Room) -> None:
    room.cache.pixmap("none", None, "start", SIZE, 1.0)
    qtbot.waitUntil(lambda: room.tasks.is_idle)
    assert room.cache.pixmap("none", None, "start", SIZE, 1.0) is None
    assert room.tasks.is_idle


def test_another_body_asks_anew_and_drops_what_is_under_way(qtbot: QtBot, room: Room) -> None:
    room.cache.pixmap("a", None, "start", SIZE, 1.0)
    room.cache.forget()
    qtbot.waitUntil(lambda: room.tasks.is_idle)
    assert room.cache.pixmap("a", None, "start", SIZE, 1.0) is None
    qtbot.waitUntil(lambda: room.tasks.is_idle)
    assert room.cache.pixmap("a", None, "start", SIZE, 1.0) is not None


def test_the_shelf_shows_the_body_and_skin_that_it_was_told(library: Library) -> None:
    asked: list[tuple[object, ...]] = []

    def frames(_figure: object, *args: object) -> tuple[RasterImage, ...]:
        asked.append(args)
        return ()

    shelf = PictureShelf(library, frames)
    code = next(code for code, exercise in library.exercises.items() if exercise.figure)
    plain = shelf.still(code, None, "start")
    assert shelf.show_look(FigureLook("male", "dark"))
    assert not shelf.show_look(FigureLook("male", "dark"))
    shelf.moving(code, None, (40, 60))
    assert asked == [(code, None, "male", (40, 60), "dark")]
    assert shelf.still(code, None, "start") != plain
    assert shelf.show_look(FigureLook("male", "light"))


def test_frames_go_to_the_start_and_back_and_begin_where_the_still_picture_is() -> None:
    assert [place_at(ms, COUNT) for ms in (0, 139, 141, WAY - 1, WAY + 1, 2 * WAY - 1, 2 * WAY)] == [4, 4, 3, 0, 0, 4, 4]
    changes = {place_at(ms, 23) for ms in range(WAY)}
    assert len(changes) / (WAY / 1000) > 30


def test_a_figure_moves_under_the_pointer_and_stops_when_it_leaves(qtbot: QtBot, room: Room, desk: Desk, theme: Theme) -> None:
    view = columns_in(room, qtbot, desk, theme)
    code = view.rows.lines[0].row.exercise.code  # type: ignore[union-attr]
    point(view, qtbot, 0)
    qtbot.waitSignal(room.mover.moved).wait()
    assert room.mover.motion is not None
    assert room.mover.motion.code == code
    assert view.motion.pixmap(view.rows.index(0)) is not None
    assert view.motion.pixmap(view.rows.index(1)) is None
    point(view, qtbot, 1)
    assert room.mover.motion is not None
    assert room.mover.motion.code != code
    leave(view)
    assert room.mover.motion is None
    assert not room.mover.is_moving


def leave(view: ProgramList) -> None:
    QCoreApplication.sendEvent(view.viewport(), QEvent(QEvent.Type.Leave))


def test_the_chosen_row_moves_while_the_list_has_the_focus(qtbot: QtBot, room: Room, desk: Desk, theme: Theme) -> None:
    view = columns_in(room, qtbot, desk, theme)
    leave(view)
    view.setFocus()
    qtbot.waitSignal(room.mover.moved).wait()
    first = room.mover.motion
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert room.mover.motion is not None
    assert room.mover.motion != first
    view.clearFocus()
    assert room.mover.motion is None


def test_nothing_moves_where_less_motion_is_asked_for(qtbot: QtBot, room: Room, desk: Desk, theme: Theme) -> None:
    room.may_move = False
    view = columns_in(room, qtbot, desk, theme)
    point(view, qtbot, 0)
    assert room.mover.motion is None
    assert not room.studio.moving


def test_frames_are_made_once(qtbot: QtBot, room: Room) -> None:
    for _ in range(2):
        room.mover.play(room, Motion("a", "left", SIZE, 1.0), lambda: True)
        qtbot.waitSignal(room.mover.moved).wait()
        room.mover.stop(room)
    assert room.studio.moving == [("a", "left")]


def test_what_is_out_of_sight_stops(qtbot: QtBot, room: Room) -> None:
    room.mover.play(room, Motion("a", None, SIZE, 1.0), lambda: False)
    qtbot.waitSignal(room.mover.moved).wait()
    assert not room.mover.is_moving


def test_a_row_with_a_picture_keeps_the_model_sound(qtbot: QtBot, room: Room, desk: Desk, theme: Theme) -> None:
    view = columns_in(room, qtbot, desk, theme)
    model: QAbstractItemModel = view.rows
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    point(view, qtbot, 0)
    desk.set_side(desk.rows[3].prescription.id, "left")
    view.grab()
    qtbot.waitUntil(lambda: (view.rows.lines[3].row.exercise.code, "left", "finish") in room.studio.stills)  # type: ignore[union-attr]
    assert tester.model() is model
    qtbot.waitUntil(lambda: room.tasks.is_idle)


def test_after_the_end_nothing_moves(room: Room) -> None:
    room.mover.end()
    room.mover.play(room, Motion("a", None, SIZE, 1.0), lambda: True)
    assert room.mover.motion is None


def test_details_move_under_the_pointer(qtbot: QtBot, room: Room, library: Library, theme: Theme) -> None:
    pair = PicturePair(theme, room.cache)
    qtbot.addWidget(pair)
    pair.show_exercise(next(iter(library.exercises.values())))
    pair.resize(300, 112)
    with qtbot.waitExposed(pair):
        pair.show()
    QCoreApplication.sendEvent(pair, QEnterEvent(QPointF(5, 5), QPointF(5, 5), QPointF(5, 5)))
    qtbot.waitSignal(room.mover.moved).wait()
    assert room.mover.pixmap(pair) is not None
    QCoreApplication.sendEvent(pair, QEvent(QEvent.Type.Leave))
    assert room.mover.motion is None
    qtbot.waitUntil(lambda: room.tasks.is_idle)
