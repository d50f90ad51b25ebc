"""The sheet in other forms: one page for the phone, and a note for the clinic's record system on the clipboard."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.services.paper.handing_out import write_file
from ptbuilder.services.patients.reception import Reception
from ptbuilder.ui.batch_words import not_noted_text
from ptbuilder.ui.desk_signals import DeskSignals
from ptbuilder.ui.labels import patient_name
from ptbuilder.ui.preferences import Preferences
from ptbuilder.ui.saving_place import SavingPlace, file_name


class OtherForms(QObject):
    """Saves and copies what is on the desk; on a stop that is the referral note.

    ``told`` carries a sentence when it is done, ``refused`` one when it cannot be, ``answer_first`` is sent when something is
    open, and ``handed_out`` when a sheet left the program.
    """

    told = Signal(str)
    refused = Signal(str)
    answer_first = Signal()
    handed_out = Signal(str)

    def __init__(
        self, desk_signals: DeskSignals, reception: Reception, preferences: Preferences, window: QWidget | None = None
    ) -> None:
        super().__init__(window)
        self._desk_signals = desk_signals
        self._reception = reception
        self._place = SavingPlace(preferences, window)

    @property
    def is_ready(self) -> bool:
        """Whether there is something to save or copy."""
        desk = self._desk_signals.desk
        return desk.outcome.stop is not None or (bool(desk.rows) and desk.is_accepted)

    def save_for_phone(self) -> None:
        """Save one page that needs no network in the remembered folder; the first time asks where."""
        if not self._may_leave():
            return
        desk = self._desk_signals.desk
        is_sheet = desk.outcome.stop is None
        name = Path(file_name(desk.work.patient, desk.today, is_sheet)).with_suffix(".html").name
        path = self._place.path(name, self.tr("Save for the phone"), self.tr("Web pages (*.html)"))
        if path is None:
            return
        try:
            write_file(path, self._reception.html().encode("utf-8"))
        except PTBuilderError as error:
            self.refused.emit(str(error))
            return
        self.told.emit(self.tr("Saved as {name} in {folder}.").format(name=path.name, folder=path.parent))
        if is_sheet:
            self._note()

    def copy_note(self) -> None:
        """Put the note on the clipboard; nothing is handed out by that, so open questions do not hold it back."""
        if not self.is_ready:
            self._refuse_empty()
            return
        try:
            note = self._reception.note()
        except PTBuilderError as error:
            self.refused.emit(str(error))
            return
        QGuiApplication.clipboard().setText(note)
        self.told.emit(self.tr("Copied. Paste the note into the clinic's record."))

    def _note(self) -> None:
        """Note what is saved already; a page that cannot be noted is out all the same."""
        try:
            self._reception.hand_out("html")
        except PTBuilderError as error:
            self.refused.emit(not_noted_text(patient_name(self._desk_signals.desk.work.patient), str(error)))
        else:
            self.handed_out.emit("html")

    def _may_leave(self) -> bool:
        desk = self._desk_signals.desk
        if desk.outcome.stop is None and desk.open_questions:
            self.answer_first.emit()
            self.refused.emit(self.tr("Answer this first."))
            return False
        if not self.is_ready:
            self._refuse_empty()
            return False
        return True

    def _refuse_empty(self) -> None:
        if self._desk_signals.desk.rows:
            self.refused.emit(self.tr("This is a suggestion. Take it with Ctrl+Enter first."))
        else:
            self.refused.emit(self.tr("Add an exercise first."))
