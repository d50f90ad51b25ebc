"""Which rules fire on one assessment, and the findings that made them."""

from __future__ import annotations

from collections.abc import Mapping

from ptbuilder.domain.assessment import Assessment, Finding
from ptbuilder.domain.library import Library
from ptbuilder.domain.rules import TIERS, Rule, When
from ptbuilder.domain.values import dataclass
from ptbuilder.domain.vocabulary import Phase
from ptbuilder.reasoning.phases import ProcedureState

TESTED_BY: Mapping[str, str] = {"R-DP-01": "lx-flexion-preference"}
"""Rules that count as tested where this finding is among what fired them (clinical.md, section K2)."""


@dataclass(frozen=True, slots=True)
class Fired:
    """A rule that fired, with the findings that made it and the procedures whose phase it was judged on."""

    rule: Rule
    findings: tuple[str, ...]
    procedures: tuple[ProcedureState, ...] = ()

    @property
    def authority(self) -> int:
        """The place of its tier in the order of authority; 0 is the highest."""
        if TESTED_BY.get(self.rule.code) in self.findings:
            return TIERS.index("tested")
        return TIERS.index(self.rule.tier)


def fired_rules(library: Library, assessment: Assessment, states: tuple[ProcedureState, ...]) -> tuple[Fired, ...]:
    """The rules that fire, in the order of the library."""
    present = {finding.code: finding for finding in assessment.findings}
    fired = []
    for rule in library.rules.values():
        when = rule.when
        if not _case_holds(when, assessment) or not _findings_hold(when, present, library):
            continue
        procedures = _procedures_in_phase(when.phase, when, states)
        if when.phase and not procedures:
            continue
        fired.append(Fired(rule, _causes(when, present, procedures, library), procedures))
    return tuple(fired)


def _case_holds(when: When, assessment: Assessment) -> bool:
    """Whether age, irritability, onset and weeks in care are as the condition asks."""
    if when.irritability and assessment.irritability not in when.irritability:
        return False
    if when.stage and assessment.stage not in when.stage:
        return False
    if when.age_gte is not None and (assessment.age is None or assessment.age < when.age_gte):
        return False
    if when.weeks_in_care_gte is not None and (assessment.weeks_in_care or 0) < when.weeks_in_care_gte:
        return False
    return assessment.no_mcid or not when.no_mcid


def _findings_hold(when: When, present: Mapping[str, Finding], library: Library) -> bool:
    codes = present.keys()
    if when.any and codes.isdisjoint(when.any):
        return False
    if any(code not in codes for code in when.all):
        return False
    if not codes.isdisjoint(when.none):
        return False
    if any(codes.isdisjoint(group) for group in when.all_groups):
        return False
    return when.any_kind is None or any(_is_of(when.any_kind, code, library) for code in codes)


def _procedures_in_phase(phases: tuple[Phase, ...], when: When, states: tuple[ProcedureState, ...]) -> tuple[ProcedureState, ...]:
    """The procedures that the condition names and that stand in one of ``phases``; it may name them by their kind."""
    named = {*when.any, *when.all, *(code for group in when.all_groups for code in group)}
    return tuple(
        state for state in states if state.phase in phases and (state.code in named or (not named and when.any_kind == "procedure"))
    )


def _causes(
    when: When, present: Mapping[str, Finding], procedures: tuple[ProcedureState, ...], library: Library
) -> tuple[str, ...]:
    """The findings that the condition names, in the order of the assessment; of procedures only those in the right phase."""
    named = {*when.any, *when.all, *(code for group in when.all_groups for code in group)}
    causes = [code for code in present if code in named or (when.any_kind is not None and _is_of(when.any_kind, code, library))]
    if not when.phase:
        return tuple(causes)
    right = {state.code for state in procedures}
    return tuple(code for code in causes if code in right or not _is_of("procedure", code, library))


def _is_of(kind: str, code: str, library: Library) -> bool:
    record = library.findings.get(code)
    return record is not None and record.kind == kind
