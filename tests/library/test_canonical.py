from __future__ import annotations

import json
from typing import Any

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from ptbuilder.library.canonical import LINE_WIDTH, canonical_text, plain
from ptbuilder.library.structs import Dosage, LibraryFile
from tests.library.sample import document, exercise


def written(**changes: Any) -> str:
    return canonical_text(msgspec.convert(document(**changes), LibraryFile))


def test_a_text_stands_on_one_line() -> None:
    assert '      "name": {"en": "Bridge", "es": "Puente"},\n' in written()


def test_short_lists_stand_on_one_line_and_long_ones_do_not() -> None:
    lines = written().splitlines()
    assert '      "stress": ["supine", "leg-weight-bearing"],' in lines
    assert '        "en": ["Lie on your back. Bend your knees.", "Lift your hips.", "Lower your hips slowly."],' in lines
    long = written(exercises=[exercise(muscles=[f"muscle number {each}" for each in range(20)])])
    assert '        "muscle number 0",\n        "muscle number 1",\n' in long


def test_keys_stand_in_the_order_of_the_record() -> None:
    shuffled = dict(reversed(exercise(steps=dict(reversed(exercise()["steps"].items()))).items()))
    assert written(exercises=[shuffled]) == written()


def test_defaults_are_left_out_but_not_of_exercises() -> None:
    text = written()
    assert '"default": {"sets": 2, "reps": 10}' in text
    assert '"retired": false' in text
    assert '"replaced_by"' not in text


def test_the_end_is_one_newline_and_letters_are_not_escaped() -> None:
    assert written().endswith("}\n")
    assert "\\u" not in written(exercises=[exercise(cue={"en": "Slow — easy", "es": "Más despacio"})])


def test_whole_numbers_have_no_point() -> None:
    assert plain(Dosage(rep_s=4.0, minutes=2.5)) == {"rep_s": 4, "minutes": 2.5}


@given(words=st.lists(st.text(min_size=1, max_size=60), min_size=1, max_size=6))
def test_what_is_written_reads_back_and_settles(words: list[str]) -> None:
    sources = [word.encode("utf-8", "replace").decode() for word in words]
    text = written(exercises=[exercise(sources=sources)])
    again = json.loads(text)
    assert again["exercises"][0]["sources"] == sources
    assert canonical_text(msgspec.convert(again, LibraryFile)) == text


def test_no_line_is_longer_than_it_must_be() -> None:
    lines = written().splitlines()
    assert max(map(len, lines)) <= LINE_WIDTH
