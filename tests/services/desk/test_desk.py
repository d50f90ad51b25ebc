"""Each thing a therapist does is one step that shows, saves, and can be undone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

import pytest

from ptbuilder.domain.assessment import Clearance, Finding, Score
from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.domain.patient import Patient
from ptbuilder.services.desk.desk import Desk
from ptbuilder.services.desk.keeping import Keeper
from ptbuilder.services.desk.work import SaveState, Work
from tests.services.conftest import NOW


def codes(desk: Desk) -> list[str]:
    return [row.prescription.exercise for row in desk.rows]


def identifier(desk: Desk, exercise: str) -> str:
    return next(row.prescription.id for row in desk.rows if row.prescription.exercise == exercise)


def test_an_empty_desk_shows_nothing_and_keeps_nothing(empty_desk: Desk) -> None:
    assert empty_desk.rows == ()
    assert empty_desk.cards == ()
    assert empty_desk.work.is_blank
    assert empty_desk.undo_step is None


def test_a_finding_makes_a_draft_at_once(empty_desk: Desk) -> None:
    empty_desk.add_finding(Finding("hp-flexor-tight", "both", "moderate"))
    assert any("lengthen:hip-flexors" in row.exercise.goals for row in empty_desk.rows)
    assert all(row.is_draft for row in empty_desk.rows)
    assert not empty_desk.is_accepted


def test_the_draft_keeps_its_identifiers_when_it_is_accepted(desk: Desk) -> None:
    before = [row.prescription.id for row in desk.rows]
    desk.accept()
    assert [row.prescription.id for row in desk.rows] == before
    assert not any(row.is_draft for row in desk.rows)


def test_acceptance_is_kept_with_who_and_when(desk: Desk) -> None:
    desk.accept()
    assert desk.work.program.accepted_by == "Dana Sample"
    assert desk.work.program.accepted_at == NOW


def test_nothing_can_be_accepted_before_something_was_found(empty_desk: Desk) -> None:
    with pytest.raises(PTBuilderError, match="nothing to use yet"):
        empty_desk.accept()


def test_an_edit_of_the_draft_accepts_it_in_the_same_step(desk: Desk) -> None:
    row = desk.rows[0]
    desk.set_dosage(row.prescription.id, replace(row.prescription.dosage, hold_s=8))
    assert desk.is_accepted
    assert desk.rows[0].prescription.dosage.hold_s == 8
    desk.undo()
    assert not desk.is_accepted


def test_new_findings_only_offer_once_the_program_is_shaped(desk: Desk) -> None:
    desk.accept()
    before = codes(desk)
    desk.add_finding(Finding("cx-uptrap-tight", "right", "severe"))
    assert codes(desk) == before
    assert any("lengthen:upper-trapezius" in card.serves for card in desk.cards)


EDITS: dict[str, Callable[[Desk], None]] = {
    "finding": lambda desk: desk.add_finding(Finding("fn-sitting", grade="mild")),
    "remove finding": lambda desk: desk.remove_finding("hp-flexor-tight"),
    "irritability": lambda desk: desk.set_irritability("low"),
    "onset": lambda desk: desk.set_onset("acute"),
    "red flags": lambda desk: desk.set_red_flags_asked(False),
    "equipment": lambda desk: desk.toggle_equipment("band"),
    "clearance": lambda desk: desk.add_clearance(Clearance("R-RF-03", "Dr Sample", date(2026, 3, 12), "examined")),
    "phase": lambda desk: desk.set_phase("P3"),
    "day": lambda desk: desk.set_assessed_on(date(2026, 3, 11)),
    "score": lambda desk: desk.add_score(Score("nprs", 6)),
    "accept": lambda desk: desk.accept(),
    "add": lambda desk: desk.add_exercise("gn-walk-graded"),
    "remove": lambda desk: desk.remove(desk.rows[0].prescription.id),
    "move": lambda desk: desk.move(desk.rows[0].prescription.id, 2),
    "note": lambda desk: desk.set_note(desk.rows[0].prescription.id, "Not too fast."),
    "side": lambda desk: desk.set_side(identifier(desk, "hp-hipflexor-stand"), "left"),
    "harder": lambda desk: desk.harder(identifier(desk, "lx-drawin-hooklying")),
    "topic": lambda desk: desk.add_topic("edu-sleep"),
    "visit": lambda desk: desk.set_next_visit(datetime(2026, 3, 26, 10, 30)),
    "patient": lambda desk: desk.set_patient(replace(desk.work.patient, given="Rob")),
    "start stage": lambda desk: desk.start_stage(1),
}


@pytest.mark.parametrize("name", EDITS)
def test_each_edit_can_be_undone_and_done_again(desk: Desk, name: str) -> None:
    before = desk.work
    EDITS[name](desk)
    after = desk.work
    assert after != before
    desk.undo()
    assert desk.work == before
    desk.redo()
    assert desk.work == after


@pytest.mark.parametrize("name", EDITS)
def test_each_edit_is_saved_and_told_once(desk: Desk, name: str) -> None:
    saved: list[Work] = []
    told: list[str] = []

    def save(work: Work) -> SaveState:
        saved.append(work)
        return SaveState(NOW)

    desk.keeper = Keeper(save)
    desk.changed.append(lambda: told.append(name))
    EDITS[name](desk)
    assert saved == [desk.work]
    assert told == [name]
    assert desk.saved.at == NOW


def test_a_step_that_changes_nothing_is_no_step(desk: Desk) -> None:
    desk.set_irritability("moderate")
    assert desk.undo_step is None


def test_moving_keeps_every_exercise(desk: Desk) -> None:
    before = codes(desk)
    desk.move(desk.rows[0].prescription.id, 99)
    assert codes(desk) == [*before[1:], before[0]]


def test_grouping_puts_lying_before_standing(desk: Desk) -> None:
    desk.accept()
    standing = identifier(desk, "hp-hipflexor-stand")
    desk.move(standing, 0)
    desk.group_by_position()
    assert codes(desk)[-1] == "hp-hipflexor-stand"


def test_a_new_exercise_joins_its_position_group(desk: Desk) -> None:
    desk.add_exercise("lx-knee-chest-single")
    assert codes(desk).index("lx-knee-chest-single") < codes(desk).index("hp-hipflexor-stand")


def test_an_exercise_is_not_added_twice(desk: Desk) -> None:
    desk.accept()
    count = len(desk.rows)
    desk.add_exercise(codes(desk)[0])
    assert len(desk.rows) == count


def test_a_swap_keeps_place_note_and_dose_of_the_same_purpose(desk: Desk) -> None:
    row = next(row for row in desk.rows if row.prescription.exercise == "lx-drawin-hooklying")
    place = codes(desk).index("lx-drawin-hooklying")
    desk.set_note(row.prescription.id, "Breathe.")
    desk.set_dosage(row.prescription.id, replace(row.prescription.dosage, reps=7))
    desk.harder(row.prescription.id)
    swapped = desk.rows[place].prescription
    assert swapped.exercise == row.exercise.harder
    assert (swapped.note, swapped.dosage.reps) == ("Breathe.", 7)


def test_no_neighbour_is_said_and_changes_nothing(desk: Desk) -> None:
    before = desk.work
    item = next(row for row in desk.rows if row.easier is None).prescription
    with pytest.raises(PTBuilderError, match="no easier exercise"):
        desk.easier(item.id)
    assert desk.work == before


def test_sides_cycle_and_only_where_there_are_sides(desk: Desk) -> None:
    stretch = identifier(desk, "hp-hipflexor-stand")
    seen = []
    for _ in range(3):
        desk.cycle_side(stretch)
        seen.append(next(row.prescription.side for row in desk.rows if row.prescription.id == stretch))
    assert sorted(filter(None, seen)) == ["both", "left", "right"]
    before = desk.work
    desk.cycle_side(identifier(desk, "lx-pelvic-tilt-supine"))
    assert desk.work == before


def test_an_early_exercise_asks_before_printing_and_is_kept_with_a_reason(desk: Desk) -> None:
    desk.add_exercise("lx-bird-dog")
    question = desk.open_questions[0]
    assert question.kind == "precaution"
    assert question.obstacle is not None
    rule = question.obstacle.rule
    assert rule is not None
    while desk.open_questions:
        obstacle = desk.open_questions[0].obstacle
        assert obstacle is not None
        desk.keep(desk.open_questions[0].subject, obstacle.rule or obstacle.kind, "Tested in the clinic today")
    kept = next(row for row in desk.rows if row.prescription.exercise == "lx-bird-dog")
    assert kept.answered[0].reason == "Tested in the clinic today"
    assert kept.answered[0].by == "Dana Sample"


def test_keeping_needs_words(desk: Desk) -> None:
    desk.add_exercise("lx-bird-dog")
    with pytest.raises(PTBuilderError, match="Say why"):
        desk.keep(identifier(desk, "lx-bird-dog"), "R-PP-01", "  ")


def test_a_finding_that_needs_a_side_asks_for_it(empty_desk: Desk) -> None:
    empty_desk.add_finding(Finding("hp-flexor-tight", grade="moderate"))
    assert [(each.kind, each.subject) for each in empty_desk.open_questions] == [("side", "hp-flexor-tight")]


def test_a_stop_takes_the_program_away_and_gives_it_back(desk: Desk) -> None:
    desk.accept()
    before = codes(desk)
    desk.add_finding(Finding("rf-cauda-equina"))
    assert desk.outcome.stop == "emergency"
    assert desk.rows == ()
    with pytest.raises(PTBuilderError, match="danger sign"):
        desk.add_exercise("gn-walk-short")
    desk.remove_finding("rf-cauda-equina")
    assert codes(desk) == before


def test_a_clearance_lifts_an_urgent_stop(desk: Desk) -> None:
    desk.add_finding(Finding("rf-spreading-numbness"))
    assert desk.outcome.stop == "urgent"
    desk.add_clearance(Clearance("R-RF-03", "Dr Sample", NOW.date(), "Examined, no new deficit"))
    assert desk.outcome.stop is None
    assert desk.rows


def test_the_stages_of_a_procedure_can_be_looked_through(desk: Desk) -> None:
    phases = [stage.phase for stage in desk.program.stages]
    assert phases == ["P2", "P3", "P4"]
    desk.show_stage(1)
    assert desk.stage.phase == "P3"
    assert desk.undo_step is None
    desk.show_stage(99)
    assert desk.stage.phase == "P4"


def test_an_exercise_of_a_later_phase_asks_nothing_in_its_stage(desk: Desk) -> None:
    desk.show_stage(1)
    desk.add_exercise("lx-bird-dog")
    assert desk.open_questions == ()


def test_a_follow_up_asks_the_red_flags_again_and_keeps_the_program(desk: Desk) -> None:
    desk.accept()
    old, rows = desk.work.assessment, codes(desk)
    desk.follow_up()
    new = desk.work.assessment
    assert new.id != old.id
    assert new.findings == old.findings
    assert not new.red_flags_asked
    assert codes(desk) == rows


def test_adapting_removes_or_eases_what_new_findings_exclude_in_one_step(desk: Desk) -> None:
    desk.add_exercise("lx-knee-chest-single")
    before = codes(desk)
    desk.add_finding(Finding("prec-cannot-supine"))
    excluded = {row.prescription.exercise for row in desk.rows if row.obstacles}
    assert excluded
    desk.adapt()
    assert excluded.isdisjoint(codes(desk))
    desk.undo()
    assert codes(desk) == before


def test_the_safety_topics_cannot_be_left_out(desk: Desk) -> None:
    with pytest.raises(PTBuilderError, match="every handout"):
        desk.remove_topic("edu-seek-help")


def test_age_and_sex_of_the_patient_reach_the_assessment(empty_desk: Desk) -> None:
    empty_desk.set_patient(Patient("p", "Ann", "Sample", birth_date=date(1950, 3, 13), sex="F"))
    assert (empty_desk.work.assessment.age, empty_desk.work.assessment.sex) == (75, "F")


def test_what_a_finding_would_do_is_told_before_it_is_added(desk: Desk) -> None:
    effect = desk.effect_of(Finding("rf-cauda-equina"))
    assert effect.stop == "emergency"
    assert desk.work.assessment.finding("rf-cauda-equina") is None


def test_another_patient_has_a_history_of_their_own(desk: Desk) -> None:
    desk.accept()
    desk.new_patient()
    assert desk.undo_step is None
    assert desk.work.is_blank


def test_why_not_answers_for_any_exercise(desk: Desk) -> None:
    answer = desk.why_not("lx-press-up")
    assert {each.kind for each in answer.obstacles} >= {"tag"}
    assert all(each.rule in desk.library.rules for each in answer.obstacles if each.rule)


def test_home_things_are_household_things_until_chosen(desk: Desk) -> None:
    assert "chair" in desk.home
    assert "band" not in desk.home
    desk.toggle_equipment("band")
    assert {"band", "chair"} <= desk.home
