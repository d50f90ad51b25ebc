"""The one style sheet: what Qt paints itself (fields, scroll bars, menus) in the colours of the theme."""

from __future__ import annotations

from string import Template

from ptbuilder.ui.theme import CONTROL_RADIUS, Theme

_SHEET = Template("""
QToolTip { background: $raised; color: $ink; border: 1px solid $line_2; padding: 4px 8px; }
QAbstractScrollArea { background: transparent; border: 0; outline: 0; }
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QDateEdit {
  background: $surface; color: $ink; border: 1px solid $line_2; border-radius: ${radius}px;
  padding: 0 8px; selection-background-color: $accent; selection-color: $on_accent; placeholder-text-color: $ink_3; }
QPlainTextEdit, QTextEdit { padding: 4px 6px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QDateEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus {
  border: 2px solid $focus; padding-left: 7px; }
QComboBox { padding-left: 10px; }
QComboBox:focus { padding-left: 9px; }
QLineEdit:disabled, QComboBox:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled {
  background: $sunken; color: $ink_off; border-color: $line; }
QLineEdit[unusual="true"], QSpinBox[unusual="true"], QDoubleSpinBox[unusual="true"] { border: 2px solid $warn_line; }
QSpinBox, QDoubleSpinBox { background: $surface; color: $ink; border: 1px solid $line_2; border-radius: ${radius}px;
  padding: 0 4px 0 6px; selection-background-color: $accent; selection-color: $on_accent; }
QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button, QDoubleSpinBox::down-button {
  width: 16px; border: 0; background: transparent; }
QSpinBox::up-arrow, QSpinBox::down-arrow, QDoubleSpinBox::up-arrow, QDoubleSpinBox::down-arrow, QComboBox::down-arrow {
  image: none; width: 0; height: 0; }
QComboBox::drop-down { border: 0; width: 24px; }
QComboBox QAbstractItemView { background: $raised; color: $ink; border: 1px solid $line_2;
  selection-background-color: $select; selection-color: $ink; }
QMenu { background: $raised; color: $ink; border: 1px solid $line_2; padding: 4px 0; }
QMenu::item { padding: 6px 20px 6px 12px; }
QMenu::item:selected { background: $select; color: $ink; }
QMenu::item:disabled { color: $ink_off; }
QMenu::separator { height: 1px; background: $line; margin: 4px 0; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 2px; }
QScrollBar::handle { background: $ink_off; border-radius: 4px; min-height: 32px; min-width: 32px; }
QScrollBar::handle:hover { background: $ink_3; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: $line; }
""")


def style_sheet(theme: Theme) -> str:
    """The sheet for the tokens in force; heights are set by the widgets, since they grow with the text."""
    return _SHEET.substitute(theme.tokens._asdict(), radius=CONTROL_RADIUS)
