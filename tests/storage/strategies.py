"""Made-up values of every kind that is stored."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

from hypothesis import strategies as st

from ptbuilder.domain.activity import ActivityChange, ActivityPlan
from ptbuilder.domain.assessment import Assessment, Clearance, Finding, Score
from ptbuilder.domain.clinic import FIGURES, LAYOUTS, PAPERS, SKINS, Clinic, HandoutChoices
from ptbuilder.domain.dosage import Dosage, PainLimit
from ptbuilder.domain.exercise import Exercise
from ptbuilder.domain.patient import Patient
from ptbuilder.domain.program import Because, OverrideNote, Prescription, Program, Stage
from ptbuilder.domain.vocabulary import GRADES, LEVELS, ONSETS, PHASES

identifiers = st.uuids(version=4).map(str)
words = st.text(alphabet=st.characters(codec="utf-8"), max_size=12)
codes = st.text(alphabet="abcdefghijklmnopqrstuvwxyz-:", min_size=1, max_size=12)
days = st.dates(date(1900, 1, 1), date(2200, 1, 1))
moments = st.datetimes(datetime(1900, 1, 1), datetime(2200, 1, 1), timezones=st.sampled_from([None, timezone(timedelta(hours=-3))]))
numbers = st.floats(allow_nan=False, allow_infinity=False)
counts = st.integers(0, 1000)
sides = st.sampled_from([None, "left", "right", "both"])
texts = st.dictionaries(st.sampled_from(["en", "es"]), words, max_size=2)
text_lists = st.dictionaries(st.sampled_from(["en", "es"]), st.lists(words, max_size=2).map(tuple), max_size=2)


def several(strategy, most=2):
    return st.lists(strategy, max_size=most).map(tuple)


def maybe(strategy):
    return st.none() | strategy


dosages = st.builds(
    Dosage,
    kind=st.sampled_from(["repetitions", "time"]),
    sets=counts,
    rep_s=numbers,
    minutes=maybe(numbers),
    weeks=maybe(counts),
    tempo=words,
    pain=maybe(st.builds(PainLimit, most=maybe(counts), words=texts)),
)
findings = st.builds(
    Finding,
    code=codes,
    side=sides,
    grade=maybe(st.sampled_from(GRADES)),
    value=maybe(numbers),
    on=maybe(days),
    days_since=maybe(counts),
    region=maybe(codes),
    purpose=st.sampled_from([None, "diagnostic", "therapeutic"]),
    note=words,
)
assessments = st.builds(
    Assessment,
    id=identifiers,
    on=maybe(days),
    age=maybe(counts),
    sex=st.sampled_from([None, "F", "M"]),
    irritability=maybe(st.sampled_from(LEVELS)),
    stage=maybe(st.sampled_from(ONSETS)),
    findings=several(findings),
    red_flags_asked=st.booleans(),
    equipment=maybe(st.frozensets(codes, max_size=3)),
    clearances=several(st.builds(Clearance, rule=codes, by=words, on=days, what=words), 1),
    scores=several(st.builds(Score, measure=codes, value=numbers, side=sides, note=words)),
    patient_goals=words,
    phase=maybe(st.sampled_from(PHASES)),
    overruled=st.frozensets(codes, max_size=3),
)
overrides = st.builds(OverrideNote, rule=codes, reason=words, by=words, at=moments)
prescriptions = st.builds(
    Prescription,
    id=identifiers,
    exercise=codes,
    dosage=dosages,
    side=sides,
    fingerprint=codes,
    note=words,
    because=several(st.builds(Because, finding=codes, goal=codes, weight=numbers, rules=several(codes)), 1),
    overrides=several(overrides, 1),
    added_by=st.sampled_from(["suggestion", "therapist"]),
)
stages = st.builds(
    Stage,
    prescriptions=several(prescriptions),
    first=maybe(days),
    last=maybe(days),
    phase=maybe(st.sampled_from(PHASES)),
    state=st.sampled_from(["active", "planned"]),
)
activity_changes = st.builds(
    ActivityChange,
    code=st.sampled_from(["driving", "lifting", "sport", "own-1", "own-2", "gone"]),
    name=words,
    day=maybe(st.integers(0, 400)),
    words=maybe(words),
    is_hidden=st.booleans(),
)
activity_plans = st.builds(
    ActivityPlan,
    changes=st.lists(activity_changes, max_size=4, unique_by=lambda each: each.code).map(tuple),
    is_printed=st.sampled_from([None, True, False]),
)
programs = st.builds(
    Program,
    id=identifiers,
    assessment=assessments,
    stages=several(stages),
    patient=maybe(identifiers),
    education=several(codes),
    messages=several(words),
    library=words,
    title=words,
    next_visit=maybe(moments),
    accepted_by=words,
    accepted_at=maybe(moments),
    answers=several(overrides, 1),
    activities=activity_plans,
)
patients = st.builds(
    Patient,
    id=identifiers,
    given=words,
    family=words,
    birth_date=maybe(days),
    birth_year=maybe(st.integers(1900, 2100)),
    sex=st.sampled_from([None, "F", "M"]),
    record_number=words,
    name_form=st.sampled_from(["full", "first", "initials"]),
    body=st.sampled_from([None, "F", "M"]),
    notes=words,
    is_sample=st.booleans(),
)
clinics = st.builds(
    Clinic, name=words, address=words, logo=st.binary(max_size=20), paper=st.sampled_from(PAPERS), skin=st.sampled_from(SKINS)
)
choices = st.builds(
    HandoutChoices,
    layout=st.sampled_from(LAYOUTS),
    language=st.sampled_from(["en", "es", "both"]),
    paper=st.sampled_from(PAPERS),
    ink=st.sampled_from(["colour", "bw"]),
    with_log=st.booleans(),
    copy=st.sampled_from(["patient", "clinician"]),
    figure=st.sampled_from(FIGURES),
    skin=st.sampled_from(SKINS),
)
exercises = st.builds(
    Exercise,
    code=codes,
    name=texts,
    region=codes,
    type=codes,
    goals=several(codes),
    position=codes,
    dosage=codes,
    steps=text_lists,
    aliases=text_lists,
    max_irritability=st.sampled_from(LEVELS),
    earliest_phase=st.sampled_from(PHASES),
    easier=maybe(codes),
    figure=maybe(st.dictionaries(codes, st.lists(st.integers(-9, 9), max_size=3) | words, max_size=2)),
    reviewed=maybe(words),
)
