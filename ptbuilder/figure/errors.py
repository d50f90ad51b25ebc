"""What is wrong with a pose, said so that its author finds the place."""

from __future__ import annotations

from dataclasses import dataclass

from ptbuilder.domain.errors import PTBuilderError


@dataclass(frozen=True, slots=True)
class PoseFault:
    """One fault: exercise code, frame (start, finish, or empty for both), the joint or other part, and what is wrong there."""

    record: str
    frame: str
    part: str
    says: str

    def __str__(self) -> str:
        return f"{', '.join(piece for piece in (self.record, self.frame, self.part) if piece)}: {self.says}"


class PoseError(PTBuilderError):
    """A pose that cannot be drawn; ``faults`` lists all that was found."""

    def __init__(self, faults: tuple[PoseFault, ...]) -> None:
        self.faults = faults
        super().__init__("\n".join(str(fault) for fault in faults))
