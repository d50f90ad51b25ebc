"""Keep the patients: list and search them, open and save their work, hand out, look back."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from ptbuilder.domain.assessment import Assessment
from ptbuilder.domain.clinic import Clinic, HandoutChoices
from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.domain.exercise import Exercise
from ptbuilder.domain.library import Library
from ptbuilder.domain.program import Program
from ptbuilder.domain.revision import Issued, Revision, Way
from ptbuilder.domain.values import dataclass
from ptbuilder.services.desk.work import SaveState, Work
from ptbuilder.services.patients.prescribed_texts import PrescribedTexts
from ptbuilder.services.patients.template_of import as_template

if TYPE_CHECKING:
    from ptbuilder.domain.changes import RevisionChange
    from ptbuilder.services.patients.caseload import PatientIndex, PatientRow
    from ptbuilder.services.patients.progress import MeasureProgress
    from ptbuilder.storage.store import Store


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One revision, what it changed, and when it was handed out."""

    revision: Revision
    changes: tuple[RevisionChange, ...]
    issued: tuple[Issued, ...]


class Records:
    """The patients of the clinic, for the window, the desk and scripts; ``changed`` is called after each change of the list.

    ``settle`` is called before anything is read or written: it saves the work that waits for its turn.
    """

    def __init__(self, store: Store, library: Library, clock: Callable[[], datetime] = datetime.now) -> None:
        self.changed: list[Callable[[], None]] = []
        self.settle: Callable[[], None] = lambda: None
        self._settled_store = store
        self._library = library
        self._clock = clock
        self._index: tuple[date, PatientIndex] | None = None
        self._texts = PrescribedTexts(store, library)

    def rows(self) -> tuple[PatientRow, ...]:
        """All patients, the one worked on last first; those that are removed are left out."""
        return self._indexed().rows

    def removed(self) -> tuple[PatientRow, ...]:
        """The patients that were taken out of the list and not erased; ``restore`` puts them back."""
        from ptbuilder.services.patients.caseload import row_of

        today = self._clock().date()
        return tuple(row_of(each, self._library, today) for each in self._store.patients.list(removed=True))

    def find(self, text: str) -> tuple[PatientRow, ...]:
        """The patients in whose name, birth year, number, findings or exercises each typed word begins a word."""
        return self._indexed().find(text)

    def _indexed(self) -> PatientIndex:
        from ptbuilder.services.patients.caseload import PatientIndex, row_of

        self.settle()
        today = self._clock().date()
        if self._index is None or self._index[0] != today:
            rows = tuple(row_of(each, self._library, today) for each in self._store.patients.list())
            self._index = today, PatientIndex(rows, self._library)
        return self._index[1]

    @property
    def _store(self) -> Store:
        self.settle()
        return self._settled_store

    def tell(self) -> None:
        """Say that the list is another one."""
        self._index = None
        for listener in tuple(self.changed):
            listener()

    def open(self, patient_id: str) -> Work:
        """The patient with the last assessment, the program worked on last and the remembered choices, ready for the desk.

        Raises PTBuilderError where the patient is gone.
        """
        patient = self._store.patients.find(patient_id)
        if patient is None:
            raise PTBuilderError("This patient is no longer in the list.")
        revision = self._store.programs.latest_for_patient(patient_id)
        program = revision.document if revision else self._first_program(patient_id)
        return Work(patient, program.assessment, program, choices=self.choices(patient_id))

    def _first_program(self, patient_id: str) -> Program:
        assessment = Assessment(id=str(uuid.uuid4()), on=self._clock().date())
        return Program(id=str(uuid.uuid4()), assessment=assessment, patient=patient_id, library=self._library.version)

    def save(self, work: Work) -> SaveState:
        """Save patient, assessment, program, texts and choices together; when that was, or the sentence that says why not."""
        at = self._clock()
        try:
            self.save_revision(work, at)
        except PTBuilderError as error:
            return SaveState(problem=str(error))
        self.tell()
        return SaveState(at)

    def save_revision(self, work: Work, at: datetime) -> Revision:
        """As ``save``, in the open revision that comes back; raises PTBuilderError and changes nothing where it cannot."""
        program = self._texts.named(replace(work.program, assessment=work.assessment, patient=work.patient.id))
        with self._store.one_save():
            self._store.patients.save(work.patient, at)
            self._texts.put(program)
            if work.choices != self.choices(work.patient.id):
                self._store.settings.set_handout_choices(work.choices, work.patient.id)
            return self._store.programs.save_open_revision(program, self.clinic().therapist, at)

    def close_open(self, program_id: str) -> Revision | None:
        """Close the open revision, since the patient is left or something was printed; the last revision, None if none is."""
        return self._store.programs.close_revision(program_id)

    def close_left_open(self) -> int:
        """Close what an earlier day left open, as at the first start of a day; how many programs that were."""
        if not self._store.has_open:
            return 0  # at most starts, which then do not wait for SQLAlchemy
        return self._store.programs.close_left_open(self._clock().date())

    def left_open(self) -> tuple[str, datetime] | None:
        """Whose program was worked on last and when, if that was today and it was never closed; None otherwise."""
        if not self._store.is_left_open:
            return None
        last = self._store.programs.newest()
        if last is None or last.closed or last.at.date() != self._clock().date():
            return None
        patient = last.document.patient
        return (patient, last.at) if patient is not None and any(row.patient.id == patient for row in self.rows()) else None

    def delete(self, patient_id: str) -> None:
        """Take the patient out of the list; ``restore`` takes that back."""
        self._store.patients.delete(patient_id, self._clock())
        self.tell()

    def restore(self, patient_id: str) -> None:
        """Put a removed patient back."""
        self._store.patients.restore(patient_id)
        self.tell()

    def erase(self, patient_id: str) -> str:
        """Remove the patient for good, from the data and from every backup; a sentence where traces are left, else nothing."""
        clean = self._store.patients.erase(patient_id)
        left = self._store.backups.erase(patient_id, self._store.database.key)
        self.tell()
        if left:
            return (
                f"{len(left)} damaged backups could not be read and may still hold this patient. Remove them from {left[0].parent}."
            )
        return "" if clean else "Close the other window of PTBuilder, so that no trace of the patient stays in its log."

    def forget_texts(self, codes: Iterable[str]) -> None:
        """Name the texts of these exercises anew, since the library has others now; what is prescribed keeps its own."""
        self._texts.forget(codes)

    def exercises_of(self, program: Program) -> Mapping[str, Exercise]:
        """By fingerprint, the exercises as they were when prescribed, so that an old revision prints as it was."""
        self.settle()
        return self._texts.find(program)

    def issue(
        self, program_id: str, stage: int, choices: HandoutChoices, way: Way, *, revision: int | None = None, is_told: bool = True
    ) -> Issued:
        """Note that ``revision`` was handed out, else close the open one and note that; raises PTBuilderError where there is none.

        A queue of many notes each without telling the list (``is_told``), and calls ``tell`` at its end.
        """
        with self._store.one_save():
            number = self._closed(program_id) if revision is None else self._kept(program_id, revision)
            issued = Issued(
                program=program_id,
                revision=number,
                stage=stage,
                layout=choices.layout,
                language=choices.language,
                paper=choices.paper,
                at=self._clock(),
                by=self.clinic().therapist,
                way=way,
            )
            self._store.issued.add(issued)
        self._index = None
        if is_told:
            self.tell()
        return issued

    def _closed(self, program_id: str) -> int:
        """The number of the revision that is closed now or was closed last."""
        revision = self.close_open(program_id)
        if revision is None:
            raise PTBuilderError("There is nothing to hand out yet. Add an exercise first.")
        return revision.number

    def _kept(self, program_id: str, number: int) -> int:
        """That number, where the revision is still there: a backup may have been brought back while a sheet was printed."""
        try:
            return self._store.programs.get_revision(program_id, number).number
        except KeyError as error:
            raise PTBuilderError("What was handed out is no longer in the data, so it could not be noted.") from error

    def last_out(self, program_id: str) -> Issued | None:
        """How and when a program was last handed out."""
        return self._store.issued.last_for(program_id)

    def last_issued(self, program_id: str) -> Program | None:
        """The program as it was last handed out, which the marks of the next sheet compare with."""
        last = self._store.issued.last_for(program_id)
        return self._store.programs.get_revision(program_id, last.revision).document if last else None

    def history(self, program_id: str) -> tuple[HistoryEntry, ...]:
        """All revisions with what each changed, the newest first."""
        from ptbuilder.domain.changes import changes

        revisions = self._store.programs.history(program_id)
        sheets = self._store.issued.of(program_id)
        before = (None, *(each.document for each in revisions))
        entries = (
            HistoryEntry(each, changes(old, each.document), tuple(sheet for sheet in sheets if sheet.revision == each.number))
            for old, each in zip(before, revisions, strict=False)
        )
        return tuple(reversed(tuple(entries)))

    def bring_back(self, program_id: str, number: int) -> Revision:
        """A new open revision with the program of revision ``number``; what was open is closed first, so nothing is lost.

        It answers the newest assessment: a danger sign or a precaution found since then still counts.
        """
        at = self._clock()
        with self._store.one_save():
            newest = self.close_open(program_id)
            program = self._store.programs.get_revision(program_id, number).document
            if newest is not None:
                program = replace(program, assessment=newest.document.assessment)
            revision = self._store.programs.save_open_revision(program, self.clinic().therapist, at)
        self.tell()
        return revision

    def assessments(self, patient_id: str) -> tuple[Assessment, ...]:
        """The patient's assessments, the oldest first."""
        return self._store.programs.assessments(patient_id)

    def progress(self, patient_id: str) -> tuple[MeasureProgress, ...]:
        """The patient's outcome scores over time, for each measure and side that was ever scored."""
        from ptbuilder.services.patients.progress import progress_of

        return progress_of(self.assessments(patient_id), self._library.measures)

    def clinic(self) -> Clinic:
        """The letterhead and choices of the clinic."""
        return self._store.settings.clinic()

    def set_clinic(self, clinic: Clinic) -> None:
        """Keep the letterhead and choices of the clinic."""
        self._store.settings.set_clinic(clinic)
        self.tell()

    def choices(self, patient_id: str | None = None) -> HandoutChoices:
        """How this patient's handouts are printed, else how the clinic prints; until chosen paper and figure are the clinic's."""
        kept = self._store.settings.handout_choices(patient_id)
        clinic = self.clinic()
        return kept or HandoutChoices(paper=clinic.paper, figure=clinic.figure, skin=clinic.skin)

    def set_choices(self, choices: HandoutChoices, patient_id: str | None = None) -> None:
        """Remember how handouts are printed, for this patient or for the clinic."""
        self._store.settings.set_handout_choices(choices, patient_id)

    def templates(self) -> tuple[Program, ...]:
        """The clinic's templates, by title."""
        return self._store.templates.list()

    def save_template(self, program: Program, template_id: str, title: str) -> Program:
        """Keep a program as a template: without the patient, the assessment, dates, notes, reasons and answers to precautions."""
        template = as_template(program, template_id, title)
        self._store.templates.save(template, self.clinic().therapist, self._clock())
        return template

    def remove_template(self, template_id: str) -> None:
        """Remove a template."""
        self._store.templates.remove(template_id)
