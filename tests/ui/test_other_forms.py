"""The sheet for the phone, and the note on the clipboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from ptbuilder.domain.assessment import Finding
from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.ui import messages
from ptbuilder.ui.build.print_bar import PrintBar
from ptbuilder.ui.other_forms import OtherForms
from tests.ui.workplace import Workplace, place

__all__ = ["place"]


class Said:
    """Notes what the forms said."""

    def __init__(self, forms: OtherForms) -> None:
        self.told: list[str] = []
        self.refused: list[str] = []
        forms.told.connect(self.told.append)
        forms.refused.connect(self.refused.append)


@pytest.fixture
def forms(place: Workplace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> OtherForms:
    monkeypatch.setattr(messages, "ask_save_path", lambda _parent, _title, suggested, _kinds: tmp_path / suggested.name)
    return OtherForms(place.signals, place.reception, place.preferences)


@pytest.fixture
def said(forms: OtherForms) -> Said:
    return Said(forms)


def test_the_phone_page_is_saved_and_noted(place: Workplace, forms: OtherForms, said: Said, tmp_path: Path) -> None:
    place.take_sample()
    forms.save_for_phone()
    (page,) = tmp_path.glob("*.html")
    words = page.read_text(encoding="utf-8")
    assert all(row.exercise.name["en"] in words for row in place.desk.rows)
    assert said.told == [f"Saved as {page.name} in {tmp_path}."]
    (entry,) = place.records.history(place.desk.work.program.id)
    assert [each.way for each in entry.issued] == ["html"]


def test_a_page_that_is_saved_but_cannot_be_noted_is_told_so(
    place: Workplace, forms: OtherForms, said: Said, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.take_sample()

    def locked(_way: str) -> None:
        raise PTBuilderError("Another program is using the data file.")

    monkeypatch.setattr(place.reception, "hand_out", locked)
    forms.save_for_phone()
    assert len(list(tmp_path.glob("*.html"))) == len(said.told) == 1
    assert said.refused == ["Robert Sample: the sheet is out, but could not be noted. Another program is using the data file."]


def test_a_note_that_cannot_be_made_says_why(
    place: Workplace, forms: OtherForms, said: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.take_sample()

    def locked() -> str:
        raise PTBuilderError("Another program is using the data file.")

    monkeypatch.setattr(place.reception, "note", locked)
    QGuiApplication.clipboard().setText("before")
    forms.copy_note()
    assert (said.told, said.refused) == ([], ["Another program is using the data file."])
    assert QGuiApplication.clipboard().text() == "before"


def test_a_second_page_gets_a_name_of_its_own(place: Workplace, forms: OtherForms, tmp_path: Path) -> None:
    place.take_sample()
    forms.save_for_phone()
    forms.save_for_phone()
    assert len(list(tmp_path.glob("*.html"))) == 2


def test_an_open_question_holds_the_phone_page_back(place: Workplace, forms: OtherForms, said: Said, tmp_path: Path) -> None:
    place.take_sample()
    place.desk.set_finding(Finding("hp-flexor-tight"))
    forms.save_for_phone()
    assert not list(tmp_path.glob("*.html"))
    assert said.refused == ["Answer this first."]


def test_a_draft_and_an_empty_desk_have_no_other_forms(place: Workplace, forms: OtherForms, said: Said) -> None:
    forms.copy_note()
    place.reception.open_sample()
    forms.save_for_phone()
    assert said.refused == ["Add an exercise first.", "This is a suggestion. Take it with Ctrl+Enter first."]


def test_the_note_is_copied_from_the_menu(place: Workplace, forms: OtherForms, said: Said) -> None:
    place.take_sample()
    bar = PrintBar(place.signals, place.theme)
    bar.note_asked.connect(lambda: forms.copy_note())
    next(action for action in bar.menu().actions() if action.text() == "Copy the note").trigger()
    assert place.desk.rows[0].exercise.name["en"] in QGuiApplication.clipboard().text()
    assert said.told[0].startswith("Copied")
    bar.deleteLater()


def test_on_a_stop_both_are_the_referral_note(place: Workplace, forms: OtherForms, tmp_path: Path) -> None:
    place.take_sample()
    place.desk.add_finding(Finding("rf-cauda-equina"))
    forms.copy_note()
    assert "cauda equina" in QGuiApplication.clipboard().text().lower()
    forms.save_for_phone()
    (page,) = tmp_path.glob("*-referral-*.html")
    assert "cauda equina" in page.read_text(encoding="utf-8").lower()
    (entry,) = place.records.history(place.desk.work.program.id)
    assert entry.issued == ()
