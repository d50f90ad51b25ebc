"""The list of findings: keys and presses that change, date, note or remove one."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QTreeView, QWidget

from ptbuilder.domain.assessment import Finding
from ptbuilder.domain.text import say
from ptbuilder.domain.vocabulary import GRADES, FindingKind, Side
from ptbuilder.services.desk.typed_day import read_day
from ptbuilder.services.suggest.reading import body_regions
from ptbuilder.ui.build.assessment.date_doubt import DateDoubt
from ptbuilder.ui.build.assessment.findings_delegate import FindingsDelegate
from ptbuilder.ui.build.assessment.findings_model import FindingsModel, Line
from ptbuilder.ui.desk_signals import DeskSignals
from ptbuilder.ui.labels import grade_word, language, side_word
from ptbuilder.ui.theme import Theme

SIDE_KEYS: dict[str, Side] = {"l": "left", "r": "right", "b": "both"}
HIGHEST = {"nprs": 10, "psfs": 10, "mmt": 5}


class FindingsView(QTreeView):
    """``marked`` carries the finding under the pointer, else the selected one while the list has the focus.

    ``said`` carries a sentence where a key does not fit ("This finding has no side."); ``add_asked`` wants the finding field.
    """

    marked = Signal(str)
    said = Signal(str)
    add_asked = Signal(str)

    def __init__(self, desk_signals: DeskSignals, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findings")
        self.setAccessibleName(self.tr("Findings"))
        self.theme = theme
        self._desk_signals = desk_signals
        self._doubt = DateDoubt()
        self._folded: set[str] = set()
        self._hovered = ""
        self.findings = FindingsModel()
        self.chips = FindingsDelegate(theme, self)
        self.setModel(self.findings)
        self.setItemDelegate(self.chips)
        self._set_up()
        self._connect()

    def refresh(self) -> None:
        """Show the desk; selection and folded headings stay."""
        chosen = self.chosen_code
        self.findings.show_desk(self._desk_signals.desk)
        for top, heading in enumerate(self.findings.headings):
            self.setExpanded(self.findings.index(top, 0), heading.code not in self._folded)
        self.select_code(chosen)

    @property
    def whole_height(self) -> int:
        """The height in which nothing of the list scrolls."""
        self.executeDelayedItemsLayout()
        return self.viewportSizeHint().height() + 2 * self.frameWidth()

    @property
    def chosen_code(self) -> str:
        """The code of the selected line, or an empty string."""
        line = self.findings.line(self.currentIndex())
        return line.code if line else ""

    def select_code(self, code: str) -> None:
        """Select the line of a finding, if it is there."""
        index = self.findings.index_of(code)
        if index.isValid():
            self.setCurrentIndex(index)

    def chip_menu(self, code: str, which: str) -> QMenu:
        """Sides, severities or regions of a finding to choose from."""
        menu = QMenu(self)
        menu.setObjectName("chip_menu")
        finding, kind = self._finding(code)
        if which == "region":
            for region in body_regions(self._desk_signals.desk.library):
                changed = replace(finding, region=region.code)
                menu.addAction(say(region.name, language()), partial(self._desk_signals.desk.set_finding, changed))
            return menu
        if which == "side":
            for key, side in SIDE_KEYS.items():
                if side in kind.sides:
                    changed = replace(finding, side=side)
                    menu.addAction(f"{side_word(side)}\t{key}", partial(self._desk_signals.desk.set_finding, changed))
            return menu
        for key, text, changed in _severities(finding, kind):
            menu.addAction(f"{text}\t{key}", partial(self._desk_signals.desk.set_finding, changed))
        return menu

    def type_on_line(self, code: str, key: str) -> None:
        """Change side or severity of a finding as a typed letter or digit does."""
        finding, kind = self._finding(code)
        desk = self._desk_signals.desk
        if key in SIDE_KEYS:
            if SIDE_KEYS[key] in kind.sides:
                desk.set_finding(replace(finding, side=SIDE_KEYS[key]))
            else:
                self.said.emit(self.tr("This finding has no side."))
            return
        changed = _with_digit(finding, kind, int(key))
        if changed is not None:
            desk.set_finding(changed)

    # ---- Qt ---------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters and digits change the selected finding; Del removes, Enter opens date, region or note, F2 the note."""
        if self.state() == QAbstractItemView.State.EditingState:
            return  # Enter in the editor comes on to here, before the delegate has taken what was typed
        line = self.findings.line(self.currentIndex())
        key = event.text().lower()
        if line is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_F2 and line.finding is not None:
            self.edit(self.currentIndex())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_F2):
            self._open(line)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and line.finding is not None:
            self._remove(line.code)
        elif line.finding is not None and (key in SIDE_KEYS or key.isdigit()):
            self.type_on_line(line.code, key)
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Mark what the finding under the pointer leads to."""
        super().mouseMoveEvent(event)
        line = self.findings.line(self.indexAt(event.position().toPoint()))
        self._hover(line.code if line is not None and line.finding is not None else "")

    def leaveEvent(self, event: QEvent) -> None:
        """Mark the selected finding again."""
        super().leaveEvent(event)
        self._hover("")

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select the first finding where none is selected."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.findings.rowCount():
            self.setCurrentIndex(self.findings.index(0, 0, self.findings.index(0, 0)))
        self._tell()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Nothing is marked while the focus is elsewhere."""
        super().focusOutEvent(event)
        self._tell()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines break anew where the width is other."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    # ---- inside -----------------------------------------------------------------------------------------------------

    def _set_up(self) -> None:
        self.setHeaderHidden(True)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(False)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self.setWordWrap(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)

    def _connect(self) -> None:
        self.chips.pressed.connect(self._on_spot_pressed)
        self.chips.folded.connect(self._on_folded)
        self.chips.edited.connect(self._on_edited)
        self.selectionModel().currentChanged.connect(lambda _new, _old: self._tell())
        self.theme.changed.connect(self.scheduleDelayedItemsLayout)

    def _finding(self, code: str) -> tuple[Finding, FindingKind]:
        desk = self._desk_signals.desk
        finding = desk.work.assessment.finding(code)
        assert finding is not None
        return finding, desk.library.findings[code]

    def _open(self, line: Line) -> None:
        if line.what == "flags":
            self._toggle_flags()
        elif line.what == "no-precautions":
            self.add_asked.emit("precaution")
        elif line.region:
            self._ask_region(line.code)
        else:
            self.edit(self.currentIndex())

    def _ask_region(self, code: str) -> None:
        """Open the choice of regions under the line, the first one marked, so that arrows and Enter choose."""
        menu = self.chip_menu(code, "region")
        menu.popup(self.viewport().mapToGlobal(self.visualRect(self.findings.index_of(code)).bottomLeft()))
        menu.setActiveAction(menu.actions()[0])

    def _toggle_flags(self) -> None:
        desk = self._desk_signals.desk
        desk.set_red_flags_asked(not desk.work.assessment.red_flags_asked)

    def _remove(self, code: str) -> None:
        below = self.indexBelow(self.currentIndex())
        above = self.indexAbove(self.currentIndex())
        lines = [self.findings.line(index) for index in (below, above)]
        following = next((each.code for each in lines if each is not None), "")
        self._desk_signals.desk.remove_finding(code)
        self.select_code(following)

    def _hover(self, code: str) -> None:
        if code != self._hovered:
            self._hovered = code
            self._tell()

    def _tell(self) -> None:
        self.marked.emit(self._hovered or (self.chosen_code if self.hasFocus() else ""))

    def _on_spot_pressed(self, code: str, spot: str, rect: QRect) -> None:
        if spot == "check":
            self._toggle_flags()
        elif spot == "add":
            self.add_asked.emit("precaution")
        elif spot == "remove":
            self._desk_signals.desk.remove_finding(code)
        else:
            self.chip_menu(code, spot).popup(self.viewport().mapToGlobal(rect.bottomLeft()))

    def _on_folded(self, place: int) -> None:
        heading = self.findings.headings[place]
        index = self.findings.index(place, 0)
        opened = self.isExpanded(index)
        (self._folded.add if opened else self._folded.discard)(heading.code)
        self.setExpanded(index, not opened)

    def _on_edited(self, code: str, text: str) -> None:
        finding, kind = self._finding(code)
        if not kind.is_procedure:
            self._desk_signals.desk.set_finding(replace(finding, note=text))
            return
        on = read_day(text.lower().split(), self._desk_signals.desk.today, "past")
        wrong = self._doubt.sentence(on, self._desk_signals.desk.today)
        if text and on is None:
            wrong = self.tr('"{text}" is no date. Type 2 mar, 2026-03-02 or 10d.').format(text=text)
        if wrong:
            self._desk_signals.refused.emit(wrong)
        else:
            self._desk_signals.desk.set_finding(replace(finding, on=on, days_since=None))


def _severities(finding: Finding, kind: FindingKind) -> list[tuple[str, str, Finding]]:
    """Keys, words and the finding they make: numbers where the scale counts, else mild to severe."""
    if kind.scale in HIGHEST:
        numbers = range(HIGHEST[kind.scale] + 1)
        return [(str(n), str(n), replace(finding, value=float(n), grade=None)) for n in numbers]
    return [(str(n), grade_word(grade), replace(finding, grade=grade, value=None)) for n, grade in enumerate(GRADES, start=1)]


def _with_digit(finding: Finding, kind: FindingKind, digit: int) -> Finding | None:
    """The finding after a digit: 1 then 0 makes ten where the scale goes to ten; None where the digit means nothing."""
    highest = HIGHEST.get(kind.scale)
    if highest is None:
        return replace(finding, grade=GRADES[digit - 1], value=None) if 1 <= digit <= 3 else None
    if highest == 10 and digit == 0 and finding.value == 1:
        return replace(finding, value=10.0, grade=None)
    return replace(finding, value=float(digit), grade=None) if digit <= highest else None
