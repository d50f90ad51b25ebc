"""What each fact of the reporting standards says: what is there or missing, why it is wanted, and what fills it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ptbuilder.domain.reporting import ReportItem
from ptbuilder.ui.labels import level_word
from ptbuilder.ui.preview.status_line import LineState, LineWords, Mend

GO = "go"
FILL, WRITE = "fill:", "write:"
"""How an act begins: lead to the place, do the named fill, open a field for the named line."""

STATES: dict[str, LineState] = {"present": "good", "missing": "missing", "not-yet": "note"}


def _tr(text: str) -> str:
    return QCoreApplication.translate("Completeness", text)


def item_words(item: ReportItem) -> LineWords:
    """Title, sentence, numbers of the items, and buttons of one fact."""
    text = {"present": _present, "missing": _missing, "not-yet": _not_yet}[item.state](item)
    return LineWords(_title(item), text, _mends(item) if item.state == "missing" else (), _numbers(item))


def field_words(name: str) -> tuple[str, str]:
    """Name and placeholder of the field of a typed line."""
    return {
        "next-visit": (_tr("Next visit"), _tr("26 mar 10:30 or +14")),
        "recall": (_tr("How much was done, 0 to 10"), _tr("0 nothing, 10 all")),
        "patient-goals": (_tr("Goals in the patient's words"), _tr("The patient wants to…")),
        "motivation": (_tr("What keeps the patient going"), _tr("Such as a call after a week")),
        "other-care": (_tr("Care besides exercises"), _tr("Such as manual therapy, heat")),
        "adverse-events": (_tr("What went wrong"), _tr("Such as sore for two days")),
    }[name]


def _numbers(item: ReportItem) -> str:
    parts = [_tr("CERT {n}").format(n=item.cert)] if item.cert else []
    parts += [_tr("TIDieR {n}").format(n=number) for number in item.tidier]
    return ", ".join(parts)


def _title(item: ReportItem) -> str:
    return {
        "equipment": _tr("Equipment"),
        "provider": _tr("Who gives it"),
        "grouping": _tr("Teaching"),
        "supervision": _tr("Supervision"),
        "adherence": _tr("Adherence"),
        "motivation": _tr("Motivation"),
        "progression": _tr("Progression"),
        "description": _tr("Description"),
        "home": _tr("Home program"),
        "other-care": _tr("Other care"),
        "adverse-events": _tr("Adverse events"),
        "setting": _tr("Setting"),
        "dose": _tr("Dose"),
        "tailoring": _tr("Tailoring"),
        "start-level": _tr("First level"),
        "fidelity": _tr("Fidelity"),
        "name": _tr("Names"),
        "goals": _tr("Goals"),
        "changes": _tr("Changes"),
        "outcome": _tr("What was done"),
    }[item.key]


def _present(item: ReportItem) -> str:
    value = str(item.values.get("value", ""))
    plain = {
        "equipment": _tr("Needed: {value}.") if value else _tr("Nothing is needed."),
        "provider": "{value}.",
        "grouping": {"one-to-one": _tr("Taught one-to-one."), "group": _tr("Taught in a group.")}.get(value, ""),
        "supervision": _supervision(value),
        "adherence": _tr("The patient ticks the log."),
        "motivation": "{value}.",
        "progression": _tr("Each exercise says when to do more or less."),
        "description": _tr("Steps and pictures of every exercise."),
        "home": _tr("This sheet is the home program."),
        "other-care": "{value}.",
        "adverse-events": "{value}.",
        "setting": {
            "home": _tr("At home."),
            "clinic": _tr("In the clinic."),
            "both": _tr("At home and in the clinic."),
        }.get(value, ""),
        "dose": _tr("How much, how often and on how many days, for each exercise."),
        "tailoring": _tr("Chosen by {n} findings.").format(n=item.values.get("n", 0)),
        "start-level": _tr("Set by irritability, which is {value}."),
        "fidelity": _tr("{value} of 10 by recall.") if value else _tr("Asked at the next visit."),
        "name": _tr("Every exercise has a plain name."),
        "goals": "“{value}”",
        "changes": _tr("Every change is kept in the history."),
        "outcome": _tr("{value} of 10 by recall."),
    }[item.key]
    return plain.replace("{value}", value.rstrip(".") if item.key != "goals" else value)


def _supervision(value: str) -> str:
    words = {
        "alone": _tr("The patient exercises alone."),
        "partly": _tr("Watched at visits, alone in between."),
        "supervised": _tr("Somebody watches."),
    }
    return words.get(value, "")


def _missing(item: ReportItem) -> str:
    asks = _tr("Without a next visit nobody asks. Type its day.")
    if "first" not in item.values:
        asks = _tr("Ask how much of the program was done.")
    return {
        "equipment": _tr("Nobody said what is at home, so household things are assumed. Confirm or choose them."),
        "provider": _tr("The sheet does not say who teaches it, and with what training. Fill it in once for the clinic."),
        "grouping": _tr("One-to-one or in a group: nobody can repeat it without. Choose one."),
        "supervision": _tr("It tells how safely hard exercises are done. Choose one."),
        "adherence": _tr("Without the log nobody knows what was done. Print it."),
        "motivation": _tr("Programs are kept up with a reason and a plan. Write down what keeps the patient going."),
        "progression": _tr("{name} does not say when to go on. Write it in its note."),
        "description": _tr("{name} lacks steps or a picture, so nobody can repeat it by the sheet. Choose another or complete it."),
        "home": _tr("There is no exercise yet. Take the suggestion or add one."),
        "other-care": _tr("The result may come from other care. Write what else is given, or that nothing is."),
        "adverse-events": _tr("Harm is found only if it is asked for. Ask what went wrong since the last visit."),
        "setting": _tr("It decides what the patient has at hand. Choose one."),
        "dose": _tr("{name} lacks a number, or its band or weight. Complete the dose or say it in the note."),
        "tailoring": _tr("No finding says why this suits the patient. Add what you found."),
        "start-level": _tr("Irritability decides how hard the first dose is. Choose one."),
        "fidelity": asks,
        "name": _tr("An exercise has no name in this language. Name it in the library."),
        "goals": _tr("The patient's own goal is the reason for all of it. Write it in the patient's words."),
        "changes": "",
        "outcome": _tr("Ask how much of the program was done, from 0 to 10."),
    }[item.key].replace("{name}", str(item.values.get("name", "")))


def _not_yet(item: ReportItem) -> str:
    if item.key == "changes":
        return _tr("From the next visit on, every change is kept in the history.")
    return _tr("Asked at the next visit.")


def _mends(item: ReportItem) -> tuple[Mend, ...]:
    first = "first" in item.values
    acts: dict[str, tuple[tuple[str, str], ...]] = {
        "equipment": (("fill:household", _tr("Household things")), (GO, _tr("Choose"))),
        "provider": ((GO, _tr("Fill in the clinic")),),
        "grouping": (("fill:one-to-one", _tr("One-to-one")), ("fill:group", _tr("Group"))),
        "supervision": (
            ("fill:alone", _tr("Alone")),
            ("fill:partly", _tr("At visits")),
            ("fill:supervised", _tr("Always")),
        ),
        "adherence": (("fill:log", _tr("Print the log")),),
        "motivation": (("fill:goals-and-log", _tr("Own goals and log")), ("write:motivation", _tr("Write"))),
        "progression": ((GO, _tr("Open the note")),),
        "description": ((GO, _tr("Show it")),),
        "other-care": (("fill:no-other-care", _tr("None")), ("write:other-care", _tr("Write"))),
        "adverse-events": (("fill:no-adverse-events", _tr("None")), ("write:adverse-events", _tr("Write"))),
        "setting": (
            ("fill:at-home", _tr("At home")),
            ("fill:in-clinic", _tr("Clinic")),
            ("fill:both-places", _tr("Both")),
        ),
        "dose": ((GO, _tr("Open the dose")),),
        "tailoring": ((GO, _tr("Add a finding")),),
        "start-level": tuple((f"fill:{level}", level_word(level)) for level in ("low", "moderate", "high")),
        "fidelity": (("write:next-visit", _tr("Set the next visit")),) if first else (("write:recall", _tr("Write")),),
        "name": ((GO, _tr("Show it")),),
        "goals": (("write:patient-goals", _tr("Write")),),
        "outcome": (("write:recall", _tr("Write")),),
    }
    return tuple(Mend(act, label) for act, label in acts.get(item.key, ()))
