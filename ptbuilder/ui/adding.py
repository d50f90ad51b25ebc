"""Adding an exercise to the program at the desk, from wherever it was found."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.ui.announcing import announce
from ptbuilder.ui.desk_signals import DeskSignals
from ptbuilder.ui.labels import exercise_name


def add_exercise(desk_signals: DeskSignals, code: str) -> bool:
    """Add an exercise; whether that was possible. A refusal is told by ``refused``."""
    try:
        desk_signals.desk.add_exercise(code)
    except PTBuilderError as refused:
        desk_signals.refused.emit(str(refused))
        return False
    return True


def add_from_list(desk_signals: DeskSignals, code: str, found_in: QWidget) -> None:
    """Add an exercise that was found in a list, and say so to a screen reader."""
    if add_exercise(desk_signals, code):
        said = QCoreApplication.translate("Adding", "{exercise} added to the program")
        announce(found_in, said.format(exercise=exercise_name(desk_signals.desk.library, code)))
