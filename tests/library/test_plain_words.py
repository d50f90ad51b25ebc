from __future__ import annotations

import pytest

from ptbuilder.library.plain_words import brand_names, glossary, is_everyday, is_plain, plainer, words_of
from ptbuilder.resources import asset


@pytest.mark.parametrize(
    "word", ["knee", "Knees", "bends", "bending", "bent", "steadier", "gently", "hips'", "child's", "don’t", "lying", "tightest"]
)
def test_english_words_and_their_endings_are_plain(word: str) -> None:
    assert is_plain(word, "en")


@pytest.mark.parametrize(
    "word",
    ["rodilla", "rodillas", "dobladas", "Acuéstese", "levántelas", "despacio", "suavemente", "veces", "dirija", "cruce", "súbala"],
)
def test_spanish_words_and_their_forms_are_plain(word: str) -> None:
    assert is_plain(word, "es")


@pytest.mark.parametrize(
    ("word", "language"),
    [
        ("lumbopelvic", "en"),
        ("isometric", "en"),
        ("proprioception", "en"),
        ("rodilla", "en"),
        ("isométrico", "es"),
        ("propiocepción", "es"),
        ("decúbito", "es"),
        ("knee", "es"),
    ],
)
def test_words_of_the_trade_and_of_the_other_language_are_not_plain(word: str, language: str) -> None:
    assert not is_plain(word, language)


def test_glossary_words_are_explained_and_plain() -> None:
    for language in ("en", "es"):
        assert glossary(language)
        for word, meaning in glossary(language).items():
            assert is_plain(word, language)
            assert [each for each in words_of(meaning) if not is_plain(each, language)] == []


@pytest.mark.parametrize(
    ("word", "language", "words"),
    [
        ("scapula", "en", "shoulder blade"),
        ("Repetitions", "en", "rep"),
        ("Maintaining", "en", "keep"),
        ("isquiotibiales", "es", "músculos de detrás del muslo"),
        ("escápulas", "es", "hueso plano del hombro"),
        ("knee", "en", ""),
    ],
)
def test_a_hard_word_has_a_plainer_one_whatever_its_ending(word: str, language: str, words: str) -> None:
    assert plainer(word, language) == words


def test_plainer_words_are_plain_and_the_others_are_not() -> None:
    for language in ("en", "es"):
        for line in asset("words", f"plainer-{language}.txt").read_text(encoding="utf-8").splitlines():
            if not line.startswith("#"):
                word, _, words = line.partition("\t")
                assert not is_everyday(word, language), word
                assert [each for each in words_of(words) if not is_plain(each, language)] == [], word


def test_words_of_daily_life_are_plain_in_a_note_and_not_in_the_library() -> None:
    for word, language in (("laptop", "en"), ("grandchildren", "en"), ("min", "es"), ("nietos", "es")):
        assert is_everyday(word, language)
        assert not is_plain(word, language)
    assert is_everyday("knee", "en")
    assert not is_everyday("scapula", "en")


def test_a_hyphen_parts_words_and_a_number_is_none() -> None:
    assert words_of("Sit-to-stand 3 times, don’t rush.") == ["Sit", "to", "stand", "times", "don’t", "rush"]


def test_names_of_products_are_known() -> None:
    assert "theraband" in brand_names()
