"""Foreign JSON bytes into plain values, with every flaw that Python's own reader would let through or choke on.

Named are: bytes that are not UTF-8, a byte order mark, nesting too deep, equal keys in one object, NaN and infinities, numbers
too large, half surrogates and control characters.
"""

from __future__ import annotations

import json
import re
from typing import Any

from ptbuilder.domain.values import dataclass
from ptbuilder.library.disk import MAX_BYTES

MAX_DEPTH = 32
_MOST_DIGITS = 15
"""Whole numbers with more digits mean nothing here, and some readers round them."""

_NOT_BRACKETS = bytes(set(range(256)) - set(b'[]{}"\\'))
_ODD_ESCAPE = re.compile(rb"\\u(?:[dD][89a-fA-F]|00[01]|007[fF])")
_ODD_LETTER = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Flaw:
    """One fault inside a document: the keys and places that lead to it, and a sentence."""

    path: Path
    says: str


@dataclass(frozen=True, slots=True)
class Parsed:
    """The values of a document with its flaws; where it could not be read at all, ``value`` is None."""

    value: Any
    flaws: tuple[Flaw, ...] = ()


class _Odd:
    """Stands in the tree for something that must be named, until `_settle` has named it."""

    def __init__(self, says: str, value: Any) -> None:
        self.says = says
        self.value = value


def parse(data: bytes) -> Parsed:
    """Read ``data``; never raises, whatever the bytes are."""
    refusal = _refusal(data)
    if refusal:
        return Parsed(None, (Flaw((), refusal),))
    met_odd: list[bool] = []
    try:
        value = _decoder(met_odd).decode(data.decode("utf-8"))
    except json.JSONDecodeError as error:
        return Parsed(None, (Flaw((), f"not JSON at line {error.lineno}, column {error.colno}: {_lowered(error.msg)}"),))
    if met_odd or _ODD_ESCAPE.search(data):
        flaws: list[Flaw] = []
        return Parsed(_settle(value, (), flaws), tuple(flaws))
    return Parsed(value)


def _refusal(data: bytes) -> str | None:
    """Why the bytes are not even tried, or None."""
    if len(data) > MAX_BYTES:
        return f"the file has {len(data) // 1024**2} MB, at most {MAX_BYTES // 1024**2} MB are read"
    if data.startswith(b"\xef\xbb\xbf"):
        return "the file starts with a byte order mark; save it as UTF-8 without one"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return f"line {line} is not UTF-8 text; save the file as UTF-8"
    if _is_too_deep(data):
        return f"values are nested more than {MAX_DEPTH} levels deep"
    return None


def _is_too_deep(data: bytes) -> bool:
    """Whether brackets nest deeper than allowed; peels the innermost level off until nothing is left, all at C speed."""
    if b"\\" in data:
        data = re.sub(rb"\\.", b"", data, flags=re.DOTALL)
    brackets = b"".join(data.translate(None, _NOT_BRACKETS).split(b'"')[::2])
    for _ in range(MAX_DEPTH):
        peeled = brackets.replace(b"[]", b"").replace(b"{}", b"")
        if len(peeled) == len(brackets):
            break
        brackets = peeled
    return brackets.count(b"[") + brackets.count(b"{") > MAX_DEPTH or (b"[]" in brackets or b"{}" in brackets)


def _decoder(met_odd: list[bool]) -> json.JSONDecoder:
    """A reader that marks what it should not accept and appends to ``met_odd`` each time."""

    def odd(says: str, value: Any) -> _Odd:
        met_odd.append(True)
        return _Odd(says, value)

    def whole(digits: str) -> Any:
        return int(digits) if len(digits) <= _MOST_DIGITS else odd("expected a number of at most 15 digits", 0)

    def broken(digits: str) -> Any:
        number = float(digits)
        return number if abs(number) < float("inf") else odd(f"expected a number, got {digits}", 0.0)

    def keyed(pairs: list[tuple[str, Any]]) -> Any:
        value = dict(pairs)
        if len(value) == len(pairs):
            return value
        seen: set[str] = set()
        twice = [key for key, _ in pairs if key in seen or seen.add(key)]  # type: ignore[func-returns-value]
        return odd("; ".join(f'the key "{key}" is given twice' for key in dict.fromkeys(twice)), value)

    return json.JSONDecoder(
        object_pairs_hook=keyed,
        parse_int=whole,
        parse_float=broken,
        parse_constant=lambda word: odd(f"expected a number, got {word}", 0.0),
    )


def _settle(value: Any, path: Path, flaws: list[Flaw]) -> Any:
    """The value without marks; each mark and each odd letter is added to ``flaws``."""
    if isinstance(value, _Odd):
        flaws.append(Flaw(path, value.says))
        return _settle(value.value, path, flaws)
    if isinstance(value, dict):
        return {_settle(key, path, flaws): _settle(each, (*path, key), flaws) for key, each in value.items()}
    if isinstance(value, list):
        return [_settle(each, (*path, place), flaws) for place, each in enumerate(value)]
    if isinstance(value, str) and _ODD_LETTER.search(value):
        flaws.append(Flaw(path, "expected text without control characters and half surrogates"))
        return _ODD_LETTER.sub("?", value)
    return value


def _lowered(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
