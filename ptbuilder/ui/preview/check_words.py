"""What each check says: a title, a sentence with what, why and what to do, and the word on the button that leads there."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ptbuilder.services.paper.note_reading import EASE_LIMIT, GRADE_LIMIT, MOST_WORDS
from ptbuilder.services.paper.sheet_checks import SheetCheck
from ptbuilder.ui.preview.status_line import LineWords, Mend

MEND = "mend"
"""The act of the one button of a check."""
_MOST_NAMED = 4


def _tr(text: str) -> str:
    return QCoreApplication.translate("Checks", text)


def _line(title: str, text: str, mend: str = "") -> LineWords:
    return LineWords(title, text, (Mend(MEND, mend),) if mend else ())


def check_words(check: SheetCheck) -> LineWords:
    """The words of one check as it stands."""
    words = {
        "questions": _questions,
        "name": _name,
        "letterhead": _letterhead,
        "size": _size,
        "reading": _reading,
        "note": _note,
        "fit": _fit,
        "letters": _letters,
        "pictures": _pictures,
        "screen-readers": _screen_readers,
        "safety": _safety,
    }
    return words[check.key](check)


def _questions(check: SheetCheck) -> LineWords:
    text = _tr("A precaution, a side or a region is open, so the program may not suit this patient. Answer it; Print asks for it.")
    return _line(_tr("{n} to answer").format(n=check.values["n"]), text, _tr("Answer"))


def _name(_check: SheetCheck) -> LineWords:
    text = _tr("The sheet has a blank line where the name belongs, so it may go to somebody else. Type the name.")
    return _line(_tr("No name"), text, _tr("Add the name"))


def _letterhead(check: SheetCheck) -> LineWords:
    if check.values["missing"] == "name":
        text = _tr("The sheet does not say who it is from, so nobody knows whom to ask. Type the clinic's name.")
        return _line(_tr("No letterhead"), text, _tr("Set up the clinic"))
    text = _tr("The sheet has no phone number, so the patient cannot call with questions. Type the clinic's number.")
    return _line(_tr("No phone number"), text, _tr("Add the number"))


def _size(check: SheetCheck) -> LineWords:
    values = check.values
    counts = _tr("{n} exercises, {minutes} minutes a session, {day} a day.").format(**values)
    if check.state == "good":
        return _line(_tr("Size"), counts + " " + _tr("The limit is {limit} a session.").format(**values))
    why = {
        "exercises": _tr("More than {most} exercises; people follow 2 to 4 best. Take out what matters least."),
        "session": _tr("The limit is {limit} a session; long sessions are done less often. Shorten a dose or take one out."),
        "day": _tr("The patient has {time} minutes a day. Shorten a dose, or do it less often."),
    }[str(values["over"])]
    title = {"exercises": _tr("Many exercises"), "session": _tr("A long session"), "day": _tr("A long day")}[str(values["over"])]
    return _line(title, counts + " " + why.format(**values), _tr("Show the longest"))


def _reading(check: SheetCheck) -> LineWords:
    name, is_spanish = check.values["name"], check.values["language"] == "es"
    if not name:
        return _line(_tr("Reading"), _tr("There is nothing to read yet."))
    title = _score(check)
    if check.state == "good":
        goal = _tr("goal {limit:g} or more").format(limit=EASE_LIMIT) if is_spanish else _tr("goal {limit:g} or less")
        return _line(title, _tr("Hardest exercise: {name}; {goal}.").format(name=name, goal=goal.format(limit=GRADE_LIMIT)))
    text = _tr("{name} is hard to read, and what is hard to read is done wrong. Choose another one or make its text plainer.")
    return _line(title, text.format(name=name), _tr("Show it"))


def _score(check: SheetCheck) -> str:
    if check.values["language"] == "es":
        return _tr("Reading ease {score:g} (Spanish)").format(score=check.values["score"])
    return _tr("Reading grade {score:g}").format(score=check.values["score"])


def _note(check: SheetCheck) -> LineWords:
    values = check.values
    if check.state == "good":
        return _line(_tr("Your notes"), _tr("Easy to read."))
    if values["foreign"]:
        text = _tr("The sheet is in another language than this note. Write it anew, or print both languages.")
        return _line(_tr("Another language: {what}").format(what=_what(check)), text, _tr("Open the note"))
    parts = []
    if values["hard"]:
        goal = _tr("at least {limit:g}").format(limit=EASE_LIMIT) if values["language"] == "es" else ""
        goal = goal or _tr("at most {limit:g}").format(limit=GRADE_LIMIT)
        parts.append(_tr("{score}; {goal} is read by most people.").format(score=_score(check), goal=goal))
    words = _names(values["words"])
    if words:
        parts.append(_tr("Hard words: {words}.").format(words=words))
    if values["long"]:
        parts.append(_tr("Sentences of more than {most} words: {n}.").format(most=MOST_WORDS, n=values["long"]))
    parts.append(_tr("Write it in shorter, plainer words."))
    return _line(_tr("Hard to read: {what}").format(what=_what(check)), " ".join(parts), _tr("Open the note"))


def _fit(check: SheetCheck) -> LineWords:
    if check.state == "good":
        return _line(_tr("Room"), _tr("Every text fits its place."))
    how, values = check.values["how"], check.values
    if how == "layout":
        text = _tr("A text does not fit in this layout, so the standard one is printed. Shorten the text or choose that layout.")
        return _line(_tr("Another layout"), text, _tr("Choose the layout"))
    said = {
        "shortened": _tr("“{text}” is too long for its place, so only its beginning is printed. Shorten it."),
        "cut": _tr("“{text}” is too long for the head or foot of page {page} and is cut there; page 1 has all of it."),
        "lost": _tr("“{text}” is too long for the head or foot of page {page}, so its end is printed nowhere. Shorten it."),
        "edge": _tr("“{text}” runs over the edge of page {page}, so a part is not printed. Shorten it."),
        "under": _tr("“{text}” stands over other text on page {page}, so neither can be read. Shorten it."),
    }[str(how)]
    title = _tr("Cut in the head") if how == "cut" else _tr("Does not fit")
    return _line(title, said.format(**values), _tr("Show the page") if check.place.kind == "page" else _tr("Shorten it"))


def _letters(check: SheetCheck) -> LineWords:
    if check.state == "good":
        return _line(_tr("Letters"), _tr("Every letter can be printed."))
    text = _tr("No typeface here has {letters}, so a question mark is printed. Write it in other letters.")
    title = _tr("Not printable: {what}").format(what=_what(check))
    return _line(title, text.format(letters=_names(check.values["letters"])), _tr("Change it"))


def _pictures(check: SheetCheck) -> LineWords:
    if check.state == "good":
        return _line(_tr("Pictures"), _tr("{n} of {wanted}, sides match the text.").format(**check.values))
    text = _tr("{n} of {wanted}; for {names} the patient has words alone. Choose an exercise with a picture, or show it yourself.")
    names = _names(check.values["names"])
    values = {"n": check.values["n"], "wanted": check.values["wanted"], "names": names}
    return _line(_tr("Pictures missing"), text.format(**values), _tr("Show it"))


def _screen_readers(check: SheetCheck) -> LineWords:
    if check.state == "good":
        return _line(_tr("Screen readers"), _tr("Tagged PDF, reading order set."))
    return _line(_tr("Screen readers"), _tr("This file has no tags, so it cannot be read aloud. Save the page for the phone too."))


def _safety(_check: SheetCheck) -> LineWords:
    return _line(_tr("Safety block"), _tr("On the sheet. It cannot be left out."))


def _what(check: SheetCheck) -> str:
    """What was written: the note above the exercises, the note on an exercise, a part of the letterhead."""
    name = check.values.get("name", "")
    fields = {
        "name": _tr("the clinic's name"),
        "address": _tr("the clinic's address"),
        "phone": _tr("the clinic's phone number"),
        "therapist": _tr("the therapist's name"),
        "credentials": _tr("the credentials"),
        "emergency_name": _tr("the name of the emergency room"),
    }
    words = {
        "message": _tr("your note for the patient"),
        "note": _tr("your note on {name}"),
        "activity": _tr("your words on {name}"),
        "patient": _tr("the patient's name"),
        "clinic": fields.get(str(check.values.get("field", "")), _tr("the letterhead")),
    }
    return words.get(str(check.values["of"]), "{name}").format(name=name)


def _names(value: object) -> str:
    """The first few of a list, and how many more there are."""
    names = value if isinstance(value, tuple) else (str(value),) if value else ()
    more = len(names) - _MOST_NAMED
    told = ", ".join(names[:_MOST_NAMED])
    return _tr("{names} and {n} more").format(names=told, n=more) if more > 0 else told
