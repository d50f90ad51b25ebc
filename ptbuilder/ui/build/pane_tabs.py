"""Tabs over a pane: words with a line under the open one, and a cross for a tab that can be closed."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ptbuilder.ui.painting import paint_line, text_width
from ptbuilder.ui.theme import BAR, BETWEEN, Theme
from ptbuilder.ui.widgets.buttons import IconButton, PaintedButton
from ptbuilder.ui.widgets.themed import Ground


class PaneTab(PaintedButton):
    """One tab."""

    def __init__(self, theme: Theme, label: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.label = label
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.set_label(label)

    def set_label(self, label: str) -> None:
        """Show other words."""
        self.label = label
        self.setText(label.replace("&", "&&"))
        self.setAccessibleName(label)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its bold words."""
        return QSize(round(text_width(self.theme, self.label, "strong")) + 24, self.theme.tall(BAR))

    def minimumSizeHint(self) -> QSize:
        """A few letters; the open one keeps its words."""
        whole = round(text_width(self.theme, self.label, "strong")) + 12
        return QSize(whole if self.isChecked() else min(whole, self.theme.wide(60)), 24)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrows to the row of tabs."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the words and the line of the open tab."""
        painter, on, theme = QPainter(self), self.isChecked(), self.theme
        spare = self.width() - text_width(theme, self.label, "strong")
        left = max(5.0, min(12.0, spare / 2))
        rect = QRectF(left, 0, self.width() - left - 2, self.height())
        color = "ink" if on or self.is_hovered else "ink_2"
        paint_line(painter, theme, rect, self.label, "strong" if on else "body", color)
        if on:
            painter.fillRect(QRectF(0, self.height() - 3, self.width(), 3), theme.color("accent"))
        painter.end()


class PaneTabs(Ground):
    """Tabs by key; ``chosen`` carries the key, ``closed`` follows the cross. Tab reaches the open tab, arrows the others."""

    chosen = Signal(str)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "window", ("bottom",), parent)
        self.setObjectName("pane_tabs")
        self._tabs: dict[str, PaneTab] = {}
        self._open = ""
        self.close_button = IconButton(theme, "close", self.tr("Close"))
        self.close_button.setObjectName("close_tab")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(BETWEEN, 0, BETWEEN, 0)
        self._row.setSpacing(0)
        self._row.addStretch(1)
        self._row.addWidget(self.close_button)
        self.close_button.hide()
        self.close_button.clicked.connect(self.closed)
        self._fit()
        theme.changed.connect(self._fit)

    def add(self, key: str, label: str) -> None:
        """Put one more tab behind the others."""
        tab = PaneTab(self.theme, label)
        tab.setObjectName(f"tab_{key}")
        tab.clicked.connect(lambda _=False: self._on_clicked(key))
        self._tabs[key] = tab
        self._row.insertWidget(len(self._tabs) - 1, tab)

    def tab(self, key: str) -> PaneTab:
        """The tab of a key."""
        return self._tabs[key]

    def set_shown(self, key: str, shown: bool) -> None:
        """Show or hide a tab."""
        self._tabs[key].setVisible(shown)

    def open(self, key: str, *, closable: bool = False) -> None:
        """Mark the open tab; ``closable`` shows the cross."""
        self._open = key
        self.close_button.setVisible(closable)
        for other, tab in self._tabs.items():
            tab.setChecked(other == key)
            tab.updateGeometry()
            tab.setFocusPolicy(Qt.FocusPolicy.TabFocus if other == key else Qt.FocusPolicy.NoFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right open the neighbouring tab."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        shown = [key for key, tab in self._tabs.items() if not tab.isHidden()]
        place = shown.index(self._open) + (step or 0) if self._open in shown else -1
        if step is None or not 0 <= place < len(shown):
            super().keyPressEvent(event)
            return
        self.chosen.emit(shown[place])
        self._tabs[shown[place]].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_clicked(self, key: str) -> None:
        self._tabs[key].setChecked(key == self._open)
        self.chosen.emit(key)

    def _fit(self) -> None:
        self.setFixedHeight(self.theme.tall(BAR))
