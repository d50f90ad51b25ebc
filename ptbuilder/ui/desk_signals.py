"""The desk as Qt sees it: one signal for every change."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from ptbuilder.services.desk.desk import Desk


class DeskSignals(QObject):
    """Wraps the desk for pages; ``changed`` comes after each change of the work, ``opened`` once the desk is there.

    The window is painted before the library is read, so at first there is no desk (``is_open`` is False). Pages build
    their empty look in their constructor and fill themselves when ``changed`` comes; they never need to ask ``is_open``
    in slots of ``changed``. ``library_changed`` carries the codes of exercises that are others now, and ``changed`` follows.
    ``saved`` comes after each save. ``refused`` carries the sentence of an action that does not fit.
    """

    opened = Signal()
    changed = Signal()
    saved = Signal()
    library_changed = Signal(object)
    refused = Signal(str)

    def __init__(self, desk: Desk | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        if desk is not None:
            self.open(desk)

    @property
    def is_open(self) -> bool:
        """Whether the library is read and the desk is there."""
        return self._desk is not None

    @property
    def desk(self) -> Desk:
        """The desk; asking before it is open is a mistake and raises RuntimeError."""
        if self._desk is None:
            raise RuntimeError("The desk is not open yet.")
        return self._desk

    def open(self, desk: Desk) -> None:
        """Take the desk, then let every page fill itself."""
        self._desk = desk
        desk.changed.append(self._on_desk_changed)
        desk.library_changed.append(self.library_changed.emit)
        desk.keeper.changed.append(self.saved.emit)
        self.opened.emit()
        self.changed.emit()

    def attempt(self, action: Callable[[], object]) -> bool:
        """Do an action of the desk; whether it fitted. Where it did not, ``refused`` says why and nothing has changed."""
        from ptbuilder.domain.errors import PTBuilderError

        try:
            action()
        except PTBuilderError as error:
            self.refused.emit(str(error))
            return False
        return True

    def _on_desk_changed(self) -> None:
        self.changed.emit()
