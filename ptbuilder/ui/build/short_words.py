"""Findings and goals in fewer words, for one line beside pictures and for chips; a tooltip says all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

DOINGS = (
    "ease symptoms with ",
    "ease neck symptoms with ",
    "improve ",
    "keep the ",
    "load the ",
    "correct the ",
    "glide the ",
    "build ",
    "strengthen the ",
    "strengthen ",
    "stretch the ",
    "train the ",
    "train ",
    "aliviar los síntomas con ",
    "aliviar los síntomas del cuello con ",
    "cargar el ",
    "corregir el ",
    "deslizar el ",
    "estirar ",
    "fortalecer ",
    "entrenar ",
    "mejorar ",
)
"""Beginnings of the library's goals that say what is done, which the exercise itself shows; the longer one stands first."""
ARTICLES = ("el ", "la ", "los ", "las ")


def short_goal(label: str) -> str:
    """What a goal is about, without what is done to it: "stretch the hip flexors" is "hip flexors"."""
    small = label[:1].lower() + label[1:]
    for doing in DOINGS:
        if small.startswith(doing):
            rest = small[len(doing) :]
            return next((rest[len(each) :] for each in ARTICLES if rest.startswith(each)), rest)
    return small


def short_goals(labels: Iterable[str]) -> tuple[str, ...]:
    """The short words of goals that stand together; two that would read alike keep all of theirs."""
    whole = tuple(labels)
    shorts = tuple(short_goal(each) for each in whole)
    often = Counter(shorts)
    return tuple(short if often[short] == 1 else label for short, label in zip(shorts, whole, strict=True))


def short_finding(label: str) -> str:
    """A finding without the test that is named in brackets at its end."""
    head, bracket, _ = label.partition(" (")
    return head if bracket and label.endswith(")") else label
