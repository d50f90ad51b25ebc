from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings

from ptbuilder.domain.assessment import Assessment
from ptbuilder.domain.patient import Patient
from ptbuilder.storage import programs as under_test
from tests.storage import strategies
from tests.storage.conftest import NOON, program

LATER = NOON + timedelta(minutes=5)
NEXT_DAY = NOON + timedelta(days=1)
SLOW = settings(
    max_examples=25,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture, HealthCheck.data_too_large],
)


def numbers(store) -> list[tuple[int, str, bool]]:
    return [(each.number, each.document.title, each.closed) for each in store.programs.history("program")]


@SLOW
@given(strategies.programs)
def test_any_program_comes_back_from_the_file_as_it_was(store, value):
    value = replace(value, patient="ann")
    saved = store.programs.save_open_revision(value, "me", NOON)
    assert saved.document == value
    assert store.programs.get_revision(value.id, 1) == saved
    assert value.assessment in store.programs.assessments("ann")


@SLOW
@given(strategies.patients)
def test_any_patient_comes_back_from_the_file_as_it_was(store, value):
    store.patients.save(value, NOON)
    assert store.patients.find(value.id) == value
    assert value in [each.patient for each in store.patients.list()]


def test_edits_go_into_the_open_revision(store):
    store.programs.save_open_revision(program("a"), "me", NOON)
    revision = store.programs.save_open_revision(program("b"), "you", LATER)
    assert (revision.number, revision.parent, revision.by, revision.at, revision.closed) == (1, None, "you", LATER, False)
    assert numbers(store) == [(1, "b", False)]


def test_an_edit_after_closing_opens_the_next_revision(store):
    store.programs.save_open_revision(program("a"), "me", NOON)
    assert store.programs.close_revision("program").closed
    assert store.programs.save_open_revision(program("b"), "me", LATER).parent == 1
    assert numbers(store) == [(1, "a", True), (2, "b", False)]


def test_looking_at_a_closed_program_makes_no_revision(store):
    store.programs.save_open_revision(program("a"), "me", NOON)
    closed = store.programs.close_revision("program")
    assert store.programs.save_open_revision(program("a"), "me", LATER) == closed
    assert numbers(store) == [(1, "a", True)]


def test_a_revision_that_changed_nothing_goes_when_it_is_closed(store):
    store.programs.save_open_revision(program("a"), "me", NOON)
    store.programs.close_revision("program")
    store.programs.save_open_revision(program("b"), "me", LATER)
    store.programs.save_open_revision(program("a"), "me", LATER)
    assert store.programs.close_revision("program").number == 1
    assert numbers(store) == [(1, "a", True)]


def test_a_closed_revision_never_changes(store):
    store.programs.save_open_revision(program("a"), "me", NOON)
    store.programs.close_revision("program")
    for statement in ("UPDATE revisions SET closed = 0", "UPDATE revisions SET document = '{}'", "DELETE FROM revisions"):
        with pytest.raises(Exception, match="a closed revision"):
            store.database.raw.execute(statement)
    assert numbers(store) == [(1, "a", True)]


def test_a_program_has_one_open_revision_and_each_number_once(store):
    store.programs.save_open_revision(program("a"), "me", NOON)
    copy = 'INSERT INTO revisions SELECT program, ?, parent, assessment, document, format, "by", at, ? FROM revisions'
    with pytest.raises(Exception, match="UNIQUE"):
        store.database.raw.execute(copy, (2, False))
    with pytest.raises(Exception, match="UNIQUE"):
        store.database.raw.execute(copy, (1, True))


def test_the_day_after_closes_what_was_left_open(store):
    store.programs.save_open_revision(program("a"), "me", NOON)
    store.programs.save_open_revision(program("b"), "me", NEXT_DAY)
    assert numbers(store) == [(1, "a", True), (2, "b", False)]
    assert store.programs.close_left_open(NEXT_DAY.date()) == 0
    assert store.programs.close_left_open((NEXT_DAY + timedelta(days=1)).date()) == 1
    assert numbers(store) == [(1, "a", True), (2, "b", True)]


def test_a_follow_up_keeps_the_assessment_before(store):
    store.programs.save_open_revision(program("a"), "me", NOON)
    store.programs.close_revision("program")
    store.programs.save_open_revision(program("a", assessment="second"), "me", NEXT_DAY)
    assert [each.id for each in store.programs.assessments("ann")] == ["assessment", "second"]


def test_a_follow_up_that_was_undone_leaves_no_assessment(store):
    store.programs.save_open_revision(program("a"), "me", NOON)
    store.programs.save_open_revision(program("a", assessment="second"), "me", NOON)
    store.programs.save_open_revision(program("a"), "me", NOON)
    assert [each.id for each in store.programs.assessments("ann")] == ["assessment"]


def test_the_program_worked_on_last_is_the_latest_of_the_patient(store):
    store.programs.save_open_revision(program("old", identifier="x"), "me", NOON)
    store.programs.save_open_revision(program("new", identifier="y", assessment="second"), "me", LATER)
    assert store.programs.latest_for_patient("ann").document.title == "new"
    store.programs.save_open_revision(program("old, edited", identifier="x"), "me", NEXT_DAY)
    assert store.programs.latest_for_patient("ann").document.title == "old, edited"
    assert store.programs.latest_for_patient("nobody") is None


def test_a_save_that_fails_at_its_last_step_leaves_nothing(store, monkeypatch):
    monkeypatch.setattr(under_test, "_save_revision", fails)
    with pytest.raises(ZeroDivisionError):
        store.programs.save_open_revision(program("a"), "me", NOON)
    assert store.programs.assessments("ann") == ()
    assert store.programs.of_patient("ann") == ()


def fails(*_values: object) -> None:
    raise ZeroDivisionError


def test_a_program_without_a_patient_or_identifiers_is_a_bug(store):
    for broken in (replace(program(), patient=None), replace(program(), id=""), replace(program(), assessment=Assessment())):
        with pytest.raises(ValueError, match="has an id"):
            store.programs.save_open_revision(broken, "me", NOON)


def test_a_revision_that_is_not_there_raises(store):
    with pytest.raises(KeyError):
        store.programs.get_revision("program", 7)
    assert store.programs.latest("program") is None
    assert store.programs.close_revision("program") is None


def test_programs_of_patients_are_kept_apart(store):
    store.patients.save(Patient(id="bob", given="Bob"), NOON)
    store.programs.save_open_revision(program("ann's"), "me", NOON)
    store.programs.save_open_revision(program("bob's", patient="bob", identifier="q", assessment="b"), "me", NOON)
    assert store.programs.latest_for_patient("bob").document.title == "bob's"
    assert [each.id for each in store.programs.assessments("bob")] == ["b"]
