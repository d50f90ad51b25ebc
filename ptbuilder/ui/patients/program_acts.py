"""What can be done with the program that a patient's details show: compare its revisions, bring one back, keep a template."""

from __future__ import annotations

import uuid
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from ptbuilder.services.desk.desk import Desk
from ptbuilder.services.patients.patient_file import PatientFile, PatientFiles
from ptbuilder.services.patients.reception import Reception
from ptbuilder.ui.patients.program_card import ProgramCard, program_title


class ProgramActs(QObject):
    """Answers the buttons of ``card``; ``file_of`` gives the file that is shown.

    ``changed`` is sent where the file is another one now, ``told`` carries a sentence.
    """

    changed = Signal()
    told = Signal(str)

    def __init__(
        self, card: ProgramCard, desk: Desk, reception: Reception, files: PatientFiles, file_of: Callable[[], PatientFile | None]
    ) -> None:
        super().__init__(card)
        self._card = card
        self._desk = desk
        self._reception = reception
        self._files = files
        self._file_of = file_of
        card.compare_asked.connect(self.compare)
        card.back_asked.connect(self.bring_back)
        card.template_asked.connect(self.save_template)

    def bring_back(self, number: int) -> None:
        """Make a new revision that says what an older one said."""
        file = self._file_of()
        if file is None:
            return
        if self._desk.work.patient.id == file.work.patient.id:
            self._reception.bring_back(number)
        else:
            self._files.records.bring_back(file.work.program.id, number)
        self.changed.emit()

    def compare(self, number: int) -> None:
        """Say what changed from that revision to the newest."""
        file = self._file_of()
        if file is not None:
            newest = file.history[0].revision.number
            self._card.show_comparison(self._files.compare(file, number, newest))

    def save_template(self) -> None:
        """Keep the shown program as a template."""
        file = self._file_of()
        if file is not None:
            title = program_title(file, self._desk.library)
            self._files.records.save_template(file.work.program, str(uuid.uuid4()), title)
            self.told.emit(self.tr("Saved as the template {title}.").format(title=title))
