"""One exercise in words, for paper and page: the dose, what to feel, when to stop, what changed, and the way out of too hard."""

from __future__ import annotations

from typing import Literal

from ptbuilder.domain.clinic import Clinic
from ptbuilder.domain.handout import SheetExercise
from ptbuilder.domain.text import say as say_text
from ptbuilder.wording import change, head, steps
from ptbuilder.wording import dose as dose_words
from ptbuilder.wording.fixed import Run, say
from ptbuilder.wording.numbers import glue

Words = tuple[Run, ...]


def changed(of: SheetExercise, language: str) -> str:
    """What is other than on the last sheet; nothing where the exercise is not marked so."""
    if of.mark != "changed" or of.before is None:
        return ""
    return change.what_changed(of.dosage, of.before, language, of.side, of.before_side)


def dose(of: SheetExercise, language: str) -> Words:
    """``How much: Do 2 sets of 10 ...``, the label bold."""
    return _labelled(f"{say('how-much', language)}: ", dose_words.sentence(of.dosage, of.side, language))


def told(of: SheetExercise, key: Literal["feel", "stop-if"], language: str) -> Words:
    """``You should feel a gentle pull ...``: the label bold, the text going on in lower case; nothing where nothing is told."""
    text = glue(say_text(of.exercise.feel if key == "feel" else of.exercise.stop_if, language))
    return _labelled(f"{say(key, language)} ", lower_first(steps.fill(text, of.side, language))) if text else ()


def way_out(of: SheetExercise, key: Literal["too-hard", "too-easy"], language: str) -> Words:
    """``Too hard? Do 8 times.``, the label bold."""
    act, other = (change.too_hard, of.easier) if key == "too-hard" else (change.too_easy, of.harder)
    return _labelled(f"{say(key, language)} ", act(of.dosage, of.side, of.usual, other, language))


def note(of: SheetExercise, clinic: Clinic, language: str) -> Words:
    """What the therapist wrote, as it was typed, under the therapist's first name; nothing where nothing was written."""
    return _labelled(f"{head.note_label(clinic, language)} ", of.note) if of.note.strip() else ()


def lower_first(text: str) -> str:
    """The text going on in lower case; a word in capitals stays ("ER")."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def _labelled(label: str, text: str) -> Words:
    return Run(label, bold=True), Run(text)
