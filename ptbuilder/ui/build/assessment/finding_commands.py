"""The commands that the finding field takes: irritability, red flags, how long it has lasted, things at home."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ptbuilder.domain.text import say
from ptbuilder.services.desk.finding_entry import Entry, find_equipment
from ptbuilder.ui.build.assessment.finding_rows import CommandRow
from ptbuilder.ui.labels import language, level_word, onset_word

if TYPE_CHECKING:
    from ptbuilder.services.desk.desk import Desk


def command_row(entry: Entry, desk: Desk) -> CommandRow | None:
    """The line that the list shows for a command; None where the line is none, or names a thing that does not exist."""
    command = entry.command
    if command is None:
        return None
    if command.kind == "irritability":
        return CommandRow(_tr("Irritability: {level}").format(level=level_word(command.value)), _tr("How easily symptoms flare"))
    if command.kind == "red-flags":
        return CommandRow(_tr("Red flags asked: none"), _tr("All danger signs of these regions were asked, none was there"))
    if command.kind == "onset":
        return CommandRow(onset_word(command.value), _tr("How long it has lasted"))
    codes = find_equipment(command.value, desk.library)
    if not codes:
        return None
    name = say(desk.library.equipment[codes[0]].name, language())
    there = codes[0] in desk.home
    text = _tr("Not at home: {thing}") if there else _tr("At home: {thing}")
    return CommandRow(text.format(thing=name), _tr("The suggestion uses only what is at home"))


def run_command(entry: Entry, desk: Desk) -> None:
    """Carry out the command of the line."""
    command = entry.command
    if command is None:
        return
    if command.kind == "irritability":
        desk.set_irritability(command.value)  # type: ignore[arg-type]
    elif command.kind == "red-flags":
        desk.set_red_flags_asked(True)
    elif command.kind == "onset":
        desk.set_onset(command.value)  # type: ignore[arg-type]
    else:
        codes = find_equipment(command.value, desk.library)
        if codes:
            desk.toggle_equipment(codes[0])


def _tr(text: str) -> str:
    return QCoreApplication.translate("FindingCommands", text)
