from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from ptbuilder.domain.assessment import Finding
from ptbuilder.domain.program import Program, Stage
from ptbuilder.services.desk.work import Step
from ptbuilder.ui.templates_page import TemplatesPage
from tests.ui.workplace import Workplace, place

__all__ = ["place"]


@pytest.fixture
def page(place: Workplace, qtbot: QtBot) -> TemplatesPage:
    """The page with one template, made of the sample's program."""
    place.take_sample()
    page = TemplatesPage(place.signals, place.records, place.theme)
    qtbot.addWidget(page)
    page.resize(1000, 600)
    page.show()
    qtbot.keyClicks(page.title, "After a facet injection")
    qtbot.keyClick(page.title, Qt.Key.Key_Return)
    return page


def test_the_model_is_a_proper_one(page: TemplatesPage, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(page.templates)


def test_a_template_keeps_the_program_without_the_patient(page: TemplatesPage, place: Workplace) -> None:
    template = page.current
    assert template is not None
    assert template.title == "After a facet injection"
    assert template.patient is None
    assert [each.exercise for each in template.stages[0].prescriptions] == [row.exercise.code for row in place.desk.rows]


def test_a_template_without_a_name_is_not_kept(page: TemplatesPage, place: Workplace, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.refused):
        page.save()
    assert len(place.records.templates()) == 1


def test_using_one_for_another_patient_is_a_step_that_can_be_undone(
    page: TemplatesPage,
    place: Workplace,
    qtbot: QtBot,
) -> None:
    place.reception.new_patient()
    place.desk.add_finding(Finding("lx-deep-core-poor"))
    assessment = place.desk.work.assessment
    with qtbot.waitSignal(page.build_asked):
        qtbot.keyClick(page.view, Qt.Key.Key_Return)
    assert place.desk.is_accepted
    assert len(place.desk.rows) == 4
    assert place.desk.work.assessment == assessment
    place.desk.undo()
    assert not place.desk.is_accepted


def test_a_template_leaves_the_next_visit_and_the_note_for_the_patient_as_they_are(page: TemplatesPage, place: Workplace) -> None:
    visit = datetime(2026, 3, 26, 10, 30)
    place.desk.set_next_visit(visit)
    place.desk.set_message("Call me when it hurts more.")
    place.desk.remove(place.desk.rows[0].prescription.id)
    page.use()
    program = place.desk.work.program
    assert len(place.desk.rows) == 4
    assert (program.next_visit, program.messages) == (visit, ("Call me when it hurts more.",))
    assert place.desk.undo_step == Step("template", after="After a facet injection")


def staged(template: Program, later: int) -> Program:
    return replace(template, stages=(template.stages[0], *[Stage(state="planned")] * later))


def test_a_line_says_how_many_stages_follow(page: TemplatesPage) -> None:
    template = page.current
    assert template is not None
    ends = [page.templates.contents(staged(template, later)).rpartition(";")[2] for later in (1, 2, 3)]
    assert ends == [" 1 later stage", " 2 later stages", " 3 later stages"]
    assert ";" not in page.templates.contents(staged(template, 0))


def test_on_a_stop_no_template_can_be_used(page: TemplatesPage, place: Workplace, qtbot: QtBot) -> None:
    place.desk.add_finding(Finding("rf-cauda-equina"))
    with qtbot.waitSignal(page.refused), qtbot.assertNotEmitted(page.build_asked):
        page.use()


def test_a_removed_template_comes_back_by_undo(page: TemplatesPage, place: Workplace, qtbot: QtBot) -> None:
    before = place.records.templates()
    qtbot.keyClick(page.view, Qt.Key.Key_Delete)
    assert place.records.templates() == ()
    assert page.empty.isVisible()
    assert page.undo()
    assert [each.title for each in place.records.templates()] == [each.title for each in before]


def test_name_and_button_stand_below_the_heading_where_text_is_large(page: TemplatesPage, place: Workplace) -> None:
    assert page.title.geometry().top() < page.keep.geometry().bottom()
    place.theme.set_text_size(200)
    page.resize(900, 600)
    page.layout().activate()
    assert page.title.geometry().bottom() < page.keep.geometry().top()
    assert not page.title.geometry().intersects(page.keep.geometry())
