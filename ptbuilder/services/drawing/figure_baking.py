"""Baking the shipped drawings: only what changed, with an index of fingerprints by which a stale drawing is known."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ptbuilder.domain.values import dataclass
from ptbuilder.resources import asset
from ptbuilder.services.drawing.baked_poses import pose_mark, read_marks, write_marks
from ptbuilder.services.drawing.figures import BODIES, FRAMES, MOST_BYTES, Drawn, Job, Progress, draw_all

INDEX = "index.json"
"""The file that holds the fingerprint of every baked drawing, by body and code."""

Poses = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Baked:
    """What a run of baking did: drawings written, drawings removed because their exercise is gone, and faults."""

    written: tuple[str, ...]
    removed: tuple[str, ...]
    faults: tuple[str, ...]


def stale(poses: Poses, folder: Path, bodies: Sequence[str] = BODIES) -> list[tuple[str, str]]:
    """Body and code of each drawing that is missing or was drawn from another pose, body or engine."""
    index = _read_index(folder)
    return [
        (body, code)
        for body in bodies
        for code, figure in poses.items()
        if index.get(body, {}).get(code) != _fingerprint(figure, body)
        or not all(frame_path(folder, body, code, frame).is_file() for frame in FRAMES)
    ]


def bake(
    poses: Poses, folder: Path, bodies: Sequence[str] = BODIES, progress: Progress | None = None, *, whole: bool = False
) -> Baked:
    """Draw what is stale into ``folder``; with ``whole`` the drawings of exercises that are not in ``poses`` are removed.

    A figure with faults that keep it from being drawn is left out; one with lesser faults is written and they are told.
    """
    index = _read_index(folder)
    jobs = [Job(code, poses[code], body) for body, code in stale(poses, folder, bodies)]
    written, faults = [], []
    for drawn in draw_all(jobs, progress):
        faults += [f"{fault} ({drawn.body})" for fault in drawn.faults]
        if drawn.drawings:
            faults += _write(drawn, folder)
            index.setdefault(drawn.body, {})[drawn.code] = _fingerprint(poses[drawn.code], drawn.body)
            written.append(f"{drawn.body}/{drawn.code}")
            _write_index(folder, index)
    removed = _remove_others(poses, folder, index) if whole else ()
    _write_index(folder, index)
    _mark_poses(poses, folder, index)
    return Baked(tuple(sorted(written)), removed, tuple(sorted(faults)))


def frame_path(folder: Path, body: str, code: str, frame: str) -> Path:
    """Where one baked frame lies."""
    return folder / body / f"{code}-{frame}.svg"


def too_large(folder: Path) -> list[str]:
    """Baked frames over the limit of size, as sentences."""
    return [
        f"{path.parent.name}/{path.name} has {path.stat().st_size:,} bytes; at most {MOST_BYTES:,} are allowed."
        for path in sorted(folder.glob("*/*.svg"))
        if path.stat().st_size > MOST_BYTES
    ]


def _write(drawn: Drawn, folder: Path) -> list[str]:
    from ptbuilder.figure import svg

    faults = []
    for frame, drawing in zip(FRAMES, drawn.drawings, strict=True):
        path = frame_path(folder, drawn.body, drawn.code, frame)
        path.parent.mkdir(parents=True, exist_ok=True)
        data = svg.write(drawing).encode()
        if len(data) > MOST_BYTES:
            faults.append(f"{drawn.code}, {frame}: {len(data):,} bytes are more than {MOST_BYTES:,} ({drawn.body})")
        path.write_bytes(data)
    return faults


def _remove_others(poses: Poses, folder: Path, index: dict[str, dict[str, str]]) -> tuple[str, ...]:
    removed = []
    for body, codes in index.items():
        for code in sorted(set(codes) - set(poses)):
            del codes[code]
            for frame in FRAMES:
                frame_path(folder, body, code, frame).unlink(missing_ok=True)
            removed.append(f"{body}/{code}")
    return tuple(removed)


def _mark_poses(poses: Poses, folder: Path, index: Mapping[str, Mapping[str, str]]) -> None:
    """Note which pose each drawing shows that is as it should be; what is no longer drawn is no longer noted."""
    marks = {
        body: {code: mark for code, mark in codes.items() if code in index.get(body, {})}
        for body, codes in read_marks(folder).items()
    }
    for body, codes in index.items():
        for code in codes:
            if code in poses and codes[code] == _fingerprint(poses[code], body):
                marks.setdefault(body, {})[code] = pose_mark(poses[code])
    write_marks(folder, marks)


def _fingerprint(figure: Mapping[str, Any], body: str) -> str:
    from ptbuilder.figure.fingerprint import figure_fingerprint

    return figure_fingerprint(figure, asset("figure", f"{body}.npz"))


def _read_index(folder: Path) -> dict[str, dict[str, str]]:
    path = folder / INDEX
    if not path.is_file():
        return {}
    return {body: dict(codes) for body, codes in json.loads(path.read_text(encoding="utf-8")).items()}


def _write_index(folder: Path, index: Mapping[str, Mapping[str, str]]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(index, indent=1, sort_keys=True) + "\n"
    (folder / INDEX).write_text(text, encoding="utf-8")
