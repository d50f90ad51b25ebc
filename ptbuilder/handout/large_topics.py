"""Education sheets in large print: one column without boxes; short topics share a page, whom to call stands once at its end."""

from __future__ import annotations

from functools import partial

from ptbuilder.domain.handout import Sheet
from ptbuilder.domain.vocabulary import Topic
from ptbuilder.handout.book import Book
from ptbuilder.handout.education_block import sections_of
from ptbuilder.handout.flow import Flow
from ptbuilder.handout.frame import Frame
from ptbuilder.handout.geometry import CONTENT_WIDTH, TOP, mm, run_width
from ptbuilder.handout.large_print import HEADING, TEXT, TITLE, Column, new_page
from ptbuilder.handout.pagination import Filled, fill_pages
from ptbuilder.handout.setting import Setting
from ptbuilder.wording import head
from ptbuilder.wording.fixed import Run

_GAP, _RULE_AT = mm(12), mm(7)
_ABOVE_HEADINGS = (mm(6), mm(4), mm(3))
"""Room above the heading of a section, less where one more topic then shares the page."""
_LAST_GAP = mm(6)


def add_large_topics(book: Book, setting: Setting, sheet: Sheet) -> None:
    """The topics that the safety pages do not hold already, on as few pages as they take."""
    blocks = [_TopicFlow(setting, sheet, topic) for topic in sheet.topics if not topic.always]
    last = _last_line(setting, sheet)
    room = book.bottom - TOP - last.height
    for page in fill_pages(blocks, room, room, _ABOVE_HEADINGS, gap=lambda _: _GAP, is_first_full=False):
        if page.blocks:
            _put_page(book, blocks, page, last)


class _TopicFlow:
    """A topic as parts one below the other, which may go over a page end where no page holds it whole."""

    def __init__(self, setting: Setting, sheet: Sheet, topic: Topic) -> None:
        self.title = setting.text(topic.title)
        self._setting = setting
        self._sheet = sheet
        self._topic = topic
        self._flows: dict[float, Flow] = {}

    def flow(self, above_headings: float) -> Flow:
        """Title, key sentence and sections; made once for each gap."""
        found = self._flows.get(above_headings)
        if found is None:
            found = self._flows[above_headings] = _topic(self._setting, self._sheet, self._topic, above_headings)
        return found

    def frame(self, above_headings: float) -> Frame:
        """What it takes."""
        return Frame(self.flow(above_headings).height)


def _put_page(book: Book, blocks: list[_TopicFlow], page: Filled[float], last: Frame) -> None:
    """The topics of one page with a rule between them, then the last line."""
    turn = partial(new_page, book)
    y = turn()
    for place, block in enumerate(blocks[at] for at in page.blocks):
        if place:
            rule = Frame(_GAP)
            rule.line(0, _RULE_AT, CONTENT_WIDTH, _RULE_AT, 1.2, "teal")
            y = book.put(rule, y)
        book.mark(block.title, 1, y)
        y = block.flow(page.fit).put(book, y, turn)
    book.put(last, y if y + last.height <= book.bottom else turn())


def _topic(setting: Setting, sheet: Sheet, topic: Topic, above_headings: float) -> Flow:
    column = Column(setting)
    column.head("H1", setting.text(topic.title), TITLE, 0)
    summary = setting.text(topic.summary)
    if summary:
        column.say((Run(f"{setting.say('in-short')} ", bold=True), Run(summary)))
    for section, lines in sections_of(topic, sheet, setting):
        column.head("H2", setting.text(section.heading), HEADING, above_headings)
        column.bullets(lines)
    return column.flow


def _last_line(setting: Setting, sheet: Sheet) -> Frame:
    frame, phone = Frame(), head.phone(sheet.clinic)
    runs = setting.runs("unsure-phone", phone=phone) if phone else setting.runs("unsure")
    frame.height = frame.say("P", 0, _LAST_GAP, setting.lines(runs, TEXT, run_width(TEXT.size)), TEXT)
    return frame
