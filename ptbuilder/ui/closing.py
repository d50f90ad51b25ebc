"""The end of the program: work that cannot be saved keeps the window open once; workers are waited for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject

from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.ui.notices import WindowNotices
from ptbuilder.ui.tasks import TaskRunner

FINISH_MS = 30_000
"""So long a worker is waited for on closing: taken from under its work, it would hold the program up for ever."""


class UnsavedGuard:
    """``leave`` closes the open revision and raises PTBuilderError where the work cannot be saved."""

    def __init__(self, notices: WindowNotices, leave: Callable[[], None]) -> None:
        self._notices = notices
        self._leave = leave
        self._is_warned = False

    def may_close(self) -> bool:
        """Whether the window may go: at once where all is saved, else when it is asked a second time."""
        problem = self.leave()
        if not problem or self._is_warned:
            return True
        self._is_warned = True
        words = QCoreApplication.translate("UnsavedGuard", "{problem} Close once more to leave without it.")
        self._notices.refuse(words.format(problem=problem))
        return False

    def leave(self) -> str:
        """Close the open revision; why that could not be, or nothing."""
        try:
            self._leave()
        except PTBuilderError as error:
            return str(error)
        self._is_warned = False
        return ""


def end_runners(*owners: QObject) -> None:
    """Let no worker below these owners begin anything more, and wait for what it does."""
    runners = [each for owner in owners for each in owner.findChildren(TaskRunner)]
    for each in runners:
        each.forget()
    for each in runners:
        each.finish(FINISH_MS)
    for each in runners:
        each.drop()
