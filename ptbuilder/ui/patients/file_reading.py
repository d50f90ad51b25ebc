"""A patient's file read on the worker, while the list goes on."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.services.patients.patient_file import PatientFile, PatientFiles
from ptbuilder.ui.tasks import TaskRunner


class FileReading(QObject):
    """``was_read`` carries the PatientFile that was asked for last, ``failed`` the sentence why there is none."""

    was_read = Signal(object)
    failed = Signal(str)

    def __init__(self, files: PatientFiles, tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._files = files
        self._tasks = tasks
        self.asked_for = ""

    def ask(self, patient_id: str) -> None:
        """Read this file; an answer to an earlier question is dropped. Nobody is asked for by an empty identifier."""
        self.asked_for = patient_id
        if patient_id:
            self._tasks.run(self, partial(self._files.read, patient_id), self._on_read, self._on_failed)

    def _on_read(self, file: PatientFile) -> None:
        if file.work.patient.id == self.asked_for:
            self.was_read.emit(file)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, PTBuilderError):
            raise error
        self.failed.emit(str(error))
