"""Education sheets in large print: one column without boxes, each topic from the top of a page."""

from __future__ import annotations

from functools import partial

from ptbuilder.domain.handout import Sheet
from ptbuilder.domain.vocabulary import Topic
from ptbuilder.handout.book import Book
from ptbuilder.handout.education_block import sections_of
from ptbuilder.handout.flow import Flow
from ptbuilder.handout.geometry import TOP, mm
from ptbuilder.handout.large_print import HEADING, TITLE, Column, new_page
from ptbuilder.handout.setting import Setting
from ptbuilder.wording import head
from ptbuilder.wording.fixed import Run


def add_large_topics(book: Book, setting: Setting, sheet: Sheet) -> None:
    """The topics that the safety pages do not hold already, on as many pages as they take."""
    for topic in sheet.topics:
        if not topic.always:
            new_page(book)
            book.mark(setting.text(topic.title), 1, TOP)
            _topic(setting, sheet, topic).put(book, TOP, partial(new_page, book))


def _topic(setting: Setting, sheet: Sheet, topic: Topic) -> Flow:
    column = Column(setting)
    column.head("H1", setting.text(topic.title), TITLE, 0)
    summary = setting.text(topic.summary)
    if summary:
        column.say((Run(f"{setting.say('in-short')} ", bold=True), Run(summary)))
    for section, lines in sections_of(topic, sheet, setting):
        column.head("H2", setting.text(section.heading), HEADING)
        column.bullets(lines)
    phone = head.phone(sheet.clinic)
    column.say(setting.runs("unsure-phone", phone=phone) if phone else setting.runs("unsure"), mm(6))
    return column.flow
