"""Where a patient stands after each procedure: the day, the phase it makes, and the dates at which phases change."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from ptbuilder.domain.assessment import Assessment
from ptbuilder.domain.library import Library
from ptbuilder.domain.values import dataclass
from ptbuilder.domain.vocabulary import PHASES, Phase, PhaseTable

REST: Phase = "P0"


@dataclass(frozen=True, slots=True)
class ProcedureState:
    """One procedure of one patient; ``day`` and ``on`` are None where its date is not known."""

    code: str
    table: PhaseTable
    phase: Phase
    day: int | None
    on: date | None

    def start_of(self, phase: Phase) -> date | None:
        """The first date of ``phase``, or None where the procedure's date is not known or that day has passed."""
        first = self.table.days_of(phase)[0]
        if self.on is None or (self.day is not None and first <= self.day):
            return None
        return self.on + timedelta(days=first)


def procedure_states(library: Library, assessment: Assessment, today: date | None) -> tuple[ProcedureState, ...]:
    """The procedures found, in the order of the findings; without a known day the strictest phase counts.

    A phase that the therapist chose counts for all of them.
    """
    states = []
    for finding in assessment.findings:
        table = library.procedures.get(finding.code)
        if table is None:
            continue
        day = finding.day(today)
        on = finding.on
        if on is None and today is not None and day is not None:
            on = today - timedelta(days=day)
        phase = assessment.phase if assessment.phase in PHASES else (REST if day is None else table.phase_on(day))
        states.append(ProcedureState(finding.code, table, phase, day, on))
    return tuple(states)


def strictest(states: Iterable[ProcedureState]) -> Phase | None:
    """The earliest phase among the procedures, or None without a procedure."""
    return min((state.phase for state in states), default=None)


def leading(states: tuple[ProcedureState, ...]) -> ProcedureState | None:
    """The procedure that sets the dates of the stages: in the earliest phase, and of these the last to reach the next one."""
    first = strictest(states)
    if first is None:
        return None
    behind = [state for state in states if state.phase == first]
    return max(behind, key=lambda state: state.table.days[min(PHASES.index(first), 3)] - (state.day or 0))


def states_at(states: tuple[ProcedureState, ...], lead: ProcedureState, phase: Phase) -> tuple[ProcedureState, ...]:
    """The same procedures on the first day of ``phase`` of the leading one; without known days all stand in that phase."""
    first = lead.table.days_of(phase)[0]
    later = []
    for state in states:
        if lead.day is None or state.day is None:
            later.append(replace(state, phase=max(state.phase, phase)))
            continue
        day = state.day + max(0, first - lead.day)
        reached = phase if state is lead else max(state.phase, state.table.phase_on(day))
        later.append(replace(state, day=day, phase=reached))
    return tuple(later)
