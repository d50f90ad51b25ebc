"""From a key press to painted results: the exercise list, and a change of a finding to the new suggestion on screen.

The list holds 25,000 exercises (the shipped ones repeated) and is searched beside ``QSortFilterProxyModel`` over a plain list of
the same names, in turn with the same letters. The suggestion is measured in the three columns of Build. Findings are typed alone,
and while a figure's moving frames are made, in the process beside the window and, as the alternative, in a thread of it. Times end
when what came of the key is painted. ``cpu`` is the processor time of the window's thread, which a busy computer changes less.
"""

from __future__ import annotations

import gc
import os
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, thread_time
from typing import TYPE_CHECKING

from benchmarks.reasoning import repeated

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

    from ptbuilder.app import Program
    from ptbuilder.domain.library import Library

MANY = 25_000
SIZES = (64, MANY)
WORDS = ("bridge", "hip flexor", "squat", "rotation", "calf raise", "plank", "row band", "nerve")
CHANGES = 30
TYPED = "hip flexor"
KEYS_ALONE = 200
DRAWN = 4
"""How many exercises have their moving frames made while one types."""
Time = tuple[float, float]
"""Milliseconds by the clock, and of the processor."""


def main() -> None:
    """Print p50 and p99 of each, in milliseconds."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"
    from ptbuilder.app import make_application
    from ptbuilder.library.file import load_library
    from ptbuilder.resources import library_path

    app = make_application()
    shipped = load_library(library_path())
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            program = opened(app, Path(folder), repeated(shipped, size))
            if size == MANY:
                type_while_indexing(app, program)
                type_in_lists(app, program)
            else:
                type_while_drawing(app, program)
            change_findings(app, program, size)
            program.close()
            program.window.close()


def opened(app: QApplication, folder: Path, library: Library) -> Program:
    """The whole window over ``library`` and an empty data folder, with garbage looked for as in the product."""
    from unittest.mock import patch

    from ptbuilder.app import Program
    from ptbuilder.ui.garbage import look_for_garbage

    gc.disable()
    program = Program(folder)
    program.ready.connect(look_for_garbage)
    with patch("ptbuilder.library.known_sound.load_known", lambda _path, _note: library):
        program.window.show()
        while not (program.is_ready and program.tasks.is_idle):
            app.processEvents()
    return program


def type_while_indexing(app: QApplication, program: Program) -> None:
    """Findings typed from the moment that the data is open until the index of the exercises is built."""
    assert program.pages is not None
    times, start = typed_anew(app, program.assessment.field), perf_counter()
    while not program.pages.is_search_prepared:
        times.extend(typed_anew(app, program.assessment.field))
    seconds = perf_counter() - start
    print(f"{MANY} exercises, key to painted findings while the index is built ({seconds:.1f} s): {shown(times)}")


def type_in_lists(app: QApplication, program: Program) -> None:
    """The same keys into our list and into Qt's filter, one word after the other."""
    assert program.reception is not None
    program.reception.open_sample()
    program.build_page.parts.right.open_tab("library")  # type: ignore[attr-defined]
    app.processEvents()
    field = program.build_page.parts.right.findChild(_field_type(), "library_search")
    assert field is not None
    plain_field, plain = filtered_list(program)
    plain.show()
    app.processEvents()
    ours: list[Time] = []
    qt: list[Time] = []
    for word in WORDS:
        for target, times in ((field, ours), (plain_field, qt)):
            times.extend(typed(app, target, word))
            target.clear()
            app.processEvents()
    print(f"{MANY} exercises, key to painted list: ours {shown(ours)}; QSortFilterProxyModel {shown(qt)}")


def type_while_drawing(app: QApplication, program: Program) -> None:
    """Findings typed alone, then while moving frames are made in either place."""
    from ptbuilder.services.drawing import figures

    assert program.reception is not None
    assert program.workplace is not None
    program.reception.open_sample()
    app.processEvents()
    field, process, tasks = program.assessment.field, program.workplace.drawing_process, program.workplace.drawing_tasks
    alone = [each for _ in range(KEYS_ALONE // len(TYPED)) for each in typed_anew(app, field)]
    print(f"key to painted findings: {shown(alone)}")
    posed = [each for each in program.desk_signals.desk.library.exercises.values() if each.figure][:DRAWN]
    for name, make in (("thread", figures.moving_frames), ("process", partial(process.run, figures.moving_frames))):
        times: list[Time] = []
        for size, exercise in enumerate(posed, start=100):
            work = partial(make, exercise.figure or {}, exercise.code, None, "female", (size, size))
            tasks.run(field, work, lambda _frames: None)
            while not tasks.is_idle:
                times.extend(typed_anew(app, field))
        print(f"key to painted findings while moving frames are made in a {name}: {shown(times)}")


def typed_anew(app: QApplication, field: QLineEdit) -> list[Time]:
    """Milliseconds of each key of one finding, in a field that is empty before and after."""
    times = typed(app, field, TYPED)
    field.clear()
    app.processEvents()
    return times


def filtered_list(program: Program) -> tuple[QLineEdit, QWidget]:
    """The named alternative: the names in a QStringListModel behind a QSortFilterProxyModel."""
    from PySide6.QtCore import QSortFilterProxyModel, QStringListModel, Qt
    from PySide6.QtWidgets import QLineEdit, QListView, QVBoxLayout, QWidget

    window, field, view = QWidget(), QLineEdit(), QListView()
    names = [each.name["en"] for each in program.desk_signals.desk.library.exercises.values()]
    proxy = QSortFilterProxyModel(window)
    proxy.setSourceModel(QStringListModel(names, window))
    proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    field.textChanged.connect(proxy.setFilterFixedString)
    view.setModel(proxy)
    view.setUniformItemSizes(True)
    column = QVBoxLayout(window)
    column.addWidget(field)
    column.addWidget(view)
    window.resize(440, 800)
    return field, window


def change_findings(app: QApplication, program: Program, size: int) -> None:
    """One finding of the sample comes and goes while the draft is shown."""
    assert program.reception is not None
    program.reception.open_sample()
    program.build_page.parts.right.open_tab("suggested")  # type: ignore[attr-defined]
    app.processEvents()
    from ptbuilder.ui.after_paint import AfterPaint

    desk, after_paint = program.desk_signals.desk, AfterPaint()
    finding = desk.work.assessment.findings[-1]
    painted: list[Time] = []
    saved: list[Time] = []
    for number in range(CHANGES):
        since = started()
        after_paint(lambda since=since: painted.append(since()))  # type: ignore[misc]
        act: Callable[[], object] = (
            (lambda: desk.remove_finding(finding.code)) if number % 2 == 0 else (lambda: desk.add_finding(finding))
        )
        saved.append(timed(app, act))
    print(f"{size} exercises, finding changed to painted suggestion: {shown(painted)}; until it is saved too: {shown(saved)}")


def typed(app: QApplication, field: QLineEdit, word: str) -> list[Time]:
    """Milliseconds of each key of ``word``."""
    from PySide6.QtTest import QTest

    return [timed(app, partial(QTest.keyClicks, field, letter)) for letter in word]


def timed(app: QApplication, act: Callable[[], object]) -> Time:
    """The time of ``act`` and of all events and paints that it leads to."""
    since = started()
    act()
    app.processEvents()
    return since()


def started() -> Callable[[], Time]:
    """Called later, it gives the time from now until then."""
    clock, cpu = perf_counter(), thread_time()
    return lambda: (1000 * (perf_counter() - clock), 1000 * (thread_time() - cpu))


def shown(times: list[Time]) -> str:
    """p50 and p99 by the clock, and of processor time."""
    clock, cpu = ([each[n] for each in times] for n in (0, 1))
    return f"p50 {median(clock):.1f} ms, p99 {worst(clock):.1f} ms (cpu {median(cpu):.1f}, {worst(cpu):.1f})"


def worst(values: list[float]) -> float:
    """The 99th percentile."""
    return quantiles(values, n=100, method="inclusive")[98]


def _field_type() -> type[QLineEdit]:
    from PySide6.QtWidgets import QLineEdit

    return QLineEdit


if __name__ == "__main__":
    main()
