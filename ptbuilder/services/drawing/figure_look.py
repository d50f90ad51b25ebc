"""Which body is drawn for whom, and in which skin tone."""

from __future__ import annotations

from ptbuilder.domain.assessment import Assessment
from ptbuilder.domain.clinic import HandoutChoices, Skin
from ptbuilder.domain.patient import Patient
from ptbuilder.domain.values import dataclass

OLDER_FROM = 60
"""Age in years from which the older body is drawn unless another one is chosen; the World Health Organization's older people."""

_BODIES = {"F": ("female", "female-full"), "M": ("male", "male-full")}


@dataclass(frozen=True, slots=True)
class FigureLook:
    """A body, by the name of its data, and the tone of its skin."""

    body: str = "female"
    skin: Skin = "light"


def look_of(patient: Patient, assessment: Assessment, choices: HandoutChoices) -> FigureLook:
    """As chosen; else by sex (female where it is not known) and by age (the younger body where it is not known)."""
    if choices.figure != "patient":
        return FigureLook(choices.figure, choices.skin)
    younger, older = _BODIES[patient.body or patient.sex or assessment.sex or "F"]
    is_older = assessment.age is not None and assessment.age >= OLDER_FROM
    return FigureLook(older if is_older else younger, choices.skin)
