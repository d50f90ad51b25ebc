"""Does at the desk what is asked of a row of the program, and says at the foot of the pane what became of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QVBoxLayout

from ptbuilder.domain.dosage import Dosage
from ptbuilder.services.desk.desk import Desk
from ptbuilder.services.desk.work import ProgramRow
from ptbuilder.ui.announcing import announce
from ptbuilder.ui.build.program.program_list import ProgramList
from ptbuilder.ui.desk_signals import DeskSignals
from ptbuilder.ui.labels import exercise_name
from ptbuilder.ui.theme import EDGE, ROW, Theme
from ptbuilder.ui.widgets.themed import Ground
from ptbuilder.ui.widgets.undo_line import UndoLine

Do = Callable[[Callable[[], None]], bool]
"""Does an action of the desk; False where it was refused."""


class FootLine(Ground):
    """Holds the line under the exercises, and takes no room while there is nothing to say."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "surface")
        self.undo_line = UndoLine(theme)
        room = QVBoxLayout(self)
        room.setContentsMargins(EDGE, 0, EDGE, ROW)
        room.addWidget(self.undo_line)
        self.undo_line.dismissed.connect(self.hide)
        self.hide()

    def show_removed(self, text: str) -> None:
        """Say what was removed, with Undo."""
        self.undo_line.show_removed(text)
        self.show()

    def show_told(self, text: str) -> None:
        """Say what could not be done."""
        self.undo_line.show_told(text)
        self.show()

    def dismiss(self) -> None:
        """Take the line away."""
        self.undo_line.dismiss()


class RowDeeds(QObject):
    """Each deed is one action of the desk; where the library has nothing to step to, ``line`` says so instead."""

    def __init__(self, desk_signals: DeskSignals, rows: ProgramList, do: Do) -> None:
        super().__init__(rows)
        self._desk_signals = desk_signals
        self._rows = rows
        self._do = do
        self.line = FootLine(rows.theme)
        self.line.undo_line.undo_asked.connect(self._on_undo_asked)
        self._connect()

    @property
    def _desk(self) -> Desk:
        return self._desk_signals.desk

    def move_to_stage(self, identifier: str, number: int) -> None:
        """Let an exercise wait for a later stage."""
        self._do(lambda: self._desk.move_to_stage(identifier, number))
        self._focus_rows()

    def keep(self, identifier: str, rule: str, reason: str) -> None:
        """Keep an exercise against a rule, for a reason."""
        self._do(lambda: self._desk.keep(identifier, rule, reason))
        self._rows.choose(identifier)
        self._focus_rows()

    def remove(self, identifier: str) -> None:
        """Remove an exercise, and offer to take that back."""
        item = self._desk.stage.prescription(identifier)
        if item is None or not self._do(lambda: self._desk.remove(identifier)):
            return
        text = self.tr("{exercise} removed.").format(exercise=exercise_name(self._desk.library, item.exercise))
        self.line.show_removed(text)
        announce(self._rows, text)
        if self._rows.rows.rowCount():
            self._rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def easier(self, identifier: str) -> None:
        """Swap for the easier neighbour, or say that there is none."""
        row = self._row(identifier)
        if row is not None and row.easier is None:
            self._tell(self.tr("The library has no easier exercise than {exercise}."), row)
        else:
            self._do(lambda: self._desk.easier(identifier))

    def harder(self, identifier: str) -> None:
        """Swap for the harder neighbour, or say that there is none."""
        row = self._row(identifier)
        if row is not None and row.harder is None:
            self._tell(self.tr("The library has no harder exercise than {exercise}."), row)
        else:
            self._do(lambda: self._desk.harder(identifier))

    def set_dosage(self, identifier: str, dosage: Dosage) -> None:
        """Change a dose."""
        self._do(lambda: self._desk.set_dosage(identifier, dosage))

    def _connect(self) -> None:
        rows = self._rows
        rows.remove_asked.connect(self.remove)
        rows.easier_asked.connect(self.easier)
        rows.harder_asked.connect(self.harder)
        rows.side_asked.connect(lambda item: self._do(lambda: self._desk.cycle_side(item)))
        rows.move_asked.connect(lambda item, place: self._do(lambda: self._desk.move(item, place)))
        rows.dose_finished.connect(self.set_dosage)
        rows.note_written.connect(lambda item, text: self._do(lambda: self._desk.set_note(item, text)))
        rows.editing.refused.connect(self._say)
        rows.current_changed.connect(lambda _item: self.line.undo_line.dismiss_told())
        rows.painter_of_rows.editor_made.connect(lambda _editor: self.line.undo_line.dismiss_told())

    def _row(self, identifier: str) -> ProgramRow | None:
        return next((each for each in self._desk.rows if each.prescription.id == identifier), None)

    def _tell(self, text: str, row: ProgramRow) -> None:
        """Say what could not be done with a row, where nothing is pushed away; it goes with the next act."""
        self._say(text.format(exercise=exercise_name(self._desk.library, row.exercise.code)))

    def _say(self, text: str) -> None:
        self.line.show_told(text)
        announce(self._rows, text)

    def _on_undo_asked(self) -> None:
        self._do(lambda: self._desk.undo())
        self._focus_rows()

    def _focus_rows(self) -> None:
        self._rows.setFocus(Qt.FocusReason.ShortcutFocusReason)
