"""What replaces the program while a danger sign stands: what to do, what to say, the referral note, why, and ways back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ptbuilder.domain.assessment import Clearance
from ptbuilder.domain.suggestion import Outcome, RaisedStop
from ptbuilder.domain.text import say
from ptbuilder.ui.announcing import announce
from ptbuilder.ui.build.pane import Pane
from ptbuilder.ui.build.program.stop_card import Banner, Card
from ptbuilder.ui.desk_signals import DeskSignals
from ptbuilder.ui.labels import finding_label, language
from ptbuilder.ui.painting import Run
from ptbuilder.ui.theme import BETWEEN, EDGE, GROUP, Theme
from ptbuilder.ui.widgets.buttons import Button
from ptbuilder.ui.widgets.chips import StatusChip
from ptbuilder.ui.widgets.fields import Field
from ptbuilder.ui.widgets.flow import FlowLayout
from ptbuilder.ui.widgets.scrolling import scrollable
from ptbuilder.ui.widgets.text import TextLabel
from ptbuilder.ui.widgets.themed import Hairline

WIDEST = 680
BESIDE = 440
"""Width at 100 % text from which words and buttons stand side by side."""

WAYS_AFTER = 3
"""Place of the ways to print in their block: after the heading, the sentence to say and a space."""
RING = 4


class StopPage(Pane):
    """Order: what to do, what to say, print, why, what if it was a mistake; a clearance where the stop is urgent only.

    In a narrow column, as at large text, printing comes before what to say: the button that has the focus must be seen.
    """

    print_asked = Signal()
    save_asked = Signal()

    def __init__(self, desk_signals: DeskSignals, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "surface", parent)
        self.setObjectName("stop_page")
        self.setAccessibleName(self.tr("Program, stopped"))
        self._desk_signals = desk_signals
        self._said = ""
        self._beside: list[QBoxLayout] = []
        self.banner = Banner(theme)
        self.say_label = TextLabel(theme, self.tr("Say to the patient"), "caption", "ink_2")
        self.say_text = TextLabel(theme, "", "lead", "ink", wraps=True)
        self.why = TextLabel(theme, "", "caption", "ink_2", wraps=True)
        self.rule = TextLabel(theme, "", "caption", "ink_2", wraps=True)
        self.override = TextLabel(theme, "", "caption", "ink_2", wraps=True)
        self.checks = TextLabel(theme, "", "caption", "ink_2", wraps=True)
        self.print_button = Button(theme, self.tr("Print the referral note"), "stop", icon="printer", key="Ctrl+P")
        self.print_button.setObjectName("print_referral")
        self.save_button = Button(theme, self.tr("Save as PDF"), icon="save-pdf")
        self.save_button.setObjectName("save_referral")
        self.remove_button = Button(theme, self.tr("Remove the finding"))
        self.remove_button.setObjectName("remove_red_flag")
        self.cleared_by = Field(theme, self.tr("Cleared by"), self.tr("Doctor's name"))
        self.cleared_by.setObjectName("cleared_by")
        self.cleared_why = Field(theme, self.tr("Because"), self.tr("What was found, e.g. X-ray clear"))
        self.cleared_why.setObjectName("cleared_why")
        self.clear_button = Button(theme, self.tr("Bring the program back"))
        self.clear_button.setObjectName("bring_back")
        self._clearance = self._clearance_card()
        self._earlier = self._earlier_card()
        self._lay_out()
        self._connect()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with the desk: the page may be made only when the first danger sign stands."""
        super().showEvent(event)
        if self._desk_signals.is_open:
            self._on_desk_changed()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand below each other what has no room side by side, so that nothing of a stop is ever cut."""
        super().resizeEvent(event)
        narrow = self.width() < self.theme.wide(BESIDE)
        direction = QBoxLayout.Direction
        for row in self._beside:
            row.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        edge = BETWEEN if narrow else GROUP
        self._column.setContentsMargins(edge, BETWEEN if self._head.isHidden() else 0, edge, edge)
        self._card_inside.setContentsMargins(edge - 4, 8, edge - 4, 0)
        self.banner.set_edge(edge, small=narrow)
        self._place_ways(first=narrow)
        self.print_button.set_label(self.print_button.label, "" if narrow else "Ctrl+P")

    def focus_first(self) -> None:
        """The referral note comes first."""
        self.print_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_low(self, low: bool) -> None:
        """Leave the title out in a low window: the banner says it."""
        self._head.setVisible(not low)

    def clear(self) -> None:
        """Record who cleared the urgent stop, where both fields are filled."""
        by, what = self.cleared_by.text().strip(), self.cleared_why.text().strip()
        if not by or not what:
            (self.cleared_by if not by else self.cleared_why).setFocus()
            return
        desk = self._desk_signals.desk
        for raised in desk.outcome.stops:
            if raised.stop.level == "urgent" and not raised.cleared:
                desk.add_clearance(Clearance(raised.rule, by, desk.today, what))
        self.cleared_by.clear()
        self.cleared_why.clear()

    # ---- inside -----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setMaximumWidth(self.theme.wide(WIDEST))
        self.theme.changed.connect(lambda: inside.setMaximumWidth(self.theme.wide(WIDEST)))
        self._column = column = QVBoxLayout(inside)
        column.setContentsMargins(GROUP, 0, GROUP, GROUP)
        column.setSpacing(EDGE)
        column.addWidget(self._stop_card())
        column.addWidget(self._mistake_card())
        column.addWidget(self._clearance)
        column.addWidget(self._earlier)
        column.addStretch(1)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(inside, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self._head = self._made_head()
        whole.addWidget(self._head)
        whole.addWidget(scrollable(holder), 1)

    def _made_head(self) -> QWidget:
        holder = QWidget()
        head = QHBoxLayout(holder)
        head.setContentsMargins(EDGE, 12, EDGE, 14)
        head.setSpacing(BETWEEN)
        head.addWidget(TextLabel(self.theme, self.tr("Program"), "name"))
        head.addWidget(StatusChip(self.theme, "stop", self.tr("Stopped")))
        head.addStretch(1)
        return holder

    def _stop_card(self) -> Card:
        card = Card(self.theme, "stop_line", 2)
        card.setObjectName("stop_card")
        card.column.setContentsMargins(2, 2, 2, EDGE)
        card.column.addWidget(self.banner)
        self._card_inside = inside = QVBoxLayout()
        inside.setContentsMargins(GROUP - 4, 8, GROUP - 4, 0)
        inside.setSpacing(4)
        inside.addWidget(self.say_label)
        inside.addWidget(self.say_text)
        inside.addSpacing(10)
        self._ways = QWidget()
        buttons = FlowLayout(self._ways, BETWEEN, BETWEEN)
        buttons.setContentsMargins(0, RING, 0, RING)
        buttons.addWidget(self.print_button)
        buttons.addWidget(self.save_button)
        inside.addWidget(self._ways)
        inside.addSpacing(12)
        inside.addWidget(Hairline(self.theme))
        inside.addSpacing(6)
        for label in (self.why, self.rule, self.checks, self.override):
            inside.addWidget(label)
        card.column.addLayout(inside)
        return card

    def _place_ways(self, *, first: bool) -> None:
        """Put the ways to print before what to say, or after it and the space that follows it."""
        wanted = 0 if first else WAYS_AFTER
        if self._card_inside.indexOf(self._ways) != wanted:
            self._card_inside.removeWidget(self._ways)
            self._card_inside.insertWidget(wanted, self._ways)

    def _mistake_card(self) -> Card:
        card = Card(self.theme)
        row = self._row(EDGE)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(TextLabel(self.theme, self.tr("Ticked by mistake?"), "strong"))
        text = self.tr("Remove the finding and the program comes back. The change is kept in the record.")
        words.addWidget(TextLabel(self.theme, text, "body", "ink_2", wraps=True))
        row.addLayout(words, 1)
        row.addWidget(self.remove_button)
        card.column.addLayout(row)
        return card

    def _clearance_card(self) -> Card:
        card = Card(self.theme)
        card.setObjectName("clearance_card")
        card.column.addWidget(TextLabel(self.theme, self.tr("Cleared by a doctor?"), "strong"))
        text = self.tr("Say who cleared it and why. Today's date is kept with it, and the program comes back.")
        card.column.addWidget(TextLabel(self.theme, text, "body", "ink_2", wraps=True))
        row = self._row(BETWEEN)
        row.addWidget(self.cleared_by, 2)
        row.addWidget(self.cleared_why, 3)
        row.addWidget(self.clear_button)
        card.column.addLayout(row)
        return card

    def _row(self, spacing: int) -> QBoxLayout:
        """Parts side by side, or one below the other in a narrow column."""
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(spacing)
        self._beside.append(row)
        return row

    def _earlier_card(self) -> Card:
        card = Card(self.theme)
        card.column.addWidget(TextLabel(self.theme, self.tr("The program so far is locked for printing"), "strong"))
        card.column.addWidget(TextLabel(self.theme, self.tr("You can still read it under Patients."), "body", "ink_2", wraps=True))
        return card

    def _connect(self) -> None:
        self._desk_signals.changed.connect(self._on_desk_changed)
        self.print_button.clicked.connect(self.print_asked)
        self.save_button.clicked.connect(self.save_asked)
        self.remove_button.clicked.connect(self._on_remove_clicked)
        self.clear_button.clicked.connect(self.clear)
        self.cleared_why.returnPressed.connect(self.clear)

    def _on_desk_changed(self) -> None:
        desk = self._desk_signals.desk
        outcome = desk.outcome
        if outcome.stop is None:
            self._said = ""
            return
        raised = _first(outcome)
        text = say(raised.stop.clinician_text, language())
        action, rest = _split(text)
        none = self.tr("No home program.")
        emergency = outcome.stop == "emergency"
        title = self.tr("Stop. {action}").format(action=action)
        self.banner.show_words(title, rest if none in rest else f"{rest} {none}".strip())
        patient = say(raised.stop.patient_text, language())
        self.say_text.set_text(self.tr("“{text}”").format(text=patient))
        self._show_why(raised)
        self.override.set_text(
            self.tr("This stop has no override.") if emergency else self.tr("A doctor's clearance lifts this stop.")
        )
        self._clearance.setVisible(not emergency)
        self._earlier.setVisible(desk.is_accepted)
        if text != self._said:
            self._said = text
            announce(self, f"{self.banner.title.text()} {self.banner.text.text()}", urgent=True)

    def _show_why(self, raised: RaisedStop) -> None:
        library = self._desk_signals.desk.library
        names = ", ".join(finding_label(library, code) for code in raised.findings)
        rule = library.rules[raised.rule]
        reason = say(rule.rationale, language())
        self.why.set_runs(
            (
                Run(self.tr("Why:") + " ", "caption-strong", "ink"),
                Run(f"{names}. {reason}", "caption", "ink_2"),
            )
        )
        self.rule.set_runs(
            (
                Run(self.tr("Rule") + " ", "caption-strong", "ink"),
                Run(f"{raised.rule}, {rule.strength}. ", "caption", "ink_2"),
                Run(self.tr("Source:") + " ", "caption-strong", "ink"),
                Run(rule.source, "caption", "ink_2"),
            )
        )
        checks = "; ".join(say(each, language()) for each in raised.stop.checks)
        self.checks.set_text(self.tr("Check: {checks}").format(checks=checks) if checks else "")
        self.checks.setVisible(bool(checks))

    def _on_remove_clicked(self) -> None:
        desk = self._desk_signals.desk
        for code in _first(desk.outcome).findings[:1]:
            desk.remove_finding(code)


def _first(outcome: Outcome) -> RaisedStop:
    """The stop that counts: an emergency before an urgent one, and not one that was cleared."""
    standing = [raised for raised in outcome.stops if not raised.cleared] or list(outcome.stops)
    return min(standing, key=lambda raised: raised.stop.level != "emergency")


def _split(text: str) -> tuple[str, str]:
    """What to do as the title, and what it may be below; the library writes "STOP. What it may be. What to do. More."."""
    sentences = [each.strip() for each in text.replace(". ", ".\n").split("\n") if each.strip()]
    said = [each for each in sentences if each.upper() not in ("STOP.", "ALTO.")]
    if len(said) < 2:
        return " ".join(said), ""
    return said[1], " ".join((said[0], *said[2:]))
