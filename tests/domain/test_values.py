"""Values whose ``__init__`` is written late behave as those of the standard library do."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from typing import Any

import pytest

from ptbuilder.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class Point:
    """A place on a sheet."""

    x: int
    y: int = 2
    words: dict[str, str] = dataclasses.field(default_factory=dict)
    note: str = dataclasses.field(default="", compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Named(Point):
    """A place with a name."""

    name: str = ""


@dataclass(frozen=True, slots=True)
class Length:
    """A length that is never negative."""

    steps: int

    def __post_init__(self) -> None:
        """Refuse what no length can be."""
        if self.steps < 0:
            raise ValueError(self.steps)


@dataclass(frozen=True, slots=True)
class Nothing:
    """Has no fields."""


@dataclasses.dataclass(frozen=True, slots=True)
class Plain:
    """As `Point`, made by the standard library."""

    x: int
    y: int = 2
    words: dict[str, str] = dataclasses.field(default_factory=dict)
    note: str = dataclasses.field(default="", compare=False, repr=False)


def test_values_come_by_place_by_name_and_by_default() -> None:
    point = Point(1, words={"en": "a"})
    assert (point.x, point.y, point.words, point.note) == (1, 2, {"en": "a"}, "")
    assert dataclasses.astuple(Point(3, 4)) == (3, 4, {}, "")


def test_a_default_that_is_made_is_made_anew_each_time() -> None:
    assert Point(1).words is not Point(1).words


@pytest.mark.parametrize(("values", "named"), [((), {}), ((1, 2, {}, "", 5), {}), ((1,), {"x": 1}), ((1,), {"z": 1})])
def test_wrong_arguments_are_refused_in_the_words_of_python(values: tuple[Any, ...], named: dict[str, Any]) -> None:
    refusals = []
    for kind in (Point, Point, Plain):  # twice: the first call writes what the second one runs
        with pytest.raises(TypeError) as caught:
            kind(*values, **named)
        refusals.append(str(caught.value).replace("Plain", "Point"))
    assert refusals[0] == refusals[1] == refusals[2]


def test_values_are_equal_and_hashed_by_what_is_compared() -> None:
    assert Point(1, note="a") == Point(1, note="b")
    assert Point(1) != Point(2)
    other: object = Plain(1)
    assert Point(1) != other
    assert Length(2) == Length(2)
    assert hash(Length(2)) == hash(Length(2))
    assert {Nothing(), Nothing()} == {Nothing()}
    with pytest.raises(TypeError, match="unhashable"):
        hash(Point(1))


def test_the_text_of_a_value_is_that_of_the_standard_library() -> None:
    assert repr(Point(1)) == repr(Plain(1)).replace("Plain", "Point") == "Point(x=1, y=2, words={})"


def test_nothing_can_be_changed() -> None:
    point = Point(1)
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot assign to field 'x'"):
        point.x = 2  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot delete field 'y'"):
        del point.y
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(point, "other", 1)  # noqa: B010 - no such field
    assert point == Point(1)
    assert not hasattr(point, "__dict__")


def test_values_are_replaced_copied_and_pickled() -> None:
    point = Named(1, note="kept", name="n")
    assert dataclasses.replace(point, y=9) == Named(1, 9, name="n")
    for again in (copy.copy(point), copy.deepcopy(point), pickle.loads(pickle.dumps(point))):
        assert again == point
        assert again.note == "kept"


def test_a_class_adds_fields_to_those_of_its_base() -> None:
    assert [each.name for each in dataclasses.fields(Named)] == ["x", "y", "words", "note", "name"]
    assert Named(1, 3, name="n").y == 3
    assert Point.__match_args__ == Plain.__match_args__


def test_what_is_done_after_making_is_done() -> None:
    for _ in range(2):
        with pytest.raises(ValueError, match="-1"):
            Length(-1)
    assert Length(3).steps == 3


def test_other_kinds_are_refused() -> None:
    with pytest.raises(TypeError, match="frozen"):
        dataclass(frozen=False, slots=True)(object)
