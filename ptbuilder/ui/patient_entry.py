"""Name, age and sex of the patient as a row of fields in the top bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from ptbuilder.ui.desk_signals import DeskSignals
from ptbuilder.ui.theme import BETWEEN, BUTTON, Theme
from ptbuilder.ui.widgets.fields import Field
from ptbuilder.ui.widgets.segmented import SegmentedChoice

if TYPE_CHECKING:
    from ptbuilder.domain.patient import Patient

SEX_LETTERS = ("f", "m")
OLDEST = 125
"""Years, as for case files."""


class PatientEntry(QWidget):
    """Three fields; each is taken when it is left. ``entered`` follows Enter, ``left`` when the focus goes elsewhere.

    An age is taken only where another one is typed than was shown: shown a year later, it is no news of the day of birth.
    In the choice of sex the letters f and m choose, as a fast typist expects.
    """

    entered = Signal()
    left = Signal()

    def __init__(self, desk_signals: DeskSignals, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._desk_signals = desk_signals
        self._filled_age = ""
        name = self.tr("Name or initials")
        self.name = Field(theme, name, name, height=BUTTON)
        self.name.setObjectName("patient_name")
        self.age = Field(theme, self.tr("Age"), self.tr("Age"), height=BUTTON)
        self.age.setObjectName("patient_age")
        self.age.setValidator(QIntValidator(0, OLDEST, self))
        options = (("F", self.tr("Female")), ("M", self.tr("Male")), ("", self.tr("-")))
        self.sex = SegmentedChoice(theme, options, height=BUTTON, role="body", may_be_none=False)
        self.sex.setObjectName("patient_sex")
        self.sex.setAccessibleName(self.tr("Sex"))
        self.sex.segment("").setAccessibleName(self.tr("Sex not given"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(BETWEEN)
        row.addWidget(self.name, 100)
        row.addWidget(self.age)
        row.addWidget(self.sex)
        row.addStretch(1)
        self._on_theme_changed()
        self._connect()

    @property
    def has_focus_inside(self) -> bool:
        """Whether one of the fields is being typed in."""
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def fill(self) -> None:
        """Show the patient of the desk."""
        if not self._desk_signals.is_open:
            return
        desk = self._desk_signals.desk
        work = desk.work
        if self.name.text().strip() != work.patient.full_name:
            self.name.setText(work.patient.full_name)
        age = work.patient.age_on(desk.today)
        self._filled_age = "" if age is None else str(age)
        self.age.setText(self._filled_age)
        self.sex.set_value(work.patient.sex or work.assessment.sex)

    def focus_name(self) -> None:
        """Put the cursor into the name."""
        self.name.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.name.selectAll()

    def event(self, event: QEvent) -> bool:
        """Keep f and m for the choice of sex, where a key of the window would take them first."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_sex_letter(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes everything; f and m choose the sex where no field takes the letter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.take()
            self.entered.emit()
        elif _is_sex_letter(event):
            self.sex.set_value(event.text().upper())
            self.take()
        else:
            super().keyPressEvent(event)

    def take(self) -> None:
        """Take what is typed into the patient; nothing happens where it is the same."""
        if not self._desk_signals.is_open:
            return
        desk = self._desk_signals.desk
        if self.age.text() and int(self.age.text()) > OLDEST:
            self._desk_signals.refused.emit(self.tr("An age is 0 to {most} years.").format(most=OLDEST))
            self.age.setText(self._filled_age)
        patient = self._typed(desk.work.patient)
        if patient != desk.work.patient:
            desk.set_patient(patient)

    def _typed(self, patient: Patient) -> Patient:
        from dataclasses import replace

        name = " ".join(self.name.text().split())
        if name != patient.full_name:
            given, _, family = name.rpartition(" ")
            patient = replace(patient, given=given or family, family=family if given else "")
        if self.age.text() != self._filled_age:
            self._filled_age = self.age.text()
            born = self._desk_signals.desk.today.year - int(self._filled_age) if self._filled_age else None
            patient = replace(patient, birth_date=None, birth_year=born)
        return replace(patient, sex=self.sex.value or None)

    def _connect(self) -> None:
        self._desk_signals.changed.connect(self._on_desk_changed)
        self.name.returnPressed.connect(self._on_return_pressed)
        self.age.returnPressed.connect(self._on_return_pressed)
        self.sex.chosen.connect(self._on_sex_chosen)
        self.theme.changed.connect(self._on_theme_changed)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def _on_desk_changed(self) -> None:
        if not self.has_focus_inside:
            self.fill()

    def _on_return_pressed(self) -> None:
        self.take()
        self.entered.emit()

    def _on_sex_chosen(self, _sex: object) -> None:
        self.take()

    def _on_focus_changed(self, old: QWidget | None, now: QWidget | None) -> None:
        was_inside = old is not None and self.isAncestorOf(old)
        if not was_inside or now is None:
            return
        self.take()
        if not self.isAncestorOf(now) and self._desk_signals.is_open:
            self.left.emit()

    def _on_theme_changed(self) -> None:
        self.name.setMinimumWidth(self.theme.wide(90))
        self.name.setMaximumWidth(self.theme.wide(190))
        self.age.setFixedWidth(self.theme.wide(58))


def _is_sex_letter(event: QKeyEvent) -> bool:
    """Whether the key is a plain f or m; with Ctrl it is a key of the window."""
    return event.text().lower() in SEX_LETTERS and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
