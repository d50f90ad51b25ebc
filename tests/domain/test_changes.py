from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from hypothesis import HealthCheck, given, settings

from ptbuilder.domain.activity import ActivityChange, ActivityPlan
from ptbuilder.domain.assessment import Assessment, Finding
from ptbuilder.domain.changes import RevisionChange, changes
from ptbuilder.domain.dosage import Dosage
from ptbuilder.domain.program import Prescription, Program, Stage
from tests.storage import strategies

TILT = Prescription("1", "pelvic-tilt", Dosage(sets=2, reps=10, hold_s=5))
WALK = Prescription("2", "walk", Dosage(kind="time", minutes=5))
ASSESSED = Assessment(id="a", on=date(2026, 3, 2), findings=(Finding("stiff", "left", "mild"),), irritability="high")
FIRST = Program("p", ASSESSED, (Stage((TILT, WALK)),))


def with_items(*items: Prescription) -> Program:
    return replace(FIRST, stages=(Stage(items),))


def test_the_first_revision_says_only_that_it_is_the_first():
    assert changes(None, FIRST) == (RevisionChange("first"),)


def test_equal_programs_have_no_changes():
    assert changes(FIRST, replace(FIRST)) == ()


def test_a_changed_dose_names_each_number():
    harder = replace(TILT, dosage=replace(TILT.dosage, hold_s=8, sets=3))
    assert changes(FIRST, with_items(harder, WALK)) == (
        RevisionChange("dosage", "pelvic-tilt", "sets", 2, 3),
        RevisionChange("dosage", "pelvic-tilt", "hold_s", 5, 8),
    )


def test_each_row_of_the_table_of_activities_that_was_changed_is_named():
    plan = ActivityPlan((ActivityChange("driving", day=4), ActivityChange("own-1", "Dancing")))
    changed = replace(FIRST, activities=plan)
    assert changes(FIRST, changed) == (
        RevisionChange("activities", "driving", before=ActivityChange("driving"), after=ActivityChange("driving", day=4)),
        RevisionChange("activities", "own-1", before=ActivityChange("own-1"), after=ActivityChange("own-1", "Dancing")),
    )
    assert [each.subject for each in changes(changed, FIRST)] == ["driving", "own-1"]


def test_leaving_the_table_of_activities_out_is_one_change():
    left_out = replace(FIRST, activities=ActivityPlan(is_printed=False))
    assert changes(FIRST, left_out) == (RevisionChange("activities", before=None, after=False),)


def test_exercises_come_go_and_are_swapped():
    bird_dog = Prescription("3", "bird-dog", Dosage())
    assert changes(FIRST, with_items(TILT, WALK, bird_dog)) == (RevisionChange("added", "bird-dog"),)
    assert changes(FIRST, with_items(TILT)) == (RevisionChange("stopped", "walk"),)
    swapped = replace(WALK, exercise="bicycle")
    assert changes(FIRST, with_items(TILT, swapped)) == (RevisionChange("swapped", "walk", before="walk", after="bicycle"),)


def test_the_same_exercise_under_a_new_identifier_is_the_same_exercise():
    again = replace(WALK, id="9", note="On flat ground.")
    assert changes(FIRST, with_items(TILT, again)) == (RevisionChange("note", "walk", before="", after="On flat ground."),)


def test_side_and_order_are_named():
    left = replace(TILT, side="left")
    assert changes(FIRST, with_items(left, WALK)) == (RevisionChange("side", "pelvic-tilt", before=None, after="left"),)
    assert changes(FIRST, with_items(WALK, TILT)) == (RevisionChange("order"),)


def test_stages_begin_come_and_go():
    planned = replace(FIRST, stages=(Stage((TILT,)), Stage((WALK,), phase="P2", state="planned")))
    begun = replace(planned, stages=(planned.stages[0], replace(planned.stages[1], state="active")))
    assert changes(planned, begun) == (RevisionChange("stage-begun", after="P2", stage=1),)
    assert changes(planned, replace(planned, stages=planned.stages[:1])) == (RevisionChange("stage-removed", stage=1),)
    assert changes(replace(planned, stages=planned.stages[:1]), planned) == (RevisionChange("stage-added", stage=1),)


def test_findings_irritability_and_a_new_assessment_are_named():
    severe = Finding("stiff", "left", "severe")
    found = replace(ASSESSED, id="b", on=date(2026, 3, 12), findings=(severe, Finding("weak")), irritability="low")
    assert changes(FIRST, replace(FIRST, assessment=found)) == (
        RevisionChange("assessed", before=date(2026, 3, 2), after=date(2026, 3, 12)),
        RevisionChange("finding-added", "weak"),
        RevisionChange("finding-changed", "stiff", before=ASSESSED.findings[0], after=severe),
        RevisionChange("irritability", before="high", after="low"),
    )
    assert changes(FIRST, replace(FIRST, assessment=replace(ASSESSED, findings=()))) == (
        RevisionChange("finding-removed", "stiff"),
    )


def test_topics_and_the_next_visit_are_named():
    visit = datetime(2026, 3, 16, 9, 0)
    later = replace(FIRST, education=("pacing",), next_visit=visit)
    assert changes(FIRST, later) == (RevisionChange("topic-added", "pacing"), RevisionChange("next-visit", after=visit))
    assert changes(later, replace(later, education=())) == (RevisionChange("topic-removed", "pacing"),)


def test_what_has_no_name_is_still_a_change():
    assert changes(FIRST, replace(FIRST, title="Back")) == (RevisionChange("other"),)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(strategies.programs, strategies.programs)
def test_any_two_programs_can_be_compared(before, after):
    assert bool(changes(before, after)) == (before != after)
