from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from ptbuilder.domain.assessment import Finding
from ptbuilder.ui.preview.referral_pane import ReferralPane
from tests.ui.workplace import Workplace, text_of


@pytest.fixture
def pane(place: Workplace, qtbot: QtBot) -> ReferralPane:
    """The note of a patient with one danger sign."""
    place.take_sample()
    place.desk.add_finding(Finding("rf-cauda-equina"))
    pane = ReferralPane(place.signals, place.reception, place.handing_out, place.tasks, place.theme, renew_ms=0)
    qtbot.addWidget(pane)
    pane.resize(440, 640)
    with qtbot.waitSignal(pane.shown):
        pane.show()
    return pane


def test_the_note_is_shown_without_the_program(pane: ReferralPane, place: Workplace) -> None:
    assert pane.handout is not None
    assert pane.view.pages >= 1
    words = text_of(pane.handout.pdf)
    assert "Robert Sample" in words
    assert "Pelvic tilt" not in words


def test_a_further_danger_sign_reaches_the_note(pane: ReferralPane, place: Workplace, qtbot: QtBot) -> None:
    before = pane.handout
    with qtbot.waitSignal(pane.shown):
        place.desk.add_finding(Finding("rf-progressive-weakness"))
    assert pane.handout != before


def test_nothing_is_made_once_the_sign_is_taken_back(pane: ReferralPane, place: Workplace) -> None:
    before = pane.handout
    place.desk.undo()
    pane.renew()
    assert place.tasks.is_idle
    assert pane.handout is before
