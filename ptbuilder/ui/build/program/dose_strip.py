"""The strip in which a dose is edited under its row: one field for each number."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ptbuilder.domain.dosage import Dosage
from ptbuilder.domain.text import say
from ptbuilder.services.desk.work import ProgramRow
from ptbuilder.ui.announcing import announce
from ptbuilder.ui.build.program.dose_entry import read_dose
from ptbuilder.ui.build.program.dose_field import PARTS, TIME_PARTS, CaptionedField, DoseField, StripHint
from ptbuilder.ui.build.program.dose_words import part_name, spoken_part, usual_text
from ptbuilder.ui.build.program.finishing import FinishGuard, stays_in_list
from ptbuilder.ui.build.program.program_model import ProgramLine
from ptbuilder.ui.labels import language
from ptbuilder.ui.theme import BETWEEN, Theme
from ptbuilder.ui.widgets.flow import FlowLayout
from ptbuilder.ui.widgets.themed import follow_theme


def with_dosage(row: ProgramRow, dosage: Dosage) -> ProgramRow:
    """``row`` as it would read with another dose."""
    unusual = []
    for name, (low, high) in row.usual.items():
        value = getattr(dosage, name)
        if value is not None and not low <= value <= high:
            unusual.append(name)
    return replace(row, prescription=replace(row.prescription, dosage=dosage), outside=tuple(unusual))


class DoseStrip(QWidget):
    """Edits the dose of one row.

    ``previewed`` carries the dose while it is typed, ``finished`` a dose whose value is done (one undo step each), and
    ``closed`` ends the edit. Esc sends ``restored`` with the dose that stood there when the strip was opened. ``field_entered``
    carries the field that has the focus now, ``refused`` why a field that was left was not taken.
    """

    previewed = Signal(object)
    finished = Signal(object)
    restored = Signal(object)
    closed = Signal()
    field_entered = Signal(QWidget)
    refused = Signal(str)

    def __init__(self, theme: Theme, line: ProgramLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        assert line.row is not None
        self.theme = theme
        self.setObjectName("dose_strip")
        self.setAccessibleName(self.tr("Dosage of {exercise}").format(exercise=say(line.row.exercise.name, language())))
        self._row = line.row
        self._before = line.row.prescription.dosage
        self._dosage = self._before
        self._done = self._before
        self._is_filling = False
        self._is_closing = False
        self._was_filled = False
        self.parts = TIME_PARTS if self._before.kind == "time" else PARTS
        self.fields: dict[str, DoseField] = {}
        self._hint = StripHint(theme)
        self._lay_out()
        self.show_line(line)
        self._connect()
        follow_theme(self, theme)

    @property
    def identifier(self) -> str:
        """The prescription that is edited."""
        return self._row.prescription.id

    @property
    def dosage(self) -> Dosage:
        """The dose as it is typed."""
        return self._dosage

    @property
    def kept(self) -> Dosage:
        """The dose as it was finished last."""
        return self._done

    def show_line(self, line: ProgramLine) -> None:
        """Show the row's dose; nothing happens while it is the one that was finished last."""
        if line.row is None:
            return
        self._row = line.row
        dosage = line.row.prescription.dosage
        if dosage != self._done or not self._was_filled:
            self._was_filled = True
            self._done = self._dosage = dosage
            self._fill(dosage)

    def focus_part(self, part: str) -> None:
        """Put the cursor into the field of this part, else into the first."""
        field = self.fields.get(part, self.fields[self.parts[0]])
        self.setFocusProxy(field)
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def hasHeightForWidth(self) -> bool:
        """Fields break into lines where the pane is narrow."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the fields and the line under them."""
        return self._flow.heightForWidth(width) + 6 + self._hint.sizeHint().height() + 4

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is done, Esc puts back what was there; what fields leave over goes nowhere else."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.finish()
        elif event.key() == Qt.Key.Key_Escape:
            self.put_back()
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def finish(self) -> None:
        """Take what was typed, and close."""
        self._finish_value()
        self._close()

    def put_back(self) -> None:
        """Restore the dose from before the strip was opened, and close."""
        self._dosage = self._before
        if self._done != self._before:
            self._done = self._before
            self.restored.emit(self._before)
        self._close()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(6)
        holder = QWidget()
        self._flow = FlowLayout(holder, BETWEEN, 4)
        for place, part in enumerate(self.parts):
            field = DoseField(self.theme, part, takes_all=place == 0)
            self.fields[part] = field
            self._flow.addWidget(CaptionedField(self.theme, part_name(part), field, is_factor=part == "sets"))
        column.addWidget(holder)
        column.addWidget(self._hint)

    def _connect(self) -> None:
        for part, field in self.fields.items():
            field.valueChanged.connect(lambda value, name=part: self._on_value_changed(name, value))
            field.editingFinished.connect(self._finish_value)
            field.lineEdit().textEdited.connect(lambda _text: self._show_hint())
            field.refused.connect(lambda text, name=part: self._on_refused(name, text))
        self.fields[self.parts[0]].dose_typed.connect(self._on_dose_typed)
        self._guard = FinishGuard(self, self._finish_value)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def _fill(self, dosage: Dosage, *, but: str = "") -> None:
        self._is_filling = True
        for part, field in self.fields.items():
            if part != but:
                field.setValue(round(getattr(dosage, part) or 0))
        self._is_filling = False
        self._show_unusual()

    def _on_value_changed(self, part: str, value: int) -> None:
        if not self._is_filling:
            self._preview(replace(self._dosage, **{part: value}))  # type: ignore[arg-type]

    def _on_dose_typed(self, text: str) -> None:
        dosage = read_dose(text, self._dosage)
        if dosage is not None and not self.fields[self.parts[0]].warning:
            self._fill(dosage, but=self.parts[0])
            self._preview(dosage)

    def _on_refused(self, part: str, text: str) -> None:
        """Say it under the fields while the field has the focus; once it was left, the pane says it."""
        if self.fields[part].hasFocus():
            self._hint.show_text(text, unusual=True)
            announce(self, text)
        else:
            self.refused.emit(text)

    def _preview(self, dosage: Dosage) -> None:
        if dosage != self._dosage:
            self._dosage = dosage
            self._show_unusual()
            self.previewed.emit(dosage)

    def _finish_value(self) -> None:
        if self._dosage != self._done and not self._is_closing:
            self._done = self._dosage
            self.finished.emit(self._dosage)

    def _close(self) -> None:
        if not self._is_closing:
            self._is_closing = True
            self.closed.emit()

    def _on_focus_changed(self, old: QWidget | None, now: QWidget | None) -> None:
        inside = now is not None and self.isAncestorOf(now)
        if inside and now is not None:
            self._show_hint()
            self.field_entered.emit(now)
        elif now is not None and old is not None and self.isAncestorOf(old) and not stays_in_list(self, now):
            self.finish()

    def _show_unusual(self) -> None:
        outside = with_dosage(self._row, self._dosage).outside
        for part, field in self.fields.items():
            field.set_unusual(part in outside)
            field.setAccessibleName(self._spoken(part))
        self._show_hint()

    def _show_hint(self) -> None:
        focus = QApplication.focusWidget()
        part = next((name for name, field in self.fields.items() if field is focus), "")
        if part and (warning := self.fields[part].warning):
            self._hint.show_text(warning, unusual=True)
            return
        outside = with_dosage(self._row, self._dosage).outside
        shown = part if part in self._row.usual else next((name for name in outside if name in self.fields), "")
        text = usual_text(shown, *self._row.usual[shown]) if shown else ""
        self._hint.show_text(text, unusual=shown in outside)

    def _spoken(self, part: str) -> str:
        name = say(self._row.exercise.name, language())
        if part not in self._row.usual:
            return self.tr("{part}, {exercise}").format(part=spoken_part(part), exercise=name)
        low, high = self._row.usual[part]
        text = self.tr("{part}, {exercise}, usual {low} to {high}")
        return text.format(part=spoken_part(part), exercise=name, low=f"{low:g}", high=f"{high:g}")
