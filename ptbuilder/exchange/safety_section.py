"""The safety part of the page for a phone: the same ladder as on paper, and it cannot be left out."""

from __future__ import annotations

from ptbuilder.domain.handout import Sheet
from ptbuilder.exchange.exercise_article import note
from ptbuilder.exchange.markup import Inside, Markup, element
from ptbuilder.exchange.voice import Voice
from ptbuilder.wording import head, safety
from ptbuilder.wording.fixed import say

_SIGNS = {
    "fine": "M12 2.5a9.5 9.5 0 1 0 0 19 9.5 9.5 0 1 0 0-19zM7.5 12.5l3 3 6-7",
    "stop": "M8 2.5h8l5.5 5.5v8l-5.5 5.5h-8l-5.5-5.5v-8zM7.5 12h9",
    "call": "M5 3h4l2 5-2.5 1.5a11 11 0 0 0 6 6l1.5-2.5 5 2v4a2 2 0 0 1-2 2a16 16 0 0 1-16-16a2 2 0 0 1 2-2z",
    "danger": "M12 3l10 18h-20zM12 9.5v5.5M12 18v.1",
}
"""Signs on a grid of 24; the words beside them say the same."""


def sign(kind: str) -> Markup:
    """A sign that only the eye needs."""
    return element(
        "svg", element("path", d=_SIGNS[kind]), class_="sign", viewBox="0 0 24 24", aria_hidden="true", focusable="false"
    )


def safety_section(voice: Voice, sheet: Sheet) -> Markup:
    """What is fine, when to stop, whom to call, when to go at once."""
    stop = voice.items(lambda language: safety.stop_signs(sheet, language))
    call = voice.items(lambda language: safety.call_signs(sheet, language))
    fine = voice.items(lambda language: safety.fine(sheet, language))
    danger = (_list(voice.items(safety.er_signs)), element("p", element("b", voice.fixed("do-not-wait"))))
    return element(
        "section",
        element("h2", voice.fixed("stay-safe"), id="safe"),
        _rung("fine", voice.fixed("fine"), [element("p", each) for each in fine]),
        _rung("stop", voice.fixed("stop-have"), _list(stop)),
        _rung("call", voice.fixed("call-have"), _list(call)),
        _rung("danger", voice.tell(lambda language: safety.er_heading(sheet, language)), danger),
        class_="safety",
        aria_labelledby="safe",
    )


def _list(items: list[Markup]) -> Markup:
    return element("ul", [element("li", each) for each in items])


def _rung(kind: str, title: Markup, inside: Inside) -> Markup:
    words = element("div", element("h3", title), inside)
    return element("div", sign(kind), words, class_="danger rung" if kind == "danger" else "rung")


def change_section(voice: Voice, sheet: Sheet) -> Markup:
    """When to take a step back or on, what to do after a missed day, and what the therapist wrote for the whole program."""
    rules = voice.tell(lambda language: " ".join(_rules(language)))
    return element(
        "section",
        element("h2", voice.fixed("change-step"), id="change"),
        element("p", voice.tell(lambda language: safety.too_hard_rule(sheet, language))),
        element("p", voice.tell(safety.too_easy_rule)),
        element("p", rules),
        [note(voice, message, sheet.clinic) for message in sheet.messages if message.strip()],
        class_="change",
        aria_labelledby="change",
    )


def _rules(language: str) -> tuple[str, str]:
    return say("one-at-a-time", language), say("missed", language)


def visit_box(voice: Voice, sheet: Sheet) -> Markup:
    """The next visit, or a line for it, and what to bring; the page has no log, so it asks for the sheet alone."""
    return element("div", next_visit(voice, sheet), element("p", voice.fixed("bring-sheet")), class_="visit")


def next_visit(voice: Voice, sheet: Sheet) -> Markup:
    """``Next visit: Thursday 26 March, 10:30``."""
    label = element("b", voice.plain(lambda language: say("next-visit", language)))
    if sheet.next_visit is None:
        return element("p", label, " ", element("span", class_="blank"))
    return element("p", label, " ", voice.tell(lambda language: head.next_visit(sheet, language)))
