"""What all records of the library file share: the types of their fields, and that unknown fields are refused."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from ptbuilder.domain.text import Language

Code = Annotated[str, Meta(min_length=1, max_length=80)]
Words = Annotated[str, Meta(min_length=1, max_length=2000)]
Text = dict[Language, Words]
Texts = dict[Language, tuple[Words, ...]]
Codes = tuple[Code, ...]
Count = Annotated[int, Meta(ge=0, le=10_000)]
Pain = Annotated[int, Meta(ge=0, le=10)]


class Record(Struct, forbid_unknown_fields=True, kw_only=True):
    """What all records share: fields are given by name, and unknown ones are refused."""
