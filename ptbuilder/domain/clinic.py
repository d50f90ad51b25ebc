"""The clinic's own choices: letterhead, words, paper."""

from __future__ import annotations

from typing import Literal

from ptbuilder.domain.values import dataclass

Layout = Literal["standard", "compact", "large-print", "one-per-page", "log"]
Paper = Literal["a4", "letter"]
PrintedLanguage = Literal["en", "es", "both"]
Ink = Literal["colour", "bw"]
FigureChoice = Literal["patient", "female", "male", "female-full", "male-full"]
"""The body that is drawn: by the patient's sex and age, or always the same."""

Skin = Literal["light", "medium", "dark"]

LAYOUTS: tuple[Layout, ...] = ("standard", "compact", "large-print", "one-per-page", "log")
PAPERS: tuple[Paper, ...] = ("a4", "letter")
FIGURES: tuple[FigureChoice, ...] = ("patient", "female", "male", "female-full", "male-full")
SKINS: tuple[Skin, ...] = ("light", "medium", "dark")


@dataclass(frozen=True, slots=True)
class Clinic:
    """What the letterhead and the fixed sentences need, and how handouts are drawn and printed until someone chooses.

    ``logo`` holds the bytes of a PNG, JPEG or SVG file.
    """

    name: str = ""
    address: str = ""
    phone: str = ""
    therapist: str = ""
    credentials: str = ""
    emergency_name: str = ""
    logo: bytes = b""
    language: str = "en"
    paper: Paper = "a4"
    figure: FigureChoice = "patient"
    skin: Skin = "light"


@dataclass(frozen=True, slots=True)
class HandoutChoices:
    """How one handout is printed; kept for each patient and for the clinic.

    ``two_sided`` has the safety page start on the front of a sheet, so that it can be kept with the log.
    """

    layout: Layout = "standard"
    language: PrintedLanguage = "en"
    paper: Paper = "a4"
    ink: Ink = "colour"
    with_log: bool = True
    with_topics: bool = True
    copy: Literal["patient", "clinician"] = "patient"
    figure: FigureChoice = "patient"
    skin: Skin = "light"
    two_sided: bool = False
