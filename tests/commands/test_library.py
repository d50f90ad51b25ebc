from __future__ import annotations

import json
from pathlib import Path

import pytest

from ptbuilder.__main__ import is_for_the_window, main
from ptbuilder.commands.parser import run_command
from tests.library.sample import document, exercise, rule


def written(folder: Path, **changes: object) -> str:
    path = folder / "library.json"
    path.write_text(json.dumps(document(**changes)), encoding="utf-8")
    return str(path)


def test_the_shipped_library_is_in_order(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["library", "check"]) == 0
    out, err = capsys.readouterr()
    assert "96 exercises, 0 faults" in out
    assert err == ""


def test_each_fault_is_printed_on_stderr(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = written(tmp_path, exercises=[exercise(difficulty=9, goals=["x:y"]), exercise(code="lx-b", goals=["x:y"])])
    assert run_command(["library", "check", file]) == 1
    out, err = capsys.readouterr()
    assert "library.json: exercises lx-bridge: difficulty: expected a whole number from 1 to 5, got 9" in err
    assert 'library.json: exercises lx-b: goals: unknown code "x:y"' in err
    assert "2 faults" in out


def test_pending_exercises_are_listed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = written(tmp_path, rules=[rule(then={"prefer_exercises": ["lx-dead-bug"]})])
    assert run_command(["library", "check", file]) == 0
    assert "not written yet: lx-dead-bug" in capsys.readouterr().out


def test_format_writes_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = written(tmp_path)
    assert run_command(["library", "format", file]) == 0
    assert run_command(["library", "format", file]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "library.json: written in canonical form.",
        "library.json: already in canonical form.",
    ]


def test_format_leaves_a_broken_file_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "library.json"
    path.write_text("[" * 100_000)
    assert run_command(["library", "format", str(path)]) == 1
    assert path.read_text() == "[" * 100_000
    assert "nested more than" in capsys.readouterr().err


def test_a_file_that_is_not_there_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["library", "check", str(tmp_path / "none.json")]) == 2
    assert "cannot be read" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["library"], ["nonsense"], ["library", "check", "a", "b"]])
def test_wrong_arguments_exit_with_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        run_command(arguments)
    assert left.value.code == 2
    assert "usage" in capsys.readouterr().err


def test_options_alone_open_the_window() -> None:
    assert is_for_the_window([])
    assert is_for_the_window(["--data-dir", "x"])
    assert not is_for_the_window(["library", "check"])
    assert not is_for_the_window(["--help"])
