"""The referral note's words that paper, page and text share: its heading, and a finding as it is named."""

from __future__ import annotations

from ptbuilder.domain.handout import PrintedFinding, Referral
from ptbuilder.domain.text import say as say_text
from ptbuilder.wording import head
from ptbuilder.wording.fixed import say


def title(note: Referral, language: str) -> str:
    """What the rule tells the patient to do: its own heading, else ``Go to the ER now`` or ``See a doctor today`` by its level."""
    if note.heading:
        return say_text(note.heading, language)
    if note.level == "urgent":
        return say("ref-urgent", language)
    return say("ref-emergency", language, er=head.emergency_name(note.clinic, language))


def finding(of: PrintedFinding, language: str) -> str:
    """``Nerve pain down the leg, both sides, severe``; the region of an injury stands behind its name."""
    parts = [say_text(of.label, language)]
    if of.region:
        parts.append(say_text(of.region, language))
    if of.side:
        parts.append(say(f"side-{of.side}", language))
    if of.grade:
        parts.append(say(f"grade-{of.grade}", language))
    return ", ".join(parts)
