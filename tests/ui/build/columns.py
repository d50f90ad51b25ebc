"""Program and right column side by side in a window, wired as the real one does, over the shipped library."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ptbuilder.domain.assessment import Finding
from ptbuilder.domain.program import Prescription
from ptbuilder.services.desk.desk import Desk
from ptbuilder.services.library.library_keeping import exercise_finder
from ptbuilder.ui.actions import Actions
from ptbuilder.ui.build.figures.pictures import DrawingCache, Provider, no_pictures
from ptbuilder.ui.build.linking import ask_why
from ptbuilder.ui.build.offers.card_list import CardList
from ptbuilder.ui.build.program.dose_strip import DoseStrip
from ptbuilder.ui.build.program.note_editor import NoteEditor
from ptbuilder.ui.build.program.precaution_line import PrecautionLine
from ptbuilder.ui.build.program.program_pane import ProgramPane
from ptbuilder.ui.build.right_pane import RightPane
from ptbuilder.ui.desk_signals import DeskSignals
from ptbuilder.ui.theme import Theme

LEFT = Qt.MouseButton.LeftButton
FINDINGS = (
    Finding("cond-lumbar-facet", "both", "moderate"),
    Finding("lx-pain-extension-provoked"),
    Finding("lx-relief-sitting-flexion"),
    Finding("hp-flexor-tight", "both", "moderate"),
    Finding("lx-deep-core-poor", None, "moderate"),
    Finding("proc-facet-injection-lumbar", "both", on=date(2026, 3, 2)),
)
"""Facet pattern, ten days after an injection."""
EARLY = "lx-bird-dog"
"""An exercise that waits for a later stage in this case."""
AGAINST = "lx-press-up"
"""An exercise that three rules speak against in this case."""


def fill(desk: Desk) -> None:
    desk.set_irritability("moderate")
    for finding in FINDINGS:
        desk.add_finding(finding)


class Columns:
    """The two columns; each method does what a person would do."""

    def __init__(
        self,
        qtbot: QtBot,
        desk: Desk,
        theme: Theme,
        provide: Provider = no_pictures,
        width: int = 1040,
        cache: DrawingCache | None = None,
    ) -> None:
        self.desk = desk
        self.qtbot = qtbot
        self.signals = DeskSignals()
        pictures = cache or DrawingCache(provide)
        self.window = QWidget()
        self.program = ProgramPane(self.signals, theme, pictures)
        self.right = RightPane(self.signals, theme, pictures)
        row = QHBoxLayout(self.window)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.program, 3)
        row.addWidget(self.right, 2)
        self._wire()
        self.signals.open(desk)
        self.right.set_finder(exercise_finder(desk.library))
        self.window.resize(width, 800)
        qtbot.addWidget(self.window)
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()

    def _wire(self) -> None:
        self.actions = Actions(self.window)
        self.actions["take_program"].triggered.connect(lambda: self.program.take_program())
        self.actions["next_stage"].triggered.connect(lambda: self.program.next_stage())
        self.actions["why"].triggered.connect(lambda: ask_why(self.program, self.right))
        self.actions["undo"].triggered.connect(lambda: self.desk.undo())
        self.program.why_asked.connect(self.right.show_why)
        self.program.why_not_asked.connect(self.right.show_why_not)
        self.right.program_asked.connect(self.program.focus_first)
        self.right.row_asked.connect(self.program.choose_exercise)

    @property
    def names(self) -> list[str]:
        """The exercises of the shown stage."""
        return [each.exercise for each in self.desk.stage.prescriptions]

    def item(self, place: int) -> Prescription:
        return self.desk.stage.prescriptions[place]

    def choose(self, place: int) -> str:
        """Choose a row and give the list the focus; gives the identifier."""
        self.program.list.setFocus()
        self.program.list.choose(self.item(place).id)
        return self.item(place).id

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key in the list of exercises."""
        QTest.keyClick(self.program.list, key, modifiers)

    def press_part(self, place: int, part: str) -> None:
        """Press a painted part of a row where it stands."""
        view = self.program.list
        index = view.rows.index_of(self.item(place).id)
        view.scrollTo(index)
        line, rect = view.rows.line(index), view.visualRect(index)
        assert line is not None
        layout = view.painter_of_rows.layout(line, rect.width(), chosen=view.currentIndex() == index)
        spots = {f"dose:{each.piece.part}": each.rect for each in layout.dose if each.piece.part} | layout.buttons
        spots["why"] = layout.why
        at = rect.topLeft() + spots[part].center().toPoint()
        QTest.mouseClick(view.viewport(), LEFT, pos=at)

    def press_card(self, cards: CardList, code: str) -> None:
        """Press the painted button of a card."""
        index = cards.offers.index_of(code)
        cards.scrollTo(index)
        rect, offer = cards.visualRect(index), cards.offers.offer(index)
        assert offer is not None
        chosen = cards.currentIndex() == index
        button = cards.painter_of_cards.button_rect(offer, rect.width(), rect.height(), chosen=chosen)
        QTest.mouseClick(cards.viewport(), LEFT, pos=rect.topLeft() + button.center().toPoint())

    @property
    def strip(self) -> DoseStrip:
        editor = self.program.list.painter_of_rows.editor
        assert isinstance(editor, DoseStrip)
        return editor

    @property
    def note(self) -> NoteEditor:
        editor = self.program.list.painter_of_rows.editor
        assert isinstance(editor, NoteEditor)
        return editor

    def precaution(self, code: str, kind: str = "precaution") -> PrecautionLine:
        item = next(each for each in self.desk.stage.prescriptions if each.exercise == code)
        widget = self.program.list.widget_of(kind, item.id)
        assert isinstance(widget, PrecautionLine)
        return widget
