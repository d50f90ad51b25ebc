"""The JSON Schema of the library file, made from its types, for editors that complete and underline while one writes."""

from __future__ import annotations

import json
from typing import Any

import msgspec

from ptbuilder.library.structs import LibraryFile

SCHEMA_NAME = "library.schema.json"


def library_schema() -> dict[str, Any]:
    """The schema, draft 2020-12, with one definition for each kind of record."""
    schema = msgspec.json.schema(LibraryFile)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "PTBuilder exercise library",
        **schema,
    }


def schema_text() -> str:
    """The schema as it lies in ``assets``."""
    return json.dumps(library_schema(), ensure_ascii=False, indent=2) + "\n"
