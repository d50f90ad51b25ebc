"""What a clinic exported lies over the shipped library as it does in the window: strict where there is a doubt."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from ptbuilder.domain.exercise import ClinicLayer, FieldEdit
from ptbuilder.domain.library import Library
from ptbuilder.library.own_file import own_text
from ptbuilder.resources import library_path
from ptbuilder.services.cases.case_library import case_library

CODE = "lx-bridge"
NOON = datetime(2026, 3, 12, 12, 0)


def laid(folder: Path, library: Library, *layers: ClinicLayer) -> Library:
    path = folder / "own.json"
    path.write_text(own_text(layers, library.version), encoding="utf-8")
    return case_library(library_path(), path)


def test_without_a_file_the_library_is_as_shipped(library: Library) -> None:
    assert case_library(library_path(), None).exercises == library.exercises


def test_an_own_exercise_is_reviewed_only_where_the_file_names_who_did_it(library: Library, tmp_path: Path) -> None:
    named = replace(library.exercises[CODE], code="own-one", reviewed="2026-03-12, Ana")
    nameless = replace(named, code="own-two", reviewed=None)
    found = laid(tmp_path, library, ClinicLayer("own-one", own=named), ClinicLayer("own-two", own=nameless)).exercises
    assert found["own-one"].tags_reviewed
    assert not found["own-two"].tags_reviewed


def test_an_edit_that_was_made_on_another_library_is_laid_over_carefully(library: Library, tmp_path: Path) -> None:
    old = FieldEdit(CODE, "stress", ["prone"], ["floor"], "Ana", NOON)
    seen = laid(tmp_path, library, ClinicLayer(CODE, edits=(old,))).exercises[CODE]
    assert set(seen.stress) == {"floor", *library.exercises[CODE].stress}
    assert not seen.tags_reviewed


def test_an_edit_may_lead_to_an_own_exercise_of_the_same_file(library: Library, tmp_path: Path) -> None:
    harder = library.exercises[CODE].harder
    own = replace(library.exercises[CODE], code="own-one", easier=None, harder=None)
    edit = FieldEdit(CODE, "easier", library.exercises[CODE].easier, None, "Ana", NOON)
    found = laid(tmp_path, library, ClinicLayer("own-one", own=own), ClinicLayer(CODE, edits=(edit,))).exercises
    assert (found[CODE].easier, found[CODE].harder) == (None, harder)
    assert "own-one" in found
