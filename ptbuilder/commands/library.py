"""``ptbuilder library check`` and ``ptbuilder library format``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from ptbuilder.domain.errors import BadInput
from ptbuilder.resources import library_path
from ptbuilder.services.library import library_keeping

DONE, FAULTS = 0, 1


def add_to(commands: Any) -> None:
    """Add ``library`` with its two actions to the subparsers ``commands``."""
    library = commands.add_parser("library", help="check or format the library file")
    actions = library.add_subparsers(title="actions", metavar="ACTION", required=True)
    for name, run, tells in (
        ("check", check, "print every fault with its record and field, and the exercises that are still to be written"),
        ("format", write_canonical, "write the file in canonical form; a file with faults is left as it is"),
    ):
        action = actions.add_parser(
            name, help=tells, description=tells, epilog="Exit codes: 0 in order, 1 faults found, 2 the file cannot be opened."
        )
        action.add_argument("file", nargs="?", type=Path, default=None, metavar="FILE", help="default: the shipped library")
        action.set_defaults(run=run)


def check(arguments: argparse.Namespace) -> int:
    """Print faults on stderr, the pending list and a summary on stdout."""
    path = arguments.file or library_path()
    checked = library_keeping.check_file(path)
    for fault in checked.faults:
        print(fault, file=sys.stderr)
    if checked.pending:
        print(f"Pending, named by rules and not written yet: {', '.join(checked.pending)}")
    faults = "1 fault" if len(checked.faults) == 1 else f"{len(checked.faults)} faults"
    print(f"{path.name}: {checked.exercises} exercises, {faults}, {len(checked.pending)} pending.")
    return FAULTS if checked.faults else DONE


def write_canonical(arguments: argparse.Namespace) -> int:
    """Format the file in place and say whether it changed."""
    path = arguments.file or library_path()
    try:
        changed = library_keeping.format_file(path)
    except BadInput as refused:
        print(refused, file=sys.stderr)
        return FAULTS
    print(f"{path.name}: written in canonical form." if changed else f"{path.name}: already in canonical form.")
    return DONE
