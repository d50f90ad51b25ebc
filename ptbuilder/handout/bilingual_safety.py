"""The safety page in two languages: the same ladder, each rung with both columns, then the way out of every exercise."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ptbuilder.domain.handout import Sheet
from ptbuilder.handout.bilingual_block import BilingualBlock
from ptbuilder.handout.bullets import bullets
from ptbuilder.handout.frame import Frame
from ptbuilder.handout.geometry import CONTENT_WIDTH, mm
from ptbuilder.handout.icons import GRID
from ptbuilder.handout.pair import Pair
from ptbuilder.handout.setting import Setting
from ptbuilder.handout.tags import TH_COLUMN, TH_ROW
from ptbuilder.handout.theme import BODY, HEADING, NAME
from ptbuilder.wording import head, safety
from ptbuilder.wording.fixed import Run

_SIGN = mm(10)
_AT = (mm(14), mm(95.5))
_WIDTH = mm(77)


def bilingual_ladder(pair: Pair, sheet: Sheet) -> Frame:
    """Fine, stop, call, emergency: one rung below the other, English left and Spanish right."""
    frame = Frame()
    with frame.tag("Sect"):
        y = pair.setting.heading(frame, "H2", pair.setting.say("stay-safe"), NAME) + mm(1.2)
        y = _rung(frame, pair, "fine", lambda setting: setting.say("fine"), y, _fine(sheet))
        y = _rung(frame, pair, "stop", lambda setting: setting.say("stop-have"), y, _signs(sheet, safety.stop_signs))
        y = _rung(frame, pair, "call", lambda setting: setting.say("call-have"), y, _signs(sheet, safety.call_signs))
        top = y
        y = _rung(frame, pair, "danger", lambda setting: safety.er_heading(sheet, setting.language), y, _emergency, red=True)
        frame.box(0, top, CONTENT_WIDTH, y - top, radius=mm(2), edge=2.2, edge_colour="red")
    frame.height = y
    return frame


_Draw = Callable[[Frame, Setting, float, float], float]


def _rung(
    frame: Frame, pair: Pair, icon: str, title: Callable[[Setting], str], y: float, draw: _Draw, *, red: bool = False
) -> float:
    """A sign, then in each column a heading with what belongs to it; gives the height below."""
    if not red:
        frame.line(0, y, CONTENT_WIDTH, y, 0.6, "line")
    top, below = y + mm(1.7), y
    frame.form(f"I-{icon}", mm(2.6 if red else 0.6), top + mm(0.8), _SIGN / GRID, "red" if red else "ink")
    for setting, x in zip(pair.both, _AT, strict=True):
        with frame.tag("Sect", language=setting.language):
            words = setting.lines(title(setting), HEADING, _WIDTH, bold=True)
            end = frame.say("H3", x, top, words, HEADING, "red" if red else "ink") + mm(0.4)
            below = max(below, draw(frame, setting, x, end))
    return max(below, top + _SIGN + mm(0.8)) + mm(1.7)


def _fine(sheet: Sheet) -> _Draw:
    def draw(frame: Frame, setting: Setting, x: float, y: float) -> float:
        for line in safety.fine(sheet, setting.language):
            y = frame.say("P", x, y, setting.lines(line, BODY, _WIDTH), BODY)
        return y

    return draw


def _signs(sheet: Sheet, signs: Callable[[Sheet, str], tuple[str, ...]]) -> _Draw:
    def draw(frame: Frame, setting: Setting, x: float, y: float) -> float:
        return bullets(frame, setting, signs(sheet, setting.language), BODY, x, y, _WIDTH, mm(0.2))

    return draw


def _emergency(frame: Frame, setting: Setting, x: float, y: float) -> float:
    y = bullets(frame, setting, safety.er_signs(setting.language), BODY, x, y, _WIDTH - mm(2), mm(0.2)) + mm(0.6)
    return frame.say("P", x, y, setting.lines(setting.say("do-not-wait"), BODY, _WIDTH, bold=True), BODY)


def bilingual_rule(pair: Pair, sheet: Sheet) -> Frame:
    """When to change a step, and the next visit."""
    frame = Frame()
    with frame.tag("Sect"):
        y = pair.setting.heading(frame, "H2", pair.setting.say("change-step"), NAME, top=mm(3)) + mm(0.4)
        y = pair.paragraph(frame, lambda setting: safety.too_hard_rule(sheet, setting.language), y) + mm(0.6)
        y = pair.paragraph(frame, lambda setting: safety.too_easy_rule(setting.language), y) + mm(0.6)
        y = pair.paragraph(frame, lambda setting: f"{setting.say('one-at-a-time')} {setting.say('missed')}", y)
    for message in sheet.messages:
        lines = pair.english.lines((Run(f"{head.note_label(sheet.clinic, 'en')} ", bold=True), Run(message)), BODY, mm(132))
        frame.box(0, y + mm(2), 2.4, len(lines) * BODY.leading, fill="ink")
        y = frame.say("P", mm(3.2), y + mm(2), lines, BODY)
    key = "bring" if sheet.choices.with_log else "bring-sheet"
    frame.height = pair.paragraph(frame, lambda setting: (*_visit(setting, sheet), Run(setting.say(key))), y + mm(2))
    return frame


def _visit(setting: Setting, sheet: Sheet) -> tuple[Run, ...]:
    if sheet.next_visit is None:
        return ()
    label = Run(f"{setting.say('next-visit')} {head.next_visit(sheet, setting.language)}. ", bold=True)
    return (label,)


def way_out_row(pair: Pair, block: BilingualBlock, *, is_first: bool) -> Frame:
    """Too hard and too easy of one exercise in both languages; the first row of a page brings the head of the table."""
    frame, y = Frame(), mm(1)
    columns, widths = (0.0, mm(54), mm(116)), (mm(51), mm(59), mm(58))
    with frame.tag("Table"):
        if is_first:
            with frame.tag("TR"):
                for x, key in zip(columns, ("log-exercise", "too-hard", "too-easy"), strict=True):
                    with frame.tag("TH", attributes=TH_COLUMN):
                        pair.setting.phrase(frame, pair.setting.say(key), BODY, x, y + mm(2))
            y += BODY.leading + mm(3)
        frame.line(0, y, CONTENT_WIDTH, y, 0.8, "line")
        top, below = y + mm(0.7), y
        english, spanish = block.halves
        cells: Sequence[tuple[str, str]] = (
            (f"{english.number}  {english.name}", spanish.name),
            (english.hard[1].text, spanish.hard[1].text),
            (english.easy[1].text, spanish.easy[1].text),
        )
        with frame.tag("TR"):
            for place, told in enumerate(cells):
                with frame.tag("TH" if place == 0 else "TD", attributes=TH_ROW if place == 0 else b""):
                    end = top
                    for setting, words in zip(pair.both, told, strict=True):
                        with frame.tag("Span", language=setting.language):
                            lines = setting.lines(words, BODY, widths[place], bold=place == 0 and setting is pair.english)
                            end = frame.text(columns[place], end, lines, BODY)
                below = max(below, end)
    frame.height = below + mm(0.4)
    return frame
