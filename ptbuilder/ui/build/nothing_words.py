"""What to say where findings are there and no exercise is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ptbuilder.services.desk.desk import Desk


def nothing_words(desk: Desk) -> tuple[str, str]:
    """A heading and a sentence for a program without exercises: what is missing, and what to do."""
    goals = {state.goal for state in desk.stage_outcome.goals}
    title = _tr("No exercise yet")
    if desk.is_accepted:
        return title, _tr("This stage has no exercise. Add one from the suggestions or the library.")
    if not goals:
        return title, _tr("None of the findings asks for an exercise. Add another finding, or look through the library.")
    if not has_exercise_for(desk, goals):
        one, many = _tr("The library has no exercise for this goal yet."), _tr("The library has no exercise for these goals yet.")
        return title, one if len(goals) == 1 else many
    return title, _tr("No exercise passes all rules. See what keeps them out: Why not?")


def has_exercise_for(desk: Desk, goals: set[str]) -> bool:
    """Whether the library has any exercise, allowed or not, for one of these goals."""
    return any(not goals.isdisjoint(each.goals) for each in desk.library.exercises.values() if not each.retired)


def _tr(text: str) -> str:
    return QCoreApplication.translate("NothingWords", text)
