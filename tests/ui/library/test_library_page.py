from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from ptbuilder.ui.library.exercise_model import ExerciseGridModel
from ptbuilder.ui.library.filter_tree import FilterValue
from ptbuilder.ui.library.page import LibraryPage
from tests.ui.workplace import Workplace


@pytest.fixture
def page(place: Workplace, qtbot: QtBot) -> LibraryPage:
    place.take_sample()
    page = place.library_page()
    qtbot.addWidget(page)
    page.resize(1368, 796)
    page.show()
    return page


def value(page: LibraryPage, facet: str, code: str) -> FilterValue:
    return next(each for each in page.tree.filters._all[facet] if each.value == code)  # type: ignore[index]


def shown(page: LibraryPage) -> list[str]:
    return list(page.grid.exercises._codes)


def test_the_models_are_proper_ones(page: LibraryPage, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(page.grid.exercises)
    qtmodeltester.check(page.tree.filters)


def test_everything_is_shown_first_and_the_first_is_marked(page: LibraryPage, place: Workplace) -> None:
    assert len(shown(page)) == len(place.library.exercises)
    assert page.grid.current is not None
    assert page.details._name.text() == page.grid.current.name["en"]


def test_a_filter_shows_what_its_count_promised(page: LibraryPage, qtbot: QtBot) -> None:
    hip = value(page, "region", "hip")
    page.tree.filters.set_chosen(hip, True)
    assert len(shown(page)) == hip.count
    assert value(page, "region", "hip").count == hip.count
    assert value(page, "type", "strength").count < len(place_types(page, "strength"))


def place_types(page: LibraryPage, kind: str) -> list[str]:
    return [each.code for each in page._browser.exercises if each.type == kind]


def test_a_click_checks_and_the_chip_takes_back(page: LibraryPage, qtbot: QtBot) -> None:
    tree = page.tree
    group = tree.filters.index(0, 0)
    first = tree.filters.index(0, 0, group)
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualRect(first).center())
    assert tree.filters.data(first, Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    (chip,) = [each for each in page.middle.chip_place.children() if each.inherits("QAbstractButton")]
    everything = len(page._browser.exercises)
    assert len(shown(page)) < everything
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert len(shown(page)) == everything


def test_a_selection_without_exercises_offers_to_clear_the_last_filter(page: LibraryPage, qtbot: QtBot) -> None:
    page.tree.filters.set_chosen(value(page, "region", "cervical"), True)
    page.tree.filters.set_chosen(value(page, "type", "aerobic"), True)
    assert shown(page) == []
    assert "Clear the last filter: Endurance" in page.middle.empty_text.text()
    qtbot.mouseClick(page.middle.clear_last, Qt.MouseButton.LeftButton)
    assert shown(page)


def test_typing_searches_and_enter_adds_the_first(page: LibraryPage, place: Workplace, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.search, "bridge")
    first = shown(page)[0]
    assert "ridge" in place.library.exercises[first].name["en"]
    with qtbot.waitSignal(page.told):
        qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert any(row.exercise.code == first for row in place.desk.rows)
    assert page.grid.exercises.is_present(first)
    assert not page.details.add_button.isEnabled()


def test_what_keeps_an_exercise_out_is_said_before_it_is_added(page: LibraryPage, place: Workplace) -> None:
    excluded = next(code for code in place.desk.stage_outcome.excluded if place.desk.why_not(code).obstacles[0].rule)
    page.show_exercise(excluded)
    facts = [label.text() for label in page.details._facts.findChildren(type(page.details._name))]
    assert "Kept out by" in facts


def test_a_neighbour_is_one_press_away(page: LibraryPage, place: Workplace, qtbot: QtBot) -> None:
    page.show_exercise("lx-bird-dog")
    easier = place.library.exercises["lx-bird-dog"].easier
    assert easier is not None
    page.details.neighbour_asked.emit(easier)
    assert page.grid.current is not None
    assert page.grid.current.code == easier


def test_showing_a_hidden_exercise_clears_what_hides_it(page: LibraryPage) -> None:
    page.tree.filters.set_chosen(value(page, "region", "cervical"), True)
    page.show_exercise("lx-bridge")
    assert page.grid.current is not None
    assert page.grid.current.code == "lx-bridge"


def test_the_mark_stays_while_a_filter_changes(page: LibraryPage) -> None:
    page.show_exercise("lx-bridge")
    page.tree.filters.set_chosen(value(page, "region", "lumbar"), True)
    assert page.grid.current is not None
    assert page.grid.current.code == "lx-bridge"


def test_an_exercise_nobody_reviewed_says_so(place: Workplace) -> None:
    code = "lx-bridge"
    doubtful = replace(place.library.exercises[code], tags_reviewed=False)
    library = replace(place.library, exercises={**place.library.exercises, code: doubtful})
    model = ExerciseGridModel(library)
    model.show_codes((code,))
    assert "tags not reviewed" in model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_long_lists_are_given_to_the_view_in_parts(place: Workplace, qtmodeltester: ModelTester) -> None:
    record = place.library.exercises["lx-bridge"]
    many = {f"lx-bridge-{number}": replace(record, code=f"lx-bridge-{number}") for number in range(1000)}
    model = ExerciseGridModel(replace(place.library, exercises=many))
    model.show_codes(tuple(many))
    assert model.rowCount() < 1000
    assert model.canFetchMore()
    assert model.place_of("lx-bridge-999") == 999
    assert model.rowCount() == 1000
    assert not model.canFetchMore()
    model.show_codes(tuple(many)[:900])
    qtmodeltester.check(model)


def test_looking_through_the_library_changes_nothing_on_the_desk(page: LibraryPage, place: Workplace) -> None:
    before = place.desk.work
    page.search.setText("hip")
    page.tree.filters.set_chosen(value(page, "type", "stretch"), True)
    page.refresh()
    assert place.desk.work is before


@pytest.mark.parametrize("width", [420, 560, 640, 655, 670, 700, 760, 900, 1000])
def test_the_cards_fill_the_width(page: LibraryPage, qtbot: QtBot, width: int) -> None:
    grid = page.grid
    grid.setFixedWidth(width)
    rects = [grid.visualRect(grid.exercises.index(place)) for place in range(8)]
    line = [rect for rect in rects if rect.top() == rects[0].top()]
    room = grid.viewport().width()
    assert line[-1].right() <= room
    assert room - line[-1].right() < 16
    assert all(rect.width() >= 200 for rect in line)
