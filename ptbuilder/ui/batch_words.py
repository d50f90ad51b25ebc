"""What a queue of sheets says while it runs and at its end, and what a sheet says that is other in print than it was written."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from ptbuilder.domain.handout import Alteration
from ptbuilder.ui.batch_job import BatchReport, Way

MOST_NAMES = 12
"""So many names are told one by one; the rest as a number."""


def progress_text(way: Way, number: int, count: int, name: str) -> str:
    """Whose turn it is: ``Printing 3 of 12: Helen Novak``."""
    text = _tr("Saving {number} of {count}: {name}") if way == "pdf" else _tr("Printing {number} of {count}: {name}")
    return text.format(number=number, count=count, name=name)


def is_whole(report: BatchReport) -> bool:
    """Whether all that was asked for is out."""
    return len(report.done) == report.count and not report.problem


def report_text(report: BatchReport) -> str:
    """What is out, what is not and why, what was changed in print, in sentences."""
    told = [_out_text(report), *_altered_texts(report.altered)]
    if any(has_checks(kinds) for _name, kinds in report.altered):
        told.append(_tr("To see where, open the patient and press Ctrl+E: the checks beside the preview name each place."))
    return " ".join(told)


def altered_text(name: str, kinds: tuple[Alteration, ...], *, is_previewed: bool = True) -> str:
    """How the one document that just left is other in print than it was written, and where each place is named.

    The preview shows the patient's sheet, and so not what only the clinician's copy or the referral note says.
    """
    told = _altered_texts([(name, kinds)])
    if is_previewed and has_checks(kinds):
        told.append(_tr("To see where, press Ctrl+E: the checks beside the preview name each place."))
    return " ".join(told)


def has_checks(kinds: tuple[Alteration, ...]) -> bool:
    """Whether the checks beside the preview name places of what was altered."""
    return any(kind != "logo" for kind in kinds)


def not_noted_text(name: str, reason: str) -> str:
    """A sheet that left the program although it could not be noted as handed out."""
    return _tr("{name}: the sheet is out, but could not be noted. {reason}").format(name=name, reason=reason)


def _out_text(report: BatchReport) -> str:
    if is_whole(report):
        return _whole_text(report)
    parts = [_tr("Cancelled.")] if report.is_cancelled else []
    parts += [report.problem] if report.problem else []
    out = _tr("Saved: {n} of {count}.") if report.way == "pdf" else _tr("Printed: {n} of {count}.")
    parts.append(out.format(n=len(report.done), count=report.count))
    if report.left:
        missing = _tr("Not saved: {names}.") if report.way == "pdf" else _tr("Not printed: {names}.")
        parts.append(missing.format(names=_names(report.left)))
    parts += [_reason_text(name, reason) for name, reason in report.failed[:MOST_NAMES]]
    if len(report.failed) > MOST_NAMES:
        parts.append(_tr("{n} more could not be made.").format(n=len(report.failed) - MOST_NAMES))
    return " ".join(parts)


def _altered_texts(altered: Sequence[tuple[str, tuple[Alteration, ...]]]) -> list[str]:
    """Whose sheets are other in print than they were written, kind by kind."""
    told: dict[Alteration, str] = {
        "letters": _tr("No typeface has some of the letters for {names}: they are printed as question marks."),
        "shortened": _tr("Some texts for {names} are too long for a page: only their beginnings are printed."),
        "layout": _tr("A text for {names} does not fit in the chosen layout: the standard one is printed."),
        "logo": _tr("The clinic's logo is damaged: the sheets for {names} are printed without it. Choose it again on Clinic."),
    }
    texts = []
    for kind, text in told.items():
        if names := [name for name, kinds in altered if kind in kinds]:
            texts.append(text.format(names=_names(names)))
    return texts


def _whole_text(report: BatchReport) -> str:
    if report.way == "pdf":
        texts = _tr("{name}: saved."), _tr("{n} sheets saved.")
    else:
        texts = _tr("{name}: printed again."), _tr("{n} sheets printed again.")
    return texts[0].format(name=report.done[0]) if report.count == 1 else texts[1].format(n=report.count)


def _reason_text(name: str, reason: str) -> str:
    """The reason with the name before it, unless it begins with that."""
    return reason if reason.startswith(name) else f"{name}: {reason}"


def _names(names: list[str]) -> str:
    told, rest = names[:MOST_NAMES], len(names) - MOST_NAMES
    words = ", ".join(told)
    return words if rest <= 0 else _tr("{names} and {n} more").format(names=words, n=rest)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Batch", text)
