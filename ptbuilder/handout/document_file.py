"""Writes a book as a tagged PDF that conforms to PDF/UA-1 and PDF/A-2a; the same book gives the same bytes."""

from __future__ import annotations

import zlib
from functools import cache
from hashlib import blake2b
from html import escape

from ptbuilder.handout.book import Book, Bookmark
from ptbuilder.handout.colour_profile import srgb_profile
from ptbuilder.handout.frame import Frame
from ptbuilder.handout.geometry import FOOT_FROM_BELOW, TOP
from ptbuilder.handout.icons import GRID, icon_form
from ptbuilder.handout.links import PhoneLink
from ptbuilder.handout.logo import Logo
from ptbuilder.handout.painter import Painter
from ptbuilder.handout.pdf_file import LEVEL, PdfFile, literal
from ptbuilder.handout.pictures import Picture, opacity_name
from ptbuilder.handout.setting import Setting
from ptbuilder.handout.tags import Element, write_structure

_TAGS = {"en": "en", "es": "es"}
_Strips = tuple[tuple[str, Picture], ...]
"""The forms that hold the drawings, by their names."""


def write_document(
    setting: Setting, book: Book, feet: list[Frame], title: str, logo: Logo | None = None, phone: PhoneLink | None = None
) -> tuple[bytes, tuple[str, ...]]:
    """The file of ``book`` with ``feet`` below its pages, and the key of each page; ``title`` is the document's title."""
    file = PdfFile()
    root = Element("Document", language=_TAGS[setting.language])
    painters = [_painted(setting, book, page, feet[page], root, phone) for page in range(len(book.pages))]
    strips = tuple(setting.drawings.strips())
    resources = _resources(file, setting, painters, strips, logo)
    tree_of_pages = file.reserve()
    pressed = _annotations(file, painters, phone)
    numbers = [_page(file, setting, painter, tree_of_pages, resources) for painter in painters]
    kids = b" ".join(b"%d 0 R" % number for number in numbers)
    file.put(tree_of_pages, b"<< /Type /Pages /Count %d /Kids [%b] >>" % (len(numbers), kids))
    structure = write_structure(file, root, numbers, [painter.marks for painter in painters], pressed)
    outline = _outline(file, book.bookmarks, numbers, setting.page.height)
    metadata = file.add_stream(_xmp(title, setting.language), b"/Type /Metadata /Subtype /XML ", plain=True)
    profile = file.add_stream(_packed_profile(), b"/N 3 ", packed=True)
    catalogue = file.add(
        b"<< /Type /Catalog /Pages %d 0 R /Lang (%b) /MarkInfo << /Marked true >> /StructTreeRoot %d 0 R /Metadata %d 0 R"
        b" /ViewerPreferences << /DisplayDocTitle true >> /Outlines %d 0 R /OutputIntents [<< /Type /OutputIntent"
        b" /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /Info (sRGB IEC61966-2.1) /DestOutputProfile %d 0 R >>] >>"
        % (tree_of_pages, _TAGS[setting.language].encode(), structure, metadata, outline, profile)
    )
    return file.finish(catalogue), tuple(_page_key(setting, painter, strips, logo) for painter in painters)


def _page_key(setting: Setting, painter: Painter, strips: _Strips, logo: Logo | None) -> str:
    """A word for all that can be seen of a page: its size, strokes, letters (by their glyphs, alike in all files) and pictures."""
    key = blake2b(f"{setting.page.width} {setting.page.height} ".encode() + painter.stream(), digest_size=16)
    for name, made in strips:
        if name in painter.forms:
            key.update(name.encode() + made.content)
    if logo is not None and logo.name in painter.forms:
        key.update(logo.data + logo.mask)
    return key.hexdigest()


def _painted(setting: Setting, book: Book, number: int, foot: Frame, root: Element, phone: PhoneLink | None) -> Painter:
    page, size = book.pages[number], setting.page
    painter = Painter(number, size.height, setting.theme, phone)
    if page.head is not None:
        page.head.paint(painter, size.left, TOP, root)
    for frame, top, language in page.frames:
        frame.paint(painter, size.left, top, _holder(root, language))
    foot.paint(painter, size.left, size.height - FOOT_FROM_BELOW, root)
    return painter


def _holder(root: Element, language: str) -> Element:
    """The element below which a frame goes: a section of its own where its language is not the document's."""
    if not language or language == root.language:
        return root
    last = root.kids[-1] if root.kids else None
    if isinstance(last, Element) and last.kind == "Sect" and last.language == language:
        return last
    section = Element("Sect", language=language, parent=root)
    root.kids.append(section)
    return section


def _page(file: PdfFile, setting: Setting, painter: Painter, parent: int, resources: bytes) -> int:
    content = file.add_stream(painter.stream())
    pressed = b" ".join(b"%d 0 R" % link.element.annotation for link in painter.links)
    annotations = b" /Annots [%b]" % pressed if pressed else b""
    return file.add(
        b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 %.2f %.2f] /Contents %d 0 R /StructParents %d /Tabs /S /Resources %b%b >>"
        % (parent, setting.page.width, setting.page.height, content, painter.page, resources, annotations)
    )


def _annotations(file: PdfFile, painters: list[Painter], phone: PhoneLink | None) -> list[Element]:
    """Write what can be pressed, and give its elements in the order of their keys, which follow those of the pages."""
    links = [link for painter in painters for link in painter.links]
    if phone is None:
        return []
    for place, link in enumerate(links):
        box = b" ".join(b"%.2f" % value for value in link.box)
        link.element.annotation = file.add(
            b"<< /Type /Annot /Subtype /Link /Rect [%b] /Border [0 0 0] /F 4 /StructParent %d /Contents %b"
            b" /A << /S /URI /URI %b >> >>" % (box, len(painters) + place, literal(phone.words), literal(phone.target))
        )
    return [link.element for link in links]


def _resources(file: PdfFile, setting: Setting, painters: list[Painter], strips: _Strips, logo: Logo | None) -> bytes:
    """One set for all pages: faces, icons, pictures, the logo."""
    fonts = b" ".join(b"/F%d %d 0 R" % pair for pair in setting.faces.write(file).items())
    used = set().union(*(painter.forms for painter in painters))
    forms = {name: _icon(file, name.removeprefix("I-")) for name in sorted(used) if name.startswith("I-")}
    forms.update((name, _drawings(file, made)) for name, made in strips if name in used)
    if logo is not None and logo.name in used:
        forms[logo.name] = _logo(file, logo)
    objects = b" ".join(b"/%b %d 0 R" % (name.encode(), number) for name, number in forms.items())
    return b"%d 0 R" % file.add(b"<< /Font << %b >> /XObject << %b >> >>" % (fonts, objects))


@cache
def _packed_icon(name: str) -> bytes:
    return zlib.compress(icon_form(name), LEVEL)


def _icon(file: PdfFile, name: str) -> int:
    entries = b"/Type /XObject /Subtype /Form /BBox [-1 -1 %d %d] /Resources << >> " % (GRID + 1, GRID + 1)
    return file.add_stream(_packed_icon(name), entries, packed=True)


def _drawings(file: PdfFile, made: Picture) -> int:
    states = b" ".join(b"/%b << /CA %.3g /ca %.3g >>" % (opacity_name(value).encode(), value, value) for value in made.opacities)
    entries = b"/Type /XObject /Subtype /Form /BBox [0 0 %.2f %.2f] /Resources << /ExtGState << %b >> >> " % (
        made.width,
        made.height,
        states,
    )
    return file.add_stream(made.content, entries, packed=True)


def _logo(file: PdfFile, logo: Logo) -> int:
    """The image within a form of its own size in pixels, its y axis down as in all forms."""
    size = b"/Type /XObject /Subtype /Image /Width %d /Height %d /BitsPerComponent 8 " % (logo.width, logo.height)
    mask = b""
    if logo.mask:
        mask = b"/SMask %d 0 R " % file.add_stream(logo.mask, size + b"/ColorSpace /DeviceGray ", packed=True)
    entries = size + b"/ColorSpace %b %b" % (logo.colours, mask)
    number = file.reserve()
    if logo.filter == b"/DCTDecode":
        file.put_stream(number, logo.data, entries + b"/Filter /DCTDecode ", plain=True)
    else:
        file.put_stream(number, logo.data, entries, packed=True)
    content = b"%d 0 0 %d 0 %d cm /Im Do" % (logo.width, -logo.height, logo.height)
    box = b"/Type /XObject /Subtype /Form /BBox [0 0 %d %d] /Resources << /XObject << /Im %d 0 R >> >> " % (
        logo.width,
        logo.height,
        number,
    )
    return file.add_stream(content, box)


@cache
def _packed_profile() -> bytes:
    return zlib.compress(srgb_profile(), 9)


def _outline(file: PdfFile, bookmarks: list[Bookmark], pages: list[int], height: float) -> int:
    """Parts with the exercises below them."""
    root = file.reserve()
    numbers = [file.reserve() for _ in bookmarks]
    parents = _parents(bookmarks)
    for place, mark in enumerate(bookmarks):
        siblings = [other for other, parent in enumerate(parents) if parent == parents[place]]
        at = siblings.index(place)
        kids = [other for other, parent in enumerate(parents) if parent == place]
        holder = root if parents[place] is None else numbers[parents[place] or 0]
        entry = b"<< /Title %b /Parent %d 0 R /Dest [%d 0 R /XYZ 0 %.2f null]" % (
            literal(mark.title),
            holder,
            pages[mark.page],
            height - mark.top,
        )
        if at:
            entry += b" /Prev %d 0 R" % numbers[siblings[at - 1]]
        if at + 1 < len(siblings):
            entry += b" /Next %d 0 R" % numbers[siblings[at + 1]]
        if kids:
            entry += b" /First %d 0 R /Last %d 0 R /Count %d" % (numbers[kids[0]], numbers[kids[-1]], len(kids))
        file.put(numbers[place], entry + b" >>")
    top = [place for place, parent in enumerate(parents) if parent is None]
    ends = b" /First %d 0 R /Last %d 0 R /Count %d" % (numbers[top[0]], numbers[top[-1]], len(bookmarks)) if top else b""
    file.put(root, b"<< /Type /Outlines%b >>" % ends)
    return root


def _parents(bookmarks: list[Bookmark]) -> list[int | None]:
    """For each bookmark the place of the part that holds it, None for a part."""
    found: list[int | None] = []
    part: int | None = None
    for place, mark in enumerate(bookmarks):
        if mark.level == 1:
            part = place
            found.append(None)
        else:
            found.append(part)
    return found


def _xmp(title: str, language: str) -> bytes:
    """Title, language and the two standards, with the description of the PDF/UA schema that PDF/A asks for."""
    return _XMP.format(title=escape(title), language=_TAGS[language]).encode()


_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>PDF/UA part</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
