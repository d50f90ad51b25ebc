"""Work is saved in its turn, and before anything that would close, replace or read it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest

from ptbuilder.domain.assessment import Assessment, Finding
from ptbuilder.domain.library import Library
from ptbuilder.domain.patient import Patient
from ptbuilder.domain.program import Program
from ptbuilder.reasoning.engine import Reasoner
from ptbuilder.services.desk.desk import Desk
from ptbuilder.services.desk.keeping import Keeper
from ptbuilder.services.desk.work import SaveState, Work
from ptbuilder.services.paper.handing_out import HandingOut
from ptbuilder.services.paper.sheets import SheetMaker
from ptbuilder.services.patients.reception import Reception
from ptbuilder.services.patients.records import Records
from ptbuilder.services.suggest.prescribing import Prescriber
from ptbuilder.services.suggest.suggesting import Suggesting
from ptbuilder.storage.store import Store
from tests.services.conftest import NOW

ANN = Work(Patient(id="ann", given="Ann"), Assessment(), Program(id="p", assessment=Assessment()))
"""Something was entered: the name."""


class Turns:
    """Saves and turns, the window's part of it: ``take`` is a paint."""

    def __init__(self) -> None:
        self.saved: list[Work] = []
        self.waiting: list[Callable[[], None]] = []

    def save(self, work: Work) -> SaveState:
        self.saved.append(work)
        return SaveState(NOW)

    def take(self) -> None:
        for act in self.waiting:
            act()
        self.waiting.clear()


@pytest.fixture
def turns() -> Turns:
    return Turns()


@pytest.fixture
def keeper(turns: Turns) -> Keeper:
    return Keeper(turns.save, turns.waiting.append)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store.open(tmp_path / "ptbuilder.db", bytes(range(32)))
    yield store
    store.close()


@pytest.fixture
def reception(library: Library, reasoner: Reasoner, suggesting: Suggesting, turns: Turns, store: Store) -> Reception:
    """A desk that saves in turns into real records."""

    def save(work: Work) -> SaveState:
        turns.save(work)
        return reception.save(work)

    prescriber = Prescriber(library, reasoner)
    desk = Desk(library, suggesting, prescriber, save=save, later=turns.waiting.append, clock=lambda: NOW)
    reception = Reception(desk, HandingOut(SheetMaker(library), suggesting), lambda: NOW)
    reception.attach(Records(store, library, lambda: NOW))
    return reception


@pytest.fixture
def desk(reception: Reception) -> Desk:
    return reception._desk


def enter(desk: Desk, name: str = "Ann") -> str:
    desk.set_patient(replace(desk.work.patient, given=name, family="Sample", birth_year=1970))
    desk.add_finding(Finding("hp-gmed-weak", side="both", grade="moderate"))
    return desk.work.patient.id


def test_work_waits_for_its_turn_and_only_the_newest_is_saved(keeper: Keeper, turns: Turns) -> None:
    newer = replace(ANN, stage=1)
    keeper.keep(ANN)
    keeper.keep(newer)
    assert turns.saved == []
    turns.take()
    assert turns.saved == [newer]
    assert keeper.state == SaveState(NOW)


def test_every_save_is_told_and_a_turn_without_work_saves_nothing(keeper: Keeper, turns: Turns) -> None:
    told: list[SaveState] = []
    keeper.changed.append(lambda: told.append(keeper.state))
    keeper.keep(ANN)
    keeper.flush()
    turns.take()
    assert turns.saved == [ANN]
    assert told == [SaveState(NOW)]


def test_other_work_begins_unsaved_and_what_waited_is_not_lost(keeper: Keeper, turns: Turns) -> None:
    keeper.keep(ANN)
    keeper.forget()
    assert turns.saved == [ANN]
    assert keeper.state == SaveState()


def test_without_turns_work_is_saved_as_it_comes(turns: Turns) -> None:
    Keeper(turns.save).keep(ANN)
    assert turns.saved == [ANN]


def test_blank_work_is_not_kept(keeper: Keeper, turns: Turns) -> None:
    keeper.keep(replace(ANN, patient=Patient(id="nobody")))
    assert turns.waiting == []


def test_another_thread_saves_nothing(keeper: Keeper, turns: Turns) -> None:
    keeper.keep(ANN)
    reader = Thread(target=keeper.flush)
    reader.start()
    reader.join()
    assert turns.saved == []


def test_the_list_of_patients_shows_the_last_edit(desk: Desk, reception: Reception, turns: Turns) -> None:
    enter(desk)
    turns.take()
    assert [row.patient.given for row in reception.records.rows()] == ["Ann"]
    enter(desk, "Anna")
    assert [row.patient.given for row in reception.records.rows()] == ["Anna"]


def test_edits_of_one_turn_are_one_save(desk: Desk, turns: Turns) -> None:
    enter(desk)
    assert turns.saved == []
    turns.take()
    assert turns.saved == [desk.work]


def test_undone_work_is_saved_as_it_then_is(desk: Desk, turns: Turns) -> None:
    enter(desk)
    desk.undo()
    turns.take()
    assert turns.saved == [desk.work]


@pytest.mark.parametrize("leave", ["new_patient", "open_sample", "leave", "detach"])
def test_nothing_is_lost_when_the_patient_leaves_before_the_turn(desk: Desk, reception: Reception, leave: str) -> None:
    records = reception.records
    patient = enter(desk)
    getattr(reception, leave)()
    assert records.open(patient).assessment.finding("hp-gmed-weak") is not None


def test_opening_the_patient_at_the_desk_again_shows_the_last_edit(desk: Desk, reception: Reception, turns: Turns) -> None:
    patient = enter(desk)
    turns.take()
    desk.remove_finding("hp-gmed-weak")
    reception.open_patient(patient)
    assert desk.work.assessment.finding("hp-gmed-weak") is None


def test_what_is_handed_out_is_saved_before(desk: Desk, reception: Reception) -> None:
    enter(desk)
    reception.hand_out("print")
    (entry,) = reception.records.history(desk.work.program.id)
    assert entry.revision.document.assessment.finding("hp-gmed-weak") is not None
    assert entry.revision.closed
