"""The desktop's own settings can ask for less motion."""

from __future__ import annotations

from pathlib import Path

import pytest

from ptbuilder.ui.less_motion import desktop_is_still


def test_without_settings_pictures_may_move(tmp_path: Path) -> None:
    assert not desktop_is_still(tmp_path)


@pytest.mark.parametrize(
    ("name", "text", "still"),
    [
        ("kdeglobals", "[KDE]\nAnimationDurationFactor=0\n", True),
        ("kdeglobals", "[KDE]\nAnimationDurationFactor=0.5\n", False),
        ("gtk-3.0/settings.ini", "[Settings]\ngtk-enable-animations=false\n", True),
        ("gtk-4.0/settings.ini", "[Settings]\ngtk-enable-animations=0\n", True),
        ("gtk-4.0/settings.ini", "[Settings]\ngtk-enable-animations=1\n", False),
    ],
)
def test_the_desktop_is_asked(tmp_path: Path, name: str, text: str, still: bool) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    assert desktop_is_still(tmp_path) == still
