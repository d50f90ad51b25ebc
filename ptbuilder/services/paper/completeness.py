"""How completely a sheet and its program are described by CERT and TIDieR; what is missing is named, nothing is held back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import get_args

from ptbuilder.domain.assessment import Assessment
from ptbuilder.domain.delivery import Delivery
from ptbuilder.domain.handout import Sheet, SheetExercise
from ptbuilder.domain.reporting import ReportItem, ReportKey
from ptbuilder.domain.text import say, say_all
from ptbuilder.domain.values import dataclass
from ptbuilder.services.desk.work import Work
from ptbuilder.services.paper.sheet_texts import Place, PlaceKind

FEWEST_STEPS = 3
"""Steps from which on an exercise can be repeated by its words, as the library asks of its own."""
_NEEDS_LOAD = frozenset({"elastic", "external"})
"""Kinds of load of which the sheet must say how much: which band, which weight."""


@dataclass(frozen=True, slots=True)
class _Given:
    """What is looked at."""

    sheet: Sheet
    assessment: Assessment
    delivery: Delivery
    language: str

    @property
    def is_first(self) -> bool:
        """Whether the patient has not come back yet, so that nothing can have been done or gone wrong."""
        return self.assessment.weeks_in_care is None

    def first(self, lacks: Callable[[SheetExercise], bool]) -> SheetExercise | None:
        """The first exercise that ``lacks`` something."""
        return next((each for each in self.sheet.exercises if lacks(each)), None)

    def missing_in(self, key: ReportKey, lacks: Callable[[SheetExercise], bool]) -> ReportItem:
        """Present where no exercise lacks it, else missing with the first one that does."""
        found = self.first(lacks)
        if found is None:
            return ReportItem(key, "present", {"n": len(self.sheet.exercises)})
        return ReportItem(key, "missing", {"name": say(found.exercise.name, self.language)}, found.id)


def report(sheet: Sheet, work: Work, language: str = "en") -> tuple[ReportItem, ...]:
    """Every fact in the order of CERT, then those of TIDieR alone; ``language`` is that of names out of the library."""
    given = _Given(sheet, work.assessment, work.program.delivery, language)
    return tuple(_RULES[key](given) for key in get_args(ReportKey))


def place_of(item: ReportItem) -> Place:
    """Where a missing fact is changed, for those that no fill and no typed line covers wholly."""
    if item.key == "provider":
        return Place("clinic", str(item.values.get("field", "")))
    kind = _PLACES.get(item.key, "nowhere")
    return Place(kind, item.subject)


_PLACES: Mapping[ReportKey, PlaceKind] = {
    "equipment": "equipment",
    "progression": "note",
    "description": "exercise",
    "dose": "dose",
    "tailoring": "findings",
    "name": "exercise",
}


def _said(key: ReportKey, value: str | None) -> ReportItem:
    """Present where something was said."""
    return ReportItem(key, "present", {"value": value}) if value else ReportItem(key, "missing")


def _equipment(given: _Given) -> ReportItem:
    if given.assessment.equipment is None:
        return ReportItem("equipment", "missing")
    things = dict.fromkeys(say(thing, given.language) for each in given.sheet.exercises for thing in each.equipment)
    return ReportItem("equipment", "present", {"value": ", ".join(things)})


def _provider(given: _Given) -> ReportItem:
    clinic = given.sheet.clinic
    lacking = "" if clinic.therapist and clinic.credentials else "credentials" if clinic.therapist else "therapist"
    if lacking:
        return ReportItem("provider", "missing", {"field": lacking})
    return ReportItem("provider", "present", {"value": f"{clinic.therapist}, {clinic.credentials}"})


def _adherence(given: _Given) -> ReportItem:
    return ReportItem("adherence", "present" if given.sheet.choices.with_log else "missing")


def _progression(given: _Given) -> ReportItem:
    """An exercise says when to go on by its usual range, its neighbours, or the therapist's own words."""
    return given.missing_in(
        "progression", lambda each: not (each.usual or each.exercise.harder or each.exercise.easier or each.note)
    )


def _description(given: _Given) -> ReportItem:
    printed = given.sheet.choices.language
    languages = ("en", "es") if printed == "both" else (printed,)

    def lacks(each: SheetExercise) -> bool:
        has_steps = all(len(say_all(each.exercise.steps, language)) >= FEWEST_STEPS for language in languages)
        return not has_steps or each.start is None or each.finish is None

    return given.missing_in("description", lacks)


def _other_care(given: _Given) -> ReportItem:
    titles = [say(topic.title, given.language) for topic in given.sheet.topics]
    return _said("other-care", given.assessment.other_care or ", ".join(titles))


def _adverse_events(given: _Given) -> ReportItem:
    if given.is_first and not given.assessment.adverse_events:
        return ReportItem("adverse-events", "not-yet")
    return _said("adverse-events", given.assessment.adverse_events)


def _dose(given: _Given) -> ReportItem:
    def lacks(each: SheetExercise) -> bool:
        dosage = each.dosage
        amount = dosage.minutes if dosage.kind == "time" else dosage.reps
        often = dosage.sets > 0 and dosage.per_day > 0 and dosage.per_week > 0
        needs_load = each.exercise.load in _NEEDS_LOAD and not (dosage.load or each.note)
        return not amount or not often or needs_load

    return given.missing_in("dose", lacks)


def _tailoring(given: _Given) -> ReportItem:
    found = len(given.assessment.findings)
    return ReportItem("tailoring", "present" if found else "missing", {"n": found})


def _fidelity(given: _Given) -> ReportItem:
    """How it will be known whether the program was done: at the first visit the next one, later what the patient recalls."""
    if given.is_first:
        return ReportItem("fidelity", "present" if given.sheet.next_visit else "missing", {"first": 1})
    return ReportItem("fidelity", "missing" if given.assessment.recall is None else "present", _recall(given))


def _outcome(given: _Given) -> ReportItem:
    if given.assessment.recall is not None:
        return ReportItem("outcome", "present", _recall(given))
    return ReportItem("outcome", "not-yet" if given.is_first else "missing")


def _recall(given: _Given) -> Mapping[str, str | int]:
    recall = given.assessment.recall
    return {} if recall is None else {"value": recall}


_RULES: Mapping[ReportKey, Callable[[_Given], ReportItem]] = {
    "equipment": _equipment,
    "provider": _provider,
    "grouping": lambda given: _said("grouping", given.delivery.grouping),
    "supervision": lambda given: _said("supervision", given.delivery.supervision),
    "adherence": _adherence,
    "motivation": lambda given: _said("motivation", given.assessment.motivation),
    "progression": _progression,
    "description": _description,
    "home": lambda given: ReportItem("home", "present" if given.sheet.exercises else "missing"),
    "other-care": _other_care,
    "adverse-events": _adverse_events,
    "setting": lambda given: _said("setting", given.delivery.setting),
    "dose": _dose,
    "tailoring": _tailoring,
    "start-level": lambda given: _said("start-level", given.assessment.irritability),
    "fidelity": _fidelity,
    "name": lambda given: given.missing_in("name", lambda each: not say(each.exercise.name, given.language)),
    "goals": lambda given: _said("goals", given.assessment.patient_goals),
    "changes": lambda given: ReportItem("changes", "not-yet" if given.is_first else "present"),
    "outcome": _outcome,
}
