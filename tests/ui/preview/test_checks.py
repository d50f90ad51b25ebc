"""Each check fires in the preview on real pages, says what to do, and leads there with one click; only a stop blocks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ptbuilder.domain.assessment import Finding
from ptbuilder.domain.clinic import Clinic
from ptbuilder.domain.patient import Patient
from ptbuilder.services.paper.handing_out import HandingOut
from ptbuilder.services.paper.sheet_checks import SheetCheck
from ptbuilder.services.paper.sheet_texts import Place
from ptbuilder.services.paper.sheets import SheetMaker
from ptbuilder.services.patients.reception import Reception
from ptbuilder.ui.preferences import FOLDER
from ptbuilder.ui.preview.check_words import MEND, check_words
from ptbuilder.ui.preview.pane import PreviewPane
from ptbuilder.ui.printing import Printing
from tests.ui.workplace import CLINIC, Workplace, text_of

LEFT = Qt.MouseButton.LeftButton
LONG_PHONE = "555 0100 or 555 0101 on weekends, mornings only, ask for Dana or Chris at the desk"
JARGON = "Maintain scapular retraction and lumbar flexion during contralateral knee extension repetitions."


@pytest.fixture
def pane(place: Workplace, qtbot: QtBot) -> PreviewPane:
    place.take_sample()
    return shown(place, qtbot, place.reception, place.handing_out)


def shown(place: Workplace, qtbot: QtBot, reception: Reception, handing_out: HandingOut) -> PreviewPane:
    pane = PreviewPane(place.signals, place.tasks, place.theme, renew_ms=0)
    qtbot.addWidget(pane)
    pane.open(reception, handing_out)
    pane.resize(940, 640)
    with qtbot.waitSignal(pane.shown):
        pane.show()
    qtbot.waitUntil(lambda: bool(pane.checks.checks))
    return pane


def found(pane: PreviewPane, qtbot: QtBot, key: str, state: str = "open") -> SheetCheck:
    """The check of that key once it stands so."""

    def matching() -> list[SheetCheck]:
        return [each for each in pane.checks.checks if (each.key, each.state) == (key, state)]

    qtbot.waitUntil(lambda: bool(matching()))
    return matching()[0]


def press(pane: PreviewPane, qtbot: QtBot, check: SheetCheck) -> None:
    line = pane.checks.lines[pane.checks.checks.index(check)]
    qtbot.mouseClick(line.buttons[MEND], LEFT)


Change = Callable[[Workplace], object]


def first(place: Workplace) -> str:
    return place.desk.rows[0].prescription.id


def _note(place: Workplace, text: str) -> None:
    place.desk.set_note(first(place), text)


@pytest.mark.parametrize(
    ("key", "change", "kind"),
    [
        ("questions", lambda place: place.desk.add_finding(Finding("hp-flexor-tight")), "questions"),
        ("name", lambda place: place.desk.set_patient(Patient(place.desk.work.patient.id)), "patient"),
        ("note", lambda place: _note(place, JARGON), "note"),
        ("note", lambda place: place.desk.set_message(JARGON), "message"),
        ("letters", lambda place: _note(place, "Well done \N{PILE OF POO}"), "note"),
    ],
)
def test_an_edit_opens_its_check_which_leads_to_the_field(
    key: str, change: Change, kind: str, pane: PreviewPane, place: Workplace, qtbot: QtBot
) -> None:
    assert all((each.key, each.state) != (key, "open") for each in pane.checks.checks)
    change(place)
    check = found(pane, qtbot, key)
    with qtbot.waitSignal(pane.place_asked) as asked:
        press(pane, qtbot, check)
    assert asked.args[0].kind == kind
    place.desk.undo()
    qtbot.waitUntil(lambda: all((each.key, each.state) != (key, "open") for each in pane.checks.checks))


@pytest.mark.parametrize(
    ("key", "clinic", "part"),
    [
        ("letterhead", Clinic(), "name"),
        ("letterhead", replace(CLINIC, phone=""), "phone"),
        ("fit", replace(CLINIC, phone=LONG_PHONE), "phone"),
        ("letters", replace(CLINIC, address="\N{PILE OF POO} Lane"), "address"),
    ],
)
def test_the_letterhead_is_checked_field_by_field(
    key: str, clinic: Clinic, part: str, pane: PreviewPane, place: Workplace, qtbot: QtBot
) -> None:
    place.records.set_clinic(clinic)
    pane.renew()
    check = found(pane, qtbot, key)
    with qtbot.waitSignal(pane.place_asked) as asked:
        press(pane, qtbot, check)
    assert asked.args == [Place("clinic", part)]


def test_a_long_dose_leads_to_its_exercise_on_the_page(pane: PreviewPane, place: Workplace, qtbot: QtBot) -> None:
    last = place.desk.rows[-1].prescription
    place.desk.set_dosage(last.id, replace(last.dosage, sets=9, reps=30, hold_s=30))
    check = found(pane, qtbot, "size")
    with qtbot.waitSignal(pane.exercise_chosen) as chosen:
        press(pane, qtbot, check)
    assert chosen.args == [last.id]
    assert pane.view.chosen_rect() is not None


def test_an_exercise_without_a_drawing_is_named_and_shown(place: Workplace, qtbot: QtBot) -> None:
    place.take_sample()
    bare = place.desk.rows[1].prescription
    from ptbuilder.services.drawing.own_drawings import drawing_of

    maker = SheetMaker(place.library, lambda each, *rest: None if each.code == bare.exercise else drawing_of(each, *rest))
    handing_out = HandingOut(maker, place.suggesting)
    reception = Reception(place.desk, handing_out, place.clock)
    reception.attach(place.records)
    pane = shown(place, qtbot, reception, handing_out)
    check = found(pane, qtbot, "pictures")
    assert place.library.exercises[bare.exercise].name["en"] in check_words(check).text
    with qtbot.waitSignal(pane.exercise_chosen) as chosen:
        press(pane, qtbot, check)
    assert chosen.args == [bare.id]


def test_a_text_that_runs_over_fixed_words_leads_to_its_page(pane: PreviewPane, qtbot: QtBot) -> None:
    check = SheetCheck("fit", "open", {"how": "under", "page": 3, "text": "Stay safe", "of": "page"}, Place("page", "2"))
    pane.checks.show_checks((check,))
    press(pane, qtbot, check)
    assert pane.view.page == 2


def test_a_layout_that_is_too_small_leads_to_the_choice_of_layouts(pane: PreviewPane, qtbot: QtBot) -> None:
    check = SheetCheck("fit", "open", {"how": "layout", "of": "layout", "name": "", "text": ""}, Place("layout"))
    pane.checks.show_checks((check,))
    press(pane, qtbot, check)
    assert pane.options.layout_field.hasFocus()


def test_where_there_is_little_room_the_page_comes_back_with_its_exercise(
    pane: PreviewPane, place: Workplace, qtbot: QtBot
) -> None:
    pane.resize(576, 540)
    qtbot.mouseClick(pane.head.side, LEFT)
    last = place.desk.rows[-1].prescription
    place.desk.set_dosage(last.id, replace(last.dosage, sets=9, reps=30, hold_s=30))
    press(pane, qtbot, found(pane, qtbot, "size"))
    assert pane.view.isVisible()


def test_every_open_check_says_what_and_what_to_do_and_has_a_button(pane: PreviewPane, place: Workplace, qtbot: QtBot) -> None:
    spoil(place)
    pane.renew()
    found(pane, qtbot, "note")
    for check in pane.checks.checks:
        words = check_words(check)
        assert words.title
        assert words.text.endswith(".")
        assert check.state == "good" or words.text.count(".") + words.text.count(";") >= 2
        assert bool(words.mends) or check.state != "open"


def spoil(place: Workplace) -> None:
    """Make everything wrong that a check can find."""
    place.records.set_clinic(replace(CLINIC, name="", phone="", address="\N{PILE OF POO}" * 40))
    place.desk.set_patient(Patient(place.desk.work.patient.id))
    place.desk.set_message(JARGON + " \N{PILE OF POO}")
    row = place.desk.rows[0].prescription
    place.desk.set_note(row.id, JARGON * 20)
    place.desk.set_dosage(row.id, replace(row.dosage, sets=9, reps=30, hold_s=60))
    place.desk.set_choices(replace(place.desk.work.choices, with_log=False))
    place.desk.set_irritability(None)


def test_open_checks_do_not_keep_a_sheet_from_the_printer_but_an_emergency_does(
    place: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    place.take_sample()
    spoil(place)
    place.preferences.put(FOLDER, str(tmp_path))
    printing = Printing(place.signals, place.tasks, place.preferences)
    printing.open(place.reception, place.handing_out)
    with qtbot.waitSignal(printing.handed_out, timeout=20_000):
        printing.save_pdf()
    name = place.desk.rows[0].exercise.name["en"]
    (sheet,) = tmp_path.glob("*.pdf")
    assert name in text_of(sheet.read_bytes())
    sheet.unlink()
    place.desk.add_finding(Finding("rf-cauda-equina"))
    assert place.desk.outcome.stop == "emergency"
    with qtbot.assertNotEmitted(printing.handed_out), qtbot.waitSignal(printing.told, timeout=20_000):
        printing.save_pdf()
    (note,) = tmp_path.glob("*.pdf")
    assert name not in text_of(note.read_bytes())
