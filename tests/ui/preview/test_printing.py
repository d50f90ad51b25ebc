from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ptbuilder.domain.assessment import Finding
from ptbuilder.handout.opening import opened
from ptbuilder.ui import messages, print_job
from ptbuilder.ui.preferences import FOLDER
from ptbuilder.ui.printing import Printing
from ptbuilder.ui.saving_place import file_name, free_path
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


def test_the_clinician_copy_is_not_handed_out(
    place: Workplace, printing: Printing, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.take_sample()
    monkeypatch.setattr(messages, "ask_printer", to_pdf_printer(tmp_path / "copy.pdf"))
    with qtbot.waitSignal(printing.told):
        printing.print_clinician_copy()
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
