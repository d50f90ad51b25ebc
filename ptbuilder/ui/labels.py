"""The domain's words as the window says them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from ptbuilder.domain.text import say

if TYPE_CHECKING:
    from datetime import date

    from ptbuilder.domain.assessment import Finding
    from ptbuilder.domain.library import Library
    from ptbuilder.domain.patient import Patient
    from ptbuilder.domain.vocabulary import FindingKind


def _tr(text: str) -> str:
    return QCoreApplication.translate("Labels", text)


def language() -> str:
    """The language of the window, for names out of the library: English, whatever the system speaks, until there is another."""
    return "en"


def side_word(side: str | None) -> str:
    """left, right or both; "side?" where it is missing."""
    words = {"left": _tr("left"), "right": _tr("right"), "both": _tr("both")}
    return words.get(side or "", _tr("side?"))


def grade_word(grade: str) -> str:
    """mild, moderate or severe."""
    return {"mild": _tr("mild"), "moderate": _tr("moderate"), "severe": _tr("severe")}[grade]


def level_word(level: str) -> str:
    """Low, Moderate or High irritability."""
    return {"low": _tr("Low"), "moderate": _tr("Moderate"), "high": _tr("High")}[level]


def onset_word(onset: str) -> str:
    """Acute, Subacute or Chronic."""
    return {"acute": _tr("Acute"), "subacute": _tr("Subacute"), "chronic": _tr("Chronic")}[onset]


def kind_word(kind: str) -> str:
    """What sort of finding it is."""
    words = {
        "balance": _tr("Balance"),
        "condition": _tr("Condition"),
        "direction": _tr("Pain behavior"),
        "function": _tr("Function"),
        "joint-mobility": _tr("Stiff joint"),
        "length": _tr("Short muscle"),
        "motor-control": _tr("Motor control"),
        "neuro": _tr("Neural sign"),
        "pain": _tr("Pain"),
        "posture": _tr("Posture"),
        "precaution": _tr("Precaution"),
        "procedure": _tr("Procedure"),
        "psychosocial": _tr("Thoughts and feelings"),
        "red-flag": _tr("Red flag"),
        "rom": _tr("Range of motion"),
        "strength": _tr("Strength"),
    }
    return words.get(kind, kind)


def scale_word(scale: str) -> str:
    """How a finding is graded, as half a sentence; empty where it is not or where the chips say it."""
    words = {
        "nprs": _tr("graded 0 to 10"),
        "psfs": _tr("graded 0 to 10"),
        "mmt": _tr("graded 0 to 5"),
        "min": _tr("in minutes"),
        "date": _tr("with its date"),
    }
    return words.get(scale, "")


def value_text(kind: FindingKind | None, finding: Finding) -> str:
    """The severity of a finding as its chip shows it: "moderate", "6 of 10", "10 min"; empty where there is none."""
    if finding.value is not None:
        number = f"{finding.value:g}"
        scale = kind.scale if kind else ""
        if scale in ("nprs", "psfs"):
            return _tr("{n} of 10").format(n=number)
        if scale == "mmt":
            return _tr("{n} of 5").format(n=number)
        return _tr("{n} min").format(n=number) if scale == "min" else number
    return grade_word(finding.grade) if finding.grade else ""


def age_and_sex(age: int | None, sex: str | None) -> str:
    """Age and sex such as "58, male"; whichever is known."""
    words = {"F": _tr("female"), "M": _tr("male")}
    parts = [str(age) if age is not None else "", words.get(sex or "", "")]
    return ", ".join(part for part in parts if part)


def patient_name(patient: Patient) -> str:
    """The full name, or words for a patient without one."""
    return patient.full_name or _tr("No name yet")


def short_date(day: date) -> str:
    """A date such as "2 Mar 2026"."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMM yyyy")


def long_date(day: date) -> str:
    """A date with its weekday such as "Thu 12 Mar 2026"."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "ddd d MMM yyyy")


def finding_label(library: Library, code: str) -> str:
    """The full label of a finding, or its code where the library no longer has it."""
    kind = library.findings.get(code)
    return say(kind.label, language()) if kind else code


def short_label(label: str, region: str) -> str:
    """The label under a heading that already says the region: only a trailing "of the {region}" or "({region})" goes."""
    lowered, name = label.lower(), region.lower()
    for ending in (f" ({name})", f" of the {name}", f", {name}"):
        if lowered.endswith(ending) and len(label) > len(ending) + 3:
            return label[: -len(ending)]
    return label


def exercise_name(library: Library, code: str) -> str:
    """The name of an exercise, or its code where the library no longer has it."""
    exercise = library.exercises.get(code)
    return say(exercise.name, language()) if exercise else code


def goal_label(library: Library, code: str) -> str:
    """The words of a goal in small letters, as they stand after an arrow."""
    goal = library.goals.get(code)
    text = say(goal.label, language()) if goal else code
    return text[:1].lower() + text[1:]


def topic_title(library: Library, code: str) -> str:
    """The title of an education sheet, or its code where the library no longer has it."""
    topic = library.topics.get(code)
    return say(topic.title, language()) if topic else code


def activity_name(library: Library, code: str) -> str:
    """What the patient may do again; the words of a row that the therapist added stand for themselves."""
    activity = library.activities.get(code)
    return say(activity.name, language()) if activity else code


def thing_word(name: str) -> str:
    """A thing at home without its article: "mat", "kitchen counter"."""
    article, _, rest = name.partition(" ")
    return rest if rest and article.lower() in ("a", "an", "un", "una", "unos", "unas") else name


def phase_name(library: Library, code: str) -> str:
    """The name of a phase after a procedure."""
    phase = library.phases.get(code)
    return say(phase.name, language()) if phase else code
