"""The one form in which the library file is written: fixed key order, two spaces, short values on one line.

A record, a list or an object stands on one line where it fits, else with one member on each line.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import msgspec

from ptbuilder.library import structs
from ptbuilder.library.record import Record

LINE_WIDTH = 128
_LANGUAGE_ORDER = {"en": 0, "es": 1}


def canonical_text(file: structs.LibraryFile) -> str:
    """The whole file as canonical JSON with a newline at its end."""
    return written(plain(file))


def written(document: Mapping[str, Any]) -> str:
    """Plain values in the canonical layout: lists with a record on each line, as far as it fits."""
    parts = [f"  {_quoted(name)}: {_section(value)}" for name, value in document.items()]
    return "{\n" + ",\n".join(parts) + "\n}\n"


def plain(value: Any) -> Any:
    """A record as dicts and lists in the order of the canonical form, without fields that equal their default.

    Exercises keep all fields but an empty ``replaced_by``, so that a reviewer sees what is not filled in.
    """
    if isinstance(value, Record):
        whole = isinstance(value, structs.Exercise)
        return {
            each.name: plain(getattr(value, each.name))
            for each in msgspec.structs.fields(type(value))
            if (whole and each.required) or not _is_default(getattr(value, each.name), each)
        }
    if isinstance(value, Mapping):
        return {key: plain(value[key]) for key in sorted(value, key=lambda key: _LANGUAGE_ORDER.get(key, -1))}
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _is_default(value: Any, info: msgspec.structs.FieldInfo) -> bool:
    if info.default is not msgspec.NODEFAULT:
        return bool(value == info.default)
    return info.default_factory is not msgspec.NODEFAULT and bool(value == info.default_factory())


def _section(value: Any) -> str:
    if isinstance(value, list) and value:
        records = ["    " + _laid_out(record, 4, 4) for record in value]
        return "[\n" + ",\n".join(records) + "\n  ]"
    return _opened(value, 2) if isinstance(value, dict) else _on_one_line(value)


def _laid_out(value: Any, indent: int, used: int) -> str:
    """The value on one line where it fits behind ``used`` letters, else opened."""
    line = _on_one_line(value)
    if used + len(line) + 1 <= LINE_WIDTH or not isinstance(value, dict | list) or not value:
        return line
    return _opened(value, indent)


def _opened(value: Any, indent: int) -> str:
    """A list or an object with one member on each line."""
    inner = " " * (indent + 2)
    if isinstance(value, dict):
        keys = [f"{inner}{_quoted(key)}: " for key in value]
        lines = [key + _laid_out(each, indent + 2, len(key)) for key, each in zip(keys, value.values(), strict=True)]
        opening, closing = "{", "}"
    else:
        lines = [inner + _laid_out(each, indent + 2, len(inner)) for each in value]
        opening, closing = "[", "]"
    return f"{opening}\n" + ",\n".join(lines) + f"\n{' ' * indent}{closing}"


def _on_one_line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _quoted(key: str) -> str:
    return json.dumps(key, ensure_ascii=False)
