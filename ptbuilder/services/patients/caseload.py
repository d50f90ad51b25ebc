"""The list of patients as a page shows it, and the search in it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from ptbuilder.domain.library import Library
from ptbuilder.domain.patient import Patient
from ptbuilder.domain.values import dataclass

if TYPE_CHECKING:
    from ptbuilder.storage.patients import ListedPatient
    from ptbuilder.storage.summary import ProgramSummary, StageSummary


@dataclass(frozen=True, slots=True)
class PatientRow:
    """A patient in the list; ``stage`` is today's stage of the program that was worked on last.

    ``due`` is the next visit, else the first day of the next stage. ``is_stopped``: a danger sign stands, there is no program.
    """

    patient: Patient
    age: int | None
    since: datetime
    updated_at: datetime
    program: ProgramSummary | None = None
    stage: StageSummary | None = None
    due: date | None = None
    is_stopped: bool = False

    @property
    def name(self) -> str:
        """Given and family name, or an empty string."""
        return self.patient.full_name

    @property
    def exercises(self) -> int:
        """How many exercises today's stage has."""
        return self.stage.exercises if self.stage else 0


class PatientIndex:
    """The rows with the words that find them: name, birth year, number, findings and exercises in each language."""

    def __init__(self, rows: tuple[PatientRow, ...], library: Library) -> None:
        self.rows = rows
        self._library = library

    @cached_property
    def _words(self) -> list[str]:
        """For each row its words, made at the first search; the words of each code are made once."""
        used = {code for row in self.rows for code in _codes(row)}
        labels = {code: _sought(_labels(self._library, code)) for code in used}
        return [_sought(_said(row)) + "".join(labels[code] for code in _codes(row)) for row in self.rows]

    def find(self, text: str) -> tuple[PatientRow, ...]:
        """The rows in which every typed word begins some word, in the order of the list; all of them if nothing is typed."""
        typed = [f" {word}" for word in _words(text)]
        return tuple(row for row, words in zip(self.rows, self._words, strict=True) if all(word in words for word in typed))


def row_of(listed: ListedPatient, library: Library, today: date) -> PatientRow:
    """The row of one patient as of today."""
    program = listed.program
    return PatientRow(
        patient=listed.patient,
        age=listed.patient.age_on(today),
        since=listed.since,
        updated_at=listed.updated_at,
        program=program,
        stage=_stage_of(program, today) if program else None,
        due=_due(program, today) if program else None,
        is_stopped=program is not None and _is_stopped(program, library),
    )


def _stage_of(program: ProgramSummary, today: date) -> StageSummary | None:
    """The last stage that has begun by its date, else the first."""
    begun = [stage for stage in program.stages if stage.first is not None and stage.first <= today]
    return next(iter(begun[-1:] or program.stages), None)


def _due(program: ProgramSummary, today: date) -> date | None:
    if program.next_visit is not None:
        return program.next_visit.date()
    return next((stage.first for stage in program.stages if stage.first is not None and stage.first > today), None)


def _is_stopped(program: ProgramSummary, library: Library) -> bool:
    kinds = (library.findings.get(code) for code in program.findings)
    return not program.exercises and any(kind is not None and kind.is_red_flag for kind in kinds)


def _labels(library: Library, code: str) -> tuple[str, ...]:
    """The names of a finding or exercise in each language; none for what the library does not have."""
    finding, exercise = library.findings.get(code), library.exercises.get(code)
    return (*(finding.label if finding else {}).values(), *(exercise.name if exercise else {}).values())


def _codes(row: PatientRow) -> tuple[str, ...]:
    return (*row.program.findings, *row.program.exercises) if row.program else ()


def _said(row: PatientRow) -> tuple[str, ...]:
    patient = row.patient
    year = patient.birth_date.year if patient.birth_date else patient.birth_year
    return patient.given, patient.family, patient.record_number, str(year or ""), row.program.title if row.program else ""


def _sought(said: Iterable[str]) -> str:
    """All words in a row, each after a space, so that a word's beginning is found by one search in a string."""
    return "".join(f" {word}" for text in said for word in _words(text))


def _words(text: str) -> list[str]:
    """Words in small letters without accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return re.findall(r"\w+", "".join(each for each in plain if not unicodedata.combining(each)))
