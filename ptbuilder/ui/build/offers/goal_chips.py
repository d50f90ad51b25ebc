"""What the findings ask for, the weightiest first: served goals with a check mark, the others as filters of the cards."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ptbuilder.domain.values import dataclass
from ptbuilder.ui.build.short_words import short_goals
from ptbuilder.ui.painting import Run
from ptbuilder.ui.theme import Theme
from ptbuilder.ui.widgets.chips import Chip, StatusChip
from ptbuilder.ui.widgets.flow import FlowLayout
from ptbuilder.ui.widgets.text import TextLabel
from ptbuilder.ui.widgets.themed import set_tip

MOST_SERVED = 6
"""Served goals that are shown before "more" is pressed."""
LOW_SERVED, LOW_UNSERVED = 2, 3
"""Goals of each kind that are shown in a low window."""


@dataclass(frozen=True, slots=True)
class GoalWords:
    """A wanted goal as the chips show it; ``held`` says what keeps it from being served."""

    code: str
    label: str
    is_served: bool
    held: str = ""


class GoalChips(QWidget):
    """``goal_chosen`` carries the goal to filter by, or an empty string."""

    goal_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setObjectName("goal_chips")
        self._goals: tuple[GoalWords, ...] = ()
        self._chosen = ""
        self._shows_all = False
        self._is_low = False
        self.chips: dict[str, QWidget] = {}
        self._made: dict[tuple[GoalWords, str], QWidget] = {}
        self.title = TextLabel(theme, "", "caption", "ink_2", wraps=True)
        self._holder = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._holder.setSizePolicy(policy)
        self._flow = FlowLayout(self._holder)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.title)
        column.addWidget(self._holder)

    @property
    def chosen(self) -> str:
        """The goal that the cards are filtered by, or an empty string."""
        return self._chosen

    def show_goals(self, goals: Sequence[GoalWords]) -> None:
        """Show these goals in their order; a filter by a goal that is gone or served now is lifted."""
        if tuple(goals) == self._goals:
            return
        self._goals = tuple(goals)
        if all(each.code != self._chosen or each.is_served for each in goals):
            self._chosen = ""
        self._fill()

    def set_low(self, low: bool) -> None:
        """Fewer chips in a low window."""
        if low != self._is_low:
            self._is_low = low
            self._fill()

    def _fill(self) -> None:
        served = sum(each.is_served for each in self._goals)
        rest = self.tr(", weightiest first: {served} of {count} served").format(served=served, count=len(self._goals))
        self.title.set_runs((Run(self.tr("Goals"), "caption-strong", "ink_2"), Run(rest, "caption", "ink_2")))
        hidden = self._hidden()
        shorts = short_goals(each.label for each in self._goals)
        keys = [(goal, short) for goal, short in zip(self._goals, shorts, strict=True) if goal.code not in hidden]
        self._made = {key: self._made.get(key) or self._chip(*key) for key in keys}
        self.chips = {goal.code: chip for (goal, _), chip in self._made.items()}
        self._flow.show_only((*self.chips.values(), *((self._more(len(hidden)),) if hidden else ())))
        self._mark_chosen()
        self._holder.updateGeometry()
        self.updateGeometry()

    def _hidden(self) -> frozenset[str]:
        if self._shows_all:
            return frozenset()
        served = [each.code for each in self._goals if each.is_served][LOW_SERVED if self._is_low else MOST_SERVED :]
        unserved = [each.code for each in self._goals if not each.is_served][LOW_UNSERVED:] if self._is_low else []
        hidden = frozenset((*served, *unserved)) - {self._chosen}
        return hidden if len(hidden) > 1 else frozenset()

    def _chip(self, goal: GoalWords, short: str) -> QWidget:
        if goal.is_served:
            chip: QWidget = StatusChip(self.theme, "served", short)
            chip.setAccessibleName(self.tr("Goal {goal}, served").format(goal=goal.label))
        else:
            chip = self._filter(goal, short)
        chip.setObjectName(f"goal_{goal.code}")
        tip = ". ".join(each for each in (goal.label if short != goal.label else "", goal.held) if each)
        if tip:
            set_tip(chip, tip[:1].upper() + tip[1:])
        return chip

    def _filter(self, goal: GoalWords, short: str) -> Chip:
        chip = Chip(self.theme, short, "unserved", on="on")
        name = self.tr("Goal {goal}, not served").format(goal=goal.label)
        chip.setAccessibleName(f"{name}. {goal.held}" if goal.held else name)
        chip.clicked.connect(lambda on: self._on_chip_clicked(goal.code, on))
        return chip

    def _on_chip_clicked(self, code: str, on: bool) -> None:
        self._chosen = code if on else ""
        self._mark_chosen()
        self.goal_chosen.emit(self._chosen)

    def _mark_chosen(self) -> None:
        for code, chip in self.chips.items():
            if isinstance(chip, Chip):
                chip.setChecked(code == self._chosen)

    def _more(self, count: int) -> Chip:
        more = Chip(self.theme, self.tr("{n} more").format(n=count), "plain")
        more.setObjectName("more_goals")
        more.clicked.connect(self._on_more_clicked)
        return more

    def _on_more_clicked(self) -> None:
        self._shows_all = True
        self._fill()
