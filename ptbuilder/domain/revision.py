"""States of a program: open until printed or left, then closed for ever."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from ptbuilder.domain.program import Program
from ptbuilder.domain.values import dataclass

Way = Literal["print", "pdf", "html"]
"""How a sheet leaves the program."""


@dataclass(frozen=True, slots=True)
class Revision:
    """One state of a program; ``number`` counts from 1 and is unique within the program."""

    program: str
    number: int
    parent: int | None
    document: Program
    format: int
    by: str
    at: datetime
    closed: bool


@dataclass(frozen=True, slots=True)
class Issued:
    """What was handed out: the next sheet's marks (new, changed, stopped) compare with it."""

    program: str
    revision: int
    stage: int
    layout: str
    language: str
    paper: str
    at: datetime
    by: str
    way: Way
