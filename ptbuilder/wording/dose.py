"""A dose in words, in one source for the sentence, the panel and the short form, so that their numbers agree."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Literal, NamedTuple

from ptbuilder.domain.dosage import Dosage
from ptbuilder.domain.vocabulary import Side
from ptbuilder.wording.fixed import say
from ptbuilder.wording.numbers import NO_BREAK, count, days, minutes, number, short_span, span

RowKind = Literal["sets", "repeat", "side", "hold", "rest", "time", "load", "effort", "when"]


class DoseRow(NamedTuple):
    """A row of the panel; ``lines`` are the lines of its value, ``kind`` chooses the icon."""

    kind: RowKind
    label: str
    lines: tuple[str, ...]


_EFFORT_SENTENCE: Mapping[str, tuple[str, str]] = {
    "easy": ("It should feel easy.", "Debe sentirse fácil."),
    "moderate": ("It should feel like some work.", "Debe sentir algo de esfuerzo."),
    "hard": ("The last 2\u00a0or\u00a03 should feel hard.", "Las últimas 2\u00a0o\u00a03 deben costarle."),
    "talk": ("You should be able to talk.", "Debe poder hablar."),
    "steady": ("A small sway is fine.", "Moverse un poco está bien."),
    "as-eases": ("Go only as far as it eases your pain.", "Llegue solo hasta donde alivie el dolor."),
    "no-tingling": ("You should feel no tingling after.", "No debe sentir hormigueo después."),
    "mild-pull": ("Feel a mild pull only.", "Sienta solo un estiramiento leve."),
    "good-ache": ("A good ache is fine. Sharp pain is not.", "Una molestia leve está bien. Un dolor agudo, no."),
    "squeeze": ("Squeeze well, but breathe with ease.", "Apriete bien, pero respire sin esfuerzo."),
    "soft-landing": ("Land softly.", "Caiga suave."),
}
"""Effort as a sentence. ``gentle-pull`` and ``rest`` say nothing that "You should feel" does not say."""

_EFFORT_ROW: Mapping[str, tuple[str, str]] = {
    "easy": ("Easy", "Fácil"),
    "moderate": ("Some work", "Algo de esfuerzo"),
    "hard": ("Last 2\u00a0or\u00a03 hard", "Las últimas 2\u00a0o\u00a03 cuestan"),
    "talk": ("You can talk", "Puede hablar"),
    "mild-pull": ("Mild pull only", "Solo un estiramiento leve"),
    "good-ache": ("Good ache, no sharp pain", "Molestia leve, no dolor agudo"),
    "squeeze": ("Firm, with easy breath", "Firme, sin aguantar el aire"),
}
"""Effort in the panel; what is a rule rather than an effort ("Land softly.") stands in the sentence alone."""
_LOAD: Mapping[str, tuple[str, str, str, str]] = {
    "band": ("Use the band.", "Use la banda.", "Band", "Banda"),
    "weight": ("Use the weight.", "Use la pesa.", "Weight", "Pesa"),
}
_APART = frozenset({"moderate", "hard"})


def plain(dosage: Dosage) -> Dosage:
    """The dose as it is told: sets of a single repetition are repetitions ("Do 3 times", never "3 sets of 1")."""
    if dosage.kind == "repetitions" and dosage.reps == 1 and dosage.sets > 1:
        return replace(dosage, sets=1, reps=dosage.sets)
    return dosage


def _times(value: float, language: str) -> str:
    return count(value, "vez", "veces") if language == "es" else count(value, "time", "times")


def _sets(value: float, language: str) -> str:
    return count(value, "serie", "series") if language == "es" else count(value, "set", "sets")


def _shows_rest(dosage: Dosage, side: Side | None) -> bool:
    """A rest says something only between two things: sets, repetitions, or sides."""
    return dosage.rest_s > 0 and (dosage.sets > 1 or dosage.reps > 1 or side == "both") and dosage.kind == "repetitions"


def _needs_days_apart(dosage: Dosage) -> bool:
    """Strength work wants a day off in between (48 hours, ACSM 2009); two or three days a week can keep it."""
    return dosage.effort in _APART and dosage.per_week in (2, 3) and dosage.kind == "repetitions"


def _amount(dosage: Dosage, side: Side | None, language: str) -> str:
    if dosage.kind == "time":
        return _duration(dosage, language)
    spanish = language == "es"
    if dosage.sets > 1:
        core = (
            f"Haga {_sets(dosage.sets, language)} de{NO_BREAK}{dosage.reps}"
            if spanish
            else f"Do {_sets(dosage.sets, language)} of{NO_BREAK}{dosage.reps}"
        )
    else:
        core = f"{'Haga' if spanish else 'Do'} {_times(dosage.reps, language)}"
    return f"{core}{_side_words(side, spanish)}."


def _duration(dosage: Dosage, language: str) -> str:
    length = minutes(dosage.minutes or 0, language)
    if dosage.sets > 1:
        sets = _sets(dosage.sets, language)
        return f"Haga {sets} de {length}." if language == "es" else f"Do {sets} of {length}."
    return f"Hágalo durante {length}." if language == "es" else f"Do this for {length}."


def _side_words(side: Side | None, spanish: bool) -> str:
    if side is None:
        return ""
    if side == "both":
        return " con cada lado" if spanish else " on each side"
    if spanish:
        return f" con el lado {'derecho' if side == 'right' else 'izquierdo'}"
    return f" on your {side} side"


def _rest(dosage: Dosage, language: str) -> str:
    between = dosage.sets > 1
    if language == "es":
        return f"Descanse {span(dosage.rest_s, language)}{' entre series' if between else ''}."
    return f"Rest {span(dosage.rest_s, language)}{' between sets' if between else ''}."


def per_day(times: int, language: str) -> str:
    """``Once a day``, ``Twice a day``, ``3 times a day``."""
    if language == "es":
        return {1: "Una vez al día", 2: "Dos veces al día"}.get(times, f"{_times(times, language)} al día")
    return {1: "Once a day", 2: "Twice a day"}.get(times, f"{_times(times, language)} a day")


def per_week(number_of_days: int, language: str) -> str:
    """``every day``, ``3 days a week``."""
    if number_of_days >= 7:
        return "todos los días" if language == "es" else "every day"
    return f"{days(number_of_days, language)} {'a la semana' if language == 'es' else 'a week'}"


def _when(dosage: Dosage, language: str) -> str:
    if language == "es" and dosage.per_day == 1 and dosage.per_week >= 7:
        return "Una vez cada día."
    return f"{per_day(dosage.per_day, language)}, {per_week(dosage.per_week, language)}."


def _effort(dosage: Dosage, language: str) -> str:
    return _EFFORT_SENTENCE.get(dosage.effort, ("", ""))[language == "es"]


class DosePart(NamedTuple):
    """One part of the dose sentence, itself a sentence; ``kind`` is that of its row in the panel, empty where it has none."""

    kind: RowKind | Literal[""]
    text: str


def dose_parts(dosage: Dosage, side: Side | None, language: str) -> tuple[DosePart, ...]:
    """The parts of the dose sentence in their order: how often, hold, rest, when, days apart, load, effort."""
    dosage = plain(dosage)
    spanish = language == "es"
    amount: RowKind = "time" if dosage.kind == "time" else "sets" if dosage.sets > 1 else "repeat"
    parts = [DosePart(amount, _amount(dosage, side, language))]
    if dosage.hold_s:
        parts.append(DosePart("hold", f"{'Mantenga' if spanish else 'Hold'} {span(dosage.hold_s, language)}."))
    if _shows_rest(dosage, side):
        parts.append(DosePart("rest", _rest(dosage, language)))
    parts.append(DosePart("when", _when(dosage, language)))
    if _needs_days_apart(dosage):
        parts.append(DosePart("", "Deje un día de descanso entre uno y otro." if spanish else "Leave a day off in between."))
    if dosage.load in _LOAD:
        parts.append(DosePart("load", _LOAD[dosage.load][spanish]))
    if effort := _effort(dosage, language):
        parts.append(DosePart("effort" if dosage.effort in _EFFORT_ROW else "", effort))
    return tuple(parts)


def sentences(dosage: Dosage, side: Side | None, language: str) -> tuple[str, ...]:
    """The sentences of the dose without their kinds."""
    return tuple(part.text for part in dose_parts(dosage, side, language))


def sentence(dosage: Dosage, side: Side | None, language: str) -> str:
    """The whole dose as patients read it: ``Do 3 times on each side. Hold 20 seconds. Once a day, every day.``."""
    return " ".join(sentences(dosage, side, language))


def _repeat(dosage: Dosage, side: Side | None, language: str) -> str:
    if side == "both":
        return f"{dosage.reps} {'cada lado' if language == 'es' else 'each side'}"
    return _times(dosage.reps, language)


def _side_row(side: Side, language: str) -> str:
    words = {"left": ("Left", "Izquierdo"), "right": ("Right", "Derecho")}
    return words[side][language == "es"]


def rows(dosage: Dosage, side: Side | None, language: str) -> tuple[DoseRow, ...]:
    """The rows of the dose panel in their order; a row stands only where it says something."""
    dosage = plain(dosage)
    found: list[tuple[RowKind, tuple[str, ...]]] = []
    if dosage.sets > 1:
        found.append(("sets", (number(dosage.sets),)))
    if dosage.kind == "time":
        found.append(("time", (minutes(dosage.minutes or 0, language),)))
    else:
        found.append(("repeat", (_repeat(dosage, side, language),)))
    if side in ("left", "right"):
        found.append(("side", (_side_row(side, language),)))
    if dosage.hold_s:
        found.append(("hold", (span(dosage.hold_s, language),)))
    if _shows_rest(dosage, side):
        found.append(("rest", (span(dosage.rest_s, language),)))
    if dosage.load in _LOAD:
        found.append(("load", (_LOAD[dosage.load][2 + (language == "es")],)))
    if dosage.effort in _EFFORT_ROW:
        found.append(("effort", (_EFFORT_ROW[dosage.effort][language == "es"],)))
    found.append(("when", (per_day(dosage.per_day, language), per_week(dosage.per_week, language))))
    return tuple(DoseRow(kind, say(f"row-{kind}", language), lines) for kind, lines in found)


def short(dosage: Dosage, side: Side | None, language: str) -> str:
    """The compact form: ``2 sets of 10 each side, hold 3 sec, rest 1 min, 3 days a week``."""
    dosage = plain(dosage)
    spanish = language == "es"
    parts = [_short_amount(dosage, side, language)]
    if dosage.hold_s:
        parts.append(f"{'mantenga' if spanish else 'hold'} {short_span(dosage.hold_s, language)}")
    if _shows_rest(dosage, side):
        parts.append(f"{'descanse' if spanish else 'rest'} {short_span(dosage.rest_s, language)}")
    if dosage.per_day > 1 or dosage.per_week >= 7:
        parts.append(_short_per_day(dosage.per_day, language))
    if dosage.per_week < 7:
        parts.append(per_week(dosage.per_week, language))
    return ", ".join(parts)


def _short_per_day(times: int, language: str) -> str:
    return f"{_times(times, language)} al día" if language == "es" else per_day(times, language).lower()


def _short_amount(dosage: Dosage, side: Side | None, language: str) -> str:
    spanish = language == "es"
    if dosage.kind == "time":
        length = minutes(dosage.minutes or 0, language)
        return f"{_sets(dosage.sets, language)} {'de' if spanish else 'of'} {length}" if dosage.sets > 1 else length
    each = (" cada lado" if spanish else " each side") if side == "both" else ""
    if dosage.sets > 1:
        amount = f"{_sets(dosage.sets, language)} {'de' if spanish else 'of'}{NO_BREAK}{dosage.reps}{each}"
    else:
        amount = f"{dosage.reps}{each}" if each else _times(dosage.reps, language)
    if side in ("left", "right"):
        amount += (", lado " if spanish else ", ") + _side_row(side, language).lower() + ("" if spanish else " side")
    return amount
