"""What else fits the findings: goals, cards, and how much is kept out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ptbuilder.domain.suggestion import Outcome
from ptbuilder.domain.text import say
from ptbuilder.services.desk.desk import Desk
from ptbuilder.services.desk.work import Card
from ptbuilder.ui.adding import add_from_list
from ptbuilder.ui.build.figures.pictures import DrawingCache
from ptbuilder.ui.build.nothing_words import has_exercise_for, nothing_words
from ptbuilder.ui.build.offers.card_list import CardList
from ptbuilder.ui.build.offers.card_model import Offer
from ptbuilder.ui.build.offers.goal_chips import GoalChips, GoalWords
from ptbuilder.ui.build.offers.offers import card_offer
from ptbuilder.ui.build.quiet_place import QuietPlace
from ptbuilder.ui.desk_signals import DeskSignals
from ptbuilder.ui.labels import goal_label, language
from ptbuilder.ui.painting import Run
from ptbuilder.ui.theme import EDGE, ROW, Theme
from ptbuilder.ui.widgets.buttons import Button
from ptbuilder.ui.widgets.text import ElidedLabel, TextLabel
from ptbuilder.ui.widgets.themed import Ground

FOOT = 44


class SuggestedPane(QWidget):
    """``why_asked`` carries the exercise of a card, ``why_not_asked`` is the question about any exercise."""

    why_asked = Signal(str)
    why_not_asked = Signal()
    library_asked = Signal()

    def __init__(self, desk_signals: DeskSignals, theme: Theme, pictures: DrawingCache, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setObjectName("suggested_pane")
        self._desk_signals = desk_signals
        self._offers: dict[str, tuple[tuple[Card, int | None, int | None], Offer]] = {}
        self._counted: Outcome | None = None
        self.goals = GoalChips(theme)
        self.message = TextLabel(theme, "", "body", "ink_2", wraps=True)
        self.message.hide()
        self.list = CardList(theme, pictures)
        self.list.setObjectName("card_list")
        self.list.setAccessibleName(self.tr("Suggestions"))
        self.empty = QuietPlace(
            theme,
            "goal",
            self.tr("No suggestions yet"),
            self.tr("Add a finding on the left, or look through the library."),
            self.tr("Open the library"),
            "Alt+3",
        )
        self.empty.setObjectName("no_suggestions")
        self.count = ElidedLabel(theme, "", "caption", "ink_2")
        self.why_not_button = Button(theme, self.tr("Why not?"), "quiet", key="W", small=True)
        self.why_not_button.setObjectName("why_not_button")
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()

    def focus_first(self) -> None:
        """Put the focus on the cards, or on the way to the library."""
        target = self.list if self._pages.currentIndex() == 1 else self.empty.button
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refresh(self) -> None:
        """Show the suggestions of the desk."""
        desk = self._desk_signals.desk
        self._pages.setCurrentIndex(0 if desk.work.assessment.is_empty else 1)
        self._foot.setVisible(not (desk.work.assessment.is_empty and desk.work.program.is_empty))
        many = self.tr("Add a finding on the left, or look through the library of {n} exercises.")
        self.empty.show_text(many.format(n=len(desk.library.exercises)))
        self.goals.show_goals(_goal_words(desk, self.tr("Waits: {rule}")))
        self.goals.setVisible(bool(desk.outcome.goals))
        self._fill(desk)

    def _fill(self, desk: Desk) -> None:
        cards = desk.cards if not desk.work.assessment.is_empty else ()
        if self.goals.chosen:
            cards = tuple(each for each in cards if self.goals.chosen in each.exercise.goals)
        offered = {each.exercise.code: each for each in cards}
        self._offers = {code: told for code, told in self._offers.items() if code in offered}
        numbers = {item.exercise: n for n, item in enumerate(desk.stage.prescriptions, start=1)}
        self.list.show_codes(tuple(offered), lambda code: self._offer_of(desk, offered[code], numbers))
        self.list.setAccessibleName(self.tr("Suggestions, {n}").format(n=len(cards)))
        self._show_message(desk, len(cards))
        self._show_count(desk)

    def _offer_of(self, desk: Desk, card: Card, numbers: dict[str, int]) -> Offer:
        """The words of a card; those of one that stayed as it was are there already."""
        told = (card, numbers.get(card.harder_than or ""), numbers.get(card.easier_than or ""))
        known = self._offers.get(card.exercise.code)
        if known is None or known[0] != told:
            known = self._offers[card.exercise.code] = (told, card_offer(desk, card, numbers))
        return known[1]

    def _show_message(self, desk: Desk, cards: int) -> None:
        goals, served_goals = desk.outcome.goals, desk.served_goals
        served = goals and all(each.goal in served_goals for each in goals)
        text = ""
        if not cards and goals and not has_exercise_for(desk, {each.goal for each in goals}):
            text = nothing_words(desk)[1]
        elif not cards and not desk.outcome.candidates and goals:
            text = self.tr("No exercise passes all rules. See what keeps them out: Why not?")
        elif not cards and self.goals.chosen:
            text = self.tr("No other exercise for this goal passes all rules. See what keeps them out: Why not?")
        elif served:
            text = self.tr("All goals are served. More exercises are followed less.")
        self.message.set_text(text)
        self.message.setVisible(bool(text))

    def _show_count(self, desk: Desk) -> None:
        if desk.stage_outcome is self._counted:
            return
        self._counted = desk.stage_outcome
        count, useful = desk.not_suggested
        rest = self.tr(", of them {n} serve a goal").format(n=useful) if useful else ""
        runs = (
            Run(self.tr("Not suggested:") + " ", "caption", "ink_2"),
            Run(str(count), "caption-strong", "ink"),
            Run(rest, "caption", "ink_2"),
        )
        self.count.set_runs(runs if count else ())

    def _lay_out(self) -> None:
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(EDGE, ROW, EDGE, 0)
        column.setSpacing(10)
        column.addWidget(self.goals)
        column.addWidget(self.message)
        column.addWidget(self.list, 1)
        self._pages.addWidget(self.empty)
        self._pages.addWidget(shown)
        self._foot = Ground(self.theme, "window", ("top",))
        self._foot.setFixedHeight(self.theme.tall(FOOT, "caption"))
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(EDGE, 0, EDGE, 0)
        row.addWidget(self.count, 1)
        row.addWidget(self.why_not_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._pages, 1)
        whole.addWidget(self._foot)

    def _connect(self) -> None:
        self._desk_signals.changed.connect(self.refresh)
        self.theme.changed.connect(lambda: self._foot.setFixedHeight(self.theme.tall(FOOT, "caption")))
        self.goals.goal_chosen.connect(lambda _code: self._fill(self._desk_signals.desk))
        self.list.add_asked.connect(self._on_add_asked)
        self.list.why_asked.connect(self.why_asked)
        self.why_not_button.clicked.connect(self.why_not_asked)
        self.empty.pressed.connect(self.library_asked)

    def _on_add_asked(self, code: str) -> None:
        add_from_list(self._desk_signals, code, self.list)


def _goal_words(desk: Desk, waits: str) -> tuple[GoalWords, ...]:
    served, words = desk.served_goals, []
    for state in desk.stage_outcome.goals:
        rule = desk.library.rules.get(state.held_by or "")
        held = waits.format(rule=say(rule.title, language())) if rule else ""
        words.append(GoalWords(state.goal, goal_label(desk.library, state.goal), state.goal in served, held))
    return tuple(words)
