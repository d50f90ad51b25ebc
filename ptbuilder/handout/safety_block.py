"""The safety page: what is fine, when to stop, whom to call, when to change a step, the next visit, room for questions.

It is one unit that never splits and cannot be left out.
"""

from __future__ import annotations

from collections.abc import Sequence

from ptbuilder.domain.handout import Sheet
from ptbuilder.handout.exercise_words import ExerciseWords
from ptbuilder.handout.frame import Frame
from ptbuilder.handout.geometry import CONTENT_WIDTH, RUN_12, mm
from ptbuilder.handout.icons import GRID
from ptbuilder.handout.lines import Line
from ptbuilder.handout.setting import Setting
from ptbuilder.handout.tags import TH_COLUMN, TH_ROW
from ptbuilder.handout.theme import BODY, HEADING, NAME, Style
from ptbuilder.wording import head, safety
from ptbuilder.wording.fixed import Run

_TEXT_AT = mm(18)
_SECOND_AT = mm(99.6)
_SIGN = mm(12)
_SIGN_TEXT, _BETWEEN_SIGNS = mm(4.7), mm(0.5)
_LINE_GAP = mm(9)
_FEWEST_LINES = 2
_ABOVE_EMERGENCY = mm(0.8)
_PADS = (mm(2.6), mm(1.7), mm(1.2))
_MOST_PADS = 12
"""More pads than the page has: what is too tall by more than these can give is too tall in any case."""


class SafetyBlock:
    """The page set once; ``frame`` fills the room it gets with writing lines, ``fewest_lines`` or none at least."""

    def __init__(
        self,
        setting: Setting,
        sheet: Sheet,
        room: float,
        moved: Sequence[ExerciseWords] = (),
        *,
        fewest_lines: int = _FEWEST_LINES,
    ) -> None:
        self._setting = setting
        self._fewest_lines = fewest_lines
        for pad in _PADS:
            self._content = _content(setting, sheet, moved, pad)
            if self.least_height <= room or self.least_height - _MOST_PADS * (pad - _PADS[-1]) > room:
                break

    @property
    def least_height(self) -> float:
        """What it takes with the fewest writing lines."""
        return self._content.height + (HEADING.leading + self._fewest_lines * _LINE_GAP if self._fewest_lines else 0)

    def frame(self, room: float) -> Frame:
        """The block with as many writing lines as ``room`` holds, at least the fewest."""
        number = max(self._fewest_lines, int((room - self._content.height - HEADING.leading - mm(3)) / _LINE_GAP))
        frame = Frame()
        frame.height = frame.add(self._content, 0, 0)
        if number < 1:
            return frame
        y = writing_lines(frame, self._setting, self._setting.say("my-questions"), self._content.height, number)
        frame.height = y
        return frame


def _content(setting: Setting, sheet: Sheet, moved: Sequence[ExerciseWords], pad: float) -> Frame:
    """All but the writing lines, with ``pad`` above and below the rungs of the ladder."""
    frame = Frame()
    y = _ladder(frame, setting, sheet, pad)
    y = _rule(frame, setting, sheet, y + pad * 1.6)
    if moved:
        y = frame.add(way_out_table(setting, moved), 0, y + mm(2.2))
    y = _messages(frame, setting, sheet, y)
    y = _visit(frame, setting, sheet, y + mm(2.2))
    frame.height = y + mm(3.4)
    return frame


def writing_lines(
    frame: Frame,
    setting: Setting,
    title: str,
    top: float,
    number: int,
    gap: float = _LINE_GAP,
    style: Style = HEADING,
    kind: str = "H3",
) -> float:
    """A heading with lines to write on; gives the height of the last line."""
    with frame.tag("Sect"):
        y = setting.heading(frame, kind, title, style, top=top)
    for _ in range(number):
        y += gap
        frame.line(0, y, CONTENT_WIDTH, y, 0.6, "line")
    return y


def _ladder(frame: Frame, setting: Setting, sheet: Sheet, pad: float) -> float:
    with frame.tag("Sect"):
        y = frame.say("H2", 0, 0, setting.lines(setting.say("stay-safe"), NAME, CONTENT_WIDTH, bold=True), NAME) + mm(1.6)
        y = _rung(frame, setting, "fine", setting.say("fine"), y, pad, lines=safety.fine(sheet, setting.language))
        y = _rung(frame, setting, "stop", setting.say("stop-have"), y, pad, signs=safety.stop_signs(sheet, setting.language))
        y = _rung(frame, setting, "call", setting.say("call-have"), y, pad, signs=safety.call_signs(sheet, setting.language))
        return _emergency(frame, setting, sheet, y + _ABOVE_EMERGENCY)


def _rung(
    frame: Frame,
    setting: Setting,
    icon: str,
    title: str,
    y: float,
    pad: float,
    *,
    lines: Sequence[tuple[Run, ...]] = (),
    signs: Sequence[str] = (),
) -> float:
    """One rung: a rule, a sign, a heading, then lines or a list in two columns."""
    frame.line(0, y, CONTENT_WIDTH, y, 0.6, "line")
    top = y + pad
    frame.form(f"I-{icon}", mm(0.6), top + mm(0.8), _SIGN / GRID)
    below = frame.say("H3", _TEXT_AT, top, setting.lines(title, HEADING, CONTENT_WIDTH - _TEXT_AT, bold=True), HEADING) + mm(0.6)
    for runs in lines:
        below = frame.say("P", _TEXT_AT, below, setting.lines(runs, BODY, RUN_12), BODY)
    if signs:
        below = sign_list(frame, setting, signs, (_TEXT_AT, _SECOND_AT), CONTENT_WIDTH, below)
    return max(below, top + _SIGN + mm(0.8)) + pad


def sign_list(
    frame: Frame,
    setting: Setting,
    signs: Sequence[str],
    columns: tuple[float, float],
    right: float,
    top: float,
    style: Style = BODY,
) -> float:
    """A list in two columns of about equal height, the first read to its end; gives the height below the higher one."""
    widths = (columns[1] - columns[0] - _SIGN_TEXT - mm(3), right - columns[1] - _SIGN_TEXT - mm(3))
    broken = [[setting.lines(sign, style, width) for sign in signs] for width in widths]

    def height(column: Sequence[Sequence[Line]]) -> float:
        return sum(len(lines) * style.leading + _BETWEEN_SIGNS for lines in column) - _BETWEEN_SIGNS

    def most(at: int) -> float:
        return max(height(broken[0][:at]), height(broken[1][at:]))

    at = min(range(1, max(len(signs), 1) + 1), key=lambda at: (most(at), -at))
    below = top
    with frame.tag("L"):
        for column, x in ((broken[0][:at], columns[0]), (broken[1][at:], columns[1])):
            y = top
            for lines in column:
                frame.centred("I-dot", x + mm(1.6), y + style.baseline - style.size * 0.27, style.size * 0.34)
                with frame.tag("LI"):
                    below = max(below, frame.say("LBody", x + _SIGN_TEXT, y, lines, style))
                y += len(lines) * style.leading + _BETWEEN_SIGNS
    return below


def _emergency(frame: Frame, setting: Setting, sheet: Sheet, y: float) -> float:
    """The strongest rung in a box of its own: a thick edge, a triangle and its heading."""
    inner = Frame()
    text_at, top = mm(21.3), mm(2.6)
    title = safety.er_heading(sheet, setting.language)
    title_lines = setting.lines(title, HEADING, CONTENT_WIDTH - text_at, bold=True)
    inner.form("I-danger", mm(3.6), mm(3.2), mm(12.8) / GRID, "red")
    below = inner.say("H3", text_at, top, title_lines, HEADING, "red") + mm(0.6)
    below = sign_list(inner, setting, safety.er_signs(setting.language), (text_at, _SECOND_AT), CONTENT_WIDTH - mm(2), below) + mm(
        1.2
    )
    below = inner.say("P", text_at, below, setting.lines(setting.say("do-not-wait"), BODY, RUN_12, bold=True), BODY) + mm(2.2)
    frame.box(0, y, CONTENT_WIDTH, below, radius=mm(2), edge=2.2, edge_colour="red")
    frame.add(inner, 0, y)
    return y + below


def _rule(frame: Frame, setting: Setting, sheet: Sheet, top: float) -> float:
    """When to take a step back or on, in two columns, and two short rules."""
    sign, text_at = mm(3.4), mm(5)
    column, second = mm(82), mm(92)
    with frame.tag("Sect"):
        y = frame.say("H2", 0, top, setting.lines(setting.say("change-step"), NAME, CONTENT_WIDTH, bold=True), NAME) + mm(0.6)
        below = y
        for x, icon, runs in (
            (0.0, "I-hard", safety.too_hard_rule(sheet, setting.language)),
            (second, "I-easy", safety.too_easy_rule(setting.language)),
        ):
            frame.form(icon, x, y + (BODY.leading - sign) / 2, sign / GRID)
            below = max(below, frame.say("P", x + text_at, y, setting.lines(runs, BODY, column - text_at), BODY))
        rules = f"{setting.say('one-at-a-time')} {setting.say('missed')}"
        return frame.say("P", 0, below + mm(0.8), setting.lines(rules, BODY, RUN_12 + mm(14)), BODY)


def way_out_table(setting: Setting, moved: Sequence[ExerciseWords]) -> Frame:
    """The table of "Too hard?" and "Too easy?" of every exercise, where the pages had no room for them."""
    columns = (0.0, mm(72), mm(124))
    ends = (mm(69), mm(121), CONTENT_WIDTH)
    frame, y = Frame(), 0.0
    with frame.tag("Table"):
        with frame.tag("TR"):
            for x, key in zip(columns, ("log-exercise", "too-hard", "too-easy"), strict=True):
                with frame.tag("TH", attributes=TH_COLUMN):
                    frame.text(x, y, (setting.line(setting.say(key), BODY, bold=True),), BODY)
        y += BODY.leading + mm(0.6)
        for words in moved:
            frame.line(0, y, CONTENT_WIDTH, y, 0.8, "line")
            y = _moved_row(frame, setting, words, columns, ends, y + mm(0.7)) + mm(0.7)
    frame.height = y
    return frame


def _moved_row(
    frame: Frame, setting: Setting, words: ExerciseWords, columns: Sequence[float], ends: Sequence[float], top: float
) -> float:
    name = (Run(f"{words.number}  ", bold=True), Run(words.name))
    height = 0.0
    with frame.tag("TR"):
        for place, runs in enumerate((name, words.hard[1:], words.easy[1:])):
            lines = setting.lines(runs, BODY, ends[place] - columns[place])
            with frame.tag("TH" if place == 0 else "TD", attributes=TH_ROW if place == 0 else b""):
                frame.text(columns[place], top, lines, BODY)
            height = max(height, len(lines) * BODY.leading)
    return top + height


def _messages(frame: Frame, setting: Setting, sheet: Sheet, y: float) -> float:
    """What the therapist wrote for the whole program, marked like a note."""
    for message in sheet.messages:
        runs = (Run(f"{head.note_label(sheet.clinic, setting.language)} ", bold=True), Run(message))
        lines = setting.lines(runs, BODY, RUN_12)
        top = y + mm(2.2)
        frame.box(0, top, 2.4, len(lines) * BODY.leading, fill="ink")
        y = frame.say("P", 2.4 + mm(2.4), top, lines, BODY)
    return y


def _visit(frame: Frame, setting: Setting, sheet: Sheet, top: float) -> float:
    """The next visit in a frame, and what to bring."""
    bring = setting.line(setting.say("bring" if sheet.choices.with_log else "bring-sheet"), BODY)
    label = setting.line(Run(f"{setting.say('next-visit')} ", bold=True), BODY)
    visit = head.next_visit(sheet, setting.language) if sheet.next_visit else ""
    inner = CONTENT_WIDTH - mm(8.4)
    beside = label.width + (setting.width(visit, HEADING, bold=True) or mm(50)) + mm(8) + bring.width <= inner
    height = mm(11.2) if beside else mm(11.2) + BODY.leading
    frame.box(0, top, CONTENT_WIDTH, height, radius=mm(2), edge=0.8, edge_colour="ink")
    x, y = mm(4.2), top + (mm(11.2) - HEADING.leading) / 2
    base = y + HEADING.baseline - BODY.baseline
    with frame.tag("P"):
        frame.text(x, base, (label,), BODY)
        if visit:
            frame.text(x + label.width, y, (setting.line(visit, HEADING, bold=True),), HEADING)
        else:
            start = x + label.width
            frame.line(start, y + HEADING.baseline + 2, start + mm(50), y + HEADING.baseline + 2, 0.6, "line")
    at = (CONTENT_WIDTH - mm(4.2) - bring.width, base) if beside else (x, base + BODY.leading + mm(0.6))
    frame.say("P", *at, (bring,), BODY)
    return top + height
