"""The one excepthook: the work is saved, and where the fault was is written down without any patient data."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtWidgets import QApplication

REPORT = "last-fault.txt"


class FaultReporter:
    """``save`` keeps the work, ``tell`` says a sentence at the window; the report lies in ``folder``.

    The message of the fault is left out of the report, since it may quote what was typed.
    """

    def __init__(self, folder: Path, save: Callable[[], object], tell: Callable[[str], object]) -> None:
        self.path = folder / REPORT
        self._save = save
        self._tell = tell

    def __call__(self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        """What ``sys.excepthook`` is set to."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, fault, trace)
            QApplication.exit(130)
            return
        report = report_text(kind, trace)
        sys.stderr.write(report)
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self.path.write_text(report, encoding="utf-8")
            self._save()
        except Exception:  # noqa: BLE001 - the last resort must not fail again; the report is on stderr
            sys.stderr.write("The report could not be kept.\n")
        self._tell(sentence(self.path))


def report_text(kind: type[BaseException], trace: TracebackType | None) -> str:
    """When, what sort of fault, and the lines of code it went through."""
    places = "".join(f"{frame.filename}:{frame.lineno} {frame.name}\n" for frame in traceback.extract_tb(trace))
    return f"{datetime.now().isoformat(timespec='seconds')}\n{kind.__name__}\n{places}"


def sentence(path: Path) -> str:
    """What the window says."""
    from PySide6.QtCore import QCoreApplication

    text = "Something went wrong in PTBuilder. Your work is kept. A report without patient data lies in {path}."
    return QCoreApplication.translate("Faults", text).format(path=path)
