"""What can go wrong with the data file, in sentences for the person who uses it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from ptbuilder.domain.errors import PTBuilderError


class WrongKey(PTBuilderError):
    """The key at hand does not fit the data file."""


class KeyMissing(PTBuilderError):
    """There is a data file, but no key for it on this computer."""


class DataDamaged(PTBuilderError):
    """The data file was changed by something other than PTBuilder, or is cut short."""


class DataMissing(PTBuilderError):
    """There was a data file here, and it is gone."""


class DataTooNew(PTBuilderError):
    """A newer PTBuilder has written this data."""


NOT_READABLE = "file is not a database"
MALFORMED = "database disk image is malformed"

DAMAGED = "The data file is damaged. Bring back the last backup."
SENTENCES: tuple[tuple[str, type[PTBuilderError], str], ...] = (
    (MALFORMED, DataDamaged, DAMAGED),
    (NOT_READABLE, DataDamaged, DAMAGED),
    ("database or disk is full", PTBuilderError, "The disk is full. Make room on it and try again."),
    ("database is locked", PTBuilderError, "Another program is using the data file. Close it and try again."),
    ("readonly database", PTBuilderError, "The data file cannot be written. Allow writing to its folder and try again."),
    ("unable to open database file", PTBuilderError, "The data file cannot be opened. Check its folder and try again."),
    ("disk I/O error", PTBuilderError, "The disk did not read or write the data file. Check the disk and try again."),
)
"""What SQLite says (by its words, since SQLCipher gives no codes during a backup), and what it means for the user."""


@contextmanager
def in_plain_words() -> Iterator[None]:
    """Turn SQLite's and the disk's errors that a user can mend into finished sentences; the others pass as they are."""
    try:
        yield
    except PTBuilderError:
        raise
    except UnicodeEncodeError as error:
        raise PTBuilderError("The text holds a sign that cannot be stored. Type it again.") from error
    except OSError as error:
        raise PTBuilderError(f"The data folder cannot be used: {error.strerror or error}.") from error
    except Exception as error:
        plain = plain_error(error)
        if plain is None:
            raise
        raise plain from error


def plain_error(error: BaseException) -> PTBuilderError | None:
    """The sentence for an error of SQLCipher, wrapped by SQLAlchemy or not; None where it is a bug."""
    cause = getattr(error, "orig", None) or error
    if not type(cause).__module__.startswith("sqlcipher3"):
        return None
    said = str(cause)
    return next((kind(sentence) for words, kind, sentence in SENTENCES if words in said), None)
