"""The words of both languages beside each other, each with how easily it reads; one at a time where there is little width."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ptbuilder.domain.exercise import Exercise
from ptbuilder.domain.text import LANGUAGES, Language
from ptbuilder.services.library.own_reading import Score, reading_of
from ptbuilder.services.paper.note_reading import MOST_WORDS
from ptbuilder.ui.library.editing.rows import FormRow
from ptbuilder.ui.library.editing.sections import word_rows
from ptbuilder.ui.library.editing.words import LANGUAGE_NAMES, reading_words, untranslated_words
from ptbuilder.ui.theme import EDGE, ROW, Theme
from ptbuilder.ui.widgets.notice import NoticeLine
from ptbuilder.ui.widgets.segmented import SegmentedChoice
from ptbuilder.ui.widgets.text import TextLabel


class LanguageHead(QWidget):
    """A language by its name, how what is written in it reads, and what is printed where nothing is."""

    def __init__(self, theme: Theme, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language: Language = language
        self._score: Score | None = None
        self._exercise: Exercise | None = None
        self.setObjectName(f"language_{language}")
        self.reading = TextLabel(theme, "", "caption", "ink_2", wraps=True)
        self.reading.setObjectName(f"reading_{language}")
        self.notice = NoticeLine(theme, "note", untranslated_words(language))
        self.notice.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self.title = TextLabel(theme, LANGUAGE_NAMES[language], "name")
        column.addWidget(self.title)
        column.addWidget(self.reading)
        column.addWidget(self.notice)

    def show_words(self, exercise: Exercise, *, is_missing: bool) -> None:
        """Count what can be counted at once; ``is_missing`` says that only the other language is written."""
        self._exercise = exercise
        self.notice.setVisible(is_missing)
        self._show()

    def show_score(self, score: Score | None) -> None:
        """Add grade or ease, which come later."""
        self._score = score
        self._show()

    def _show(self) -> None:
        reading = reading_of(self._exercise, self._language) if self._exercise is not None else None
        self.reading.setVisible(reading is not None)
        if reading is None:
            return
        is_good = (self._score is None or self._score.is_good) and reading.longest <= MOST_WORDS and not reading.hard
        self.reading.set_color("ink_2" if is_good else "warn")
        self.reading.set_text(reading_words(reading, self._score))


class WordsPart(QWidget):
    """``rows`` by path (``steps.es``). Where only one language has room, ``languages`` chooses it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heads = {each: LanguageHead(theme, each) for each in LANGUAGES}
        columns = {each: word_rows(theme, each) for each in LANGUAGES}
        self.rows: dict[str, FormRow] = {row.path: row for rows in zip(*columns.values(), strict=True) for row in rows}
        self.languages = SegmentedChoice(theme, tuple(LANGUAGE_NAMES.items()), may_be_none=False)
        self.languages.setAccessibleName(self.tr("Language of the words"))
        self._is_wide = True
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(EDGE)
        self._grid.setVerticalSpacing(ROW)
        self._grid.addWidget(self.languages, 0, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)
        top = Qt.AlignmentFlag.AlignTop
        for place, parts in enumerate((tuple(self.heads.values()), *zip(*columns.values(), strict=True)), start=1):
            for column, part in enumerate(parts):  # line by line, as Tab goes
                self._grid.addWidget(part, place, column)
                self._grid.setAlignment(part, top)
        self.languages.chosen.connect(self.show_language)
        self.show_language("en")

    def show_language(self, language: str) -> None:
        """Where one language alone has room, show this one."""
        self.languages.set_value(language)
        self._show()

    def set_wide(self, is_wide: bool) -> None:
        """Show both languages, or one of them."""
        if is_wide != self._is_wide:
            self._is_wide = is_wide
            self._show()

    def show_words(self, exercise: Exercise, missing: str) -> None:
        """Count what each language has; ``missing`` is the one in which nothing is written."""
        for language, head in self.heads.items():
            head.show_words(exercise, is_missing=language == missing)

    def show_scores(self, scores: Mapping[str, Score]) -> None:
        """Show grade and ease."""
        for language, head in self.heads.items():
            head.show_score(scores.get(language))

    def _show(self) -> None:
        self.languages.setVisible(not self._is_wide)
        for language, head in self.heads.items():
            is_shown = self._is_wide or language == self.languages.value
            head.setVisible(is_shown)
            head.title.setVisible(self._is_wide)  # above one language alone the choice names it
            for row in self.rows.values():
                if row.language == language:
                    row.setVisible(is_shown)
        for column, language in enumerate(self.heads):
            is_shown = self._is_wide or language == self.languages.value
            self._grid.setColumnStretch(column, 1 if is_shown else 0)
        self._grid.setHorizontalSpacing(EDGE if self._is_wide else 0)
