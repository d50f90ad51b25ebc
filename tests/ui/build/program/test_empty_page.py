"""Before anything was found: three steps, and samples in one press."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ptbuilder.domain.patient import Patient
from ptbuilder.ui.build.program.empty_page import EmptyPage, SampleCard
from ptbuilder.ui.build.program.samples import SampleCase
from ptbuilder.ui.theme import Theme

LEFT = Qt.MouseButton.LeftButton
SAMPLES = tuple(SampleCase(f"s{n}", Patient(f"s{n}", "Ann", f"Sample{n}", sex="F"), 30 + n, "Facet pattern") for n in range(4))


@pytest.fixture
def empty(qtbot: QtBot, theme: Theme) -> EmptyPage:
    page = EmptyPage(theme)
    qtbot.addWidget(page)
    page.resize(620, 700)
    page.set_samples(SAMPLES)
    with qtbot.waitExposed(page):
        page.show()
    return page


def test_two_samples_are_shown_and_the_rest_on_demand(qtbot: QtBot, empty: EmptyPage) -> None:
    assert len([card for card in empty.findChildren(SampleCard) if card.isVisible()]) == 2
    qtbot.mouseClick(empty._more, LEFT)
    qtbot.waitUntil(lambda: len([card for card in empty.findChildren(SampleCard) if card.isVisible()]) == 4)
    assert not empty._more.isVisible()


def test_a_sample_is_one_press(qtbot: QtBot, empty: EmptyPage) -> None:
    with qtbot.waitSignal(empty.sample_opened) as told:
        qtbot.mouseClick(empty.findChild(SampleCard, "sample_s0").button, LEFT)
    assert told.args == ["s0"]


def test_without_samples_none_are_offered(qtbot: QtBot, empty: EmptyPage) -> None:
    empty.set_samples(())
    assert not any(card.isVisible() for card in empty.findChildren(SampleCard))


def test_the_first_focus_is_the_first_sample(qtbot: QtBot, empty: EmptyPage) -> None:
    empty.focus_first()
    assert empty.findChild(SampleCard, "sample_s0").button.hasFocus()
