"""The list of exercises in the program: keys, clicks on parts of a row, dragging, and editing under the row."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from ptbuilder.domain.dosage import Dosage
from ptbuilder.domain.library import Library
from ptbuilder.ui.build.figures.list_motion import ListMotion
from ptbuilder.ui.build.figures.motion import Motion
from ptbuilder.ui.build.figures.pictures import DrawingCache
from ptbuilder.ui.build.program.dose_strip import DoseStrip
from ptbuilder.ui.build.program.dragged_rows import DraggedRows
from ptbuilder.ui.build.program.note_editor import NoteEditor
from ptbuilder.ui.build.program.program_delegate import ProgramDelegate
from ptbuilder.ui.build.program.program_model import ProgramLine, ProgramModel
from ptbuilder.ui.build.program.program_row import ListState, RowStyle
from ptbuilder.ui.build.program.row_acts import RowActs
from ptbuilder.ui.build.program.row_editing import Edited, RowEditing
from ptbuilder.ui.build.program.row_tips import tip_of
from ptbuilder.ui.build.program.row_widgets import MakeWidget, RowWidgets
from ptbuilder.ui.theme import Theme


class ProgramList(DraggedRows):
    """Shows the lines of a :class:`ProgramModel`; what is asked for is told by signals with the prescription's identifier.

    ``make_widget`` makes the widget of a line that is no exercise. ``previewed`` carries a dose while it is typed, or None.
    """

    remove_asked = Signal(str)
    easier_asked = Signal(str)
    harder_asked = Signal(str)
    side_asked = Signal(str)
    move_asked = Signal(str, int)
    why_asked = Signal(str)
    dose_finished = Signal(str, object)
    note_written = Signal(str, str)
    previewed = Signal(str, object)
    take_asked = Signal()
    current_changed = Signal(str)

    def __init__(
        self,
        theme: Theme,
        pictures: DrawingCache,
        library: Callable[[], Library],
        make_widget: MakeWidget,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self.setObjectName("program_list")
        self._library = library
        self._pictures = pictures
        self._pressed = ("", "", QPointF())
        self._is_low = False
        self._is_large = False
        self.looks = ListState()
        self.rows = ProgramModel(self)
        self._acts = RowActs(self)
        self.widgets = RowWidgets(self, self.rows, make_widget)
        self.editing = RowEditing(theme, library, self.looks, self)
        self.painter_of_rows = ProgramDelegate(theme, pictures, library, self.looks, self.editing.make, self.widgets.height, self)
        self.setModel(self.rows)
        self.setItemDelegate(self.painter_of_rows)
        self._set_up()
        self._connect()
        self.motion = ListMotion(self, pictures, self._motion_of)
        self.painter_of_rows.moving = self.motion.pixmap

    # ---- what it shows ----------------------------------------------------------------------------------------------

    @property
    def current_line(self) -> ProgramLine | None:
        """The chosen exercise, or None."""
        line = self.rows.line(self.currentIndex())
        return line if line is not None and line.kind == "exercise" else None

    @property
    def is_editing(self) -> bool:
        """Whether a dose or a note is being edited."""
        return self.painter_of_rows.editor is not None

    def show_lines(self, lines: Sequence[ProgramLine]) -> None:
        """Show ``lines``; the chosen exercise stays chosen, and after a removal the next one is.

        With the focus one is always chosen, also where the focus came before the lines did.
        """
        place = self.rows.index_of(self.current_line.id).row() if self.current_line else -1
        here = self._place_of(place)
        self.rows.show_lines(lines)
        self._restyle()
        self.widgets.fill()
        if self.current_line is None and (place >= 0 or self.hasFocus()):
            self._choose_place(here)

    def choose(self, identifier: str) -> None:
        """Choose an exercise and bring it into view."""
        index = self.rows.index_of(identifier)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def mark_finding(self, code: str) -> None:
        """Mark the rows that this finding led to."""
        self.looks.marked = code
        self.viewport().update()

    def set_low(self, low: bool) -> None:
        """Smaller pictures in a low window."""
        self._is_low = low
        self._restyle()

    def toggle_large(self) -> None:
        """Larger pictures, or the usual ones again."""
        self._is_large = not self._is_large
        self._restyle()

    def edit_dose(self, identifier: str, part: str = "") -> None:
        """Open the strip under a row, with the cursor in the field of ``part``."""
        self._open(identifier, "dose", part)

    def edit_note(self, identifier: str) -> None:
        """Open the note field under a row."""
        self._open(identifier, "note", "")

    def close_editor(self) -> None:
        """Take what is being edited, and close it."""
        editor = self.painter_of_rows.editor
        if isinstance(editor, DoseStrip | NoteEditor):
            editor.finish()

    def widget_of(self, kind: str, identifier: str) -> QWidget | None:
        """The widget in the first line of this kind of a prescription."""
        return self.widgets.find(kind, identifier)

    # ---- keys -------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on the chosen exercise."""
        line = self.current_line
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.take_asked.emit()
        elif line is None or not self._acts.by_key(event, line):
            super().keyPressEvent(event)
            return
        event.accept()

    # ---- pointer ----------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember which part of the row was pressed; an open editor still stands where it was."""
        line, part = self._part_at(event.position())
        left = event.button() == Qt.MouseButton.LeftButton
        self._pressed = (line.id, part, event.position()) if line is not None and left else ("", "", event.position())
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Do what the pressed part stands for, unless the pointer was moved away; what was edited elsewhere is finished."""
        super().mouseReleaseEvent(event)
        identifier, part, at = self._pressed
        self._pressed = ("", "", QPointF())
        near = (event.position() - at).manhattanLength() < QApplication.startDragDistance()
        line = self.rows.line(self.rows.index_of(identifier)) if identifier else None
        if not (near and part.startswith("dose:") and part != "dose:side"):
            self.close_editor()
        if line is not None and part and near:
            self._acts.by_part(line, part)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer: the row and the part under it."""
        super().mouseMoveEvent(event)
        line, part = self._part_at(event.position())
        self._hover(line.id if line else "", part)
        self._show_tip(line, part, event.globalPosition().toPoint())

    def leaveEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        """Nothing is under the pointer any more."""
        super().leaveEvent(event)
        self._hover("", "")

    def part_at(self, place: QPoint) -> str:
        """The name of what lies at a place of the viewport: a dose value, a button, or nothing."""
        return self._part_at(QPointF(place))[1]

    def _part_at(self, position: QPointF) -> tuple[ProgramLine | None, str]:
        index = self.indexAt(position.toPoint())
        line = self.rows.line(index)
        if line is None or line.kind != "exercise":
            return None, ""
        rect = self.visualRect(index)
        chosen = self.looks.current == line.id
        layout = self.painter_of_rows.layout(line, rect.width(), chosen=chosen)
        part = layout.part_at(position - QPointF(rect.topLeft()))
        return line, "" if part in layout.buttons and not chosen and not layout.has_room else part

    def _hover(self, identifier: str, part: str) -> None:
        if self.looks.hovered == (identifier, part):
            return
        self.looks.hovered = (identifier, part)
        hand = bool(part) and part != "grip"
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor)
        self.viewport().update()

    def _show_tip(self, line: ProgramLine | None, part: str, at: QPoint) -> None:
        text = tip_of(self._library(), line.row, part) if line is not None and line.row is not None else ""
        self.viewport().setToolTip("")
        if text:
            QToolTip.showText(at, text, self.viewport())

    # ---- Qt ---------------------------------------------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose the first exercise where none is chosen; coming by key closes what was edited."""
        if self.current_line is None:  # before Qt makes it current without selecting it
            self._choose_place(0)
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.close_editor()
        self.viewport().update()

    # ---- inside -----------------------------------------------------------------------------------------------------

    def _set_up(self) -> None:
        self.set_up_rows()
        self.set_up_dragging()
        self.setTabKeyNavigation(False)

    def _connect(self) -> None:
        self.theme.changed.connect(self._restyle)
        self.rows.move_asked.connect(self.move_asked)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.painter_of_rows.editor_made.connect(self.editing.enter)
        self.editing.previewed.connect(self._on_previewed)
        self.editing.dose_finished.connect(self.dose_finished)
        self.editing.note_written.connect(self.note_written)
        self.editing.closed.connect(self._end_edit)
        self.editing.resized.connect(self.scheduleDelayedItemsLayout)
        self.editing.entered.connect(self.bring_into_view)

    def _open(self, identifier: str, edits: Edited, part: str) -> None:
        editor = self.painter_of_rows.editor
        if isinstance(editor, DoseStrip) and edits == "dose" and editor.identifier == identifier:
            editor.focus_part(part)
            return
        self.close_editor()
        self.choose(identifier)
        index = self.rows.index_of(identifier)
        if index.isValid():
            self.editing.want(edits, part)
            self.edit(index)
            if isinstance(made := self.painter_of_rows.editor, NoteEditor):
                made.focus_part()  # Qt selects the whole line of an editor that it opens
            self.doItemsLayout()
            self.scrollTo(index)
            self._bring_editor_into_view()

    def _bring_editor_into_view(self) -> None:
        """The whole editor where it fits, else the field with the focus: a row with its editor may be higher than the list."""
        editor = self.painter_of_rows.editor
        if editor is None:
            return
        self.bring_into_view(editor)
        field = self.window().focusWidget()
        if field is not None and editor.isAncestorOf(field):
            self.bring_into_view(field)

    def _end_edit(self, editor: QWidget) -> None:
        self.editing.end_preview()
        if self.painter_of_rows.editor is not editor:
            return
        focus = self.window().focusWidget()
        had_focus = focus is not None and editor.isAncestorOf(focus)
        self.closeEditor(editor, ProgramDelegate.EndEditHint.NoHint)
        if had_focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.doItemsLayout()

    def _on_previewed(self, identifier: str, dosage: Dosage | None) -> None:
        self.previewed.emit(identifier, dosage)
        self.viewport().update()

    def _on_current_changed(self, index: QModelIndex, _before: QModelIndex) -> None:
        line = self.rows.line(index)
        self.looks.current = line.id if line else ""
        self.scheduleDelayedItemsLayout()
        self.current_changed.emit(self.looks.current)

    def _restyle(self) -> None:
        pictured = any(
            line.row is not None and self._pictures.has(line.row.exercise.code, line.row.prescription.side)
            for line in self.rows.lines
            if line.kind == "exercise"
        )
        self.looks.style = RowStyle(pictured, self._is_low, self._is_large)
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def _motion_of(self, index: QModelIndex) -> Motion | None:
        line = self.rows.line(index)
        if line is None or line.kind != "exercise":
            return None
        return self.painter_of_rows.motion(line, self.visualRect(index).width(), self.devicePixelRatioF())

    def _place_of(self, row: int) -> int:
        """The place among the exercises of the line at ``row``."""
        return sum(line.kind == "exercise" for line in self.rows.lines[: max(row, 0)])

    def _choose_place(self, place: int) -> None:
        exercises = [at for at, line in enumerate(self.rows.lines) if line.kind == "exercise"]
        if exercises:
            self.setCurrentIndex(self.rows.index(exercises[min(place, len(exercises) - 1)]))
