from __future__ import annotations

from typing import get_args

from ptbuilder.domain.reporting import ReportItem, ReportKey
from ptbuilder.wording.reporting import report_lines


def items(*missing: str) -> tuple[ReportItem, ...]:
    values = {
        "grouping": "one-to-one",
        "supervision": "alone",
        "setting": "home",
        "motivation": "A call.",
        "other-care": "None",
        "adverse-events": "None",
        "outcome": 7,
    }
    return tuple(
        ReportItem(key, "missing") if key in missing else ReportItem(key, "present", {"value": values.get(key, "")})
        for key in get_args(ReportKey)
    )


def test_a_complete_program_has_nothing_missing() -> None:
    count, told = report_lines(items(), "en")
    assert count == "Complete: CERT 16 of 16, TIDieR 12 of 12."
    assert told == (
        "Teaching: one-to-one; Supervision: alone; Setting: at home; Motivation: A call; Other care: None; "
        "Adverse events: None; What was done: 7 of 10 by recall."
    )


def test_what_is_missing_is_named_with_its_number() -> None:
    count, missing, _ = report_lines(items("supervision", "goals"), "en")
    assert count == "Complete: CERT 15 of 16, TIDieR 10 of 12."
    assert missing == "Missing: supervision (CERT 4), goals (TIDieR 2)."


def test_spanish_copies_are_told_in_spanish() -> None:
    count, missing, told = report_lines(items("dose"), "es")
    assert count.startswith("Completo: CERT 15 de 16")
    assert missing == "Falta: dosis (CERT 13)."
    assert "Lugar: en casa" in told
    assert "7 de 10" in told


def test_nothing_is_told_of_a_sheet_that_was_not_looked_at() -> None:
    assert report_lines((), "en") == ()
