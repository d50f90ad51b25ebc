from __future__ import annotations

from dataclasses import replace

from ptbuilder.domain.library import Library
from ptbuilder.library.living import LivingExercises


def test_who_walks_over_all_is_not_disturbed_by_a_new_one(library: Library) -> None:
    living = LivingExercises(library.exercises)
    count = len(living)
    for walk in (living, living.keys(), living.values(), living.items()):
        seen = 0
        for _ in walk:
            seen += 1
            living[f"own-{len(living)}"] = next(iter(library.exercises.values()))
        assert seen >= count


def test_all_who_hold_it_see_what_is_put_in(library: Library) -> None:
    living = LivingExercises(library.exercises)
    held = replace(library, exercises=living)
    living["lx-bridge"] = replace(living["lx-bridge"], difficulty=5)
    assert held.exercises["lx-bridge"].difficulty == 5
    assert library.exercises["lx-bridge"].difficulty != 5
    assert {**living}.keys() == library.exercises.keys()
