"""Undo and redo of the window: what the open page offers to take back comes before the desk's last step.

A step that cannot be taken back says why, and can be tried again.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ptbuilder.ui.announcing import announce
from ptbuilder.ui.desk_signals import DeskSignals
from ptbuilder.ui.step_words import step_text


def undo(page: QWidget, desk_signals: DeskSignals) -> None:
    """Take the last step back; a page's own ``undo`` that says True had one."""
    own = getattr(page, "undo", None)
    if (own is not None and own()) or not desk_signals.is_open:
        return
    desk = desk_signals.desk
    step = desk.undo_step
    if desk_signals.attempt(desk.undo) and step is not None:
        words = QCoreApplication.translate("MainWindow", "Undone: {step}")
        announce(page, words.format(step=step_text(desk.library, step)))


def redo(page: QWidget, desk_signals: DeskSignals) -> None:
    """Do the step undone last again."""
    if not desk_signals.is_open:
        return
    desk = desk_signals.desk
    step = desk.redo_step
    if desk_signals.attempt(desk.redo) and step is not None:
        words = QCoreApplication.translate("MainWindow", "Done again: {step}")
        announce(page, words.format(step=step_text(desk.library, step)))
