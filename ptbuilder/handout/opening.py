"""A finished document opened to be looked at, by one thread at a time: pdfium breaks where two threads are in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import Any

_PDFIUM = RLock()


@contextmanager
def opened(pdf: bytes | Path) -> Iterator[Any]:
    """The document as pypdfium2 shows it (it has no types); pages and texts of it live no longer than the ``with`` block."""
    import pypdfium2

    with _PDFIUM, pypdfium2.PdfDocument(pdf) as document:
        yield document


def is_tagged(pdf: bytes) -> bool:
    """Whether the document says its reading order to screen readers."""
    import pypdfium2

    with opened(pdf) as document:
        return bool(pypdfium2.raw.FPDFCatalog_IsTagged(document.raw))
