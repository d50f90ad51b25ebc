"""Why an exercise is there, what speaks against it, and the phase it waits for, in the words of the window."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from ptbuilder.domain.exercise import Exercise
from ptbuilder.domain.library import Library
from ptbuilder.domain.program import Because, Prescription
from ptbuilder.domain.suggestion import Check, Obstacle
from ptbuilder.domain.text import say
from ptbuilder.services.desk.work import ProgramRow
from ptbuilder.ui.build.program.dose_words import spoken_dose
from ptbuilder.ui.labels import exercise_name, finding_label, goal_label, language, level_word, phase_name, thing_word


def _tr(text: str) -> str:
    return QCoreApplication.translate("ReasonWords", text)


def why_words(library: Library, item: Prescription) -> tuple[str, str]:
    """Finding and goal of the weightiest reason; only "Added by you" where there is none."""
    if not item.because:
        return _tr("Added by you"), ""
    return because_words(library, item.because[0])


def because_words(library: Library, because: Because) -> tuple[str, str]:
    """The finding and the goal that it leads to."""
    return because_label(library, because), goal_label(library, because.goal)


def because_label(library: Library, because: Because) -> str:
    """The finding, or the rule where no finding but a fact about the patient led to the goal: "Age 65 or over"."""
    return reason_label(library, because.finding or next(iter(because.rules), ""))


def reason_label(library: Library, code: str) -> str:
    """The label of a finding, or the title of the rule where a rule alone gave the reason."""
    rule = library.rules.get(code)
    return say(rule.title, language()) if rule else finding_label(library, code)


def position_words(library: Library, code: str) -> str:
    """Where the body is, in the few words of a card: "on back", "standing"."""
    position = library.positions.get(code)
    return _positions().get(code) or (say(position.name, language()) if position else code)


@cache
def _positions() -> dict[str, str]:
    return {
        "supine": _tr("on back"),
        "hooklying": _tr("on back, knees bent"),
        "prone": _tr("face down"),
        "side-lying": _tr("on side"),
        "quadruped": _tr("hands and knees"),
        "plank": _tr("plank"),
        "kneeling": _tr("kneeling"),
        "half-kneeling": _tr("on one knee"),
        "long-sitting": _tr("sitting, legs straight"),
        "sitting": _tr("sitting"),
        "standing": _tr("standing"),
        "walking": _tr("walking"),
        "mixed": _tr("several positions"),
    }


def day_and_month(day: date) -> str:
    """Day and month in full: 17 March."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMMM")


def short_day(day: date) -> str:
    """Day and month, shortened: 17 Mar."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMM")


def precaution_head(library: Library, exercise: str, obstacles: tuple[Obstacle, ...]) -> str:
    """The first, strong words of a precaution: what is wrong."""
    name = exercise_name(library, exercise)
    kinds = {each.kind for each in obstacles}
    if kinds == {"phase"}:
        return _tr("Precaution: early for {exercise}.").format(exercise=name)
    if kinds == {"equipment"}:
        return _tr("Not at home for {exercise}:").format(exercise=name)
    return _tr("Precaution for {exercise}.").format(exercise=name)


def precaution_text(library: Library, obstacles: tuple[Obstacle, ...]) -> str:
    """The rest of the sentence: why, one sentence for each kind of obstacle."""
    first: dict[str, list[Obstacle]] = {}
    for each in obstacles:
        first.setdefault(each.kind, []).append(each)
    return " ".join(_obstacle_sentence(library, each) for each in first.values())


def _obstacle_sentence(library: Library, obstacles: list[Obstacle]) -> str:
    head = obstacles[0]
    values = tuple(dict.fromkeys(each.value for each in obstacles))
    if head.kind == "phase":
        stage = phase_name(library, head.value)
        if head.ends is None:
            return _tr("Its stage is {stage}.").format(stage=stage)
        return _tr("Its stage is {stage}, from {date}.").format(stage=stage, date=day_and_month(head.ends))
    if head.kind == "equipment":
        return _tr("{things}.").format(things=_listed(_thing(library, value) for value in values))
    if head.kind == "finding":
        return _tr("Not with {finding}.").format(finding=_listed(finding_label(library, value) for value in values))
    if head.kind == "irritability":
        return _tr("Too much for symptoms that flare this easily.")
    what = movement_words(library, obstacles)
    causes = list(dict.fromkeys(reason_label(library, code) for each in obstacles for code in each.findings))
    if not causes:
        return _tr("{what}.").format(what=what)
    if len(causes) == 1:
        return _tr("{what}. Because of {cause}.").format(what=what, cause=causes[0])
    text = _tr("{what}. Because of {cause}, and {n} more.")
    return text.format(what=what, cause=causes[0], n=len(causes) - 1)


def movement_words(library: Library, obstacles: Iterable[Obstacle]) -> str:
    """What of the exercise is in the way: the stress, type, position or difficulty that was excluded."""
    return _listed(dict.fromkeys(_value_words(library, each) for each in obstacles))


def check_name(check: Check) -> str:
    """The name of one of the six questions."""
    names = {
        "movement": _tr("Movement"),
        "phase": _tr("Phase"),
        "irritability": _tr("Irritability"),
        "difficulty": _tr("Difficulty"),
        "position": _tr("Position"),
        "equipment": _tr("Equipment"),
    }
    return names[check]


def failed_words(library: Library, obstacles: tuple[Obstacle, ...]) -> str:
    """The answer to a question that was answered with no."""
    kind = obstacles[0].kind
    words = movement_words(library, obstacles)
    if kind == "phase":
        return _tr("Waits for {phase}").format(phase=words)
    if kind == "irritability":
        return _tr("Too much for symptoms that flare this easily")
    if kind == "difficulty":
        return _tr("Level {level} is more than allowed").format(level=obstacles[0].value)
    if kind == "equipment":
        return _tr("Not at home: {things}").format(things=words)
    return words


def passed_words(library: Library, exercise: Exercise, check: Check, phase: str | None, level: str | None) -> str:
    """The answer to a question that was answered with yes, in ``phase`` and at this irritability."""
    if check == "phase":
        return _tr("{phase} allows it").format(phase=phase_name(library, phase)) if phase else _tr("No procedure to wait for")
    if check == "irritability":
        return _tr("Fits {level}").format(level=level_word(level).lower()) if level else _tr("Not set yet")
    if check == "difficulty":
        return _tr("Level {n} is allowed").format(n=exercise.difficulty)
    if check == "position":
        words = position_words(library, exercise.position)
        return _tr("{position} is possible").format(position=words[:1].upper() + words[1:])
    if check == "equipment":
        things = _listed(_thing(library, code) for code in exercise.equipment)
        return _tr("At home: {things}").format(things=things) if things else _tr("Nothing needed")
    return _tr("Nothing to avoid")


def rule_title(library: Library, obstacle: Obstacle) -> str:
    """What keeps the exercise out, as the heading of its card."""
    rule = library.rules.get(obstacle.rule or "")
    if rule is not None:
        return say(rule.title, language())
    titles = {
        "equipment": _tr("Not at home"),
        "finding": _tr("Not with this finding"),
        "retired": _tr("No longer in use"),
    }
    return titles.get(obstacle.kind, _tr("Kept out"))


def end_words(library: Library, obstacle: Obstacle) -> str:
    """When what keeps it out ends."""
    if obstacle.ends is not None:
        return day_and_month(obstacle.ends)
    if obstacle.kind == "equipment":
        return _tr("when it is at home")
    if obstacle.kind == "retired":
        return _tr("when the exercise is brought back")
    if obstacle.override == "clearance":
        return _tr("when the doctor clears it")
    if obstacle.findings:
        return _tr("when those findings change")
    return _fact_end_words(library, obstacle)


def _fact_end_words(library: Library, obstacle: Obstacle) -> str:
    """When a rule ends that no finding fired, but what is known of the patient."""
    rule = library.rules.get(obstacle.rule or "")
    if rule is not None and rule.when.irritability:
        calm = "moderate" in rule.when.irritability
        return _tr("when irritability is low") if calm else _tr("when irritability is moderate or low")
    if rule is not None and rule.when.age_gte is not None:
        return _tr("not by itself: it goes with the age")
    return _tr("when the rule no longer applies")


def _value_words(library: Library, obstacle: Obstacle) -> str:
    value = obstacle.value
    if obstacle.kind == "tag" and value in library.stress_tags:
        return say(library.stress_tags[value].name, language())
    if obstacle.kind == "position":
        words = position_words(library, value)
        return words[:1].upper() + words[1:]
    if obstacle.kind == "equipment":
        return _thing(library, value)
    if obstacle.kind == "phase":
        return phase_name(library, value)
    if obstacle.kind == "finding":
        return finding_label(library, value)
    if obstacle.kind == "difficulty":
        return _tr("Difficulty {n}").format(n=value)
    if obstacle.kind == "irritability":
        return level_word(value)
    if obstacle.kind == "region":
        region = library.regions.get(value)
        return say(region.name, language()) if region else _tr("The region is not known yet")
    if obstacle.kind == "type":
        return type_word(value)
    return _tr("This exercise") if obstacle.kind == "exercise" else _tr("No longer in use")


def type_word(code: str) -> str:
    """What kind of work an exercise is."""
    return _types().get(code, code)


@cache
def _types() -> dict[str, str]:
    return {
        "stretch": _tr("Stretch"),
        "contract-relax": _tr("Contract and relax"),
        "mobility": _tr("Mobility"),
        "strength": _tr("Strength"),
        "isometric": _tr("Hold"),
        "motor-control": _tr("Control"),
        "functional": _tr("Everyday movement"),
        "balance": _tr("Balance"),
        "neural": _tr("Nerve glide"),
        "aerobic": _tr("Endurance"),
        "positional": _tr("Rest position"),
        "relaxation": _tr("Relaxation"),
        "release": _tr("Self-massage"),
        "plyometric": _tr("Jumping"),
    }


def _thing(library: Library, code: str) -> str:
    record = library.equipment.get(code)
    return thing_word(say(record.name, language())) if record else code


def _listed(words: Iterable[str]) -> str:
    return ", ".join(words)


def spoken_row(library: Library, row: ProgramRow, number: int, count: int) -> str:
    """A row of the program as screen readers say it, whole."""
    name = say(row.exercise.name, language())
    dose = spoken_dose(row.prescription.dosage, row.prescription.side)
    finding, goal = why_words(library, row.prescription)
    why = _tr("Because {finding}, to {goal}").format(finding=finding, goal=goal) if goal else finding
    text = _tr("{number} of {count}. {name}. {dose}. {why}.")
    spoken = text.format(number=number, count=count, name=name, dose=dose, why=why)
    return _tr("{text} Precaution to answer.").format(text=spoken) if row.obstacles else spoken
