"""One patient at the right of the list: head, scores, program, next stage, assessments, and erasing for good."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ptbuilder.domain.library import Library
from ptbuilder.services.patients.caseload import PatientRow
from ptbuilder.services.patients.patient_file import PatientFile
from ptbuilder.ui.build.figures.pictures import DrawingCache
from ptbuilder.ui.labels import age_and_sex, level_word, patient_name, phase_name, short_date
from ptbuilder.ui.patients.erasing import ErasePanel
from ptbuilder.ui.patients.measures import Measures, short_measure_name
from ptbuilder.ui.patients.program_card import ProgramCard
from ptbuilder.ui.patients.words import day_words
from ptbuilder.ui.theme import BETWEEN, EDGE, GROUP, Theme
from ptbuilder.ui.widgets.buttons import Button
from ptbuilder.ui.widgets.card import CardBox
from ptbuilder.ui.widgets.flow import FlowLayout
from ptbuilder.ui.widgets.text import ElidedLabel, TextLabel
from ptbuilder.ui.widgets.themed import Ground

BESIDE = 600
"""From this width on (at 100 % text) name and buttons, next stage and assessments stand side by side."""
NEWEST = 6
"""Assessments shown at most."""


class PatientDetails(QScrollArea):
    """Filled by ``show_file``; what its buttons ask for is told by signals, the page acts."""

    continue_asked = Signal()
    assessment_asked = Signal()
    stage_asked = Signal()
    erase_asked = Signal()

    def __init__(self, theme: Theme, library: Library, pictures: DrawingCache, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setObjectName("patient_details")
        self._library = library
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._name = ElidedLabel(theme, "", "heading")
        self._about = TextLabel(theme, "", "body", "ink_2", wraps=True)
        self.new_assessment = Button(theme, self.tr("New assessment"), icon="plus")
        self.new_assessment.setObjectName("new_assessment")
        self.continue_button = Button(theme, self.tr("Continue program"), "primary", key="Enter")
        self.continue_button.setObjectName("continue_program")
        self.measures = Measures(theme, library)
        self.program = ProgramCard(theme, library, pictures)
        self._next = CardBox(theme, self.tr("Next stage"))
        self._next_title = TextLabel(theme, "", "strong", wraps=True)
        next_words = self.tr("Print the sheet for the new stage at the next visit.")
        self._next_text = TextLabel(theme, next_words, "body", "ink_2", wraps=True)
        self.prepare = Button(theme, self.tr("Prepare the stage"), small=True)
        self._assessments = CardBox(theme, self.tr("Assessments"))
        self._lines: list[QWidget] = []
        self.erasing = ErasePanel(theme)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self._connect()

    def show_file(self, row: PatientRow, file: PatientFile, today: date, *, is_removed: bool = False) -> None:
        """Show everything of this patient; one that was removed can only be put back or erased."""
        self._name.set_text(patient_name(row.patient))
        self._about.set_text(self._about_words(row))
        label = self.tr("Continue program") if file.stage.prescriptions else self.tr("Open")
        self.continue_button.set_label(self.tr("Put back") if is_removed else label)
        program = self.program
        for part in (self.new_assessment, self.measures.add_button, program.reprint, program.save, program.back, self.prepare):
            part.setEnabled(not is_removed)
        self.measures.show_progress(file.progress)
        self.program.show_file(file, today)
        self._show_next(file, today)
        self._show_assessments(file, today)
        self.erasing.show_patient(row.patient)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put side by side only what fits."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        width, wide = self.viewport().width(), QBoxLayout.Direction.LeftToRight
        narrow = QBoxLayout.Direction.TopToBottom
        fits = width >= self.theme.wide(BESIDE)
        self._head.setDirection(wide if fits else narrow)
        self._pair.setDirection(wide if fits else narrow)
        both = self.new_assessment.sizeHint().width() + self.continue_button.sizeHint().width() + BETWEEN
        self._buttons.setFixedWidth(both if fits else max(min(both, width - 2 * GROUP), 80))
        self.program.set_narrow(not fits)

    def _about_words(self, row: PatientRow) -> str:
        since = self.tr("Since {day}").format(day=short_date(row.since.date()))
        who = age_and_sex(row.age, row.patient.sex)
        return f"{who}. {since}" if who else since

    def _show_next(self, file: PatientFile, today: date) -> None:
        stage = file.next_stage
        self._next.setVisible(stage is not None)
        if stage is None:
            return
        name = phase_name(self._library, stage.phase) if stage.phase else self.tr("stage {n}").format(n=file.work.stage + 2)
        words = self.tr("Next: {stage}").format(stage=name)
        if stage.first is not None:
            words = self.tr("Next: {stage} starts {day}").format(stage=name, day=day_words(stage.first, today))
        self._next_title.set_text(words)

    def _show_assessments(self, file: PatientFile, today: date) -> None:
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self._lines = []
        for each in file.assessments[:NEWEST]:
            day = day_words(each.on, today) if each.on else self.tr("No date")
            count = len(each.findings)
            found = self.tr("1 finding") if count == 1 else self.tr("{n} findings").format(n=count)
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(TextLabel(self.theme, f"{day}, {found}", "body"))
            row.addStretch(1)
            scores = [
                f"{short_measure_name(self._library.measures[score.measure], score.side)} {score.value:g}"
                for score in each.scores
                if score.measure in self._library.measures
            ]
            level = self.tr("{level} irritability").format(level=level_word(each.irritability)) if each.irritability else ""
            row.addWidget(ElidedLabel(self.theme, ", ".join([*scores[:1], *([level] if level else [])]), "body", "ink_2"))
            self._assessments.column.addWidget(line)
            self._lines.append(line)
        self._assessments.setVisible(bool(file.assessments))

    def _lay_out(self) -> None:
        ground = Ground(self.theme, "window")
        column = QVBoxLayout(ground)
        column.setContentsMargins(GROUP, EDGE, GROUP, GROUP)
        column.setSpacing(EDGE)
        head = self._head
        head.setSpacing(BETWEEN)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addWidget(self._about)
        head.addLayout(words, 1)
        buttons = QWidget()
        flow = FlowLayout(buttons, BETWEEN, BETWEEN)
        flow.addWidget(self.new_assessment)
        flow.addWidget(self.continue_button)
        self._buttons = buttons
        head.addWidget(buttons, 0, Qt.AlignmentFlag.AlignTop)
        self._next.column.addWidget(self._next_title)
        self._next.column.addWidget(self._next_text)
        self._next.column.addWidget(self.prepare)
        self._assessments.column.addWidget(TextLabel(self.theme, self.tr("Assessments"), "strong"))
        pair = self._pair
        pair.setSpacing(BETWEEN)
        pair.addWidget(self._next, 1, Qt.AlignmentFlag.AlignTop)
        pair.addWidget(self._assessments, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(self.measures)
        column.addWidget(self.program)
        column.addLayout(pair)
        column.addWidget(self.erasing)
        column.addStretch(1)
        self.setWidget(ground)

    def _connect(self) -> None:
        self.continue_button.clicked.connect(self.continue_asked)
        self.new_assessment.clicked.connect(self.assessment_asked)
        self.prepare.clicked.connect(self.stage_asked)
        self.erasing.erase_asked.connect(self.erase_asked)
