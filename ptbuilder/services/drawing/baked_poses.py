"""Which pose each baked drawing shows: by it an edited figure is never shown with the drawing of another pose."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from ptbuilder.resources import asset

MARKS = "poses.json"
"""The file beside the drawings that holds the mark of each baked pose, by body and code."""

_NOT_SEEN = ("note", "shows", "check")

Marks = dict[str, dict[str, str]]


def pose_mark(figure: Mapping[str, Any]) -> str:
    """Tells poses apart that look different; what an author notes and which steps are shown does not count."""
    seen = {key: value for key, value in figure.items() if key not in _NOT_SEEN}
    text = json.dumps(seen, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def baked_code(figure: Mapping[str, Any], code: str, body: str) -> str | None:
    """The code whose baked drawing shows this pose with this body: the exercise's own, or one that it was copied from."""
    marks, codes = _shipped()
    mark = pose_mark(figure)
    if marks.get(body, {}).get(code) == mark:
        return code
    return codes.get(body, {}).get(mark)


def read_marks(folder: Path) -> Marks:
    """The marks of a folder of drawings; none where there is no file of them."""
    path = folder / MARKS
    if not path.is_file():
        return {}
    return {body: dict(codes) for body, codes in json.loads(path.read_text(encoding="utf-8")).items()}


def write_marks(folder: Path, marks: Mapping[str, Mapping[str, str]]) -> None:
    """Write the marks, and let this process read them anew."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MARKS).write_text(json.dumps(marks, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    _shipped.cache_clear()


@lru_cache(maxsize=1)
def _shipped() -> tuple[Marks, Marks]:
    """The marks of the shipped drawings, and the codes by mark."""
    marks = read_marks(asset("drawings"))
    return marks, {body: {mark: code for code, mark in codes.items()} for body, codes in marks.items()}
