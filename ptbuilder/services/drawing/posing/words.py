"""Names of the engine's words in sentences: sides, parts, things, angles with their clinical direction."""

from __future__ import annotations

import re

from ptbuilder.services.drawing.posing.names import DIRECTIONS, JOINTS, PARTS, PLURALS, SIDES, THINGS

_BONES = {
    "thigh1": "thigh",
    "thigh2": "thigh",
    "shin1": "shin",
    "shin2": "shin",
    "uarm1": "upper arm",
    "uarm2": "upper arm",
    "farm1": "forearm",
    "farm2": "forearm",
    "scap": "shoulder blade",
    "clav": "collarbone",
    "lumbar1": "low back",
    "lumbar2": "low back",
    "thor1": "upper back",
    "thor2": "upper back",
    "thor3": "upper back",
}
_OTHERS = {"contact": "what the body rests on", "knuckle": "hand", "fingertip": "fingers", "upper arm": "upper arm"}
_TOKEN = re.compile(r"\b(?:upper )?[a-z][a-z0-9]*(?:_[a-z0-9]+)*_[lr]\b|\b[a-z]+_[a-z]+\b|\b(?:thor|lumbar|neck)\d\b")
_TARGET = re.compile(r"\btarget on (\w+)")


def named(word: str) -> str:
    """A part, point, joint or bone in words: "right knee" for ``knee_r``, "both feet" for ``feet``."""
    if word in PLURALS:
        return PLURALS[word]
    stem, side = (word[:-2], word[-1]) if word.endswith(("_l", "_r")) else (word, "")
    name = PARTS.get(stem) or _BONES.get(stem) or _OTHERS.get(stem)
    if name is None:
        name = JOINTS[stem].lower() if stem in JOINTS else _finger_or_plain(stem)
    return f"{SIDES[side]} {name}" if side else name


def _finger_or_plain(stem: str) -> str:
    if re.fullmatch(r"f\d_\d", stem):
        return "fingers"
    if re.fullmatch(r"neck\d", stem):
        return "neck"
    return THINGS[stem].lower() if stem in THINGS else stem.replace("_", " ").replace("-", " ")


def thing_name(name: str) -> str:
    """A thing by the name that a pose gives it: "Pillow 2" for ``pillow2``."""
    stem = name.rstrip("0123456789")
    number = name[len(stem) :]
    words = THINGS.get(stem, stem.replace("_", " ").capitalize())
    return f"{words} {number}" if number else words


def in_words(text: str) -> str:
    """A note of the engine with the names of parts and things as words."""
    text = _TARGET.sub(lambda found: f"place on the {named(found[1])}", text)
    return _TOKEN.sub(lambda found: named(found[0]), text)


def capital(text: str) -> str:
    """The text with its first letter large."""
    return text[:1].upper() + text[1:]


def angle_words(joint: str, direction: str, value: float) -> str:
    """A value with the clinical word for its sign: "90° flexion", "12° extension", "0°"."""
    unit = " cm" if joint == "breath" else "°"
    _, more, less = DIRECTIONS[joint, direction]
    amount = f"{abs(value):g}{unit}"
    return amount if not value else f"{amount} {more if value > 0 else less}"
