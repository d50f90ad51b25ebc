"""Steps in words, as the footer names them after "Undo:"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ptbuilder.ui.labels import activity_name, exercise_name, finding_label, topic_title

if TYPE_CHECKING:
    from ptbuilder.domain.library import Library
    from ptbuilder.services.desk.work import Step

STEP_WORDS = {
    "add-finding": QT_TRANSLATE_NOOP("Steps", "add {finding}"),
    "change-finding": QT_TRANSLATE_NOOP("Steps", "change {finding}"),
    "remove-finding": QT_TRANSLATE_NOOP("Steps", "remove {finding}"),
    "irritability": QT_TRANSLATE_NOOP("Steps", "irritability"),
    "onset": QT_TRANSLATE_NOOP("Steps", "how long it has lasted"),
    "red-flags": QT_TRANSLATE_NOOP("Steps", "red flags asked"),
    "equipment": QT_TRANSLATE_NOOP("Steps", "things at home"),
    "clearance": QT_TRANSLATE_NOOP("Steps", "clearance"),
    "phase": QT_TRANSLATE_NOOP("Steps", "phase"),
    "date": QT_TRANSLATE_NOOP("Steps", "date of the assessment"),
    "score": QT_TRANSLATE_NOOP("Steps", "score"),
    "patient": QT_TRANSLATE_NOOP("Steps", "patient details"),
    "choices": QT_TRANSLATE_NOOP("Steps", "handout settings"),
    "follow-up": QT_TRANSLATE_NOOP("Steps", "new assessment"),
    "accept": QT_TRANSLATE_NOOP("Steps", "use the suggested program"),
    "add-exercise": QT_TRANSLATE_NOOP("Steps", "add {exercise}"),
    "remove-exercise": QT_TRANSLATE_NOOP("Steps", "remove {exercise}"),
    "move": QT_TRANSLATE_NOOP("Steps", "move {exercise}"),
    "group": QT_TRANSLATE_NOOP("Steps", "group by position"),
    "dosage": QT_TRANSLATE_NOOP("Steps", "dosage of {exercise}"),
    "side": QT_TRANSLATE_NOOP("Steps", "side of {exercise}"),
    "note": QT_TRANSLATE_NOOP("Steps", "note on {exercise}"),
    "swap": QT_TRANSLATE_NOOP("Steps", "swap {exercise}"),
    "keep": QT_TRANSLATE_NOOP("Steps", "keep {exercise}"),
    "adapt": QT_TRANSLATE_NOOP("Steps", "adapt the program"),
    "add-stage": QT_TRANSLATE_NOOP("Steps", "add a stage"),
    "start-stage": QT_TRANSLATE_NOOP("Steps", "start the stage"),
    "move-to-stage": QT_TRANSLATE_NOOP("Steps", "move {exercise}"),
    "add-topic": QT_TRANSLATE_NOOP("Steps", "add {topic}"),
    "remove-topic": QT_TRANSLATE_NOOP("Steps", "remove {topic}"),
    "message": QT_TRANSLATE_NOOP("Steps", "note for the patient"),
    "template": QT_TRANSLATE_NOOP("Steps", "use the template {after}"),
    "bring-back": QT_TRANSLATE_NOOP("Steps", "bring back revision {after}"),
    "next-visit": QT_TRANSLATE_NOOP("Steps", "next visit"),
    "patient-goals": QT_TRANSLATE_NOOP("Steps", "goals of the patient"),
    "delivery": QT_TRANSLATE_NOOP("Steps", "how the program is given"),
    "motivation": QT_TRANSLATE_NOOP("Steps", "motivation"),
    "other-care": QT_TRANSLATE_NOOP("Steps", "other care"),
    "adverse-events": QT_TRANSLATE_NOOP("Steps", "adverse events"),
    "recall": QT_TRANSLATE_NOOP("Steps", "how much was done"),
    "edit-exercise": QT_TRANSLATE_NOOP("Steps", "edit of {exercise}"),
    "own-exercise": QT_TRANSLATE_NOOP("Steps", "new exercise {exercise}"),
    "hide-exercise": QT_TRANSLATE_NOOP("Steps", "hide {exercise}"),
    "show-exercise": QT_TRANSLATE_NOOP("Steps", "show {exercise} again"),
    "exercise-back": QT_TRANSLATE_NOOP("Steps", "{exercise} back to the original"),
    "answer-exercise": QT_TRANSLATE_NOOP("Steps", "answer about {exercise}"),
    "pose-exercise": QT_TRANSLATE_NOOP("Steps", "pose of {exercise}"),
    "import-exercises": QT_TRANSLATE_NOOP("Steps", "import of {after} exercises"),
    "activities": QT_TRANSLATE_NOOP("Steps", "when to start again"),
    "activity": QT_TRANSLATE_NOOP("Steps", "when to start again: {activity}"),
}
"""What a step is called, by its key."""

LAST_CHANGE = QT_TRANSLATE_NOOP("Steps", "last change")
"""What a step is called that is not there."""


def step_text(library: Library, step: Step) -> str:
    """An edit in words, as the footer names it after "Undo:"."""
    key = "activity" if step.key == "activities" and step.subject else step.key
    said = QCoreApplication.translate("Steps", str(STEP_WORDS.get(key, LAST_CHANGE)))
    return said.format(
        finding=finding_label(library, step.subject),
        exercise=exercise_name(library, step.subject),
        topic=topic_title(library, step.subject),
        activity=activity_name(library, step.subject),
        after=step.after,
    )
