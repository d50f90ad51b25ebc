from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from ptbuilder.domain.assessment import Assessment, Finding
from ptbuilder.domain.dosage import Dosage
from ptbuilder.domain.exercise import Exercise
from ptbuilder.domain.patient import Patient
from ptbuilder.domain.program import Prescription, Program, Stage
from ptbuilder.storage.store import FILE, Store

KEY = bytes(range(32))
NOON = datetime(2026, 3, 12, 12, 0)
ANN = Patient(id="ann", given="Ann", family="Lee", birth_date=date(1970, 5, 1))


def program(title: str = "", *, patient: str = "ann", identifier: str = "program", assessment: str = "assessment") -> Program:
    """A small program that differs by its title."""
    found = Assessment(id=assessment, on=NOON.date(), findings=(Finding("finding"),))
    stage = Stage((Prescription("prescription", "lx-bridge", Dosage(sets=2, reps=10)),))
    return Program(identifier, found, (stage,), patient=patient, title=title)


def exercise(code: str = "lx-bridge", name: str = "Bridge") -> Exercise:
    """A small exercise."""
    return Exercise(code, {"en": name}, "lumbar", "strength", ("g:a",), "hooklying", "strength", {"en": ("Lie down.",)})


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / FILE


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    store = Store.open(path, KEY)
    store.patients.save(ANN, NOON)
    yield store
    store.close()
