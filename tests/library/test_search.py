from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ptbuilder.domain.exercise import Exercise
from ptbuilder.domain.library import Library
from ptbuilder.library.search import ExerciseIndex, FindingIndex
from ptbuilder.library.word_index import fold


@pytest.fixture(scope="module")
def findings(library: Library) -> FindingIndex:
    return FindingIndex(library)


@pytest.fixture(scope="module")
def exercises(library: Library) -> ExerciseIndex:
    return ExerciseIndex(tuple(library.exercises.values()))


def codes(index: FindingIndex, text: str, **options: object) -> list[str]:
    return [each.code for each in index.find(text, **options)]  # type: ignore[arg-type]


def test_beginnings_of_words_find_a_finding(findings: FindingIndex) -> None:
    assert codes(findings, "hip fl")[:2] == ["hp-flexor-tight", "hp-flexor-weak"]


def test_words_stand_in_any_order(findings: FindingIndex) -> None:
    assert codes(findings, "fl tight hip") == codes(findings, "hip fl tight") == ["hp-flexor-tight"]


def test_matched_letters_are_told(findings: FindingIndex, library: Library) -> None:
    match = findings.find("hip fl")[0]
    label = library.findings[match.code].label["en"]
    assert [label[first:last].lower() for first, last in match.letters] == ["hip", "fl"]


def test_a_match_by_goal_tells_the_goal(findings: FindingIndex) -> None:
    match = next(each for each in findings.find("stretch hip flexors") if not each.letters or each.also)
    assert "hip flexors" in match.also.lower()
    assert match.also_letters


def test_a_code_finds_its_finding(findings: FindingIndex) -> None:
    assert codes(findings, "kn-quad-weak") == ["kn-quad-weak"]


@pytest.mark.parametrize(("typed", "meant"), [("hamstirng", "hamstring"), ("osteoprosis", "osteoporosis"), ("lumbr", "lumbar")])
def test_typing_errors_are_forgiven(findings: FindingIndex, typed: str, meant: str) -> None:
    assert set(codes(findings, typed)) == set(codes(findings, meant))


def test_short_words_forgive_nothing(findings: FindingIndex) -> None:
    assert codes(findings, "hpi") == []


def test_the_inside_of_a_word_is_found_where_nothing_begins_so(findings: FindingIndex) -> None:
    assert "cond-spondylolisthesis" in codes(findings, "listhesis")


def test_what_the_clinic_uses_most_comes_first(findings: FindingIndex) -> None:
    used = {"hp-flexor-weak": 5, "hp-flexor-tight": 1}
    assert codes(findings, "hip fl", usage=used)[:2] == ["hp-flexor-weak", "hp-flexor-tight"]


def test_use_does_not_lift_what_matches_only_by_its_goals(findings: FindingIndex) -> None:
    by_goal = codes(findings, "hip fl", limit=50)[-1]
    assert codes(findings, "hip fl", usage={by_goal: 99})[0] == "hp-flexor-tight"


def test_at_most_so_many_are_found(findings: FindingIndex) -> None:
    assert len(codes(findings, "pain", limit=3)) == 3


@pytest.mark.parametrize("text", ["", "   ", "!?", "zzzzzz"])
def test_nothing_is_found_by_nothing(findings: FindingIndex, text: str) -> None:
    assert codes(findings, text) == []


def test_findings_are_found_in_spanish_without_accents(library: Library) -> None:
    index = FindingIndex(library, "es")
    match = index.find("rigid")[0]
    label = library.findings[match.code].label["es"]
    assert all(fold(label[first:last]) == "rigid" for first, last in match.letters)


@given(st.text(max_size=30))
def test_any_text_can_be_searched(library: Library, text: str) -> None:
    index = FindingIndex(library)
    for match in index.find(text):
        label = library.findings[match.code].label["en"]
        assert all(0 <= first < last <= len(label) for first, last in match.letters)


@given(st.text(max_size=20))
def test_folding_keeps_each_letter_at_its_place(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_a_name_finds_its_exercise_first(exercises: ExerciseIndex, library: Library) -> None:
    assert exercises.find("bridge")[0] == "lx-bridge"
    assert all("bridge" in str(library.exercises[code]).lower() for code in exercises.find("bridge"))


def test_every_word_must_match_an_exercise(exercises: ExerciseIndex) -> None:
    both = set(exercises.find("bridge march"))
    assert both == set(exercises.find("bridge")) & set(exercises.find("march"))
    assert "lx-bridge-march" in both


def test_exercises_are_found_by_muscle_goal_and_spanish_name(exercises: ExerciseIndex) -> None:
    assert "lx-bridge" in exercises.find("multifidus")
    assert "lx-bridge" in exercises.find("strengthen gluteus maximus")
    assert exercises.find("puente")[0] == "lx-bridge"


def test_the_shorter_name_comes_first(exercises: ExerciseIndex) -> None:
    found = exercises.find("bridge")
    assert found.index("lx-bridge") < found.index("lx-bridge-march")


def test_typing_errors_in_exercises_are_forgiven(exercises: ExerciseIndex) -> None:
    assert "lx-bridge" in exercises.find("brigde")


def test_an_empty_search_gives_all_in_their_order(exercises: ExerciseIndex, library: Library) -> None:
    assert exercises.find("") == tuple(library.exercises)
    assert exercises.find(" ", limit=2) == tuple(library.exercises)[:2]


def test_what_nothing_matches_is_not_found(exercises: ExerciseIndex) -> None:
    assert exercises.find("zzzz") == ()
    assert ExerciseIndex(()).find("bridge") == ()


def test_equal_matches_keep_their_order(library: Library) -> None:
    bridge = library.exercises["lx-bridge"]
    many: list[Exercise] = [replace(bridge, code=f"lx-{number}") for number in range(40)]
    assert ExerciseIndex(many).find("bridge") == tuple(each.code for each in many)


def test_a_whole_name_comes_before_labels_that_hold_the_word(library: Library) -> None:
    assert FindingIndex(library).find("walking")[0].code == "fn-walking"
