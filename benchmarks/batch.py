"""A queue of 500 handouts: usual programs of different patients with notes and pictures, and the bytes of a long one.

Each sheet has another patient, other exercises, doses and notes; only faces and picture objects are reused. Files are written
as the window writes them (beside, then replaced). The queue runs once in one process, as the window does it, and once parted
between two processes, for a script that has both cores to itself.
"""

from __future__ import annotations

import multiprocessing
import tempfile
import time
from functools import cache
from pathlib import Path
from statistics import median

from benchmarks._handout_programs import Programs

COUNT = 500
USUAL, LONG = 5, 12
LONG_ROUNDS = 20
GOAL_SECONDS, GOAL_KB = 15, 150


def main() -> None:
    """Print seconds, milliseconds a handout, and bytes, beside the goals."""
    programs = _programs()
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(10):
            _saved(seed, Path(folder))
        _row("one process", *_timed(lambda: [_saved(seed, Path(folder)) for seed in range(COUNT)]))
    with tempfile.TemporaryDirectory() as folder, multiprocessing.get_context("spawn").Pool(2, _programs) as pool:
        jobs = [(seed, Path(folder)) for seed in range(COUNT)]
        pool.starmap(_saved, jobs[:10])
        _row("two processes", *_timed(lambda: pool.starmap(_saved, jobs, chunksize=25)))
    from ptbuilder.handout.document import render

    sizes = [len(render(programs.sheet(1000 + seed, LONG)).pdf) for seed in range(LONG_ROUNDS)]
    told = f"median {median(sizes) / 1024:.1f} KB, largest {max(sizes) / 1024:.1f} KB"
    print(f"{LONG} exercises with their real drawings, {LONG_ROUNDS} programs: {told} (the goal is at most {GOAL_KB} KB)")


@cache
def _programs() -> Programs:
    """The shipped library with its real drawings; each process reads it once."""
    from ptbuilder.library.file import load_library
    from ptbuilder.resources import library_path

    return Programs(load_library(library_path()), are_real=True)


def _saved(seed: int, folder: Path) -> int:
    """Write the handout of one patient; its bytes."""
    from ptbuilder.handout.document import render
    from ptbuilder.services.paper.handing_out import write_file

    made = render(_programs().sheet(seed, USUAL))
    write_file(folder / f"{seed}.pdf", made.pdf)
    return len(made.pdf)


def _timed(act):  # type: ignore[no-untyped-def]
    start = time.perf_counter()
    sizes = act()
    return time.perf_counter() - start, sizes


def _row(name: str, seconds: float, sizes: list[int]) -> None:
    each = f"{1000 * seconds / len(sizes):5.1f} ms each, largest {max(sizes) / 1024:.1f} KB"
    print(f"{len(sizes)} handouts of {USUAL} exercises, {name:13} {seconds:6.1f} s, {each} (the goal is at most {GOAL_SECONDS} s)")


if __name__ == "__main__":
    main()
