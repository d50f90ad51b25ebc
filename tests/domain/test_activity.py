"""A plan keeps what a therapist changed, and nothing else."""

from __future__ import annotations

from hypothesis import given

from ptbuilder.domain.activity import ActivityChange, ActivityPlan, own_code
from tests.storage.strategies import activity_changes, activity_plans


@given(plan=activity_plans, change=activity_changes)
def test_what_was_changed_last_holds(plan: ActivityPlan, change: ActivityChange) -> None:
    changed = plan.with_change(change)
    assert changed.change(change.code) == change
    assert changed.with_change(change) == changed
    assert len({each.code for each in changed.changes}) == len(changed.changes)


@given(plan=activity_plans, change=activity_changes)
def test_back_to_the_usual_leaves_no_trace(plan: ActivityPlan, change: ActivityChange) -> None:
    back = plan.with_change(change).without(change.code)
    assert back == plan.without(change.code)
    assert all(each.code != change.code for each in back.changes)


def test_a_change_that_changes_nothing_is_not_kept() -> None:
    plan = ActivityPlan().with_change(ActivityChange("driving", day=3))
    assert plan.with_change(ActivityChange("driving")) == ActivityPlan()
    assert ActivityPlan().is_usual


def test_a_row_of_the_therapist_is_kept_though_nothing_is_set() -> None:
    assert ActivityPlan().with_change(ActivityChange("own-1", "Dancing")).changes


def test_codes_of_own_rows_are_not_used_twice() -> None:
    assert own_code(()) == "own-1"
    assert own_code(("own-1", "own-3", "driving")) == "own-2"
