"""``ptbuilder suggest CASE.json``: the whole answer to one assessment as one JSON object."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from ptbuilder.resources import library_path
from ptbuilder.services.cases import suggest_report

DONE = 0


def add_to(commands: Any) -> None:
    """Add ``suggest`` to the subparsers ``commands``."""
    tells = "print a program for one assessment, with its reasons, as one JSON object"
    epilog = "Exit codes: 0 answered (a stop is an answer too, see its key), 2 the case has faults or cannot be read."
    command = commands.add_parser("suggest", help=tells, description=tells, epilog=epilog)
    command.add_argument("case", type=Path, metavar="CASE.json", help="the assessment; - reads standard input")
    command.add_argument(
        "--own", type=Path, metavar="FILE", help="exercises and edits of the clinic, as its Library page exports them"
    )
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the answer on stdout."""
    answer = suggest_report.answer_case(arguments.case, library_path(), arguments.own)
    print(json.dumps(answer, ensure_ascii=False, indent=2, allow_nan=False))
    return DONE
