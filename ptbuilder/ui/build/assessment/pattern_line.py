"""The facet pattern as a quiet line: it offers the condition, or says what speaks against it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ptbuilder.services.desk.desk import Desk
from ptbuilder.services.desk.facet_advice import FacetAdvice, facet_advice
from ptbuilder.ui.theme import BETWEEN, EDGE, Theme
from ptbuilder.ui.widgets.buttons import Button, IconButton
from ptbuilder.ui.widgets.text import TextLabel
from ptbuilder.ui.widgets.themed import Ground


class PatternLine(Ground):
    """Hidden while there is nothing to say, and for the same words once it was closed; it never adds anything by itself.

    ``add_asked`` carries the finding that the therapist agreed to.
    """

    add_asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "sunken", ("top", "bottom"), parent)
        self.setObjectName("pattern_line")
        self._advice: FacetAdvice | None = None
        self._closed: set[tuple[str, str]] = set()
        self._assessment = ""
        self.words = TextLabel(theme, "", "caption", "ink_2", wraps=True)
        self.add_button = Button(theme, self.tr("Add"), small=True)
        self.add_button.setObjectName("add_pattern")
        self.close_button = IconButton(theme, "close", self.tr("Do not offer this again"))
        self.close_button.setObjectName("close_pattern")
        row = QHBoxLayout(self)
        row.setContentsMargins(EDGE, 5, EDGE - 6, 5)
        row.setSpacing(BETWEEN)
        column = QVBoxLayout()
        column.addWidget(self.words)
        row.addLayout(column, 1)
        row.addWidget(self.add_button)
        row.addWidget(self.close_button)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.add_button.clicked.connect(self._on_add_clicked)
        self.close_button.clicked.connect(self._on_close_clicked)
        self.hide()

    def show_desk(self, desk: Desk) -> None:
        """Say what the findings say about the pattern."""
        self._assessment = desk.work.assessment.id
        self._advice = facet_advice(desk.work.assessment, desk.outcome)
        advice = self._advice
        if advice is None or (self._assessment, advice.kind) in self._closed:
            self.hide()
            return
        if advice.finding is not None:
            text = self.tr("{n} of {of} signs of the facet pattern. Add facet-joint pain?")
            words = text.format(n=advice.signs, of=advice.of)
        else:
            words = self.tr("Not a typical facet pattern: leg pain or nerve signs.")
        self.words.set_text(words)
        self.setAccessibleName(words)
        self.add_button.setVisible(advice.finding is not None)
        self.add_button.setAccessibleName(words)
        self.show()

    def _on_add_clicked(self) -> None:
        if self._advice is not None and self._advice.finding is not None:
            self.add_asked.emit(self._advice.finding)

    def _on_close_clicked(self) -> None:
        if self._advice is not None:
            self._closed.add((self._assessment, self._advice.kind))
        self.hide()
