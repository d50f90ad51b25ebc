"""Where files are saved: the remembered folder, a free name in it, or what the file dialog answers."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QWidget

from ptbuilder.domain.patient import Patient
from ptbuilder.ui import messages
from ptbuilder.ui.preferences import FOLDER, Preferences


class SavingPlace:
    """Asks for a folder once and remembers it for this computer; ``window`` is what dialogs lie over."""

    def __init__(self, preferences: Preferences, window: QWidget | None) -> None:
        self._preferences = preferences
        self._window = window

    @property
    def folder(self) -> Path:
        """The remembered folder while it is there, else that for documents."""
        if (kept := self._kept()) is not None:
            return kept
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return Path(documents or Path.home())

    def path(self, name: str, title: str, kinds: str, *, ask: bool = False) -> Path | None:
        """A free ``name`` in the remembered folder, or what the file dialog answers; None where it was called off."""
        kept = self._kept()
        if kept is not None and not ask:
            return free_path(kept, name)
        path = messages.ask_save_path(self._window, title, self.folder / name, kinds)
        if path is None:
            return None
        self._preferences.put(FOLDER, str(path.parent))
        suffix = Path(name).suffix
        if path.suffix.lower() == suffix:
            return path
        return free_path(path.parent, path.name + suffix)  # the dialog asked about the name as typed, not about this one

    def asked_folder(self, title: str) -> Path | None:
        """The folder that the dialog answers, remembered; None where it was called off."""
        folder = messages.ask_folder(self._window, title, self.folder)
        if folder is not None:
            self._preferences.put(FOLDER, str(folder))
        return folder

    def _kept(self) -> Path | None:
        kept = self._preferences.get(FOLDER)
        return Path(kept) if kept and Path(kept).is_dir() else None


def file_name(patient: Patient, day: date, is_sheet: bool) -> str:
    """A name that every system takes: ``Miller-Robert-2026-03-12.pdf``; the note says that it is one."""
    words = re.findall(r"\w+", f"{patient.family} {patient.given}") or ["handout"]
    return "-".join([*words, *([] if is_sheet else ["referral"]), day.isoformat()])[:120] + ".pdf"


def free_path(folder: Path, name: str) -> Path:
    """``name`` in ``folder``, with a number behind it where there is such a file already; nothing is overwritten."""
    path, number = folder / name, 2
    while path.exists():
        path = folder / f"{Path(name).stem}-{number}{Path(name).suffix}"
        number += 1
    return path
