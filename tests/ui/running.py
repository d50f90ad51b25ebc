"""The whole program, started in a test as often as it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ptbuilder.app import Program

OpenProgram = Callable[[], Program]


def is_ready(program: Program) -> bool:
    """Whether library and data are open and today's backup is made."""
    return program.is_ready and program.tasks.is_idle


@contextmanager
def programs_over(folder: Path, qtbot: QtBot) -> Iterator[OpenProgram]:
    """Gives what starts the program over ``folder`` and waits until it is ready; all that run are closed at the end."""
    running: list[Program] = []

    def start() -> Program:
        program = Program(folder)
        running.append(program)
        qtbot.addWidget(program.window)
        program.window.show()
        qtbot.waitUntil(lambda: is_ready(program))
        program.window.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is program.window)
        return program

    yield start
    for program in running:
        program.close()
