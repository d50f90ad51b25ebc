"""All keys of the open page on one card over the window (F1)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ptbuilder.ui.actions import Actions
from ptbuilder.ui.page_keys import KeyGroup, KeyRow, Keys, groups_of, page_title
from ptbuilder.ui.painting import paint_box
from ptbuilder.ui.theme import BETWEEN, CARD_RADIUS, EDGE, GROUP, SCRIM, SCRIM_OPACITY, Theme
from ptbuilder.ui.widgets.key_hints import KeyHints
from ptbuilder.ui.widgets.scrolling import scrollable
from ptbuilder.ui.widgets.text import TextLabel

COLUMN = 360
"""Width of a column of keys at 100 % text; where two have no room, they stand one under the other."""


class _Card(QWidget):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = QRectF(self.rect())
        paint_box(painter, area, self.theme.color("raised"), self.theme.color("line_2"), CARD_RADIUS)
        painter.end()


class _Caps(KeyHints):
    """The keys of one row; unlike hints in a footer they are never left out."""

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class KeysSheet(QWidget):
    """Lies over the whole window; any press outside the card, Esc and F1 close it and give the focus back."""

    def __init__(self, theme: Theme, actions: Actions, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("keys_sheet")
        self.theme = theme
        self._actions = actions
        self._before: QWidget | None = None
        self._card = _Card(theme, self)
        self._inside = QVBoxLayout(self._card)
        self._inside.setContentsMargins(GROUP, EDGE, BETWEEN, EDGE)
        self._area = scrollable(QWidget())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hide()

    def toggle(self, page: str) -> None:
        """Open it with the keys of ``page``, or close it where it is open."""
        if self.isVisible():
            self.close_sheet()
            return
        window = self.parentWidget()
        self._before = window.focusWidget() if window is not None else None
        if window is not None:
            self.setGeometry(window.rect())
        self._fill(page)
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_sheet(self) -> None:
        """Close it and give the focus back."""
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc, F1 and Enter close it; arrows and page keys scroll it."""
        bar = self._area.verticalScrollBar()
        key = Qt.Key(event.key())
        steps = {
            Qt.Key.Key_Up: -bar.singleStep(),
            Qt.Key.Key_Down: bar.singleStep(),
            Qt.Key.Key_PageUp: -bar.pageStep(),
            Qt.Key.Key_PageDown: bar.pageStep(),
        }
        if key in (Qt.Key.Key_Escape, Qt.Key.Key_F1, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.close_sheet()
        elif key in steps:
            bar.setValue(bar.value() + steps[key])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """A press closes it."""
        self.close_sheet()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the card in the middle, as high as its keys or the window."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Darken the window."""
        painter = QPainter(self)
        scrim = QColor(SCRIM)
        scrim.setAlphaF(SCRIM_OPACITY)
        painter.fillRect(self.rect(), scrim)
        painter.end()

    def _fill(self, page: str) -> None:
        while (item := self._inside.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        columns = groups_of(page)
        self._inside.addWidget(TextLabel(self.theme, page_title(page), "name"))
        self._area = scrollable(self._columns(columns))
        self._area.viewport().setAutoFillBackground(False)
        self._inside.addWidget(self._area)
        self.setAccessibleName(page_title(page))
        self.setAccessibleDescription(self._spoken(columns))
        self._place()

    def _columns(self, columns: Sequence[Sequence[KeyGroup]]) -> QWidget:
        holder = QWidget()
        beside = self.width() >= self.theme.wide(COLUMN) * len(columns) + 4 * GROUP
        outer = QHBoxLayout(holder) if beside else QVBoxLayout(holder)
        outer.setContentsMargins(0, 0, EDGE, 0)
        outer.setSpacing(2 * GROUP if beside else 0)
        for groups in columns:
            outer.addLayout(self._column(groups))
        return holder

    def _column(self, groups: Sequence[KeyGroup]) -> QGridLayout:
        """Groups one under the other, with all keys of the column at one left edge."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(GROUP)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        place = 0
        for group in groups:
            title = TextLabel(self.theme, group.title, "caption-strong", "ink_2")
            title.setMinimumHeight(self.theme.tall(36, "caption"))
            grid.addWidget(title, place, 0, 1, 2, Qt.AlignmentFlag.AlignBottom)
            for row in group.rows:
                place += 1
                words, keys = self._row(row)
                grid.addWidget(TextLabel(self.theme, words), place, 0)
                grid.addWidget(self._caps(keys), place, 1)
            place += 1
        grid.setRowStretch(place, 1)
        return grid

    def _caps(self, keys: Keys) -> _Caps:
        last = len(keys) - 1
        hints = [(way, "" if at == last else _tr("or")) for at, way in enumerate(keys)]
        return _Caps(self.theme, hints, at_right=False)

    def _row(self, row: KeyRow) -> tuple[str, Keys]:
        if row.action:
            return self._actions[row.action].text(), self._actions.ways_of(row.action)
        return row.words, row.keys

    def _spoken(self, columns: Sequence[Sequence[KeyGroup]]) -> str:
        """All rows as one text: the card itself has no stop for each of them."""
        lines = []
        for group in (each for groups in columns for each in groups):
            rows = (self._row(row) for row in group.rows)
            told = "; ".join(f"{words}: {_spoken_keys(keys)}" for words, keys in rows)
            lines.append(f"{group.title}. {told}.")
        return " ".join(lines)

    def _place(self) -> None:
        content = self._area.widget()
        if content is None:
            return
        title = self.theme.line("name") + 2 * EDGE + self._inside.spacing()
        hint = content.sizeHint()
        width = min(hint.width() + GROUP + BETWEEN + EDGE, self.width() - 2 * EDGE)
        height = min(hint.height() + title + 2, self.height() - 2 * EDGE)
        self._card.setGeometry((self.width() - width) // 2, (self.height() - height) // 2, width, height)


def _spoken_keys(keys: Keys) -> str:
    arrows = {"arrow-up": _tr("Up"), "arrow-down": _tr("Down"), "arrow-left": _tr("Left"), "arrow-right": _tr("Right")}
    ways = (" ".join(arrows.get(key, key) for key in way) for way in keys)
    return _tr(" or ").join(ways)


def _tr(text: str) -> str:
    return QCoreApplication.translate("KeysSheet", text)
