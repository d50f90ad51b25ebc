"""Pictures of the newest draft, made off the window's thread: fast ones while something moves, the drawing when it rests."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from ptbuilder.services.drawing.posing.draft import PoseDraft
from ptbuilder.services.drawing.posing.picture import PosePicture
from ptbuilder.services.drawing.posing.posing import Posing
from ptbuilder.ui.tasks import TaskRunner

REST = 160
"""Milliseconds without a change until the drawing is made."""


class PoseDrawer(QObject):
    """``drawn`` carries a PosePicture and whether it is of the draft as it is now; older ones than shown are dropped."""

    drawn = Signal(object, bool)

    def __init__(self, posing: Posing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._posing = posing
        self._runners = {True: TaskRunner(self), False: TaskRunner(self)}
        self._busy = {True: False, False: False}
        self._draft: PoseDraft | None = None
        self._number = 0
        self._shown = (0, False)
        self._made = {True: 0, False: 0}
        self._before: PosePicture | None = None
        self.size = (260, 260)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(lambda: self._make(fast=False))

    def show(self, draft: PoseDraft) -> None:
        """Draw this from now on: fast at once, and as it prints when nothing changes for a moment."""
        self._draft = draft
        self._number += 1
        self._make(fast=True)
        self._rest.start()

    def finish(self) -> None:
        """Make the drawing now, without waiting for rest."""
        self._rest.stop()
        self._make(fast=False)

    @property
    def is_up_to_date(self) -> bool:
        """Whether the drawing of the newest draft was handed over."""
        return self._shown == (self._number, True)

    def retire(self, keeper: QObject) -> None:
        """Wait for nothing any more, as the panel goes: what is under way ends with ``keeper``, which outlives the panel."""
        self._rest.stop()
        for fast, runner in tuple(self._runners.items()):
            if not runner.is_idle:
                runner.forget()
                runner.setParent(keeper)
                runner.finished.connect(runner.deleteLater)
                self._runners[fast] = TaskRunner(self)
            self._busy[fast] = False

    def _make(self, *, fast: bool) -> None:
        draft, number = self._draft, self._number
        if draft is None or self._busy[fast] or self._made[fast] == number or (fast and self._made[False] == number):
            return
        self._busy[fast] = True
        size, before = self.size if fast else None, self._before
        self._runners[fast].run(
            self,
            lambda: self._posing.picture(draft, size=size, before=before),
            lambda picture: self._on_made(number, picture, fast=fast),
            lambda error: self._on_failed(error, fast=fast),
        )

    def _on_made(self, number: int, picture: PosePicture, *, fast: bool) -> None:
        self._busy[fast] = False
        self._made[fast] = max(self._made[fast], number)
        if (number, not fast) > self._shown:
            self._shown = number, not fast
            if not fast:
                self._before = picture
            self.drawn.emit(picture, number == self._number)
        if number != self._number and (fast or not self._rest.isActive()):
            self._make(fast=fast)

    def _on_failed(self, error: Exception, *, fast: bool) -> None:
        self._busy[fast] = False
        from concurrent.futures import CancelledError

        if not isinstance(error, CancelledError):
            raise error
