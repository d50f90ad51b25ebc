"""The patients page: finds, continues, reprints, compares, brings back, removes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from ptbuilder.domain.assessment import Score
from ptbuilder.services.patients.caseload import PatientRow
from ptbuilder.services.patients.patient_file import PatientFile, PatientFiles
from ptbuilder.services.patients.reception import Reception
from ptbuilder.ui.announcing import announce
from ptbuilder.ui.build.figures.pictures import DrawingCache
from ptbuilder.ui.desk_signals import DeskSignals
from ptbuilder.ui.patients.details import PatientDetails
from ptbuilder.ui.patients.file_reading import FileReading
from ptbuilder.ui.patients.footer_end import PatientsFooter
from ptbuilder.ui.patients.patient_list import PatientListPane
from ptbuilder.ui.patients.program_acts import ProgramActs
from ptbuilder.ui.patients.removing import Removing
from ptbuilder.ui.patients.several import SeveralMarked
from ptbuilder.ui.patients.sheets_again import SheetsAgain
from ptbuilder.ui.printing import Printing
from ptbuilder.ui.tasks import TaskRunner
from ptbuilder.ui.theme import Theme
from ptbuilder.ui.widgets.notice import NoticeLine
from ptbuilder.ui.widgets.scrolling import scrollable

LIST, LEAST_LIST = 578, 340


class PatientsPage(QWidget):
    """Everyone at the left, one patient at the right.

    ``build_asked`` is sent once a patient lies on the desk and the work goes on there, ``assessment_asked`` where it goes on
    with findings; ``told`` carries a sentence.
    """

    build_asked = Signal()
    assessment_asked = Signal()
    new_asked = Signal()
    told = Signal(str)
    file_shown = Signal()

    def __init__(
        self,
        desk_signals: DeskSignals,
        reception: Reception,
        files: PatientFiles,
        printing: Printing,
        tasks: TaskRunner,
        theme: Theme,
        pictures: DrawingCache,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("patients_page")
        self.theme = theme
        self._desk = desk_signals.desk
        self._reception = reception
        self._files = files
        self._records = files.records
        self.sheets = SheetsAgain(files, printing)
        self._reading = FileReading(files, tasks, self)
        self._is_stale = False
        self._file: PatientFile | None = None
        self._removed_rows: tuple[PatientRow, ...] = ()
        library = self._desk.library
        self.list_pane = PatientListPane(theme, library, self._desk.today)
        self.details = PatientDetails(theme, library, pictures)
        self.acts = ProgramActs(self.details.program, self._desk, reception, files, lambda: self._file)
        self.several = SeveralMarked(theme)
        self.removing = Removing(theme, self._desk, reception, files.records, self)
        self.problem = NoticeLine(theme, "warn")
        self.problem.hide()
        self.footer_end = PatientsFooter(theme)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out()
        self._connect()
        self.refresh()

    # ---- what the page does -----------------------------------------------------------------------------------------

    @property
    def file(self) -> PatientFile | None:
        """The patient whose details are shown."""
        return self._file

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        self.list_pane.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.list_pane.search.selectAll()

    def focus_first(self) -> None:
        """Put the focus into the list, or into the search where the list is empty."""
        target = self.list_pane.view if self.list_pane.model_of_patients.rowCount() else self.list_pane.search
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Read the list anew."""
        self._removed_rows = self._records.removed()
        self.search()

    def search(self) -> None:
        """Show who matches the words of the search."""
        text = self.list_pane.search.text()
        found, everyone = self._records.find(text), len(self._records.rows())
        self.list_pane.show_rows(found, everyone, self._desk.today, self._removed_rows)

    def continue_marked(self) -> None:
        """Lay the marked patient on the desk and go on there; patients who were removed are put back."""
        if self.list_pane.shows_removed:
            self.removing.put_back(self.list_pane.chosen)
        elif self.list_pane.current is not None:
            self._lay_on_desk(self.list_pane.current.patient.id)
            self.build_asked.emit()

    def continue_program(self) -> None:
        """Lay the shown patient on the desk and go on there."""
        if self._lay_shown_on_desk():
            self.build_asked.emit()

    def start_assessment(self) -> None:
        """Lay the shown patient on the desk with a new assessment that copies the last."""
        if self._lay_shown_on_desk():
            self._reception.follow_up()
            self.assessment_asked.emit()

    def prepare_stage(self) -> None:
        """Lay the shown patient on the desk and show the next stage."""
        if self._lay_shown_on_desk():
            self._desk.show_stage(self._desk.work.stage + 1)
            self.build_asked.emit()

    def reprint(self) -> None:
        """Print the sheets of all marked patients again, without laying them on the desk."""
        self.sheets.print_for(self._with_sheets)

    def save_pdfs(self) -> None:
        """Save the sheets of all marked patients as PDF files in one folder."""
        self.sheets.save_for(self._with_sheets, self._desk.today)

    def remove(self) -> None:
        """Take all marked patients out of the list; Undo stands for ten seconds."""
        if not self.list_pane.shows_removed:
            self.removing.remove(self.list_pane.chosen)

    def undo(self) -> bool:
        """Put back who was removed last, while that is offered; whether there was somebody."""
        return self.removing.undo()

    def erase(self) -> None:
        """Erase the shown patient for good; it is this patient's name that was typed."""
        if self._file is not None:
            self._say_problem(self.removing.erase(self._file.work.patient))

    def add_score(self, score: Score) -> None:
        """Keep a score with the last assessment of the shown patient."""
        if self._lay_shown_on_desk():
            self._desk.add_score(score)
            self.refresh()
            self._read_file()

    # ---- Qt ---------------------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while another page was open."""
        super().showEvent(event)
        if self._is_stale:
            self._is_stale = False
            self.refresh()
            self._read_file()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list takes two fifths, at most what its lines need."""
        super().resizeEvent(event)
        left = max(LEAST_LIST, min(self.theme.wide(LIST), round(self.width() * 0.41)))
        self._splitter.setSizes([left, max(self.width() - left, 1)])
        self.removing.place()

    # ---- inside -----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.problem)
        column.addWidget(self.details, 1)
        self._several_area = scrollable(self.several)
        column.addWidget(self._several_area, 1)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self.list_pane)
        self._splitter.addWidget(right)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._splitter)
        self.details.setVisible(False)
        self._several_area.setVisible(False)

    def _connect(self) -> None:
        self._records.changed.append(self._on_records_changed)
        self._reading.was_read.connect(self._show_file)
        self._reading.failed.connect(self._on_failed)
        pane, details = self.list_pane, self.details
        pane.searched.connect(lambda _text: self.search())
        pane.marked.connect(self._on_marked)
        pane.new_asked.connect(self.new_asked)
        pane.view.continue_asked.connect(self.continue_marked)
        pane.view.remove_asked.connect(self.remove)
        details.continue_asked.connect(self.continue_program)
        details.assessment_asked.connect(self.start_assessment)
        details.stage_asked.connect(self.prepare_stage)
        details.erase_asked.connect(self.erase)
        details.measures.score_given.connect(self.add_score)
        details.program.reprint_asked.connect(self.reprint)
        details.program.save_asked.connect(self.save_pdfs)
        self.several.reprint_asked.connect(self.reprint)
        self.several.save_asked.connect(self.save_pdfs)
        self.several.remove_asked.connect(self.remove)
        self.several.back_asked.connect(self.continue_marked)
        self.removing.brought_back.connect(self.list_pane.mark)
        self.removing.told.connect(self.told)
        self.acts.told.connect(self.told)
        self.acts.changed.connect(self._read_file)

    @property
    def _with_sheets(self) -> tuple[PatientRow, ...]:
        return () if self.list_pane.shows_removed else tuple(self.list_pane.chosen)

    def _lay_shown_on_desk(self) -> bool:
        """The patient whose details are shown, while the one marked a moment ago is still being read."""
        if self._file is None:
            return False
        if self._is_removed(self._file):
            self.removing.put_back([row for row in self._removed_rows if row.patient.id == self._file.work.patient.id])
            return False
        self._lay_on_desk(self._file.work.patient.id)
        return True

    def _is_removed(self, file: PatientFile) -> bool:
        return any(row.patient.id == file.work.patient.id for row in self._removed_rows)

    def _lay_on_desk(self, patient_id: str) -> None:
        if self._desk.work.patient.id != patient_id:
            self._reception.open_patient(patient_id)

    def _on_marked(self) -> None:
        row, chosen = self.list_pane.current, self.list_pane.chosen
        if row is None:
            self._reading.ask("")
            self._file = None
        elif row.patient.id != self._reading.asked_for:
            self._read_file()
        if len(chosen) > 1:
            self.several.show_rows(chosen, are_removed=self.list_pane.shows_removed)
            announce(self, self.several.accessibleName())
        self._show_right()

    def _show_right(self) -> None:
        """One patient, or what can be done for all that are marked."""
        are_several = len(self.list_pane.chosen) > 1
        self._several_area.setVisible(are_several)
        self.details.setVisible(self._file is not None and not are_several)

    def _read_file(self) -> None:
        """Read the marked patient's file on the worker; until then the one before stays."""
        row = self.list_pane.current
        if row is not None:
            self._reading.ask(row.patient.id)

    def _show_file(self, file: PatientFile) -> None:
        row = self.list_pane.current
        if row is None or row.patient.id != file.work.patient.id:
            return
        self._file = file
        self.details.show_file(row, file, self._desk.today, is_removed=self.list_pane.shows_removed)
        self._show_right()
        self.problem.hide()
        self.file_shown.emit()

    def _on_records_changed(self) -> None:
        """Read anew what is shown; a hidden page does so when it is opened, not at every edit of the program."""
        if self.isVisible():
            self.refresh()
            self._read_file()
        else:
            self._is_stale = True

    def _on_failed(self, problem: str) -> None:
        self._file = None
        self._show_right()
        self._say_problem(problem)

    def _say_problem(self, text: str) -> None:
        self.problem.show_line("warn", text)
        self.problem.setVisible(bool(text))
