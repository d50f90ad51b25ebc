"""What every block of one document shares: the faces, the language, the choices, and the setting of words into lines."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ptbuilder.domain.clinic import HandoutChoices
from ptbuilder.domain.handout import Sheet, SheetExercise
from ptbuilder.domain.text import Text
from ptbuilder.domain.text import say as say_text
from ptbuilder.handout.drawings import Drawings
from ptbuilder.handout.faces import Faces
from ptbuilder.handout.frame import Frame
from ptbuilder.handout.geometry import CONTENT_WIDTH, PageSize, page_size, run_width
from ptbuilder.handout.lines import Boxed, Boxes, Line, broken, one_line, width_of
from ptbuilder.handout.theme import Style, Theme, theme
from ptbuilder.wording import dates, dose, fixed, log
from ptbuilder.wording.fixed import Run
from ptbuilder.wording.numbers import glue

Words = str | Run | Sequence[Run]


class Setting:
    """Sets words of one language; a document of two languages has two settings that share their faces."""

    def __init__(self, choices: HandoutChoices, language: str, faces: Faces | None = None) -> None:
        self.choices = choices
        self.language = language
        self.faces = faces or Faces()
        self.theme: Theme = theme(choices.ink)
        self.page: PageSize = page_size(choices.paper)
        self.drawings = Drawings(choices.ink)
        self._lines: dict[tuple[str, float, bool], Line] = {}
        self._broken: dict[tuple[object, float, float, bool], tuple[Line, ...]] = {}
        self._boxes = Boxes(self.faces)
        self._boxed: dict[tuple[object, bool], Boxed] = {}
        self._row_names: dict[str, tuple[Run, ...]] = {}
        self._widths: dict[tuple[object, float, bool], float] = {}

    def say(self, key: str, **parts: object) -> str:
        """Fixed words."""
        return fixed.say(key, self.language, **parts)

    def runs(self, key: str, **parts: object) -> tuple[Run, ...]:
        """Fixed words in their weights."""
        return fixed.runs(key, self.language, **parts)

    def text(self, text: Text) -> str:
        """The library's words in this language, numbers kept with their units."""
        return glue(say_text(text, self.language))

    def row_name(self, of: SheetExercise) -> tuple[Run, ...]:
        """Number and name of an exercise as the log names it."""
        found = self._row_names.get(of.id)
        if found is None:
            found = self._row_names[of.id] = log.row_name(of, self.language)
        return found

    def short_dose(self, of: SheetExercise) -> str:
        """The dose of an exercise on one line."""
        return dose.short(of.dosage, of.side, self.language)

    def weeks(self, sheet: Sheet) -> tuple[log.Week, ...]:
        """The weeks of the log."""
        return log.weeks(sheet, self.language)

    def weekday(self, day: date) -> tuple[str, ...]:
        """The short name of a day, a line for each language."""
        return (dates.short_weekday(day, self.language),)

    def long_day(self, day: date) -> str:
        """The day with its weekday in full."""
        return dates.weekday_day(day, self.language, self.choices.paper)

    def lines(self, words: Words, style: Style, width: float, *, bold: bool = False) -> tuple[Line, ...]:
        """The words broken into lines of at most ``width`` points; broken once for all rungs and pages of a document."""
        told = words if isinstance(words, (str, tuple)) else tuple(words)
        key = (told, style.size, width, bold)
        found = self._broken.get(key)
        if found is None:
            found = self._broken[key] = broken(self.faces, self._parted(told, bold), style.size, width)
        return found

    def _parted(self, told: str | Run | tuple[Run, ...], bold: bool) -> Boxed:
        """The words in boxes, the same for all columns."""
        found = self._boxed.get((told, bold))
        if found is None:
            found = self._boxed[told, bold] = self._boxes.of(_runs(told, bold))
        return found

    def line(self, words: Words, style: Style, *, bold: bool = False) -> Line:
        """The words on one line however long; set once for a document if they are plain text."""
        if not isinstance(words, str):
            return one_line(self.faces, _runs(words, bold), style.size)
        key = (words, style.size, bold)
        found = self._lines.get(key)
        if found is None:
            found = self._lines[key] = one_line(self.faces, (Run(words, bold),), style.size)
        return found

    def width(self, words: Words, style: Style, *, bold: bool = False) -> float:
        """The width of the words on one line, in points."""
        told = words if isinstance(words, (str, tuple)) else tuple(words)
        key = (told, style.size, bold)
        found = self._widths.get(key)
        if found is None:
            found = self._widths[key] = width_of(self.faces, _runs(told, bold), style.size)
        return found

    def heading(self, frame: Frame, kind: str, text: str, style: Style, *, top: float = 0, width: float = CONTENT_WIDTH) -> float:
        """A bold heading as an element of ``kind``; gives the height below it."""
        with frame.tag(kind):
            return self.phrase(frame, text, style, 0, top, width)

    def paragraph(self, frame: Frame, key: str, style: Style, top: float, **parts: object) -> float:
        """Fixed words as a paragraph at the left; gives the height below it."""
        return frame.say("P", 0, top, self.lines(self.say(key, **parts), style, run_width(style.size)), style)

    def phrase(self, frame: Frame, text: str, style: Style, x: float, top: float, width: float = CONTENT_WIDTH) -> float:
        """Bold fixed words as content of the open element; gives the height below them."""
        return frame.text(x, top, self.lines(text, style, width, bold=True), style)

    def fits(self, words: Words, style: Style, width: float, *, bold: bool = False) -> bool:
        """Whether the words stand on one line of ``width`` points."""
        return self.width(words, style, bold=bold) <= width


def _runs(words: Words, bold: bool) -> Sequence[Run]:
    if isinstance(words, str):
        return (Run(words, bold),)
    return (words,) if isinstance(words, Run) else words
