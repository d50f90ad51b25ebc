"""Hard words are marked while a note is written, in the language of the handout."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from ptbuilder.ui.build.program.marked_field import MarkedField
from tests.ui.build.columns import Columns

HARD = "Keep the scapula still"


def amber(columns: Columns) -> int:
    """How many pixels of the field are painted as a mark."""
    field = columns.note.field
    image = QImage(field.size(), QImage.Format.Format_RGB32)
    field.render(image)
    mark = QColor(columns.program.theme.color("warn_line"))
    near = 0
    for y in range(field.height() // 2, field.height() - 2):
        for x in range(4, field.width() - 4):
            color = image.pixelColor(x, y)
            near += abs(color.red() - mark.red()) + abs(color.green() - mark.green()) + abs(color.blue() - mark.blue()) < 60
    return near


def open_note(columns: Columns, text: str = "") -> None:
    item = columns.item(0)
    columns.program.list.close_editor()
    columns.desk.set_note(item.id, text)
    columns.program.edit_note(item.id)


def test_a_hard_word_is_marked_in_the_field_and_named_below(taken: Columns) -> None:
    open_note(taken, "Keep the knee still")
    assert (amber(taken), taken.note.hint.isHidden()) == (0, True)
    open_note(taken, HARD)
    assert amber(taken) > 10
    assert "scapula: shoulder blade" in taken.note.hint.text()
    assert "shoulder blade" in taken.note.field.accessibleDescription()


def test_the_mark_stands_under_its_word(taken: Columns) -> None:
    open_note(taken, HARD)
    (shape,) = taken.note.field.shapes()
    at = QPoint(round((shape.left + shape.right) / 2), taken.note.field.height() // 2)
    position = taken.note.field.cursorPositionAt(at)
    assert HARD.index("scapula") < position < HARD.index(" still")


def test_the_tooltip_says_the_plainer_word_and_nothing_beside_it(taken: Columns, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, text, _widget: shown.append(text))
    open_note(taken, HARD)
    field = taken.note.field
    (shape,) = field.shapes()
    for x in (shape.left + 4, shape.right + 20):
        at = QPoint(round(x), field.height() // 2)
        QApplication.sendEvent(field, QHelpEvent(QEvent.Type.ToolTip, at, field.mapToGlobal(at)))
    assert shown == ["“scapula” is hard to read. Plainer: shoulder blade."]


def test_a_word_is_not_marked_before_it_is_finished(taken: Columns) -> None:
    open_note(taken)
    field = taken.note.field
    QTest.keyClicks(field, "the scapu")
    assert field.places == ()
    QTest.keyClicks(field, "la ")
    assert [place.text for place in field.places] == ["scapula"]


def test_a_long_sentence_is_marked_whole_beside_its_hard_words(taken: Columns) -> None:
    text = "Hold the scapula there while you breathe out slowly and count to ten with me and do it again"
    open_note(taken, text)
    assert [(place.kind, place.text) for place in taken.note.field.places] == [("sentence", text), ("word", "scapula")]
    assert "Long sentence" in taken.note.hint.text()


def test_the_row_grows_for_the_line_below(taken: Columns) -> None:
    open_note(taken)
    view = taken.program.list
    before = view.visualRect(view.rows.index(0)).height()
    QTest.keyClicks(taken.note.field, "scapula ")
    view.doItemsLayout()
    assert view.visualRect(view.rows.index(0)).height() > before
    assert view.visualRect(view.rows.index(0)).contains(taken.note.geometry())


def test_the_language_of_the_handout_decides_what_is_hard(taken: Columns) -> None:
    taken.desk.set_choices(replace(taken.desk.work.choices, language="es"))
    open_note(taken, "Doble la rodilla con propiocepción")
    assert [place.text for place in taken.note.field.places] == ["propiocepción"]


def test_the_note_above_the_exercises_is_marked_too(taken: Columns) -> None:
    taken.program.edit_message()
    field = taken.program.findChild(MarkedField, "note_field")
    assert field is not None
    QTest.keyClicks(field, "Mobilize daily ")
    assert "Mobilize" in [place.text for place in field.places]


def test_an_opened_note_has_the_cursor_behind_it_and_nothing_selected(taken: Columns) -> None:
    open_note(taken, HARD)
    assert taken.note.field.selectedText() == ""
    QTest.keyClicks(taken.note.field, ".")
    QTest.keyClick(taken.note.field, Qt.Key.Key_Return)
    assert taken.item(0).note == HARD + "."


def test_a_note_that_is_too_long_says_what_was_not_taken(taken: Columns) -> None:
    open_note(taken)
    QApplication.clipboard().setText("Keep the knee still. " * 24)
    taken.note.field.paste()
    assert len(taken.note.field.text()) == 200
    assert taken.note.hint.text().startswith("0 left: a note has at most 200 letters, the rest was not taken.")
    taken.note.field.backspace()
    QTest.keyClick(taken.note.field, Qt.Key.Key_Backspace)
    assert taken.note.hint.text().startswith("2 left.")


def test_a_note_in_the_other_language_is_one_hint_and_no_marks(taken: Columns) -> None:
    open_note(taken, "Mantenga la espalda recta y respire con calma")
    assert taken.note.hint.text() == "This sheet is in English."
    assert taken.note.field.places == ()
