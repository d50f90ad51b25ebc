"""The left part of the patients page: search, chips that filter with their counts, and the list."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QListView, QVBoxLayout, QWidget

from ptbuilder.domain.library import Library
from ptbuilder.services.patients.caseload import PatientRow
from ptbuilder.ui.patients.patient_delegate import PatientDelegate
from ptbuilder.ui.patients.patient_list_model import ROW_ROLE, SHOWN, PatientListModel, Shown, is_shown
from ptbuilder.ui.theme import BETWEEN, EDGE, ROW, Theme
from ptbuilder.ui.widgets.buttons import Button
from ptbuilder.ui.widgets.chips import Chip
from ptbuilder.ui.widgets.fields import Field
from ptbuilder.ui.widgets.flow import FlowLayout
from ptbuilder.ui.widgets.text import TextLabel
from ptbuilder.ui.widgets.themed import Ground, Hairline


class PatientView(QListView):
    """Several rows can be marked; Enter continues, Del removes."""

    continue_asked = Signal()
    remove_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("patient_list")
        self.setAccessibleName(self.tr("Patients"))
        self.setItemDelegate(PatientDelegate(theme, self))
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        theme.changed.connect(self.scheduleDelayedItemsLayout)
        theme.changed.connect(self.viewport().update)
        self.doubleClicked.connect(lambda _index: self.continue_asked.emit())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Del act; the rest moves."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.continue_asked.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.remove_asked.emit()
        else:
            super().keyPressEvent(event)


class PatientListPane(Ground):
    """``marked`` is sent when another patient is marked; ``searched`` when other words were typed."""

    marked = Signal()
    searched = Signal(str)
    new_asked = Signal()

    def __init__(self, theme: Theme, library: Library, today: date, parent: QWidget | None = None) -> None:
        super().__init__(theme, "surface", ("right",), parent)
        self.setObjectName("patient_list_pane")
        self.setAccessibleName(self.tr("Patients"))
        self._all: tuple[PatientRow, ...] = ()
        self._removed: tuple[PatientRow, ...] = ()
        self._today = today
        self._shown: Shown = "all"
        self._count = TextLabel(theme, "", "body", "ink_2")
        self.new_button = Button(theme, self.tr("New patient"), "primary", icon="plus", key="Ctrl+N")
        self.new_button.setObjectName("new_patient")
        words = self.tr("Name, birth year, finding or exercise")
        self.search = Field(theme, words, words, icon="search", keys=("/",))
        self.search.setObjectName("patient_search")
        self._chip_row = QWidget()
        self._chips = self._make_chips()
        self.model_of_patients = PatientListModel(library, today)
        self.view = PatientView(theme)
        self.view.setModel(self.model_of_patients)
        self.empty = TextLabel(theme, "", "body", "ink_2", wraps=True)
        self.empty.setObjectName("patients_empty")
        self._empty_place = QWidget()
        self.samples_line = TextLabel(
            theme, self.tr("Samples are marked and never mixed with your own."), "caption", "ink_2", wraps=True
        )
        self.samples_line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._lay_out()
        self._connect()

    # ---- what it shows ----------------------------------------------------------------------------------------------

    @property
    def current(self) -> PatientRow | None:
        """The patient that is marked last."""
        row = self.view.currentIndex().data(ROW_ROLE)
        return row if isinstance(row, PatientRow) else None

    @property
    def chosen(self) -> tuple[PatientRow, ...]:
        """All marked patients, in the order of the list."""
        places = sorted(index.row() for index in self.view.selectedIndexes())
        rows = (self.model_of_patients.row_at(place) for place in places)
        return tuple(row for row in rows if row is not None)

    @property
    def shows_removed(self) -> bool:
        """Whether the list holds the patients that were taken out."""
        return self._shown == "removed"

    def show_rows(self, found: Sequence[PatientRow], everyone: int, today: date, removed: Sequence[PatientRow] = ()) -> None:
        """Show what the search found; the mark stays on its patient where that is still there."""
        marked = self.current
        self._all, self._today, self._removed = tuple(found), today, tuple(removed)
        if self.shows_removed and not removed:
            self._shown = "all"
            self._chips["all"].setChecked(True)
        self._count.set_text(str(everyone))
        self._show_counts()
        self._show_filtered(marked.patient.id if marked else "")
        self._say_empty(everyone)

    def mark(self, patient_id: str) -> None:
        """Mark a patient, and nobody else."""
        self._mark_place(max(self.model_of_patients.place_of(patient_id), 0))

    def chip(self, shown: Shown) -> Chip:
        """The chip of one filter."""
        return self._chips[shown]

    # ---- Qt ---------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down in the search goes to the list; Esc clears it and does too."""
        if event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self.view.setFocus()
        elif event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
            self.view.setFocus()
        else:
            super().keyPressEvent(event)

    # ---- inside -----------------------------------------------------------------------------------------------------

    def _make_chips(self) -> dict[Shown, Chip]:
        flow = FlowLayout(self._chip_row)
        group = QButtonGroup(self)
        chips: dict[Shown, Chip] = {}
        for shown in SHOWN:
            chip = Chip(self.theme, "", "plain", on="on")
            chip.setObjectName(f"show_{shown}")
            chip.setChecked(shown == "all")
            chip.clicked.connect(lambda _=False, shown=shown: self._on_chip_clicked(shown))
            group.addButton(chip)
            flow.addWidget(chip)
            chips[shown] = chip
        return chips

    def _show_counts(self) -> None:
        words = {
            "all": self.tr("All {n}"),
            "due": self.tr("Due {n}"),
            "week": self.tr("This week {n}"),
            "stopped": self.tr("Stopped {n}"),
            "samples": self.tr("Samples {n}"),
            "removed": self.tr("Removed {n}"),
        }
        for shown, chip in self._chips.items():
            chip.set_label(words[shown].format(n=len(self._rows_of(shown))))
        self._chips["removed"].setVisible(bool(self._removed))
        self._chip_row.updateGeometry()

    def _rows_of(self, shown: Shown) -> tuple[PatientRow, ...]:
        if shown == "removed":
            return self._removed
        return tuple(row for row in self._all if is_shown(row, shown, self._today))

    def _show_filtered(self, marked: str) -> None:
        rows = self._rows_of(self._shown)
        self.model_of_patients.show_rows(rows, self._today)
        place = self.model_of_patients.place_of(marked)
        if rows and not self.view.currentIndex().isValid():
            self._mark_place(max(place, 0))
        self.samples_line.setVisible(any(row.patient.is_sample for row in rows))
        self.marked.emit()

    def _mark_place(self, place: int) -> None:
        index = self.model_of_patients.index(place)
        self.view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.view.scrollTo(index)

    def _say_empty(self, everyone: int) -> None:
        is_empty = self.model_of_patients.rowCount() == 0
        text = self.tr("No patients yet. Start on Build; the patient is saved when you add a name.")
        if everyone and self.search.text().strip():
            text = self.tr('Nothing matches "{text}". Try fewer letters.').format(text=self.search.text().strip())
        elif everyone:
            text = self.tr("Nobody here. Choose All to see everyone.")
        self.empty.set_text(text)
        self._empty_place.setVisible(is_empty)
        self.view.setVisible(not is_empty)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(BETWEEN)
        head.addWidget(TextLabel(self.theme, self.tr("Patients"), "name"))
        head.addWidget(self._count)
        head.addStretch(1)
        head.addWidget(self.new_button)
        top = QVBoxLayout()
        top.setContentsMargins(EDGE, BETWEEN, EDGE, BETWEEN)
        top.setSpacing(BETWEEN)
        top.addLayout(head)
        top.addWidget(self.search)
        top.addWidget(self._chip_row)
        empty = QVBoxLayout(self._empty_place)
        empty.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        empty.addWidget(self.empty)
        foot = QVBoxLayout()
        foot.setContentsMargins(EDGE, ROW, EDGE, ROW)
        foot.addWidget(self.samples_line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(Hairline(self.theme))
        column.addWidget(self._empty_place)
        column.addWidget(self.view, 1)
        column.addStretch(0)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.new_button.clicked.connect(self.new_asked)
        self.search.textChanged.connect(self.searched)
        self.search.returnPressed.connect(lambda: self.view.setFocus(Qt.FocusReason.OtherFocusReason))
        self.view.selectionModel().selectionChanged.connect(lambda _new, _old: self.marked.emit())
        self.view.selectionModel().currentChanged.connect(lambda _new, _old: self.marked.emit())

    def _on_chip_clicked(self, shown: Shown) -> None:
        self._shown = shown
        marked = self.current
        self._show_filtered(marked.patient.id if marked else "")
        self._say_empty(len(self._all))
