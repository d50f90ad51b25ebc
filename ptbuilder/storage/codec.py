"""Domain values as JSON text that a person can read: one text for one value, so that texts can be compared and hashed."""

from __future__ import annotations

from hashlib import blake2b
from typing import Any, TypeVar

import msgspec

from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.domain.exercise import Exercise

FORMAT = 1
"""The form of the documents; raise it, and read the older ones, when a field changes its meaning."""

T = TypeVar("T")
_decoders: dict[Any, msgspec.json.Decoder[Any]] = {}
_encoder = msgspec.json.Encoder(order="deterministic")


def encode(value: Any) -> str:
    """The value as JSON; keys of maps and members of sets are sorted, fields stand in the order of the class."""
    return _encoder.encode(value).decode()


def encode_checked(value: T) -> str:
    """The one text of all equal values (0 and 0.0 are equal), for what must never be lost.

    Raises ValueError where reading it back gives something else (NaN).
    """
    try:
        back = decode(encode(value), type(value))
    except msgspec.ValidationError as error:
        raise ValueError(f"{type(value).__name__} does not survive being stored: {error}") from error
    if back != value:
        raise ValueError(f"{type(value).__name__} does not survive being stored")
    return encode(back)


def decode(document: str, kind: type[T], written_as: int = FORMAT) -> T:
    """The value; fields that are missing take their default, fields that are not known are passed over."""
    if written_as > FORMAT:
        raise PTBuilderError("This record was written by a newer PTBuilder. Install that one to open it.")
    if kind not in _decoders:
        _decoders[kind] = msgspec.json.Decoder(kind)
    result: T = _decoders[kind].decode(document)
    return result


def decode_whole(document: str, kind: type[T]) -> T | None:
    """The value, or None where the text is of another kind: for what may be done without."""
    try:
        return decode(document, kind)
    except msgspec.MsgspecError:
        return None


def fingerprint(exercise: Exercise) -> str:
    """32 hexadecimal digits that are the same for the same content, whatever the order of its languages."""
    return blake2b(encode_checked(exercise).encode(), digest_size=16).hexdigest()


def encode_plain(value: object) -> str:
    """A setting or one field of an exercise as JSON."""
    return encode(value)


def decode_plain(document: str) -> Any:
    """A setting or one field of an exercise; lists come back as tuples, as the domain has them."""
    return _with_tuples(msgspec.json.decode(document))


def _with_tuples(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_with_tuples(each) for each in value)
    if isinstance(value, dict):
        return {key: _with_tuples(each) for key, each in value.items()}
    return value
