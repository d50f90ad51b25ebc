"""Import and export of the clinic's own exercises: two buttons in the footer, and a panel over the grid for what is to be asked."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ptbuilder.domain.errors import BadInput, Fault, PTBuilderError
from ptbuilder.domain.exercise import ClinicLayer
from ptbuilder.domain.library import Library
from ptbuilder.domain.text import say
from ptbuilder.services.library.own_transfer import Answer, Incoming, OwnTransfer
from ptbuilder.ui import messages
from ptbuilder.ui.labels import language
from ptbuilder.ui.library.editing.words import both_words, field_name
from ptbuilder.ui.library.footer_end import LibraryFooter
from ptbuilder.ui.library.middle import LibraryMiddle
from ptbuilder.ui.painting import Run
from ptbuilder.ui.preferences import Preferences
from ptbuilder.ui.saving_place import SavingPlace
from ptbuilder.ui.theme import BETWEEN, EDGE, GROUP, ROW, Theme
from ptbuilder.ui.widgets.buttons import Button
from ptbuilder.ui.widgets.scrolling import scrollable
from ptbuilder.ui.widgets.segmented import SegmentedChoice
from ptbuilder.ui.widgets.text import TextLabel

FILE = "own-exercises.json"
MOST_FAULTS = 200
"""Faults that are listed; a file with more is no such file at all."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Transfer", text)


class _Panel(QWidget):
    """A heading, lines, and buttons at the foot, in the place of the grid; Esc is ``closed``."""

    closed = Signal()

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__()
        self.theme = theme
        self.setObjectName("transfer_panel")
        self.setAccessibleName(title)
        inside = QWidget()
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(EDGE, ROW, EDGE, ROW)
        self.column.setSpacing(ROW)
        self.column.addWidget(TextLabel(theme, title, "heading", wraps=True))
        self.foot = QHBoxLayout()
        self.foot.setContentsMargins(EDGE, BETWEEN, EDGE, BETWEEN)
        self.foot.setSpacing(BETWEEN)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrollable(inside), 1)
        whole.addLayout(self.foot)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


class FaultsPanel(_Panel):
    """Why a file was not imported: every fault by file, record and field."""

    def __init__(self, theme: Theme, faults: Sequence[Fault]) -> None:
        count = len(faults)
        one, many = _tr("Nothing was imported: 1 fault."), _tr("Nothing was imported: {n} faults.")
        super().__init__(theme, (one if count == 1 else many).format(n=count))
        for fault in faults[:MOST_FAULTS]:
            self.column.addWidget(TextLabel(theme, str(fault), "body", wraps=True))
        if count > MOST_FAULTS:
            self.column.addWidget(TextLabel(theme, self.tr("And {n} more.").format(n=count - MOST_FAULTS), "body", "ink_2"))
        self.column.addStretch(1)
        self.close_button = Button(theme, self.tr("Close"), key="Esc")
        self.close_button.clicked.connect(self.closed)
        self.foot.addWidget(self.close_button)
        self.foot.addStretch(1)


class IncomingPanel(_Panel):
    """What a file brings, with a question for each exercise that is here already and says something else; ``taken`` is Import."""

    taken = Signal()

    def __init__(self, theme: Theme, transfer: OwnTransfer, library: Library, incoming: Incoming) -> None:
        super().__init__(theme, _tr("Import {file}").format(file=incoming.file))
        self._transfer = transfer
        self._library = library
        self.choices: dict[str, SegmentedChoice] = {}
        self._say_counts(incoming)
        for layer in incoming.other:
            self._ask(layer)
        self.column.addStretch(1)
        self.take_button = Button(theme, self.tr("Import"), "primary")
        self.take_button.setObjectName("take_incoming")
        self.cancel_button = Button(theme, self.tr("Cancel"), key="Esc")
        self.take_button.clicked.connect(self.taken)
        self.cancel_button.clicked.connect(self.closed)
        self.foot.addWidget(self.take_button)
        self.foot.addWidget(self.cancel_button)
        self.foot.addStretch(1)

    @property
    def answers(self) -> dict[str, Answer]:
        """What was chosen for each exercise that is here already."""
        return {code: "theirs" if choice.value == "theirs" else "ours" for code, choice in self.choices.items()}

    def _say_counts(self, incoming: Incoming) -> None:
        names = ", ".join(say(self._transfer.name(each), language()) for each in incoming.new)
        if names:
            self._line(self.tr("New here: {names}.").format(names=names))
        if incoming.same:
            self._line(self.tr("Here already, and the same: {n}.").format(n=incoming.same))
        if incoming.other:
            self._line(self.tr("Here already, and different. Choose for each:"), "strong")

    def _line(self, words: str, role: str = "body") -> None:
        self.column.addWidget(TextLabel(self.theme, words, role, wraps=True))  # type: ignore[arg-type]

    def _ask(self, layer: ClinicLayer) -> None:
        name = say(self._transfer.name(layer), language())
        choice = SegmentedChoice(
            self.theme, (("ours", self.tr("Keep ours")), ("theirs", self.tr("Take theirs"))), may_be_none=False
        )
        choice.set_value("ours")
        choice.setAccessibleName(name)
        self.choices[layer.code] = choice
        self.column.addSpacing(GROUP - ROW)
        self.column.addWidget(TextLabel(self.theme, name, "name", wraps=True))
        for path, our_value, their_value in self._transfer.differences(layer):
            ours, theirs = both_words(self._library, path, our_value, their_value)
            for head, words in ((self.tr("Ours: "), ours), (self.tr("Theirs: "), theirs)):
                label = TextLabel(self.theme, "", "body", wraps=True)
                label.set_runs([Run(f"{field_name(path)}. ", "strong"), Run(head, "strong", "ink_2"), Run(words)])
                self.column.addWidget(label)
        self.column.addWidget(choice, 0, Qt.AlignmentFlag.AlignLeft)


class Transfer(QObject):
    """Joins the two buttons to the file dialogs and the panels. ``told`` and ``refused`` carry sentences for the window."""

    told = Signal(str)
    refused = Signal(str)

    def __init__(
        self, transfer: OwnTransfer, library: Library, middle: LibraryMiddle, footer: LibraryFooter, preferences: Preferences
    ) -> None:
        super().__init__(middle)
        self._transfer = transfer
        self._library = library
        self._middle = middle
        self._place = SavingPlace(preferences, middle.window())
        self.panel: IncomingPanel | FaultsPanel | None = None
        footer.import_button.clicked.connect(self._on_import)
        footer.export_button.clicked.connect(self._on_export)

    def bring(self, path: Path) -> None:
        """Read a file and ask what is to be asked; a file with faults changes nothing, and all of them are listed."""
        try:
            incoming = self._transfer.read(path)
        except BadInput as error:
            self._show(FaultsPanel(self._middle.theme, error.faults))
            return
        except PTBuilderError as error:
            self.refused.emit(str(error))
            return
        if incoming.is_empty:
            self.told.emit(self.tr("{file} holds nothing that is not here already.").format(file=incoming.file))
            return
        panel = IncomingPanel(self._middle.theme, self._transfer, self._library, incoming)
        panel.taken.connect(lambda: self._take(incoming, panel))
        self._show(panel)
        panel.take_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self, path: Path) -> None:
        """Write everything of the clinic's own into a file."""
        try:
            count = self._transfer.export(path)
        except PTBuilderError as error:
            self.refused.emit(str(error))
            return
        one, many = self.tr("1 exercise is in {file}."), self.tr("{n} exercises are in {file}.")
        self.told.emit((one if count == 1 else many).format(n=count, file=path.name))

    def close(self) -> None:
        """Bring the grid back."""
        self.panel = None
        self._middle.show_over(None)
        self._middle.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- inside -----------------------------------------------------------------------------------------------------

    def _show(self, panel: IncomingPanel | FaultsPanel) -> None:
        self.panel = panel
        panel.closed.connect(self.close)
        self._middle.show_over(None)
        self._middle.show_over(panel)
        if isinstance(panel, FaultsPanel):
            panel.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self, incoming: Incoming, panel: IncomingPanel) -> None:
        try:
            count = self._transfer.take(incoming, panel.answers)
        except PTBuilderError as error:
            self.refused.emit(str(error))
            return
        self.close()
        one, many = self.tr("1 exercise was imported."), self.tr("{n} exercises were imported.")
        self.told.emit((one if count == 1 else many).format(n=count))

    def _on_import(self) -> None:
        path = messages.ask_open_path(self._middle.window(), self.tr("Import"), self._place.folder, self.tr("Exercises (*.json)"))
        if path is not None:
            self.bring(path)

    def _on_export(self) -> None:
        if not self._transfer.count:
            self.refused.emit(self.tr("There is nothing of your own in the library yet."))
            return
        path = self._place.path(FILE, self.tr("Export own exercises"), self.tr("Exercises (*.json)"), ask=True)
        if path is not None:
            self.save(path)
