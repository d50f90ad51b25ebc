"""``python -m ptbuilder``: the window, or a command where one is named."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run and return the exit code; options alone (``--data-dir DIR``) belong to the window, any word is a command."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if is_for_the_window(given):
        gc.disable()  # nothing is garbage while the window is made; the search for it would take a tenth of the time
        from ptbuilder.app import main as open_window

        return open_window(given)
    from ptbuilder.commands.parser import run_command

    return run_command(given)


def is_for_the_window(arguments: Sequence[str]) -> bool:
    """Whether no command, help or version is asked for."""
    return not arguments or (arguments[0].startswith("--") and arguments[0] not in {"--help", "--version"})


if __name__ == "__main__":
    if getattr(sys, "frozen", False):  # a packed program is its own interpreter, also for the process that draws
        from multiprocessing import freeze_support

        freeze_support()
    sys.exit(main())
