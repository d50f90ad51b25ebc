from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from ptbuilder.domain.clinic import Clinic
from ptbuilder.handout.opening import opened
from ptbuilder.services.lock.clinic_lock import ClinicLock
from ptbuilder.services.patients.recovery import RecoverySheet, Safekeeping
from ptbuilder.storage.store import Store
from ptbuilder.ui.clinic.page import ClinicPage
from ptbuilder.ui.clinic.recovery_print import print_recovery_sheet
from ptbuilder.ui.preferences import LETTERS, MOVING
from tests.services.paper.test_logo import SVG
from tests.ui.workplace import NOW, Workplace, text_of


class NoKeyring:
    """A keyring that keeps keys in memory."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, name: str) -> str | None:
        return self.kept.get((service, name))

    def set_password(self, service: str, name: str, secret: str) -> None:
        self.kept[(service, name)] = secret

    def delete_password(self, service: str, name: str) -> None:
        self.kept.pop((service, name), None)


@pytest.fixture
def safekeeping(tmp_path: Path) -> Safekeeping:
    return Safekeeping(tmp_path / "clinic", NoKeyring(), lambda: NOW)


@pytest.fixture
def data(safekeeping: Safekeeping) -> Store:
    return safekeeping.open().store


@pytest.fixture
def page(place: Workplace, safekeeping: Safekeeping, data: Store, qtbot: QtBot) -> ClinicPage:
    page = ClinicPage(
        place.signals,
        place.records,
        safekeeping,
        ClinicLock(place.store),
        lambda: safekeeping.is_sheet_wanted(data),
        place.preferences,
        place.theme,
    )
    qtbot.addWidget(page)
    page.resize(1368, 796)
    page.show()
    return page


def test_the_figure_of_the_clinic_is_kept_and_reaches_the_desk(page: ClinicPage, place: Workplace, qtbot: QtBot) -> None:
    page.figures.figure.setCurrentIndex(page.figures.figure.findData("male-full"))
    page.figures.figure.activated.emit(page.figures.figure.currentIndex())
    qtbot.mouseClick(page.figures.skin.segment("dark"), Qt.MouseButton.LeftButton)
    assert (place.records.clinic().figure, place.records.clinic().skin) == ("male-full", "dark")
    assert (place.desk.work.choices.figure, place.desk.work.choices.skin) == ("male-full", "dark")


def test_a_patient_with_choices_of_their_own_keeps_them(page: ClinicPage, place: Workplace, qtbot: QtBot) -> None:
    place.desk.set_choices(replace(place.desk.work.choices, skin="medium"))
    qtbot.mouseClick(page.figures.skin.segment("dark"), Qt.MouseButton.LeftButton)
    assert place.desk.work.choices.skin == "medium"


def test_a_field_is_kept_when_it_is_left(page: ClinicPage, place: Workplace, qtbot: QtBot) -> None:
    field = page.letterhead.field("phone")
    field.clear()
    qtbot.keyClicks(field, "  555   0199 ")
    assert place.records.clinic().phone == "555 0100"
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert place.records.clinic().phone == "555 0199"


def test_filling_the_fields_keeps_nothing(page: ClinicPage, place: Workplace) -> None:
    told: list[None] = []
    place.records.changed.append(lambda: told.append(None))
    page.refresh()
    assert told == []
    assert page.letterhead.field("name").text() == place.records.clinic().name


def test_paper_and_language_are_kept_at_once(page: ClinicPage, place: Workplace) -> None:
    for combo, value in ((page.letterhead.paper, "letter"), (page.letterhead.language, "es")):
        combo.setCurrentIndex(combo.findData(value))
        combo.activated.emit(combo.currentIndex())
    assert (place.records.clinic().paper, place.records.clinic().language) == ("letter", "es")


def test_a_drawn_logo_is_kept_as_pixels_that_paper_takes(page: ClinicPage, place: Workplace, tmp_path: Path) -> None:
    path = tmp_path / "logo.svg"
    path.write_bytes(SVG)
    page.letterhead.take_logo(path)
    assert place.records.clinic().logo.startswith(b"\x89PNG")
    place.take_sample()
    place.handing_out.handout(place.reception.sheet())


def test_a_logo_that_cannot_be_printed_is_refused_in_words(
    page: ClinicPage, place: Workplace, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "logo.gif"
    path.write_bytes(b"GIF89a")
    with qtbot.waitSignal(page.refused):
        page.letterhead.take_logo(path)
    assert place.records.clinic().logo == b""


def test_text_size_acts_at_once(page: ClinicPage, place: Workplace, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.look.size_choice.segment(150), Qt.MouseButton.LeftButton)
    assert place.theme.text_size == 150


def test_single_letters_can_be_turned_off_and_stay_off(page: ClinicPage, place: Workplace, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.letters_chosen) as chosen:
        page.look.letters.click()
    assert chosen.args == [False]
    assert place.preferences.get(LETTERS) == "off"


def test_a_backup_is_brought_back_only_after_a_second_press(
    page: ClinicPage, safekeeping: Safekeeping, data: Store, qtbot: QtBot
) -> None:
    made = safekeeping.back_up_daily(data)
    assert made is not None
    page.refresh()
    button = next(each for each in page.safety.findChildren(type(page.safety.bring_back)) if each.label == "Bring back")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert page.safety.confirm.isVisible()
    with qtbot.waitSignal(page.restore_asked) as asked:
        qtbot.mouseClick(page.safety.bring_back, Qt.MouseButton.LeftButton)
    assert asked.args == [made]


def test_the_page_says_that_the_sheet_was_not_printed(page: ClinicPage, safekeeping: Safekeeping, data: Store) -> None:
    assert "Not printed yet" in page.safety._sheet_state.text()
    safekeeping.note_sheet(data)
    page.refresh()
    assert "Not printed yet" not in page.safety._sheet_state.text()


def test_the_recovery_sheet_holds_the_whole_key_on_one_page(place: Workplace, tmp_path: Path) -> None:
    groups = tuple(f"A{number:02}B-9XY" for number in range(14))
    path = tmp_path / "sheet.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    sheet = RecoverySheet(groups, "K7Q2XA", NOW.date())
    assert print_recovery_sheet(printer, sheet, "en", "a4", place.theme.family)
    words = text_of(path.read_bytes())
    assert all(group in words for group in groups)
    assert "K7Q2XA" in words
    with opened(path) as document:
        assert len(document) == 1


def test_the_cursor_goes_to_what_is_still_empty(page: ClinicPage, place: Workplace) -> None:
    place.records.set_clinic(Clinic("Riverside"))
    page.refresh()
    page.focus_first()
    assert page.focusWidget() is page.letterhead.field("phone")


def test_moving_pictures_can_be_turned_off_and_stay_off(page: ClinicPage, place: Workplace) -> None:
    assert page.look.moving.isChecked()
    page.look.moving.click()
    assert place.preferences.get(MOVING) == "off"


def test_esc_calls_a_restore_off(page: ClinicPage, safekeeping: Safekeeping, data: Store, qtbot: QtBot) -> None:
    safekeeping.back_up_daily(data)
    page.refresh()
    button = next(each for each in page.safety.findChildren(type(page.safety.bring_back)) if each.label == "Bring back")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.safety._cancel.hasFocus)
    qtbot.keyClick(page.safety._cancel, Qt.Key.Key_Escape)
    assert not page.safety.confirm.isVisible()
