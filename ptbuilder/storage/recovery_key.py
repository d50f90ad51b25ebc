"""The key as groups that a person can print, read and type again.

Base32 without I, L, O and U (Crockford's alphabet). Each group of five holds four signs of the key and a check sign that also
knows the group's place, so that a wrong sign, two swapped signs and two swapped groups are found in the group where they are.
The last group is a check over the whole key.
"""

from __future__ import annotations

import re
from hashlib import sha256

from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.storage.connection import KEY_BYTES

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LOOKALIKES = str.maketrans({"O": "0", "I": "1", "L": "1"})
DATA = 4
"""Signs of the key in one group."""
KEY_BITS = KEY_BYTES * 8
KEY_SIGNS = 52
"""52 signs of 5 bits hold 256 bits; the last 4 bits are 0."""
GROUPS = KEY_SIGNS // DATA + 1


def groups_of(key: bytes) -> tuple[str, ...]:
    """14 groups of five signs."""
    number = int.from_bytes(key, "big") << (KEY_SIGNS * 5 - KEY_BITS)
    signs = _signs(number, KEY_SIGNS) + _whole_check(key)
    groups = (signs[at : at + DATA] for at in range(0, len(signs), DATA))
    return tuple(group + _check(place, group) for place, group in enumerate(groups))


def key_from(typed: str) -> bytes:
    """The key that was typed from the sheet; small letters, spaces and O for 0, I or l for 1 do not matter.

    Raises PTBuilderError that names the groups with a typing error.
    """
    signs = re.sub(r"[\s\-–—.·_]", "", typed.upper()).translate(LOOKALIKES)
    strange = sorted({each for each in signs if each not in ALPHABET})
    if strange:
        raise PTBuilderError(f"The sheet has no {' and no '.join(strange)}. Compare what you typed with it.")
    if len(signs) != GROUPS * (DATA + 1):
        raise PTBuilderError(f"The sheet has {GROUPS} groups of five signs, {GROUPS * 5} in all. You typed {len(signs)}.")
    groups = [signs[at : at + DATA + 1] for at in range(0, len(signs), DATA + 1)]
    wrong = [str(place + 1) for place, group in enumerate(groups) if _check(place, group[:DATA]) != group[DATA]]
    if wrong:
        which = f"Group {wrong[0]} has" if len(wrong) == 1 else f"Groups {', '.join(wrong[:-1])} and {wrong[-1]} have"
        raise PTBuilderError(f"{which} a typing error. Compare with the sheet.")
    return _whole("".join(group[:DATA] for group in groups))


def _whole(signs: str) -> bytes:
    """The key in the signs, once the check over the whole fits."""
    number = 0
    for sign in signs[:KEY_SIGNS]:
        number = number * 32 + ALPHABET.index(sign)
    key = (number >> (KEY_SIGNS * 5 - KEY_BITS)).to_bytes(KEY_BYTES, "big")
    if "".join(group[:DATA] for group in groups_of(key)) != signs:
        raise PTBuilderError("What you typed is not a key of PTBuilder. Compare each group with the sheet.")
    return key


def _signs(number: int, count: int) -> str:
    return "".join(ALPHABET[number >> 5 * place & 31] for place in reversed(range(count)))


def _whole_check(key: bytes) -> str:
    return _signs(int.from_bytes(sha256(b"PTBuilder sheet" + key).digest()[:3], "big") >> 4, DATA)


def _check(place: int, group: str) -> str:
    """A sum in the field of 32 elements, each sign with another factor: finds every single wrong sign and every swap of two."""
    total = place
    factor = 1
    for sign in group:
        factor = _doubled(factor)
        total ^= _product(ALPHABET.index(sign), factor)
    return ALPHABET[total]


def _doubled(value: int) -> int:
    """Times x, modulo x^5 + x^2 + 1."""
    return value << 1 if value < 16 else (value << 1) ^ 0b100101


def _product(left: int, right: int) -> int:
    result = 0
    while right:
        if right & 1:
            result ^= left
        left, right = _doubled(left), right >> 1
    return result
