"""Large print: 18 points, one column without boxes, every label a paragraph of its own, one exercise on a page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from ptbuilder.domain.handout import Sheet, SheetExercise
from ptbuilder.domain.text import say as say_text
from ptbuilder.handout import exercise_parts as parts
from ptbuilder.handout.book import Book
from ptbuilder.handout.exercise_heading import heading
from ptbuilder.handout.exercise_words import ExerciseWords, exercise_words
from ptbuilder.handout.flow import Flow, Unit
from ptbuilder.handout.frame import Frame
from ptbuilder.handout.geometry import CONTENT_WIDTH, TOP, mm, run_width
from ptbuilder.handout.lines import Line
from ptbuilder.handout.log_block import LARGE_LOG
from ptbuilder.handout.log_pages import add_log
from ptbuilder.handout.logo import Logo
from ptbuilder.handout.look import Look
from ptbuilder.handout.safety_block import writing_lines
from ptbuilder.handout.setting import Setting, Words
from ptbuilder.handout.theme import Style
from ptbuilder.wording import dates, head, safety, summary
from ptbuilder.wording.fixed import Run
from ptbuilder.wording.numbers import NO_BREAK

TEXT = Style(18, 27)
TITLE = Style(28, 34)
NAME = Style(24, 30)
HEADING = Style(20, 26)
_GAP = mm(3)
_LINE_GAP, _NOTES_FROM = mm(11), 4
_WIDTH = run_width(18)
LOOK = Look(
    body=TEXT,
    name=NAME,
    number=Style(26, 26),
    square=mm(13),
    caption=Style(18, 24),
    badge=Style(18, 18),
    circle=mm(8.6),
    badge_gap=mm(3),
    step_gap=mm(4),
    between_steps=mm(1.8),
    mark_height=mm(9.4),
    mark_sign=mm(5.6),
    name_gap=mm(4),
)
_PICTURE = mm(85)
_ABOVE_STEPS = mm(2.2)
_CLOSER = Style(18, 25)
_RUNGS = (
    *((mm(tallest), _GAP, TEXT) for tallest in (95, 75, 60)),
    (mm(60), mm(1.8), TEXT),
    (mm(50), mm(1), TEXT),
    (mm(50), mm(1), _CLOSER),
)
"""Tallest picture, gap between paragraphs and their lines, as the page has room."""


class Column:
    """Paragraphs one below the other, gathered to be placed on pages."""

    def __init__(self, setting: Setting, text: Style = TEXT) -> None:
        self.setting = setting
        self.flow = Flow()
        self._text = text

    def say(self, words: Words, gap: float = _GAP) -> None:
        """A paragraph."""
        draw = partial(_paragraph, self._text)
        self.flow.add(Unit(self.setting.lines(words, self._text, _WIDTH), self._text, draw), gap)

    def head(self, kind: str, words: str, style: Style, gap: float = _GAP * 2) -> None:
        """A heading."""
        frame = Frame()
        frame.height = frame.say(kind, 0, 0, self.setting.lines(words, style, CONTENT_WIDTH, bold=True), style)
        self.flow.add(frame, gap, is_heading=True)

    def bullets(self, items: Sequence[Words], gap: float = mm(1), last: Words = "") -> None:
        """A list with dots, one unit with the words below it: nothing of it goes alone to the next page."""
        frame, y, text_at = Frame(), 0.0, mm(7)
        with frame.tag("L"):
            for item in items:
                lines = self.setting.lines(item, TEXT, _WIDTH - text_at)
                frame.centred("I-dot", mm(2.4), y + TEXT.baseline - 4.9, 6.4)
                with frame.tag("LI"):
                    frame.say("LBody", text_at, y, lines, TEXT)
                y += len(lines) * TEXT.leading + mm(1)
        frame.height = frame.say("P", 0, y, self.setting.lines(last, TEXT, _WIDTH), TEXT) if last else y
        self.flow.add(frame, gap)


def _paragraph(text: Style, frame: Frame, lines: Sequence[Line], top: float) -> None:
    frame.say("P", 0, top, lines, text)


def large_print_pages(setting: Setting, sheet: Sheet, logo: Logo | None) -> Book:
    """All pages of a handout in large print; no logo, no running heads, nothing cut."""
    del logo
    book = Book(TOP + setting.page.content_height)
    turn = partial(new_page, book)
    turn()
    book.mark(head.title("", setting.language), 1, TOP)
    y = _opening(setting, sheet).put(book, TOP, turn)
    _plan(setting, sheet).put(book, y, turn)
    for each in sheet.exercises:
        _put_exercise(book, setting, sheet, each, turn)
    book.mark(setting.say("stay-safe"), 1, turn())
    y = _safety(setting, sheet).put(book, TOP, turn)
    _questions(book, setting, y, turn)
    if sheet.choices.with_log and sheet.exercises:
        add_log(book, setting, sheet, LARGE_LOG)
    return book


def new_page(book: Book) -> float:
    """A new page without a running head; gives where its content starts."""
    book.new_page()
    return TOP


def _opening(setting: Setting, sheet: Sheet) -> Flow:
    """Clinic, phone, title, date, therapist, next visit."""
    column, language, paper = Column(setting), setting.language, sheet.choices.paper
    clinic = sheet.clinic
    if clinic.name:
        column.say(Run(clinic.name, bold=True), 0)
    if clinic.address.strip():
        column.say(clinic.address.strip(), 0)
    phone = head.phone(clinic)
    column.say(setting.runs("call-us", phone=phone) if phone else Run(setting.say("call-clinic"), bold=True), 0)
    column.head("H1", head.title(_unparted(setting, sheet.person.name), language), TITLE, _GAP)
    column.say(dates.day(sheet.printed, language, paper))
    if therapist := head.therapist(clinic):
        column.say(setting.say("therapist", name=therapist), 0)
    if stage := head.stage(sheet.stage, language, paper):
        column.say(stage)
    if planned := head.planned(sheet.stage, language, paper):
        column.say(Run(planned, bold=True), 0)
    visit = head.next_visit(sheet, language)
    column.say((Run(f"{setting.say('next-visit')} ", bold=True), Run(visit)), 0)
    return column.flow


def _unparted(setting: Setting, name: str) -> str:
    """A name that no line parts, unless it is longer than one."""
    glued = name.replace(" ", NO_BREAK)
    return glued if setting.fits(glued, TITLE, CONTENT_WIDTH, bold=True) else name


def _plan(setting: Setting, sheet: Sheet) -> Flow:
    """The summary as a list."""
    column, language = Column(setting), setting.language
    column.head("H2", setting.say("your-plan").rstrip(":"), NAME)
    column.bullets([*summary.facts(sheet, language), summary.on_days(sheet, language)] if sheet.exercises else [])
    column.say(summary.remember(sheet, language))
    column.say(summary.needs(sheet, language))
    if sheet.stopped:
        names = ", ".join(say_text(name, language) for name in sheet.stopped)
        column.say(setting.runs("stopped-1-large" if len(sheet.stopped) == 1 else "stopped-large", names=names))
    return column.flow


def _put_exercise(book: Book, setting: Setting, sheet: Sheet, of: SheetExercise, turn: Callable[[], float]) -> None:
    """One exercise from the top of a page, with smaller pictures where that saves another page."""
    words = exercise_words(setting, of, sheet.clinic)
    top = turn()
    book.mark(words.bookmark, 2, top)
    page = len(book.pages) - 1
    for rung in _RUNGS:
        flow, dose_at = _exercise(setting, of, words, *rung)
        if flow.height <= book.bottom - top:
            y = flow.put(book, top, turn)
            break
    else:
        flow, dose_at = _exercise(setting, of, words, *_RUNGS[0])
        before, after = flow.split(dose_at)
        before.put(book, top, turn)
        y = after.put(book, _continued(book, setting, words, turn), turn)
        _lines(book, setting, "my-notes", y, _NOTES_FROM)
    book.exercises.append((of.id, page, top, (y if page == len(book.pages) - 1 else book.bottom) - top))


def _continued(book: Book, setting: Setting, words: ExerciseWords, turn: Callable[[], float]) -> float:
    """A new page that repeats the name of the exercise; gives the height below it."""
    y = turn()
    lines = setting.lines(f"{words.bookmark} {setting.say('continued')}", HEADING, CONTENT_WIDTH, bold=True)
    frame = Frame(len(lines) * HEADING.leading + mm(2))
    frame.aside(0, 0, lines, HEADING)
    return book.put(frame, y)


def _exercise(
    setting: Setting, of: SheetExercise, words: ExerciseWords, tallest: float, gap: float, text: Style
) -> tuple[Flow, int]:
    """The exercise in one column, and the number of the part that starts the dose."""
    column = Column(setting, text)
    row = Frame()
    row.height, _ = heading(row, setting, words, LOOK, of.mark)
    column.flow.add(row)
    if words.why:
        column.say(words.why, mm(1.2))
    pair = parts.picture_pair(of, _PICTURE, tallest)
    if pair is not None:
        pictures = Frame()
        pictures.height = parts.pictures(pictures, setting, of, pair, LOOK, 0, framed=False)
        column.flow.add(pictures, gap)
    steps = Frame()
    steps.height = parts.steps(steps, setting, parts.break_steps(setting, words, LOOK, CONTENT_WIDTH), LOOK, text, 0, 0)
    column.flow.add(steps, max(gap, _ABOVE_STEPS))
    dose_at = len(column.flow.parts)
    column.head("H3", setting.say("how-much"), HEADING, gap)
    column.say(words.dose[1:], 0)
    for runs in (words.feel, words.stop):
        if runs:
            column.say(runs, gap)
    if words.note:
        note = setting.lines(words.note, TEXT, _WIDTH - parts.NOTE_AT)
        column.flow.add(Unit(note, text, partial(_note, text)), gap)
    column.say(words.hard, gap)
    column.say(words.easy, 0)
    return column.flow, dose_at


def _note(text: Style, frame: Frame, lines: Sequence[Line], top: float) -> None:
    parts.note(frame, lines, text, top)


def _safety(setting: Setting, sheet: Sheet) -> Flow:
    """The ladder, one list after another, then the rule and the next visit."""
    column, language = Column(setting), setting.language
    column.head("H2", setting.say("stay-safe"), NAME, 0)
    column.head("H3", setting.say("fine"), HEADING, mm(1.2))
    for line in safety.fine(sheet, language):
        column.say(line, 0)
    for title, signs, last in (
        (setting.say("stop-have"), safety.stop_signs(sheet, language), ""),
        (setting.say("call-have"), safety.call_signs(sheet, language), ""),
        (safety.er_heading(sheet, language), safety.er_signs(language), Run(setting.say("do-not-wait"), bold=True)),
    ):
        column.head("H3", title, HEADING)
        column.bullets(signs, last=last)
    column.head("H2", setting.say("change-step"), NAME)
    column.say(safety.too_hard_rule(sheet, language), mm(1.2))
    column.say(safety.too_easy_rule(language))
    column.say(f"{setting.say('one-at-a-time')} {setting.say('missed')}")
    for message in sheet.messages:
        column.say((Run(f"{head.note_label(sheet.clinic, language)} ", bold=True), Run(message)))
    visit = head.next_visit(sheet, language)
    bring = setting.say("bring" if sheet.choices.with_log else "bring-sheet")
    column.say((Run(f"{setting.say('next-visit')} ", bold=True), Run(visit, bold=True)), _GAP * 2)
    column.say(bring, 0)
    return column.flow


def _questions(book: Book, setting: Setting, top: float, turn: Callable[[], float]) -> None:
    """At least two lines for questions, as many as the page holds."""
    if not _lines(book, setting, "my-questions", top, 2):
        _lines(book, setting, "my-questions", turn() - _GAP * 2, 2)


def _lines(book: Book, setting: Setting, key: str, top: float, fewest: int) -> bool:
    """A heading with lines to write on in the room that is left, if that is enough for the fewest."""
    y = top + _GAP * 2
    number = min(8, int((book.bottom - y - HEADING.leading - mm(3)) / _LINE_GAP))
    if number < fewest:
        return False
    frame = Frame()
    frame.height = writing_lines(frame, setting, setting.say(key), 0, number, _LINE_GAP, HEADING)
    book.put(frame, y)
    return True
