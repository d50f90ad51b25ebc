"""The clinic's own exercises, and its own values of fields of shipped ones."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from itertools import groupby

from ptbuilder.domain.exercise import ClinicLayer, Exercise, FieldEdit
from ptbuilder.storage.codec import FORMAT, decode, decode_plain, encode_checked, encode_plain
from ptbuilder.storage.database import Database


class Edits:
    """What lies over the shipped library. Reading does without SQLAlchemy, since each start reads."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def list(self) -> tuple[FieldEdit, ...]:
        """All edits, by exercise and path."""
        rows = self._database.rows("SELECT exercise, path, base, value, by, at FROM exercise_edits ORDER BY exercise, path")
        return tuple(
            FieldEdit(exercise, path, decode_plain(base), decode_plain(value), by, datetime.fromisoformat(at))
            for exercise, path, base, value, by, at in rows
        )

    def put(self, edit: FieldEdit) -> None:
        """Keep the clinic's value of one field in the place of the one before."""
        from sqlalchemy.dialects.sqlite import insert

        from ptbuilder.storage.schema import exercise_edits as table

        kept = {"base": encode_plain(edit.base), "value": encode_plain(edit.value), "by": edit.by, "at": edit.at}
        statement = insert(table).values(exercise=edit.exercise, path=edit.path, **kept)
        with self._database.writing() as connection:
            connection.execute(statement.on_conflict_do_update(index_elements=["exercise", "path"], set_=kept))

    def remove(self, exercise: str, path: str | None = None) -> None:
        """Back to the original: one field, or the whole exercise."""
        from sqlalchemy import delete

        from ptbuilder.storage.schema import exercise_edits as table

        where = [table.c.exercise == exercise, *([] if path is None else [table.c.path == path])]
        with self._database.writing() as connection:
            connection.execute(delete(table).where(*where))

    def own(self) -> tuple[Exercise, ...]:
        """The clinic's own exercises, by code."""
        rows = self._database.rows("SELECT document, format FROM own_exercises ORDER BY code")
        return tuple(decode(document, Exercise, form) for document, form in rows)

    def put_own(self, exercise: Exercise, by: str, at: datetime) -> None:
        """Keep one of the clinic's own exercises; they are retired, never removed."""
        from sqlalchemy.dialects.sqlite import insert

        from ptbuilder.storage.schema import own_exercises as table

        kept = {"document": encode_checked(exercise), "format": FORMAT, "by": by, "at": at}
        statement = insert(table).values(code=exercise.code, **kept)
        with self._database.writing() as connection:
            connection.execute(statement.on_conflict_do_update(index_elements=["code"], set_=kept))

    def layers(self) -> tuple[ClinicLayer, ...]:
        """All edits and own exercises, by exercise."""
        edited = (ClinicLayer(code, edits=tuple(each)) for code, each in groupby(self.list(), lambda edit: edit.exercise))
        own = (ClinicLayer(each.code, own=each) for each in self.own())
        return (*edited, *own)

    def put_layers(self, layers: Iterable[ClinicLayer], by: str, at: datetime) -> None:
        """Keep these layers in the place of the ones before, all of them or none; own exercises are never removed."""
        with self._database.writing():
            for layer in layers:
                self.remove(layer.code)
                for edit in layer.edits:
                    self.put(edit)
                if layer.own is not None:
                    self.put_own(layer.own, by, at)
