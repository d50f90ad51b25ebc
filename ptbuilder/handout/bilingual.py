"""English and Spanish side by side: the standard layout as a grid of pairs."""

from __future__ import annotations

from ptbuilder.domain.handout import Sheet
from ptbuilder.handout.bilingual_block import BilingualBlock
from ptbuilder.handout.bilingual_head import summary_box, title_block
from ptbuilder.handout.bilingual_safety import bilingual_ladder, bilingual_rule, way_out_row
from ptbuilder.handout.book import Book
from ptbuilder.handout.exercise_block import ExerciseBlock
from ptbuilder.handout.frame import Frame
from ptbuilder.handout.geometry import TOP, mm
from ptbuilder.handout.head_block import letterhead
from ptbuilder.handout.log_pages import add_log
from ptbuilder.handout.logo import Logo
from ptbuilder.handout.long_block import put_long_block
from ptbuilder.handout.look import BOTH_LADDER, block_gap
from ptbuilder.handout.pagination import fill_pages
from ptbuilder.handout.pair import Pair
from ptbuilder.handout.safety_block import writing_lines
from ptbuilder.handout.setting import Setting
from ptbuilder.handout.sheet_book import SheetBook
from ptbuilder.handout.theme import HEADING


def bilingual_pages(english: Setting, sheet: Sheet, logo: Logo | None) -> Book:
    """All pages of a handout in both languages."""
    pair = Pair(english, spanish_beside(english))
    made = SheetBook(pair.setting, sheet, logo)
    top = _first_head(made, pair)
    blocks = [BilingualBlock(pair, each, sheet.clinic) for each in sheet.exercises]
    pages = fill_pages(blocks, made.first_room(top), made.room, BOTH_LADDER, gap=block_gap)
    made.notes(made.put_pages(blocks, pages, top, lambda at, y: _long(made, pair, blocks[at], y)))
    _safety(made, pair, blocks)
    made.log()
    return made.book


def bilingual_log_pages(english: Setting, sheet: Sheet, logo: Logo | None) -> Book:
    """The log alone in both languages, with the safety page that no handout is without."""
    pair = Pair(english, spanish_beside(english))
    made = SheetBook(pair.setting, sheet, logo)
    add_log(made.book, pair.setting, sheet)
    _safety(made, pair, [])
    return made.book


def spanish_beside(english: Setting) -> Setting:
    """The Spanish setting that shares faces and drawings with the English one."""
    spanish = Setting(english.choices, "es", english.faces)
    spanish.drawings = english.drawings
    return spanish


def _first_head(made: SheetBook, pair: Pair) -> float:
    book, sheet = made.book, made.sheet
    book.new_page()
    y = book.put(letterhead(made.setting, sheet.clinic, made.logo), TOP) + mm(2.6)
    book.mark(pair.setting.say("title-plain"), 1, y)
    y = book.put(title_block(pair, sheet), y) + mm(1.9)
    return book.put(summary_box(pair, sheet), y) - mm(0.4)


def _long(made: SheetBook, pair: Pair, block: BilingualBlock, top: float) -> float:
    """A block taller than a page is told in one language after the other."""
    for setting in pair.both:
        if setting is pair.spanish:
            top = made.turn()
            made.book.language = "es"
        top = put_long_block(made, ExerciseBlock(setting, block.of, made.sheet.clinic), top)
    made.book.language = ""
    return top


def _safety(made: SheetBook, pair: Pair, blocks: list[BilingualBlock]) -> None:
    """The ladder whole on its page; the rule and the way out of each exercise follow, over a page end if they must."""
    sheet, book = made.sheet, made.book
    y = made.turn_to_safety()
    book.mark(pair.setting.say("stay-safe"), 1, y)
    for frame in (bilingual_ladder(pair, sheet), bilingual_rule(pair, sheet)):
        if y + frame.height > made.bottom:
            y = made.turn("safety")
        y = book.put(frame, y)
    for number, block in enumerate(blocks):
        frame = way_out_row(pair, block, is_first=number == 0)
        if y + frame.height > made.bottom:
            y, frame = made.turn("safety"), way_out_row(pair, block, is_first=True)
        y = book.put(frame, y)
    room = made.bottom - y - mm(8)
    number = min(5, int((room - HEADING.leading) / mm(9)))
    if number >= 2:
        notes = Frame()
        notes.height = writing_lines(notes, pair.setting, pair.setting.say("my-questions"), 0, number)
        book.put(notes, y + mm(5))
