"""From a check of the preview to the cursor in the field that mends it, in the whole window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ptbuilder.app import Program
from ptbuilder.domain.activity import ActivityChange, ActivityPlan
from ptbuilder.services.sheet_texts import Place
from ptbuilder.services.work import Step


@pytest.fixture
def program(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    """The whole window with the sample's program in the preview."""
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    made = Program(tmp_path)
    made.window.resize(1440, 900)
    qtbot.addWidget(made.window)
    made.window.show()
    qtbot.waitUntil(lambda: made.reception is not None and made.reception.is_open and made.tasks.is_idle, timeout=20_000)
    made.window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is made.window)
    assert made.reception is not None
    made.reception.open_sample()
    made.desk_signals.desk.accept()
    made.build_page.set_preview(True)
    yield made
    made.close()


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def first(program: Program) -> str:
    return program.desk_signals.desk.rows[0].prescription.id


@pytest.mark.parametrize("part", ["name", "phone", "therapist", "credentials"])
def test_a_part_of_the_letterhead_is_opened_with_the_cursor_in_it(program: Program, part: str) -> None:
    program.leading.lead(Place("clinic", part))
    assert program.window.page == "clinic"
    assert focus().objectName() == f"clinic_{part}"


def test_a_note_is_opened_beside_the_preview(program: Program) -> None:
    program.leading.lead(Place("note", first(program)))
    assert focus().objectName() == "note_field"
    assert program.build_page.is_in_preview


def test_the_note_above_the_exercises_gets_its_room_back(program: Program) -> None:
    program.desk_signals.desk.set_message("Walk daily.")
    program.leading.lead(Place("message"))
    field = focus()
    assert isinstance(field, QLineEdit)
    assert (field.objectName(), field.text()) == ("note_field", "Walk daily.")
    assert field.isVisible()
    assert not program.build_page.is_in_preview


def test_a_dose_is_opened(program: Program) -> None:
    program.leading.lead(Place("dose", first(program)))
    assert any(each.objectName() == "dose_strip" for each in ancestors(focus()))


def test_a_missing_finding_is_typed_at_once(program: Program) -> None:
    program.leading.lead(Place("findings"))
    assert focus() is program.assessment.field


def test_things_at_home_can_be_chosen_with_keys(program: Program) -> None:
    program.leading.lead(Place("equipment"))
    assert any(each.objectName() == "home_equipment" for each in ancestors(focus()))
    assert focus().isVisible()


def test_the_name_is_typed_in_the_top_bar(program: Program) -> None:
    program.leading.lead(Place("patient"))
    assert isinstance(focus(), QLineEdit)


def test_own_words_about_an_activity_are_opened(program: Program) -> None:
    desk = program.desk_signals.desk
    plan = ActivityPlan((ActivityChange("own-1", "Dancing", words="Maintain flexion"),), is_printed=True)
    desk.use_program(replace(desk.work.program, activities=plan), Step("activities"))
    program.leading.lead(Place("activity", "own-1"))
    field = focus()
    assert isinstance(field, QLineEdit)
    assert field.text() == "Maintain flexion"


def ancestors(widget: QWidget) -> Iterator[QWidget]:
    parent: QWidget | None = widget
    while parent is not None:
        yield parent
        parent = parent.parentWidget()
