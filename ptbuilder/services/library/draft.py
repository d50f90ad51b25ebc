"""An exercise while a form is filled in: what it was, what it is by now, and whether its tags were looked at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ptbuilder.domain.exercise import JUDGED_BY, Exercise
from ptbuilder.domain.values import dataclass

BY_LANGUAGE = ("name", "aliases", "purpose", "steps", "cue", "feel", "stop_if", "mistakes")
"""Fields that hold words in each language."""


@dataclass(frozen=True, slots=True)
class Draft:
    """``before`` is the exercise as it was when the form was opened; ``is_new`` while nothing was ever kept of it."""

    before: Exercise
    now: Exercise
    are_tags_checked: bool = False
    is_new: bool = False

    @property
    def code(self) -> str:
        """The code of the exercise."""
        return self.now.code

    @property
    def is_changed(self) -> bool:
        """Whether anything is to be kept."""
        return self.are_tags_checked or _bare(self.now) != _bare(self.before)

    @property
    def are_tags_touched(self) -> bool:
        """Whether something was changed by which rules judge, so that the tags must be looked at again."""
        return any(getattr(self.now, name) != getattr(self.before, name) for name in JUDGED_BY)

    def changed_paths(self, paths: Iterable[str]) -> list[str]:
        """Those of the paths (``steps.es``, ``goals``) in which it is another one than before."""
        changed = [path for path in paths if path != "tags_reviewed" and _at(self.now, path) != _at(self.before, path)]
        return [*changed, "tags_reviewed"] if self.are_tags_checked else changed

    def value(self, name: str, language: str) -> object:
        """The value of a field by now; of words those in ``language``."""
        return value_of(self.now, name, language)

    def with_value(self, name: str, language: str, value: object) -> Draft:
        """With another value in a field; a check of the tags counts no more once they are others."""
        if name in BY_LANGUAGE:
            value = {**getattr(self.now, name), language: value}
        checked = self.are_tags_checked and name not in JUDGED_BY
        return replace(self, now=replace(self.now, **{name: value}), are_tags_checked=checked)  # type: ignore[arg-type]


def value_of(exercise: Exercise, name: str, language: str) -> object:
    """The value of a field; of words those in ``language`` alone, empty where there are none."""
    value = getattr(exercise, name)
    if name not in BY_LANGUAGE:
        return value
    return value.get(language, () if name in ("aliases", "steps", "mistakes") else "")


def _at(exercise: Exercise, path: str) -> object:
    name, _, language = path.partition(".")
    return value_of(exercise, name, language) or None


def _bare(exercise: Exercise) -> Exercise:
    """Without languages that say nothing, so that a field that was visited is not a change."""
    words = {name: {language: each for language, each in getattr(exercise, name).items() if each} for name in BY_LANGUAGE}
    return replace(exercise, **words)  # type: ignore[arg-type]
