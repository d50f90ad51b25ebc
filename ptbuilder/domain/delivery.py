"""How a program is given to the patient: what the reporting standards CERT and TIDieR ask besides exercises and doses."""

from __future__ import annotations

from typing import Literal

from ptbuilder.domain.values import dataclass

Supervision = Literal["alone", "supervised", "partly"]
Grouping = Literal["one-to-one", "group"]
Setting = Literal["home", "clinic", "both"]


@dataclass(frozen=True, slots=True)
class Delivery:
    """Whether somebody watches, how it was taught, and where it is done; None until the therapist said so.

    ``partly`` is supervised at visits and alone in between.
    """

    supervision: Supervision | None = None
    grouping: Grouping | None = None
    setting: Setting | None = None
