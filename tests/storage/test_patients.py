from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from ptbuilder.domain.patient import Patient
from ptbuilder.domain.revision import Issued
from ptbuilder.storage.store import Store
from tests.storage.conftest import ANN, KEY, NOON, exercise, program
from tests.storage.pages import plain_bytes

LATER = NOON + timedelta(hours=1)
BOB = Patient(id="bob", given="Bob", is_sample=True)
NAME = "Wilhelmina"


def names(store: Store) -> list[str]:
    return [each.patient.given for each in store.patients.list()]


def test_the_patient_worked_on_last_is_first(store):
    store.patients.save(BOB, LATER)
    assert names(store) == ["Bob", "Ann"]
    store.programs.save_open_revision(program("new"), "me", LATER + timedelta(hours=1))
    assert names(store) == ["Ann", "Bob"]


def test_the_list_says_what_the_last_program_is(store):
    store.programs.save_open_revision(program("old"), "me", NOON)
    store.programs.save_open_revision(program("new", identifier="second", assessment="b"), "me", LATER)
    (listed,) = store.patients.list()
    assert (listed.program.title, listed.program.exercises, listed.program.findings) == ("new", ("lx-bridge",), ("finding",))
    assert (listed.since, listed.updated_at) == (NOON, LATER)


def test_saving_what_did_not_change_does_not_move_a_patient_up(store):
    store.patients.save(BOB, LATER)
    store.patients.save(ANN, LATER + timedelta(hours=1))
    assert names(store) == ["Bob", "Ann"]


def test_a_changed_name_is_taken_over(store):
    store.patients.save(replace(ANN, given="Anna"), LATER)
    assert names(store) == ["Anna"]
    assert store.patients.list()[0].since == NOON


def test_a_removed_patient_comes_back_with_everything(store):
    store.programs.save_open_revision(program("kept"), "me", NOON)
    store.patients.delete("ann", LATER)
    assert names(store) == []
    assert store.programs.latest_for_patient("ann").document.title == "kept"
    store.patients.restore("ann")
    assert names(store) == ["Ann"]


def test_samples_stay_marked(store):
    store.patients.save(BOB, NOON)
    assert [each.patient.is_sample for each in store.patients.list() if each.patient.id == "bob"] == [True]


def fill(store: Store, patient: str, name: str) -> None:
    """A patient with everything there can be."""
    store.patients.save(Patient(id=patient, given=name, notes=f"{name} likes to walk. " * 300), NOON)
    for number in range(5):
        made = program(f"For {name}", patient=patient, identifier=f"{patient}-{number}", assessment=f"{patient}-{number}")
        made = replace(made, messages=(f"{name}, keep going. " * 200,))
        store.programs.save_open_revision(made, "me", NOON)
        store.programs.close_revision(made.id)
        store.programs.save_open_revision(replace(made, title=f"Again for {name}"), "me", LATER)
        store.issued.add(Issued(made.id, 1, 0, "standard", "en", "a4", LATER, "me", "print"))
    store.settings.put("nickname", name, patient)


def test_an_erased_patient_leaves_no_row_and_no_trace_on_the_disk(store):
    pytest.importorskip("cryptography")
    fill(store, "gone", NAME)
    fill(store, "stays", "Theodora")
    store.texts.put(exercise())
    store.patients.delete("gone", LATER)
    assert NAME.encode() in plain_bytes(store.path, KEY)

    assert store.patients.erase("gone")

    left = plain_bytes(store.path, KEY)
    assert NAME.encode() not in left
    assert b"Theodora" in left
    assert store.programs.of_patient("gone") == ()
    assert len(store.programs.of_patient("stays")) == 5
    assert store.texts.find([store.texts.put(exercise())])


def test_a_name_that_was_corrected_leaves_no_trace_after_closing(store):
    pytest.importorskip("cryptography")
    store.patients.save(replace(ANN, given=NAME), NOON)
    store.patients.save(ANN, LATER)
    store.close()
    assert NAME.encode() not in plain_bytes(store.path, KEY)


def test_erasing_says_when_another_window_still_reads_the_log(store):
    fill(store, "gone", NAME)
    other = Store.open(store.path, KEY)
    reading = other.database.raw.execute("SELECT id FROM patients")
    reading.fetchone()
    store.database.raw.execute("PRAGMA busy_timeout = 1")
    assert not store.patients.erase("gone")
    reading.close()
    other.close()
    assert store.patients.find("gone") is None


def test_the_removed_are_listed_apart(store: Store) -> None:
    store.patients.save(replace(ANN, id="bob", given="Bob"), NOON)
    store.patients.delete("bob", NOON)
    assert [each.patient.id for each in store.patients.list()] == ["ann"]
    assert [each.patient.id for each in store.patients.list(removed=True)] == ["bob"]
