from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from ptbuilder.domain.errors import BadInput, PTBuilderError
from ptbuilder.library.file import format_library, load_library, write_whole
from ptbuilder.library.parse import MAX_BYTES
from tests.library.sample import document, exercise


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    path = tmp_path / "library.json"
    path.write_text(json.dumps(document()), encoding="utf-8")
    return path


def test_a_sound_file_becomes_a_library(sound: Path) -> None:
    library = load_library(sound)
    assert list(library.exercises) == ["lx-bridge"]
    assert len(library.fingerprint) == 64


def test_the_fingerprint_follows_the_bytes(sound: Path) -> None:
    before = load_library(sound).fingerprint
    sound.write_text(json.dumps(document(version="other")), encoding="utf-8")
    assert load_library(sound).fingerprint != before


def test_unknown_codes_are_refused(sound: Path) -> None:
    sound.write_text(json.dumps(document(exercises=[exercise(goals=["strengthen:wings"])])), encoding="utf-8")
    with pytest.raises(BadInput, match='exercises lx-bridge: goals: unknown code "strengthen:wings"'):
        load_library(sound)


def test_a_missing_file_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(PTBuilderError, match="cannot be read"):
        load_library(tmp_path / "none.json")


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "huge.json"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(BadInput, match="at most 32 MB"):
        load_library(path)


def test_format_settles_at_once(sound: Path) -> None:
    assert format_library(sound) is True
    first = sound.read_bytes()
    assert format_library(sound) is False
    assert sound.read_bytes() == first
    assert load_library(sound).exercises["lx-bridge"].name["es"] == "Puente"


def test_a_broken_file_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "broken.json"
    path.write_text(json.dumps(document(exercises=[exercise(difficulty="x")])), encoding="utf-8")
    before = path.read_bytes()
    with pytest.raises(BadInput):
        format_library(path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_written_file_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text("old")
    path.chmod(0o640)
    write_whole(path, b"new")
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"new", 0o640)


def test_a_folder_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(PTBuilderError, match="cannot be written"):
        write_whole(tmp_path / "none" / "a.json", b"x")
