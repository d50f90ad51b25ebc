"""A sheet becomes a file: pages by its layout, feet with page numbers, one tagged PDF."""

from __future__ import annotations

from ptbuilder.domain.handout import Handout, Placement, Sheet
from ptbuilder.handout.book import Book
from ptbuilder.handout.document_file import write_document
from ptbuilder.handout.geometry import CONTENT_WIDTH
from ptbuilder.handout.logo import read_logo
from ptbuilder.handout.margins import foot
from ptbuilder.handout.setting import Setting
from ptbuilder.handout.standard import standard_pages
from ptbuilder.wording import dates, head


def render(sheet: Sheet) -> bytes:
    """The handout as a PDF; raises BadInput where a character has no glyph."""
    return made(sheet).pdf


def made(sheet: Sheet) -> Handout:
    """The handout with its number of pages and the place of each exercise; raises BadInput where a character has no glyph."""
    language = "es" if sheet.choices.language == "es" else "en"
    setting = Setting(sheet.choices, language)
    logo = read_logo(sheet.clinic.logo)
    book = standard_pages(setting, sheet, logo)
    printed = setting.say("printed", date=dates.day(sheet.printed, language, sheet.choices.paper))
    total = len(book.pages)
    feet = [foot(setting, sheet.person, printed, setting.say("page", x=number, y=total)) for number in range(1, total + 1)]
    pdf = write_document(setting, book, feet, head.file_title(sheet, language), logo)
    return Handout(pdf, total, _placements(book, setting))


def _placements(book: Book, setting: Setting) -> tuple[Placement, ...]:
    return tuple(
        Placement(identifier, page, setting.page.left, top, CONTENT_WIDTH, height)
        for identifier, page, top, height in book.exercises
    )
