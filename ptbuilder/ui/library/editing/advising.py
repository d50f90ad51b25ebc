"""What the form says of each field and part: why it cannot be kept, what waits to be filled in, what could be better."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from PySide6.QtCore import QCoreApplication

from ptbuilder.domain.library import Library
from ptbuilder.domain.text import LANGUAGES
from ptbuilder.services.library.draft import BY_LANGUAGE, Draft
from ptbuilder.services.library.exercise_editing import ExerciseEditing
from ptbuilder.services.library.own_reading import hard_places
from ptbuilder.ui.labels import language
from ptbuilder.ui.library.editing.words import advice_words, hard_words

PartState = Literal["complete", "open", "error"]
WANTED = ("purpose", "feel", "stop_if")
"""Words without which a sheet says too little, though the exercise can be kept."""


@dataclass(slots=True)
class Said:
    """What is said of one field, given as a path."""

    fault: str = ""
    advice: list[str] = field(default_factory=list)
    is_wanted: bool = False

    @property
    def state(self) -> PartState:
        """The field as its part sees it: words that are hard to read do not make it unfinished."""
        return "error" if self.fault else "open" if self.is_wanted else "complete"


Of = Callable[[str], Said]
"""What is said of the field of a path, to add to."""


def said_of(editing: ExerciseEditing, library: Library, draft: Draft, *, was_refused: bool) -> dict[str, Said]:
    """All that is to be said, by path; what is merely empty is a fault only once a save was refused for it."""
    found: dict[str, Said] = {}

    def of(path: str) -> Said:
        return found.setdefault(path, Said())

    for each in _told_once(editing, draft):
        path, says = each
        if was_refused or not is_empty(draft, path):
            of(path).fault = says
        else:
            of(path).is_wanted = True
    _add_advice(editing, library, draft, of)
    _add_wanted(editing, draft, of)
    _add_hard_words(draft, of)
    if _waits_for_review(draft):
        tr = QCoreApplication.translate
        of("tags_reviewed").is_wanted = True
        of("tags_reviewed").advice = [
            tr("ExerciseForm", "Until somebody has checked them it counts as risky and is not suggested.")
        ]
    return found


def offered_tags(editing: ExerciseEditing, draft: Draft) -> tuple[str, ...]:
    """Stress tags that follow from the others and are not there."""
    codes = next((each.values["codes"] for each in editing.advice(draft.now) if each.kind == "tags"), ())
    return tuple(map(str, codes)) if isinstance(codes, tuple) else ()


def state_of(paths: Iterable[str], said: Mapping[str, Said]) -> PartState:
    """The state of a part: the worst of its fields."""
    states = {said[path].state for path in paths if path in said}
    return "error" if "error" in states else "open" if "open" in states else "complete"


def is_empty(draft: Draft, path: str) -> bool:
    """Whether nothing is filled in there; a list whose lines are empty says nothing."""
    name, _, of = path.partition(".")
    value = draft.value(name, of or language())
    parts: Sequence[object] = value if isinstance(value, list | tuple) else (value,)
    return not any(str(each or "").strip() for each in parts)


def missing_language(draft: Draft) -> str:
    """The language in which nothing is written while the other has steps; empty where both or none have."""
    written = [each for each in LANGUAGES if not is_empty(draft, f"steps.{each}") or not is_empty(draft, f"name.{each}")]
    return next((each for each in LANGUAGES if each not in written), "") if len(written) == 1 else ""


def _told_once(editing: ExerciseEditing, draft: Draft) -> list[tuple[str, str]]:
    """Faults by path; of words that both languages of an own exercise lack, those in the window's language alone."""
    faults = {each.path: each.says for each in editing.faults(draft.now)}
    if editing.original(draft.code) is not None:
        return list(faults.items())
    other = {f"{name}.{each}" for name in BY_LANGUAGE for each in LANGUAGES if each != language()}
    return [(path, says) for path, says in faults.items() if path not in other or f"{path[:-2]}{language()}" not in faults]


def _add_advice(editing: ExerciseEditing, library: Library, draft: Draft, of: Of) -> None:
    missing = missing_language(draft)
    for each in editing.advice(draft.now):
        if each.kind == "language" and each.path.endswith(f".{missing}"):
            continue  # said once, above the words of that language
        said = of(each.path)
        said.advice.append(advice_words(library, each.kind, each.values))
        said.is_wanted = said.is_wanted or each.kind in ("language", "tags", "placeholder", "side", "goals")


def _add_wanted(editing: ExerciseEditing, draft: Draft, of: Of) -> None:
    missing = missing_language(draft)
    for name in WANTED:
        if all(is_empty(draft, f"{name}.{each}") for each in LANGUAGES):
            of(f"{name}.{language() if language() != missing else next(e for e in LANGUAGES if e != missing)}").is_wanted = True
    if missing and editing.original(draft.code) is None:
        of(f"name.{missing}").is_wanted = True
    if draft.now.figure is None:
        of("figure").is_wanted = True


def _add_hard_words(draft: Draft, of: Of) -> None:
    for each in LANGUAGES:
        for name in BY_LANGUAGE:
            value = draft.value(name, each) if name != "aliases" else ""
            texts: Sequence[object] = value if isinstance(value, tuple) else (value,)
            words = hard_words(place for text in texts for place in hard_places(str(text or ""), each))
            if words:
                of(f"{name}.{each}").advice.append(words)


def _waits_for_review(draft: Draft) -> bool:
    return not draft.are_tags_checked and (not draft.now.tags_reviewed or draft.are_tags_touched)
