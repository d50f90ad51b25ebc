"""Where to begin: the whole figure of a library exercise, found by its name, or a position."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ptbuilder.domain.text import say
from ptbuilder.services.drawing.posing.draft import with_base
from ptbuilder.services.drawing.posing.form import base_choices
from ptbuilder.services.drawing.posing.posing import Posing
from ptbuilder.ui.labels import language
from ptbuilder.ui.library.posing.section import ChoiceField, Section
from ptbuilder.ui.theme import Theme
from ptbuilder.ui.widgets.buttons import Button
from ptbuilder.ui.widgets.fields import Field
from ptbuilder.ui.widgets.text import TextLabel

MOST = 6


class BeginSection(Section):
    """What is typed shows up to six exercises; Enter takes the first. ``begun`` carries the code of the exercise.

    A new position of the start begins both pictures anew; the finish may have one of its own.
    """

    begun = Signal(str)

    def __init__(self, theme: Theme, posing: Posing, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.heading.set_text(self.tr("Start from"))
        self.setAccessibleName(self.tr("Start from"))
        self._posing = posing
        words = self.tr("Start from a library exercise")
        self.field = Field(theme, words, words, icon="search")
        self.found = QWidget()
        self._list = QVBoxLayout(self.found)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(2)
        self._codes: tuple[str, ...] = ()
        self._nothing = TextLabel(theme, self.tr("No exercise with a figure has these words."), "caption", "ink_2", wraps=True)
        self.column.addWidget(self.field)
        self.column.addWidget(self.found)
        self.column.addWidget(self._nothing)
        self.start = ChoiceField(theme, self.tr("Start: position"), base_choices())
        self.finish = ChoiceField(theme, self.tr("Finish: position"), (("", self.tr("Goes on from the start")), *base_choices()))
        for choice in (self.start, self.finish):
            self.add_labelled(choice.accessibleName(), choice)
        self.start.picked.connect(lambda base: self.changed.emit(with_base(self.draft, "start", base), ""))
        self.finish.picked.connect(lambda base: self.changed.emit(with_base(self.draft, "finish", base), ""))
        self.found.hide()
        self._nothing.hide()
        self.field.textChanged.connect(self._on_typed)
        self.field.returnPressed.connect(self._on_return)

    @property
    def codes(self) -> tuple[str, ...]:
        """The exercises that are offered now."""
        return self._codes

    def refresh(self) -> None:
        """Show the positions of both frames."""
        self.start.show_value(self.draft.base)
        self.finish.show_value(str(self.draft.raw("finish").get("base", "")))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc takes back what was typed, Down goes to what was found."""
        if event.key() == Qt.Key.Key_Escape and self.field.text():
            self.field.clear()
        elif event.key() == Qt.Key.Key_Down and self.field.hasFocus() and self._codes:
            first = self._list.itemAt(0)
            if first is not None and first.widget() is not None:
                first.widget().setFocus(Qt.FocusReason.TabFocusReason)  # type: ignore[union-attr]
        else:
            super().keyPressEvent(event)

    def _on_typed(self, text: str) -> None:
        found = self._posing.find(text, MOST) if text.strip() else ()
        self._codes = tuple(each.code for each in found)
        while self._list.count():
            item = self._list.takeAt(0)
            if item is not None and item.widget() is not None:
                item.widget().deleteLater()  # type: ignore[union-attr]
        before: QWidget = self.field
        for each in found:
            button = Button(self.theme, say(each.name, language()), "quiet", small=True)
            button.clicked.connect(lambda _=False, code=each.code: self._begin(code))
            self._list.addWidget(button)
            self.setTabOrder(before, button)  # made late, it would come last of all
            before = button
        self.found.setVisible(bool(found))
        self._nothing.setVisible(bool(text.strip()) and not found)

    def _on_return(self) -> None:
        if self._codes:
            self._begin(self._codes[0])

    def _begin(self, code: str) -> None:
        self.begun.emit(code)
        self.field.clear()
