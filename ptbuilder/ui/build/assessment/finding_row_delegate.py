"""Paints the lines of the finding list; the marked one shows side, severity and what it would do."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from ptbuilder.domain.values import dataclass
from ptbuilder.domain.vocabulary import GRADES
from ptbuilder.ui.build.assessment.finding_rows import ROW_ROLE, CommandRow, FindingRow, Letters
from ptbuilder.ui.labels import grade_word, side_word
from ptbuilder.ui.painting import Run, TextBlock, paint_bar, paint_box, paint_line, text_width
from ptbuilder.ui.theme import ROW, SMALL_BUTTON, Role, Theme

Index = QModelIndex | QPersistentModelIndex
SIDES_IN_ORDER = ("left", "right", "both")
SIDE_KEYS = {"left": "l", "right": "r", "both": "b"}
GRADE_KEYS = {"mild": "1", "moderate": "2", "severe": "3"}


@dataclass(frozen=True, slots=True)
class _Segment:
    rect: QRectF
    key: str
    word: str
    value: str
    is_on: bool


def marked(text: str, letters: Letters, role: Role, strong: Role, color: str) -> list[Run]:
    """The text as runs, the matched letters in bold with a line under them."""
    runs: list[Run] = []
    at = 0
    for first, last in letters:
        if first > at:
            runs.append(Run(text[at:first], role, color))
        runs.append(Run(text[first:last], strong, "ink", mark=True))
        at = last
    if at < len(text) or not runs:
        runs.append(Run(text[at:], role, color))
    return runs


def _is_hovered(option: QStyleOptionViewItem) -> bool:
    """Asked of the state only while the pointer is over the list: the first letters need not wait until QStyle's enums are made."""
    if option.widget is not None and not option.widget.underMouse():
        return False
    from PySide6.QtWidgets import QStyle

    return bool(option.state & QStyle.StateFlag.State_MouseOver)


class FindingRowDelegate(QStyledItemDelegate):
    """``token_chosen`` carries a letter or digit that was pressed with the pointer (l, r, b, 1, 2, 3)."""

    token_chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.marked_place = -1

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """56 pixels, more for the marked line."""
        row = index.data(ROW_ROLE)
        height = self._plain_height()
        if isinstance(row, FindingRow) and index.row() == self.marked_place:
            height += self._extra_height(row, option.rect.width() or 480)
        return QSize(200, height)

    @property
    def plain_height(self) -> int:
        """The height of a line that is not marked."""
        return self._plain_height()

    def marked_height(self, row: FindingRow, width: float) -> int:
        """The height of a line while it is marked."""
        return self._plain_height() + self._extra_height(row, width)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one line."""
        row = index.data(ROW_ROLE)
        area = QRectF(option.rect)
        is_marked = index.row() == self.marked_place
        painter.save()
        if is_marked:
            painter.fillRect(area, self.theme.color("select"))
            paint_bar(painter, self.theme, area)
        elif _is_hovered(option):
            painter.fillRect(area, self.theme.color("hover"))
        if isinstance(row, CommandRow):
            self._paint_command(painter, area, row)
        else:
            self._paint_finding(painter, area, row, is_marked)
        painter.restore()

    def editorEvent(self, event: QEvent, _model: object, option: QStyleOptionViewItem, index: Index) -> bool:
        """A press on a side or a severity types it."""
        row = index.data(ROW_ROLE)
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent) and isinstance(row, FindingRow):
            if index.row() != self.marked_place:
                return False
            for segment in self.segments(row, QRectF(option.rect)):
                if segment.rect.contains(event.position()):
                    self.token_chosen.emit(segment.key)
                    return True
        return False

    def segments(self, row: FindingRow, area: QRectF) -> list[_Segment]:
        """The sides and severities of the marked line, where they stand."""
        top = area.top() + self._plain_height() - 2
        high = self.theme.tall(SMALL_BUTTON, "caption")
        left = area.left() + ROW
        segments: list[_Segment] = []
        groups: list[list[tuple[str, str, str, bool]]] = []
        if row.kind.sides:
            sides = [side for side in SIDES_IN_ORDER if side in row.kind.sides]
            groups.append([(SIDE_KEYS[s], side_word(s), s, row.finding.side == s) for s in sides])
        if row.kind.scale == "mms":
            groups.append([(GRADE_KEYS[g], grade_word(g), g, row.finding.grade == g) for g in GRADES])
        for group in groups:
            for key, word, value, is_on in group:
                width = text_width(self.theme, key + word, "caption-strong") + 26
                segments.append(_Segment(QRectF(left, top, width, high), key, word, value, is_on))
                left += width
            left += 12
        return segments

    def _plain_height(self) -> int:
        return 7 + self.theme.line("lead") + self.theme.line("caption") + 9

    def _extra_height(self, row: FindingRow, width: float) -> int:
        chips = self.theme.tall(SMALL_BUTTON, "caption") + 8 if self.segments(row, QRectF(0, 0, width, 0)) else 0
        return chips + self._effect_block(row, width - 2 * ROW).height + 6

    def _paint_command(self, painter: QPainter, area: QRectF, row: CommandRow) -> None:
        TextBlock.of(self.theme, (Run(row.text, "name"),), area.width()).paint(painter, area.left() + ROW, area.top() + 7)
        below = area.top() + 7 + self.theme.line("lead")
        TextBlock.of(self.theme, (Run(row.details, "caption", "ink_2"),), area.width()).paint(painter, area.left() + ROW, below)

    def _paint_finding(self, painter: QPainter, area: QRectF, row: FindingRow, is_marked: bool) -> None:
        theme = self.theme
        left, top = area.left() + ROW, area.top() + 7
        where = self.tr("added") if row.is_present else row.region
        right = text_width(theme, where, "caption")
        label = TextBlock.of(theme, marked(row.label, row.letters, "lead", "name", "ink"), area.width() - 2 * ROW - right - 8, 1)
        label.paint(painter, left, top)
        place = QRectF(area.right() - ROW - right, top, right + 1, theme.line("lead"))
        paint_line(painter, theme, place, where, "caption", "accent" if row.is_present else "ink_2")
        runs = [Run(row.details, "caption", "ink_2")]
        if row.also:
            lead = self.tr("leads to") if row.is_goal else self.tr("also")
            runs = [
                Run(f"{row.details}, {lead} ", "caption", "ink_2"),
                *marked(row.also, row.also_letters, "caption", "caption-strong", "ink_2"),
            ]
        TextBlock.of(theme, runs, area.width() - 2 * ROW, 1).paint(painter, left, top + theme.line("lead"))
        if is_marked:
            self._paint_more(painter, area, row)

    def _paint_more(self, painter: QPainter, area: QRectF, row: FindingRow) -> None:
        segments = self.segments(row, area)
        self._paint_segments(painter, segments)
        top = segments[0].rect.bottom() + 6 if segments else area.top() + self._plain_height() - 4
        self._effect_block(row, area.width() - 2 * ROW).paint(painter, area.left() + ROW, top)

    def _paint_segments(self, painter: QPainter, segments: list[_Segment]) -> None:
        theme = self.theme
        groups: list[list[_Segment]] = []
        for segment in segments:
            if groups and groups[-1][-1].rect.right() + 1 > segment.rect.left():
                groups[-1].append(segment)
            else:
                groups.append([segment])
        for group in groups:
            whole = group[0].rect.united(group[-1].rect)
            paint_box(painter, whole, theme.color("surface"))
            for place, segment in enumerate(group):
                if segment.is_on:
                    painter.fillRect(segment.rect.adjusted(1, 1, -1, -1), theme.color("accent_soft"))
                if place:
                    line = QRectF(segment.rect.left(), segment.rect.top() + 1, 1, segment.rect.height() - 2)
                    painter.fillRect(line, theme.color("line"))
                color, role = ("on_soft", "caption-strong") if segment.is_on else ("ink_2", "caption")
                runs = (Run(segment.key, "caption-strong", color, mark=True), Run(f" {segment.word}", role, color))  # type: ignore[arg-type]
                block = TextBlock.of(theme, runs, 1000)
                at = segment.rect.center() - QPointF(block.used / 2, block.height / 2)
                block.paint(painter, at.x(), at.y())
            paint_box(painter, whole, None, theme.color("line_2"))

    def _effect_block(self, row: FindingRow, width: float) -> TextBlock:
        return TextBlock.of(self.theme, self.effect_runs(row), width, 3)

    def effect_runs(self, row: FindingRow) -> list[Run]:
        """What is ignored, or what the finding would do, as one line."""
        if row.ignored:
            return [Run(" ".join(row.ignored), "caption-strong", "warn")]
        if row.stops:
            return [Run(self.tr("Stops the program. See what to do first."), "caption-strong", "stop")]
        runs: list[Run] = []
        if row.leads_to:
            runs.append(Run(self.tr("Leads to: {goal}").format(goal=row.leads_to), "caption", "ink_2"))
        for names, words in ((row.joins, self.tr("joins the program")), (row.leaves, self.tr("leaves the program"))):
            if names:
                runs.append(Run(". " if runs else "", "caption", "ink_2"))
                runs.append(Run(names, "caption-strong", "ink"))
                runs.append(Run(f" {words}", "caption", "ink_2"))
        return runs or [Run(self.tr("No exercise follows from it alone."), "caption", "ink_2")]
