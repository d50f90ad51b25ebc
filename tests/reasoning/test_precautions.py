from __future__ import annotations

import pytest

from ptbuilder.domain.assessment import Assessment, Finding
from ptbuilder.domain.library import Library
from ptbuilder.reasoning.engine import Reasoner
from tests.reasoning.assessments import assess, everything_in, exercise, with_more

NEVER_WITH: dict[str, tuple[str, ...]] = {
    "prec-osteoporosis": ("lx-flex-loaded", "lx-flex-end", "tx-flex", "lx-rot-loaded", "lx-rot-end", "impact-high"),
    "prec-long-steroids": ("lx-flex-loaded", "lx-flex-end", "tx-flex", "lx-rot-loaded", "lx-rot-end", "impact-high"),
    "prec-vertebral-fracture": (
        "lx-flex",
        "tx-flex",
        "lx-rot-loaded",
        "lx-rot-end",
        "tx-rot-end",
        "impact-moderate",
        "impact-high",
        "spine-compression-high",
        "lx-ext-end",
    ),
    "prec-pregnancy-early": ("impact-high",),
    "prec-pregnancy-late": (
        "supine",
        "prone",
        "impact-moderate",
        "impact-high",
        "isometric-hard",
        "spine-compression-high",
        "lx-rot-loaded",
        "balance-challenge",
    ),
    "prec-postpartum": ("isometric-hard", "lx-flex-loaded", "impact-moderate", "impact-high"),
    "prec-hypertension": ("isometric-hard",),
    "prec-cardiac": ("isometric-hard",),
    "prec-anticoagulant": ("impact-high",),
    "prec-neuropathy-feet": ("impact-moderate", "impact-high"),
    "prec-inflammatory-arthritis": ("cx-rot-end", "cx-ext-end", "cx-flex-end", "cx-loaded", "grip-heavy"),
    "prec-cannot-kneel": ("kneeling",),
    "prec-cannot-prone": ("prone",),
    "prec-cannot-supine": ("supine",),
    "prec-floor-unsafe": ("floor",),
    "prec-wrist-load": ("hand-weight-bearing",),
    "prec-weight-bearing-limited": (
        "leg-weight-bearing",
        "single-leg-load",
        "impact-moderate",
        "impact-high",
        "balance-challenge",
    ),
    "prec-dizziness": ("cx-ext-end", "cx-rot-end", "balance-challenge"),
    "prec-hypermobility": ("lx-flex-end", "lx-ext-end", "lx-rot-end"),
    "prec-acute-fracture": ("impact-moderate", "impact-high", "balance-challenge"),
}
"""Precaution to the stress that must never come with it; facts of the knowledge base, written out a second time."""
WITHOUT_TAGS = {"prec-diabetes", "prec-falls-risk", "prec-hypertension-uncontrolled"}
"""Precautions that warn, stop, or exclude things rather than stress; each has its own test below."""

BUSY = (
    "lx-pain-local",
    "lx-deep-core-poor",
    "lx-rom-flexion-limited",
    "lx-rom-extension-limited",
    "lx-rom-rotation-limited",
    "hp-gmax-weak",
    "cx-dnf-weak",
    "cx-rom-rotation-limited",
    "bal-dynamic-poor",
    "fn-walking",
)
"""Findings that ask for work of every kind, so that a forbidden exercise would be useful."""


def cautious(code: str, **more: object) -> Assessment:
    region = "knee" if code == "prec-acute-fracture" else None
    return assess(*BUSY, Finding(code, region=region), irritability="low", **more)


@pytest.mark.parametrize("precaution", NEVER_WITH)
def test_forbidden_stress_never_comes_with_a_precaution(precaution: str, library: Library, reasoner: Reasoner) -> None:
    outcome = reasoner.suggest(cautious(precaution))
    assert outcome.program
    for code in everything_in(outcome):
        assert not set(library.exercises[code].stress) & set(NEVER_WITH[precaution]), code


@pytest.mark.parametrize(("precaution", "tag"), [(code, tag) for code, tags in NEVER_WITH.items() for tag in tags])
def test_the_most_useful_exercise_is_left_out_for_one_forbidden_tag(precaution: str, tag: str, library: Library) -> None:
    tempting = exercise("made-up", goals=("train:deep-core", "train:lumbopelvic-control"), stress=(tag,))
    plain = exercise("made-up-plain", goals=tempting.goals)
    reasoner = Reasoner(with_more(library, tempting, plain))
    outcome = reasoner.suggest(cautious(precaution))
    assert "made-up" not in everything_in(outcome)
    assert "made-up-plain" in outcome.candidates
    assert ("tag", tag) in {(each.kind, each.value) for each in outcome.excluded["made-up"]}
    assert precaution in {finding for each in outcome.excluded["made-up"] for finding in each.findings}


def test_every_precaution_is_tested(library: Library) -> None:
    precautions = {code for code, kind in library.findings.items() if kind.kind == "precaution"}
    assert precautions == NEVER_WITH.keys() | WITHOUT_TAGS


def test_floor_positions_carry_the_stress_of_the_floor(library: Library) -> None:
    kneeling = exercise("made-up", position="half-kneeling", stress=())
    reasoner = Reasoner(with_more(library, kneeling))
    for precaution in ("prec-floor-unsafe", "prec-cannot-kneel", "prec-weight-bearing-limited"):
        assert "made-up" in reasoner.suggest(cautious(precaution)).excluded


def test_falls_risk_keeps_soft_ground_and_hard_balance_out(library: Library) -> None:
    pad = exercise("made-up-pad", type="balance", goals=("balance:static",), equipment=("foam-pad",))
    hard = exercise("made-up-hard", type="balance", goals=("balance:static",), difficulty=3)
    easy = exercise("made-up-easy", type="balance", goals=("balance:static",), difficulty=2)
    reasoner = Reasoner(with_more(library, pad, hard, easy))
    outcome = reasoner.suggest(assess("prec-falls-risk", equipment=frozenset({"foam-pad", "chair"})))
    assert not {"made-up-pad", "made-up-hard"} & everything_in(outcome)
    assert "made-up-easy" in outcome.candidates
    assert "support-nearby" in {each.key for each in outcome.warnings}


def test_blood_thinners_keep_firm_massage_out(library: Library) -> None:
    massage = exercise("made-up", type="self-massage", goals=("ease:muscle-tension",))
    outcome = Reasoner(with_more(library, massage)).suggest(cautious("prec-anticoagulant"))
    assert [(each.kind, each.value) for each in outcome.excluded["made-up"]] == [("type", "self-massage")]


def test_diabetes_warns_and_warns_more_after_a_steroid(reasoner: Reasoner) -> None:
    alone = {each.key for each in reasoner.suggest(cautious("prec-diabetes")).warnings}
    injected = assess("prec-diabetes", Finding("proc-esi-lumbar", days_since=4))
    after = {each.key for each in reasoner.suggest(injected).warnings}
    assert "diabetes-check" in alone
    assert "steroid-glucose" not in alone
    assert after >= {"diabetes-check", "steroid-glucose"}


def test_uncontrolled_blood_pressure_waits_for_a_doctor(reasoner: Reasoner) -> None:
    assert reasoner.suggest(cautious("prec-hypertension-uncontrolled")).stop == "urgent"


def test_an_uncleared_fracture_keeps_its_region_out(library: Library) -> None:
    knee, hip = exercise("made-up-knee", region="knee"), exercise("made-up-hip", region="hip")
    outcome = Reasoner(with_more(library, knee, hip)).suggest(
        assess("lx-deep-core-poor", Finding("prec-acute-fracture", region="knee"))
    )
    assert ("region", "knee") in {(each.kind, each.value) for each in outcome.excluded["made-up-knee"]}
    assert "made-up-hip" not in outcome.excluded


def test_a_fracture_without_its_region_keeps_everything_out(reasoner: Reasoner) -> None:
    outcome = reasoner.suggest(assess("lx-deep-core-poor", "prec-acute-fracture"))
    assert everything_in(outcome) == set()


def test_authors_own_warning_keeps_an_exercise_out(library: Library) -> None:
    made = exercise("made-up", avoid_with=("prec-diabetes",))
    outcome = Reasoner(with_more(library, made)).suggest(cautious("prec-diabetes"))
    obstacle = outcome.excluded["made-up"][0]
    assert (obstacle.kind, obstacle.value, obstacle.rule, obstacle.override) == ("finding", "prec-diabetes", None, "reason")
