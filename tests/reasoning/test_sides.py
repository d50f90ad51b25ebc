from __future__ import annotations

import pytest

from ptbuilder.domain.library import Library
from ptbuilder.reasoning.engine import Reasoner
from tests.reasoning.assessments import assess, exercise, found, with_more


@pytest.mark.parametrize(("side", "expected"), [("left", "left"), ("right", "right"), ("both", "both"), (None, "both")])
def test_the_side_comes_from_the_finding(side: str | None, expected: str, library: Library) -> None:
    stretch = exercise("made-up", unilateral=True, type="stretch", goals=("lengthen:hamstrings",), region="hip")
    asked = assess(found("hp-hamstring-tight", side=side), found("cx-uptrap-tight", side="left"))
    assert Reasoner(with_more(library, stretch)).side_for(asked, "made-up") == expected


def test_two_sides_make_both(library: Library) -> None:
    stretch = exercise(
        "made-up", unilateral=True, type="stretch", goals=("lengthen:hip-flexors", "lengthen:hamstrings"), region="hip"
    )
    asked = assess(found("hp-hamstring-tight", side="left"), found("hp-flexor-tight", side="right"))
    assert Reasoner(with_more(library, stretch)).side_for(asked, "made-up") == "both"


def test_an_exercise_without_sides_has_none(library: Library) -> None:
    plain = exercise("made-up", type="stretch", goals=("lengthen:hamstrings",))
    assert Reasoner(with_more(library, plain)).side_for(assess(found("hp-hamstring-tight", side="left")), "made-up") is None


def test_the_trunk_is_trained_on_both_sides_whichever_hurts(library: Library) -> None:
    brace = exercise("made-up", unilateral=True)
    assert Reasoner(with_more(library, brace)).side_for(assess(found("cond-lumbar-disc", side="left")), "made-up") == "both"


def test_a_nerve_is_glided_on_the_side_that_hurts(library: Library) -> None:
    slider = exercise("made-up", unilateral=True, type="neural", goals=("neural:sciatic",), dosage="neural")
    asked = assess(found("lx-slr-slump-positive", side="left"), found("cond-lumbar-disc", side="both"))
    assert Reasoner(with_more(library, slider)).side_for(asked, "made-up") == "left"


def test_a_lateral_shift_waits_for_the_therapist(library: Library) -> None:
    glide = exercise("made-up", unilateral=True, type="positional", goals=("direction:lumbar-lateral-shift",), dosage="directional")
    outcome = Reasoner(with_more(library, glide)).suggest(assess(found("lx-lateral-shift", side="right")))
    suggestion = outcome.suggestion("made-up")
    assert suggestion is not None
    assert suggestion.side is None
