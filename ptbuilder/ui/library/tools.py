"""The services behind the library page."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ptbuilder.domain.values import dataclass
from ptbuilder.services.library.exercise_editing import ExerciseEditing
from ptbuilder.services.library.library_browsing import LibraryBrowser
from ptbuilder.services.library.own_transfer import OwnTransfer
from ptbuilder.services.library.unfinished import UnfinishedForms

if TYPE_CHECKING:
    from ptbuilder.services.drawing.posing.posing import Posing


@dataclass(frozen=True, slots=True)
class LibraryTools:
    """What the page asks and changes the library with; ``posing`` is made when it is first asked for."""

    browser: LibraryBrowser
    editing: ExerciseEditing
    transfer: OwnTransfer
    unfinished: UnfinishedForms
    posing: Callable[[], Posing]
