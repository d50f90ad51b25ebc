"""A patient of the clinic."""

from __future__ import annotations

from datetime import date
from typing import Literal

from ptbuilder.domain.values import dataclass

Sex = Literal["F", "M"]
NameForm = Literal["full", "first", "initials"]


@dataclass(frozen=True, slots=True)
class Patient:
    """A person with the choices kept for them: language, paper, form of the name on paper, drawn body.

    ``id`` is a UUID made by the client. ``is_sample`` marks a made-up person; samples are never mixed with real patients.
    """

    id: str
    given: str = ""
    family: str = ""
    birth_date: date | None = None
    birth_year: int | None = None
    sex: Sex | None = None
    record_number: str = ""
    language: str = ""
    paper: str = ""
    name_form: NameForm = "full"
    body: Sex | None = None
    phone: str = ""
    notes: str = ""
    is_sample: bool = False

    @property
    def full_name(self) -> str:
        """Given and family name, or an empty string."""
        return " ".join(part for part in (self.given, self.family) if part)

    @property
    def initials(self) -> str:
        """The first letter of each name with a full stop: ``R. S.``."""
        return " ".join(f"{word[0]}." for word in self.full_name.split())

    @property
    def printed_name(self) -> str:
        """The name in the form chosen for paper."""
        if self.name_form == "initials":
            return self.initials
        return self.given if self.name_form == "first" else self.full_name

    def age_on(self, day: date) -> int | None:
        """Whole years on ``day``; from the birth year alone it may be one too many, None if neither is known."""
        if self.birth_date is not None:
            birthday_to_come = (day.month, day.day) < (self.birth_date.month, self.birth_date.day)
            return day.year - self.birth_date.year - birthday_to_come
        return day.year - self.birth_year if self.birth_year is not None else None
