"""The parts of the strip of a dose: a number field, its caption, and the line of hints under the fields."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QValidator
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ptbuilder.domain.dosage import Dosage
from ptbuilder.ui.build.program.dose_entry import LETTERS, read_dose, typed_numbers
from ptbuilder.ui.build.program.dose_words import least_text, most_text, part_name
from ptbuilder.ui.icons import paint_icon
from ptbuilder.ui.painting import key_cap_width, paint_key_cap, paint_line, text_width
from ptbuilder.ui.theme import Theme
from ptbuilder.ui.widgets.choice_fields import SpinField
from ptbuilder.ui.widgets.text import TextLabel
from ptbuilder.ui.widgets.themed import follow_theme

PARTS = ("sets", "reps", "hold_s", "rest_s", "per_day", "per_week")
TIME_PARTS = ("minutes", "per_day", "per_week")
MOST = {"sets": 20, "reps": 200, "hold_s": 3600, "rest_s": 900, "minutes": 240, "per_day": 24, "per_week": 7}
LEAST = {"hold_s": 0, "rest_s": 0}
MOST_DIGITS = 5
STEPS = {"hold_s": 1, "rest_s": 5, "minutes": 1}


class DoseField(SpinField):
    """One number of a dose. The first field of a strip also takes a whole dose: ``3x10 h8 r20 2/d``.

    What cannot be taken may be typed, so that it is seen; Enter leaves it there, and leaving the field puts the number back.
    Either sends ``refused`` with the reason.
    """

    dose_typed = Signal(str)
    refused = Signal(str)
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
        """Numbers of any size, and in the first field a whole dose, also while it is half typed."""
        if text.isdecimal() and len(text) <= MOST_DIGITS:
            fits = self.minimum() <= int(text) <= self.maximum()
            return QValidator.State.Acceptable if fits else QValidator.State.Intermediate, text, place
        if self._is_dose(text):
            whole = read_dose(text, Dosage()) is not None and not self._out_of_range(text)
            return QValidator.State.Acceptable if whole else QValidator.State.Intermediate, text, place
        return super().validate(text, place)

    def valueFromText(self, text: str) -> int:
        """The number, out of a whole dose this field's own part of it."""
        if not self._is_dose(text):
            return super().valueFromText(text)
        dosage = read_dose(text, replace(Dosage(), **{self._part: self.value()}))  # type: ignore[arg-type]
        return round(getattr(dosage, self._part)) if dosage else self.value()

    @property
    def warning(self) -> str:
        """Which number of what is typed is too small or too large; empty also while a dose is half typed."""
        return self._out_of_range(self.lineEdit().text().strip())

    @property
    def refusal(self) -> str:
        """Why what is typed cannot be taken as it stands; empty where it can, or where nothing is typed."""
        text = self.lineEdit().text().strip()
        if self._is_dose(text) and not typed_numbers(text):
            return self.tr("“{text}” cannot be read. Type a dose such as 3x10 h8 r20 2/d.").format(text=text)
        return self._out_of_range(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes a number that fits."""
        refusal = self.refusal if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) else ""
        if refusal:
            self.selectAll()
            self.refused.emit(refusal)
            event.accept()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say what is not taken before the number is put back."""
        refusal = self.refusal
        super().focusOutEvent(event)
        if refusal:
            self.refused.emit(refusal)

    def _out_of_range(self, text: str) -> str:
        numbers = {self._part: int(text)} if text.isdecimal() else typed_numbers(text) if self._is_dose(text) else {}
        for part, number in numbers.items():
            if number < LEAST.get(part, 1):
                return least_text(part)
            if number > MOST[part]:
                return most_text(part, MOST[part])
        return ""

    def _is_dose(self, text: str) -> bool:
        return self._takes_all and not text.strip().isdigit() and bool(text.strip()) and LETTERS.fullmatch(text) is not None

    def _on_text_edited(self, text: str) -> None:
        if self._is_dose(text):
            self.dose_typed.emit(text)


class CaptionedField(QWidget):
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


class StripHint(QWidget):
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
        """One line of key caps."""
        return QSize(120, self.theme.tall(18, "caption") + 2)

    def minimumSizeHint(self) -> QSize:
        """What does not fit is left out."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the sentence, then as many keys as fit."""
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
