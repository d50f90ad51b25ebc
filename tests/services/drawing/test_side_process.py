"""Work beside this process gives the same answers, ends with the window, and is done here where it cannot be done there."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import CancelledError
from multiprocessing import process as processes

import pytest

from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.domain.library import Library
from ptbuilder.services.drawing import figures
from ptbuilder.services.drawing.picture_shelf import PictureShelf
from ptbuilder.services.drawing.side_process import SideProcess

POSE = {"start": {"base": "standing"}, "finish": {"knee_r": 60, "hip_r": 30, "foot_r": "free"}}

ORPHAN = """
import os, signal
from ptbuilder.services.drawing.side_process import SideProcess
side = SideProcess()
assert side.run(os.getpid) != os.getpid()
print("there", flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def side() -> Iterator[SideProcess]:
    made = SideProcess()
    yield made
    made.close()


def end_itself() -> int:
    if processes.parent_process() is not None:
        os.kill(os.getpid(), signal.SIGTERM)
    return os.getpid()


def never_end() -> None:
    threading.Event().wait()


def refuse() -> None:
    raise PTBuilderError("The pose cannot be read.")


def test_nothing_runs_until_it_is_needed(side: SideProcess) -> None:
    assert not side.is_running


def test_moving_frames_are_the_same_bytes_as_here(side: SideProcess) -> None:
    asked = POSE, "standing", "left", "female", (40, 60)
    there = side.run(figures.moving_frames, *asked)
    assert side.is_running
    assert there == figures.moving_frames(*asked)  # type: ignore[arg-type]


def test_one_process_does_it_all_and_stands_back(side: SideProcess) -> None:
    there = side.run(os.getpid)
    assert there not in (os.getpid(), 0)
    assert side.run(os.getpid) == there
    if hasattr(os, "nice"):
        assert side.run(os.nice, 0) > os.nice(0)


def test_what_fails_there_is_raised_here(side: SideProcess) -> None:
    with pytest.raises(PTBuilderError, match=r"The pose cannot be read\."):
        side.run(refuse)
    assert side.is_running


def test_a_broken_process_is_done_without(side: SideProcess) -> None:
    assert side.run(end_itself) == os.getpid()
    assert not side.is_running
    assert side.run(os.getpid) == os.getpid()


def test_where_no_process_can_be_started_the_work_is_done_here(side: SideProcess, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_process(_process: object) -> None:
        raise OSError("no more processes")

    monkeypatch.setattr(processes.BaseProcess, "start", no_process)
    assert side.run(os.getpid) == os.getpid()
    assert not side.is_running


def test_it_ends_at_close_and_does_nothing_afterwards(side: SideProcess) -> None:
    there = side.run(os.getpid)
    side.close()
    assert not side.is_running
    with pytest.raises(ProcessLookupError):
        os.kill(there, 0)
    with pytest.raises(CancelledError):
        side.run(os.getpid)


def test_closing_does_not_wait_for_what_is_under_way(side: SideProcess) -> None:
    side.run(os.getpid)
    caught: list[BaseException] = []

    def wait_for_ever() -> None:
        try:
            side.run(never_end)
        except CancelledError as error:
            caught.append(error)

    waiting = threading.Thread(target=wait_for_ever)
    waiting.start()
    side.close()
    waiting.join()
    assert len(caught) == 1


def test_it_does_not_outlive_a_window_that_is_killed() -> None:
    done = subprocess.run([sys.executable, "-c", ORPHAN], stdout=subprocess.PIPE, text=True, check=False)
    assert done.stdout == "there\n"  # the output ends once the last process that holds it has gone


def test_the_shelf_has_its_frames_made_where_it_is_told(library: Library, side: SideProcess) -> None:
    shelf = PictureShelf(library, lambda *asked: side.run(figures.moving_frames, *asked))
    code = next(each.code for each in library.exercises.values() if each.figure and "start" in each.figure)
    assert shelf.moving(code, None, (24, 24))[0].width <= 24
    assert side.is_running
    side.close()
    assert shelf.moving(code, None, (24, 24)) == ()
