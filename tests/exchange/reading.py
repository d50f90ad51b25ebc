"""Reads a page as a browser would, for tests: a tree of elements with their text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from ptbuilder.domain.drawing import Drawing, Paint, PaintedPath

VOID = {"meta", "input", "link", "br", "img"}
DRAWN = Drawing(
    300,
    160,
    (
        PaintedPath((("M", ((0, 150.25),)), ("L", ((300, 150.25),))), Paint(stroke="#777777", width=2, dash=(4, 2))),
        PaintedPath((("M", ((30, 140),)), ("C", ((90, 20), (150, 20), (200, 140))), ("Z", ())), Paint(fill="#8fb9d8", opacity=0.5)),
    ),
)


@dataclass
class Node:
    """An element; ``inside`` holds text and elements in their order."""

    name: str
    attributes: dict[str, str | None] = field(default_factory=dict)
    inside: list[Node | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(each if isinstance(each, str) else each.text for each in self.inside)

    def all(self, name: str = "", **wanted: str) -> list[Node]:
        """The elements below with this name and these attributes, in document order."""
        found = (each for each in self.below() if not name or each.name == name)
        return [each for each in found if all(each.attributes.get(key.rstrip("_")) == value for key, value in wanted.items())]

    def one(self, name: str = "", **wanted: str) -> Node:
        [found] = self.all(name, **wanted)
        return found

    def below(self) -> Iterator[Node]:
        for each in self.inside:
            if isinstance(each, Node):
                yield each
                yield from each.below()

    @property
    def shape(self) -> list[tuple[str, tuple[str, ...]]]:
        """Names and attribute names of all elements, without any text."""
        return [(each.name, tuple(each.attributes)) for each in self.below()]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("")
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"an attribute stands twice in {tag}"
        node = Node(tag, dict(attrs))
        self.open[-1].inside.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].name == tag, f"{tag} closes {self.open[-1].name}"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment in the page: {data}")


def read(page: str) -> Node:
    """The page as a tree; fails where elements do not nest."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    assert reader.open == [reader.root]
    return reader.root
