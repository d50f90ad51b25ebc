"""The domain's words as the window says them."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest

from ptbuilder.domain.assessment import Finding
from ptbuilder.domain.library import Library
from ptbuilder.services.desk.work import Step
from ptbuilder.ui.labels import (
    age_and_sex,
    finding_label,
    kind_word,
    long_date,
    short_date,
    short_label,
    thing_word,
    value_text,
)
from ptbuilder.ui.step_words import step_text


@pytest.mark.parametrize(("age", "sex", "text"), [(58, "M", "58, male"), (58, None, "58"), (None, "F", "female"), (None, None, "")])
def test_age_and_sex_as_far_as_known(age: int | None, sex: str | None, text: str) -> None:
    assert age_and_sex(age, sex) == text


def test_dates_are_short_in_lines_and_long_in_heads(qapp: object) -> None:
    assert short_date(date(2026, 3, 2)) == "2 Mar 2026"
    assert long_date(date(2026, 3, 12)) == "Thu 12 Mar 2026"


IN_SPANISH = """
from datetime import date
from PySide6.QtCore import QLocale
QLocale.setDefault(QLocale("es"))  # as on a Spanish system
from ptbuilder.app import make_application
from ptbuilder.ui.labels import language, long_date
app = make_application()
print(language(), long_date(date(2026, 1, 5)))
"""


def test_a_window_on_a_spanish_system_speaks_one_language() -> None:
    said = subprocess.run([sys.executable, "-c", IN_SPANISH], capture_output=True, text=True, check=True).stdout
    assert said.strip() == "en Mon 5 Jan 2026"


def test_every_kind_of_finding_has_a_word(library: Library) -> None:
    for kind in {finding.kind for finding in library.findings.values()}:
        assert kind_word(kind) != kind


@pytest.mark.parametrize(
    ("code", "finding", "text"),
    [
        ("lx-pain-local", Finding("lx-pain-local", value=6), "6 of 10"),
        ("hp-flexor-weak", Finding("hp-flexor-weak", value=4), "4 of 5"),
        ("hp-flexor-tight", Finding("hp-flexor-tight", grade="mild"), "mild"),
        ("hp-flexor-tight", Finding("hp-flexor-tight"), ""),
    ],
)
def test_a_value_is_said_in_its_scale(library: Library, code: str, finding: Finding, text: str) -> None:
    assert value_text(library.findings[code], finding) == text


@pytest.mark.parametrize(
    ("label", "region", "short"),
    [
        ("Stiffness of the hip", "Hip", "Stiffness"),
        ("Pain (hip)", "Hip", "Pain"),
        ("Tight hip flexors", "Hip", "Tight hip flexors"),
        ("Hip", "Hip", "Hip"),
    ],
)
def test_a_label_is_shortened_only_where_the_heading_says_the_rest(label: str, region: str, short: str) -> None:
    assert short_label(label, region) == short


@pytest.mark.parametrize(
    ("name", "word"), [("a mat", "mat"), ("an exercise band", "exercise band"), ("una silla", "silla"), ("putty", "putty")]
)
def test_things_lose_their_article(name: str, word: str) -> None:
    assert thing_word(name) == word


def test_every_step_of_the_desk_has_words(library: Library) -> None:
    for key in ("add-finding", "dosage", "accept", "keep", "bring-back", "message", "start-stage"):
        text = step_text(library, Step(key, "hp-flexor-tight"))
        assert text
        assert "{" not in text


def test_a_code_the_library_lost_is_shown_as_it_is(library: Library) -> None:
    assert finding_label(library, "gone") == "gone"
