"""The footer says what is open before printing, and Enter in its line prints."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from ptbuilder.domain.assessment import Finding
from ptbuilder.domain.clinic import HandoutChoices
from ptbuilder.domain.patient import Patient
from ptbuilder.ui.build.print_bar import choices_text
from tests.ui.conftest import Frame

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def ready(frame: Frame) -> Frame:
    frame.desk.set_patient(Patient(frame.desk.work.patient.id, "Ann", "Sample", birth_year=1970))
    frame.desk.add_finding(Finding("hp-flexor-tight", "both", "moderate"))
    frame.desk.accept()
    return frame


def test_nothing_can_be_printed_before_there_is_an_exercise(frame: Frame) -> None:
    for button in (frame.bar.print_button, frame.bar.pdf_button, frame.bar.preview_button):
        assert not button.isEnabled()
        assert button.toolTip() == "Add an exercise first"


def test_a_draft_is_said_to_wait(frame: Frame) -> None:
    frame.desk.add_finding(Finding("hp-flexor-tight", "both", "moderate"))
    assert frame.bar.state.label == "Not accepted yet"


def test_a_taken_program_is_ready(ready: Frame) -> None:
    assert ready.bar.state.label == "Ready to print"


def test_a_missing_side_counts(ready: Frame) -> None:
    ready.desk.set_finding(Finding("hp-flexor-tight"))
    assert ready.bar.state.label == "1 to answer"


def test_print_asks_in_the_same_line_and_enter_prints(qtbot: QtBot, ready: Frame) -> None:
    qtbot.keyClick(ready.window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert ready.bar.is_asking
    assert ready.bar._for_whom.text() == "Ann Sample, 12 Mar 2026"
    assert ready.bar.print_button.hasFocus()
    with qtbot.waitSignal(ready.bar.print_confirmed):
        qtbot.keyClick(ready.bar.print_button, Qt.Key.Key_Return)
    assert not ready.bar.is_asking


def test_escape_calls_printing_off(qtbot: QtBot, ready: Frame) -> None:
    ready.window.ask_to_print()
    qtbot.keyClick(ready.bar.print_button, Qt.Key.Key_Escape)
    assert not ready.bar.is_asking


def test_what_is_open_comes_before_printing(qtbot: QtBot, ready: Frame) -> None:
    ready.desk.set_finding(Finding("hp-flexor-tight"))
    with qtbot.waitSignal(ready.bar.answer_asked):
        ready.window.ask_to_print()
    assert not ready.bar.is_asking


def test_layout_language_and_paper_are_chosen_in_the_menu(ready: Frame) -> None:
    texts = {action.text(): action for action in ready.bar.menu().actions()}
    texts["Spanish"].trigger()
    assert ready.desk.work.choices.language == "es"
    assert ready.bar.choices_button.label == "Standard, Spanish, A4, colour"


def test_figure_and_skin_are_chosen_in_the_menu(ready: Frame) -> None:
    for name, choice in (("Figure", "Older woman, fuller"), ("Skin", "Dark")):
        menu = next(action for action in ready.bar.menu().actions() if action.text() == name).menu()
        assert isinstance(menu, QMenu)
        next(action for action in menu.actions() if action.text() == choice).trigger()
    choices = ready.desk.work.choices
    assert (choices.figure, choices.skin) == ("female-full", "dark")


def test_skin_is_not_offered_in_black(ready: Frame) -> None:
    ready.desk.set_choices(replace(ready.desk.work.choices, ink="bw"))
    (skin,) = (action for action in ready.bar.menu().actions() if action.text() == "Skin")
    assert not skin.isEnabled()


def test_few_words_are_left_in_a_narrow_window(ready: Frame) -> None:
    ready.window.resize(1024, 640)
    assert ready.bar.choices_button.label == "Standard, English, A4"
    assert ready.bar.pdf_button.label == ""
    assert ready.bar.pdf_button.accessibleName() == "Save PDF"
    assert not ready.bar.preview_button.isVisible()


def test_choices_are_named_in_words() -> None:
    assert choices_text(HandoutChoices(layout="large-print", paper="letter", ink="bw")) == "Large print, English, Letter, black"


def test_a_clinic_without_a_letterhead_is_offered_to_set_it_up(qtbot: QtBot, frame: Frame) -> None:
    frame.bar.set_letterhead_known(False)
    with qtbot.waitSignal(frame.bar.clinic_asked):
        qtbot.mouseClick(frame.bar._set_up, LEFT)
