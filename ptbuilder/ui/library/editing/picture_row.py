"""The picture of an exercise in the form: whether there is one, and the way to pose one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ptbuilder.domain.exercise import Exercise
from ptbuilder.ui.build.figures.pictures import DrawingCache
from ptbuilder.ui.library.editing.rows import FormRow
from ptbuilder.ui.library.picture_pair import PicturePair
from ptbuilder.ui.theme import Theme
from ptbuilder.ui.widgets.buttons import Button
from ptbuilder.ui.widgets.text import TextLabel

WIDEST = 420
"""Width of both pictures together at 100 % text, at most."""


class PictureRow(FormRow):
    """``pose_asked`` is its button: what is filled in is saved first, since a figure belongs to an exercise that is kept."""

    pose_asked = Signal()

    def __init__(self, theme: Theme, pictures: DrawingCache, parent: QWidget | None = None) -> None:
        super().__init__(theme, "figure", parent=parent)
        self.label.hide()
        self._figure: object = None
        self._pair = PicturePair(theme, pictures)
        self._keep_small()
        theme.changed.connect(self._keep_small)
        self._words = TextLabel(theme, "", "body", "ink_2", wraps=True)
        self.field = Button(theme, self.tr("Save and pose a figure"), icon="body", small=True)
        self.field.setObjectName("field_figure")
        self.body.addWidget(self._pair)
        self.body.addWidget(self._words)
        self.body.addWidget(self.field)
        self.field.clicked.connect(self.pose_asked)

    def show_exercise(self, exercise: Exercise) -> None:
        """Show the pictures that it has in the library."""
        self._pair.show_exercise(exercise)

    def value(self) -> object:
        """The figure as data."""
        return self._figure

    def set_value(self, value: object) -> None:
        """Say whether there is a figure."""
        self._figure = value
        is_posed = isinstance(value, Mapping) and "start" in value
        here, none = self.tr("Start and finish, as they are printed."), self.tr("No figure yet: it is printed without pictures.")
        self._words.set_text(here if is_posed else none)

    def fields(self) -> Sequence[QWidget]:
        """The button."""
        return (self.field,)

    def focus_part(self) -> None:
        """Go to the button."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep_small(self) -> None:
        self._pair.setMaximumWidth(self.theme.wide(WIDEST))
