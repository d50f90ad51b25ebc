"""What stands in the middle before anything was found: three steps, and sample patients."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ptbuilder.ui.build.pane import Pane
from ptbuilder.ui.build.program.samples import SampleCase
from ptbuilder.ui.labels import age_and_sex
from ptbuilder.ui.painting import Run, paint_box
from ptbuilder.ui.theme import BETWEEN, CARD_RADIUS, EDGE, GROUP, ROW, Theme
from ptbuilder.ui.widgets.buttons import Button
from ptbuilder.ui.widgets.text import TextLabel
from ptbuilder.ui.widgets.themed import Hairline, follow_theme

FEW = 2
"""Samples shown before "more samples" is pressed."""
WIDEST = 600


class _Number(QWidget):
    """A step's number in a circle."""

    def __init__(self, theme: Theme, number: int) -> None:
        super().__init__()
        self.theme = theme
        self._number = number
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow_theme(self, theme)

    def sizeHint(self) -> QSize:
        side = self.theme.wide(32)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = QRectF(self.rect())
        paint_box(painter, area, self.theme.color("accent_soft"), None, area.height() / 2)
        painter.setFont(self.theme.font("strong"))
        painter.setPen(self.theme.color("on_soft"))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(self._number))
        painter.end()


class SampleCard(QWidget):
    """A sample patient with a button that opens it; the first one is pointed out."""

    opened = Signal(str)

    def __init__(self, theme: Theme, sample: SampleCase, *, first: bool) -> None:
        super().__init__()
        self.theme = theme
        self._first = first
        self.setObjectName(f"sample_{sample.code}")
        name = sample.patient.full_name
        text = QVBoxLayout()
        text.setSpacing(2)
        who = TextLabel(theme, wraps=True)
        details = age_and_sex(sample.age, sample.patient.sex)
        who.set_runs((Run(name, "strong"), Run(f" {details}", "body", "ink_2")))
        text.addWidget(who)
        text.addWidget(TextLabel(theme, sample.about, "caption", "ink_2", wraps=True))
        button = Button(theme, self.tr("Open"), "primary" if first else "normal", small=True)
        button.setAccessibleName(self.tr("Open the sample {name}").format(name=name))
        button.clicked.connect(lambda: self.opened.emit(sample.code))
        self.button = button
        row = QHBoxLayout(self)
        row.setContentsMargins(ROW, ROW - 2, ROW, ROW - 2)
        row.addLayout(text, 1)
        row.addWidget(button)
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card."""
        painter = QPainter(self)
        fill, edge = ("select", "accent") if self._first else ("surface", "line")
        paint_box(painter, QRectF(self.rect()), self.theme.color(fill), self.theme.color(edge), CARD_RADIUS)
        painter.end()


class EmptyPage(Pane):
    """``sample_opened`` carries the code of the sample; ``set_samples`` brings them once they are read."""

    sample_opened = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "surface", parent)
        self.setObjectName("empty_page")
        self.setAccessibleName(self.tr("Program, nothing yet"))
        self._samples: tuple[SampleCase, ...] = ()
        self._is_scrollable = False
        self._cards = QVBoxLayout()
        self._cards.setSpacing(BETWEEN)
        self._samples_part = QWidget()
        self._more = Button(theme, "", "quiet")
        self._more.setObjectName("more_samples")
        self._more.clicked.connect(lambda: self._show_samples(len(self._samples)))
        self._lay_out()
        self._samples_part.hide()

    def set_samples(self, samples: Sequence[SampleCase]) -> None:
        """Offer these samples, two at first."""
        self._make_scrollable()
        self._samples = tuple(samples)
        self._show_samples(FEW)

    def focus_first(self) -> None:
        """The first sample."""
        item = self._cards.itemAt(0)
        card = item.widget() if item else None
        if isinstance(card, SampleCard):
            card.button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setMaximumWidth(self.theme.wide(WIDEST) + 2 * EDGE)
        self.theme.changed.connect(lambda: inside.setMaximumWidth(self.theme.wide(WIDEST) + 2 * EDGE))
        column = QVBoxLayout(inside)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(TextLabel(self.theme, self.tr("Start with what you found"), "display", wraps=True))
        column.addSpacing(4)
        hint = self.tr("The program appears here while you type. Nothing leaves this computer.")
        column.addWidget(TextLabel(self.theme, hint, "body", "ink_2", wraps=True))
        for number, (title, text) in enumerate(self._steps(), start=1):
            column.addSpacing(18)
            column.addLayout(self._step(number, title, text))
        column.addSpacing(GROUP)
        column.addWidget(self._laid_out_samples())
        column.addStretch(2)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(inside)
        self._inside = inside

    def _make_scrollable(self) -> None:
        """Samples may need more height than there is; a scroll area costs the first paint too much to be there from the start."""
        from ptbuilder.ui.widgets.scrolling import scrollable

        layout = self.layout()
        if self._is_scrollable or layout is None:
            return
        self._is_scrollable = True
        layout.removeWidget(self._inside)
        layout.addWidget(scrollable(self._inside))

    def _steps(self) -> tuple[tuple[str, str], ...]:
        return (
            (self.tr("Add findings"), self.tr("Type two letters, choose with the arrow keys, press Enter.")),
            (self.tr("Check the suggested program"), self.tr("Every exercise shows why it is there. Change what you like.")),
            (self.tr("Print the handout"), self.tr("Ctrl+P. The sheet is checked before it goes to the printer.")),
        )

    def _step(self, number: int, title: str, text: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(EDGE)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(TextLabel(self.theme, title, "name", wraps=True))
        words.addWidget(TextLabel(self.theme, text, "body", "ink_2", wraps=True))
        row.addWidget(_Number(self.theme, number), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        return row

    def _laid_out_samples(self) -> QWidget:
        column = QVBoxLayout(self._samples_part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(ROW)
        column.addWidget(Hairline(self.theme))
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(TextLabel(self.theme, self.tr("See it work with a sample patient"), "strong", wraps=True))
        marked = self.tr("Samples are marked and never mixed with your own.")
        head.addWidget(TextLabel(self.theme, marked, "caption", "ink_2", wraps=True))
        column.addLayout(head)
        column.addLayout(self._cards)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        return self._samples_part

    def _show_samples(self, most: int) -> None:
        while self._cards.count():
            item = self._cards.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for place, sample in enumerate(self._samples[:most]):
            card = SampleCard(self.theme, sample, first=place == 0)
            card.opened.connect(self.sample_opened)
            self._cards.addWidget(card)
        hidden = len(self._samples) - most
        self._more.setVisible(hidden > 0)
        self._more.set_label(self.tr("{n} more samples").format(n=hidden))
        self._samples_part.setVisible(bool(self._samples))
