"""The lines of the program as a model: what changes in place stays in place, and drops ask for a move."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from ptbuilder.ui.build.program.program_model import MIME, ProgramModel
from tests.ui.build.columns import EARLY, Columns

MOVE = Qt.DropAction.MoveAction


def dropped(identifier: str) -> QMimeData:
    data = QMimeData()
    data.setData(MIME, QByteArray(identifier.encode()))
    return data


def test_the_model_keeps_qt_s_rules(taken: Columns, qtmodeltester: ModelTester) -> None:
    taken.desk.add_exercise(EARLY)
    qtmodeltester.check(taken.program.list.rows)


def test_an_empty_model_keeps_qt_s_rules(qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(ProgramModel())


def test_changing_a_dose_changes_one_line(taken: Columns, qtbot: QtBot) -> None:
    model = taken.program.list.rows
    rows: list[int] = []
    model.dataChanged.connect(lambda first, _last: rows.append(first.row()))
    model.modelReset.connect(lambda: pytest.fail("the model was reset"))
    taken.desk.cycle_side(taken.item(3).id)
    assert rows == [3]


def test_moving_moves_the_line(taken: Columns) -> None:
    model = taken.program.list.rows
    moves: list[int] = []
    model.rowsMoved.connect(lambda _parent, first, *_rest: moves.append(first))
    taken.desk.move(taken.item(2).id, 0)
    assert moves == [2]
    assert [line.row.exercise.code for line in model.lines if line.row] == taken.names


@pytest.mark.parametrize(("source", "row", "expected"), [(0, 4, 3), (3, 0, 0), (1, 3, 2), (2, 1, 1)])
def test_a_drop_moves_the_exercise(taken: Columns, source: int, row: int, expected: int) -> None:
    identifier = taken.item(source).id
    taken.program.list.rows.dropMimeData(dropped(identifier), MOVE, row, 0, QModelIndex())
    assert taken.desk.stage.index(identifier) == expected


@pytest.mark.parametrize("row", [1, 2])
def test_a_drop_beside_itself_moves_nothing(taken: Columns, row: int) -> None:
    identifier = taken.item(1).id
    assert not taken.program.list.rows.dropMimeData(dropped(identifier), MOVE, row, 0, QModelIndex())


def test_a_drop_of_something_else_is_refused(taken: Columns) -> None:
    data = QMimeData()
    data.setText("Bird dog")
    assert not taken.program.list.rows.dropMimeData(data, MOVE, 0, 0, QModelIndex())
    assert not taken.program.list.rows.dropMimeData(dropped("unknown"), MOVE, 0, 0, QModelIndex())


def test_a_drop_behind_a_precaution_counts_exercises_only(taken: Columns) -> None:
    taken.desk.add_exercise(EARLY)
    model = taken.program.list.rows
    first = taken.item(0).id
    model.dropMimeData(dropped(first), MOVE, model.rowCount() - 1, 0, QModelIndex())
    assert taken.desk.stage.index(first) == 4


def test_precautions_stand_under_their_exercise(taken: Columns) -> None:
    taken.desk.add_exercise(EARLY)
    kinds = [(line.kind, line.row.exercise.code if line.row else "") for line in taken.program.list.rows.lines]
    place = kinds.index(("exercise", EARLY))
    assert kinds[place + 1] == ("precaution", EARLY)
    assert kinds[-1] == ("paper", "")


def test_rows_are_read_whole(taken: Columns) -> None:
    model = taken.program.list.rows
    said = model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("1 of 4. Pelvic tilt")
    assert "hold 5 seconds" in said
    assert "Because " in said
