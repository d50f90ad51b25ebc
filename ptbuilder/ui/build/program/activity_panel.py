"""The table of activities after a procedure, changed in place under what else is printed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ptbuilder.services.desk.activity_editing import ActivityEditing
from ptbuilder.ui.announcing import announce
from ptbuilder.ui.build.program.activity_line import LEAST_FOR_ONE, ActivityLine, line_height
from ptbuilder.ui.build.program.activity_value import ActivityValue
from ptbuilder.ui.labels import long_date
from ptbuilder.ui.theme import BETWEEN, Theme
from ptbuilder.ui.widgets.buttons import Button
from ptbuilder.ui.widgets.check_box import CheckBox

_STEP = 4
"""Pixels between rows."""


class ActivityPanel(QWidget):
    """``acted`` carries what to do with the desk, so that its owner can pass on why something was refused.

    ``closed`` follows Esc, ``resized`` a change of its height.
    """

    acted = Signal(object)
    resized = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setObjectName("activity_panel")
        self.setAccessibleName(self.tr("When the patient can start again"))
        self.lines: dict[str, ActivityLine] = {}
        self._editing: ActivityEditing | None = None
        self.add_value = ActivityValue(theme, self.tr("Such as: dancing"), is_note=True)
        self.add_value.setObjectName("add_activity")
        self.add_value.show_value(self.tr("Add a row"), "", self.tr("Add what the patient may do again"), is_faint=True)
        self.print_box = CheckBox(theme, self.tr("Print this table"))
        self.print_box.setObjectName("print_activities")
        self.back_button = Button(theme, self.tr("Back to the usual"), "quiet", icon="undo", small=True)
        self.back_button.setObjectName("activities_back")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(_STEP)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_STEP)
        column.addLayout(self._rows)
        self._foot = self._made_foot()
        column.addLayout(self._foot)
        self.add_value.typed.connect(self._on_name_typed)
        self.print_box.clicked.connect(lambda checked: self._act(lambda on: on.set_printed(checked)))
        self.back_button.clicked.connect(lambda: self._act(lambda on: on.put_all_back()))
        theme.changed.connect(self._arrange)

    def height_for(self, width: int) -> int:
        """The height of all rows and the foot in ``width`` pixels."""
        line, low = line_height(self.theme), self._is_low(width)
        foot = [max(line, self.add_value.sizeHint().height()), self.print_box.sizeHint().height()]
        if not self.back_button.isHidden():
            foot.append(self.back_button.sizeHint().height())
        rows = len(self.lines) * (line * (1 if low else 2) + _STEP)
        return rows + (max(foot) if low else sum(foot) + (len(foot) - 1) * self._foot.spacing())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows and foot take more lines where there is little room."""
        super().resizeEvent(event)
        self._arrange()

    def show_editing(self, editing: ActivityEditing) -> None:
        """Show the table of the desk; rows that stay keep their focus and what is being typed in them."""
        self._editing = editing
        table, plan = editing.table, editing.plan
        self._fill([row.code for row in table.rows])
        for row in table.rows:
            usual = editing.usual(row.code) if row.is_changed else None
            self.lines[row.code].show_row(row, plan.change(row.code), usual)
        reader = editing.note_reader
        for value in (self.add_value, *(line.how for line in self.lines.values())):
            value.read_with(reader)
        self.print_box.setChecked(editing.is_printed)
        self.print_box.setEnabled(bool(table.printed))
        self.back_button.setVisible(not plan.is_usual)

    def focus_first(self) -> None:
        """Put the focus on the first day."""
        first = next(iter(self.lines.values()), None)
        (first.when.button if first is not None else self.add_value.button).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            event.accept()
        else:
            super().keyPressEvent(event)

    def _made_foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(BETWEEN)
        foot.addWidget(self.add_value, 1)
        foot.addWidget(self.back_button)
        foot.addWidget(self.print_box)
        return foot

    def _is_low(self, width: int) -> bool:
        return width >= self.theme.wide(LEAST_FOR_ONE)

    def _arrange(self) -> None:
        low = self._is_low(self.width())
        for line in self.lines.values():
            line.set_low(low)
        ways = QBoxLayout.Direction
        self._foot.setDirection(ways.LeftToRight if low else ways.TopToBottom)
        self._foot.setSpacing(BETWEEN if low else _STEP)

    def _fill(self, codes: list[str]) -> None:
        if list(self.lines) == codes:
            return
        for code in [each for each in self.lines if each not in codes]:
            gone = self.lines.pop(code)
            self._rows.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for place, code in enumerate(codes):
            if code not in self.lines:
                self.lines[code] = self._made_line(code)
            self._rows.insertWidget(place, self.lines[code])
        self.lines = {code: self.lines[code] for code in codes}
        self._keep_tab_order()
        self.resized.emit()

    def _keep_tab_order(self) -> None:
        """Tab goes row by row, then to the foot."""
        before: QWidget | None = None
        order = [part for line in self.lines.values() for part in line.tab_stops]
        for part in (*order, self.add_value.button, self.add_value.field, self.back_button, self.print_box):
            if before is not None:
                QWidget.setTabOrder(before, part)
            before = part

    def _made_line(self, code: str) -> ActivityLine:
        line = ActivityLine(self.theme, code, self._read_back)
        line.set_low(self._is_low(self.width()))
        line.day_typed.connect(lambda text: self._act(lambda on: on.set_day(code, on.read_day(text) if text else None)))
        line.words_typed.connect(lambda text: self._act(lambda on: on.set_words(code, text)))
        line.hide_asked.connect(lambda hidden: self._on_hide_asked(code, hidden))
        line.step_asked.connect(lambda column, step: self._step(code, column, step))
        line.back_asked.connect(lambda: self._on_back_asked(code))
        return line

    def _read_back(self, text: str) -> str | None:
        """A typed day in words: "Wed 25 Mar 2026, day 23"."""
        if self._editing is None:
            return None
        day = self._editing.read_day(text)
        if day is None:
            return None
        zero = self._editing.table.on
        said = self.tr("day {n}").format(n=day)
        return said if zero is None else f"{long_date(zero + timedelta(days=day))}, {said}"

    def _on_name_typed(self, name: str) -> None:
        """A new row opens its day, which is what is asked next."""
        if not name:
            return
        before = set(self.lines)
        self._act(lambda on: on.add(name))
        for code in set(self.lines) - before:
            self.lines[code].when.edit()

    def _on_hide_asked(self, code: str, hidden: bool) -> None:
        line = self.lines[code]
        what = line.name.text()
        focus = self.window().focusWidget()
        had_focus = focus is not None and line.isAncestorOf(focus)
        places = list(self.lines)
        at = places.index(code)
        self._act(lambda on: on.hide(code, hidden=hidden))
        if code not in self.lines and had_focus:
            self._focus_near(at)
        announce(self, (self.tr("{what} is not printed") if hidden else self.tr("{what} is printed")).format(what=what))

    def _on_back_asked(self, code: str) -> None:
        """The button goes away with the change, so the focus goes to the day."""
        had_focus = self.lines[code].back_button.hasFocus()
        self._act(lambda on: on.put_back(code))
        if had_focus and code in self.lines:
            self.lines[code].when.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _step(self, code: str, column: int, step: int) -> None:
        """The same column of the row above or below; nothing at the ends."""
        codes = list(self.lines)
        place = codes.index(code) + step
        if 0 <= place < len(codes):
            self.lines[codes[place]].values[column].button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _focus_near(self, place: int) -> None:
        left = list(self.lines.values())
        target = left[min(place, len(left) - 1)].hide_button if left else self.add_value.button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _act(self, change: Callable[[ActivityEditing], object]) -> None:
        editing = self._editing
        if editing is not None:
            self.acted.emit(lambda: change(editing))
