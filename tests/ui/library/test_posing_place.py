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


@pytest.mark.parametrize(("size", "text"), [((1368, 500), 100), ((952, 540), 100), ((952, 412), 200)])
def test_the_figure_has_the_whole_page_and_the_details_come_back_as_they_were(
    page: LibraryPage, qtbot: QtBot, size: tuple[int, int], text: int
) -> None:
    page.theme.set_text_size(text)
    page.resize(*size)
    page.show_exercise(CODE)
    bar = page.details._area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() >= 40 and page.keeping.width() >= page.keeping.minimumSizeHint().width())
    bar.setValue(40)
    before, filters = page.keeping.geometry(), page._left.isVisible()
    qtbot.mouseClick(page.details.foot.pose_button, Qt.MouseButton.LeftButton)
    panel = page.posing.panel
    assert panel is not None
    assert not page.keeping.isVisible()
    assert not page._left.isVisible()
    assert panel.width() >= page.width() - 2  # the handles between the parts
    panel.leave()
    assert (page.keeping.geometry(), page._left.isVisible()) == (before, filters)
    assert page.keeping.isVisible()
    qtbot.waitUntil(lambda: bar.value() == 40)


def test_a_new_exercise_takes_the_place_of_a_figure_that_is_kept(posing: LibraryPage) -> None:
    posing.edit()
    assert not posing.keeping.is_editing
    panel = posing.posing.panel
    assert panel is not None
    panel.form.joints.rows["flexion"].slider.setValue(50)
    posing.write_new()
    assert posing.keeping.is_editing
    assert posing.keeping.isVisible()
    assert not posing.posing.is_open
    posing.keeping.leave()
    posing.posing.open(CODE)
    assert posing.posing.panel is not None
    assert posing.posing.panel.history.can_undo
