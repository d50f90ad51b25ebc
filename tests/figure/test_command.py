from __future__ import annotations

import json
from pathlib import Path

import pytest

from ptbuilder.commands.parser import run_command


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "good.json").write_text(json.dumps({"start": {"base": "standing"}}), encoding="utf-8")
    return tmp_path


def test_a_sheet_is_drawn_from_a_folder(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["figures", "sheet", "-o", str(folder / "s.svg"), "--from", str(folder), "good"]) == 0
    assert "1 figures, 0 faults." in capsys.readouterr().out
    assert (folder / "s.svg").stat().st_size > 3000


def test_check_ends_with_1_and_names_the_joint(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "bad.json").write_text(json.dumps({"start": {"base": "standing", "knee_r": 170}}), encoding="utf-8")
    assert run_command(["figures", "check", "--from", str(folder), "bad"]) == 1
    assert "bad, start, knee_r.flexion: 170 degrees is outside" in capsys.readouterr().err


def test_an_unknown_code_ends_with_2(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["figures", "check", "--from", str(folder), "nothing"]) == 2
    assert "has no pose for nothing" in capsys.readouterr().err


def test_a_sheet_is_drawn_in_a_skin_and_with_a_named_body(folder: Path) -> None:
    from ptbuilder.figure.tones import palette

    sheet = ["figures", "sheet", "--from", str(folder), "good", "--body", "male-full"]
    assert run_command([*sheet, "--skin", "dark", "-o", str(folder / "dark.svg")]) == 0
    text = (folder / "dark.svg").read_text(encoding="utf-8")
    assert palette("dark")["skin"] in text
    assert palette("light")["skin"] not in text
    assert palette("dark")["hair_grey"] in text


def test_a_sheet_of_the_left_side_is_turned_over(folder: Path) -> None:
    from ptbuilder.figure.mirror import mirrored
    from ptbuilder.services.drawing.figure_sheet import SheetCell, sheet_svg
    from ptbuilder.services.drawing.figures import Job, draw

    assert run_command(["figures", "sheet", "--from", str(folder), "good", "--side", "left", "-o", str(folder / "left.svg")]) == 0
    drawn = draw(Job("good", json.loads((folder / "good.json").read_text(encoding="utf-8")), "female"))
    turned = SheetCell("good, left", tuple(mirrored(drawing) for drawing in drawn.drawings))
    assert (folder / "left.svg").read_text(encoding="utf-8") == sheet_svg([turned])
