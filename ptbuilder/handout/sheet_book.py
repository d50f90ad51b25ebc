"""The pages that layouts share: first head, further pages with their running head, room for notes, safety page, log."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from ptbuilder.domain.handout import Sheet, SheetExercise
from ptbuilder.handout.book import Book
from ptbuilder.handout.exercise_words import ExerciseWords
from ptbuilder.handout.frame import Frame
from ptbuilder.handout.geometry import BLOCK_GAP, CONTENT_WIDTH, RULE_GAP, TOP, mm
from ptbuilder.handout.head_block import letterhead, title_block
from ptbuilder.handout.log_pages import add_log
from ptbuilder.handout.logo import Logo
from ptbuilder.handout.look import Fit, block_gap
from ptbuilder.handout.margins import HEAD_HEIGHT, running_head
from ptbuilder.handout.overview import contents, overview
from ptbuilder.handout.pagination import Block, Filled
from ptbuilder.handout.safety_block import SafetyBlock, writing_lines
from ptbuilder.handout.setting import Setting
from ptbuilder.handout.summary_box import summary_box
from ptbuilder.handout.theme import HEADING
from ptbuilder.wording import dates, head

PutLong = Callable[[int, float], float]
"""Places the block of this number, which is taller than a page, from a height on; gives the height below it."""
NOTES_FROM = mm(30)
"""Room under the last block from which on writing lines stand there."""
_MOST_NOTES = 8
_MOST_AIR = mm(6)
_ABOVE_NOTES = mm(5)


class PlacedBlock(Block[Fit], Protocol):
    """A block that knows its exercise and its words."""

    of: SheetExercise
    words: ExerciseWords


class SheetBook:
    """A book of one sheet; heights are from the top of the page, each method gives the height below what it placed."""

    def __init__(self, setting: Setting, sheet: Sheet, logo: Logo | None) -> None:
        self.setting = setting
        self.sheet = sheet
        self.logo = logo
        self.bottom = TOP + setting.page.content_height
        self.start = TOP + HEAD_HEIGHT
        self.book = Book(self.bottom)

    @property
    def room(self) -> float:
        """Room on a page with a running head."""
        return self.bottom - self.start

    def first_room(self, top: float) -> float:
        """Room for blocks on the first page, the first of them below a rule under what ends at ``top``."""
        return self.bottom - top - BLOCK_GAP - RULE_GAP

    def first_head(self) -> float:
        """Letterhead, title and summary box on a new page."""
        book, setting, sheet = self.book, self.setting, self.sheet
        book.new_page()
        y = book.put(letterhead(setting, sheet.clinic, self.logo), TOP) + mm(2.6)
        book.mark(head.title("", setting.language), 1, y)
        y = book.put(title_block(setting, sheet), y) + mm(1.9)
        return book.put(summary_box(setting, sheet), y) - mm(0.4)

    def turn(self, kind: str = "exercises") -> float:
        """A new page with its running head; gives where its content starts."""
        words = (
            f"{self.setting.say(f'kind-{kind}')}, {dates.day(self.sheet.printed, self.setting.language, self.sheet.choices.paper)}"
        )
        self.book.new_page(running_head(self.setting, self.sheet.person, self.sheet.clinic, words))
        return self.start

    def put_pages(self, blocks: Sequence[PlacedBlock], pages: Sequence[Filled[Fit]], top: float, put_long: PutLong) -> float:
        """The blocks on their pages, with room for notes where a page has some left; gives the height below the last block."""
        for number, page in enumerate(pages):
            if number:
                self.notes(top)
                top = self.turn()
            if not page.blocks:
                top = self._overview(top)
            for place, at in enumerate(page.blocks):
                if page.is_long:
                    top = put_long(at, top)
                    continue
                block, frame = blocks[at], blocks[at].frame(page.fit)
                if place or number == 0:
                    is_last = 0 < place == len(page.blocks) - 1
                    air = self._air(block_gap(page.fit) + frame.height, top) if is_last else 0
                    top = self.rule(top + air, page.fit.above_rule, page.fit.below_rule)
                top = self.book.put_exercise(block.of.id, block.words.bookmark, frame, top)
        return top

    def _air(self, height: float, top: float) -> float:
        """Some of the room below a last block that takes this height, to set it apart, on a page too full for notes."""
        spare = self.bottom - top - height
        return min(spare / 2, _MOST_AIR) if 0 < spare < NOTES_FROM + _ABOVE_NOTES else 0

    def _overview(self, top: float) -> float:
        """All exercises on a first page that none of them fits on: with their doses, by name alone, or not if they are too many."""
        for listed in (overview, contents):
            frame = listed(self.setting, self.sheet)
            if top + mm(4) + frame.height <= self.bottom:
                return self.book.put(frame, top + mm(4))
        return top

    def rule(self, top: float, above: float = BLOCK_GAP, below: float = RULE_GAP) -> float:
        """The rule above a block, with its gaps."""
        frame = Frame(above + below)
        frame.line(0, above, CONTENT_WIDTH, above, 1.2, "teal")
        return self.book.put(frame, top)

    def notes(self, top: float) -> None:
        """Writing lines in the room that is left, where there is enough of it."""
        room = self.bottom - top - _ABOVE_NOTES
        if room < NOTES_FROM:
            return
        frame = Frame()
        number = min(_MOST_NOTES, int((room - HEADING.leading - mm(3)) / mm(9)))
        frame.height = writing_lines(frame, self.setting, self.setting.say("my-notes"), 0, number)
        self.book.put(frame, top + _ABOVE_NOTES)

    def turn_to_safety(self) -> float:
        """A new page for safety; where both sides are printed it is a front, and a page for notes fills the back before it."""
        if self.sheet.choices.two_sided and len(self.book.pages) % 2:
            self._notes_page()
        return self.turn("safety")

    def _notes_page(self) -> None:
        start, frame = self.turn(), Frame()
        number = int((self.bottom - start - HEADING.leading - mm(2)) / mm(9))
        frame.height = writing_lines(frame, self.setting, self.setting.say("my-notes"), 0, number, kind="H2")
        self.book.put(frame, start)

    def safety(self, block: SafetyBlock, top: float | None, *, on_the_back: bool = False) -> None:
        """The safety page, below ``top`` if it fits there whole, else on a page of its own, which may be a back."""
        start = self.bottom if top is None else top + BLOCK_GAP + RULE_GAP
        if top is not None and start + block.least_height <= self.bottom:
            self.rule(top)
        else:
            if top is not None:
                self.notes(top)
            start = self.turn("safety") if on_the_back else self.turn_to_safety()
        self.book.mark(self.setting.say("stay-safe"), 1, start)
        self.book.put(block.frame(self.bottom - start), start)

    def log(self) -> None:
        """The log, if it is wanted and there is something to tick."""
        if self.sheet.choices.with_log and self.sheet.exercises:
            add_log(self.book, self.setting, self.sheet)
