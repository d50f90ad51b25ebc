"""How long to wait after wrong PINs; what was counted outlives the program."""

from __future__ import annotations

from math import ceil

from ptbuilder.domain.values import dataclass

FREE_TRIES = 5
"""So many wrong tries cost nothing; each one from then on costs a wait."""
FIRST_WAIT_S, LONGEST_WAIT_S = 30, 15 * 60
"""The wait doubles from the first to the longest."""


@dataclass(frozen=True, slots=True)
class Tries:
    """Wrong tries in a row, and until when (seconds since 1970) none is taken."""

    wrong: int = 0
    until: float = 0.0

    @property
    def length_s(self) -> int:
        """How long the wait after this many wrong tries is."""
        if self.wrong < FREE_TRIES:
            return 0
        return min(FIRST_WAIT_S << min(self.wrong - FREE_TRIES, 10), LONGEST_WAIT_S)

    @property
    def none(self) -> Tries:
        """After the right PIN."""
        return Tries()

    def one_more(self, now: float) -> Tries:
        """After another wrong try."""
        more = Tries(self.wrong + 1)
        return Tries(more.wrong, now + more.length_s) if more.length_s else more

    def left_s(self, now: float) -> int:
        """Whole seconds that are still to wait."""
        return max(ceil(min(self.until - now, self.length_s)), 0)

    def settled(self, now: float) -> Tries:
        """The same wait by a clock that was set back meanwhile: it never becomes longer than it was."""
        is_beyond = self.until - now > self.length_s
        return Tries(self.wrong, now + self.length_s) if is_beyond else self

    def written(self) -> str:
        """As text, empty where there is nothing to remember."""
        return f"{self.wrong} {self.until!r}" if self.wrong else ""


def read_tries(text: str, now: float) -> Tries:
    """What was written; what cannot be read counts as a first wait that begins now."""
    from math import isfinite

    if not text:
        return Tries()
    try:
        wrong, until = text.split()
        tries = Tries(int(wrong), float(until))
    except ValueError:
        tries = Tries(-1)
    if tries.wrong < 0 or not isfinite(tries.until):
        return Tries(FREE_TRIES, now + FIRST_WAIT_S)
    return tries.settled(now)
