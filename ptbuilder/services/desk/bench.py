"""What lies under the desk: the work at hand, its steps with undo and redo, keeping it, and telling who listens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from ptbuilder.domain.exercise import ClinicLayer
from ptbuilder.domain.library import Library
from ptbuilder.services.desk.history import History
from ptbuilder.services.desk.keeping import Keeper, Later, Save
from ptbuilder.services.desk.work import SaveState, Step, Work, blank_work

Layers = tuple[ClinicLayer, ...]
"""What the clinic keeps of the exercises that one step changed."""


class Bench:
    """Holds one :class:`Work`; a step is two references, of the work or of the clinic's layers over the library.

    ``save`` and ``later`` are the keeper's; ``clock`` gives the time, so that tests can set it. ``put_layers`` keeps layers of the
    library; listeners in ``changed`` are told of every change, those in ``library_changed`` of the codes that are others now.
    """

    def __init__(self, library: Library, save: Save | None, later: Later | None, clock: Callable[[], datetime]) -> None:
        self.library = library
        self.changed: list[Callable[[], None]] = []
        self.library_changed: list[Callable[[frozenset[str]], None]] = []
        self.therapist = ""
        self.put_layers: Callable[[Layers, str], None] = lambda _layers, _by: None
        self.keeper = Keeper(save, later)
        self._clock = clock
        self._history: History[Work | Layers] = History()
        self._work = blank_work(self.today, library.version)

    # ---- reading ----------------------------------------------------------------------------------------------------

    @property
    def work(self) -> Work:
        """The work at hand."""
        return self._work

    @property
    def saved(self) -> SaveState:
        """When the work was last saved, or why it could not be."""
        return self.keeper.state

    @property
    def today(self) -> date:
        """The day that dates are counted from."""
        return self._clock().date()

    @property
    def now(self) -> datetime:
        """The time, for notes that carry it."""
        return self._clock()

    @property
    def undo_step(self) -> Step | None:
        """What undo would take back."""
        return self._history.undo_step

    @property
    def redo_step(self) -> Step | None:
        """What redo would do again."""
        return self._history.redo_step

    # ---- undo -------------------------------------------------------------------------------------------------------

    def undo(self) -> None:
        """Take the last step back; nothing happens where there is none, and where it cannot be taken back it stays."""
        if self._history.undo_step is not None:
            self._history.undo(self._put)
            self._tell()

    def redo(self) -> None:
        """Do the step undone last again; nothing happens where there is none, and where it cannot be done it stays."""
        if self._history.redo_step is not None:
            self._history.redo(self._put)
            self._tell()

    # ---- the work ---------------------------------------------------------------------------------------------------

    def save_now(self) -> None:
        """Save the work as it is, as after a failed save or once the data is open."""
        self.keeper.keep(self._work)
        self.keeper.flush()
        self._tell()

    def new_patient(self) -> None:
        """Clear the desk for somebody new; the work before it is saved already."""
        self.lay_out(blank_work(self.today, self.library.version))

    def lay_out(self, work: Work) -> None:
        """Put stored or prepared work on the desk; steps of the work before go, those of the library stay."""
        self.keeper.forget()
        self._history.keep_only(lambda state: isinstance(state, tuple))
        self._work = work
        self._tell()

    # ---- the library ------------------------------------------------------------------------------------------------

    def change_library(self, step: Step, before: Layers, after: Layers) -> None:
        """Keep other layers over the library, in one step that can be undone; raises and changes nothing where it cannot."""
        if before != after:
            self.put_layers(after, self.therapist)
            self._history.record(step, before, after)
            self._tell()

    def take_changed(self, codes: frozenset[str]) -> None:
        """Read the library anew, since these exercises are others now."""
        for listener in tuple(self.library_changed):
            listener(codes)
        self._tell()

    def forget_library_steps(self) -> None:
        """Let no step of the library be undone any more: other data is open, and the layers of the old one are not its."""
        self._history.keep_only(lambda state: isinstance(state, Work))

    # ---- inside -----------------------------------------------------------------------------------------------------

    def _do(self, step: Step, work: Work) -> None:
        work = replace(work, program=replace(work.program, assessment=work.assessment, patient=work.patient.id))
        if work == self._work:
            return
        self._history.record(step, self._work, work)
        self._put(work)
        self._tell()

    def _put(self, state: Work | Layers) -> None:
        if isinstance(state, Work):
            self._work = state
            self.keeper.keep(state)
        else:
            self.put_layers(state, self.therapist)

    def _tell(self) -> None:
        for listener in tuple(self.changed):
            listener()
