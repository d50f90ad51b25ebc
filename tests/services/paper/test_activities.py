"""The table of activities counts from the patient's own procedure, and knows what is free today."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ptbuilder.domain.activity import ActivityChange, ActivityPlan, ActivityRow
from ptbuilder.domain.assessment import Assessment, Finding
from ptbuilder.domain.library import Library
from ptbuilder.services.paper.activities import activity_table, is_printed, pointing_to_table, sheet_table
from ptbuilder.wording.procedures import INJECTIONS
from tests.storage.strategies import activity_plans

ZERO = date(2026, 3, 2)
FACET = "proc-facet-injection-lumbar"
USUAL = ActivityPlan()


def after(code: str = FACET, **changes: object) -> Assessment:
    return Assessment(findings=(Finding(code, "both", on=ZERO),), **changes)  # type: ignore[arg-type]


def rows(library: Library, day: int, plan: ActivityPlan = USUAL, **changes: object) -> dict[str, ActivityRow]:
    shown = changes.pop("shown", None)
    table = activity_table(library, after(**changes), plan, ZERO + timedelta(days=day), shown)  # type: ignore[arg-type]
    return {row.code: row for row in table.rows}


def states(library: Library, day: int, **changes: object) -> dict[str, str]:
    return {code: row.state for code, row in rows(library, day, **changes).items()}  # type: ignore[arg-type]


def test_there_is_no_table_without_a_procedure(library: Library) -> None:
    plan = ActivityPlan((ActivityChange("own-1", "Dancing", 3),))
    assert activity_table(library, Assessment(findings=(Finding("hp-flexor-tight"),)), plan, ZERO).rows == ()


@pytest.mark.parametrize("code", sorted(INJECTIONS))
def test_each_injection_has_its_rows(library: Library, code: str) -> None:
    assert {"driving", "desk-work", "heavy-work", "lifting", "bath", "sport"} <= set(rows(library, 0, code=code))


def test_surgery_has_no_usual_rows_since_no_source_names_days(library: Library) -> None:
    assert rows(library, 30, code="proc-lumbar-fusion") == {}


def test_on_the_day_itself_only_a_short_walk_and_a_shower_are_free(library: Library) -> None:
    assert {code for code, state in states(library, 0).items() if state == "now"} == {"short-walks", "shower"}


def test_ten_days_after_an_injection_only_sport_is_still_to_come(library: Library) -> None:
    found = states(library, 10)
    assert found["driving"] == found["bath"] == found["lifting"] == "now"
    assert found["fast-walks"] == "ask"
    assert [code for code, state in found.items() if state == "later"] == ["sport"]
    assert rows(library, 10)["sport"].on == ZERO + timedelta(days=43)


@pytest.mark.parametrize(("day", "state"), [(0, "later"), (1, "part"), (7, "part"), (8, "now")])
def test_lifting_is_limited_in_the_first_week(library: Library, day: int, state: str) -> None:
    assert rows(library, day)["lifting"].state == state
    assert rows(library, day)["lifting"].gently_until == ZERO + timedelta(days=7)


@pytest.mark.parametrize(("day", "state"), [(2, "later"), (3, "now")])
def test_a_bath_waits_until_two_whole_days_are_over(library: Library, day: int, state: str) -> None:
    assert rows(library, day)["bath"].state == state


@pytest.mark.parametrize(("code", "first"), [(FACET, 8), ("proc-rfa-lumbar", 8), ("proc-mbb", 3)])
def test_a_row_that_waits_for_a_phase_takes_its_day_from_the_procedure(library: Library, code: str, first: int) -> None:
    assert rows(library, 0, code=code)["fast-walks"].day == first


def test_what_helps_only_at_the_start_is_not_told_later(library: Library) -> None:
    assert rows(library, 1)["driving"].note
    assert not rows(library, 2)["driving"].note


def test_without_a_date_all_is_counted_in_days(library: Library) -> None:
    table = activity_table(library, Assessment(findings=(Finding(FACET),)), USUAL, ZERO)
    assert table.on is None
    assert {row.state for row in table.rows} == {"later"}
    assert all(row.on is None and row.day is not None for row in table.rows)


def test_days_since_count_from_the_day_of_the_assessment(library: Library) -> None:
    assessment = Assessment(on=ZERO + timedelta(days=10), findings=(Finding(FACET, days_since=10),))
    assert activity_table(library, assessment, USUAL, ZERO + timedelta(days=30)).on == ZERO


def test_of_two_procedures_the_later_day_counts(library: Library) -> None:
    both = replace(after(), findings=(Finding(FACET, on=ZERO), Finding("proc-esi-lumbar", on=ZERO + timedelta(days=5))))
    table = activity_table(library, both, USUAL, ZERO + timedelta(days=7))
    assert {row.code: row.on for row in table.rows}["bath"] == ZERO + timedelta(days=8)
    undated = replace(both, findings=(Finding(FACET, on=ZERO), Finding("proc-esi-lumbar")))
    assert activity_table(library, undated, USUAL, ZERO).on is None


def test_a_phase_set_by_hand_frees_what_it_allows_and_holds_back_the_rest(library: Library) -> None:
    assert states(library, 10, phase="P4")["sport"] == "ask"
    slower = rows(library, 10, phase="P1")
    assert (slower["fast-walks"].state, slower["fast-walks"].day) == ("ask", None)
    assert slower["sport"].state == "later"


def test_what_becomes_free_in_the_printed_stage_is_marked(library: Library) -> None:
    found = {code for code, row in rows(library, 10, shown="P2").items() if row.is_new}
    assert found == {"house-tasks", "heavy-work", "lifting", "fast-walks"}
    assert not any(row.is_new for row in rows(library, 0, shown="P0").values())


def test_the_therapist_changes_a_day_and_needs_no_further_word(library: Library) -> None:
    plan = ActivityPlan((ActivityChange("fast-walks", day=10), ActivityChange("sport", day=60)))
    found = rows(library, 10, plan)
    assert (found["fast-walks"].state, found["fast-walks"].is_changed) == ("now", True)
    assert (found["sport"].on, found["sport"].asks) == (ZERO + timedelta(days=60), False)


def test_a_later_day_leaves_no_gentle_start_behind_it(library: Library) -> None:
    plan = ActivityPlan((ActivityChange("lifting", day=14),))
    assert rows(library, 14, plan)["lifting"].state == "now"
    assert rows(library, 2, plan)["lifting"].gently_until is None


def test_words_of_the_therapist_take_the_place_of_all_usual_words(library: Library) -> None:
    row = rows(library, 2, ActivityPlan((ActivityChange("lifting", words="The cat only."),)))["lifting"]
    assert (row.note, row.then, row.gently_to) == ({"en": "The cat only."}, {}, None)


def test_a_row_of_the_therapist_stands_last_with_its_date(library: Library) -> None:
    plan = ActivityPlan((ActivityChange("own-1", "Dancing", 20, "Slow ones."), ActivityChange("own-2", "Garden")))
    found = rows(library, 10, plan)
    assert list(found)[-2:] == ["own-1", "own-2"]
    assert (found["own-1"].state, found["own-1"].on) == ("later", ZERO + timedelta(days=20))
    assert found["own-2"].state == "ask"


def test_a_hidden_row_stays_in_the_table_but_not_on_paper(library: Library) -> None:
    plan = ActivityPlan((ActivityChange("driving", is_hidden=True),))
    assert rows(library, 3, plan)["driving"].is_hidden
    table = sheet_table(library, after(), plan, ZERO + timedelta(days=3), None)
    assert "driving" not in {row.code for row in table.rows}


@pytest.mark.parametrize(
    ("day", "plan", "printed"),
    [
        (10, USUAL, True),
        (43, USUAL, False),
        (43, ActivityPlan(is_printed=True), True),
        (43, ActivityPlan((ActivityChange("own-1", "Dancing"),)), True),
        (10, ActivityPlan(is_printed=False), False),
    ],
)
def test_the_table_is_printed_while_something_is_to_come(library: Library, day: int, plan: ActivityPlan, printed: bool) -> None:
    today = ZERO + timedelta(days=day)
    assert is_printed(activity_table(library, after(), plan, today), plan) is printed
    assert bool(sheet_table(library, after(), plan, today, None).rows) is printed


def test_the_topic_points_to_the_table_and_is_whole_without_it(library: Library) -> None:
    topic = library.topics["edu-after-injection"]
    cut = [section for section in pointing_to_table(topic).sections if section.is_activities]
    assert [section.lines["en"] for section in cut] == [("See the table with this heading.",)]
    assert any("Driving" in line for section in topic.sections for line in section.lines["en"])
    other = library.topics["edu-sitting"]
    assert pointing_to_table(other) is other


@given(plan=activity_plans, day=st.integers(-3, 400))
def test_any_plan_makes_a_row_for_each_activity_and_each_own_one(library: Library, plan: ActivityPlan, day: int) -> None:
    table = activity_table(library, after(), plan, ZERO + timedelta(days=day))
    own = [each.code for each in plan.changes if each.is_own]
    assert [row.code for row in table.rows] == [*rows(library, day), *own]
    hidden = {each.code for each in plan.changes if each.is_hidden}
    assert all(row.code not in hidden for row in table.printed)
    assert all(row.on is None or row.on == ZERO + timedelta(days=row.day or 0) for row in table.rows)
