"""The safety page in words: what is fine, when to stop, whom to call, when to go to the emergency department."""

from __future__ import annotations

from ptbuilder.domain.handout import Sheet
from ptbuilder.domain.vocabulary import Level
from ptbuilder.wording.fixed import Run, runs, say
from ptbuilder.wording.fixed_safety import CALL_SIGNS, CALL_SIGNS_AFTER_SHOT, ER_SIGNS, STOP_SIGNS
from ptbuilder.wording.head import emergency_name


def settle_by(irritability: Level | None, language: str) -> str:
    """By when pain should settle; where irritability is not known, as for moderate."""
    return say(f"settle-{irritability or 'moderate'}", language)


def fine(sheet: Sheet, language: str) -> tuple[tuple[Run, ...], ...]:
    """Two lines: what is fine with the pain limit, and by when it should settle."""
    limit = sheet.lowest_pain_limit
    first = runs("fine-none" if limit == 0 else "fine-ache", language)
    if limit:
        first = (*first, Run(" "), *runs("fine-pain", language, p=limit))
    return first, runs("settle", language, when=settle_by(sheet.irritability, language))


def stop_signs(sheet: Sheet, language: str) -> tuple[str, ...]:
    """When to stop an exercise."""
    er = emergency_name(sheet.clinic, language)
    return tuple(sign.format(er=er) for sign in STOP_SIGNS[language])


def call_signs(sheet: Sheet, language: str) -> tuple[str, ...]:
    """When to call a doctor today; the lines about the shot only after an injection."""
    return (CALL_SIGNS_AFTER_SHOT if sheet.after_injection else CALL_SIGNS)[language]


def er_signs(language: str) -> tuple[str, ...]:
    """When to go to the emergency department."""
    return ER_SIGNS[language]


def er_heading(sheet: Sheet, language: str) -> str:
    """``Go to the ER now if you``."""
    return say("er-if", language, er=emergency_name(sheet.clinic, language))


def too_hard_rule(sheet: Sheet, language: str) -> tuple[Run, ...]:
    """When to take the step back."""
    limit = sheet.lowest_pain_limit
    when = settle_by(sheet.irritability, language)
    if not limit:
        return runs("rule-hard-no-number", language, when=when)
    return runs("rule-hard", language, p=limit, when=when)


def too_easy_rule(language: str) -> tuple[Run, ...]:
    """When to take the step on."""
    return runs("rule-easy", language)
