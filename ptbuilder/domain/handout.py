"""Everything that one handout or one referral note prints, gathered as a value; the handout draws it and asks nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date, datetime
from typing import Literal

from ptbuilder.domain.activity import ActivityTable
from ptbuilder.domain.clinic import Clinic, HandoutChoices
from ptbuilder.domain.dosage import Dosage
from ptbuilder.domain.drawing import Drawing
from ptbuilder.domain.exercise import Exercise
from ptbuilder.domain.reporting import ReportItem
from ptbuilder.domain.text import Text
from ptbuilder.domain.values import dataclass
from ptbuilder.domain.vocabulary import Grade, Level, Side, Topic

Mark = Literal["", "new", "changed"]
"""How an exercise compares with the last printed revision; empty on the first printing and where nothing changed."""


@dataclass(frozen=True, slots=True)
class SheetPerson:
    """The patient as printed: ``name`` in the form chosen for paper, ``initials`` for the footer and the file's title."""

    name: str
    initials: str
    is_sample: bool = False
    age: int | None = None
    sex: Literal["F", "M"] | None = None


@dataclass(frozen=True, slots=True)
class SheetStage:
    """The stage that is printed; ``number`` counts from 1, days count from ``procedure``, which is named in patient's words.

    A planned stage prints "Start only when your therapist says so".
    """

    number: int = 1
    count: int = 1
    first: date | None = None
    last: date | None = None
    from_day: int | None = None
    to_day: int | None = None
    procedure: Text = field(default_factory=dict)
    is_planned: bool = False


@dataclass(frozen=True, slots=True)
class SheetExercise:
    """One block: the exercise with its dose, side, note, drawings and mark.

    ``id`` is the prescription's, so that the preview can lead back to its row. ``before`` is the last printed dose of a changed
    exercise. ``easier`` and ``harder`` name a neighbour only where the patient knows it from an earlier sheet; else the line
    "Too hard? Too easy?" is made from the dose within ``usual``, the range of its purpose.
    """

    id: str
    number: int
    exercise: Exercise
    dosage: Dosage
    side: Side | None = None
    note: str = ""
    mark: Mark = ""
    before: Dosage | None = None
    before_side: Side | None = None
    easier: Text = field(default_factory=dict)
    harder: Text = field(default_factory=dict)
    usual: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    position: Text = field(default_factory=dict)
    equipment: tuple[Text, ...] = ()
    start: Drawing | None = None
    finish: Drawing | None = None

    @property
    def sides(self) -> int:
        """On how many sides it is done: 2 for both, else 1."""
        return 2 if self.side == "both" else 1


@dataclass(frozen=True, slots=True)
class PrintedFinding:
    """A finding as paper names it; ``region`` is where an injury is, if the finding says so."""

    label: Text
    side: Side | None = None
    grade: Grade | None = None
    region: Text = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PrintedOverride:
    """A rule that the therapist went against, with the reason given; ``exercise`` is empty where it concerns the program."""

    rule: Text
    reason: str
    by: str = ""
    exercise: Text = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ClinicianPart:
    """What only the clinician's copy shows; ``goals`` are the patient's own, as typed."""

    red_flags_asked: bool = False
    goals: str = ""
    findings: tuple[PrintedFinding, ...] = ()
    warnings: tuple[Text, ...] = ()
    overrides: tuple[PrintedOverride, ...] = ()
    irritability: Level | None = None
    reporting: tuple[ReportItem, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """One handout of one stage.

    ``printed`` dates the sheet and the file (never the clock). ``pain_limit`` is what the therapist wrote, else the lowest of the
    exercises counts. ``findings`` (codes) choose the sections of topics. ``stopped`` names what the last printed revision had
    and this one has not. ``start_log`` is the first day of the log, the date of the sheet if None.
    """

    clinic: Clinic
    person: SheetPerson
    printed: date
    exercises: tuple[SheetExercise, ...]
    choices: HandoutChoices = field(default_factory=HandoutChoices)
    stage: SheetStage | None = None
    next_visit: datetime | None = None
    stopped: tuple[Text, ...] = ()
    irritability: Level | None = None
    pain_limit: int | None = None
    after_injection: bool = False
    procedure_on: date | None = None
    activities: ActivityTable = field(default_factory=ActivityTable)
    topics: tuple[Topic, ...] = ()
    findings: frozenset[str] = frozenset()
    messages: tuple[str, ...] = ()
    clinician: ClinicianPart = field(default_factory=ClinicianPart)
    start_log: date | None = None

    @property
    def lowest_pain_limit(self) -> int | None:
        """The pain out of 10 that is fine for every exercise of the sheet; None where no exercise names a number.

        Breathing and pelvic floor work name 0, since they load nothing; that does not make an ache under other work a fault, so
        0 counts only where nothing else names a number.
        """
        if self.pain_limit is not None:
            return self.pain_limit
        limits = [each.dosage.pain.most for each in self.exercises if each.dosage.pain and each.dosage.pain.most is not None]
        return min((limit for limit in limits if limit > 0), default=min(limits, default=None))

    @property
    def session_minutes(self) -> float:
        """Minutes if each exercise is done once."""
        return sum(each.dosage.session_minutes(each.sides) for each in self.exercises)

    @property
    def day_minutes(self) -> float:
        """Minutes of a day on which everything is done as often as prescribed."""
        return sum(each.dosage.day_minutes(each.sides) for each in self.exercises)


@dataclass(frozen=True, slots=True)
class Referral:
    """The note that goes with a patient who must be seen by a doctor: no program, only recorded findings.

    ``patient_text`` is the rule's sentence for the patient, ``heading`` what it asks for where its level does not say that.
    ``checks`` is the reviewed list of this danger sign; where it is empty blank lines are printed.
    ``choices.language`` is the patient's, the team's part is in the clinic's language.
    """

    clinic: Clinic
    person: SheetPerson
    seen: datetime
    level: Literal["emergency", "urgent"]
    patient_text: Text
    heading: Text = field(default_factory=dict)
    concerns: tuple[Text, ...] = ()
    danger_signs: tuple[PrintedFinding, ...] = ()
    other_findings: tuple[PrintedFinding, ...] = ()
    checks: tuple[Text, ...] = ()
    sources: tuple[str, ...] = ()
    choices: HandoutChoices = field(default_factory=HandoutChoices)


@dataclass(frozen=True, slots=True)
class Placement:
    """Where one exercise stands in the finished document: page from 0, box in points from the page's upper left corner."""

    id: str
    page: int
    left: float
    top: float
    width: float
    height: float


Alteration = Literal["letters", "shortened", "layout", "logo"]
"""What is other in print than it was asked for.

Letters that no face has, texts longer than a page, a layout they do not fit, a logo that cannot be printed.
"""


@dataclass(frozen=True, slots=True)
class Handout:
    """A finished document: its bytes, how many pages, and where each exercise stands.

    ``page_keys`` has a word for each page; two pages with the same word look the same, in whatever documents they are.
    ``altered`` says what could not be printed as it was asked for.
    """

    pdf: bytes
    pages: int
    placements: tuple[Placement, ...] = ()
    page_keys: tuple[str, ...] = ()
    altered: tuple[Alteration, ...] = ()
