"""The whole program: paint first, then library, desk and data; faults are reported without patient data."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ptbuilder.app import Program
from ptbuilder.domain.assessment import Finding
from ptbuilder.figure.tones import palette
from ptbuilder.services.desk.work import SaveState
from ptbuilder.ui.build.program.empty_page import SampleCard
from ptbuilder.ui.build.program.stop_page import StopPage
from ptbuilder.ui.data_folder import data_folder
from ptbuilder.ui.faults import REPORT
from ptbuilder.ui.garbage import GarbageSearch, look_for_garbage
from ptbuilder.ui.preview.pane import PreviewPane
from ptbuilder.ui.tab_order import tab_stops

NOT_BEFORE_PAINT = (
    *("sqlalchemy", "reportlab", "keyring", "pypdfium2", "textstat", "msgspec", "numpy", "rapidfuzz", "multiprocessing", "hashlib"),
    *(
        "ptbuilder.reasoning",
        "ptbuilder.services.desk.desk",
        "ptbuilder.library.file",
        "ptbuilder.storage",
        "ptbuilder.domain.program",
    ),
    *("ptbuilder.ui.build.program.program_pane", "ptbuilder.ui.build.right_pane", "ptbuilder.ui.preview.pane", "PySide6.QtNetwork"),
    *("ptbuilder.ui.workplace", "ptbuilder.ui.pages", "ptbuilder.ui.printing"),
)
NOT_BEFORE_OPEN = (
    "ptbuilder.ui.workplace",
    "ptbuilder.ui.pages",
    "ptbuilder.services.paper.sheets",
    "ptbuilder.ui.widgets.focus_margin",
)
NOT_BEFORE_TYPING = (
    *("sqlalchemy", "reportlab", "pypdfium2", "textstat", "multiprocessing", "concurrent.futures.process", "rapidfuzz"),
    *("ptbuilder.ui.build.program.stop_page", "ptbuilder.ui.build.offers.why_not_pane", "ptbuilder.ui.build.offers.library_tab"),
    *("ptbuilder.ui.preview.pane", "ptbuilder.ui.patients.page", "ptbuilder.ui.palette.palette", "ptbuilder.figure.scene"),
    *("ptbuilder.ui.lock.curtain", "ptbuilder.ui.lock.lock_screen", "ptbuilder.services.lock.verifier"),
)


@pytest.fixture
def program(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    made = Program(tmp_path)
    made.window.resize(1440, 900)
    qtbot.addWidget(made.window)
    yield made
    made.close()


def start(qtbot: QtBot, program: Program) -> None:
    program.window.show()
    qtbot.waitUntil(lambda: program.is_ready and program.tasks.is_idle, timeout=20_000)


class Shown(QObject):
    """Notes every window that opens."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(watched.objectName() or type(watched).__name__)
        return False


def test_starting_opens_one_window_with_the_cursor_in_the_finding_field(qtbot: QtBot, qapp: QApplication, program: Program) -> None:
    shown = Shown()
    qapp.installEventFilter(shown)
    start(qtbot, program)
    qapp.removeEventFilter(shown)
    assert shown.windows == ["main_window"]
    assert program.assessment.field.hasFocus()


def test_the_sample_is_one_press_and_is_kept(qtbot: QtBot, program: Program) -> None:
    start(qtbot, program)
    card = program.empty.findChildren(SampleCard)[0]
    qtbot.mouseClick(card.button, Qt.MouseButton.LeftButton)
    assert program.build_page.middle is program.build_page.parts.program
    qtbot.keyClick(program.window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk = program.desk_signals.desk
    assert desk.is_accepted
    qtbot.waitUntil(lambda: desk.saved.at is not None)
    assert program.reception is not None
    assert [row.patient.is_sample for row in program.reception.records.rows()] == [True]


def test_what_was_typed_before_the_library_is_looked_up_after_it(qtbot: QtBot, program: Program) -> None:
    program.window.painted.disconnect(program.open_library)
    with qtbot.waitExposed(program.window):
        program.window.show()
    qtbot.keyClicks(program.assessment.field, "hip fl")
    program.open_library()
    assert program.assessment.search.is_open
    assert program.assessment.search.model.rowCount()
    qtbot.waitUntil(lambda: program.tasks.is_idle, timeout=20_000)


def test_the_look_is_remembered(qtbot: QtBot, program: Program) -> None:
    program.theme.set_mode("dark")
    program.theme.set_text_size(150)
    again = Program(program.folder)
    qtbot.addWidget(again.window)
    assert (again.theme.mode, again.theme.text_size) == ("dark", 150)


def test_dragged_widths_are_remembered(qtbot: QtBot, program: Program) -> None:
    program.build_page._splitter.moveSplitter(420, 1)
    kept = program.build_page.left.width()
    again = Program(program.folder)
    qtbot.addWidget(again.window)
    again.window.resize(1440, 900)
    with qtbot.waitExposed(again.window):
        again.window.show()
    assert any(abs(each - kept) <= 1 for widths in again.build_page._widths.values() for each in widths)
    again.close()


def test_the_palette_offers_a_clinician_copy_only_where_a_program_may_be_printed(qtbot: QtBot, program: Program) -> None:
    start(qtbot, program)
    assert program.pages is not None
    assert program.reception is not None
    program.reception.open_sample()
    (copy,) = program.pages._sources()[0].find("clinician copy", 1)
    assert copy.is_enabled
    program.desk_signals.desk.add_finding(Finding("rf-cauda-equina"))
    (copy,) = program.pages._sources()[0].find("clinician copy", 1)
    assert not copy.is_enabled


def test_a_fault_is_reported_without_what_was_typed(program: Program) -> None:
    try:
        raise ValueError("Ann Sample, 12 March")
    except ValueError as fault:
        program.report_fault(type(fault), fault, fault.__traceback__)
    report = (program.folder / REPORT).read_text(encoding="utf-8")
    assert "ValueError" in report
    assert "test_app.py" in report
    assert "Ann Sample" not in report
    assert REPORT in program.window.notices.text_of("passing")


def test_work_that_is_nowhere_saved_is_not_called_kept(qtbot: QtBot, program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    assert program._save_now()  # nothing is there to be lost
    start(qtbot, program)
    assert program.reception is not None
    with monkeypatch.context() as full:
        full.setattr(program.reception, "save", lambda _work: SaveState(problem="The disk is full."))
        program.reception.open_sample()
        assert not program._save_now()
        try:
            raise ValueError
        except ValueError as fault:
            program.report_fault(type(fault), fault, fault.__traceback__)
    assert "not saved" in program.window.notices.text_of("passing")


@pytest.mark.parametrize("given", [["--data-dir", "/somewhere"], ["--data-dir=/somewhere"]])
def test_a_folder_can_be_named(given: list[str]) -> None:
    assert data_folder(given) == Path("/somewhere")


def test_a_missing_folder_name_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        data_folder(["--data-dir"])
    assert capsys.readouterr().err == "Name a folder after --data-dir.\n"


UNTIL_PAINTED = """
import os, sys
from pathlib import Path
from ptbuilder.app import Program, make_application
class Painted(Program):
    def open_library(self):
        print(*sys.modules)
        app.exit(0)
app = make_application()
program = Painted(Path(sys.argv[1]))
program.window.show()
app.exec()
program.close()
"""
UNTIL_READY = """
import sys
from pathlib import Path
from ptbuilder.app import Program, make_application
app = make_application()
program = Program(Path(sys.argv[1]))
program.ready.connect(lambda: (print(*sys.modules), app.exit(0)))
program.window.show()
app.exec()
program.close()
"""

UNTIL_OPEN = UNTIL_READY.replace("program.ready", "program.data.settled")


def loaded(code: str, folder: Path) -> list[str]:
    """The modules that a start has loaded so far."""
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen", PYTHON_KEYRING_BACKEND="keyring.backends.fail.Keyring")
    command = [sys.executable, "-c", code, str(folder)]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout.split()


def test_nothing_heavy_is_loaded_before_the_first_paint(tmp_path: Path) -> None:
    found = loaded(UNTIL_PAINTED, tmp_path)
    assert "ptbuilder.ui.build.assessment.assessment_pane" in found
    assert [name for name in NOT_BEFORE_PAINT if name in found] == []


def test_what_typing_a_finding_does_without_is_not_loaded_until_it_is_needed(tmp_path: Path) -> None:
    loaded(UNTIL_READY, tmp_path)  # the very first start makes the data, and loads what that takes
    found = loaded(UNTIL_READY, tmp_path)
    assert "ptbuilder.storage.store" in found
    assert [name for name in NOT_BEFORE_TYPING if name in found] == []


def test_the_data_is_open_before_the_other_columns_are_loaded(tmp_path: Path) -> None:
    found = loaded(UNTIL_OPEN, tmp_path)
    assert "ptbuilder.ui.build.assessment.finding_search" in found
    assert [name for name in NOT_BEFORE_OPEN if name in found] == []


def test_no_import_goes_through_the_features_of_pyside(tmp_path: Path) -> None:
    code = "import builtins, ptbuilder.app; print(builtins.__import__.__name__, builtins.__import__ is builtins.__orig_import__)"
    name, is_own = loaded(code, tmp_path)
    assert name != "__feature_import__"
    assert is_own == "True"


def test_the_preview_is_made_when_it_is_opened(qtbot: QtBot, program: Program) -> None:
    start(qtbot, program)
    assert program.reception is not None
    program.reception.open_sample()
    assert program.window.findChildren(PreviewPane) == []
    chosen = program.desk_signals.desk.rows[1].prescription.id
    program.build_page.parts.program.choose_prescription(chosen)  # type: ignore[attr-defined]
    program.window.toggle_preview()
    (preview,) = program.window.findChildren(PreviewPane)
    assert preview.view.chosen == chosen
    qtbot.waitUntil(lambda: program.tasks.is_idle, timeout=20_000)


def test_tab_comes_to_the_footer_last_also_after_late_parts(qtbot: QtBot, program: Program) -> None:
    start(qtbot, program)
    assert program.reception is not None
    program.reception.open_sample()
    window = program.window
    window.toggle_preview()
    window.show_page("patients")
    stops = tab_stops(window)
    last = next(place for place, each in enumerate(stops) if window.footer.isAncestorOf(each))
    assert any(window.findChild(PreviewPane).isAncestorOf(each) for each in stops[:last])
    assert all(window.footer.isAncestorOf(each) for each in stops[last:])
    qtbot.waitUntil(lambda: program.tasks.is_idle, timeout=20_000)


def test_the_stop_page_is_made_at_the_first_stop_and_says_what_to_do(qtbot: QtBot, program: Program) -> None:
    start(qtbot, program)
    assert program.window.findChildren(StopPage) == []
    desk = program.desk_signals.desk
    desk.add_finding(Finding(desk.library.red_flags()[0].code))
    assert desk.outcome.stop is not None
    (stop,) = program.window.findChildren(StopPage)
    assert program.build_page.middle is stop
    assert stop.banner.title.text().startswith("Stop. ")
    assert stop.print_button.hasFocus()
    qtbot.waitUntil(lambda: program.tasks.is_idle, timeout=20_000)


class Pause(QTimer):
    """A pause that never ends, and counts how often it was begun."""

    begun = 0

    def start(self, *_length: object) -> None:
        """Begin anew."""
        self.begun += 1

    def isActive(self) -> bool:
        """Whether it was begun."""
        return self.begun > 0


def test_the_other_columns_wait_for_a_pause_in_typing(qtbot: QtBot, program: Program) -> None:
    pause = program._completing = Pause(program)
    program.window.show()
    qtbot.waitUntil(lambda: program.data.is_settled, timeout=20_000)
    assert pause.begun == 1
    qtbot.keyClicks(program.assessment.field, "hip")
    assert program.assessment.search.model.rowCount()
    assert pause.begun == 4
    assert program.workplace is None
    program._load_columns()
    qtbot.waitUntil(lambda: program.is_ready and program.tasks.is_idle, timeout=20_000)
    assert program.assessment.search.is_open


def test_ready_is_told_once_the_data_is_open(qtbot: QtBot, program: Program) -> None:
    with qtbot.waitSignal(program.ready, timeout=20_000):
        program.window.show()
    assert program.reception is not None
    assert program.reception.is_open
    qtbot.waitUntil(lambda: program.tasks.is_idle, timeout=20_000)


def test_garbage_is_looked_for_after_the_start_but_by_no_worker(qapp: QApplication) -> None:
    gc.enable()
    look_for_garbage()
    (search,) = qapp.findChildren(GarbageSearch)
    assert not gc.isenabled()
    assert gc.get_freeze_count() > 0
    gc.unfreeze()
    shiboken6.delete(search)


def test_a_chosen_skin_reaches_the_lists_and_the_body_map(qtbot: QtBot, program: Program) -> None:
    start(qtbot, program)
    assert program.reception is not None
    program.reception.open_sample()
    desk = program.desk_signals.desk

    def is_dark(widget: QWidget) -> bool:
        image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
        return bytes.fromhex(palette("dark")["skin"][1:]) in bytes(image.constBits())

    widgets = (program.build_page.middle, program.assessment.body_map)
    assert not any(map(is_dark, widgets))
    desk.set_choices(replace(desk.work.choices, skin="dark"))
    qtbot.waitUntil(lambda: all(map(is_dark, widgets)), timeout=20_000)
    desk.undo()
    qtbot.waitUntil(lambda: not any(map(is_dark, widgets)), timeout=20_000)
    qtbot.waitUntil(lambda: program.tasks.is_idle, timeout=20_000)
