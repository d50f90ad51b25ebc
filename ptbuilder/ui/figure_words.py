"""Names of the drawn bodies and skin tones, as lists to choose from."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ptbuilder.domain.clinic import FIGURES, SKINS, FigureChoice, Skin


def figure_options() -> list[tuple[FigureChoice, str]]:
    """Every choice of a body with its name."""
    words: dict[FigureChoice, str] = {
        "patient": _tr("As the patient"),
        "female": _tr("Younger woman"),
        "male": _tr("Younger man"),
        "female-full": _tr("Older woman, fuller"),
        "male-full": _tr("Older man, fuller"),
    }
    return [(each, words[each]) for each in FIGURES]


def skin_options() -> list[tuple[Skin, str]]:
    """Every skin tone with its name."""
    words: dict[Skin, str] = {"light": _tr("Light"), "medium": _tr("Medium"), "dark": _tr("Dark")}
    return [(each, words[each]) for each in SKINS]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Figures", text)
