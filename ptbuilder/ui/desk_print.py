"""What is printed of the desk, as a value: nothing in it changes when another patient is laid there meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QCoreApplication

from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.domain.handout import Handout
from ptbuilder.domain.values import dataclass
from ptbuilder.services.desk.desk import Desk
from ptbuilder.services.paper.handing_out import HandingOut
from ptbuilder.services.patients.reception import Reception
from ptbuilder.services.patients.sheet_note import SheetNote, note_of
from ptbuilder.ui.labels import patient_name
from ptbuilder.ui.saving_place import file_name

Copy = Literal["patient", "clinician"]


class OpenQuestion(PTBuilderError):
    """A precaution or a side must be answered before a sheet is printed."""


@dataclass(frozen=True, slots=True)
class DeskPrint:
    """One document: how it is made (on the worker), what it is called, whose it is, its paper, its file, and how it is noted.

    ``note`` is None for what is not handed out: the referral note, the clinician's copy.
    """

    make: Callable[[], Handout]
    title: str
    patient: str
    paper: str
    file: str
    note: SheetNote | None = None


def desk_print(desk: Desk, reception: Reception, handing_out: HandingOut, copy: Copy = "patient") -> DeskPrint:
    """The shown stage, or the referral note on a stop, as it stands now; raises PTBuilderError where something is in the way."""
    if desk.outcome.stop is None:
        return _sheet(desk, reception, handing_out, copy)
    if copy == "clinician":
        raise PTBuilderError(_tr("There is no program while a danger sign stands. Print the referral note with Ctrl+P."))
    work, clinic, seen = desk.work, reception.clinic, desk.now
    return DeskPrint(
        lambda: handing_out.referral(work, clinic, seen),
        _tr("The referral note"),
        patient_name(work.patient),
        work.choices.paper,
        file_name(work.patient, desk.today, is_sheet=False),
    )


def _sheet(desk: Desk, reception: Reception, handing_out: HandingOut, copy: Copy) -> DeskPrint:
    from dataclasses import replace

    _check_ready(desk)
    patient, name = desk.work.patient, patient_name(desk.work.patient)
    is_kept_here = copy == "clinician"
    sheet = reception.sheet()
    sheet = replace(sheet, choices=replace(sheet.choices, copy=copy)) if is_kept_here else sheet
    return DeskPrint(
        lambda: handing_out.handout(sheet),
        _tr("The clinician copy") if is_kept_here else name,
        name,
        desk.work.choices.paper,
        file_name(patient, desk.today, is_sheet=True),
        None if is_kept_here else note_of(desk, reception),
    )


def _check_ready(desk: Desk) -> None:
    if desk.open_questions:
        raise OpenQuestion(_tr("Answer this first."))
    if not desk.rows:
        raise PTBuilderError(_tr("Add an exercise first."))
    if not desk.is_accepted:
        raise PTBuilderError(_tr("This is a suggestion. Take it with Ctrl+Enter, then print."))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Printing", text)
