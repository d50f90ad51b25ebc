"""A tagged handout of twelve exercises: PTBuilder beside Typst, WeasyPrint and fpdf2 on the same words and pictures.

Each round prints another program with other notes, doses and pictures. Only faces and picture objects are reused. The
programs take turns within a round, so that other load meets all of them. Typst and PTBuilder are checked against PDF/UA-1.
"""

from __future__ import annotations

import gc
import statistics
import tempfile
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from benchmarks._handout_others import Fpdf2, WeasyPrint
from benchmarks._handout_programs import Programs
from benchmarks._handout_typst import Typst
from benchmarks._handout_words import Words, words_of
from ptbuilder.domain.handout import Sheet
from ptbuilder.handout.document import render
from ptbuilder.library.file import load_library
from ptbuilder.resources import library_path


class Job(NamedTuple):
    """One sheet: as PTBuilder takes it, and as words and codes of pictures for the others."""

    sheet: Sheet
    words: Words
    codes: list[str]


Makers = dict[str, Callable[[Job], bytes]]
ROUNDS = 25
SLOW_ROUNDS = 3
WARM_UP = 5


def main() -> None:
    """Measure, check and print raw rows and medians."""
    programs = Programs(load_library(library_path()))
    fonts = Path(import_module("fontpkg_atkinson_hyperlegible").ROOT) / "files"
    with tempfile.TemporaryDirectory() as folder:
        typst = Typst(Path(folder), fonts, programs.drawings)
        weasy, fpdf2 = WeasyPrint(fonts, programs.drawings), Fpdf2(fonts, programs.drawings)
        fast: Makers = {
            "ptbuilder": lambda job: render(job.sheet).pdf,
            "typst": lambda job: typst.make(job.words, job.codes),
        }
        slow: Makers = {
            "weasyprint": lambda job: weasy.make(job.words, job.codes),
            "fpdf2": lambda job: fpdf2.make(job.words, job.codes),
        }
        for seed in range(WARM_UP):
            _round(fast, programs, seed)
        rows = [_round(fast, programs, 1000 + seed) for seed in range(ROUNDS)]
        _report(rows, list(fast))
        _report([_round(slow, programs, 1000 + seed) for seed in range(SLOW_ROUNDS)], list(slow))
        _check(fast, programs)


def _round(makers: Makers, programs: Programs, seed: int) -> dict[str, tuple[float, int]]:
    """Milliseconds and bytes of each program for one sheet; making the sheet and its words is not counted."""
    job = _job(programs, seed)
    found = {}
    names = list(makers)
    for name in names if seed % 2 else reversed(names):
        gc.collect()
        start = time.perf_counter()
        made = makers[name](job)
        found[name] = ((time.perf_counter() - start) * 1000, len(made))
    return found


def _report(rows: list[dict[str, tuple[float, int]]], names: list[str]) -> None:
    for number, row in enumerate(rows):
        print(f"{number:3} " + "  ".join(f"{name} {row[name][0]:8.2f} ms {row[name][1] / 1024:6.1f} KB" for name in names))
    for name in names:
        times = [row[name][0] for row in rows]
        size = max(row[name][1] for row in rows) / 1024
        print(f"{name:12} median {statistics.median(times):8.2f} ms  least {min(times):8.2f} ms  largest file {size:6.1f} KB")
    if "typst" in names:
        ratio = statistics.median(row["ptbuilder"][0] / row["typst"][0] for row in rows)
        print(f"PTBuilder takes {ratio:.2f} of the time of Typst (median of the rounds; the goal is at most 1.0)")


def _job(programs: Programs, seed: int) -> Job:
    sheet = programs.sheet(seed)
    return Job(sheet, words_of(sheet), [each.exercise.code for each in sheet.exercises])


def _check(makers: Makers, programs: Programs) -> None:
    import page

    job = _job(programs, 1)
    for name, make in makers.items():
        result = page.validate_pdf_bytes(make(job), profile="ua1")
        print(f"{name}: PDF/UA-1 {'passed' if result.is_compliant else 'failed'}")


if __name__ == "__main__":
    main()
