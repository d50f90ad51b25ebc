"""What all tests share: no screen needed, the same hypothesis examples in each run, the shipped library read once."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LC_ALL"] = os.environ["LANG"] = "C.UTF-8"  # names and dates in the words that tests expect, on any desk

import pytest
from hypothesis import HealthCheck, settings

from ptbuilder.domain.library import Library
from tests.waiting import PatientBot

settings.register_profile(
    "ci", derandomize=True, deadline=None, database=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("long", deadline=None, max_examples=3000, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


@pytest.fixture(scope="session")
def library() -> Library:
    """The shipped library."""
    from ptbuilder.library.file import load_library
    from ptbuilder.resources import library_path

    return load_library(library_path())


@pytest.fixture
def qtbot(qapp: object, request: pytest.FixtureRequest) -> PatientBot:
    """pytest-qt's bot with more patience."""
    return PatientBot(request)


@pytest.fixture(autouse=True)
def garbage_on_this_thread() -> Iterator[None]:
    """As in the program, no worker looks for garbage, since it may find widgets there: this thread does, between the tests."""
    gc.disable()
    yield
    gc.collect(2 if gc.get_count()[2] > 60 else 1)
