"""What one click or one line fills in of what a report lacks; each is one step of the desk that can be undone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from ptbuilder.domain.delivery import Delivery
from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.services.desk.desk import Desk
from ptbuilder.services.desk.visit_entry import read_visit
from ptbuilder.services.desk.work import Step

MOST_RECALL = 10


def fill(desk: Desk, name: str) -> None:
    """Do the named fill; raises KeyError for an unknown name."""
    _FILLS[name](desk)


def write(desk: Desk, name: str, text: str) -> None:
    """Take a typed line; raises PTBuilderError in words where it cannot be read, and nothing changes."""
    _WRITES[name](desk, " ".join(text.split()))


def fills() -> frozenset[str]:
    """The names of all fills."""
    return frozenset(_FILLS)


def writes() -> frozenset[str]:
    """The names of all lines that can be typed."""
    return frozenset(_WRITES)


def _deliver(**values: object) -> Callable[[Desk], None]:
    def act(desk: Desk) -> None:
        program = desk.work.program
        delivery: Delivery = replace(program.delivery, **values)  # type: ignore[arg-type]
        desk.use_program(replace(program, delivery=delivery), Step("delivery"))

    return act


def _log(desk: Desk) -> None:
    desk.set_choices(replace(desk.work.choices, with_log=True))


def _next_visit(desk: Desk, text: str) -> None:
    visit = read_visit(text, desk.today)
    if visit is None:
        raise PTBuilderError("This is no coming day. Type 26 mar 10:30, thu 9 or +14.")
    desk.set_next_visit(visit)


def _recall(desk: Desk, text: str) -> None:
    if not text.isdecimal() or int(text) > MOST_RECALL:
        raise PTBuilderError("Type a whole number from 0, nothing was done, to 10, all was done.")
    desk.note_visit("recall", recall=int(text))


_FILLS: Mapping[str, Callable[[Desk], None]] = {
    "usual": _deliver(supervision="alone", grouping="one-to-one", setting="home"),
    "alone": _deliver(supervision="alone"),
    "partly": _deliver(supervision="partly"),
    "supervised": _deliver(supervision="supervised"),
    "one-to-one": _deliver(grouping="one-to-one"),
    "group": _deliver(grouping="group"),
    "at-home": _deliver(setting="home"),
    "in-clinic": _deliver(setting="clinic"),
    "both-places": _deliver(setting="both"),
    "log": _log,
    "household": lambda desk: desk.set_equipment(desk.home),
    "low": lambda desk: desk.set_irritability("low"),
    "moderate": lambda desk: desk.set_irritability("moderate"),
    "high": lambda desk: desk.set_irritability("high"),
    "goals-and-log": lambda desk: desk.note_visit("motivation", motivation="The patient's own goals; log of exercises"),
    "no-other-care": lambda desk: desk.note_visit("other-care", other_care="None"),
    "no-adverse-events": lambda desk: desk.note_visit("adverse-events", adverse_events="None"),
}

_WRITES: Mapping[str, Callable[[Desk, str], None]] = {
    "next-visit": _next_visit,
    "recall": _recall,
    "patient-goals": lambda desk, text: desk.set_patient_goals(text),
    "motivation": lambda desk, text: desk.note_visit("motivation", motivation=text),
    "other-care": lambda desk, text: desk.note_visit("other-care", other_care=text),
    "adverse-events": lambda desk, text: desk.note_visit("adverse-events", adverse_events=text),
}
