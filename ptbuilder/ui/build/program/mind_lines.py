"""What the rules ask the therapist to mind with this patient: one line, and all of them when it is opened."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ptbuilder.domain.library import Library
from ptbuilder.domain.suggestion import RaisedWarning
from ptbuilder.domain.text import say
from ptbuilder.ui.icons import paint_icon
from ptbuilder.ui.labels import language
from ptbuilder.ui.painting import Run, paint_bar
from ptbuilder.ui.theme import BETWEEN, EDGE, Theme
from ptbuilder.ui.widgets.buttons import Button
from ptbuilder.ui.widgets.text import ElidedLabel, TextLabel
from ptbuilder.ui.widgets.themed import Ground

SAID_ELSEWHERE = frozenset({"post-procedure-phase", "program-too-long"})
"""Warnings that the phase line and the meter show."""


class MindLines(Ground):
    """Hidden while there is nothing to mind."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "sunken", ("bottom",), parent)
        self.setObjectName("mind_lines")
        self._texts: tuple[tuple[str, str], ...] = ()
        self._is_open = False
        self.first = ElidedLabel(theme, "", "body", "ink_2")
        self.button = Button(theme, "", "quiet", small=True)
        self.button.setObjectName("show_mind_lines")
        self._rest = QWidget()
        self._sentences = QVBoxLayout(self._rest)
        self._sentences.setContentsMargins(0, 0, 0, 0)
        self._sentences.setSpacing(4)
        self._shown: list[TextLabel] = []
        head = QHBoxLayout()
        head.setSpacing(BETWEEN)
        head.addWidget(self.first, 1)
        head.addWidget(self._rest, 1)
        head.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout(self)
        self._column.addLayout(head)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.button.clicked.connect(self._on_button_clicked)
        theme.changed.connect(self._fit)
        self._fit()
        self.hide()

    @property
    def texts(self) -> tuple[str, ...]:
        """The sentences that are to be minded."""
        return tuple(text for text, _ in self._texts)

    def show_warnings(self, library: Library, warnings: Sequence[RaisedWarning]) -> None:
        """Show what these warnings say, each sentence once, without what stands elsewhere on the page."""
        found: dict[str, str] = {}
        for each in warnings:
            if each.key not in SAID_ELSEWHERE:
                rule = library.rules.get(each.rule)
                found.setdefault(say(each.text, language()), say(rule.title, language()) if rule else "")
        texts = tuple(found.items())
        if texts != self._texts:
            self._texts = texts
            self._fill()
        self.setVisible(bool(self._texts))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What fits needs no button."""
        super().resizeEvent(event)
        self._offer_more()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, bar and sign."""
        super().paintEvent(event)
        painter, side = QPainter(self), self.theme.wide(16)
        paint_bar(painter, self.theme, QRectF(self.rect()), "line_2")
        box = QRectF(EDGE, 6 + (self.button.sizeHint().height() - side) / 2, side, side)
        paint_icon(painter, "eye", box, self.theme.color("ink_2"))
        painter.end()

    def _fill(self) -> None:
        for old in self._shown:
            self._sentences.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._shown = [TextLabel(self.theme, text, "body", "ink_2", wraps=True) for text, _ in self._texts]
        for label, (_, title) in zip(self._shown, self._texts, strict=True):
            label.setAccessibleDescription(title)
            self._sentences.addWidget(label)
        if self._texts:
            head = self.tr("Watch:") if len(self._texts) == 1 else self.tr("{n} things to watch:").format(n=len(self._texts))
            self.first.set_runs((Run(head + " ", "strong", "ink_2"), Run(self._texts[0][0], "body", "ink_2")))
        self.setAccessibleName(self.tr("To watch: {text}").format(text=" ".join(self.texts)))
        self._show()

    def _show(self) -> None:
        self.first.setVisible(not self._is_open)
        self._rest.setVisible(self._is_open)
        more = self.tr("Read") if len(self._texts) == 1 else self.tr("All {n}").format(n=len(self._texts))
        self.button.set_label(self.tr("Less") if self._is_open else more)
        self.button.setAccessibleName(self.tr("Show less") if self._is_open else self.tr("Show all things to watch"))
        self._offer_more()
        self.updateGeometry()

    def _offer_more(self) -> None:
        """No button where the line says it all."""
        fits = len(self._texts) == 1 and self.first.sizeHint().width() <= self.first.width()
        self.button.setVisible(self._is_open or not fits)

    def _on_button_clicked(self) -> None:
        self._is_open = not self._is_open
        self._show()

    def _fit(self) -> None:
        self._column.setContentsMargins(EDGE + self.theme.wide(16) + 10, 6, EDGE, 6)
        self._sentences.setContentsMargins(0, 3, 0, 3)
