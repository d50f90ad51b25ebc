"""Paints one patient of the list: name, age, sample mark, what it is about, when, how many exercises, state."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ptbuilder.services.patients.caseload import PatientRow
from ptbuilder.ui.labels import age_and_sex, patient_name
from ptbuilder.ui.painting import paint_bar, paint_line, paint_ring, text_width
from ptbuilder.ui.patients.patient_list_model import ROW_ROLE, PatientListModel, topic_of
from ptbuilder.ui.patients.words import exercises_words, seen_words, state_words
from ptbuilder.ui.theme import BETWEEN, EDGE, Role, Theme
from ptbuilder.ui.widgets.chips import chip_size, paint_chip

ROW_HEIGHT = 58
Index = QModelIndex | QPersistentModelIndex
LEAST_NAME = 120
"""Width at 100 % text below which a name keeps all the room; else age and the mark of a sample stay beside it."""


class PatientDelegate(QStyledItemDelegate):
    """Two lines a patient; on a narrow list the state stands under the date."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """58 pixels high, more with larger text."""
        theme = self._theme
        return QSize(200, ROW_HEIGHT + theme.line("body") + theme.line("caption") - 36)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint ground, bar, the two lines, chips and the hairline below."""
        row, model = index.data(ROW_ROLE), index.model()
        if not isinstance(row, PatientRow) or not isinstance(model, PatientListModel):
            return
        theme, area = self._theme, QRectF(option.rect)
        state = option.state
        painter.save()
        self._paint_ground(painter, area, state)
        right = self._paint_right(painter, area, row, model)
        left = area.left() + EDGE
        first = QRectF(left, area.top() + 8, right - left - BETWEEN, theme.line("body"))
        self._paint_name(painter, first, row)
        second = QRectF(left, first.bottom(), right - left - BETWEEN, theme.line("body"))
        paint_line(painter, theme, second, topic_of(row, model.library) or self.tr("No findings yet"), "body", "ink_2")
        painter.restore()

    def _paint_ground(self, painter: QPainter, area: QRectF, state: QStyle.StateFlag) -> None:
        theme = self._theme
        selected = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.fillRect(area, theme.color("select" if selected else "hover" if hovered else "surface"))
        painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1), theme.color("line"))
        if selected:
            paint_bar(painter, theme, area)
        if state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, theme, area.adjusted(1, 1, -1, -2), 0)

    def _paint_name(self, painter: QPainter, area: QRectF, row: PatientRow) -> None:
        theme, left = self._theme, area.left()
        who = age_and_sex(row.age, row.patient.sex)
        beside = text_width(theme, who) + BETWEEN + 1 if who else 0.0
        if row.patient.is_sample:
            beside += chip_size(theme, "sample", self.tr("Sample")).width() + BETWEEN
        if area.width() - beside < theme.wide(LEAST_NAME):
            beside = 0.0
        parts: tuple[tuple[str, Role, str, float], ...] = (
            (patient_name(row.patient), "strong", "ink", beside),
            (who, "body", "ink_2", 0.0),
        )
        for text, role, color, kept in parts:
            room = area.right() - left - kept
            if text and room > theme.wide(20):
                width = min(text_width(theme, text, role) + 1, room)
                paint_line(painter, theme, QRectF(left, area.top(), width, area.height()), text, role, color)
                left += width + BETWEEN
        if row.patient.is_sample:
            size = chip_size(theme, "sample", self.tr("Sample"))
            if left + size.width() <= area.right():
                box = QRectF(left, area.center().y() - size.height() / 2, size.width(), size.height())
                paint_chip(painter, theme, box, "sample", self.tr("Sample"))

    def _paint_right(self, painter: QPainter, area: QRectF, row: PatientRow, model: PatientListModel) -> float:
        """Paint date, count and state from the right edge; gives where the left part must end."""
        theme = self._theme
        right = area.right() - EDGE
        kind, text = state_words(row, model.today)
        is_wide = area.width() >= theme.wide(440)
        if is_wide:
            if text:
                size = chip_size(theme, kind, text, "clock" if kind == "plain" else None)
                box = QRectF(right - size.width(), area.top() + 8, size.width(), size.height())
                paint_chip(painter, theme, box, kind, text, "clock" if kind == "plain" else None)
            right -= theme.wide(118)
        count = exercises_words(row.exercises)
        second = text if text and not is_wide else count
        lines = (seen_words(row.updated_at, model.today), second)
        width = max(text_width(theme, each, "caption") for each in lines) + 2
        for place, words in enumerate(lines):
            box = QRectF(right - width, area.top() + 8 + place * theme.line("body"), width, theme.line("body"))
            color = "stop" if place and row.is_stopped and not is_wide else "ink_2"
            painter.setFont(theme.font("caption"))
            painter.setPen(theme.color(color))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), words)
        return right - width
