"""Drawings of exercises whose pose has no baked one: drawn from the pose, and kept by what they show."""

from __future__ import annotations

import os
from collections import OrderedDict
from collections.abc import Callable, Mapping
from pathlib import Path
from threading import Lock
from typing import Any

from ptbuilder.domain.drawing import Drawing
from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.domain.exercise import Exercise
from ptbuilder.domain.vocabulary import Side
from ptbuilder.resources import asset
from ptbuilder.services.drawing.baked_poses import baked_code, pose_mark
from ptbuilder.services.drawing.figures import FRAMES, Job, draw, find_drawing

Pair = tuple[Drawing, ...]
"""Start and finish, or nothing where the pose cannot be read."""

Make = Callable[[Mapping[str, Any], str], Pair]
"""A pose and the name of a body to a pair; takes a second."""

KEPT = 96
"""Pairs in memory; one takes some 200 KB."""

ON_DISK = 800
"""Files in the folder that ``keep_in`` names; at 12 KB each."""


def has_pose(exercise: Exercise | None) -> bool:
    """Whether an exercise can be drawn."""
    return exercise is not None and bool(exercise.figure) and "start" in (exercise.figure or {})


def drawing_of(exercise: Exercise, side: Side | None, frame: str, body: str, make: Make | None = None) -> Drawing | None:
    """The drawing of one frame (start or finish) as the exercise is posed now, turned over for the left side.

    The baked one where it shows this pose, else one that ``make`` draws and that is kept; None where there is none.
    """
    figure = exercise.figure
    if not figure or "start" not in figure:
        return None
    baked = baked_code(figure, exercise.code, body)
    found = find_drawing(baked, side, frame, body) if baked is not None else None
    if found is not None:
        return found
    pair = _shelf.pair(figure, body, make or draw_pair)
    if not pair:
        return None
    drawing = pair[FRAMES.index(frame)]
    return _turned(drawing) if side == "left" else drawing


def draw_pair(figure: Mapping[str, Any], body: str) -> Pair:
    """Draw start and finish of a pose; nothing where it cannot be read."""
    return draw(Job("", figure, body)).drawings


def keep_in(folder: Path | None) -> None:
    """Keep drawings in a folder too, so that the next start finds them; None keeps them in memory only."""
    _shelf.folder = folder


def remember(figure: Mapping[str, Any], body: str, pair: Pair) -> None:
    """Keep drawings of a pose that were made already, so that lists and paper need not wait for them."""
    _shelf.put(figure, body, pair)


def forget_own() -> None:
    """Draw all anew from now on."""
    _shelf.forget()


class _Shelf:
    """Pairs by pose, body and engine: in memory, and as files where there is a folder."""

    def __init__(self) -> None:
        self.folder: Path | None = None
        self._pairs: OrderedDict[str, Pair] = OrderedDict()
        self._turn = Lock()

    def pair(self, figure: Mapping[str, Any], body: str, make: Make) -> Pair:
        """The pair of a pose; two that ask at once make it once."""
        key = _key(figure, body)
        with self._turn:
            if key not in self._pairs:
                self._keep(key, self._read(figure, body) or self._made(figure, body, make))
            self._pairs.move_to_end(key)
            return self._pairs[key]

    def put(self, figure: Mapping[str, Any], body: str, pair: Pair) -> None:
        """Keep a pair that was made elsewhere."""
        with self._turn:
            self._keep(_key(figure, body), self._made(figure, body, lambda _figure, _body: pair))

    def forget(self) -> None:
        """Keep nothing in memory."""
        with self._turn:
            self._pairs.clear()

    def _keep(self, key: str, pair: Pair) -> None:
        self._pairs[key] = pair
        while len(self._pairs) > KEPT:
            self._pairs.popitem(last=False)

    def _made(self, figure: Mapping[str, Any], body: str, make: Make) -> Pair:
        pair = make(figure, body)
        if pair and self.folder is not None:
            self._write(figure, body, pair)
        return pair

    def _paths(self, figure: Mapping[str, Any], body: str) -> tuple[Path, ...]:
        from ptbuilder import __version__
        from ptbuilder.figure.fingerprint import figure_fingerprint

        assert self.folder is not None
        name = f"{figure_fingerprint(figure, asset('figure', f'{body}.npz'))}-{__version__}"
        return tuple(self.folder / f"{name}-{frame}.svg" for frame in FRAMES)

    def _read(self, figure: Mapping[str, Any], body: str) -> Pair:
        if self.folder is None:
            return ()
        from ptbuilder.figure.svg import parse

        try:
            pair = tuple(parse(path.read_text(encoding="utf-8")) for path in self._paths(figure, body))
        except (OSError, PTBuilderError):  # not there, or not whole: it is drawn again
            return ()
        return pair

    def _write(self, figure: Mapping[str, Any], body: str, pair: Pair) -> None:
        from ptbuilder.figure.svg import write

        assert self.folder is not None
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            for path, drawing in zip(self._paths(figure, body), pair, strict=True):
                unfinished = path.with_suffix(f".{os.getpid()}")
                unfinished.write_text(write(drawing), encoding="utf-8")
                unfinished.replace(path)
            self._tidy()
        except OSError:  # a full or closed disk: the drawing is kept in memory, and made again at the next start
            return

    def _tidy(self) -> None:
        """Remove the oldest files where there are too many."""
        assert self.folder is not None
        files = sorted(self.folder.glob("*.svg"), key=lambda path: path.stat().st_mtime)
        for path in files[: max(len(files) - ON_DISK, 0)]:
            path.unlink(missing_ok=True)


_shelf = _Shelf()


def _key(figure: Mapping[str, Any], body: str) -> str:
    return f"{pose_mark(figure)}-{body}"


def _turned(drawing: Drawing) -> Drawing:
    from ptbuilder.figure.mirror import mirrored

    return mirrored(drawing)
