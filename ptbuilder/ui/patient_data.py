"""The patient data as the window sees it: opened on a worker, given to the reception, brought back from a backup, closed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.ui.desk_signals import DeskSignals
from ptbuilder.ui.notices import WindowNotices
from ptbuilder.ui.tasks import TaskRunner

if TYPE_CHECKING:
    from ptbuilder.services.library.clinic_library import ClinicLibrary
    from ptbuilder.services.lock.clinic_lock import ClinicLock
    from ptbuilder.services.patients.reception import Reception
    from ptbuilder.services.patients.records import Records
    from ptbuilder.services.patients.recovery import Backup, Opened, Safekeeping
    from ptbuilder.ui.data_trouble import DataTrouble


class OpenData(NamedTuple):
    """What the pages get of open data."""

    records: Records
    safekeeping: Safekeeping
    opened: Opened
    lock: ClinicLock

    def is_sheet_wanted(self) -> bool:
        """Whether the recovery sheet was never printed."""
        return self.safekeeping.is_sheet_wanted(self.opened.store)

    def note_sheet(self) -> None:
        """Note that the recovery sheet was printed."""
        self.safekeeping.note_sheet(self.opened.store)


class PatientData(QObject):
    """``opened`` carries the OpenData, at the start and after a backup was brought back; ``settled`` follows it, and a failure too.

    ``lock_found`` carries the ClinicLock of the data before anybody gets to see anything of it.

    Until ``receive`` names who gets the data, ``open`` may already be under way: finding the key takes its time.
    """

    lock_found = Signal(object)
    opened = Signal(object)
    settled = Signal()

    def __init__(self, folder: Path, desk_signals: DeskSignals, tasks: TaskRunner, notices: WindowNotices) -> None:
        super().__init__(notices)
        self._folder = folder
        self._desk_signals = desk_signals
        self._tasks = tasks
        self._notices = notices
        self._reception: Reception | None = None
        self._safekeeping: Safekeeping | None = None
        self._clinic_library: ClinicLibrary | None = None
        self._records: Records | None = None
        self._opened: Opened | None = None
        self._trouble: DataTrouble | None = None
        self._is_starting = True
        self.is_settled = False

    @property
    def is_open(self) -> bool:
        """Whether the data can be read."""
        return self._opened is not None

    @property
    def safekeeping(self) -> Safekeeping:
        """Key, data file and backups; known once it was tried to open them."""
        assert self._safekeeping is not None
        return self._safekeeping

    def open(self) -> None:
        """Find the key and open the data on the worker, since a keyring may take its time."""
        self._tasks.run(self, self._found, self._on_opened, self._on_failed)

    def receive(self, reception: Reception, clinic_library: ClinicLibrary | None = None) -> None:
        """Let ``reception`` and the clinic's library have the data as soon as it is open."""
        self._reception = reception
        self._clinic_library = clinic_library
        if clinic_library is not None:
            clinic_library.changed.insert(0, self._forget_texts)  # before anybody saves

    def look_after(self) -> None:
        """On the worker, load what the first save needs, and make today's backup; begun once nothing more urgent waits."""
        if self._opened is not None:
            store = self._opened.store
            self._tasks.run(self, store.prepare, lambda _none: None)
            self._tasks.run(self, lambda: self.safekeeping.back_up_daily(store), lambda _backup: None, self._tell_no_backup)

    def restore(self, backup: Backup) -> None:
        """Close the data, bring a backup back and open that; the desk starts empty."""
        if self._reception is None or self._opened is None:
            return
        self._reception.new_patient()
        self._tasks.finish()
        self.close()
        self._tasks.run(self, lambda: self.safekeeping.restore(backup), self._on_restored, self._on_restore_failed)

    def close(self) -> None:
        """Take the data from the reception and close it."""
        if self._clinic_library is not None:
            self._clinic_library.close()
        if self._reception is not None:
            self._reception.detach()
        if self._opened is not None:
            self._opened.store.close()
            self._opened = None

    # ---- inside -----------------------------------------------------------------------------------------------------

    def _found(self) -> Opened:
        from ptbuilder.services.lock import clinic_lock  # noqa: F401 - loaded here, while the window stays free
        from ptbuilder.services.patients import records  # noqa: F401
        from ptbuilder.services.patients.recovery import Safekeeping

        self._safekeeping = Safekeeping(self._folder)
        opened = self._safekeeping.open()
        opened.store.settings.clinic()  # the first question makes the reader: here, while the window stays free
        return opened

    def _on_opened(self, opened: Opened) -> None:
        from ptbuilder.services.lock.clinic_lock import ClinicLock
        from ptbuilder.services.patients.records import Records

        if self._opened is not None:
            self.close()
        self._opened = opened
        if self._reception is None:
            return
        lock = ClinicLock(opened.store)
        self.lock_found.emit(lock)
        is_start, self._is_starting = self._is_starting, False
        records = self._records = Records(opened.store, self._desk_signals.desk.library)
        if self._clinic_library is not None:
            self._desk_signals.desk.forget_library_steps()
            self._clinic_library.open(opened.store, opened.layers)
        self._reception.attach(records)
        if is_start:
            self._resume(self._reception)
        self.opened.emit(OpenData(records, self.safekeeping, opened, lock))
        if opened.notice:
            self._notices.show_line("key", "note", opened.notice)
        self._settle()

    def _forget_texts(self, codes: frozenset[str]) -> None:
        if self._records is not None:
            self._records.forget_texts(codes)

    def _resume(self, reception: Reception) -> None:
        """Lay what a crash left open today on the desk again, and say so."""
        try:
            at = reception.resume()
        except PTBuilderError as error:
            self._notices.refuse(str(error))
            return
        if at is not None:
            self._notices.tell(self.tr("Your work from {time} is back.").format(time=f"{at:%H:%M}"))

    def _on_restored(self, opened: Opened) -> None:
        self._on_opened(opened)
        self._notices.tell(self.tr("The backup is back. What was there before is kept as a backup itself."))

    def _on_restore_failed(self, error: Exception) -> None:
        """The data is as it was: say what was wrong with the backup, and open the data again."""
        if not isinstance(error, PTBuilderError):
            raise error
        self._notices.refuse(str(error))
        self._tasks.run(self, self.safekeeping.open, self._on_opened, self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        self._show_trouble(error)
        self._settle()

    def _tell_no_backup(self, error: Exception) -> None:
        """The data is open and saved all the same: only today's backup is missing."""
        if not isinstance(error, PTBuilderError):
            raise error
        text = self.tr("Today's backup could not be made. Your work is saved. {problem}").format(problem=error)
        self._notices.show_line("backup", "warn", text, ((self.tr("Try again"), self._back_up_again),))

    def _back_up_again(self) -> None:
        self._notices.take_away("backup")
        self.look_after()

    def _show_trouble(self, error: Exception) -> None:
        from ptbuilder.ui.data_trouble import DataTrouble

        if self._trouble is None:
            self._trouble = DataTrouble(self._notices, self.safekeeping, self._tasks)
            self._trouble.opened.connect(self._on_opened)
        self._trouble.show_problem(error)

    def _settle(self) -> None:
        self.is_settled = True
        self.settled.emit()
