"""The table of activities after a procedure: the usual rows dated for one patient, with what the therapist made of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from ptbuilder.domain.activity import Activity, ActivityChange, ActivityPlan, ActivityRow, ActivityState, ActivityTable
from ptbuilder.domain.assessment import Assessment
from ptbuilder.domain.library import Library
from ptbuilder.domain.text import LANGUAGES
from ptbuilder.domain.values import dataclass
from ptbuilder.domain.vocabulary import PHASES, Phase, PhaseTable, Topic
from ptbuilder.wording.fixed import say
from ptbuilder.wording.procedures import PROCEDURE_WORDS


@dataclass(frozen=True, slots=True)
class _After:
    """One procedure of the patient: its phases, its day where that is known, and the day that the sheet is judged by."""

    code: str
    table: PhaseTable
    zero: date | None
    today: date
    by_hand: Phase | None
    shown: Phase | None

    @property
    def day(self) -> int | None:
        """Today, counted from the procedure."""
        return (self.today - self.zero).days if self.zero is not None else None

    def date_of(self, day: int | None) -> date | None:
        """The date of a day, where both are known."""
        return self.zero + timedelta(days=day) if self.zero is not None and day is not None else None


def activity_table(
    library: Library, assessment: Assessment, plan: ActivityPlan, today: date, shown: Phase | None = None
) -> ActivityTable:
    """All rows after the procedures of ``assessment``, the hidden ones too; empty without a procedure.

    ``shown`` is the phase of the stage that is printed. Where two procedures have the same row, the later day counts, and a
    procedure whose day is not known before all others.
    """
    procedures = tuple(_procedures(library, assessment, today, shown))
    if not procedures:
        return ActivityTable()
    usual = [(_strictest(each, procedures), each) for each in library.activities.values()]
    rows = [_row(after, plan.change(each.code), each) for after, each in usual if after is not None]
    lead = next((after for after, _ in usual if after is not None), procedures[0])
    own = [_row(lead, each) for each in plan.changes if each.is_own]
    return ActivityTable((*rows, *own), PROCEDURE_WORDS.get(lead.code, {}), lead.zero)


def is_printed(table: ActivityTable, plan: ActivityPlan) -> bool:
    """Whether the table goes on paper: as the therapist chose, else while a row is to come or was changed."""
    if not table.printed:
        return False
    if plan.is_printed is not None:
        return plan.is_printed
    return table.to_come > 0 or any(each.is_changed for each in table.printed)


def sheet_table(library: Library, assessment: Assessment, plan: ActivityPlan, today: date, shown: Phase | None) -> ActivityTable:
    """The table as the sheet has it: without hidden rows, and empty where it is not printed."""
    table = activity_table(library, assessment, plan, today, shown)
    return replace(table, rows=table.printed) if is_printed(table, plan) else ActivityTable()


def pointing_to_table(topic: Topic) -> Topic:
    """The topic with its section about activities cut down to where the table stands; the same topic where it has none."""
    if not any(section.is_activities for section in topic.sections):
        return topic
    see: dict[str, tuple[str, ...]] = {language: (say("act-see", language),) for language in LANGUAGES}
    sections = (replace(each, lines=see) if each.is_activities else each for each in topic.sections)
    return replace(topic, sections=tuple(sections))


def _procedures(library: Library, assessment: Assessment, today: date, shown: Phase | None) -> Iterator[_After]:
    by_hand = next((each for each in PHASES if each == assessment.phase), None)
    for finding in assessment.findings:
        table = library.procedures.get(finding.code)
        if table is None:
            continue
        seen = assessment.on or today
        days = finding.day(seen)
        zero = finding.on or (seen - timedelta(days=days) if days is not None else None)
        yield _After(finding.code, table, zero, today, by_hand, shown)


def _strictest(activity: Activity, procedures: tuple[_After, ...]) -> _After | None:
    """The procedure that lets this activity start last; None where none of them has it."""
    found = [each for each in procedures if each.code in activity.procedures]
    return max(found, key=lambda each: each.date_of(_first_day(activity, each)) or date.max, default=None)


def _first_day(activity: Activity, after: _After) -> int:
    if activity.phase is not None:
        return after.table.days_of(activity.phase)[0]
    return activity.day or 0


def _row(after: _After, change: ActivityChange, usual: Activity | None = None) -> ActivityRow:
    """One row: the usual one with the therapist's change, or without ``usual`` one of their own."""
    row = _usual_row(after, usual) if usual is not None else ActivityRow(change.code, {"en": change.name}, "ask")
    row = replace(row, is_hidden=change.is_hidden, is_changed=change.is_own or change.day is not None or change.words is not None)
    if change.words is not None:
        row = replace(row, gently={}, then={}, gently_to=None, note={"en": change.words} if change.words else {})
    if change.day is not None:
        still = row.gently_to is not None and row.gently_to >= change.day
        row = replace(row, day=change.day, asks=False, gently_to=row.gently_to if still else None)
    state = _state(after, row, None if change.day is not None or usual is None else usual.phase)
    dated = replace(row, state=state, on=after.date_of(row.day), gently_until=after.date_of(row.gently_to))
    return replace(dated, is_new=_is_new(after, dated))


def _usual_row(after: _After, usual: Activity) -> ActivityRow:
    day: int | None = _first_day(usual, after)
    if usual.phase is not None and after.by_hand is not None and PHASES.index(usual.phase) > PHASES.index(after.by_hand):
        # A phase set by hand holds back what its date would allow by now: only the therapist knows from when.
        day = day if after.day is not None and day is not None and day > after.day else None
    return ActivityRow(
        code=usual.code,
        name=usual.name,
        state="later",
        day=day,
        asks=usual.asks,
        gently_to=usual.gently_to,
        gently=usual.gently,
        then=usual.then,
        note=usual.note if usual.note_to is None or after.day is None or after.day <= usual.note_to else {},
    )


def _state(after: _After, row: ActivityRow, phase: Phase | None) -> ActivityState:
    """How the row stands today; ``phase`` is the one it waits for, where no day was set for it."""
    reached = phase is not None and after.by_hand is not None and PHASES.index(phase) <= PHASES.index(after.by_hand)
    if row.day is None:
        return "ask"
    if not reached and (after.day is None or after.day < row.day):
        return "later"
    if row.asks:
        return "ask"
    is_gentle = row.gently_to is not None and after.day is not None and after.day <= row.gently_to
    return "part" if is_gentle else "now"


def _is_new(after: _After, row: ActivityRow) -> bool:
    """Whether the stage that is printed is the one in which this begins or its limit ends; on the days of rest all is new."""
    if after.shown is None or after.shown == PHASES[0]:
        return False
    first, last = after.table.days_of(after.shown)
    marks = (row.day, None if row.gently_to is None else row.gently_to + 1)
    return any(day is not None and first <= day and (last is None or day <= last) for day in marks)
