"""Nothing is cut: every visible label, button and chip gets the room that its words need."""

from __future__ import annotations

import contextlib
from datetime import date

import pytest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.exceptions import TimeoutError as WaitedTooLong
from pytestqt.qtbot import QtBot

from ptbuilder.domain.assessment import Finding
from ptbuilder.domain.patient import Patient
from ptbuilder.ui.widgets.buttons import Button, IconButton
from ptbuilder.ui.widgets.chips import Chip, StatusChip
from ptbuilder.ui.widgets.text import ElidedLabel, TextLabel
from tests.ui.conftest import Frame

SIZES = [(1024, 640, 100), (1440, 900, 100), (1440, 900, 200)]


def cut_words(root: QWidget) -> list[str]:
    """The words of widgets that are smaller than they need to be."""
    found = []
    for widget in root.findChildren(QWidget):
        if not widget.isVisible() or isinstance(widget, ElidedLabel):
            continue
        if isinstance(widget, TextLabel):
            too_low = widget.hasHeightForWidth() and widget.height() < widget.heightForWidth(widget.width())
            too_narrow = not widget.hasHeightForWidth() and widget.width() < widget.sizeHint().width() - 1
            if too_low or too_narrow:
                found.append(widget.text())
        elif isinstance(widget, (Button, IconButton, Chip, StatusChip)) and widget.width() < widget.sizeHint().width() - 1:
            found.append(widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else ""))
    return found


def fill(frame: Frame) -> None:
    frame.desk.set_patient(Patient(frame.desk.work.patient.id, "Bartholomew", "Featherstonehaugh", birth_year=1968, sex="M"))
    frame.desk.set_irritability("moderate")
    for finding in (
        Finding("cond-lumbar-facet", "both", "moderate"),
        Finding("lx-pain-extension-provoked"),
        Finding("hp-flexor-tight", "both", "moderate"),
        Finding("proc-facet-injection-lumbar", "both", on=date(2026, 3, 2)),
    ):
        frame.desk.add_finding(finding)


@pytest.mark.parametrize(("width", "height", "text"), SIZES)
@pytest.mark.parametrize("state", ["empty", "full", "stop"])
def test_no_words_are_cut(qtbot: QtBot, frame: Frame, width: int, height: int, text: int, state: str) -> None:
    frame.theme.set_text_size(text)
    frame.window.resize(width, height)
    if state != "empty":
        fill(frame)
    if state == "stop":
        frame.desk.add_finding(Finding("rf-cauda-equina"))
    assert (frame.window.width(), frame.window.height()) == (width, height)
    for part in (frame.window.top_bar, frame.window.footer, frame.assessment, frame.page.middle):
        with contextlib.suppress(WaitedTooLong):
            qtbot.waitUntil(lambda shown=part: cut_words(shown) == [], timeout=1000)
        assert cut_words(part) == []


@pytest.mark.parametrize(("width", "height", "text"), SIZES)
def test_the_window_never_grows_beyond_what_was_asked(qtbot: QtBot, frame: Frame, width: int, height: int, text: int) -> None:
    frame.theme.set_text_size(text)
    fill(frame)
    frame.desk.accept()
    frame.window.resize(width, height)
    qtbot.waitUntil(lambda: frame.window.minimumSizeHint().width() <= width)
    assert frame.window.minimumSizeHint().height() <= height
