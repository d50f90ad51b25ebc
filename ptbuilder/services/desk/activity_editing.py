"""Each thing a therapist does with the table of activities of the program at the desk; each is one step that can be undone."""

from __future__ import annotations

from dataclasses import replace

from ptbuilder.domain.activity import ActivityChange, ActivityPlan, ActivityRow, ActivityTable, own_code
from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.services.desk.activity_entry import read_start
from ptbuilder.services.desk.desk import Desk
from ptbuilder.services.paper.activities import activity_table, is_printed
from ptbuilder.services.paper.note_reading import NoteReader, reader_of


class ActivityEditing:
    """Reads the table as it would be printed today, hidden rows included, and changes it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @property
    def program_id(self) -> str:
        """Whose table it is."""
        return self._desk.program.id

    @property
    def plan(self) -> ActivityPlan:
        """What was changed so far."""
        return self._desk.program.activities

    @property
    def table(self) -> ActivityTable:
        """All rows for the shown stage; empty without a procedure."""
        return activity_table(self._desk.library, self._desk.work.assessment, self.plan, self._desk.today, self._desk.stage.phase)

    @property
    def is_offered(self) -> bool:
        """Whether there is a procedure to count from, so that a table can be printed or begun."""
        procedures = self._desk.library.procedures
        return any(finding.code in procedures for finding in self._desk.work.assessment.findings)

    @property
    def is_printed(self) -> bool:
        """Whether the table goes on paper as things stand."""
        return is_printed(self.table, self.plan)

    @property
    def note_reader(self) -> NoteReader:
        """Reads what is typed as the patient of this handout does."""
        return reader_of(self._desk.work, self._desk.therapist)

    def usual(self, code: str) -> ActivityRow | None:
        """The row as the library has it; None for a row of the therapist."""
        plan = self.plan.without(code)
        rows = activity_table(self._desk.library, self._desk.work.assessment, plan, self._desk.today).rows
        return next((each for each in rows if each.code == code), None)

    def read_day(self, text: str) -> int | None:
        """The day that was typed, counted from the procedure; None where it cannot be read."""
        return read_start(text, self.table.on, self._desk.today)

    def set_day(self, code: str, day: int | None) -> None:
        """Set from which day it may start; None puts the usual day back."""
        self._set(replace(self.plan.change(code), day=day))

    def set_words(self, code: str, words: str | None) -> None:
        """Set what stands beside the day; None puts the usual words back."""
        self._set(replace(self.plan.change(code), words=None if words is None else words.strip()))

    def hide(self, code: str, *, hidden: bool = True) -> None:
        """Leave a row out of the paper, or print it again; a row of the therapist goes for good."""
        change = self.plan.change(code)
        if change.is_own:
            self._keep(self.plan.without(code), change.name)
        else:
            self._set(replace(change, is_hidden=hidden))

    def put_back(self, code: str) -> None:
        """Put one row back to the usual."""
        self._keep(self.plan.without(code), self._name(code))

    def put_all_back(self) -> None:
        """Put the whole table back to the usual; rows of the therapist go."""
        self._keep(ActivityPlan())

    def add(self, name: str) -> str:
        """Add a row at the end; gives its code. Raises PTBuilderError for a name without letters."""
        if not name.strip():
            raise PTBuilderError("Type what the patient may do again.")
        code = own_code(each.code for each in self.plan.changes)
        self._set(ActivityChange(code, name.strip()))
        return code

    def set_printed(self, printed: bool) -> None:
        """Print the table or leave it out; a choice that is the usual one is not kept."""
        plan = replace(self.plan, is_printed=None)
        usual = is_printed(self.table, plan)
        self._keep(plan if printed is usual else replace(plan, is_printed=printed))

    def _set(self, change: ActivityChange) -> None:
        if change.is_own and not change.name:
            raise PTBuilderError("This row is no longer in the table.")
        self._keep(self.plan.with_change(change), self._name(change.code) or change.name)

    def _keep(self, plan: ActivityPlan, subject: str = "") -> None:
        """One step of the desk; none where nothing changes, so that a draft is not taken by it."""
        if plan != self.plan:
            self._desk.set_activities(plan, subject)

    def _name(self, code: str) -> str:
        """What undo names: the code of a usual row, the words of the therapist's own."""
        return code if code in self._desk.library.activities else self.plan.change(code).name
