"""Education sheets and the table of activities on the page for a phone."""

from __future__ import annotations

import re

from ptbuilder.domain.handout import Sheet
from ptbuilder.domain.text import say as say_text
from ptbuilder.domain.text import say_all
from ptbuilder.domain.vocabulary import Section, Topic
from ptbuilder.exchange.markup import Markup, element, joined
from ptbuilder.exchange.voice import Voice
from ptbuilder.wording import fixed, head
from ptbuilder.wording.numbers import glue

_ALARM = re.compile(r"(call now|stop and call)", re.IGNORECASE)
"""English headings of what is urgent, as on paper."""


def guide_sections(voice: Voice, sheet: Sheet) -> list[Markup]:
    """A section for each topic that the safety part does not hold already."""
    return [_topic(voice, sheet, topic, number) for number, topic in enumerate(sheet.topics, start=1) if not topic.always]


def _topic(voice: Voice, sheet: Sheet, topic: Topic, number: int) -> Markup:
    summary = voice.text(topic.summary)
    brief = element("p", element("b", voice.plain(lambda language: fixed.say("in-short", language))), " ", summary, class_="brief")
    phone = head.phone(sheet.clinic)
    return element(
        "section",
        element("h2", voice.text(topic.title), id=f"t{number}"),
        brief if summary else None,
        [_section(voice, sheet, section) for section in topic.sections if _applies(sheet, section)],
        element("p", voice.fixed("unsure-phone", phone=phone) if phone else voice.fixed("unsure")),
        class_="topic",
        aria_labelledby=f"t{number}",
    )


def _applies(sheet: Sheet, section: Section) -> bool:
    """Whether a section concerns this patient and is more than the line that ends each sheet anyway."""
    is_last_line = say_all(section.lines, "en") == (fixed.say("unsure", "en"),)
    return not is_last_line and (not section.after or not sheet.findings.isdisjoint(section.after))


def _section(voice: Voice, sheet: Sheet, section: Section) -> Markup:
    lines = voice.items(lambda language: [glue(line) for line in say_all(section.lines, language)])
    told = (element("h3", voice.text(section.heading)), element("ul", [element("li", line) for line in lines]))
    if not _ALARM.match(say_text(section.heading, "en")):
        return joined(told)
    phone = head.phone(sheet.clinic)
    call = element("p", element("b", voice.fixed("call-now", phone=phone))) if phone else None
    return element("div", told, call, class_="danger")


def activity_section(voice: Voice, sheet: Sheet) -> Markup:
    """What the patient may do again, and from when; nothing without a procedure."""
    if not sheet.activities:
        return Markup("")
    rows = [
        element("tr", element("th", voice.text(each.what), scope="row"), element("td", voice.text(each.when)))
        for each in sheet.activities
    ]
    return element(
        "section",
        element("h2", voice.fixed("start-again"), id="again"),
        element("table", element("tbody", rows)),
        class_="activities",
        aria_labelledby="again",
    )
