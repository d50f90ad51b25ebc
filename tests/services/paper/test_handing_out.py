"""A file is written whole or not at all."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.services.paper.handing_out import write_file


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
    with pytest.raises(PTBuilderError, match=r"sheet\.pdf could not be saved in .*: the disk is full\."):
        write_file(path, b"new")
    assert path.read_bytes() == b"old"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_file_that_another_program_holds_is_said_and_left_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As Windows answers while a reader has the old file open."""
    path = tmp_path / "sheet.pdf"
    path.write_bytes(b"old")

    def held(_self: Path, _target: Path) -> None:
        raise PermissionError(errno.EACCES, "Access is denied")

    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(PTBuilderError, match="open in another program"):
        write_file(path, b"new")
    assert path.read_bytes() == b"old"
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of files")
def test_a_disk_that_takes_half_a_file_leaves_the_old_one(tmp_path: Path) -> None:
    """A real write that the system breaks off: the limit on the size of files stands for a disk that fills up."""
    path = tmp_path / "sheet.pdf"
    path.write_bytes(b"old")
    code = (
        "import resource, signal, sys; from pathlib import Path\n"
        "from ptbuilder.services.paper.handing_out import write_file\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (5000, 5000))\n"
        "try: write_file(Path(sys.argv[1]), b'x' * 100_000)\n"
        "except Exception as error: print(type(error).__name__)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "PTBuilderError"
    assert path.read_bytes() == b"old"
    assert len(list(tmp_path.iterdir())) == 1
