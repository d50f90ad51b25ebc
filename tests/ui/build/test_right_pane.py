"""Suggestions, the library, why and why not: cards are painted, and their buttons are pressed where they stand."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from ptbuilder.domain.assessment import Finding
from ptbuilder.domain.library import Library
from ptbuilder.services.desk.desk import Desk
from ptbuilder.ui.build.figures.pictures import DrawingCache
from ptbuilder.ui.build.offers.card_list import CardList
from ptbuilder.ui.build.offers.card_model import PAGE, CardModel, Offer
from ptbuilder.ui.build.offers.goal_chips import GoalChips, GoalWords
from ptbuilder.ui.theme import Theme
from ptbuilder.ui.widgets.chips import Chip
from tests.ui.build.columns import AGAINST, EARLY, LEFT, Columns

ESC = Qt.Key.Key_Escape


def offered(columns: Columns) -> tuple[str, ...]:
    return columns.right.suggested.list.offers.codes


def test_the_models_keep_qt_s_rules(taken: Columns, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(taken.right.suggested.list.offers)
    taken.right.open_tab("library")
    qtmodeltester.check(taken.right.library.list.offers)


def test_nothing_is_counted_before_something_was_found(qtbot: QtBot, desk: Desk, theme: Theme) -> None:
    columns = Columns(qtbot, desk, theme)
    suggested = columns.right.suggested
    assert suggested.why_not_button.parentWidget().isHidden()
    columns.desk.add_finding(Finding("hp-flexor-tight", "both", "moderate"))
    assert not suggested.why_not_button.parentWidget().isHidden()


def test_a_folded_column_of_no_offers_shows_no_number(qtbot: QtBot, desk: Desk, theme: Theme) -> None:
    columns = Columns(qtbot, desk, theme)
    assert (columns.right.strip_state.number, columns.right.strip_state.word) == ("", "sug-\ngested")


def test_a_folded_column_beside_a_stop_is_the_referral_note(taken: Columns) -> None:
    taken.desk.add_finding(Finding("rf-cauda-equina"))
    assert (taken.right.strip_state.number, taken.right.strip_state.word) == ("", "note")
    assert taken.right.accessibleName() == "Referral note"


def test_an_empty_model_keeps_qt_s_rules(qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(CardModel())


def test_offers_are_made_when_they_are_shown() -> None:
    made: list[str] = []

    def offer_of(code: str) -> Offer:
        made.append(code)
        return Offer(code, code.upper(), "")

    model = CardModel()
    model.show_codes([f"e-{n}" for n in range(25_000)], offer_of)
    assert len(model.codes) == 25_000
    assert not made
    assert model.data(model.index(7)) == "E-7"
    assert made == ["e-7"]


def test_a_long_list_is_given_page_by_page(qtmodeltester: ModelTester) -> None:
    model = CardModel()
    codes = [f"e{n}" for n in range(2 * PAGE + 1)]
    model.show_codes(codes, lambda code: Offer(code, code, ""))
    assert model.rowCount() == PAGE
    assert model.codes == tuple(codes)
    model.fetchMore(QModelIndex())
    assert model.rowCount() == 2 * PAGE
    assert model.index_of(codes[-1]).row() == 2 * PAGE
    assert not model.canFetchMore(QModelIndex())
    model.show_codes(codes[:3], lambda code: Offer(code, code, ""))
    assert model.rowCount() == 3
    qtmodeltester.check(model)


def test_a_card_is_chosen_and_neither_edited_nor_dragged() -> None:
    model = CardModel()
    model.show_codes(["a"], lambda code: Offer(code, "A", "", spoken="A, to be added"))
    index = model.index(0)
    assert model.flags(index) == Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
    assert (index.data(), index.data(Qt.ItemDataRole.AccessibleTextRole)) == ("A", "A, to be added")
    assert index.data(Qt.ItemDataRole.EditRole) is None


def test_a_long_list_goes_on_at_its_end(qtbot: QtBot, theme: Theme) -> None:
    cards = CardList(theme, DrawingCache(), is_uniform=True)
    qtbot.addWidget(cards)
    cards.resize(300, 400)
    with qtbot.waitExposed(cards):
        cards.show()
    cards.show_codes([f"e{n}" for n in range(PAGE + 5)], lambda code: Offer(code, code, ""))
    cards.setFocus()
    qtbot.keyClick(cards, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: cards.offers.rowCount() == PAGE + 5)
    qtbot.keyClick(cards, Qt.Key.Key_End)
    assert cards.currentIndex().row() == PAGE + 4


def test_without_findings_the_library_is_offered(qtbot: QtBot, desk: Desk, theme: Theme) -> None:
    columns = Columns(qtbot, desk, theme)
    with qtbot.waitSignal(columns.right.library_page_asked):
        QTest.mouseClick(columns.right.suggested.empty.button, LEFT)


def test_enter_adds_the_marked_card_and_marks_the_next(taken: Columns) -> None:
    cards = taken.right.suggested.list
    cards.setFocus()
    cards.choose(offered(taken)[1])
    second = offered(taken)[1]
    QTest.keyClick(cards, Qt.Key.Key_Return)
    assert taken.desk.stage.has(second)
    assert cards.current_offer is not None
    assert cards.current_offer.code == offered(taken)[1]


def test_the_painted_button_adds(taken: Columns) -> None:
    code = offered(taken)[2]
    taken.press_card(taken.right.suggested.list, code)
    assert taken.desk.stage.has(code)


def test_adding_to_a_draft_takes_it_in_one_step(draft: Columns) -> None:
    draft.press_card(draft.right.suggested.list, offered(draft)[0])
    assert draft.desk.is_accepted
    draft.desk.undo()
    assert not draft.desk.is_accepted


def test_goals_tell_what_is_served(taken: Columns) -> None:
    title = taken.right.suggested.goals.title.text()
    served, count = len(taken.desk.served_goals), len(taken.desk.outcome.goals)
    assert title == f"Goals, weightiest first: {served} of {count} served"


def test_a_goal_that_is_not_served_filters_the_cards(taken: Columns) -> None:
    goal = next(each.goal for each in taken.desk.outcome.goals if each.goal not in taken.desk.served_goals)
    chip = taken.right.suggested.goals.chips[goal]
    assert isinstance(chip, Chip)
    assert "not served" in chip.accessibleName()
    QTest.mouseClick(chip, LEFT)
    records = taken.desk.library.exercises
    assert offered(taken)
    assert all(goal in records[code].goals for code in offered(taken))
    QTest.mouseClick(chip, LEFT)
    assert any(goal not in records[code].goals for code in offered(taken))


def test_many_served_goals_are_folded(qtbot: QtBot, theme: Theme) -> None:
    chips = GoalChips(theme)
    qtbot.addWidget(chips)
    chips.show_goals([GoalWords(f"g:{n}", f"goal {n}", is_served=n != 9) for n in range(12)])
    assert "g:9" in chips.chips
    assert len(chips.chips) == 7


def test_new_findings_only_offer_after_the_program_was_taken(taken: Columns) -> None:
    before = taken.names
    taken.desk.add_finding(Finding("hp-gmax-weak", "both", "moderate"))
    assert taken.names == before


def test_what_is_not_suggested_is_counted(taken: Columns) -> None:
    count, useful = taken.desk.not_suggested
    assert taken.right.suggested.count.text() == f"Not suggested: {count}, of them {useful} serve a goal"


def test_cards_say_that_they_are_not_in_the_program(taken: Columns) -> None:
    model = taken.right.suggested.list.offers
    said = model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert said.endswith("Not in the program.")


def test_the_library_is_searched_while_one_types(taken: Columns) -> None:
    taken.right.open_tab("library")
    field = taken.right.library.field
    field.setFocus()
    QTest.keyClicks(field, "bridge")
    codes = taken.right.library.list.offers.codes
    assert "lx-bridge" in codes
    assert len(codes) < len(taken.desk.library.exercises)
    QTest.keyClicks(field, "zzzz")
    assert not taken.right.library.list.offers.codes


def test_enter_in_the_search_adds_what_is_marked(taken: Columns) -> None:
    taken.right.open_tab("library")
    field = taken.right.library.field
    field.setFocus()
    QTest.keyClicks(field, "bridge")
    cards = taken.right.library.list
    while cards.current_offer is not None and cards.current_offer.state != "offer":
        QTest.keyClick(field, Qt.Key.Key_Down)
    assert cards.current_offer is not None
    code = cards.current_offer.code
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert taken.desk.stage.has(code)
    offer = cards.offers.offer(cards.offers.index_of(code))
    assert offer is not None
    assert offer.state == "present"


def test_what_is_kept_out_leads_to_why_not(taken: Columns) -> None:
    taken.right.open_tab("library")
    taken.right.library.list.choose(AGAINST)
    taken.press_card(taken.right.library.list, AGAINST)
    assert taken.right.tab == "why-not"
    assert taken.right.why_not.exercise == AGAINST
    assert not taken.desk.stage.has(AGAINST)


def test_w_shows_all_reasons_and_escape_goes_back(taken: Columns) -> None:
    taken.choose(0)
    taken.key(Qt.Key.Key_W)
    assert taken.right.tab == "why"
    assert taken.right.why.name.text() == "Pelvic tilt, lying"
    said = " ".join(each.accessibleName() for each in taken.right.why.cards.widgets)
    assert "Ease symptoms with low-back flexion" in said
    assert "R-DP-01" in said
    assert "Source:" in said
    QTest.keyClick(QApplication.focusWidget(), ESC)
    assert taken.right.tab == "suggested"
    assert taken.program.list.hasFocus()


def test_a_click_on_the_reason_shows_them_too(taken: Columns) -> None:
    taken.press_part(1, "why")
    assert taken.right.why.identifier == taken.item(1).id


def test_the_reasons_close_with_their_exercise(taken: Columns) -> None:
    taken.choose(0)
    taken.key(Qt.Key.Key_W)
    taken.desk.remove(taken.item(0).id)
    assert taken.right.tab == "suggested"


def test_why_not_answers_six_questions(taken: Columns) -> None:
    taken.right.show_why_not(AGAINST)
    rows = taken.right.why_not.answer.checks.rows
    assert [name for name, _, _ in rows] == ["Movement", "Phase", "Irritability", "Difficulty", "Position", "Equipment"]
    assert rows[0] == ("Movement", "End-range low-back extension", False)
    assert all(passed for _, _, passed in rows[1:])
    assert taken.right.why_not.answer.chip.text() == "Not suggested: 3 rules"


def test_each_rule_tells_its_source_and_when_it_ends(taken: Columns) -> None:
    taken.right.show_why_not(AGAINST)
    said = [each.accessibleName() for each in taken.right.why_not.answer.cards.widgets]
    assert len(said) == 3
    assert all("Source:" in each and "Ends:" in each for each in said)
    assert "17 March" in said[2]


def test_what_instead_offers_what_is_allowed(taken: Columns) -> None:
    taken.right.show_why_not(AGAINST)
    QTest.mouseClick(taken.right.why_not.instead_button, LEFT)
    instead = taken.right.why_not.instead
    code = instead.offers.codes[0]
    assert code not in taken.desk.outcome.excluded
    taken.press_card(instead, code)
    assert taken.desk.stage.has(code)
    assert taken.right.tab == "suggested"


def test_add_anyway_needs_a_reason_which_is_kept(taken: Columns) -> None:
    taken.right.show_why_not(EARLY)
    QTest.mouseClick(taken.right.why_not.add_button, LEFT)
    assert not taken.desk.stage.has(EARLY)
    assert taken.right.why_not.entry is not None
    QTest.keyClick(taken.right.why_not.entry.field, Qt.Key.Key_3)
    item = next(each for each in taken.desk.stage.prescriptions if each.exercise == EARLY)
    assert [note.reason for note in item.overrides] == ["Agreed with the doctor"]
    assert not taken.desk.open_questions
    taken.desk.undo()
    assert not taken.desk.stage.has(EARLY)


def test_escape_goes_back_step_by_step(taken: Columns) -> None:
    taken.choose(0)
    taken.right.show_why_not(EARLY)
    taken.right.why_not.ask_reason()
    assert taken.right.why_not.entry is not None
    QTest.keyClick(taken.right.why_not.entry.field, ESC)
    assert taken.right.why_not.entry is None
    QTest.keyClick(taken.right.why_not, ESC)
    assert taken.right.tab == "suggested"


def test_any_exercise_can_be_asked_for(taken: Columns) -> None:
    taken.right.show_why_not()
    field = taken.right.why_not.field
    QTest.keyClicks(field, "press-up")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert taken.right.why_not.exercise == AGAINST
    assert field.text() == "Lying press-up"


def test_without_a_question_what_is_kept_out_is_listed_useful_first(taken: Columns) -> None:
    taken.right.show_why_not()
    codes = taken.right.why_not.list.offers.codes
    count, useful = taken.desk.not_suggested
    assert len(codes) == count
    wanted = {state.goal for state in taken.desk.outcome.goals}
    records = taken.desk.library.exercises
    assert all(not wanted.isdisjoint(records[code].goals) for code in codes[:useful])


def test_an_allowed_exercise_says_why_it_was_not_chosen(taken: Columns) -> None:
    code = offered(taken)[0]
    taken.right.show_why_not(code)
    assert taken.right.why_not.answer.chip.text().startswith("Allowed")
    assert taken.right.why_not.add_button.label == "Add"
    QTest.mouseClick(taken.right.why_not.add_button, LEFT)
    assert taken.desk.stage.has(code)


def test_a_stop_leaves_only_the_referral_note(taken: Columns) -> None:
    taken.desk.add_finding(Finding("rf-cauda-equina"))
    assert taken.right.tab == "referral"
    assert taken.right.tabs.tab("suggested").isHidden()
    taken.desk.undo()
    assert taken.right.tab == "suggested"
    assert not taken.right.tabs.tab("suggested").isHidden()


def test_tabs_are_one_stop_and_arrows_move_between_them(taken: Columns) -> None:
    tabs = taken.right.tabs
    tabs.tab("suggested").setFocus()
    QTest.keyClick(tabs.tab("suggested"), Qt.Key.Key_Right)
    assert taken.right.tab == "library"
    assert tabs.tab("library").hasFocus()


def test_the_preview_tells_that_it_needs_room(taken: Columns, qtbot: QtBot) -> None:
    with qtbot.waitSignal(taken.right.preview_toggled, check_params_cb=bool):
        taken.right.toggle_preview()
    with qtbot.waitSignal(taken.right.preview_toggled, check_params_cb=lambda shown: not shown):
        taken.right.toggle_preview()


@pytest.mark.parametrize("code", ["unknown", ""])
def test_an_unknown_exercise_lists_what_is_kept_out(taken: Columns, code: str) -> None:
    taken.right.show_why_not(code)
    assert taken.right.why_not.list.offers.codes


def test_all_goals_served_is_said(taken: Columns, library: Library) -> None:
    for _ in range(8):
        cards = [card for card in taken.desk.cards if card.serves]
        if not cards:
            break
        taken.desk.add_exercise(cards[0].exercise.code)
    assert taken.right.suggested.message.text() == "All goals are served. More exercises are followed less."


@pytest.mark.parametrize("size", [100, 150, 200])
def test_reasons_are_never_wider_than_their_column(taken: Columns, qtbot: QtBot, theme: Theme, size: int) -> None:
    theme.set_text_size(size)
    taken.right.setFixedWidth(300 if size < 200 else 400)
    for show, name in (
        (lambda: taken.right.show_why(taken.item(0).id), "why_scroll"),
        (lambda: taken.right.show_why_not(AGAINST), "why_not_answer"),
    ):
        show()
        area = taken.right.findChild(QScrollArea, name)
        qtbot.waitUntil(lambda area=area: area.isVisible() and area.widget().width() <= area.viewport().width())
