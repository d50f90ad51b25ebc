"""The head of the program says how it was last handed out, and what it is made of comes back with a template."""

from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from ptbuilder.app import Program
from ptbuilder.services.patients.last_sheet import LastSheet, LastSheets
from ptbuilder.ui.build.program.program_pane import ProgramPane
from ptbuilder.ui.step_words import step_text
from tests.ui.test_journeys import OpenProgram, folder, open_program
from tests.ui.workplace import NOW, Workplace, place

__all__ = ["folder", "open_program", "place"]


def test_a_program_that_left_is_told_until_it_changes(place: Workplace) -> None:
    place.take_sample()
    sheets = LastSheets(place.desk, place.reception)
    assert sheets.now() is None
    place.reception.hand_out("pdf")
    sheets.forget()
    assert sheets.now() == LastSheet("pdf", NOW.date(), is_changed=False)
    row = place.desk.rows[0].prescription
    place.desk.set_dosage(row.id, replace(row.dosage, hold_s=row.dosage.hold_s + 3))
    assert sheets.now() == LastSheet("pdf", NOW.date(), is_changed=True)
    place.desk.undo()
    assert sheets.now() == LastSheet("pdf", NOW.date(), is_changed=False)
    place.reception.new_patient()
    assert sheets.now() is None


def test_the_head_says_that_the_pdf_was_saved(qtbot: QtBot, open_program: OpenProgram) -> None:
    program = open_program()
    assert isinstance(program, Program)
    assert program.reception is not None
    program.reception.open_sample()
    program.desk_signals.desk.accept()
    pane = program.window.build_page.parts.program
    assert isinstance(pane, ProgramPane)
    assert pane.head.state_chip.text() == "Not printed yet"
    assert program.workplace is not None
    program.workplace.printing.save_pdf()
    qtbot.waitUntil(lambda: pane.head.state_chip.text() == "Saved as PDF today")
    program.desk_signals.desk.set_message("See you soon.")
    assert pane.head.state_chip.text() == "Saved as PDF today, changed since"


def test_a_template_finds_the_reasons_of_this_patient(place: Workplace) -> None:
    place.take_sample()
    reasons = [row.why for row in place.desk.rows]
    template = place.records.save_template(place.desk.program, "t", "Facet")
    assert not any(item.because for item in template.stages[0].prescriptions)
    place.desk.use_template(template)
    assert [row.why for row in place.desk.rows] == reasons
    assert all(reasons)
    step = place.desk.undo_step
    assert step is not None
    assert step_text(place.library, step) == "use the template Facet"
