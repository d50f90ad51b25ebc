"""Two languages side by side: what is said twice shares a row, English left, and each half carries its language."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ptbuilder.handout.both_setting import BothSetting
from ptbuilder.handout.frame import Frame
from ptbuilder.handout.geometry import mm
from ptbuilder.handout.lines import Line
from ptbuilder.handout.setting import Setting, Words
from ptbuilder.handout.theme import BODY, Style

COLUMN = mm(84)
SECOND = mm(90)
Say = Callable[[Setting], Words]


class Pair:
    """The settings of both languages; ``english`` also sets what stands once, ``setting`` what is said twice in one place."""

    def __init__(self, english: Setting, spanish: Setting) -> None:
        self.english = english
        self.spanish = spanish
        self.setting = BothSetting(english, spanish)

    @property
    def both(self) -> tuple[Setting, Setting]:
        """English first."""
        return self.english, self.spanish

    def paragraph(
        self,
        frame: Frame,
        say: Say,
        top: float,
        *,
        x: float = 0,
        second: float = SECOND,
        width: float = COLUMN,
        style: Style = BODY,
    ) -> float:
        """The same paragraph in both columns; gives the height below the longer one."""
        return self.row(frame, "P", [setting.lines(say(setting), style, width) for setting in self.both], top, (x, second), style)

    def row(
        self, frame: Frame, kind: str, halves: Sequence[Sequence[Line]], top: float, at: tuple[float, float], style: Style = BODY
    ) -> float:
        """Lines in both columns as elements of ``kind``; gives the height below the longer half."""
        for lines, x, setting in zip(halves, at, self.both, strict=True):
            with frame.tag(kind, language=setting.language):
                frame.text(x, top, lines, style)
        return top + max(len(lines) for lines in halves) * style.leading


def middle_line(frame: Frame, top: float, bottom: float) -> None:
    """The hairline between the columns."""
    x = (COLUMN + SECOND) / 2
    frame.line(x, top, x, bottom, 0.6, "line")
