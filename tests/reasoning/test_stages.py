from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from ptbuilder.domain.assessment import Assessment, Finding
from ptbuilder.domain.library import Library
from ptbuilder.domain.suggestion import Outcome, StagePlan
from ptbuilder.reasoning.engine import Reasoner
from tests.reasoning.assessments import assess, exercise, with_exercises

TODAY = date(2026, 3, 12)
LOADING = {"strength", "tendon-load", "isometric"}


def facet_pattern(days: int) -> Assessment:
    return assess(
        Finding("cond-lumbar-facet", side="both"),
        "lx-pain-extension-provoked",
        "lx-relief-sitting-flexion",
        Finding("hp-flexor-tight", side="both", grade="moderate"),
        Finding("lx-deep-core-poor", grade="moderate"),
        Finding("proc-facet-injection-lumbar", side="both", days_since=days),
        age=58,
        irritability="moderate",
        stage="chronic",
    )


def exercises_of(stage: StagePlan) -> list[str]:
    return [each.exercise for each in stage.program]


def strength_of(stage: StagePlan, library: Library) -> tuple[int, int]:
    """Exercises that strengthen, and the sum of all difficulties."""
    records = [library.exercises[code] for code in exercises_of(stage)]
    return sum(each.type in LOADING for each in records), sum(each.difficulty for each in records)


@pytest.fixture(scope="module")
def walked(reasoner: Reasoner) -> Outcome:
    return reasoner.suggest(facet_pattern(0), TODAY)


def test_the_facet_pattern_walks_through_all_phases_with_dates(walked: Outcome) -> None:
    assert [stage.phase for stage in walked.stages] == ["P0", "P1", "P2", "P3", "P4"]
    assert [(stage.from_day, stage.to_day) for stage in walked.stages] == [(0, 2), (3, 7), (8, 14), (15, 42), (43, None)]
    for stage in walked.stages:
        assert stage.from_day is not None
        assert stage.first == TODAY + timedelta(days=stage.from_day)
        assert stage.last == (None if stage.to_day is None else TODAY + timedelta(days=stage.to_day))


def test_it_gets_stronger(walked: Outcome, library: Library) -> None:
    rest, *_, full = (strength_of(stage, library) for stage in walked.stages)
    strengthening = [strength_of(stage, library)[0] for stage in walked.stages]
    assert strengthening[:3] == [0, 0, 0]
    assert min(strengthening[3:]) >= 1
    assert full[1] > rest[1]
    assert strength_of(walked.stages[4], library)[1] >= strength_of(walked.stages[3], library)[1]


def test_each_day_asked_by_itself_gets_stronger_too(reasoner: Reasoner, library: Library) -> None:
    sums = [strength_of(reasoner.suggest(facet_pattern(day)).stages[0], library) for day in (0, 5, 10, 20, 50)]
    assert sums[3][0] >= 1
    assert sums[4][0] >= 1
    assert sums[4][1] > sums[0][1]


def test_the_current_stage_is_the_program(walked: Outcome) -> None:
    assert walked.stages[0].program == walked.program


def every_plan(library: Library, reasoner: Reasoner) -> list[tuple[Assessment, Outcome]]:
    more = ("lx-deep-core-poor", "hp-gmax-weak", "cx-dnf-weak")
    asked = [assess(Finding(code, days_since=0), *more, irritability="moderate") for code in library.procedures]
    asked += [replace(each, age=70, irritability="low") for each in asked]
    return [(each, reasoner.suggest(each)) for each in asked]


def test_at_most_two_exercises_change_from_stage_to_stage(library: Library, reasoner: Reasoner) -> None:
    for _, outcome in every_plan(library, reasoner):
        for before, after in zip(outcome.stages, outcome.stages[1:], strict=False):
            assert len(set(exercises_of(after)) - set(exercises_of(before))) <= 2


def test_the_late_stages_strengthen_wherever_it_is_allowed(library: Library, reasoner: Reasoner) -> None:
    for assessment, outcome in every_plan(library, reasoner):
        for stage in outcome.stages[3:]:
            allowed = reasoner.suggest(replace(assessment, phase=stage.phase)).candidates
            regions = {library.findings[finding.code].region for finding in assessment.findings}
            loading = {code for code in allowed if library.exercises[code].type == "strength"}
            if any(library.exercises[code].region in regions for code in loading):
                assert any(library.exercises[code].type in LOADING for code in exercises_of(stage))


def test_no_stage_holds_what_its_phase_forbids(library: Library, reasoner: Reasoner) -> None:
    for assessment, outcome in every_plan(library, reasoner):
        procedure = assessment.findings[0].code
        for stage in outcome.stages:
            later = replace(assessment, findings=(Finding(procedure, days_since=stage.from_day), *assessment.findings[1:]))
            excluded = reasoner.suggest(later).excluded
            assert not [code for code in exercises_of(stage) if code in excluded]


def test_stages_stay_short_and_free_of_neighbours(library: Library, reasoner: Reasoner) -> None:
    for _, outcome in every_plan(library, reasoner):
        for stage in outcome.stages:
            codes = exercises_of(stage)
            assert len(codes) <= outcome.limits.exercises
            assert len(set(codes)) == len(codes)
            for code in codes:
                assert not {library.exercises[code].easier, library.exercises[code].harder} & set(codes)


def test_without_today_there_are_days_and_no_dates(reasoner: Reasoner) -> None:
    stages = reasoner.suggest(facet_pattern(10)).stages
    assert [(stage.from_day, stage.first, stage.last) for stage in stages] == [(8, None, None), (15, None, None), (43, None, None)]


def test_a_phase_chosen_early_starts_today_and_keeps_the_later_dates(reasoner: Reasoner) -> None:
    stages = reasoner.suggest(replace(facet_pattern(10), phase="P3"), TODAY).stages
    assert [(stage.phase, stage.from_day, stage.to_day) for stage in stages] == [("P3", 10, 42), ("P4", 43, None)]


def test_a_phase_held_back_leaves_the_later_dates_open(reasoner: Reasoner) -> None:
    stages = reasoner.suggest(replace(facet_pattern(10), phase="P1"), TODAY).stages
    assert [(stage.phase, stage.from_day, stage.to_day) for stage in stages] == [
        ("P1", 3, None),
        ("P2", None, None),
        ("P3", None, None),
        ("P4", None, None),
    ]


def test_an_exercise_gives_way_to_its_harder_neighbour(library: Library) -> None:
    chain = [
        exercise("one", harder="two", earliest_phase="P0"),
        exercise("two", easier="one", harder="three", difficulty=2, earliest_phase="P1", type="strength"),
        exercise("three", easier="two", difficulty=3, earliest_phase="P2", type="strength"),
    ]
    outcome = Reasoner(with_exercises(library, chain)).suggest(assess(Finding("proc-mbb", days_since=0)))
    assert [exercises_of(stage) for stage in outcome.stages] == [["one"], ["two"], ["three"], ["three"], ["three"]]


def test_a_harder_neighbour_that_is_not_allowed_is_passed_over(library: Library) -> None:
    chain = [
        exercise("one", harder="two"),
        exercise("two", easier="one", harder="three", difficulty=2, equipment=("band",)),
        exercise("three", easier="two", difficulty=2, type="strength"),
    ]
    outcome = Reasoner(with_exercises(library, chain)).suggest(assess(Finding("proc-mbb", days_since=0)))
    assert exercises_of(outcome.stages[-1]) == ["three"]


def test_a_stage_does_not_jump_two_steps_of_difficulty(library: Library) -> None:
    chain = [exercise("one", harder="two"), exercise("two", easier="one", difficulty=3)]
    outcome = Reasoner(with_exercises(library, chain)).suggest(assess(Finding("proc-mbb", days_since=0)))
    assert exercises_of(outcome.stages[-1]) == ["one"]


def test_a_weighty_goal_joins_when_its_phase_comes(library: Library) -> None:
    made = [
        exercise("rest", goals=("direction:lumbar-neutral",), type="positional", dosage="positional-rest"),
        exercise("brace", earliest_phase="P1"),
    ]
    outcome = Reasoner(with_exercises(library, made)).suggest(assess(Finding("proc-facet-injection-lumbar", days_since=0)))
    assert exercises_of(outcome.stages[0]) == ["rest"]
    assert outcome.deferred["train:deep-core"] == "R-PP-01"
    assert "brace" in exercises_of(outcome.stages[1])
