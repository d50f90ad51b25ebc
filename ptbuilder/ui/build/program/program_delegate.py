"""Paints the rows of the program, and makes the strip or the note field in which a row is edited."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ptbuilder.domain.library import Library
from ptbuilder.ui.build.figures.motion import Motion
from ptbuilder.ui.build.figures.pictures import DrawingCache, Frame, paint_picture
from ptbuilder.ui.build.figures.row_pictures import RowPictures
from ptbuilder.ui.build.program.dose_strip import with_dosage
from ptbuilder.ui.build.program.program_model import LINE_ROLE, Index, ProgramLine
from ptbuilder.ui.build.program.program_row import ListState, ProgramRowLayout, RowStyle
from ptbuilder.ui.build.why_line import paint_why
from ptbuilder.ui.icons import paint_icon
from ptbuilder.ui.painting import paint_bar, paint_box, paint_line, paint_ring, text_width
from ptbuilder.ui.theme import Role, Theme

REMEMBERED = 100
BUTTON_ICONS = {"easier": "arrow-down", "harder": "arrow-up", "remove": "close"}


class ProgramDelegate(QStyledItemDelegate):
    """Rows grow by their editor's height; ``make_editor`` makes it, ``widget_height`` measures lines that are widgets."""

    editor_made = Signal(QWidget)

    def __init__(
        self,
        theme: Theme,
        pictures: DrawingCache,
        library: Callable[[], Library],
        state: ListState,
        make_editor: Callable[[QWidget, ProgramLine], QWidget],
        widget_height: Callable[[QModelIndex, int], int],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self._pictures = pictures
        self._library = library
        self._state = state
        self._make_editor = make_editor
        self._widget_height = widget_height
        self._layouts: dict[tuple[int, float, RowStyle, bool], ProgramRowLayout] = {}
        self._rows = RowPictures(theme, "surface")
        theme.changed.connect(self._layouts.clear)
        self.editor: QWidget | None = None
        self.editing = QPersistentModelIndex()
        self.moving: Callable[[Index], QPixmap | None] = lambda _index: None

    def layout(self, line: ProgramLine, width: float, *, chosen: bool = False) -> ProgramRowLayout:
        """The places in a row of this width; what is being typed is shown as if it were done."""
        preview = self._state.preview
        if preview is not None and line.row is not None and preview[0] == line.id:
            line = replace(line, row=with_dosage(line.row, preview[1]))
            return ProgramRowLayout(self.theme, self._library(), line, width, self._state.style, chosen=chosen)
        key = (id(line), width, self._state.style, chosen)
        known = self._layouts.get(key)
        if known is None or known.line is not line:
            if len(self._layouts) >= REMEMBERED:
                self._layouts.clear()
            known = ProgramRowLayout(self.theme, self._library(), line, width, self._state.style, chosen=chosen)
            self._layouts[key] = known
        return known

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The height of the row with its editor, or of the widget that the line holds."""
        line: ProgramLine = index.data(LINE_ROLE)
        width = self._width(option)
        if line.kind != "exercise":
            return QSize(width, self._widget_height(self._plain(index), width))
        height = self.layout(line, width, chosen=self._state.current == line.id).height
        if self.editor is not None and self.editing == index:
            height += self._editor_height(width)
        return QSize(width, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint ground, bar, number, pictures, name, dose, reason and buttons."""
        line: ProgramLine = index.data(LINE_ROLE)
        if line.kind != "exercise" or line.row is None:
            return
        painter.save()
        self._show_row(painter, option, line, self.moving(index))
        painter.restore()

    def _show_row(self, painter: QPainter, option: QStyleOptionViewItem, line: ProgramLine, moving: QPixmap | None) -> None:
        """A row that nothing points at is shown as it was painted before."""

        def paint(into: QPainter, place: QRectF) -> None:
            self._paint_row(into, place, option, line, moving)

        area, state = QRectF(option.rect), self._state
        pointed = (state.current, state.hovered[0], state.preview[0] if state.preview is not None else "")
        if line.id in pointed or moving is not None or self._is_marked(line) or line.row is None:
            paint(painter, area)
            return
        layout = self.layout(line, area.width())
        pictures = self._frames(layout, painter.device().devicePixelRatioF())
        shown = tuple(each.cacheKey() if each is not None else 0 for _, each in pictures)
        self._rows.show(painter, area, (line.number, layout.seen, state.style, shown), paint)

    def _paint_row(
        self, painter: QPainter, area: QRectF, option: QStyleOptionViewItem, line: ProgramLine, moving: QPixmap | None
    ) -> None:
        chosen = self._state.current == line.id
        layout = self.layout(line, area.width(), chosen=chosen)
        self._paint_ground(painter, option, line, area, chosen=chosen)
        painter.translate(area.topLeft())
        self._paint_number(painter, layout)
        self._paint_pictures(painter, layout, moving)
        layout.name.paint(painter, layout.name_at.x(), layout.name_at.y())
        self._paint_dose(painter, layout)
        self._paint_why(painter, layout)
        self._paint_note(painter, layout)
        if chosen or (layout.has_room and self._state.hovered[0] == line.id):
            self._paint_buttons(painter, layout)

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """The strip or the note field for this row; it stands under what is painted."""
        self.editor = self._make_editor(parent, index.data(LINE_ROLE))
        self.editing = QPersistentModelIndex(index)
        self.editor_made.emit(self.editor)
        self.sizeHintChanged.emit(self._plain(index))
        return self.editor

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """Let the row shrink again."""
        if editor is self.editor:
            self.editor = None
            self.editing = QPersistentModelIndex()
        super().destroyEditor(editor, index)
        if index.isValid():
            self.sizeHintChanged.emit(self._plain(index))

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Follow a change of the row from elsewhere, such as undo."""
        line = index.data(LINE_ROLE)
        show = getattr(editor, "show_line", None)
        if line is not None and show is not None:
            show(line)

    def setModelData(self, _editor: QWidget, _model: object, _index: Index) -> None:
        """Nothing: editors tell the list what they finished."""

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """An editor stands under the painted part, a widget of the list takes the whole line."""
        if editor is not self.editor:
            editor.setGeometry(option.rect)
            return
        line: ProgramLine = index.data(LINE_ROLE)
        width = option.rect.width()
        layout = self.layout(line, width, chosen=self._state.current == line.id)
        left = round(layout.editor_left)
        top = option.rect.top() + layout.height - 4
        height = self._editor_height(width)
        editor.setGeometry(QRect(option.rect.left() + left, top, round(layout.right) - left, height))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave Tab, Enter, Esc and the focus to the editors, which know what they mean there."""
        del watched, event
        return False

    def _plain(self, index: Index) -> QModelIndex:
        """The index as views and signals want it."""
        return index.model().index(index.row(), index.column())

    def _editor_height(self, width: int) -> int:
        left = self.number_edge
        return self.editor.heightForWidth(width - left - 16) + 8 if self.editor is not None else 0

    @property
    def number_edge(self) -> int:
        """Where the column of numbers ends."""
        return self.theme.wide(18) + 32

    def _width(self, option: QStyleOptionViewItem) -> int:
        view = option.widget
        viewport = view.viewport() if view is not None and hasattr(view, "viewport") else None
        return int(viewport.width()) if viewport is not None else option.rect.width()

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, line: ProgramLine, area: QRectF, *, chosen: bool
    ) -> None:
        marked = self._is_marked(line)
        hovered = self._state.hovered[0] == line.id
        if chosen or marked or hovered:
            painter.fillRect(area, self.theme.color("select" if chosen else "hover"))
        painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1), self.theme.color("line"))
        if chosen or marked:
            paint_bar(painter, self.theme, area, "accent" if chosen else "line_2")
        view = option.widget
        if chosen and view is not None and view.hasFocus():
            paint_ring(painter, self.theme, area.adjusted(1, 1, -1, -2), 2)

    def _is_marked(self, line: ProgramLine) -> bool:
        why = line.row.why if line.row else ()
        return bool(self._state.marked) and any(each.finding == self._state.marked for each in why)

    def _paint_number(self, painter: QPainter, layout: ProgramRowLayout) -> None:
        theme, line = self.theme, layout.line
        number = str(line.number)
        middle = (16 + layout.number_width) / 2
        width = text_width(theme, number, "name")
        top = layout.pictures[0].top() if layout.pictures else layout.name_at.y()
        rect = QRectF(middle - width / 2, top, width + 2, theme.line("name"))
        paint_line(painter, theme, rect, number, "name", "ink")
        if not layout.row.is_draft:
            side = theme.wide(18)
            paint_icon(painter, "grip", QRectF(middle - side / 2, rect.bottom(), side, side), theme.color("ink_3"))

    def _paint_pictures(self, painter: QPainter, layout: ProgramRowLayout, moving: QPixmap | None) -> None:
        frames = self._frames(layout, painter.device().devicePixelRatioF())
        for place, (rect, still) in enumerate(frames, start=1):
            is_last = place == len(frames)
            paint_picture(painter, self.theme, rect, moving if is_last and moving is not None else still)

    def _frames(self, layout: ProgramRowLayout, ratio: float) -> list[tuple[QRectF, QPixmap | None]]:
        """The places of the still pictures with what is there of them; the rest is asked for."""
        code, side = layout.row.exercise.code, layout.row.prescription.side
        if not layout.pictures or not self._pictures.has(code, side):
            return []
        frames: tuple[Frame, ...] = ("start", "finish") if len(layout.pictures) == 2 else ("finish",)
        sizes = [(rect.size() - QSize(6, 6)).toSize() for rect in layout.pictures]
        stills = (self._pictures.pixmap(code, side, frame, size, ratio) for frame, size in zip(frames, sizes, strict=True))
        return list(zip(layout.pictures, stills, strict=True))

    def motion(self, line: ProgramLine, width: float, ratio: float) -> Motion | None:
        """What moves in the last picture of this row; None where it has none."""
        if line.row is None:
            return None
        code, side = line.row.exercise.code, line.row.prescription.side
        places = self.layout(line, width, chosen=self._state.current == line.id).pictures
        if not places or not self._pictures.has(code, side):
            return None
        return Motion(code, side, (places[-1].size() - QSize(6, 6)).toSize(), ratio)

    def _paint_dose(self, painter: QPainter, layout: ProgramRowLayout) -> None:
        theme, state = self.theme, self._state
        changed: frozenset[str] = frozenset()
        if state.preview is not None and state.preview[0] == layout.line.id:
            changed = state.changed
        hovered = state.hovered[1] if state.hovered[0] == layout.line.id else ""
        for dot in layout.dots:
            paint_line(painter, theme, dot.adjusted(0, 0, 4, 0), "·", "body", "ink_3")
        for sign in layout.signs:
            paint_icon(painter, "warn", sign, theme.color("warn"), theme.color("surface"))
        for placed in layout.dose:
            part = placed.piece.part
            color = "warn" if placed.is_unusual else "accent" if part and hovered == f"dose:{part}" else "ink"
            role: Role = "strong" if part in changed else "body"
            paint_line(painter, theme, placed.rect.adjusted(0, 0, 4, 0), placed.piece.text, role, color)
            if part:
                self._underline(painter, placed.rect, color)

    def _underline(self, painter: QPainter, rect: QRectF, color: str) -> None:
        pen = QPen(self.theme.color("line_2" if color == "ink" else color), 1, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([1, 2])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(pen)
        y = round(rect.bottom()) - 2
        painter.drawLine(QPointF(round(rect.left()), y), QPointF(round(rect.right()), y))

    def _paint_why(self, painter: QPainter, layout: ProgramRowLayout) -> None:
        if layout.is_narrow:
            return
        hovered = self._state.hovered == (layout.line.id, "why")
        paint_why(painter, self.theme, layout.why, layout.why_words, "accent" if hovered else "ink_2")

    def _paint_note(self, painter: QPainter, layout: ProgramRowLayout) -> None:
        if layout.note is None:
            return
        side = self.theme.wide(13)
        top = layout.note_at.y() + (self.theme.line("caption") - side) / 2
        paint_icon(painter, "note", QRectF(layout.text_left, top, side, side), self.theme.color("ink_2"))
        layout.note.paint(painter, layout.note_at.x(), layout.note_at.y())

    def _paint_buttons(self, painter: QPainter, layout: ProgramRowLayout) -> None:
        theme, row = self.theme, layout.row
        present = {"easier": row.easier is not None, "harder": row.harder is not None, "remove": True}
        for name, rect in layout.buttons.items():
            if present[name] and self._state.hovered == (layout.line.id, name):
                paint_box(painter, rect.adjusted(2, 2, -2, -2), theme.color("surface"), theme.color("line_2"))
            side = theme.wide(16)
            box = QRectF(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side)
            paint_icon(painter, BUTTON_ICONS[name], box, theme.color("ink_2" if present[name] else "ink_off"))
