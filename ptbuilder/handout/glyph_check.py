"""Finds characters that no face can print, and says where they stand."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from ptbuilder.domain.clinic import Clinic
from ptbuilder.domain.errors import BadInput, Fault
from ptbuilder.domain.handout import Referral, Sheet, SheetExercise, SheetPerson
from ptbuilder.handout.faces import BREAKS, is_printable


class MissingGlyph(NamedTuple):
    """A character that cannot be printed, and the text in which it stands."""

    where: str
    character: str

    @property
    def name(self) -> str:
        """The character with its number and its name in Unicode: ``‏ (U+200F, RIGHT-TO-LEFT MARK)``."""
        told = unicodedata.name(self.character, "")
        code = f"U+{ord(self.character):04X}" + (f", {told}" if told else "")
        return f"{self.character} ({code})" if self.character.isprintable() else code


def missing_glyphs(printed: Sheet | Referral) -> tuple[MissingGlyph, ...]:
    """Every character of ``printed`` that no face draws, once for each text."""
    texts = _sheet_texts(printed) if isinstance(printed, Sheet) else _referral_texts(printed)
    found: list[MissingGlyph] = []
    for where, text in texts:
        composed = unicodedata.normalize("NFC", text)
        found.extend(MissingGlyph(where, each) for each in dict.fromkeys(composed) if each not in BREAKS and not is_printable(each))
    return tuple(found)


def refusal(printed: Sheet | Referral) -> BadInput:
    """The error that names each such character and its place."""
    return BadInput(
        tuple(Fault("", each.where, "", f"The character {each.name} cannot be printed.") for each in missing_glyphs(printed))
    )


def _sheet_texts(sheet: Sheet) -> Iterator[tuple[str, str]]:
    yield from _clinic_texts(sheet.clinic)
    yield from _person_texts(sheet.person)
    for item in sheet.exercises:
        yield from _exercise_texts(item)
    for name in sheet.stopped:
        yield from (("Stopped exercises", text) for text in name.values())
    yield from (("Message to the patient", text) for text in sheet.messages)
    for row in sheet.activities.printed:
        yield from (("Activities after the procedure", text) for words in (row.name, row.note) for text in words.values())
    for topic in sheet.topics:
        title = topic.title.get("en", topic.code)
        yield from ((title, text) for text in (*topic.title.values(), *topic.summary.values()))
        for section in topic.sections:
            yield from ((title, text) for text in section.heading.values())
            yield from ((title, text) for lines in section.lines.values() for text in lines)
    for override in sheet.clinician.overrides:
        yield from (("Reason for an override", text) for text in (override.reason, override.by, *override.rule.values()))
    yield "Patient's goals", sheet.clinician.goals
    for told in (*sheet.clinician.warnings, *(finding.label for finding in sheet.clinician.findings)):
        yield from (("Clinician's copy", text) for text in told.values())


def _exercise_texts(item: SheetExercise) -> Iterator[tuple[str, str]]:
    exercise = item.exercise
    name = exercise.name.get("en", exercise.code)
    yield f"Note of {name}", item.note
    for texts in (exercise.name, exercise.purpose, exercise.feel, exercise.stop_if, item.easier, item.harder, *item.equipment):
        yield from ((name, text) for text in texts.values())
    yield from ((f"Steps of {name}", step) for steps in exercise.steps.values() for step in steps)


def _clinic_texts(clinic: Clinic) -> Iterator[tuple[str, str]]:
    yield "Clinic: name", clinic.name
    yield "Clinic: address", clinic.address
    yield "Clinic: phone", clinic.phone
    yield "Clinic: therapist", clinic.therapist
    yield "Clinic: credentials", clinic.credentials
    yield "Clinic: name of the emergency department", clinic.emergency_name


def _person_texts(person: SheetPerson) -> Iterator[tuple[str, str]]:
    yield "Patient's name", person.name
    yield "Patient's initials", person.initials


def _referral_texts(note: Referral) -> Iterator[tuple[str, str]]:
    yield from _clinic_texts(note.clinic)
    yield from _person_texts(note.person)
    for told in (note.heading, note.patient_text, *note.concerns, *note.checks):
        yield from (("Referral note", text) for text in told.values())
    for finding in (*note.danger_signs, *note.other_findings):
        yield from (("Referral note", text) for text in finding.label.values())
    yield from (("Source of the rule", text) for text in note.sources)
