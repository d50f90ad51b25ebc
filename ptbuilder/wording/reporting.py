"""What the clinician's copy says about CERT and TIDieR: how complete, what is missing, and what was said of the program."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ptbuilder.domain.reporting import ReportItem, ReportKey, cert_count, tidier_count

_NAMES: Mapping[ReportKey, tuple[str, str]] = {
    "equipment": ("Equipment", "Material"),
    "provider": ("Therapist", "Terapeuta"),
    "grouping": ("Teaching", "Enseñanza"),
    "supervision": ("Supervision", "Supervisión"),
    "adherence": ("Adherence", "Adherencia"),
    "motivation": ("Motivation", "Motivación"),
    "progression": ("Progression", "Progresión"),
    "description": ("Description", "Descripción"),
    "home": ("Home program", "Programa en casa"),
    "other-care": ("Other care", "Otros cuidados"),
    "adverse-events": ("Adverse events", "Efectos adversos"),
    "setting": ("Setting", "Lugar"),
    "dose": ("Dose", "Dosis"),
    "tailoring": ("Tailoring", "Adaptación"),
    "start-level": ("First level", "Nivel inicial"),
    "fidelity": ("Fidelity", "Fidelidad"),
    "name": ("Names", "Nombres"),
    "goals": ("Goals", "Objetivos"),
    "changes": ("Changes", "Cambios"),
    "outcome": ("What was done", "Lo que se hizo"),
}
_VALUES: Mapping[str, tuple[str, str]] = {
    "one-to-one": ("one-to-one", "individual"),
    "group": ("in a group", "en grupo"),
    "alone": ("alone", "sin supervisión"),
    "partly": ("at visits, alone in between", "en las citas; sin supervisión entre ellas"),
    "supervised": ("supervised", "con supervisión"),
    "home": ("at home", "en casa"),
    "clinic": ("in the clinic", "en la clínica"),
    "both": ("at home and in the clinic", "en casa y en la clínica"),
}
_TOLD: tuple[ReportKey, ...] = ("grouping", "supervision", "setting", "motivation", "other-care", "adverse-events", "outcome")
"""Facts that stand nowhere else on the copy."""
_RECALL = ("{n} of 10 by recall", "{n} de 10 según recuerda")
_COUNT = ("Complete: CERT {n} of {all}, TIDieR {m} of {most}.", "Completo: CERT {n} de {all}, TIDieR {m} de {most}.")
_MISSING = ("Missing: {names}.", "Falta: {names}.")


def report_lines(items: Iterable[ReportItem], language: str) -> tuple[str, ...]:
    """One line for each thing that is told; nothing for no items."""
    found = tuple(items)
    return tuple(_lines(found, 1 if language == "es" else 0)) if found else ()


def _lines(items: tuple[ReportItem, ...], at: int) -> Iterator[str]:
    cert, tidier = cert_count(items), tidier_count(items)
    yield _COUNT[at].format(n=cert.complete, all=cert.of, m=tidier.complete, most=tidier.of)
    missing = [_numbered(each, at) for each in items if each.state == "missing"]
    if missing:
        yield _MISSING[at].format(names=", ".join(missing))
    by_key = {each.key: each for each in items if each.state == "present"}
    told = [f"{_NAMES[key][at]}: {_value(by_key[key], at)}" for key in _TOLD if key in by_key]
    if told:
        yield "; ".join(told) + "."


def _numbered(item: ReportItem, at: int) -> str:
    number = f"CERT {item.cert}" if item.cert else f"TIDieR {item.tidier[0]}"
    return f"{_NAMES[item.key][at].lower()} ({number})"


def _value(item: ReportItem, at: int) -> str:
    value = item.values.get("value", "")
    if item.key == "outcome":
        return _RECALL[at].format(n=value)
    return _VALUES.get(str(value), (str(value), str(value)))[at].rstrip(".")
