"""Drawing exercises: seconds and KB a frame, milliseconds of its steps, and of a moving frame; beside the prototype if it is there.

The prototype (``../shared/figure``) draws its own ten demo exercises, the engine the same ten from ``tests/figure/examples``.
"""

from __future__ import annotations

import importlib
import json
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PROTOTYPE = ROOT.parent / "shared" / "figure"
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
    theirs = _prototype()
    rows = []
    print(f"{'exercise':16s} {'s a frame':>10s} {'KB':>6s}   prototype: {'s a frame':>10s} {'KB':>6s}")
    for their_name, name in SAME.items():
        figure = json.loads((ROOT / "tests" / "figure" / "examples" / f"{name}.json").read_text(encoding="utf-8"))
        spec = read_figure(figure, name)
        drawn, seconds = _timed(lambda spec=spec: draw_figure(spec, body)[:2])
        size = statistics.mean(len(svg.write(drawing)) / 1024 for drawing in drawn)
        other = theirs(their_name) if theirs else (float("nan"), float("nan"))
        rows.append((seconds / 2, size, *other))
        print(f"{name:16s} {seconds / 2:10.2f} {size:6.1f}              {other[0]:10.2f} {other[1]:6.1f}")
    print("median           " + "   ".join(f"{statistics.median(column):.2f}" for column in zip(*rows, strict=True)))
    spec = read_figure(json.loads((ROOT / "tests/figure/examples/bird-dog.json").read_text(encoding="utf-8")))
    print(f"solve both frames with props: {_timed(lambda: build_scene(spec, body))[1] * 1000:.0f} ms")
    frames, seconds = _timed(lambda: moving_frames(spec, body, (280, 220)))
    print(f"moving frames of 280 x 220: {seconds / len(frames) * 1000:.0f} ms each, made once; shown from memory afterwards")


def _timed(work: Callable[[], Any]) -> tuple[Any, float]:
    """The result, and the least of three times in seconds."""
    times = []
    for _ in range(3):
        began = time.perf_counter()
        result = work()
        times.append(time.perf_counter() - began)
    return result, min(times)


def _prototype() -> Callable[[str], tuple[float, float]] | None:
    """Seconds and KB a frame of one of the prototype's exercises, or None where the prototype is not there."""
    if not PROTOTYPE.is_dir():
        return None
    sys.path.insert(0, str(PROTOTYPE))
    model, demo = importlib.import_module("ptfig.model"), importlib.import_module("demo")
    exercises = {exercise["id"]: exercise for exercise in importlib.import_module("ptfig.exercises").EX}
    figure = model.Figure(str(PROTOTYPE / "assets" / "fig_f.npz"))

    def measure(name: str) -> tuple[float, float]:
        drawn, seconds = _timed(lambda: demo.render(figure, exercises[name]))
        return seconds / 2, statistics.mean(len(text) / 1024 for text in drawn)

    return measure


if __name__ == "__main__":
    main()
