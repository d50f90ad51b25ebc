"""Collecting the faults of one record while it is read."""

from __future__ import annotations

import difflib
from typing import Any

from ptbuilder.figure.errors import PoseFault


class Notes:
    """The faults of one record, with help for misspelt names."""

    def __init__(self, record: str) -> None:
        self.record = record
        self.faults: list[PoseFault] = []

    def add(self, frame: str, part: str, says: str) -> None:
        """Note one fault."""
        self.faults.append(PoseFault(self.record, frame, part, says))

    def known(self, name: Any, names: tuple[str, ...], frame: str, part: str) -> bool:
        """Whether ``name`` is one of ``names``; if not, a fault that proposes the nearest."""
        if name in names:
            return True
        near = difflib.get_close_matches(str(name), names, 1, 0.6)
        proposal = f"; did you mean {near[0]}?" if near else f"; expected one of {', '.join(names)}"
        self.add(frame, part, f"{name!r} is not known{proposal}")
        return False


def is_number(value: Any) -> bool:
    """A finite number that is not a truth value."""
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e6
