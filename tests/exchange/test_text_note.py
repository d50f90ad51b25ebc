"""The note for the record: narrow, plain, and holding what the record needs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ptbuilder.domain.clinic import Clinic
from ptbuilder.domain.handout import ClinicianPart, PrintedOverride, Sheet, SheetPerson
from ptbuilder.exchange.record_note import NotedClearance, NotedFinding, RecordNote
from ptbuilder.exchange.text_note import text_note
from tests.handout.sheets import ACTIVITIES, CLINIC, SHEET

OVERRIDE = PrintedOverride({"en": "No loaded twisting"}, "Short lever only", "Dana Sample", {"en": "Bridge"})
ASKED = replace(SHEET, clinician=ClinicianPart(red_flags_asked=True, overrides=(OVERRIDE,)))
NOTE = RecordNote(
    sheet=ASKED,
    findings=(
        NotedFinding({"en": "Low back pain"}, "right", value={"en": "6/10"}),
        NotedFinding({"en": "Tight hip flexors", "es": "Flexores de cadera acortados"}, "both", "moderate", note="Left more."),
        NotedFinding({"en": "Lumbar facet joint injection"}, on=date(2026, 3, 2)),
        NotedFinding({"en": "Knee replacement"}, days_since=10),
    ),
    onset="chronic",
    goals=({"en": "Stretch the hip flexors"}, {"en": "Train the deep trunk muscles"}),
    advice=({"en": "Exercise safely"}, {"en": "When to get help"}),
)
WHOLE = """\
Home exercise program
Patient: Robert Sample
Sample patient, not a real person
Date: 12 March 2026
Therapist: Dana Sample, PT, DPT

Danger signs: asked, none found.
Irritability: moderate.
Onset: chronic.

Findings
- Low back pain, right, 6/10
- Tight hip flexors, both sides, moderate: Left more.
- Lumbar facet joint injection, 2 March 2026
- Knee replacement, 10 days ago

Goals served
- Stretch the hip flexors
- Train the deep trunk muscles

Program: 4 exercises, about 11 minutes, once a day.
Stage 2 of 4: 10 to 25 March, days 8 to 23 after your injection
1. Single knee to chest
   Do 3 times on each side. Hold 20 seconds. Rest 10 seconds. Once a day,
   every day.
2. Heel slide (new)
   Do 6 times on each side. Hold 3 seconds. Once a day, every day.
3. Bridge (changed)
   Do 2 sets of 10. Hold 3 seconds. Rest 1 minute between sets. Once a day,
   3 days a week.
   Now 10 times, before 8.
   Note: Stop at the height we tried. Breathe out as you lift.
4. Front-of-hip stretch, standing (new)
   Do 2 times on each side. Hold 30 seconds. Rest 10 seconds. Once a day,
   every day.
Pain up to 4 out of 10 is fine.
Stopped: Pelvic tilt.

Advice given
- Exercise safely
- When to get help

Rules overridden
- Bridge: No loaded twisting. Reason: Short lever only (Dana Sample)

Next visit: Thursday 26 March, 10:30
"""


def with_sheet(**changes: object) -> RecordNote:
    return replace(NOTE, sheet=replace(ASKED, **changes))


def test_the_whole_note() -> None:
    assert text_note(NOTE) == WHOLE


def test_the_note_is_in_the_clinics_language_whatever_the_patient_reads() -> None:
    spanish = text_note(with_sheet(clinic=replace(CLINIC, language="es")))
    assert spanish.startswith("Programa de ejercicios en casa\nPaciente: Robert Sample\n")
    assert "- Flexores de cadera acortados, ambos lados, moderado: Left more.\n" in spanish
    assert "1. Rodilla al pecho\n   Haga 3 veces con cada lado." in spanish
    patient_reads_spanish = with_sheet(choices=replace(SHEET.choices, language="es"))
    assert text_note(patient_reads_spanish) == WHOLE


def test_danger_signs_that_were_not_asked_are_said_so() -> None:
    assert "Danger signs: not asked yet.\n" in text_note(with_sheet(clinician=ClinicianPart()))


@pytest.mark.parametrize(
    ("asked", "heading"), [(True, "Danger signs: asked, found:"), (False, "Danger signs: not all asked yet, found:")]
)
def test_a_danger_sign_that_was_found_is_never_told_as_none(asked: bool, heading: str) -> None:
    note = replace(
        with_sheet(clinician=ClinicianPart(red_flags_asked=asked)),
        danger_signs=(NotedFinding({"en": "Night pain"}),),
        clearances=(NotedClearance({"en": "Red flag: possible tumour"}, "MRI without finding", "Dr. Sample", date(2026, 3, 9)),),
    )
    told = text_note(note)
    assert f"{heading}\n- Night pain\nCleared by Dr. Sample on 9 March 2026: MRI without finding" in told
    assert "none found" not in told


def test_what_may_be_done_again_is_told_with_what_the_therapist_set() -> None:
    told = text_note(with_sheet(activities=ACTIVITIES))
    part = told.split("When you can start again\n")[1].split("\n\n")[0]
    assert " ".join(part.split()) == (
        "Your injection was on Monday 2 March. "
        "- Driving: Now "
        "- Lifting: Now, with care. Until Monday 16 March: 10 lb only. After that: as you are able. "
        "- Running: Not before Tuesday 14 April. When your therapist says so. Soft shoes. "
        "- Dancing: When your therapist says so (set by the therapist)"
    )
    assert "When you can start again" not in text_note(NOTE)


def test_parts_that_hold_nothing_fall_away() -> None:
    bare = Sheet(Clinic(), SheetPerson("", ""), date(2026, 3, 12), ())
    told = text_note(RecordNote(bare))
    assert told == "Home exercise program\nDate: 12 March 2026\n\nDanger signs: not asked yet.\n\nNext visit: not set\n"


def test_initials_stand_in_for_a_name_that_is_not_printed() -> None:
    assert "Patient: R. S.\n" in text_note(with_sheet(person=SheetPerson("", "R. S.")))


@given(st.text())
def test_lines_are_narrow_and_broken_by_line_feeds_alone(typed: str) -> None:
    row = replace(SHEET.exercises[0], note=typed)
    note = replace(
        with_sheet(exercises=(row,), messages=(typed,), person=SheetPerson(typed, typed)),
        findings=(NotedFinding({"en": "Pain"}, note=typed),),
    )
    told = text_note(note)
    assert told.splitlines() == told.split("\n")[:-1]
    assert max(len(line) for line in told.splitlines()) <= 76
    assert "\n\n\n" not in told
    assert told.endswith("10:30\n")
    assert not any(line.endswith(" ") for line in told.splitlines())
    assert "\u00a0" not in told
    told.encode()


@given(st.text(st.characters(categories=("L", "N")), min_size=1, max_size=300))
def test_no_letter_is_lost(typed: str) -> None:
    told = text_note(replace(NOTE, findings=(NotedFinding({"en": "Pain"}, note=typed),)))
    finding = told.split("Findings\n")[1].split("\n\n")[0]
    assert finding.replace("\n  ", "").replace(" ", "") == f"-Pain:{typed}"
