"""A therapist's day in the whole program: real window, real data file, real PDFs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ptbuilder.app import Program
from ptbuilder.domain.clinic import Clinic
from ptbuilder.handout.opening import opened
from ptbuilder.ui import messages, print_job
from ptbuilder.ui.library.page import LibraryPage
from ptbuilder.ui.patients.page import PatientsPage
from tests.ui.running import OpenProgram, programs_over
from tests.ui.workplace import text_of, to_pdf_printer

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
FINDINGS = ("facet syndrome b2", "better sitting", "hip fl b2", "deep trunk 2", "lumbar facet joint injection b 10d")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def open_program(folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[OpenProgram]:
    """Starts the program over one data folder, as often as it is called; the key lies in a file, the printers print to files."""
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    monkeypatch.setattr(print_job, "DOTS_PER_INCH", 40)
    monkeypatch.setattr(messages, "ask_save_path", lambda _parent, _title, suggested, _kinds: folder.parent / suggested.name)
    monkeypatch.setattr(messages, "ask_printer", to_pdf_printer(folder.parent / "printed.pdf"))
    with programs_over(folder, qtbot) as start:
        yield start


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def typed(qtbot: QtBot, text: str) -> None:
    """Type a line where the cursor is, and Enter."""
    qtbot.keyClicks(focus(), text)
    qtbot.keyClick(focus(), Qt.Key.Key_Return)


def build(program: Program, qtbot: QtBot, name: str) -> None:
    """A new patient with the findings of a facet injection; the suggestion is taken; all by keys."""
    qtbot.keyClick(program.window, Qt.Key.Key_N, CTRL)
    qtbot.keyClicks(focus(), name)
    qtbot.keyClick(focus(), Qt.Key.Key_Tab)
    qtbot.keyClicks(focus(), "58")
    qtbot.keyClick(focus(), Qt.Key.Key_Return)
    for line in (*FINDINGS, "irr mod", "rf none"):
        typed(qtbot, line)
    qtbot.keyClick(focus(), Qt.Key.Key_Return, CTRL)
    assert program.desk_signals.desk.is_accepted


def change_first_dose(program: Program, qtbot: QtBot, text: str) -> None:
    qtbot.keyClick(program.window, Qt.Key.Key_F6)
    qtbot.keyClick(focus(), Qt.Key.Key_Home)
    qtbot.keyClick(focus(), Qt.Key.Key_Return)
    typed(qtbot, text)


def test_from_findings_to_paper_and_everything_is_there_the_next_day(open_program: OpenProgram, qtbot: QtBot, folder: Path) -> None:
    program = open_program()
    build(program, qtbot, "Ann Lee")
    desk = program.desk_signals.desk
    assert {each.code for each in desk.work.assessment.findings} >= {"cond-lumbar-facet", "hp-flexor-tight", "lx-deep-core-poor"}
    change_first_dose(program, qtbot, "3x7 h9")
    dosage = desk.rows[0].prescription.dosage
    assert (dosage.sets, dosage.reps, dosage.hold_s) == (3, 7, 9)
    assert program.printing is not None
    with qtbot.waitSignal(program.printing.told):
        qtbot.keyClick(program.window, Qt.Key.Key_S, CTRL | SHIFT)
    (paper,) = folder.parent.glob("Lee-Ann-*.pdf")
    words = text_of(paper.read_bytes())
    assert "Ann Lee" in words
    assert "3 sets of 7" in words
    assert "9 seconds" in words
    assert all(row.exercise.name["en"] in words for row in desk.rows)
    before = desk.work
    program.window.close()
    program.close()
    again = open_program()
    qtbot.keyClick(again.window, Qt.Key.Key_K, CTRL)
    typed(qtbot, "@lee")
    work = again.desk_signals.desk.work
    assert work.patient == before.patient
    assert work.assessment == before.assessment
    assert [each.dosage for each in work.program.stages[0].prescriptions] == [
        each.dosage for each in before.program.stages[0].prescriptions
    ]
    assert again.reception is not None
    (entry,) = again.reception.records.history(work.program.id)
    assert entry.revision.closed
    assert [each.way for each in entry.issued] == ["pdf"]


def test_a_follow_up_of_a_worse_patient_takes_eight_inputs_to_the_printer(
    open_program: OpenProgram, qtbot: QtBot, folder: Path
) -> None:
    program = open_program()
    build(program, qtbot, "Ann Lee")
    assert program.printing is not None
    with qtbot.waitSignal(program.printing.told):
        qtbot.keyClick(program.window, Qt.Key.Key_S, CTRL | SHIFT)
    qtbot.keyClick(program.window, Qt.Key.Key_N, CTRL)
    inputs = 3  # Ctrl+K, Tab, and a press on "New assessment"
    qtbot.keyClick(program.window, Qt.Key.Key_K, CTRL)
    qtbot.keyClicks(focus(), "@lee")
    qtbot.keyClick(focus(), Qt.Key.Key_Tab)
    page = program.window.page_widget("patients")
    assert isinstance(page, PatientsPage)
    qtbot.waitUntil(lambda: page.file is not None)
    qtbot.mouseClick(page.details.new_assessment, Qt.MouseButton.LeftButton)
    desk = program.desk_signals.desk
    assert not desk.work.assessment.red_flags_asked
    for line in ("rf none", "hip fl b3", "irr mod"):
        typed(qtbot, line)
        inputs += 1
    assert [question.kind for question in desk.open_questions] == []
    with qtbot.waitSignal(program.printing.told):
        qtbot.keyClick(program.window, Qt.Key.Key_P, CTRL)
        qtbot.keyClick(focus(), Qt.Key.Key_Return)
    inputs += 2
    assert inputs <= 8
    with opened(folder.parent / "printed.pdf") as document:
        assert len(document) >= 2
    assert program.reception is not None
    history = program.reception.records.history(desk.work.program.id)
    assert len(history) == 2
    assert [each.way for each in history[0].issued] == ["print"]


def test_preview_and_program_follow_one_another(open_program: OpenProgram, qtbot: QtBot) -> None:
    program = open_program()
    program.window.resize(1440, 900)
    build(program, qtbot, "Ann Lee")
    program.window.toggle_preview()
    right = program.build_page.parts.right
    preview = right._widgets["preview"]  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: preview.view.pages > 0, timeout=10_000)
    last = program.desk_signals.desk.rows[-1].prescription.id
    preview.view.exercise_chosen.emit(last)
    assert program.build_page.parts.program.chosen_prescription == last  # type: ignore[attr-defined]
    first = program.desk_signals.desk.rows[0].prescription.id
    program.build_page.parts.program.choose_prescription(first)  # type: ignore[attr-defined]
    assert preview.view.chosen == first


def test_pages_open_by_keys_and_are_found_by_the_palette(open_program: OpenProgram, qtbot: QtBot) -> None:
    program = open_program()
    build(program, qtbot, "Ann Lee")
    window = program.window
    for number, name in ((2, "patients"), (3, "library"), (4, "templates"), (5, "clinic"), (1, "build")):
        qtbot.keyClick(window, Qt.Key(ord(str(number))), ALT)
        assert window.page == name
    qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
    typed(qtbot, "go to lib")
    assert isinstance(window.page_widget("library"), LibraryPage)
    assert window.page == "library"


def test_a_removed_patient_comes_back_by_control_z(open_program: OpenProgram, qtbot: QtBot) -> None:
    program = open_program()
    build(program, qtbot, "Ann Lee")
    qtbot.keyClick(program.window, Qt.Key.Key_2, ALT)
    page = program.window.page_widget("patients")
    assert isinstance(page, PatientsPage)
    qtbot.keyClick(page.list_pane.view, Qt.Key.Key_Delete)
    assert page.list_pane.model_of_patients.rowCount() == 0
    qtbot.keyClick(program.window, Qt.Key.Key_Z, CTRL)
    assert page.list_pane.model_of_patients.rowCount() == 1


def test_control_p_on_the_patients_page_prints_the_marked_again(open_program: OpenProgram, qtbot: QtBot, folder: Path) -> None:
    program = open_program()
    build(program, qtbot, "Ann Lee")
    qtbot.keyClick(program.window, Qt.Key.Key_2, ALT)
    assert program.printing is not None
    qtbot.keyClick(program.window, Qt.Key.Key_P, CTRL)
    qtbot.waitUntil(lambda: program.window.notices.text_of("passing") == "Ann Lee: printed again.")
    assert (folder.parent / "printed.pdf").exists()


def test_escape_cancels_a_running_queue(open_program: OpenProgram, qtbot: QtBot) -> None:
    program = open_program()
    build(program, qtbot, "Ann Lee")
    qtbot.keyClick(program.window, Qt.Key.Key_2, ALT)
    qtbot.keyClick(program.window, Qt.Key.Key_P, CTRL)
    assert program.window.notices.text_of("batch").startswith("Printing 1 of 1")
    qtbot.keyClick(program.window, Qt.Key.Key_Escape)
    assert program.window.notices.text_of("batch") == "Cancelled. Printed: 0 of 1. Not printed: Ann Lee."


def test_the_recovery_sheet_is_offered_until_it_was_printed(open_program: OpenProgram, qtbot: QtBot, folder: Path) -> None:
    program = open_program()
    notice = program.window.notices.findChild(QWidget, "notice_recovery")
    assert notice is not None
    assert program.pages is not None
    program.pages.print_recovery_sheet()
    assert "Recovery sheet" in text_of((folder.parent / "printed.pdf").read_bytes())
    program.close()
    again = open_program()
    assert again.window.notices.findChild(QWidget, "notice_recovery") is None


def test_a_backup_brings_back_what_was_there(open_program: OpenProgram, qtbot: QtBot) -> None:
    program = open_program()
    qtbot.waitUntil(lambda: len(program.data.safekeeping.backups()) == 1, timeout=20_000)
    assert program.reception is not None
    assert program.data.is_open
    program.reception.records.set_clinic(Clinic("Riverside"))
    build(program, qtbot, "Ann Lee")
    assert len(program.reception.records.rows()) == 1
    (backup,) = program.data.safekeeping.backups()
    assert program.pages is not None
    program.pages.restore_asked.emit(backup)
    qtbot.waitUntil(lambda: program.tasks.is_idle and program.data.is_open)
    assert program.reception.records.rows() == ()
    assert len(program.data.safekeeping.backups()) == 2
    assert program.window.notices.text_of("passing").startswith("The backup is back.")


def test_a_damaged_backup_is_refused_and_the_data_stays(open_program: OpenProgram, qtbot: QtBot) -> None:
    program = open_program()
    qtbot.waitUntil(lambda: len(program.data.safekeeping.backups()) == 1, timeout=20_000)
    build(program, qtbot, "Ann Lee")
    assert program.reception is not None
    assert program.data.is_open
    assert program.pages is not None
    (backup,) = program.data.safekeeping.backups()
    backup.path.write_bytes(bytes(4096))
    program.pages.restore_asked.emit(backup)
    qtbot.waitUntil(lambda: program.tasks.is_idle and program.data.is_open)
    assert program.window.notices.findChild(QWidget, "notice_passing") is not None
    assert [row.patient.full_name for row in program.reception.records.rows()] == ["Ann Lee"]
