"""The service behind "Pose a figure": where to begin, what is drawn, and undo."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ptbuilder.domain.drawing import Drawing
from ptbuilder.domain.exercise import Exercise
from ptbuilder.domain.library import Library
from ptbuilder.library.search import ExerciseIndex
from ptbuilder.services.drawing.figure_look import FigureLook
from ptbuilder.services.drawing.own_drawings import has_pose, remember
from ptbuilder.services.drawing.posing.draft import PoseDraft, taken_over
from ptbuilder.services.drawing.posing.picture import PosePicture, make_picture
from ptbuilder.services.drawing.side_process import SideProcess
from ptbuilder.services.history import History

_CAMERA = ("view", "crop", "inset", "ground", "props")
"""What a picture keeps its place by."""

Run = Callable[..., Any]
"""Does a function of a module with arguments and gives its answer, in another process perhaps."""


def here(work: Callable[..., Any], *args: Any) -> Any:
    """Do the work in this thread."""
    return work(*args)


class Posing:
    """Begins drafts and draws them; ``picture`` takes its time and is made for a worker.

    Drawings as they print are made by ``run``, fast ones by ``run_fast``, so that neither waits for the other.
    """

    def __init__(self, library: Library, run: Run = here, run_fast: Run = here, look: FigureLook | None = None) -> None:
        self._library = library
        self._run = run
        self._run_fast = run_fast
        self._process: SideProcess | None = None
        self._index: ExerciseIndex | None = None
        self._kept: dict[str, PoseDraft] = {}
        self.look = look or FigureLook()

    @classmethod
    def beside_window(cls, library: Library, run: Run, look: FigureLook | None = None) -> Posing:
        """With a process of its own for fast pictures, started by the first of them and ended by ``rest``."""
        made = cls(library, run, here, look)
        made._run_fast = made._run_in_process
        return made

    def rest(self) -> None:
        """End the process for fast pictures until one is wanted again; what waits for it meets CancelledError."""
        process, self._process = self._process, None
        if process is not None:
            process.close()

    def _run_in_process(self, work: Callable[..., Any], *args: Any) -> Any:
        process = self._process
        if process is None:
            process = self._process = SideProcess()
        return process.run(work, *args)

    def find(self, typed: str, most: int = 12) -> tuple[Exercise, ...]:
        """Exercises with a figure that match the words, best first."""
        if self._index is None:
            exercises = self._library.exercises.values()
            self._index = ExerciseIndex(tuple(each for each in exercises if has_pose(each) and not each.retired))
        return tuple(self._library.exercises[code] for code in self._index.find(typed, most))

    def begin(self, exercise: Exercise) -> PoseDraft:
        """The draft of an exercise: its own figure, or a person who stands; it shows the first and the last step by default."""
        self._index = None  # exercises may have been posed since the last time
        draft = taken_over(exercise.figure)
        if exercise.shows is None and exercise.steps:
            most = max(len(each) for each in exercise.steps.values())
            draft = draft.with_key("shows", [1, max(most, 1)])
        return draft

    def begin_like(self, code: str, draft: PoseDraft) -> PoseDraft:
        """The whole figure of another exercise; which steps it shows stays as it is in ``draft``."""
        begun = taken_over(self._library.exercises[code].figure)
        return begun.with_key("shows", draft.figure.get("shows"))

    def keep(self, code: str, draft: PoseDraft | None) -> None:
        """Keep the unfinished draft of an exercise, or forget it."""
        if draft is None:
            self._kept.pop(code, None)
        else:
            self._kept[code] = draft

    def kept(self, code: str) -> PoseDraft | None:
        """The unfinished draft of an exercise that was left."""
        return self._kept.get(code)

    def take(self, picture: PosePicture) -> None:
        """Let lists and paper have the drawings of a figure that is used from now on, where they are as baked ones are."""
        drawings = tuple(each for each in picture.frames if isinstance(each, Drawing))
        if drawings and self.look.skin == "light":
            remember(picture.figure, self.look.body, drawings)

    def picture(self, draft: PoseDraft, *, size: tuple[int, int] | None = None, before: PosePicture | None = None) -> PosePicture:
        """Both frames; with a ``size`` in pixels fast and without arrows, in the place that the drawing ``before`` had."""
        if size is None:
            return self._run(make_picture, draft.figure, self.look, draft.follows)  # type: ignore[no-any-return]
        is_alike = before is not None and all(before.figure.get(key) == draft.figure.get(key) for key in _CAMERA)
        within = before.bounds if before is not None and is_alike else None
        return self._run_fast(make_picture, draft.figure, self.look, False, size, within)  # type: ignore[no-any-return]


PoseHistory = History[PoseDraft]
"""The draft with what was there before."""
