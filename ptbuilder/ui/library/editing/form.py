"""The form of one exercise: parts to jump to, what the original says, advice while one types; Ctrl+Enter keeps, Esc leaves.

F8 goes to what cannot be kept, else to what waits to be filled in; Ctrl+Page Down and Page Up go from part to part.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ptbuilder.domain.errors import BadInput, PTBuilderError
from ptbuilder.domain.text import say
from ptbuilder.services.history import History
from ptbuilder.services.library.draft import Draft, value_of
from ptbuilder.services.library.exercise_editing import ExerciseEditing
from ptbuilder.services.library.own_reading import Score, scores
from ptbuilder.ui.announcing import announce
from ptbuilder.ui.build.figures.pictures import DrawingCache
from ptbuilder.ui.desk_signals import DeskSignals
from ptbuilder.ui.labels import language
from ptbuilder.ui.library.editing.advising import Said, missing_language, offered_tags, said_of
from ptbuilder.ui.library.editing.choice_rows import ComboRow, PickRow
from ptbuilder.ui.library.editing.form_body import FormBody
from ptbuilder.ui.library.editing.form_foot import FormFoot
from ptbuilder.ui.library.editing.keys import is_own_key, is_redo, is_save, is_undo, part_step
from ptbuilder.ui.library.editing.rows import FormRow
from ptbuilder.ui.library.editing.sections import OWN_ALONE, neighbour_options
from ptbuilder.ui.library.editing.words import both_words, field_name
from ptbuilder.ui.tasks import TaskRunner
from ptbuilder.ui.theme import Theme
from ptbuilder.ui.widgets.themed import Ground

READ_AFTER_MS = 500
"""So long after the last key the whole text is read for its grade, and the next key begins a new step of undo."""


class ExerciseForm(Ground):
    """Filled by ``show_draft``; ``draft`` is what is filled in by now. ``left`` follows Esc.

    ``saved`` carries the code that the draft had, and the one under which it is kept; ``pose_asked`` the code of an exercise that
    was just saved and wants a figure.
    """

    saved = Signal(str, str)
    left = Signal()
    pose_asked = Signal(str)

    def __init__(
        self,
        theme: Theme,
        editing: ExerciseEditing,
        desk_signals: DeskSignals,
        tasks: TaskRunner,
        pictures: DrawingCache,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "window", ("left",), parent)
        self.setObjectName("exercise_form")
        self._editing = editing
        self._desk_signals = desk_signals
        self._tasks = tasks
        self._history: History[Draft] | None = None
        self._was_refused = False
        self._code = ""
        self._said: dict[str, Said] = {}
        self.body = FormBody(theme, desk_signals.desk.library, pictures)
        self.rows = self.body.rows
        self.foot = FormFoot(theme)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(READ_AFTER_MS)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.body, 1)
        whole.addWidget(self.foot)
        self._connect()

    @property
    def draft(self) -> Draft | None:
        """What is filled in by now, None where nothing is shown."""
        return self._history.draft if self._history is not None else None

    # ---- what it does -----------------------------------------------------------------------------------------------

    def show_draft(self, draft: Draft) -> None:
        """Fill the form in and put the cursor where one begins: into the name of a new exercise, else into the first step."""
        self._history = History(draft)
        self._was_refused = False
        self.body.words.show_language(language())
        self.body.show_faults("")
        for name in OWN_ALONE:
            self.rows[name].setVisible(self._editing.original(draft.code) is None)
        self._show_neighbours()
        self._fill()
        self._read()
        self.body.show_top()
        self.body.reveal(self.row("name" if draft.is_new else "steps"))

    def row(self, name: str) -> FormRow:
        """The row of a field; of words that in the language one reads in."""
        return self.rows.get(name) or self.rows[f"{name}.{self.body.words.languages.value}"]

    def focus_again(self) -> None:
        """Put the focus where it was in the form."""
        last = self.focusWidget()
        if last is not None:
            last.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.row("steps").focus_part()

    def save(self) -> bool:
        """Keep what is filled in; what cannot be kept is said at the top and at its field, and stays filled in."""
        draft = self.draft
        if draft is None:
            return False
        try:
            kept = self._editing.save(draft.now, are_tags_checked=draft.are_tags_checked)
        except PTBuilderError as error:
            self._refuse(error)
            return False
        self._history = None
        self._code = kept.code
        self.saved.emit(draft.code, kept.code)
        return True

    def pose(self) -> None:
        """Save what is filled in, and ask for a figure."""
        code = self.draft.code if self.draft is not None else ""
        if self.draft is not None and not self.draft.is_changed and not self.draft.is_new:
            self.left.emit()
            self.pose_asked.emit(code)
        elif self.save():
            self.pose_asked.emit(self._code)

    def undo(self) -> None:
        """Take the last step back, and show where it was."""
        self._step(forward=False)

    def redo(self) -> None:
        """Do a step again."""
        self._step(forward=True)

    def go_to_next(self) -> None:
        """Go to the next field that cannot be kept; where there is none, to the next that waits to be filled in."""
        if not self.body.go_to_next(self._said):
            announce(self, self.tr("Nothing is left to fill in."))

    # ---- Qt ---------------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Take Ctrl+Enter before the window, which would take the suggested program with it.

        Undo stays in the form too: who takes back one letter too many must not undo a step of the patient's program.
        """
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and is_own_key(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter keeps, Esc leaves, Enter does nothing to what lies around the form."""
        key = event.key()
        if is_save(event):
            self.save()
        elif is_undo(event):
            self._step(forward=is_redo(event))
        elif key == Qt.Key.Key_F8:
            self.go_to_next()
        elif part_step(event):
            self.body.go_by(part_step(event))
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key not in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Up, Qt.Key.Key_Down):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the foot."""
        super().resizeEvent(event)
        self.foot.fit(self.width())

    # ---- inside -----------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        for row in self.rows.values():
            row.edited.connect(lambda row=row: self._on_edited(row))
            row.put_back_asked.connect(lambda row=row: self._on_put_back(row))
            row.finished.connect(lambda row=row: self.body.go_on_from(row))
        self.body.picture.pose_asked.connect(self.pose)
        self.body.next_asked.connect(self.go_to_next)
        self.foot.save_button.clicked.connect(self.save)
        self.foot.leave_button.clicked.connect(self.left)
        self.foot.undo_button.clicked.connect(self.undo)
        self.foot.redo_button.clicked.connect(self.redo)
        self._timer.timeout.connect(self._read)

    def _fill(self) -> None:
        assert self.draft is not None
        name = say(self.draft.now.name, language()) or self.tr("New exercise")
        self.body.show_title(name)
        self.setAccessibleName(self.tr("Edit {exercise}").format(exercise=name))
        for row in self.rows.values():
            row.set_value(self._value(row))
        self.body.picture.show_exercise(self.draft.now)
        self._advise()

    def _value(self, row: FormRow) -> object:
        assert self.draft is not None
        return self.draft.are_tags_checked if row.name == "tags_reviewed" else self.draft.value(row.name, row.language)

    def _on_edited(self, row: FormRow) -> None:
        if self._history is None or self.draft is None:
            return
        if row.name == "tags_reviewed":
            draft = replace(self.draft, are_tags_checked=bool(row.value()))
        else:
            draft = self.draft.with_value(row.name, row.language, row.value())
        self._history.change(draft, row.path)
        self.body.settle()
        if row.name == "region":
            self._show_neighbours()
        self.rows["tags_reviewed"].set_value(draft.are_tags_checked)
        self._advise()
        self._timer.start()

    def _on_put_back(self, row: FormRow) -> None:
        original = self._editing.original(self.draft.code) if self.draft else None
        if original is not None:
            row.set_value(value_of(original, row.name, row.language))
            self._on_edited(row)
            row.focus_part()

    def _step(self, *, forward: bool) -> None:
        """One step back or forth; the focus goes to the field that it was in."""
        history = self._history
        path = "" if history is None else history.redo_key if forward else history.undo_key
        if history is None or not (history.redo() if forward else history.undo()):
            return
        self._show_neighbours()
        self._fill()
        self._timer.start()
        if not self.rows[path].has_focus:
            self.body.reveal(self.rows[path])
        said = self.tr("Done again: {field}") if forward else self.tr("Undone: {field}")
        announce(self, said.format(field=field_name(path)))

    def _show_neighbours(self) -> None:
        assert self.draft is not None
        now = self.draft.now
        for name in ("easier", "harder"):
            row = self.rows[name]
            if isinstance(row, ComboRow):
                row.show_options(neighbour_options(self._desk_signals.desk.library, now))
                row.set_value(getattr(now, name))

    def _advise(self) -> None:
        """Say at each field and part what is to be said, what the original says, and what is not saved."""
        draft, library = self.draft, self._desk_signals.desk.library
        assert draft is not None
        assert self._history is not None
        self._said = said_of(self._editing, library, draft, was_refused=self._was_refused)
        original = self._editing.original(draft.code)
        for row in self.rows.values():
            said = self._said.get(row.path, Said())
            row.show_state(said.fault, " ".join(each for each in said.advice if each), is_wanted=said.is_wanted)
            value = None if row.name == "tags_reviewed" else draft.value(row.name, row.language)
            was = value if original is None or value is None else value_of(original, row.name, row.language)
            row.show_original(both_words(library, row.path, was, value)[0] if was != value else None)
        tags = self.rows["stress"]
        if isinstance(tags, PickRow):
            tags.offer(offered_tags(self._editing, draft))
        self.body.show_said(self._said)
        self.body.words.show_words(draft.now, missing_language(draft))
        self.foot.show_steps(self._history.undo_key, self._history.redo_key)
        self.foot.show_unsaved(draft.changed_paths(self.rows), is_new=draft.is_new)

    def _refuse(self, error: PTBuilderError) -> None:
        """Say why it was not kept, and go to the first field that is to blame."""
        self._was_refused = True
        self._advise()
        told = [each.fault for each in self._said.values() if each.fault]
        is_told = isinstance(error, BadInput) and told
        self.body.show_faults(" ".join(told) if is_told else str(error), has_places=bool(is_told))
        announce(self, self.body.faults.label.text())
        self.body.go_to_first_fault(self._said)

    def _read(self) -> None:
        """Let the worker read the whole text; what is typed from now on is a step of its own."""
        if self._history is not None:
            self._history.close_step()
            exercise = self._history.draft.now
            self._tasks.run(self, lambda: scores(exercise), self._on_read)

    def _on_read(self, found: tuple[Score, ...]) -> None:
        self.body.words.show_scores({each.language: each for each in found})
