"""What this workstation remembers for itself: printer, folders, text size; never anything about a patient."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings

MOVING = "look/moving_pictures"
"""Whether figures move under the pointer: on or off."""
LETTERS = "keys/letters"
"""Whether single letters are keys: on or off."""
PRINTER, SIDES = "print/printer", "print/sides"
"""The printer by its name, and the sides that it prints on: long or short (the side that paper is turned over), or one."""
FOLDER = "print/folder"
"""Where files were saved last."""


class Preferences:
    """Words by key in an INI file; ``path`` None keeps them in memory only, as tests and locked-down computers need."""

    def __init__(self, path: Path | None = None) -> None:
        self._settings = QSettings(str(path), QSettings.Format.IniFormat) if path is not None else None
        self._kept: dict[str, str] = {}

    def get(self, key: str, default: str = "") -> str:
        """The word kept under ``key``."""
        if self._settings is None:
            return self._kept.get(key, default)
        return str(self._settings.value(key, default))

    def put(self, key: str, value: str) -> None:
        """Keep a word; it is written at once."""
        if self._settings is None:
            self._kept[key] = value
            return
        self._settings.setValue(key, value)
        self._settings.sync()
