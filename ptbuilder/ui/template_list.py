"""The list of templates: title, number of exercises, and their names."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ptbuilder.domain.library import Library
from ptbuilder.domain.program import Program
from ptbuilder.ui.labels import exercise_name
from ptbuilder.ui.painting import paint_bar, paint_line, paint_ring
from ptbuilder.ui.patients.words import exercises_words
from ptbuilder.ui.theme import EDGE, Theme

PROGRAM_ROLE = Qt.ItemDataRole.UserRole + 1
"""Gives the Program."""
Index = QModelIndex | QPersistentModelIndex


class TemplatesModel(QAbstractListModel):
    """Templates by title."""

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._library = library
        self._templates: tuple[Program, ...] = ()

    def show_templates(self, templates: tuple[Program, ...]) -> None:
        """Show these templates; nothing happens where they are the same."""
        if templates != self._templates:
            self.beginResetModel()
            self._templates = templates
            self.endResetModel()

    def contents(self, template: Program) -> str:
        """The exercises of the first stage, and how many stages follow."""
        first = template.stages[0].prescriptions if template.stages else ()
        names = ", ".join(exercise_name(self._library, each.exercise) for each in first)
        later = len(template.stages) - 1
        if later < 1:
            return names
        text = self.tr("{names}; 1 later stage") if later == 1 else self.tr("{names}; {n} later stages")
        return text.format(names=names, n=later)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many templates there are."""
        return 0 if parent.isValid() else len(self._templates)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The program, its title, or the line as it is read aloud."""
        if not index.isValid() or not 0 <= index.row() < len(self._templates):
            return None
        template = self._templates[index.row()]
        if role == PROGRAM_ROLE:
            return template
        if role == Qt.ItemDataRole.DisplayRole:
            return template.title
        return f"{template.title}. {self.contents(template)}" if role == Qt.ItemDataRole.AccessibleTextRole else None


class TemplateDelegate(QStyledItemDelegate):
    """Title, number of exercises, and their names below."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Two lines."""
        return QSize(200, 18 + 2 * self._theme.line("body"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one template."""
        template, model, theme = index.data(PROGRAM_ROLE), index.model(), self._theme
        if not isinstance(template, Program) or not isinstance(model, TemplatesModel):
            return
        area = QRectF(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.fillRect(area, theme.color("select" if selected else "hover" if hovered else "surface"))
        painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1), theme.color("line"))
        if selected:
            paint_bar(painter, theme, area)
        line = area.adjusted(EDGE, 8, -EDGE, 0)
        line.setHeight(theme.line("body"))
        paint_line(painter, theme, line, template.title, "strong")
        count = exercises_words(len(template.stages[0].prescriptions) if template.stages else 0)
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.color("ink_2"))
        painter.drawText(line, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), count)
        line.moveTop(line.bottom())
        paint_line(painter, theme, line, model.contents(template), "body", "ink_2")
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, theme, area.adjusted(1, 1, -1, -2), 0)
        painter.restore()


class TemplateView(QListView):
    """Enter uses, Del removes."""

    use_asked = Signal()
    remove_asked = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Del act; the rest moves."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.use_asked.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.remove_asked.emit()
        else:
            super().keyPressEvent(event)
