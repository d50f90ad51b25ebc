"""What the note for the clinic's record system says, as a value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ptbuilder.domain.handout import Sheet
from ptbuilder.domain.text import Text
from ptbuilder.domain.vocabulary import Grade, Onset, Side


@dataclass(frozen=True, slots=True)
class NotedFinding:
    """A finding as it was recorded: ``value`` with its scale (``6/10``), and the day of a procedure or the days since it.

    ``region`` is the injured part, where one was asked for.
    """

    label: Text
    side: Side | None = None
    grade: Grade | None = None
    value: Text | None = None
    on: date | None = None
    days_since: int | None = None
    note: str = ""
    region: Text | None = None


@dataclass(frozen=True, slots=True)
class NotedClearance:
    """Who cleared what, and when."""

    rule: Text
    what: str
    by: str
    on: date


@dataclass(frozen=True, slots=True)
class RecordNote:
    """The sheet that was handed out, with what only the record needs.

    ``danger_signs`` are red flags that were found and did not stop the program, ``goals`` those that the program serves,
    ``advice`` the titles of all topics that the patient got, those of the safety part included, ``wishes`` the patient's own words.
    """

    sheet: Sheet
    findings: tuple[NotedFinding, ...] = ()
    danger_signs: tuple[NotedFinding, ...] = ()
    clearances: tuple[NotedClearance, ...] = ()
    onset: Onset | None = None
    goals: tuple[Text, ...] = ()
    advice: tuple[Text, ...] = ()
    wishes: str = ""
