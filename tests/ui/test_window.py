"""Keys of the window, pages, and what it says."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from ptbuilder.domain.assessment import Finding
from ptbuilder.ui.actions import action_names
from ptbuilder.ui.keys_sheet import KeysSheet
from ptbuilder.ui.page_keys import groups_of
from tests.ui.conftest import Frame

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
FLEXOR = Finding("hp-flexor-tight", "both", "moderate")


class OtherPage(QWidget):
    """A page with a search field, as Patients has."""

    def __init__(self) -> None:
        super().__init__()
        self.search = QLineEdit(self)
        self.search.setAccessibleName("Search")
        self.footer_end = QWidget()

    def focus_search(self) -> None:
        self.search.setFocus()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_with_control_takes_the_program_from_the_field(qtbot: QtBot, frame: Frame, key: Qt.Key) -> None:
    frame.window.actions_of_window["take_program"].triggered.connect(lambda: frame.program.take_program())
    frame.desk.add_finding(FLEXOR)
    frame.assessment.focus_first()
    qtbot.keyClick(frame.assessment.field, key, CTRL)
    assert frame.desk.is_accepted


def test_undo_and_redo_by_keys(qtbot: QtBot, frame: Frame) -> None:
    frame.desk.add_finding(FLEXOR)
    frame.program.focus_first()
    qtbot.keyClick(frame.window, Qt.Key.Key_Z, CTRL)
    assert frame.desk.work.assessment.is_empty
    qtbot.keyClick(frame.window, Qt.Key.Key_Y, CTRL)
    assert not frame.desk.work.assessment.is_empty
    qtbot.keyClick(frame.window, Qt.Key.Key_Z, CTRL)
    qtbot.keyClick(frame.window, Qt.Key.Key_Z, CTRL | SHIFT)
    assert not frame.desk.work.assessment.is_empty


def test_f_goes_to_the_finding_field(qtbot: QtBot, frame: Frame) -> None:
    frame.desk.add_finding(FLEXOR)
    frame.assessment.filled.findings.setFocus()
    qtbot.keyClick(frame.assessment.filled.findings, Qt.Key.Key_F)
    assert frame.assessment.field.hasFocus()


def test_f_is_a_letter_in_a_text_field(qtbot: QtBot, frame: Frame) -> None:
    frame.window.top_bar.entry.focus_name()
    qtbot.keyClick(frame.window.top_bar.entry.name, Qt.Key.Key_F)
    assert frame.window.top_bar.entry.name.text() == "f"


def test_letters_can_be_turned_off(qtbot: QtBot, frame: Frame) -> None:
    frame.window.actions_of_window.set_letters_enabled(False)
    frame.desk.add_finding(FLEXOR)
    frame.program.focus_first()
    qtbot.keyClick(frame.program.list, Qt.Key.Key_F)
    assert not frame.assessment.field.hasFocus()


def test_control_f_works_from_a_text_field(qtbot: QtBot, frame: Frame) -> None:
    frame.window.top_bar.entry.focus_name()
    qtbot.keyClick(frame.window.top_bar.entry.name, Qt.Key.Key_F, CTRL)
    assert frame.assessment.field.hasFocus()


@pytest.mark.parametrize(("key", "action"), [(Qt.Key.Key_K, "find_anything"), (Qt.Key.Key_E, "preview")])
def test_editing_keys_of_some_systems_stay_the_window_s(qtbot: QtBot, frame: Frame, key: Qt.Key, action: str) -> None:
    frame.assessment.focus_first()
    with qtbot.waitSignal(frame.window.actions_of_window[action].triggered):
        qtbot.keyClick(frame.assessment.field, key, CTRL)


def test_f_unfolds_the_assessment(qtbot: QtBot, frame: Frame) -> None:
    frame.desk.add_finding(FLEXOR)
    frame.window.resize(1024, 640)
    frame.page.open_pane(frame.right)
    qtbot.keyClick(frame.window, Qt.Key.Key_F, CTRL)
    assert frame.page.is_open(frame.assessment)
    assert frame.assessment.field.hasFocus()


def test_f6_goes_to_the_next_pane(qtbot: QtBot, frame: Frame) -> None:
    frame.desk.add_finding(FLEXOR)
    frame.assessment.focus_first()
    qtbot.keyClick(frame.window, Qt.Key.Key_F6)
    assert frame.program.list.hasFocus()
    qtbot.keyClick(frame.window, Qt.Key.Key_F6, SHIFT)
    assert frame.assessment.field.hasFocus()


def test_pages_are_opened_by_keys_and_made_once(qtbot: QtBot, frame: Frame) -> None:
    made: list[OtherPage] = []
    frame.window.provide({"patients": lambda: made.append(OtherPage()) or made[-1]})  # type: ignore[func-returns-value]
    for key in (Qt.Key.Key_2, Qt.Key.Key_1, Qt.Key.Key_2):
        qtbot.keyClick(frame.window, key, ALT)
    assert frame.window.page == "patients"
    assert len(made) == 1
    assert frame.window.rail.is_marked("patients")


def test_control_f_searches_on_other_pages(qtbot: QtBot, frame: Frame) -> None:
    page = OtherPage()
    frame.window.provide({"library": lambda: page})
    frame.window.show_page("library")
    qtbot.keyClick(frame.window, Qt.Key.Key_F, CTRL)
    assert page.search.hasFocus()


def test_a_page_that_is_asked_for_too_early_opens_when_it_is_there(frame: Frame) -> None:
    frame.window.show_page("library")
    assert frame.window.page == "build"
    frame.window.provide({"patients": OtherPage})
    assert frame.window.page == "build"
    frame.window.provide({"library": OtherPage})
    assert frame.window.page == "library"


def test_a_page_nobody_provides_is_not_opened(frame: Frame) -> None:
    frame.window.show_page("templates")
    assert frame.window.page == "build"
    assert frame.window.rail.is_marked("build")


def test_a_press_on_the_rail_opens_the_page(qtbot: QtBot, frame: Frame) -> None:
    frame.window.provide({"library": OtherPage})
    button = frame.window.findChild(QWidget, "rail_library")
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert frame.window.page == "library"


def test_a_new_patient_starts_with_the_name(qtbot: QtBot, frame: Frame) -> None:
    frame.desk.add_finding(FLEXOR)
    qtbot.keyClick(frame.window, Qt.Key.Key_N, CTRL)
    assert frame.desk.work.assessment.is_empty
    assert frame.window.top_bar.entry.name.hasFocus()


def test_preview_opens_and_closes_by_key(qtbot: QtBot, frame: Frame) -> None:
    frame.desk.add_finding(FLEXOR)
    qtbot.keyClick(frame.window, Qt.Key.Key_E, CTRL)
    assert frame.page.is_in_preview
    assert frame.bar.preview_button.label == "Close preview"
    frame.window.close_inner()
    assert not frame.page.is_in_preview


def test_there_is_no_preview_of_nothing(qtbot: QtBot, frame: Frame) -> None:
    qtbot.keyClick(frame.window, Qt.Key.Key_E, CTRL)
    assert not frame.page.is_in_preview


def test_f1_shows_the_keys_and_gives_the_focus_back(qtbot: QtBot, frame: Frame) -> None:
    frame.assessment.focus_first()
    qtbot.keyClick(frame.window, Qt.Key.Key_F1)
    sheet = frame.window.findChild(QWidget, "keys_sheet")
    assert sheet is not None
    assert sheet.isVisible()
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert frame.assessment.field.hasFocus()


def test_every_key_of_the_window_stands_on_the_sheet_of_build(frame: Frame) -> None:
    actions = frame.window.actions_of_window
    shown = {row.action for column in groups_of("build") for group in column for row in group.rows}
    keyed = {name for name in action_names() if actions.ways_of(name)}
    assert keyed - shown == {"search_page"}  # Build has the finding field in its place


@pytest.mark.parametrize("page", ["build", "patients", "library", "templates", "clinic"])
def test_the_sheet_is_about_the_open_page(frame: Frame, page: str) -> None:
    sheet = KeysSheet(frame.theme, frame.window.actions_of_window, frame.window)
    sheet.toggle(page)
    assert sheet.accessibleName() == f"Keys on {page.capitalize()}"
    assert "Find or do anything: Ctrl K" in sheet.accessibleDescription()


def test_letters_that_are_turned_off_are_not_on_the_sheet(frame: Frame) -> None:
    actions = frame.window.actions_of_window
    assert actions.ways_of("add_finding") == (("F",), ("Ctrl", "F"))
    actions.set_letters_enabled(False)
    assert actions.ways_of("add_finding") == (("Ctrl", "F"),)
    assert actions.ways_of("why") == (("W",),)


def test_a_sheet_higher_than_the_window_scrolls_by_keys(qtbot: QtBot, frame: Frame) -> None:
    frame.theme.set_text_size(200)
    sheet = KeysSheet(frame.theme, frame.window.actions_of_window, frame.window)
    sheet.toggle("build")
    bar = sheet.findChildren(QScrollArea)[-1].verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    qtbot.keyClick(sheet, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    assert sheet.isVisible()


def test_text_grows_and_shrinks_by_keys(qtbot: QtBot, frame: Frame) -> None:
    frame.window.actions_of_window["larger_text"].trigger()
    assert frame.theme.text_size == 110
    frame.window.actions_of_window["usual_text"].trigger()
    assert frame.theme.text_size == 100


def test_none_of_the_red_flags_is_one_key(qtbot: QtBot, frame: Frame) -> None:
    frame.desk.add_finding(FLEXOR)
    qtbot.keyClick(frame.window, Qt.Key.Key_0, ALT)
    assert frame.desk.work.assessment.red_flags_asked


def test_no_two_actions_share_a_key(frame: Frame) -> None:
    keys = [
        shortcut.toString(QKeySequence.SequenceFormat.PortableText)
        for name in action_names()
        for shortcut in frame.window.actions_of_window[name].shortcuts()
    ]
    assert len(keys) == len(set(keys))


def test_what_was_refused_is_said_under_the_top_bar(frame: Frame) -> None:
    assert not frame.signals.attempt(frame.desk.accept)
    assert "nothing to use yet" in frame.window.notices.text_of("passing")


def test_the_window_says_once_that_it_stands(qtbot: QtBot, frame: Frame) -> None:
    frame.window._was_painted = False
    seen: list[bool] = []
    frame.window.painted.connect(lambda: seen.append(True))
    with qtbot.waitSignal(frame.window.painted):
        frame.window.repaint()
    frame.window.repaint()
    assert seen == [True]
