"""An edited figure is never shown with the drawing of another pose, and is drawn once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from concurrent.futures import CancelledError
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ptbuilder.domain.assessment import Assessment
from ptbuilder.domain.clinic import Clinic, HandoutChoices
from ptbuilder.domain.dosage import Dosage
from ptbuilder.domain.drawing import Drawing
from ptbuilder.domain.exercise import Exercise
from ptbuilder.domain.library import Library
from ptbuilder.domain.patient import Patient
from ptbuilder.domain.program import Prescription, Program, Stage
from ptbuilder.figure.mirror import mirrored
from ptbuilder.services.drawing import figure_baking, figures, own_drawings
from ptbuilder.services.drawing.baked_poses import baked_code, pose_mark, read_marks
from ptbuilder.services.drawing.own_drawings import drawing_of, forget_own, keep_in
from ptbuilder.services.drawing.picture_shelf import PictureShelf
from ptbuilder.services.paper.sheets import SheetMaker

CODE = "lx-bridge"
FIRST, SECOND = Drawing(8, 8, ()), Drawing(9, 9, ())


class Engine:
    """Counts what it draws."""

    def __init__(self) -> None:
        self.drawn: list[tuple[Any, str]] = []

    def __call__(self, figure: Mapping[str, Any], body: str) -> tuple[Drawing, ...]:
        self.drawn.append((figure, body))
        return FIRST, SECOND


@pytest.fixture
def engine() -> Iterator[Engine]:
    forget_own()
    yield Engine()
    forget_own()
    keep_in(None)


@pytest.fixture
def shipped(library: Library) -> Exercise:
    return library.exercises[CODE]


@pytest.fixture
def edited(shipped: Exercise) -> Exercise:
    assert shipped.figure is not None
    return replace(shipped, figure={**shipped.figure, "view": "left"})


def with_exercise(library: Library, exercise: Exercise) -> Library:
    return replace(library, exercises={**library.exercises, exercise.code: exercise})


def test_the_marks_of_the_shipped_drawings_are_those_of_the_shipped_poses(library: Library) -> None:
    for code, exercise in library.exercises.items():
        if own_drawings.has_pose(exercise):
            assert exercise.figure is not None
            for body in figures.BODIES:
                assert baked_code(exercise.figure, code, body) == code, (code, body)


def test_a_shipped_figure_is_shown_as_baked(shipped: Exercise, engine: Engine) -> None:
    assert drawing_of(shipped, None, "start", "female", engine) == figures.find_drawing(CODE, None, "start", "female")
    assert not engine.drawn


def test_what_is_not_seen_does_not_make_a_drawing_stale(shipped: Exercise, engine: Engine) -> None:
    assert shipped.figure is not None
    noted = replace(shipped, figure={**shipped.figure, "note": "x", "shows": [2, 2]})
    assert drawing_of(noted, None, "finish", "male", engine) == figures.find_drawing(CODE, None, "finish", "male")
    assert not engine.drawn


def test_an_edited_figure_is_drawn_from_its_pose_and_only_once(edited: Exercise, engine: Engine) -> None:
    assert drawing_of(edited, None, "start", "female", engine) == FIRST
    assert drawing_of(edited, "right", "finish", "female", engine) == SECOND
    assert drawing_of(edited, "left", "start", "female", engine) == mirrored(FIRST)
    assert engine.drawn == [(edited.figure, "female")]
    drawing_of(edited, None, "start", "male", engine)
    assert len(engine.drawn) == 2


def test_an_own_exercise_with_a_shipped_figure_has_its_baked_drawing(shipped: Exercise, engine: Engine) -> None:
    own = replace(shipped, code="own-1")
    assert drawing_of(own, None, "start", "female", engine) == figures.find_drawing(CODE, None, "start", "female")
    assert not engine.drawn


def test_there_is_no_drawing_without_a_pose_or_of_one_that_cannot_be_read(shipped: Exercise) -> None:
    assert drawing_of(replace(shipped, figure=None), None, "start", "female") is None
    broken = replace(shipped, figure={"start": {"base": "flying"}})
    assert drawing_of(broken, None, "start", "female") is None


def test_an_own_drawing_is_the_one_that_baking_would_make(engine: Engine, shipped: Exercise) -> None:
    pose = {"view": "front", "start": {"base": "standing"}, "finish": {"shoulder_r": {"abduction": 90}}}
    own = replace(shipped, code="own-1", figure=pose)
    assert drawing_of(own, None, "finish", "female") == figures.draw(figures.Job("x", pose, "female")).drawings[1]
    del engine


def test_own_drawings_are_found_on_disk_at_the_next_start(tmp_path: Path, edited: Exercise, engine: Engine) -> None:
    keep_in(tmp_path / "drawings")
    drawing_of(edited, None, "start", "female", engine)
    forget_own()
    found = drawing_of(edited, None, "finish", "female", engine)
    assert found is not None
    assert (found.width, found.height) == (9, 9)
    assert len(engine.drawn) == 1
    for path in (tmp_path / "drawings").glob("*-start.svg"):
        path.write_text("half a fi", encoding="utf-8")
    forget_own()
    assert drawing_of(edited, None, "start", "female", engine) == FIRST
    assert len(engine.drawn) == 2


def test_a_folder_that_cannot_be_written_does_no_harm(tmp_path: Path, edited: Exercise, engine: Engine) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    keep_in(tmp_path / "file")
    assert drawing_of(edited, None, "start", "female", engine) == FIRST


def test_the_folder_does_not_grow_for_ever(
    tmp_path: Path, edited: Exercise, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(own_drawings, "ON_DISK", 4)
    keep_in(tmp_path)
    for number in range(4):
        drawing_of(replace(edited, figure={**(edited.figure or {}), "view": {"yaw": number}}), None, "start", "female", engine)
    assert len(list(tmp_path.iterdir())) == 4


def test_lists_show_an_edited_figure_at_once(library: Library, edited: Exercise, engine: Engine) -> None:
    shelf = PictureShelf(with_exercise(library, edited), make_pair=engine)
    assert shelf.has(CODE)
    assert not shelf.has("no-such-exercise")
    assert shelf.still(CODE, None, "start") == FIRST
    assert shelf.still("no-such-exercise", None, "start") is None
    bare = PictureShelf(with_exercise(library, replace(edited, figure=None)), make_pair=engine)
    assert not bare.has(CODE)
    assert bare.still(CODE, None, "start") is None


def test_a_window_that_closes_has_no_drawing(library: Library, edited: Exercise, engine: Engine) -> None:
    del engine

    def closed(*_asked: object) -> tuple[Drawing, ...]:
        raise CancelledError

    assert PictureShelf(with_exercise(library, edited), make_pair=closed).still(CODE, None, "start") is None


def test_moving_pictures_are_of_the_edited_pose(library: Library, edited: Exercise) -> None:
    asked: list[Any] = []
    shelf = PictureShelf(with_exercise(library, edited), lambda figure, *_rest: asked.append(figure) or ())
    shelf.moving(CODE, None, (40, 40))
    assert asked == [edited.figure]


def test_a_handout_shows_an_edited_figure(library: Library, edited: Exercise, engine: Engine) -> None:
    drawing_of(edited, None, "start", "female", engine)
    maker = SheetMaker(with_exercise(library, edited))
    program = Program(id="p", stages=(Stage((Prescription("x", CODE, Dosage()),)),), assessment=Assessment())
    sheet = maker.sheet(Patient("p"), program, 0, clinic=Clinic(), choices=HandoutChoices(), printed=date(2026, 3, 2))
    assert (sheet.exercises[0].start, sheet.exercises[0].finish) == (FIRST, SECOND)


def test_baking_notes_which_pose_was_drawn(tmp_path: Path) -> None:
    pose = {"start": {"base": "standing"}}
    figure_baking.bake({"x": pose}, tmp_path, ("female",))
    assert read_marks(tmp_path) == {"female": {"x": pose_mark(pose)}}
    (tmp_path / "poses.json").unlink()
    figure_baking.bake({"x": pose}, tmp_path, ("female",))
    assert read_marks(tmp_path) == {"female": {"x": pose_mark(pose)}}
    figure_baking.bake({}, tmp_path, ("female",), whole=True)
    assert read_marks(tmp_path) == {"female": {}}
