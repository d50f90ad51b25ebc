"""The compact layout: up to six exercises on a page for people who know the moves; safety and the way out are on the back."""

from __future__ import annotations

from ptbuilder.domain.clinic import Clinic
from ptbuilder.domain.handout import Sheet, SheetExercise
from ptbuilder.handout import exercise_parts as parts
from ptbuilder.handout.book import Book
from ptbuilder.handout.exercise_block import ExerciseBlock
from ptbuilder.handout.exercise_heading import heading
from ptbuilder.handout.exercise_words import exercise_words
from ptbuilder.handout.frame import Frame
from ptbuilder.handout.geometry import CONTENT_WIDTH, TOP, mm
from ptbuilder.handout.logo import Logo
from ptbuilder.handout.long_block import put_long_block
from ptbuilder.handout.look import Fit, Look
from ptbuilder.handout.pagination import fill_pages
from ptbuilder.handout.safety_block import SafetyBlock
from ptbuilder.handout.setting import Setting
from ptbuilder.handout.sheet_book import SheetBook
from ptbuilder.handout.theme import SMALL, Style
from ptbuilder.wording import dates, head, summary
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
_PICTURE_GAP, _RIGHT_AT = mm(2), mm(104.5)
_NOTE_WIDTH = mm(102)
_ABOVE_PICTURES, _ABOVE_NOTE = mm(0.9), mm(0.8)
_AROUND_PICTURES = _ABOVE_PICTURES + mm(0.7) + LOOK.circle
_TALLEST = mm(45)
_RULE = mm(0.8)
_BLOCK_GAP = mm(1.3)
_STOP_HEIGHT = mm(7.2)
_LADDER = (
    *(Fit(picture=mm(50), tallest=mm(tallest)) for tallest in (45, 40, 35, 30)),
    *(Fit(picture=mm(50), tallest=mm(tallest), is_dose_below=True) for tallest in (30, 28, 26, 24, 22)),
)
"""Drawings are larger where a page holds few blocks."""


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
        self._note = setting.lines(self.words.note, TEXT, _NOTE_WIDTH - parts.NOTE_AT) if self.words.note else ()
        self._frames: dict[Fit, Frame] = {}

    def frame(self, fit: Fit) -> Frame:
        """The block at this rung, its rule included."""
        found = self._frames.get(fit)
        if found is None:
            found = self._frames[fit] = self._laid_out(fit)
        return found

    def _laid_out(self, fit: Fit) -> Frame:
        """Pictures with the note left, steps right; pictures grow into the height that the steps take anyhow."""
        setting, content = self._setting, Frame()
        frame = Frame()
        frame.line(0, 0, CONTENT_WIDTH, 0, 1.2, "teal")
        with content.tag("Sect"):
            below, right = self._heading(content, fit)
            x, top = (_RIGHT_AT, right + mm(0.5)) if self._has_pictures else (0, max(below, right) + mm(0.5))
            free = top + parts.steps_height(self._steps, LOOK, TEXT) - below - _AROUND_PICTURES - self._note_height
            pair = parts.picture_pair(self.of, fit.picture, max(fit.tallest, min(free, _TALLEST)))
            if pair is not None:
                below = parts.pictures(content, setting, self.of, pair, LOOK, below + _ABOVE_PICTURES, gap=_PICTURE_GAP)
            right = parts.steps(content, setting, self._steps, LOOK, TEXT, x, top)
            if self._note:
                below = parts.note(content, self._note, TEXT, (below if self._has_pictures else right) + _ABOVE_NOTE)
        frame.add(content, 0, _RULE)
        frame.height = _RULE + max(below, right) + _BLOCK_GAP
        return frame

    @property
    def _note_height(self) -> float:
        return len(self._note) * TEXT.leading + _ABOVE_NOTE if self._note else 0

    def _heading(self, frame: Frame, fit: Fit) -> tuple[float, float]:
        """Number, name and mark with the short dose; gives the height below both, and where the steps start at the right.

        The dose ends the row at the right, or heads the steps where it is too long for that, or stands below the name.
        """
        setting = self._setting
        below, end = heading(frame, setting, self.words, LOOK, self.of.mark)
        told = Run(setting.short_dose(self.of), bold=True)
        line = setting.line(told, TEXT)
        top = below - LOOK.square + (LOOK.square - TEXT.leading) / 2
        is_beside = self._has_pictures and end + mm(2) <= _RIGHT_AT
        if fit.is_dose_below and is_beside:
            return frame.say("P", 0, below + mm(0.2), setting.lines(told, TEXT, _NOTE_WIDTH), TEXT), 0
        if end + mm(4) + line.width <= CONTENT_WIDTH:
            frame.say("P", CONTENT_WIDTH - line.width, top, (line,), TEXT)
            return below, below
        if is_beside:
            return below, frame.say("P", _RIGHT_AT, top, setting.lines(told, TEXT, LOOK.left), TEXT)
        below = frame.say("P", 0, below + mm(0.4), setting.lines(told, TEXT, CONTENT_WIDTH), TEXT)
        return below, below


def compact_pages(setting: Setting, sheet: Sheet, logo: Logo | None) -> Book:
    """All pages of a handout in the compact layout."""
    made = SheetBook(setting, sheet, logo)
    blocks = [CompactBlock(setting, each, sheet.clinic) for each in sheet.exercises]
    made.book.new_page()
    made.book.mark(head.title("", setting.language), 1, TOP)
    y = made.book.put(_head(setting, sheet), TOP)
    bottom = made.bottom - _STOP_HEIGHT - mm(1)
    for number, page in enumerate(fill_pages(blocks, bottom - y, bottom - made.start, _LADDER, gap=0, is_first_full=False)):
        y = made.turn() if number else y
        if page.is_long:
            put_long_block(made, ExerciseBlock(setting, blocks[page.blocks[0]].of, sheet.clinic), y)
            continue
        for block in (blocks[at] for at in page.blocks):
            y = made.book.put_exercise(block.of.id, block.words.bookmark, block.frame(page.fit), y)
        made.book.put(_stop_line(setting), made.bottom - _STOP_HEIGHT)
    made.safety(_safety(made, blocks), None, on_the_back=True)
    made.log()
    return made.book


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
