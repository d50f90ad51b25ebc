"""In a low window and at large text: what has the focus is seen whole, and the exercises keep the height."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from ptbuilder.domain.assessment import Finding
from ptbuilder.domain.reporting import ReportCount
from ptbuilder.ui.build.pane import StripState, strip_width
from ptbuilder.ui.build.program.stop_page import StopPage
from ptbuilder.ui.painting import text_width
from ptbuilder.ui.preview.head import PreviewHead
from ptbuilder.ui.theme import Theme
from tests.ui.build.columns import fill
from tests.ui.conftest import Frame

LARGE = [(1024, 640, 200), (1100, 700, 150)]


@pytest.fixture
def taken(frame: Frame) -> Frame:
    fill(frame.desk)
    frame.desk.accept()
    return frame


def size(frame: Frame, width: int, height: int, text: int) -> None:
    frame.theme.set_text_size(text)
    frame.window.resize(width, height)


def is_seen(part: QWidget, viewport: QWidget) -> bool:
    """Whether all of ``part`` lies inside ``viewport``."""
    return viewport.rect().contains(QRect(part.mapTo(viewport, part.rect().topLeft()), part.size()))


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


@pytest.mark.parametrize(("width", "height", "text"), LARGE)
@pytest.mark.parametrize("part", ["sets", "per_week"])
def test_the_field_of_a_dose_that_has_the_focus_is_seen(
    qtbot: QtBot, taken: Frame, width: int, height: int, text: int, part: str
) -> None:
    size(taken, width, height, text)
    rows = taken.program.list
    rows.edit_dose(taken.desk.rows[0].prescription.id, part)
    qtbot.waitUntil(lambda: focused().objectName() == f"dose_{part}")
    qtbot.waitUntil(lambda: is_seen(focused(), rows.viewport()))


@pytest.mark.parametrize(("width", "height", "text"), LARGE)
def test_the_field_of_a_note_is_seen(qtbot: QtBot, taken: Frame, width: int, height: int, text: int) -> None:
    size(taken, width, height, text)
    rows = taken.program.list
    rows.edit_note(taken.desk.rows[1].prescription.id)
    qtbot.waitUntil(lambda: focused().objectName() == "note_field")
    qtbot.waitUntil(lambda: is_seen(focused(), rows.viewport()))


@pytest.mark.parametrize("is_draft", [True, False])
def test_the_foot_is_one_line(frame: Frame, is_draft: bool) -> None:
    fill(frame.desk)
    if not is_draft:
        frame.desk.accept()
    size(frame, 1024, 640, 200)
    foot = frame.program.foot
    assert foot.height() < 2 * frame.theme.line("strong")
    assert foot.minutes.accessibleName().startswith(f"{round(frame.desk.stage.session_minutes)} minutes a session")


def test_the_referral_note_is_seen_with_the_focus_on_it(qtbot: QtBot, frame: Frame) -> None:
    size(frame, 1024, 640, 200)
    frame.desk.add_finding(Finding("rf-cauda-equina"))
    stop = frame.stop
    assert isinstance(stop, StopPage)
    area = stop.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    qtbot.waitUntil(lambda: is_seen(stop.print_button, area.viewport()))
    assert stop.print_button.hasFocus()


def test_the_footer_of_a_stop_is_whole(qtbot: QtBot, frame: Frame) -> None:
    size(frame, 1024, 640, 200)
    frame.desk.add_finding(Finding("rf-cauda-equina"))
    for part in (frame.bar.print_button, frame.bar.state):
        qtbot.waitUntil(lambda part=part: part.width() >= part.sizeHint().width())
    assert frame.bar.print_button.accessibleName() == "Print the referral note"


@pytest.mark.parametrize("text", [100, 150, 200])
def test_the_words_of_a_strip_keep_free_of_its_edges(frame: Frame, text: int) -> None:
    fill(frame.desk)
    frame.theme.set_text_size(text)
    state: StripState = frame.assessment.strip_state
    for word in f"{state.word}\n{state.sign_word}".split("\n"):
        assert text_width(frame.theme, word, "caption") + 8 <= strip_width(frame.theme)


def test_what_the_preview_tells_is_whole_where_there_is_little_room(qtbot: QtBot, theme: Theme) -> None:
    theme.set_text_size(200)
    holder = QWidget()
    qtbot.addWidget(holder)
    head = PreviewHead(theme, holder)
    head.set_side_offered(True)
    head.show_open(2)
    head.meter.show_counts(ReportCount(10, 16), ReportCount(6, 12))
    head.show_page(0, 6)
    head.resize(530, head.height())
    holder.show()
    for part in (head.side, head.meter):
        qtbot.waitUntil(lambda part=part: part.width() >= part.sizeHint().width())
    assert head.side.label == "2"
    assert head.side.accessibleName() == "Checks: 2 to look at"
    assert head.meter.shown == "10 of 16"
