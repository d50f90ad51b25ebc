"""Lines under the top bar: what was done, what was refused, what must be answered."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ptbuilder.ui.announcing import announce
from ptbuilder.ui.desk_signals import DeskSignals
from ptbuilder.ui.theme import Theme
from ptbuilder.ui.widgets.buttons import Button, IconButton
from ptbuilder.ui.widgets.notice import NoticeKind, NoticeLine

if TYPE_CHECKING:
    from ptbuilder.services.desk.work import Work

PASSING_MS = 10_000


class WindowNotices(QWidget):
    """Lines between the top bar and the page; what was merely done goes by itself, what needs an answer stays.

    What goes by itself never outlives its cause: it ends with another page or patient, and a refusal with the next change too.
    What was said in the same turn belongs to what is done in it, and stays.
    """

    closed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setObjectName("window_notices")
        self._lines: dict[str, NoticeLine] = {}
        self._is_low = False
        self._is_refusal = False
        self._desk_signals: DeskSignals | None = None
        self._said_over: Work | None = None
        self._passing = QTimer(self)
        self._passing.setSingleShot(True)
        self._passing.setInterval(PASSING_MS)
        self._passing.timeout.connect(lambda: self.take_away("passing"))
        self._fresh = QTimer(self)
        self._fresh.setSingleShot(True)
        self._fresh.setInterval(0)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.hide()

    def tell(self, text: str) -> None:
        """Say that something was done; the line goes after ten seconds or with the next one."""
        self._say("answered", text)

    def refuse(self, text: str) -> None:
        """Say why something was not done; the line goes after ten seconds, with the next one or with the next change."""
        self._say("warn", text)

    def follow(self, desk_signals: DeskSignals) -> None:
        """End what was said once the desk is about something else."""
        self._desk_signals = desk_signals
        desk_signals.changed.connect(self._on_desk_changed)

    def end_passing(self) -> None:
        """End what was said before this turn, as when another page is opened."""
        if not self._fresh.isActive():
            self.take_away("passing")

    @property
    def is_fresh(self) -> bool:
        """Whether something was said in this very turn."""
        return self._fresh.isActive()

    def set_low(self, low: bool) -> None:
        """One line of text for each in a low window; the page needs the height."""
        self._is_low = low
        for line in self._lines.values():
            line.set_terse(low)

    def show_line(
        self,
        name: str,
        kind: NoticeKind,
        text: str,
        answers: tuple[tuple[str, Callable[[], object]], ...] = (),
        *,
        can_close: bool = True,
    ) -> NoticeLine:
        """Show a line with buttons until it is taken away or closed; one with the same name is replaced."""
        self.take_away(name)
        line = NoticeLine(self.theme, kind, text)
        line.setObjectName(f"notice_{name}")
        for label, act in answers:
            button = Button(self.theme, label, small=True)
            button.clicked.connect(lambda _=False, run=act: run())
            line.row.addWidget(button)
        if can_close:
            close = IconButton(self.theme, "close", self.tr("Close this message"))
            close.setAccessibleDescription(text)
            close.clicked.connect(lambda: self._on_close_clicked(name))
            line.row.addWidget(close)
        line.set_terse(self._is_low)
        self._lines[name] = line
        self._column.addWidget(line)
        self.show()
        announce(self, text, urgent=kind == "stop")
        return line

    def take_away(self, name: str) -> None:
        """Remove a line; nothing happens where there is none of this name."""
        line = self._lines.pop(name, None)
        if line is not None:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.setVisible(bool(self._lines))

    def text_of(self, name: str) -> str:
        """What a line says, an empty string where there is none."""
        line = self._lines.get(name)
        return line.label.text() if line is not None else ""

    def _say(self, kind: NoticeKind, text: str) -> None:
        self.show_line("passing", kind, text)
        self._is_refusal = kind == "warn"
        signals = self._desk_signals
        self._said_over = signals.desk.work if signals is not None and signals.is_open else None
        self._passing.start()
        self._fresh.start()

    def _on_desk_changed(self) -> None:
        before = self._said_over
        if before is None or self._desk_signals is None or "passing" not in self._lines:
            return
        work = self._desk_signals.desk.work
        if work.patient.id != before.patient.id or (self._is_refusal and work is not before):
            self.end_passing()

    def _on_close_clicked(self, name: str) -> None:
        self.take_away(name)
        self.closed.emit(name)
