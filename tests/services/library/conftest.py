"""A desk over the clinic's library, with a data file behind it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from ptbuilder.domain.library import Library
from ptbuilder.reasoning.engine import Reasoner
from ptbuilder.services.desk.desk import Desk
from ptbuilder.services.library.clinic_library import ClinicLibrary, kept_layers
from ptbuilder.services.library.exercise_editing import ExerciseEditing
from ptbuilder.services.suggest.prescribing import Prescriber
from ptbuilder.services.suggest.suggesting import Suggesting
from ptbuilder.storage.store import Store
from tests.services.conftest import NOW

KEY = bytes(range(32))


@dataclass
class Clinic:
    """The parts that a change of the library goes through."""

    store: Store
    library: ClinicLibrary
    desk: Desk
    editing: ExerciseEditing

    def again(self, shipped: Library) -> Clinic:
        """The same data over a library that is shipped later."""
        return made_clinic(self.store, shipped)


def made_clinic(store: Store, shipped: Library) -> Clinic:
    kept = ClinicLibrary(shipped, lambda: NOW)
    reasoner = Reasoner(kept.library)
    suggesting = Suggesting(kept.library, reasoner)
    desk = Desk(kept.library, suggesting, Prescriber(kept.library, reasoner), clock=lambda: NOW)
    desk.therapist = "Dana Sample"
    desk.put_layers = kept.put
    kept.changed.append(desk.take_changed)
    kept.open(store, kept_layers(store))
    return Clinic(store, kept, desk, ExerciseEditing(desk, kept))


@pytest.fixture
def clinic(tmp_path: Path, library: Library) -> Iterator[Clinic]:
    store = Store.open(tmp_path / "ptbuilder.db", KEY)
    yield made_clinic(store, library)
    store.close()
