"""A dose in the window's own short form, in pieces that can be clicked, and as a sentence for screen readers."""

from __future__ import annotations

from string import Formatter

from PySide6.QtCore import QCoreApplication

from ptbuilder.domain.dosage import Dosage
from ptbuilder.domain.values import dataclass

LONG_S = 120
"""From here on whole minutes are shown as minutes."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("DoseWords", text)


@dataclass(frozen=True, slots=True)
class DosePiece:
    """A stretch of the dose line; ``part`` names the number that a click edits ("side" for the side), or is empty."""

    text: str
    part: str = ""


def dose_groups(dosage: Dosage, side: str | None) -> tuple[tuple[DosePiece, ...], ...]:
    """The dose line as groups that stay together where the line breaks: ``2 × 10``, ``hold 8 s``, ``2 a day``."""
    groups = [_amount(dosage)]
    if dosage.hold_s:
        groups.append(_fill(_tr("hold {hold_s}"), hold_s=seconds(dosage.hold_s)))
    if dosage.rest_s and dosage.kind == "repetitions":
        groups.append(_fill(_tr("rest {rest_s}"), rest_s=seconds(dosage.rest_s)))
    if side:
        groups.append((DosePiece(side_phrase(side), "side"),))
    groups.append(_fill(_tr("{per_day} a day"), per_day=str(dosage.per_day)))
    if dosage.per_week != 7:
        groups.append(_fill(_tr("{per_week} days a week"), per_week=str(dosage.per_week)))
    return tuple(group for group in groups if group)


def short_dose(dosage: Dosage, side: str | None) -> str:
    """The dose on a card: ``2 × 10``, ``3 × 30 s, both sides``, ``5 minutes, 3 a day``."""
    if dosage.kind == "time":
        text = _tr("{n} minutes, {day} a day").format(n=f"{dosage.minutes or 0:g}", day=dosage.per_day)
    elif dosage.sets == dosage.reps == 1:
        text = _tr("{time}, {day} a day").format(time=long_seconds(dosage.hold_s), day=dosage.per_day)
    elif dosage.sets == 1 and dosage.hold_s > dosage.rep_s:
        text = _tr("{reps} × {hold}").format(reps=dosage.reps, hold=seconds(dosage.hold_s))
    elif dosage.reps == 1 and dosage.hold_s:
        text = _tr("{sets} × {hold}").format(sets=dosage.sets, hold=seconds(dosage.hold_s))
    else:
        text = _tr("{sets} × {reps}").format(sets=dosage.sets, reps=dosage.reps)
    sides = {"both": _tr("both sides"), "left": _tr("left side"), "right": _tr("right side")}
    return _tr("{dose}, {side}").format(dose=text, side=sides[side]) if side in sides else text


def spoken_dose(dosage: Dosage, side: str | None) -> str:
    """The dose as screen readers say it: "2 sets of 10, hold 8 seconds, rest 20 seconds, 2 times a day"."""
    parts = [_spoken_amount(dosage)]
    if dosage.hold_s:
        parts.append(_tr("hold {time}").format(time=long_seconds(dosage.hold_s)))
    if dosage.rest_s and dosage.kind == "repetitions":
        parts.append(_tr("rest {time}").format(time=long_seconds(dosage.rest_s)))
    if side:
        parts.append(side_phrase(side))
    day = _tr("once a day") if dosage.per_day == 1 else _tr("{n} times a day").format(n=dosage.per_day)
    parts.append(day)
    if dosage.per_week != 7:
        parts.append(_tr("{n} days a week").format(n=dosage.per_week))
    return ", ".join(parts)


def side_phrase(side: str) -> str:
    """Left and right, left side, right side."""
    return {"both": _tr("left and right"), "left": _tr("left side"), "right": _tr("right side")}[side]


def seconds(value: int) -> str:
    """Seconds as 8 s, from two whole minutes on as 5 min."""
    if value >= LONG_S and value % 60 == 0:
        return _tr("{n} min").format(n=value // 60)
    return _tr("{n} s").format(n=value)


def long_seconds(value: int) -> str:
    """Seconds in full, from two whole minutes on as minutes."""
    if value >= LONG_S and value % 60 == 0:
        return _tr("{n} minutes").format(n=value // 60)
    return _tr("{n} seconds").format(n=value) if value != 1 else _tr("1 second")


def part_name(part: str) -> str:
    """The caption over the field of one number of a dose."""
    names = {
        "sets": _tr("Sets"),
        "reps": _tr("Reps"),
        "hold_s": _tr("Hold, s"),
        "rest_s": _tr("Rest, s"),
        "minutes": _tr("Minutes"),
        "per_day": _tr("Times a day"),
        "per_week": _tr("Days a week"),
    }
    return names[part]


def spoken_part(part: str) -> str:
    """The name of one number of a dose for screen readers, with its unit."""
    names = {"hold_s": _tr("Hold, seconds"), "rest_s": _tr("Rest, seconds")}
    return names.get(part) or part_name(part)


def least_text(part: str) -> str:
    """What a number must not fall below, as half a sentence: At least 1 set."""
    texts = {
        "sets": _tr("At least 1 set"),
        "reps": _tr("At least 1 repetition"),
        "minutes": _tr("At least 1 minute"),
        "per_day": _tr("At least once a day"),
        "per_week": _tr("At least 1 day a week"),
    }
    return texts[part]


def most_text(part: str, most: int) -> str:
    """What a number must not pass, as half a sentence: At most 20 sets."""
    texts = {
        "sets": _tr("At most {n} sets"),
        "reps": _tr("At most {n} repetitions"),
        "hold_s": _tr("At most {n} seconds to hold"),
        "rest_s": _tr("At most {n} seconds to rest"),
        "minutes": _tr("At most {n} minutes"),
        "per_day": _tr("At most {n} times a day"),
        "per_week": _tr("At most {n} days a week"),
    }
    return texts[part].format(n=most)


def usual_text(part: str, low: float, high: float) -> str:
    """The usual range as a sentence: Usual hold: 2 to 10 s."""
    texts = {
        "sets": _tr("Usual sets: {low} to {high}"),
        "reps": _tr("Usual repetitions: {low} to {high}"),
        "hold_s": _tr("Usual hold: {low} to {high} s"),
        "rest_s": _tr("Usual rest: {low} to {high} s"),
        "minutes": _tr("Usual minutes: {low} to {high}"),
        "per_day": _tr("Usual times a day: {low} to {high}"),
        "per_week": _tr("Usual days a week: {low} to {high}"),
    }
    fixed = {
        "sets": _tr("Usual sets: {low}"),
        "reps": _tr("Usual repetitions: {low}"),
        "hold_s": _tr("Usual hold: {low} s"),
        "rest_s": _tr("Usual rest: {low} s"),
        "minutes": _tr("Usual minutes: {low}"),
        "per_day": _tr("Usual times a day: {low}"),
        "per_week": _tr("Usual days a week: {low}"),
    }
    return (fixed if low == high else texts)[part].format(low=f"{low:g}", high=f"{high:g}")


def _amount(dosage: Dosage) -> tuple[DosePiece, ...]:
    if dosage.kind == "time":
        amount = _fill(_tr("{minutes} minutes"), minutes=f"{dosage.minutes or 0:g}")
        return (*_fill(_tr("{sets} ×"), sets=str(dosage.sets)), DosePiece(" "), *amount) if dosage.sets > 1 else amount
    if dosage.sets == 1:
        if dosage.reps == 1:
            return () if dosage.hold_s else _fill(_tr("{reps} time"), reps="1")
        return _fill(_tr("{reps} times"), reps=str(dosage.reps))
    if dosage.reps == 1 and dosage.hold_s:
        return _fill(_tr("{sets} sets"), sets=str(dosage.sets))
    return _fill(_tr("{sets} × {reps}"), sets=str(dosage.sets), reps=str(dosage.reps))


def _spoken_amount(dosage: Dosage) -> str:
    if dosage.kind == "time":
        return _tr("{n} minutes").format(n=f"{dosage.minutes or 0:g}")
    if dosage.sets == 1:
        return _tr("{n} times").format(n=dosage.reps) if dosage.reps != 1 else _tr("once")
    if dosage.reps == 1 and dosage.hold_s:
        return _tr("{n} sets").format(n=dosage.sets)
    return _tr("{sets} sets of {reps}").format(sets=dosage.sets, reps=dosage.reps)


def _fill(template: str, **values: str) -> tuple[DosePiece, ...]:
    """The template cut at its places, each value marked with the name of its place."""
    pieces: list[DosePiece] = []
    for literal, name, _, _ in Formatter().parse(template):
        if literal:
            pieces.append(DosePiece(literal))
        if name:
            pieces.append(DosePiece(values[name], name))
    return tuple(pieces)
