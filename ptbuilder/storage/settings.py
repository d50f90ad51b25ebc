"""What the clinic chose, and what is remembered for each patient."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from ptbuilder.domain.clinic import Clinic, HandoutChoices
from ptbuilder.storage.codec import decode, decode_plain, encode, encode_plain
from ptbuilder.storage.database import Database

if TYPE_CHECKING:
    from sqlalchemy import Table

CLINIC = "clinic"
HANDOUT = "handout"

T = TypeVar("T")


class Settings:
    """Values by key; those of a patient go when the patient is erased. Reading does without SQLAlchemy, since each start reads."""

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

    def text(self, key: str) -> str:
        """The document under ``key`` as it was written, not judged; an empty text where there is none."""
        return str(self._read(key, None) or "")

    def put_text(self, key: str, text: str) -> None:
        """Keep a document as it is; an empty one removes it."""
        self._write(key, None, text or None)

    def _typed(self, key: str, patient_id: str | None, kind: type[T]) -> T | None:
        document = self._read(key, patient_id)
        return None if document is None else decode(document, kind)

    def _read(self, key: str, patient_id: str | None) -> str | None:
        if patient_id is None:
            row = self._database.first_row("SELECT value FROM settings WHERE key = ?", key)
        else:
            row = self._database.first_row("SELECT value FROM patient_settings WHERE patient = ? AND key = ?", patient_id, key)
        return None if row is None else row[0]

    def _write(self, key: str, patient_id: str | None, document: str | None) -> None:
        from sqlalchemy import delete
        from sqlalchemy.dialects.sqlite import insert

        table, names = _place(key, patient_id)
        with self._database.writing() as connection:
            if document is None:
                connection.execute(delete(table).where(*(table.c[name] == value for name, value in names.items())))
                return
            statement = insert(table).values(**names, value=document)
            connection.execute(statement.on_conflict_do_update(index_elements=list(names), set_={"value": document}))


def _place(key: str, patient_id: str | None) -> tuple[Table, dict[str, str]]:
    """The table, and the columns that name the row."""
    from ptbuilder.storage import schema

    if patient_id is None:
        return schema.settings, {"key": key}
    return schema.patient_settings, {"patient": patient_id, "key": key}
