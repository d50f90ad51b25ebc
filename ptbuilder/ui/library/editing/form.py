"""The form of one exercise: fields in groups, what the original says, advice while one types; Ctrl+Enter keeps, Esc leaves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ptbuilder.domain.errors import BadInput, PTBuilderError
from ptbuilder.domain.text import say
from ptbuilder.services.library.draft import BY_LANGUAGE, Draft, value_of
from ptbuilder.services.library.exercise_editing import ExerciseEditing
from ptbuilder.services.library.own_reading import Score, hard_places, scores
from ptbuilder.ui.announcing import announce
from ptbuilder.ui.desk_signals import DeskSignals
from ptbuilder.ui.labels import language
from ptbuilder.ui.library.editing.choice_rows import ComboRow, PickRow
from ptbuilder.ui.library.editing.rows import FormRow
from ptbuilder.ui.library.editing.sections import Section, fact_sections, neighbour_options, word_rows
from ptbuilder.ui.library.editing.words import LANGUAGE_NAMES, advice_words, both_words, hard_words, score_words
from ptbuilder.ui.tasks import TaskRunner
from ptbuilder.ui.theme import BETWEEN, EDGE, GROUP, ROW, Theme
from ptbuilder.ui.widgets.buttons import Button
from ptbuilder.ui.widgets.notice import NoticeLine
from ptbuilder.ui.widgets.scrolling import scrollable
from ptbuilder.ui.widgets.segmented import SegmentedChoice
from ptbuilder.ui.widgets.text import TextLabel
from ptbuilder.ui.widgets.themed import Ground

READ_AFTER_MS = 500
"""So long after the last key the whole text is read for its grade."""


class ExerciseForm(Ground):
    """Filled by ``show_draft``; ``draft`` is what is filled in by now. ``saved`` carries the code, ``left`` follows Esc."""

    saved = Signal(str)
    left = Signal()

    def __init__(
        self, theme: Theme, editing: ExerciseEditing, desk_signals: DeskSignals, tasks: TaskRunner, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "window", ("left",), parent)
        self.setObjectName("exercise_form")
        self._editing = editing
        self._desk_signals = desk_signals
        self._tasks = tasks
        self.draft: Draft | None = None
        self._language = "en"
        self._title = TextLabel(theme, "", "heading", wraps=True)
        self._faults = NoticeLine(theme, "warn")
        self._faults.setObjectName("form_faults")
        options = tuple(LANGUAGE_NAMES.items())
        self.languages = SegmentedChoice(theme, options, may_be_none=False)
        self.languages.setAccessibleName(self.tr("Language of the words"))
        self._score = TextLabel(theme, "", "caption", "ink_2", wraps=True)
        self._score.setObjectName("reading_score")
        words = word_rows(theme)
        sections = fact_sections(theme, desk_signals.desk.library)
        self.rows: dict[str, FormRow] = {row.name: row for group in (words, *(rows for _, rows in sections)) for row in group}
        self.save_button = Button(theme, self.tr("Save"), "primary", key="Ctrl Enter")
        self.save_button.setObjectName("form_save")
        self.leave_button = Button(theme, self.tr("Leave"), key="Esc")
        self.leave_button.setObjectName("form_leave")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(READ_AFTER_MS)
        self._lay_out(words, sections)
        self._connect()

    # ---- what it does -----------------------------------------------------------------------------------------------

    def show_draft(self, draft: Draft) -> None:
        """Fill the form in and put the cursor where one begins: into the name of a new exercise, else into the first step."""
        self.draft = draft
        self._language = language()
        self.languages.set_value(self._language)
        self._faults.hide()
        self._show_neighbours()
        self._fill()
        self._read()
        self._area.verticalScrollBar().setValue(0)
        self.rows["name" if draft.is_new else "steps"].focus_part()

    def focus_again(self) -> None:
        """Put the focus where it was in the form."""
        last = self.focusWidget()
        if last is not None:
            last.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.rows["steps"].focus_part()

    def save(self) -> None:
        """Keep what is filled in; what cannot be kept is said at the top, and stays filled in."""
        draft = self.draft
        if draft is None:
            return
        try:
            kept = self._editing.save(draft.now, are_tags_checked=draft.are_tags_checked)
        except PTBuilderError as error:
            says = " ".join(each.expected for each in error.faults) if isinstance(error, BadInput) else str(error)
            self._faults.show_line("warn", says, self.tr("Not saved."))
            self._faults.show()
            self._area.ensureWidgetVisible(self._faults)
            announce(self, self._faults.label.text())
            return
        self.draft = None
        self.saved.emit(kept.code)

    # ---- Qt ---------------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Take Ctrl+Enter before the window, which would take the suggested program with it.

        Undo stays in the form too: who takes back one letter too many must not undo a step of the patient's program.
        """
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and (_is_save(event) or _is_undo(event)):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter keeps, Esc leaves, Enter does nothing to what lies around the form."""
        if _is_save(event):
            self.save()
        elif _is_undo(event):
            event.accept()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Up, Qt.Key.Key_Down):
            super().keyPressEvent(event)

    # ---- inside -----------------------------------------------------------------------------------------------------

    def _lay_out(self, words: Sequence[FormRow], sections: Sequence[Section]) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(EDGE, ROW, EDGE, EDGE)
        column.setSpacing(ROW)
        column.addWidget(self._title)
        column.addWidget(self._faults)
        column.addWidget(self.languages, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._score)
        for row in words:
            column.addWidget(row)
        for title, rows in sections:
            column.addSpacing(GROUP - ROW)
            column.addWidget(TextLabel(self.theme, title, "name"))
            for row in rows:
                column.addWidget(row)
        column.addStretch(1)
        self._area = scrollable(inside)
        foot = Ground(self.theme, "window", ("top",))
        line = QHBoxLayout(foot)
        line.setContentsMargins(EDGE, BETWEEN, EDGE, BETWEEN)
        line.setSpacing(BETWEEN)
        line.addWidget(self.save_button)
        line.addWidget(self.leave_button)
        line.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._area, 1)
        whole.addWidget(foot)

    def _connect(self) -> None:
        for row in self.rows.values():
            row.edited.connect(lambda row=row: self._on_edited(row))
            row.put_back_asked.connect(lambda row=row: self._on_put_back(row))
        self.languages.chosen.connect(self._on_language)
        self.save_button.clicked.connect(self.save)
        self.leave_button.clicked.connect(self.left)
        self._timer.timeout.connect(self._read)

    def _fill(self) -> None:
        assert self.draft is not None
        name = say(self.draft.now.name, language()) or self.tr("New exercise")
        self._title.set_text(name)
        self.setAccessibleName(self.tr("Edit {exercise}").format(exercise=name))
        for row in self.rows.values():
            row.set_value(self._value(row.name))
        self._advise()

    def _value(self, name: str) -> object:
        assert self.draft is not None
        return self.draft.are_tags_checked if name == "tags_reviewed" else self.draft.value(name, self._language)

    def _on_edited(self, row: FormRow) -> None:
        if self.draft is None:
            return
        if row.name == "tags_reviewed":
            self.draft = replace(self.draft, are_tags_checked=bool(row.value()))
        else:
            self.draft = self.draft.with_value(row.name, self._language, row.value())
        if row.name == "region":
            self._show_neighbours()
        self.rows["tags_reviewed"].set_value(self.draft.are_tags_checked)
        self._advise()
        self._timer.start()

    def _on_put_back(self, row: FormRow) -> None:
        original = self._editing.original(self.draft.code) if self.draft else None
        if original is not None:
            row.set_value(value_of(original, row.name, self._language))
            self._on_edited(row)
            row.focus_part()

    def _on_language(self, chosen: str) -> None:
        self._language = chosen
        self._fill()

    def _show_neighbours(self) -> None:
        assert self.draft is not None
        now = self.draft.now
        for name in ("easier", "harder"):
            row = self.rows[name]
            if isinstance(row, ComboRow):
                row.show_options(neighbour_options(self._desk_signals.desk.library, now))
                row.set_value(getattr(now, name))

    def _advise(self) -> None:
        """Say under each field what could be better, and what the original says."""
        draft, library = self.draft, self._desk_signals.desk.library
        assert draft is not None
        original = self._editing.original(draft.code)
        told: dict[str, list[str]] = {}
        advice = self._editing.advice(draft.now)
        self._offer_tags(next((each.values["codes"] for each in advice if each.kind == "tags"), ()))
        for each in advice:
            name, _, of = each.path.partition(".")
            if of in ("", self._language):
                told.setdefault(name, []).append(advice_words(library, each.kind, each.values))
        for name, row in self.rows.items():
            value = draft.value(name, self._language) if name != "tags_reviewed" else None
            if name in BY_LANGUAGE and name != "aliases":
                texts = value if isinstance(value, tuple) else (value,)
                places = [place for text in texts for place in hard_places(str(text or ""), self._language)]  # type: ignore[arg-type]
                told.setdefault(name, []).append(hard_words(places))
            row.show_advice(" ".join(each for each in told.get(name, ()) if each))
            was = value_of(original, name, self._language) if original is not None and name != "tags_reviewed" else value
            row.show_original(both_words(library, name, was, value)[0] if was != value else None)
        self._show_review(draft)

    def _offer_tags(self, codes: object) -> None:
        row = self.rows["stress"]
        if isinstance(row, PickRow) and isinstance(codes, tuple):
            row.offer(codes)

    def _show_review(self, draft: Draft) -> None:
        row = self.rows["tags_reviewed"]
        if draft.are_tags_checked or (draft.now.tags_reviewed and not draft.are_tags_touched):
            row.show_advice("")
        else:
            row.show_advice(self.tr("Until somebody has checked them it counts as risky and is not suggested."))

    def _read(self) -> None:
        """Let the worker read the whole text."""
        if self.draft is not None:
            exercise = self.draft.now
            self._tasks.run(self, lambda: scores(exercise), self._on_read)

    def _on_read(self, found: tuple[Score, ...]) -> None:
        self._score.set_color("ink_2" if all(each.is_good for each in found) else "warn")
        self._score.set_text(score_words(found))
        self._score.setVisible(bool(found))


def _is_save(event: QKeyEvent) -> bool:
    is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return is_enter and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)


def _is_undo(event: QKeyEvent) -> bool:
    return event.key() in (Qt.Key.Key_Z, Qt.Key.Key_Y) and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
