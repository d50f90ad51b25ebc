"""The left column: date, finding field, irritability, findings, red flags, and what is at home."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ptbuilder.domain.assessment import Finding
from ptbuilder.domain.text import say
from ptbuilder.domain.vocabulary import LEVELS, ONSETS, PROCEDURE, RED_FLAG
from ptbuilder.ui.announcing import announce
from ptbuilder.ui.build.body_map import BodyMap
from ptbuilder.ui.build.finding_field import FindingField
from ptbuilder.ui.build.finding_rows import FindingFinder
from ptbuilder.ui.build.finding_search import FindingSearch
from ptbuilder.ui.build.findings_view import FindingsView
from ptbuilder.ui.build.home_equipment import HomeEquipment
from ptbuilder.ui.build.pane import Pane, StripState
from ptbuilder.ui.build.red_flag_strip import RedFlagStrip
from ptbuilder.ui.desk_signals import DeskSignals
from ptbuilder.ui.labels import language, level_word, long_date, onset_word
from ptbuilder.ui.painting import Run
from ptbuilder.ui.theme import BAR, EDGE, ROW, Theme
from ptbuilder.ui.widgets.chips import Chip
from ptbuilder.ui.widgets.flow import FlowLayout
from ptbuilder.ui.widgets.segmented import SegmentedChoice
from ptbuilder.ui.widgets.text import TextLabel
from ptbuilder.ui.widgets.themed import Ground


class AssessmentPane(Pane):
    """Gets the desk and the theme; ``set_finder`` brings the search once the library is read.

    Everything that is pressed or typed goes to one named action of the desk.
    """

    def __init__(self, desk_signals: DeskSignals, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "window", parent)
        self.setObjectName("assessment_pane")
        self.setAccessibleName(self.tr("Assessment"))
        self._desk_signals = desk_signals
        self._is_low = False
        self.date = TextLabel(theme, "", "caption", "ink_2")
        self.field = FindingField(theme)
        self.search = FindingSearch(self.field, desk_signals, theme)
        self.irritability = SegmentedChoice(theme, [(level, level_word(level)) for level in LEVELS])
        self.irritability.setObjectName("irritability")
        self.onset = SegmentedChoice(theme, [(onset, onset_word(onset)) for onset in ONSETS])
        self.onset.setObjectName("onset")
        self.flags = RedFlagStrip(desk_signals, theme)
        self.findings = FindingsView(desk_signals, theme)
        self.body_map = BodyMap(theme, most_height=310)
        self.region_chips = QWidget()
        self._region_flow = FlowLayout(self.region_chips)
        self.home = HomeEquipment(desk_signals, theme)
        self._stop_note = self._note(
            self.tr("You can go on adding findings. They are printed on the referral note."),
        )
        self._middle = QStackedWidget()
        self._lay_out()
        self._connect()

    @property
    def strip_state(self) -> StripState:
        """The number of findings and whether red flags were asked."""
        if not self._desk_signals.is_open:
            return StripState("body")
        assessment = self._desk_signals.desk.work.assessment
        asked = assessment.red_flags_asked
        return StripState(
            "body",
            str(len(assessment.findings)),
            self.tr("find-\nings"),
            "check-circle" if asked else "info",
            self.tr("flags\nasked") if asked else self.tr("flags not\nasked"),
            "accent" if asked else "ink_2",
        )

    def set_finder(self, finder: FindingFinder) -> None:
        """Take the search, and count the findings of each region for the map."""
        self.search.set_finder(finder)
        library = self._desk_signals.desk.library
        counts = Counter(kind.region for kind in library.findings.values())
        names = {code: say(region.name, language()) for code, region in library.regions.items()}
        self.body_map.set_counts(counts, names)
        self._fill_region_chips(counts, names)

    def show_finding(self, code: str) -> None:
        """Put the focus on a finding, as when its side is missing."""
        self.findings.select_code(code)
        self.findings.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_first(self) -> None:
        """Put the cursor into the finding field."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def set_low(self, low: bool) -> None:
        """Leave the onset out in a low window until it is set."""
        self._is_low = low
        self._show_onset()

    # ---- inside -----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        top = QVBoxLayout()
        top.setContentsMargins(EDGE, 1, EDGE, ROW)
        top.addWidget(self.field)
        column.addLayout(top)
        self._middle.addWidget(self._empty_part())
        self._middle.addWidget(self._filled_part())
        column.addWidget(self._middle, 1)
        column.addWidget(self.home)
        column.addWidget(self._stop_note)
        self.home.hide()
        self._stop_note.hide()

    def _head(self) -> QWidget:
        head = QWidget()
        head.setFixedHeight(self.theme.tall(BAR))
        self.theme.changed.connect(lambda: head.setFixedHeight(self.theme.tall(BAR)))
        row = QHBoxLayout(head)
        row.setContentsMargins(EDGE, 0, EDGE, 0)
        row.addWidget(TextLabel(self.theme, self.tr("Assessment"), "name"))
        row.addStretch(1)
        row.addWidget(self.date)
        return head

    def _empty_part(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(EDGE, 0, EDGE, ROW)
        column.setSpacing(ROW)
        hint = TextLabel(self.theme, "", "caption", "ink_2", wraps=True)
        words = self.tr("Two or three letters are enough: {examples}. Or click where the problem is.")
        before, _, after = words.partition("{examples}")
        hint.set_runs(
            (
                Run(before, "caption", "ink_2"),
                Run(self.tr("facet, hip fl, slr"), "caption-strong", "ink"),
                Run(after, "caption", "ink_2"),
            )
        )
        column.addWidget(hint)
        column.addWidget(self.body_map)
        column.addWidget(self.region_chips)
        column.addStretch(1)
        return part

    def _filled_part(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        rows = QVBoxLayout()
        rows.setContentsMargins(EDGE, 0, EDGE, 4)
        rows.setSpacing(8)
        rows.addLayout(self._choice_row(self.tr("Irritability"), self.irritability))
        self._onset_row = QWidget()
        self._onset_row.setLayout(self._choice_row(self.tr("Onset"), self.onset))
        rows.addWidget(self._onset_row)
        rows.addWidget(self.flags)
        column.addLayout(rows)
        column.addWidget(self.findings, 1)
        return part

    def _choice_row(self, name: str, choice: SegmentedChoice) -> QHBoxLayout:
        choice.setAccessibleName(name)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(TextLabel(self.theme, name, "body", "ink_2"))
        row.addStretch(1)
        row.addWidget(choice)
        return row

    def _note(self, text: str) -> Ground:
        note = Ground(self.theme, "window", ("top",))
        column = QVBoxLayout(note)
        column.setContentsMargins(EDGE, 10, EDGE, ROW)
        column.addWidget(TextLabel(self.theme, text, "caption", "ink_2", wraps=True))
        return note

    def _fill_region_chips(self, counts: Mapping[str, int], names: Mapping[str, str]) -> None:
        self._region_flow.take_all()
        for code, name in names.items():
            if counts.get(code):
                self._add_region_chip(code, f"{name} {counts[code]}")
        kinds = Counter(kind.kind for kind in self._desk_signals.desk.library.findings.values())
        for kind, name in ((PROCEDURE, self.tr("Procedure")), (RED_FLAG, self.tr("Red flags"))):
            self._add_region_chip(kind, f"{name} {kinds[kind]}")

    def _add_region_chip(self, code: str, text: str) -> None:
        chip = Chip(self.theme, text, "open")
        chip.setObjectName(f"region_{code}")
        chip.clicked.connect(lambda _=False: self.search.show_region(code))
        self._region_flow.addWidget(chip)

    def _connect(self) -> None:
        self._desk_signals.changed.connect(self._on_desk_changed)
        self.irritability.chosen.connect(lambda level: self._desk_signals.desk.set_irritability(level))
        self.onset.chosen.connect(lambda onset: self._desk_signals.desk.set_onset(onset))
        self.flags.none_chosen.connect(lambda: self._desk_signals.desk.set_red_flags_asked(True))
        self.flags.flag_chosen.connect(lambda code: self._desk_signals.desk.add_finding(Finding(code)))
        self.home.toggled.connect(lambda code: self._desk_signals.desk.toggle_equipment(code))
        self.body_map.region_chosen.connect(lambda region, _side: self.search.show_region(region))
        self.findings.marked.connect(self.finding_marked)
        self.findings.said.connect(lambda text: announce(self, text))
        self.search.announced.connect(lambda text: announce(self, text))
        self.findings.add_asked.connect(self._on_add_asked)

    def _on_add_asked(self, kind: str) -> None:
        self.search.show_region(kind)

    def _on_desk_changed(self) -> None:
        desk = self._desk_signals.desk
        assessment = desk.work.assessment
        count = len(assessment.findings)
        self.setAccessibleName(
            self.tr("Assessment, {n} findings").format(n=count) if count != 1 else self.tr("Assessment, 1 finding")
        )
        self.date.set_text(long_date(assessment.on or desk.today))
        self.irritability.set_value(assessment.irritability)
        self.onset.set_value(assessment.stage)
        self._show_onset()
        self._middle.setCurrentIndex(0 if assessment.is_empty else 1)
        self.flags.refresh()
        self.findings.refresh()
        self.home.refresh()
        stopped = desk.outcome.stop is not None
        self.home.setVisible(not assessment.is_empty and not stopped)
        self._stop_note.setVisible(stopped)
        self.strip_changed.emit()

    def _show_onset(self) -> None:
        self._onset_row.setVisible(not self._is_low or self.onset.value is not None)
