"""What each check says: a title, a sentence, and the word on the button that mends it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from ptbuilder.services.sheet_checks import SheetCheck


@dataclass(frozen=True, slots=True)
class CheckWords:
    """Title, sentence, and the button's word (empty where there is nothing to press)."""

    title: str
    text: str
    mend: str = ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Checks", text)


def check_words(check: SheetCheck) -> CheckWords:
    """The words of one check as it stands."""
    words = {
        "questions": _questions,
        "name": _name,
        "letterhead": _letterhead,
        "size": _size,
        "reading": _reading,
        "pictures": _pictures,
        "letters": _letters,
        "screen-readers": _screen_readers,
        "safety": _safety,
    }
    return words[check.key](check)


def _questions(check: SheetCheck) -> CheckWords:
    text = _tr("A precaution or a side is open. Print asks for it.")
    return CheckWords(_tr("{n} to answer").format(n=check.values["n"]), text, _tr("Answer"))


def _name(_check: SheetCheck) -> CheckWords:
    return CheckWords(_tr("No name"), _tr("The sheet has a blank line where the name belongs."), _tr("Add the name"))


def _letterhead(check: SheetCheck) -> CheckWords:
    missing = _tr("The clinic has no phone number for questions.")
    if check.values["missing"] == "name":
        missing = _tr("The sheet does not say who it is from.")
    return CheckWords(_tr("Letterhead"), missing, _tr("Set up the clinic"))


def _size(check: SheetCheck) -> CheckWords:
    counts = _tr("{n} exercises, {minutes} minutes a session.").format(**check.values)
    if check.state == "good":
        return CheckWords(_tr("Size"), counts + " " + _tr("Limit {limit}.").format(**check.values))
    if float(check.values["n"]) > float(check.values["most"]):
        return CheckWords(_tr("Size"), counts + " " + _tr("People follow 2 to 4 best."), _tr("Show the longest"))
    over = float(check.values["minutes"]) - float(check.values["limit"])
    return CheckWords(_tr("Size"), counts + " " + _tr("{n} over.").format(n=round(over)), _tr("Show the longest"))


def _reading(check: SheetCheck) -> CheckWords:
    title = _tr("Reading grade {grade}").format(**check.values)
    text = _tr("Hardest: {name}. Limit {limit:g}.").format(**check.values)
    return CheckWords(title, text if check.values["name"] else "", _tr("Show it") if check.state == "open" else "")


def _pictures(check: SheetCheck) -> CheckWords:
    if check.state == "good":
        return CheckWords(_tr("Pictures"), _tr("{n} of {wanted}, sides match the text.").format(**check.values))
    text = _tr("{n} of {wanted}. The others are not drawn yet and take no room.").format(**check.values)
    return CheckWords(_tr("Pictures"), text)


def _letters(check: SheetCheck) -> CheckWords:
    if check.state == "good":
        return CheckWords(_tr("Letters"), _tr("Every letter can be printed."))
    return CheckWords(_tr("Letters"), str(check.values.get("problem", "")))


def _screen_readers(check: SheetCheck) -> CheckWords:
    if check.state == "good":
        return CheckWords(_tr("Screen readers"), _tr("Tagged PDF, reading order set."))
    return CheckWords(_tr("Screen readers"), _tr("This layout is not tagged for screen readers."))


def _safety(_check: SheetCheck) -> CheckWords:
    return CheckWords(_tr("Safety block"), _tr("On the sheet. It cannot be left out."))
