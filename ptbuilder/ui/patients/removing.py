"""Taking patients out of the list, with Undo for ten seconds, and erasing one for good."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ptbuilder.domain.patient import Patient
from ptbuilder.services.desk.desk import Desk
from ptbuilder.services.patients.caseload import PatientRow
from ptbuilder.services.patients.reception import Reception
from ptbuilder.services.patients.records import Records
from ptbuilder.ui.announcing import announce
from ptbuilder.ui.labels import patient_name
from ptbuilder.ui.theme import Theme
from ptbuilder.ui.undo_place import place_undo_line
from ptbuilder.ui.widgets.undo_line import UndoLine


class Removing(QObject):
    """The line with Undo lies over ``page``; a patient who lies on the desk leaves it first.

    ``brought_back`` carries the patient to mark after Undo, ``told`` a sentence.
    """

    brought_back = Signal(str)
    told = Signal(str)

    def __init__(self, theme: Theme, desk: Desk, reception: Reception, records: Records, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._reception = reception
        self._records = records
        self._page = page
        self._removed: tuple[str, ...] = ()
        self.undo_line = UndoLine(theme)
        self.undo_line.setParent(page)
        self.undo_line.undo_asked.connect(self._on_undo_asked)

    def place(self) -> None:
        """Lay the line where the page has room for it."""
        place_undo_line(self.undo_line, self._page)

    def remove(self, rows: Sequence[PatientRow]) -> None:
        """Take these patients out of the list; Undo stands for ten seconds."""
        if not rows:
            return
        for row in rows:
            self._leave_desk(row.patient)
            self._records.delete(row.patient.id)
        self._removed = tuple(row.patient.id for row in rows)
        one, many = self.tr("{name} removed."), self.tr("{n} patients removed.")
        text = one.format(name=patient_name(rows[0].patient)) if len(rows) == 1 else many.format(n=len(rows))
        self.undo_line.show_removed(text)
        self.place()
        announce(self._page, text)

    def undo(self) -> bool:
        """Put back who was removed last, while that is offered; whether there was somebody."""
        if not self._removed or self.undo_line.isHidden():
            return False
        self.undo_line.dismiss()
        back, self._removed = self._removed, ()
        for each in back:
            self._records.restore(each)
        self.brought_back.emit(back[0])
        return True

    def put_back(self, rows: Sequence[PatientRow]) -> None:
        """Bring patients back who were removed earlier."""
        for row in rows:
            self._records.restore(row.patient.id)
        one, many = self.tr("{name} is back in the list."), self.tr("{n} patients are back in the list.")
        if rows:
            self.told.emit(one.format(name=patient_name(rows[0].patient)) if len(rows) == 1 else many.format(n=len(rows)))

    def erase(self, patient: Patient) -> str:
        """Erase a patient for good, whose name was typed; gives a sentence where traces are left."""
        self._leave_desk(patient)
        left = self._records.erase(patient.id)
        self.undo_line.dismiss()
        self.told.emit(self.tr("{name} erased.").format(name=patient_name(patient)))
        return left

    def _leave_desk(self, patient: Patient) -> None:
        if self._desk.work.patient.id == patient.id:
            self._reception.new_patient()

    def _on_undo_asked(self) -> None:
        self.undo_line.show()
        self.undo()
