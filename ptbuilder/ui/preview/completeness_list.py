"""What CERT and TIDieR ask of the program: what is missing first, each filled with one click or one line."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from ptbuilder.domain.reporting import ReportItem, cert_count, tidier_count
from ptbuilder.services.paper.completeness import place_of
from ptbuilder.ui.build.program.finishing import FinishGuard
from ptbuilder.ui.preview.completeness_words import FILL, GO, STATES, WRITE, field_words, item_words
from ptbuilder.ui.preview.status_line import StatusLine
from ptbuilder.ui.theme import BETWEEN, ROW, SMALL_BUTTON, Theme
from ptbuilder.ui.widgets.buttons import Button
from ptbuilder.ui.widgets.inline_field import InlineField
from ptbuilder.ui.widgets.text import TextLabel

MOST_LETTERS = 200
_USUAL = frozenset({"grouping", "supervision", "setting"})
"""The facts that are the same for most programs; where all are missing one click says them."""
_ORDER = ("missing", "not-yet", "present")


class CompletenessList(QWidget):
    """``fill_asked`` carries the name of a fill, ``written`` name and text of a line, ``place_asked`` where else to go.

    ``back_asked`` follows Esc and the button at the top.
    """

    fill_asked = Signal(str)
    written = Signal(str, str)
    place_asked = Signal(object)
    back_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setObjectName("completeness_list")
        self.setAccessibleName(self.tr("Completeness"))
        self._items: tuple[ReportItem, ...] = ()
        self._lines: list[StatusLine] = []
        self._field: InlineField | None = None
        self._taken = ""
        self._count = TextLabel(theme, "", "caption", "ink_2", wraps=True)
        self.back = Button(theme, self.tr("Back to the checks"), "quiet", small=True)
        self.back.setObjectName("completeness_back")
        self.usual = Button(theme, self.tr("At home, alone, taught one-to-one"), small=True)
        self.usual.setObjectName("completeness_usual")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(self._head())
        self._column.addStretch(1)
        self.back.clicked.connect(self.back_asked)
        self.usual.clicked.connect(lambda: self.fill_asked.emit("usual"))

    @property
    def items(self) -> tuple[ReportItem, ...]:
        """What is shown, the missing ones first."""
        return self._items

    @property
    def field(self) -> InlineField | None:
        """The field that is open in a line."""
        return self._field

    def line(self, key: str) -> StatusLine | None:
        """The line of a fact."""
        return next((each for each in self._lines if each.objectName() == f"report_{key}"), None)

    def sizeHint(self) -> QSize:
        """As wide as the column that holds it."""
        return QSize(self.theme.wide(260), super().sizeHint().height())

    def show_items(self, items: Sequence[ReportItem]) -> None:
        """Show these facts; the focus stays where it was, or goes on to the next missing one."""
        new = tuple(sorted(items, key=lambda each: _ORDER.index(each.state)))
        if new == self._items:
            return
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self.isAncestorOf(focus)
        self._items = new
        self._clear()
        for place, item in enumerate(new, start=1):
            line = StatusLine(self.theme, f"report_{item.key}", STATES[item.state], item_words(item))
            line.mend_asked.connect(partial(self._on_mend_asked, item))
            self._column.insertWidget(place, line)
            self._lines.append(line)
        cert, tidier = cert_count(new), tidier_count(new)
        told = self.tr("CERT {n} of {all}, TIDieR {m} of {most}")
        self._count.set_text(told.format(n=cert.complete, all=cert.of, m=tidier.complete, most=tidier.of))
        self.usual.setVisible({each.key for each in new if each.state == "missing"} >= _USUAL)
        if had_focus:
            self.focus_first()

    def focus_first(self) -> None:
        """Put the focus on what fills the first missing fact, else on the way back."""
        buttons = [button for line in self._lines for button in line.buttons.values()]
        target = self.usual if not self.usual.isHidden() else buttons[0] if buttons else self.back
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the checks."""
        if event.key() == Qt.Key.Key_Escape:
            self.back_asked.emit()
            event.accept()
            return
        super().keyPressEvent(event)

    # ---- inside -----------------------------------------------------------------------------------------------------

    def _head(self) -> QVBoxLayout:
        head = QVBoxLayout()
        head.setContentsMargins(ROW, ROW, ROW, BETWEEN)
        head.setSpacing(4)
        row = QHBoxLayout()
        row.addWidget(TextLabel(self.theme, self.tr("Completeness"), "strong"), 1)
        row.addWidget(self.back)
        head.addLayout(row)
        head.addWidget(self._count)
        usual = QHBoxLayout()
        usual.addWidget(self.usual)
        usual.addStretch(1)
        head.addLayout(usual)
        self.usual.hide()
        return head

    def _clear(self) -> None:
        self._field = None
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self._lines = []

    def _on_mend_asked(self, item: ReportItem, act: str) -> None:
        if act.startswith(FILL):
            self.fill_asked.emit(act.removeprefix(FILL))
        elif act.startswith(WRITE):
            self._open_field(item, act.removeprefix(WRITE))
        elif act == GO:
            self.place_asked.emit(place_of(item))

    def _open_field(self, item: ReportItem, name: str) -> None:
        """A field in the line; Enter and leaving take what is typed, Esc closes it."""
        self._close_field()
        line = self.line(item.key)
        if line is None:
            return
        label, hint = field_words(name)
        field = InlineField(self.theme, label, hint, height=SMALL_BUTTON + 4)
        field.setObjectName(f"report_field_{name}")
        field.setMaxLength(MOST_LETTERS)
        self._field, self._taken = field, ""
        line.column.addWidget(field)
        field.returnPressed.connect(lambda: self._take(name, field))
        field.left_field.connect(lambda: self._take(name, field))
        field.called_off.connect(lambda: self._call_off(line))
        FinishGuard(field, lambda: self._take(name, field))
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self, name: str, field: InlineField) -> None:
        text = field.text().strip()
        if field is not self._field:
            return
        if text and text != self._taken:
            self._taken = text
            self.written.emit(name, text)
        elif not text and not field.hasFocus():
            self._close_field()

    def _call_off(self, line: StatusLine) -> None:
        self._close_field()
        next(iter(line.buttons.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_field(self) -> None:
        field, self._field = self._field, None
        if field is not None:
            field.hide()
            field.deleteLater()
