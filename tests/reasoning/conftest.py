"""A reasoner over the shipped library, made once."""

from __future__ import annotations

import pytest

from ptbuilder.domain.library import Library
from ptbuilder.reasoning.engine import Reasoner


@pytest.fixture(scope="session")
def reasoner(library: Library) -> Reasoner:
    return Reasoner(library)
