"""The assessment once something was found: irritability, onset, danger signs, findings, and what is at home."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ptbuilder.domain.assessment import Finding
from ptbuilder.domain.vocabulary import LEVELS, ONSETS
from ptbuilder.ui.build.assessment.findings_view import FindingsView
from ptbuilder.ui.build.assessment.home_equipment import HomeEquipment
from ptbuilder.ui.build.assessment.patient_goals import PatientGoals
from ptbuilder.ui.build.assessment.pattern_line import PatternLine
from ptbuilder.ui.build.assessment.red_flag_strip import RedFlagStrip
from ptbuilder.ui.desk_signals import DeskSignals
from ptbuilder.ui.labels import level_word, onset_word
from ptbuilder.ui.theme import EDGE, ROW, Theme
from ptbuilder.ui.widgets.segmented import SegmentedChoice
from ptbuilder.ui.widgets.text import TextLabel
from ptbuilder.ui.widgets.themed import Ground

LEAST_FINDINGS = 100
"""Height at 100 % text below which the findings do not scroll by themselves; then all of the assessment scrolls as one."""


class FilledAssessment(QWidget):
    """Made when the first finding comes; each press is one action of the desk.

    ``said`` carries a sentence for screen readers, ``add_asked`` the kind of finding that is to be added.
    """

    said = Signal(str)
    add_asked = Signal(str)

    def __init__(self, desk_signals: DeskSignals, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._desk_signals = desk_signals
        self._is_low = False
        self.irritability = SegmentedChoice(theme, [(level, level_word(level)) for level in LEVELS])
        self.irritability.setObjectName("irritability")
        self.onset = SegmentedChoice(theme, [(onset, onset_word(onset)) for onset in ONSETS])
        self.onset.setObjectName("onset")
        self.flags = RedFlagStrip(desk_signals, theme)
        self.goals = PatientGoals(theme)
        self.pattern = PatternLine(theme)
        self.findings = FindingsView(desk_signals, theme)
        self.home = HomeEquipment(desk_signals, theme)
        self._stop_note = self._note()
        self._lay_out()
        self._connect()
        self._on_theme_changed()

    def refresh(self) -> None:
        """Show the desk as it is now."""
        desk = self._desk_signals.desk
        assessment = desk.work.assessment
        self.irritability.set_value(assessment.irritability)
        self.onset.set_value(assessment.stage)
        self._show_onset()
        self.flags.refresh()
        self.goals.show_words(assessment.patient_goals)
        self.pattern.show_desk(desk)
        self.findings.refresh()
        self.home.refresh()
        stopped = desk.outcome.stop is not None
        self.home.setVisible(not stopped)
        self._stop_note.setVisible(stopped)
        self.fit()

    def fit(self) -> None:
        """Let either the findings or all of the assessment scroll, never one within the other."""
        area = self._area()
        if area is None:
            return
        others = self.minimumSizeHint().height() - self.findings.minimumHeight()
        least = self.theme.wide(LEAST_FINDINGS)
        is_whole = area.viewport().height() - others < least
        self.findings.setMinimumHeight(max(self.findings.whole_height, least) if is_whole else least)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may make the findings higher."""
        super().resizeEvent(event)
        self.fit()

    def write_goals(self) -> None:
        """Put the cursor into the goals, also where a low window leaves them out."""
        self.goals.show()
        self.goals.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_low(self, low: bool) -> None:
        """Leave the onset out in a low window until it is set."""
        self._is_low = low
        self.home.set_low(low)
        self._show_onset()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        rows = QVBoxLayout()
        rows.setContentsMargins(EDGE, 0, EDGE, 4)
        rows.setSpacing(8)
        rows.addWidget(self._choice_row(self.tr("Irritability"), self.irritability))
        self._onset_row = self._choice_row(self.tr("Onset"), self.onset)
        rows.addWidget(self._onset_row)
        rows.addWidget(self.goals)
        rows.addWidget(self.flags)
        column.addLayout(rows)
        column.addWidget(self.pattern)
        column.addWidget(self.findings, 1)
        column.addWidget(self.home)
        column.addWidget(self._stop_note)
        self._stop_note.hide()

    def _choice_row(self, name: str, choice: SegmentedChoice) -> QWidget:
        choice.setAccessibleName(name)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(TextLabel(self.theme, name, "body", "ink_2"))
        row.addStretch(1)
        row.addWidget(choice)
        return holder

    def _note(self) -> Ground:
        note = Ground(self.theme, "window", ("top",))
        column = QVBoxLayout(note)
        column.setContentsMargins(EDGE, 10, EDGE, ROW)
        text = self.tr("You can go on adding findings. They are printed on the referral note.")
        column.addWidget(TextLabel(self.theme, text, "caption", "ink_2", wraps=True))
        return note

    def _connect(self) -> None:
        self.irritability.chosen.connect(lambda level: self._desk_signals.desk.set_irritability(level))
        self.onset.chosen.connect(lambda onset: self._desk_signals.desk.set_onset(onset))
        self.flags.none_chosen.connect(lambda: self._desk_signals.desk.set_red_flags_asked(True))
        self.flags.flag_chosen.connect(lambda code: self._desk_signals.desk.add_finding(Finding(code)))
        self.goals.written.connect(lambda words: self._desk_signals.desk.set_patient_goals(words))
        self.pattern.add_asked.connect(self._on_pattern_added)
        self.home.toggled.connect(lambda code: self._desk_signals.desk.toggle_equipment(code))
        self.theme.changed.connect(self._on_theme_changed)
        self.findings.said.connect(self.said)
        self.findings.add_asked.connect(self.add_asked)
        self.findings.selectionModel().currentChanged.connect(lambda _new, _old: self._show_chosen())

    def _on_pattern_added(self, finding: Finding) -> None:
        self._desk_signals.desk.add_finding(finding)
        self.findings.select_code(finding.code)
        self.findings.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_theme_changed(self) -> None:
        self.findings.setMinimumHeight(self.theme.wide(LEAST_FINDINGS))
        self.fit()

    def _area(self) -> QScrollArea | None:
        viewport = self.parentWidget()
        area = viewport.parentWidget() if viewport is not None else None
        return area if isinstance(area, QScrollArea) else None

    def _show_chosen(self) -> None:
        """Bring the chosen finding into view where the list itself does not scroll."""
        area = self._area()
        if area is not None and self.findings.hasFocus():
            place = self.findings.visualRect(self.findings.currentIndex())
            at = self.findings.viewport().mapTo(self, place.center())
            area.ensureVisible(at.x(), at.y(), 0, place.height())

    def _show_onset(self) -> None:
        self._onset_row.setVisible(not self._is_low or self.onset.value is not None)
        self.goals.setVisible(not self._is_low or bool(self.goals.text()) or self.goals.hasFocus())
