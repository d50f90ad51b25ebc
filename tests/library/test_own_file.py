from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from ptbuilder.domain.errors import BadInput, Fault
from ptbuilder.domain.exercise import ClinicLayer, FieldEdit
from ptbuilder.domain.library import Library
from ptbuilder.library.own_file import own_text, read_own_file
from tests.library.test_overlay import NOON

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.text("ab{}.-", max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["en", "es", "code", "x"]), inner, max_size=3),
    max_leaves=6,
)
PATHS = st.sampled_from(["difficulty", "steps.en", "stress", "name.es", "figure", "easier", "code", "steps.fr", "", "retired"])


def read(text: str, library: Library) -> tuple[tuple[ClinicLayer, ...], tuple[Fault, ...]]:
    """The layers, or the faults for which the file was refused."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "own.json"
        path.write_text(text, encoding="utf-8")
        try:
            return read_own_file(path, library).layers, ()
        except BadInput as refused:
            return (), refused.faults


@given(path=PATHS, value=VALUES)
def test_an_edit_with_any_value_is_taken_whole_or_refused_in_words(library: Library, path: str, value: Any) -> None:
    layer = ClinicLayer("lx-bridge", edits=(FieldEdit("lx-bridge", path, None, value, "Ana", NOON),))
    layers, faults = read(own_text((layer,), "2026.11"), library)
    assert layers == (layer,) or (faults and all(each.expected for each in faults))


@given(field=st.sampled_from(["name", "steps", "goals", "difficulty", "figure", "code", "easier", "tags_reviewed"]), value=VALUES)
def test_a_record_with_any_value_is_taken_whole_or_refused_in_words(library: Library, field: str, value: Any) -> None:
    text = own_text((ClinicLayer("own-a", own=library.exercises["lx-bridge"]),), "2026.11")
    document = json.loads(text)
    document["exercises"][0] |= {"code": "own-a", field: value}
    layers, faults = read(json.dumps(document), library)
    assert len(layers) == 1 or (faults and all(each.expected for each in faults))


@given(document=VALUES)
def test_any_other_document_is_refused_in_words(library: Library, document: Any) -> None:
    layers, faults = read(json.dumps(document), library)
    assert faults
    assert not layers
