"""Cards and library records as offers: the words of a card."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ptbuilder.domain.text import say
from ptbuilder.domain.vocabulary import Side
from ptbuilder.services.desk.desk import Desk
from ptbuilder.services.desk.work import Card
from ptbuilder.ui.build.offers.card_model import Offer, OfferState
from ptbuilder.ui.build.program.dose_words import short_dose, spoken_dose
from ptbuilder.ui.build.reason_words import because_words, position_words, type_word
from ptbuilder.ui.labels import language


def _tr(text: str) -> str:
    return QCoreApplication.translate("Offers", text)


def card_offer(desk: Desk, card: Card, numbers: dict[str, int]) -> Offer:
    """A suggestion as an offer; ``numbers`` gives the row number of each exercise in the program."""
    exercise = card.exercise
    first = next((each for each in card.because if each.goal in card.serves), card.because[0] if card.because else None)
    why = because_words(desk.library, first) if first else ("", "")
    parts = [short_dose(card.dosage, card.side), position_words(desk.library, exercise.position)]
    if card.harder_than in numbers:
        parts.append(_tr("harder than {n}").format(n=numbers[card.harder_than or ""]))
    elif card.easier_than in numbers:
        parts.append(_tr("easier than {n}").format(n=numbers[card.easier_than or ""]))
    name = say(exercise.name, language())
    text = _tr("{name}. {dose}. Because {finding}, to {goal}. Not in the program.")
    spoken = text.format(name=name, dose=spoken_dose(card.dosage, card.side), finding=why[0], goal=why[1])
    findings = frozenset(each.finding for each in card.because)
    return Offer(exercise.code, name, " · ".join(parts), why, bool(card.serves), "offer", card.side, spoken, findings)


def library_offer(desk: Desk, code: str) -> Offer | None:
    """A record of the library as an offer; what rules keep out says so."""
    exercise = desk.library.exercises.get(code)
    if exercise is None:
        return None
    name = say(exercise.name, language())
    region = desk.library.regions.get(exercise.region)
    parts = [say(region.name, language()) if region else "", type_word(exercise.type).lower()]
    parts.append(position_words(desk.library, exercise.position))
    meta = ", ".join(part for part in parts if part)
    state: OfferState = "offer"
    spoken = _tr("{name}. {meta}. Not in the program.")
    if desk.stage.has(code):
        state, spoken = "present", _tr("{name}. {meta}. In the program.")
    elif code in desk.stage_outcome.excluded:
        state, spoken = "barred", _tr("{name}. {meta}. Not suggested: press Enter for why not.")
    side: Side | None = "right" if exercise.unilateral else None
    return Offer(code, name, meta, state=state, side=side, spoken=spoken.format(name=name, meta=meta))
