from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from ptbuilder.domain.errors import BadInput, PTBuilderError
from ptbuilder.domain.library import Library
from ptbuilder.services.library.own_transfer import OwnTransfer
from ptbuilder.storage.store import Store
from tests.services.library.conftest import KEY, Clinic, made_clinic

CODE = "lx-bridge"


@pytest.fixture
def file(clinic: Clinic, tmp_path: Path) -> Path:
    """A file with an own exercise and an edit."""
    record = clinic.library.library.exercises[CODE]
    clinic.editing.save(replace(clinic.editing.copy_of(record), name={"en": "Towel bridge", "es": "Puente con toalla"}))
    clinic.editing.save(replace(record, cue={**record.cue, "en": "Go slowly."}, difficulty=3))
    path = tmp_path / "own.json"
    assert transfer(clinic).export(path) == 2
    return path


@pytest.fixture
def other(tmp_path: Path, library: Library) -> Iterator[Clinic]:
    """Another clinic with the same shipped library."""
    store = Store.open(tmp_path / "other.db", KEY)
    yield made_clinic(store, library)
    store.close()


def transfer(clinic: Clinic) -> OwnTransfer:
    return OwnTransfer(clinic.desk, clinic.library)


def changed(path: Path, change: Any) -> Path:
    document = json.loads(path.read_text(encoding="utf-8"))
    change(document)
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


def test_what_is_exported_is_the_same_in_another_clinic(clinic: Clinic, other: Clinic, file: Path) -> None:
    incoming = transfer(other).read(file)
    assert (len(incoming.new), incoming.other, incoming.same) == (2, (), 0)
    assert transfer(other).take(incoming, {}) == 2
    assert other.library.layers() == clinic.library.layers()
    assert {**other.library.library.exercises} == {**clinic.library.library.exercises}


def test_a_file_is_canonical_and_the_same_each_time(clinic: Clinic, file: Path, tmp_path: Path) -> None:
    transfer(clinic).export(tmp_path / "again.json")
    text = file.read_text(encoding="utf-8")
    assert (tmp_path / "again.json").read_text(encoding="utf-8") == text
    document = json.loads(text)
    assert list(document) == ["format", "of", "library", "exercises", "edits"]
    assert list(document["exercises"][0])[:3] == ["code", "name", "aliases"]
    assert "Puente con toalla" in text


def test_an_import_is_one_step_and_undo_loses_nothing(other: Clinic, file: Path, library: Library) -> None:
    transfer(other).take(transfer(other).read(file), {})
    other.desk.undo()
    assert other.library.library.exercises[CODE] == library.exercises[CODE]
    assert other.library.library.exercises["own-towel-bridge"].retired
    other.desk.redo()
    assert not other.library.library.exercises["own-towel-bridge"].retired


def test_what_is_here_already_is_not_asked_about(other: Clinic, file: Path) -> None:
    transfer(other).take(transfer(other).read(file), {})
    again = transfer(other).read(file)
    assert again.is_empty
    assert again.same == 2


@pytest.mark.parametrize(("answer", "cue"), [("ours", "Ours."), ("theirs", "Go slowly.")])
def test_what_differs_is_asked_and_taken_as_answered(other: Clinic, file: Path, answer: str, cue: str) -> None:
    record = other.library.library.exercises[CODE]
    other.editing.save(replace(record, cue={**record.cue, "en": "Ours."}))
    incoming = transfer(other).read(file)
    (layer,) = incoming.other
    assert [each[0] for each in transfer(other).differences(layer)] == ["difficulty", "cue.en"]
    transfer(other).take(incoming, {CODE: answer})  # type: ignore[dict-item]
    assert other.library.library.exercises[CODE].cue["en"] == cue


def test_tags_count_as_reviewed_only_where_the_file_says_by_whom(clinic: Clinic, other: Clinic, tmp_path: Path) -> None:
    record = clinic.library.library.exercises[CODE]
    clinic.editing.save(clinic.editing.copy_of(record), are_tags_checked=True)
    clinic.editing.save(replace(record, stress=record.stress[:1]), are_tags_checked=True)
    path = tmp_path / "own.json"
    transfer(clinic).export(path)
    transfer(other).take(transfer(other).read(path), {})
    assert other.library.library.exercises["own-bridge"].tags_reviewed
    assert other.library.library.exercises[CODE].tags_reviewed

    def forget(document: dict[str, Any]) -> None:
        document["exercises"][0]["reviewed"] = None
        document["edits"] = [each for each in document["edits"] if each["path"] != "reviewed"]

    other.desk.undo()
    transfer(other).take(transfer(other).read(changed(path, forget)), {"own-bridge": "theirs"})
    assert not other.library.library.exercises["own-bridge"].tags_reviewed
    assert not other.library.library.exercises[CODE].tags_reviewed


def test_all_faults_are_listed_by_record_and_field_and_nothing_is_changed(other: Clinic, file: Path) -> None:
    def spoil(document: dict[str, Any]) -> None:
        document["exercises"][0]["difficulty"] = 9
        document["exercises"][0]["colour"] = "red"
        document["edits"][0]["path"] = 5
        document["edits"].append({**document["edits"][1], "exercise": "xx-gone", "path": "cue.en"})
        document["more"] = 1

    with pytest.raises(BadInput) as refused:
        transfer(other).read(changed(file, spoil))
    told = [str(each) for each in refused.value.faults]
    assert any(each.startswith("own.json: exercises own-towel-bridge: difficulty") for each in told)
    assert any("exercises own-towel-bridge: colour" in each for each in told)
    assert any("edits lx-bridge: path" in each for each in told)
    assert any("own.json: more" in each for each in told)
    assert other.library.layers() == ()


def test_faults_of_content_are_listed_too(other: Clinic, file: Path) -> None:
    def spoil(document: dict[str, Any]) -> None:
        document["exercises"][0]["goals"] = ["strengthen:tail"]
        document["exercises"].append({**document["exercises"][0], "goals": []})
        document["edits"][0] |= {"path": "stress", "value": ["weightless"]}
        document["edits"].append({**document["edits"][0], "exercise": "lx-gone"})

    with pytest.raises(BadInput) as refused:
        transfer(other).read(changed(file, spoil))
    told = "\n".join(str(each) for each in refused.value.faults)
    assert "exercises own-towel-bridge: goals: The library does not have strengthen:tail." in told
    assert "already the code of an earlier record" in told
    assert "edits lx-bridge: stress: The library does not have weightless." in told
    assert "edits lx-gone: exercise: the library has no such exercise" in told


@pytest.mark.parametrize("data", [b"", b"[]", b"{", b"\xff", b'{"format": 1}', b'{"exercises": {}, "edits": [1]}'])
def test_any_other_file_is_refused_in_words(other: Clinic, tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "odd.json"
    path.write_bytes(data)
    with pytest.raises(BadInput, match=r"odd\.json"):
        transfer(other).read(path)


def test_a_shipped_code_is_no_own_one(other: Clinic, file: Path) -> None:
    with pytest.raises(BadInput, match="own-"):
        transfer(other).read(changed(file, lambda document: document["exercises"][0].update(code="lx-bridge")))


def test_there_must_be_something_to_export(other: Clinic, tmp_path: Path) -> None:
    with pytest.raises(PTBuilderError, match="nothing of your own"):
        transfer(other).export(tmp_path / "own.json")
    assert not (tmp_path / "own.json").exists()
