"""Why a value does not fit its type: every fault in it, each with its path and what was expected, in plain words."""

from __future__ import annotations

from collections.abc import Iterator
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import msgspec
from msgspec import Meta

from ptbuilder.library.parse import Flaw, Path

_NAMES: dict[object, str] = {
    str: "text",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    NoneType: "null",
    dict: "an object",
    list: "a list",
    tuple: "a list",
}


def explain(value: Any, kind: Any, path: Path = ()) -> tuple[Flaw, ...]:
    """All faults of ``value`` against ``kind`` (a type that msgspec knows); empty if it fits."""
    if _fits(value, kind):
        return ()
    inner = tuple(_inside(value, kind, path))
    return inner or (Flaw(path, f"expected {describe(kind)}, got {_shown(value)}"),)


def describe(kind: Any) -> str:
    """The type in words a therapist can act on: "a whole number from 1 to 5", "one of: low, moderate, high"."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Annotated:
        limits = [each for each in arguments[1:] if isinstance(each, Meta)]
        return describe(arguments[0]) + "".join(_limits(each) for each in limits)
    if origin is Literal:
        return "one of: " + ", ".join(repr(each) if each == "" else str(each) for each in arguments)
    if origin in (Union, UnionType):
        return " or ".join(describe(each) for each in arguments)
    if origin is tuple and arguments[-1] is not Ellipsis:
        return f"a list of {len(arguments)}"
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return "an object"
    return _NAMES.get(origin or kind, "another value")


def _limits(meta: Meta) -> str:
    if meta.pattern:
        return f" like {meta.pattern}"
    if meta.ge is not None and meta.le is not None:
        return f" from {meta.ge} to {meta.le}"
    if meta.ge is not None:
        return f" of at least {meta.ge}"
    if meta.min_length and meta.max_length:
        return f" of {meta.min_length} to {meta.max_length} letters"
    return f" of at most {meta.max_length} letters" if meta.max_length else ""


def _fits(value: Any, kind: Any) -> bool:
    try:
        msgspec.convert(value, kind)
    except msgspec.ValidationError:
        return False
    return True


def _inside(value: Any, kind: Any, path: Path) -> Iterator[Flaw]:
    """The faults of the parts, where ``value`` has the right outer shape; else nothing."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        options = [each for each in arguments if each is not NoneType]
        if len(options) == 1 and value is not None:
            yield from _inside(value, options[0], path)
    elif isinstance(value, dict) and isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        yield from _of_struct(value, kind, path)
    elif isinstance(value, dict) and origin is dict:
        for key, each in value.items():
            if not _fits(key, arguments[0]):
                yield Flaw((*path, key), f"unknown key; expected {describe(arguments[0])}")
            yield from explain(each, arguments[1], (*path, key))
    elif isinstance(value, list) and origin is tuple:
        kinds = [arguments[0]] * len(value) if arguments[-1] is Ellipsis else arguments
        if len(kinds) == len(value):
            for place, (each, inner) in enumerate(zip(value, kinds, strict=True)):
                yield from explain(each, inner, (*path, place))


def _of_struct(value: dict[str, Any], kind: type[msgspec.Struct], path: Path) -> Iterator[Flaw]:
    fields = {each.encode_name: each for each in msgspec.structs.fields(kind)}
    for key in value:
        if key not in fields:
            yield Flaw((*path, key), "unknown field; known are " + ", ".join(fields))
    for name, each in fields.items():
        if name in value:
            yield from explain(value[name], each.type, (*path, name))
        elif each.required:
            yield Flaw((*path, name), f"missing; expected {describe(each.type)}")


def _shown(value: Any) -> str:
    """The value as it stands in the file, cut short."""
    if isinstance(value, str):
        return f'"{value[:40]}…"' if len(value) > 40 else f'"{value}"'
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    return _NAMES.get(type(value), "something else") if isinstance(value, dict | list) else str(value)
