"""The findings of the assessment as a tree of two levels: headings, and the lines under them."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt

from ptbuilder.domain.assessment import Finding
from ptbuilder.domain.text import say
from ptbuilder.domain.values import dataclass
from ptbuilder.domain.vocabulary import PRECAUTION, PROCEDURE, RED_FLAG, FindingKind
from ptbuilder.ui.labels import language, phase_name, short_date, short_label, side_word, value_text

if TYPE_CHECKING:
    from ptbuilder.services.desk.desk import Desk

Index = QModelIndex | QPersistentModelIndex
LINE_ROLE = Qt.ItemDataRole.UserRole
HEADING_ROLE = Qt.ItemDataRole.UserRole + 1
OF_LINE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
OF_FINDING = OF_LINE | Qt.ItemFlag.ItemIsEditable


@dataclass(frozen=True, slots=True)
class Line:
    """One line under a heading.

    ``finding`` lines carry the value with its kind; ``flags`` says that red flags were asked; ``no-precautions`` offers to add.
    ``region`` is asked where a rule keeps the region of the finding out (a fracture). ``below`` is a second line: date and
    phase of a procedure, or a note.
    """

    what: Literal["finding", "flags", "no-precautions"]
    label: str
    full: str
    finding: Finding | None = None
    kind: FindingKind | None = None
    side: str = ""
    value: str = ""
    region: str = ""
    below: str = ""
    below_strong: str = ""
    hint: str = ""

    @property
    def code(self) -> str:
        """The code of the finding, or what the line is."""
        return self.finding.code if self.finding else self.what

    @property
    def seen(self) -> tuple[object, ...]:
        """All that the line shows."""
        words = (self.what, self.label, self.side, self.value, self.region, self.below, self.below_strong, self.hint)
        return (*words, self.kind.code if self.kind else "", self.wants_side, self.wants_region)

    @property
    def said(self) -> str:
        """The line as it is read aloud."""
        parts = (self.full, self.side, self.value, self.region, self.below + self.below_strong, self.hint)
        return ", ".join(part for part in parts if part)

    @property
    def wants_side(self) -> bool:
        """Whether the finding needs a side and has none."""
        return self.finding is not None and self.kind is not None and bool(self.kind.sides) and self.finding.side is None

    @property
    def wants_region(self) -> bool:
        """Whether a rule needs to know the region and nobody said it."""
        return bool(self.region) and self.finding is not None and self.finding.region is None

    @property
    def is_red_flag(self) -> bool:
        """Whether it is a danger sign."""
        return self.kind is not None and self.kind.is_red_flag


@dataclass(frozen=True, slots=True)
class Heading:
    """A region, or procedures, safety, red flags; ``count`` is shown at the right where it is more than nothing."""

    code: str
    name: str
    lines: list[Line] = field(default_factory=list)
    is_stop: bool = False

    @property
    def count(self) -> int:
        """How many findings stand under it."""
        return sum(line.finding is not None for line in self.lines)

    @property
    def said(self) -> str:
        """The heading as it is read aloud."""
        return f"{self.name}, {self.count}" if self.count else self.name


class FindingsModel(QAbstractItemModel):
    """Headings at the top level, lines below; ``LINE_ROLE`` and ``HEADING_ROLE`` give the values."""

    def __init__(self) -> None:
        super().__init__()
        self._headings: list[Heading] = []

    @property
    def headings(self) -> tuple[Heading, ...]:
        """All headings in the order of the pane."""
        return tuple(self._headings)

    def show_desk(self, desk: Desk) -> None:
        """Take the findings of the desk."""
        headings = headings_of(desk)
        if headings == self._headings:
            return
        self.beginResetModel()
        self._headings = headings
        self.endResetModel()

    def index_of(self, code: str) -> QModelIndex:
        """The line of a finding, or an invalid index."""
        for top, heading in enumerate(self._headings):
            for place, line in enumerate(heading.lines):
                if line.code == code:
                    return self.index(place, 0, self.index(top, 0))
        return QModelIndex()

    def line(self, index: Index) -> Line | None:
        """The line at an index, None for headings."""
        item = self.item(index)
        return item if isinstance(item, Line) else None

    def item(self, index: Index) -> Heading | Line | None:
        """The heading or the line at an index, past Qt, which would ask for the same at some cost."""
        if not index.isValid():
            return None
        top = index.internalId()
        return self._headings[top - 1].lines[index.row()] if top else self._headings[index.row()]

    # ---- Qt ---------------------------------------------------------------------------------------------------------

    def index(self, row: int, column: int = 0, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 - Qt's own default
        """Headings carry 0, lines the place of their heading plus one."""
        if column != 0 or not 0 <= row < FindingsModel.rowCount(self, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008 - Qt's own default
        """The heading of a line."""
        top = index.internalId() if index.isValid() else 0
        return self.createIndex(top - 1, 0, 0) if top else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Headings, or the lines of one."""
        if not parent.isValid():
            return len(self._headings)
        if parent.internalId() or parent.column() > 0:
            return 0
        return len(self._headings[parent.row()].lines)

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """One column."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words for the screen and for screen readers, or the values."""
        item = self.item(index)
        if role in (LINE_ROLE, HEADING_ROLE):
            return item if isinstance(item, Line if role == LINE_ROLE else Heading) else None
        if role == Qt.ItemDataRole.DisplayRole:
            return item.said if item is not None else None
        if role == Qt.ItemDataRole.EditRole and isinstance(item, Line) and item.finding is not None:
            return item.finding.note
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Lines can be selected and edited in place, headings only folded."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if not index.internalId():
            return Qt.ItemFlag.ItemIsEnabled
        line = self.line(index)
        return OF_FINDING if line is not None and line.finding is not None else OF_LINE


def headings_of(desk: Desk) -> list[Heading]:
    """Red flags first, regions in the order of the body, then procedures and safety."""
    assessment, library = desk.work.assessment, desk.library
    groups: dict[str, Heading] = {}
    for finding in assessment.findings:
        kind = library.findings.get(finding.code)
        code = _group_of(kind)
        if code not in groups:
            groups[code] = Heading(code, _group_name(desk, code), is_stop=code == RED_FLAG)
        groups[code].lines.append(_line(desk, finding, kind, groups[code].name))
    order = [RED_FLAG, *sorted(library.regions, key=lambda each: library.regions[each].order), "", PROCEDURE]
    headings = [groups[code] for code in order if code in groups]
    if not assessment.is_empty:
        headings.append(_safety(desk, groups.get(PRECAUTION)))
    return headings


def _group_of(kind: FindingKind | None) -> str:
    if kind is None:
        return ""
    return kind.kind if kind.kind in (RED_FLAG, PROCEDURE, PRECAUTION) else kind.region


def _group_name(desk: Desk, code: str) -> str:
    words = {RED_FLAG: _tr("Red flag"), PROCEDURE: _tr("Procedure"), PRECAUTION: _tr("Safety"), "": _tr("Other")}
    return words[code] if code in words else say(desk.library.regions[code].name, language())


def _line(desk: Desk, finding: Finding, kind: FindingKind | None, heading: str) -> Line:
    full = say(kind.label, language()) if kind else finding.code
    below, strong = _below(desk, finding, kind)
    return Line(
        what="finding",
        label=short_label(full, heading),
        full=full,
        finding=finding,
        kind=kind,
        side=side_word(finding.side) if finding.side or (kind and kind.sides) else "",
        value=value_text(kind, finding),
        region=_region_word(desk, finding),
        below=below,
        below_strong=strong,
    )


def _region_word(desk: Desk, finding: Finding) -> str:
    from ptbuilder.services.suggest.reading import regional_findings

    if finding.code not in regional_findings(desk.library):
        return ""
    region = desk.library.regions.get(finding.region or "")
    return say(region.name, language()) if region else _tr("region?")


def _below(desk: Desk, finding: Finding, kind: FindingKind | None) -> tuple[str, str]:
    """The second line: date, day and phase of a procedure, or the note."""
    if kind is None or not kind.is_procedure:
        return finding.note, ""
    day = finding.day(desk.today)
    if day is None:
        return _tr("Enter its date"), ""
    table = desk.library.procedures.get(kind.code)
    on = short_date(finding.on) if finding.on else ""
    text = _tr("{date}, day {day}").format(date=on, day=day) if on else _tr("Day {day}").format(day=day)
    phase = desk.work.assessment.phase or (table.phase_on(day) if table and day >= 0 else None)
    return (f"{text}: ", phase_name(desk.library, phase)) if phase else (text, "")


def _safety(desk: Desk, precautions: Heading | None) -> Heading:
    """That red flags were asked (until then the strip above asks), then precautions, or a line that offers to add one."""
    heading = Heading(PRECAUTION, _tr("Safety"))
    assessment = desk.work.assessment
    has_flags = any(
        kind is not None and kind.is_red_flag for kind in (desk.library.findings.get(each.code) for each in assessment.findings)
    )
    if assessment.red_flags_asked and not has_flags:
        text = _tr("Red flags asked: none")
        day = assessment.on or desk.today
        heading.lines.append(Line("flags", text, text, hint=_tr("today") if day == desk.today else short_date(day)))
    if precautions is None:
        text = _tr("No precautions noted")
        heading.lines.append(Line("no-precautions", text, text, hint=_tr("Add")))
    else:
        heading.lines.extend(precautions.lines)
    return heading


def _tr(text: str) -> str:
    from PySide6.QtCore import QCoreApplication

    return QCoreApplication.translate("FindingsModel", text)
