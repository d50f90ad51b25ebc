"""The texts of exercises as they were when prescribed, stored once by content."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert

from ptbuilder.domain.exercise import Exercise
from ptbuilder.storage import schema
from ptbuilder.storage.codec import FORMAT, decode, encode_checked, fingerprint
from ptbuilder.storage.database import Database

TABLE = schema.texts


class Texts:
    """Exercises by the fingerprint of their content."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, exercise: Exercise) -> str:
        """Store the exercise as it is now, if it is not stored yet; its fingerprint."""
        code = fingerprint(exercise)
        values = {"fingerprint": code, "exercise": exercise.code, "document": encode_checked(exercise), "format": FORMAT}
        with self._database.writing() as connection:
            connection.execute(insert(TABLE).values(values).on_conflict_do_nothing())
        return code

    def find(self, fingerprints: Iterable[str]) -> dict[str, Exercise]:
        """The exercises with these fingerprints; those that are not stored are left out."""
        wanted = select(TABLE).where(TABLE.c.fingerprint.in_(set(fingerprints)))
        with self._database.reading() as connection:
            rows = connection.execute(wanted).all()
        return {row.fingerprint: decode(row.document, Exercise, row.format) for row in rows}

    def get(self, code: str) -> Exercise:
        """The exercise with this fingerprint; raises KeyError where it is not stored."""
        return self.find((code,))[code]
