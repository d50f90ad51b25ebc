"""``--own FILE``: suggest and handout from the shipped library with a clinic's exported exercises and edits over it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from ptbuilder.commands.parser import run_command
from ptbuilder.domain.exercise import ClinicLayer, Exercise, FieldEdit
from ptbuilder.domain.library import Library
from ptbuilder.library.own_file import own_text

CASE = str(Path(__file__).parents[2] / "examples" / "tc2-neck-pain-with-headache.json")
NOON = datetime(2026, 3, 12, 12, 0)


def candidates(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    """The exercises that pass all rules for the case."""
    assert run_command(["suggest", CASE, *arguments]) == 0
    found: list[str] = json.loads(capsys.readouterr().out)["candidates"]
    return found


def exported(folder: Path, library: Library, *layers: ClinicLayer) -> str:
    path = folder / "own.json"
    path.write_text(own_text(layers, library.version), encoding="utf-8")
    return str(path)


@pytest.fixture
def first(library: Library, capsys: pytest.CaptureFixture[str]) -> Exercise:
    """An exercise of the suggested program."""
    assert run_command(["suggest", CASE]) == 0
    return library.exercises[json.loads(capsys.readouterr().out)["program"][0]["exercise"]]


def edit(exercise: Exercise, path: str, base: Any, value: Any) -> ClinicLayer:
    return ClinicLayer(exercise.code, edits=(FieldEdit(exercise.code, path, base, value, "Dana Sample", NOON),))


def test_what_the_clinic_hides_is_not_suggested(
    first: Exercise, library: Library, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = exported(tmp_path, library, edit(first, "retired", False, True))
    assert first.code not in candidates(capsys, "--own", own)


def test_an_own_exercise_can_be_suggested(
    first: Exercise, library: Library, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copied = replace(first, code="own-first", reviewed="2026-03-12, Dana Sample", author="Dana Sample")
    assert "own-first" in candidates(capsys, "--own", exported(tmp_path, library, ClinicLayer("own-first", own=copied)))


def test_the_words_of_the_clinic_are_printed_with_the_pictures(
    first: Exercise, library: Library, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = exported(tmp_path, library, edit(first, "name.en", first.name["en"], "The zebra move"))
    out = tmp_path / "sheet.html"
    assert run_command(["handout", CASE, "-o", str(out), "--own", own, "--date", "2026-03-12"]) == 0
    assert "The zebra move" in out.read_text(encoding="utf-8")


def test_a_file_that_is_none_is_refused_with_code_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = tmp_path / "own.json"
    wrong.write_text('{"format": 1}', encoding="utf-8")
    assert run_command(["suggest", CASE, "--own", str(wrong)]) == 2
    assert "own.json" in capsys.readouterr().err
    assert run_command(["suggest", CASE, "--own", str(tmp_path / "missing.json")]) == 2
