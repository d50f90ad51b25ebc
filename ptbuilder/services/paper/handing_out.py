"""Handing out: the sheet as a PDF, its pages as pictures, the file on disk."""

from __future__ import annotations

import errno
import os
import uuid
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from ptbuilder.domain.clinic import Clinic, HandoutChoices
from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.domain.exercise import Exercise
from ptbuilder.domain.library import Library
from ptbuilder.domain.program import Stage
from ptbuilder.services.desk.work import Work
from ptbuilder.services.suggest.suggesting import Suggesting

if TYPE_CHECKING:
    from ptbuilder.domain.handout import Handout, Referral, Sheet
    from ptbuilder.domain.image import RasterImage
    from ptbuilder.services.paper.fitting import Fitted
    from ptbuilder.services.paper.sheets import SheetMaker


class HandingOut:
    """Makes documents of the work at hand; what gathers and writes them is loaded at the first document, not before.

    ``sheets`` gathers the sheets; given the library alone, its own maker of sheets does.
    """

    def __init__(self, sheets: SheetMaker | Library, suggesting: Suggesting) -> None:
        self._given = sheets
        self._suggesting = suggesting

    @cached_property
    def _sheets(self) -> SheetMaker:
        from ptbuilder.services.paper.sheets import SheetMaker

        return SheetMaker(self._given) if isinstance(self._given, Library) else self._given

    def sheet(
        self,
        work: Work,
        clinic: Clinic,
        printed: date,
        *,
        last: Stage | None = None,
        texts: Mapping[str, Exercise] | None = None,
    ) -> Sheet:
        """Gather the handout of the shown stage; see SheetMaker for ``last`` and ``texts``.

        Raises PTBuilderError while a danger sign stands: no way leads from there to a printed program.
        """
        from ptbuilder.services.paper.completeness import report

        outcome = self._suggesting.outcome(work.assessment, printed)
        if outcome.stop is not None:
            raise PTBuilderError("There is no program while a danger sign stands. Print the referral note.")
        sheet = self._sheets.sheet(
            work.patient,
            work.program,
            work.stage,
            clinic=clinic,
            choices=work.choices,
            printed=printed,
            outcome=outcome,
            last=last,
            texts=texts,
        )
        items = report(sheet, work, "es" if work.choices.language == "es" else "en")
        return replace(sheet, clinician=replace(sheet.clinician, reporting=items))

    def handout(self, sheet: Sheet) -> Handout:
        """Print a sheet, as it was fitted to paper."""
        return self.fitted(sheet).handout

    def fitted(self, sheet: Sheet) -> Fitted:
        """Print a sheet; letters that no face has and texts longer than a page are changed where it could not be printed else."""
        from ptbuilder.handout.document import render
        from ptbuilder.services.paper.fitting import fitted

        return fitted(sheet, render)

    def referral(self, work: Work, clinic: Clinic, seen: datetime, choices: HandoutChoices | None = None) -> Handout:
        """Print the referral note, whatever letters and logo are in it; raises PTBuilderError where no stop stands."""
        from ptbuilder.handout.document import render_referral
        from ptbuilder.services.paper.fitting import letters_altered, logo_altered, with_letters, with_printable_logo

        asked = self.referral_note(work, clinic, seen, choices)
        lettered = with_letters(asked)
        note = with_printable_logo(lettered)
        return replace(render_referral(note), altered=(*letters_altered(asked, lettered), *logo_altered(lettered, note)))

    def referral_note(self, work: Work, clinic: Clinic, seen: datetime, choices: HandoutChoices | None = None) -> Referral:
        """Gather the referral note; raises PTBuilderError where no stop stands."""
        outcome = self._suggesting.outcome(work.assessment, seen.date())
        if outcome.stop is None:
            raise PTBuilderError("There is no danger sign, so there is nothing to refer.")
        return self._sheets.referral(work.patient, work.assessment, outcome, clinic, choices or work.choices, seen)

    def html_referral(self, note: Referral) -> str:
        """The referral note as one page for a phone, to be written as UTF-8; it loads nothing."""
        from ptbuilder.exchange.html_referral import html_referral

        return html_referral(note)

    def text_referral(self, note: Referral) -> str:
        """The referral note for the clinic's record system, in the clinic's language."""
        from ptbuilder.exchange.text_referral import text_referral

        return text_referral(note)

    def html(self, sheet: Sheet) -> str:
        """The same sheet as one page for a phone, to be written as UTF-8; it loads nothing."""
        from ptbuilder.exchange.html_sheet import html_sheet

        return html_sheet(sheet)

    def note(self, sheet: Sheet, work: Work) -> str:
        """The note of ``sheet`` for the clinic's record system, in the clinic's language; ``work`` is what it was gathered from."""
        from ptbuilder.exchange.text_note import text_note
        from ptbuilder.services.paper.noting import record_note

        stage = work.program.stages[work.stage] if work.program.stages else Stage()
        wanted = [state.goal for state in self._suggesting.outcome_in(work.assessment, stage, sheet.printed).goals]
        served = self._suggesting.served(stage, wanted)
        return text_note(record_note(self._sheets.library, sheet, work, [goal for goal in wanted if goal in served]))

    def pages(self, pdf: bytes, scale: float, known: Mapping[int, RasterImage] | None = None) -> list[RasterImage]:
        """Draw each page (from 0) that is not ``known`` as a picture; at scale 1 a point is a pixel."""
        from ptbuilder.handout.preview import pages

        return pages(pdf, scale, known)

    def page(self, pdf: bytes, number: int, scale: float) -> RasterImage:
        """Draw one page (counted from 0): a page at 300 dots an inch takes 35 MB, so printing takes them one by one."""
        from ptbuilder.handout.preview import page

        return page(pdf, number, scale)


def write_file(path: Path, content: bytes) -> None:
    """Write beside ``path`` and then replace it, so that no half file ever lies there; raises PTBuilderError in words."""
    beside = path.with_name(f".{path.stem}-{uuid.uuid4().hex}{path.suffix}")
    try:
        # The mode is left to the user's umask, as for any document that they save.
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise PTBuilderError(f"{path.name} could not be saved in {path.parent}: {_reason(error)}.") from error


def _reason(error: OSError) -> str:
    """Why a file cannot be written, in words for who can mend it."""
    words = {
        errno.ENOSPC: "the disk is full",
        errno.EDQUOT: "the disk is full",
        errno.EACCES: "it is open in another program, or the folder may not be written to",
        errno.EPERM: "it is open in another program, or the folder may not be written to",
        errno.EROFS: "the disk may only be read",
        errno.ENOENT: "there is no such folder",
        errno.ENOTDIR: "there is no such folder",
        errno.ENAMETOOLONG: "the name is too long",
    }
    return words.get(error.errno or 0, error.strerror or "the system gives no reason")
