"""The words of one exercise as they are printed, in one language, before they are set into lines."""

from __future__ import annotations

from typing import NamedTuple

from ptbuilder.domain.clinic import Clinic
from ptbuilder.domain.handout import SheetExercise
from ptbuilder.domain.text import say_all
from ptbuilder.handout.setting import Setting, lower_first
from ptbuilder.wording import change, dose, head, steps
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
    exercise, dosage, language = of.exercise, of.dosage, setting.language
    changed = ""
    if of.mark == "changed" and of.before is not None:
        changed = change.what_changed(dosage, of.before, language, of.side, of.before_side)
    note = (Run(f"{head.note_label(clinic, language)} ", bold=True), Run(of.note)) if of.note.strip() else ()
    return ExerciseWords(
        number=str(of.number),
        name=setting.text(exercise.name),
        mark=setting.say(f"mark-{of.mark}") if of.mark else "",
        changed=changed,
        why=setting.text(exercise.purpose),
        steps=steps.filled(say_all(exercise.steps, language), of.side, language),
        dose=(Run(f"{setting.say('how-much')}: ", bold=True), Run(dose.sentence(dosage, of.side, language))),
        rows=dose.rows(dosage, of.side, language),
        feel=_told(setting, "feel", setting.text(exercise.feel), of),
        stop=_told(setting, "stop-if", setting.text(exercise.stop_if), of),
        note=note,
        hard=(
            Run(f"{setting.say('too-hard')} ", bold=True),
            Run(change.too_hard(dosage, of.side, of.usual, of.easier, language)),
        ),
        easy=(
            Run(f"{setting.say('too-easy')} ", bold=True),
            Run(change.too_easy(dosage, of.side, of.usual, of.harder, language)),
        ),
    )


def _told(setting: Setting, key: str, text: str, of: SheetExercise) -> tuple[Run, ...]:
    """``You should feel a gentle pull ...``: the label bold, the text going on in lower case."""
    if not text:
        return ()
    filled = lower_first(steps.fill(text, of.side, setting.language))
    return (Run(f"{setting.say(key)} ", bold=True), Run(filled))
