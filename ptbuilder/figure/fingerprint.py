"""Fingerprints by which a stale drawing is known: the pose, the body's data, and the engine that drew."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

_NOT_DRAWING = ("checking", "fingerprint", "preview", "pixel_lines", "errors", "mirror", "tones")
_PROSE = re.compile(r'"""(?:.|\n)*?"""|#[^\n]*|[\s(),]')


def figure_fingerprint(figure: Mapping[str, Any], body: Path) -> str:
    """Changes when the pose, the body's file or the engine's code (not its prose) changes."""
    pose = {key: value for key, value in figure.items() if key not in ("note", "shows", "check")}
    text = json.dumps(pose, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(f"{text}\n{_file_hash(body)}\n{engine_fingerprint()}".encode()).hexdigest()[:20]


@cache
def _file_hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@cache
def engine_fingerprint() -> str:
    """A hash of the modules that draw, without documentation, comments and layout."""
    digest = hashlib.sha256()
    for path in sorted(Path(__file__).parent.glob("*.py")):
        if path.stem not in _NOT_DRAWING and not path.stem.startswith("bake_"):
            digest.update(_PROSE.sub("", path.read_text(encoding="utf-8")).encode())
    return digest.hexdigest()
