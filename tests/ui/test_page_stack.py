"""Pages are made when they are opened, and anew when their data is another."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ptbuilder.ui.page_stack import PageStack, footer_end_of


def stack(qtbot: QtBot) -> PageStack:
    made = PageStack(QWidget(), {"clinic": QWidget})
    qtbot.addWidget(made)
    return made


def test_a_page_is_made_at_its_first_opening(qtbot: QtBot) -> None:
    pages = stack(qtbot)
    assert pages.has("clinic")
    assert pages.made("clinic") is None
    assert pages.open("clinic")
    assert pages.page is pages.made("clinic")
    assert not pages.open("clinic")


def test_other_data_makes_a_page_anew(qtbot: QtBot) -> None:
    pages = stack(qtbot)
    pages.open("clinic")
    before = pages.page
    assert not pages.provide({"clinic": QWidget})
    pages.open("clinic")
    assert pages.page is not before


def test_pages_that_are_not_open_go_unseen(qtbot: QtBot) -> None:
    pages = stack(qtbot)
    pages.open("clinic")
    pages.open("build")
    assert pages.provide({"clinic": QWidget})
    assert pages.name == "build"


def test_a_plain_page_has_no_part_of_the_footer(qtbot: QtBot) -> None:
    assert footer_end_of(stack(qtbot).page) is None
