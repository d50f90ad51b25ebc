"""First paint and first usable moment of the window, beside a bare PySide6 window, each in a fresh process, in turn.

*First paint*: from the start of the process until the window's three columns were painted. *Usable*: until the data is open and
a typed finding shows results. Times are taken by the parent's clock, so that Python's own start counts. Modules are compiled
before the rounds, as an installer does. ``cpu`` is the processor time of the process until then, all its threads together: on a
machine that does other work too it says more than the clock.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROUNDS = 11

BARE = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
def note(name):
    print(name, time.time() - float(sys.argv[1]), flush=True)
    print(name + "-cpu", time.process_time(), flush=True)
class Window(QWidget):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, self.done)
    def done(self):
        note("painted")
        app.exit(0)
app = QApplication([])
window = Window()
window.resize(1440, 900)
window.show()
app.exec()
"""

OURS = """
import gc, sys, time
gc.disable()  # as ptbuilder.__main__ does
from pathlib import Path
from PySide6.QtCore import QTimer
from ptbuilder.app import Program, make_application
from ptbuilder.ui.garbage import look_for_garbage
def note(name):
    print(name, time.time() - float(sys.argv[1]), flush=True)
    print(name + "-cpu", time.process_time(), flush=True)
class Timed(Program):
    def open_library(self):
        note("painted")
        super().open_library()
app = make_application()
program = Timed(Path(sys.argv[2]))
program.ready.connect(look_for_garbage)
def type_finding():
    if program.reception is None or not program.reception.is_open:
        return
    timer.stop()
    from PySide6.QtTest import QTest
    field = program.assessment.field
    QTest.keyClicks(field, "hip")
    app.processEvents()
    assert program.assessment.search.popup.isVisible()
    note("usable")
    program.close()
    app.exit(0)
timer = QTimer()
timer.timeout.connect(type_finding)
timer.start(1)
program.window.show()
app.exec()
"""


def main() -> None:
    """Print each round's milliseconds, then medians and their ratio to the bare window."""
    rows: dict[str, list[float]] = {"bare painted": [], "painted": [], "usable": []}
    cpu: dict[str, list[float]] = {name: [] for name in rows}
    with tempfile.TemporaryDirectory() as folder:
        for code in (BARE, OURS):
            run(code, folder)  # compiles, and makes the data, as a first start does; the rounds are later starts
        print("round  bare painted  painted  usable   (ms)")
        for number in range(1, ROUNDS + 1):
            bare, ours = run(BARE, folder), run(OURS, folder)
            for name, value in (("bare painted", bare["painted"]), ("painted", ours["painted"]), ("usable", ours["usable"])):
                rows[name].append(value * 1000)
            for name, value in zip(cpu, (bare["painted-cpu"], ours["painted-cpu"], ours["usable-cpu"]), strict=True):
                cpu[name].append(value * 1000)
            print(f"{number:5}  {rows['bare painted'][-1]:12.0f}  {rows['painted'][-1]:7.0f}  {rows['usable'][-1]:6.0f}")
    for unit, values in (("ms", rows), ("ms cpu", cpu)):
        medians = {name: statistics.median(each) for name, each in values.items()}
        for name, value in medians.items():
            print(f"median {name}: {value:.0f} {unit}, {value / medians['bare painted']:.2f} x the bare window")


def run(code: str, folder: str) -> dict[str, float]:
    """Run one process and return the seconds until each thing that it names."""
    environment = dict(os.environ, PYTHON_KEYRING_BACKEND="keyring.backends.null.Keyring", PYTHONPYCACHEPREFIX=f"{folder}/compiled")
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # the first run, which does not count, compiles every module
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    command = [sys.executable, "-c", f"import time\n{code}", str(_now()), folder]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment, cwd=Path(__file__).parent.parent)
    return {name: float(value) for name, value in (line.split() for line in done.stdout.splitlines())}


def _now() -> float:
    import time

    return time.time()
