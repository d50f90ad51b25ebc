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
from ptbuilder.handout.safety_block import SafetyBlock, way_out_table
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
SMALLER = LOOK._replace(body=Style(10, 11.6), caption=Style(10, 11.6), circle=mm(3.9), between_steps=mm(0.2))
"""For a sixth exercise on the page; nothing that is read is smaller."""
LARGER = LOOK._replace(
    body=Style(12, 14.6),
    name=Style(15, 18),
    number=Style(14, 14),
    square=mm(7),
    caption=Style(12, 14.6),
    badge=Style(11, 11),
    circle=mm(5),
    step_gap=mm(1.6),
    between_steps=mm(0.4),
)
"""For a page with few exercises, whose text need not be small."""
_PICTURE_GAP, _RIGHT_AT = mm(2), mm(104.5)
_NOTE_WIDTH = mm(102)
_ABOVE_PICTURES, _ABOVE_NOTE = mm(0.9), mm(0.8)
_TALLEST = mm(45)
_RULE = mm(0.8)
_BLOCK_GAP = mm(1.3)
_STOP_HEIGHT = mm(7.2)
_DOSE_BELOW = Fit(picture=mm(50), is_dose_below=True)
_INSIDE = _DOSE_BELOW._replace(numbers_inside=True)
_LADDER = (
    *(Fit(picture=mm(50), tallest=mm(tallest), leading=LARGER.body.leading) for tallest in (50, 45)),
    *(Fit(picture=mm(50), tallest=mm(tallest)) for tallest in (45, 40, 35, 30)),
    *(_DOSE_BELOW._replace(tallest=mm(tallest)) for tallest in (30, 28, 26)),
    *(_INSIDE._replace(tallest=mm(tallest)) for tallest in (30, 28)),
    *(_INSIDE._replace(tallest=mm(tallest), leading=SMALLER.body.leading) for tallest in (28, 26, 24, 23, 22)),
)
"""Drawings and text are larger where a page holds few blocks; at the last rungs numbers stand in the frames and text is smaller."""


class CompactBlock:
    """One exercise with its words and broken steps; "each side" in the dose stands for "Then do the other side"."""

    def __init__(self, setting: Setting, of: SheetExercise, clinic: Clinic) -> None:
        self.of = of
        self.words = exercise_words(setting, of, clinic)._replace(changed="")
        self._setting = setting
        self._has_pictures = of.start is not None or of.finish is not None
        self._plain = self.words._replace(steps=tuple(step[:1] for step in self.words.steps))
        self._frames: dict[Fit, Frame] = {}

    def frame(self, fit: Fit) -> Frame:
        """The block at this rung, its rule included; the dose goes below the name only where that is lower."""
        found = self._frames.get(fit)
        if found is None:
            frames = [self._laid_out(fit)]
            if fit.is_dose_below:
                frames.append(self._laid_out(fit._replace(is_dose_below=False)))
            found = self._frames[fit] = min(frames, key=lambda frame: frame.height)
        return found

    def _laid_out(self, fit: Fit) -> Frame:
        """Pictures with the note left, steps right; pictures grow into the height that the steps take anyhow."""
        setting, content, look = self._setting, Frame(), _look(fit)
        steps = parts.break_steps(setting, self._plain, look, look.left if self._has_pictures else mm(130))
        note = setting.lines(self.words.note, look.body, _NOTE_WIDTH - parts.NOTE_AT) if self.words.note else ()
        frame = Frame()
        frame.line(0, 0, CONTENT_WIDTH, 0, 1.2, "teal")
        with content.tag("Sect"):
            below, right = self._heading(content, fit, look)
            x, top = (_RIGHT_AT, right + mm(0.5)) if self._has_pictures else (0, max(below, right) + mm(0.5))
            beneath = len(note) * look.body.leading + _ABOVE_NOTE if note else 0
            free = top + parts.steps_height(steps, look, look.body) - below - _ABOVE_PICTURES - beneath
            if self._has_pictures:
                below = self._pictures(content, fit, look, below + _ABOVE_PICTURES, free)
            right = parts.steps(content, setting, steps, look, look.body, x, top)
            if note:
                below = parts.note(content, note, look.body, (below if self._has_pictures else right) + _ABOVE_NOTE)
        frame.add(content, 0, _RULE)
        frame.height = _RULE + max(below, right) + _BLOCK_GAP
        return frame

    def _pictures(self, content: Frame, fit: Fit, look: Look, top: float, free: float) -> float:
        """The pair, as tall as the rung has it or as ``free`` is; what the words below take is not the pictures' any more.

        Numbers stand in the frames only where the drawings leave them room.
        """
        under = parts.CAPTION_GAP + look.circle
        if fit.numbers_inside:
            pair = parts.picture_pair(self.of, fit.picture, max(fit.tallest, min(free, _TALLEST)))
            if pair is not None and parts.has_room_for_numbers(self.of, pair, look):
                return parts.pictures(content, self._setting, self.of, pair, look, top, gap=_PICTURE_GAP, numbers_inside=True)
        tallest = fit.tallest - (under if fit.numbers_inside else 0)
        pair = parts.picture_pair(self.of, fit.picture, max(tallest, min(free - under, _TALLEST)))
        return top if pair is None else parts.pictures(content, self._setting, self.of, pair, look, top, gap=_PICTURE_GAP)

    def _heading(self, frame: Frame, fit: Fit, look: Look) -> tuple[float, float]:
        """Number, name and mark with the short dose; gives the height below both, and where the steps start at the right.

        The dose ends the row at the right, or heads the steps where it is too long for that, or stands below the name.
        """
        setting = self._setting
        below, end = heading(frame, setting, self.words, look, self.of.mark)
        told = Run(setting.short_dose(self.of), bold=True)
        line = setting.line(told, look.body)
        top = below - look.square + (look.square - look.body.leading) / 2
        is_beside = self._has_pictures and end + mm(2) <= _RIGHT_AT
        if fit.is_dose_below and is_beside:
            return frame.say("P", 0, below + mm(0.2), setting.lines(told, look.body, _NOTE_WIDTH), look.body), 0
        if end + mm(4) + line.width <= CONTENT_WIDTH:
            frame.say("P", CONTENT_WIDTH - line.width, top, (line,), look.body)
            return below, below
        if is_beside:
            return below, frame.say("P", _RIGHT_AT, top, setting.lines(told, look.body, look.left), look.body)
        below = frame.say("P", 0, below + mm(0.4), setting.lines(told, look.body, CONTENT_WIDTH), look.body)
        return below, below


def _look(fit: Fit) -> Look:
    return next((look for look in (LARGER, SMALLER) if look.body.leading == fit.leading), LOOK)


def compact_pages(setting: Setting, sheet: Sheet, logo: Logo | None) -> Book:
    """All pages of a handout in the compact layout."""
    made = SheetBook(setting, sheet, logo)
    blocks = [CompactBlock(setting, each, sheet.clinic) for each in sheet.exercises]
    made.book.new_page()
    made.book.mark(head.title("", setting.language), 1, TOP)
    y = made.book.put(_head(setting, sheet), TOP)
    bottom = made.bottom - _STOP_HEIGHT - mm(1)
    pages = fill_pages(blocks, bottom - y, bottom - made.start, _LADDER, gap=lambda _: 0, is_first_full=False)
    for number, page in enumerate(pages):
        y = made.turn() if number else y
        if page.is_long:
            put_long_block(made, ExerciseBlock(setting, blocks[page.blocks[0]].of, sheet.clinic), y)
            continue
        for block in (blocks[at] for at in page.blocks):
            y = made.book.put_exercise(block.of.id, block.words.bookmark, block.frame(page.fit), y)
        made.book.put(_stop_line(setting), made.bottom - _STOP_HEIGHT)
    _put_safety(made, blocks)
    made.log()
    return made.book


def _put_safety(made: SheetBook, blocks: list[CompactBlock]) -> None:
    """The back page with "Too hard? Too easy?" of every exercise, without lines to write on where there is no room for them.

    Where it does not fit so either, "Too hard? Too easy?" goes to a page of its own: nothing that the rule names is left out.
    """
    words = [block.words for block in blocks]
    full = SafetyBlock(made.setting, made.sheet, made.room, words)
    if full.least_height > made.room:
        full = SafetyBlock(made.setting, made.sheet, made.room, words, fewest_lines=0)
    if full.least_height <= made.room:
        made.safety(full, None, on_the_back=True)
        return
    made.safety(SafetyBlock(made.setting, made.sheet, made.room), None, on_the_back=True)
    while words:
        y, number = made.turn("safety"), len(words)
        while number > 1 and way_out_table(made.setting, words[:number]).height > made.room:
            number -= 1
        y = made.book.put(way_out_table(made.setting, words[:number]), y)
        words = words[number:]
    made.notes(y)


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
