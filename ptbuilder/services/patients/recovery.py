"""Keep the data safe: find its key and open it, back it up each day, bring it back from a backup or by the recovery sheet."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from ptbuilder.domain.exercise import ClinicLayer
from ptbuilder.domain.values import dataclass
from ptbuilder.services.library.clinic_library import kept_layers
from ptbuilder.storage.backup import Backup, Backups
from ptbuilder.storage.faults import DataDamaged, DataMissing, DataTooNew, KeyMissing, WrongKey
from ptbuilder.storage.key import FoundKey, KeyCabinet, Keyring
from ptbuilder.storage.store import BACKUPS, FILE, Store

__all__ = ["Backup", "DataDamaged", "DataMissing", "DataTooNew", "KeyMissing", "Opened", "RecoverySheet", "Safekeeping", "WrongKey"]

SHEET_MADE = "recovery_sheet_made_on"


@dataclass(frozen=True, slots=True)
class Opened:
    """The open data; ``is_new`` if it was just made, ``notice`` a sentence for the user where the key lies in a file.

    ``layers`` is what the clinic keeps of the library.
    """

    store: Store
    is_new: bool
    notice: str = ""
    layers: tuple[ClinicLayer, ...] = ()


@dataclass(frozen=True, slots=True)
class RecoverySheet:
    """What the recovery sheet shows: the key in 14 groups, the name that tells sheets apart, and the day it was made."""

    groups: tuple[str, ...]
    name: str
    made_on: date

    def text(self, language: str = "en", paper: str = "a4") -> str:
        """The whole sheet as plain text, one empty line between its parts; the rows of groups want letters of one width."""
        from ptbuilder.wording import recovery_sheet

        what, keep, use, made = recovery_sheet.paragraphs(self.name, self.made_on, language, paper)
        groups = "\n".join(recovery_sheet.rows(self.groups))
        return "\n\n".join((recovery_sheet.title(language), what, keep, groups, use, made)) + "\n"


class Safekeeping:
    """The data folder of one clinic: data file, key and backups.

    Nothing is read before ``open``. ``keyring`` None means the system's own.
    """

    def __init__(self, folder: Path, keyring: Keyring | None = None, clock: Callable[[], datetime] = datetime.now) -> None:
        self.folder = folder
        self.path = folder / FILE
        self._cabinet = KeyCabinet(folder, keyring)
        self._backups = Backups(folder / BACKUPS)
        self._clock = clock

    def open(self) -> Opened:
        """Open the data, or make key and data at the first start.

        Raises KeyMissing (ask for the sheet: ``open_with_sheet``), DataMissing or DataDamaged (offer ``backups``), WrongKey or
        DataTooNew.
        """
        found = self._cabinet.find()
        if self.path.exists():
            if found is None:
                raise KeyMissing("The key of the data is not on this computer. Type the recovery sheet.")
            return self._opened(found, is_new=False)
        if self.backups():
            raise DataMissing("The data file is gone. Bring back the last backup.")
        return self._opened(found or self._cabinet.make(), is_new=True)

    def open_with_sheet(self, typed: str) -> Opened:
        """Open the data with the key typed from the recovery sheet, and keep that key again.

        Where the data file is gone, the last backup is brought back. Raises PTBuilderError where a group is mistyped, WrongKey
        where the sheet belongs to other data.
        """
        key = self._typed(typed)
        if self.path.exists():
            Store.open(self.path, key).close()
        elif backups := self.backups():
            self._backups.restore(backups[0], self.path, key, self._clock())
        else:
            raise DataMissing("There is no data in this folder that the sheet could open. Copy the backups here first.")
        return self._opened(self._cabinet.keep(key), is_new=False)

    def sheet(self) -> RecoverySheet:
        """The recovery sheet of this data; whoever holds it can read the data."""
        from ptbuilder.storage.key import key_name
        from ptbuilder.storage.recovery_key import groups_of

        key = self._key()
        return RecoverySheet(groups_of(key), key_name(key)[:6].upper(), self._clock().date())

    def note_sheet(self, store: Store) -> None:
        """Remember that the sheet was printed, so that it is not offered again."""
        store.settings.put(SHEET_MADE, self._clock().date().isoformat())

    def is_sheet_wanted(self, store: Store) -> bool:
        """Whether the sheet was never printed."""
        return store.settings.get(SHEET_MADE) is None

    def back_up_daily(self, store: Store) -> Backup | None:
        """Make today's backup and thin the old ones; None if there is one of today. Raises DataDamaged."""
        return self._backups.make_daily(store.database, self._clock())

    def backups(self) -> tuple[Backup, ...]:
        """All backups, the newest first."""
        return self._backups.list()

    def restore(self, backup: Backup) -> Opened:
        """Bring a backup back and open it; the store must be closed. What was there is kept as a backup itself.

        Raises DataDamaged or WrongKey, and leaves the data as it was, where the backup does not open.
        """
        found = self._cabinet.find()
        if found is None:
            raise KeyMissing("The key of the data is not on this computer. Type the recovery sheet.")
        self._backups.restore(backup, self.path, found.key, self._clock())
        return self._opened(found, is_new=False)

    def _opened(self, found: FoundKey, *, is_new: bool) -> Opened:
        store = Store.open(self.path, found.key)
        return Opened(store, is_new, found.notice, kept_layers(store))

    def _key(self) -> bytes:
        found = self._cabinet.find()
        if found is None:
            raise KeyMissing("There is no data yet, so there is no sheet for it.")
        return found.key

    def _typed(self, typed: str) -> bytes:
        from ptbuilder.storage.recovery_key import key_from

        return key_from(typed)
