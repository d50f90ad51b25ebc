"""Pictures of the library's exercises in one look (body, skin) at a time: still ones from the disk, moving ones from poses."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import CancelledError

from ptbuilder.domain.drawing import Drawing
from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.domain.image import RasterImage
from ptbuilder.domain.library import Library
from ptbuilder.domain.vocabulary import Side
from ptbuilder.services.drawing import figures
from ptbuilder.services.drawing.figure_look import FigureLook
from ptbuilder.services.drawing.own_drawings import Make, draw_pair, drawing_of, has_pose


class PictureShelf:
    """``still`` and ``moving`` take their time and are made for a worker; ``has`` answers at once.

    All show an exercise as it is posed now, also where the clinic changed its figure. ``make_frames`` does what
    ``figures.moving_frames`` does, ``make_pair`` what ``own_drawings.draw_pair`` does, in another process perhaps.
    """

    def __init__(
        self,
        library: Library,
        make_frames: Callable[..., tuple[RasterImage, ...]] = figures.moving_frames,
        make_pair: Make = draw_pair,
    ) -> None:
        self._library = library
        self._make_frames = make_frames
        self._make_pair = make_pair
        self.look = FigureLook()

    def show_look(self, look: FigureLook) -> bool:
        """Draw this body in this skin from now on; whether that differs from before."""
        changed, self.look = look != self.look, look
        return changed

    def has(self, code: str) -> bool:
        """Whether this exercise can be drawn."""
        return has_pose(self._library.exercises.get(code))

    def still(self, code: str, side: Side | None, frame: str) -> Drawing | None:
        """The drawing of one frame (start or finish); None where there is none."""
        look, exercise = self.look, self._library.exercises.get(code)
        if exercise is None:
            return None
        try:
            drawing = drawing_of(exercise, side, frame, look.body, self._make_pair)
        except CancelledError:  # the window closes
            return None
        return drawing if drawing is None else figures.in_tone(drawing, look.skin)

    def moving(self, code: str, side: Side | None, size: tuple[int, int]) -> tuple[RasterImage, ...]:
        """Frames from start to finish of at most ``size`` pixels; none where the pose cannot be read, or the window closes."""
        exercise = self._library.exercises.get(code)
        if exercise is None or not exercise.figure:
            return ()
        try:
            return self._make_frames(exercise.figure, code, side, self.look.body, size, self.look.skin)
        except (PTBuilderError, CancelledError):
            return ()
