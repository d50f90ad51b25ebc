from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ptbuilder.domain.assessment import Finding
from ptbuilder.domain.image import RasterImage
from ptbuilder.domain.patient import Patient
from ptbuilder.handout.opening import opened
from ptbuilder.services.desk.work import SaveState
from ptbuilder.ui import messages, print_job
from ptbuilder.ui.preferences import FOLDER
from ptbuilder.ui.printing import Printing
from ptbuilder.ui.saving_place import SavingPlace, file_name, free_path
from tests.ui.workplace import NOW, Workplace, text_of, to_pdf_printer


@pytest.fixture
def printing(place: Workplace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Printing:
    monkeypatch.setattr(print_job, "DOTS_PER_INCH", 40)  # the pages are counted, not read
    printing = Printing(place.signals, place.tasks, place.preferences)
    printing.open(place.reception, place.handing_out)
    return printing


def issued_ways(place: Workplace) -> list[str]:
    history = place.records.history(place.desk.work.program.id)
    return [sheet.way for entry in history for sheet in entry.issued]


def test_a_pdf_is_saved_where_one_saved_before(
    place: Workplace, printing: Printing, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.take_sample()
    asked: list[Path] = []
    monkeypatch.setattr(messages, "ask_save_path", lambda _parent, _title, suggested, _kinds: asked.append(suggested) or first)
    first = tmp_path / "paper" / "first.pdf"
    first.parent.mkdir()
    with qtbot.waitSignal(printing.told) as told:
        printing.save_pdf()
    assert "first.pdf" in told.args[0]
    with qtbot.waitSignal(printing.told):
        printing.save_pdf()
    assert [path.name for path in asked] == ["Sample-Robert-2026-03-12.pdf"]
    second = first.parent / asked[0].name
    assert "Robert Sample" in text_of(first.read_bytes())
    assert text_of(second.read_bytes()) == text_of(first.read_bytes())
    assert issued_ways(place) == ["pdf", "pdf"]


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "Lee-Ann.pdf").touch()
    (tmp_path / "Lee-Ann-2.pdf").touch()
    assert free_path(tmp_path, "Lee-Ann.pdf").name == "Lee-Ann-3.pdf"


def test_a_name_typed_without_its_ending_overwrites_nothing(
    place: Workplace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "sheet.pdf").touch()
    typed = "sheet"
    monkeypatch.setattr(messages, "ask_save_path", lambda *_: tmp_path / typed)
    saving = SavingPlace(place.preferences, None)
    assert saving.path("Lee-Ann.pdf", "", "", ask=True) == tmp_path / "sheet-2.pdf"
    typed = "sheet.pdf"  # of this the dialog itself has asked
    assert saving.path("Lee-Ann.pdf", "", "", ask=True) == tmp_path / "sheet.pdf"


def test_names_become_file_names_that_every_system_takes(place: Workplace) -> None:
    patient = place.desk.work.patient
    assert file_name(patient, NOW.date(), is_sheet=True) == "handout-2026-03-12.pdf"
    assert file_name(patient, NOW.date(), is_sheet=False) == "handout-referral-2026-03-12.pdf"


def test_a_sheet_goes_to_the_printer_and_is_noted(
    place: Workplace, printing: Printing, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.take_sample()
    paper = tmp_path / "printed.pdf"
    monkeypatch.setattr(messages, "ask_printer", to_pdf_printer(paper))
    with qtbot.waitSignal(printing.handed_out) as out:
        printing.print_handout()
    assert out.args == ["print"]
    assert issued_ways(place) == ["print"]
    with opened(paper) as document:
        width, height = document[0].get_size()
        assert len(document) == place.handing_out.handout(place.reception.sheet()).pages
    assert (round(width), round(height)) == (595, 842)


def test_calling_the_printer_dialog_off_hands_nothing_out(
    place: Workplace, printing: Printing, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.take_sample()
    monkeypatch.setattr(messages, "ask_printer", lambda _parent, _printer: False)
    printing.print_handout()
    assert place.tasks.is_idle
    assert issued_ways(place) == []


def test_a_suggestion_is_not_printed_before_it_is_taken(place: Workplace, printing: Printing, qtbot: QtBot) -> None:
    place.reception.open_sample()
    with qtbot.waitSignal(printing.refused) as refused:
        printing.print_handout()
    assert "Ctrl+Enter" in refused.args[0]


def test_an_open_question_is_answered_first(place: Workplace, printing: Printing, qtbot: QtBot) -> None:
    place.take_sample()
    place.desk.add_finding(Finding("hp-flexor-tight"))
    assert place.desk.open_questions
    with qtbot.waitSignals([printing.answer_first, printing.refused]):
        printing.print_handout()


def test_on_a_stop_the_referral_note_is_printed_and_no_program(
    place: Workplace, printing: Printing, qtbot: QtBot, tmp_path: Path
) -> None:
    place.take_sample()
    place.preferences.put(FOLDER, str(tmp_path))
    place.desk.add_finding(Finding("rf-cauda-equina"))
    with qtbot.waitSignal(printing.told):
        printing.save_pdf()
    note = text_of((tmp_path / "Sample-Robert-referral-2026-03-12.pdf").read_bytes())
    assert "Pelvic tilt" not in note
    assert "emergency" in note.lower()
    assert issued_ways(place) == []


@pytest.fixture
def sent(place: Workplace, monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """The documents whose pages were drawn for the printer, which gets them as pictures."""
    draw, found = place.handing_out.page, list[bytes]()

    def page(pdf: bytes, number: int, scale: float) -> RasterImage:
        found.append(pdf)
        return draw(pdf, number, scale)

    monkeypatch.setattr(place.handing_out, "page", page)
    return found


def test_the_clinician_copy_says_why_a_rule_was_gone_against_and_is_not_handed_out(
    place: Workplace, printing: Printing, qtbot: QtBot, sent: list[bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.take_sample()
    place.desk.add_finding(Finding("prec-pregnancy-late"))
    for row in [row for row in place.desk.rows if row.obstacles]:
        place.desk.keep(row.prescription.id, "", "Agreed with the midwife")
    assert not place.desk.open_questions
    monkeypatch.setattr(messages, "ask_printer", to_pdf_printer(tmp_path / "copy.pdf"))
    with qtbot.waitSignal(printing.told):
        printing.print_clinician_copy()
    assert "Agreed with the midwife" in text_of(sent[0])
    assert issued_ways(place) == []
    with qtbot.waitSignal(printing.handed_out):
        printing.print_handout()
    assert "Agreed with the midwife" not in text_of(sent[-1])


def test_under_a_danger_sign_there_is_no_clinician_copy(
    place: Workplace, printing: Printing, qtbot: QtBot, sent: list[bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.take_sample()
    place.desk.add_finding(Finding("rf-cauda-equina"))
    monkeypatch.setattr(messages, "ask_printer", to_pdf_printer(tmp_path / "copy.pdf"))
    with qtbot.waitSignal(printing.refused) as refused:
        printing.print_clinician_copy()
    assert "danger sign" in refused.args[0]
    assert place.tasks.is_idle
    assert not sent


def lay_out_another(place: Workplace) -> None:
    """Somebody else, with a program taken, as while a printer is slow."""
    place.reception.new_patient()
    place.desk.set_patient(Patient(place.desk.work.patient.id, "Ann", "Other"))
    place.desk.add_finding(Finding("hp-flexor-tight", "left", "moderate"))
    place.desk.set_red_flags_asked(True)
    place.desk.accept()


@pytest.mark.parametrize("way", ["print", "pdf"])
def test_a_sheet_is_noted_for_whom_it_was_printed_although_another_lies_on_the_desk_by_then(
    place: Workplace, printing: Printing, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    place.take_sample()
    place.preferences.put(FOLDER, str(tmp_path))
    monkeypatch.setattr(messages, "ask_printer", to_pdf_printer(tmp_path / "printed.pdf"))
    first = place.desk.work.program.id
    with qtbot.waitSignal(printing.handed_out):
        (printing.print_handout if way == "print" else printing.save_pdf)()
        lay_out_another(place)
    assert [sheet.way for sheet in place.store.issued.of(first)] == [way]
    assert issued_ways(place) == []
    assert not place.records.history(place.desk.work.program.id)[0].revision.closed


def test_what_is_edited_while_a_sheet_is_printed_is_not_noted_as_printed(
    place: Workplace, printing: Printing, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.take_sample()
    monkeypatch.setattr(messages, "ask_printer", to_pdf_printer(tmp_path / "printed.pdf"))
    with qtbot.waitSignal(printing.handed_out):
        printing.print_handout()
        place.desk.set_note(place.desk.rows[0].prescription.id, "Slowly")
    printed = place.records.last_issued(place.desk.work.program.id)
    assert printed is not None
    assert not any(item.note for item in printed.stages[0].prescriptions)
    newest = place.records.history(place.desk.work.program.id)[0]
    assert not newest.issued
    assert not newest.revision.closed


def test_what_was_changed_in_print_is_told_of_whom_it_was_printed_for(
    place: Workplace, printing: Printing, qtbot: QtBot, tmp_path: Path
) -> None:
    place.take_sample()
    place.preferences.put(FOLDER, str(tmp_path))
    place.desk.set_note(place.desk.rows[0].prescription.id, "Slowly \u4e2d")
    with qtbot.waitSignal(printing.warned) as warned:
        printing.save_pdf()
        lay_out_another(place)
    assert "Robert Sample" in warned.args[0]


def test_a_sheet_that_is_out_but_cannot_be_noted_is_told_so(
    place: Workplace, printing: Printing, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.take_sample()
    place.preferences.put(FOLDER, str(tmp_path))
    monkeypatch.setattr(place.records, "save", lambda _work: SaveState(problem="The disk is full."))
    with qtbot.waitSignal(printing.warned) as warned:
        printing.save_pdf()
    assert warned.args[0] == "Robert Sample: the sheet is out, but could not be noted. The disk is full."
    assert len(list(tmp_path.glob("Sample-Robert-*.pdf"))) == 1
    assert issued_ways(place) == []


def test_a_folder_that_is_gone_is_asked_for_again(
    place: Workplace, printing: Printing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.take_sample()
    place.preferences.put(FOLDER, str(tmp_path / "gone"))
    asked: list[Path] = []
    monkeypatch.setattr(messages, "ask_save_path", lambda _parent, _title, suggested, _kinds: asked.append(suggested))
    printing.save_pdf()
    assert len(asked) == 1


def test_a_failed_save_is_said_and_hands_nothing_out(
    place: Workplace, printing: Printing, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.take_sample()
    monkeypatch.setattr(messages, "ask_save_path", lambda *_: tmp_path / "gone" / "sheet.pdf")
    with qtbot.waitSignal(printing.refused) as refused:
        printing.save_pdf()
    assert "could not be saved" in refused.args[0]
    assert issued_ways(place) == []
