"""Reads a tagged PDF back: its elements in reading order with their text, and where each stretch of text was drawn."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field

import pikepdf


@dataclass
class Read:
    """One element: what it is, its own and its children's text, its page, and the heights at which its text stands."""

    kind: str
    page: int | None
    alt: str
    actual: str
    language: str
    scope: str
    kids: list[Read] = field(default_factory=list)
    own: list[str] = field(default_factory=list)
    places: list[tuple[int, float, float]] = field(default_factory=list)

    def text(self) -> str:
        """All text below it, as drawn."""
        return "".join(self.own) + "".join(kid.text() for kid in self.kids)

    def walk(self) -> Iterator[Read]:
        """Itself and everything below it, in reading order."""
        yield self
        for kid in self.kids:
            yield from kid.walk()


def read(pdf: bytes) -> Read:
    """The document element of a file."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        marks = [_marked_text(page) for page in document.pages]
        numbers = {page.obj.objgen: place for place, page in enumerate(document.pages)}
        root = document.Root.StructTreeRoot.K
        return _element(root[0] if isinstance(root, pikepdf.Array) else root, marks, numbers)


def fonts(pdf: bytes) -> dict[str, bool]:
    """Each base font of the file and whether its program is embedded."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        found = {}
        for page in document.pages:
            for font in page.Resources.Font.values():
                inner = font.DescendantFonts[0]
                found[str(font.BaseFont)] = "/FontFile2" in inner.FontDescriptor
        return found


def colours(pdf: bytes) -> set[tuple[float, ...]]:
    """Every colour that pages and forms paint with."""
    found = set()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for page in document.pages:
            streams = [page, *page.Resources.XObject.values()] if "/XObject" in page.Resources else [page]
            for stream in streams:
                for instruction in pikepdf.parse_content_stream(stream):
                    if str(instruction.operator) in ("rg", "RG"):
                        found.add(tuple(float(value) for value in instruction.operands))
    return found


def _element(node: pikepdf.Object, marks: list[dict[int, tuple[str, float, float]]], numbers: dict[tuple[int, int], int]) -> Read:
    attributes = node.get("/A", {})
    page = numbers[node.Pg.objgen] if "/Pg" in node else None
    found = Read(
        str(node.S)[1:],
        page,
        str(node.get("/Alt", "")),
        str(node.get("/ActualText", "")),
        str(node.get("/Lang", "")),
        str(attributes.get("/Scope", ""))[1:],
    )
    kids = node.get("/K", pikepdf.Array())
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            found.kids.append(_element(kid, marks, numbers))
            continue
        if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR":
            continue  # what can be pressed; its words are a mark of the same element
        mark = int(kid.MCID) if isinstance(kid, pikepdf.Dictionary) else int(kid)
        on = numbers[kid.Pg.objgen] if isinstance(kid, pikepdf.Dictionary) else page
        assert on is not None
        text, x, y = marks[on][mark]
        if found.kids:
            found.kids.append(Read("", on, "", "", "", "", own=[text], places=[(on, x, y)]))
        else:
            found.own.append(text)
            found.places.append((on, x, y))
    return found


def _marked_text(page: pikepdf.Page) -> dict[int, tuple[str, float, float]]:
    """Text and place of each marked stretch of a page by its number."""
    maps = {name: _to_unicode(font) for name, font in page.Resources.Font.items()}
    found: dict[int, tuple[str, float, float]] = {}
    mark, font, x, y = None, "", 0.0, 0.0
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name == "BDC":
            mark = int(operands[1].MCID)
            found[mark] = ("", 0.0, 0.0)
        elif name == "EMC":
            mark = None
        elif name == "Td":
            x, y = float(operands[0]), float(operands[1])
        elif name == "Tf":
            font = str(operands[0])
        elif name == "Tj" and mark is not None:
            raw = bytes(operands[0])
            text = "".join(maps[font][raw[at : at + 2]] for at in range(0, len(raw), 2))
            found[mark] = (found[mark][0] + text, x, y)
    return found


def _to_unicode(font: pikepdf.Object) -> dict[bytes, str]:
    found = {}
    for line in font.ToUnicode.read_bytes().decode().splitlines():
        parts = line.strip().split("> <")
        if len(parts) == 2 and line.startswith("<") and "FFFF" not in line:
            found[bytes.fromhex(parts[0][1:])] = bytes.fromhex(parts[1][:-1]).decode("utf-16-be")
    return found


def text_boxes(pdf: bytes) -> list[list[tuple[float, float, float, float, str]]]:
    """For each page the boxes of its lines of text: left, bottom, right, top, text."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = []
        for page in document:
            words = page.get_textpage()
            rects = [words.get_rect(at) for at in range(words.count_rects())]
            pages.append([(*rect, words.get_text_bounded(*rect)) for rect in rects])
            words.close()
            page.close()
        return pages
    finally:
        document.close()
