from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from ptbuilder import resources


@pytest.fixture(autouse=True)
def _looked_up_anew() -> Iterator[None]:
    resources._root.cache_clear()
    yield
    resources._root.cache_clear()


def test_the_library_and_the_assets_are_found_in_a_checkout() -> None:
    assert resources.library_path().is_file()
    assert resources.asset("words", "en.txt").is_file()


def test_a_frozen_build_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / resources.LIBRARY_NAME).touch()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resources.asset("a", "b.svg") == tmp_path / "assets" / "a" / "b.svg"


def test_an_installed_wheel_finds_its_own_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "site-packages" / "ptbuilder"
    (package / "shipped").mkdir(parents=True)
    (package / "shipped" / resources.LIBRARY_NAME).touch()
    monkeypatch.setattr(resources, "__file__", str(package / "resources.py"))
    assert resources.library_path() == package / "shipped" / "exercise_library.json"
