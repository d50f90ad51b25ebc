"""The referral note as plain text for the clinic's record system, in the clinic's language."""

from __future__ import annotations

from ptbuilder.domain.handout import Referral
from ptbuilder.exchange.plain_lines import bullets, headed, paragraph, whole
from ptbuilder.exchange.text_note import clinic_language
from ptbuilder.wording import fixed_note, head, referral
from ptbuilder.wording.fixed import say


def text_referral(note: Referral) -> str:
    """The note as plain text; what was not recorded is not in it."""
    language = clinic_language(note.clinic.language)
    therapist = head.therapist(note.clinic)
    opening = [
        *paragraph(fixed_note.say("referral", language)),
        *paragraph(fixed_note.say("sample", language) if note.person.is_sample else ""),
        *paragraph(say("therapist", language, name=therapist) if therapist else ""),
    ]
    rows = [headed(label, bullets(lines)) for label, lines in referral.rows(note, language) if lines]
    return whole((opening, *rows, paragraph(referral.rule(note, language))))
