"""The words that only the note for the record says; all others are those of paper."""

from __future__ import annotations

from collections.abc import Mapping

_WORDS: Mapping[str, tuple[str, str]] = {
    "title": ("Home exercise program", "Programa de ejercicios en casa"),
    "referral": ("Referral, no exercise program", "Derivación, sin programa de ejercicios"),
    "patient": ("Patient: {name}", "Paciente: {name}"),
    "date": ("Date: {date}", "Fecha: {date}"),
    "sample": ("Sample patient, not a real person", "Paciente de muestra, no es real"),
    "flags-found": ("Danger signs: asked, found:", "Signos de alarma: preguntados, hallados:"),
    "flags-recorded": ("Danger signs: not all asked yet, found:", "Signos de alarma: aún sin preguntar todos, hallados:"),
    "cleared": ("Cleared by {by} on {date}: {what} ({rule})", "Autorizado por {by} el {date}: {what} ({rule})"),
    "onset-acute": ("Onset: acute.", "Inicio: agudo."),
    "onset-subacute": ("Onset: subacute.", "Inicio: subagudo."),
    "onset-chronic": ("Onset: chronic.", "Inicio: crónico."),
    "days-ago": ("{days} ago", "hace {days}"),
    "findings": ("Findings", "Hallazgos"),
    "goals": ("Goals served", "Objetivos que atiende"),
    "wishes": ("In the patient's words", "En palabras del paciente"),
    "program": ("Program", "Programa"),
    "advice": ("Advice given", "Consejos dados"),
    "set-by-therapist": ("set by the therapist", "fijado por el terapeuta"),
    "no-visit": ("not set", "sin fijar"),
}


def say(key: str, language: str, **parts: object) -> str:
    """The words of ``key`` with its placeholders filled; raises KeyError for an unknown key."""
    return _WORDS[key][language == "es"].format(**parts)
