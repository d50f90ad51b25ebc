"""Where a figure is posed: the panel in the place of the grid, and what becomes of the figure."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from ptbuilder.services.library.exercise_editing import ExerciseEditing
from ptbuilder.ui.announcing import announce
from ptbuilder.ui.desk_signals import DeskSignals
from ptbuilder.ui.labels import exercise_name
from ptbuilder.ui.library.middle import LibraryMiddle

if TYPE_CHECKING:
    from ptbuilder.services.drawing.posing.posing import Posing
    from ptbuilder.ui.library.posing.panel import PosePanel


class PosingPlace(QObject):
    """Opens and closes the panel; ``turned`` follows both, ``told`` carries a sentence when a figure was kept."""

    told = Signal(str)
    turned = Signal()

    def __init__(
        self, desk_signals: DeskSignals, editing: ExerciseEditing, posing: Callable[[], Posing], middle: LibraryMiddle
    ) -> None:
        super().__init__(middle)
        self._desk_signals = desk_signals
        self._editing = editing
        self._posing = posing
        self._middle = middle
        self.panel: PosePanel | None = None

    @property
    def is_open(self) -> bool:
        """Whether a figure is posed now."""
        return self.panel is not None

    def open(self, code: str) -> None:
        """Pose the figure of an exercise, in the place of the grid."""
        from ptbuilder.ui.library.posing.panel import PosePanel

        exercise = self._editing.exercise(code)
        if exercise is None or self.panel is not None:
            return
        if not self._editing.is_open:
            self._desk_signals.refused.emit(self.tr("The clinic's data is not open yet. Try again in a moment."))
            return
        self.panel = PosePanel(self._middle.theme, self._posing(), exercise)
        self.panel.posed.connect(lambda figure: self._keep(code, figure))
        self.panel.left.connect(self.close)
        self._middle.show_over(self.panel)
        self.turned.emit()
        self.focus_first()

    def leave(self) -> None:
        """Leave a figure that is posed; what was changed is kept for a return."""
        if self.panel is not None:
            self.panel.leave()

    def close(self) -> None:
        """Bring the grid back."""
        if self.panel is not None:
            self.panel = None
            self._middle.show_over(None)
            self.turned.emit()

    def focus_first(self) -> None:
        """Put the focus into the panel."""
        if self.panel is not None:
            self.panel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self, code: str, figure: object) -> None:
        if self._desk_signals.attempt(lambda: self._editing.set_figure(code, figure)):
            self.close()
            name = exercise_name(self._desk_signals.desk.library, code)
            said = self.tr("{exercise} has a new figure.").format(exercise=name)
            announce(self._middle, said)
            self.told.emit(said)
