"""The clinic's own choices: letterhead, words, paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Layout = Literal["standard", "compact", "large-print", "one-per-page", "log"]
Paper = Literal["a4", "letter"]
PrintedLanguage = Literal["en", "es", "both"]
Ink = Literal["colour", "bw"]

LAYOUTS: tuple[Layout, ...] = ("standard", "compact", "large-print", "one-per-page", "log")
PAPERS: tuple[Paper, ...] = ("a4", "letter")


@dataclass(frozen=True, slots=True)
class Clinic:
    """What the letterhead and the fixed sentences need; ``logo`` holds the bytes of a PNG, JPEG or SVG file."""

    name: str = ""
    address: str = ""
    phone: str = ""
    therapist: str = ""
    credentials: str = ""
    emergency_name: str = ""
    logo: bytes = b""
    language: str = "en"
    paper: Paper = "a4"


@dataclass(frozen=True, slots=True)
class HandoutChoices:
    """How one handout is printed; kept for each patient and for the clinic."""

    layout: Layout = "standard"
    language: PrintedLanguage = "en"
    paper: Paper = "a4"
    ink: Ink = "colour"
    with_log: bool = True
    with_topics: bool = True
    copy: Literal["patient", "clinician"] = "patient"
