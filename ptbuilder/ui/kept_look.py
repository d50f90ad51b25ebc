"""The look that this workstation keeps: light or dark, the size of the text, and the widths that panes were dragged to."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ptbuilder.ui.build.page import BuildPage
from ptbuilder.ui.preferences import Preferences
from ptbuilder.ui.theme import Mode, Theme

LOOK_MODE, LOOK_TEXT, LOOK_WIDTHS = "look/mode", "look/text_size", "look/widths"


class KeptLook(QObject):
    """Takes the widths up and keeps every later change; widths are ``class=left,middle,right;class=...`` in one line."""

    def __init__(self, preferences: Preferences, theme: Theme, page: BuildPage, parent: QObject) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._theme = theme
        self._widths: dict[str, str] = {}
        for part in filter(None, preferences.get(LOOK_WIDTHS).split(";")):
            key, _, widths = part.partition("=")
            self._widths[key] = widths
            page.set_widths(key, [int(each) for each in widths.split(",") if each.isdigit()])
        page.widths_dragged.connect(self._keep_widths)
        theme.changed.connect(self._keep)

    def _keep_widths(self, key: str, widths: list[int]) -> None:
        self._widths[key] = ",".join(map(str, widths))
        self._preferences.put(LOOK_WIDTHS, ";".join(f"{name}={text}" for name, text in self._widths.items()))

    def _keep(self) -> None:
        self._preferences.put(LOOK_MODE, self._theme.mode)
        self._preferences.put(LOOK_TEXT, str(self._theme.text_size))


def kept_mode(preferences: Preferences) -> Mode:
    """Light or dark where that was chosen, else as the system has it."""
    kept = preferences.get(LOOK_MODE)
    return "light" if kept == "light" else "dark" if kept == "dark" else "system"


def kept_text_size(preferences: Preferences) -> int:
    """The text size in percent that was chosen, else 100."""
    kept = preferences.get(LOOK_TEXT)
    return int(kept) if kept.isdigit() else 100
