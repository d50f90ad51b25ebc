"""The referral note as a page for a phone: the patient's part first, then what is recorded for the team; no exercise.

What the therapist fills in by hand is on paper only.
"""

from __future__ import annotations

from ptbuilder.domain.handout import Referral
from ptbuilder.exchange.markup import Markup, element
from ptbuilder.exchange.page import letterhead, page
from ptbuilder.exchange.safety_section import sign
from ptbuilder.exchange.voice import Voice
from ptbuilder.wording import dates, head, referral
from ptbuilder.wording.fixed import say


def html_referral(note: Referral) -> str:
    """The page as text to be written as UTF-8; the team's part is in the clinic's language."""
    voice = Voice(note.choices.language, head.phone(note.clinic))
    team = "es" if note.clinic.language == "es" else "en"
    title = voice.plain(
        lambda language: say(
            "ref-title", language, name=note.person.initials, date=dates.day(note.seen.date(), language, note.choices.paper)
        )
    )
    body = (letterhead(voice, note.clinic), element("main", _patient_part(voice, note), _team_part(note, team)))
    return page(voice, title, body)


def _patient_part(voice: Voice, note: Referral) -> list[Markup]:
    words = (
        element("h1", voice.tell(lambda language: referral.title(note, language))),
        element("p", voice.tell(lambda language: referral.to_patient(note, language))),
    )
    phone = head.phone(note.clinic)
    return [
        element("div", sign("danger"), element("div", words), class_="danger rung"),
        element("p", voice.fixed("ref-no-exercise")),
        element("p", voice.fixed("ref-number", phone=phone)) if phone else Markup(""),
    ]


def _team_part(note: Referral, team: str) -> Markup:
    own = Voice("es" if team == "es" else "en")
    rows = [
        element(
            "tr",
            element("th", label, scope="row"),
            element("td", [element("p", line) for line in lines]),
        )
        for label, lines in referral.rows(note, team)
        if lines
    ]
    rule = referral.rule(note, team)
    return element(
        "section",
        element("h2", own.tell(lambda language: referral.team(note, language)), id="team"),
        element("table", element("tbody", rows)),
        element("p", rule, class_="soft") if rule else None,
        element("p", own.fixed("ref-not-replace"), class_="soft"),
        class_="topic",
        aria_labelledby="team",
        lang=team,
    )
