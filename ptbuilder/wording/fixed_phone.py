"""The few words that only the page for a phone says; all others are those of paper."""

from __future__ import annotations

from collections.abc import Mapping

_WORDS: Mapping[str, tuple[str, str]] = {
    "still": ("Keep the pictures still", "Dejar quietas las imágenes"),
    "contents": ("On this page", "En esta página"),
    "picture-step": ("step", "paso"),
}


def say(key: str, language: str) -> str:
    """The words of ``key``; raises KeyError for an unknown key."""
    return _WORDS[key][language == "es"]
