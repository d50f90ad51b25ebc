"""What stands at the right while several patients are marked: who they are, and what can be done for all of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ptbuilder.services.patients.caseload import PatientRow
from ptbuilder.ui.labels import age_and_sex, patient_name
from ptbuilder.ui.painting import Run
from ptbuilder.ui.patients.words import exercises_words
from ptbuilder.ui.theme import BETWEEN, EDGE, GROUP, Theme
from ptbuilder.ui.widgets.buttons import Button
from ptbuilder.ui.widgets.card import CardBox
from ptbuilder.ui.widgets.flow import FlowLayout
from ptbuilder.ui.widgets.text import TextLabel
from ptbuilder.ui.widgets.themed import Ground

NAMED = 12
"""So many patients are named; of more, only how many there are."""


class SeveralMarked(Ground):
    """Filled by ``show_rows``; what its buttons ask for is told by signals, the page acts."""

    reprint_asked = Signal()
    save_asked = Signal()
    remove_asked = Signal()
    back_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "window", parent=parent)
        self.setObjectName("several_marked")
        self._title = TextLabel(theme, "", "heading")
        self._about = TextLabel(theme, "", "body", "ink_2", wraps=True)
        self.reprint = Button(theme, "", "primary", icon="printer", key="Ctrl+P")
        self.reprint.setObjectName("reprint_marked")
        self.save = Button(theme, "", icon="save-pdf", key="Ctrl+Shift+S")
        self.save.setObjectName("save_marked")
        self.remove = Button(theme, "", key="Del")
        self.remove.setObjectName("remove_marked")
        self.put_back = Button(theme, "", "primary", key="Enter")
        self.put_back.setObjectName("put_back_marked")
        self._names = CardBox(theme, self.tr("Marked patients"))
        self._named: list[QWidget] = []
        self._shown: tuple[PatientRow, ...] = ()
        self._lay_out()
        self._connect()

    def show_rows(self, rows: Sequence[PatientRow], *, are_removed: bool = False) -> None:
        """Be about these patients; sheets are only offered for those who have a program."""
        count, ready = len(rows), sum(_has_sheet(row) for row in rows)
        title = self.tr("{n} patients marked").format(n=count)
        self._title.set_text(title)
        self.setAccessibleName(title)
        self._about.set_text(self._about_words(count, ready))
        self._about.setVisible(not are_removed)
        self.reprint.set_label(self.tr("Print {n} sheets again").format(n=ready) if ready != 1 else self.tr("Print 1 sheet again"))
        self.save.set_label(self.tr("Save {n} PDFs").format(n=ready) if ready != 1 else self.tr("Save 1 PDF"))
        self.remove.set_label(self.tr("Remove {n} patients").format(n=count))
        self.put_back.set_label(self.tr("Put {n} patients back").format(n=count))
        for part in (self.reprint, self.save):
            part.setVisible(not are_removed and ready > 0)
        self.remove.setVisible(not are_removed)
        self.put_back.setVisible(are_removed)
        if tuple(rows) != self._shown:
            self._shown = tuple(rows)
            self._name_rows(rows)

    def _about_words(self, count: int, ready: int) -> str:
        if ready == count:
            return self.tr("All of them have a program.")
        if not ready:
            return self.tr("None of them has a program to print.")
        left = count - ready
        one, many = self.tr("1 has no program to print and is left out."), self.tr("{n} have no program to print and are left out.")
        return one if left == 1 else many.format(n=left)

    def _name_rows(self, rows: Sequence[PatientRow]) -> None:
        for line in self._named:
            line.hide()
            line.deleteLater()
        self._named = [self._line(row) for row in rows[:NAMED]]
        more = len(rows) - NAMED
        if more > 0:
            self._named.append(TextLabel(self.theme, self.tr("and {n} more").format(n=more), "body", "ink_2"))
        for line in self._named:
            self._names.column.addWidget(line)

    def _line(self, row: PatientRow) -> QWidget:
        """Name, age and what there is to print, in as many lines as they need."""
        state = self.tr("Stopped: no program") if row.is_stopped else exercises_words(row.exercises)
        who = age_and_sex(row.age, row.patient.sex)
        line = TextLabel(self.theme, wraps=True)
        line.set_runs(
            (
                Run(patient_name(row.patient) + "  ", "strong"),
                Run(f"{who}, " if who else "", "body", "ink_2"),
                Run(state[:1].lower() + state[1:], "body", "stop" if row.is_stopped else "ink_2"),
            )
        )
        return line

    def _lay_out(self) -> None:
        buttons = QWidget()
        flow = FlowLayout(buttons, BETWEEN, BETWEEN)
        for part in (self.reprint, self.save, self.remove, self.put_back):
            flow.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(GROUP, EDGE, GROUP, GROUP)
        column.setSpacing(EDGE)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._about)
        column.addLayout(words)
        column.addWidget(buttons)
        column.addWidget(self._names, 0, Qt.AlignmentFlag.AlignTop)
        column.addStretch(1)

    def _connect(self) -> None:
        self.reprint.clicked.connect(self.reprint_asked)
        self.save.clicked.connect(self.save_asked)
        self.remove.clicked.connect(self.remove_asked)
        self.put_back.clicked.connect(self.back_asked)


def _has_sheet(row: PatientRow) -> bool:
    return row.exercises > 0 and not row.is_stopped
