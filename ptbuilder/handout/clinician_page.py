"""What only the clinician's copy shows: danger signs asked or not, goals, findings, warnings, rules overridden and why.

At the end stands how completely the program is reported by CERT and TIDieR.
"""

from __future__ import annotations

from ptbuilder.domain.handout import PrintedOverride, Sheet
from ptbuilder.handout.book import Book
from ptbuilder.handout.bullets import bullets
from ptbuilder.handout.frame import Frame
from ptbuilder.handout.geometry import CONTENT_WIDTH, RUN_12, TOP, mm
from ptbuilder.handout.margins import HEAD_HEIGHT, running_head
from ptbuilder.handout.setting import Setting, Words
from ptbuilder.handout.theme import BODY, HEADING, TITLE
from ptbuilder.wording import head, referral
from ptbuilder.wording.fixed import Run
from ptbuilder.wording.numbers import glue
from ptbuilder.wording.reporting import report_lines


def add_clinician_page(book: Book, setting: Setting, sheet: Sheet) -> None:
    """The clinic's own pages, behind the patient's."""
    part = sheet.clinician
    sections: list[tuple[str, list[Words]]] = [
        ("cl-goals", [part.goals] if part.goals else []),
        ("cl-findings", [referral.finding(each, setting.language) for each in part.findings]),
        ("cl-warnings", [setting.text(each) for each in part.warnings]),
        ("cl-overrides", [_override(setting, each) for each in part.overrides]),
        ("cl-reporting", [glue(each) for each in report_lines(part.reporting, setting.language)]),
    ]
    bottom = TOP + setting.page.content_height
    y = _new_page(book, setting, sheet)
    book.mark(setting.say("cl-title"), 1, y)
    y = book.put(_opening(setting, sheet), y)
    for key, items in sections:
        for place, item in enumerate(items):
            frame = _item(setting, setting.say(key) if place == 0 else "", item)
            if y + frame.height > bottom:
                y = _new_page(book, setting, sheet)
            y = book.put(frame, y)


def _new_page(book: Book, setting: Setting, sheet: Sheet) -> float:
    words = head.running_kind("clinician", sheet, setting.language)
    book.new_page(running_head(setting, sheet.person, sheet.clinic, words))
    return TOP + HEAD_HEIGHT


def _opening(setting: Setting, sheet: Sheet) -> Frame:
    part = sheet.clinician
    frame = Frame()
    y = frame.say("H1", 0, 0, setting.lines(setting.say("cl-title"), TITLE, CONTENT_WIDTH, bold=True), TITLE)
    asked = setting.say("cl-flags-asked" if part.red_flags_asked else "cl-flags-open")
    told = [(Run(asked, bold=not part.red_flags_asked),), (Run(setting.say("cl-keep")),)]
    if part.irritability:
        told.insert(1, (Run(setting.say("cl-irritability", level=setting.say(f"level-{part.irritability}"))),))
    for runs in told:
        y = frame.say("P", 0, y + mm(0.6), setting.lines(runs, BODY, RUN_12), BODY)
    frame.height = y
    return frame


def _item(setting: Setting, title: str, item: Words) -> Frame:
    """One item of a list, the first below the section's heading."""
    frame = Frame()
    y = mm(0.9)
    if title:
        y = frame.say("H2", 0, mm(3.6), setting.lines(title, HEADING, CONTENT_WIDTH, bold=True), HEADING) + mm(0.6)
    frame.height = bullets(frame, setting, [item], BODY, 0, y, RUN_12 + mm(20))
    return frame


def _override(setting: Setting, override: PrintedOverride) -> tuple[Run, ...]:
    exercise = setting.text(override.exercise)
    told = [Run(f"{exercise}: ", bold=True)] if exercise else []
    told += [Run(f"{setting.text(override.rule)}. "), Run(setting.say("cl-reason", reason=glue(override.reason)))]
    return (*told, Run(f" {setting.say('cl-by', name=override.by)}")) if override.by else tuple(told)
