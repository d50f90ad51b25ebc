"""The sheet at hand as pictures of its pages, and its checks: plain functions for a worker."""

from __future__ import annotations

from ptbuilder.domain.handout import Handout, Sheet
from ptbuilder.domain.image import RasterImage
from ptbuilder.domain.values import dataclass
from ptbuilder.services.paper.handing_out import HandingOut
from ptbuilder.services.paper.sheet_checks import Asked, Made, SheetCheck, check_sheet


@dataclass(frozen=True, slots=True)
class Previewed:
    """A finished document with its pages as pictures of ``scale`` pixels a point; ``printed`` is the sheet as it was fitted."""

    sheet: Sheet
    printed: Sheet
    handout: Handout
    pages: tuple[RasterImage, ...]
    scale: float


def preview(handing_out: HandingOut, sheet: Sheet, scale: float, before: Previewed | None = None) -> Previewed:
    """Make the document and draw its pages; those that look as they did ``before`` are taken from there."""
    fitted = handing_out.fitted(sheet)
    handout = fitted.handout
    pages = handing_out.pages(handout.pdf, scale, _known(handout, scale, before))
    return Previewed(sheet, fitted.sheet, handout, tuple(pages), scale)


def _known(handout: Handout, scale: float, before: Previewed | None) -> dict[int, RasterImage]:
    """The pages, by number from 0, that were drawn at this scale already."""
    if before is None or before.scale != scale:
        return {}
    drawn = dict(zip(before.handout.page_keys, before.pages, strict=False))
    return {number: drawn[key] for number, key in enumerate(handout.page_keys) if key in drawn}


def checks_of(shown: Previewed, asked: Asked) -> tuple[SheetCheck, ...]:
    """The checks of a finished document, the open ones first; the first call loads the reading formulas, which takes a moment."""
    from ptbuilder.handout.opening import is_tagged

    pdf = shown.handout.pdf
    return check_sheet(shown.sheet, Made(shown.printed, pdf, is_tagged(pdf)), asked)
