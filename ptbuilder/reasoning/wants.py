"""The goals that an assessment asks for: what each weighs, where the weight comes from, and which were dropped by a rule."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from ptbuilder.domain.assessment import Assessment
from ptbuilder.domain.library import Library
from ptbuilder.domain.program import Because
from ptbuilder.domain.values import dataclass
from ptbuilder.reasoning.conditions import Fired
from ptbuilder.reasoning.severity import goal_weights

ADDED = 2.0
FIRST = 5.0


@dataclass(frozen=True, slots=True)
class Want:
    """One goal with its weight and reasons, the weightiest first; ``dropped_by`` is the rule that set it aside."""

    goal: str
    weight: float
    reasons: tuple[Because, ...]
    dropped_by: str | None = None

    @property
    def findings(self) -> tuple[str, ...]:
        """The findings that ask for it."""
        return tuple(reason.finding for reason in self.reasons if reason.finding)


def wanted_goals(library: Library, assessment: Assessment, fired: tuple[Fired, ...]) -> dict[str, Want]:
    """Every goal that a finding or a rule asks for, the weightiest first, and at the end all that a rule drops."""
    own = {(finding.code, goal): weight for finding in assessment.findings for goal, weight in goal_weights(library, finding)}
    shares = _shares(library, assessment, fired)
    touching = _touching(fired)
    dropped = _dropped(fired)
    wants = []
    for goal, parts in shares.items():
        reasons = [Because(finding, goal, round(weight, 2), touching.get((finding, goal), ())) for finding, weight in parts.items()]
        reasons.sort(key=lambda reason: (-reason.weight, -own.get((reason.finding, reason.goal), 0.0)))
        wants.append(Want(goal, round(sum(parts.values()), 4), tuple(reasons), dropped.get(goal)))
    wants += [Want(goal, 0.0, (), rule) for goal, rule in dropped.items() if goal not in shares]
    wants.sort(key=lambda want: (want.dropped_by is not None, -want.weight, want.goal))
    return {want.goal: want for want in wants}


def _shares(library: Library, assessment: Assessment, fired: tuple[Fired, ...]) -> Mapping[str, dict[str, float]]:
    """Goal to finding to weight; what a rule adds is shared among the findings that fired it, or stands under no finding."""
    shares: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
    for finding in assessment.findings:
        for goal, weight in goal_weights(library, finding):
            shares[goal][finding.code] += weight
    for each in fired:
        causes = each.findings or ("",)
        for goals, weight in ((each.rule.then.add_goals, ADDED), (each.rule.then.priority_goals, FIRST)):
            for goal in goals:
                for cause in causes:
                    shares[goal][cause] += weight / len(causes)
    return {goal: dict(parts) for goal, parts in shares.items()}


def _touching(fired: tuple[Fired, ...]) -> Mapping[tuple[str, str], tuple[str, ...]]:
    """Finding and goal to the rules that made this finding count for this goal."""
    touching: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for each in fired:
        for goal in dict.fromkeys((*each.rule.then.add_goals, *each.rule.then.priority_goals)):
            for cause in each.findings or ("",):
                touching[cause, goal].append(each.rule.code)
    return {key: tuple(rules) for key, rules in touching.items()}


def _dropped(fired: tuple[Fired, ...]) -> Mapping[str, str]:
    """Goal to the rule that drops it: the higher tier wins against a rule that adds it, within one tier the drop wins."""
    added: dict[str, int] = {}
    for each in fired:
        for goal in (*each.rule.then.add_goals, *each.rule.then.priority_goals):
            added[goal] = min(added.get(goal, each.authority), each.authority)
    dropped: dict[str, tuple[int, str]] = {}
    for each in fired:
        for goal in each.rule.then.drop_goals:
            if goal not in dropped or each.authority < dropped[goal][0]:
                dropped[goal] = (each.authority, each.rule.code)
    return {goal: rule for goal, (authority, rule) in dropped.items() if authority <= added.get(goal, authority)}
