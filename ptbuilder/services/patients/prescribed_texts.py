"""The texts a prescription stands for, so that an old revision prints as it was."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from ptbuilder.domain.exercise import Exercise
from ptbuilder.domain.library import Library
from ptbuilder.domain.program import Prescription, Program

if TYPE_CHECKING:
    from ptbuilder.storage.store import Store


class PrescribedTexts:
    """Names and keeps the texts of prescribed exercises by fingerprint, which is worked out once for a state of the library.

    The store's texts are asked for only when some are kept or looked up: the first window does without them.
    """

    def __init__(self, store: Store, library: Library) -> None:
        self._store = store
        self._library = library
        self._fingerprints: dict[str, str] = {}

    def forget(self, codes: Iterable[str]) -> None:
        """Name the texts of these exercises anew, since the library has others now; what is prescribed keeps its own."""
        for code in codes:
            self._fingerprints.pop(code, None)

    def named(self, program: Program) -> Program:
        """The program in which each prescription names the texts it stands for; those that do already keep theirs."""
        stages = tuple(replace(stage, prescriptions=tuple(map(self._named, stage.prescriptions))) for stage in program.stages)
        return program if stages == program.stages else replace(program, stages=stages)

    def put(self, program: Program) -> None:
        """Store the texts that the library has; older ones that a prescription names are stored already."""
        named_texts = {(each.exercise, each.fingerprint) for stage in program.stages for each in stage.prescriptions}
        for code, named in named_texts:
            if code in self._library.exercises and named == self._fingerprint(code):
                self._store.texts.put(self._library.exercises[code])

    def find(self, program: Program) -> Mapping[str, Exercise]:
        """By fingerprint, the exercises of the program as they were when prescribed."""
        return self._store.texts.find(each.fingerprint for stage in program.stages for each in stage.prescriptions)

    def _named(self, prescription: Prescription) -> Prescription:
        if prescription.fingerprint or prescription.exercise not in self._library.exercises:
            return prescription
        return replace(prescription, fingerprint=self._fingerprint(prescription.exercise))

    def _fingerprint(self, exercise: str) -> str:
        if exercise not in self._fingerprints:
            from ptbuilder.storage.codec import fingerprint

            self._fingerprints[exercise] = fingerprint(self._library.exercises[exercise])
        return self._fingerprints[exercise]
