"""Cards with words: a rule with what fired it, its source and its end; a table of checks."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ptbuilder.ui.icons import paint_icon
from ptbuilder.ui.painting import Run, TextBlock, paint_box, paint_line, text_width
from ptbuilder.ui.theme import CARD_RADIUS, ROW, Theme
from ptbuilder.ui.widgets.themed import follow_theme


class SetCard(QWidget):
    """A box with set text: as high as its lines at the width it gets. ``_run`` sets them."""

    LEAST_HEIGHT = 40

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        follow_theme(self, theme)

    def hasHeightForWidth(self) -> bool:
        """Sentences break into lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines."""
        return self._run(None, width)

    def sizeHint(self) -> QSize:
        """At a usual width of the column."""
        return QSize(300, self.heightForWidth(300))

    def minimumSizeHint(self) -> QSize:
        """It may become narrow."""
        return QSize(120, self.LEAST_HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint box and lines."""
        painter = QPainter(self)
        paint_box(painter, QRectF(self.rect()), self.theme.color("surface"), self.theme.color("line"), CARD_RADIUS)
        self._run(painter, self.width())
        painter.end()

    def _run(self, painter: QPainter | None, width: int) -> int:
        """Set all lines; gives the height. Paints only with a painter."""
        raise NotImplementedError


class ReasonCard(SetCard):
    """A title with a code at its right, and lines under it, each a strong beginning and a sentence."""

    def __init__(self, theme: Theme, title: str, code: str, lines: Sequence[tuple[str, str]]) -> None:
        super().__init__(theme)
        self._title = title
        self._code = code
        self._lines = tuple((head, text) for head, text in lines if text)
        said = " ".join(f"{head} {text}".strip() + "." for head, text in self._lines)
        self.setAccessibleName(f"{title}. {code}. {said}" if code else f"{title}. {said}")

    def _run(self, painter: QPainter | None, width: int) -> int:
        """Set all lines; gives the height. Paints only with a painter."""
        theme, left, right = self.theme, float(ROW), width - float(ROW)
        y = 10.0
        code_width = text_width(theme, self._code, "caption") + (10 if self._code else 0)
        title = TextBlock(theme, (Run(self._title, "strong", "ink"),), right - left - code_width)
        if painter is not None:
            title.paint(painter, left, y)
            place = QRectF(right - code_width + 10, y, code_width, theme.line("strong"))
            paint_line(painter, theme, place, self._code, "caption", "ink_2")
        y += title.height
        for head, text in self._lines:
            runs = [Run(head + " ", "caption-strong", "ink")] if head else []
            block = TextBlock(theme, (*runs, Run(text, "caption", "ink_2")), right - left)
            if painter is not None:
                block.paint(painter, left, y + 1)
            y += block.height + 1
        return round(y + 10)


class CheckTable(SetCard):
    """Rows of sign, name and answer with hairlines between them; failed rows have the stop sign."""

    LEAST_HEIGHT = 60

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setObjectName("check_table")
        self._rows: tuple[tuple[str, str, bool], ...] = ()

    @property
    def rows(self) -> tuple[tuple[str, str, bool], ...]:
        """Name, answer, and whether it passed, of each row."""
        return self._rows

    def show_rows(self, rows: Sequence[tuple[str, str, bool]]) -> None:
        """Show these rows."""
        self._rows = tuple(rows)
        yes, no = self.tr("{check}: fine, {answer}."), self.tr("{check}: not allowed, {answer}.")
        said = ((yes if passed else no).format(check=name, answer=answer) for name, answer, passed in rows)
        self.setAccessibleName(" ".join(said))
        self.updateGeometry()
        self.update()

    def _run(self, painter: QPainter | None, width: int) -> int:
        theme, left, y = self.theme, float(ROW), 2.0
        side = theme.wide(16)
        names = max((text_width(theme, name, "strong") for name, _, _ in self._rows), default=0)
        answers = left + side + 10 + names + 18
        for number, (name, answer, passed) in enumerate(self._rows):
            color = "ink" if passed else "stop"
            block = TextBlock(theme, (Run(answer, "body", "ink" if not passed else "ink_2"),), width - ROW - answers)
            row = block.height + 12
            if painter is not None:
                if number:
                    painter.fillRect(QRectF(left, y, width - 2 * ROW, 1), theme.color("line"))
                box = QRectF(left, y + 6 + (theme.line("body") - side) / 2, side, side)
                sign = "check-circle" if passed else "stop"
                paint_icon(painter, sign, box, theme.color("accent" if passed else "stop"), theme.color("surface"))
                name_rect = QRectF(left + side + 10, y + 6, names + 4, theme.line("strong"))
                paint_line(painter, theme, name_rect, name, "strong", color)
                block.paint(painter, answers, y + 6)
            y += row
        return round(y + 2)


class CardColumn(QWidget):
    """Cards under one another; ``show_widgets`` puts others in their place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._shown: tuple[QWidget, ...] = ()

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        """What is shown, from the top."""
        return self._shown

    def show_widgets(self, widgets: Sequence[QWidget]) -> None:
        """Show these; what was there before is deleted."""
        for old in self._shown:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._shown = tuple(widgets)
        for widget in self._shown:
            self._column.addWidget(widget)
            widget.show()
