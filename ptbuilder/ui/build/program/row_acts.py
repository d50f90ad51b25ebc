"""What keys and pressed parts of a row of the program stand for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from ptbuilder.ui.build.program.program_model import ProgramLine

if TYPE_CHECKING:
    from ptbuilder.ui.build.program.program_list import ProgramList


class RowActs:
    """Turns a key or a part of a row into a signal of the list, or opens an editor in it."""

    def __init__(self, rows: ProgramList) -> None:
        self._rows = rows

    def by_key(self, event: QKeyEvent, line: ProgramLine) -> bool:
        """Do what a key stands for on this row; whether it stands for something."""
        key = Qt.Key(event.key())
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(key)
            if step is not None:
                self._step(line, step)
            return step is not None
        if event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier):
            return False
        act = self._keys(line.id).get(key)
        if act is not None:
            act()
        return act is not None

    def by_part(self, line: ProgramLine, part: str) -> None:
        """Do what a pressed part stands for; the arrows only where there is an easier or harder exercise."""
        rows = self._rows
        assert line.row is not None
        if part == "dose:side":
            rows.side_asked.emit(line.id)
        elif part.startswith("dose:"):
            rows.edit_dose(line.id, part.removeprefix("dose:"))
        elif part == "easier" and line.row.easier:
            rows.easier_asked.emit(line.id)
        elif part == "harder" and line.row.harder:
            rows.harder_asked.emit(line.id)
        elif part == "remove":
            rows.remove_asked.emit(line.id)
        elif part == "why":
            rows.why_asked.emit(line.id)
        elif part == "note":
            rows.edit_note(line.id)

    def _keys(self, identifier: str) -> dict[Qt.Key, Callable[[], object]]:
        rows = self._rows
        return {
            Qt.Key.Key_Return: lambda: rows.edit_dose(identifier),
            Qt.Key.Key_Enter: lambda: rows.edit_dose(identifier),
            Qt.Key.Key_F2: lambda: rows.edit_dose(identifier),
            Qt.Key.Key_Minus: lambda: rows.easier_asked.emit(identifier),
            Qt.Key.Key_Plus: lambda: rows.harder_asked.emit(identifier),
            Qt.Key.Key_Equal: lambda: rows.harder_asked.emit(identifier),
            Qt.Key.Key_S: lambda: rows.side_asked.emit(identifier),
            Qt.Key.Key_N: lambda: rows.edit_note(identifier),
            Qt.Key.Key_W: lambda: rows.why_asked.emit(identifier),
            Qt.Key.Key_Delete: lambda: rows.remove_asked.emit(identifier),
            Qt.Key.Key_Backspace: lambda: rows.remove_asked.emit(identifier),
            Qt.Key.Key_Space: rows.toggle_large,
        }

    def _step(self, line: ProgramLine, step: int) -> None:
        place = line.number - 1 + step
        if 0 <= place < line.count:
            self._rows.move_asked.emit(line.id, place)
            self._rows.choose(line.id)
