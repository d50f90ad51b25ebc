from __future__ import annotations

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ptbuilder.library.parse import MAX_BYTES, MAX_DEPTH, Parsed, parse


def says(data: bytes) -> str:
    return " | ".join(flaw.says for flaw in parse(data).flaws)


def test_sound_json_is_read_without_flaws() -> None:
    assert parse('{"a": [1, 2.5, true, null, "añó ❤"]}'.encode()) == Parsed({"a": [1, 2.5, True, None, "añó ❤"]})


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "not JSON at line 1"),
        (b"{", "not JSON at line 1"),
        (b'{"a": 1,\n}', "not JSON at line 2"),
        (b'\xef\xbb\xbf{"a": 1}', "byte order mark"),
        (b'{"a":\n "\xff"}', "line 2 is not UTF-8"),
        (b'{"a": NaN}', "expected a number, got NaN"),
        (b'{"a": -Infinity}', "expected a number, got -Infinity"),
        (b'{"a": 1e999}', "expected a number, got 1e999"),
        (b'{"a": 12345678901234567890}', "at most 15 digits"),
        (b'{"a": ' + b"9" * 5000 + b"}", "at most 15 digits"),
        (b'{"a": "\\ud800"}', "half surrogates"),
        (b'{"\\udc00": 1}', "half surrogates"),
        (b'{"a": "\\u0000"}', "control characters"),
        (b'{"a": 1, "b": 2, "a": 3}', 'the key "a" is given twice'),
        (b"[" * 100_000, "nested more than"),
        (b"[" * 100_000 + b"]" * 100_000, "nested more than"),
        (b'{"a":' * 50_000 + b"1" + b"}" * 50_000, "nested more than"),
        (b"[" * (MAX_DEPTH + 1) + b"]" * (MAX_DEPTH + 1), "nested more than"),
        (b" " * (MAX_BYTES + 1), "at most 32 MB"),
    ],
)
def test_each_flaw_is_named(data: bytes, expected: str) -> None:
    assert expected in says(data)


def test_the_deepest_allowed_nesting_is_read() -> None:
    assert not parse(b"[" * MAX_DEPTH + b"]" * MAX_DEPTH).flaws


def test_brackets_inside_text_do_not_count() -> None:
    assert not parse(json.dumps({"a": "[{" * 500, "b": '\\"' + "[" * 500}).encode()).flaws


def test_a_pair_of_surrogates_is_one_letter() -> None:
    assert parse(b'"\\ud83d\\ude00"') == Parsed("😀")


def test_all_flaws_are_listed_with_their_paths() -> None:
    flaws = parse(b'{"x": [NaN, {"k": 1, "k": 1e999}], "y": "\\ud800"}').flaws
    assert [flaw.path for flaw in flaws] == [("x", 0), ("x", 1), ("x", 1, "k"), ("y",)]


def test_the_value_is_kept_beside_the_flaw() -> None:
    assert parse(b'{"a": 1, "a": 2}').value == {"a": 2}


@given(st.binary(max_size=300))
@example(b"-" * 40)
@example(b"[" + b"{}" * 200 + b"]")
def test_no_bytes_make_the_reader_raise(data: bytes) -> None:
    parsed = parse(data)
    assert parsed.value is not None or parsed.flaws or data.strip() == b"null"


@given(st.text(alphabet='[]{}":,\\u0d819eN1 \n', max_size=200))
def test_nothing_like_json_makes_the_reader_raise(text: str) -> None:
    parse(text.encode())


plain_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**12), 10**12)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text('aé[{"\\n', max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text('ab"]', max_size=3), inner, max_size=4),
    max_leaves=15,
)


@given(plain_values)
def test_what_json_writes_is_read_back(value: object) -> None:
    assert parse(json.dumps(value).encode()) == Parsed(value)
