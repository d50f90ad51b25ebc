"""The one excepthook: what a user can mend is told in its own words; for the rest, where the fault was is written down.

The report holds no patient data, and the work is saved.
"""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from ptbuilder.domain.errors import PTBuilderError

REPORT = "last-fault.txt"


class FaultReporter:
    """``save`` keeps the work and gives whether it is kept, ``tell`` says a sentence at the window; the report lies in ``folder``.

    The message of the fault is left out of the report, since it may quote what was typed.
    """

    def __init__(self, folder: Path, save: Callable[[], bool], tell: Callable[[str], object]) -> None:
        self.path = folder / REPORT
        self._save = save
        self._tell = tell

    def __call__(self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        """What ``sys.excepthook`` is set to."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, fault, trace)
            QApplication.exit(130)
        elif isinstance(fault, PTBuilderError):  # raised in a slot, where nobody catches it: it is no fault of the program
            self._tell(str(fault))
        else:
            report = report_text(kind, trace)
            sys.stderr.write(report)
            is_written = self._is_written(report)
            self._tell(sentence(self.path if is_written else None, is_kept=self._is_kept()))

    def _is_written(self, report: str) -> bool:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self.path.write_text(report, encoding="utf-8")
        except OSError:
            sys.stderr.write("The report could not be kept.\n")
            return False
        return True

    def _is_kept(self) -> bool:
        try:
            return self._save()
        except Exception as second:  # noqa: BLE001 - the last resort must not fail again
            sys.stderr.write(f"The work could not be saved: {type(second).__name__}.\n")
            return False


def report_text(kind: type[BaseException], trace: TracebackType | None) -> str:
    """When, what sort of fault, and the lines of code it went through."""
    places = "".join(f"{frame.filename}:{frame.lineno} {frame.name}\n" for frame in traceback.extract_tb(trace))
    return f"{datetime.now().isoformat(timespec='seconds')}\n{kind.__name__}\n{places}"


def sentence(path: Path | None, *, is_kept: bool) -> str:
    """What the window says; ``path`` is where the report lies, if it could be written."""
    said = [_tr("Something went wrong in PTBuilder. Your work is kept.")]
    if not is_kept:
        said = [_tr("Something went wrong in PTBuilder, and your last changes are not saved.")]
    if path is not None:
        said.append(_tr("A report without patient data lies in {path}.").format(path=path))
    return " ".join(said)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Faults", text)
