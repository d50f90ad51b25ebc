"""The left column: date, finding field, and below it the body map while nothing was found, else the findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ptbuilder.domain.text import say
from ptbuilder.ui.announcing import announce
from ptbuilder.ui.build.assessment.body_map import BodyMap
from ptbuilder.ui.build.assessment.date_line import DateLine
from ptbuilder.ui.build.assessment.finding_field import FindingField
from ptbuilder.ui.build.pane import Pane, StripState
from ptbuilder.ui.desk_signals import DeskSignals
from ptbuilder.ui.labels import kind_word, language
from ptbuilder.ui.painting import Run
from ptbuilder.ui.theme import BAR, EDGE, ROW, Theme
from ptbuilder.ui.widgets.chips import Chip
from ptbuilder.ui.widgets.flow import FlowLayout
from ptbuilder.ui.widgets.text import TextLabel

if TYPE_CHECKING:
    from ptbuilder.ui.build.assessment.filled_assessment import FilledAssessment
    from ptbuilder.ui.build.assessment.finding_rows import FindingFinder
    from ptbuilder.ui.build.assessment.finding_search import FindingSearch

LISTED_KINDS = ("procedure", "red-flag")
"""Kinds of findings that no part of the body stands for; they have chips of their own."""


class AssessmentPane(Pane):
    """Gets the desk and the theme; ``set_finder`` brings the search once the library is read.

    What only shows later (the finding list, the findings) is made when it is first needed, so that the first paint is quick.
    """

    def __init__(self, desk_signals: DeskSignals, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "window", parent)
        self.setObjectName("assessment_pane")
        self.setAccessibleName(self.tr("Assessment"))
        self._desk_signals = desk_signals
        self._is_low = False
        self._is_filled = False
        self.date = DateLine(desk_signals, theme)
        self.field = FindingField(theme)
        self.body_map = BodyMap(theme, most_height=310)
        self.region_chips = QWidget()
        self._region_flow = FlowLayout(self.region_chips)
        self._middle = QStackedWidget()
        self._lay_out()
        self.date.refused.connect(desk_signals.refused)
        self._desk_signals.changed.connect(self._on_desk_changed)

    @cached_property
    def search(self) -> FindingSearch:
        """The finding list of the field."""
        from ptbuilder.ui.build.assessment.finding_search import FindingSearch

        search = FindingSearch(self.field, self._desk_signals, self.theme)
        search.announced.connect(lambda text: announce(self, text))
        self.body_map.region_chosen.connect(lambda region, _side: search.show_region(region))
        return search

    @cached_property
    def filled(self) -> FilledAssessment:
        """Everything that shows once something was found."""
        from ptbuilder.ui.build.assessment.filled_assessment import FilledAssessment
        from ptbuilder.ui.widgets.scrolling import scrollable

        filled = FilledAssessment(self._desk_signals, self.theme)
        filled.set_low(self._is_low)
        filled.findings.marked.connect(self.finding_marked)
        filled.said.connect(lambda text: announce(self, text))
        filled.add_asked.connect(lambda kind: self.search.show_region(kind))
        self._middle.addWidget(scrollable(filled))
        self._is_filled = True
        return filled

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
            self.tr("flags\nasked") if asked else self.tr("Red\nflags?"),
            "accent" if asked else "ink_2",
        )

    def set_finder(self, finder: FindingFinder) -> None:
        """Take the search, count the findings of each region for the map, and let map and chips scroll where they must."""
        from ptbuilder.ui.widgets.scrolling import scrollable

        if self._empty.parent() is self._middle:
            self._middle.removeWidget(self._empty)
            self._middle.insertWidget(0, scrollable(self._empty))
            self._middle.setCurrentIndex(0 if self._desk_signals.desk.work.assessment.is_empty else 1)
        self.search.set_finder(finder)
        library = self._desk_signals.desk.library
        counts = Counter(kind.region for kind in library.findings.values())
        names = {code: say(region.name, language()) for code, region in library.regions.items()}
        self.body_map.set_counts(counts, names)
        self._fill_region_chips(counts, names)

    def show_finding(self, code: str) -> None:
        """Put the focus on a finding, as when its side is missing."""
        self.filled.findings.select_code(code)
        self.filled.findings.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_equipment(self) -> None:
        """Put the focus on what is at home."""
        self.filled.home.focus_first()

    def focus_first(self) -> None:
        """Put the cursor into the finding field."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another height may let the findings scroll, or all of the assessment."""
        super().resizeEvent(event)
        if self._is_filled:
            self.filled.fit()

    def set_low(self, low: bool) -> None:
        """Save height in a low window."""
        self._is_low = low
        if self._is_filled:
            self.filled.set_low(low)

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
        self._empty = self._empty_part()
        self._middle.addWidget(self._empty)
        column.addWidget(self._middle, 1)

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

    def _fill_region_chips(self, counts: Mapping[str, int], names: Mapping[str, str]) -> None:
        self._region_flow.take_all()
        for code, name in names.items():
            if counts.get(code):
                self._add_region_chip(code, f"{name} {counts[code]}")
        kinds = Counter(kind.kind for kind in self._desk_signals.desk.library.findings.values())
        for kind in LISTED_KINDS:
            self._add_region_chip(kind, f"{kind_word(kind)} {kinds[kind]}")

    def _add_region_chip(self, code: str, text: str) -> None:
        chip = Chip(self.theme, text, "open")
        chip.setObjectName(f"region_{code}")
        chip.clicked.connect(lambda _=False: self.search.show_region(code))
        self._region_flow.addWidget(chip)

    def _show_body(self) -> None:
        from ptbuilder.services.drawing.figure_look import look_of

        work = self._desk_signals.desk.work
        look = look_of(work.patient, work.assessment, work.choices)
        self.body_map.show_body(look.body, look.skin)
        if "search" in self.__dict__:
            self.search.popup.body_map.show_body(look.body, look.skin)

    def _on_desk_changed(self) -> None:
        desk = self._desk_signals.desk
        assessment = desk.work.assessment
        count = len(assessment.findings)
        many = self.tr("Assessment, {n} findings").format(n=count)
        self.setAccessibleName(self.tr("Assessment, 1 finding") if count == 1 else many)
        self.date.refresh()
        self._show_body()
        if self._is_filled or not assessment.is_empty:
            self.filled.refresh()
        self._middle.setCurrentIndex(0 if assessment.is_empty else 1)
        self.strip_changed.emit()
