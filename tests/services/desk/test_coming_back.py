"""Follow-ups, work that a crash left open, and other forms of the same sheet."""

from __future__ import annotations

from datetime import timedelta

from ptbuilder.domain.assessment import Finding, Score
from ptbuilder.domain.library import Library
from ptbuilder.reasoning.engine import Reasoner
from ptbuilder.services.desk.desk import Desk
from ptbuilder.services.paper.handing_out import HandingOut
from ptbuilder.services.paper.sheets import SheetMaker
from ptbuilder.services.patients.reception import Reception
from ptbuilder.services.patients.records import Records
from ptbuilder.services.suggest.prescribing import Prescriber
from ptbuilder.services.suggest.suggesting import Suggesting
from ptbuilder.storage.store import Store
from tests.services.conftest import NOW
from tests.services.patients.test_reception import ANN, Clock, clock, desk, reception, shape_ann, store

__all__ = ["clock", "desk", "reception", "store"]


def test_a_finding_that_excludes_an_exercise_calls_for_adapting_and_one_step_adapts(reception: Reception, desk: Desk) -> None:
    shape_ann(desk)
    assert desk.unfitting == ()
    desk.add_finding(Finding("prec-acute-fracture", "left", region="hip"))
    against = desk.unfitting
    assert against
    desk.adapt()
    assert desk.unfitting == ()
    assert not set(against) & {row.exercise.code for row in desk.rows}
    desk.undo()
    assert desk.unfitting == against


def test_an_exercise_added_by_hand_against_a_rule_is_no_call_to_adapt_that_day(desk: Desk) -> None:
    shape_ann(desk)
    barred = next(iter(desk.stage_outcome.excluded))
    desk.add_exercise(barred)
    assert any(row.obstacles for row in desk.rows)
    assert desk.unfitting == ()


def test_a_fracture_without_its_region_is_to_be_answered(desk: Desk) -> None:
    desk.add_finding(Finding("prec-acute-fracture", "left"))
    assert [(each.kind, each.subject) for each in desk.open_questions] == [("region", "prec-acute-fracture")]
    assert desk.outcome.candidates == ()
    desk.set_finding(Finding("prec-acute-fracture", "left", region="hip"))
    assert desk.open_questions == ()
    assert desk.outcome.candidates


def test_nothing_is_thrown_out_while_the_region_is_asked_for(desk: Desk) -> None:
    shape_ann(desk)
    before = [row.exercise.code for row in desk.rows]
    desk.add_finding(Finding("prec-acute-fracture", "left"))
    barred = {row.exercise.code for row in desk.rows if any(each.value for each in row.obstacles)}
    desk.adapt()
    assert set(before) - {row.exercise.code for row in desk.rows} <= barred
    assert "region" in [each.kind for each in desk.open_questions]


def test_a_follow_up_knows_the_weeks_in_care_and_whether_anything_changed(reception: Reception, desk: Desk, clock: Clock) -> None:
    shape_ann(desk)
    desk.add_score(Score("nprs", 6))
    clock.now += timedelta(weeks=7)
    reception.follow_up()
    assert (desk.work.assessment.weeks_in_care, desk.work.assessment.no_mcid) == (7, False)
    desk.add_score(Score("nprs", 6))
    assert desk.work.assessment.no_mcid
    desk.add_score(Score("nprs", 1))
    assert not desk.work.assessment.no_mcid


def fresh(library: Library, suggesting: Suggesting, reasoner: Reasoner, clock: Clock, store: Store) -> tuple[Reception, Desk]:
    """Another start of the program over the same data."""
    desk = Desk(library, suggesting, Prescriber(library, reasoner), clock=clock, save=lambda work: reception.save(work))
    reception = Reception(desk, HandingOut(SheetMaker(library), suggesting), clock)
    reception.attach(Records(store, library, clock))
    return reception, desk


def test_work_that_was_left_open_today_lies_on_the_desk_again(
    reception: Reception, desk: Desk, library: Library, suggesting: Suggesting, reasoner: Reasoner, clock: Clock, store: Store
) -> None:
    shape_ann(desk)
    before = desk.work
    again, new_desk = fresh(library, suggesting, reasoner, clock, store)
    assert again.resume() == NOW
    assert new_desk.work.patient == ANN
    assert [each.id for each in new_desk.stage.prescriptions] == [each.id for each in before.program.stages[0].prescriptions]


def test_nothing_comes_back_after_a_normal_close_or_on_another_day(
    reception: Reception, desk: Desk, library: Library, suggesting: Suggesting, reasoner: Reasoner, clock: Clock, store: Store
) -> None:
    shape_ann(desk)
    clock.now += timedelta(days=1)
    tomorrow, _ = fresh(library, suggesting, reasoner, clock, store)
    assert tomorrow.resume() is None
    clock.now -= timedelta(days=1)
    reception.leave()
    closed, _ = fresh(library, suggesting, reasoner, clock, store)
    assert closed.resume() is None


def test_what_was_typed_meanwhile_stays_and_a_removed_patient_does_not_come_back(
    reception: Reception, desk: Desk, library: Library, suggesting: Suggesting, reasoner: Reasoner, clock: Clock, store: Store
) -> None:
    shape_ann(desk)
    busy, busy_desk = fresh(library, suggesting, reasoner, clock, store)
    busy_desk._work = desk.work
    assert busy.resume() is None
    reception.records.delete(ANN.id)
    gone, _ = fresh(library, suggesting, reasoner, clock, store)
    assert gone.resume() is None


def test_after_letting_go_of_the_records_late_calls_are_harmless(reception: Reception, desk: Desk, store: Store) -> None:
    shape_ann(desk)
    reception.detach()
    store.close()
    desk.set_note(desk.rows[0].prescription.id, "Slowly.")
    reception.hand_out("pdf")
    reception.leave()
    assert desk.saved.at is None
    assert not reception.is_open


def test_the_phone_page_and_the_note_say_what_the_sheet_says(reception: Reception, desk: Desk) -> None:
    shape_ann(desk)
    name = desk.rows[0].exercise.name["en"]
    assert name in reception.html()
    assert name in reception.note()
    desk.add_finding(Finding("rf-cauda-equina"))
    assert name not in reception.html()
    assert "cauda equina" in reception.note().lower()
