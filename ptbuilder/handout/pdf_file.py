"""Writes the objects of a PDF 1.7 file: small ones packed in object streams, a cross-reference stream, an identifier by content.

The same objects give the same bytes.
"""

from __future__ import annotations

import hashlib
import zlib

LEVEL = 6
_PACK = 5000
"""Objects in one stream: a handout has a thousand, and they pack best together."""


def literal(text: str) -> bytes:
    """A text string as PDF writes it: UTF-16 in hexadecimal where it is not ASCII."""
    if text.isascii() and text.isprintable():
        return b"(" + text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").encode() + b")"
    return b"<FEFF" + text.encode("utf-16-be").hex().upper().encode() + b">"


class PdfFile:
    """Collects numbered objects and writes them as one file; ``reserve`` gives a number before its object is known."""

    def __init__(self) -> None:
        self._objects: dict[int, bytes] = {}
        self._streams: dict[int, bytes] = {}
        self._last = 0

    def reserve(self, number: int = 1) -> int:
        """The first of ``number`` fresh object numbers in a row."""
        first = self._last + 1
        self._last += number
        return first

    def put(self, number: int, body: bytes) -> None:
        """Set a reserved object that is not a stream."""
        self._objects[number] = body

    def add(self, body: bytes) -> int:
        """Add an object that is not a stream; its number."""
        number = self.reserve()
        self._objects[number] = body
        return number

    def add_stream(self, data: bytes, entries: bytes = b"", *, packed: bool = False, plain: bool = False) -> int:
        """Add a stream, compressed here unless it is ``packed`` already or must stay ``plain``; its number."""
        number = self.reserve()
        self.put_stream(number, data, entries, packed=packed, plain=plain)
        return number

    def put_stream(self, number: int, data: bytes, entries: bytes = b"", *, packed: bool = False, plain: bool = False) -> None:
        """Set a reserved object that is a stream."""
        # a stream that happens to end in a carriage return needs both signs before "endstream", else its length is misread
        body = data if packed or plain else zlib.compress(data, LEVEL)
        code = b"" if plain else b"/Filter /FlateDecode "
        self._streams[number] = b"<< %s%s /Length %d >>\nstream\n%s\r\nendstream" % (code, entries, len(body), body)

    def finish(self, root: int) -> bytes:
        """The whole file with ``root`` as its catalogue."""
        self._pack_objects()
        out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        places: dict[int, tuple[int, int, int]] = dict(self._packed)
        for number, stream in sorted(self._streams.items()):
            places[number] = (1, len(out), 0)
            out += b"%d 0 obj\n%s\nendobj\n" % (number, stream)
        return bytes(self._with_cross_references(out, places, root))

    def _pack_objects(self) -> None:
        self._packed: dict[int, tuple[int, int, int]] = {}
        numbers = sorted(self._objects)
        for first in range(0, len(numbers), _PACK):
            chunk = numbers[first : first + _PACK]
            index, body, at = [], [], 0
            for number in chunk:
                index.append(f"{number} {at}")
                body.append(self._objects[number])
                at += len(body[-1]) + 1
            head = " ".join(index).encode() + b"\n"
            entries = b"/Type /ObjStm /N %d /First %d" % (len(chunk), len(head))
            holder = self.add_stream(head + b"\n".join(body), entries)
            self._packed.update((number, (2, holder, place)) for place, number in enumerate(chunk))

    def _with_cross_references(self, out: bytearray, places: dict[int, tuple[int, int, int]], root: int) -> bytearray:
        number = self.reserve()
        start = len(out)
        places[number] = (1, start, 0)
        rows = b"\0\0\0\0\0\xff\xff" + b"".join(
            b"%c%b%b" % (kind, at.to_bytes(4, "big"), place.to_bytes(2, "big")) for _, (kind, at, place) in sorted(places.items())
        )
        key = hashlib.md5(out, usedforsecurity=False).hexdigest().upper().encode()
        body = zlib.compress(rows, LEVEL)
        out += b"%d 0 obj\n<< /Type /XRef /Size %d /W [1 4 2] /Root %d 0 R /ID [<%s> <%s>]" % (number, number + 1, root, key, key)
        out += b" /Filter /FlateDecode /Length %d >>\nstream\n%s\r\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % (
            len(body),
            body,
            start,
        )
        return out
