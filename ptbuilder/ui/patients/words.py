"""Dates, states and revisions of a patient in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from ptbuilder.domain.activity import ActivityChange
from ptbuilder.domain.changes import RevisionChange
from ptbuilder.domain.library import Library
from ptbuilder.domain.text import say
from ptbuilder.services.patients.caseload import PatientRow
from ptbuilder.ui.labels import activity_name, exercise_name, finding_label, language, phase_name, short_date, side_word
from ptbuilder.ui.widgets.chips import ChipKind


def _tr(text: str) -> str:
    return QCoreApplication.translate("Patients", text)


def exercises_words(count: int) -> str:
    """How many exercises there are; "No program" for none."""
    if not count:
        return _tr("No program")
    return _tr("1 exercise") if count == 1 else _tr("{n} exercises").format(n=count)


def day_words(day: date, today: date) -> str:
    """A day as lists show it: "Today", "6 Mar", with the year where it is another one."""
    if day == today:
        return _tr("Today")
    if day.year != today.year:
        return short_date(day)
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMM")


def seen_words(at: datetime, today: date) -> str:
    """When something was done: "Today 14:02", "6 Mar"."""
    day = day_words(at.date(), today)
    return f"{day} {at:%H:%M}" if at.date() == today else day


def moment_words(at: datetime, today: date) -> str:
    """Day and time: "6 Mar 10:20"."""
    return f"{day_words(at.date(), today)} {at:%H:%M}"


def state_words(row: PatientRow, today: date) -> tuple[ChipKind, str]:
    """The chip at the end of a line and its words; no words where there is nothing to say."""
    if row.is_stopped:
        return "stop", _tr("Stopped")
    if row.due is None:
        return "plain", ""
    if row.due <= today:
        return "plain", _tr("Due today") if row.due == today else _tr("Due since {day}").format(day=day_words(row.due, today))
    return "plain", _tr("Due {day}").format(day=day_words(row.due, today))


def change_words(library: Library, found: Sequence[RevisionChange], most: int = 0) -> str:
    """Changes as sentences in a row; from ``most`` on only how many more there are."""
    sentences = list(dict.fromkeys(text for text in (_sentence(library, change) for change in found) if text))
    if most and len(sentences) > most:
        rest = len(sentences) - most
        sentences = [*sentences[:most], _tr("And {n} more.").format(n=rest)]
    return " ".join(sentences)


def _sentence(library: Library, change: RevisionChange) -> str:
    later = _tr(" (stage {n})").format(n=change.stage + 1) if change.stage else ""
    name = exercise_name(library, change.subject) + later
    texts = {
        "first": _tr("First program."),
        "assessed": _tr("New assessment."),
        "finding-added": _tr("{finding} found."),
        "finding-removed": _tr("{finding} gone."),
        "finding-changed": _tr("{finding} changed."),
        "irritability": _tr("Irritability changed."),
        "stage-added": _tr("Stage {n} planned."),
        "stage-removed": _tr("Stage {n} removed."),
        "stage-begun": _tr("Stage {phase} begun."),
        "added": _tr("{name} added."),
        "stopped": _tr("{name} stopped."),
        "swapped": _tr("{name} swapped for {new}."),
        "dosage": _dosage(change),
        "side": _tr("{name}: side {before} to {after}."),
        "note": _tr("{name}: note changed."),
        "order": _tr("Order changed."),
        "topic-added": _tr("Topic {topic} added."),
        "topic-removed": _tr("Topic {topic} left out."),
        "next-visit": _tr("Next visit changed."),
        "activities": _tr("{activity}: when to start again changed.") if change.subject else _tr("Table of activities changed."),
        "other": _tr("Details changed."),
    }
    topic = library.topics.get(change.subject)
    is_side = change.kind == "side"
    values = {
        "name": name,
        "finding": finding_label(library, change.subject),
        "topic": say(topic.title, language()) if topic else change.subject,
        "activity": _activity(library, change),
        "n": change.stage + 1,
        "phase": phase_name(library, str(change.after)) if change.kind == "stage-begun" and change.after else change.stage + 1,
        "new": exercise_name(library, str(change.after)) if change.kind == "swapped" else "",
        "before": side_word(str(change.before or "")) if is_side else _number(change.before),
        "after": side_word(str(change.after or "")) if is_side else _number(change.after),
    }
    return texts[change.kind].format(**values)


def _activity(library: Library, change: RevisionChange) -> str:
    """What the row is about; the therapist's own row carries its words in the change."""
    own = [each.name for each in (change.after, change.before) if isinstance(each, ActivityChange) and each.name]
    return own[0] if own else activity_name(library, change.subject)


def _dosage(change: RevisionChange) -> str:
    texts = {
        "sets": _tr("{name}: {before} to {after} sets."),
        "reps": _tr("{name}: {before} to {after} times."),
        "hold_s": _tr("{name}: hold {before} to {after} s."),
        "rest_s": _tr("{name}: rest {before} to {after} s."),
        "minutes": _tr("{name}: {before} to {after} minutes."),
        "per_day": _tr("{name}: {before} to {after} times a day."),
        "per_week": _tr("{name}: {before} to {after} days a week."),
        "pain": _tr("{name}: pain limit changed."),
    }
    return texts.get(change.field, _tr("{name}: dosage changed."))


def _number(value: object) -> str:
    return f"{value:g}" if isinstance(value, int | float) else str(value if value is not None else _tr("none"))
