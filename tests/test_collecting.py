"""The usual run collects every folder of tests."""

from __future__ import annotations

from fnmatch import fnmatch
from pathlib import Path

import pytest

HERE = Path(__file__).parent


def test_no_folder_of_tests_is_left_out(pytestconfig: pytest.Config) -> None:
    left_out = pytestconfig.getini("norecursedirs")
    folders = {parent for file in HERE.rglob("test_*.py") for parent in file.relative_to(HERE).parents if parent.name}
    assert folders
    assert [each for each in sorted(folders) if any(fnmatch(each.name, pattern) for pattern in left_out)] == []
