"""The bar at the top of every page: whose sheet it is, find or do anything, and who is working."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QWidget

from ptbuilder.ui.desk_signals import DeskSignals
from ptbuilder.ui.icons import paint_icon
from ptbuilder.ui.painting import Run, key_cap_width, paint_box, paint_key_cap, paint_line
from ptbuilder.ui.patient_entry import PatientEntry
from ptbuilder.ui.patient_label import PatientLabel
from ptbuilder.ui.theme import BAR, BETWEEN, BUTTON, EDGE, Theme
from ptbuilder.ui.widgets.buttons import Button, PaintedButton
from ptbuilder.ui.widgets.text import TextLabel
from ptbuilder.ui.widgets.themed import Ground, set_tip

WIDEST_NAME = 220
"""Pixels at 100 % that the therapist's name may take of the bar."""


class FindButton(PaintedButton):
    """Looks like a field; pressing it opens the palette."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setObjectName("find_anything")
        self.setAccessibleName(self.tr("Find or do anything"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(theme.wide(360))

    def sizeHint(self) -> QSize:
        """360 pixels wide, less where there is no room."""
        return QSize(self.theme.wide(360), self.theme.tall(BUTTON))

    def minimumSizeHint(self) -> QSize:
        """The icon and some letters."""
        return QSize(self.theme.wide(120), self.theme.tall(BUTTON))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint box, icon, words, and the keys where they fit."""
        painter = QPainter(self)
        theme, area = self.theme, QRectF(self.rect())
        paint_box(painter, area, theme.color("hover" if self.is_hovered else "surface"), theme.color("line_2"))
        side = theme.wide(16)
        paint_icon(painter, "search", QRectF(10, area.center().y() - side / 2, side, side), theme.color("ink_2"))
        right = area.right() - 10
        caps = key_cap_width(theme, "Ctrl") + 8 + key_cap_width(theme, "K")
        if area.width() > theme.wide(230):
            edge = paint_key_cap(painter, theme, right - caps, area.center().y(), "Ctrl")
            paint_key_cap(painter, theme, edge + 8, area.center().y(), "K")
            right -= caps + 8
        left = 10 + side + 8
        paint_line(painter, theme, QRectF(left, 0, right - left, area.height()), self.accessibleName(), "body", "ink_3")
        painter.end()


class TopBar(Ground):
    """Patient at the left (fields while nobody is named, else a label with a menu), search in the middle, therapist right.

    ``entry`` is the row of fields; ``set_therapist`` is called by whoever knows the clinic.
    """

    find_asked = Signal()
    new_patient_asked = Signal()
    follow_up_asked = Signal()
    patient_entered = Signal()
    therapist_asked = Signal()

    def __init__(self, desk_signals: DeskSignals, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "surface", ("bottom",), parent)
        self.setObjectName("top_bar")
        self.setAccessibleName(self.tr("Patient"))
        self._desk_signals = desk_signals
        self.entry = PatientEntry(desk_signals, theme)
        self.label = PatientLabel(desk_signals, theme)
        self.find_button = FindButton(theme)
        self._therapist = TextLabel(theme, "", "body", "ink_2")
        self._add_therapist = Button(theme, self.tr("Add"), "quiet")
        self._add_therapist.setAccessibleName(self.tr("Add the therapist's name"))
        self._patient = QStackedWidget()
        self._patient.addWidget(self.entry)
        self._patient.addWidget(self.label)
        self._patient.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._row = self._laid_out()
        self.set_therapist("")
        self._on_theme_changed()
        self._connect()

    def set_therapist(self, name: str) -> None:
        """Show who works here, or that nobody is named yet."""
        self._therapist_name = name
        self._add_therapist.setVisible(not name)
        self._show_therapist()

    def enter_patient(self) -> None:
        """Open the fields and put the cursor into the name."""
        self.entry.fill()
        self._patient.setCurrentWidget(self.entry)
        self.entry.focus_name()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the therapist's name where there is little room."""
        super().resizeEvent(event)
        self._show_therapist()

    def _laid_out(self) -> QHBoxLayout:
        row = QHBoxLayout(self)
        row.setContentsMargins(EDGE, 0, EDGE, 1)
        row.setSpacing(BETWEEN)
        row.addWidget(self._patient, 1)
        row.addWidget(self.find_button)
        right = QHBoxLayout()
        right.addStretch(1)
        right.addWidget(self._therapist)
        right.addWidget(self._add_therapist)
        row.addLayout(right, 1)
        return row

    def _show_therapist(self) -> None:
        narrow = self.width() < self.theme.wide(1100)
        name = self._therapist_name.split(",")[0] if narrow else self._therapist_name
        words = name.split()
        if narrow and len(words) > 1 and words[0][0].isalpha():
            name = f"{words[0][0]}. {words[-1]}"
        empty = "" if narrow else self.tr("No therapist name yet")
        metrics = QFontMetricsF(self.theme.font("body"))
        shown = metrics.elidedText(name or empty, Qt.TextElideMode.ElideRight, self.theme.wide(WIDEST_NAME))
        self._therapist.set_runs((Run(shown, "body", "ink_2"),))
        set_tip(self._therapist, self._therapist_name if shown != self._therapist_name else "")

    def _connect(self) -> None:
        self._desk_signals.changed.connect(self._on_desk_changed)
        self.entry.entered.connect(self.patient_entered)
        self.entry.left.connect(self._on_desk_changed)
        self.label.edit_asked.connect(self.enter_patient)
        self.label.new_asked.connect(self.new_patient_asked)
        self.label.follow_up_asked.connect(self.follow_up_asked)
        self.find_button.clicked.connect(self.find_asked)
        self._add_therapist.clicked.connect(self.therapist_asked)
        self.theme.changed.connect(self._on_theme_changed)

    def _on_desk_changed(self) -> None:
        if self.entry.has_focus_inside:
            return
        named = bool(self._desk_signals.desk.work.patient.full_name)
        self._patient.setCurrentWidget(self.label if named else self.entry)

    def _on_theme_changed(self) -> None:
        self.setFixedHeight(self.theme.tall(BAR))
        self.find_button.setMaximumWidth(self.theme.wide(360))
        self._patient.setFixedHeight(self.theme.tall(BUTTON) + 4)
