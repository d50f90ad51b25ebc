"""The referral note in other forms: the patient's part first, no exercise, only what was recorded."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ptbuilder.domain.clinic import HandoutChoices
from ptbuilder.domain.handout import PrintedFinding
from ptbuilder.exchange.html_referral import html_referral
from ptbuilder.exchange.text_referral import text_referral
from tests.exchange.reading import read
from tests.handout.sheets import REFERRAL

NOTE = replace(
    REFERRAL,
    concerns=({"en": "Possible cauda equina syndrome.", "es": "Posible síndrome de cauda equina."},),
    danger_signs=(PrintedFinding({"en": "Saddle numbness"}),),
    checks=({"en": "Cannot hold stool"},),
    sources=("NICE NG59.",),
)


def test_the_page_tells_the_patient_first_where_to_go() -> None:
    main = read(html_referral(NOTE)).one("main")
    assert main.one("h1").text == "Go to the ER now"
    assert main.text.index("pressure on important nerves") < main.text.index("For the emergency team")
    assert "Do no exercises for now." in main.text


def test_the_page_is_valid_and_loads_nothing() -> None:
    text = html_referral(replace(NOTE, choices=HandoutChoices(language="both")))
    parser = pytest.importorskip("tinyhtml5.parser").HTMLParser()
    parser.parse(text)
    assert parser.errors == []
    policy = read(text).one("meta", **{"http-equiv": "Content-Security-Policy"}).attributes["content"]
    assert (policy or "").startswith("default-src 'none'; ")


def test_the_teams_part_is_in_the_clinics_language() -> None:
    root = read(html_referral(replace(NOTE, choices=HandoutChoices(language="es"))))
    assert root.one("html").attributes["lang"] == "es"
    assert root.one("h1").text == "Vaya a urgencias ahora"
    team = root.one("section")
    assert team.attributes["lang"] == "en"
    assert "Possible cauda equina syndrome" in team.text


def test_the_clinics_number_can_be_tapped_in_the_note() -> None:
    root = read(html_referral(replace(NOTE, clinic=replace(NOTE.clinic, phone="(555) 555-0142"))))
    assert len(root.all("a", href="tel:5555550142")) == root.text.count("(555)\u00a0555-0142") == 2


def test_the_text_holds_what_was_recorded_and_no_more() -> None:
    assert text_referral(NOTE) == (
        "Referral, no exercise program\n"
        "Sample patient, not a real person\n"
        "Therapist: Dana Sample, PT, DPT\n\n"
        "Patient\n- Ellen Sample, 47, female\n\n"
        "Seen on\n- 12 March 2026, 14:05\n\n"
        "Concern\n- Possible cauda equina syndrome\n\n"
        "Danger sign\n- Saddle numbness\n\n"
        "Given here\n- No exercise program. Sent to the ER at once.\n\n"
        "Rule: NICE NG59.\n"
    )


def test_an_urgent_note_sends_to_a_doctor() -> None:
    urgent = replace(NOTE, level="urgent")
    assert read(html_referral(urgent)).one("h1").text == "See a doctor today"
    assert "Sent to a doctor today." in text_referral(urgent)
