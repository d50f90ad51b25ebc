"""Steps for the side that the patient moves, and what is added when both sides are done."""

from __future__ import annotations

import re

from ptbuilder.domain.vocabulary import Side
from ptbuilder.wording.fixed import Run, say
from ptbuilder.wording.numbers import glue

_PLACE = re.compile(r"\{(side|other)(?:\.([fmp]{1,2}))?\}")
_SIDES = {
    "en": {"left": ("left", "left", "left", "left"), "right": ("right", "right", "right", "right")},
    "es": {
        "left": ("izquierdo", "izquierda", "izquierdos", "izquierdas"),
        "right": ("derecho", "derecha", "derechos", "derechas"),
    },
}
_FORMS = {None: 0, "m": 0, "f": 1, "p": 2, "mp": 2, "fp": 3}


def fill(text: str, side: Side | None, language: str) -> str:
    """The text with ``{side}`` and ``{other}`` as words; for both sides or none it is told for the right one.

    Spanish placeholders may name the gender and number: ``{side.f}``, ``{other.m}``, ``{side.fp}``.
    """
    if "{" not in text:
        return glue(text)
    moving = "left" if side == "left" else "right"
    still = "right" if moving == "left" else "left"

    def word(match: re.Match[str]) -> str:
        return _SIDES[language][moving if match[1] == "side" else still][_FORMS.get(match[2], 0)]

    return glue(_capital(_PLACE.sub(word, text)))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def filled(steps: tuple[str, ...], side: Side | None, language: str) -> tuple[tuple[Run, ...], ...]:
    """All steps filled; the last one of an exercise for both sides turns the patient round, in bold."""
    runs: list[tuple[Run, ...]] = [(Run(fill(step, side, language)),) for step in steps]
    if side == "both" and runs:
        runs[-1] = (Run(f"{runs[-1][0].text} "), Run(say("other-side", language), bold=True))
    return tuple(runs)
