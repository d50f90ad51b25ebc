"""Reasons and ends of rules in words, also where no finding but a fact about the patient counts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ptbuilder.domain.assessment import Finding
from ptbuilder.domain.library import Library
from ptbuilder.domain.patient import Patient
from ptbuilder.domain.program import Because
from ptbuilder.services.desk.desk import Desk
from ptbuilder.ui.build.reason_words import because_words, end_words, spoken_row


def test_a_goal_that_only_the_age_asks_for_names_the_age(library: Library) -> None:
    because = Because("", "balance:static", 2.0, ("R-AG-01",))
    assert because_words(library, because) == ("Age 65 or over", "improve standing balance")


def test_a_row_for_the_age_is_read_whole(desk: Desk) -> None:
    desk.set_patient(Patient(desk.work.patient.id, "Ann", birth_year=1951))
    for code in ("cond-lumbar-facet", "hp-flexor-tight"):
        desk.add_finding(Finding(code, "both", "moderate"))
    because = Because("", "balance:static", 2.0, ("R-AG-01",))
    row = desk.rows[0]
    row = replace(row, prescription=replace(row.prescription, because=(because,)))
    assert "Because Age 65 or over, to improve standing balance." in spoken_row(desk.library, row, 1, 1)


@pytest.mark.parametrize(("levels", "words"), [(("high",), "moderate or low"), (("moderate", "high"), "low")])
def test_a_rule_about_irritability_ends_when_that_is_less(desk: Desk, levels: tuple[str, ...], words: str) -> None:
    desk.add_finding(Finding("cond-lumbar-facet", "both", "moderate"))
    desk.set_irritability("high")
    excluded = desk.stage_outcome.excluded.values()
    obstacle = next(each for found in excluded for each in found if each.rule == "R-IR-01")
    rule = desk.library.rules["R-IR-01"]
    library = replace(desk.library, rules={"R-IR-01": replace(rule, when=replace(rule.when, irritability=levels))})
    assert end_words(library, obstacle) == f"when irritability is {words}"
