"""What goes with a program: warnings for the therapist and education topics for the patient."""

from __future__ import annotations

from collections.abc import Iterable

from ptbuilder.domain.suggestion import RaisedWarning
from ptbuilder.domain.vocabulary import PHASES
from ptbuilder.reasoning.conditions import Fired
from ptbuilder.reasoning.phases import ProcedureState


def raised_warnings(fired: Iterable[Fired], exercises: int, states: tuple[ProcedureState, ...] = ()) -> tuple[RaisedWarning, ...]:
    """The warnings of these rules, each key once; of size only above it, of an early phase only before the last."""
    is_early = any(state.phase != PHASES[-1] for state in states)
    raised: dict[str, RaisedWarning] = {}
    for each in fired:
        if each.rule.then.phase_filter and not is_early:
            continue
        for warning in each.rule.then.warn:
            if warning.over_exercises is None or exercises > warning.over_exercises:
                raised.setdefault(warning.key, RaisedWarning(warning.key, warning.text, each.rule.code, each.findings))
    return tuple(raised.values())


def topics_of(fired: Iterable[Fired]) -> tuple[str, ...]:
    """The topics these rules ask for, each once, those of every handout last."""
    rules = [each.rule for each in fired]
    always = [topic for rule in rules if rule.when.always for topic in rule.then.educate]
    others = [topic for rule in rules if not rule.when.always for topic in rule.then.educate]
    return tuple(dict.fromkeys((*(topic for topic in others if topic not in always), *always)))
