"""A change of one finding to the new answer, with 393 and 25,000 exercises, beside a plain loop over every exercise.

The exercises are the shipped ones, repeated under new codes until there are enough. The plain loop reads the engine's steps 4 to 7
as they are written, exercise by exercise, and gives no reasons, sides, doses or stages: it does less, and is the yardstick.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import median
from time import perf_counter

from ptbuilder.domain.assessment import Assessment, Finding
from ptbuilder.domain.library import Library
from ptbuilder.domain.suggestion import Outcome
from ptbuilder.library.file import load_library
from ptbuilder.reasoning.conditions import fired_rules
from ptbuilder.reasoning.engine import Reasoner
from ptbuilder.reasoning.exclusions import has_equipment
from ptbuilder.reasoning.index import serves, stress_of
from ptbuilder.reasoning.phases import procedure_states
from ptbuilder.reasoning.wants import wanted_goals
from ptbuilder.resources import library_path
from ptbuilder.services.cases.case_file import read_case_file

SIZES = (393, 25_000)
ROUNDS = 15
EXAMPLES = Path(__file__).parents[1] / "examples"
ONE_MORE = Finding("hp-gmed-weak", side="both", grade="moderate")
"""The finding that comes and goes, so that no answer is one that was given before."""


def main() -> None:
    """Print a row for each case and size, then the medians."""
    shipped = load_library(library_path())
    cases = {path.stem: read_case_file(path, shipped).assessment for path in sorted(EXAMPLES.glob("*.json"))}
    for size in SIZES:
        library = repeated(shipped, size)
        start = perf_counter()
        reasoner = Reasoner(library)
        print(f"{size} exercises; the index is built once in {1000 * (perf_counter() - start):.0f} ms")
        stress = {code: stress_of(library, each) for code, each in library.exercises.items()}
        rows: list[tuple[float, float]] = []
        for name, assessment in cases.items():
            ours, plain = measured(
                reasoner.suggest, lambda asked, lib=library, tags=stress: plain_choice(lib, tags, asked), assessment
            )
            rows.append((median(ours), median(plain)))
            print(f"  {name:34} answer {shown(ours)}  plain loop {shown(plain)}")
        ours_all, plain_all = median(row[0] for row in rows), median(row[1] for row in rows)
        print(f"  median of the cases: answer {ours_all:.2f} ms, plain loop {plain_all:.2f} ms, ratio {ours_all / plain_all:.2f}")
        print(f"  slowest case: answer {max(row[0] for row in rows):.2f} ms")


def measured(
    ours: Callable[[Assessment], Outcome], plain: Callable[[Assessment], list[str]], assessment: Assessment
) -> tuple[list[float], list[float]]:
    """Milliseconds of each round, the two interleaved; each round is an assessment that was not asked before."""
    times: tuple[list[float], list[float]] = ([], [])
    for at in range(ROUNDS):
        asked = replace(assessment, id=str(at))
        asked = asked.with_finding(ONE_MORE) if at % 2 else asked
        for run, rows in zip((ours, plain), times, strict=True):
            start = perf_counter()
            run(asked)
            rows.append(1000 * (perf_counter() - start))
    return times


def shown(times: list[float]) -> str:
    """Median and range in milliseconds."""
    return f"{median(times):7.2f} ms ({min(times):.2f} to {max(times):.2f})"


def repeated(library: Library, size: int) -> Library:
    """The library with ``size`` exercises: the shipped ones again and again, each time as chains of their own."""
    exercises = {}
    copy = 0
    while len(exercises) < size:
        mark = f"-{copy}" if copy else ""
        for code, each in library.exercises.items():
            if len(exercises) < size:
                easier, harder = (other and other + mark for other in (each.easier, each.harder))
                exercises[code + mark] = replace(each, code=code + mark, easier=easier, harder=harder)
        copy += 1
    return replace(library, exercises=exercises)


def plain_choice(library: Library, stress: dict[str, frozenset[str]], assessment: Assessment) -> list[str]:
    """Five exercises chosen by looking at each exercise in each round."""
    fired = fired_rules(library, assessment, procedure_states(library, assessment, None))
    weights = {goal: want.weight for goal, want in wanted_goals(library, assessment, fired).items() if want.dropped_by is None}
    tags = {tag for each in fired for tag in each.rule.then.exclude.tags}
    most = min([each.rule.then.caps.difficulty or 5 for each in fired], default=5)
    allowed = {
        code: [goal for goal in each.goals if goal in weights and serves(each, goal)]
        for code, each in library.exercises.items()
        if not stress[code] & tags
        and each.difficulty <= most
        and all(has_equipment(library, assessment.equipment, thing) for thing in each.equipment)
    }
    chosen: list[str] = []
    while len(chosen) < 5 and len(chosen) < len(allowed):
        best = max((code for code in allowed if code not in chosen), key=lambda code: sum(weights[goal] for goal in allowed[code]))
        chosen.append(best)
        for goal in allowed[best]:
            weights[goal] *= 0.25
    return chosen
