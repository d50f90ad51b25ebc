"""``ptbuilder handout CASE.json -o FILE``: the sheet of the suggested program, or the referral note on a stop."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import Any

from ptbuilder.domain.clinic import FIGURES, LAYOUTS, PAPERS, SKINS, HandoutChoices
from ptbuilder.domain.handout import Alteration
from ptbuilder.resources import library_path
from ptbuilder.services.cases import case_handout

DONE, STOPPED = 0, 3

_ALTERED: dict[Alteration, str] = {
    "letters": "No typeface here has some of its letters, so they are printed as question marks.",
    "shortened": "Some of its texts are too long for a page, so only their beginnings are printed.",
    "layout": "A text does not fit in the chosen layout, so the standard one is printed.",
    "logo": "The clinic's logo cannot be printed, so it is left out.",
}


def add_to(commands: Any) -> None:
    """Add ``handout`` to the subparsers ``commands``."""
    tells = "write the handout of the program suggested for one assessment: PDF, page for a phone, or note for the record"
    epilog = (
        "Exit codes: 0 written, 2 the case has faults or a file cannot be used, "
        "3 a red flag stopped the program and the referral note was written instead. "
        "Letters that no typeface has and texts too long for a page are changed in print, which is said on standard error."
    )
    command = commands.add_parser("handout", help=tells, description=tells, epilog=epilog)
    command.add_argument("case", type=Path, metavar="CASE.json", help="the assessment; - reads standard input")
    command.add_argument(
        "--own", type=Path, metavar="FILE", help="exercises and edits of the clinic, as its Library page exports them"
    )
    command.add_argument("-o", "--output", type=Path, metavar="FILE", required=True, help="the file to write")
    command.add_argument(
        "--format", choices=case_handout.FORMS, help="pdf, html for a phone, or text for the record (default: by the name of FILE)"
    )
    command.add_argument("--stage", type=int, default=1, metavar="N", help="another stage than the current one, which is 1")
    command.add_argument("--language", choices=("en", "es", "both"), default="en", help="the patient's language (default: en)")
    command.add_argument("--paper", choices=PAPERS, default="a4", help="the paper (default: a4)")
    command.add_argument("--layout", choices=LAYOUTS, default="standard", help="the layout (default: standard)")
    command.add_argument("--ink", choices=("colour", "bw"), default="colour", help="colour, or bw for black-and-white printers")
    command.add_argument("--figure", choices=FIGURES, default="patient", help="the body that is drawn (default: by sex and age)")
    command.add_argument("--two-sided", action="store_true", help="begin the safety page on the front of a sheet")
    command.add_argument("--skin", choices=SKINS, default="light", help="the tone of its skin (default: light)")
    command.add_argument("--date", type=_day, metavar="YYYY-MM-DD", help="the day on the sheet; with it the bytes repeat")
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the file; 3 where a red flag stopped the program."""
    names = ("layout", "language", "paper", "ink", "figure", "skin", "two_sided")
    choices = HandoutChoices(**{name: getattr(arguments, name) for name in names})
    out = arguments.output
    form = arguments.format or case_handout.form_of(out)
    printed = case_handout.print_case(
        arguments.case, library_path(), out, choices, arguments.stage, arguments.date, form, arguments.own
    )
    for each in printed.altered:
        print(f"{out}: {_ALTERED[each]}", file=sys.stderr)
    if printed.stopped:
        print(f"A red flag stops the program. The referral note is in {out}.", file=sys.stderr)
        return STOPPED
    return DONE


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is no date; write it as 2026-03-12") from None
