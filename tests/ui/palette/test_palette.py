from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from ptbuilder.domain.assessment import Finding
from ptbuilder.domain.patient import Patient
from ptbuilder.library.search import FindingIndex
from ptbuilder.services.library.library_browsing import LibraryBrowser
from ptbuilder.services.patients.caseload import PatientRow
from ptbuilder.ui.palette.entries import Entry, FixedSource, marked_spans, narrowed
from ptbuilder.ui.palette.palette import Palette
from ptbuilder.ui.palette.sources import ExerciseSource, FindingSource, PatientSource
from tests.ui.workplace import Workplace


@dataclass
class Done:
    """What the palette did, by name of the act."""

    acts: list[tuple[str, object]] = field(default_factory=list)

    def of(self, name: str) -> Callable[[object], None]:
        return lambda value: self.acts.append((name, value))


@pytest.fixture
def done() -> Done:
    return Done()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    QVBoxLayout(window).addWidget(QLineEdit())
    qtbot.addWidget(window)
    window.resize(1000, 700)
    window.show()
    return window


@pytest.fixture
def palette(place: Workplace, window: QWidget, done: Done) -> Palette:
    place.add_patients(2)
    place.take_sample()
    index = FindingIndex(place.library)
    do = (
        Entry("do", "printer", "Print the handout", lambda: done.acts.append(("print", None)), keys=("Ctrl", "P")),
        Entry("do", "eye", "Show the print preview", lambda: None, keys=("Ctrl", "E")),
        Entry("do", "undo", "Print nothing", lambda: done.acts.append(("never", None)), is_enabled=False),
    )
    browser = LibraryBrowser(place.library)
    sources = (
        FixedSource("do", lambda: do),
        PatientSource(place.signals, place.records.find, done.of("open"), done.of("show")),
        ExerciseSource(place.signals, browser, done.of("add"), done.of("explain"), done.of("look")),
        FindingSource(place.signals, lambda text, most: [each.code for each in index.find(text, most)], done.of("find")),
    )
    return Palette(place.theme, window, sources)


def test_an_exercise_is_not_looked_for_among_patients(palette: Palette, place: Workplace) -> None:
    patients = PatientSource(place.signals, place.records.find, print, print)
    name = place.desk.rows[0].exercise.name["en"].split()[0]
    assert place.records.find(name)
    assert not patients.find(name, 4)
    assert patients.find(name, 12)


def test_a_patient_is_found_by_the_year_of_birth(palette: Palette, place: Workplace) -> None:
    patients = PatientSource(place.signals, place.records.find, print, print)
    year = place.desk.work.patient.birth_year
    assert "Robert Sample" in [each.name for each in patients.find(str(year), 4)]


def test_no_more_patients_are_looked_at_than_are_shown(place: Workplace) -> None:
    place.add_patients(3)
    looked_at: list[str] = []

    class Rows(list[PatientRow]):
        def __iter__(self) -> Iterator[PatientRow]:
            for row in super().__iter__():
                looked_at.append(row.patient.full_name)
                yield row

    rows = Rows(place.records.rows())
    found = PatientSource(place.signals, lambda _text: rows, print, print).find("", 2)
    assert [each.name for each in found] == looked_at == [row.patient.full_name for row in place.records.rows()[:2]]


def test_who_is_named_so_stands_before_who_has_it(place: Workplace) -> None:
    place.take_sample()
    place.desk.set_patient(Patient(place.desk.work.patient.id, "Ann", "Lee"))
    exercise = place.desk.rows[0].exercise.name["en"].split()[0]
    place.reception.new_patient()
    place.desk.set_patient(Patient(place.desk.work.patient.id, "Bob", exercise))
    place.reception.open_patient(place.records.find("Ann")[0].patient.id)
    patients = PatientSource(place.signals, place.records.find, print, print)
    assert [each.name for each in patients.find(exercise, 12)] == [f"Bob {exercise}", "Ann Lee"]


def entries(palette: Palette) -> list[Entry]:
    model = palette.lines
    return [line for line in model._lines if isinstance(line, Entry)]


def typed(palette: Palette, text: str, qtbot: QtBot) -> list[Entry]:
    if not palette.isVisible():
        palette.open()
    palette.field.clear()
    qtbot.keyClicks(palette.field, text)
    return entries(palette)


def test_the_model_is_a_proper_one(palette: Palette, qtmodeltester: ModelTester) -> None:
    palette.open("pr")
    qtmodeltester.check(palette.lines)


def test_it_opens_over_the_whole_window_with_the_cursor_in_its_field(palette: Palette, window: QWidget, qtbot: QtBot) -> None:
    palette.open()
    assert palette.geometry() == window.rect()
    assert window.focusWidget() is palette.field


def test_groups_follow_one_order_and_the_first_line_is_marked(palette: Palette, qtbot: QtBot) -> None:
    found = typed(palette, "pr", qtbot)
    order = [entry.group for entry in found]
    assert order == sorted(order, key=("do", "patients", "exercises", "findings", "go").index)
    assert palette.entry is found[0]
    assert found[0].name == "Print the handout"


@pytest.mark.parametrize(("sign", "group"), [("+", "findings"), ("@", "patients"), ("#", "exercises")])
def test_a_sign_narrows_to_one_group(palette: Palette, qtbot: QtBot, sign: str, group: str) -> None:
    found = typed(palette, f"{sign}p", qtbot)
    assert found
    assert {entry.group for entry in found} == {group}


def test_enter_does_what_is_marked_and_closes(palette: Palette, done: Done, qtbot: QtBot) -> None:
    typed(palette, "print", qtbot)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert done.acts == [("print", None)]
    assert not palette.isVisible()


def test_what_cannot_be_done_now_does_nothing(palette: Palette, done: Done, qtbot: QtBot) -> None:
    typed(palette, "print nothing", qtbot)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert done.acts == []
    assert palette.isVisible()


def test_arrows_skip_headings(palette: Palette, qtbot: QtBot) -> None:
    found = typed(palette, "pr", qtbot)
    for entry in found[1:]:
        qtbot.keyClick(palette.field, Qt.Key.Key_Down)
        assert palette.entry is entry
    qtbot.keyClick(palette.field, Qt.Key.Key_Up)
    assert palette.entry is found[-2]


def test_esc_gives_the_focus_back(palette: Palette, window: QWidget, qtbot: QtBot) -> None:
    before = window.findChild(QLineEdit)
    before.setFocus()
    palette.open()
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert window.focusWidget() is before


def test_a_patient_is_continued_by_enter_and_shown_by_tab(palette: Palette, done: Done, qtbot: QtBot) -> None:
    typed(palette, "@nair", qtbot)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    typed(palette, "@nair", qtbot)
    qtbot.keyClick(palette.field, Qt.Key.Key_Tab)
    assert [name for name, _ in done.acts] == ["open", "show"]
    assert done.acts[0][1] == done.acts[1][1]


def test_an_excluded_exercise_says_so_and_is_explained_instead_of_added(
    palette: Palette, place: Workplace, done: Done, qtbot: QtBot
) -> None:
    code = next(iter(place.desk.stage_outcome.excluded))
    found = typed(palette, f"#{place.library.exercises[code].name['en']}", qtbot)
    assert "not suggested" in found[0].warning
    assert found[0].keys == ("W",)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert done.acts == [("explain", code)]


def test_an_exercise_of_the_program_is_not_offered_again(palette: Palette, place: Workplace, done: Done, qtbot: QtBot) -> None:
    present = place.desk.rows[0].exercise
    found = typed(palette, f"#{present.name['en']}", qtbot)
    assert found[0].hint == "in the program"
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert done.acts == [("look", present.code)]


def test_a_finding_takes_side_and_severity_from_the_same_line(palette: Palette, done: Done, qtbot: QtBot) -> None:
    found = typed(palette, "+hip fl b2", qtbot)
    assert "both" in found[0].hint
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert done.acts == [("find", Finding("hp-flexor-tight", side="both", grade="moderate"))]


def test_nothing_found_says_so(palette: Palette, qtbot: QtBot) -> None:
    assert typed(palette, "qqqq", qtbot) == []
    assert palette._nowhere.isVisible()
    assert '"qqqq"' in palette._nothing.text()


def test_each_line_shows_its_own_key(palette: Palette, qtbot: QtBot) -> None:
    found = typed(palette, "print", qtbot)
    assert {entry.name: entry.keys for entry in found}["Show the print preview"] == ("Ctrl", "E")
    assert "Ctrl+P" in palette.lines.first().data(Qt.ItemDataRole.AccessibleTextRole)


def test_typed_letters_are_marked_at_the_beginnings_of_words() -> None:
    assert marked_spans("Show the print preview", "pr sh") == [(0, 2), (9, 11)]
    assert marked_spans("Prone press-up", "#pron") == [(0, 4)]
    assert marked_spans("Lumbar", "bar") == []


def test_signs_and_words_are_told_apart() -> None:
    assert narrowed(" @ ann ") == ("patients", "ann")
    assert narrowed("a+b") == (None, "a+b")
