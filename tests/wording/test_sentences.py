from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ptbuilder.domain.clinic import Clinic
from ptbuilder.domain.dosage import Dosage, PainLimit
from ptbuilder.domain.handout import SheetStage
from ptbuilder.wording import alt, change, fixed, head, log, numbers, safety, steps, summary
from ptbuilder.wording.fixed import plain
from tests.handout.sheets import ROWS, SHEET, long_sheet


def text(words: str) -> str:
    return words.replace(numbers.NO_BREAK, " ")


def test_every_fixed_word_exists_in_both_languages() -> None:
    english, spanish = fixed.words("en"), fixed.words("es")
    assert english.keys() == spanish.keys()
    for key, words in english.items():
        assert words
        assert spanish[key]
        assert words.count("*") % 2 == spanish[key].count("*") % 2 == 0
        assert sorted(part.split("}")[0] for part in words.split("{")[1:]) == sorted(
            part.split("}")[0] for part in spanish[key].split("{")[1:]
        ), key


@pytest.mark.parametrize(
    ("side", "language", "expected"),
    [
        ("left", "en", "Bend your left knee."),
        ("right", "en", "Bend your right knee."),
        ("both", "en", "Bend your right knee."),
        (None, "en", "Bend your right knee."),
    ],
)
def test_side_is_filled_in(side: str | None, language: str, expected: str) -> None:
    assert steps.fill("Bend your {side} knee.", side, language) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("Doble la rodilla {side.f}.", "Doble la rodilla izquierda."),
        ("Deslice el talón {side}.", "Deslice el talón izquierdo."),
        ("{other.m} abajo.", "Derecho abajo."),
        ("Los pies {side.mp}, las manos {other.fp}.", "Los pies izquierdos, las manos derechas."),
    ],
)
def test_spanish_side_agrees_in_gender(template: str, expected: str) -> None:
    assert steps.fill(template, "left", "es") == expected


def test_last_step_turns_the_patient_round_only_for_both_sides() -> None:
    both = steps.filled(("One.", "Two."), "both", "en")
    assert plain(both[-1]) == "Two. Then do the other side."
    assert both[-1][-1].bold
    assert plain(steps.filled(("One.", "Two."), "left", "en")[-1]) == "Two."


def test_numbers_are_glued_to_the_word_behind_them() -> None:
    assert numbers.glue("Hold 20 seconds, 3 times.") == "Hold 20\u00a0seconds, 3\u00a0times."


@pytest.mark.parametrize(
    ("items", "language", "expected"),
    [
        (["3"], "en", "3"),
        (["3", "4"], "en", "3 and 4"),
        (["3", "4", "6"], "es", "3, 4 y 6"),
        (["agua", "hielo"], "es", "agua y hielo"),
        (["agua", "hilo"], "es", "agua e hilo"),
    ],
)
def test_lists_are_joined(items: list[str], language: str, expected: str) -> None:
    assert numbers.and_list(items, language) == expected


def test_facts_of_the_sample_sheet() -> None:
    assert [plain(fact) for fact in summary.facts(SHEET, "en")] == ["4 exercises", "about 11 minutes", "once a day"]
    assert [plain(fact) for fact in summary.facts(SHEET, "es")] == ["4 ejercicios", "unos 11 minutos", "una vez al día"]


def test_times_a_day_are_up_to_where_they_differ() -> None:
    rows = (replace(ROWS[0], dosage=replace(ROWS[0].dosage, per_day=3)), *ROWS[1:])
    assert plain(summary.facts(replace(SHEET, exercises=rows), "en")[2]) == "up to 3 times a day"


def test_days_name_each_exercise_that_is_not_daily() -> None:
    assert text(plain(summary.on_days(SHEET, "en"))) == "Do them every day. Do exercise 3 on 3 days a week only."
    assert text(plain(summary.on_days(long_sheet(8), "en"))) == "Do them every day. Do exercises 3 and 7 on 3 days a week only."
    daily = replace(SHEET, exercises=ROWS[:2])
    assert plain(summary.on_days(daily, "es")) == "Hágalos todos los días."
    assert text(plain(summary.on_days(replace(SHEET, exercises=ROWS[2:3]), "en"))) == "Do it on 3 days a week."


def test_needs_are_listed_once_each() -> None:
    assert plain(summary.needs(SHEET, "en")) == "You need: a mat, a small pillow, a firm chair."
    assert plain(summary.needs(SHEET, "es")) == "Necesita: una colchoneta, una almohada pequeña y una silla firme."
    assert plain(summary.needs(replace(SHEET, exercises=()), "en")) == "You need nothing but a little room."


def test_pain_line_says_no_number_where_none_is_fine() -> None:
    rows = tuple(replace(row, dosage=replace(row.dosage, pain=PainLimit(0))) for row in ROWS)
    assert "should not hurt" in plain(summary.remember(replace(SHEET, exercises=rows), "en"))
    assert "4 out of 10" in text(plain(summary.remember(SHEET, "en")))


@pytest.mark.parametrize(
    ("now", "before", "expected"),
    [
        (Dosage(reps=10), Dosage(reps=8), "Now 10 times, before 8."),
        (Dosage(sets=2), Dosage(sets=1), "Now 2 times, before 1."),
        (Dosage(sets=2, reps=8), Dosage(sets=1, reps=8), "Now 2 sets, before 1."),
        (Dosage(hold_s=30), Dosage(hold_s=20), "Now hold 30 seconds, before 20 seconds."),
        (Dosage(reps=10, per_week=3), Dosage(reps=8), "Now 10 times, before 8. Now 3 days a week, before every day."),
        (Dosage(), Dosage(), ""),
    ],
)
def test_what_changed_is_told_part_by_part(now: Dosage, before: Dosage, expected: str) -> None:
    assert text(change.what_changed(now, before, "en")) == expected


@pytest.mark.parametrize(
    ("at", "hard", "easy"),
    [
        (0, "Hold for 10 seconds.", "Hold for 30 seconds."),
        (1, "Do 5 on each side.", "Do 8 on each side."),
        (2, "Do 8 times.", "Do 12 times."),
        (3, "Hold for 20 seconds.", "Hold for 40 seconds."),
    ],
)
def test_way_out_is_a_step_of_the_dose(at: int, hard: str, easy: str) -> None:
    row = ROWS[at]
    assert text(change.too_hard(row.dosage, row.side, row.usual, {}, "en")) == hard
    assert text(change.too_easy(row.dosage, row.side, row.usual, {}, "en")) == easy


def test_way_out_stays_within_the_usual_range() -> None:
    least = Dosage(reps=5, hold_s=2)
    usual = {"reps": (5, 12), "hold_s": (2, 10)}
    assert change.too_hard(least, None, usual, {}, "en") == "Do half as much."
    most = Dosage(reps=12, hold_s=10)
    assert change.too_easy(most, None, usual, {}, "es") == "Pídanos el siguiente paso."


def test_way_out_names_a_neighbour_the_patient_knows() -> None:
    assert change.too_hard(ROWS[0].dosage, "both", {}, {"en": "Pelvic tilt"}, "en") == "Go back to: Pelvic tilt."


@pytest.mark.parametrize(
    ("stage", "expected"),
    [
        (SheetStage(2, 4, date(2026, 3, 10), date(2026, 3, 25)), "Stage 2 of 4: 10 to 25 March"),
        (SheetStage(4, 4, date(2026, 3, 10)), "Stage 4 of 4: from 10 March"),
        (
            SheetStage(2, 4, from_day=8, to_day=14, procedure={"en": "injection"}),
            "Stage 2 of 4: days 8 to 14 after your injection",
        ),
        (SheetStage(3, 4), "Stage 3 of 4"),
        (None, ""),
    ],
)
def test_stage_is_told_by_what_is_known(stage: SheetStage | None, expected: str) -> None:
    assert text(plain(head.stage(stage, "en", "a4"))) == expected


def test_planned_stage_waits_for_the_therapist() -> None:
    stage = SheetStage(2, 4, date(2026, 11, 23), date(2026, 12, 5), is_planned=True)
    assert text(head.planned(stage, "en", "a4")) == "Start on Monday 23 November. Start only when your therapist says so."


def test_file_is_titled_by_initials() -> None:
    assert head.file_title(SHEET, "en") == "Home exercises for R. S., 12 March 2026"
    assert "Robert" not in head.file_title(SHEET, "es")


def test_emergency_department_is_called_as_the_clinic_does() -> None:
    clinic = Clinic(emergency_name="A&E", language="en")
    assert safety.er_heading(replace(SHEET, clinic=clinic), "en") == "Go to the A&E now if you"
    assert safety.er_heading(replace(SHEET, clinic=clinic), "es") == "Vaya a urgencias ahora si"


def test_lines_about_the_shot_only_after_an_injection() -> None:
    assert any("shot" in sign for sign in safety.call_signs(SHEET, "en"))
    assert not any("shot" in sign for sign in safety.call_signs(replace(SHEET, after_injection=False), "en"))


def test_safety_lists_drop_nothing() -> None:
    for language in ("en", "es"):
        assert len(safety.stop_signs(SHEET, language)) == len(safety.er_signs(language)) == 5
        assert len(safety.call_signs(SHEET, language)) == 6
        assert len(safety.call_signs(replace(SHEET, after_injection=False), language)) == 5


@pytest.mark.parametrize(
    ("level", "when"), [("high", "within 1\u00a0hour"), ("moderate", "by the evening"), ("low", "by the next morning")]
)
def test_pain_settles_by_irritability(level: str, when: str) -> None:
    assert safety.settle_by(level, "en") == when  # type: ignore[arg-type]


def test_log_has_two_weeks_and_names_the_days_of_an_exercise() -> None:
    weeks = log.weeks(SHEET, "en")
    assert [text(week.heading) for week in weeks] == ["Week 1: 12 to 18 March", "Week 2: 19 to 25 March"]
    assert weeks[1].days[0] == date(2026, 3, 19)
    assert text(plain(log.row_name(ROWS[2], "en"))) == "3  Bridge (3 days)"


def test_alt_texts_are_one_short_sentence() -> None:
    assert alt.start(ROWS[0], "en") == "Start of Single knee to chest: lying on your back, with a mat and a small pillow."
    assert alt.finish(ROWS[1], "en") == "Finish of Heel slide: slide right heel away until leg is straight."
    long = replace(ROWS[0], equipment=ROWS[0].equipment * 9)
    assert len(alt.start(long, "en")) <= alt.LONGEST
