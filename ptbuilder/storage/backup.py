"""Encrypted copies of the data file: made each day, proven to open, thinned as they age, brought back."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path

from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.domain.values import dataclass
from ptbuilder.storage.connection import connect, damaged_pages, is_sound, make_private, settle
from ptbuilder.storage.database import Database
from ptbuilder.storage.faults import DAMAGED, DataDamaged, WrongKey, in_plain_words, plain_error
from ptbuilder.storage.versions import check_known, find_version

STAMP = "%Y%m%dT%H%M%S%f"
ASIDE = "damaged-*.db"
UNFINISHED = ".new"
DAYS, WEEKS, MONTHS = 7, 4, 12
"""For how many days, weeks and months one backup each is kept."""


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup file and when it was made."""

    path: Path
    at: datetime


class Backups:
    """The backups of one data file, in one folder, under the same key."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def list(self) -> tuple[Backup, ...]:
        """All backups, the newest first; a file is taken by its name and not opened."""
        found = (Backup(path, _moment(path)) for path in self.folder.glob("ptbuilder-*.db") if _is_backup(path))
        return tuple(sorted(found, key=lambda each: each.at, reverse=True))

    def make(self, database: Database, at: datetime) -> Backup:
        """Copy the whole data file as of now; raises DataDamaged where it does not hold what was written."""
        target = self.folder / f"ptbuilder-{at.strftime(STAMP)}.db"
        with _made_whole(target.with_suffix(UNFINISHED)) as fresh:
            with database.alone() as raw:
                # WORKAROUND: SQLCipher's backup (4.19) copies a damaged page as zeros without a word: look at the seals first.
                if damaged_pages(raw):
                    raise DataDamaged(DAMAGED)
                make_private(fresh)
                with closing(connect(fresh, database.key)) as copy:
                    raw.backup(copy)
                    copy.execute("PRAGMA journal_mode = DELETE").fetchall()
            prove(fresh, database.key)
            with in_plain_words():
                settle(fresh, target)
        return Backup(target, at)

    def make_daily(self, database: Database, at: datetime) -> Backup | None:
        """Today's backup if there is none yet, and the old ones thinned; None if there was one."""
        if any(each.at.date() == at.date() for each in self.list()):
            return None
        made = self.make(database, at)
        self.thin(at.date())
        return made

    def thin(self, today: date) -> None:
        """Remove the backups that are no longer kept."""
        kept = kept_of((each.at for each in self.list()), today)
        for each in self.list():
            if each.at not in kept:
                each.path.unlink(missing_ok=True)

    def restore(self, backup: Backup, path: Path, key: bytes, at: datetime) -> None:
        """Put the backup in the place of the data file, which must be closed; what was there is backed up, or put aside.

        Raises WrongKey or DataDamaged, and leaves the data file alone, where the backup does not open with this key.
        """
        with in_plain_words(), _made_whole(path.with_suffix(".restored")) as fresh:
            prove(backup.path, key)
            make_private(fresh)
            shutil.copyfile(backup.path, fresh)
            if path.exists():
                self._keep(path, key, at)
            # A log must never meet another file than its own.
            for log in _logs(path):
                log.unlink(missing_ok=True)
            settle(fresh, path)

    def erase(self, patient_id: str, key: bytes) -> tuple[Path, ...]:
        """Take a patient out of every backup; the files where that was not possible, since they are damaged or locked.

        Copies that were never finished go as a whole: they are no backups, but they may hold the patient.
        """
        left = [path for path in self.folder.glob(f"ptbuilder-*{UNFINISHED}*") if not _is_removed(path)]
        for path in (*(each.path for each in self.list()), *self.folder.glob(ASIDE)):
            try:
                with in_plain_words():
                    _erase(path, patient_id, key)
            except PTBuilderError:
                left.append(path)
        return tuple(left)

    def _keep(self, path: Path, key: bytes, at: datetime) -> None:
        """Back up the file that is about to be replaced; one that cannot be read is put aside as it is, with its log."""
        try:
            with closing(Database(path, key)) as database:
                self.make(database, at)
        except Exception as error:
            if plain_error(error) is None and not isinstance(error, PTBuilderError):
                raise
            aside = self.folder / f"damaged-{at.strftime(STAMP)}.db"
            for old, new in ((path, aside), *zip(_logs(path), _logs(aside), strict=True)):
                if old.exists():
                    make_private(new)
                    shutil.copyfile(old, new)


@contextmanager
def _made_whole(fresh: Path) -> Iterator[Path]:
    """A file that is made and then given its name; of one that fails nothing stays, since nobody would ever find it."""
    try:
        yield fresh
    except BaseException:
        for path in (fresh, *fresh.parent.glob(f"{fresh.name}-*")):
            _is_removed(path)
        raise


def _is_removed(path: Path) -> bool:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return False
    return True


def prove(path: Path, key: bytes) -> None:
    """Open a backup and read all of it.

    Raises WrongKey where its first page does not open (or is damaged, which looks the same), DataDamaged where anything else is
    not as it was written.
    """
    with in_plain_words(), closing(connect(path, key)) as copy:
        try:
            version = find_version(copy)
        except Exception as error:
            if isinstance(plain_error(error), DataDamaged):
                raise WrongKey("The key does not fit this backup, or the backup is damaged. Choose another one.") from error
            raise
        if version is None or damaged_pages(copy) or not is_sound(copy):
            raise DataDamaged("This backup is damaged. Choose another one.")
        check_known(version)


def kept_of(moments: Iterable[datetime], today: date) -> frozenset[datetime]:
    """Which backups are kept: the last one of each of 7 days, of 4 weeks and of 12 months, and always the newest of all."""
    kept: dict[object, datetime] = {}
    for moment in sorted(moments):
        day = moment.date()
        week, months = _monday(day), (today.year - day.year) * 12 + today.month - day.month
        kept["newest"] = moment
        if (today - day).days < DAYS:
            kept["day", day] = moment
        if (_monday(today) - week).days // 7 < WEEKS:
            kept["week", week] = moment
        if months < MONTHS:
            kept["month", day.year, day.month] = moment
    return frozenset(kept.values())


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _logs(path: Path) -> tuple[Path, Path]:
    return path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")


def _erase(path: Path, patient_id: str, key: bytes) -> None:
    with closing(connect(path, key)) as copy:
        copy.execute("PRAGMA foreign_keys = ON")
        copy.execute("PRAGMA secure_delete = ON")
        if copy.execute("SELECT 1 FROM patients WHERE id = ?", (patient_id,)).fetchone():
            copy.execute("DELETE FROM patients WHERE id = ?", (patient_id,))
            copy.execute("VACUUM")


def _is_backup(path: Path) -> bool:
    try:
        _moment(path)
    except ValueError:
        return False
    return True


def _moment(path: Path) -> datetime:
    return datetime.strptime(path.stem.removeprefix("ptbuilder-"), STAMP)
