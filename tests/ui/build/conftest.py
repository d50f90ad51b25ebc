"""The sample case in the program and right column: as a draft, and taken."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from ptbuilder.services.desk.desk import Desk
from ptbuilder.ui.theme import Theme
from tests.ui.build.columns import Columns, fill


@pytest.fixture
def draft(qtbot: QtBot, desk: Desk, theme: Theme) -> Columns:
    """Findings are there, nothing is taken yet."""
    fill(desk)
    return Columns(qtbot, desk, theme)


@pytest.fixture
def taken(qtbot: QtBot, desk: Desk, theme: Theme) -> Columns:
    """The suggestion is taken."""
    fill(desk)
    desk.accept()
    return Columns(qtbot, desk, theme)
