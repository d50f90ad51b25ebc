"""The pages of a document before they are painted: what stands where, in reading order."""

from __future__ import annotations

from dataclasses import dataclass, field

from ptbuilder.domain.errors import BadInput, Fault
from ptbuilder.handout.frame import Frame


@dataclass(slots=True)
class Bookmark:
    """An entry of the outline: level 1 for a part, 2 for an exercise; ``top`` in points from the upper edge."""

    title: str
    level: int
    page: int
    top: float


@dataclass(slots=True)
class Page:
    """One page: frames with the height of their upper edge from the top of the page, and their language where it is another.

    ``head`` is repeated, not content.
    """

    head: Frame | None
    frames: list[tuple[Frame, float, str]] = field(default_factory=list)


@dataclass(slots=True)
class Book:
    """All pages, the outline, and where each exercise stands: (id, page, top, height); content ends at ``bottom``.

    ``language`` is that of what is put from now on, empty where it is the document's.
    """

    bottom: float
    language: str = ""
    pages: list[Page] = field(default_factory=list)
    bookmarks: list[Bookmark] = field(default_factory=list)
    exercises: list[tuple[str, int, float, float]] = field(default_factory=list)

    def new_page(self, head: Frame | None = None) -> Page:
        """An empty page at the end."""
        page = Page(head)
        self.pages.append(page)
        return page

    def put(self, frame: Frame, top: float) -> float:
        """A frame on the last page; gives the height of its lower edge. Raises BadInput where it would leave the page."""
        if top + frame.height > self.bottom + 0.5:
            place = self.bookmarks[-1].title if self.bookmarks else ""
            raise BadInput((Fault("", place, "", "This text is longer than a page. Make it shorter."),))
        self.pages[-1].frames.append((frame, top, self.language))
        return top + frame.height

    def mark(self, title: str, level: int, top: float) -> None:
        """An entry of the outline for this height of the last page."""
        self.bookmarks.append(Bookmark(title, level, len(self.pages) - 1, top))

    def put_exercise(self, identifier: str, title: str, frame: Frame, top: float) -> float:
        """An exercise's frame with its bookmark and its place; gives the height of its lower edge."""
        self.mark(title, 2, top)
        self.exercises.append((identifier, len(self.pages) - 1, top, frame.height))
        return self.put(frame, top)
