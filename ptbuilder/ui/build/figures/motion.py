"""Figures that move from start to finish and back: one at most, the one under the pointer or the focus."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPixmap

from ptbuilder.domain.image import RasterImage
from ptbuilder.domain.values import dataclass
from ptbuilder.domain.vocabulary import Side
from ptbuilder.ui.build.figures.drawing_image import raster_image
from ptbuilder.ui.tasks import TaskRunner

WAY = 700
"""Milliseconds from start to finish, and as long back."""
PAUSE = 120
"""Milliseconds that the pointer rests on a picture before its frames are made."""
ROUNDS = 3
"""How often a figure in focus goes there and back, so that nothing moves by itself for more than five seconds."""
KEPT = 24
"""Figures whose frames are kept."""
TICK = 15
Make = Callable[[str, Side | None, tuple[int, int]], tuple[RasterImage, ...]]
"""Exercise code, side and most pixels to frames from start to finish."""


@dataclass(frozen=True, slots=True)
class Motion:
    """What moves: an exercise of a side, in a place of this size on a screen of this ratio."""

    code: str
    side: Side | None
    size: QSize
    ratio: float

    @property
    def key(self) -> tuple[str, Side | None, int, int, float]:
        """What frames are kept by."""
        return self.code, self.side, self.size.width(), self.size.height(), self.ratio


class Mover(QObject):
    """Has frames made by the worker when they are first wanted, and keeps them; ``moved`` follows each new frame.

    ``is_wanted`` says whether anything may move at all on this computer.
    """

    moved = Signal()

    def __init__(self, make: Make, tasks: TaskRunner, is_wanted: Callable[[], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._make = make
        self._tasks = tasks
        self._is_wanted = is_wanted
        self._frames: OrderedDict[object, list[QPixmap]] = OrderedDict()
        self._making: set[object] = set()
        self._owner: object | None = None
        self._motion: Motion | None = None
        self._repaint: Callable[[], bool] = lambda: False
        self._rounds = 0
        self._place = -1
        self._age = 0
        self._clock = QElapsedTimer()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(PAUSE)
        self._rest.timeout.connect(self._begin)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self._on_tick)

    @property
    def motion(self) -> Motion | None:
        """What moves, or will once its frames are made."""
        return self._motion

    @property
    def is_moving(self) -> bool:
        """Whether frames follow each other now."""
        return self._timer.isActive()

    def play(self, owner: object, motion: Motion, repaint: Callable[[], bool], *, rounds: int = 0) -> None:
        """Move this for ``owner``, and nothing else; ``repaint`` says False where it is out of sight. 0 rounds go on and on."""
        if owner is self._owner and self._motion is not None and motion.key == self._motion.key:
            is_over = bool(self._rounds) and not rounds and not self._rest.isActive() and not self.is_moving
            self._rounds = rounds
            if is_over:
                self._begin()
            return
        self.halt()
        if self._is_wanted():
            self._owner, self._motion, self._repaint, self._rounds = owner, motion, repaint, rounds
            self._rest.start()

    def stop(self, owner: object) -> None:
        """Stand still, if it is this owner's picture that moves."""
        if owner is self._owner:
            self.halt()

    def halt(self) -> None:
        """Stand still, whoever's picture it is."""
        self._rest.stop()
        self._timer.stop()
        repaint, self._repaint = self._repaint, lambda: False
        self._owner, self._motion, self._place = None, None, -1
        repaint()

    def forget(self) -> None:
        """Make all frames anew, as for another body."""
        self._age += 1
        self._frames.clear()
        self._making.clear()
        self.halt()

    def end(self) -> None:
        """Let nothing move any more, as the program ends."""
        self._is_wanted = lambda: False
        self.forget()

    def pixmap(self, owner: object) -> QPixmap | None:
        """The frame to show in the owner's picture now; None where its still picture is to be shown."""
        if owner is not self._owner or self._motion is None or self._place < 0:
            return None
        return self._frames[self._motion.key][self._place]

    def _begin(self) -> None:
        motion = self._motion
        if motion is None:
            return
        if motion.key in self._frames:
            self._frames.move_to_end(motion.key)
            self._clock.start()
            self._timer.start()
        elif motion.key not in self._making:
            self._making.add(motion.key)
            age = self._age
            self._tasks.run(self, lambda: self._made(motion), lambda images: self._on_made(age, motion, images))

    def _made(self, motion: Motion) -> list[QImage]:
        """On the worker: nothing for what nobody looks at any more."""
        if self._motion is None or self._motion.key != motion.key:
            return []
        most = round(motion.size.width() * motion.ratio), round(motion.size.height() * motion.ratio)
        return [raster_image(each, motion.ratio) for each in self._make(motion.code, motion.side, most)]

    def _on_made(self, age: int, motion: Motion, images: list[QImage]) -> None:
        if age != self._age:
            return
        self._making.discard(motion.key)
        if len(images) < 2:
            return
        self._frames[motion.key] = [QPixmap.fromImage(image) for image in images]
        while len(self._frames) > KEPT:
            self._frames.popitem(last=False)
        if self._motion is not None and self._motion.key == motion.key:
            self._begin()

    def _on_tick(self) -> None:
        assert self._motion is not None
        passed = self._clock.elapsed()
        if self._rounds and passed >= self._rounds * 2 * WAY:
            self._timer.stop()
            self._place = -1
            self._repaint()
            return
        place = place_at(passed, len(self._frames[self._motion.key]))
        if place == self._place:
            return
        self._place = place
        if not self._repaint():
            self.halt()
        self.moved.emit()


def place_at(passed: int, count: int) -> int:
    """The frame after so many milliseconds; it begins at the finish, which the still picture shows, and goes to the start."""
    share = passed % (2 * WAY) / WAY
    share = share if share <= 1 else 2 - share
    return count - 1 - min(int(share * count), count - 1)
