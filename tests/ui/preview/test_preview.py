from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, Qt
from pytestqt.qtbot import QtBot

from ptbuilder.domain.clinic import Clinic
from ptbuilder.services.paper.sheet_texts import Place
from ptbuilder.ui.preview.pane import PreviewPane
from tests.ui.workplace import Workplace, text_of


@pytest.fixture
def pane(place: Workplace, qtbot: QtBot) -> PreviewPane:
    """The preview of the sample's program, shown and filled."""
    place.take_sample()
    pane = PreviewPane(place.signals, place.tasks, place.theme, renew_ms=0)
    qtbot.addWidget(pane)
    pane.open(place.reception, place.handing_out)
    pane.resize(940, 640)
    with qtbot.waitSignal(pane.shown):
        pane.show()
    return pane


def shown_text(pane: PreviewPane) -> str:
    assert pane.previewed is not None
    return text_of(pane.previewed.handout.pdf)


def test_the_real_pages_are_shown(pane: PreviewPane, place: Workplace) -> None:
    assert pane.view.pages >= 2
    assert place.desk.rows[0].exercise.name["en"] in shown_text(pane)


def test_it_follows_an_edit(pane: PreviewPane, place: Workplace, qtbot: QtBot) -> None:
    row = place.desk.rows[0].prescription
    assert "17 seconds" not in shown_text(pane)
    with qtbot.waitSignal(pane.shown):
        place.desk.set_dosage(row.id, replace(row.dosage, hold_s=17))
    assert "17 seconds" in shown_text(pane)


def test_the_place_that_is_read_stays(pane: PreviewPane, place: Workplace, qtbot: QtBot) -> None:
    bar = pane.view.verticalScrollBar()
    bar.setValue(700)
    row = place.desk.rows[0].prescription
    with qtbot.waitSignal(pane.shown):
        place.desk.set_dosage(row.id, replace(row.dosage, hold_s=17))
    assert bar.value() == 700


def test_choosing_an_exercise_scrolls_the_page_to_it(pane: PreviewPane, place: Workplace) -> None:
    last = place.desk.rows[-1].prescription.id
    pane.show_exercise(last)
    rect, bar = pane.view.chosen_rect(), pane.view.verticalScrollBar()
    assert rect is not None
    assert bar.value() <= rect.top() <= bar.value() + pane.view.viewport().height()
    assert pane.view.page > 0


def test_clicking_the_page_chooses_the_exercise(pane: PreviewPane, place: Workplace, qtbot: QtBot) -> None:
    second = place.desk.rows[1].prescription.id
    pane.show_exercise(second)
    rect = pane.view.chosen_rect()
    assert rect is not None
    pane.show_exercise(place.desk.rows[0].prescription.id)
    with qtbot.waitSignal(pane.exercise_chosen) as chosen:
        qtbot.mouseClick(pane.view.widget(), Qt.MouseButton.LeftButton, pos=rect.center().toPoint())
    assert chosen.args == [second]


def test_beside_the_page_nothing_is_chosen(pane: PreviewPane, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(pane.exercise_chosen):
        pane.view.choose_at(QPointF(2, 2))


def test_a_choice_is_one_step_that_can_be_undone(pane: PreviewPane, place: Workplace, qtbot: QtBot) -> None:
    field = pane.options.paper_field
    field.setCurrentIndex(field.findData("letter"))
    field.activated.emit(field.currentIndex())
    assert place.desk.work.choices.paper == "letter"
    place.desk.undo()
    assert place.desk.work.choices.paper == "a4"
    assert field.currentData() == "a4"


@pytest.mark.parametrize(("name", "first", "other"), [("figure", "patient", "female-full"), ("skin", "light", "dark")])
def test_figure_and_skin_are_chosen_undone_and_remembered(
    pane: PreviewPane, place: Workplace, name: str, first: str, other: str
) -> None:
    field = getattr(pane.options, f"{name}_field")
    assert field.currentData() == first
    field.setCurrentIndex(field.findData(other))
    field.activated.emit(field.currentIndex())
    assert getattr(place.desk.work.choices, name) == other
    place.desk.undo()
    assert field.currentData() == first
    place.desk.redo()
    place.desk.save_now()
    assert getattr(place.records.choices(place.desk.work.patient.id), name) == other


def test_skin_is_not_offered_in_black_and_white(pane: PreviewPane, place: Workplace) -> None:
    assert pane.options.skin_field.isEnabled()
    place.desk.set_choices(replace(place.desk.work.choices, ink="bw"))
    assert not pane.options.skin_field.isEnabled()


def test_the_form_of_the_name_reaches_the_page(pane: PreviewPane, place: Workplace, qtbot: QtBot) -> None:
    field = pane.options.name_field
    with qtbot.waitSignal(pane.shown):
        field.setCurrentIndex(field.findData("initials"))
        field.activated.emit(field.currentIndex())
    assert "R. S." in shown_text(pane)
    assert "Robert Sample" not in shown_text(pane)


def test_filling_the_options_saves_nothing(pane: PreviewPane, place: Workplace) -> None:
    before = place.desk.undo_step
    pane.options.fill()
    assert place.desk.undo_step == before


def test_a_letter_that_no_face_prints_is_a_question_mark_on_the_page(pane: PreviewPane, place: Workplace, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.shown):
        place.desk.set_note(place.desk.rows[0].prescription.id, "Breathe \N{PILE OF POO} out")
    assert pane.problem.isHidden()
    assert "Breathe ? out" in shown_text(pane)


def test_only_pages_that_look_different_are_drawn_again(pane: PreviewPane, place: Workplace, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: pane.is_idle, timeout=20_000)
    before = pane.previewed
    assert before is not None
    with qtbot.waitSignal(pane.shown):
        place.desk.set_note(place.desk.rows[-1].prescription.id, "Slowly.")
    after = pane.previewed
    assert after is not None
    same = [one is other for one, other in zip(before.pages, after.pages, strict=True)]
    assert 0 < sum(same) < len(same)
    fresh = place.handing_out.pages(after.handout.pdf, after.scale)
    assert [each.rgba for each in after.pages] == [each.rgba for each in fresh]


def test_what_changes_while_pages_are_drawn_is_shown_next(pane: PreviewPane, place: Workplace, qtbot: QtBot) -> None:
    row = place.desk.rows[0].prescription
    shown: list[None] = []
    pane.shown.connect(lambda: shown.append(None))
    with qtbot.waitSignal(pane.shown):
        place.desk.set_note(row.id, "First words.")
        pane.renew()
        for number in range(5):
            place.desk.set_note(row.id, f"Words {number}.")
    qtbot.waitUntil(lambda: pane.is_idle)
    assert "Words 4." in shown_text(pane)
    assert len(shown) == 2


def test_an_open_check_says_where_it_is_mended(pane: PreviewPane, place: Workplace, qtbot: QtBot) -> None:
    place.records.set_clinic(Clinic())
    with qtbot.waitSignal(pane.shown):
        pane.renew()
    qtbot.waitUntil(lambda: any(each.key == "letterhead" for each in pane.checks.checks))
    button = pane.checks.findChild(type(pane.head.side), "check_letterhead_mend")
    with qtbot.waitSignal(pane.place_asked) as asked:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert asked.args == [Place("clinic", "name")]


def test_pages_and_settings_take_turns_where_there_is_little_room(pane: PreviewPane, qtbot: QtBot) -> None:
    pane.resize(576, 540)
    assert pane.view.isVisible()
    assert not pane.side.isVisible()
    qtbot.mouseClick(pane.head.side, Qt.MouseButton.LeftButton)
    assert not pane.view.isVisible()
    assert pane.checks.isVisible()


def test_in_a_low_window_the_checks_stand_under_one_line_of_settings(pane: PreviewPane, qtbot: QtBot) -> None:
    line = pane.side.options_line
    assert not pane.options.isVisible()
    assert "Standard, English, A4, colour" in line.accessibleName()
    assert pane.checks.mapTo(pane.side, pane.checks.rect().topLeft()).y() < 60
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert pane.options.isVisible()
    pane.resize(940, 600)
    assert pane.options.isVisible()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert not pane.options.isVisible()


def test_in_a_high_window_the_settings_stand_open(pane: PreviewPane) -> None:
    pane.resize(940, 1000)
    assert pane.options.isVisible()
    pane.resize(940, 640)
    assert not pane.options.isVisible()


def test_the_line_of_settings_follows_the_desk(pane: PreviewPane, place: Workplace) -> None:
    place.desk.set_choices(replace(place.desk.work.choices, language="es"))
    assert pane.side.options_line.summary == "Standard, Spanish, A4, colour"


def test_what_the_layout_can_mend_opens_the_settings(pane: PreviewPane) -> None:
    pane._go_to(Place("layout"))
    assert pane.options.layout_field.isVisible()


def test_arrows_and_sizes_of_the_head_move_the_pages(pane: PreviewPane, qtbot: QtBot) -> None:
    qtbot.mouseClick(pane.head.next, Qt.MouseButton.LeftButton)
    assert pane.view.page == 1
    qtbot.mouseClick(pane.head.zoom.segment("page"), Qt.MouseButton.LeftButton)
    assert pane.view.zoom == "page"
    assert pane.view.page == 1
    qtbot.keyClick(pane.view, Qt.Key.Key_End)
    assert pane.view.page == pane.view.pages - 1
