from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ptbuilder.ui.library.page import LibraryPage
from tests.ui.library.test_library_page import page
from tests.ui.workplace import Workplace

__all__ = ["page"]
CODE = "lx-bridge"


@pytest.fixture
def posing(page: LibraryPage, qtbot: QtBot) -> LibraryPage:
    """The page with the panel open for the bridge."""
    page.show_exercise(CODE)
    qtbot.mouseClick(page.details.foot.pose_button, Qt.MouseButton.LeftButton)
    assert page.posing.is_open
    return page


def test_a_posed_figure_is_an_edit_and_brings_the_grid_back(posing: LibraryPage, place: Workplace, qtbot: QtBot) -> None:
    assert not posing.grid.isVisible()
    figure = {"view": "side", "shows": [1, 2], "start": {"base": "supine"}, "finish": {"base": "hooklying"}}
    with qtbot.waitSignal(posing.told) as told:
        posing.posing.panel.posed.emit(figure)  # type: ignore[union-attr]
    assert told.args == ["Bridge has a new figure."]
    assert place.library.exercises[CODE].figure == figure
    assert [each.path for each in place.editing.edits(CODE)] == ["figure"]
    assert posing.grid.isVisible()
    place.desk.undo()
    assert place.clinic_library.origin(CODE) == "shipped"


def test_leaving_changes_nothing(posing: LibraryPage, place: Workplace) -> None:
    posing.posing.panel.leave()  # type: ignore[union-attr]
    assert not posing.posing.is_open
    assert posing.grid.isVisible()
    assert place.clinic_library.origin(CODE) == "shipped"


def test_another_page_and_back_finds_the_panel_as_it_was(posing: LibraryPage) -> None:
    panel = posing.posing.panel
    posing.hide()
    posing.show()
    posing.focus_first()
    assert posing.posing.panel is panel
    assert panel is not None
    assert panel.isVisible()
