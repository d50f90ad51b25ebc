from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ptbuilder.ui import messages
from ptbuilder.ui.library.page import LibraryPage
from ptbuilder.ui.library.transfer import FaultsPanel, IncomingPanel
from tests.ui.library.test_library_page import page
from tests.ui.workplace import Workplace

__all__ = ["page"]
CODE = "lx-bridge"


@pytest.fixture
def file(page: LibraryPage, place: Workplace, tmp_path: Path) -> Path:
    """A file with an edit and an own exercise; the clinic has meanwhile gone back to the original of the one."""
    record = place.library.exercises[CODE]
    place.editing.save(replace(record, cue={**record.cue, "en": "Theirs."}))
    place.editing.save(place.editing.copy_of(record))
    path = tmp_path / "theirs.json"
    page.transfer.save(path)
    place.editing.put_back(CODE)
    return path


def test_export_says_how_many_are_in_the_file(page: LibraryPage, file: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.told) as told:
        page.transfer.save(file.with_name("again.json"))
    assert told.args == ["1 exercise is in again.json."]


def test_export_without_anything_own_says_so(page: LibraryPage, place: Workplace, qtbot: QtBot) -> None:
    with qtbot.waitSignal(place.signals.refused) as refused:
        qtbot.mouseClick(page.footer_end.export_button, Qt.MouseButton.LeftButton)
    assert "nothing of your own" in refused.args[0]


def test_import_shows_what_comes_and_takes_it_in_one_step(
    page: LibraryPage, place: Workplace, file: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(messages, "ask_open_path", lambda *_: file)
    qtbot.mouseClick(page.footer_end.import_button, Qt.MouseButton.LeftButton)
    panel = page.transfer.panel
    assert isinstance(panel, IncomingPanel)
    assert not page.grid.isVisible()
    with qtbot.waitSignal(page.told) as told:
        panel.take_button.click()
    assert told.args == ["1 exercise was imported."]
    assert place.library.exercises[CODE].cue["en"] == "Theirs."
    assert page.grid.isVisible()
    place.desk.undo()
    assert place.clinic_library.origin(CODE) == "shipped"


def test_what_differs_is_shown_side_by_side_and_asked(page: LibraryPage, place: Workplace, file: Path, qtbot: QtBot) -> None:
    record = place.library.exercises[CODE]
    place.editing.save(replace(record, cue={**record.cue, "en": "Ours."}))
    page.transfer.bring(file)
    panel = page.transfer.panel
    assert isinstance(panel, IncomingPanel)
    words = [label.text() for label in panel.findChildren(type(page.details._name))]
    assert "Cue. Ours: Ours." in words
    assert "Cue. Theirs: Theirs." in words
    assert panel.answers == {CODE: "ours"}
    panel.choices[CODE].segment("theirs").click()  # type: ignore[attr-defined]
    panel.take_button.click()
    assert place.library.exercises[CODE].cue["en"] == "Theirs."


def test_a_file_with_faults_changes_nothing_and_lists_them(page: LibraryPage, place: Workplace, file: Path, qtbot: QtBot) -> None:
    file.write_text(file.read_text(encoding="utf-8").replace('"cue.en"', '"cue.fr"'), encoding="utf-8")
    before = place.clinic_library.layers()
    page.transfer.bring(file)
    panel = page.transfer.panel
    assert isinstance(panel, FaultsPanel)
    assert panel.accessibleName() == "Nothing was imported: 1 fault."
    words = [label.text() for label in panel.findChildren(type(page.details._name))]
    assert any("theirs.json: edits lx-bridge: cue.fr" in each for each in words)
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert page.grid.isVisible()
    assert place.clinic_library.layers() == before


def test_a_file_that_brings_nothing_says_so(page: LibraryPage, place: Workplace, file: Path, qtbot: QtBot) -> None:
    page.transfer.bring(file)
    page.transfer.panel.take_button.click()  # type: ignore[union-attr]
    with qtbot.waitSignal(page.told) as told:
        page.transfer.bring(file)
    assert "nothing that is not here already" in told.args[0]
