"""The parts of the form as a therapist thinks: words, picture, what it is for, dose, safety, neighbours, where it comes from.

``LEFT_OUT`` names what the record has and the form has not, with the reason; whatever else the record has can be filled in here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication

from ptbuilder.domain.exercise import Exercise
from ptbuilder.domain.library import Library
from ptbuilder.domain.text import say
from ptbuilder.domain.values import dataclass
from ptbuilder.domain.vocabulary import LEVELS, PHASES
from ptbuilder.ui.labels import language
from ptbuilder.ui.library.editing.choice_rows import CheckRow, ComboRow, FewRow, Options, PickRow, options_of
from ptbuilder.ui.library.editing.rows import FormRow
from ptbuilder.ui.library.editing.text_rows import LinesRow, NamesRow, TextRow
from ptbuilder.ui.library.editing.words import option_name
from ptbuilder.ui.theme import Theme

LEFT_OUT: Mapping[str, str] = {
    "code": "programs name an exercise by it, so it never changes; it is made of the name when it is first saved",
    "reviewed": "day and name of the reviewer are noted when somebody ticks that the tags were checked",
    "version": "counts the editions of a shipped record; what the clinic changed is dated edit by edit",
    "retired": "Hide and Show again stand below the details, where one sees what would be hidden",
    "replaced_by": "leads programs from a retired shipped record to its successor; the clinic hides and never replaces",
}
OWN_ALONE = ("author", "licence")
"""Fields that are filled in for the clinic's own exercises alone: a shipped one keeps who wrote it and what its licence is."""
IMPACTS = ("none", "moderate", "high")
LOADS = ("none", "bodyweight", "elastic", "external")
MOST_NEAR = 200
"""Neighbours that a list offers; nobody looks through more."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the form: its rows below each other, and its title."""

    code: str
    title: str
    rows: Sequence[FormRow]


def _tr(text: str) -> str:
    return QCoreApplication.translate("ExerciseForm", text)


def word_rows(theme: Theme, of: str) -> Sequence[FormRow]:
    """What patients read in one language, in the order of the sheet."""
    return (
        TextRow(theme, "name", of),
        NamesRow(theme, "aliases", of),
        TextRow(theme, "purpose", of),
        LinesRow(theme, "steps", _tr("Add a step"), of),
        TextRow(theme, "cue", of),
        TextRow(theme, "feel", of),
        TextRow(theme, "stop_if", of),
        LinesRow(theme, "mistakes", _tr("Add a mistake"), of, is_numbered=False),
    )


def fact_parts(theme: Theme, library: Library) -> Sequence[Part]:
    """The parts below words and picture: what the program chooses by, and where it comes from."""
    near = (ComboRow(theme, "easier", (), _tr("None")), ComboRow(theme, "harder", (), _tr("None")))
    return (
        Part("aims", _tr("What it is for"), _aims(theme, library)),
        Part("dose", _tr("Dose"), _dose(theme, library)),
        Part("safety", _tr("Safety"), _safety(theme, library)),
        Part("near", _tr("Easier and harder"), near),
        Part("origin", _tr("Where it comes from"), _origin(theme)),
    )


def neighbour_options(library: Library, exercise: Exercise) -> Options:
    """The exercises of its region that could come before or after this one, and those that do; of many those with its goals."""
    named = (exercise.easier, exercise.harder)
    records = library.exercises.values()
    near = [each for each in records if each.region == exercise.region and not each.retired and each.code != exercise.code]
    if len(near) > MOST_NEAR:
        goals = set(exercise.goals)
        near = sorted(near, key=lambda each: -len(goals.intersection(each.goals)))[:MOST_NEAR]
    kept = [library.exercises[code] for code in named if code is not None and code in library.exercises]
    offered = {each.code: each for each in (*near, *kept)}
    return tuple(sorted(((code, say(each.name, language())) for code, each in offered.items()), key=lambda each: each[1].lower()))


def _aims(theme: Theme, library: Library) -> Sequence[FormRow]:
    def options(name: str, codes: Sequence[str], *, by_name: bool = False) -> Options:
        return options_of(codes, partial(option_name, library, name), by_name=by_name)

    goals, things = (
        options("goals", tuple(library.goals), by_name=True),
        options("equipment", tuple(library.equipment), by_name=True),
    )
    return (
        PickRow(theme, "goals", _tr("Add a goal"), goals, first_counts=True),
        LinesRow(theme, "muscles", _tr("Add a muscle"), is_numbered=False),
        ComboRow(theme, "region", options("region", tuple(library.regions))),
        ComboRow(theme, "type", options("type", tuple(library.type_purposes), by_name=True)),
        ComboRow(theme, "position", options("position", tuple(library.positions))),
        PickRow(theme, "equipment", _tr("Add a thing"), things),
        CheckRow(theme, "unilateral", _tr("One side at a time")),
    )


def _dose(theme: Theme, library: Library) -> Sequence[FormRow]:
    words = partial(option_name, library, "dosage")
    return (
        ComboRow(theme, "dosage", options_of(tuple(library.purposes), words)),
        FewRow(theme, "difficulty", tuple((number, str(number)) for number in range(1, 6))),
        FewRow(theme, "load", tuple((code, option_name(library, "load", code)) for code in LOADS)),
    )


def _safety(theme: Theme, library: Library) -> Sequence[FormRow]:
    tags = options_of(tuple(library.stress_tags), partial(option_name, library, "stress"), by_name=True)
    kinds = [each.code for each in library.findings.values() if not each.is_red_flag]
    findings = options_of(kinds, partial(option_name, library, "avoid_with"), by_name=True)
    phases = options_of(PHASES, partial(option_name, library, "earliest_phase"))
    return (
        PickRow(theme, "stress", _tr("Add a stress tag"), tags),
        FewRow(theme, "max_irritability", tuple((level, option_name(library, "max_irritability", level)) for level in LEVELS)),
        ComboRow(theme, "earliest_phase", phases),
        FewRow(theme, "impact", tuple((code, option_name(library, "impact", code)) for code in IMPACTS)),
        PickRow(theme, "avoid_with", _tr("Add a finding"), findings),
        CheckRow(theme, "tags_reviewed", _tr("I have checked these tags")),
    )


def _origin(theme: Theme) -> Sequence[FormRow]:
    return (
        LinesRow(theme, "sources", _tr("Add a source"), is_numbered=False),
        TextRow(theme, "author"),
        TextRow(theme, "licence"),
    )
