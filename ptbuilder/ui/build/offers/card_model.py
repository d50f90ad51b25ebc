"""Exercises on offer as an item model: suggestions, or what a search in the library found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QStringListModel, Qt

from ptbuilder.domain.vocabulary import Side

Index = QModelIndex | QPersistentModelIndex
OFFER_ROLE = Qt.ItemDataRole.UserRole + 1
"""Returns the :class:`Offer`."""
ROLES = frozenset((OFFER_ROLE, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole))
FLAGS = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
PAGE = 500
"""More rows than the shipped library has: a search in it is listed whole."""
OfferState = Literal["offer", "present", "barred"]


@dataclass(frozen=True, slots=True)
class Offer:
    """What a card shows: ``meta`` under the name, finding and goal of its reason, and whether it can be added as it is.

    ``barred`` exercises are kept out by a rule: they lead to *why not*. ``findings`` are the codes that led to it.
    """

    code: str
    name: str
    meta: str
    why: tuple[str, str] = ("", "")
    is_unserved: bool = False
    state: OfferState = "offer"
    side: Side | None = None
    spoken: str = ""
    findings: frozenset[str] = frozenset()


class CardModel(QStringListModel):
    """Codes in their order; the offer of each is made when it is first shown, so a list may be long.

    A view asks for every row that there is, so of a long list it is given the first ``PAGE`` and, at its end, more. How many
    were given Qt's own model keeps (as empty words), because it answers a view far quicker than Python would.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._codes: tuple[str, ...] = ()
        self._offer: Callable[[str], Offer | None] = lambda _code: None

    @property
    def codes(self) -> tuple[str, ...]:
        """The exercises, in their order."""
        return self._codes

    def show_codes(self, codes: Sequence[str], offer_of: Callable[[str], Offer | None]) -> None:
        """Show these exercises; ``offer_of`` makes the offer of one."""
        self._codes = tuple(codes)
        self._offer = lru_cache(maxsize=512)(offer_of)
        self.setStringList([""] * min(PAGE, len(self._codes)))

    def offer(self, index: Index) -> Offer | None:
        """The offer at an index, or None."""
        row = index.row()
        return self._offer(self._codes[row]) if 0 <= row < len(self._codes) else None

    def index_of(self, code: str) -> QModelIndex:
        """The index of an exercise; invalid where it is not there."""
        if code not in self._codes:
            return QModelIndex()
        place = self._codes.index(code)
        self._give(place + 1)
        return self.index(place)

    def canFetchMore(self, parent: Index) -> bool:
        """Whether there are more than were given."""
        return not parent.isValid() and self.rowCount() < len(self._codes)

    def fetchMore(self, parent: Index) -> None:
        """Give the next ones, as the view asks at its end."""
        if not parent.isValid():
            self._give(self.rowCount() + 1)

    def _give(self, least: int) -> None:
        """Give whole pages until there are at least so many rows."""
        given = self.rowCount()
        if least > given:
            self.insertRows(given, min(-(-least // PAGE) * PAGE, len(self._codes)) - given)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cards are chosen, and not edited or dragged as words would be."""
        return FLAGS if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The offer, its name, and the sentence for screen readers."""
        if role not in ROLES:
            return None
        offer = self.offer(index)
        if offer is None or role == OFFER_ROLE:
            return offer
        return offer.name if role == Qt.ItemDataRole.DisplayRole else offer.spoken
