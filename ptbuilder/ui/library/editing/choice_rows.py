"""Rows that are filled in by choosing: one of a list, one of a few, several of a list, yes or no."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from ptbuilder.ui.library.editing.keys import is_own_key
from ptbuilder.ui.library.editing.rows import FormRow
from ptbuilder.ui.library.editing.words import field_name
from ptbuilder.ui.theme import Theme
from ptbuilder.ui.widgets.buttons import Button
from ptbuilder.ui.widgets.check_box import CheckBox
from ptbuilder.ui.widgets.chips import Chip
from ptbuilder.ui.widgets.choice_fields import ComboField
from ptbuilder.ui.widgets.flow import FlowLayout
from ptbuilder.ui.widgets.segmented import SegmentedChoice

Options = Sequence[tuple[str, str]]
"""Codes with their words, in the order of the list."""
FEW = 3
"""Letters or so of a combo box at least: long names must not widen the form."""


class ComboRow(FormRow):
    """One of a list; with ``none`` (its words) also none."""

    def __init__(self, theme: Theme, name: str, options: Options = (), none: str = "", parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent=parent)
        self._none = none
        self.field = _List(theme, field_name(name))
        self.field.setObjectName(f"field_{name}")
        self.body.addWidget(self.field)
        self.show_options(options)
        self.field.activated.connect(lambda _place: self.edited.emit())

    def show_options(self, options: Options) -> None:
        """Offer these; what is chosen stays chosen where it is among them."""
        chosen = self.field.currentData()
        self.field.clear()
        for code, words in (*(((None, self._none),) if self._none else ()), *options):
            self.field.addItem(words, code)
        self.set_value(chosen)

    def value(self) -> object:
        """The code, or None."""
        return self.field.currentData()

    def set_value(self, value: object) -> None:
        """Choose; a code that is not offered is added as it is."""
        place = self.field.findData(value)
        if place < 0 and value is not None:
            self.field.addItem(str(value), value)
            place = self.field.count() - 1
        self.field.setCurrentIndex(max(place, 0))

    def fields(self) -> Sequence[QWidget]:
        """The field."""
        return (self.field,)

    def focus_part(self) -> None:
        """Go to the list."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)


class FewRow(FormRow):
    """One of a few, side by side."""

    def __init__(self, theme: Theme, name: str, options: Sequence[tuple[object, str]], parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent=parent)
        self.field = SegmentedChoice(theme, options, may_be_none=False)
        self.field.setObjectName(f"field_{name}")
        self.field.setAccessibleName(field_name(name))
        self.body.addWidget(self.field)
        self.field.chosen.connect(lambda _value: self.edited.emit())

    def value(self) -> object:
        """The value of the pressed one."""
        return self.field.value

    def set_value(self, value: object) -> None:
        """Press."""
        self.field.set_value(value)

    def fields(self) -> Sequence[QWidget]:
        """The field."""
        return (self.field,)

    def focus_part(self) -> None:
        """Go to the pressed one."""
        self.field.segment(self.field.value).setFocus(Qt.FocusReason.OtherFocusReason)


class PickRow(FormRow):
    """Several of a list, as chips that go when they are pressed; the first one counts most where ``first_counts``."""

    def __init__(
        self, theme: Theme, name: str, add: str, options: Options, *, first_counts: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, name, parent=parent)
        self._options = tuple(options)
        self._words = dict(options)
        self._add = add
        self._first_counts = first_counts
        self._codes: tuple[str, ...] = ()
        self._chip_place = QWidget()
        self.chips = FlowLayout(self._chip_place)
        self.field = _List(theme, add)
        self.field.setObjectName(f"field_{name}")
        self._offered: tuple[str, ...] = ()
        self.add_offered = Button(theme, self.tr("Add them"), "quiet", icon="plus", small=True)
        self.add_offered.setObjectName(f"add_offered_{name}")
        self.body.addWidget(self._chip_place)
        self.body.addWidget(self.field)
        self.below.addWidget(self.add_offered)
        self.field.activated.connect(self._on_activated)
        self.add_offered.clicked.connect(lambda: self._change((*self._codes, *self._offered)))
        self.offer(())
        self._show()

    def value(self) -> object:
        """The codes in their order."""
        return self._codes

    def set_value(self, value: object) -> None:
        """Show these codes."""
        codes = tuple(map(str, value)) if isinstance(value, tuple) else ()
        if codes != self._codes:
            self._codes = codes
            self._show()

    def add(self, code: str) -> None:
        """Choose one more, as the user does."""
        if code not in self._codes:
            self._change((*self._codes, code))

    def offer(self, codes: Sequence[str]) -> None:
        """Offer to add these with one press, below the advice that names them."""
        self._offered = tuple(codes)
        self.add_offered.setVisible(bool(codes))
        names = ", ".join(self._words.get(each, each) for each in codes)
        self.add_offered.setAccessibleName(self.tr("Add {names}").format(names=names))

    def take_out(self, code: str) -> None:
        """Take one out, as the user does."""
        self._change(tuple(each for each in self._codes if each != code))
        self.focus_part()

    def fields(self) -> Sequence[QWidget]:
        """The field."""
        return (self.field,)

    def focus_part(self) -> None:
        """Go to the list."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- inside -----------------------------------------------------------------------------------------------------

    def _change(self, codes: tuple[str, ...]) -> None:
        self._codes = codes
        self._show()
        self.edited.emit()

    def _show(self) -> None:
        self.chips.take_all()
        for place, code in enumerate(self._codes):
            words = self._words.get(code, code)
            chip = Chip(self.theme, words, "plain", icon="close")
            chip.setAccessibleName(self.tr("Take out {name}").format(name=words))
            chip.clicked.connect(lambda _=False, code=code: self.take_out(code))
            self.chips.addWidget(chip)
            if self._first_counts and place == 0 and len(self._codes) > 1:
                chip.show_state("served", self.tr("{name} (main)").format(name=words), "close")
                chip.setAccessibleName(self.tr("Take out {name}, the main one").format(name=words))
        self._chip_place.setVisible(bool(self._codes))
        self._chip_place.updateGeometry()
        self.field.clear()
        self.field.addItem(self._add, None)
        for code, words in self._options:
            if code not in self._codes:
                self.field.addItem(words, code)
        self.field.setCurrentIndex(0)

    def _on_activated(self, place: int) -> None:
        code = self.field.itemData(place)
        if code is not None:
            self.add(str(code))


class CheckRow(FormRow):
    """Yes or no; the words stand beside the box."""

    def __init__(self, theme: Theme, name: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent=parent)
        self.label.hide()
        self.field = CheckBox(theme, words)
        self.field.setObjectName(f"field_{name}")
        self.body.addWidget(self.field)
        self.field.clicked.connect(lambda _=False: self.edited.emit())

    def value(self) -> object:
        """Whether it is checked."""
        return self.field.isChecked()

    def set_value(self, value: object) -> None:
        """Check or uncheck."""
        self.field.setChecked(bool(value))

    def fields(self) -> Sequence[QWidget]:
        """The field."""
        return (self.field,)

    def focus_part(self) -> None:
        """Go to the box."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)


def options_of(codes: Sequence[str], words: Callable[[str], str], *, by_name: bool = False) -> Options:
    """Codes with their words, by name where there are too many to know their order."""
    options = [(code, words(code)) for code in codes]
    return tuple(sorted(options, key=lambda each: each[1].lower())) if by_name else tuple(options)


class _List(ComboField):
    """A list as wide as there is room; the form scrolls under the pointer, and the list does not change."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme, name)
        self.setSizeAdjustPolicy(ComboField.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(FEW)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the form."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the keys of the form to the form."""
        if is_own_key(event):
            event.ignore()
        else:
            super().keyPressEvent(event)
