"""The note for the clinic's record system, in the clinic's language: what was found, prescribed, advised and decided."""

from __future__ import annotations

from dataclasses import replace

from ptbuilder.domain.activity import ActivityRow
from ptbuilder.domain.handout import PrintedOverride, Sheet, SheetExercise
from ptbuilder.domain.text import say as say_text
from ptbuilder.exchange.plain_lines import bullets, headed, paragraph, whole
from ptbuilder.exchange.record_note import NotedClearance, NotedFinding, RecordNote
from ptbuilder.wording import activities, change, dates, dose, fixed, fixed_note, head, summary
from ptbuilder.wording.fixed import plain
from ptbuilder.wording.numbers import days


def text_note(note: RecordNote) -> str:
    """The note as plain text; the same note gives the same text."""
    sheet = note.sheet
    language = clinic_language(sheet.clinic.language)
    findings = [finding_words(each, language, sheet.clinic.paper) for each in note.findings]
    advice = [say_text(topic, language) for topic in note.advice]
    overrides = [_override(each, language) for each in sheet.clinician.overrides]
    return whole(
        (
            _opening(sheet, language),
            _danger_signs(note, language),
            headed(fixed_note.say("findings", language), bullets(findings)),
            headed(fixed_note.say("goals", language), bullets(say_text(goal, language) for goal in note.goals)),
            headed(fixed_note.say("wishes", language), bullets([note.wishes] if note.wishes else [])),
            _program(sheet, language),
            headed(fixed_note.say("advice", language), bullets(advice)),
            _activities(sheet, language),
            headed(fixed.say("cl-overrides", language), bullets(overrides)),
            _visit(sheet, language),
        )
    )


def clinic_language(language: str) -> str:
    """Spanish where the clinic's language is Spanish, else English."""
    return "es" if language == "es" else "en"


def finding_words(of: NotedFinding, language: str, paper: str) -> str:
    """``Hip flexors short, right, moderate``; a procedure with its date, a graded finding with its value."""
    parts = [say_text(of.label, language)]
    if of.region:
        parts.append(say_text(of.region, language))
    if of.side:
        parts.append(fixed.say(f"side-{of.side}", language))
    if of.grade:
        parts.append(fixed.say(f"grade-{of.grade}", language))
    if of.value:
        parts.append(say_text(of.value, language))
    if of.on:
        parts.append(dates.day(of.on, language, paper))
    elif of.days_since is not None:
        parts.append(fixed_note.say("days-ago", language, days=days(of.days_since, language)))
    told = ", ".join(parts)
    return f"{told}: {of.note}" if of.note.strip() else told


def _opening(sheet: Sheet, language: str) -> list[str]:
    paper = sheet.clinic.paper
    therapist = head.therapist(sheet.clinic)
    name = sheet.person.name or sheet.person.initials
    return [
        *paragraph(fixed_note.say("title", language)),
        *paragraph(fixed_note.say("patient", language, name=name) if name else ""),
        *paragraph(fixed_note.say("sample", language) if sheet.person.is_sample else ""),
        *paragraph(fixed_note.say("date", language, date=dates.day(sheet.printed, language, paper))),
        *paragraph(fixed.say("therapist", language, name=therapist) if therapist else ""),
    ]


def _danger_signs(note: RecordNote, language: str) -> list[str]:
    """Asked or not, what was found and who cleared it, then how irritable and how old the complaint is."""
    sheet = note.sheet
    asked = sheet.clinician.red_flags_asked
    if note.danger_signs:
        signs = [finding_words(each, language, sheet.clinic.paper) for each in note.danger_signs]
        title = fixed_note.say("flags-found" if asked else "flags-recorded", language)
        lines = [*paragraph(title), *bullets(signs)]
    else:
        lines = paragraph(fixed.say("cl-flags-asked" if asked else "cl-flags-open", language))
    for clearance in note.clearances:
        lines += paragraph(_clearance(clearance, language, sheet.clinic.paper))
    if sheet.irritability:
        level = fixed.say(f"level-{sheet.irritability}", language)
        lines += paragraph(fixed.say("cl-irritability", language, level=level))
    return lines + (paragraph(fixed_note.say(f"onset-{note.onset}", language)) if note.onset else [])


def _clearance(of: NotedClearance, language: str, paper: str) -> str:
    date = dates.day(of.on, language, paper)
    return fixed_note.say("cleared", language, by=of.by, date=date, what=of.what, rule=say_text(of.rule, language))


def _program(sheet: Sheet, language: str) -> list[str]:
    if not sheet.exercises:
        return []
    paper = sheet.clinic.paper
    facts = ", ".join(plain(fact) for fact in summary.facts(sheet, language))
    stage = plain(head.stage(sheet.stage, language, paper))
    long = head.stage_days_long(sheet.stage, language)
    limit = sheet.lowest_pain_limit
    lines = [
        *paragraph(f"{fixed_note.say('program', language)}: {facts}."),
        *paragraph((f"{stage}, {long}" if long else stage) if stage else ""),
        *paragraph(head.planned(sheet.stage, language, paper)),
    ]
    for each in sheet.exercises:
        lines += _exercise(each, language)
    if limit is not None:
        lines += paragraph(fixed.say("pain-fine", language, p=limit) if limit else fixed.say("pain-none", language))
    for message in sheet.messages:
        lines += paragraph(f"{fixed.say('note', language)} {message}") if message.strip() else []
    return lines + paragraph(plain(summary.stopped(sheet, language)))


def _exercise(of: SheetExercise, language: str) -> list[str]:
    indent = " " * len(f"{of.number}. ")
    name = say_text(of.exercise.name, language)
    mark = f" ({fixed.say(f'mark-{of.mark}', language).lower()})" if of.mark else ""
    lines = paragraph(f"{name}{mark}", f"{of.number}. ", indent)
    lines += paragraph(dose.sentence(of.dosage, of.side, language), indent, indent)
    if of.mark == "changed" and of.before is not None:
        lines += paragraph(change.what_changed(of.dosage, of.before, language, of.side, of.before_side), indent, indent)
    if of.note.strip():
        lines += paragraph(f"{fixed.say('note', language)} {of.note}", indent, indent)
    return lines


def _activities(sheet: Sheet, language: str) -> list[str]:
    """What may be done again and from when, with what the therapist changed marked."""
    table, paper = sheet.activities, sheet.clinic.paper
    rows = [_activity(each, language, paper) for each in table.printed]
    about = activities.about(table, sheet.printed, language, paper)
    return headed(fixed.say("start-again", language), [*paragraph(about), *bullets(rows)] if rows else [])


def _activity(of: ActivityRow, language: str, paper: str) -> str:
    when = activities.when(of, language, paper)
    how = activities.how(replace(of, is_new=False), language, paper)
    mark = f" ({fixed_note.say('set-by-therapist', language)})" if of.is_changed else ""
    return f"{activities.name(of, language)}: {when}{mark}{f'. {how}' if how else ''}"


def _override(of: PrintedOverride, language: str) -> str:
    exercise = say_text(of.exercise, language)
    reason = fixed.say("cl-reason", language, reason=of.reason)
    by = f" {fixed.say('cl-by', language, name=of.by)}" if of.by else ""
    return f"{f'{exercise}: ' if exercise else ''}{say_text(of.rule, language)}. {reason}{by}"


def _visit(sheet: Sheet, language: str) -> list[str]:
    when = dates.visit(sheet.next_visit, language, sheet.clinic.paper) if sheet.next_visit else fixed_note.say("no-visit", language)
    return paragraph(f"{fixed.say('next-visit', language)} {when}")
