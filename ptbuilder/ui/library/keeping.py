"""The right side of the library page: one exercise in full, or the form in its place; what is unfinished is kept."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ptbuilder.domain.exercise import Exercise
from ptbuilder.services.library.draft import Draft
from ptbuilder.services.library.exercise_editing import ExerciseEditing
from ptbuilder.services.library.unfinished import UnfinishedForms
from ptbuilder.ui.announcing import announce
from ptbuilder.ui.desk_signals import DeskSignals
from ptbuilder.ui.labels import exercise_name, language
from ptbuilder.ui.library.details import ExerciseDetails
from ptbuilder.ui.library.editing.form import ExerciseForm
from ptbuilder.ui.tasks import TaskRunner
from ptbuilder.ui.theme import Theme


class LibraryKeeping(QStackedWidget):
    """Details and form. ``kept`` carries the code of an exercise that was saved, ``turned`` follows each opening and closing.

    ``pose_asked`` carries the code of an exercise whose form asks for a figure, ``told`` a sentence for the window. A form that is
    left unfinished is kept by exercise, also when the program ends, until it is saved or thrown away.
    """

    kept = Signal(str)
    turned = Signal()
    told = Signal(str)
    pose_asked = Signal(str)

    def __init__(
        self,
        theme: Theme,
        desk_signals: DeskSignals,
        editing: ExerciseEditing,
        unfinished: UnfinishedForms,
        details: ExerciseDetails,
        tasks: TaskRunner,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._desk_signals = desk_signals
        self._tasks = tasks
        self.editing = editing
        self.details = details
        self.form: ExerciseForm | None = None
        self._unfinished = unfinished
        self.drafts: dict[str, Draft] = {each.code: each for each in unfinished.read()}
        self.addWidget(details)
        self._connect()

    @property
    def is_editing(self) -> bool:
        """Whether the form is open."""
        return self.form is not None and self.currentWidget() is self.form

    @property
    def new_draft(self) -> Draft | None:
        """A new exercise that was begun and not saved."""
        return next((each for each in self.drafts.values() if each.is_new), None)

    # ---- opening and closing ----------------------------------------------------------------------------------------

    def edit(self, code: str) -> None:
        """Open the form of an exercise, as it was left."""
        exercise = self.editing.exercise(code)
        draft = self.drafts.get(code)
        if draft is None and exercise is not None:
            written = self.editing.as_written(exercise, language())
            draft = Draft(written, written)
        if draft is not None and self._may_edit():
            self._open(draft)

    def write_new(self, region: str = "") -> None:
        """Open the form of a new exercise: the one that was begun, else an empty one."""
        if self._may_edit():
            blank = self.editing.blank(region)
            self._open(self.new_draft or Draft(blank, blank, is_new=True))

    def copy(self, code: str) -> None:
        """Open the form of a new exercise that begins as a copy."""
        exercise = self.editing.exercise(code)
        if exercise is not None and self._may_edit():
            copied = self.editing.as_written(self.editing.copy_of(exercise), language())
            self._open(Draft(copied, copied, is_new=True))

    def leave(self) -> None:
        """Go back to the details; what is not saved is kept."""
        if not self.is_editing:
            return
        self.keep_unfinished()
        self.setCurrentWidget(self.details)
        self.turned.emit()

    def throw_away(self, code: str) -> None:
        """Forget an unfinished form."""
        self.drafts.pop(code, None)
        self._unfinished.keep(self.drafts.values())
        self.turned.emit()

    def keep_unfinished(self) -> None:
        """Keep what is filled in by now, as before another page or the end of the program."""
        self._stash()
        self._unfinished.keep(self.drafts.values())

    def on_marked(self, code: str) -> None:
        """Another exercise is looked at: the form of this one is left."""
        if self.is_editing and self.form is not None and self.form.draft is not None and self.form.draft.code != code:
            self.leave()

    # ---- what is done at once ---------------------------------------------------------------------------------------

    def set_hidden(self, code: str, hidden: bool) -> None:
        """Hide an exercise, or show it again."""
        said = self.tr("{exercise} is hidden.") if hidden else self.tr("{exercise} is shown again.")
        self._do(lambda: self.editing.set_hidden(code, hidden=hidden), code, said)

    def put_back(self, code: str) -> None:
        """Let an exercise be as it is shipped."""
        self._do(lambda: self.editing.put_back(code), code, self.tr("{exercise} is back to the original."))

    # ---- inside -----------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.details.edit_asked.connect(self.edit)
        self.details.copy_asked.connect(self.copy)
        self.details.hide_asked.connect(self.set_hidden)
        lines = self.details.open_lines
        lines.go_on_asked.connect(self.edit)
        lines.throw_away_asked.connect(self.throw_away)
        self.details.edits_line.put_back_asked.connect(self.put_back)
        lines.answered.connect(self._on_answered)

    def _may_edit(self) -> bool:
        if not self.editing.is_open:
            self._desk_signals.refused.emit(self.tr("The clinic's data is not open yet. Try again in a moment."))
        return self.editing.is_open

    def _open(self, draft: Draft) -> None:
        self._stash()
        if self.form is None:
            self.form = ExerciseForm(self._theme, self.editing, self._desk_signals, self._tasks, self.details.pictures)
            self.form.saved.connect(self._on_saved)
            self.form.left.connect(self.leave)
            self.form.pose_asked.connect(self.pose_asked)
            self.addWidget(self.form)
        self.setCurrentWidget(self.form)
        self.form.show_draft(draft)
        self.turned.emit()

    def _stash(self) -> None:
        """Keep what is filled in, where anything is."""
        draft = self.form.draft if self.form is not None else None
        if draft is None:
            return
        if draft.is_changed:
            self.drafts[draft.code] = draft
        else:
            self.drafts.pop(draft.code, None)

    def _on_saved(self, draft_code: str, code: str) -> None:
        self.drafts.pop(draft_code, None)
        self._unfinished.keep(self.drafts.values())
        self.setCurrentWidget(self.details)
        self.turned.emit()
        self.kept.emit(code)
        self._tell(code, self.tr("{exercise} is saved."))

    def _on_answered(self, conflict: object, answer: str) -> None:
        code = conflict.edit.exercise  # type: ignore[attr-defined]
        said = self.tr("Yours is kept for {exercise}.") if answer == "own" else self.tr("{exercise} has the new one.")
        self._do(lambda: self.editing.answer(conflict, answer), code, said)  # type: ignore[arg-type]

    def _do(self, act: Callable[[], Exercise | None], code: str, said: str) -> None:
        if self._desk_signals.attempt(act):
            self._tell(code, said)

    def _tell(self, code: str, said: str) -> None:
        words = said.format(exercise=exercise_name(self._desk_signals.desk.library, code))
        announce(self, words)
        self.told.emit(words)
