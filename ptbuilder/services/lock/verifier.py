"""What is kept of a PIN: salt and scrypt digest with their parameters, from which the PIN cannot be read."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ptbuilder.domain.values import dataclass

COST, BLOCK, LANES = 2**14, 8, 1
"""scrypt's n, r and p for a new PIN: 16 MB and some 50 ms on a clinic's computer."""
MOST_COST, MOST_BLOCK, MOST_LANES = 2**18, 16, 4
"""A record that asks for more than this is damaged, and would only take the computer's memory."""
SALT_BYTES, DIGEST_BYTES = 16, 32
MINUTES = (2, 5, 10, 15, 30)
"""After so many minutes without a key or the mouse the window may lock itself; 0 is only by hand."""
USUAL_MINUTES = 5


@dataclass(frozen=True, slots=True)
class Verifier:
    """Tells the right PIN from a wrong one; ``minutes`` is when the window locks itself, 0 only by hand."""

    cost: int
    block: int
    lanes: int
    salt: bytes
    digest: bytes
    minutes: int = USUAL_MINUTES

    @classmethod
    def of(cls, pin: str, minutes: int = USUAL_MINUTES) -> Verifier:
        """What is to be kept of a new PIN, with a salt of its own."""
        from secrets import token_bytes

        bare = cls(COST, BLOCK, LANES, token_bytes(SALT_BYTES), b"", minutes)
        return replace(bare, digest=bare._digest_of(pin))

    def fits(self, pin: str) -> bool:
        """Whether this is the PIN; takes as long for a wrong one as for the right one."""
        from hmac import compare_digest

        return compare_digest(self._digest_of(pin), self.digest)

    def __repr__(self) -> str:
        """Nothing of what is kept, since a report of a fault may show it."""
        return "Verifier()"

    def after(self, minutes: int) -> Verifier:
        """The same PIN with other minutes."""
        return replace(self, minutes=minutes)

    def written(self) -> str:
        """The record as text."""
        import json

        numbers = {"n": self.cost, "r": self.block, "p": self.lanes, "minutes": self.minutes}
        return json.dumps({"scheme": "scrypt", **numbers, "salt": self.salt.hex(), "digest": self.digest.hex()})

    def _digest_of(self, pin: str) -> bytes:
        """Letters with accents count as the same however the keyboard made them."""
        from hashlib import scrypt
        from unicodedata import normalize

        typed = normalize("NFC", pin).encode("utf-8", "surrogatepass")
        shape: dict[str, Any] = {"n": self.cost, "r": self.block, "p": self.lanes, "dklen": DIGEST_BYTES}
        room = 128 * self.block * (self.cost + self.lanes + 2)
        return scrypt(typed, salt=self.salt, maxmem=room + 2**20, **shape)


def read_verifier(text: str) -> Verifier | None:
    """The record that was written, None where it is damaged: then no PIN fits."""
    import json

    try:
        kept = json.loads(text)
        cost, block, lanes = kept["n"], kept["r"], kept["p"]
        salt, digest = bytes.fromhex(kept["salt"]), bytes.fromhex(kept["digest"])
        minutes = kept["minutes"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    if kept.get("scheme") != "scrypt" or not all(type(each) is int for each in (cost, block, lanes, minutes)):
        return None
    if not _is_sound(cost, block, lanes) or len(salt) < SALT_BYTES or len(digest) != DIGEST_BYTES:
        return None
    return Verifier(cost, block, lanes, salt, digest, minutes if minutes in (0, *MINUTES) else MINUTES[0])


def _is_sound(cost: int, block: int, lanes: int) -> bool:
    """Whether scrypt takes these numbers, and this computer can afford them."""
    is_power = cost > 1 and cost & (cost - 1) == 0
    return is_power and cost <= MOST_COST and 1 <= block <= MOST_BLOCK and 1 <= lanes <= MOST_LANES
