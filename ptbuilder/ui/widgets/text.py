"""Labels that never read markup, and keep the line distance of the theme."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ptbuilder.ui.painting import Run, TextBlock, paint_line, text_width
from ptbuilder.ui.theme import Role, Theme
from ptbuilder.ui.widgets.themed import follow_theme, plain_tip

WIDEST = 100_000


class TextLabel(QLabel):
    """Text in a role and a token; ``wraps`` breaks it into lines, else it is one line.

    ``set_runs`` mixes roles and colours. What screen readers get is the plain text.
    """

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        role: Role = "body",
        color: str = "ink",
        *,
        wraps: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self._role: Role = role
        self._color = color
        self._wraps = wraps
        self._runs: tuple[Run, ...] = ()
        self._heights: dict[int, int] = {}
        self._hint: QSize | None = None
        self._is_middle = False
        self.setTextFormat(Qt.TextFormat.PlainText)
        # A label that wraps must not be fixed in height: Qt would hold it to the height of one line.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum if wraps else QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(wraps)
        self.setSizePolicy(policy)
        self.set_text(text)
        theme.changed.connect(self._forget_sizes)
        follow_theme(self, theme)

    def set_text(self, text: str) -> None:
        """Show ``text`` in the label's own role and colour."""
        self.set_runs((Run(text, self._role, self._color),))

    def set_color(self, color: str) -> None:
        """Paint the text in another token."""
        self._color = color
        self.set_text(self.text())

    def set_middle(self) -> None:
        """Stand in the middle of the height that the label gets, also where the text wraps."""
        self._is_middle = True

    @property
    def text_top(self) -> float:
        """Where the first line starts, from the top of the label."""
        if self._wraps and not self._is_middle:
            return 0.0
        return max((self.height() - self.heightForWidth(self.width())) / 2, 0.0)

    def set_runs(self, runs: Sequence[Run]) -> None:
        """Show runs of text one after the other."""
        if tuple(runs) == self._runs:
            return
        self._runs = tuple(runs)
        self._forget_sizes()
        self.setText("".join(run.text for run in self._runs))
        self.updateGeometry()
        self.update()

    def _forget_sizes(self) -> None:
        self._heights.clear()
        self._hint = None

    def hasHeightForWidth(self) -> bool:
        """Only text that wraps grows with less width."""
        return self._wraps

    def heightForWidth(self, width: int) -> int:
        """The height of all lines in ``width`` pixels."""
        if width not in self._heights:
            self._heights[width] = TextBlock.of(self.theme, self._runs, width).height
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """The text on one line, or as wide as it may be where it wraps."""
        if self._hint is None:
            block = TextBlock.of(self.theme, self._runs, WIDEST)
            self._hint = QSize(int(block.used) + 1, block.height)
        return self._hint

    def minimumSizeHint(self) -> QSize:
        """Wrapping text may become narrow; a line keeps its width."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), self.theme.wide(60)), hint.height()) if self._wraps else hint

    def paintEvent(self, event: QPaintEvent) -> None:
        """Set the lines from the top where there are several, else in the middle."""
        block = TextBlock.of(self.theme, self._runs, self.width() if self._wraps else WIDEST)
        top = 0.0 if self._wraps and not self._is_middle else (self.height() - block.height) / 2
        painter = QPainter(self)
        painter.setClipRect(event.rect())
        left = 0.0
        if self.alignment() & Qt.AlignmentFlag.AlignRight:
            left = self.width() - block.used
        elif self.alignment() & Qt.AlignmentFlag.AlignHCenter and block.lines == 1:
            left = (self.width() - block.used) / 2
        block.paint(painter, left, top)
        painter.end()


class ElidedLabel(TextLabel):
    """One line that is shortened with an ellipsis where it does not fit; the whole text is its tooltip then."""

    def set_runs(self, runs: Sequence[Run]) -> None:
        """Show runs of text one after the other."""
        super().set_runs(runs)
        self._tell_whole()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the whole text where it is cut now."""
        super().resizeEvent(event)
        self._tell_whole()

    def minimumSizeHint(self) -> QSize:
        """A few letters at least."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), self.theme.wide(40)), hint.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Shorten the last runs until the line fits."""
        painter = QPainter(self)
        left, right = float(self.contentsRect().left()), float(self.width())
        for run in self._runs:
            room = right - left
            if room < self.theme.wide(12):
                break
            area = self.rect().toRectF()
            area.setLeft(left)
            paint_line(painter, self.theme, area, run.text, run.role, run.color)
            left += text_width(self.theme, run.text, run.role)
        painter.end()

    def _tell_whole(self) -> None:
        is_cut = sum(text_width(self.theme, run.text, run.role) for run in self._runs) > self.contentsRect().width()
        self.setToolTip(plain_tip(self.text()) if is_cut else "")
