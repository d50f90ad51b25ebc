"""Forms of the library that were left unfinished, kept with the clinic's data until they are saved or thrown away."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress

from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.services.library.clinic_library import ClinicLibrary
from ptbuilder.services.library.draft import Draft

KEY = "library_unfinished"


class UnfinishedForms:
    """Reads and keeps drafts; while the data is not open there are none, and none are kept."""

    def __init__(self, clinic: ClinicLibrary) -> None:
        self._clinic = clinic
        self._kept: tuple[Draft, ...] | None = None

    def read(self) -> tuple[Draft, ...]:
        """The drafts as they were kept last; one that a newer program wrote otherwise is passed over."""
        from ptbuilder.storage.codec import decode_whole

        if self._clinic.store is None:
            return ()
        documents = self._clinic.store.settings.get(KEY) or ()
        self._kept = tuple(draft for each in documents if (draft := decode_whole(each, Draft)) is not None)
        return self._kept

    def keep(self, drafts: Iterable[Draft]) -> None:
        """Keep these in the place of those before; nothing is written where they are the same, or where it cannot be."""
        from ptbuilder.storage.codec import encode

        store, found = self._clinic.store, tuple(drafts)
        if store is None:
            return
        if self._kept is None:  # the page was opened before the data: what lies there stays
            codes = {each.code for each in found}
            found = (*(each for each in self.read() if each.code not in codes), *found)
        if found == self._kept:
            return
        with suppress(PTBuilderError):  # the forms themselves still hold it, and the next time may do
            store.settings.put(KEY, [encode(each) for each in found])
            self._kept = found
