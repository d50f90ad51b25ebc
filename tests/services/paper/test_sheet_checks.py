from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from ptbuilder.domain.activity import ActivityRow, ActivityTable
from ptbuilder.domain.clinic import Clinic, HandoutChoices
from ptbuilder.domain.handout import Sheet, SheetExercise
from ptbuilder.domain.library import Library
from ptbuilder.domain.suggestion import Limits
from ptbuilder.services.desk.desk import Desk
from ptbuilder.services.paper.handing_out import HandingOut
from ptbuilder.services.paper.note_reading import NoteReader
from ptbuilder.services.paper.sheet_checks import Asked, Made, SheetCheck, check_sheet
from ptbuilder.services.paper.sheet_texts import Place
from ptbuilder.services.paper.sheets import SheetMaker
from ptbuilder.services.suggest.suggesting import Suggesting

CLINIC = Clinic("Riverside", phone="555 0100")
JARGON = "Systematically minimize compensatory proprioceptive considerations during contralateral stabilization."
LONG_NAME = "Riverside Physical Therapy, Sports Medicine and Rehabilitation Center of Greater Springfield"
POO = "\N{PILE OF POO}"

Check = Callable[..., tuple[SheetCheck, ...]]


@pytest.fixture
def sheet(desk: Desk, library: Library) -> Sheet:
    desk.accept()
    work = desk.work
    return SheetMaker(library).sheet(work.patient, work.program, 0, clinic=CLINIC, choices=work.choices, printed=desk.today)


@pytest.fixture
def check(library: Library, suggesting: Suggesting) -> Check:
    """Prints a sheet as it would be handed out, and checks it."""
    handing_out = HandingOut(SheetMaker(library), suggesting)

    def checked(sheet: Sheet, asked: Asked | None = None, *, is_tagged: bool = True) -> tuple[SheetCheck, ...]:
        fitted = handing_out.fitted(sheet)
        reader = NoteReader(sheet.choices.language)
        return check_sheet(sheet, Made(fitted.sheet, fitted.handout.pdf, is_tagged), asked or Asked(reader=reader))

    return checked


def one(checks: tuple[SheetCheck, ...], key: str) -> SheetCheck:
    (found,) = (each for each in checks if each.key == key)
    return found


def with_first(sheet: Sheet, first: SheetExercise) -> Sheet:
    return replace(sheet, exercises=(first, *sheet.exercises[1:]))


def noted(sheet: Sheet, note: str) -> Sheet:
    return with_first(sheet, replace(sheet.exercises[0], note=note))


def test_a_usual_sheet_has_nothing_open(sheet: Sheet, check: Check) -> None:
    assert {each.state for each in check(sheet)} == {"good"}


def test_open_checks_stand_first_and_good_ones_last(sheet: Sheet, check: Check) -> None:
    states = [each.state for each in check(replace(sheet, clinic=Clinic()), Asked(open_questions=2), is_tagged=False)]
    assert states == sorted(states, key=["open", "note", "good"].index)
    assert states[0] == "open"
    assert states[-1] == "good"


def test_open_questions_are_counted(sheet: Sheet, check: Check) -> None:
    assert one(check(sheet, Asked(open_questions=2)), "questions") == SheetCheck("questions", "open", {"n": 2}, Place("questions"))
    assert all(each.key != "questions" for each in check(sheet))


def test_a_missing_phone_is_named_before_a_missing_letterhead(sheet: Sheet, check: Check) -> None:
    assert one(check(replace(sheet, clinic=Clinic("Riverside"))), "letterhead").place == Place("clinic", "phone")
    assert one(check(replace(sheet, clinic=Clinic())), "letterhead").place == Place("clinic", "name")
    assert all(each.key != "letterhead" for each in check(sheet))


def test_a_nameless_patient_is_said(sheet: Sheet, check: Check) -> None:
    assert one(check(replace(sheet, person=replace(sheet.person, name=""))), "name").place == Place("patient")
    assert all(each.key != "name" for each in check(sheet))


def test_too_many_minutes_lead_to_the_longest_exercise(sheet: Sheet, check: Check) -> None:
    first = sheet.exercises[0]
    long = replace(first, dosage=replace(first.dosage, kind="time", minutes=40, sets=1, per_day=1))
    size = one(check(with_first(sheet, long)), "size")
    assert (size.state, size.values["over"], size.place) == ("open", "session", Place("exercise", long.id))


def test_too_many_exercises_are_open_whatever_their_minutes(sheet: Sheet, check: Check) -> None:
    count = len(sheet.exercises)
    assert one(check(sheet, Asked(limits=Limits(warn_over=count))), "size").state == "good"
    size = one(check(sheet, Asked(limits=Limits(warn_over=count - 1))), "size")
    assert (size.state, size.values["over"]) == ("open", "exercises")


def test_minutes_a_day_are_measured_against_the_time_that_the_patient_has(sheet: Sheet, check: Check) -> None:
    day = round(sheet.day_minutes)
    assert one(check(sheet, Asked(minutes_a_day=day)), "size").state == "good"
    size = one(check(sheet, Asked(minutes_a_day=day - 1)), "size")
    assert (size.state, size.values["over"]) == ("open", "day")


def test_a_hard_note_is_found_with_its_grade_and_words(sheet: Sheet, check: Check) -> None:
    note = one(check(noted(sheet, JARGON)), "note")
    assert (note.state, note.place) == ("open", Place("note", sheet.exercises[0].id))
    assert float(str(note.values["score"])) > 6
    assert "contralateral (other side)" in note.values["words"]  # type: ignore[operator]


def test_a_hard_message_leads_to_the_message(sheet: Sheet, check: Check) -> None:
    assert one(check(replace(sheet, messages=(JARGON,))), "note").place == Place("message")


def test_own_words_about_an_activity_are_read_and_the_usual_ones_are_not(sheet: Sheet, check: Check) -> None:
    own = ActivityRow("own-1", {"en": "Dancing"}, "ask", note={"en": "Maintain lumbar flexion"}, is_changed=True)
    usual = ActivityRow("drive", {"en": "Operating machinery", "es": "Conducir"}, "ask", note={"en": "Maintain it", "es": "Siga"})
    note = one(check(replace(sheet, activities=ActivityTable((own, usual)))), "note")
    assert note.place == Place("activity", "own-1")
    assert "lumbar (low back)" in note.values["words"]  # type: ignore[operator]


def test_easy_notes_are_one_good_line(sheet: Sheet, check: Check) -> None:
    easy = noted(replace(sheet, messages=("Walk a little each day.",)), "Breathe out as you lift.")
    assert one(check(easy), "note") == SheetCheck("note", "good", {"n": 2})


def test_a_note_is_read_in_the_language_of_the_handout(sheet: Sheet, check: Check) -> None:
    spanish = replace(noted(sheet, "Doble la rodilla despacio."), choices=HandoutChoices(language="es"))
    assert one(check(spanish), "note").state == "good"
    english = replace(spanish, choices=HandoutChoices(language="en"))
    strange = one(check(english), "note")
    assert (strange.state, strange.values["foreign"], "score" in strange.values) == ("open", True, False)


def test_an_exercise_that_is_hard_to_read_is_named(sheet: Sheet, check: Check) -> None:
    first = sheet.exercises[1]
    hard = replace(first, exercise=replace(first.exercise, steps={"en": (JARGON,) * 3, "es": (JARGON,) * 3}))
    reading = one(check(replace(sheet, exercises=(sheet.exercises[0], hard))), "reading")
    assert (reading.state, reading.place) == ("open", Place("exercise", hard.id))
    assert one(check(sheet), "reading").state == "good"


def test_spanish_is_measured_by_its_own_scale(sheet: Sheet, check: Check) -> None:
    reading = one(check(replace(sheet, choices=HandoutChoices(language="es"))), "reading")
    assert (reading.state, reading.values["language"]) == ("good", "es")
    assert float(str(reading.values["score"])) >= 70


@pytest.mark.parametrize("where", ["note", "message", "clinic", "patient"])
def test_a_letter_without_a_face_is_named_where_it_was_typed(where: str, sheet: Sheet, check: Check) -> None:
    typed = {
        "note": noted(sheet, f"Breathe {POO} out"),
        "message": replace(sheet, messages=(f"Well {POO} done",)),
        "clinic": replace(sheet, clinic=replace(sheet.clinic, address=f"{POO} Lane")),
        "patient": replace(sheet, person=replace(sheet.person, name=f"Lee {POO}")),
    }[where]
    subject = {"note": sheet.exercises[0].id, "clinic": "address"}.get(where, "")
    letters = one(check(typed), "letters")
    assert (letters.state, letters.place) == ("open", Place(where, subject))  # type: ignore[arg-type]
    assert "pile of poo" in str(letters.values["letters"])


def test_a_text_that_runs_over_the_edge_is_named(sheet: Sheet, check: Check) -> None:
    phone = "555 0100 or 555 0101 on weekends, mornings only, ask for Dana or Chris at the desk"
    fit = one(check(replace(sheet, clinic=replace(sheet.clinic, phone=phone))), "fit")
    assert (fit.state, fit.values["how"], fit.place) == ("open", "edge", Place("clinic", "phone"))


def test_a_name_that_is_cut_in_the_running_head_is_only_remarked(sheet: Sheet, check: Check) -> None:
    name = LONG_NAME
    fit = one(check(replace(sheet, clinic=replace(sheet.clinic, name=name))), "fit")
    assert (fit.state, fit.values["how"], fit.place) == ("note", "cut", Place("clinic", "name"))


def test_a_name_that_stands_whole_nowhere_is_open(sheet: Sheet, check: Check) -> None:
    named = replace(sheet, clinic=replace(sheet.clinic, name=LONG_NAME), choices=HandoutChoices(layout="log"))
    fit = one(check(named), "fit")
    assert (fit.state, fit.values["how"]) == ("open", "lost")


def test_a_message_longer_than_a_page_is_said_to_be_shortened(sheet: Sheet, check: Check) -> None:
    fit = one(check(replace(sheet, messages=("Breathe. " * 2000,))), "fit")
    assert (fit.state, fit.values["how"], fit.place) == ("open", "shortened", Place("message"))


def test_a_typed_ellipsis_is_no_cut(sheet: Sheet, check: Check) -> None:
    assert one(check(noted(sheet, "Slow… and slower…")), "fit").state == "good"


def test_a_missing_picture_names_its_exercise(sheet: Sheet, check: Check) -> None:
    pictures = one(check(with_first(sheet, replace(sheet.exercises[0], finish=None))), "pictures")
    assert (pictures.state, pictures.place) == ("open", Place("exercise", sheet.exercises[0].id))
    assert pictures.values["names"] == (sheet.exercises[0].exercise.name["en"],)
    assert one(check(sheet), "pictures").state == "good"


def test_a_file_without_tags_is_remarked(sheet: Sheet, check: Check) -> None:
    assert one(check(sheet, is_tagged=False), "screen-readers").state == "note"
    assert one(check(sheet), "screen-readers").state == "good"
