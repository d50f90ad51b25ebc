"""A library whose bytes were found sound is read without the checks; anything else is checked as ever."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ptbuilder.domain.errors import BadInput, PTBuilderError
from ptbuilder.domain.library import Library
from ptbuilder.library import known_sound
from ptbuilder.library.known_sound import load_known
from ptbuilder.resources import library_path
from tests.library.sample import document, exercise


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    path = tmp_path / "library.json"
    path.write_text(json.dumps(document()), encoding="utf-8")
    return path


@pytest.fixture
def note(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    return folder / "known"


@pytest.fixture
def checks(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that were checked."""
    names: list[str] = []
    checked = known_sound._checked

    def noticed(data: bytes, file: str) -> Library:
        names.append(file)
        return checked(data, file)

    monkeypatch.setattr(known_sound, "_checked", noticed)
    return names


def test_the_shipped_library_is_the_same_with_and_without_the_checks(library: Library, note: Path, checks: list[str]) -> None:
    for _ in range(2):
        read = load_known(library_path(), note)
        for name in Library.__dataclass_fields__:
            found, expected = getattr(read, name), getattr(library, name)
            assert found == expected, name
            if isinstance(expected, dict):
                assert list(found) == list(expected), name
    assert checks == ["exercise_library.json"]


def test_the_same_bytes_are_checked_once(sound: Path, note: Path, checks: list[str]) -> None:
    assert [list(load_known(sound, note).exercises) for _ in range(3)] == [["lx-bridge"]] * 3
    assert checks == ["library.json"]


def test_other_bytes_are_checked_again(sound: Path, note: Path, checks: list[str]) -> None:
    load_known(sound, note)
    sound.write_text(json.dumps(document(version="other")), encoding="utf-8")
    assert [load_known(sound, note).version for _ in range(2)] == ["other", "other"]
    assert len(checks) == 2


def test_another_version_of_the_program_checks_again(
    sound: Path, note: Path, checks: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    load_known(sound, note)
    monkeypatch.setattr(known_sound, "__version__", "99.0")
    load_known(sound, note)
    assert len(checks) == 2


@pytest.mark.parametrize("text", [b"", b"sound", b"\xff\xfe", b"0" * 100_000])
def test_a_note_that_says_nothing_is_passed_over(sound: Path, note: Path, checks: list[str], text: bytes) -> None:
    note.write_bytes(text)
    assert list(load_known(sound, note).exercises) == ["lx-bridge"]
    assert checks == ["library.json"]


def test_a_broken_library_is_refused_each_time_and_never_noted(sound: Path, note: Path) -> None:
    sound.write_text(json.dumps(document(exercises=[exercise(goals=["strengthen:wings"])])), encoding="utf-8")
    for _ in range(2):
        with pytest.raises(BadInput, match="strengthen:wings"):
            load_known(sound, note)
    assert not note.exists()


def test_a_note_about_bytes_that_cannot_be_read_does_not_let_them_in(sound: Path, note: Path) -> None:
    load_known(sound, note)
    version = note.read_text(encoding="ascii").split()[0]
    sound.write_bytes(b"{}")
    fingerprint = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"  # of {}
    note.write_text(f"{version} {fingerprint}\n", encoding="ascii")
    with pytest.raises(BadInput, match="missing"):
        load_known(sound, note)


def test_no_folder_is_made_for_the_note(sound: Path, tmp_path: Path, checks: list[str]) -> None:
    note = tmp_path / "not-yet" / "known"
    for _ in range(2):
        load_known(sound, note)
    assert not note.parent.exists()
    assert len(checks) == 2


def test_a_note_that_cannot_be_written_costs_nothing_but_the_checks(sound: Path, note: Path, checks: list[str]) -> None:
    note.mkdir()
    for _ in range(2):
        assert list(load_known(sound, note).exercises) == ["lx-bridge"]
    assert len(checks) == 2


def test_a_missing_library_is_one_sentence(tmp_path: Path, note: Path) -> None:
    with pytest.raises(PTBuilderError, match="cannot be read"):
        load_known(tmp_path / "none.json", note)
