"""Sources of the palette over patients, exercises and findings; each is asked at every letter, so each is quick."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QCoreApplication

from ptbuilder.domain.assessment import Finding
from ptbuilder.domain.patient import Patient
from ptbuilder.domain.text import say
from ptbuilder.domain.values import dataclass
from ptbuilder.services.desk.finding_entry import as_finding, read_entry
from ptbuilder.services.library.library_browsing import LibraryBrowser
from ptbuilder.services.patients.caseload import PatientRow
from ptbuilder.ui.build.reason_words import position_words
from ptbuilder.ui.desk_signals import DeskSignals
from ptbuilder.ui.labels import age_and_sex, exercise_name, grade_word, language, patient_name, side_word
from ptbuilder.ui.palette.entries import MOST_ALONE, Entry, Group, folded
from ptbuilder.ui.patients.patient_list_model import topic_of


def _tr(text: str) -> str:
    return QCoreApplication.translate("Palette", text)


def _named(patient: Patient) -> str:
    """Name and year of birth, a space before each word."""
    return f" {folded(patient.full_name)} {patient.birth_year or ''}"


class FoundFinding(Protocol):
    """What a finding search gives: the code of the kind."""

    @property
    def code(self) -> str:
        """The code of the finding."""


FindPatients = Callable[[str], Sequence[PatientRow]]
FindFindings = Callable[[str, int], Sequence[str]]


@dataclass(frozen=True, slots=True)
class PatientSource:
    """Patients by name, year, finding or exercise; Enter continues the last program."""

    desk_signals: DeskSignals
    search: FindPatients
    open_patient: Callable[[str], object]
    show_patient: Callable[[str], object]
    group: Group = "patients"

    def find(self, text: str, most: int) -> Sequence[Entry]:
        """Those with the name or year, then (where patients alone are asked for) those with the finding or exercise."""
        typed = folded(text).split()
        named: list[PatientRow] = []
        rest: list[PatientRow] = []
        for row in self.search(text):
            name = _named(row.patient)
            (named if all(f" {word}" in name for word in typed) else rest).append(row)
            if len(named) == most:
                break
        found = [*named, *rest][:most] if most >= MOST_ALONE else named
        return [self._entry(row) for row in found]

    def _entry(self, row: PatientRow) -> Entry:
        library = self.desk_signals.desk.library
        sample = _tr("sample") if row.patient.is_sample else ""
        who = ", ".join(part for part in (age_and_sex(row.age, row.patient.sex), sample) if part)
        topic = topic_of(row, library)
        hint = ". ".join(part for part in (who, topic) if part)
        identifier = row.patient.id
        return Entry(
            "patients",
            "patients",
            patient_name(row.patient),
            lambda: self.open_patient(identifier),
            hint=hint,
            warning=_tr("stopped") if row.is_stopped else "",
            more=lambda: self.show_patient(identifier),
        )


@dataclass(frozen=True, slots=True)
class ExerciseSource:
    """Exercises by name; Enter adds, but an excluded one is explained instead of added."""

    desk_signals: DeskSignals
    browser: LibraryBrowser
    add: Callable[[str], object]
    explain: Callable[[str], object]
    look: Callable[[str], object]
    group: Group = "exercises"

    def find(self, text: str, most: int) -> Sequence[Entry]:
        """The best matches; nothing before a letter is typed."""
        return [self._entry(code) for code in self.browser.search(text, most)] if text else []

    def _entry(self, code: str) -> Entry:
        desk = self.desk_signals.desk
        name = exercise_name(desk.library, code)
        place = position_words(desk.library, desk.library.exercises[code].position)
        if any(row.exercise.code == code for row in desk.rows):
            return Entry("exercises", "library", name, lambda: self.look(code), hint=_tr("in the program"))
        obstacles = desk.stage_outcome.excluded.get(code, ())
        if desk.outcome.stop is not None:
            return Entry(
                "exercises", "library", name, lambda: self.look(code), warning=_tr("no program while a danger sign stands")
            )
        if obstacles:
            count = len({each.key for each in obstacles})
            warning = _tr("not suggested: 1 rule") if count == 1 else _tr("not suggested: {n} rules").format(n=count)
            keys = ("W",)
            return Entry(
                "exercises", "library", name, lambda: self.explain(code), warning=warning, keys=keys, more=lambda: self.look(code)
            )
        return Entry("exercises", "plus", name, lambda: self.add(code), hint=place, more=lambda: self.look(code))


@dataclass(frozen=True, slots=True)
class FindingSource:
    """Findings as the finding field reads them: side and severity behind the words; Enter adds."""

    desk_signals: DeskSignals
    search: FindFindings
    add: Callable[[Finding], object]
    group: Group = "findings"

    def find(self, text: str, most: int) -> Sequence[Entry]:
        """The best matches; nothing before a letter is typed."""
        if not text:
            return []
        desk = self.desk_signals.desk
        line = read_entry(text, desk.today)
        entries = []
        for code in self.search(line.text, most):
            finding, _ = as_finding(line, desk.library.findings[code], desk.library)
            entries.append(self._entry(code, finding))
        return entries

    def _entry(self, code: str, finding: Finding) -> Entry:
        library, assessment = self.desk_signals.desk.library, self.desk_signals.desk.work.assessment
        kind = library.findings[code]
        parts = [side_word(finding.side) if finding.side else "", grade_word(finding.grade) if finding.grade else ""]
        if assessment.finding(code) is not None:
            parts.append(_tr("added already"))
        hint = ", ".join(part for part in (say(library.regions[kind.region].name, language()), *parts) if part)
        sign = "warn" if kind.is_red_flag else "body"
        return Entry("findings", sign, say(kind.label, language()), lambda: self.add(finding), hint=hint)
