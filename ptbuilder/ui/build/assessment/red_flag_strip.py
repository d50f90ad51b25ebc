"""The danger signs of the regions at hand, asked once at each assessment."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ptbuilder.domain.text import say
from ptbuilder.domain.vocabulary import FindingKind
from ptbuilder.ui.desk_signals import DeskSignals
from ptbuilder.ui.icons import paint_icon
from ptbuilder.ui.labels import language
from ptbuilder.ui.painting import paint_box
from ptbuilder.ui.theme import BETWEEN, CONTROL_RADIUS, Theme
from ptbuilder.ui.widgets.buttons import Button, PaintedButton
from ptbuilder.ui.widgets.text import TextLabel
from ptbuilder.ui.widgets.themed import follow_theme


class _FlagButton(PaintedButton):
    """One danger sign with a plus; pressing it adds the finding."""

    def __init__(self, theme: Theme, kind: FindingKind) -> None:
        super().__init__(theme)
        self.kind = kind
        label = say(kind.label, language())
        self._label = TextLabel(theme, label, "caption", "ink", wraps=True, parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.wide(16) + 6, 3, 0, 3)
        row.addWidget(self._label)
        self.setAccessibleName(self.tr("Add: {flag}").format(flag=label))
        self.setObjectName(f"flag_{kind.code}")
        self._label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(self._label.heightForWidth(width - self.theme.wide(16) - 6) + 6, 24)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.is_hovered:
            paint_box(painter, QRectF(self.rect()), self.theme.color("hover"), None, 4)
        side = self.theme.wide(14)
        paint_icon(painter, "plus", QRectF(0, 4, side, side), self.theme.color("stop"))
        painter.end()


class RedFlagStrip(QWidget):
    """Shown until the question is answered: "None of these" in one press, or the sign that is there.

    ``none_chosen`` and ``flag_chosen`` tell the answer.
    """

    none_chosen = Signal()
    flag_chosen = Signal(str)

    def __init__(self, desk_signals: DeskSignals, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setObjectName("red_flag_strip")
        self.setAccessibleName(self.tr("Red flags not asked yet"))
        self._desk_signals = desk_signals
        self._shown: tuple[str, ...] = ()
        self._is_open = False
        self.none_button = Button(theme, self.tr("None of these"), key="Alt+0", small=True)
        self.none_button.setObjectName("no_red_flags")
        self.list_button = Button(theme, "", "quiet", small=True)
        self.list_button.setObjectName("list_red_flags")
        self._list = QWidget()
        self._rows = QVBoxLayout(self._list)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._lay_out()
        self._list.hide()
        self.none_button.clicked.connect(self.none_chosen)
        self.list_button.clicked.connect(self._on_list_clicked)
        follow_theme(self, theme)
        self.hide()

    @property
    def shown_flags(self) -> tuple[str, ...]:
        """The codes of the danger signs that are asked."""
        return self._shown

    def flag_button(self, code: str) -> QWidget:
        """The button that says a danger sign is there; raises StopIteration where it is not asked."""
        return next(button for button in self._list.findChildren(_FlagButton) if button.kind.code == code)

    def refresh(self) -> None:
        """Show or hide, with the danger signs of the regions that have findings."""
        desk = self._desk_signals.desk
        assessment = desk.work.assessment
        kinds = [desk.library.findings[each.code] for each in assessment.findings if each.code in desk.library.findings]
        open_question = bool(kinds) and not assessment.red_flags_asked and not any(kind.is_red_flag for kind in kinds)
        flags = desk.library.red_flags(frozenset(kind.region for kind in kinds))
        codes = tuple(kind.code for kind in flags)
        if open_question and codes != self._shown:
            self._shown = codes
            self._fill(flags)
        self._show_count()
        self.setVisible(open_question)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card and an empty box before the title."""
        painter = QPainter(self)
        paint_box(painter, QRectF(self.rect()), self.theme.color("surface"), self.theme.color("line_2"), CONTROL_RADIUS)
        side = self.theme.wide(16)
        middle = self._title.geometry().center().y() + 1
        paint_box(painter, QRectF(10, middle - side / 2, side, side), None, self.theme.color("line_2"), 4)
        painter.end()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 7, 8, 7)
        column.setSpacing(5)
        self._title = TextLabel(self.theme, self.tr("Red flags not asked yet"), "strong")
        head = QHBoxLayout()
        head.addSpacing(self.theme.wide(16) + 8)
        head.addWidget(self._title, 1)
        column.addLayout(head)
        row = QHBoxLayout()
        row.setSpacing(BETWEEN)
        row.addWidget(self.none_button)
        row.addWidget(self.list_button)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self._list)

    def _fill(self, flags: tuple[FindingKind, ...]) -> None:
        while self._rows.count():
            item = self._rows.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.deleteLater()
        for kind in flags:
            button = _FlagButton(self.theme, kind)
            button.clicked.connect(lambda _=False, code=kind.code: self.flag_chosen.emit(code))
            self._rows.addWidget(button)

    def _show_count(self) -> None:
        text = self.tr("Hide the questions") if self._is_open else self.tr("{n} questions").format(n=len(self._shown))
        self.list_button.set_label(text)

    def _on_list_clicked(self) -> None:
        self._is_open = not self._is_open
        self._list.setVisible(self._is_open)
        self._show_count()
