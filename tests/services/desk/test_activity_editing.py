"""The therapist changes the table of one program: each change is one step, kept with the revision and undone by name."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ptbuilder.domain.activity import ActivityPlan
from ptbuilder.domain.assessment import Finding
from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.domain.library import Library
from ptbuilder.domain.program import Program
from ptbuilder.reasoning.engine import Reasoner
from ptbuilder.services.desk.activity_editing import ActivityEditing
from ptbuilder.services.desk.desk import Desk
from ptbuilder.services.patients.records import Records
from ptbuilder.services.patients.sample import sample_work
from ptbuilder.services.suggest.prescribing import Prescriber
from ptbuilder.services.suggest.suggesting import Suggesting
from ptbuilder.storage.codec import decode, encode_checked
from ptbuilder.storage.store import Store
from tests.services.conftest import NOW

STEPS: tuple[Callable[[ActivityEditing], object], ...] = (
    lambda editing: editing.set_day("driving", 4),
    lambda editing: editing.set_day("sport", None),
    lambda editing: editing.set_words("lifting", "The cat only."),
    lambda editing: editing.set_words("lifting", None),
    lambda editing: editing.set_words("bath", ""),
    lambda editing: editing.hide("shower"),
    lambda editing: editing.hide("shower", hidden=False),
    lambda editing: editing.add("Dancing"),
    lambda editing: editing.set_day("own-1", 20),
    lambda editing: editing.hide("own-1"),
    lambda editing: editing.put_back("driving"),
    lambda editing: editing.set_printed(False),
    lambda editing: editing.set_printed(True),
    lambda editing: editing.put_all_back(),
)


def state(editing: ActivityEditing, code: str) -> str:
    return next(row.state for row in editing.table.rows if row.code == code)


def test_a_changed_day_takes_the_draft_and_is_one_step(desk: Desk) -> None:
    editing = ActivityEditing(desk)
    assert state(editing, "fast-walks") == "ask"
    editing.set_day("fast-walks", 10)
    assert desk.is_accepted
    assert state(editing, "fast-walks") == "now"
    assert desk.undo_step is not None
    assert (desk.undo_step.key, desk.undo_step.subject) == ("activities", "fast-walks")
    desk.undo()
    assert not desk.is_accepted
    assert state(editing, "fast-walks") == "ask"


def test_a_row_is_hidden_shown_and_put_back(desk: Desk) -> None:
    editing = ActivityEditing(desk)
    editing.hide("shower")
    assert "shower" not in [row.code for row in editing.table.printed]
    editing.hide("shower", hidden=False)
    assert editing.plan.is_usual
    editing.set_words("shower", "Warm, not hot.")
    editing.put_back("shower")
    assert editing.plan.is_usual


def test_a_row_of_the_therapist_is_added_dated_and_removed(desk: Desk) -> None:
    editing = ActivityEditing(desk)
    code = editing.add("  Dancing ")
    editing.set_day(code, 20)
    row = editing.table.rows[-1]
    assert (row.name, row.on, row.is_changed) == ({"en": "Dancing"}, date(2026, 3, 22), True)
    assert editing.usual(code) is None
    editing.hide(code)
    assert editing.plan.is_usual
    assert desk.undo_step is not None
    assert desk.undo_step.subject == "Dancing"


def test_a_row_without_words_is_refused(desk: Desk) -> None:
    with pytest.raises(PTBuilderError, match="Type what"):
        ActivityEditing(desk).add("  ")


def test_a_row_that_is_gone_cannot_be_changed(desk: Desk) -> None:
    with pytest.raises(PTBuilderError, match="no longer in the table"):
        ActivityEditing(desk).set_day("own-1", 3)


def test_the_choice_to_print_is_kept_only_where_it_is_not_the_usual_one(desk: Desk) -> None:
    editing = ActivityEditing(desk)
    assert editing.is_printed
    editing.set_printed(False)
    assert not editing.is_printed
    editing.set_printed(True)
    assert editing.plan == ActivityPlan()


def test_the_usual_row_is_known_behind_a_changed_one(desk: Desk) -> None:
    editing = ActivityEditing(desk)
    editing.set_day("sport", 60)
    usual = editing.usual("sport")
    assert usual is not None
    assert usual.day == 43


def test_it_is_offered_after_a_procedure_only(desk: Desk) -> None:
    editing = ActivityEditing(desk)
    assert editing.is_offered
    for finding in desk.work.assessment.findings:
        if finding.code.startswith("proc-"):
            desk.remove_finding(finding.code)
    assert not editing.is_offered
    assert editing.table.rows == ()


def test_after_surgery_the_table_starts_empty_and_can_be_begun(empty_desk: Desk) -> None:
    empty_desk.add_finding(Finding("proc-lumbar-fusion", on=date(2026, 1, 12)))
    editing = ActivityEditing(empty_desk)
    assert editing.is_offered
    assert not editing.is_printed
    editing.set_day(editing.add("Driving"), 70)
    assert editing.is_printed


def test_a_follow_up_keeps_what_was_changed(desk: Desk) -> None:
    editing = ActivityEditing(desk)
    editing.set_day("driving", 4)
    desk.follow_up()
    assert editing.plan.change("driving").day == 4


def test_a_template_keeps_what_was_changed_in_days(tmp_path: Path, library: Library, desk: Desk) -> None:
    editing = ActivityEditing(desk)
    editing.set_day("driving", 4)
    store = Store.open(tmp_path / "data.db", bytes(range(32)))
    records = Records(store, library, lambda: NOW)
    records.save_template(desk.program, "t", "After an injection")
    assert records.templates()[0].activities == editing.plan
    store.close()


@given(steps=st.lists(st.sampled_from(STEPS), max_size=8))
def test_any_edits_are_stored_as_they_are_and_undone_one_by_one(
    library: Library, reasoner: Reasoner, steps: list[Callable[[ActivityEditing], object]]
) -> None:
    desk = Desk(library, Suggesting(library, reasoner), Prescriber(library, reasoner), clock=lambda: NOW)
    desk.lay_out(sample_work(NOW.date(), library.version, desk.work.choices))
    editing, plans = ActivityEditing(desk), [ActivityPlan()]
    for step in steps:
        with suppress(PTBuilderError):  # a row that is not there any more
            step(editing)
        if editing.plan != plans[-1]:
            plans.append(editing.plan)
        assert len(editing.table.rows) == len(library.activities) + sum(each.is_own for each in editing.plan.changes)
    assert decode(encode_checked(desk.program), Program) == desk.program
    for plan in reversed(plans):
        assert editing.plan == plan
        desk.undo()
    assert not desk.is_accepted
