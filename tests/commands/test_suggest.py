from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from ptbuilder.commands.parser import run_command

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.json"))


def test_there_are_six_examples() -> None:
    assert len(EXAMPLES) == 6


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_is_answered_by_one_json_object(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["suggest", str(example)]) == 0
    printed = capsys.readouterr()
    answer = json.loads(printed.out)
    assert (answer["stop"] == "emergency") == (answer["program"] == []) == example.stem.startswith("tc6")
    assert printed.err == ""


def test_a_case_comes_from_standard_input_too(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b'{"findings": [{"code": "lx-deep-core-poor"}]}')))
    assert run_command(["suggest", "-"]) == 0
    assert json.loads(capsys.readouterr().out)["program"]


def test_faults_go_to_stderr_with_code_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = tmp_path / "case.json"
    case.write_text('{"agee": 3, "findings": [{"code": "lx-wrong"}]}', encoding="utf-8")
    assert run_command(["suggest", str(case)]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "agee" in printed.err
    assert "lx-wrong" in printed.err


def test_a_missing_file_is_one_sentence_with_code_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["suggest", str(tmp_path / "none.json")]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
