"""A sheet becomes a file: pages by its layout, feet with page numbers, one tagged PDF."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from ptbuilder.domain.clinic import HandoutChoices, Layout
from ptbuilder.domain.handout import Handout, Placement, Referral, Sheet, SheetPerson
from ptbuilder.handout.activity_lines import add_large_activities
from ptbuilder.handout.bilingual import bilingual_log_pages, bilingual_pages, spanish_beside
from ptbuilder.handout.book import Book
from ptbuilder.handout.both_setting import BothSetting
from ptbuilder.handout.clinician_page import add_clinician_page
from ptbuilder.handout.compact import compact_pages
from ptbuilder.handout.document_file import write_document
from ptbuilder.handout.education_pages import add_topics
from ptbuilder.handout.faces import NoGlyph
from ptbuilder.handout.geometry import CONTENT_WIDTH
from ptbuilder.handout.glyph_check import refusal
from ptbuilder.handout.large_print import large_print_pages
from ptbuilder.handout.large_topics import add_large_topics
from ptbuilder.handout.links import PhoneLink, phone_link
from ptbuilder.handout.log_pages import log_only_pages
from ptbuilder.handout.logo import Logo, read_logo
from ptbuilder.handout.margins import foot
from ptbuilder.handout.one_per_page import one_per_page_pages
from ptbuilder.handout.referral_pages import referral_book
from ptbuilder.handout.setting import Setting
from ptbuilder.handout.standard import standard_pages
from ptbuilder.handout.theme import FOOT, LARGE_FOOT, Style
from ptbuilder.wording import dates, head

_LAYOUTS: dict[Layout, Callable[[Setting, Sheet, Logo | None], Book]] = {
    "standard": standard_pages,
    "compact": compact_pages,
    "large-print": large_print_pages,
    "one-per-page": one_per_page_pages,
    "log": log_only_pages,
}


def render(sheet: Sheet) -> Handout:
    """The handout of one stage; raises BadInput naming each character that no face can print, and where it stands."""
    setting = _setting(sheet.choices)
    logo = read_logo(sheet.clinic.logo)
    try:
        book = _pages(setting, sheet, logo)
        _add_guides(book, setting, sheet)
        if sheet.choices.copy == "clinician":
            add_clinician_page(book, setting, sheet)
        style = LARGE_FOOT if sheet.choices.layout == "large-print" else FOOT
        title, phone = head.file_title(sheet, setting.language), phone_link(setting, sheet.clinic)
        return _written(setting, book, sheet.person, sheet.printed, title, logo, phone, style)
    except NoGlyph as error:
        raise refusal(sheet) from error


def _pages(setting: Setting, sheet: Sheet, logo: Logo | None) -> Book:
    """The pages of the chosen layout; both languages have one layout of their own, and the log in both."""
    if sheet.choices.language != "both":
        return _LAYOUTS[sheet.choices.layout](setting, sheet, logo)
    if sheet.choices.layout == "log":
        return bilingual_log_pages(setting, sheet, logo)
    return bilingual_pages(setting, sheet, logo)


def _add_guides(book: Book, setting: Setting, sheet: Sheet) -> None:
    """The table of activities and the topics, in large print each in its own way."""
    if sheet.choices.layout == "large-print" and sheet.choices.language != "both":
        add_large_activities(book, setting, sheet)
        if sheet.choices.with_topics:
            add_large_topics(book, setting, sheet)
    elif sheet.choices.language == "both":
        spanish = spanish_beside(setting)
        add_topics(book, BothSetting(setting, spanish), (setting, spanish), sheet)
    else:
        add_topics(book, setting, (setting,), sheet)


def render_referral(note: Referral) -> Handout:
    """The referral note; raises BadInput as ``render`` does."""
    setting = _setting(note.choices)
    team = Setting(note.choices, note.clinic.language, setting.faces)
    logo = read_logo(note.clinic.logo)
    day = dates.day(note.seen.date(), setting.language, note.choices.paper)
    title = setting.say("ref-title", name=note.person.initials or setting.say("ref-patient"), date=day)
    try:
        patient = (setting, spanish_beside(setting)) if note.choices.language == "both" else (setting,)
        book = referral_book(patient, team, note, logo)
        return _written(setting, book, note.person, note.seen.date(), title, logo, phone_link(setting, note.clinic))
    except NoGlyph as error:
        raise refusal(note) from error


def _setting(choices: HandoutChoices) -> Setting:
    return Setting(choices, "es" if choices.language == "es" else "en")


def _written(
    setting: Setting,
    book: Book,
    person: SheetPerson,
    printed: date,
    title: str,
    logo: Logo | None,
    phone: PhoneLink | None,
    style: Style = FOOT,
) -> Handout:
    day = dates.day(printed, setting.language, setting.choices.paper)
    told = day if style is LARGE_FOOT else setting.say("printed", date=day)
    total = len(book.pages)
    told_in = BothSetting(setting, spanish_beside(setting)) if setting.choices.language == "both" else setting
    feet = [foot(setting, person, told, told_in.say("page", x=number, y=total), style) for number in range(1, total + 1)]
    pdf, keys = write_document(setting, book, feet, title.replace("\u00a0", " "), logo, phone)
    return Handout(pdf, total, _placements(book, setting), keys)


def _placements(book: Book, setting: Setting) -> tuple[Placement, ...]:
    return tuple(
        Placement(identifier, page, setting.page.left, top, CONTENT_WIDTH, height)
        for identifier, page, top, height in book.exercises
    )
