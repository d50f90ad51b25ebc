"""The line under an exercise that a rule speaks against: what, why, what to do; and the reason once it is kept."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QLocale, QRectF, QSize, Qt, QTime, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ptbuilder.domain.library import Library
from ptbuilder.services.desk.work import ProgramRow
from ptbuilder.ui.build.program.program_model import ProgramLine
from ptbuilder.ui.build.program.reason_entry import ReasonEntry
from ptbuilder.ui.build.reason_words import precaution_head, precaution_text
from ptbuilder.ui.icons import paint_icon
from ptbuilder.ui.labels import exercise_name
from ptbuilder.ui.painting import Run, paint_bar
from ptbuilder.ui.theme import BETWEEN, EDGE, Theme
from ptbuilder.ui.widgets.buttons import Button
from ptbuilder.ui.widgets.flow import FlowLayout
from ptbuilder.ui.widgets.text import TextLabel
from ptbuilder.ui.widgets.themed import follow_theme


class PrecautionLine(QFrame):
    """Open: three ways to answer. Asking: the reason. Kept: one quiet line with Change. ``resized`` follows each new height."""

    swap_asked = Signal(str, str)
    later_asked = Signal(str, int)
    kept = Signal(str, str, str)
    why_asked = Signal(str)
    resized = Signal()

    def __init__(self, theme: Theme, library: Library, line: ProgramLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        assert line.row is not None
        self.theme = theme
        self._library = library
        self._line = line
        self._row: ProgramRow = line.row
        self._is_asking = False
        self.setAutoFillBackground(False)
        self.setObjectName("precaution_line")
        self.text = TextLabel(theme, "", "body", "on_warn", wraps=True)
        self.swap_button = Button(theme, "", icon="swap", small=True)
        self.swap_button.setObjectName("precaution_swap")
        self.later_button = Button(theme, "", icon="chevron-right", small=True)
        self.later_button.setObjectName("precaution_later")
        self.keep_button = Button(theme, self.tr("Keep, because…"), small=True)
        self.keep_button.setObjectName("precaution_keep")
        self.why_button = Button(theme, self.tr("Why?"), "quiet", small=True)
        self.why_button.setObjectName("precaution_why")
        self.change_button = Button(theme, self.tr("Change"), "quiet", small=True)
        self.change_button.setObjectName("precaution_change")
        self.entry = ReasonEntry(theme, exercise_name(library, self._row.exercise.code))
        self._lay_out()
        self._connect()
        self.show_line(line)
        theme.changed.connect(self._on_theme_changed)
        follow_theme(self, theme)

    @property
    def is_asking(self) -> bool:
        """Whether the field for the reason is open."""
        return self._is_asking

    @property
    def identifier(self) -> str:
        """The prescription it is about."""
        return self._row.prescription.id

    def show_line(self, line: ProgramLine) -> None:
        """Show the state of ``line``; an open reason field stays open."""
        assert line.row is not None
        self._line, self._row = line, line.row
        if line.kind == "kept":
            self._show_kept(line)
        else:
            self._show_open()
        self._show_parts()

    def answer(self) -> None:
        """Put the focus on the first way out, as when something must be answered before printing."""
        first = next((each for each in (self.swap_button, self.later_button, self.keep_button) if not each.isHidden()), None)
        (first or self.why_button).setFocus(Qt.FocusReason.TabFocusReason)

    def ask_reason(self) -> None:
        """Turn the line into the field for the reason."""
        self._is_asking = True
        self._show_parts()
        self.entry.start(self._line.note.reason if self._line.note else "")

    def call_off(self) -> None:
        """Go back without a reason."""
        if self._is_asking:
            self._is_asking = False
            self._show_parts()
            (self.change_button if self._line.kind == "kept" else self.keep_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def hasHeightForWidth(self) -> bool:
        """Sentences and buttons break into lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height in ``width`` pixels."""
        inner = width - self._left() - EDGE
        words = inner - self.why_button.sizeHint().width() - BETWEEN
        if self._line.kind == "kept" and not self._is_asking:
            beside = inner - self.change_button.sizeHint().width() - BETWEEN
            return max(self.text.heightForWidth(beside) + 5, self.change_button.sizeHint().height()) + 12
        height = max(self.text.heightForWidth(words) + 3, self.why_button.sizeHint().height()) + 16
        if self._is_asking:
            return height + 6 + self.entry.heightForWidth(inner)
        return height + 6 + self._flow.heightForWidth(inner)

    def sizeHint(self) -> QSize:
        """A sentence and a line of buttons."""
        return QSize(360, self.heightForWidth(360))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc calls the reason off."""
        if event.key() == Qt.Key.Key_Escape and self._is_asking:
            self.call_off()
            event.accept()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, bar and sign."""
        painter, theme = QPainter(self), self.theme
        warns = self._line.kind == "precaution"
        ground = "warn_soft" if warns else "sunken"
        painter.fillRect(self.rect(), theme.color(ground))
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), theme.color("line"))
        paint_bar(painter, theme, QRectF(self.rect()), "warn_line" if warns else "line_2")
        side = theme.wide(18 if warns else 16)
        line = theme.line("body" if warns else "caption")
        top = self.text.mapTo(self, self.text.rect().topLeft()).y() + (line - side) / 2
        color = theme.color("warn" if warns else "ink_2")
        paint_icon(painter, "warn" if warns else "check", QRectF(EDGE, top, side, side), color, theme.color(ground))
        painter.end()

    def _left(self) -> int:
        return EDGE + self.theme.wide(18) + 10

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setSpacing(6)
        head = QHBoxLayout()
        head.setSpacing(BETWEEN)
        self._room = QVBoxLayout()
        self._room.addWidget(self.text)
        self._room.addStretch(1)
        head.addLayout(self._room, 1)
        head.addWidget(self.change_button, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.why_button, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(head)
        self._ways = QWidget()
        self._flow = FlowLayout(self._ways, 6, 6)
        for button in (self.swap_button, self.later_button, self.keep_button):
            self._flow.addWidget(button)
        self._column.addWidget(self._ways)
        self._column.addWidget(self.entry)
        self._on_theme_changed()

    def _connect(self) -> None:
        self.swap_button.clicked.connect(lambda: self.swap_asked.emit(self.identifier, self._row.swap_to or ""))
        self.later_button.clicked.connect(lambda: self.later_asked.emit(self.identifier, self._row.later_stage or 0))
        self.keep_button.clicked.connect(self.ask_reason)
        self.change_button.clicked.connect(self.ask_reason)
        self.why_button.clicked.connect(lambda: self.why_asked.emit(self._row.exercise.code))
        self.entry.given.connect(self._on_given)
        self.entry.called_off.connect(self.call_off)

    def _on_given(self, reason: str) -> None:
        self._is_asking = False
        self._show_parts()
        rule = ""
        if self._line.note is not None:
            same = [each.rule for each in self._row.answered if each.reason == self._line.note.reason]
            rule = same[0] if len(same) == 1 else ""
        self.kept.emit(self.identifier, rule, reason)

    def _on_theme_changed(self) -> None:
        self._column.setContentsMargins(self._left(), 8, EDGE, 8)
        self.resized.emit()

    def _show_open(self) -> None:
        obstacles, code = self._row.obstacles, self._row.exercise.code
        head = precaution_head(self._library, code, obstacles)
        self.text.set_runs(
            (Run(head + " ", "strong", "on_warn"), Run(precaution_text(self._library, obstacles), "body", "on_warn"))
        )
        self.setAccessibleName(self.text.text())
        if self._row.swap_to:
            self.swap_button.set_label(self.tr("Swap: {name}").format(name=exercise_name(self._library, self._row.swap_to)))

    def show_later_stage(self, name: str) -> None:
        """Name the later stage that the exercise could wait for."""
        self.later_button.set_label(self.tr("Move to {stage}").format(stage=name))
        self.resized.emit()

    def _show_kept(self, line: ProgramLine) -> None:
        assert line.note is not None
        early = any(each.rule == "phase" for each in self._row.answered) or self._is_phase_rule(line.note.rule)
        text = self.tr('Kept early: "{reason}" {name} {time}.') if early else self.tr('Kept: "{reason}" {name} {time}.')
        sentence = text.format(reason=line.note.reason, name=line.note.by, time=_time(line.note.at))
        self.text.set_runs((Run(sentence.replace("  ", " "), "caption", "ink_2"),))
        self.setAccessibleName(sentence)

    def _is_phase_rule(self, code: str) -> bool:
        rule = self._library.rules.get(code)
        return rule is not None and rule.then.phase_filter

    def _show_parts(self) -> None:
        kept = self._line.kind == "kept"
        self._room.setContentsMargins(0, 5 if kept else 3, 0, 0)
        can_keep = all(each.override != "none" for each in self._row.obstacles)
        self.change_button.setVisible(kept and not self._is_asking)
        self._ways.setVisible(not kept and not self._is_asking)
        self.why_button.setVisible(not kept)
        self.swap_button.setVisible(self._row.swap_to is not None)
        self.later_button.setVisible(self._row.later_stage is not None)
        self.keep_button.setVisible(can_keep)
        self.entry.setVisible(self._is_asking)
        self.update()
        self.resized.emit()


def _time(at: datetime) -> str:
    return QLocale().toString(QTime(at.hour, at.minute), "HH:mm")
