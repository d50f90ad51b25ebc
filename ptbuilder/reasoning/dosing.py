"""The dose of an exercise for one patient: the usual dose of its purpose, bent by the rules that fired."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from ptbuilder.domain.dosage import Dosage, DoseModifier, PainLimit, Purpose
from ptbuilder.domain.exercise import Exercise
from ptbuilder.domain.library import Library
from ptbuilder.reasoning.conditions import Fired

EFFORTS = ("easy", "moderate", "hard")
"""Efforts that can be compared, the lowest first; the others are words of one purpose and stay as they are."""
LOADED_TYPES = frozenset({"strength", "tendon-load"})
"""Types that take the dose a rule sets for a goal; a hold stays a hold, and a practical task a task."""


class DoseBook:
    """The doses that one set of fired rules makes; each purpose is worked out once."""

    def __init__(self, library: Library, fired: Iterable[Fired]) -> None:
        self._library = library
        rules = tuple(each.rule for each in fired)
        codes = dict.fromkeys(rule.then.dose for rule in rules if rule.then.dose is not None)
        known = (library.modifiers[code] for code in codes if code in library.modifiers)
        self.modifiers = tuple(sorted(known, key=lambda modifier: modifier.order))
        limits = [rule.then.pain_limit for rule in rules if rule.then.pain_limit is not None]
        limits += [modifier.pain_most for modifier in self.modifiers if modifier.pain_most is not None]
        self._pain_most = min(limits, default=None)
        self._goal_purposes = {goal: purpose for rule in rules for goal, purpose in rule.then.dose_goal.items()}
        self._worked_out: dict[str, Dosage] = {}

    def purpose_of(self, exercise: Exercise) -> Purpose | None:
        """The purpose whose dose the exercise takes, with replaced purposes (older people) already put in."""
        code = exercise.dosage or self._library.type_purposes.get(exercise.type, "")
        if exercise.type in LOADED_TYPES:
            code = next((self._goal_purposes[goal] for goal in exercise.goals if goal in self._goal_purposes), code)
        for modifier in self.modifiers:
            code = modifier.replace_purpose.get(code, code)
        return self._library.purposes.get(code)

    def dosage_of(self, exercise: Exercise) -> Dosage:
        """The dose of this exercise, within the usual range of its purpose."""
        purpose = self.purpose_of(exercise)
        if purpose is None:
            return Dosage()
        if purpose.code not in self._worked_out:
            self._worked_out[purpose.code] = self._bent(purpose)
        return self._worked_out[purpose.code]

    def rules_for(self, exercise: Exercise, fired: Iterable[Fired]) -> tuple[str, ...]:
        """The rules that set or bent the dose of this exercise."""
        usual = self._library.purposes.get(exercise.dosage)
        if usual is not None and self.dosage_of(exercise) == usual.default:
            return ()
        return tuple(
            each.rule.code
            for each in fired
            if each.rule.then.dose or each.rule.then.pain_limit is not None or set(each.rule.then.dose_goal) & set(exercise.goals)
        )

    def _bent(self, purpose: Purpose) -> Dosage:
        """The default with every modifier applied; where two set one number the lower counts."""
        dosage = purpose.default
        changes: dict[str, float] = {}
        for modifier in self.modifiers:
            for name, value in _wanted_numbers(modifier, purpose).items():
                changes[name] = min(value, changes.get(name, value))
        for modifier in self.modifiers:
            for name, most in _caps_for(modifier, purpose).items():
                present = changes.get(name, getattr(dosage, name))
                if present is not None and present > most:
                    changes[name] = most
        values: dict[str, Any] = {
            name: _like(getattr(dosage, name), _within(purpose, name, value)) for name, value in changes.items()
        }
        return replace(dosage, **values, effort=self._effort(dosage.effort), pain=self._pain(dosage.pain))

    def _effort(self, usual: str) -> str:
        """The lowest effort asked for, among those that can be compared."""
        if usual not in EFFORTS:
            return usual
        asked = [modifier.effort for modifier in self.modifiers if modifier.effort in EFFORTS]
        return min([usual, *asked], key=EFFORTS.index)

    def _pain(self, usual: PainLimit | None) -> PainLimit | None:
        """The smallest limit; a limit that is words alone stays so."""
        if self._pain_most is None or (usual is not None and usual.most is None):
            return usual
        if usual is None or usual.most is None:
            return PainLimit(self._pain_most)
        return replace(usual, most=min(usual.most, self._pain_most))


def fit_day(dosages: Mapping[str, tuple[Dosage, int]], minutes_a_day: int) -> dict[str, Dosage]:
    """Doses with fewer times a day where the day would be longer than the patient has, the most frequent first."""
    fitted = {code: dosage for code, (dosage, _) in dosages.items()}

    def day() -> float:
        return sum(fitted[code].day_minutes(sides) for code, (_, sides) in dosages.items())

    while day() > minutes_a_day and any(dosage.per_day > 1 for dosage in fitted.values()):
        code = max(fitted, key=lambda each: fitted[each].per_day)
        fitted[code] = replace(fitted[code], per_day=fitted[code].per_day - 1)
    return fitted


def _wanted_numbers(modifier: DoseModifier, purpose: Purpose) -> dict[str, float]:
    """The numbers that a modifier sets to an end of their range."""
    ends = {**modifier.at_range, **modifier.purpose_range.get(purpose.code, {})}
    return {name: purpose.ranges[name][0 if end == "low" else 1] for name, end in ends.items() if name in purpose.ranges}


def _caps_for(modifier: DoseModifier, purpose: Purpose) -> Mapping[str, float]:
    return modifier.cap if not modifier.cap_purposes or purpose.code in modifier.cap_purposes else {}


def _within(purpose: Purpose, name: str, value: float) -> float:
    low, high = purpose.ranges.get(name, (value, value))
    return max(low, min(value, high))


def _like(old: object, value: float) -> float:
    """The value as an integer where the field holds one."""
    return value if isinstance(old, float) else int(value)
