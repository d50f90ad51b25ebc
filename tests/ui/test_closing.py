"""The window stays once where the work cannot be saved."""

from __future__ import annotations

from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.ui.closing import UnsavedGuard
from tests.ui.conftest import Frame


class Desk:
    """Leaves, or says why it cannot."""

    def __init__(self) -> None:
        self.problem = "The disk is full."
        self.left = 0

    def leave(self) -> None:
        if self.problem:
            raise PTBuilderError(self.problem)
        self.left += 1


def test_unsaved_work_keeps_the_window_open_once(frame: Frame) -> None:
    desk = Desk()
    frame.window.may_close = UnsavedGuard(frame.window.notices, desk.leave).may_close
    assert not frame.window.close()
    assert frame.window.isVisible()
    assert frame.window.notices.text_of("passing") == "The disk is full. Close once more to leave without it."
    assert frame.window.close()


def test_work_that_can_be_saved_again_is_left_at_once_and_warned_of_anew(frame: Frame) -> None:
    desk = Desk()
    guard = UnsavedGuard(frame.window.notices, desk.leave)
    assert not guard.may_close()
    desk.problem = ""
    assert guard.may_close()
    assert desk.left == 1
    desk.problem = "The disk is full."
    assert not guard.may_close()
