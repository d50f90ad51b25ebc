from __future__ import annotations

from tests.library.sample import exercise, faults


def said(*records: dict[str, object]) -> list[str]:
    return [str(fault) for fault in faults(exercises=list(records))]


def chain(*codes: str, **changes: object) -> list[dict[str, object]]:
    neighbours = [None, *codes, None]
    return [exercise(code=code, easier=neighbours[at], harder=neighbours[at + 2], **changes) for at, code in enumerate(codes)]


def test_a_chain_that_goes_both_ways_is_sound() -> None:
    assert said(*chain("lx-a", "lx-b", "lx-c")) == []


def test_a_link_that_is_not_returned_is_named() -> None:
    assert said(exercise(code="lx-a", harder="lx-b"), exercise(code="lx-b")) == [
        'exercises lx-a: harder: expected "lx-b" to name "lx-a" as its easier neighbour'
    ]


def test_a_harder_exercise_is_not_easier() -> None:
    first, second = chain("lx-a", "lx-b")
    assert said(first, {**second, "difficulty": 1}) == ['exercises lx-a: harder: "lx-b" has difficulty 1, less than 2']


def test_a_circle_is_named() -> None:
    first, second = chain("lx-a", "lx-b")
    found = said({**first, "easier": "lx-b"}, {**second, "harder": "lx-a"})
    assert "exercises lx-a: harder: the chain of harder exercises comes back to this one" in found


def test_only_a_retired_exercise_is_replaced() -> None:
    assert said(exercise(code="lx-a", replaced_by="lx-b"), exercise(code="lx-b")) == [
        "exercises lx-a: replaced_by: only a retired exercise is replaced by another"
    ]
