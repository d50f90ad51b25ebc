"""From a check of the preview to the cursor in the field that mends it, in the whole window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ptbuilder.app import Program
from ptbuilder.domain.activity import ActivityChange, ActivityPlan
from ptbuilder.services.desk.work import Step
from ptbuilder.services.paper.sheet_texts import Place
from ptbuilder.ui.preview.pane import PreviewPane


@pytest.fixture(scope="module")
def running(qapp: QApplication, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    """The whole window with the sample's program taken; started once, since these tests only go from place to place."""
    qtbot = QtBot(request)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
        made = Program(tmp_path_factory.mktemp("data"))
        made.window.resize(1440, 900)
        made.window.show()
        qtbot.waitUntil(lambda: made.is_ready and made.tasks.is_idle, timeout=20_000)
    made.window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is made.window)
    assert made.reception is not None
    made.reception.open_sample()
    made.desk_signals.desk.accept()
    yield made
    made.close()
    made.window.close()
    made.window.deleteLater()


@pytest.fixture
def program(running: Program) -> Program:
    """The window with the preview open."""
    running.window.show_page("build")
    running.build_page.set_preview(True)
    return running


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def lead(program: Program, place: Place) -> None:
    """As when the button of a check is pressed."""
    pane = program.window.findChild(PreviewPane)
    assert pane is not None
    pane.place_asked.emit(place)


def first(program: Program) -> str:
    return program.desk_signals.desk.rows[0].prescription.id


@pytest.mark.parametrize("part", ["name", "phone", "therapist", "credentials"])
def test_a_part_of_the_letterhead_is_opened_with_the_cursor_in_it(program: Program, part: str) -> None:
    lead(program, Place("clinic", part))
    assert program.window.page == "clinic"
    assert focus().objectName() == f"clinic_{part}"


def test_a_note_is_opened_beside_the_preview(program: Program) -> None:
    lead(program, Place("note", first(program)))
    assert focus().objectName() == "note_field"
    assert program.build_page.is_in_preview


def test_the_note_above_the_exercises_gets_its_room_back(program: Program) -> None:
    program.desk_signals.desk.set_message("Walk daily.")
    lead(program, Place("message"))
    field = focus()
    assert isinstance(field, QLineEdit)
    assert (field.objectName(), field.text()) == ("note_field", "Walk daily.")
    assert field.isVisible()
    assert not program.build_page.is_in_preview


def test_a_dose_is_opened(program: Program) -> None:
    lead(program, Place("dose", first(program)))
    assert any(each.objectName() == "dose_strip" for each in ancestors(focus()))


def test_a_missing_finding_is_typed_at_once(program: Program) -> None:
    lead(program, Place("findings"))
    assert focus() is program.assessment.field


def test_things_at_home_can_be_chosen_with_keys(program: Program) -> None:
    lead(program, Place("equipment"))
    assert any(each.objectName() == "home_equipment" for each in ancestors(focus()))
    assert focus().isVisible()


def test_the_name_is_typed_in_the_top_bar(program: Program) -> None:
    lead(program, Place("patient"))
    assert isinstance(focus(), QLineEdit)


def test_own_words_about_an_activity_are_opened(program: Program) -> None:
    desk = program.desk_signals.desk
    plan = ActivityPlan((ActivityChange("own-1", "Dancing", words="Maintain flexion"),), is_printed=True)
    desk.use_program(replace(desk.work.program, activities=plan), Step("activities"))
    lead(program, Place("activity", "own-1"))
    field = focus()
    assert isinstance(field, QLineEdit)
    assert field.text() == "Maintain flexion"


def ancestors(widget: QWidget) -> Iterator[QWidget]:
    parent: QWidget | None = widget
    while parent is not None:
        yield parent
        parent = parent.parentWidget()
