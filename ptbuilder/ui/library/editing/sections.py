"""The groups of the form, in the order in which a therapist thinks: words, what it is for, dose, safety, neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication

from ptbuilder.domain.exercise import Exercise
from ptbuilder.domain.library import Library
from ptbuilder.domain.text import say
from ptbuilder.domain.vocabulary import LEVELS, PHASES
from ptbuilder.ui.labels import language
from ptbuilder.ui.library.editing.choice_rows import CheckRow, ComboRow, FewRow, Options, PickRow, options_of
from ptbuilder.ui.library.editing.rows import FormRow
from ptbuilder.ui.library.editing.text_rows import LinesRow, NamesRow, TextRow
from ptbuilder.ui.library.editing.words import option_name
from ptbuilder.ui.theme import Theme

IMPACTS = ("none", "moderate", "high")
LOADS = ("none", "bodyweight", "elastic", "external")
MOST_NEAR = 200
"""Neighbours that a list offers; nobody looks through more."""
Section = tuple[str, Sequence[FormRow]]


def _tr(text: str) -> str:
    return QCoreApplication.translate("ExerciseForm", text)


def word_rows(theme: Theme) -> Sequence[FormRow]:
    """What patients read, in the order of the sheet."""
    return (
        TextRow(theme, "name"),
        NamesRow(theme, "aliases"),
        TextRow(theme, "purpose"),
        LinesRow(theme, "steps", _tr("Add a step")),
        TextRow(theme, "cue"),
        TextRow(theme, "feel"),
        TextRow(theme, "stop_if"),
        LinesRow(theme, "mistakes", _tr("Add a mistake"), is_numbered=False),
    )


def fact_sections(theme: Theme, library: Library) -> Sequence[Section]:
    """What the program chooses by: groups with a heading and their fields."""
    return (
        (_tr("What it is for"), _aims(theme, library)),
        (_tr("Dose"), _dose(theme, library)),
        (_tr("Safety"), _safety(theme, library)),
        (_tr("Easier and harder"), (ComboRow(theme, "easier", (), _tr("None")), ComboRow(theme, "harder", (), _tr("None")))),
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
