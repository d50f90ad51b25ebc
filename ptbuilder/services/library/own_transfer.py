"""The clinic's own exercises and edits carried from one computer or clinic to another, as one file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Literal

from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.domain.exercise import ClinicLayer
from ptbuilder.domain.text import Text
from ptbuilder.domain.values import dataclass
from ptbuilder.services.desk.desk import Desk
from ptbuilder.services.desk.work import Step
from ptbuilder.services.library.clinic_library import ClinicLibrary

Answer = Literal["ours", "theirs"]


@dataclass(frozen=True, slots=True)
class Incoming:
    """What a file brings: layers that are new here, layers that differ from the clinic's own, and how many are here already."""

    file: str
    new: tuple[ClinicLayer, ...]
    other: tuple[ClinicLayer, ...]
    same: int

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing that could be taken."""
        return not (self.new or self.other)


class OwnTransfer:
    """Writes and reads such files; what is taken is one step of the desk that can be undone."""

    def __init__(self, desk: Desk, clinic: ClinicLibrary) -> None:
        self._desk = desk
        self._clinic = clinic

    @property
    def count(self) -> int:
        """How many exercises are the clinic's own or edited by it."""
        return len(self._clinic.layers())

    def export(self, path: Path) -> int:
        """Write everything that the clinic keeps, in one step; how many exercises that were."""
        from ptbuilder.library.file import write_whole
        from ptbuilder.library.own_file import own_text

        layers = self._clinic.layers()
        if not layers:
            raise PTBuilderError("There is nothing of your own in the library yet.")
        write_whole(path, own_text(layers, self._clinic.shipped.version).encode())
        return len(layers)

    def read(self, path: Path) -> Incoming:
        """What a file brings; raises BadInput with every fault, and changes nothing."""
        from ptbuilder.library.own_file import read_own_file
        from ptbuilder.library.reviewing import as_reviewed

        layers = tuple(map(as_reviewed, read_own_file(path, self._clinic.shipped_and_own).layers))
        new, other = list[ClinicLayer](), list[ClinicLayer]()
        for layer in layers:
            here = self._clinic.layer(layer.code)
            if not _says(here):
                new.append(layer)
            elif _says(here) != _says(layer):
                other.append(layer)
        return Incoming(path.name, tuple(new), tuple(other), len(layers) - len(new) - len(other))

    def name(self, layer: ClinicLayer) -> Text:
        """The name of the exercise that a layer is about."""
        exercise = layer.own or self._clinic.library.exercises.get(layer.code)
        return exercise.name if exercise is not None else {"en": layer.code}

    def here(self, code: str) -> ClinicLayer:
        """What the clinic keeps of that exercise now."""
        return self._clinic.layer(code)

    def differences(self, layer: ClinicLayer) -> tuple[tuple[str, object, object], ...]:
        """The fields in which a layer differs from what the clinic sees now: path, the clinic's value, the other one."""
        from ptbuilder.library.layering import lay
        from ptbuilder.library.overlay import edits_between

        ours = self._clinic.library.exercises.get(layer.code)
        theirs = lay(layer, self._clinic.original(layer.code), self._clinic.library).exercise
        if ours is None or theirs is None:
            return ()
        return tuple((each.path, each.base, each.value) for each in edits_between(ours, theirs, "", self._desk.now))

    def take(self, incoming: Incoming, answers: Mapping[str, Answer]) -> int:
        """Take what is new, and what was answered with theirs; how many exercises that were."""
        layers = (*incoming.new, *(each for each in incoming.other if answers.get(each.code) == "theirs"))
        before = tuple(self._before(each) for each in layers)
        self._desk.change_library(Step("import-exercises", after=str(len(layers))), before, layers)
        return len(layers)

    def _before(self, layer: ClinicLayer) -> ClinicLayer:
        """What undo goes back to; own exercises are hidden by it, never removed."""
        here = self._clinic.layer(layer.code)
        if layer.own is not None and here.own is None:
            return replace(layer, own=replace(layer.own, retired=True))
        return here


def _says(layer: ClinicLayer) -> tuple[object, ...]:
    """What a layer changes, whoever wrote it and when; empty for one that changes nothing."""
    from ptbuilder.library.overlay import as_plain
    from ptbuilder.library.reviewing import is_witness

    told = sorted((each for each in layer.edits if not is_witness(each)), key=lambda each: each.path)
    edits = tuple(f"{each.path} {as_plain(each.value)}" for each in told)
    return (layer.own, edits) if layer.own is not None or edits else ()
