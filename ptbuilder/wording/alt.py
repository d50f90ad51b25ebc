"""Alternative text of pictures: one sentence a frame, at most 150 characters, from data."""

from __future__ import annotations

import re

from ptbuilder.domain.handout import SheetExercise
from ptbuilder.domain.text import say as say_text
from ptbuilder.domain.text import say_all
from ptbuilder.wording.numbers import NO_BREAK, and_list
from ptbuilder.wording.steps import fill

LONGEST = 150


def start(of: SheetExercise, language: str) -> str:
    """``Start of Bridge: lying on your back, knees bent, with a mat.``."""
    name = say_text(of.exercise.name, language)
    position = say_text(of.position, language) or of.exercise.position
    things = and_list([say_text(each, language) for each in of.equipment], language)
    carried = f", {'con' if language == 'es' else 'with'} {things}" if things else ""
    return _short(f"{'Inicio de' if language == 'es' else 'Start of'} {name}: {position}{carried}.")


def finish(of: SheetExercise, language: str) -> str:
    """``Finish of Bridge: lift hips.``: the words of the step that the picture shows, without "your"."""
    name = say_text(of.exercise.name, language)
    label = "Final de" if language == "es" else "Finish of"
    return _short(f"{label} {name}: {_step_shown(of, language)}.")


def _step_shown(of: SheetExercise, language: str) -> str:
    steps = say_all(of.exercise.steps, language)
    shown = of.exercise.shows[1] if of.exercise.shows else len(steps)
    text = fill(steps[min(shown, len(steps)) - 1], of.side, language) if steps else ""
    text = re.sub(r"\b(your|you)\b ", "", text.replace(NO_BREAK, " "))
    return (text[:1].lower() + text[1:]).rstrip(". ")


def pain_scale(most: int | None, language: str) -> str:
    """What the scale of the log shows."""
    if language == "es":
        scale = "Escala de dolor de 0, sin dolor, a 10, el peor dolor."
        return f"{scale} De 0 a {most} está bien." if most else scale
    scale = "Pain scale from 0, no pain, to 10, worst pain."
    return f"{scale} 0 to {most} is fine." if most else scale


def _short(sentence: str) -> str:
    if len(sentence) <= LONGEST:
        return sentence
    return sentence[: LONGEST - 1].rsplit(" ", 1)[0].rstrip(",.;: ") + "."
