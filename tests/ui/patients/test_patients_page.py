from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from ptbuilder.domain.assessment import Finding, Score
from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.domain.revision import Issued
from ptbuilder.ui import messages, print_job
from ptbuilder.ui.batch_job import BatchReport
from ptbuilder.ui.batch_words import report_text
from ptbuilder.ui.build.figures.pictures import DrawingCache
from ptbuilder.ui.patients.footer_end import PatientsFooter
from ptbuilder.ui.patients.page import PatientsPage
from ptbuilder.ui.patients.patient_list_model import PatientListModel
from ptbuilder.ui.patients.program_card import ExerciseStrip
from ptbuilder.ui.patients.words import change_words
from ptbuilder.ui.printing import Printing
from tests.ui.workplace import Workplace, to_pdf_printer


def shown(place: Workplace, qtbot: QtBot) -> PatientsPage:
    """The page over a workplace, with a printing of its own."""
    printing = Printing(place.signals, place.tasks, place.preferences)
    printing.open(place.reception, place.handing_out)
    page = PatientsPage(place.signals, place.reception, place.files, printing, place.tasks, place.theme, DrawingCache())
    qtbot.addWidget(page)
    page.resize(1300, 800)
    page.show()
    return page


@pytest.fixture
def page(place: Workplace, qtbot: QtBot) -> PatientsPage:
    """The page with twelve patients; the first is marked and its details are shown."""
    page = shown(place, qtbot)
    qtbot.waitUntil(lambda: page.file is not None)
    return page


def ended(page: PatientsPage, act: Callable[[], None], qtbot: QtBot) -> BatchReport:
    """Do it and wait for the end of the queue."""
    reports: list[BatchReport] = []
    page.sheets.printing.batch_begun.connect(lambda job, _way: job.ended.append(reports.append))
    act()
    qtbot.waitUntil(lambda: bool(reports), timeout=20_000)
    return reports[0]


def names(page: PatientsPage) -> list[str]:
    model = page.list_pane.model_of_patients
    return [model.index(row).data() for row in range(model.rowCount())]


def mark(page: PatientsPage, name: str, qtbot: QtBot) -> str:
    """Mark a patient by name and wait for the details; gives the identifier."""
    row = next(row for row in page.list_pane.model_of_patients._rows if row.patient.full_name == name)
    page.list_pane.mark(row.patient.id)
    qtbot.waitUntil(lambda: page.file is not None and page.file.work.patient.id == row.patient.id)
    return row.patient.id


def test_the_model_is_a_proper_one(page: PatientsPage, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(page.list_pane.model_of_patients)
    qtmodeltester.check(page.details.program.revisions.model_of_revisions)


def test_an_empty_page_says_what_to_do(empty_place: Workplace, qtbot: QtBot) -> None:
    page = shown(empty_place, qtbot)
    assert page.list_pane.empty.isVisible()
    assert "Start on Build" in page.list_pane.empty.text()
    assert not page.details.isVisible()


def test_everyone_is_listed_the_last_one_first(page: PatientsPage) -> None:
    assert len(names(page)) == 12
    updated = [row.updated_at for row in page.list_pane.model_of_patients._rows]
    assert updated == sorted(updated, reverse=True)


def test_search_finds_by_name_year_finding_and_exercise(page: PatientsPage, qtbot: QtBot) -> None:
    field = page.list_pane.search
    qtbot.keyClicks(field, "nair")
    assert names(page) == ["Priya Nair"]
    field.setText("1951")
    assert names(page) == ["Priya Nair"]
    field.setText("facet")
    assert "Robert Miller" in names(page)
    assert "Priya Nair" not in names(page)
    field.setText("zzz")
    assert names(page) == []
    assert "Try fewer letters" in page.list_pane.empty.text()


def test_chips_count_and_filter(page: PatientsPage, qtbot: QtBot) -> None:
    stopped = page.list_pane.chip("stopped")
    assert stopped.label == "Stopped 1"
    qtbot.mouseClick(stopped, Qt.MouseButton.LeftButton)
    assert names(page) == ["Karen Blake"]
    qtbot.mouseClick(page.list_pane.chip("all"), Qt.MouseButton.LeftButton)
    assert len(names(page)) == 12


def test_enter_continues_the_last_program(page: PatientsPage, place: Workplace, qtbot: QtBot) -> None:
    identifier = mark(page, "Helen Novak", qtbot)
    with qtbot.waitSignal(page.build_asked):
        qtbot.keyClick(page.list_pane.view, Qt.Key.Key_Return)
    assert place.desk.work.patient.id == identifier
    assert place.desk.is_accepted


def test_a_new_assessment_copies_the_last_and_asks_red_flags_again(page: PatientsPage, place: Workplace, qtbot: QtBot) -> None:
    mark(page, "Priya Nair", qtbot)
    before = page.file
    assert before is not None
    with qtbot.waitSignal(page.assessment_asked):
        qtbot.mouseClick(page.details.new_assessment, Qt.MouseButton.LeftButton)
    now = place.desk.work.assessment
    assert now.findings == before.work.assessment.findings
    assert now.id != before.work.assessment.id
    assert not now.red_flags_asked


@pytest.mark.parametrize(
    ("way", "words", "sign"),
    [
        ("print", "Printed Today", "printer"),
        ("pdf", "Saved as PDF Today", "save-pdf"),
        ("html", "Saved for the phone Today", "save-pdf"),
    ],
)
def test_a_revision_says_whether_it_was_printed_or_saved(page: PatientsPage, way: Any, words: str, sign: str) -> None:
    assert page.file is not None
    entry, model = page.file.history[0], page.details.program.revisions.model_of_revisions
    at = datetime.combine(model.today, time(9))
    issued = Issued("p", 1, 0, "standard", "en", "a4", at, "Ana", way)
    handed_out = replace(entry, issued=(issued,))
    assert (model.issued_words(handed_out), model.issued_sign(handed_out)) == (words, sign)


def mark_first(page: PatientsPage, count: int, qtbot: QtBot) -> None:
    """Mark the first patients of the list with Shift and Down."""
    page.list_pane.mark(page.list_pane.model_of_patients.row_at(0).patient.id)  # type: ignore[union-attr]
    for _ in range(count - 1):
        qtbot.keyClick(page.list_pane.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)


def test_marking_several_patients_shows_what_can_be_done_for_all(page: PatientsPage, qtbot: QtBot) -> None:
    mark_first(page, 3, qtbot)
    several = page.several
    assert several.isVisible()
    assert not page.details.isVisible()
    assert several.accessibleName() == "3 patients marked"
    assert (several.reprint.label, several.save.label) == ("Print 3 sheets again", "Save 3 PDFs")
    assert several.remove.label == "Remove 3 patients"


def test_one_patient_alone_shows_the_details_again(page: PatientsPage, qtbot: QtBot) -> None:
    mark_first(page, 3, qtbot)
    mark_first(page, 1, qtbot)
    qtbot.waitUntil(lambda: page.details.isVisible())
    assert not page.several.isVisible()


def test_who_has_no_program_is_not_counted_as_a_sheet(page: PatientsPage, qtbot: QtBot) -> None:
    rows = [row for row in page.list_pane.model_of_patients._rows if row.is_stopped or row.exercises]
    page.several.show_rows(rows)
    ready = sum(not row.is_stopped for row in rows)
    assert ready < len(rows)
    assert page.several.reprint.label == f"Print {ready} sheets again"


def test_del_removes_all_that_are_marked_and_undo_puts_all_back(page: PatientsPage, qtbot: QtBot) -> None:
    before = names(page)
    mark_first(page, 3, qtbot)
    qtbot.keyClick(page.list_pane.view, Qt.Key.Key_Delete)
    assert names(page) == before[3:]
    assert page.removing.undo_line.isVisible()
    assert page.undo()
    assert sorted(names(page)) == sorted(before)


def test_the_strip_of_exercises_is_as_high_as_its_lines_after_the_window_became_narrow(
    page: PatientsPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ExerciseStrip, "_has_pictures", lambda _strip: True)
    strip = page.details.program._strip
    strip.updateGeometry()
    wide = strip.heightForWidth(strip.width())
    page.resize(1000, 640)
    qtbot.waitUntil(lambda: wide < strip.heightForWidth(strip.width()) == strip.height())


def test_the_footer_names_the_key_that_saves_pdfs(page: PatientsPage) -> None:
    assert "Ctrl+Shift+S save PDF" in PatientsFooter(page.theme).accessibleName()


def test_revisions_are_told_in_words(page: PatientsPage, place: Workplace, qtbot: QtBot) -> None:
    mark(page, "Robert Miller", qtbot)
    assert page.file is not None
    newest, oldest = page.file.history[0], page.file.history[-1]
    assert change_words(place.library, oldest.changes) == "First program."
    told = change_words(place.library, newest.changes)
    assert "New assessment." in told
    assert "hold" in told
    assert "to" in told


def test_an_older_revision_is_compared_and_brought_back(page: PatientsPage, place: Workplace, qtbot: QtBot) -> None:
    mark(page, "Robert Miller", qtbot)
    assert page.file is not None
    first = page.file.history[-1].revision.document
    card = page.details.program
    card.revisions.setCurrentIndex(card.revisions.model_of_revisions.index(len(page.file.history) - 1))
    assert card.compare.label == "Compare 2 with 1"
    qtbot.mouseClick(card.compare, Qt.MouseButton.LeftButton)
    assert "hold" in card.comparison.label.text()
    qtbot.mouseClick(card.back, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.file is not None and len(page.file.history) == 3)
    assert page.file.history[0].revision.document.stages == first.stages
    assert page.file.history[1].revision.closed


def test_the_newest_revision_cannot_be_compared_with_itself(page: PatientsPage, qtbot: QtBot) -> None:
    mark(page, "Priya Nair", qtbot)
    assert not page.details.program.compare.isVisible()
    assert not page.details.program.back.isVisible()


def test_measures_say_what_a_change_means(page: PatientsPage, qtbot: QtBot) -> None:
    mark(page, "Robert Miller", qtbot)
    card = page.details.measures.findChild(type(page.details.program).__bases__[0], "measure_nprs")
    assert card is not None
    assert "2 points better: a clear change" in card.accessibleName()


def test_a_score_is_kept_with_the_assessment(page: PatientsPage, place: Workplace, qtbot: QtBot) -> None:
    identifier = mark(page, "Priya Nair", qtbot)
    measures = page.details.measures
    qtbot.mouseClick(measures.add_button, Qt.MouseButton.LeftButton)
    measures.entry.value_field.setValue(5)
    qtbot.keyClick(measures.entry.value_field, Qt.Key.Key_Return)
    assert place.records.assessments(identifier)[-1].scores == (Score("nprs", 5),)
    qtbot.waitUntil(lambda: page.file is not None and bool(page.file.progress))


def test_del_removes_and_undo_puts_back(page: PatientsPage, qtbot: QtBot) -> None:
    mark(page, "Priya Nair", qtbot)
    qtbot.keyClick(page.list_pane.view, Qt.Key.Key_Delete)
    assert "Priya Nair" not in names(page)
    assert page.removing.undo_line.isVisible()
    assert page.undo()
    assert "Priya Nair" in names(page)
    assert not page.undo()


def test_a_removed_patient_can_be_put_back_later(page: PatientsPage, qtbot: QtBot) -> None:
    assert not page.list_pane.chip("removed").isVisible()
    mark(page, "Priya Nair", qtbot)
    page.remove()
    page.removing.undo_line.dismiss()
    assert not page.undo()
    qtbot.mouseClick(page.list_pane.chip("removed"), Qt.MouseButton.LeftButton)
    assert names(page) == ["Priya Nair"]
    qtbot.waitUntil(lambda: page.details.continue_button.label == "Put back")
    with qtbot.assertNotEmitted(page.build_asked), qtbot.waitSignal(page.told):
        qtbot.keyClick(page.list_pane.view, Qt.Key.Key_Return)
    assert "Priya Nair" in names(page)
    assert len(names(page)) == 12


def test_a_removed_patient_leaves_the_desk(page: PatientsPage, place: Workplace, qtbot: QtBot) -> None:
    identifier = mark(page, "Priya Nair", qtbot)
    place.reception.open_patient(identifier)
    page.remove()
    assert place.desk.work.patient.id != identifier
    assert "Priya Nair" not in names(page)


def test_erasing_for_good_wants_the_name(page: PatientsPage, place: Workplace, qtbot: QtBot) -> None:
    identifier = mark(page, "Priya Nair", qtbot)
    panel = page.details.erasing
    qtbot.mouseClick(panel.open_button, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(panel.name_field, "priya")
    assert not panel.erase_button.isEnabled()
    qtbot.keyClick(panel.name_field, Qt.Key.Key_Return)
    assert panel._words.text() == "That is not the whole name. Type: Priya Nair"
    qtbot.keyClicks(panel.name_field, " nair")
    assert panel.erase_button.isEnabled()
    qtbot.mouseClick(panel.erase_button, Qt.MouseButton.LeftButton)
    assert "Priya Nair" not in names(page)
    place.records.restore(identifier)
    assert "Priya Nair" not in names(page)


def test_a_program_becomes_a_template_without_the_patient(page: PatientsPage, place: Workplace, qtbot: QtBot) -> None:
    mark(page, "Priya Nair", qtbot)
    qtbot.mouseClick(page.details.program.template, Qt.MouseButton.LeftButton)
    (template,) = place.records.templates()
    assert template.patient is None
    assert not template.is_empty


def test_ten_reprints_take_at_most_twelve_inputs(
    page: PatientsPage, place: Workplace, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = tmp_path / "paper.pdf"
    stopped = next(row for row in place.records.rows() if row.is_stopped)
    place.records.delete(stopped.patient.id)
    monkeypatch.setattr(messages, "ask_printer", to_pdf_printer(paper))
    monkeypatch.setattr(print_job, "DOTS_PER_INCH", 20)  # the pages are counted, not read
    qtbot.mouseClick(page.list_pane.chip("all"), Qt.MouseButton.LeftButton)
    view, inputs = page.list_pane.view, 1
    page.list_pane.mark(page.list_pane.model_of_patients.row_at(0).patient.id)  # type: ignore[union-attr]
    while len(page.list_pane.chosen) < 10:
        qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
        inputs += 1
    chosen = [row.patient.id for row in page.list_pane.chosen]
    issued = sum(len(place.files.read(each).history[0].issued) for each in chosen)
    report = ended(page, page.reprint, qtbot)
    inputs += 1
    assert inputs <= 12
    assert report_text(report) == "10 sheets printed again."
    assert sum(len(place.files.read(each).history[0].issued) for each in chosen) == issued + 10
    assert len(list(tmp_path.glob("paper*.pdf"))) == 10


def test_a_stopped_patient_is_not_reprinted_and_is_named(
    page: PatientsPage, place: Workplace, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(messages, "ask_printer", to_pdf_printer(tmp_path / "paper.pdf"))
    mark(page, "Karen Blake", qtbot)
    report = ended(page, page.reprint, qtbot)
    assert "Karen Blake has a danger sign" in report_text(report)
    assert report.done == []
    assert not list(tmp_path.glob("*.pdf"))


def test_all_marked_sheets_are_saved_in_one_folder_but_the_stopped_one(
    page: PatientsPage, place: Workplace, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "sheets"
    folder.mkdir()
    monkeypatch.setattr(messages, "ask_folder", lambda _parent, _title, _suggested: folder)
    page.list_pane.view.selectAll()
    report = ended(page, page.save_pdfs, qtbot)
    assert len(report.done) == len(list(folder.glob("*.pdf"))) == 11
    assert [name for name, _ in report.failed] == ["Karen Blake"]
    assert report_text(report).startswith("Saved: 11 of 12. Karen Blake has a danger sign.")
    assert (folder / "Nair-Priya-2026-03-12.pdf").read_bytes().startswith(b"%PDF")


def test_a_reprint_carries_the_marks_of_the_first_print(page: PatientsPage, place: Workplace, qtbot: QtBot) -> None:
    identifier = mark(page, "Robert Miller", qtbot)
    again = place.files.reprint(identifier)
    first = again.sheet()
    assert [each.mark for each in first.exercises].count("changed") == 1
    again.note("print")
    assert [each.mark for each in place.files.reprint(identifier).sheet().exercises] == [each.mark for each in first.exercises]


def test_names_are_never_read_as_markup(place: Workplace, qtbot: QtBot) -> None:
    place.reception.open_sample()
    place.desk.set_patient(replace(place.desk.work.patient, given="<b>Ann</b>"))
    page = shown(place, qtbot)
    model = page.list_pane.model_of_patients
    assert isinstance(model, PatientListModel)
    assert model.index(0).data() == "<b>Ann</b> Sample"
    assert page.details._name.textFormat() == Qt.TextFormat.PlainText


def test_what_is_done_in_the_details_is_done_to_the_patient_they_show(page: PatientsPage, place: Workplace, qtbot: QtBot) -> None:
    assert page.file is not None
    shown_id = page.file.work.patient.id
    other = next(row.patient.id for row in page.list_pane.model_of_patients._rows if row.patient.id != shown_id)
    page.list_pane.mark(other)  # the file is still being read: the details show the first
    page.add_score(Score("nprs", 3))
    assert 3 in [value for each in place.records.progress(shown_id) for _, value in each.points]
    assert place.desk.work.patient.id == shown_id
    page.erase()
    assert shown_id not in [row.patient.id for row in place.records.rows()]
    assert other in [row.patient.id for row in place.records.rows()]


def test_a_hidden_page_is_read_anew_when_it_is_opened(page: PatientsPage, place: Workplace, qtbot: QtBot) -> None:
    identifier = mark(page, names(page)[0], qtbot)
    page.hide()
    place.reception.open_patient(identifier)
    count = len(place.desk.rows)
    place.desk.remove(place.desk.rows[0].prescription.id)
    assert page.file is not None
    assert len(page.file.stage.prescriptions) == count
    page.show()
    qtbot.waitUntil(lambda: page.file is not None and len(page.file.stage.prescriptions) == count - 1)


def test_a_sheet_with_something_to_answer_is_not_printed_again(page: PatientsPage, place: Workplace, qtbot: QtBot) -> None:
    identifier = mark(page, names(page)[0], qtbot)
    place.reception.open_patient(identifier)
    for code in place.library.findings:
        if code.startswith("prec-") and not place.desk.open_questions:
            place.desk.add_finding(Finding(code))
    assert place.desk.outcome.stop is None
    assert place.desk.open_questions
    with pytest.raises(PTBuilderError, match="something to answer first"):
        place.files.reprint(identifier).sheet()


def test_a_reprint_is_noted_at_the_revision_that_was_printed(page: PatientsPage, place: Workplace, qtbot: QtBot) -> None:
    identifier = mark(page, names(page)[0], qtbot)
    place.reception.open_patient(identifier)
    place.desk.set_note(place.desk.rows[0].prescription.id, "As printed")
    again = place.files.reprint(identifier)
    again.sheet()
    place.desk.set_note(place.desk.rows[0].prescription.id, "Typed while it printed")
    again.note("print")
    last = place.records.last_issued(place.desk.work.program.id)
    assert last is not None
    assert last.stages[0].prescriptions[0].note == "As printed"


def test_esc_closes_what_is_open_in_the_details(page: PatientsPage, qtbot: QtBot) -> None:
    mark(page, names(page)[0], qtbot)
    erasing, measures = page.details.erasing, page.details.measures
    qtbot.mouseClick(erasing.open_button, Qt.MouseButton.LeftButton)
    qtbot.keyClick(erasing.name_field, Qt.Key.Key_Escape)
    assert erasing.open_button.isVisible()
    qtbot.mouseClick(measures.add_button, Qt.MouseButton.LeftButton)
    qtbot.keyClick(measures.entry.value_field, Qt.Key.Key_Escape)
    assert measures.add_button.isVisible()


def test_esc_in_the_search_shows_all_and_goes_to_the_list(page: PatientsPage, qtbot: QtBot) -> None:
    page.focus_search()
    qtbot.keyClicks(page.list_pane.search, "zzzz")
    assert names(page) == []
    qtbot.keyClick(page.list_pane.search, Qt.Key.Key_Escape)
    assert len(names(page)) == 12
    qtbot.waitUntil(page.list_pane.view.hasFocus)
