"""What screen readers are told of the program: its size as a name, and what was suggested or taken as a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ptbuilder.services.desk.desk import Desk
from ptbuilder.services.desk.work import ProgramRow
from ptbuilder.ui.announcing import announce


class ProgramSaying:
    """Names ``widgets`` by the size of the program; the last of them says what changed, each sentence once."""

    def __init__(self, *widgets: QWidget) -> None:
        self._widgets = widgets
        self._was_draft = True
        self._said = ""

    def tell(self, desk: Desk, rows: Sequence[ProgramRow]) -> None:
        """Follow the desk as it is now."""
        minutes = round(desk.stage.day_minutes)
        name = _tr("Program, {count} exercises, {minutes} minutes a day").format(count=len(rows), minutes=minutes)
        for widget in self._widgets:
            widget.setAccessibleName(name)
        draft = not desk.is_accepted
        text = _tr("{count} exercises suggested").format(count=len(rows)) if draft else ""
        if self._was_draft and not draft:
            text = _tr("{count} exercises taken into the program").format(count=len(rows))
        self._was_draft = draft
        if text and text != self._said:
            self._said = text
            announce(self._widgets[-1], text)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ProgramPane", text)
