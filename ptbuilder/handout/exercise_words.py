"""The words of one exercise as they are printed, in one language, before they are set into lines."""

from __future__ import annotations

from typing import NamedTuple

from ptbuilder.domain.clinic import Clinic
from ptbuilder.domain.handout import SheetExercise
from ptbuilder.domain.text import say_all
from ptbuilder.handout.setting import Setting
from ptbuilder.wording import dose, steps
from ptbuilder.wording import exercise as words
from ptbuilder.wording.dose import DoseRow
from ptbuilder.wording.fixed import Run


class ExerciseWords(NamedTuple):
    """All that one block says; a part that says nothing is empty."""

    number: str
    name: str
    mark: str
    changed: str
    why: str
    steps: tuple[tuple[Run, ...], ...]
    dose: tuple[Run, ...]
    rows: tuple[DoseRow, ...]
    feel: tuple[Run, ...]
    stop: tuple[Run, ...]
    note: tuple[Run, ...]
    hard: tuple[Run, ...]
    easy: tuple[Run, ...]

    @property
    def bookmark(self) -> str:
        """Number and name."""
        return f"{self.number}. {self.name}"

    @property
    def heading(self) -> str:
        """The heading as it is read aloud: ``2. Heel slide. New.``."""
        told = f"{self.number}. {self.name}."
        return f"{told} {self.mark}." if self.mark else told


def exercise_words(setting: Setting, of: SheetExercise, clinic: Clinic) -> ExerciseWords:
    """The words of ``of`` in the setting's language."""
    language = setting.language
    return ExerciseWords(
        number=str(of.number),
        name=setting.text(of.exercise.name),
        mark=setting.say(f"mark-{of.mark}") if of.mark else "",
        changed=words.changed(of, language),
        why=setting.text(of.exercise.purpose),
        steps=steps.filled(say_all(of.exercise.steps, language), of.side, language),
        dose=words.dose(of, language),
        rows=dose.rows(of.dosage, of.side, language),
        feel=words.told(of, "feel", language),
        stop=words.told(of, "stop-if", language),
        note=words.note(of, clinic, language),
        hard=words.way_out(of, "too-hard", language),
        easy=words.way_out(of, "too-easy", language),
    )
