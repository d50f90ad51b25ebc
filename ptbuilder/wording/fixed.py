"""The fixed words of paper in English and Spanish; ``*`` in a template encloses what is bold, and never touches user text."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from ptbuilder.wording.fixed_safety import SAFETY
from ptbuilder.wording.fixed_sheet import SHEET

_ALL: Mapping[str, tuple[str, str]] = {**SHEET, **SAFETY}


class Run(NamedTuple):
    """A stretch of words in one weight."""

    text: str
    bold: bool = False


def words(language: str) -> Mapping[str, str]:
    """All templates of one language by key, with their ``*`` marks; Spanish for ``es``, else English."""
    at = 1 if language == "es" else 0
    return {key: pair[at] for key, pair in _ALL.items()}


@cache
def _parts(key: str, language: str) -> tuple[Run, ...]:
    text = _ALL[key][1 if language == "es" else 0]
    return tuple(Run(part, place % 2 == 1) for place, part in enumerate(text.split("*")) if part)


def say(key: str, language: str, **parts: object) -> str:
    """The words of ``key`` with its placeholders filled, as plain text; raises KeyError for an unknown key."""
    return "".join(run.text.format(**parts) if parts else run.text for run in _parts(key, language))


def runs(key: str, language: str, **parts: object) -> tuple[Run, ...]:
    """The words of ``key`` in their weights; a placeholder is bold where it stands between ``*``."""
    return tuple(Run(run.text.format(**parts) if parts else run.text, run.bold) for run in _parts(key, language))


def plain(pieces: tuple[Run, ...]) -> str:
    """The text of runs without their weights."""
    return "".join(run.text for run in pieces)
