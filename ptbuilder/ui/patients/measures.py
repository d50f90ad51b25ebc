"""Outcome scores: before, now, and what a clear change would be, as small cards; and the row that enters a new one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDoubleSpinBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ptbuilder.domain.assessment import Score
from ptbuilder.domain.library import Library
from ptbuilder.domain.text import say
from ptbuilder.domain.vocabulary import Measure, Side
from ptbuilder.services.patients.progress import MeasureProgress
from ptbuilder.ui.labels import language, side_word
from ptbuilder.ui.painting import Run
from ptbuilder.ui.theme import BETWEEN, SPIN, Theme
from ptbuilder.ui.widgets.buttons import Button
from ptbuilder.ui.widgets.card import CardBox
from ptbuilder.ui.widgets.choice_fields import ComboField
from ptbuilder.ui.widgets.flow import FlowLayout
from ptbuilder.ui.widgets.text import TextLabel

CARD, WIDEST_CARD = 220, 320
"""Width of a measure's card at 100 % text, and at most."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Measures", text)


def measure_name(measure: Measure, side: Side | None = None) -> str:
    """The name with the side where there is one."""
    name = say(measure.name, language())
    return f"{name}, {side_word(side)}" if side else name


def short_measure_name(measure: Measure, side: Side | None = None) -> str:
    """What stands in brackets in the name (NPRS, ODI), else the name, with the side where there is one."""
    name = say(measure.name, language())
    found = re.search(r"\(([^()]+)\)$", name)
    return f"{found[1] if found else name}, {side_word(side)}" if side else found[1] if found else name


def verdict_words(progress: MeasureProgress) -> str:
    """What the change means: "2 points better: a clear change", "8 % better: 10 is a clear change"."""
    measure = progress.measure
    unit = say(measure.unit, language())
    if progress.before is None:
        return _tr("First score")
    gain = progress.before - progress.now if measure.better == "lower" else progress.now - progress.before
    if gain == 0:
        return _tr("No change")
    amount = _tr("{n} {unit} better") if gain > 0 else _tr("{n} {unit} worse")
    said = amount.format(n=f"{abs(gain):g}", unit=unit)
    if progress.is_clear_change:
        return _tr("{amount}: a clear change").format(amount=said)
    bound = measure.change
    if gain > 0 and bound is not None:
        return _tr("{amount}: {bound} is a clear change").format(amount=said, bound=f"{bound:g}")
    return said


class MeasureCard(CardBox):
    """One measure: its name, the score before and now, and what that means."""

    def __init__(self, theme: Theme, progress: MeasureProgress, parent: QWidget | None = None) -> None:
        name = measure_name(progress.measure, progress.side)
        verdict = verdict_words(progress)
        super().__init__(theme, "", parent=parent)
        self.setObjectName(f"measure_{progress.measure.code}")
        self.column.setSpacing(2)
        self.column.addWidget(TextLabel(theme, name, "caption", "ink_2", wraps=True))
        now = Run(f"{progress.now:g}", "heading")
        runs: tuple[Run, ...] = (now,)
        if progress.before is not None:
            runs = (Run(f"{progress.before:g} ", "heading", "ink_2"), Run(_tr("to") + " ", "body", "ink_2"), now)
        value = TextLabel(theme)
        value.set_runs(runs)
        self.column.addWidget(value)
        self.column.addWidget(TextLabel(theme, verdict, "caption", "ink_2", wraps=True))
        self.column.addStretch(1)
        spoken = _tr("{name}: {value}. {verdict}.").format(name=name, value="".join(run.text for run in runs), verdict=verdict)
        self.setAccessibleName(spoken)
        width = min(theme.wide(CARD), WIDEST_CARD)
        self.setFixedWidth(width)
        self.setFixedHeight(self.column.totalHeightForWidth(width))


class Measures(QWidget):
    """Cards in lines, and behind them the button that opens the entry; ``score_given`` carries the Score."""

    score_given = Signal(object)

    def __init__(self, theme: Theme, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setObjectName("measures")
        self.setAccessibleName(self.tr("Scores"))
        self._holder = QWidget()
        self._flow = FlowLayout(self._holder, BETWEEN, BETWEEN)
        self.add_button = Button(theme, self.tr("Add a score"), icon="plus", small=True)
        self.add_button.setObjectName("add_score")
        self.entry = ScoreEntry(theme, library)
        self.entry.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(BETWEEN)
        column.addWidget(self._holder)
        row = QHBoxLayout()
        row.addWidget(self.add_button)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.entry)
        self.add_button.clicked.connect(self._on_add_clicked)
        self.entry.given.connect(self._on_given)
        self.entry.called_off.connect(self.close_entry)

    def show_progress(self, progress: Sequence[MeasureProgress]) -> None:
        """Show one card for each measure and side that was ever scored."""
        self._flow.take_all()
        cards = [MeasureCard(self.theme, each) for each in progress]
        tallest = max((card.height() for card in cards), default=0)
        for card in cards:
            card.setFixedHeight(tallest)
            self._flow.addWidget(card)
        self._holder.setVisible(bool(cards))
        self._holder.updateGeometry()
        self.close_entry()

    def close_entry(self) -> None:
        """Put the button back in the place of the entry."""
        had_focus = self.entry.isAncestorOf(self.focusWidget() or self)
        self.entry.hide()
        self.add_button.show()
        if had_focus:
            self.add_button.setFocus()

    def _on_add_clicked(self) -> None:
        self.add_button.hide()
        self.entry.show()
        self.entry.measure_field.setFocus()

    def _on_given(self, score: Score) -> None:
        self.close_entry()
        self.score_given.emit(score)


class ScoreEntry(QWidget):
    """Measure, side where it has one, and value; Enter in the value gives the score, Esc calls it off."""

    given = Signal(object)
    called_off = Signal()

    def __init__(self, theme: Theme, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._measures = library.measures
        self.setObjectName("score_entry")
        self.measure_field = ComboField(theme, self.tr("Measure"))
        for code, measure in library.measures.items():
            self.measure_field.addItem(measure_name(measure), code)
        self.side_field = ComboField(theme, self.tr("Side"))
        for side in ("left", "right"):
            self.side_field.addItem(side_word(side), side)
        self.value_field = QDoubleSpinBox()
        self.value_field.setObjectName("score_value")
        self.value_field.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._range = TextLabel(theme, "", "caption", "ink_2")
        self._save = Button(theme, self.tr("Keep"), "primary", small=True)
        self._save.setObjectName("keep_score")
        close = Button(theme, self.tr("Cancel"), "quiet", small=True)
        row = FlowLayout(self, BETWEEN, BETWEEN)
        for part in (self.measure_field, self.side_field, self.value_field, self._range, self._save, close):
            row.addWidget(part)
        self.measure_field.currentIndexChanged.connect(self._on_measure_changed)
        self.value_field.lineEdit().returnPressed.connect(self._give)
        self._save.clicked.connect(self._give)
        close.clicked.connect(self.called_off)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        self._on_measure_changed()

    @property
    def measure(self) -> Measure:
        """The measure that is chosen."""
        return self._measures[self.measure_field.currentData()]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc calls it off."""
        if event.key() == Qt.Key.Key_Escape:
            self.called_off.emit()
        else:
            super().keyPressEvent(event)

    def _on_measure_changed(self) -> None:
        measure = self.measure
        self.value_field.setDecimals(0 if measure.whole else 1)
        self.value_field.setRange(measure.low, measure.high)
        self.value_field.setAccessibleName(measure_name(measure))
        self.side_field.setVisible(measure.sided)
        low, high, unit = f"{measure.low:g}", f"{measure.high:g}", say(measure.unit, language())
        self._range.set_text(self.tr("{low} to {high} {unit}").format(low=low, high=high, unit=unit))

    def _give(self) -> None:
        side: Side | None = self.side_field.currentData() if self.measure.sided else None
        self.given.emit(Score(self.measure.code, self.value_field.value(), side))

    def _on_theme_changed(self) -> None:
        self.value_field.setFont(self.theme.font("body"))
        self.value_field.setFixedSize(self.theme.wide(76), self.theme.tall(SPIN))
        self.value_field.lineEdit().setTextMargins(6, 0, 0, 0)
        self.measure_field.setMaximumWidth(min(self.theme.wide(260), WIDEST_CARD))
        self._range.setFixedHeight(self.theme.tall(SPIN))
