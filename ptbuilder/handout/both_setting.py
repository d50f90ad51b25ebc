"""A setting that says everything in English and Spanish with a stroke between them, for what has one place: tables, heads."""

from __future__ import annotations

from datetime import date

from ptbuilder.domain.handout import Sheet, SheetExercise
from ptbuilder.domain.text import Text
from ptbuilder.handout.frame import Frame
from ptbuilder.handout.geometry import CONTENT_WIDTH, run_width
from ptbuilder.handout.setting import Setting
from ptbuilder.handout.theme import Style
from ptbuilder.wording.fixed import Run
from ptbuilder.wording.log import Week

STROKE = " / "
_SHORTER = {"kind-exercises": "kind-exercises-short"}
"""Words that are too long for their place when they are said twice."""


class BothSetting(Setting):
    """Shares the faces and drawings of the settings that it joins."""

    def __init__(self, english: Setting, spanish: Setting) -> None:
        super().__init__(english.choices, "en", english.faces)
        self.drawings = english.drawings
        self._pair = (english, spanish)

    def say(self, key: str, **parts: object) -> str:
        """Fixed words in both languages; once where they are equal."""
        key = _SHORTER.get(key, key)
        return joined(*(setting.say(key, **parts) for setting in self._pair))

    def runs(self, key: str, **parts: object) -> tuple[Run, ...]:
        """Fixed words in both languages."""
        first, second = (setting.runs(key, **parts) for setting in self._pair)
        return first if first == second else (*first, Run(" / "), *second)

    def text(self, text: Text) -> str:
        """The library's words in both languages."""
        return joined(*(setting.text(text) for setting in self._pair))

    def paragraph(self, frame: Frame, key: str, style: Style, top: float, **parts: object) -> float:
        """Fixed words as a paragraph in each language, one below the other."""
        for setting in self._pair:
            with frame.tag("P", language=setting.language):
                lines = setting.lines(setting.say(key, **parts), style, run_width(style.size))
                top = frame.text(0, top, lines, style)
        return top

    def phrase(self, frame: Frame, text: str, style: Style, x: float, top: float, width: float = CONTENT_WIDTH) -> float:
        """Words whose halves carry their languages: on one line where they fit, else each on lines of its own."""
        first, stroke, second = text.partition(STROKE)
        halves = [(self._pair[0], first + stroke.rstrip()), (self._pair[1], second)] if second else [(self._pair[0], first)]
        is_beside = self.fits(text, style, width, bold=True)
        for setting, words in halves:
            with frame.tag("Span", language=setting.language):
                below = frame.text(x, top, setting.lines(words, style, width, bold=True), style)
            if is_beside:
                x += setting.width(f"{words} ", style, bold=True)
            else:
                top = below
        return below

    def row_name(self, of: SheetExercise) -> tuple[Run, ...]:
        """Number, both names, and the days in both languages."""
        first, second = (setting.row_name(of) for setting in self._pair)
        days = (Run(joined(first[2].text, second[2].text.strip()), bold=True),) if len(first) > 2 else ()
        return (first[0], Run(joined(first[1].text, second[1].text.strip())), *days)

    def short_dose(self, of: SheetExercise) -> str:
        """The dose on one line in both languages."""
        return joined(*(setting.short_dose(of) for setting in self._pair))

    def weeks(self, sheet: Sheet) -> tuple[Week, ...]:
        """The weeks with headings in both languages."""
        first, second = (setting.weeks(sheet) for setting in self._pair)
        return tuple(Week(joined(one.heading, two.heading), one.days) for one, two in zip(first, second, strict=True))

    def weekday(self, day: date) -> tuple[str, ...]:
        """The short name of a day in each language."""
        return tuple(name for setting in self._pair for name in setting.weekday(day))

    def long_day(self, day: date) -> str:
        """The day in full, in both languages."""
        return joined(*(setting.long_day(day) for setting in self._pair))


def joined(first: str, second: str) -> str:
    """Both with a stroke between them; once where they are equal."""
    return first if first == second else f"{first}{STROKE}{second}"
