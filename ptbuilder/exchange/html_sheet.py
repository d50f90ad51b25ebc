"""The sheet as one page for a phone: the same words, numbers and safety part as on paper, in one column."""

from __future__ import annotations

from ptbuilder.domain.handout import Sheet, SheetExercise
from ptbuilder.exchange.exercise_article import exercise_article, moves
from ptbuilder.exchange.guide_sections import activity_section, guide_sections
from ptbuilder.exchange.markup import Markup, element, joined
from ptbuilder.exchange.page import letterhead, page
from ptbuilder.exchange.safety_section import change_section, next_visit, safety_section, visit_box
from ptbuilder.exchange.voice import Voice, Words
from ptbuilder.wording import dates, fixed_phone, head, summary
from ptbuilder.wording.fixed import Run, say


def html_sheet(sheet: Sheet) -> str:
    """The page as text to be written as UTF-8; never the clinician's part, whatever copy was chosen."""
    voice = Voice(sheet.choices.language, head.phone(sheet.clinic))
    main = element(
        "main",
        _title(voice, sheet),
        _plan(voice, sheet),
        _switch(voice) if any(moves(each) for each in sheet.exercises) else None,
        [exercise_article(voice, each, sheet.clinic) for each in sheet.exercises],
        safety_section(voice, sheet),
        change_section(voice, sheet),
        activity_section(voice, sheet),
        visit_box(voice, sheet),
        guide_sections(voice, sheet),
    )
    body = (letterhead(voice, sheet.clinic), main, _foot(voice, sheet))
    return page(voice, head.file_title(sheet, voice.main), body)


def _title(voice: Voice, sheet: Sheet) -> Markup:
    paper = sheet.choices.paper
    is_both = len(voice.languages) > 1
    name = sheet.person.name
    person = element("p", voice.plain(lambda language: say("for", language)), " ", element("b", name)) if is_both and name else None
    planned = voice.tell(lambda language: head.planned(sheet.stage, language, paper))
    stage = voice.tell(lambda language: _stage(sheet, language))
    return joined(
        (
            element("h1", voice.tell(lambda language: head.title("" if is_both else name, language))),
            person,
            element("p", voice.tell(lambda language: dates.day(sheet.printed, language, paper)), class_="soft"),
            element("p", stage) if stage else None,
            element("p", element("b", planned)) if planned else None,
            next_visit(voice, sheet),
        )
    )


def _stage(sheet: Sheet, language: str) -> Words:
    runs = head.stage(sheet.stage, language, sheet.choices.paper)
    long = head.stage_days_long(sheet.stage, language)
    return (*runs, Run(f", {long}")) if runs and long else runs


def _plan(voice: Voice, sheet: Sheet) -> Markup:
    """The summary box, and the way to each part of the page; a sheet of advice alone has no box."""
    if not sheet.exercises:
        return _contents(voice, sheet)
    facts = voice.items(lambda language: summary.facts(sheet, language))
    lines = (
        voice.tell(lambda language: summary.on_days(sheet, language)),
        voice.tell(lambda language: summary.remember(sheet, language)),
        voice.tell(lambda language: summary.needs(sheet, language)),
        voice.tell(lambda language: summary.stopped(sheet, language)),
    )
    box = element(
        "section",
        element("h2", voice.fixed("your-plan"), id="plan"),
        element("ul", [element("li", each) for each in facts], class_="facts", role="list"),
        [element("p", line) for line in lines if line],
        class_="plan",
        aria_labelledby="plan",
    )
    return joined((box, _contents(voice, sheet)))


def _contents(voice: Voice, sheet: Sheet) -> Markup:
    links = [(f"e{each.number}", _numbered(voice, each)) for each in sheet.exercises]
    links.append(("safe", element("span", voice.fixed("stay-safe"))))
    if sheet.activities.printed:
        links.append(("again", element("span", voice.fixed("start-again"))))
    links += [
        (f"t{number}", element("span", voice.text(topic.title)))
        for number, topic in enumerate(sheet.topics, start=1)
        if not topic.always
    ]
    rows = [element("li", element("a", words, href=f"#{place}")) for place, words in links]
    label = voice.plain(lambda language: fixed_phone.say("contents", language))
    return element("nav", element("ol", rows, role="list"), class_="contents", aria_label=label)


def _numbered(voice: Voice, of: SheetExercise) -> Markup:
    return joined((element("span", f"{of.number}.", class_="order"), " ", element("span", voice.text(of.exercise.name))))


def _switch(voice: Voice) -> Markup:
    """Stops the movement without a script, for many phones open a file without running any."""
    words = voice.tell(lambda language: fixed_phone.say("still", language))
    return element("label", element("input", type="checkbox"), element("span", words), class_="still")


def _foot(voice: Voice, sheet: Sheet) -> Markup:
    paper = sheet.choices.paper
    initials = f"{sheet.person.initials} - " if sheet.person.initials else ""
    printed = voice.tell(
        lambda language: initials + say("printed", language, date=dates.day(sheet.printed, language, paper)),
    )
    sample = element("p", element("b", voice.fixed("sample"))) if sheet.person.is_sample else None
    return element("footer", sample, element("p", printed))
