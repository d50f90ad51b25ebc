"""The stages of the program as tabs: name, and dates in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ptbuilder.domain.library import Library
from ptbuilder.domain.program import Stage
from ptbuilder.domain.suggestion import StagePlan
from ptbuilder.domain.values import dataclass
from ptbuilder.ui.build.reason_words import short_day
from ptbuilder.ui.labels import phase_name
from ptbuilder.ui.painting import paint_line, text_width
from ptbuilder.ui.theme import EDGE, Theme
from ptbuilder.ui.widgets.buttons import Button, IconButton, PaintedButton
from ptbuilder.ui.widgets.themed import set_tip


def _tr(text: str) -> str:
    return QCoreApplication.translate("StageTabs", text)


@dataclass(frozen=True, slots=True)
class StageWords:
    """How one stage reads on its tab."""

    name: str
    dates: str


def stage_words(library: Library, stages: Sequence[Stage], plans: Sequence[StagePlan], today: date) -> tuple[StageWords, ...]:
    """The words of all tabs; days since the procedure come from the plan of the same phase."""
    words = []
    for number, stage in enumerate(stages):
        name = stage_name(library, stages, number)
        plan = next((each for each in plans if each.phase is not None and each.phase == stage.phase), None)
        words.append(StageWords(name, _dates(stage, plan if stage.state == "active" else None, today)))
    return tuple(words)


def stage_name(library: Library, stages: Sequence[Stage], number: int) -> str:
    """The name of a stage: that of its phase, or its number; "Now" where it is the only one."""
    stage = stages[number]
    if stage.phase is not None and [each.phase for each in stages].index(stage.phase) == number:
        return phase_name(library, stage.phase)
    return _tr("Now") if len(stages) == 1 else _tr("Stage {n}").format(n=number + 1)


def _dates(stage: Stage, plan: StagePlan | None, today: date) -> str:
    if stage.first is None and stage.last is None:
        return ""
    if stage.last is None:
        begun = stage.first is not None and stage.first <= today
        return _tr("now") if begun else _tr("from {date}").format(date=short_day(stage.first or today))
    if stage.first is None or stage.first <= today <= stage.last:
        text = _tr("now to {date}").format(date=short_day(stage.last))
    else:
        text = _tr("{first} to {last}").format(first=short_day(stage.first), last=short_day(stage.last))
    if plan is not None and plan.from_day is not None and plan.to_day is not None:
        days = _tr("days {first}–{last}").format(first=plan.from_day, last=plan.to_day)
        return _tr("{dates}, {days}").format(dates=text, days=days)
    return text


def _in_one_line(words: Sequence[StageWords]) -> tuple[StageWords, ...]:
    """Names with the first part of their dates behind them."""
    line = _tr("{name}, {dates}")
    return tuple(
        StageWords(line.format(name=each.name, dates=each.dates.split(",")[0]), "") if each.dates else each for each in words
    )


class StageTab(PaintedButton):
    """One stage; the shown one is bold with a line under it. In a low window it has one line."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._words = StageWords("", "")
        self._is_low = False

    def show_words(self, words: StageWords, seen: StageWords, *, is_low: bool) -> None:
        """Show what is ``seen`` of name and dates; the tooltip and screen readers say all ``words``."""
        self._words, self._is_low = seen, is_low
        said = _tr("Stage {name}, {dates}").format(name=words.name, dates=words.dates) if words.dates else words.name
        self.setAccessibleName(said)
        set_tip(self, f"{words.name}, {words.dates}" if words.dates else words.name)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Both lines with their padding."""
        theme = self.theme
        height = theme.line("strong") + 14
        if not self._is_low:
            height += theme.line("caption") + 2
        return QSize(tab_width(theme, self._words, is_low=self._is_low), height)

    def minimumSizeHint(self) -> QSize:
        """Long names are shortened with an ellipsis, the shown one's first."""
        least = self.theme.wide(84 if self.isChecked() else 112)
        return QSize(min(self.sizeHint().width(), least), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrows to the row of tabs."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint name, dates and the line of the shown stage."""
        theme, painter, on = self.theme, QPainter(self), self.isChecked()
        if self.is_hovered and not on:
            painter.fillRect(self.rect(), theme.color("hover"))
        width = self.width() - 24.0
        top = 8.0 if self._is_low or self._words.dates else (self.height() - theme.line("strong")) / 2
        name = QRectF(12, top, width, theme.line("strong"))
        paint_line(painter, theme, name, self._words.name, "strong" if on else "body", "ink" if on else "ink_2")
        if not self._is_low:
            dates = QRectF(12, name.bottom(), width, theme.line("caption"))
            paint_line(painter, theme, dates, self._words.dates, "caption", "ink_2")
        if on:
            painter.fillRect(QRectF(0, self.height() - 3, self.width(), 3), theme.color("accent"))
        painter.end()


def tab_width(theme: Theme, words: StageWords, *, is_low: bool) -> int:
    """How wide a tab is that shows these words; dates stand below the name, in a low window they are part of it."""
    width = text_width(theme, words.name, "strong")
    if not is_low and words.dates:
        width = max(width, text_width(theme, words.dates, "caption"))
    return round(width) + 26


class StageTabs(QWidget):
    """One tab for each stage, and a button that adds one; arrows move between tabs."""

    stage_chosen = Signal(int)
    stage_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setObjectName("stage_tabs")
        self.setAccessibleName(self.tr("Stages"))
        self._tabs: list[StageTab] = []
        self._words: tuple[StageWords, ...] = ()
        self._is_low = False
        self._shown = 0
        self.add_button = Button(theme, self.tr("Stage"), "quiet", icon="plus")
        self.add_button.setObjectName("add_stage")
        self.add_button.setAccessibleName(self.tr("Add a stage"))
        self.add_icon = IconButton(theme, "plus", self.tr("Add a stage"))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(EDGE, 0, EDGE, 0)
        self._row.setSpacing(0)
        self._row.addStretch(1)
        self._row.addWidget(self.add_button)
        self._row.addWidget(self.add_icon)
        self.add_icon.hide()
        self.add_button.clicked.connect(self.stage_asked)
        self.add_icon.clicked.connect(self.stage_asked)

    @property
    def tabs(self) -> tuple[StageTab, ...]:
        """The tabs in their order."""
        return tuple(self._tabs)

    def show_stages(self, words: Sequence[StageWords], shown: int) -> None:
        """Show a tab for each stage and mark the shown one."""
        self._words = tuple(words)
        self._shown = shown
        while len(self._tabs) > len(words):
            tab = self._tabs.pop()
            tab.hide()
            tab.deleteLater()
        while len(self._tabs) < len(words):
            self._add_tab()
        self._show()

    def set_low(self, low: bool) -> None:
        """One line in a low window."""
        self._is_low = low
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Dates stand behind the name where there is room for them."""
        super().resizeEvent(event)
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right go to the neighbouring stage."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        place = self._shown + (step or 0)
        if step is None or not 0 <= place < len(self._tabs):
            super().keyPressEvent(event)
            return
        self.stage_chosen.emit(place)
        self._tabs[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _show(self) -> None:
        one_line = self._is_low or not any(each.dates for each in self._words)
        seen, has_word = self._seen(one_line)
        self.add_button.setVisible(has_word)
        self.add_icon.setVisible(not has_word)
        for place, (tab, words) in enumerate(zip(self._tabs, self._words, strict=True)):
            on = place == self._shown
            tab.show_words(words, seen[place], is_low=one_line)
            tab.setChecked(on)
            tab.setFocusPolicy(Qt.FocusPolicy.TabFocus if on else Qt.FocusPolicy.NoFocus)

    def _seen(self, one_line: bool) -> tuple[tuple[StageWords, ...], bool]:
        """The most words that fit, and whether the button beside them has its word: numbers stand for the other stages at last."""
        numbers = tuple(StageWords(str(number), "") for number in range(1, len(self._words) + 1))
        own = _in_one_line(self._words[self._shown : self._shown + 1]) if one_line else self._words[self._shown : self._shown + 1]
        bare = tuple(StageWords(each.name, "") for each in self._words)
        wordings = (self._words, bare, numbers)
        tries = [
            (self._with_own(others, each), False) for others in wordings for each in (own, bare[self._shown : self._shown + 1])
        ]
        if not self._is_low:
            tries.insert(0, (self._with_own(self._words, own), True))
        return next((each for each in tries if self._needed(*each, one_line) <= self.width()), tries[-1])

    def _with_own(self, others: Sequence[StageWords], own: Sequence[StageWords]) -> tuple[StageWords, ...]:
        return (*others[: self._shown], *own, *others[self._shown + 1 :])

    def _needed(self, seen: Sequence[StageWords], has_word: bool, one_line: bool) -> int:
        button = self.add_button if has_word else self.add_icon
        return sum(tab_width(self.theme, each, is_low=one_line) for each in seen) + button.sizeHint().width() + 2 * EDGE

    def _add_tab(self) -> None:
        tab = StageTab(self.theme, self)
        place = len(self._tabs)
        tab.setObjectName(f"stage_{place}")
        tab.clicked.connect(lambda _=False: self._on_tab_clicked(place))
        self._tabs.append(tab)
        self._row.insertWidget(place, tab)

    def _on_tab_clicked(self, place: int) -> None:
        self._tabs[place].setChecked(place == self._shown)
        self.stage_chosen.emit(place)
