"""The facet pattern is offered or spoken against."""

from __future__ import annotations

from ptbuilder.domain.assessment import Assessment, Finding
from ptbuilder.services.desk.facet_advice import facet_advice
from ptbuilder.services.suggest.suggesting import Suggesting

SIGNS = ("lx-pain-local", "lx-pain-extension-provoked", "lx-pain-rotation-provoked", "lx-relief-sitting-flexion")


def assessed(*codes: str) -> Assessment:
    return Assessment(findings=tuple(map(Finding, codes)))


def test_three_of_four_signs_offer_the_condition_on_both_sides(suggesting: Suggesting) -> None:
    assessment = assessed(*SIGNS[:3])
    advice = facet_advice(assessment, suggesting.outcome(assessment, None))
    assert advice is not None
    assert (advice.kind, advice.signs, advice.of) == ("offered", 3, 4)
    assert advice.finding == Finding("cond-lumbar-facet", "both")


def test_leg_pain_speaks_against_it(suggesting: Suggesting) -> None:
    assessment = assessed(*SIGNS, "lx-radicular-leg-pain")
    advice = facet_advice(assessment, suggesting.outcome(assessment, None))
    assert advice is not None
    assert (advice.kind, advice.finding) == ("atypical", None)


def test_nothing_is_said_of_two_signs_or_beside_a_stop(suggesting: Suggesting) -> None:
    for assessment in (assessed(*SIGNS[:2]), assessed(*SIGNS, "rf-cauda-equina")):
        assert facet_advice(assessment, suggesting.outcome(assessment, None)) is None
