"""What one assessment of one patient showed, on one day."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import field, replace
from datetime import date, timedelta
from typing import Literal

from ptbuilder.domain.values import dataclass
from ptbuilder.domain.vocabulary import Grade, Level, Onset, Side


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding of one patient; ``value`` in the scale of its kind, or ``grade`` directly.

    A procedure has ``on`` (its date) or ``days_since``. ``region`` is typed where a rule needs it (an injured region).
    """

    code: str
    side: Side | None = None
    grade: Grade | None = None
    value: float | None = None
    on: date | None = None
    days_since: int | None = None
    region: str | None = None
    purpose: Literal["diagnostic", "therapeutic"] | None = None
    note: str = ""

    def day(self, today: date | None) -> int | None:
        """Days since the procedure as of ``today``, or None where nothing is known."""
        if self.on is not None and today is not None:
            return (today - self.on).days
        return self.days_since


@dataclass(frozen=True, slots=True)
class Clearance:
    """Who cleared what, when: lifts an urgent stop, or an exclusion whose override is a clearance."""

    rule: str
    by: str
    on: date
    what: str


@dataclass(frozen=True, slots=True)
class Score:
    """One outcome score taken at this assessment."""

    measure: str
    value: float
    side: Side | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Assessment:
    """The findings of one patient on one day.

    ``equipment`` None means household things. ``red_flags_asked`` is False until the strip of danger signs was answered.
    ``phase`` overrides the phase that the procedure's date makes. ``motivation`` is how the patient is kept going, ``other_care``
    what is given besides exercises, ``adverse_events`` what went wrong since the last visit, and ``recall`` how much of the
    program was done as the patient recalls, 0 nothing to 10 all.
    """

    id: str = ""
    on: date | None = None
    age: int | None = None
    sex: Literal["F", "M"] | None = None
    irritability: Level | None = None
    stage: Onset | None = None
    findings: tuple[Finding, ...] = ()
    red_flags_asked: bool = False
    equipment: frozenset[str] | None = None
    minutes_a_day: int | None = None
    weeks_in_care: int | None = None
    no_mcid: bool = False
    clearances: tuple[Clearance, ...] = ()
    scores: tuple[Score, ...] = ()
    patient_goals: str = ""
    phase: str | None = None
    overruled: frozenset[str] = field(default_factory=frozenset)
    motivation: str = ""
    other_care: str = ""
    adverse_events: str = ""
    recall: int | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was found yet."""
        return not self.findings

    def finding(self, code: str) -> Finding | None:
        """The finding with this code, if it is present."""
        return next((each for each in self.findings if each.code == code), None)

    def with_finding(self, finding: Finding) -> Assessment:
        """A copy in which ``finding`` stands at the end, or in the place of the one with the same code."""
        if self.finding(finding.code) is None:
            return replace(self, findings=(*self.findings, finding))
        changed = tuple(finding if each.code == finding.code else each for each in self.findings)
        return replace(self, findings=changed)

    def without_finding(self, code: str) -> Assessment:
        """A copy without that finding."""
        return replace(self, findings=tuple(each for each in self.findings if each.code != code))

    def without_clearances(self, rules: Container[str]) -> Assessment:
        """A copy in which nobody has cleared these rules."""
        return replace(self, clearances=tuple(each for each in self.clearances if each.rule not in rules))

    def follow_up(self, identifier: str, today: date, stops: Container[str]) -> Assessment:
        """The same findings under today's date; red flags, scores, adverse events and recall are asked again.

        With the red flags goes who cleared them: the next one of the same rule (one of ``stops``) needs a clearance of its own.
        """
        kept = tuple(self._dated(each) for each in self.findings if not each.code.startswith("rf-"))
        asked_again = {"red_flags_asked": False, "scores": (), "adverse_events": "", "recall": None}
        new = replace(self, id=identifier, on=today, findings=kept, **asked_again)  # type: ignore[arg-type]
        return new.without_clearances(stops)

    def _dated(self, finding: Finding) -> Finding:
        """``finding`` with the day of its procedure instead of the days since, which would stand still in a follow-up."""
        if finding.days_since is None or finding.on is not None or self.on is None:
            return finding
        return replace(finding, on=self.on - timedelta(days=finding.days_since), days_since=None)
