"""Programs for the benchmarks of paper: a different choice, order, dose and note each round."""

from __future__ import annotations

import math
import random
from dataclasses import replace
from datetime import date, datetime

from ptbuilder.domain.clinic import Clinic, HandoutChoices
from ptbuilder.domain.drawing import Drawing, Paint, PaintedPath, Point, Segment
from ptbuilder.domain.handout import Sheet, SheetExercise, SheetPerson, SheetStage
from ptbuilder.domain.library import Library

SIZE = 12
CLINIC = Clinic(
    name="Sample Physical Therapy",
    address="12 Example Street, Sampletown",
    phone="(555) 555-0142",
    therapist="Dana Sample",
    credentials="PT, DPT",
)
WORDS = ("slowly", "gently", "up", "down", "hold", "breathe", "knee", "back", "chair", "wall", "height", "tried", "before")


def drawing(seed: int) -> Drawing:
    """A picture of the weight of a baked frame (some 9 KB as SVG), always the same for one seed."""
    chance = random.Random(seed)
    paths = []
    for number in range(18):
        x, y, radius = chance.uniform(30, 170), chance.uniform(20, 80), chance.uniform(8, 20)
        paths.append(PaintedPath(_blob(chance, x, y, radius), _paint(chance, number)))
    return Drawing(200, 100, tuple(paths))


def _blob(chance: random.Random, x: float, y: float, radius: float) -> tuple[Segment, ...]:
    def point(angle: float, length: float) -> Point:
        return round(x + length * math.cos(angle), 2), round(y + length * math.sin(angle), 2)

    steps = 12
    segments: list[Segment] = [("M", (point(0, radius),))]
    for step in range(steps):
        start, end = 2 * math.pi * step / steps, 2 * math.pi * (step + 1) / steps
        first = point(start + 0.15, radius * chance.uniform(0.8, 1.2))
        second = point(end - 0.15, radius * chance.uniform(0.8, 1.2))
        segments.append(("C", (first, second, point(end, radius))))
    return (*segments, ("Z", ()))


def _paint(chance: random.Random, number: int) -> Paint:
    fill = None if number % 4 == 0 else f"#{chance.randrange(0x1000000):06x}"
    return Paint(fill=fill, stroke="#1d2733", width=0.8)


def _real(library: Library) -> dict[str, tuple[Drawing, Drawing]]:
    """The shipped drawings of those exercises that have both."""
    from ptbuilder.services.drawing.figures import find_drawing

    found = {}
    for code, exercise in library.exercises.items():
        side = "right" if exercise.unilateral else None
        start, finish = (find_drawing(code, side, frame, "female") for frame in ("start", "finish"))
        if start is not None and finish is not None:
            found[code] = start, finish
    return found


class Programs:
    """Makes the sheet of each round from the shipped library; ``are_real``: with its drawings, else with made-up ones."""

    def __init__(self, library: Library, *, are_real: bool = False) -> None:
        self._library = library
        made_up = {code: (drawing(2 * at), drawing(2 * at + 1)) for at, code in enumerate(sorted(library.exercises))}
        self._drawings = _real(library) if are_real else made_up
        self._codes = sorted(self._drawings)

    @property
    def drawings(self) -> dict[str, tuple[Drawing, Drawing]]:
        """Start and finish of every exercise."""
        return self._drawings

    def sheet(self, seed: int, size: int = SIZE) -> Sheet:
        """The sheet of one round: other exercises, doses and notes for each seed."""
        chance = random.Random(seed)
        codes = chance.sample(self._codes, size)
        rows = tuple(self._row(number, code, chance) for number, code in enumerate(codes, start=1))
        return Sheet(
            clinic=CLINIC,
            person=SheetPerson(f"Robert Sample {seed}", "R. S.", is_sample=True),
            printed=date(2026, 3, 12),
            exercises=rows,
            choices=HandoutChoices(),
            stage=SheetStage(2, 4, date(2026, 3, 10), date(2026, 3, 25)),
            next_visit=datetime(2026, 3, 26, 10, 30),
            irritability="moderate",
            after_injection=True,
        )

    def _row(self, number: int, code: str, chance: random.Random) -> SheetExercise:
        exercise = self._library.exercises[code]
        purpose = self._library.purposes[exercise.dosage]
        start, finish = self._drawings[code]
        dosage = replace(purpose.default, reps=purpose.default.reps + chance.randrange(3), per_week=chance.choice((3, 5, 7)))
        return SheetExercise(
            id=code,
            number=number,
            exercise=exercise,
            dosage=dosage,
            side="both" if exercise.unilateral else None,
            note=" ".join(chance.choices(WORDS, k=10)).capitalize() + ".",
            usual=purpose.ranges,
            position=self._library.positions[exercise.position].name,
            equipment=tuple(self._library.equipment[each].name for each in exercise.equipment),
            start=start,
            finish=finish,
        )
