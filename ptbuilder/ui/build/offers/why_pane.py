"""All reasons for one exercise of the program: findings, goals, rules and sources."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ptbuilder.domain.library import Library
from ptbuilder.domain.program import Because
from ptbuilder.domain.text import say
from ptbuilder.services.desk.desk import Desk
from ptbuilder.services.desk.work import ProgramRow
from ptbuilder.ui.build.offers.reason_card import CardColumn, ReasonCard
from ptbuilder.ui.build.offers.reason_scroll import ScrollColumn
from ptbuilder.ui.build.program.dose_words import short_dose
from ptbuilder.ui.build.reason_words import because_label, position_words
from ptbuilder.ui.desk_signals import DeskSignals
from ptbuilder.ui.labels import goal_label, language
from ptbuilder.ui.theme import Theme
from ptbuilder.ui.widgets.text import TextLabel


class WhyPane(QWidget):
    """Shows why a prescription is in the program; follows the desk while it is there."""

    def __init__(self, desk_signals: DeskSignals, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setObjectName("why_pane")
        self._desk_signals = desk_signals
        self._identifier = ""
        self.name = TextLabel(theme, "", "name", wraps=True)
        self.meta = TextLabel(theme, "", "caption", "ink_2", wraps=True)
        self.cards = CardColumn()
        self._scroll = ScrollColumn("why_scroll")
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column = self._scroll.column
        column.addWidget(self.name)
        column.addWidget(self.meta)
        column.addWidget(self.cards)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)
        desk_signals.changed.connect(self.refresh)

    @property
    def identifier(self) -> str:
        """The prescription that is explained, or an empty string."""
        return self._identifier

    def show_prescription(self, identifier: str) -> None:
        """Explain this prescription."""
        self._identifier = identifier
        self.refresh()
        self._scroll.verticalScrollBar().setValue(0)

    def focus_first(self) -> None:
        """Put the focus where arrows scroll."""
        self._scroll.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refresh(self) -> None:
        """Show the reasons as they are now."""
        if not self._identifier:
            return
        desk = self._desk_signals.desk
        row = next((each for each in desk.rows if each.prescription.id == self._identifier), None)
        if row is None:
            return
        library = desk.library
        self.name.set_text(say(row.exercise.name, language()))
        item = row.prescription
        position = position_words(library, row.exercise.position)
        self.meta.set_text(f"{short_dose(item.dosage, item.side)} · {position}")
        self._scroll.setAccessibleName(self.tr("Why {exercise}").format(exercise=self.name.text()))
        self.cards.show_widgets(self._made_cards(desk, row))

    def _made_cards(self, desk: Desk, row: ProgramRow) -> list[QWidget]:
        library, cards = desk.library, list[QWidget]()
        if row.why:
            cards.append(TextLabel(self.theme, self.tr("Why it is here, the weightiest reason first"), "strong", wraps=True))
            cards.extend(because_cards(self.theme, library, row.why))
        else:
            text = self.tr("Added by you. None of the findings asks for it.")
            cards.append(TextLabel(self.theme, text, "body", "ink_2", wraps=True))
        touched = self._touching(desk, row)
        if touched:
            cards.append(TextLabel(self.theme, self.tr("Rules that shaped it"), "strong", wraps=True))
            cards.extend(self._rule(library, code) for code in touched)
        cards.append(TextLabel(self.theme, self.tr("Dose and sources"), "strong", wraps=True))
        cards.append(self._dose(library, row))
        return cards

    def _touching(self, desk: Desk, row: ProgramRow) -> tuple[str, ...]:
        """Rules that prefer it or shape its dose, without those that are named as reasons already."""
        suggestion = desk.stage_outcome.suggestion(row.exercise.code)
        named = {code for each in row.why for code in each.rules}
        return tuple(code for code in (suggestion.rules if suggestion else ()) if code not in named)

    def _rule(self, library: Library, code: str) -> ReasonCard:
        rule = library.rules[code]
        lines = [("", say(rule.rationale, language())), (self.tr("Source:"), rule.source)]
        return ReasonCard(self.theme, say(rule.title, language()), code, lines)

    def _dose(self, library: Library, row: ProgramRow) -> ReasonCard:
        purpose = library.purposes.get(row.exercise.dosage)
        lines = [(self.tr("Source:"), purpose.source)] if purpose else []
        lines.extend((self.tr("Exercise:"), source) for source in row.exercise.sources)
        title = say(purpose.name, language()) if purpose else row.exercise.dosage
        return ReasonCard(self.theme, title, "", lines)


def because_cards(theme: Theme, library: Library, reasons: Sequence[Because]) -> list[ReasonCard]:
    """A card for each goal, the weightiest first: the findings that led to it, and the rules that had a part in it."""
    goals = dict.fromkeys(each.goal for each in reasons)
    return [_goal_card(theme, library, goal, [each for each in reasons if each.goal == goal]) for goal in goals]


def _goal_card(theme: Theme, library: Library, goal: str, reasons: Sequence[Because]) -> ReasonCard:
    findings = dict.fromkeys(because_label(library, each) for each in reasons)
    lines = [(_tr("Because of:"), ", ".join(findings))]
    for code in dict.fromkeys(code for each in reasons for code in each.rules):
        rule = library.rules.get(code)
        if rule is not None:
            lines.append((f"{code}:", say(rule.title, language())))
            lines.append(("", say(rule.rationale, language())))
            lines.append((_tr("Source:"), rule.source))
    label = goal_label(library, goal)
    return ReasonCard(theme, label[:1].upper() + label[1:], "", lines)


def _tr(text: str) -> str:
    return QCoreApplication.translate("WhyPane", text)
