"""Drawings of exercises: find the baked ones, bake what changed, sheets for review, and checks."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from ptbuilder.domain.clinic import Skin
from ptbuilder.domain.drawing import Drawing
from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.domain.image import RasterImage
from ptbuilder.domain.values import dataclass
from ptbuilder.domain.vocabulary import Side
from ptbuilder.resources import asset
from ptbuilder.services.drawing.figure_sheet import SheetCell

BODIES = ("female", "male", "female-full", "male-full")
"""Names of the shipped bodies; a name begins with the sex."""

FRAMES = ("start", "finish")
MOST_BYTES = 20 * 1024
"""No baked frame is larger."""

Progress = Callable[[int, int, str], None]
"""Called with how many are done, of how many, and what was done last."""


@dataclass(frozen=True, slots=True)
class Job:
    """One figure to draw for one body."""

    code: str
    figure: Mapping[str, Any]
    body: str
    style: str = "colour"


@dataclass(frozen=True, slots=True)
class Drawn:
    """What came of a job: both frames (none if the pose cannot be read) and what is wrong."""

    code: str
    body: str
    drawings: tuple[Drawing, ...]
    faults: tuple[str, ...]


def find_drawing(code: str, side: Side | None, frame: str, body: str) -> Drawing | None:
    """The baked drawing of one frame (start or finish), turned over for the left side; None where there is none.

    Read once and kept; where this body has none, another body's drawing stands in, of the same sex if there is one.
    """
    nearest = sorted(BODIES, key=lambda other: (other != body, other.split("-")[0] != body.split("-")[0]))
    return next((found for each in nearest if (found := _baked(code, side == "left", frame, each)) is not None), None)


@lru_cache(maxsize=1024)
def _baked(code: str, turned: bool, frame: str, body: str) -> Drawing | None:
    from ptbuilder.figure.mirror import mirrored
    from ptbuilder.figure.svg import parse

    if turned:
        found = _baked(code, False, frame, body)
        return mirrored(found) if found else None
    path = asset("drawings", body, f"{code}-{frame}.svg")
    return parse(path.read_text(encoding="utf-8")) if path.is_file() else None


def in_tone(drawing: Drawing, skin: Skin) -> Drawing:
    """The drawing with this skin; made once and kept."""
    return drawing if skin == "light" else _in_tone(drawing, skin)


@lru_cache(maxsize=512)
def _in_tone(drawing: Drawing, skin: Skin) -> Drawing:
    from ptbuilder.figure.tones import in_tone as with_skin

    return with_skin(drawing, skin)


@lru_cache(maxsize=256)
def black_and_white(drawing: Drawing) -> Drawing:
    """The drawing in the theme for black-and-white printing."""
    from ptbuilder.figure.themes import black_and_white as in_grey

    return in_grey(drawing)


def moving_frames(
    figure: Mapping[str, Any], code: str, side: Side | None, body: str, size: tuple[int, int], skin: Skin = "light"
) -> tuple[RasterImage, ...]:
    """Frames from start to finish for one exercise, at most ``size`` pixels each; made once (about a second) and kept.

    To be called by a worker; raises PTBuilderError for a pose that cannot be read.
    """
    return _frames(json.dumps(figure, sort_keys=True), code, side == "left", body, size, skin)


@lru_cache(maxsize=2)  # some 6 MB each, and the window keeps what it shows
def _frames(figure: str, code: str, turned: bool, body: str, size: tuple[int, int], skin: Skin) -> tuple[RasterImage, ...]:
    from ptbuilder.figure.body import load_body
    from ptbuilder.figure.preview import moving_frames as draw_frames
    from ptbuilder.figure.reading import read_figure
    from ptbuilder.figure.tones import palette

    spec = read_figure(json.loads(figure), code)
    return draw_frames(spec, load_body(asset("figure", f"{body}.npz")), size, mirrored=turned, colours=palette(skin))


def draw(job: Job) -> Drawn:
    """Draw both frames; faults of the pose come back as sentences."""
    from ptbuilder.figure.body import load_body
    from ptbuilder.figure.checking import faults_of
    from ptbuilder.figure.reading import read_figure
    from ptbuilder.figure.scene import draw_figure
    from ptbuilder.figure.themes import black_and_white

    try:
        spec = read_figure(job.figure, job.code)
        start, finish, scene = draw_figure(spec, load_body(asset("figure", f"{job.body}.npz")))
    except PTBuilderError as error:
        return Drawn(job.code, job.body, (), tuple(str(error).splitlines()))
    drawings = (start, finish)
    if job.style == "bw":
        drawings = (black_and_white(start), black_and_white(finish))
    return Drawn(job.code, job.body, drawings, tuple(str(fault) for fault in faults_of(scene)))


def draw_all(jobs: Sequence[Job], progress: Progress | None = None, workers: int | None = None) -> Iterator[Drawn]:
    """Draw many figures on all cores, in the order in which they get ready; one alone is drawn in this process."""
    if len(jobs) < 2 or workers == 1:
        for done, job in enumerate(jobs, start=1):
            yield draw(job)
            if progress:
                progress(done, len(jobs), job.code)
        return
    from concurrent.futures import ProcessPoolExecutor, as_completed

    with ProcessPoolExecutor(workers) as pool:
        waiting = [pool.submit(draw, job) for job in jobs]
        for done, future in enumerate(as_completed(waiting), start=1):
            drawn = future.result()
            yield drawn
            if progress:
                progress(done, len(jobs), drawn.code)


def figures_in_library(path: Path, codes: Iterable[str] = ()) -> dict[str, Mapping[str, Any]]:
    """The poses of the exercises of a library, all or those asked for; raises PTBuilderError for a code without one."""
    from ptbuilder.library.file import load_library

    figures = {
        exercise.code: exercise.figure
        for exercise in load_library(path).exercises.values()
        if exercise.figure and "start" in exercise.figure
    }
    return _chosen(figures, codes, path.name)


def codes_of_region(path: Path, region: str) -> frozenset[str]:
    """The exercises of one region of a library."""
    from ptbuilder.library.file import load_library

    return frozenset(exercise.code for exercise in load_library(path).exercises.values() if exercise.region == region)


def figures_in_folder(folder: Path, codes: Iterable[str] = ()) -> dict[str, Mapping[str, Any]]:
    """Poses from files ``<code>.json`` of a folder, all or those asked for."""
    figures: dict[str, Mapping[str, Any]] = {}
    wanted = set(codes)
    for path in sorted(folder.glob("*.json")):
        if not wanted or path.stem in wanted:
            try:
                figures[path.stem] = json.loads(path.read_text(encoding="utf-8"))
            except ValueError as error:
                raise PTBuilderError(f"{path.name} is not sound JSON: {error}.") from error
    return _chosen(figures, codes, str(folder))


def _chosen(figures: Mapping[str, Mapping[str, Any]], codes: Iterable[str], where: str) -> dict[str, Mapping[str, Any]]:
    wanted = list(codes)
    missing = [code for code in wanted if code not in figures]
    if missing:
        raise PTBuilderError(f"{where} has no pose for {', '.join(missing)}.")
    return {code: figures[code] for code in (wanted or figures)}


def sheet_cells(drawn: Iterable[Drawn], order: Sequence[str]) -> list[SheetCell]:
    """Cells of a contact sheet in the order of the codes."""
    by_code = {(item.code, item.body): item for item in drawn}
    bodies = sorted({body for _, body in by_code})
    cells = []
    for code in order:
        for body in bodies:
            item = by_code.get((code, body))
            if item is not None:
                caption = code if len(bodies) == 1 else f"{code}, {body}"
                cells.append(SheetCell(caption, item.drawings, item.faults))
    return cells
