"""``ptbuilder handout`` in its three forms."""

from __future__ import annotations

from pathlib import Path

import pytest

from ptbuilder.commands import handout
from ptbuilder.commands.parser import run_command
from ptbuilder.resources import library_path
from ptbuilder.services.cases.case_handout import form_of

EXAMPLES = Path(__file__).parents[2] / "examples"
CASE = str(EXAMPLES / "tc2-neck-pain-with-headache.json")
STOP = str(EXAMPLES / "tc6-bladder-control-lost.json")


@pytest.mark.parametrize(
    ("name", "form"),
    [("a.html", "html"), ("a.HTM", "html"), ("a.txt", "text"), ("a.pdf", "pdf"), ("a", "pdf"), ("a.html.pdf", "pdf")],
)
def test_the_name_decides_the_form(name: str, form: str) -> None:
    assert form_of(Path(name)) == form


def test_an_ending_that_nothing_is_written_as_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "sheet.docx"
    assert run_command(["handout", CASE, "-o", str(out)]) == 2
    assert "nothing is written as .docx; expected one of .pdf, .html, .htm, .txt" in capsys.readouterr().err
    assert not out.exists()


@pytest.mark.parametrize(("name", "starts"), [("sheet.html", b"<!DOCTYPE html>"), ("note.txt", b"Home exercise program\n")])
def test_a_page_or_a_note_is_written_and_repeats(name: str, starts: bytes, tmp_path: Path) -> None:
    out = tmp_path / name
    assert run_command(["handout", CASE, "-o", str(out), "--date", "2026-03-12"]) == 0
    first = out.read_bytes()
    assert first.startswith(starts)
    assert run_command(["handout", CASE, "-o", str(out), "--date", "2026-03-12"]) == 0
    assert out.read_bytes() == first


def test_the_page_is_drawn_in_the_skin_that_was_asked_for(tmp_path: Path) -> None:
    from ptbuilder.figure.tones import palette

    for skin in ("light", "dark"):
        out = tmp_path / f"{skin}.html"
        assert run_command(["handout", CASE, "-o", str(out), "--skin", skin, "--figure", "male", "--date", "2026-03-12"]) == 0
        drawn = [other for other in ("light", "dark") if palette(other)["skin"] in out.read_text(encoding="utf-8")]
        assert drawn == [skin]


def test_what_could_not_be_printed_as_it_is_written_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    library = tmp_path / "library.json"
    library.write_text(library_path().read_text(encoding="utf-8").replace("Chin tuck", "Chin tuck \N{HEAVY BLACK HEART}"), "utf-8")
    monkeypatch.setattr(handout, "library_path", lambda: library)
    out = tmp_path / "sheet.pdf"
    assert run_command(["handout", CASE, "-o", str(out), "--date", "2026-03-12"]) == 0
    assert out.read_bytes().startswith(b"%PDF")
    told = capsys.readouterr().err
    assert told == f"{out}: No typeface here has some of its letters, so they are printed as question marks.\n"


def test_the_format_goes_before_the_name(tmp_path: Path) -> None:
    out = tmp_path / "sheet.pdf"
    assert run_command(["handout", CASE, "-o", str(out), "--format", "text", "--date", "2026-03-12"]) == 0
    assert out.read_bytes().startswith(b"Home exercise program\n")


def test_a_red_flag_writes_the_referral_in_the_form_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, expected in (("a.html", "Go to the ER now"), ("a.txt", "Referral, no exercise program")):
        out = tmp_path / name
        assert run_command(["handout", STOP, "-o", str(out), "--date", "2026-03-12"]) == 3
        text = out.read_text(encoding="utf-8")
        assert expected in text
        assert "<article" not in text
        assert "A red flag stops the program." in capsys.readouterr().err
