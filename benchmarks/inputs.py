"""From an empty Build page to a printed handout: a scripted expert drives the real window and its inputs are counted.

An input is a click, or a key that makes no text (Enter, Tab, a shortcut). Time is told by the keystroke-level model of Card, Moran
and Newell (1980): 0.2 s a key of an average typist, 1.1 s to point, 1.35 s to think before each input. The baseline is the count
that the design worked out on paper for the same case.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QWidget

    from ptbuilder.app import Program

KEY_S, POINT_S, THINK_S = 0.2, 1.1, 1.35


@dataclass(frozen=True)
class Case:
    """What the expert types: the patient, the findings as entry lines, and the design's count on paper."""

    name: str
    patient: tuple[str, str, str]
    lines: tuple[str, ...]
    paper: int
    stops: bool = False


CASES = (
    Case(
        "TC1",
        ("Robert Miller", "58", "m"),
        (
            "facet lumb b2",
            "worse stand",
            "better sit",
            "hip fl b2",
            "deep trunk 2",
            "facet inj lumb b 10d",
            "irr mod",
            "rf none",
        ),
        17,
    ),
    Case(
        "TC2",
        ("Priya Nair", "34", "f"),
        (
            *["neck chronic 1", "headache neck r1", "forward head 2", "deep neck 2", "upper trap tight r2"],
            *["upper back extension 2", "desk", "irr low", "rf none"],
        ),
        18,
    ),
    Case(
        "TC3",
        ("Helen Novak", "72", "f"),
        ("stenosis lumb 2", "walking 3", "osteopor", "falls risk", "gmax weak b2", "sit to stand", "irr mod", "rf none"),
        17,
    ),
    Case(
        "TC4",
        ("Daniel Okafor", "41", "m"),
        ("disc lumb l", "ext pref", "worse sit", "slr l2", "leg pain below l2", "acute", "irr mod", "rf none"),
        17,
    ),
    Case(
        "TC5",
        ("Maria Santos", "29", "f"),
        ("sacroiliac r2", "preg late", "pelvic floor 1", "deep trunk 1", "irr mod", "rf none"),
        15,
    ),
    Case("TC6", ("Karen Blake", "47", "f"), ("disc lumb b", "leg pain below b3", "cauda"), 10, stops=True),
)


class Expert:
    """Types and clicks in the window as a person would, and counts."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.inputs = 0
        self.seconds = 0.0

    def write(self, text: str) -> None:
        """Type letters into whatever has the focus."""
        from PySide6.QtTest import QTest

        QTest.keyClicks(self._focus(), text)
        self.seconds += KEY_S * len(text)

    def press(self, keys: str) -> None:
        """Press a key that makes no text, or a shortcut such as Ctrl+P."""
        from PySide6.QtCore import Qt
        from PySide6.QtGui import QKeySequence
        from PySide6.QtTest import QTest

        combination = QKeySequence(keys)[0]
        QTest.keyClick(self._focus(), Qt.Key(combination.key()), combination.keyboardModifiers())
        self.inputs += 1
        self.seconds += THINK_S + KEY_S * (1 + keys.count("+"))

    def click(self, widget: QWidget, place: QPoint) -> None:
        """Click a place of a widget."""
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
        self.inputs += 1
        self.seconds += THINK_S + POINT_S + KEY_S

    def _focus(self) -> QWidget:
        from PySide6.QtWidgets import QApplication

        return QApplication.focusWidget() or self.program.window


@contextmanager
def opened_program(folder: Path) -> Iterator[Program]:
    """The whole program over a data folder of its own, once its data is open; printing goes into a file there."""
    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from ptbuilder.app import Program
    from ptbuilder.ui import messages

    QApplication.instance() or QApplication([])
    program = Program(folder)
    program.window.show()
    QTest.qWaitForWindowExposed(program.window)
    wait_for(lambda: program.is_ready)
    program.window.windowHandle().requestActivate()
    wait_for(program.window.isActiveWindow)

    def into_file(_parent: QWidget | None, printer: QPrinter) -> bool:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(folder / "printed.pdf"))
        return True

    messages.ask_printer = into_file  # stands for the printer that the clinic's computer remembers
    try:
        yield program
    finally:
        program.close()
        program.window.close()


def wait_for(fact: Callable[[], bool], seconds: float = 20) -> None:
    """Let the window go on until ``fact`` holds; raises RuntimeError where it never does."""
    from PySide6.QtTest import QTest

    for _ in range(int(seconds / 0.005)):
        if fact():
            return
        QTest.qWait(5)
    raise RuntimeError("What was waited for did not happen.")


def build_and_print(expert: Expert, case: Case) -> None:
    """Do the whole job for one case."""
    expert.press("Ctrl+N")
    name, age, sex = case.patient
    expert.write(name)
    expert.press("Tab")
    expert.write(age)
    expert.press("Tab")
    expert.write(sex)
    expert.press("Return")
    for line in case.lines:
        expert.write(line)
        expert.press("Return")
    if not case.stops:
        expert.press("Ctrl+Return")
        change_first_dose(expert)
    expert.press("Ctrl+P")
    expert.press("Return")


def change_first_dose(expert: Expert) -> None:
    """Click a number of the first row, type another, Enter."""
    from PySide6.QtCore import QPoint

    from ptbuilder.ui.build.program.program_list import ProgramList

    rows = expert.program.window.findChild(ProgramList)
    assert rows is not None
    area = rows.visualRect(rows.model().index(0, 0))
    places = (QPoint(x, y) for y in range(area.top(), area.bottom(), 4) for x in range(area.left(), area.right(), 4))
    expert.click(rows.viewport(), next(place for place in places if rows.part_at(place) == "dose:reps"))
    expert.write("8")
    expert.press("Return")


def measure(case: Case) -> str:
    """Do one case in a program and a folder of its own; the row of the table."""
    told: list[str] = []
    with tempfile.TemporaryDirectory() as folder, opened_program(Path(folder)) as program:
        assert program.printing is not None
        program.printing.told.connect(told.append)
        expert = Expert(program)
        build_and_print(expert, case)
        wait_for(lambda: bool(told))
        desk = program.desk_signals.desk
        counts = f"{len(desk.work.assessment.findings):8}  {expert.inputs:6}  {case.paper:8}"
        return f"{case.name:5} {counts}  {expert.seconds:7.0f}  {len(desk.rows):9}"


def main() -> None:
    """Print inputs and seconds for each case beside the count on paper."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    print("case  findings  inputs  on paper  seconds  exercises")
    for case in CASES:
        print(measure(case), flush=True)
