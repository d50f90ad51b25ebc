from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ptbuilder.domain.clinic import Clinic
from ptbuilder.services.desk.completing import fills, writes
from ptbuilder.services.paper.sheet_texts import Place
from ptbuilder.ui.preview.completeness_words import FILL, GO, WRITE, field_words
from ptbuilder.ui.preview.pane import PreviewPane
from ptbuilder.ui.preview.status_line import StatusLine
from tests.ui.workplace import Workplace

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def pane(place: Workplace, qtbot: QtBot) -> PreviewPane:
    """The preview of the sample's program with the list of completeness open."""
    place.take_sample()
    pane = PreviewPane(place.signals, place.tasks, place.theme, renew_ms=0)
    qtbot.addWidget(pane)
    pane.open(place.reception, place.handing_out)
    pane.resize(940, 640)
    with qtbot.waitSignal(pane.shown):
        pane.show()
    qtbot.mouseClick(pane.head.meter, LEFT)
    return pane


def line(pane: PreviewPane, key: str) -> StatusLine:
    found = pane.completeness.line(key)
    assert found is not None
    return found


def missing(pane: PreviewPane) -> set[str]:
    return {each.key for each in pane.completeness.items if each.state == "missing"}


def test_the_meter_counts_and_opens_the_list_with_what_is_missing_first(pane: PreviewPane) -> None:
    cert = [each for each in pane.completeness.items if each.cert]
    complete = sum(each.state != "missing" for each in cert)
    assert pane.head.meter.words == f"Description {complete} of 16"
    assert pane.side.shows_completeness
    states = [each.state for each in pane.completeness.items]
    assert states == sorted(states, key=["missing", "not-yet", "present"].index)


def test_the_usual_way_fills_three_with_one_click_that_undo_takes_back(pane: PreviewPane, place: Workplace, qtbot: QtBot) -> None:
    before = missing(pane)
    qtbot.mouseClick(pane.completeness.usual, LEFT)
    qtbot.waitUntil(lambda: missing(pane) == before - {"grouping", "supervision", "setting"})
    assert pane.completeness.usual.isHidden()
    place.desk.undo()
    qtbot.waitUntil(lambda: missing(pane) == before)


def test_every_missing_fact_can_be_filled_or_leads_somewhere(pane: PreviewPane, place: Workplace, qtbot: QtBot) -> None:
    place.desk.set_irritability(None)
    place.records.set_clinic(Clinic())
    pane.renew()
    for key in missing(pane):
        assert line(pane, key).buttons, key
    known = {f"{FILL}{each}" for each in fills()} | {f"{WRITE}{each}" for each in writes()} | {GO}
    assert {act for key in missing(pane) for act in line(pane, key).buttons} <= known


def test_one_click_fills_and_the_count_follows(pane: PreviewPane, place: Workplace, qtbot: QtBot) -> None:
    before = pane.head.meter.words
    qtbot.mouseClick(line(pane, "equipment").buttons["fill:household"], LEFT)
    qtbot.waitUntil(lambda: "equipment" not in missing(pane))
    assert place.desk.work.assessment.equipment == place.desk.home
    assert pane.head.meter.words != before


@pytest.mark.parametrize(
    ("key", "name", "typed"),
    [("goals", "patient-goals", "Walk the dog"), ("fidelity", "next-visit", "+14"), ("motivation", "motivation", "A call")],
)
def test_a_line_is_typed_in_place_with_keys_alone(
    key: str, name: str, typed: str, pane: PreviewPane, place: Workplace, qtbot: QtBot
) -> None:
    button = line(pane, key).buttons[f"{WRITE}{name}"]
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Return)
    field = pane.completeness.field
    assert field is not None
    assert field.accessibleName() == field_words(name)[0]
    before = place.desk.work
    qtbot.keyClicks(field, typed)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: key not in missing(pane))
    focus = QApplication.focusWidget()
    assert focus is not None
    assert pane.completeness.isAncestorOf(focus)
    place.desk.undo()
    assert place.desk.work == before


def test_a_day_that_cannot_be_read_is_refused_and_stays_typed(pane: PreviewPane, place: Workplace, qtbot: QtBot) -> None:
    qtbot.mouseClick(line(pane, "fidelity").buttons["write:next-visit"], LEFT)
    field = pane.completeness.field
    assert field is not None
    qtbot.keyClicks(field, "soon")
    with qtbot.waitSignal(place.signals.refused) as refused:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert "+14" in refused.args[0]
    assert field.text() == "soon"
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert pane.completeness.field is None
    assert place.desk.program.next_visit is None


def test_missing_credentials_lead_to_their_field(pane: PreviewPane, place: Workplace, qtbot: QtBot) -> None:
    place.records.set_clinic(Clinic("Riverside", therapist="Dana"))
    pane.renew()
    with qtbot.waitSignal(pane.place_asked) as asked:
        qtbot.mouseClick(line(pane, "provider").buttons[GO], LEFT)
    assert asked.args == [Place("clinic", "credentials")]


def test_escape_goes_back_to_the_checks_and_the_meter(pane: PreviewPane, qtbot: QtBot) -> None:
    qtbot.keyClick(pane.completeness, Qt.Key.Key_Escape)
    assert not pane.side.shows_completeness
    assert not pane.head.meter.isChecked()
    assert pane.head.meter.hasFocus()


def test_where_there_is_little_room_the_list_takes_the_place_of_the_pages(pane: PreviewPane, qtbot: QtBot) -> None:
    qtbot.mouseClick(pane.completeness.back, LEFT)
    pane.resize(576, 540)
    assert pane.view.isVisible()
    qtbot.mouseClick(pane.head.meter, LEFT)
    assert pane.completeness.isVisible()
    assert not pane.view.isVisible()
    qtbot.waitUntil(lambda: pane.side.width() > 500)
