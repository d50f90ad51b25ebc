"""Resident memory while 200 programs are opened one after the other in the whole window, beside a bare PySide6 window.

The patients are made up: each has the sample's findings under a name of its own, in a data folder that is thrown away. Each program
is accepted, painted and left for the next, as over a day; every tenth is looked at in the preview too. "Flat" means that the second
hundred adds next to nothing.
"""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ptbuilder.app import Program

PROGRAMS = 200
STEP = 25

BARE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([])
window = QWidget()
window.resize(1440, 900)
window.show()
QTimer.singleShot(50, app.quit)
app.exec()
from benchmarks.memory import resident
print("bare window", round(resident()))
"""


def main() -> None:
    """Print megabytes of the bare window, then of ours at the start, after every 25 programs and at the end."""
    with tempfile.TemporaryDirectory() as folder:
        for code in (BARE, "from benchmarks.memory import open_programs; open_programs()"):
            _run(code, folder)


def resident() -> float:
    """Megabytes that this process holds in memory."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise RuntimeError("This system does not say how much memory a process holds.")


def open_programs() -> None:
    """Open the window over the folder in ``sys.argv[1]``, make the patients and open their programs."""
    from PySide6.QtCore import QEvent

    from ptbuilder.app import Program, make_application

    app = make_application()
    program = Program(Path(sys.argv[1]))
    program.window.show()
    while not (program.is_ready and program.tasks.is_idle):
        app.processEvents()
    print("start", round(resident()), flush=True)
    patients = _made_patients(program)
    app.processEvents()
    print("patients made", round(resident()), flush=True)
    for number, patient in enumerate(patients, start=1):
        program.reception.open_patient(patient)
        app.processEvents()
        if number % 10 == 0:
            program.build_page.set_preview(True)
            while not program.tasks.is_idle:
                app.processEvents()
            program.build_page.set_preview(False)
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # as the event loop does between two turns
        if number % STEP == 0:
            gc.collect()
            print(
                f"after {number}",
                round(resident()),
                f"({len(gc.get_objects())} objects, {len(app.allWidgets())} widgets)",
                flush=True,
            )
    print("end", round(resident()))
    program.close()


def _made_patients(program: Program) -> list[str]:
    from dataclasses import replace

    assert program.reception is not None
    program.reception.open_sample()
    desk = program.desk_signals.desk
    if not desk.is_accepted:
        desk.accept()
    sample, made = desk.work, []
    for number in range(PROGRAMS):
        patient = replace(sample.patient, id=f"made-up-{number}", given="Made", family=f"Up {number}")
        kept = sample.assessment.findings[: 3 + number % len(sample.assessment.findings)]
        assessment = replace(sample.assessment, id=f"assessment-{number}", findings=kept)
        own = replace(sample.program, id=f"program-{number}", patient=patient.id, assessment=assessment)
        program.reception.records.save(replace(sample, patient=patient, assessment=assessment, program=own))
        made.append(patient.id)
    return made


def _run(code: str, folder: str) -> None:
    environment = dict(os.environ, PYTHON_KEYRING_BACKEND="keyring.backends.null.Keyring")
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    command = [sys.executable, "-c", code, folder]
    subprocess.run(command, check=True, env=environment, cwd=Path(__file__).parents[1])


if __name__ == "__main__":
    main()
