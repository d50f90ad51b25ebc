"""What the clinic chose, and what is remembered for each patient."""

from __future__ import annotations

from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Table, delete, select
from sqlalchemy.dialects.sqlite import insert

from ptbuilder.domain.clinic import Clinic, HandoutChoices
from ptbuilder.storage import schema
from ptbuilder.storage.codec import decode, decode_plain, encode, encode_plain
from ptbuilder.storage.database import Database

CLINIC = "clinic"
HANDOUT = "handout"

T = TypeVar("T")


class Settings:
    """Values by key; those of a patient go when the patient is erased."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def clinic(self) -> Clinic:
        """The clinic's letterhead and choices; the defaults until something was set."""
        return self._typed(CLINIC, None, Clinic) or Clinic()

    def set_clinic(self, clinic: Clinic) -> None:
        """Keep the clinic's choices."""
        self._write(CLINIC, None, encode(clinic))

    def handout_choices(self, patient_id: str | None = None) -> HandoutChoices | None:
        """How handouts of this patient are printed, else how the clinic prints; None until someone chose."""
        mine = self._typed(HANDOUT, patient_id, HandoutChoices) if patient_id else None
        return mine or self._typed(HANDOUT, None, HandoutChoices)

    def set_handout_choices(self, choices: HandoutChoices, patient_id: str | None = None) -> None:
        """Keep the choices for this patient, or for the clinic."""
        self._write(HANDOUT, patient_id, encode(choices))

    def get(self, key: str, default: Any = None, patient_id: str | None = None) -> Any:
        """A free value (numbers, words, lists as tuples, maps), or ``default``."""
        document = self._read(key, patient_id)
        return default if document is None else decode_plain(document)

    def put(self, key: str, value: Any, patient_id: str | None = None) -> None:
        """Keep a free value; None removes it."""
        self._write(key, patient_id, None if value is None else encode_plain(value))

    def _typed(self, key: str, patient_id: str | None, kind: type[T]) -> T | None:
        document = self._read(key, patient_id)
        return None if document is None else decode(document, kind)

    def _read(self, key: str, patient_id: str | None) -> str | None:
        table, where, _ = _place(key, patient_id)
        with self._database.reading() as connection:
            return connection.scalar(select(table.c.value).where(*where))

    def _write(self, key: str, patient_id: str | None, document: str | None) -> None:
        table, where, names = _place(key, patient_id)
        with self._database.writing() as connection:
            if document is None:
                connection.execute(delete(table).where(*where))
                return
            statement = insert(table).values(**names, value=document)
            connection.execute(statement.on_conflict_do_update(index_elements=list(names), set_={"value": document}))


def _place(key: str, patient_id: str | None) -> tuple[Table, list[ColumnElement[bool]], dict[str, str]]:
    """The table, the condition that finds the row, and the columns that name it."""
    if patient_id is None:
        return schema.settings, [schema.settings.c.key == key], {"key": key}
    table = schema.patient_settings
    return table, [table.c.patient == patient_id, table.c.key == key], {"patient": patient_id, "key": key}
