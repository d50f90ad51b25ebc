"""Search as one types: findings with the letters that matched, exercises by the ten thousand."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from threading import Lock
from typing import TYPE_CHECKING, Any

from ptbuilder.domain.exercise import Exercise
from ptbuilder.domain.library import Library
from ptbuilder.domain.text import say, say_all
from ptbuilder.domain.values import dataclass
from ptbuilder.domain.vocabulary import FindingKind
from ptbuilder.library.word_index import Vocabulary, split_words, word_places

if TYPE_CHECKING:
    from numpy import ndarray

Letters = tuple[tuple[int, int], ...]
Words = tuple[tuple[int, str], ...]
"""Folded words of a text with the place of their first letters."""

WHOLE, LABEL, OTHER_NAME, AROUND = 4, 3, 2, 1
"""How well a word matched: a whole word of the label, its beginning, another name or the code, goals and region."""

LONGEST_NAME = 200
"""Letters of a name up to which the shorter one of two equal matches comes first."""

SUBSTRING_FROM = 3
"""Letters from which the inside of a word matches."""

SLICE = 32
"""Exercises between two breaths while the index is built: about a millisecond."""

Way = tuple[str, frozenset[str]]
"""A typed word and, where no word begins with it, the words that may be meant."""

KIND_ORDER = ("pain", "direction", "length", "strength", "rom", "motor-control", "joint-mobility", "posture")
"""Which of equal matches comes first, until the clinic's own use decides; other kinds follow."""


@dataclass(frozen=True, slots=True)
class FindingMatch:
    """A finding that matches, with the places (first, after the last) of the matched letters in its label.

    ``also`` is the other name or the goal through which it matched, where the label alone does not explain it.
    """

    code: str
    letters: Letters = ()
    also: str = ""
    also_letters: Letters = ()


@dataclass(frozen=True, slots=True)
class _Entry:
    """The words of one finding, by how well a match with them counts.

    ``phrases`` are its whole names, ``shown`` are names and goals in the window's language.
    """

    kind: FindingKind
    label: Words
    phrases: frozenset[str]
    names: frozenset[str]
    around: frozenset[str]
    shown: tuple[str, ...]


class FindingIndex:
    """Finds findings by label, other names, code, region and goals; words in any order, by their beginnings.

    A word that nothing begins with may stand inside a word of a label, or hold a typing error from 4 letters on.
    """

    def __init__(self, library: Library, language: str = "en") -> None:
        self._entries = [_entry(kind, library, language) for kind in library.findings.values()]
        self._holders: dict[str, dict[int, int]] = {}
        for number, entry in enumerate(self._entries):
            label = (word for _, word in entry.label)
            for quality, words in ((AROUND, entry.around), (OTHER_NAME, entry.names), (LABEL, label)):
                for word in words:
                    self._holders.setdefault(word, {})[number] = quality
        self._vocabulary = Vocabulary(self._holders)

    def find(self, text: str, limit: int = 8, usage: Mapping[str, int] | None = None) -> tuple[FindingMatch, ...]:
        """At most ``limit`` matches, best first: a whole name, then by ``usage`` (code to count) where words begin alike."""
        typed = split_words(text)
        if not typed:
            return ()
        ways = [self._meant(word) for word in typed]
        found = [self._qualities(way) for way in ways]
        ranked = []
        for order in set(found[0]).intersection(*found[1:]):
            entry, qualities = self._entries[order], [each[order] for each in found]
            weak = min(qualities) < OTHER_NAME
            used = (usage or {}).get(entry.kind.code, 0)
            is_name = " ".join(typed) in entry.phrases
            ranked.append((weak, not is_name, -used, -sum(qualities), _rank(entry.kind.kind), order))
        ranked.sort()
        return tuple(_match(self._entries[each[-1]], ways) for each in ranked[:limit])

    def _qualities(self, way: Way) -> dict[int, int]:
        """The findings that one typed word matches, by their places, with how well."""
        typed, meant = way
        best: dict[int, int] = {}
        for word in meant or self._vocabulary.words[slice(*self._vocabulary.beginning_with(typed))]:
            for number, quality in self._holders[word].items():
                whole = WHOLE if quality == LABEL and word == typed else quality
                best[number] = max(whole, best.get(number, 0))
        return best

    def _meant(self, typed: str) -> Way:
        """What was typed with, where no word begins with it, the words that may be meant."""
        first, last = self._vocabulary.beginning_with(typed)
        if first < last:
            return typed, frozenset()
        inside = [word for word in self._vocabulary.words if len(typed) >= SUBSTRING_FROM and typed in word]
        near = inside or [self._vocabulary.words[place] for place in self._vocabulary.nearly(typed)]
        return typed, frozenset(near)


def _entry(kind: FindingKind, library: Library, language: str) -> _Entry:
    goals = [say(library.goals[code].label, language) for code in kind.goals if code in library.goals]
    region = library.regions.get(kind.region)
    others = [_split_often(text) for text in (*chain.from_iterable(kind.aliases.values()), *kind.label.values(), kind.code)]
    around = chain(goals, (say(region.name, language) if region else "", kind.region, kind.kind))
    shown = (*say_all(kind.aliases, language), *goals)
    return _Entry(
        kind,
        _places_often(say(kind.label, language)),
        frozenset(map(" ".join, others)),
        frozenset(chain.from_iterable(others)),
        frozenset(chain.from_iterable(map(_split_often, around))),
        shown,
    )


def _rank(kind: str) -> int:
    return KIND_ORDER.index(kind) if kind in KIND_ORDER else len(KIND_ORDER)


def _match(entry: _Entry, ways: Sequence[Way]) -> FindingMatch:
    """The match with its letters, and the other name or goal that explains what the label does not show."""
    letters = _letters(entry.label, ways)
    unexplained = [way for way in ways if not _letters(entry.label, [way])]
    if unexplained:
        for text in entry.shown:
            words = _places_often(text)
            if all(_letters(words, [way]) for way in unexplained):
                return FindingMatch(entry.kind.code, letters, text, _letters(words, ways))
    return FindingMatch(entry.kind.code, letters)


def _letters(words: Words, ways: Sequence[Way]) -> Letters:
    """The matched letters of a text, in order and without overlap."""
    spans: list[tuple[int, int]] = []
    for place, word in words:
        lengths = [_matched_length(word, typed, meant) for typed, meant in ways]
        start, length = max(lengths, key=lambda each: each[1])
        if length:
            spans.append((place + start, place + start + length))
    return tuple(spans)


def _matched_length(word: str, typed: str, meant: frozenset[str]) -> tuple[int, int]:
    """Where in ``word`` the match starts and how many letters it has."""
    if word.startswith(typed):
        return 0, len(typed)
    if word in meant:
        return (word.index(typed), len(typed)) if typed in word else (0, len(word))
    return 0, 0


class ExerciseIndex:
    """Finds exercises by name, other names, code, muscles and goals; made ready by ``prepare``, else at the first search."""

    def __init__(self, exercises: Sequence[Exercise]) -> None:
        self._exercises = exercises
        self._made: _Postings | None = None
        self._making = Lock()

    def prepare(self, breathe: Callable[[], object]) -> None:
        """Build the index (half a second for 25,000), on a worker perhaps: ``breathe`` is called after each millisecond or so."""
        with self._making:
            if self._made is None:
                self._made = _Postings(self._exercises, breathe)

    def find(self, text: str, limit: int | None = None) -> tuple[str, ...]:
        """Codes of the exercises that match every word, best first and else in the given order; all for an empty text."""
        typed = split_words(text)
        if not typed:
            return tuple(each.code for each in self._exercises[:limit])
        postings = self._postings()
        found = postings.find(typed)
        return tuple(postings.codes[found if limit is None else found[:limit]].tolist())

    def ranked(self, text: str) -> tuple[ndarray[Any, Any], ndarray[Any, Any]]:
        """The codes that match a typed text as ``find`` orders them, and their ranks: lower is better, in other indexes too."""
        postings = self._postings()
        found, ranks = postings.find_ranked(split_words(text))
        return postings.codes[found], ranks

    def _postings(self) -> _Postings:
        if self._made is None:
            self.prepare(lambda: None)
        assert self._made is not None
        return self._made


class _Postings:
    """For each word, the exercises that hold it and how well; words in alphabetical order, so a beginning is one slice."""

    def __init__(self, exercises: Sequence[Exercise], breathe: Callable[[], object]) -> None:
        import numpy as np

        numbering: dict[str, int] = {}
        words, numbers, qualities, lengths = array("i"), array("i"), array("b"), array("i")
        for number, exercise in enumerate(exercises):
            if number % SLICE == 0:
                breathe()
            found = _exercise_words(exercise)
            words.extend([numbering.setdefault(word, len(numbering)) for word in found])
            numbers.extend([number] * len(found))
            qualities.extend(found.values())
            lengths.append(min(map(len, exercise.name.values()), default=0))
        breathe()
        self._vocabulary = Vocabulary(numbering)
        breathe()
        self._vocabulary.nearly("prepare")  # so that the first typing error does not wait for its reader to be loaded
        breathe()
        self.codes: ndarray[Any, Any] = np.array([each.code for each in exercises], dtype=object)
        self._lengths = np.minimum(np.array(lengths, np.int32), LONGEST_NAME - 1)
        places = np.empty(len(numbering), np.int32)
        places[[numbering[word] for word in self._vocabulary.words]] = np.arange(len(numbering))
        breathe()
        words_of_rows = places[np.array(words, np.int32)]
        order = np.argsort(words_of_rows, kind="stable")
        breathe()
        self._numbers, self._qualities = np.array(numbers, np.int32)[order], np.array(qualities, np.int8)[order]
        self._starts = np.searchsorted(words_of_rows[order], np.arange(len(numbering) + 1))

    def find(self, typed: list[str]) -> ndarray[Any, Any]:
        """The numbers of the exercises that match every typed word, best first."""
        return self.find_ranked(typed)[0]

    def find_ranked(self, typed: list[str]) -> tuple[ndarray[Any, Any], ndarray[Any, Any]]:
        """The same with the rank of each: a better match counts more than a shorter name."""
        import numpy as np

        total = np.zeros(len(self.codes), np.int32)
        matches = np.ones(len(self.codes), bool)
        for word in typed:
            scores = self._scores(word)
            matches &= scores > 0
            total += scores
        found = np.flatnonzero(matches)
        ranks = self._lengths[found] - total[found] * LONGEST_NAME
        order = np.argsort(ranks, kind="stable")
        return found[order], ranks[order]

    def _scores(self, typed: str) -> ndarray[Any, Any]:
        """For each exercise how well the typed word matches, 0 for not at all."""
        import numpy as np

        scores = np.zeros(len(self.codes), np.int16)
        first, last = self._vocabulary.beginning_with(typed)
        ranges = [(first, last)] if first < last else [(place, place + 1) for place in self._vocabulary.nearly(typed)]
        for quality in (AROUND, OTHER_NAME, LABEL):
            for begin, end in ranges:
                cut = slice(self._starts[begin], self._starts[end])
                scores[self._numbers[cut][self._qualities[cut] == quality]] = quality
        if first < last and self._vocabulary.words[first] == typed:
            cut = slice(self._starts[first], self._starts[first + 1])
            scores[self._numbers[cut][self._qualities[cut] == LABEL]] = WHOLE
        return scores


def _exercise_words(exercise: Exercise) -> dict[str, int]:
    """Each word with how well a match with it counts at best."""
    around = (*exercise.muscles, *exercise.goals, exercise.region, exercise.type, exercise.position, *exercise.equipment)
    words = dict.fromkeys(chain.from_iterable(map(_split_often, around)), AROUND)
    names = chain((exercise.code,), *exercise.aliases.values())
    words.update(dict.fromkeys(chain.from_iterable(map(split_words, names)), OTHER_NAME))
    words.update(dict.fromkeys(chain.from_iterable(map(split_words, exercise.name.values())), LABEL))
    return words


@lru_cache(4096)
def _places_often(text: str) -> Words:
    return tuple(word_places(text))


_split_often = lru_cache(4096)(split_words)
