"""Names of the fields of an exercise, their values, and advice, as the form says them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

from ptbuilder.domain.library import Library
from ptbuilder.domain.text import say
from ptbuilder.services.library.own_reading import EASE, GRADE, Reading, Score
from ptbuilder.services.paper.note_reading import MOST_WORDS, HardPlace
from ptbuilder.ui.build.reason_words import position_words
from ptbuilder.ui.labels import exercise_name, finding_label, goal_label, language, level_word, phase_name, thing_word
from ptbuilder.ui.library.words import type_word

LANGUAGE_NAMES = {"en": "English", "es": "Español"}
"""Each language in its own words."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("ExerciseForm", text)


def field_name(name: str) -> str:
    """The name of a field as the form shows it; of a path its field, with the language where it is another than the window's."""
    bare, _, of = name.partition(".")
    names = {
        "name": _tr("Name"),
        "aliases": _tr("Other names"),
        "purpose": _tr("What it does"),
        "steps": _tr("Steps"),
        "cue": _tr("Cue"),
        "feel": _tr("You should feel"),
        "stop_if": _tr("Stop if"),
        "mistakes": _tr("Mistakes"),
        "region": _tr("Region"),
        "type": _tr("Kind of work"),
        "goals": _tr("Goals"),
        "muscles": _tr("Muscles"),
        "position": _tr("Position"),
        "equipment": _tr("Things needed"),
        "unilateral": _tr("One side at a time"),
        "dosage": _tr("Dosed as"),
        "difficulty": _tr("Difficulty"),
        "load": _tr("Load"),
        "stress": _tr("Stress tags"),
        "max_irritability": _tr("Irritability up to"),
        "earliest_phase": _tr("Earliest phase"),
        "impact": _tr("Impact"),
        "avoid_with": _tr("Not with"),
        "tags_reviewed": _tr("Tags reviewed"),
        "reviewed": _tr("Tags reviewed by"),
        "easier": _tr("Easier"),
        "harder": _tr("Harder"),
        "figure": _tr("Figure"),
        "retired": _tr("Hidden"),
        "sources": _tr("Sources"),
        "author": _tr("Written by"),
        "licence": _tr("Licence"),
    }
    words = names.get(bare, bare.replace("_", " ").capitalize())
    return words if of in ("", language()) else _tr("{field} ({language})").format(field=words, language=LANGUAGE_NAMES.get(of, of))


def placeholder(path: str) -> str:
    """What an empty field shows, as an example in its language."""
    name, _, of = path.partition(".")
    spanish = {
        "name": "Cómo lo llaman los pacientes",
        "purpose": "Hace más fuerte su ...",
        "steps": "Una sola acción",
        "cue": "Lo único que hay que recordar",
        "feel": "que trabajan los glúteos",
        "stop_if": "le duele la espalda",
        "mistakes": "Lo que suele salir mal",
    }
    if of == "es" and name in spanish:
        return spanish[name]
    words = {
        "name": _tr("What patients call it"),
        "aliases": _tr("Other words it is found by, with commas"),
        "purpose": _tr("Makes your ..."),
        "steps": _tr("One thing to do"),
        "cue": _tr("The one thing to remember"),
        "feel": _tr("your buttocks working"),
        "stop_if": _tr("your back hurts"),
        "mistakes": _tr("What often goes wrong"),
        "muscles": _tr("A muscle, as gluteus maximus"),
        "sources": _tr("Where it comes from: a book, a guideline, a course"),
        "author": _tr("Who wrote it"),
        "licence": _tr("What others may do with it, as CC0-1.0"),
    }
    return words.get(name, "")


def value_words(library: Library, path: str, value: object) -> str:
    """A value of any field in words, as a line beside what the original says."""
    name = path.partition(".")[0]
    if value in (None, "", (), []):
        return _tr("nothing")
    if isinstance(value, bool):
        return _tr("yes") if value else _tr("no")
    if isinstance(value, list | tuple):
        parts = [option_name(library, name, str(each)) for each in value]
        return " ".join(f"{number}. {part}" for number, part in enumerate(parts, start=1)) if name == "steps" else "; ".join(parts)
    return _tr("another pose") if isinstance(value, dict) else option_name(library, name, str(value))


def both_words(library: Library, path: str, one: object, other: object) -> tuple[str, str]:
    """Two values of a field in words, beside each other; of lines that have an order only those that differ."""
    name = path.partition(".")[0]
    if name not in ("steps", "mistakes") or not isinstance(one, list | tuple) or not isinstance(other, list | tuple):
        return value_words(library, path, one), value_words(library, path, other)
    return _lines_beside(one, other), _lines_beside(other, one)


def _lines_beside(lines: Sequence[object], others: Sequence[object]) -> str:
    """Those of the lines that stand elsewhere or otherwise among the others, numbered."""
    told = [f"{at}. {line}" for at, line in enumerate(lines, start=1) if at > len(others) or others[at - 1] != line]
    if len(lines) < len(others):
        told.append(_tr("{n} lines in all").format(n=len(lines)) if len(lines) != 1 else _tr("1 line in all"))
    return "\u2028".join(told)


def option_name(library: Library, name: str, code: str) -> str:
    """The words of one value of a field; of free text the text itself."""
    if name in ("region", "equipment", "stress", "dosage"):
        record = _records(library, name).get(code)
        words = say(record.name, language()) if record is not None else code
        return _capital(thing_word(words)) if name == "equipment" else words
    if name in ("easier", "harder"):
        return exercise_name(library, code)
    makers = {
        "type": lambda: type_word(code),
        "goals": lambda: _capital(goal_label(library, code)),
        "position": lambda: _capital(position_words(library, code)),
        "earliest_phase": lambda: f"{code}: {phase_name(library, code)}",
        "max_irritability": lambda: level_word(code),
        "avoid_with": lambda: finding_label(library, code),
        "impact": lambda: {"none": _tr("None"), "moderate": _tr("Moderate"), "high": _tr("High")}.get(code, code),
        "load": lambda: load_word(code),
    }
    return makers[name]() if name in makers else code


def _records(library: Library, name: str) -> Mapping[str, Any]:
    return {
        "region": library.regions,
        "equipment": library.equipment,
        "dosage": library.purposes,
        "stress": library.stress_tags,
    }[name]


def load_word(code: str) -> str:
    """What the muscles work against."""
    words = {
        "none": _tr("None"),
        "bodyweight": _tr("Own weight"),
        "elastic": _tr("Band"),
        "external": _tr("Weight"),
    }
    return words.get(code, code)


def hard_words(places: Iterable[HardPlace]) -> str:
    """What is hard to read in one text, calmly; empty where nothing is."""
    found = tuple(places)
    words = {each.text.lower(): each.plainer for each in found if each.kind == "word"}
    told = [f"{word} ({plainer})" if plainer else word for word, plainer in words.items()]
    parts = [_tr("Hard to read: {words}.").format(words=", ".join(told))] if told else []
    if any(each.kind == "sentence" for each in found):
        parts.append(_tr("Long sentence: two are easier."))
    return " ".join(parts)


def reading_words(reading: Reading, score: Score | None) -> str:
    """How one language reads: its grade or ease, the longest sentence and how many words are hard, with what to aim for."""
    parts = []
    if score is not None and score.language == "en":
        parts.append(_tr("Grade {n} (aim for {most} or less)").format(n=f"{score.value:g}", most=f"{GRADE:g}"))
    elif score is not None:
        parts.append(_tr("Ease {n} (aim for {least} or more)").format(n=f"{score.value:g}", least=f"{EASE:g}"))
    parts.append(_tr("Longest sentence {n} words (of {most})").format(n=reading.longest, most=MOST_WORDS))
    one, many = _tr("1 hard word"), _tr("{n} hard words")
    count = len(reading.hard)
    parts.append(_tr("No hard words") if not count else one if count == 1 else many.format(n=count))
    return ". ".join(parts) + "."


def untranslated_words(missing: str) -> str:
    """What a sheet in a language prints of an exercise in which nobody wrote a word in it."""
    if missing == "es":
        return _tr("No Spanish words yet. Until then a Spanish sheet prints the English ones.")
    return _tr("No English words yet. Until then an English sheet prints the Spanish ones.")


def advice_words(library: Library, kind: str, values: dict[str, object]) -> str:
    """What could be better in a field, as a sentence."""
    codes = values.get("codes")
    tags = [option_name(library, "stress", str(each)) for each in codes] if isinstance(codes, tuple) else []
    sentences = {
        "steps": _tr("Three to six steps are followed best."),
        "language": _tr("No words in this language yet: the sheet shows the other one."),
        "tags": _tr("By its position, impact or other tags it also carries: {tags}."),
        "placeholder": _tr("{found} is not known. Write {side} or {other}."),
        "side": _tr("{found} needs a side: tick “One side at a time”, or write without it."),
        "goals": _tr("Without a goal it is never suggested."),
    }
    found = "{" + str(values.get("found", "")) + "}"
    return sentences[kind].format(tags=", ".join(tags), found=found, side="{side}", other="{other}") if kind in sentences else ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
