from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from ptbuilder.domain.assessment import Assessment, Finding, Score
from ptbuilder.domain.clinic import Clinic, HandoutChoices
from ptbuilder.domain.dosage import Dosage
from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.domain.library import Library
from ptbuilder.domain.patient import Patient
from ptbuilder.domain.program import Because, Prescription, Program, Stage
from ptbuilder.services.desk.work import Work
from ptbuilder.services.patients.prescribed_texts import PrescribedTexts
from ptbuilder.services.patients.records import Records
from ptbuilder.storage.store import Store
from ptbuilder.storage.texts import Texts

NOON = datetime(2026, 3, 12, 12, 0)
ANN = Patient("ann", "Ann", "Lee", birth_date=date(1970, 5, 1))


class Clock:
    """Goes on by a minute at each look."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


def work(patient: Patient = ANN, *, reps: int = 10, program: str = "program") -> Work:
    found = Assessment(
        id=f"{program}-a", on=NOON.date(), findings=(Finding("hp-flexor-tight", "left"),), scores=(Score("nprs", 6),)
    )
    item = Prescription("1", "lx-bridge", Dosage(reps=reps), because=(Because("hp-flexor-tight", "g", 3),))
    made = Program(program, found, (Stage((item,), NOON.date()),), patient=patient.id, accepted_at=NOON)
    return Work(patient, found, made, choices=HandoutChoices(ink="bw"))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store.open(tmp_path / "ptbuilder.db", bytes(range(32)))
    yield store
    store.close()


@pytest.fixture
def records(store: Store, library: Library) -> Records:
    return Records(store, library, Clock())


def numbers(records: Records) -> list[tuple[int, bool]]:
    return [(entry.revision.number, entry.revision.closed) for entry in records.history("program")]


def test_what_was_saved_opens_again_with_its_choices(records, store, library):
    state = records.save(work())
    assert state.at is not None
    assert state.problem == ""
    opened = records.open("ann")
    assert opened.patient == ANN
    assert opened.assessment == work().assessment == opened.program.assessment
    assert opened.choices == HandoutChoices(ink="bw")
    assert opened.program == PrescribedTexts(store, library).named(work().program)


def test_a_patient_without_a_program_opens_ready_to_start(records, store):
    store.patients.save(ANN, NOON)
    opened = records.open("ann")
    assert opened.program.id
    assert opened.assessment.id
    assert opened.assessment.on == NOON.date()
    assert records.save(opened).problem == ""


def test_a_patient_that_is_gone_is_said(records):
    with pytest.raises(PTBuilderError, match="no longer in the list"):
        records.open("nobody")


def test_listeners_hear_of_each_change_of_the_list(records):
    heard = []
    records.changed.append(lambda: heard.append([row.name for row in records.rows()]))
    records.save(work())
    records.save(work(replace(ANN, given="Anna")))
    records.delete("ann")
    records.restore("ann")
    assert heard == [["Ann Lee"], ["Anna Lee"], [], ["Anna Lee"]]


def test_the_list_is_searched_with_what_was_saved_last(records):
    records.save(work())
    assert [row.name for row in records.find("lee bridge")] == ["Ann Lee"]
    assert records.find("bob") == ()
    records.save(work(Patient("bob", "Bob"), program="other"))
    assert [row.name for row in records.find("bob")] == ["Bob"]


def test_a_save_that_fails_says_why_and_leaves_nothing(records, store, monkeypatch):
    records.save(work())
    pages = store.database.raw.execute("PRAGMA page_count").fetchone()[0]
    store.database.raw.execute(f"PRAGMA max_page_count = {pages}")
    large = replace(work(), program=replace(work().program, messages=("long " * 9000,)), patient=replace(ANN, given="Anna"))
    state = records.save(large)
    assert (state.at, state.problem) == (None, "The disk is full. Make room on it and try again.")
    assert records.open("ann").patient == ANN


def test_a_save_is_one_transaction_with_patient_texts_and_choices(records, store, monkeypatch):
    monkeypatch.setattr(Texts, "put", fails)
    with pytest.raises(ZeroDivisionError):
        records.save(work())
    assert store.patients.find("ann") is None
    assert store.settings.handout_choices("ann") is None


def fails(*_values: object) -> None:
    raise ZeroDivisionError


def test_an_old_revision_prints_as_it_was_when_the_library_has_changed(records, store, library):
    records.save(work())
    records.issue("program", 0, HandoutChoices(), "print")
    renamed = replace(library.exercises["lx-bridge"], name={"en": "Hip lift"})
    later = Records(store, replace(library, exercises={**library.exercises, "lx-bridge": renamed}), Clock())

    program = later.history("program")[0].revision.document
    (text,) = later.exercises_of(program).values()
    assert text == library.exercises["lx-bridge"]

    later.save(later.open("ann"))
    assert numbers(later) == [(1, True)]
    later.save(work(Patient("bob", "Bob"), program="other"))
    (new,) = later.exercises_of(later.open("bob").program).values()
    assert new.name == {"en": "Hip lift"}


def test_an_exercise_that_the_library_lost_is_saved_without_texts(records):
    lost = replace(work().program, stages=(Stage((Prescription("1", "gone", Dosage()),)),))
    assert records.save(replace(work(), program=lost)).problem == ""
    assert records.exercises_of(lost) == {}


def test_handing_out_closes_the_revision_and_is_what_marks_compare_with(records):
    records.set_clinic(Clinic(therapist="Dana"))
    records.save(work())
    assert records.last_issued("program") is None
    issued = records.issue("program", 0, HandoutChoices(layout="compact", paper="letter"), "pdf")
    assert (issued.revision, issued.layout, issued.paper, issued.way, issued.by) == (1, "compact", "letter", "pdf", "Dana")
    records.save(work(reps=12))
    assert records.last_issued("program").stages[0].prescriptions[0].dosage.reps == 10
    assert numbers(records) == [(2, False), (1, True)]


def test_a_sheet_is_noted_at_the_revision_that_it_was_printed_from(records):
    records.save(work())
    printed = records.close_open("program")
    records.save(work(reps=12))
    records.issue("program", 0, HandoutChoices(), "print", revision=printed.number)
    second, first = records.history("program")
    assert (len(first.issued), len(second.issued)) == (1, 0)
    assert not second.revision.closed


def test_a_revision_that_is_gone_cannot_be_noted(records):
    records.save(work())
    with pytest.raises(PTBuilderError, match="no longer in the data"):
        records.issue("program", 0, HandoutChoices(), "print", revision=7)


def test_nothing_saved_cannot_be_handed_out(records):
    with pytest.raises(PTBuilderError, match="nothing to hand out"):
        records.issue("program", 0, HandoutChoices(), "pdf")


def test_history_says_what_changed_and_what_was_printed(records):
    records.save(work())
    records.issue("program", 0, HandoutChoices(), "print")
    records.save(work(reps=12))
    second, first = records.history("program")
    assert [(each.kind, each.field, each.before, each.after) for each in second.changes] == [("dosage", "reps", 10, 12)]
    assert [each.kind for each in first.changes] == ["first"]
    assert (len(first.issued), len(second.issued)) == (1, 0)


def test_bringing_a_revision_back_makes_a_new_one_and_loses_nothing(records):
    records.save(work())
    records.close_open("program")
    records.save(work(reps=12))
    brought = records.bring_back("program", 1)
    assert (brought.number, brought.closed) == (3, False)
    assert brought.document.stages[0].prescriptions[0].dosage.reps == 10
    assert numbers(records) == [(3, False), (2, True), (1, True)]


def test_what_was_left_open_is_closed_on_another_day(store, library):
    records = Records(store, library, lambda: NOON)
    records.save(work())
    assert records.close_left_open() == 0
    assert Records(store, library, lambda: NOON + timedelta(days=1)).close_left_open() == 1
    assert numbers(records) == [(1, True)]


def test_scores_are_followed_over_the_assessments(records):
    records.save(work())
    records.close_open("program")
    later = replace(work().assessment, id="second", on=date(2026, 4, 2), scores=(Score("nprs", 3),))
    records.save(replace(work(), assessment=later))
    (nprs,) = records.progress("ann")
    assert (nprs.before, nprs.now, nprs.is_clear_change) == (6, 3, True)


def test_choices_are_those_of_the_patient_else_of_the_clinic(records):
    records.set_clinic(Clinic(paper="letter"))
    assert records.choices() == HandoutChoices(paper="letter")
    records.set_clinic(Clinic(paper="letter", figure="male-full", skin="medium"))
    assert records.choices() == HandoutChoices(paper="letter", figure="male-full", skin="medium")
    records.set_choices(HandoutChoices(layout="compact"))
    assert records.choices("ann") == HandoutChoices(layout="compact")


def test_erasing_takes_the_patient_out_of_data_and_backups(records, store):
    records.save(work())
    backup = store.backups.make(store.database, NOON)
    assert records.erase("ann") == ""
    assert records.rows() == ()
    copy = Store.open(backup.path, bytes(range(32)))
    assert copy.patients.find("ann") is None
    copy.close()


def test_erasing_names_backups_that_may_still_hold_the_patient(records, store):
    records.save(work())
    backup = store.backups.make(store.database, NOON)
    backup.path.write_bytes(b"\0" * 8192)
    assert str(backup.path.parent) in records.erase("ann")


def test_a_template_holds_nothing_of_the_patient(records):
    template = records.save_template(work().program, "template", "After an injection")
    assert records.templates() == (template,)
    assert (template.patient, template.assessment, template.accepted_at) == (None, Assessment(), None)
    (stage,) = template.stages
    assert (stage.first, stage.prescriptions[0].because, stage.prescriptions[0].exercise) == (None, (), "lx-bridge")
    records.remove_template("template")
    assert records.templates() == ()
