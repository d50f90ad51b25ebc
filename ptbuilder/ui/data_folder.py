"""Where the data of the clinic lies."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

FOLDER = "PTBuilder"


def data_folder(arguments: Sequence[str]) -> Path:
    """The folder named after ``--data-dir``, else the platform's own; raises SystemExit where the name is missing."""
    given = list(arguments)
    if "--data-dir" in given:
        place = given.index("--data-dir") + 1
        if place == len(given):
            print("Name a folder after --data-dir.", file=sys.stderr)
            raise SystemExit(2)
        return Path(given[place]).expanduser()
    for each in given:
        if each.startswith("--data-dir="):
            return Path(each.partition("=")[2]).expanduser()
    from platformdirs import user_data_path

    return user_data_path(FOLDER, appauthor=False)
