from __future__ import annotations

import subprocess
import sys
from contextlib import closing
from dataclasses import replace

import pytest

from ptbuilder.domain.exercise import ClinicLayer, FieldEdit
from ptbuilder.storage.store import Store
from tests.storage.conftest import NOON, exercise

STEPS = FieldEdit("lx-bridge", "steps.es", ("Uno.",), ("Uno.", "Dos."), "me", NOON)
NAME = FieldEdit("lx-bridge", "name.en", "Bridge", "Hip lift", "me", NOON)


def test_an_edit_comes_back_with_what_it_stood_on(store):
    store.edits.put(STEPS)
    assert store.edits.list() == (STEPS,)


def test_the_last_edit_of_a_field_counts(store):
    store.edits.put(STEPS)
    store.edits.put(replace(STEPS, value=("Tres.",)))
    assert [each.value for each in store.edits.list()] == [("Tres.",)]


def test_back_to_the_original_for_one_field_or_all(store):
    store.edits.put(STEPS)
    store.edits.put(NAME)
    store.edits.remove("lx-bridge", "steps.es")
    assert store.edits.list() == (NAME,)
    store.edits.put(STEPS)
    store.edits.remove("lx-bridge")
    assert store.edits.list() == ()


def test_own_exercises_are_kept_by_code(store):
    store.edits.put_own(exercise("own-b"), "me", NOON)
    store.edits.put_own(exercise("own-a"), "me", NOON)
    store.edits.put_own(exercise("own-b", "New name"), "me", NOON)
    assert store.edits.own() == (exercise("own-a"), exercise("own-b", "New name"))


def test_layers_are_kept_together_or_not_at_all(store):
    own = exercise("own-a")
    store.edits.put_layers((ClinicLayer("lx-bridge", edits=(NAME, STEPS)), ClinicLayer("own-a", own=own)), "me", NOON)
    assert store.edits.layers() == (ClinicLayer("lx-bridge", edits=(NAME, STEPS)), ClinicLayer("own-a", own=own))
    broken = replace(STEPS, value=object())
    with pytest.raises(TypeError):
        store.edits.put_layers((ClinicLayer("lx-bridge"), ClinicLayer("lx-other", edits=(broken,))), "me", NOON)
    assert store.edits.list() == (NAME, STEPS)


def test_reading_what_is_kept_does_without_sqlalchemy(tmp_path):
    script = (
        "import sys; from pathlib import Path; from ptbuilder.storage.store import Store; "
        f"store = Store.open(Path({str(tmp_path / 'ptbuilder.db')!r}), bytes(range(32))); "
        "print(len(store.edits.layers()), 'sqlalchemy' in sys.modules); store.close()"
    )
    with closing(Store.open(tmp_path / "ptbuilder.db", bytes(range(32)))) as store:
        store.edits.put(NAME)
    said = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert said.stdout.split() == ["1", "False"]
