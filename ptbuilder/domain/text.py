"""Words in several languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

Language = Literal["en", "es"]
LANGUAGES: tuple[Language, ...] = ("en", "es")

Text = Mapping[str, str]
"""Language code to words."""

Texts = Mapping[str, tuple[str, ...]]
"""Language code to a list of words: steps, aliases, mistakes."""


def say(text: Text, language: str) -> str:
    """The words in ``language``, else in English, else an empty string."""
    return text.get(language) or text.get("en", "")


def say_all(texts: Texts, language: str) -> tuple[str, ...]:
    """The list in ``language``, else in English, else an empty tuple."""
    return texts.get(language) or texts.get("en", ())
