"""The strip in which a dose is edited under its row: one field for each number."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QValidator
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from ptbuilder.domain.dosage import Dosage
from ptbuilder.domain.text import say
from ptbuilder.services.work import ProgramRow
from ptbuilder.ui.build.dose_entry import LETTERS, read_dose
from ptbuilder.ui.build.dose_words import part_name, spoken_part, usual_text
from ptbuilder.ui.build.finishing import FinishGuard, stays_in_list
from ptbuilder.ui.build.program_model import ProgramLine
from ptbuilder.ui.icons import paint_icon
from ptbuilder.ui.labels import language
from ptbuilder.ui.painting import key_cap_width, paint_key_cap, paint_line, text_width
from ptbuilder.ui.theme import BETWEEN, Theme
from ptbuilder.ui.widgets.choice_fields import SpinField
from ptbuilder.ui.widgets.flow import FlowLayout
from ptbuilder.ui.widgets.text import TextLabel
from ptbuilder.ui.widgets.themed import follow_theme

PARTS = ("sets", "reps", "hold_s", "rest_s", "per_day", "per_week")
TIME_PARTS = ("minutes", "per_day", "per_week")
MOST = {"sets": 20, "reps": 200, "hold_s": 3600, "rest_s": 900, "minutes": 240, "per_day": 24, "per_week": 7}
LEAST = {"hold_s": 0, "rest_s": 0}
STEPS = {"hold_s": 1, "rest_s": 5, "minutes": 1}


def with_dosage(row: ProgramRow, dosage: Dosage) -> ProgramRow:
    """``row`` as it would read with another dose."""
    unusual = []
    for name, (low, high) in row.usual.items():
        value = getattr(dosage, name)
        if value is not None and not low <= value <= high:
            unusual.append(name)
    return replace(row, prescription=replace(row.prescription, dosage=dosage), outside=tuple(unusual))


class DoseField(SpinField):
    """One number of a dose. The first field of a strip also takes a whole dose: ``3x10 h8 r20 2/d``."""

    dose_typed = Signal(str)
    _takes_all = False  # Qt validates while the field is being made

    def __init__(self, theme: Theme, part: str, *, takes_all: bool) -> None:
        super().__init__(theme, part_name(part), LEAST.get(part, 1), MOST[part])
        self.setObjectName(f"dose_{part}")
        self.setSingleStep(STEPS.get(part, 1))
        self._part = part
        self._takes_all = takes_all
        self.lineEdit().setTextMargins(4, 0, 0, 0)
        self.lineEdit().textEdited.connect(self._on_text_edited)

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        """Numbers, and in the first field a whole dose, also while it is half typed."""
        if self._is_dose(text):
            whole = read_dose(text, Dosage()) is not None
            return QValidator.State.Acceptable if whole else QValidator.State.Intermediate, text, place
        return super().validate(text, place)

    def valueFromText(self, text: str) -> int:
        """The number, out of a whole dose this field's own part of it."""
        if not self._is_dose(text):
            return super().valueFromText(text)
        dosage = read_dose(text, replace(Dosage(), **{self._part: self.value()}))  # type: ignore[arg-type]
        return round(getattr(dosage, self._part)) if dosage else self.value()

    def _is_dose(self, text: str) -> bool:
        return self._takes_all and not text.strip().isdigit() and bool(text.strip()) and LETTERS.fullmatch(text) is not None

    def _on_text_edited(self, text: str) -> None:
        if self._is_dose(text):
            self.dose_typed.emit(text)


class DoseStrip(QWidget):
    """Edits the dose of one row.

    ``previewed`` carries the dose while it is typed, ``finished`` a dose whose value is done (one undo step each), and
    ``closed`` ends the edit. Esc sends ``restored`` with the dose that stood there when the strip was opened.
    """

    previewed = Signal(object)
    finished = Signal(object)
    restored = Signal(object)
    closed = Signal()

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
        self._hint = _Hint(theme)
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
            self._flow.addWidget(_Captioned(self.theme, part_name(part), field, is_factor=part == "sets"))
        column.addWidget(holder)
        column.addWidget(self._hint)

    def _connect(self) -> None:
        for part, field in self.fields.items():
            field.valueChanged.connect(lambda value, name=part: self._on_value_changed(name, value))
            field.editingFinished.connect(self._finish_value)
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
        if dosage is not None:
            self._fill(dosage, but=self.parts[0])
            self._preview(dosage)

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
        if inside:
            self._show_hint()
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


class _Captioned(QWidget):
    """A field with its caption above; ``is_factor`` puts the sign of multiplication behind it."""

    def __init__(self, theme: Theme, caption: str, field: DoseField, *, is_factor: bool) -> None:
        super().__init__()
        self._theme = theme
        self._field = field
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        label = TextLabel(theme, caption, "caption", "ink_2")
        label.setBuddy(field)
        column.addWidget(label)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(field)
        if is_factor:
            row.addWidget(TextLabel(theme, "×", "body", "ink_2"))
        row.addStretch(1)
        column.addLayout(row)
        self._fit()
        theme.changed.connect(self._fit)

    def _fit(self) -> None:
        digits = len(str(self._field.maximum()))
        self._field.setFixedWidth(round(self._theme.wide(26) + max(digits, 2) * text_width(self._theme, "0") + 12))


class _Hint(QWidget):
    """The line under the fields: the usual range, and the keys."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._text = ""
        self._unusual = False
        follow_theme(self, theme)

    def show_text(self, text: str, *, unusual: bool) -> None:
        """Say the usual range; with a sign and in amber where the value lies outside."""
        self._text, self._unusual = text, unusual
        self.setAccessibleName(text)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, self.theme.tall(18, "caption") + 2)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = self.theme, QPainter(self)
        middle, left, height = self.height() / 2, 0.0, float(self.height())
        if self._unusual:
            side = theme.wide(14)
            paint_icon(painter, "warn", QRectF(0, middle - side / 2, side, side), theme.color("warn"), theme.color("select"))
            left = side + 5
        color = "warn" if self._unusual else "ink_2"
        paint_line(painter, theme, QRectF(left, 0, self.width() - left, height), self._text, "caption", color)
        left += text_width(theme, self._text, "caption") + (20 if self._text else 0)
        for keys, word in self._keys():
            wide = sum(key_cap_width(theme, key) + 4 for key in keys) + 2 + text_width(theme, word, "caption")
            if left + wide > self.width():
                break
            for key in keys:
                left = paint_key_cap(painter, theme, left, middle, key) + 4
            paint_line(painter, theme, QRectF(left + 2, 0, self.width() - left, height), word, "caption", "ink_2")
            left += text_width(theme, word, "caption") + 18
        painter.end()

    def _keys(self) -> tuple[tuple[tuple[str, ...], str], ...]:
        return (
            (("arrow-up", "arrow-down"), self.tr("change")),
            (("Tab",), self.tr("next")),
            (("Enter",), self.tr("done")),
            (("Esc",), self.tr("put back")),
        )
