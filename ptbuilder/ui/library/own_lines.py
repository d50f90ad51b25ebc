"""What the clinic did to an exercise, above its details: questions about a newer library, edits, an unfinished form."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ptbuilder.domain.exercise import FieldEdit
from ptbuilder.domain.library import Library
from ptbuilder.services.library.draft import BY_LANGUAGE
from ptbuilder.services.library.exercise_editing import ExerciseEditing, is_safety
from ptbuilder.ui.labels import short_date
from ptbuilder.ui.library.editing.words import both_words, field_name
from ptbuilder.ui.painting import Run
from ptbuilder.ui.theme import BETWEEN, Theme
from ptbuilder.ui.widgets.buttons import Button
from ptbuilder.ui.widgets.flow import FlowLayout
from ptbuilder.ui.widgets.notice import NoticeLine
from ptbuilder.ui.widgets.text import TextLabel


class ConflictLine(QWidget):
    """One question: the library has something new where the clinic has its own, or checked the tags; both are shown.

    ``answered`` carries own or new.
    """

    answered = Signal(str)

    def __init__(
        self,
        theme: Theme,
        path: str,
        own: str,
        new: str,
        *,
        is_of_review: bool = False,
        is_first: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("conflict_line")
        field = field_name(path)
        self.notice = NoticeLine(theme, "warn")
        meanwhile = self._meanwhile(path) if is_first else ""
        self.notice.show_line("warn", meanwhile, self._question(path, is_of_review=is_of_review))
        self.keep = Button(theme, self.tr("Keep what was checked") if is_of_review else self.tr("Keep yours"), small=True)
        self.take = Button(theme, self.tr("Take the new one"), small=True)
        for button, answer in ((self.keep, "own"), (self.take, "new")):
            button.setAccessibleName(f"{button.label}: {field}")
            button.clicked.connect(lambda _=False, answer=answer: self.answered.emit(answer))
        old = self.tr("Checked: ") if is_of_review else self.tr("Yours: ")
        self._lay_out(theme, (old, own), (self.tr("New: "), new))

    def _lay_out(self, theme: Theme, *values: tuple[str, str]) -> None:
        """The question, both values with their heads, and the two answers."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.notice)
        for head, words in values:
            label = TextLabel(theme, "", "body", wraps=True)
            label.set_runs([Run(head, "strong", "ink_2"), Run(_own_line(words), "body", "ink")])
            column.addWidget(label)
        ways = QWidget()
        flow = FlowLayout(ways, BETWEEN)
        flow.addWidget(self.keep)
        flow.addWidget(self.take)
        column.addWidget(ways)

    def _question(self, path: str, *, is_of_review: bool) -> str:
        if path == "tags_reviewed":
            text = self.tr("The library no longer counts the tags as reviewed.")
        elif is_of_review:
            text = self.tr("{field}: changed since you checked the tags.")
        elif path.partition(".")[0] in BY_LANGUAGE:
            text = self.tr("The library has a new text for {field}.")
        else:
            text = self.tr("The library has a new value for {field}.")
        return text.format(field=field_name(path))

    def _meanwhile(self, path: str) -> str:
        if not is_safety(path):
            return self.tr("Yours is used.")
        return self.tr("Until you answer, the stricter of both counts, and the tags count as not reviewed.")


class OpenLines(QWidget):
    """What waits for an answer, filled by ``show_exercise``: a newer library, and a form that was left unfinished."""

    answered = Signal(object, str)
    go_on_asked = Signal(str)
    throw_away_asked = Signal(str)

    def __init__(self, theme: Theme, editing: ExerciseEditing, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._editing = editing
        self._library = library
        self._code = ""
        self._conflicts = QVBoxLayout()
        self._conflicts.setSpacing(BETWEEN)
        self._unfinished = NoticeLine(theme, "note", self.tr("You began to change this. It is not saved yet."))
        self.go_on = Button(theme, self.tr("Go on"), small=True)
        self.go_on.setObjectName("go_on")
        self.throw_away = Button(theme, self.tr("Throw away"), "quiet", small=True)
        self._ways = QWidget()
        ways = FlowLayout(self._ways, BETWEEN)
        ways.addWidget(self.go_on)
        ways.addWidget(self.throw_away)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._conflicts)
        column.addWidget(self._unfinished)
        column.addWidget(self._ways)
        self.go_on.clicked.connect(lambda: self.go_on_asked.emit(self._code))
        self.throw_away.clicked.connect(lambda: self.throw_away_asked.emit(self._code))

    @property
    def conflict_lines(self) -> Sequence[ConflictLine]:
        """The questions that stand open."""
        items = (self._conflicts.itemAt(place) for place in range(self._conflicts.count()))
        return [line for item in items if item is not None and isinstance(line := item.widget(), ConflictLine)]

    def show_exercise(self, code: str, *, is_unfinished: bool) -> None:
        """Ask what there is to ask about one exercise."""
        self._code = code
        self._show_conflicts()
        self._unfinished.setVisible(is_unfinished)
        self._ways.setVisible(is_unfinished)
        self.setVisible(is_unfinished or self._conflicts.count() > 0)

    def _show_conflicts(self) -> None:
        for line in self.conflict_lines:
            self._conflicts.removeWidget(line)
            line.hide()
            line.deleteLater()
        is_told = False
        for conflict in self._editing.conflicts(self._code):
            path = conflict.edit.path
            own, new = both_words(self._library, path, conflict.edit.value, conflict.shipped)
            said = is_safety(path)
            line = ConflictLine(self.theme, path, own, new, is_of_review=conflict.is_of_review, is_first=not (said and is_told))
            is_told = is_told or said
            line.answered.connect(lambda answer, conflict=conflict: self.answered.emit(conflict, answer))
            self._conflicts.addWidget(line)


class EditsLine(QWidget):
    """What the clinic changed in a shipped exercise, by whom and when; not there where it is as shipped."""

    put_back_asked = Signal(str)

    def __init__(self, theme: Theme, editing: ExerciseEditing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("edits_line")
        self.notice = NoticeLine(theme, "note")
        self._editing = editing
        self._code = ""
        self.put_back = Button(theme, self.tr("Back to the original"), "quiet", small=True)
        self.put_back.setObjectName("exercise_put_back")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.notice)
        column.addWidget(self.put_back)
        self.put_back.clicked.connect(lambda: self.put_back_asked.emit(self._code))

    def show_exercise(self, code: str) -> None:
        """Say it of one exercise."""
        self._code = code
        edits = self._editing.edits(code)
        self.setVisible(bool(edits))
        if edits:
            self.notice.show_line("note", self._words(edits), self.tr("Edited by the clinic:"))

    def _words(self, edits: Sequence[FieldEdit]) -> str:
        idle = {each.path for each in self._editing.idle(self._code)}
        names = dict.fromkeys(field_name(each.path) for each in edits if each.path not in (*idle, "reviewed"))
        last = max(edits, key=lambda each: each.at)
        who = ", ".join(part for part in (last.by, short_date(last.at.date())) if part)
        said = [self.tr("{fields}. {who}. The shipped text is kept.").format(fields=_listed(names), who=who)] if names else []
        if idle:
            fields = ", ".join(map(field_name, sorted(idle)))
            said.append(self.tr("Not used, since the library no longer knows it: {fields}.").format(fields=fields))
        return " ".join(said)


def _own_line(words: str) -> str:
    """Several lines begin below their head, one goes on behind it."""
    return f"\u2028{words}" if "\u2028" in words else words


def _listed(names: Iterable[str]) -> str:
    """Names in a sentence: the first as it is, the others in small letters."""
    first, *others = names
    return ", ".join((first, *(each[:1].lower() + each[1:] for each in others)))
