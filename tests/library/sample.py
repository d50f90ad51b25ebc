"""A small sound library file as plain values, for tests that break one thing of it."""

from __future__ import annotations

import copy
from typing import Any

from ptbuilder.domain.errors import Fault
from ptbuilder.library.checks import Report, check_reading
from ptbuilder.library.parse import Parsed
from ptbuilder.library.records import read_document


def text(en: str, es: str) -> dict[str, str]:
    return {"en": en, "es": es}


def exercise(**changes: Any) -> dict[str, Any]:
    """A sound exercise record with ``changes``; a change of None for a whole field means null, not absence."""
    record: dict[str, Any] = {
        "code": "lx-bridge",
        "name": text("Bridge", "Puente"),
        "aliases": {"en": ["hip lift"]},
        "region": "lumbar",
        "type": "strength",
        "goals": ["strengthen:gluteus-maximus"],
        "muscles": ["gluteus maximus"],
        "position": "hooklying",
        "equipment": ["mat"],
        "unilateral": False,
        "difficulty": 2,
        "max_irritability": "moderate",
        "earliest_phase": "P2",
        "load": "bodyweight",
        "impact": "none",
        "stress": ["supine", "leg-weight-bearing"],
        "tags_reviewed": True,
        "avoid_with": [],
        "easier": None,
        "harder": None,
        "dosage": "strength",
        "purpose": text("Makes your back stronger.", "Pone la espalda más fuerte."),
        "steps": {
            "en": ["Lie on your back. Bend your knees.", "Lift your hips.", "Lower your hips slowly."],
            "es": ["Acuéstese boca arriba. Doble las rodillas.", "Suba la cadera.", "Baje la cadera despacio."],
        },
        "cue": text("Keep your ribs down.", "Deje las costillas abajo."),
        "feel": text("your legs working.", "que trabajan las piernas."),
        "stop_if": text("your back hurts.", "le duele la espalda."),
        "mistakes": {"en": ["Your back arches."], "es": ["La espalda se arquea."]},
        "figure": {"view": "side", "shows": [1, 2]},
        "sources": ["a source"],
        "licence": "CC0-1.0",
        "author": "PTBuilder",
        "reviewed": None,
        "version": 1,
        "retired": False,
    }
    return record | changes


def rule(**changes: Any) -> dict[str, Any]:
    record: dict[str, Any] = {
        "code": "R-T-01",
        "title": text("A rule", "Una regla"),
        "tier": "pattern",
        "when": {"any": ["lx-pain"]},
        "then": {"add_goals": ["strengthen:gluteus-maximus"]},
        "rationale": text("Because.", "Porque sí."),
        "source": "a source",
        "strength": "consensus",
        "override": "reason",
    }
    return record | changes


def activity(**changes: Any) -> dict[str, Any]:
    """A row of the table of activities, after the procedure that ``after_procedure`` adds."""
    record: dict[str, Any] = {
        "code": "driving",
        "name": text("Driving", "Conducir"),
        "procedures": ["proc-a"],
        "sources": ["a source"],
        "strength": "expert consensus",
        "day": 1,
    }
    return record | changes


def after_procedure(*activities: dict[str, Any]) -> dict[str, Any]:
    """Changes that add a procedure to the sound file, with these rows of the table of activities."""
    finding = {**document()["findings"][0], "code": "proc-a", "kind": "procedure"}
    table = {"procedure": "proc-a", "days": [3, 8, 15, 43], "scope": ["lumbar"]}
    return {"findings": [*document()["findings"], finding], "procedures": [table], "activities": list(activities)}


def topic(**changes: Any) -> dict[str, Any]:
    record: dict[str, Any] = {
        "code": "edu-walking",
        "title": text("Walking", "Caminar"),
        "summary": text("Walk a bit each day.", "Camine un poco cada día."),
        "sections": [
            {"heading": text("How", "Cómo"), "lines": {"en": ["Start with 5 minutes."], "es": ["Empiece con 5 minutos."]}}
        ],
        "sources": ["a source"],
    }
    return record | changes


_SOUND: dict[str, Any] = {
    "format": 1,
    "version": "test",
    "regions": [{"code": "lumbar", "name": text("Low back", "Zona lumbar"), "order": 1}],
    "positions": [
        {
            "code": "hooklying",
            "name": text("On your back", "Boca arriba"),
            "group": 1,
            "tags": ["supine"],
            "loads_legs": False,
            "pose_base": "hooklying",
        }
    ],
    "equipment": [{"code": "mat", "name": text("Mat", "Colchoneta"), "household": True}],
    "scales": [{"code": "nprs", "name": text("Pain", "Dolor"), "low": 0, "high": 10, "grades": [[1, "mild"], [4, "moderate"]]}],
    "findings": [
        {
            "code": "lx-pain",
            "label": text("Local low back pain", "Dolor lumbar"),
            "kind": "pain",
            "region": "lumbar",
            "sides": ["left", "right", "both"],
            "scale": "nprs",
            "goals": ["strengthen:gluteus-maximus"],
        }
    ],
    "goals": [
        {
            "code": "strengthen:gluteus-maximus",
            "label": text("Strengthen the buttocks", "Fortalecer los glúteos"),
            "target": "gluteus maximus",
            "purpose": "strength",
        }
    ],
    "stress_tags": [
        {"code": code, "name": text(code, code), "risky": True}
        for code in ("supine", "leg-weight-bearing", "lx-flex", "lx-flex-end", "impact-moderate", "impact-high")
    ],
    "purposes": [
        {
            "code": "strength",
            "name": text("strength", "fuerza"),
            "default": {"sets": 2, "reps": 10},
            "ranges": {"sets": [1, 4], "reps": [5, 15]},
            "source": "a source",
        }
    ],
    "modifiers": [{"code": "low", "name": text("Low", "Bajo"), "order": 1, "at_range": {"sets": "low"}}],
    "type_purposes": {"strength": "strength"},
    "rules": [rule()],
    "phases": [{"code": "P0", "name": text("Rest", "Descanso"), "allows": text("Rest.", "Descanso.")}],
    "procedures": [],
    "activities": [],
    "topics": [topic()],
    "measures": [],
    "exercises": [exercise()],
}


def document(**changes: Any) -> dict[str, Any]:
    """A fresh copy of the sound file with whole top-level values replaced."""
    return copy.deepcopy(_SOUND) | copy.deepcopy(changes)


def report(**changes: Any) -> Report:
    """What all checks say of the sound file with ``changes``."""
    return check_reading(read_document(Parsed(document(**changes)), ""), "")


def faults(**changes: Any) -> tuple[Fault, ...]:
    """The faults of the sound file with ``changes``."""
    return report(**changes).faults


def faults_of_exercise(**changes: Any) -> tuple[tuple[str, str], ...]:
    """Field and expectation of each fault of one exercise record with ``changes``."""
    found = faults(exercises=[exercise(**changes)])
    assert all(each.record == "exercises lx-bridge" for each in found)
    return tuple((each.field, each.expected) for each in found)
