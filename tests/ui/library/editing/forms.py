"""The form of an exercise, opened on the library page, and its rows by their kind."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from ptbuilder.ui.library.editing.form import ExerciseForm
from ptbuilder.ui.library.editing.text_rows import LinesRow, TextRow
from ptbuilder.ui.library.page import LibraryPage

CODE = "lx-bridge"


@pytest.fixture
def form(page: LibraryPage, qtbot: QtBot) -> ExerciseForm:
    """The form of the bridge."""
    with qtbot.waitActive(page):
        page.activateWindow()
    page.show_exercise(CODE)
    page.edit()
    assert page.keeping.form is not None
    return page.keeping.form


@pytest.fixture
def new(page: LibraryPage, qtbot: QtBot) -> ExerciseForm:
    """The form of a new exercise."""
    with qtbot.waitActive(page):
        page.activateWindow()
    page.write_new()
    assert page.keeping.form is not None
    return page.keeping.form


def text(form: ExerciseForm, path: str) -> TextRow:
    row = form.rows[path]
    assert isinstance(row, TextRow)
    return row


def lines(form: ExerciseForm, path: str) -> LinesRow:
    row = form.rows[path]
    assert isinstance(row, LinesRow)
    return row
