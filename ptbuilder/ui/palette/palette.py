"""The palette itself: a card at the top of the darkened window, with a line to type in and a list below."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QVBoxLayout, QWidget

from ptbuilder.ui.painting import paint_box
from ptbuilder.ui.palette.entries import Entry, Source, found, narrowed
from ptbuilder.ui.palette.palette_model import ENTRY_ROLE, PaletteDelegate, PaletteModel
from ptbuilder.ui.theme import CARD_RADIUS, EDGE, ROW, SCRIM, SCRIM_OPACITY, Theme
from ptbuilder.ui.widgets.fields import Field
from ptbuilder.ui.widgets.key_hints import KeyHints
from ptbuilder.ui.widgets.text import TextLabel
from ptbuilder.ui.widgets.themed import Hairline

WIDTH, TOP = 640, 8
OWN_KEYS = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Up, Qt.Key.Key_Down)


class _Card(QFrame):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_box(painter, QRectF(self.rect()), self.theme.color("raised"), self.theme.color("line_2"), CARD_RADIUS)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()


class Palette(QWidget):
    """Lies over its window; Enter does, Tab says more, Esc closes and gives the focus back to where it came from."""

    def __init__(self, theme: Theme, window: QWidget, sources: Sequence[Source]) -> None:
        super().__init__(window)
        self.theme = theme
        self.setObjectName("palette")
        self.setAccessibleName(self.tr("Find or do anything"))
        self._sources = tuple(sources)
        self._before: QWidget | None = None
        self._card = _Card(theme, self)
        words = self.tr("Find or do anything")
        self.field = Field(theme, words, words, icon="search", keys=("Esc",), height=48, parent=self._card)
        self.field.setObjectName("palette_field")
        self.field.setStyleSheet("QLineEdit, QLineEdit:focus { border: 0; background: transparent; padding-left: 8px; }")
        self.lines = PaletteModel()
        self.view = QListView(self._card)
        self._nowhere = QWidget(self._card)
        self._nothing = TextLabel(theme, "", "body", "ink_2", wraps=True)
        self._foot = QWidget(self._card)
        self._prepare_view()
        self._lay_out()
        self._connect()
        window.installEventFilter(self)
        self.hide()

    # ---- what it does -----------------------------------------------------------------------------------------------

    def open(self, text: str = "") -> None:
        """Open it over the window with ``text`` typed, or close it where it is open."""
        if self.isVisible():
            self.close_palette()
            return
        window = self.parentWidget()
        assert window is not None
        self._before = window.focusWidget()
        self.setGeometry(window.rect())
        self.show()
        self.raise_()
        self.field.setText(text)
        self._on_text_changed()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_palette(self) -> None:
        """Close it and give the focus back."""
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def entry(self) -> Entry | None:
        """The marked entry."""
        entry = self.view.currentIndex().data(ENTRY_ROLE)
        return entry if isinstance(entry, Entry) else None

    # ---- Qt ---------------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the window, and keep the keys of the list while the field has the focus."""
        if watched is self.parent() and event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self.parentWidget().rect())  # type: ignore[union-attr]
            self._fit()
        if watched is self.field and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and event.key() in OWN_KEYS:
                event.accept()  # else the window's Esc, Enter or Tab would act behind the palette
                return True
            if event.type() == QEvent.Type.KeyPress:
                return self._key_pressed(event)
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Darken the window."""
        painter = QPainter(self)
        scrim = QColor(SCRIM)
        scrim.setAlphaF(SCRIM_OPACITY)
        painter.fillRect(self.rect(), scrim)
        painter.end()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """A press beside the card closes it."""
        self.close_palette()

    # ---- inside -----------------------------------------------------------------------------------------------------

    def _prepare_view(self) -> None:
        self.view.setObjectName("palette_list")
        self.view.setAccessibleName(self.tr("Results"))
        self.view.setModel(self.lines)
        self.view.setItemDelegate(PaletteDelegate(self.theme, self.view))
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setMouseTracking(True)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)

    def _lay_out(self) -> None:
        hints = (
            (("arrow-up", "arrow-down"), self.tr("choose")),
            (("Enter",), self.tr("do")),
            (("Tab",), self.tr("more about it")),
            (("+",), self.tr("findings")),
            (("@",), self.tr("patients")),
            (("#",), self.tr("exercises")),
        )
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(EDGE, 4, EDGE, 6)
        row.addWidget(KeyHints(self.theme, hints))
        column = QVBoxLayout(self._card)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.field)
        column.addWidget(Hairline(self.theme))
        column.addWidget(self.view)
        nothing = QHBoxLayout(self._nowhere)
        nothing.setContentsMargins(EDGE, ROW, EDGE, ROW)
        nothing.addWidget(self._nothing)
        column.addWidget(self._nowhere)
        column.addWidget(Hairline(self.theme))
        column.addWidget(self._foot)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._on_text_changed)
        self.field.installEventFilter(self)
        self.view.clicked.connect(self._on_clicked)
        self.theme.changed.connect(self._fit)

    def _on_text_changed(self) -> None:
        text = self.field.text()
        entries = found(self._sources, text)
        self.lines.show_entries(entries, text)
        self.view.setCurrentIndex(self.lines.first())
        self._nothing.set_text(self.tr('Nothing matches "{text}". Try fewer letters.').format(text=narrowed(text)[1]))
        self._nowhere.setVisible(not entries)
        self._fit()

    def _fit(self) -> None:
        """As high as its lines, at most what the window leaves."""
        width = min(self.theme.wide(WIDTH), self.width() - 2 * EDGE)
        wanted = sum(self.view.sizeHintForRow(row) for row in range(self.lines.rowCount())) + 8
        room = self.height() - 2 * TOP - self.field.height() - self._foot.sizeHint().height() - 4
        self.view.setFixedHeight(max(0, min(wanted, room)) if self.lines.rowCount() else 0)
        self._card.setFixedWidth(width)
        self._card.adjustSize()
        self._card.move(round((self.width() - width) / 2), TOP)

    def _key_pressed(self, event: QKeyEvent) -> bool:
        keys: dict[int, Callable[[], object]] = {
            Qt.Key.Key_Down: lambda: self._step(1),
            Qt.Key.Key_Up: lambda: self._step(-1),
            Qt.Key.Key_Return: lambda: self._do(self.entry),
            Qt.Key.Key_Enter: lambda: self._do(self.entry),
            Qt.Key.Key_Tab: self._say_more,
            Qt.Key.Key_Escape: self.close_palette,
        }
        act = keys.get(event.key())
        if act is None:
            return False
        act()
        return True

    def _step(self, step: int) -> None:
        index = self.lines.step(self.view.currentIndex().row(), step)
        if index.isValid():
            self.view.setCurrentIndex(index)
            self.view.scrollTo(self.lines.index(0) if not self.lines.step(index.row(), -1).isValid() else index)

    def _do(self, entry: Entry | None) -> None:
        if entry is not None and entry.is_enabled:
            self.close_palette()
            entry.act()

    def _say_more(self) -> None:
        entry = self.entry
        if entry is not None and entry.more is not None:
            self.close_palette()
            entry.more()

    def _on_clicked(self, index: QModelIndex) -> None:
        self._do(index.data(ENTRY_ROLE))

    def sizeHint(self) -> QSize:
        """The whole window."""
        window = self.parentWidget()
        return window.size() if window is not None else QSize(WIDTH, 400)
