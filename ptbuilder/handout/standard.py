"""The standard layout: exercise pages, then safety, then log."""

from __future__ import annotations

from ptbuilder.domain.handout import Sheet
from ptbuilder.handout.book import Book
from ptbuilder.handout.exercise_block import ExerciseBlock
from ptbuilder.handout.frame import Frame
from ptbuilder.handout.geometry import BLOCK_GAP, CONTENT_WIDTH, TOP, mm
from ptbuilder.handout.head_block import letterhead, summary_box, title_block
from ptbuilder.handout.log_pages import add_log
from ptbuilder.handout.logo import Logo
from ptbuilder.handout.long_block import put_long_block
from ptbuilder.handout.margins import HEAD_HEIGHT, running_head
from ptbuilder.handout.pagination import RULE_GAP, Filled, fewest_pages, fill_pages
from ptbuilder.handout.safety_block import SafetyBlock, writing_lines
from ptbuilder.handout.setting import Setting
from ptbuilder.handout.theme import HEADING
from ptbuilder.wording import head

_NOTES_FROM = mm(30)
"""Room under the last block from which on writing lines stand there."""
_MOST_NOTES = 8


def standard_pages(setting: Setting, sheet: Sheet, logo: Logo | None) -> Book:
    """All pages of a handout in the standard layout."""
    bottom = TOP + setting.page.content_height
    book = Book(bottom)
    blocks = [ExerciseBlock(setting, each, sheet.clinic) for each in sheet.exercises]
    top = _first_head(book, setting, sheet, logo)
    room = bottom - TOP - HEAD_HEIGHT
    pages, safety = _filled(setting, sheet, blocks, bottom - top, room)
    for number, page in enumerate(pages):
        if number:
            _further_page(book, setting, sheet, "exercises")
            top = TOP + HEAD_HEIGHT
        if page.is_long:
            top = put_long_block(book, setting, sheet, blocks[page.blocks[0]], top)
        else:
            top = _put_blocks(book, blocks, page, top, is_first=number == 0)
        if number < len(pages) - 1:
            _notes(book, setting, top, bottom)
    _put_safety(book, setting, sheet, safety, top, bottom)
    if sheet.choices.with_log and sheet.exercises:
        add_log(book, setting, sheet)
    return book


def _filled(
    setting: Setting, sheet: Sheet, blocks: list[ExerciseBlock], first_room: float, room: float
) -> tuple[tuple[Filled, ...], SafetyBlock]:
    """The exercise pages, and the safety page with "Too hard? Too easy?" where moving them saves a page and they fit there."""
    pages, is_within = fewest_pages(lambda within: fill_pages(blocks, first_room, room, with_steps=within))
    if not is_within:
        with_moved = SafetyBlock(setting, sheet, room, [block.words for block in blocks])
        if with_moved.least_height <= room:
            return pages, with_moved
        pages = fill_pages(blocks, first_room, room)
    return pages, SafetyBlock(setting, sheet, room)


def _first_head(book: Book, setting: Setting, sheet: Sheet, logo: Logo | None) -> float:
    """Letterhead, title and summary on a new page; gives the height below."""
    book.new_page()
    y = book.put(letterhead(setting, sheet.clinic, logo), TOP) + mm(2.6)
    book.mark(head.title("", setting.language), 1, y)
    y = book.put(title_block(setting, sheet), y) + mm(1.9)
    return book.put(summary_box(setting, sheet), y) - mm(0.4)


def _further_page(book: Book, setting: Setting, sheet: Sheet, kind: str) -> None:
    words = head.running_kind(kind, sheet, setting.language)
    book.new_page(running_head(setting, sheet.person, sheet.clinic, words))


def _put_blocks(book: Book, blocks: list[ExerciseBlock], page: Filled, top: float, *, is_first: bool) -> float:
    y = top
    for place, number in enumerate(page.blocks):
        if place or is_first:
            y = book.put(_rule(), y)
        block = blocks[number]
        title = f"{block.words.number}. {block.words.name}"
        y = book.put_exercise(block.of.id, title, block.frame(page.fit), y)
    return y


def _rule() -> Frame:
    """The rule above a block, with its gaps."""
    frame = Frame(BLOCK_GAP + RULE_GAP)
    frame.line(0, BLOCK_GAP, CONTENT_WIDTH, BLOCK_GAP, 1.2, "teal")
    return frame


def _notes(book: Book, setting: Setting, top: float, bottom: float) -> None:
    """Writing lines in the room that is left, where there is enough of it."""
    room = bottom - top - mm(5)
    if room < _NOTES_FROM:
        return
    frame = Frame()
    number = min(_MOST_NOTES, int((room - HEADING.leading - mm(3)) / mm(9)))
    frame.height = writing_lines(frame, setting, "my-notes", 0, number)
    book.put(frame, top + mm(5))


def _put_safety(book: Book, setting: Setting, sheet: Sheet, safety: SafetyBlock, top: float, bottom: float) -> None:
    """On the last exercise page if it fits there whole, else on a page of its own."""
    start = top + BLOCK_GAP + RULE_GAP
    if start + safety.least_height <= bottom and sheet.exercises:
        book.put(_rule(), top)
    else:
        _notes(book, setting, top, bottom)
        _further_page(book, setting, sheet, "safety")
        start = TOP + HEAD_HEIGHT
    book.mark(setting.say("stay-safe"), 1, start)
    book.put(safety.frame(bottom - start), start)
