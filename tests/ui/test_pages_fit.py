"""No button and no field of a page is cut in the narrowest window or with the largest text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ptbuilder.services.lock.clinic_lock import ClinicLock
from ptbuilder.services.patients.recovery import Safekeeping
from ptbuilder.ui.build.figures.pictures import DrawingCache
from ptbuilder.ui.clinic.page import ClinicPage
from ptbuilder.ui.look import wear
from ptbuilder.ui.patients.page import PatientsPage
from ptbuilder.ui.preview.pane import PreviewPane
from ptbuilder.ui.printing import Printing
from ptbuilder.ui.templates_page import TemplatesPage
from tests.ui.workplace import Workplace, place

__all__ = ["place"]
SIZES = ((968, 544, 100), (952, 500, 200), (1368, 796, 150))


def patients(work: Workplace, folder: Path) -> QWidget:
    printing = Printing(work.signals, work.tasks, work.preferences)
    page = PatientsPage(work.signals, work.reception, work.files, printing, work.tasks, work.theme, DrawingCache())
    page.details.measures.add_button.click()
    return page


def library(work: Workplace, folder: Path) -> QWidget:
    return work.library_page()


def library_form(work: Workplace, folder: Path) -> QWidget:
    page = work.library_page()
    page.edit()
    return page


def templates(work: Workplace, folder: Path) -> QWidget:
    work.records.save_template(work.desk.program, "template", "After a lumbar facet injection")
    return TemplatesPage(work.signals, work.records, work.theme)


def clinic(work: Workplace, folder: Path) -> QWidget:
    data = (work.records, Safekeeping(folder), ClinicLock(work.store), lambda: True)
    return ClinicPage(work.signals, *data, work.preferences, work.theme)


def preview(work: Workplace, folder: Path) -> QWidget:
    return PreviewPane(work.signals, work.tasks, work.theme, renew_ms=0)


@pytest.mark.parametrize("make", [patients, library, library_form, templates, clinic, preview])
@pytest.mark.parametrize(("width", "height", "text_size"), SIZES)
def test_nothing_to_press_or_to_fill_is_cut(
    make: Callable[[Workplace, Path], QWidget],
    width: int,
    height: int,
    text_size: int,
    place: Workplace,
    qtbot: QtBot,
    qapp: QApplication,
    tmp_path: Path,
) -> None:
    place.theme.set_text_size(text_size)
    wear(qapp, place.theme)
    place.take_sample()
    page = make(place, tmp_path)
    qtbot.addWidget(page)
    page.resize(width, height)
    with qtbot.waitExposed(page):
        page.show()
    qtbot.waitUntil(lambda: place.tasks.is_idle, timeout=20_000)
    qtbot.waitUntil(lambda: expect_nothing_cut(page))


def expect_nothing_cut(page: QWidget) -> None:
    assert [each.objectName() or each.accessibleName() for each in cut(page)] == []


def cut(page: QWidget) -> list[QWidget]:
    """What is to press or to fill and reaches over the right edge of the page or of what it lies in."""
    kinds = (QAbstractButton, QLineEdit, QComboBox)
    found = [each for kind in kinds for each in page.findChildren(kind) if each.isVisible() and not is_inside_field(each)]
    return [each for each in found if reaches_over(each, page)]


def is_inside_field(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    return parent is not None and (parent.inherits("QAbstractSpinBox") or parent.inherits("QComboBox"))


def reaches_over(widget: QWidget, page: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None:
        area = QRect(widget.mapTo(parent, QPoint(0, 0)), widget.size())
        if area.right() > parent.width() or area.left() < -1:
            return True
        if parent is page:
            return False
        parent = parent.parentWidget()
    return False
