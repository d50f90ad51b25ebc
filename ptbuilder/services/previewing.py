"""The sheet at hand as pictures of its pages, and its checks: plain functions for a worker."""

from __future__ import annotations

from dataclasses import dataclass

from ptbuilder.domain.handout import Handout, Sheet
from ptbuilder.domain.image import RasterImage
from ptbuilder.domain.suggestion import Limits
from ptbuilder.services.handing_out import HandingOut
from ptbuilder.services.sheet_checks import SheetCheck, check_sheet


@dataclass(frozen=True, slots=True)
class Previewed:
    """A finished document with its pages as pictures of ``scale`` pixels a point."""

    sheet: Sheet
    handout: Handout
    pages: tuple[RasterImage, ...]
    scale: float


def preview(handing_out: HandingOut, sheet: Sheet, scale: float) -> Previewed:
    """Make the document and draw its pages; raises PTBuilderError naming a character that no face can print."""
    handout = handing_out.handout(sheet)
    return Previewed(sheet, handout, tuple(handing_out.pages(handout.pdf, scale)), scale)


def checks_of(shown: Previewed, open_questions: int, limits: Limits) -> tuple[SheetCheck, ...]:
    """The checks of a finished document, the open ones first; the first call loads the reading formulas, which takes a moment."""
    return check_sheet(shown.sheet, open_questions=open_questions, limits=limits, is_tagged=is_tagged(shown.handout.pdf))


def is_tagged(pdf: bytes) -> bool:
    """Whether the document says its reading order to screen readers."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        return bool(pypdfium2.raw.FPDFCatalog_IsTagged(document.raw))
    finally:
        document.close()
