"""The words of a sheet for the programs that are compared, taken from the same source as PTBuilder's own."""

from __future__ import annotations

from dataclasses import dataclass

from ptbuilder.domain.handout import Sheet
from ptbuilder.handout.exercise_words import ExerciseWords, exercise_words
from ptbuilder.handout.setting import Setting
from ptbuilder.wording import alt, dates, head, log, safety, summary
from ptbuilder.wording.fixed import plain


@dataclass(frozen=True)
class Words:
    """Everything that the sheet says, in order."""

    title: str
    clinic: str
    phone: str
    date: str
    facts: list[str]
    remember: list[str]
    exercises: list[ExerciseWords]
    alts: list[tuple[str, str]]
    ladder: list[tuple[str, list[str]]]
    rules: list[str]
    log_title: str
    weeks: list[tuple[str, list[str]]]
    log_rows: list[str]


def words_of(sheet: Sheet) -> Words:
    """All words of a sheet in English."""
    setting = Setting(sheet.choices, "en")
    rows = [exercise_words(setting, each, sheet.clinic) for each in sheet.exercises]
    return Words(
        title=head.title(sheet.person.name, "en"),
        clinic=f"{sheet.clinic.name} · {head.therapist(sheet.clinic)} · {sheet.clinic.address}",
        phone=sheet.clinic.phone,
        date=dates.day(sheet.printed, "en", "a4"),
        facts=[plain(fact) for fact in summary.facts(sheet, "en")],
        remember=[plain(part(sheet, "en")) for part in (summary.on_days, summary.remember, summary.needs)],
        exercises=rows,
        alts=[(alt.start(each, "en"), alt.finish(each, "en")) for each in sheet.exercises],
        ladder=[
            ("Fine", [plain(line) for line in safety.fine(sheet, "en")]),
            ("Stop the exercise if you have", list(safety.stop_signs(sheet, "en"))),
            ("Call your doctor today if you have", list(safety.call_signs(sheet, "en"))),
            (safety.er_heading(sheet, "en"), list(safety.er_signs("en"))),
        ],
        rules=[plain(safety.too_hard_rule(sheet, "en")), plain(safety.too_easy_rule("en"))],
        log_title=setting.say("log-title"),
        weeks=[
            (week.heading, [f"{dates.short_weekday(day, 'en')} {day.day}" for day in week.days]) for week in log.weeks(sheet, "en")
        ],
        log_rows=[plain(log.row_name(each, "en")) for each in sheet.exercises] + ["Pain before, 0 to 10", "Pain after, 0 to 10"],
    )
