"""First paint and first usable moment of the window, beside a bare PySide6 window, each in a fresh process, in turn.

*First paint*: from the start of the process until the window's three columns were painted. *Usable*: until the data is open and
a typed finding shows results. Times are taken by the parent's clock, so that Python's own start counts.
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
class Window(QWidget):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, self.done)
    def done(self):
        print("painted", time.time() - float(sys.argv[1]), flush=True)
        app.exit(0)
app = QApplication([])
window = Window()
window.resize(1440, 900)
window.show()
app.exec()
"""

OURS = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from ptbuilder.app import Program
started = float(sys.argv[1])
app = QApplication([])
app.setStyle("Fusion")
program = Program(Path(sys.argv[2]))
program.window.painted.connect(lambda: print("painted", time.time() - started, flush=True))
def type_finding():
    if program.reception is None or not program.reception.is_open:
        return
    timer.stop()
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QLineEdit
    field = program.assessment.findChild(QLineEdit)
    QTest.keyClicks(field, "hip")
    app.processEvents()
    print("usable", time.time() - started, flush=True)
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
    with tempfile.TemporaryDirectory() as folder:
        run(OURS, folder)  # makes the data, as a first start does; the rounds are later starts
        print("round  bare painted  painted  usable   (ms)")
        for number in range(1, ROUNDS + 1):
            bare, ours = run(BARE, folder), run(OURS, folder)
            for name, value in (("bare painted", bare["painted"]), ("painted", ours["painted"]), ("usable", ours["usable"])):
                rows[name].append(value * 1000)
            print(f"{number:5}  {rows['bare painted'][-1]:12.0f}  {rows['painted'][-1]:7.0f}  {rows['usable'][-1]:6.0f}")
    medians = {name: statistics.median(values) for name, values in rows.items()}
    for name, value in medians.items():
        print(f"median {name}: {value:.0f} ms, {value / medians['bare painted']:.2f} x the bare window")


def run(code: str, folder: str) -> dict[str, float]:
    """Run one process and return the seconds until each thing that it names."""
    environment = dict(os.environ, PYTHON_KEYRING_BACKEND="keyring.backends.null.Keyring")
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    command = [sys.executable, "-c", f"import time\n{code}", str(_now()), folder]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment, cwd=Path(__file__).parent.parent)
    return {name: float(value) for name, value in (line.split() for line in done.stdout.splitlines())}


def _now() -> float:
    import time

    return time.time()
