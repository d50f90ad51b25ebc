"""One exercise on a page: large pictures, larger type, room for notes; the first page holds the plan and the list of exercises."""

from __future__ import annotations

from ptbuilder.domain.handout import Sheet, SheetExercise
from ptbuilder.handout import exercise_parts as parts
from ptbuilder.handout.book import Book
from ptbuilder.handout.dose_panel import dose_panel
from ptbuilder.handout.exercise_block import ExerciseBlock
from ptbuilder.handout.exercise_heading import heading
from ptbuilder.handout.exercise_words import ExerciseWords, exercise_words
from ptbuilder.handout.frame import Frame
from ptbuilder.handout.geometry import mm, run_width
from ptbuilder.handout.logo import Logo
from ptbuilder.handout.long_block import put_long_block
from ptbuilder.handout.look import LADDER, Look
from ptbuilder.handout.overview import overview
from ptbuilder.handout.safety_block import SafetyBlock, writing_lines
from ptbuilder.handout.setting import Setting
from ptbuilder.handout.sheet_book import SheetBook
from ptbuilder.handout.theme import BODY, EDUCATION, Style

LOOK = Look(
    body=EDUCATION,
    name=Style(24, 28),
    number=Style(24, 24),
    square=mm(12),
    caption=Style(15, 19),
    badge=Style(14, 14),
    circle=mm(6.6),
    badge_gap=mm(2),
    step_gap=mm(2.8),
    between_steps=mm(1.2),
    icon=mm(6),
    label_at=mm(10.2),
    label_width=mm(23.8),
    row_padding=mm(1.15),
    left=mm(94),
    right=mm(74),
    mark_height=mm(7.6),
    mark_sign=mm(4.8),
    name_gap=mm(4),
)
SMALLER = LOOK._replace(
    body=BODY, caption=Style(13, 17), badge=Style(12, 12), circle=mm(5.7), between_steps=mm(0.8), row_padding=mm(0.9)
)
"""For text that is too long for a page at the usual size."""
_RIGHT_AT = mm(100)
_PICTURE, _LINE_GAP = mm(85), mm(10)
_RUNGS = (
    *((LOOK, mm(tallest), lines) for tallest, lines in ((95, 2), (75, 2), (60, 2), (60, 0), (50, 0))),
    *((SMALLER, mm(tallest), 0) for tallest in (75, 60, 50)),
)
"""Type, tallest picture and lines for notes, as the page has room."""


def one_per_page_pages(setting: Setting, sheet: Sheet, logo: Logo | None) -> Book:
    """All pages of a handout with one exercise on each."""
    made = SheetBook(setting, sheet, logo)
    top = made.first_head()
    top = made.book.put(overview(setting, sheet), top + mm(4))
    made.notes(top)
    for each in sheet.exercises:
        _put_exercise(made, each)
    made.safety(SafetyBlock(setting, sheet, made.room), None)
    made.log()
    return made.book


def _put_exercise(made: SheetBook, of: SheetExercise) -> None:
    top = made.turn()
    words = exercise_words(made.setting, of, made.sheet.clinic)
    for look, tallest, lines in _RUNGS:
        frame = _frame(made.setting, of, words, look, tallest, lines)
        if top + frame.height <= made.bottom:
            made.book.put_exercise(of.id, words.bookmark, frame, top)
            return
    block = ExerciseBlock(made.setting, of, made.sheet.clinic)
    if top + block.frame(LADDER[0]).height <= made.bottom:
        made.book.put_exercise(of.id, words.bookmark, block.frame(LADDER[0]), top)
    else:
        put_long_block(made, block, top)


def _frame(setting: Setting, of: SheetExercise, words: ExerciseWords, look: Look, tallest: float, lines: int) -> Frame:
    """The page's block with pictures of at most ``tallest`` and so many lines for notes."""
    frame = Frame()
    with frame.tag("Sect"):
        y, _ = heading(frame, setting, words, look, of.mark)
        y = _paragraph(frame, setting, look, words.why, y + mm(1.6)) if words.why else y
        pair = parts.picture_pair(of, _PICTURE, tallest)
        if pair is not None:
            y = parts.pictures(frame, setting, of, pair, look, y + mm(3))
        y += mm(4.4)
        left = parts.steps(frame, setting, parts.break_steps(setting, words, look, look.left), look, look.body, 0, y)
        dose_at = max(left, y + dose_panel(setting, words, look, look.body).height) + mm(3.4)
        below = frame.say("P", 0, dose_at, setting.lines(words.dose, look.body, run_width(look.body.size)), look.body)
        frame.add(dose_panel(setting, words, look, look.body), _RIGHT_AT, y)
        for runs, gap in ((words.feel, mm(2.8)), (words.stop, mm(0.8))):
            if runs:
                below = frame.say("P", 0, below + gap, setting.lines(runs, look.body, run_width(look.body.size)), look.body)
        if words.note:
            below = parts.note(frame, setting.lines(words.note, look.body, run_width(look.body.size)), look.body, below + mm(3.4))
        below = parts.way_out(frame, setting, words, look.body, below + mm(3.4))
        frame.height = writing_lines(frame, setting, setting.say("my-notes"), below + mm(4.4), lines, _LINE_GAP) if lines else below
    return frame


def _paragraph(frame: Frame, setting: Setting, look: Look, words: str, top: float) -> float:
    return frame.say("P", 0, top, setting.lines(words, look.body, run_width(look.body.size)), look.body)
