"""A procedure in the patient's words, as it goes on after "your": "days 8 to 14 after your injection"."""

from __future__ import annotations

from ptbuilder.domain.text import Text

_INJECTION: Text = {"en": "injection", "es": "inyección"}
_NECK_INJECTION: Text = {"en": "neck injection", "es": "inyección en el cuello"}
_NERVE: Text = {"en": "nerve treatment", "es": "tratamiento del nervio"}
_HIP: Text = {"en": "hip replacement", "es": "reemplazo de cadera"}

PROCEDURE_WORDS: dict[str, Text] = {
    "proc-facet-injection-lumbar": _INJECTION,
    "proc-facet-injection-thoracic": _INJECTION,
    "proc-facet-injection-cervical": _NECK_INJECTION,
    "proc-esi-lumbar": _INJECTION,
    "proc-sij-injection": _INJECTION,
    "proc-mbb": {"en": "test injection", "es": "inyección de prueba"},
    "proc-rfa-lumbar": _NERVE,
    "proc-rfa-cervical": _NERVE,
    "proc-lumbar-fusion": {"en": "back surgery", "es": "operación de espalda"},
    "proc-lumbar-decompression": {"en": "back surgery", "es": "operación de espalda"},
    "proc-cervical-fusion": {"en": "neck surgery", "es": "operación de cuello"},
    "proc-tkr": {"en": "knee replacement", "es": "reemplazo de rodilla"},
    "proc-thr-posterior": _HIP,
    "proc-thr-lateral": _HIP,
    "proc-thr-anterior": _HIP,
}

INJECTIONS = frozenset(
    {
        "proc-facet-injection-lumbar",
        "proc-facet-injection-thoracic",
        "proc-facet-injection-cervical",
        "proc-esi-lumbar",
        "proc-sij-injection",
        "proc-mbb",
        "proc-rfa-lumbar",
        "proc-rfa-cervical",
    }
)
"""Procedures after which the lines about the shot are printed."""
