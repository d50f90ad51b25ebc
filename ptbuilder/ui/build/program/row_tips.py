"""What a part of a row of the program says under the pointer."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ptbuilder.domain.library import Library
from ptbuilder.services.desk.work import ProgramRow
from ptbuilder.ui.build.reason_words import why_words
from ptbuilder.ui.labels import exercise_name


def tip_of(library: Library, row: ProgramRow, part: str) -> str:
    """The tooltip of a part, with its key; an empty string where the part says all by itself."""
    if part in ("easier", "harder"):
        return _neighbour_tip(library, row, part)
    if part == "why":
        finding, goal = why_words(library, row.prescription)
        return _tr("{finding}, to {goal} (W)").format(finding=finding, goal=goal) if goal else finding
    return {"remove": _tr("Remove (Del)"), "dose:side": _tr("Other side (S)")}.get(part, "")


def _neighbour_tip(library: Library, row: ProgramRow, part: str) -> str:
    code = row.easier if part == "easier" else row.harder
    if code is None:
        return _tr("The library has no easier one") if part == "easier" else _tr("The library has no harder one")
    text = _tr("Easier: {name} (-)") if part == "easier" else _tr("Harder: {name} (+)")
    return text.format(name=exercise_name(library, code))


def _tr(text: str) -> str:
    return QCoreApplication.translate("ProgramList", text)
