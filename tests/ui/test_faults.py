"""What a user can mend is told in its own words; of the rest a report is written, and nothing is promised that is not so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.ui.faults import REPORT, FaultReporter
from ptbuilder.ui.undoing import undo
from tests.ui.workplace import Workplace, place

__all__ = ["place"]


@dataclass
class Hook:
    """A reporter with what it told."""

    folder: Path
    save: Callable[[], bool] = lambda: True
    told: list[str] = field(default_factory=list)

    def meet(self, fault: Exception) -> str:
        try:
            raise fault
        except Exception as caught:  # noqa: BLE001 - as the excepthook gets it
            FaultReporter(self.folder, self.save, self.told.append)(type(caught), caught, caught.__traceback__)
        return self.told[-1]

    @property
    def report(self) -> Path:
        return self.folder / REPORT


def test_what_can_be_mended_is_told_in_its_own_words_and_is_no_fault(tmp_path: Path) -> None:
    saved: list[int] = []
    hook = Hook(tmp_path, lambda: bool(saved.append(1)))
    words = "Another program is using the data file. Close it and try again."
    assert hook.meet(PTBuilderError(words)) == words
    assert not hook.report.exists()
    assert not saved


def test_work_that_is_saved_is_called_kept(tmp_path: Path) -> None:
    said = Hook(tmp_path).meet(ValueError("Ann Sample"))
    assert "Your work is kept." in said
    assert "Ann Sample" not in said + (tmp_path / REPORT).read_text(encoding="utf-8")


def refuse() -> bool:
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize("save", [lambda: False, refuse])
def test_work_that_could_not_be_saved_is_not_called_kept(tmp_path: Path, save: Callable[[], bool]) -> None:
    said = Hook(tmp_path, save).meet(ValueError())
    assert "kept" not in said
    assert "not saved" in said
    assert REPORT in said


def test_where_no_report_can_be_written_the_work_is_saved_and_none_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    said = Hook(tmp_path / "file").meet(ValueError())
    assert said == "Something went wrong in PTBuilder. Your work is kept."


def test_a_step_that_cannot_be_taken_back_says_why(place: Workplace, monkeypatch: pytest.MonkeyPatch) -> None:
    place.take_sample()
    said: list[str] = []
    place.signals.refused.connect(said.append)

    def locked() -> None:
        raise PTBuilderError("The library is locked.")

    monkeypatch.setattr(place.desk, "undo", locked)
    page = QWidget()
    undo(page, place.signals)
    assert said == ["The library is locked."]
