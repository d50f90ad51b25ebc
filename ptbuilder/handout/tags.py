"""The structure of a document: elements in reading order, and how they are written into the file."""

from __future__ import annotations

from collections.abc import Sequence

from ptbuilder.handout.pdf_file import PdfFile, literal


class Element:
    """One structure element; ``kids`` holds elements and (page, mark) pairs in reading order.

    ``annotation`` is the object number of what can be pressed, 0 where there is none; it lies on the page of the first mark.
    """

    __slots__ = ("actual", "alt", "annotation", "attributes", "box", "kids", "kind", "language", "number", "parent")

    def __init__(
        self,
        kind: str,
        *,
        alt: str = "",
        actual: str = "",
        language: str = "",
        attributes: bytes = b"",
        parent: Element | None = None,
    ) -> None:
        self.kind = kind
        self.alt = alt
        self.actual = actual
        self.language = language
        self.attributes = attributes
        self.box: tuple[float, float, float, float] | None = None
        self.kids: list[Element | tuple[int, int]] = []
        self.parent = parent
        self.number = 0
        self.annotation = 0


TH_ROW = b"/O /Table /Scope /Row"
TH_COLUMN = b"/O /Table /Scope /Column"
DECIMAL = b"/O /List /ListNumbering /Decimal"


def summary(text: str) -> bytes:
    """The attribute that says in words what a table holds."""
    return b"/O /Table /Summary " + literal(text)


def write_structure(
    file: PdfFile, root: Element, page_numbers: list[int], marks: list[list[Element]], pressed: Sequence[Element] = ()
) -> int:
    """Write the tree under ``root``; ``marks`` lists for each page the element of each mark. Gives the tree's object number.

    The elements ``pressed`` have annotations; their keys in the tree of parents follow those of the pages.
    """
    elements = _in_order(root)
    tree = file.reserve()
    first = file.reserve(len(elements))
    for place, element in enumerate(elements):
        element.number = first + place
    pages = [b"%d 0 R" % number for number in page_numbers]
    for element in elements:
        file.put(element.number, _element(element, tree, pages))
        element.parent = (
            None  # nothing points both ways any more: the tree goes with its holder, not at the next search for garbage
        )
    parents = _parent_tree(file, marks, pressed)
    file.put(
        tree,
        b"<< /Type /StructTreeRoot /K [%d 0 R] /ParentTree %d 0 R /ParentTreeNextKey %d >>"
        % (root.number, parents, len(marks) + len(pressed)),
    )
    return tree


def _parent_tree(file: PdfFile, marks: list[list[Element]], pressed: Sequence[Element]) -> int:
    """Which element each mark of a page and each thing that can be pressed belongs to; the object number of the tree."""
    rows = b" ".join(
        b"%d %d 0 R" % (page, file.add(b"[" + b" ".join([b"%d 0 R" % each.number for each in on]) + b"]"))
        for page, on in enumerate(marks)
    )
    links = b"".join(b" %d %d 0 R" % (len(marks) + place, each.number) for place, each in enumerate(pressed))
    return file.add(b"<< /Nums [" + rows + links + b"] >>")


def _in_order(root: Element) -> list[Element]:
    found, waiting = [], [root]
    while waiting:
        element = waiting.pop()
        found.append(element)
        waiting.extend(kid for kid in reversed(element.kids) if isinstance(kid, Element))
    return found


def _element(element: Element, tree: int, pages: list[bytes]) -> bytes:
    parent = element.parent.number if element.parent is not None else tree
    entries = [b"<< /S /%b /P %d 0 R" % (element.kind.encode(), parent)]
    page = next((kid[0] for kid in element.kids if isinstance(kid, tuple)), None)
    if page is not None:
        entries.append(b"/Pg " + pages[page])
    if element.kids:
        entries.append(b"/K " + _kids(element, page, pages))
    if element.alt:
        entries.append(b"/Alt " + literal(element.alt))
    if element.actual:
        entries.append(b"/ActualText " + literal(element.actual))
    if element.language:
        entries.append(b"/Lang (%b)" % element.language.encode())
    if element.box is not None:
        box = b" ".join(b"%.2f" % value for value in element.box)
        entries.append(b"/A << /O /Layout /Placement /Block /BBox [%b] >>" % box)
    elif element.attributes:
        entries.append(b"/A << %b >>" % element.attributes)
    return b" ".join(entries) + b" >>"


def _kids(element: Element, page: int | None, pages: list[bytes]) -> bytes:
    written = []
    for kid in element.kids:
        if isinstance(kid, Element):
            written.append(b"%d 0 R" % kid.number)
        elif kid[0] == page:
            written.append(b"%d" % kid[1])
        else:
            written.append(b"<< /Type /MCR /Pg %b /MCID %d >>" % (pages[kid[0]], kid[1]))
    if element.annotation and page is not None:
        written.append(b"<< /Type /OBJR /Pg %b /Obj %d 0 R >>" % (pages[page], element.annotation))
    return written[0] if len(written) == 1 else b"[" + b" ".join(written) + b"]"
