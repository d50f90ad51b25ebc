"""A window over the shipped library, without any data file: desk, theme, and the parts of Build."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ptbuilder.domain.library import Library
from ptbuilder.library.search import FindingIndex
from ptbuilder.reasoning.engine import Reasoner
from ptbuilder.services.desk.desk import Desk
from ptbuilder.services.desk.work import SaveState, Work
from ptbuilder.services.paper.handing_out import HandingOut
from ptbuilder.services.paper.sheets import SheetMaker
from ptbuilder.services.patients.reception import Reception
from ptbuilder.services.suggest.prescribing import Prescriber
from ptbuilder.services.suggest.suggesting import Suggesting
from ptbuilder.ui.build.assessment.assessment_pane import AssessmentPane
from ptbuilder.ui.build.page import BuildPage
from ptbuilder.ui.build.pane import Pane
from ptbuilder.ui.build.print_bar import PrintBar
from ptbuilder.ui.build.program.empty_page import EmptyPage
from ptbuilder.ui.build.program.program_pane import ProgramPane
from ptbuilder.ui.build.program.stop_page import StopPage
from ptbuilder.ui.desk_signals import DeskSignals
from ptbuilder.ui.fonts import load_fonts
from ptbuilder.ui.look import wear
from ptbuilder.ui.theme import Theme
from ptbuilder.ui.window import MainWindow

NOW = datetime(2026, 3, 12, 14, 2)


@dataclass
class Saves:
    """Counts what the desk saved."""

    works: list[Work] = field(default_factory=list)

    def __call__(self, work: Work) -> SaveState:
        self.works.append(work)
        return SaveState(NOW)


@pytest.fixture(autouse=True)
def application(qapp: QApplication) -> QApplication:
    """In every test here, since the order is a new one in each run: a timer or a font needs the application."""
    return qapp


@pytest.fixture(scope="session")
def reasoner(library: Library) -> Reasoner:
    return Reasoner(library)


@pytest.fixture(scope="session")
def finder(library: Library) -> FindingIndex:
    return FindingIndex(library)


@pytest.fixture
def saves() -> Saves:
    return Saves()


@pytest.fixture
def desk(library: Library, reasoner: Reasoner, saves: Saves) -> Desk:
    desk = Desk(library, Suggesting(library, reasoner), Prescriber(library, reasoner), save=saves, clock=lambda: NOW)
    desk.therapist = "Dana Sample, PT"
    return desk


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    made = Theme(load_fonts(), "light")
    wear(qapp, made)
    return made


@pytest.fixture
def signals(desk: Desk) -> DeskSignals:
    return DeskSignals(desk)


class NotingPane(Pane):
    """A plain right column that notes which finding is marked."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.marked: list[str] = []

    def mark_finding(self, code: str) -> None:
        self.marked.append(code)


class Frame:
    """The window with the real assessment, program, empty page and stop page; the right column is a plain pane."""

    def __init__(self, library: Library, desk: Desk, theme: Theme, finder: FindingIndex) -> None:
        self.desk = desk
        self.theme = theme
        self.signals = DeskSignals()
        self.assessment = AssessmentPane(self.signals, theme)
        self.empty = EmptyPage(theme)
        self.stop = StopPage(self.signals, theme)
        self.program = ProgramPane(self.signals, theme)
        self.right = NotingPane(theme)
        self.bar = PrintBar(self.signals, theme)
        self.page = BuildPage(self.signals, theme, self.assessment, self.empty, self.bar)
        self.page.complete(self.program, self.right, lambda: self.stop)
        self.window = MainWindow(self.signals, theme, self.page)
        self.signals.open(desk)
        self.assessment.set_finder(finder)
        self.empty.set_samples(())
        suggesting = desk._suggesting
        self.window.open(Reception(desk, HandingOut(SheetMaker(library), suggesting), lambda: NOW))

    def show(self, qtbot: QtBot, width: int = 1440, height: int = 900) -> None:
        self.window.resize(width, height)
        with qtbot.waitExposed(self.window):
            self.window.show()
        _ = self.window.actions_of_window  # the keys come with the turn after the paint, or when they are asked for


@pytest.fixture
def frame(qtbot: QtBot, library: Library, desk: Desk, theme: Theme, finder: FindingIndex) -> Frame:
    made = Frame(library, desk, theme, finder)
    qtbot.addWidget(made.window)
    made.show(qtbot)
    return made
