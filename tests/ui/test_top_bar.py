"""The patient in the top bar: fields while nobody is named, then a label with a menu."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ptbuilder.domain.assessment import Finding
from ptbuilder.domain.patient import Patient
from ptbuilder.ui.widgets.chips import chip_size
from tests.ui.conftest import Frame, Saves


def test_a_new_patient_takes_three_fields_and_enter(qtbot: QtBot, frame: Frame) -> None:
    entry = frame.window.top_bar.entry
    frame.window.new_patient()
    qtbot.keyClicks(entry.name, "Ann de Sample")
    qtbot.keyClick(entry.name, Qt.Key.Key_Tab)
    qtbot.keyClicks(entry.age, "58")
    qtbot.keyClick(entry.age, Qt.Key.Key_Tab)
    qtbot.keyClicks(entry.sex.segment("F"), "m")
    qtbot.keyClick(entry.sex.segment("M"), Qt.Key.Key_Return)
    work = frame.desk.work
    assert (work.patient.given, work.patient.family) == ("Ann de", "Sample")
    assert (work.patient.sex, work.patient.birth_year, work.assessment.age) == ("M", 1968, 58)
    assert frame.assessment.field.hasFocus()
    assert frame.window.top_bar.label.isVisible()


def test_one_word_is_a_given_name(qtbot: QtBot, frame: Frame) -> None:
    entry = frame.window.top_bar.entry
    entry.focus_name()
    qtbot.keyClicks(entry.name, "R.S.")
    qtbot.keyClick(entry.name, Qt.Key.Key_Return)
    assert (frame.desk.work.patient.given, frame.desk.work.patient.family) == ("R.S.", "")


def test_leaving_the_fields_takes_what_was_typed(qtbot: QtBot, frame: Frame) -> None:
    entry = frame.window.top_bar.entry
    entry.focus_name()
    qtbot.keyClicks(entry.name, "Ann Sample")
    frame.assessment.focus_first()
    assert frame.desk.work.patient.full_name == "Ann Sample"
    assert frame.window.top_bar.label.isVisible()


def test_a_year_later_leaving_a_field_changes_nobodys_age(qtbot: QtBot, frame: Frame, monkeypatch: pytest.MonkeyPatch) -> None:
    entry, desk = frame.window.top_bar.entry, frame.desk
    born = Patient(desk.work.patient.id, "Ann", "Sample", birth_date=date(1968, 5, 1))
    desk.set_patient(born)
    monkeypatch.setattr(desk, "_clock", lambda: datetime(2027, 6, 1, 9, 0))
    entry.fill()
    assert entry.age.text() == "59"
    entry.focus_name()
    frame.assessment.focus_first()
    assert desk.work.patient == born


def test_an_age_is_taken_where_another_is_typed_also_back_again(qtbot: QtBot, frame: Frame) -> None:
    entry, desk = frame.window.top_bar.entry, frame.desk
    desk.set_patient(Patient(desk.work.patient.id, "Ann", "Sample", birth_date=date(1968, 5, 1)))
    entry.fill()
    for typed, year in (("60", 1966), ("57", 1969), ("", None)):
        entry.age.setText(typed)
        entry.take()
        assert (desk.work.patient.birth_date, desk.work.patient.birth_year) == (None, year)


def test_an_age_that_nobody_has_is_refused_and_the_one_before_stays(qtbot: QtBot, frame: Frame) -> None:
    entry, desk = frame.window.top_bar.entry, frame.desk
    frame.window.top_bar.enter_patient()
    qtbot.keyClicks(entry.age, "64")
    entry.take()
    entry.age.setText("999")
    with qtbot.waitSignal(frame.signals.refused) as refused:
        entry.take()
    assert refused.args == ["An age is 0 to 125 years."]
    assert (entry.age.text(), desk.work.patient.age_on(desk.today)) == ("64", 64)


def test_showing_a_patient_saves_nothing(frame: Frame, saves: Saves) -> None:
    frame.desk.set_patient(Patient(frame.desk.work.patient.id, "Ann", "Sample", birth_year=1970))
    count = len(saves.works)
    frame.window.top_bar.enter_patient()
    frame.assessment.focus_first()
    assert len(saves.works) == count


def test_the_label_tells_who_and_what(frame: Frame) -> None:
    frame.desk.set_patient(Patient(frame.desk.work.patient.id, "Ann", "Sample", birth_year=1968, sex="F", is_sample=True))
    frame.desk.add_finding(Finding("proc-facet-injection-lumbar", "both", days_since=10))
    name = frame.window.top_bar.label.accessibleName()
    assert name == "Patient Ann Sample, 58, female, Sample, Day 10 after lumbar facet joint injection"


def test_the_menu_changes_the_patient(frame: Frame) -> None:
    frame.desk.set_patient(Patient(frame.desk.work.patient.id, "Ann", "Sample"))
    frame.assessment.focus_first()
    actions = frame.window.top_bar.label.menu().actions()
    actions[0].trigger()
    assert frame.window.top_bar.entry.name.hasFocus()
    assert frame.window.top_bar.entry.name.text() == "Ann Sample"


def test_a_new_assessment_starts_from_the_menu(frame: Frame) -> None:
    frame.desk.set_patient(Patient(frame.desk.work.patient.id, "Ann", "Sample"))
    frame.desk.set_red_flags_asked(True)
    frame.window.top_bar.label.follow_up_asked.emit()
    assert not frame.desk.work.assessment.red_flags_asked


def test_the_therapist_is_shortened_in_a_narrow_window(frame: Frame) -> None:
    bar = frame.window.top_bar
    bar.set_therapist("Ana Alvarez, PT")
    assert bar._therapist.text() == "Ana Alvarez, PT"
    frame.window.resize(1024, 640)
    assert bar._therapist.text() == "A. Alvarez"


def test_a_name_with_markup_is_shown_as_typed(frame: Frame) -> None:
    frame.desk.set_patient(Patient(frame.desk.work.patient.id, "<b>Ann</b>", "Sample"))
    assert "<b>Ann</b> Sample" in frame.window.top_bar.label.accessibleName()


def test_a_long_name_leaves_room_for_age_and_the_mark_of_a_sample(frame: Frame) -> None:
    label = frame.window.top_bar.label
    long = Patient("p1", "María de los Ángeles", "Fernández-Villanueva y Rodríguez de la Torre", birth_year=1967, is_sample=True)
    frame.desk.set_patient(long)
    beside = label._beside_name(400)
    assert beside > chip_size(frame.theme, "sample", "Sample").width()
    assert label._beside_name(60) == 0
    assert long.full_name in label.accessibleName()
