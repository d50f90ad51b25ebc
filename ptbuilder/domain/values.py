"""``dataclass`` for frozen values, whose ``__init__`` is written when the first value of a class is made.

The standard one writes and compiles six functions for each class while its module is loaded, which takes some 0.6 ms: with a
hundred and forty classes that was a sixth of the time until the window could be used. Type checkers see the standard one, and
``fields`` and ``replace`` take these classes as they take others.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(*, frozen, slots):
        """As ``dataclasses.dataclass(frozen=True, slots=True)``; there is no other kind."""
        if not (frozen and slots):
            raise TypeError("only frozen classes with slots are made here")
        return _made


_NONE = object()
"""Stands for a value that was not given, where its default is made anew each time."""


def _made(kind: type) -> type:
    """``kind`` with slots, equal and hashed by its fields, and closed to changes."""
    made: Any = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True)(kind)
    fields = dataclasses.fields(made)
    compared = _values_of([each.name for each in fields if each.compare])
    hashed = _values_of([each.name for each in fields if (each.compare if each.hash is None else each.hash)])

    def first_made(self: Any, *values: Any, **named: Any) -> None:
        made.__init__ = _written_init(made)
        self.__init__(*values, **named)

    def is_equal(self: Any, other: object) -> bool:
        return compared(self) == compared(other) if other.__class__ is self.__class__ else NotImplemented

    methods: dict[str, Any] = {"__init__": first_made, "__eq__": is_equal, "__hash__": lambda self: hash(hashed(self))}
    for name, method in (methods | _METHODS).items():
        if name not in vars(kind):
            setattr(made, name, method)
    return made  # type: ignore[no-any-return]


def _written_init(made: Any) -> Any:
    """``__init__`` with a parameter for each field, in their order; it sets the slots themselves, since the class is closed."""
    fields = [each for each in dataclasses.fields(made) if each.init]
    names: dict[str, Any] = {f"_set_{each.name}": getattr(made, each.name).__set__ for each in fields}
    parameters, settings = ["self"], []
    for each in fields:
        value = each.name
        if each.default_factory is not dataclasses.MISSING:
            names[f"_make_{value}"], names["_none"] = each.default_factory, _NONE
            parameters.append(f"{value}=_none")
            settings.append(f"_set_{value}(self, _make_{value}() if {value} is _none else {value})")
            continue
        if each.default is not dataclasses.MISSING:
            names[f"_usual_{value}"] = each.default
        parameters.append(value if each.default is dataclasses.MISSING else f"{value}=_usual_{value}")
        settings.append(f"_set_{value}(self, {value})")
    if hasattr(made, "__post_init__"):
        settings.append("self.__post_init__()")
    exec(f"def __init__({', '.join(parameters)}):\n  " + "\n  ".join(settings or ["pass"]), names)
    names["__init__"].__qualname__ = f"{made.__qualname__}.__init__"
    return names["__init__"]


def _values_of(names: list[str]) -> Callable[[Any], tuple[Any, ...]]:
    """A function that takes the values of these fields out of an object, as a tuple."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)


def _text(self: Any) -> str:
    named = ", ".join(f"{each.name}={getattr(self, each.name)!r}" for each in dataclasses.fields(self) if each.repr)
    return f"{type(self).__qualname__}({named})"


def _refuse_change(_self: object, name: str, _value: object) -> NoReturn:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_deletion(_self: object, name: str) -> NoReturn:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[Any]:
    return [getattr(self, each.name) for each in dataclasses.fields(self)]


def _take_state(self: Any, state: list[Any]) -> None:
    for each, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, each.name, value)


_METHODS: dict[str, Any] = {
    "__repr__": _text,
    "__setattr__": _refuse_change,
    "__delattr__": _refuse_deletion,
    "__getstate__": _state,
    "__setstate__": _take_state,
}
