"""A clinic of twelve patients, made once and copied for each test."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from ptbuilder.domain.library import Library
from tests.ui.workplace import Workplace


@pytest.fixture(scope="session")
def twelve(tmp_path_factory: pytest.TempPathFactory, library: Library, qapp: QApplication) -> Path:
    folder = tmp_path_factory.mktemp("twelve")
    made = Workplace(folder, library)
    made.set_clinic()
    made.add_patients(12)
    made.close()
    return folder / "ptbuilder.db"


@pytest.fixture
def place(tmp_path: Path, library: Library, qapp: QApplication, twelve: Path) -> Iterator[Workplace]:
    shutil.copy(twelve, tmp_path / twelve.name)
    made = Workplace(tmp_path, library)
    yield made
    made.close()


@pytest.fixture
def empty_place(tmp_path: Path, library: Library, qapp: QApplication) -> Iterator[Workplace]:
    made = Workplace(tmp_path / "empty", library)
    yield made
    made.close()
