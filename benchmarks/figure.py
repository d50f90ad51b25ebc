"""Drawing exercises: seconds and KB a frame, and moving frames a second; beside the prototype where its folder is named.

The prototype draws its own ten demo exercises, the engine the same ten from ``tests/figure/examples``; name its folder in the
environment variable ``PTBUILDER_PROTOTYPE``. It draws its preview anew for each frame. The engine's moving frames are made once,
and the window then shows them from memory: counted are the frames that a widget of the same size painted in three seconds.
"""

from __future__ import annotations

import importlib
import json
import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ptbuilder.domain.image import RasterImage

ROOT = Path(__file__).resolve().parent.parent
PLACE = "PTBUILDER_PROTOTYPE"
"""The environment variable that names the prototype's folder."""
SIZE = (280, 220)
WATCHED_MS = 3000
SAME = {
    "knee_to_chest": "knee-to-chest",
    "bridge": "bridge",
    "bird_dog": "bird-dog",
    "press_up": "press-up",
    "chin_tuck": "chin-tuck",
    "wall_slide": "wall-slide",
    "clamshell": "clamshell",
    "hamstring": "hamstring-sit",
    "calf_stretch": "calf-stretch",
    "row": "row",
}
"""The prototype's demo exercises and the same in the engine's examples."""


def main() -> None:
    """Print one row an exercise and both medians."""
    from ptbuilder.figure import svg
    from ptbuilder.figure.body import load_body
    from ptbuilder.figure.preview import moving_frames
    from ptbuilder.figure.reading import read_figure
    from ptbuilder.figure.scene import build_scene, draw_figure
    from ptbuilder.resources import asset

    body = load_body(asset("figure", "female.npz"))
    prototype = Prototype.found()
    rows = []
    print(f"{'exercise':16s} {'s a frame':>10s} {'KB':>6s}   prototype: {'s a frame':>10s} {'KB':>6s}")
    for their_name, name in SAME.items():
        spec = read_figure(_example(name), name)
        drawn, seconds = _timed(lambda spec=spec: draw_figure(spec, body)[:2])
        size = statistics.mean(len(svg.write(drawing)) / 1024 for drawing in drawn)
        other = prototype.frame(their_name) if prototype else (float("nan"), float("nan"))
        rows.append((seconds / 2, size, *other))
        print(f"{name:16s} {seconds / 2:10.2f} {size:6.1f}              {other[0]:10.2f} {other[1]:6.1f}")
    print("median           " + "   ".join(f"{statistics.median(column):.2f}" for column in zip(*rows, strict=True)))
    spec = read_figure(_example("bird-dog"))
    print(f"solve both frames with props: {_timed(lambda: build_scene(spec, body))[1] * 1000:.0f} ms")
    frames, seconds = _timed(lambda: moving_frames(spec, body, SIZE))
    width, height = frames[0].width, frames[0].height
    kb = len(frames[0].rgba) / 1024
    print(f"moving frames of {width} x {height}: made once, {1000 * seconds / len(frames):.0f} ms and {kb:.0f} KB in memory each")
    print(f"shown: {shown_a_second(frames):.1f} frames a second")
    if prototype:
        print(f"the prototype's preview of about that size: {prototype.previews_a_second('bird_dog', width):.1f} frames a second")


def shown_a_second(frames: tuple[RasterImage, ...]) -> float:
    """How many frames a second a widget paints while the figure moves in it."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QSize, QTimer
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QApplication, QWidget

    from ptbuilder.ui.build.figures.motion import Motion, Mover
    from ptbuilder.ui.tasks import TaskRunner

    app = QApplication.instance() or QApplication([])
    painted: list[float] = []

    class Place(QWidget):
        def paintEvent(self, _event: object) -> None:
            frame = mover.pixmap(self)
            if frame is not None:
                painted.append(time.perf_counter())
                painter = QPainter(self)
                painter.drawPixmap(0, 0, frame)
                painter.end()

        def shows(self) -> bool:
            self.update()
            return True

    tasks = TaskRunner()
    mover = Mover(lambda _code, _side, _size: frames, tasks, lambda: True)
    place = Place()
    place.resize(*SIZE)
    place.show()
    mover.play(place, Motion("bird-dog", None, QSize(*SIZE), 1.0), place.shows)
    QTimer.singleShot(WATCHED_MS, app.quit)
    app.exec()
    mover.end()
    tasks.finish()
    tasks.drop()
    return (len(painted) - 1) / (painted[-1] - painted[0])


def _example(name: str) -> Any:
    return json.loads((ROOT / "tests" / "figure" / "examples" / f"{name}.json").read_text(encoding="utf-8"))


def _timed(work: Callable[[], Any]) -> tuple[Any, float]:
    """The result, and the least of three times in seconds."""
    times = []
    for _ in range(3):
        began = time.perf_counter()
        result = work()
        times.append(time.perf_counter() - began)
    return result, min(times)


class Prototype:
    """The program that is measured beside the engine, as it lies in its folder."""

    def __init__(self, folder: Path) -> None:
        sys.path.insert(0, str(folder))
        self._part = importlib.import_module
        self._exercises = {exercise["id"]: exercise for exercise in self._part("ptfig.exercises").EX}
        self._figure = self._part("ptfig.model").Figure(str(folder / "assets" / "fig_f.npz"))

    @classmethod
    def found(cls) -> Prototype | None:
        """The prototype, or a printed sentence that says why there is none."""
        folder = Path(os.environ.get(PLACE, ""))
        if not (folder / "ptfig").is_dir():
            print(f"The prototype is left out: the environment variable {PLACE} names no folder that holds it.")
            return None
        return cls(folder)

    def frame(self, name: str) -> tuple[float, float]:
        """Seconds and KB a frame."""
        drawn, seconds = _timed(lambda: self._part("demo").render(self._figure, self._exercises[name]))
        return seconds / 2, statistics.mean(len(text) / 1024 for text in drawn)

    def previews_a_second(self, name: str, width: int) -> float:
        """Frames of a movement about ``width`` pixels wide, each posed and drawn anew."""
        scene, pose, raster, show = (self._part(f"ptfig.{part}") for part in ("scene", "pose", "raster", "preview"))
        exercise = self._exercises[name]
        drawn: list[int] = []

        def draw(t: float, scale: float) -> int:
            posed = pose.Posed(self._figure, pose.lerp_pose(exercise["start"], exercise["end"], t))
            made = scene.Scene(self._figure, posed, exercise["props"](posed, posed.verts()))
            camera = raster.Camera(*exercise["view"]).fit(made.points(), scale, 0.04)
            return int(show.preview(made, camera).shape[1])

        scale = 200 * width / draw(0.5, 200)
        began = time.perf_counter()
        while time.perf_counter() - began < WATCHED_MS / 1000:
            drawn.append(draw(len(drawn) % 23 / 22, scale))
        return len(drawn) / (time.perf_counter() - began)


if __name__ == "__main__":
    main()
