"""Text sizes: those that Ctrl and plus or minus go through, and the Clinic page offers."""

from __future__ import annotations

from ptbuilder.ui.theme import Theme

STEPS = (100, 110, 125, 150, 175, 200)
"""In per cent of the theme's own sizes."""


def step_text_size(theme: Theme, direction: int) -> None:
    """Larger (1) or smaller (-1) text by one step; 0 sets the usual size."""
    nearest = min(range(len(STEPS)), key=lambda place: abs(STEPS[place] - theme.text_size))
    place = max(0, min(len(STEPS) - 1, nearest + direction)) if direction else 0
    theme.set_text_size(STEPS[place])
