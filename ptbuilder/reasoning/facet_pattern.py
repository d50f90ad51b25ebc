"""The helper for the facet pattern: it offers the condition, and never enters it by itself."""

from __future__ import annotations

from typing import Literal

from ptbuilder.domain.assessment import Assessment

CONDITION = "cond-lumbar-facet"
SIGNS = ("lx-pain-local", "lx-pain-extension-provoked", "lx-pain-rotation-provoked", "lx-relief-sitting-flexion")
"""The four signs: a deep local ache, worse arching, worse twisting, better sitting or leaning forward (clinical.md, A, S1)."""
NERVE_SIGNS = (
    "lx-radicular-leg-pain",
    "lx-slr-slump-positive",
    "lx-femoral-test-positive",
    "lx-neuro-deficit-stable",
    "lx-peripheralises-all",
)
ENOUGH_SIGNS = 3


def facet_pattern(assessment: Assessment) -> Literal["offered", "atypical"] | None:
    """Offered where three of the four signs are there, atypical where leg pain or nerve signs speak against it."""
    present = {finding.code for finding in assessment.findings}
    if len(present.intersection(SIGNS)) < ENOUGH_SIGNS and CONDITION not in present:
        return None
    if not present.isdisjoint(NERVE_SIGNS):
        return "atypical"
    return None if CONDITION in present else "offered"
