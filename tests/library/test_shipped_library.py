from __future__ import annotations

import json

import pytest

from ptbuilder.domain.library import Library
from ptbuilder.library.canonical import canonical_text
from ptbuilder.library.checks import Report, check_library
from ptbuilder.library.file import read_bytes
from ptbuilder.library.parse import parse
from ptbuilder.library.records import KINDS
from ptbuilder.library.structs import LibraryFile
from ptbuilder.resources import library_path

CODES = [each["code"] for each in json.loads(library_path().read_text(encoding="utf-8"))["exercises"]]


@pytest.fixture(scope="session")
def report() -> Report:
    return check_library(library_path())


@pytest.mark.parametrize("code", CODES)
def test_exercise_has_no_fault(code: str, report: Report) -> None:
    assert [str(fault) for fault in report.faults if fault.record == f"exercises {code}"] == []


def test_nothing_else_has_a_fault(report: Report) -> None:
    assert [str(fault) for fault in report.faults if not fault.record.startswith("exercises ")] == []


def test_every_list_is_filled(library: Library) -> None:
    assert [name for name in KINDS if not getattr(library, name)] == []


def test_pending_exercises_are_not_written_yet(report: Report, library: Library) -> None:
    assert not set(report.pending) & set(library.exercises)


def test_every_goal_that_a_shipped_exercise_names_first_has_its_purpose(library: Library) -> None:
    assert {library.goals[each.primary_goal].purpose for each in library.exercises.values()} <= set(library.purposes)


def test_the_file_is_in_canonical_form() -> None:
    import msgspec

    data = read_bytes(library_path())
    assert canonical_text(msgspec.convert(parse(data).value, LibraryFile)).encode() == data
