"""The named patient in the top bar, with a menu behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from ptbuilder.domain.text import say, say_all
from ptbuilder.ui.desk_signals import DeskSignals
from ptbuilder.ui.icons import paint_icon
from ptbuilder.ui.labels import age_and_sex, language
from ptbuilder.ui.painting import paint_line, text_width
from ptbuilder.ui.theme import BUTTON, Role, Theme
from ptbuilder.ui.widgets.buttons import PaintedButton
from ptbuilder.ui.widgets.chips import chip_size, paint_chip

if TYPE_CHECKING:
    from ptbuilder.domain.assessment import Assessment
    from ptbuilder.domain.library import Library


LEAST_NAME = 120
"""Width at 100 % text below which a name keeps all the room there is."""


class PatientLabel(PaintedButton):
    """Name, age and sex, the mark of a sample, and what the program is about; pressing it opens the menu."""

    edit_asked = Signal()
    new_asked = Signal()
    follow_up_asked = Signal()

    def __init__(self, desk_signals: DeskSignals, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setObjectName("patient_label")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._desk_signals = desk_signals
        self._name = self._details = self._sample = ""
        self._situations: tuple[str, ...] = ()
        desk_signals.changed.connect(self._on_desk_changed)
        self.clicked.connect(self.open_menu)

    def sizeHint(self) -> QSize:
        """Everything on one line."""
        return QSize(round(self._wanted(with_situation=True)), self.theme.tall(BUTTON))

    def minimumSizeHint(self) -> QSize:
        """The situation may go first, then letters of the name."""
        return QSize(min(round(self._wanted(with_situation=False)), self.theme.wide(220)), self.theme.tall(BUTTON))

    def menu(self) -> QMenu:
        """What can be done with the patient."""
        menu = QMenu(self)
        menu.addAction(self.tr("Change name, age or sex"), self.edit_asked.emit)
        menu.addAction(self.tr("New assessment"), self.follow_up_asked.emit)
        menu.addSeparator()
        menu.addAction(self.tr("New patient"), self.new_asked.emit)
        return menu

    def open_menu(self) -> None:
        """Open the menu under the name."""
        self.menu().popup(self.mapToGlobal(QPoint(0, self.height())))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the parts from the left; the situation as long as fits."""
        painter = QPainter(self)
        theme, middle = self.theme, self.height() / 2
        side = theme.wide(16)
        paint_icon(painter, "patients", QRectF(0, middle - side / 2, side, side), theme.color("ink_2"))
        left, most = side + 8.0, self.width() - theme.wide(16)
        left = self._paint_text(painter, left, most - self._beside_name(most - left), self._name, strong=True)
        left = self._paint_text(painter, left, most, self._details)
        size = chip_size(theme, "sample", self._sample)
        if self._sample and left + size.width() <= self.width():
            rect = QRectF(left, middle - size.height() / 2, size.width(), size.height())
            paint_chip(painter, theme, rect, "sample", self._sample)
            left = rect.right() + 8
        fitting = next((each for each in self._situations if left + text_width(theme, each) + 1 <= most), "")
        left = self._paint_text(painter, left, most, fitting, color="ink_2")
        small = theme.wide(12)
        paint_icon(painter, "chevron-down", QRectF(left, middle - small / 2, small, small), theme.color("ink"))
        painter.end()

    def _beside_name(self, room: float) -> float:
        """What age, sex and the mark of a sample need beside a long name; they go where the name would keep too little."""
        parts = [text_width(self.theme, self._details) + 8] if self._details else []
        if self._sample:
            parts.append(chip_size(self.theme, "sample", self._sample).width() + 8)
        beside = sum(parts) + 8
        return beside if room - beside >= self.theme.wide(LEAST_NAME) else 0

    def _paint_text(
        self, painter: QPainter, left: float, most: float, text: str, *, strong: bool = False, color: str = ""
    ) -> float:
        if not text:
            return left
        role: Role = "name" if strong else "body"
        width = min(text_width(self.theme, text, role), max(most - left, 0))
        ink = color or ("ink" if strong else "ink_2")
        paint_line(painter, self.theme, QRectF(left, 0, width + 1, self.height()), text, role, ink)
        return left + width + 8

    def _wanted(self, *, with_situation: bool) -> float:
        width = self.theme.wide(16) + 8 + text_width(self.theme, self._name, "name") + 8 + self.theme.wide(16)
        if self._details:
            width += text_width(self.theme, self._details) + 8
        if self._sample:
            width += chip_size(self.theme, "sample", self._sample).width() + 8
        if with_situation and self._situations:
            width += text_width(self.theme, self._situations[0]) + 8
        return width

    def _on_desk_changed(self) -> None:
        desk = self._desk_signals.desk
        patient, assessment = desk.work.patient, desk.work.assessment
        before = self._name, self._details, self._sample, self._situations
        self._name = patient.full_name
        self._details = age_and_sex(assessment.age, patient.sex or assessment.sex)
        self._sample = self.tr("Sample") if patient.is_sample else ""
        self._situations = self._situation_texts(desk.library, assessment)
        if before == (self._name, self._details, self._sample, self._situations):
            return
        parts = (self._name, self._details, self._sample, *self._situations[:1])
        self.setAccessibleName(self.tr("Patient {parts}").format(parts=", ".join(part for part in parts if part)))
        self.updateGeometry()
        self.update()

    def _situation_texts(self, library: Library, assessment: Assessment) -> tuple[str, ...]:
        """What the program is about, the longest first: the procedure by its label, by shorter names of it, the day alone."""
        for finding in assessment.findings:
            kind = library.findings.get(finding.code)
            day = finding.day(self._desk_signals.desk.today)
            if kind is not None and kind.is_procedure and day is not None:
                label = say(kind.label, language())
                same = [name for name in say_all(kind.aliases, language()) if name.split()[-1] == label.split()[-1]]
                names = (label, *sorted(same, key=len, reverse=True))
                long = [self.tr("Day {day} after {procedure}").format(day=day, procedure=_as_object(name)) for name in names]
                return (*long, self.tr("Day {day}").format(day=day))
        return ()


def _as_object(label: str) -> str:
    return label[:1].lower() + label[1:]
