"""The lock over one data file: set, changed and taken away; whom it lets in."""

from __future__ import annotations

from collections.abc import Callable
from time import time
from typing import TYPE_CHECKING, Literal

from ptbuilder.domain.errors import PTBuilderError

if TYPE_CHECKING:
    from ptbuilder.services.lock.tries import Tries
    from ptbuilder.services.lock.verifier import Verifier
    from ptbuilder.storage.store import Store

LOCK, TRIES = "lock", "lock_tries"
"""Names of the two records among the settings: they lie in the encrypted file, and so in each backup."""
LEAST, MOST = 4, 64
"""Characters of a PIN or password."""
SHORTEST = 2
"""Minutes after which a window locks itself whose record does not tell."""

Part = Literal["old", "new", "again"]


class PinRefused(PTBuilderError):
    """What was typed does not do; ``part`` names the field to mend."""

    def __init__(self, text: str, part: Part) -> None:
        super().__init__(text)
        self.part = part


class ClinicLock:
    """Keeps eyes and hands off the window; the data file is encrypted with or without it.

    A record that cannot be read counts as a lock that no PIN opens. ``changed`` is called after each change of the lock.
    ``clock`` gives seconds since 1970. Each start asks whether there is a lock; what a lock takes is loaded once there is one.
    """

    def __init__(self, store: Store, clock: Callable[[], float] = time) -> None:
        self._settings = store.settings
        self._key = store.database.key
        self._clock = clock
        self._text = self._settings.text(LOCK)
        self._verifier = _read_verifier(self._text) if self._text else None
        self._counted: Tries | None = None
        self.changed: list[Callable[[], None]] = []

    @property
    def is_set(self) -> bool:
        """Whether there is a lock, be its record whole or damaged."""
        return bool(self._text)

    @property
    def is_damaged(self) -> bool:
        """Whether only the recovery key opens it."""
        return self.is_set and self._verifier is None

    @property
    def minutes(self) -> int:
        """Minutes without a key or the mouse after which the window locks itself; 0 is only by hand."""
        if self._verifier is not None:
            return self._verifier.minutes
        return SHORTEST if self.is_set else 0

    @property
    def wait_s(self) -> int:
        """Whole seconds until another PIN is taken."""
        now = self._clock()
        self._counted = self._tries.settled(now)
        return self._counted.left_s(now)

    def clinic_name(self) -> str:
        """The clinic whose copy this is, for the lock to say."""
        return self._settings.clinic().name

    def is_same_as(self, other: ClinicLock) -> bool:
        """Whether the same PIN opens both, as it does before and after most backups are brought back."""
        mine, others = self._verifier, other._verifier
        if mine is None or others is None:
            return self._text == other._text
        return (mine.salt, mine.digest) == (others.salt, others.digest)

    # ---- opening ----------------------------------------------------------------------------------------------------

    def opens(self, pin: str) -> bool:
        """Whether this is the PIN. A wrong one is counted; while there is a wait none is looked at."""
        if self._verifier is None or self.wait_s:
            return False
        if self._verifier.fits(pin):
            self._note(self._tries.none)
            return True
        self._note(self._tries.one_more(self._clock()))
        return False

    def check_key(self, typed: str) -> None:
        """Raise PTBuilderError unless this is the key of the data, as the recovery sheet shows it."""
        from hmac import compare_digest

        from ptbuilder.storage.recovery_key import key_from

        if not compare_digest(key_from(typed), self._key):
            raise PTBuilderError("This sheet belongs to other data. Look for the one of this clinic.")

    # ---- changing ---------------------------------------------------------------------------------------------------

    def set_pin(self, new: str, again: str) -> None:
        """Set the lock where there is none; raises PinRefused."""
        assert not self.is_set
        self._put(_checked(new, again))

    def change_pin(self, old: str, new: str, again: str) -> None:
        """Another PIN from now on; raises PinRefused, also where the old one is wrong."""
        _checked(new, again)
        self._expect(old)
        self._put(new)

    def renew_with_key(self, typed: str, new: str, again: str) -> None:
        """Another PIN for who has the recovery key; raises PTBuilderError or PinRefused."""
        self.check_key(typed)
        self._put(_checked(new, again))
        self._note(self._tries.none)

    def take_away(self, old: str) -> None:
        """No lock from now on; raises PinRefused where the PIN is wrong."""
        self._expect(old)
        self._keep("", None)

    def set_minutes(self, minutes: int) -> None:
        """Lock after so many minutes without a key or the mouse, 0 only by hand."""
        if self._verifier is not None:
            verifier = self._verifier.after(minutes)
            self._keep(verifier.written(), verifier)

    # ---- inside -----------------------------------------------------------------------------------------------------

    @property
    def _tries(self) -> Tries:
        """The wrong tries so far, those before this start too."""
        if self._counted is None:
            from ptbuilder.services.lock.tries import read_tries

            self._counted = read_tries(self._settings.text(TRIES), self._clock())
        return self._counted

    def _expect(self, old: str) -> None:
        if self.wait_s:
            raise PinRefused(f"Too many wrong tries. Wait {self.wait_s} seconds.", "old")
        if not self.opens(old):
            raise PinRefused("Wrong PIN.", "old")

    def _put(self, pin: str) -> None:
        from ptbuilder.services.lock.verifier import Verifier

        verifier = Verifier.of(pin, self._verifier.minutes) if self._verifier is not None else Verifier.of(pin)
        self._keep(verifier.written(), verifier)

    def _keep(self, text: str, verifier: Verifier | None) -> None:
        self._settings.put_text(LOCK, text)
        self._text, self._verifier = text, verifier
        for tell in tuple(self.changed):
            tell()

    def _note(self, tries: Tries) -> None:
        """Count, also where the disk takes nothing: nobody is let in or kept out by a full disk."""
        before, self._counted = self._tries, tries
        if before != tries:
            try:
                self._settings.put_text(TRIES, tries.written())
            except PTBuilderError:
                return


def _read_verifier(text: str) -> Verifier | None:
    from ptbuilder.services.lock.verifier import read_verifier

    return read_verifier(text)


def _checked(new: str, again: str) -> str:
    from unicodedata import normalize

    length = len(normalize("NFC", new))
    if length < LEAST:
        raise PinRefused(f"Too short. Type at least {LEAST} characters.", "new")
    if length > MOST:
        raise PinRefused(f"Too long. Type at most {MOST} characters.", "new")
    if not new.isprintable():
        raise PinRefused("Type letters, digits, signs and spaces only.", "new")
    if normalize("NFC", new) != normalize("NFC", again):
        raise PinRefused("The two are not the same. Type the second one again.", "again")
    return new
