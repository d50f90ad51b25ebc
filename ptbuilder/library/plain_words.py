"""Which words are plain: the shipped lists, the glossary, and the endings that a reader takes in stride.

The lists hold base forms. English endings (plural, past, -ing, comparison, -ly) and Spanish ones (plural, gender, -mente, the
forms of regular verbs, pronouns at the end of a verb) follow by rule, with accents ignored.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from ptbuilder.resources import asset

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_ACCENTS = {ord("\u0301"): None, ord("\u0308"): None, ord("\u0300"): None}


def words_of(text: str) -> list[str]:
    """The words of a text in order; hyphens part words, numbers are none."""
    return _WORD.findall(text)


def is_plain(word: str, language: str) -> bool:
    """Whether a ten-year-old knows the word, or the glossary explains it."""
    known = _known_words(language)
    return any(form in known for form in _base_forms(_folded(word, language), language))


@cache
def glossary(language: str) -> dict[str, str]:
    """Words of the field with what they mean."""
    lines = _lines(asset("words", f"glossary-{language}.txt"))
    return {word.strip(): meaning.strip() for word, _, meaning in (line.partition("\t") for line in lines)}


def is_everyday(word: str, language: str) -> bool:
    """Whether the word is plain, or one of daily life that notes hold though the library's texts do without it."""
    known = _everyday_words(language)
    return is_plain(word, language) or any(form in known for form in _base_forms(_folded(word, language), language))


@cache
def _everyday_words(language: str) -> frozenset[str]:
    lines = _lines(asset("words", f"everyday-{language}.txt"))
    return frozenset(_folded(part, language) for line in lines for word in line.split() for part in word.split("-"))


def plainer(word: str, language: str) -> str:
    """Plainer words that mean the same as this hard one, in its base form; empty where the list has none."""
    known = _plainer_words(language)
    return next((known[form] for form in _base_forms(_folded(word, language), language) if form in known), "")


@cache
def _plainer_words(language: str) -> dict[str, str]:
    lines = _lines(asset("words", f"plainer-{language}.txt"))
    pairs = (line.partition("\t") for line in lines)
    return {_folded(word.strip(), language): words.strip() for word, _, words in pairs}


@cache
def brand_names() -> frozenset[str]:
    """Names of products, in lower case, that no text may hold."""
    return frozenset(line.strip().lower() for line in _lines(asset("words", "brands.txt")))


@cache
def _known_words(language: str) -> frozenset[str]:
    lines = _lines(asset("words", f"{language}.txt"))
    plain = {_folded(word, language) for line in lines for word in line.split()}
    explained = {_folded(word, language) for word in glossary(language)}
    verbs = _spanish_verb_forms() if language == "es" else frozenset[str]()
    return frozenset(plain | explained | verbs)


def _lines(path: Path) -> list[str]:
    """The lines that are not comments; none where the list is not shipped."""
    if not path.is_file():
        return []
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip() and not line.startswith("#")]


def _folded(word: str, language: str) -> str:
    """Lower case, straight apostrophe; Spanish without accents but with its ñ."""
    word = word.lower().replace("’", "'")
    if language == "es":
        word = "".join(unicodedata.normalize("NFD", each).translate(_ACCENTS) if each != "ñ" else each for each in word)
    return word


def _base_forms(word: str, language: str) -> Iterator[str]:
    yield word
    yield from _spanish_bases(word) if language == "es" else _english_bases(word)


def _english_bases(word: str) -> Iterator[str]:
    """What the word may be built from; forms that are no words do no harm."""
    for ending in ("'s", "s'", "s", "es", "ed", "d", "ing", "er", "r", "est", "st", "ly"):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            stem = word[: -len(ending)]
            yield stem
            if ending in ("ing", "ly"):
                yield stem + "e"
            if ending in ("ed", "ing", "er", "est") and stem[-1:] == stem[-2:-1]:
                yield stem[:-1]
            if stem.endswith("i"):
                yield stem[:-1] + "y"
    if word.endswith("ly"):
        yield word[:-1] + "e"
    if word.endswith("ying"):
        yield word[:-4] + "ie"
    if word.endswith("ves"):
        yield from (word[:-3] + "f", word[:-3] + "fe")


def _spanish_bases(word: str) -> Iterator[str]:
    """Singular, masculine, the adjective before -mente, and the verb before its pronouns."""
    singular = [word]
    if word.endswith("s"):
        singular.append(word[:-1])
    if word.endswith("es"):
        singular.extend([word[:-2], word[:-3] + "z"] if word.endswith("ces") else [word[:-2]])
    if word.endswith("mente"):
        singular.append(word[:-5])
    for each in singular:
        yield each
        if each.endswith("a"):
            yield each[:-1] + "o"
            yield each[:-1]
    yield from _without_pronouns(word)


def _without_pronouns(word: str) -> Iterator[str]:
    for last in ("", "lo", "la", "los", "las", "le", "les"):
        if word.endswith(last):
            stem = word[: len(word) - len(last)]
            if last:
                yield stem
            for first in ("se", "me", "te", "nos"):
                if stem.endswith(first):
                    yield stem[: -len(first)]


@cache
def _spanish_verb_forms() -> frozenset[str]:
    """The forms that instructions need, of each verb in the list; a colon gives further stems of the verb."""
    forms: set[str] = set()
    for line in _lines(asset("words", "es-verbs.txt")):
        for entry in line.split():
            infinitive, _, others = entry.partition(":")
            infinitive = _folded(infinitive, "es").removesuffix("se")
            forms.add(infinitive)
            if infinitive[-2:] in ("ar", "er", "ir"):
                stems = [infinitive[:-2], *(_folded(each, "es") for each in others.split(",") if each)]
                forms.update(form for stem in stems for form in _conjugated(stem, infinitive[-2:]))
                forms.update(infinitive + ending for ending in ("a", "an", "as", "emos", "ia", "ian"))
    return frozenset(forms)


_ENDINGS = {
    "ar": "a an as o e en es ando ado ada ados adas aba aban aron ara aran amos emos",
    "er": "e en es o a an as iendo yendo ido ida idos idas ia ian io yo ieron yeron iera ieran emos amos i",
}
_SOFTENED = {"ar": {"c": "qu", "g": "gu", "z": "c"}, "er": {"g": "j", "gu": "g", "c": "z"}}
"""How a stem is spelt before the other vowels: toque, llegue, cruce; dirija, siga, tuerza."""


def _conjugated(stem: str, kind: str) -> Iterator[str]:
    kind = "ar" if kind == "ar" else "er"
    stems = [stem]
    for ending, spelt in _SOFTENED[kind].items():
        if stem.endswith(ending):
            stems.append(stem.removesuffix(ending) + spelt)
    for each in stems:
        yield each
        yield from (each + ending for ending in _ENDINGS[kind].split())
