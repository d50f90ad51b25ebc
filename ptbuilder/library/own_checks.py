"""What is looked at in an exercise that the clinic wrote or changed: what would break is refused, the rest is advice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field, replace
from typing import Literal

import msgspec

from ptbuilder.domain.exercise import Exercise
from ptbuilder.domain.library import Library
from ptbuilder.domain.text import LANGUAGES
from ptbuilder.domain.values import dataclass
from ptbuilder.library import structs
from ptbuilder.library.completeness import FEWEST_STEPS, MOST_STEPS
from ptbuilder.library.explain import explain
from ptbuilder.library.layering import unknown_fields
from ptbuilder.library.links import comes_back
from ptbuilder.library.patient_texts import PLACEHOLDERS, exercise_lines, placeholders
from ptbuilder.library.plain_language import EASE, GRADES, reading_ease, reading_grade, whole_text

AdviceKind = Literal["steps", "language", "tags", "placeholder", "side", "grade", "ease", "goals"]
OWN_CODE = "own-"
"""How the codes of the clinic's own exercises begin; no shipped one does."""


@dataclass(frozen=True, slots=True)
class Complaint:
    """What is wrong with a field, given as a path (``steps.en``), as a sentence."""

    path: str
    says: str


@dataclass(frozen=True, slots=True)
class Advice:
    """What could be better in a field; ``values`` fill the sentence that the window makes of it."""

    path: str
    kind: AdviceKind
    values: dict[str, object] = field(default_factory=dict)


def faults_of(exercise: Exercise, library: Library) -> tuple[Complaint, ...]:
    """Everything because of which the exercise cannot be kept; empty where it can."""
    return tuple(_faults(exercise, library))


def advice_on(exercise: Exercise, library: Library) -> tuple[Advice, ...]:
    """What could be better, but for how it reads; quick enough to be asked while one types."""
    return tuple(_advice(exercise, library))


def reading_advice(exercise: Exercise) -> tuple[Advice, ...]:
    """How the whole text reads in each language; loads the reading formulas at first, so it belongs on a worker.

    ``good`` says whether the score is one that patients read easily.
    """
    found = []
    english = whole_text(tuple(exercise_lines(exercise, "en"))) if exercise.steps.get("en") else ""
    if english:
        score = round(max(reading_grade(english), 0.0), 1)
        found.append(Advice("en", "grade", {"score": score, "good": score <= GRADES["exercises"]}))
    spanish = whole_text(tuple(exercise_lines(exercise, "es"))) if exercise.steps.get("es") else ""
    if spanish:
        score = round(reading_ease(spanish), 1)
        found.append(Advice("es", "ease", {"score": score, "good": score >= EASE}))
    return tuple(found)


def _faults(exercise: Exercise, library: Library) -> Iterator[Complaint]:
    for language, in_words in (("en", "English"), ("es", "Spanish")):
        if not exercise.name.get(language, "").strip():
            yield Complaint(f"name.{language}", f"Give the exercise a name in {in_words}.")
        if not any(step.strip() for step in exercise.steps.get(language, ())):
            yield Complaint(f"steps.{language}", f"Write at least one step in {in_words}.")
    for path, codes in unknown_fields(exercise, library).items():
        yield Complaint(path, f"The library does not have {', '.join(codes)}.")
    if exercise.code in (exercise.easier, exercise.harder):
        yield Complaint("easier", "An exercise cannot be its own easier or harder neighbour.")
    else:
        yield from _circles(exercise, library)
    yield from _flaws(exercise)


def _circles(exercise: Exercise, library: Library) -> Iterator[Complaint]:
    """The chain of harder exercises, and the one of easier ones, must not come back here."""
    near = {**library.exercises, exercise.code: exercise}
    if comes_back(exercise, near):
        yield Complaint("harder", "Going harder and harder would lead back to this exercise.")
    code, seen = exercise.easier, set[str]()
    while code in near and code not in seen:
        seen.add(code)
        code = near[code].easier
        if code == exercise.code:
            yield Complaint("easier", "Going easier and easier would lead back to this exercise.")


def _flaws(exercise: Exercise) -> Iterator[Complaint]:
    """What does not fit the form of a record; the code is the program's own affair."""
    plain = msgspec.json.decode(msgspec.json.encode(replace(exercise, code="lx-x")))
    for flaw in explain(plain, structs.Exercise):
        place = ".".join(str(part) for part in flaw.path[:2] if isinstance(part, str))
        yield Complaint(place, f"{flaw.says[:1].upper()}{flaw.says[1:]}.")


def _advice(exercise: Exercise, library: Library) -> Iterator[Advice]:
    for language in LANGUAGES:
        count = len(exercise.steps.get(language, ()))
        if count and not FEWEST_STEPS <= count <= MOST_STEPS:
            yield Advice(f"steps.{language}", "steps", {"n": count})
        for name in ("name", "purpose", "steps", "cue", "feel", "stop_if", "mistakes"):
            text = getattr(exercise, name)
            if any(text.values()) and not text.get(language):
                yield Advice(f"{name}.{language}", "language")
    for path, written_in, found in placeholders(exercise):
        if found not in PLACEHOLDERS[written_in]:
            yield Advice(f"{path}.{written_in}", "placeholder", {"found": found})
        elif not exercise.unilateral:
            yield Advice(f"{path}.{written_in}", "side", {"found": found})
    if missing := missing_tags(exercise, library):
        yield Advice("stress", "tags", {"codes": missing})
    if not exercise.goals:
        yield Advice("goals", "goals")


def missing_tags(exercise: Exercise, library: Library) -> tuple[str, ...]:
    """Stress tags that follow from the position, the impact or from other tags, and are not there."""
    position = library.positions.get(exercise.position)
    wanted = [*(position.tags if position else ())]
    if exercise.impact != "none":
        wanted.append(f"impact-{exercise.impact}")
    for tag in (*exercise.stress, *wanted):
        if tag.endswith(("-end", "-loaded")):
            wanted.append(tag.rpartition("-")[0])
        if tag == "impact-high":
            wanted.append("impact-moderate")
    known = (tag for tag in wanted if tag in library.stress_tags and tag not in exercise.stress)
    return tuple(dict.fromkeys(known))
