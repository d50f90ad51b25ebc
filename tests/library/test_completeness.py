from __future__ import annotations

from typing import Any

import pytest

from tests.library.sample import document, exercise, faults, faults_of_exercise, rule, text, topic

EN = ["Lie on your back.", "Lift your hips.", "Lower your hips."]
ES = ["Acuéstese boca arriba.", "Suba la cadera.", "Baje la cadera."]
MISSING = "missing; every text is in English and in Spanish"


@pytest.mark.parametrize("field", ["name", "purpose", "cue", "feel", "stop_if"])
def test_a_missing_language_of_an_exercise_is_named(field: str) -> None:
    assert faults_of_exercise(**{field: {"en": "Go slow."}}) == ((f"{field}.es", MISSING),)


@pytest.mark.parametrize(
    ("changes", "record", "field"),
    [
        ({"regions": [{"code": "lumbar", "name": {"en": "Back"}, "order": 1}]}, "regions lumbar", "name.es"),
        ({"rules": [rule(title={"es": "Una regla"})]}, "rules R-T-01", "title.en"),
        ({"rules": [rule(then={"warn": [{"key": "k", "text": {"en": "Go."}}]})]}, "rules R-T-01", "then.warn[1].text.es"),
        (
            {"rules": [rule(then={"stop": {"level": "urgent", "clinician_text": text("a", "a"), "patient_text": {"en": "Go."}}})]},
            "rules R-T-01",
            "then.stop.patient_text.es",
        ),
        (
            {"topics": [topic(sections=[{"heading": text("How", "Cómo"), "lines": {"en": ["Go."]}}])]},
            "topics edu-walking",
            "sections[1].lines.es",
        ),
    ],
)
def test_a_missing_language_anywhere_is_named(changes: dict[str, Any], record: str, field: str) -> None:
    assert (record, field, MISSING) in [(each.record, each.field, each.expected) for each in faults(**changes)]


def test_other_names_may_be_in_one_language() -> None:
    assert faults_of_exercise(aliases={}) == ()


def test_blank_words_are_missing_words() -> None:
    assert ("cue.es", MISSING) in faults_of_exercise(cue=text("Go slow.", "  "))


def test_both_languages_have_as_many_steps() -> None:
    assert faults_of_exercise(steps={"en": EN, "es": [*ES, "Descanse."]}) == (
        ("steps", "expected as many lines in Spanish as in English"),
    )


@pytest.mark.parametrize("count", [2, 7])
def test_three_to_six_steps_are_expected(count: int) -> None:
    steps = {"en": (EN * 3)[:count], "es": (ES * 3)[:count]}
    assert ("steps.en", f"expected 3 to 6 steps, got {count}") in faults_of_exercise(steps=steps)


@pytest.mark.parametrize("shows", [[1], [0, 2], [1, 4], "1 2", [1, "2"]])
def test_a_figure_shows_two_steps_that_are_there(shows: object) -> None:
    assert ("figure.shows", "expected the numbers of two steps, from 1 to 3") in faults_of_exercise(figure={"shows": shows})


def sided(line_en: str, line_es: str) -> dict[str, Any]:
    return {"steps": {"en": [*EN[:2], line_en], "es": [*ES[:2], line_es]}}


def test_placeholders_are_known_and_need_a_side() -> None:
    lines = sided("Bend your {side} knee.", "Doble la rodilla {side.f}.")
    assert faults_of_exercise(unilateral=True, **lines) == ()
    assert {field for field, _ in faults_of_exercise(unilateral=False, **lines)} == {"steps.en", "steps.es"}


def test_an_unknown_placeholder_is_named() -> None:
    lines = sided("Bend your {side.f} knee.", "Doble la rodilla {lado}.")
    found = dict(faults_of_exercise(unilateral=True, **lines))
    assert found["steps.en"].startswith('unknown placeholder "{side.f}"; known are {other}, {side}')
    assert found["steps.es"].startswith('unknown placeholder "{lado}"')


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"stress": ["supine", "leg-weight-bearing", "lx-flex-end"]}, '"lx-flex-end" also needs "lx-flex"'),
        ({"stress": ["supine", "impact-high"]}, '"impact-high" also needs "impact-moderate"'),
        ({"stress": ["leg-weight-bearing"]}, 'the position hooklying needs "supine"'),
        ({"impact": "moderate"}, 'impact moderate needs "impact-moderate"'),
    ],
)
def test_tags_that_follow_from_others_are_carried(changes: dict[str, Any], expected: str) -> None:
    assert ("stress", expected) in faults_of_exercise(**changes)


def test_sources_and_licence_are_there() -> None:
    assert {field for field, _ in faults_of_exercise(sources=[], licence="", author="", goals=[])} == {
        "sources",
        "licence",
        "author",
        "goals",
    }


def test_a_value_stands_once_in_a_list() -> None:
    assert ("equipment", "the same value stands here twice") in faults_of_exercise(equipment=["mat", "mat"])


def test_the_sample_is_sound() -> None:
    assert faults(exercises=[exercise()], topics=document()["topics"]) == ()
