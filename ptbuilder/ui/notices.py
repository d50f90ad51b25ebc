"""Lines under the top bar: what was done, what was refused, what must be answered."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ptbuilder.ui.announcing import announce
from ptbuilder.ui.theme import Theme
from ptbuilder.ui.widgets.buttons import Button, IconButton
from ptbuilder.ui.widgets.notice import NoticeKind, NoticeLine

PASSING_MS = 10_000


class WindowNotices(QWidget):
    """Lines between the top bar and the page; what was merely done goes by itself, what needs an answer stays."""

    closed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setObjectName("window_notices")
        self._lines: dict[str, NoticeLine] = {}
        self._passing = QTimer(self)
        self._passing.setSingleShot(True)
        self._passing.setInterval(PASSING_MS)
        self._passing.timeout.connect(lambda: self.take_away("passing"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.hide()

    def tell(self, text: str) -> None:
        """Say that something was done; the line goes after ten seconds or with the next one."""
        self.show_line("passing", "answered", text)
        self._passing.start()

    def refuse(self, text: str) -> None:
        """Say why something was not done; the line goes after ten seconds or with the next one."""
        self.show_line("passing", "warn", text)
        self._passing.start()

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
            close = IconButton(self.theme, "close", self.tr("Close"))
            close.setAccessibleName(self.tr("Close: {text}").format(text=text))
            close.clicked.connect(lambda: self._on_close_clicked(name))
            line.row.addWidget(close)
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

    def _on_close_clicked(self, name: str) -> None:
        self.take_away(name)
        self.closed.emit(name)
