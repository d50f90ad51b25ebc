"""The command line's arguments: one subcommand for each module of this package, each with its own function to run.

Exit codes, alike for all commands: 0 done, 1 faults were found, 2 the arguments or a file cannot be used, 3 a red flag stopped.
"""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Callable, Sequence

from ptbuilder import __version__
from ptbuilder.domain.errors import PTBuilderError

DONE, FAULTS, UNUSABLE, STOPPED = 0, 1, 2, 3
"""Exit codes."""

COMMANDS = ("figures", "handout", "library", "suggest")
"""Modules of this package, each with ``add_to(commands)``; imported only when the command line is used."""

Run = Callable[[argparse.Namespace], int]


def build_parser() -> argparse.ArgumentParser:
    """All commands with their options; each sets ``run``, which takes the arguments and gives the exit code."""
    parser = argparse.ArgumentParser(
        prog="ptbuilder",
        description="Home exercise programs for physical therapists. Without a command the window opens; "
        "--data-dir DIR keeps its data in that folder.",
        epilog="Exit codes: 0 done, 1 faults found, 2 arguments or a file cannot be used, 3 a red flag stopped.",
    )
    parser.add_argument("--version", action="version", version=f"ptbuilder {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name in COMMANDS:
        importlib.import_module(f"ptbuilder.commands.{name}").add_to(commands)
    return parser


def run_command(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code; what went wrong is printed on stderr in whole sentences."""
    parsed = build_parser().parse_args(arguments)
    run: Run = parsed.run
    try:
        return run(parsed)
    except PTBuilderError as error:
        print(error, file=sys.stderr)
    except BrokenPipeError:
        sys.stderr.close()
    return UNUSABLE
