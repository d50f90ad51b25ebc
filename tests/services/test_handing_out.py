"""A file is written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.services.handing_out import write_file


def test_a_file_is_replaced_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    path.write_bytes(b"old")
    write_file(path, b"new")
    assert path.read_bytes() == b"new"
    assert [each.name for each in tmp_path.iterdir()] == ["sheet.pdf"]


def test_a_saved_file_is_as_readable_as_any_other(tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    write_file(path, b"new")
    (tmp_path / "other").write_bytes(b"")
    assert path.stat().st_mode == (tmp_path / "other").stat().st_mode


def test_a_missing_folder_is_said_in_words(tmp_path: Path) -> None:
    with pytest.raises(PTBuilderError, match=r"sheet\.pdf could not be saved in .*gone"):
        write_file(tmp_path / "gone" / "sheet.pdf", b"new")


def test_a_failed_write_keeps_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "sheet.pdf"
    path.write_bytes(b"old")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(PTBuilderError, match="No space left"):
        write_file(path, b"new")
    assert path.read_bytes() == b"old"
    assert len(list(tmp_path.iterdir())) == 1
