"""Each thing a therapist does to the library: change an exercise, write one, hide it, go back to the original, answer a conflict.

Each is one step of the desk that can be undone. A refusal raises BadInput with every reason, and nothing is changed.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from ptbuilder.domain.errors import BadInput, Fault, PTBuilderError
from ptbuilder.domain.exercise import JUDGED_BY, ClinicLayer, Exercise, FieldEdit
from ptbuilder.services.desk.desk import Desk
from ptbuilder.services.desk.work import Step
from ptbuilder.services.library.clinic_library import ClinicLibrary, Origin
from ptbuilder.services.library.own_words import as_written, in_each_language, is_in_one_language, tidied

if TYPE_CHECKING:
    from ptbuilder.library.overlay import Conflict
    from ptbuilder.library.own_checks import Advice, Complaint


class ExerciseEditing:
    """Changes the clinic's library as therapists do, in the name of the one at the desk."""

    def __init__(self, desk: Desk, clinic: ClinicLibrary) -> None:
        self._desk = desk
        self._clinic = clinic

    # ---- reading ----------------------------------------------------------------------------------------------------

    @property
    def is_open(self) -> bool:
        """Whether changes can be kept by now."""
        return self._clinic.is_open

    def exercise(self, code: str) -> Exercise | None:
        """The exercise as the clinic sees it, None where there is none."""
        return self._clinic.library.exercises.get(code)

    def original(self, code: str) -> Exercise | None:
        """The exercise as it is shipped, None for the clinic's own."""
        return self._clinic.original(code)

    def origin(self, code: str) -> Origin:
        """Whether an exercise is as shipped, edited, or the clinic's own."""
        return self._clinic.origin(code)

    def edits(self, code: str) -> tuple[FieldEdit, ...]:
        """The clinic's edits of a shipped exercise, with who made them and when.

        Without those that are shipped by now, and without those that only keep what was seen when the tags were looked at.
        """
        from ptbuilder.library.reviewing import is_witness

        settled = self._clinic.laid(code).settled
        return tuple(each for each in self._clinic.layer(code).edits if each not in settled and not is_witness(each))

    def conflicts(self, code: str) -> tuple[Conflict, ...]:
        """The fields that a newer shipped library changed as well, and that wait for an answer."""
        return self._clinic.laid(code).conflicts

    @property
    def asking(self) -> tuple[str, ...]:
        """The exercises of which something waits for an answer, by code."""
        return self._clinic.asking

    def idle(self, code: str) -> tuple[FieldEdit, ...]:
        """Edits that are kept but cannot be used, since today's library does not know their value."""
        return self._clinic.laid(code).idle

    def faults(self, exercise: Exercise) -> tuple[Complaint, ...]:
        """Why an exercise could not be kept as a form has it."""
        from ptbuilder.library.own_checks import faults_of

        return faults_of(self._worded(exercise), self._clinic.library)

    def advice(self, exercise: Exercise) -> tuple[Advice, ...]:
        """What could be better in it, but for how it reads."""
        from ptbuilder.library.own_checks import advice_on

        return advice_on(exercise, self._clinic.library)

    def as_written(self, exercise: Exercise, language: str) -> Exercise:
        """The exercise for a form: of an own one that nobody translated the words of ``language`` alone."""
        return exercise if self.original(exercise.code) else as_written(exercise, language)

    def is_in_one_language(self, exercise: Exercise) -> bool:
        """Whether an own exercise was written in one language alone, which sheets in the other print too."""
        return self.original(exercise.code) is None and is_in_one_language(exercise)

    # ---- new exercises ----------------------------------------------------------------------------------------------

    def blank(self, region: str = "") -> Exercise:
        """An empty exercise to fill in, with a code of its own; strict in all that keeps patients safe, and not kept yet."""
        library = self._clinic.library
        purpose = next(iter(library.purposes), "")
        return Exercise(
            code=new_code("", library.exercises),
            name={},
            region=region if region in library.regions else next(iter(library.regions), ""),
            type="strength" if "strength" in library.type_purposes else next(iter(library.type_purposes), ""),
            goals=(),
            position=next(iter(library.positions), ""),
            dosage="strength" if "strength" in library.purposes else purpose,
            steps={},
            load="bodyweight",
            author=self._desk.therapist,
        )

    def copy_of(self, exercise: Exercise) -> Exercise:
        """The clinic's own exercise that begins as a copy of this one: not kept yet, its tags not reviewed."""
        library = self._clinic.library
        return replace(
            exercise,
            code=new_code(next(iter(exercise.name.values()), ""), library.exercises),
            author=self._desk.therapist or exercise.author,
            tags_reviewed=False,
            reviewed=None,
            retired=False,
            replaced_by=None,
            version=1,
        )

    # ---- changing ---------------------------------------------------------------------------------------------------

    def save(self, exercise: Exercise, *, are_tags_checked: bool = False) -> Exercise:
        """Keep an exercise as the form has it, new or changed; what is kept comes back, a new one with a code of its name.

        Whoever changes what rules judge by looks at the tags again: without ``are_tags_checked`` they are not reviewed any more.
        With it, name and day of the reviewer are noted.
        """
        self._refuse_unknown(exercise)
        exercise = self._coded(exercise)
        before = self._clinic.layer(exercise.code)
        finished = self._finished(exercise, are_tags_checked)
        faults = self.faults(finished)
        if faults:
            raise BadInput(tuple(Fault("", "", "", each.says) for each in faults))
        key = "edit-exercise" if before.own or self.original(exercise.code) else "own-exercise"
        return self._keep(key, before, self._layer_of(finished, are_tags_checked=are_tags_checked))

    def set_hidden(self, code: str, *, hidden: bool = True) -> None:
        """Leave an exercise out of suggestions and searches, or show it again; it is never removed."""
        exercise = replace(self._present(code), retired=hidden)
        self._keep("hide-exercise" if hidden else "show-exercise", self._clinic.layer(code), self._layer_of(exercise))

    def set_figure(self, code: str, figure: object) -> None:
        """Keep another pose, as plain JSON values."""
        from ptbuilder.library.overlay import with_value

        exercise = with_value(self._present(code), "figure", figure)
        self._keep("pose-exercise", self._clinic.layer(code), self._layer_of(exercise))

    def put_back(self, code: str, path: str | None = None) -> None:
        """One field back to the original, or for None the whole exercise; own exercises have none, which raises."""
        before = self._clinic.layer(code)
        if before.own is not None:
            raise PTBuilderError("This is your own exercise. There is no original to go back to.")
        rest = () if path is None else tuple(each for each in before.edits if each.path != path)
        self._keep("exercise-back", before, self._settled(replace(before, edits=rest)))

    def answer(self, conflict: Conflict, keep: Literal["own", "new"]) -> None:
        """Keep the clinic's value of a field against the newer library, or take the new one.

        A review of the tags holds on for what it saw; once a new value was taken, somebody must look again.
        """
        before = self._clinic.layer(conflict.edit.exercise)
        others = tuple(each for each in before.edits if each.path != conflict.edit.path)
        edits = (*others, conflict.keep_own) if keep == "own" else others
        self._keep("answer-exercise", before, self._settled(replace(before, edits=_in_order(edits))))

    # ---- inside -----------------------------------------------------------------------------------------------------

    def _keep(self, key: str, before: ClinicLayer, after: ClinicLayer) -> Exercise:
        """One step; taking back a new exercise hides it, since somebody may have been given it meanwhile."""
        if before.own is None and after.own is not None:
            before = replace(before, own=replace(after.own, retired=True))
        self._desk.change_library(Step(key, after.code), (before,), (after,))
        return self._present(after.code)

    def _layer_of(self, exercise: Exercise, *, are_tags_checked: bool = False) -> ClinicLayer:
        """What to keep of an exercise: edits of what was not touched stay as they are, also those that wait for an answer.

        Who looked at the tags has answered what waited there, and vouches for what stands in the form.
        """
        from ptbuilder.library.overlay import edits_between
        from ptbuilder.library.reviewing import is_reviewed_here, is_witness, with_witnesses

        shipped, seen = self.original(exercise.code), self.exercise(exercise.code)
        if shipped is None or seen is None:
            return ClinicLayer(exercise.code, own=exercise)
        by, at = self._desk.therapist, self._desk.now
        touched = {each.path for each in edits_between(seen, exercise, by, at)}
        new = tuple(each for each in edits_between(shipped, exercise, by, at) if each.path in touched)
        old = tuple(each for each in self._clinic.layer(exercise.code).edits if each.path not in touched)
        edits = (*old, *new)
        if are_tags_checked:
            edits = with_witnesses(edits, exercise, shipped, by, at)
        elif not is_reviewed_here(edits):
            edits = tuple(each for each in edits if not is_witness(each))
        return ClinicLayer(exercise.code, edits=_in_order(edits))

    def _settled(self, layer: ClinicLayer) -> ClinicLayer:
        """The layer without a review that holds no longer, as soon as no question about what it saw is open."""
        from ptbuilder.library.layering import lay
        from ptbuilder.library.reviewing import WITNESSED, without_stale_review

        shipped = self.original(layer.code)
        laid = lay(layer, shipped, self._clinic.library)
        if shipped is None or laid.exercise is None or any(each.edit.path in WITNESSED for each in laid.conflicts):
            return layer
        edits = without_stale_review(layer.edits, shipped, laid.exercise, self._desk.therapist, self._desk.now)
        return replace(layer, edits=_in_order(edits))

    def _finished(self, exercise: Exercise, are_tags_checked: bool) -> Exercise:
        from ptbuilder.library.reviewing import judged_alike

        before = self.exercise(exercise.code)
        exercise = self._worded(exercise)
        if are_tags_checked:
            who = ", ".join(part for part in (f"{self._desk.today:%Y-%m-%d}", self._desk.therapist) if part)
            return replace(exercise, tags_reviewed=True, reviewed=who)
        reviewed = next((each for each in (before, self.original(exercise.code)) if each and judged_alike(each, exercise)), None)
        if reviewed is None:
            return replace(exercise, tags_reviewed=False, reviewed=None)
        return replace(exercise, tags_reviewed=reviewed.tags_reviewed, reviewed=reviewed.reviewed)

    def _coded(self, exercise: Exercise) -> Exercise:
        """A new exercise with the code that its name makes, so that those of two clinics are seldom alike."""
        if self.exercise(exercise.code) is not None:
            return exercise
        name = next((each for each in exercise.name.values() if each.strip()), "")
        return replace(exercise, code=new_code(name, self._clinic.library.exercises))

    def _worded(self, exercise: Exercise) -> Exercise:
        """The exercise with its words as they are kept."""
        words = tidied(exercise)
        return words if self.original(exercise.code) else in_each_language(words)

    def _refuse_unknown(self, exercise: Exercise) -> None:
        from ptbuilder.library.own_checks import OWN_CODE

        if self.original(exercise.code) is None and not exercise.code.startswith(OWN_CODE):
            raise PTBuilderError("This exercise is no longer in the library.")

    def _present(self, code: str) -> Exercise:
        exercise = self.exercise(code)
        if exercise is None:
            raise PTBuilderError("This exercise is no longer in the library.")
        return exercise


def _in_order(edits: Iterable[FieldEdit]) -> tuple[FieldEdit, ...]:
    return tuple(sorted(edits, key=lambda each: each.path))


def is_safety(path: str) -> bool:
    """Whether rules judge an exercise by this field, so that of two values the stricter counts."""
    return path in (*JUDGED_BY, "tags_reviewed")


def new_code(name: str, taken: Container[str]) -> str:
    """A code for an own exercise that nothing has: ``own-`` and the first words of its name, numbered where it must be."""
    import re
    import unicodedata

    from ptbuilder.library.own_checks import OWN_CODE

    plain = unicodedata.normalize("NFD", name.lower()).encode("ascii", "ignore").decode()
    stem = OWN_CODE + ("-".join(re.findall(r"[a-z0-9]+", plain)[:4])[:40].strip("-") or "exercise")
    number, code = 1, stem
    while code in taken:
        number += 1
        code = f"{stem}-{number}"
    return code
