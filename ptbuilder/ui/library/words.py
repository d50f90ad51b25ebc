"""Names of filters and of what an exercise is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ptbuilder.domain.exercise import Exercise
from ptbuilder.domain.library import Library
from ptbuilder.domain.text import say
from ptbuilder.services.library.library_browsing import Facet
from ptbuilder.ui.build.reason_words import position_words
from ptbuilder.ui.labels import language


def _tr(text: str) -> str:
    return QCoreApplication.translate("Library", text)


def facet_name(facet: Facet) -> str:
    """The heading of a group of filters."""
    names = {
        "region": _tr("Region"),
        "type": _tr("Kind"),
        "position": _tr("Done in"),
        "equipment": _tr("With"),
        "difficulty": _tr("Difficulty"),
        "show": _tr("Show"),
    }
    return names[facet]


def type_word(kind: str) -> str:
    """What sort of work an exercise is."""
    words = {
        "aerobic": _tr("Endurance"),
        "balance": _tr("Balance"),
        "breathing": _tr("Breathing"),
        "control": _tr("Control"),
        "directional": _tr("Direction"),
        "education": _tr("Habit"),
        "functional": _tr("Everyday task"),
        "isometric": _tr("Hold"),
        "mobility": _tr("Mobility"),
        "motor-control": _tr("Control"),
        "neural": _tr("Nerve"),
        "neural-mobility": _tr("Nerve"),
        "position": _tr("Position"),
        "positional": _tr("Position"),
        "relaxation": _tr("Relaxation"),
        "rom": _tr("Range of motion"),
        "strength": _tr("Strength"),
        "stretch": _tr("Stretch"),
    }
    return words.get(kind) or kind.replace("-", " ").capitalize()


def value_name(library: Library, facet: Facet, value: str) -> str:
    """The words of one filter."""
    if facet == "region":
        return say(library.regions[value].name, language())
    if facet == "type":
        return type_word(value)
    if facet == "position":
        return _capital(position_words(library, value))
    if facet == "equipment":
        return _capital(say(library.equipment[value].name, language()))
    if facet == "difficulty":
        return _tr("Level {n} of 5").format(n=value)
    names = {
        "allowed": _tr("Allowed for this patient"),
        "in-program": _tr("In the program"),
        "not-reviewed": _tr("Tags not reviewed"),
        "edited": _tr("Edited by the clinic"),
        "own": _tr("Our own"),
        "hidden": _tr("Hidden"),
    }
    return names[value]


def kind_line(library: Library, exercise: Exercise) -> str:
    """Kind and level as screen readers say them: "Control, level 2 of 5, on back"."""
    position = position_words(library, exercise.position)
    return _tr("{kind}, level {n} of 5, {position}").format(kind=type_word(exercise.type), n=exercise.difficulty, position=position)


def clinic_mark(origin: str, *, is_hidden: bool) -> str:
    """What the clinic did to an exercise, in a word; empty for one as it is shipped."""
    if is_hidden:
        return _tr("Hidden")
    return {"edited": _tr("Edited"), "own": _tr("Own")}.get(origin, "")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
