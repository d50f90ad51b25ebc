"""Education sheets and the table of activities on the page for a phone."""

from __future__ import annotations

import re

from ptbuilder.domain.activity import OWN, ActivityRow
from ptbuilder.domain.handout import Sheet
from ptbuilder.domain.text import say as say_text
from ptbuilder.domain.vocabulary import Topic
from ptbuilder.exchange.markup import Markup, element, joined
from ptbuilder.exchange.voice import Voice
from ptbuilder.wording import activities, fixed, head
from ptbuilder.wording.topics import ToldSection, told_sections

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
        [_section(voice, sheet, told) for told in told_sections(topic, sheet.findings, voice.languages)],
        element("p", voice.fixed("unsure-phone", phone=phone) if phone else voice.fixed("unsure")),
        class_="topic",
        aria_labelledby=f"t{number}",
    )


def _section(voice: Voice, sheet: Sheet, of: ToldSection) -> Markup:
    lines = voice.items(lambda language: of.lines[language])
    told = (element("h3", voice.text(of.section.heading)), element("ul", [element("li", line) for line in lines]))
    if not _ALARM.match(say_text(of.section.heading, "en")):
        return joined(told)
    phone = head.phone(sheet.clinic)
    call = element("p", element("b", voice.fixed("call-now", phone=phone))) if phone else None
    return element("div", told, call, class_="danger")


def activity_section(voice: Voice, sheet: Sheet) -> Markup:
    """What the patient may do again, and from when; nothing without a procedure."""
    if not sheet.activities.printed:
        return Markup("")
    paper, table = sheet.choices.paper, sheet.activities
    heads = [element("th", voice.fixed(key), scope="col") for key in activities.HEADS]
    return element(
        "section",
        element("h2", voice.fixed("start-again"), id="again"),
        element("p", voice.tell(lambda language: activities.about(table, sheet.printed, language, paper))),
        element(
            "table",
            element("thead", element("tr", heads)),
            element("tbody", [_activity_row(voice, each, paper) for each in table.printed]),
        ),
        class_="activities",
        aria_labelledby="again",
    )


def _activity_row(voice: Voice, row: ActivityRow, paper: str) -> Markup:
    """Words that a therapist typed are in no known language, so they are not marked with one."""
    how = voice.tell(lambda language: activities.how(row, language, paper))
    name = voice.tell(lambda language: activities.name(row, language)) if row.code.startswith(OWN) else voice.text(row.name)
    return element(
        "tr",
        element("th", name, scope="row"),
        element("td", voice.tell(lambda language: activities.when(row, language, paper))),
        element("td", how, class_="how"),
    )
