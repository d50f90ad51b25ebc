from __future__ import annotations

from datetime import date

import pytest

from ptbuilder.domain.assessment import Assessment, Finding
from ptbuilder.domain.library import Library
from ptbuilder.domain.vocabulary import PHASES
from ptbuilder.reasoning.engine import Reasoner
from ptbuilder.reasoning.phases import leading, procedure_states, states_at
from tests.reasoning.assessments import assess, exercise, with_exercises, with_more

LUMBAR, NECK = "proc-facet-injection-lumbar", "proc-facet-injection-cervical"
TODAY = date(2026, 3, 12)


def after(code: str, days: int, **more: object) -> Assessment:
    return assess(Finding(code, days_since=days), **more)


@pytest.mark.parametrize(
    ("day", "phase"), [(0, "P0"), (2, "P0"), (3, "P1"), (7, "P1"), (8, "P2"), (14, "P2"), (15, "P3"), (43, "P4")]
)
def test_the_day_makes_the_phase(day: int, phase: str, reasoner: Reasoner) -> None:
    assert reasoner.suggest(after(LUMBAR, day)).phase == phase
    on = date.fromordinal(TODAY.toordinal() - day)
    assert reasoner.suggest(assess(Finding(LUMBAR, on=on)), TODAY).phase == phase


def test_a_day_to_come_and_a_date_unknown_are_the_strictest_phase(reasoner: Reasoner) -> None:
    assert reasoner.suggest(assess(LUMBAR)).phase == "P0"
    assert reasoner.suggest(assess(Finding(LUMBAR, on=date(2026, 4, 1))), TODAY).phase == "P0"


def test_without_a_procedure_there_is_no_phase(reasoner: Reasoner) -> None:
    outcome = reasoner.suggest(assess("lx-pain-local", phase="P1"))
    assert outcome.phase is None
    assert [stage.phase for stage in outcome.stages] == [None]


def test_the_therapists_phase_counts_for_all_procedures(reasoner: Reasoner) -> None:
    asked = assess(Finding(LUMBAR, days_since=1), Finding(NECK, days_since=20), phase="P3")
    assert reasoner.suggest(asked).phase == "P3"


@pytest.mark.parametrize("procedure", ["proc-mbb", LUMBAR, "proc-tkr", "proc-lumbar-fusion", "proc-thr-anterior"])
@pytest.mark.parametrize("phase", PHASES)
def test_nothing_comes_before_its_phase(procedure: str, phase: str, library: Library, reasoner: Reasoner) -> None:
    table = library.procedures[procedure]
    day = table.days_of(phase)[0]  # type: ignore[arg-type]
    outcome = reasoner.suggest(after(procedure, day))
    for code in {*outcome.candidates, *(each.exercise for each in outcome.program)}:
        record = library.exercises[code]
        assert record.earliest_phase <= phase or (phase != "P0" and record.region not in table.scope)


def test_after_rest_only_the_regions_of_the_procedure_wait(library: Library) -> None:
    near, far = exercise("near", earliest_phase="P3"), exercise("far", region="ankle-foot", earliest_phase="P3")
    reasoner = Reasoner(with_more(library, near, far))
    assert {"near", "far"} <= reasoner.suggest(after(LUMBAR, 1)).excluded.keys()
    gentle = reasoner.suggest(after(LUMBAR, 4))
    assert "near" in gentle.excluded
    assert "far" in gentle.candidates


def test_of_two_procedures_the_stricter_binds_each_exercise(library: Library) -> None:
    neck = exercise("neck", region="cervical", earliest_phase="P2")
    foot = exercise("foot", region="knee", earliest_phase="P2")
    outcome = Reasoner(with_more(library, neck, foot)).suggest(assess(Finding(LUMBAR, days_since=30), Finding(NECK, days_since=4)))
    assert outcome.phase == "P1"
    assert "neck" in outcome.excluded
    assert "foot" in outcome.candidates


def test_an_obstacle_says_when_its_phase_comes(library: Library) -> None:
    made = exercise("made-up", earliest_phase="P3", stress=("lx-flex-loaded",))
    outcome = Reasoner(with_more(library, made)).suggest(assess(Finding(LUMBAR, on=date(2026, 3, 2))), TODAY)
    ends = {(each.kind, each.rule): each.ends for each in outcome.excluded["made-up"]}
    assert ends == {("phase", "R-PP-01"): date(2026, 3, 17), ("tag", "R-PP-03"): date(2026, 3, 17)}


def test_without_today_an_obstacle_has_no_end(library: Library) -> None:
    outcome = Reasoner(with_more(library, exercise("made-up", earliest_phase="P3"))).suggest(after(LUMBAR, 10))
    assert [each.ends for each in outcome.excluded["made-up"]] == [None]


def test_an_overruled_phase_filter_lets_early_work_in(library: Library) -> None:
    reasoner = Reasoner(with_exercises(library, [exercise("made-up", earliest_phase="P4")]))
    assert reasoner.suggest(after(LUMBAR, 1)).candidates == ()
    assert reasoner.suggest(after(LUMBAR, 1, overruled=frozenset({"R-PP-01"}))).candidates == ("made-up",)


def test_the_early_phase_is_warned_of_until_the_last(reasoner: Reasoner) -> None:
    early = {each.key for each in reasoner.suggest(after(LUMBAR, 20)).warnings}
    late = {each.key for each in reasoner.suggest(after(LUMBAR, 100)).warnings}
    assert "post-procedure-phase" in early
    assert "post-procedure-phase" not in late


def test_the_slower_procedure_leads_the_stages(library: Library) -> None:
    asked = assess(Finding(LUMBAR, days_since=4), Finding("proc-lumbar-fusion", days_since=20))
    states = procedure_states(library, asked, None)
    lead = leading(states)
    assert lead is not None
    assert lead.code == "proc-lumbar-fusion"
    later = {state.code: state.phase for state in states_at(states, lead, "P2")}
    assert later == {LUMBAR: "P3", "proc-lumbar-fusion": "P2"}
