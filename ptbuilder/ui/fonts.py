"""The typeface of the window and the handout, loaded from the installed font package."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from PySide6.QtGui import QFontDatabase

PACKAGE = "fontpkg_atkinson_hyperlegible"
FACES = ("AtkinsonHyperlegible-Regular.ttf", "AtkinsonHyperlegible-Bold.ttf")


def font_files() -> tuple[Path, ...]:
    """The files of the regular and the bold face; empty where the package is missing."""
    spec = find_spec(PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        return ()
    folder = Path(spec.submodule_search_locations[0]) / "files"
    return tuple(path for path in (folder / name for name in FACES) if path.is_file())


def load_fonts() -> str:
    """Load both faces once and return the family name; an empty string means that the system's typeface is used."""
    family = ""
    for path in font_files():
        number = QFontDatabase.addApplicationFont(str(path))
        families = QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
        family = family or (families[0] if families else "")
    return family
