"""Patients come, go and come back; what they took with them is noted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from ptbuilder.domain.assessment import Clearance, Finding
from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.domain.library import Library
from ptbuilder.domain.patient import Patient
from ptbuilder.domain.program import Program, Stage
from ptbuilder.reasoning.engine import Reasoner
from ptbuilder.services.desk.desk import Desk
from ptbuilder.services.desk.work import SaveState
from ptbuilder.services.paper.handing_out import HandingOut
from ptbuilder.services.paper.sheets import SheetMaker
from ptbuilder.services.patients.reception import Reception, stage_of
from ptbuilder.services.patients.records import Records
from ptbuilder.services.suggest.prescribing import Prescriber
from ptbuilder.services.suggest.suggesting import Suggesting
from ptbuilder.storage.store import Store
from tests.services.conftest import NOW

ANN = Patient("ann", "Ann", "Sample", birth_year=1960, sex="F", is_sample=True)


class Clock:
    """Gives the time, and goes on when told."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store.open(tmp_path / "ptbuilder.db", bytes(range(32)))
    yield store
    store.close()


@pytest.fixture
def reception(library: Library, reasoner: Reasoner, suggesting: Suggesting, clock: Clock, store: Store) -> Reception:
    handing_out = HandingOut(SheetMaker(library), suggesting)
    desk = Desk(library, suggesting, Prescriber(library, reasoner), clock=clock, save=lambda work: reception.save(work))
    reception = Reception(desk, handing_out, clock)
    reception.attach(Records(store, library, clock))
    return reception


@pytest.fixture
def desk(reception: Reception) -> Desk:
    return reception._desk


def shape_ann(desk: Desk) -> None:
    desk.set_patient(ANN)
    desk.add_finding(Finding("lx-deep-core-poor", grade="moderate"))
    desk.add_finding(Finding("hp-flexor-tight", "left", "moderate"))
    desk.accept()


def test_everything_is_found_again_after_the_patient_left(reception: Reception, desk: Desk) -> None:
    shape_ann(desk)
    rows = [row.prescription.exercise for row in desk.rows]
    reception.new_patient()
    assert desk.work.is_blank
    reception.open_patient("ann")
    assert [row.prescription.exercise for row in desk.rows] == rows
    assert desk.work.patient == ANN


def test_leaving_closes_the_revision_and_coming_back_opens_the_next(reception: Reception, desk: Desk) -> None:
    shape_ann(desk)
    program = desk.work.program.id
    reception.new_patient()
    reception.open_patient("ann")
    desk.set_note(desk.rows[0].prescription.id, "Slowly.")
    entries = reception.records.history(program)
    assert [(entry.revision.number, entry.revision.closed) for entry in entries] == [(2, False), (1, True)]


def test_work_entered_before_the_data_was_open_is_saved_when_it_is(
    library: Library, reasoner: Reasoner, suggesting: Suggesting, clock: Clock, store: Store
) -> None:
    desk = Desk(library, suggesting, Prescriber(library, reasoner), clock=clock, save=lambda work: reception.save(work))
    reception = Reception(desk, HandingOut(SheetMaker(library), suggesting), clock)
    shape_ann(desk)
    assert desk.saved.at is None
    reception.attach(Records(store, library, clock))
    assert desk.saved.at == NOW
    assert [row.patient for row in reception.records.rows()] == [ANN]


def test_the_next_sheet_marks_what_is_new_changed_and_stopped(reception: Reception, desk: Desk, clock: Clock) -> None:
    shape_ann(desk)
    first = reception.sheet()
    assert {exercise.mark for exercise in first.exercises} == {""}
    reception.hand_out("print")
    clock.now += timedelta(days=7)
    reception.follow_up()
    gone, changed, *_ = desk.rows
    desk.remove(gone.prescription.id)
    desk.set_dosage(changed.prescription.id, replace(changed.prescription.dosage, reps=4))
    desk.add_exercise("gn-walk-graded")
    sheet = reception.sheet()
    marks = {exercise.exercise.code: exercise.mark for exercise in sheet.exercises}
    assert marks["gn-walk-graded"] == "new"
    assert marks[changed.exercise.code] == "changed"
    assert sheet.stopped == (gone.exercise.name,)


def test_handing_out_closes_the_revision(reception: Reception, desk: Desk) -> None:
    shape_ann(desk)
    reception.hand_out("pdf")
    (entry,) = reception.records.history(desk.work.program.id)
    assert entry.revision.closed
    assert [issued.way for issued in entry.issued] == ["pdf"]


def test_a_follow_up_starts_a_new_assessment_and_keeps_the_old(reception: Reception, desk: Desk, clock: Clock) -> None:
    shape_ann(desk)
    clock.now += timedelta(days=14)
    reception.follow_up()
    desk.set_irritability("low")
    days = [assessment.on for assessment in reception.records.assessments("ann")]
    assert days == [NOW.date(), NOW.date() + timedelta(days=14)]


def test_a_revision_can_be_brought_back_and_that_undone(reception: Reception, desk: Desk) -> None:
    shape_ann(desk)
    count = len(desk.rows)
    reception.leave()
    desk.remove(desk.rows[0].prescription.id)
    reception.bring_back(1)
    assert len(desk.rows) == count
    desk.undo()
    assert len(desk.rows) == count - 1


def test_the_sample_is_marked_and_shows_a_draft(reception: Reception, desk: Desk) -> None:
    reception.open_sample()
    assert desk.work.patient.is_sample
    assert desk.rows
    assert not desk.is_accepted


def test_a_draft_can_be_previewed(reception: Reception, desk: Desk) -> None:
    reception.open_sample()
    sheet = reception.sheet()
    assert [each.exercise.code for each in sheet.exercises] == [row.exercise.code for row in desk.rows]
    assert sheet.person.is_sample
    assert sheet.stage is not None
    assert (sheet.stage.number, sheet.stage.count, sheet.stage.from_day) == (1, 3, 10)


@pytest.mark.parametrize(("day", "shown"), [(date(2026, 3, 1), 0), (date(2026, 3, 10), 1), (date(2026, 5, 1), 2)])
def test_the_stage_of_today_is_shown(day: date, shown: int, desk: Desk) -> None:
    firsts = (date(2026, 3, 5), date(2026, 3, 10), date(2026, 4, 1))
    stages = tuple(Stage(first=first) for first in firsts)
    program = Program(id="p", assessment=desk.work.assessment, stages=stages)
    assert stage_of(program, day) == shown


def test_a_cleared_danger_sign_stops_again_when_it_is_found_again(reception: Reception, desk: Desk, clock: Clock) -> None:
    shape_ann(desk)
    desk.add_finding(Finding("rf-spreading-numbness"))
    (stop,) = desk.outcome.stops
    clearance = Clearance(stop.rule, "Dr. Sample", desk.today, "seen")
    desk.add_clearance(clearance)
    assert desk.outcome.stop is None
    desk.remove_finding("rf-spreading-numbness")
    desk.add_finding(Finding("rf-spreading-numbness"))
    assert desk.outcome.stop == "urgent"
    desk.add_clearance(clearance)
    clock.now += timedelta(days=200)
    reception.follow_up()
    desk.add_finding(Finding("rf-spreading-numbness"))
    assert desk.outcome.stop == "urgent"


def test_a_revision_brought_back_answers_the_newest_assessment(reception: Reception, desk: Desk) -> None:
    shape_ann(desk)
    program = desk.work.program.id
    reception.leave()
    desk.add_finding(Finding("rf-cauda-equina"))
    reception.new_patient()
    reception.records.bring_back(program, 1)
    reception.open_patient("ann")
    assert desk.work.assessment.finding("rf-cauda-equina") is not None
    assert desk.outcome.stop == "emergency"


def test_work_that_cannot_be_saved_stays_on_the_desk(
    reception: Reception, desk: Desk, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    shape_ann(desk)
    item = desk.rows[0].prescription
    with monkeypatch.context() as full:
        full.setattr(reception.records, "save", lambda work: SaveState(problem="The disk is full."))
        desk.set_note(item.id, "Slowly.")
        for leave in (reception.new_patient, reception.leave, reception.follow_up, lambda: reception.hand_out("print")):
            with pytest.raises(PTBuilderError, match="so it stays open here"):
                leave()
    assert desk.rows[0].prescription.note == "Slowly."
    reception.new_patient()
    assert reception.records.open("ann").program.stages[0].prescription(item.id).note == "Slowly."
    assert store.issued.of(desk.work.program.id) == ()


def test_what_an_earlier_day_left_open_is_closed_when_the_data_opens(
    reception: Reception, desk: Desk, store: Store, library: Library, suggesting: Suggesting, clock: Clock
) -> None:
    shape_ann(desk)
    program = desk.work.program.id
    clock.now += timedelta(days=1)
    again = Reception(desk, HandingOut(SheetMaker(library), suggesting), clock)
    desk.new_patient()
    again.attach(Records(store, library, clock))
    assert [entry.revision.closed for entry in again.records.history(program)] == [True]


def test_what_changes_nothing_does_not_take_the_draft(desk: Desk) -> None:
    desk.add_finding(Finding("lx-relief-sitting-flexion"))
    item = desk.rows[0].prescription
    desk.set_note(item.id, item.note)
    desk.set_dosage(item.id, item.dosage)
    assert not desk.is_accepted


def test_age_and_sex_that_are_taken_out_leave_the_assessment_too(desk: Desk) -> None:
    desk.set_patient(ANN)
    desk.set_patient(replace(ANN, birth_year=None, sex=None))
    assert (desk.work.assessment.age, desk.work.assessment.sex) == (None, None)
