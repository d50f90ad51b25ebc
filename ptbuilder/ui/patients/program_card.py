"""The program of one patient: what it is about, its exercises, its revisions, and what can be done with them."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ptbuilder.domain.changes import RevisionChange
from ptbuilder.domain.library import Library
from ptbuilder.domain.program import Prescription, Stage
from ptbuilder.services.patients.patient_file import PatientFile
from ptbuilder.ui.build.figures.pictures import DrawingCache, paint_picture
from ptbuilder.ui.build.program.dose_words import short_dose
from ptbuilder.ui.labels import exercise_name, finding_label, phase_name
from ptbuilder.ui.painting import Run, TextBlock
from ptbuilder.ui.patients.revision_list import RevisionList
from ptbuilder.ui.patients.words import change_words, day_words
from ptbuilder.ui.theme import BETWEEN, ROW, Theme
from ptbuilder.ui.widgets.buttons import Button
from ptbuilder.ui.widgets.card import CardBox
from ptbuilder.ui.widgets.chips import StatusChip
from ptbuilder.ui.widgets.flow import FlowLayout
from ptbuilder.ui.widgets.notice import NoticeLine
from ptbuilder.ui.widgets.text import ElidedLabel, TextLabel
from ptbuilder.ui.widgets.themed import follow_theme

PICTURE = QSize(120, 80)
"""Size of a picture at 100 % text; the names are set below it."""


def program_title(file: PatientFile, library: Library) -> str:
    """The program's title, else "After ..." its procedure, else its first finding."""
    program = file.work.program
    if program.title:
        return program.title
    codes = [each.code for each in program.assessment.findings if each.code in library.findings]
    procedure = next((code for code in codes if library.findings[code].is_procedure), None)
    return finding_label(library, procedure or codes[0]) if codes else ""


def stage_words(stage: Stage, library: Library, today: date) -> str:
    """The stage and its last day: "Light control, to 16 Mar"; nothing for a program without stages."""
    if stage.phase is None:
        return ""
    name = phase_name(library, stage.phase)
    return f"{name}, {_to(day_words(stage.last, today))}" if stage.last else name


def _to(day: str) -> str:
    from PySide6.QtCore import QCoreApplication

    return QCoreApplication.translate("ProgramCard", "to {day}").format(day=day)


class ExerciseStrip(QWidget):
    """The exercises of today's stage: pictures with names below where there are drawings, else names with doses."""

    def __init__(self, theme: Theme, library: Library, pictures: DrawingCache, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._library = library
        self._pictures = pictures
        self._items: tuple[Prescription, ...] = ()
        self.setObjectName("exercise_strip")
        # Not fixed in height: Qt would hold it to the height of the width that it had before.
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        pictures.changed.connect(self.update)
        follow_theme(self, theme)

    def show_stage(self, stage: Stage) -> None:
        """Show the exercises of a stage, in the order of the sheet."""
        self._items = stage.prescriptions
        names = ", ".join(exercise_name(self._library, each.exercise) for each in self._items)
        self.setAccessibleName(names)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Narrow strips break into more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines."""
        if not self._has_pictures():
            return len(self._items) * self.theme.line("body")
        columns = max(1, (width + ROW) // (self._cell().width() + ROW))
        return -(-len(self._items) // columns) * (self._cell().height() + BETWEEN)

    def sizeHint(self) -> QSize:
        """As high as it is in its present width."""
        return QSize(300, self.heightForWidth(max(self.width(), 300)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint pictures in lines, or one line of words for each exercise."""
        painter = QPainter(self)
        if self._has_pictures():
            self._paint_pictures(painter)
        else:
            self._paint_lines(painter)
        painter.end()

    def _paint_lines(self, painter: QPainter) -> None:
        theme, high = self.theme, self.theme.line("body")
        for place, item in enumerate(self._items):
            block = TextBlock(
                theme,
                (
                    Run(f"{place + 1}  ", "body", "ink_3"),
                    Run(exercise_name(self._library, item.exercise), "body"),
                    Run(f"   {short_dose(item.dosage, item.side)}", "caption", "ink_2"),
                ),
                self.width(),
                1,
            )
            block.paint(painter, 0, place * high)

    def _paint_pictures(self, painter: QPainter) -> None:
        cell = self._cell()
        columns = max(1, (self.width() + ROW) // (cell.width() + ROW))
        size = QSize(self.theme.wide(PICTURE.width()), self.theme.wide(PICTURE.height()))
        for place, item in enumerate(self._items):
            left = (place % columns) * (cell.width() + ROW)
            top = (place // columns) * (cell.height() + BETWEEN)
            box = QRectF(left, top, size.width(), size.height())
            inside = QSize(size.width() - 8, size.height() - 8)
            pixmap = self._pictures.pixmap(item.exercise, item.side, "finish", inside, self.devicePixelRatioF())
            paint_picture(painter, self.theme, box, pixmap)
            name = TextBlock(self.theme, (Run(exercise_name(self._library, item.exercise), "caption"),), size.width(), 2)
            name.paint(painter, left, top + size.height() + 4)

    def _cell(self) -> QSize:
        theme = self.theme
        return QSize(theme.wide(PICTURE.width()), theme.wide(PICTURE.height()) + 4 + 2 * theme.line("caption"))

    def _has_pictures(self) -> bool:
        return any(self._pictures.has(each.exercise, each.side) for each in self._items)


class ProgramCard(CardBox):
    """What is asked for the program: print it again, save its sheet, keep it as a template.

    ``compare_asked`` and ``back_asked`` carry the number of the marked revision.
    """

    reprint_asked = Signal()
    save_asked = Signal()
    template_asked = Signal()
    compare_asked = Signal(int)
    back_asked = Signal(int)

    def __init__(self, theme: Theme, library: Library, pictures: DrawingCache, parent: QWidget | None = None) -> None:
        super().__init__(theme, bare=True, parent=parent)
        self.setObjectName("program_card")
        self._library = library
        self._file: PatientFile | None = None
        self._chosen = 0
        self._is_narrow = False
        self.title = ElidedLabel(theme, "", "name")
        self.title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._stage = StatusChip(theme, "served")
        self.reprint = Button(theme, self.tr("Print again"), icon="printer", small=True)
        self.reprint.setObjectName("reprint")
        self.save = Button(theme, self.tr("Save PDF"), icon="save-pdf", small=True)
        self.save.setObjectName("save_again")
        self.template = Button(theme, self.tr("Save as template"), icon="templates", small=True)
        self.template.setObjectName("save_template")
        self._strip = ExerciseStrip(theme, library, pictures)
        self.revisions = RevisionList(theme, library)
        self.compare = Button(theme, "", small=True)
        self.compare.setObjectName("compare")
        self.back = Button(theme, "", small=True)
        self.back.setObjectName("bring_back")
        self._kept = TextLabel(theme, self.tr("Nothing is ever overwritten"), "caption", "ink_2")
        self.comparison = NoticeLine(theme, "note")
        self.comparison.setObjectName("comparison")
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self._connect()

    def set_narrow(self, narrow: bool) -> None:
        """Put the buttons under the title where there is little room."""
        direction = QBoxLayout.Direction
        self._is_narrow = narrow
        self._head.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        self._fit_buttons()

    def show_file(self, file: PatientFile, today: date) -> None:
        """Show today's stage and all revisions."""
        self._file = file
        self.title.set_text(program_title(file, self._library) or self.tr("No findings yet"))
        words = stage_words(file.stage, self._library, today)
        self._stage.show_state("served", words, "")
        self._stage.setVisible(bool(words))
        has_program = bool(file.stage.prescriptions)
        self.reprint.setVisible(has_program)
        self.save.setVisible(has_program)
        self.template.setVisible(has_program)
        self._strip.show_stage(file.stage)
        self._strip.setVisible(has_program)
        self.revisions.show_history(file.history, today)
        self.revisions.setVisible(bool(file.history))
        self.setAccessibleName(self.tr("Program, {title}").format(title=self.title.text()))
        self._show_buttons(file.history[0].revision.number if file.history else 0)

    def show_comparison(self, found: tuple[RevisionChange, ...]) -> None:
        """Say in words what changed from the marked revision to the newest."""
        words = change_words(self._library, found) or self.tr("Both say the same.")
        self.comparison.show_line("note", words, self.compare.label + ":")
        self.comparison.show()

    def _fit_buttons(self) -> None:
        """Beside the title they stand on one line."""
        all_three = sum(each.sizeHint().width() for each in (self.reprint, self.save, self.template)) + 2 * BETWEEN
        self._buttons.setMinimumWidth(0 if self._is_narrow else all_three)

    def _lay_out(self) -> None:
        head = self._head
        head.setContentsMargins(ROW, ROW, ROW, BETWEEN)
        head.setSpacing(BETWEEN)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.title)
        words.addWidget(self._stage, 0, Qt.AlignmentFlag.AlignLeft)
        head.addLayout(words, 1)
        buttons = QWidget()
        flow = FlowLayout(buttons, BETWEEN, BETWEEN)
        flow.addWidget(self.reprint)
        flow.addWidget(self.save)
        flow.addWidget(self.template)
        self._buttons = buttons
        head.addWidget(buttons, 0, Qt.AlignmentFlag.AlignTop)
        strip = QHBoxLayout()
        strip.setContentsMargins(ROW, 0, ROW, ROW)
        strip.addWidget(self._strip)
        holder = QWidget()
        foot = FlowLayout(holder, BETWEEN, BETWEEN)
        foot.setContentsMargins(ROW, BETWEEN, ROW, BETWEEN)
        for part in (self.compare, self.back, self._kept):
            foot.addWidget(part)
        self.column.addLayout(head)
        self.column.addLayout(strip)
        self.column.addWidget(self.revisions)
        self.column.addWidget(self.comparison)
        self.column.addWidget(holder)

    def _connect(self) -> None:
        self.reprint.clicked.connect(self.reprint_asked)
        self.save.clicked.connect(self.save_asked)
        self.template.clicked.connect(self.template_asked)
        self.revisions.chosen.connect(self._show_buttons)
        self.compare.clicked.connect(lambda: self.compare_asked.emit(self._chosen))
        self.back.clicked.connect(lambda: self.back_asked.emit(self._chosen))

    def _show_buttons(self, chosen: int) -> None:
        """Comparing and bringing back need an older revision than the newest."""
        newest = self._file.history[0].revision.number if self._file and self._file.history else 0
        self._chosen = chosen
        is_old = 0 < chosen < newest
        self.compare.set_label(self.tr("Compare {new} with {old}").format(new=newest, old=chosen))
        self.back.set_label(self.tr("Bring back revision {n}").format(n=chosen))
        self._kept.setFixedHeight(self.compare.sizeHint().height())
        self.compare.setVisible(is_old)
        self.back.setVisible(is_old)
        self._kept.setVisible(newest > 1)
        self.comparison.hide()
