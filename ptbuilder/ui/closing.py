"""Leaving with work that cannot be saved: once the window stays, with the reason."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.ui.notices import WindowNotices


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
