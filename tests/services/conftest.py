"""A desk with the shipped library and a clock that stands still."""

from __future__ import annotations

from datetime import datetime

import pytest

from ptbuilder.domain.library import Library
from ptbuilder.reasoning.engine import Reasoner
from ptbuilder.services.desk.desk import Desk
from ptbuilder.services.patients.sample import sample_work
from ptbuilder.services.suggest.prescribing import Prescriber
from ptbuilder.services.suggest.suggesting import Suggesting

NOW = datetime(2026, 3, 12, 14, 2)


@pytest.fixture(scope="session")
def reasoner(library: Library) -> Reasoner:
    return Reasoner(library)


@pytest.fixture
def suggesting(library: Library, reasoner: Reasoner) -> Suggesting:
    return Suggesting(library, reasoner)


@pytest.fixture
def empty_desk(library: Library, suggesting: Suggesting, reasoner: Reasoner) -> Desk:
    desk = Desk(library, suggesting, Prescriber(library, reasoner), clock=lambda: NOW)
    desk.therapist = "Dana Sample"
    return desk


@pytest.fixture
def desk(empty_desk: Desk) -> Desk:
    """The sample patient's assessment is on the desk; nothing is accepted yet."""
    blank = empty_desk.work
    empty_desk.lay_out(sample_work(NOW.date(), empty_desk.library.version, blank.choices))
    return empty_desk
