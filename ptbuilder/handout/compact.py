"""The compact layout: six exercises on a page for people who know the moves; safety and the way out are on the back."""

from __future__ import annotations

from ptbuilder.domain.clinic import Clinic
from ptbuilder.domain.handout import Sheet, SheetExercise
from ptbuilder.handout import exercise_parts as parts
from ptbuilder.handout.book import Book
from ptbuilder.handout.exercise_words import exercise_words
from ptbuilder.handout.frame import Frame
from ptbuilder.handout.geometry import CONTENT_WIDTH, TOP, mm
from ptbuilder.handout.logo import Logo
from ptbuilder.handout.look import Look
from ptbuilder.handout.safety_block import SafetyBlock
from ptbuilder.handout.setting import Setting
from ptbuilder.handout.sheet_book import SheetBook
from ptbuilder.handout.theme import SMALL, Style
from ptbuilder.wording import dates, dose, head, summary
from ptbuilder.wording.fixed import Run

TEXT = Style(10.5, 12.4)
_TITLE = Style(15, 17)
LOOK = Look(
    body=TEXT,
    name=Style(13, 15),
    number=Style(12.5, 12.5),
    square=mm(6),
    caption=TEXT,
    badge=Style(9.5, 9.5),
    circle=mm(4.4),
    badge_gap=mm(1.2),
    step_gap=mm(1.4),
    between_steps=mm(0.2),
    left=mm(69.5),
    mark_height=mm(5),
    mark_sign=mm(3.4),
    name_gap=mm(2),
)
_PICTURE, _PICTURE_GAP, _STEPS_AT = mm(50), mm(2), mm(104.5)
_TALLEST = (mm(30), mm(26), mm(22))
_RULE = mm(0.8)
_BLOCK_GAP = mm(1.3)
_STOP_HEIGHT = mm(7.2)


class CompactBlock:
    """One exercise with its words and broken steps; "each side" in the dose stands for "Then do the other side"."""

    def __init__(self, setting: Setting, of: SheetExercise, clinic: Clinic) -> None:
        self.of = of
        self.words = exercise_words(setting, of, clinic)._replace(changed="")
        self._setting = setting
        self._has_pictures = of.start is not None or of.finish is not None
        width = LOOK.left if self._has_pictures else mm(130)
        without_turning = self.words._replace(steps=tuple(step[:1] for step in self.words.steps))
        self._steps = parts.break_steps(setting, without_turning, LOOK, width)
        self._frames: dict[float, Frame] = {}

    def frame(self, tallest: float) -> Frame:
        """The block with pictures of at most ``tallest``, its rule included."""
        found = self._frames.get(tallest)
        if found is None:
            found = self._frames[tallest] = self._laid_out(tallest)
        return found

    def _laid_out(self, tallest: float) -> Frame:
        setting, content = self._setting, Frame()
        frame = Frame()
        frame.line(0, 0, CONTENT_WIDTH, 0, 1.2, "teal")
        with content.tag("Sect"):
            y = self._heading(content) + mm(0.9)
            below = y
            pair = parts.picture_pair(self.of, _PICTURE, tallest)
            if pair is not None:
                below = parts.pictures(content, setting, self.of, pair, LOOK, y, gap=_PICTURE_GAP)
            x = _STEPS_AT if self._has_pictures else 0
            below = max(below, parts.steps(content, setting, self._steps, LOOK, TEXT, x, y))
            if self.words.note:
                note = setting.lines(self.words.note, TEXT, mm(116))
                below = parts.note(content, note, TEXT, below + mm(0.8))
        frame.add(content, 0, _RULE)
        frame.height = _RULE + below + _BLOCK_GAP
        return frame

    def _heading(self, frame: Frame) -> float:
        """Number, name and mark, and the short dose at the right, or below where it does not fit."""
        setting = self._setting
        below, end = parts.heading(frame, setting, self.words, LOOK, self.of.mark)
        told = Run(dose.short(self.of.dosage, self.of.side, setting.language), bold=True)
        line = setting.line(told, TEXT)
        if end + mm(4) + line.width <= CONTENT_WIDTH:
            frame.say("P", CONTENT_WIDTH - line.width, below - LOOK.square + (LOOK.square - TEXT.leading) / 2, (line,), TEXT)
            return below
        return frame.say("P", 0, below + mm(0.4), setting.lines(told, TEXT, CONTENT_WIDTH), TEXT)


def compact_pages(setting: Setting, sheet: Sheet, logo: Logo | None) -> Book:
    """All pages of a handout in the compact layout."""
    made = SheetBook(setting, sheet, logo)
    blocks = [CompactBlock(setting, each, sheet.clinic) for each in sheet.exercises]
    made.book.new_page()
    made.book.mark(head.title("", setting.language), 1, TOP)
    y = made.book.put(_head(setting, sheet), TOP)
    rest = blocks
    while rest:
        number, tallest = _how_many(rest, made.bottom - _STOP_HEIGHT - mm(1) - y)
        for block in rest[:number]:
            y = made.book.put_exercise(block.of.id, block.words.bookmark, block.frame(tallest), y)
        made.book.put(_stop_line(setting), made.bottom - _STOP_HEIGHT)
        rest = rest[number:]
        y = made.turn() if rest else y
    made.safety(_safety(made, blocks), None)
    made.log()
    return made.book


def _how_many(blocks: list[CompactBlock], room: float) -> tuple[int, float]:
    """How many blocks the room takes, and the height of their pictures: smaller ones only where they take in one more block."""
    best = (1, _TALLEST[0])
    for tallest in _TALLEST:
        height, number = 0.0, 0
        for block in blocks:
            height += block.frame(tallest).height
            if height > room:
                break
            number += 1
        if number > best[0]:
            best = (number, tallest)
    return best


def _safety(made: SheetBook, blocks: list[CompactBlock]) -> SafetyBlock:
    """The back page with "Too hard? Too easy?" of every exercise, or without where that does not fit."""
    full = SafetyBlock(made.setting, made.sheet, made.room, [block.words for block in blocks])
    return full if full.least_height <= made.room else SafetyBlock(made.setting, made.sheet, made.room)


def _head(setting: Setting, sheet: Sheet) -> Frame:
    """Title with date and phone, then the plan and what is needed."""
    frame, language = Frame(), setting.language
    date = dates.day(sheet.printed, language, sheet.choices.paper)
    phone = head.phone(sheet.clinic) or setting.say("call-clinic")
    right = setting.line((Run(f"{date}  ·  "), Run(phone, bold=True)), SMALL)
    title = setting.lines(head.title(sheet.person.name, language), _TITLE, CONTENT_WIDTH - right.width - mm(5), bold=True)
    y = frame.say("H1", 0, 0, title, _TITLE)
    frame.say("P", CONTENT_WIDTH - right.width, y - _TITLE.leading + _TITLE.baseline - SMALL.baseline, (right,), SMALL, "soft")
    frame.line(0, y + mm(0.9), CONTENT_WIDTH, y + mm(0.9), 0.6, "line")
    y += mm(1.6)
    plan, needs = summary.compact_plan(sheet, language), summary.needs(sheet, language)
    below = frame.say("P", 0, y, setting.lines(plan, TEXT, CONTENT_WIDTH), TEXT)
    width = setting.width(needs, TEXT)
    if setting.width(plan, TEXT) + mm(6) + width <= CONTENT_WIDTH:
        frame.say("P", CONTENT_WIDTH - width, y, (setting.line(needs, TEXT),), TEXT)
    else:
        below = frame.say("P", 0, below, setting.lines(needs, TEXT, mm(150)), TEXT)
    if planned := head.planned(sheet.stage, language, sheet.choices.paper):
        below = frame.say("P", 0, below, setting.lines(planned, TEXT, CONTENT_WIDTH, bold=True), TEXT)
    if stopped := summary.stopped(sheet, language):
        below = frame.say("P", 0, below, setting.lines(stopped, TEXT, mm(150)), TEXT)
    frame.height = below + mm(1)
    return frame


def _stop_line(setting: Setting) -> Frame:
    """What stops every exercise, at the foot of each page."""
    frame = Frame(_STOP_HEIGHT)
    frame.box(0, 0, CONTENT_WIDTH, _STOP_HEIGHT, radius=mm(1.4), edge=1.5, edge_colour="red")
    top = (_STOP_HEIGHT - TEXT.leading) / 2
    help_line = setting.line(setting.runs("foot-help"), TEXT)
    frame.say("P", mm(3), top, (setting.line(setting.runs("foot-stop"), TEXT),), TEXT)
    frame.say("P", CONTENT_WIDTH - mm(3) - help_line.width, top, (help_line,), TEXT)
    return frame
