"""What the palette can find: things to do, patients, exercises, findings, pages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from typing import Literal, Protocol

from ptbuilder.domain.values import dataclass

Group = Literal["do", "patients", "exercises", "findings", "go"]
GROUPS: tuple[Group, ...] = ("do", "patients", "exercises", "findings", "go")
SIGNS: dict[str, Group] = {"+": "findings", "@": "patients", "#": "exercises"}
"""The letter typed first that narrows to one group."""
MOST = {"do": 5, "patients": 4, "exercises": 4, "findings": 4, "go": 5}
MOST_ALONE = 12


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: its icon, name, a quiet hint or a warning behind it, its own keys, and what Enter does.

    ``more`` is what Tab does ("more about it"), where there is such a thing. ``words`` find it beside its name.
    """

    group: Group
    icon: str
    name: str
    act: Callable[[], object]
    hint: str = ""
    warning: str = ""
    keys: tuple[str, ...] = ()
    words: str = ""
    more: Callable[[], object] | None = None
    is_enabled: bool = True

    @property
    def spoken(self) -> str:
        """The line as it is read aloud."""
        return ". ".join(part for part in (self.name, self.hint, self.warning, "+".join(self.keys)) if part)


class Source(Protocol):
    """Finds entries of one group; ``find`` of no words gives what is most likely wanted."""

    @property
    def group(self) -> Group:
        """The group whose entries it finds."""

    def find(self, text: str, most: int) -> Sequence[Entry]:
        """The best entries for the words."""


class FixedSource:
    """A source over entries that are made anew at each opening: things to do, pages."""

    def __init__(self, group: Group, entries: Callable[[], Iterable[Entry]]) -> None:
        self.group: Group = group
        self._entries = entries

    def find(self, text: str, most: int) -> Sequence[Entry]:
        """Entries in whose name or words each typed word begins a word; those with a match in the name's start first."""
        typed = folded(text).split()
        ranked = []
        for place, entry in enumerate(self._entries()):
            rank = _rank(entry, typed)
            if rank is not None:
                ranked.append((rank, place, entry))
        ranked.sort(key=lambda each: each[:2])
        return [entry for _, _, entry in ranked[:most]]


def narrowed(text: str) -> tuple[Group | None, str]:
    """The group that the first letter asks for, and the words behind it."""
    stripped = text.lstrip()
    group = SIGNS.get(stripped[:1])
    return (group, stripped[1:].strip()) if group else (None, stripped.strip())


def found(sources: Sequence[Source], text: str) -> list[Entry]:
    """All entries to show, by group in the order of the palette."""
    group, words = narrowed(text)
    entries: list[Entry] = []
    for each in GROUPS:
        for source in sources:
            if source.group == each and group in (None, each):
                entries.extend(source.find(words, MOST_ALONE if group else MOST[each]))
    return entries


def folded(text: str) -> str:
    """Small letters without accents, words parted by spaces."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return " ".join(re.findall(r"\w+", "".join(each for each in plain if not unicodedata.combining(each))))


def marked_spans(name: str, text: str) -> list[tuple[int, int]]:
    """Where in ``name`` the typed words stand at a word's beginning, for underlining; in order, without overlap."""
    _, words = narrowed(text)
    spans: list[tuple[int, int]] = []
    for word in words.split():
        match = re.search(r"(?<!\w)" + re.escape(word), name, re.IGNORECASE)
        if match and all(match.end() <= start or match.start() >= end for start, end in spans):
            spans.append(match.span())
    return sorted(spans)


def _rank(entry: Entry, typed: list[str]) -> int | None:
    """0 if the name begins with what was typed, 1 if its words do, 2 if the hidden words do, None if not found."""
    if not typed:
        return 1
    name = f" {folded(entry.name)}"
    if name.startswith(f" {' '.join(typed)}"):
        return 0
    if all(f" {word}" in name for word in typed):
        return 1
    whole = f"{name} {folded(entry.words)} {folded(entry.hint)}"
    return 2 if all(f" {word}" in whole for word in typed) else None
