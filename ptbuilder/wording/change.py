"""What changed since the last sheet, and the next smaller and larger dose: "Too hard?", "Too easy?"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ptbuilder.domain.dosage import Dosage
from ptbuilder.domain.text import Text, say
from ptbuilder.domain.vocabulary import Side
from ptbuilder.wording import fixed
from ptbuilder.wording.dose import per_day, per_week, plain
from ptbuilder.wording.numbers import count, days, minutes, number, span

Ranges = Mapping[str, tuple[float, float]]


def what_changed(now: Dosage, before: Dosage, language: str, side: Side | None = None, before_side: Side | None = None) -> str:
    """``Now 10 times, before 8.``, a sentence for each part of the dose that differs; empty where nothing shows."""
    now, before = plain(now), plain(before)
    pairs = [*_amount_changes(now, before, language), *_time_changes(now, before, language)]
    if side != before_side and side is not None and before_side is not None:
        pairs.append((_side(side, language), _side(before_side, language)))
    return " ".join(fixed.say("changed", language, new=new, old=old) for new, old in pairs)


def _amount_changes(now: Dosage, before: Dosage, language: str) -> list[tuple[str, str]]:
    spanish = language == "es"
    pairs = []
    if now.sets != before.sets:
        pairs.append((count(now.sets, *(("serie", "series") if spanish else ("set", "sets"))), number(before.sets)))
    if now.kind == before.kind == "repetitions" and now.reps != before.reps:
        pairs.append((count(now.reps, *(("vez", "veces") if spanish else ("time", "times"))), number(before.reps)))
    if now.kind == "time" and now.minutes != before.minutes and now.minutes and before.minutes:
        pairs.append((minutes(now.minutes, language), number(before.minutes)))
    return pairs


def _time_changes(now: Dosage, before: Dosage, language: str) -> list[tuple[str, str]]:
    spanish = language == "es"
    pairs = []
    if now.hold_s != before.hold_s:
        pairs.append((f"{'mantenga' if spanish else 'hold'} {span(now.hold_s, language)}", span(before.hold_s, language)))
    if now.rest_s != before.rest_s:
        pairs.append((f"{'descanse' if spanish else 'rest'} {span(now.rest_s, language)}", span(before.rest_s, language)))
    if now.per_day != before.per_day:
        pairs.append((per_day(now.per_day, language).lower(), per_day(before.per_day, language).lower()))
    if now.per_week != before.per_week:
        before_days = per_week(7, language) if before.per_week >= 7 else days(before.per_week, language)
        pairs.append((per_week(now.per_week, language), before_days))
    return pairs


def _side(side: Side, language: str) -> str:
    if side == "both":
        return "ambos lados" if language == "es" else "both sides"
    if language == "es":
        return f"el lado {'derecho' if side == 'right' else 'izquierdo'}"
    return f"the {side} side"


def too_hard(dosage: Dosage, side: Side | None, usual: Ranges, easier: Text, language: str) -> str:
    """What to do when it is too hard: the easier neighbour the patient knows, else a smaller dose, never below ``usual``."""
    if easier:
        name = say(easier, language)
        return f"Vuelva a: {name}." if language == "es" else f"Go back to: {name}."
    smaller = _step(dosage, usual, up=False)
    if smaller is None:
        return "Haga la mitad." if language == "es" else "Do half as much."
    return _told(smaller, dosage, side, language)


def too_easy(dosage: Dosage, side: Side | None, usual: Ranges, harder: Text, language: str) -> str:
    """What to do when it is too easy: the harder neighbour the patient knows, else a larger dose, never above ``usual``."""
    if harder:
        name = say(harder, language)
        return f"Pase a: {name}." if language == "es" else f"Go on to: {name}."
    larger = _step(dosage, usual, up=True)
    if larger is None:
        return "Pídanos el siguiente paso." if language == "es" else "Ask us for the next step."
    return _told(larger, dosage, side, language)


def _told(new: Dosage, old: Dosage, side: Side | None, language: str) -> str:
    spanish = language == "es"
    if new.minutes != old.minutes:
        return f"{'Hágalo' if spanish else 'Do'} {minutes(new.minutes or 0, language)}."
    if new.hold_s != old.hold_s:
        return f"{'Mantenga' if spanish else 'Hold for'} {span(new.hold_s, language)}."
    if side == "both":
        return f"Haga {new.reps} con cada lado." if spanish else f"Do {new.reps} on each side."
    times = count(new.reps, "vez", "veces") if spanish else count(new.reps, "time", "times")
    return f"{'Haga' if spanish else 'Do'} {times}."


def _step(dosage: Dosage, usual: Ranges, up: bool) -> Dosage | None:
    """The dose one step up or down, within its usual ranges: minutes, else a long hold, else repetitions, else the hold."""
    if dosage.kind == "time":
        return _moved(dosage, "minutes", _minute_step(dosage.minutes or 0), usual, up)
    by_hold = _moved(dosage, "hold_s", _hold_step(dosage.hold_s), usual, up) if dosage.hold_s else None
    by_reps = _moved(dosage, "reps", 2 if dosage.reps >= 5 else 1, usual, up)
    return (by_hold or by_reps) if dosage.hold_s >= 10 or dosage.reps == 1 else (by_reps or by_hold)


def _minute_step(value: float) -> float:
    return 5 if value >= 15 else 2


def _hold_step(value: float) -> float:
    if value >= 120:
        return 60
    if value >= 20:
        return 10
    return 5 if value >= 10 else 2


def _moved(dosage: Dosage, field: str, step: float, usual: Ranges, up: bool) -> Dosage | None:
    value = getattr(dosage, field)
    low, high = usual.get(field, (1, value * 2 + step))
    wanted = value + step if up else value - step
    bounded = min(wanted, max(high, value)) if up else max(wanted, min(low, value), 1)
    if bounded == value:
        return None
    whole = int(bounded) if bounded == int(bounded) else bounded
    changed: dict[str, Any] = {field: whole}
    return replace(dosage, **changed)
