"""An assessment and the follow-up that starts from it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ptbuilder.domain.assessment import Assessment, Clearance, Finding, Score

FIRST = Assessment(
    id="a",
    on=date(2026, 3, 12),
    findings=(Finding("proc-mbb", days_since=10), Finding("hp-flexor-tight", "left"), Finding("rf-suspected-cancer")),
    red_flags_asked=True,
    scores=(Score("nprs", 6),),
)


def test_a_finding_is_replaced_in_its_place() -> None:
    changed = FIRST.with_finding(Finding("hp-flexor-tight", "both"))
    assert [(each.code, each.side) for each in changed.findings][1] == ("hp-flexor-tight", "both")
    assert len(changed.findings) == 3


def test_a_new_finding_stands_last() -> None:
    assert FIRST.with_finding(Finding("fn-sitting")).findings[-1].code == "fn-sitting"


def test_a_follow_up_asks_the_red_flags_again_and_takes_no_scores_along() -> None:
    later = FIRST.follow_up("b", date(2026, 3, 26), ())
    assert (later.id, later.on, later.red_flags_asked, later.scores) == ("b", date(2026, 3, 26), False, ())
    assert later.finding("rf-suspected-cancer") is None


def test_the_days_since_a_procedure_go_on_in_a_follow_up() -> None:
    procedure = FIRST.follow_up("b", date(2026, 3, 26), ()).finding("proc-mbb")
    assert procedure is not None
    assert procedure.day(date(2026, 3, 26)) == 24


def test_who_cleared_a_danger_sign_is_forgotten_at_a_follow_up_but_other_clearances_stay() -> None:
    by = [Clearance(rule, "Dr. Sample", date(2026, 3, 12), "seen") for rule in ("R-STOP", "R-OTHER")]
    cleared = replace(FIRST, clearances=tuple(by))
    later = cleared.follow_up("b", date(2026, 3, 26), {"R-STOP"})
    assert [each.rule for each in later.clearances] == ["R-OTHER"]
