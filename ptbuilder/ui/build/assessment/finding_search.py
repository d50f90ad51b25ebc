"""Joins the finding field with its list: reads the line, asks the search, and adds what Enter takes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from ptbuilder.domain.assessment import Finding
from ptbuilder.domain.text import say
from ptbuilder.domain.vocabulary import FindingKind
from ptbuilder.services.desk.finding_entry import Entry, as_finding, read_entry
from ptbuilder.ui.build.assessment.date_doubt import DateDoubt
from ptbuilder.ui.build.assessment.finding_commands import command_row, run_command
from ptbuilder.ui.build.assessment.finding_field import FindingField
from ptbuilder.ui.build.assessment.finding_popup import FindingPopup
from ptbuilder.ui.build.assessment.finding_rows import CommandRow, FindingFinder, FindingMatch, FindingRow, FindingRowsModel
from ptbuilder.ui.desk_signals import DeskSignals
from ptbuilder.ui.labels import exercise_name, goal_label, grade_word, kind_word, language, scale_word, side_word
from ptbuilder.ui.painting import Run
from ptbuilder.ui.theme import Theme

MOST = 8
"""Matches to list; a chosen region lists all of its findings."""
TOKENS = {"left": "l", "right": "r", "both": "b", "mild": "1", "moderate": "2", "severe": "3"}


class FindingSearch(QObject):
    """Owns the popup of one field. ``finder`` is asked for the search once the library is there.

    ``announced`` carries a sentence for screen readers: what was added, what did not fit.
    """

    announced = Signal(str)

    def __init__(self, field: FindingField, desk_signals: DeskSignals, theme: Theme) -> None:
        super().__init__(field)
        self.field = field
        self._desk_signals = desk_signals
        self._finder: FindingFinder | None = None
        self._region = ""
        self.model = FindingRowsModel()
        self.popup = FindingPopup(theme, self.model, field)
        self._entry = Entry("")
        self._doubt = DateDoubt()
        self._was_marked = -1
        self._connect()

    @property
    def is_open(self) -> bool:
        """Whether the list is shown."""
        return self.popup.isVisible()

    def set_finder(self, finder: FindingFinder) -> None:
        """Take the search; what was typed meanwhile is looked up at once."""
        self._finder = finder
        library = self._desk_signals.desk.library
        counts = Counter(kind.region for kind in library.findings.values())
        names = {code: say(region.name, language()) for code, region in library.regions.items()}
        self.popup.set_counts(counts, names)
        if self.field.text():
            self.refresh()

    def show_region(self, region: str) -> None:
        """List the findings of one region, as a press on the body does."""
        self._region = region
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.refresh()

    def refresh(self) -> None:
        """Read the line and list what matches."""
        if self._finder is None:
            return
        self._entry = read_entry(self.field.text(), self._desk_signals.desk.today)
        if not self._entry.text and not self._region:
            self.close()
            return
        self._fill()
        self.popup.open_under(self.field)

    def open_map(self) -> None:
        """Open the list for the body map alone."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._finder is not None:
            self._fill()
            self.popup.open_under(self.field)

    def take(self) -> None:
        """Add the marked finding or carry the command out; the field stays open and empty."""
        row = self.model.row(self.popup.marked_place)
        if not self.is_open or row is None:
            return
        desk = self._desk_signals.desk
        if isinstance(row, CommandRow):
            run_command(self._entry, desk)
            self.announced.emit(row.text)
        elif not self._add(row):
            return
        self._region = ""
        self.field.clear()
        self.close()

    def _add(self, row: FindingRow) -> bool:
        """Add or change the finding, and say what of the line did not fit; False where its date is doubted, which is said."""
        desk = self._desk_signals.desk
        doubt = self._doubt.sentence(row.finding.on if self._entry.on is not None else None, desk.today)
        if doubt:
            self._desk_signals.refused.emit(doubt)
            return False
        present = desk.work.assessment.finding(row.kind.code)
        finding = merged(present, row.finding, self._entry) if present else row.finding
        (desk.set_finding if present else desk.add_finding)(finding)
        said = " ".join((self.tr("{finding} added.").format(finding=row.label), *row.ignored))
        self.announced.emit(said)
        if row.ignored:
            self._desk_signals.refused.emit(said)
        return True

    def escape(self) -> None:
        """Esc: clear first, then close."""
        if self.field.text() or self._region:
            self._region = ""
            self.field.clear()
        self.close()

    def close(self) -> None:
        """Take the list away."""
        self.popup.hide()

    # ---- inside -----------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.field.textChanged.connect(self._on_text_changed)
        self.field.moved.connect(self._on_moved)
        self.field.taken.connect(self.take)
        self.field.escaped.connect(self.escape)
        self.field.left.connect(self._on_left)
        self.field.map_asked.connect(self.open_map)
        self.popup.chosen.connect(self._on_chosen)
        self.popup.region_chosen.connect(self.show_region)
        self.popup.all_asked.connect(lambda: self._on_all_asked())
        self.popup.delegate.token_chosen.connect(self._on_token_chosen)

    def _on_text_changed(self, _text: str) -> None:
        self.refresh()

    def _on_moved(self, step: int) -> None:
        if self.is_open and self.model.rowCount():
            place = max(0, min(self.model.rowCount() - 1, self.popup.marked_place + step))
            self._mark(place)

    def _on_left(self) -> None:
        focus: QWidget | None = QApplication.focusWidget()
        if focus is None or not self.popup.isAncestorOf(focus):
            self.close()

    def _on_chosen(self, place: int) -> None:
        if place == self.popup.marked_place and self._was_marked == place:
            self.take()
        else:
            self._mark(place)

    def _on_all_asked(self) -> None:
        self._region = ""
        self.open_map()

    def _on_token_chosen(self, token: str) -> None:
        """Type the side or severity that was pressed in place of the one before."""
        row = self.model.row(self.popup.marked_place)
        if isinstance(row, FindingRow):
            side = token if token in "lrb" else TOKENS.get(self._entry.side or "", "")
            grade = token if token in "123" else TOKENS.get(self._entry.grade or "", "")
            text = self._entry.text or row.label
            self.field.setText(f"{text} {side}{grade}")

    def _fill(self) -> None:
        command = command_row(self._entry, self._desk_signals.desk)
        rows: list[FindingRow | CommandRow] = [command] if command else [self._row(match) for match in self._matches()]
        self.model.set_rows(rows)
        self._show_head(rows)
        self._show_region()
        self._show_nothing(rows)
        if rows:
            self._mark(0)

    def _matches(self) -> Sequence[FindingMatch]:
        assert self._finder is not None
        library = self._desk_signals.desk.library
        if not self._region:
            return self._finder.find(self._entry.text, MOST) if self._entry.text else ()
        if not self._entry.text:
            return [PlainMatch(kind.code) for kind in library.findings.values() if _stands_in(kind, self._region)]
        found = self._finder.find(self._entry.text, len(library.findings))
        return [match for match in found if _stands_in(library.findings[match.code], self._region)]

    def _row(self, match: FindingMatch) -> FindingRow:
        desk = self._desk_signals.desk
        kind = desk.library.findings[match.code]
        finding, ignored = as_finding(self._entry, kind, desk.library)
        present = desk.work.assessment.finding(kind.code)
        region = desk.library.regions.get(kind.region)
        shown = merged(present, finding, self._entry) if present else with_usual_grade(kind, finding)
        details = ", ".join(part for part in (kind_word(kind.kind), scale_word(kind.scale)) if part)
        return FindingRow(
            kind=kind,
            label=say(kind.label, language()),
            region=say(region.name, language()) if region else "",
            details=details,
            finding=shown,
            letters=match.letters,
            also=match.also,
            also_letters=match.also_letters,
            is_goal=bool(match.also) and not any(match.also in names for names in kind.aliases.values()),
            is_present=present is not None,
            ignored=ignored,
        )

    def _mark(self, place: int) -> None:
        row = self.model.row(place)
        if isinstance(row, FindingRow):
            self.model.set_row(place, self._with_effect(row))
        self.popup.mark(place)
        self._was_marked = place

    def _with_effect(self, row: FindingRow) -> FindingRow:
        desk = self._desk_signals.desk
        effect = desk.effect_of(row.finding)

        def names(codes: tuple[str, ...]) -> str:
            return ", ".join(exercise_name(desk.library, code) for code in codes)

        leads_to = goal_label(desk.library, row.kind.goals[0]) if row.kind.goals else ""
        return replace(
            row, leads_to=leads_to, joins=names(effect.joins), leaves=names(effect.leaves), stops=effect.stop is not None
        )

    def _show_head(self, rows: Sequence[object]) -> None:
        runs = [Run(self.tr("{n} findings").format(n=len(rows)) if len(rows) != 1 else self.tr("1 finding"), "caption", "ink_2")]
        if rows and isinstance(rows[0], CommandRow):
            runs = [Run(self.tr("A command"), "caption", "ink_2")]
        for key, word in read_as(self._entry):
            runs += [Run(", ", "caption", "ink_2"), Run(key, "caption-strong", "ink"), Run(f" = {word}", "caption", "ink_2")]
        self.popup.show_head(runs)

    def _show_region(self) -> None:
        library = self._desk_signals.desk.library
        first = self.model.row(0)
        shown = self._region or (first.kind.region if isinstance(first, FindingRow) else "")
        region = library.regions.get(shown)
        count = sum(_stands_in(kind, shown) for kind in library.findings.values())
        name = say(region.name, language()) if region else kind_word(shown)
        self.popup.show_region(name, count, shown)

    def _show_nothing(self, rows: Sequence[object]) -> None:
        text = ""
        if not rows and self._entry.text:
            text = self.tr('Nothing matches "{text}". Try fewer letters, or click the body.').format(text=self._entry.text)
        elif not rows:
            text = self.tr("Click a part of the body to list its findings, or type two or three letters.")
        self.popup.say_nothing_found(text)


class PlainMatch:
    """A finding that is listed without letters that matched."""

    def __init__(self, code: str) -> None:
        self.code = code
        self.letters: tuple[tuple[int, int], ...] = ()
        self.also = ""
        self.also_letters: tuple[tuple[int, int], ...] = ()


def _stands_in(kind: FindingKind, group: str) -> bool:
    """Whether a finding belongs to a region, or is of the kind that is listed like one (procedure, precaution, red flag)."""
    return group in (kind.region, kind.kind)


def with_usual_grade(kind: FindingKind, finding: Finding) -> Finding:
    """Moderate where a kind is graded mild to severe and nothing was typed; the list shows it before Enter takes it."""
    if kind.scale == "mms" and finding.grade is None and finding.value is None:
        return replace(finding, grade="moderate")
    return finding


def merged(present: Finding, typed: Finding, entry: Entry) -> Finding:
    """The finding that is there with what was typed laid over it."""
    return replace(
        present,
        side=typed.side or present.side,
        grade=entry.grade or (None if typed.value is not None else present.grade),
        value=typed.value if typed.value is not None else (None if entry.grade else present.value),
        on=typed.on or present.on,
    )


def read_as(entry: Entry) -> list[tuple[str, str]]:
    """How the end of the line was read, as keys and words for the head of the list."""
    shown: list[tuple[str, str]] = []
    if entry.side:
        shown.append((TOKENS[entry.side], side_word(entry.side)))
    if entry.grade:
        shown.append((TOKENS[entry.grade], grade_word(entry.grade)))
    return shown
