"""Findings without any exercise: the page says why, and shows the way to the library."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ptbuilder.domain.assessment import Finding
from ptbuilder.ui.build.nothing_words import nothing_words
from tests.ui.conftest import Frame

LEFT = Qt.MouseButton.LeftButton


def goals_without_exercises(frame: Frame) -> Finding:
    """A finding whose goals no exercise of the library has."""
    library = frame.desk.library
    served = {goal for exercise in library.exercises.values() for goal in exercise.goals}
    kinds = (each for each in library.findings.values() if each.goals and served.isdisjoint(each.goals) and each.sides)
    return Finding(next(kinds).code, "right")


def test_a_goal_that_the_library_cannot_serve_is_said(qtbot: QtBot, frame: Frame) -> None:
    frame.desk.add_finding(goals_without_exercises(frame))
    pane = frame.program
    assert pane.nothing.isVisible()
    assert pane.nothing.text.accessibleName().startswith("The library has no exercise for th")
    assert not pane.list.isVisible()
    assert not pane.foot.isVisible()
    with qtbot.waitSignal(pane.library_asked):
        qtbot.mouseClick(pane.nothing.button, LEFT)


def test_exercises_come_back_with_a_finding_that_leads_to_some(frame: Frame) -> None:
    frame.desk.add_finding(goals_without_exercises(frame))
    frame.desk.add_finding(Finding("hp-flexor-tight", "both", "moderate"))
    assert frame.program.list.isVisible()
    assert frame.program.foot.isVisible()
    assert not frame.program.nothing.isVisible()


def test_an_empty_stage_of_a_program_asks_for_an_exercise(frame: Frame) -> None:
    frame.desk.add_finding(Finding("hp-flexor-tight", "both", "moderate"))
    frame.desk.accept()
    for row in frame.desk.rows:
        frame.desk.remove(row.prescription.id)
    assert nothing_words(frame.desk)[1].startswith("This stage has no exercise.")
    assert frame.program.nothing.isVisible()
