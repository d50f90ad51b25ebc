"""Palette, font and style sheet for the whole program, set once the first widgets are made and before they are shown."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from ptbuilder.ui.style_sheet import style_sheet
from ptbuilder.ui.theme import Theme


def wear(app: QApplication, theme: Theme) -> None:
    """Give the program the look of ``theme``, and again whenever it changes.

    The time for it is between making the window and showing it: under a style sheet each move of a widget into a layout styles
    all that is inside it again, and once widgets are shown a new sheet polishes each of them anew.
    """
    put_on(app, theme)
    theme.changed.connect(lambda: put_on(app, theme))


def put_on(app: QApplication, theme: Theme) -> None:
    """Set what differs from what the program wears already."""
    palette, sheet = theme.palette(), style_sheet(theme)
    if app.palette() != palette:
        app.setPalette(palette)
    if app.font() != theme.font("body"):
        app.setFont(theme.font("body"))
    if app.styleSheet() != sheet:
        app.setStyleSheet(sheet)
