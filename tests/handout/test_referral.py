from __future__ import annotations

from dataclasses import replace

import page
import pytest

from ptbuilder.domain.clinic import HandoutChoices
from ptbuilder.domain.handout import PrintedFinding
from ptbuilder.handout.document import render_referral
from ptbuilder.wording.numbers import NO_BREAK
from tests.handout.reading import read
from tests.handout.sheets import REFERRAL

FULL = replace(
    REFERRAL,
    concerns=({"en": "Possible cauda equina syndrome. Send to an emergency department now."},),
    danger_signs=(PrintedFinding({"en": "Loss of bladder or bowel control"}),),
    other_findings=(PrintedFinding({"en": "Nerve pain down the leg"}, "both", "severe"),),
    checks=({"en": "Cannot pass or hold urine"}, {"en": "Cannot hold stool"}),
    sources=("Finucane 2020",),
)


def told(note: object) -> str:
    return read(render_referral(note).pdf).text().replace(NO_BREAK, " ")  # type: ignore[arg-type]


@pytest.mark.parametrize("language", ["en", "es", "both"])
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_note_conforms_to_the_standards(language: str, paper: str) -> None:
    made = render_referral(replace(FULL, choices=HandoutChoices(language=language, paper=paper)))  # type: ignore[arg-type]
    assert made.pages == 1
    for profile in ("ua1", "2a"):
        result = page.validate_pdf_bytes(made.pdf, profile=profile)
        assert result.is_compliant, [(fault.rule_id, fault.message) for fault in result.failures]


def test_patient_reads_first_and_no_exercise_is_printed() -> None:
    text = told(FULL)
    assert text.index("Go to the ER now") < text.index("For the emergency team")
    assert "Do no exercises for now." in text
    assert "Nerve pain down the leg, both sides, severe" in text
    assert "Possible cauda equina syndrome" in text
    assert "Send to an emergency department" not in text


def test_team_reads_the_language_of_the_clinic() -> None:
    note = replace(FULL, choices=HandoutChoices(language="es"))
    root = read(render_referral(note).pdf)
    text = root.text().replace(NO_BREAK, " ")
    assert "Vaya a urgencias ahora" in text
    assert "For the emergency team" in text
    languages = {each.language for each in root.walk() if each.language}
    assert languages == {"es", "en"}


def test_a_patient_of_both_languages_is_told_in_both() -> None:
    root = read(render_referral(replace(FULL, choices=HandoutChoices(language="both"))).pdf)
    text = root.text().replace(NO_BREAK, " ")
    assert text.index("Go to the ER now") < text.index("Vaya a urgencias ahora") < text.index("For the emergency team")
    assert "Do no exercises for now." in text
    assert "Por ahora no haga ejercicios." in text
    titles = [each.text() for each in root.walk() if each.kind == "H1"]
    assert titles == ["Go to the ER now", "Vaya a urgencias ahora"]


def test_urgent_note_sends_to_a_doctor() -> None:
    text = told(replace(FULL, level="urgent"))
    assert "See a doctor today" in text
    assert "For the doctor" in text
    assert "Sent to a doctor today." in text


def test_unknown_things_stay_blank() -> None:
    text = told(REFERRAL)
    assert "Other findings" not in text
    assert "Last passed urine" not in text
    assert "Danger sign" in text
    assert "Last passed urine" in told(FULL)


def test_same_note_gives_the_same_bytes() -> None:
    assert render_referral(FULL).pdf == render_referral(FULL).pdf


def test_heading_is_that_of_the_rule_where_it_has_one() -> None:
    heading = {"en": "Call the emergency number now", "es": "Llame ahora al número de emergencias"}
    text = told(replace(FULL, heading=heading, patient_text={language: f"{words}." for language, words in heading.items()}))
    assert text.count("Call the emergency number now") == 2
    assert "Told: “Call the emergency number now.”" in text
    assert "For the medical team" in text
    assert "ER" not in text
    assert "emergency team" not in text


def test_a_long_note_closes_up_before_it_takes_a_second_page() -> None:
    def pages(number: int) -> int:
        return render_referral(replace(FULL, other_findings=(FULL.other_findings[0],) * number)).pages

    assert [pages(number) for number in (1, 11)] == [1, 1]
    many = read(render_referral(replace(FULL, other_findings=(FULL.other_findings[0],) * 12)).pdf)
    places = {each.text(): each.page for each in many.walk() if each.kind in ("H2", "P")}
    assert (places["For the emergency team"], places["Checked today"], places["Date and time"]) == (0, 1, 1)


def test_region_of_an_injury_stands_behind_its_name() -> None:
    broken = PrintedFinding({"en": "Recent fracture"}, region={"en": "Lower back"})
    assert "Recent fracture, Lower back" in told(replace(FULL, other_findings=(broken,)))
