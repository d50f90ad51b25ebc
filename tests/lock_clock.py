"""A clock that the tests of the lock set."""

from __future__ import annotations


class Clock:
    """Gives seconds since 1970; ``now`` is set by the test."""

    def __init__(self) -> None:
        self.now = 1_773_324_120.0

    def __call__(self) -> float:
        return self.now
