"""The pages of the window, each made when it is first opened."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QStackedWidget, QWidget

MakePage = Callable[[], QWidget]


@runtime_checkable
class Page(Protocol):
    """What the window wants of a page besides being a widget.

    ``footer_end`` is its part of the footer; ``focus_search`` is what ``/`` and Ctrl+F do there.
    """

    footer_end: QWidget

    def focus_search(self) -> None:
        """Put the cursor into the page's search field."""


class PageStack(QStackedWidget):
    """Begins with Build; ``makers`` make the others, and ``provide`` brings more of them later."""

    def __init__(self, build_page: QWidget, makers: Mapping[str, MakePage]) -> None:
        super().__init__()
        self._makers = dict(makers)
        self._pages: dict[str, QWidget] = {"build": build_page}
        self.name = "build"
        self.wanted = ""
        self.addWidget(build_page)

    @property
    def page(self) -> QWidget:
        """The open page."""
        return self._pages[self.name]

    def made(self, name: str) -> QWidget | None:
        """The page of that name, None before its first opening."""
        return self._pages.get(name)

    def has(self, name: str) -> bool:
        """Whether there is such a page, made or not; one that comes later is kept in ``wanted`` until another is asked for."""
        is_there = name in self._pages or name in self._makers
        self.wanted = "" if is_there else name
        return is_there

    def open(self, name: str) -> bool:
        """Open a page that ``has`` says is there; True where it was made now."""
        is_new = name not in self._pages
        if is_new:
            self._pages[name] = self._makers[name]()
            self.addWidget(self._pages[name])
        self.name = name
        self.setCurrentWidget(self._pages[name])
        return is_new

    def provide(self, makers: Mapping[str, MakePage]) -> bool:
        """Take up more pages; those made before are made anew, since their data may be another. False where the open one went."""
        for name, make in makers.items():
            self._makers[name] = make
            old = self._pages.pop(name, None)
            if old is not None:
                self.removeWidget(old)
                old.deleteLater()
        return self.name in self._pages


def footer_end_of(page: QWidget) -> QWidget | None:
    """The page's part of the footer, where it has one."""
    end = getattr(page, "footer_end", None)
    return end if isinstance(end, QWidget) else None
