from __future__ import annotations

import json

from ptbuilder.library.records import FIELDS
from ptbuilder.library.schema import SCHEMA_NAME, library_schema, schema_text
from ptbuilder.resources import asset


def test_the_shipped_schema_is_current() -> None:
    assert asset(SCHEMA_NAME).read_text(encoding="utf-8") == schema_text()


def test_the_schema_knows_every_list_and_forbids_others() -> None:
    top = library_schema()["$defs"]["LibraryFile"]
    assert list(top["properties"]) == list(FIELDS)
    assert top["additionalProperties"] is False
    assert json.loads(schema_text())["title"] == "PTBuilder exercise library"
