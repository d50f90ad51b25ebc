"""How the handout is printed: layout, language, paper and colour, figure and skin, form of the name, as lists to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from ptbuilder.domain.clinic import LAYOUTS, PAPERS
from ptbuilder.ui.build.print_bar import ink_word, language_word, layout_word, paper_word
from ptbuilder.ui.desk_signals import DeskSignals
from ptbuilder.ui.figure_words import figure_options, skin_options
from ptbuilder.ui.theme import BETWEEN, ROW, Theme
from ptbuilder.ui.widgets.choice_fields import ComboField
from ptbuilder.ui.widgets.text import TextLabel

Option = tuple[object, str]


class PrintOptions(QWidget):
    """Lists bound to the desk; each choice is one step that can be undone."""

    def __init__(self, desk_signals: DeskSignals, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._desk_signals = desk_signals
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(ROW, 0, ROW, ROW)
        self._grid.setHorizontalSpacing(BETWEEN)
        self._grid.setVerticalSpacing(BETWEEN - 2)
        self._grid.setColumnStretch(1, 1)
        self.layout_field = self._add("layout", self.tr("Layout"), [(each, _layout_text(each)) for each in LAYOUTS])
        self.language_field = self._add("language", self.tr("Language"), [(e, language_word(e)) for e in ("en", "es", "both")])
        self.paper_field = self._add("paper", self.tr("Paper"), [(each, paper_word(each)) for each in PAPERS])
        self.ink_field = self._add("ink", self.tr("Colour"), [(each, _capital(ink_word(each))) for each in ("colour", "bw")])
        self.figure_field = self._add("figure", self.tr("Figure"), figure_options())
        self.skin_field = self._add("skin", self.tr("Skin"), skin_options())
        self.name_field = self._add("name_form", self.tr("Name"), self._name_forms())
        self._connect()

    def fill(self) -> None:
        """Show the choices of the work at hand; choosing for the user saves nothing."""
        work = self._desk_signals.desk.work
        shown = {
            self.layout_field: work.choices.layout,
            self.language_field: work.choices.language,
            self.paper_field: work.choices.paper,
            self.ink_field: work.choices.ink,
            self.figure_field: work.choices.figure,
            self.skin_field: work.choices.skin,
            self.name_field: work.patient.name_form,
        }
        for field, value in shown.items():
            with QSignalBlocker(field):
                field.setCurrentIndex(max(field.findData(value), 0))
        self.skin_field.setEnabled(work.choices.ink == "colour")

    def _name_forms(self) -> list[Option]:
        return [("full", self.tr("Full name")), ("first", self.tr("First name")), ("initials", self.tr("Initials"))]

    def _add(self, name: str, label: str, options: Sequence[Option]) -> ComboField:
        field = ComboField(self.theme, label)
        field.setObjectName(f"option_{name}")
        field.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for value, text in options:
            field.addItem(text, value)
        row = self._grid.rowCount()
        caption = TextLabel(self.theme, label, "caption", "ink_2")
        caption.setBuddy(field)
        self._grid.addWidget(caption, row, 0)
        self._grid.addWidget(field, row, 1)
        return field

    def _connect(self) -> None:
        self._desk_signals.changed.connect(self.fill)
        for name, field in (
            ("layout", self.layout_field),
            ("language", self.language_field),
            ("paper", self.paper_field),
            ("ink", self.ink_field),
            ("figure", self.figure_field),
            ("skin", self.skin_field),
        ):
            field.activated.connect(lambda _=0, name=name, field=field: self._on_choice_made(name, field.currentData()))
        self.name_field.activated.connect(self._on_name_chosen)

    def _on_choice_made(self, name: str, value: object) -> None:
        desk = self._desk_signals.desk
        changed: dict[str, object] = {name: value}
        desk.set_choices(replace(desk.work.choices, **changed))  # type: ignore[arg-type]

    def _on_name_chosen(self) -> None:
        desk = self._desk_signals.desk
        desk.set_patient(replace(desk.work.patient, name_form=self.name_field.currentData()))


def _layout_text(layout: str) -> str:
    from PySide6.QtCore import QCoreApplication

    hints = {
        "standard": QCoreApplication.translate("PrintOptions", "Standard, 2 to 3 a page"),
        "compact": QCoreApplication.translate("PrintOptions", "Compact, 6 a page"),
    }
    return hints.get(layout) or layout_word(layout)


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]
