from __future__ import annotations

import json
from pathlib import Path

import pytest

from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.figure import svg
from ptbuilder.figure.fingerprint import figure_fingerprint
from ptbuilder.figure.mirror import mirrored
from ptbuilder.resources import asset, library_path
from ptbuilder.services.drawing import figure_baking, figures
from ptbuilder.services.drawing.figure_sheet import SheetCell, sheet_svg, write_sheet
from tests.figure.conftest import EXAMPLES, example

POSES = {"standing": {"start": {"base": "standing"}, "finish": {"knee_r": 60, "hip_r": 30, "foot_r": "free"}}}


def test_only_what_changed_is_baked_again(tmp_path: Path) -> None:
    first = figure_baking.bake(POSES, tmp_path, ("female",))
    assert first.written == ("female/standing",)
    assert figure_baking.bake(POSES, tmp_path, ("female",)).written == ()
    changed = {"standing": {**POSES["standing"], "view": "left"}}
    assert figure_baking.stale(changed, tmp_path, ("female",)) == [("female", "standing")]


def test_a_drawing_that_is_gone_is_stale(tmp_path: Path) -> None:
    figure_baking.bake(POSES, tmp_path, ("female",))
    figure_baking.frame_path(tmp_path, "female", "standing", "finish").unlink()
    assert figure_baking.stale(POSES, tmp_path, ("female",)) == [("female", "standing")]


def test_drawings_of_exercises_that_are_gone_are_removed(tmp_path: Path) -> None:
    figure_baking.bake(POSES, tmp_path, ("female",))
    assert figure_baking.bake({}, tmp_path, ("female",), whole=True).removed == ("female/standing",)
    assert not list(tmp_path.rglob("*.svg"))


def test_a_pose_that_cannot_be_read_is_told_and_not_baked(tmp_path: Path) -> None:
    baked = figure_baking.bake({"x": {"start": {"base": "standing", "kne": 3}}}, tmp_path, ("female",))
    assert baked.written == ()
    assert "did you mean knee" in baked.faults[0]


def test_progress_counts_to_the_end(tmp_path: Path) -> None:
    seen: list[tuple[int, int, str]] = []
    figure_baking.bake(POSES, tmp_path, ("female", "male"), progress=lambda *step: seen.append(step))
    assert [(done, total) for done, total, _ in seen] == [(1, 2), (2, 2)]


def test_the_fingerprint_changes_with_pose_and_body_not_with_notes() -> None:
    female, male = asset("figure", "female.npz"), asset("figure", "male.npz")
    pose = POSES["standing"]
    assert figure_fingerprint(pose, female) == figure_fingerprint({**pose, "note": "x"}, female)
    assert figure_fingerprint(pose, female) != figure_fingerprint({**pose, "view": "left"}, female)
    assert figure_fingerprint(pose, female) != figure_fingerprint(pose, male)


def test_no_shipped_drawing_is_stale_missing_or_too_large() -> None:
    poses = figures.figures_in_library(library_path())
    assert figure_baking.stale(poses, asset("drawings")) == []
    assert figure_baking.too_large(asset("drawings")) == []


def test_a_shipped_drawing_is_found_and_turned_over_for_the_left_side() -> None:
    code = next(iter(figures.figures_in_library(library_path())))
    right = figures.find_drawing(code, "right", "start", "female")
    assert right is not None
    assert figures.find_drawing(code, "left", "start", "female") == mirrored(right)
    assert figures.find_drawing(code, None, "start", "female") == right
    assert figures.find_drawing(code, None, "start", "male") != right


@pytest.mark.parametrize(("body", "stands_in"), [("male-full", "male"), ("female-full", "female"), ("male", "male-full")])
def test_where_a_body_is_not_drawn_one_of_the_same_sex_stands_in(
    body: str, stands_in: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def baked(_code: str, _turned: bool, _frame: str, each: str) -> None:
        asked.append(each)

    monkeypatch.setattr(figures, "_baked", baked)
    assert figures.find_drawing("x", None, "start", body) is None
    assert asked[:2] == [body, stands_in]
    assert sorted(asked) == sorted(figures.BODIES)


def test_there_is_no_drawing_for_an_unknown_exercise() -> None:
    assert figures.find_drawing("no-such-exercise", None, "start", "female") is None


def test_moving_frames_are_made_once() -> None:
    frames = figures.moving_frames(POSES["standing"], "standing", None, "female", (40, 60))
    assert figures.moving_frames(POSES["standing"], "standing", None, "female", (40, 60)) is frames


def test_a_code_without_a_pose_is_named() -> None:
    with pytest.raises(PTBuilderError, match="has no pose for lx-nothing"):
        figures.figures_in_folder(EXAMPLES, ["lx-nothing"])


def test_unsound_json_is_named(tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text("{", encoding="utf-8")
    with pytest.raises(PTBuilderError, match=r"x\.json is not sound JSON"):
        figures.figures_in_folder(tmp_path)


def test_a_sheet_holds_captions_faults_and_both_frames(tmp_path: Path) -> None:
    drawn = figures.draw(figures.Job("bridge", example("bridge"), "female", "bw"))
    text = sheet_svg([SheetCell("a < b", drawn.drawings, ("it floats",))])
    assert "a &lt; b" in text
    assert "it floats" in text
    assert text.count("<svg ") == 3
    write_sheet(text, tmp_path / "sheet.svg")
    assert (tmp_path / "sheet.svg").read_text(encoding="utf-8") == text
    with pytest.raises(PTBuilderError, match=r"not as \.gif"):
        write_sheet(text, tmp_path / "sheet.gif")


def test_baked_files_are_read_back(tmp_path: Path) -> None:
    figure_baking.bake(POSES, tmp_path, ("female",))
    path = figure_baking.frame_path(tmp_path, "female", "standing", "start")
    assert svg.write(svg.parse(path.read_text(encoding="utf-8"))) == path.read_text(encoding="utf-8")
    assert set(json.loads((tmp_path / "index.json").read_text(encoding="utf-8"))) == {"female"}


def test_a_sheet_as_pdf_is_one_page_at_print_size(tmp_path: Path) -> None:
    pytest.importorskip("resvg_py")
    import pypdfium2

    write_sheet(sheet_svg([SheetCell("bridge")]), tmp_path / "sheet.pdf", 4)
    document = pypdfium2.PdfDocument(tmp_path / "sheet.pdf")
    width_mm = document[0].get_width() / 72 * 25.4
    document.close()
    assert width_mm == pytest.approx(114, abs=1)
