"""The checks of words: how they read, whether each letter can be printed, whether each text fits its place."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from ptbuilder.domain.handout import Sheet, SheetExercise
from ptbuilder.domain.text import say, say_all
from ptbuilder.services.paper.fitting import INSTEAD, missing_letters
from ptbuilder.services.paper.note_reading import EASE_LIMIT, GRADE_LIMIT, read_note
from ptbuilder.services.paper.page_fit import misfits
from ptbuilder.services.paper.sheet_checks import Asked, CheckValue, Made, SheetCheck
from ptbuilder.services.paper.sheet_texts import Place, WrittenText, notes, written
from ptbuilder.wording.steps import fill

MOST_SHOWN = 60
"""Letters of a text that a check repeats."""


def note_checks(sheet: Sheet, asked: Asked) -> Iterator[SheetCheck]:
    """One check for each note that is hard to read, with its grade and the hard words; one good line where all are easy."""
    found = [(each, read_note(each.text, asked.reader)) for each in notes(sheet)]
    hard = [(note, reading) for note, reading in found if not reading.is_easy]
    for note, reading in hard:
        told = tuple(f"{each.text} ({each.plainer})" if each.plainer else each.text for each in reading.words)
        values: dict[str, CheckValue] = {"of": note.place.kind, "name": say(note.name, asked.language), "words": told}
        values |= {"language": reading.language, "long": reading.long_sentences, "hard": float(reading.is_too_hard)}
        values["foreign"] = float(reading.is_foreign)
        if reading.score is not None:
            values["score"] = reading.score
        yield SheetCheck("note", "open", values, note.place)
    if found and not hard:
        yield SheetCheck("note", "good", {"n": len(found)})


def reading_check(sheet: Sheet, asked: Asked) -> SheetCheck:
    """The whole text of each exercise in the language that is printed; where both are, each is read."""
    printed = sheet.choices.language
    languages = ("en", "es") if printed == "both" else (printed,)
    graded = [(_badness(each, language), language, each) for each in sheet.exercises for language in languages]
    if not graded:
        return SheetCheck("reading", "good", {"name": "", "score": 0, "language": "en"})
    (score, over), language, hardest = max(graded, key=lambda each: each[0][1])
    values: dict[str, CheckValue] = {"score": score, "name": say(hardest.exercise.name, asked.language), "language": language}
    if over <= 0:
        return SheetCheck("reading", "good", values)
    return SheetCheck("reading", "open", values, Place("exercise", hardest.id))


def letter_checks(sheet: Sheet, asked: Asked) -> Iterator[SheetCheck]:
    """One check for each typed text with letters that no face has, and one for all texts of the library."""
    found = False
    for each in written(sheet):
        letters = missing_letters(each.text)
        if letters:
            found = True
            yield SheetCheck("letters", "open", {**_of(each, asked), "letters": tuple(map(_named, letters))}, each.place)
    for item in sheet.exercises:
        letters = tuple(dict.fromkeys(letter for text in _texts(item) for letter in missing_letters(text)))
        if letters:
            found = True
            values: dict[str, CheckValue] = {"of": "exercise", "name": say(item.exercise.name, asked.language)}
            values["letters"] = tuple(map(_named, letters))
            yield SheetCheck("letters", "open", values, Place("exercise", item.id))
    if not found:
        yield SheetCheck("letters", "good", {"instead": INSTEAD})


def fit_checks(sheet: Sheet, made: Made, asked: Asked) -> Iterator[SheetCheck]:
    """One check for each text that is not printed whole: shortened to fit, over the edge, under other text, cut in a head."""
    found = False
    for before, after in zip(written(sheet), written(made.printed), strict=True):
        if after.text.count("…") > before.text.count("…"):
            found = True
            yield SheetCheck("fit", "open", {**_of(before, asked), "how": "shortened", "text": _short(before.text)}, before.place)
    if sheet.choices.layout != made.printed.choices.layout:
        found = True
        yield SheetCheck("fit", "open", {"how": "layout", "of": "layout", "name": "", "text": ""}, Place("layout"))
    for each in misfits(made.pdf, made.printed):
        found = True
        values: dict[str, CheckValue] = {"how": each.how, "page": each.page + 1, "text": _short(each.text), "of": each.place.kind}
        yield SheetCheck("fit", "note" if each.how == "cut" else "open", {**values, "name": ""}, each.place)
    if not found:
        yield SheetCheck("fit", "good")


def _badness(item: SheetExercise, language: str) -> tuple[float, float]:
    """The score, and by how much it misses its goal (below 0 where it does not)."""
    from ptbuilder.library.plain_language import reading_ease, reading_grade

    text = " ".join(each if each.endswith((".", "!", "?")) else f"{each}." for each in _texts(item, language))
    if not text:
        return 0.0, -EASE_LIMIT
    if language == "es":
        ease = round(reading_ease(text), 1)
        return ease, (EASE_LIMIT - ease) / 10
    grade = round(max(reading_grade(text), 0), 1)
    return grade, grade - GRADE_LIMIT


def _texts(item: SheetExercise, language: str = "en") -> list[str]:
    """What the patient reads of one exercise in one language."""
    record = item.exercise
    parts = (*say_all(record.steps, language), say(record.feel, language), say(record.stop_if, language))
    return [fill(each, item.side, language) for each in parts if each]


def _of(text: WrittenText, asked: Asked) -> dict[str, CheckValue]:
    return {"of": text.place.kind, "field": text.place.subject, "name": say(text.name, asked.language)}


def _named(letter: str) -> str:
    """A letter with its number and its name in Unicode: ``❤ (U+2764, heavy black heart)``."""
    told = unicodedata.name(letter, "").lower()
    code = f"U+{ord(letter):04X}" + (f", {told}" if told else "")
    return f"{letter} ({code})" if letter.isprintable() else code


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= MOST_SHOWN else plain[:MOST_SHOWN].rstrip() + "…"
