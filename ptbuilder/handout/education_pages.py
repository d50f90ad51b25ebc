"""Education sheets on pages: short topics share one, whom to call stands once at its end, and room that is left is for a plan."""

from __future__ import annotations

from collections.abc import Sequence

from ptbuilder.domain.handout import Sheet
from ptbuilder.handout.activity_table import ActivityBlock
from ptbuilder.handout.book import Book
from ptbuilder.handout.education_block import SIZES, Sizes, TopicBlock
from ptbuilder.handout.frame import Frame
from ptbuilder.handout.geometry import CONTENT_WIDTH, TOP, mm
from ptbuilder.handout.margins import HEAD_HEIGHT, running_head
from ptbuilder.handout.pagination import Filled, fill_pages
from ptbuilder.handout.safety_block import writing_lines
from ptbuilder.handout.setting import Setting
from ptbuilder.handout.theme import EDUCATION, EDUCATION_HEADING
from ptbuilder.wording import dates, head

_GAP, _RULE_AT = mm(10), mm(5.4)
_LAST_GAP = mm(4)
_PLAN_GAP, _AFTER_PLAN = mm(7), mm(3)
_MOST_LINES = 6


def add_topics(book: Book, setting: Setting, languages: Sequence[Setting], sheet: Sheet) -> None:
    """The table of activities, then each topic that the safety page does not hold already, in each of ``languages``.

    ``setting`` sets what stands once.
    """
    topics = [topic for topic in sheet.topics if not topic.always] if sheet.choices.with_topics else []
    has_table = bool(sheet.activities.printed) and sheet.choices.layout != "log"
    if not topics and not has_table:
        return
    pages = _Pages(book, setting, languages, sheet)
    blocks: list[TopicBlock | ActivityBlock] = [ActivityBlock(languages, sheet, pages.room)] if has_table else []
    blocks += [TopicBlock(each, sheet, topic) for topic in topics for each in languages]
    for page in fill_pages(blocks, pages.room, pages.room, SIZES[:1], gap=lambda _: _GAP, is_first_full=False):
        if page.blocks:
            pages.put(blocks, page)


class _Pages:
    """The pages of all topics, each closed by whom to call."""

    def __init__(self, book: Book, setting: Setting, languages: Sequence[Setting], sheet: Sheet) -> None:
        self._book = book
        self._setting = setting
        self._languages = languages
        self._sheet = sheet
        self._start = TOP + HEAD_HEIGHT
        self._last = _last_line(languages, sheet)

    @property
    def room(self) -> float:
        """Room for topics on a page."""
        return self._book.bottom - self._start - self._last.height

    def put(self, blocks: Sequence[TopicBlock | ActivityBlock], page: Filled[Sizes]) -> None:
        """The topics of one page, lines to write on where there is room, the last line."""
        y = self._turn()
        for place, block in enumerate(blocks[at] for at in page.blocks):
            if place:
                y = self._rule(y)
            self._book.mark(block.title, 1, y)
            parts = self._parts(block) if page.is_long else [block.frame(page.fit)]
            y = self._put_parts(block, parts, y)
        y = self._lines(y, "my-plan" if page.blocks[-1] == len(blocks) - 1 else "my-notes")
        self._book.put(self._last, y if y + self._last.height <= self._book.bottom else self._turn())

    def _turn(self) -> float:
        day = dates.day(self._sheet.printed, self._setting.language, self._sheet.choices.paper)
        words = f"{self._setting.say('kind-guide')}, {day}"
        self._book.new_page(running_head(self._setting, self._sheet.person, self._sheet.clinic, words))
        return self._start

    def _parts(self, block: TopicBlock | ActivityBlock) -> list[Frame]:
        """A long topic a size smaller if it fits then, else in its pieces at the smallest size."""
        for sizes in SIZES[1:]:
            if block.frame(sizes).height <= self.room:
                return [block.frame(sizes)]
        return block.parts(SIZES[-1])

    def _put_parts(self, block: TopicBlock | ActivityBlock, parts: Sequence[Frame], top: float) -> float:
        """Pieces in the language of the block, which is told where it is not the document's."""
        y, before = top, self._book.language
        self._book.language = block.setting.language if block.setting is not self._languages[0] else before
        for place, part in enumerate(parts):
            is_next_table = place > 1 and isinstance(block, ActivityBlock)
            if is_next_table or y + part.height > self._book.bottom:
                y = self._turn()
            y = self._book.put(part, y)
        self._book.language = before
        return y

    def _rule(self, top: float) -> float:
        frame = Frame(_GAP)
        frame.line(0, _RULE_AT, CONTENT_WIDTH, _RULE_AT, 1.2, "teal")
        return self._book.put(frame, top)

    def _lines(self, top: float, key: str) -> float:
        """Lines to write on in the room that is left: a plan on the last page, else notes. Gives the height below them."""
        room = self._book.bottom - self._last.height - top - _PLAN_GAP - _AFTER_PLAN
        number = min(_MOST_LINES, int((room - EDUCATION_HEADING.leading) / mm(9)))
        if number < 2:
            return top
        frame, words = Frame(), self._setting.say(key)
        frame.height = writing_lines(frame, self._setting, words, 0, number, style=EDUCATION_HEADING, kind="H2")
        return self._book.put(frame, top + _PLAN_GAP) + _AFTER_PLAN


def _last_line(languages: Sequence[Setting], sheet: Sheet) -> Frame:
    frame, y, phone = Frame(), _LAST_GAP, head.phone(sheet.clinic)
    for setting in languages:
        runs = setting.runs("unsure-phone", phone=phone) if phone else setting.runs("unsure")
        with frame.tag("P", language=setting.language if setting is not languages[0] else ""):
            y = frame.text(0, y, setting.lines(runs, EDUCATION, CONTENT_WIDTH), EDUCATION)
    frame.height = y
    return frame
