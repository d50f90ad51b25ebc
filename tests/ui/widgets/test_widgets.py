"""Painted widgets: they take keys and presses, name themselves, and show text as typed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ptbuilder.ui.painting import Run, TextBlock
from ptbuilder.ui.theme import Theme
from ptbuilder.ui.widgets.buttons import Button, IconButton
from ptbuilder.ui.widgets.chips import Chip, StatusChip
from ptbuilder.ui.widgets.choice_fields import SpinField
from ptbuilder.ui.widgets.fields import Field
from ptbuilder.ui.widgets.flow import FlowLayout
from ptbuilder.ui.widgets.focus_frame import OUTSIDE, FocusRing
from ptbuilder.ui.widgets.key_hints import KeyHints
from ptbuilder.ui.widgets.meters import CountMeter, MinutesMeter
from ptbuilder.ui.widgets.notice import NoticeLine
from ptbuilder.ui.widgets.segmented import SegmentedChoice
from ptbuilder.ui.widgets.text import ElidedLabel, TextLabel
from ptbuilder.ui.widgets.themed import set_tip
from ptbuilder.ui.widgets.undo_line import UndoLine

LEVELS = (("low", "Low"), ("moderate", "Moderate"), ("high", "High"))


@pytest.fixture
def choice(qtbot: QtBot, theme: Theme) -> SegmentedChoice:
    made = SegmentedChoice(theme, LEVELS)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_choice_tells_what_was_pressed(qtbot: QtBot, choice: SegmentedChoice) -> None:
    with qtbot.waitSignal(choice.chosen) as told:
        qtbot.mouseClick(choice.segment("high"), Qt.MouseButton.LeftButton)
    assert told.args == ["high"]


def test_a_second_press_takes_the_choice_back(qtbot: QtBot, choice: SegmentedChoice) -> None:
    choice.set_value("high")
    qtbot.mouseClick(choice.segment("high"), Qt.MouseButton.LeftButton)
    assert choice.value is None


def test_arrows_choose_the_neighbour(qtbot: QtBot, choice: SegmentedChoice) -> None:
    choice.set_value("low")
    qtbot.keyClick(choice.segment("low"), Qt.Key.Key_Right)
    assert choice.value == "moderate"


def test_a_segment_is_read_as_one_of_a_group(choice: SegmentedChoice) -> None:
    interface = QAccessible.queryAccessibleInterface(choice.segment("low"))
    assert interface.role() == QAccessible.Role.RadioButton
    choice.set_value("low")
    assert interface.state().checked
    choice.set_value(None)
    assert not interface.state().checked


def test_the_focus_follows_a_value_that_is_set(choice: SegmentedChoice) -> None:
    choice.show()
    choice.activateWindow()
    choice.segment("low").setFocus()
    choice.set_value("high")
    assert choice.segment("high").hasFocus()


def test_a_choice_is_one_tab_stop(choice: SegmentedChoice) -> None:
    choice.set_value("moderate")
    stops = [value for value, _ in LEVELS if choice.segment(value).focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == ["moderate"]


def test_setting_a_value_tells_nobody(qtbot: QtBot, choice: SegmentedChoice) -> None:
    with qtbot.assertNotEmitted(choice.chosen):
        choice.set_value("low")


def test_a_button_shows_an_ampersand_as_typed(qtbot: QtBot, theme: Theme) -> None:
    button = Button(theme, "Swap: Clam & bridge")
    qtbot.addWidget(button)
    assert button.accessibleName() == "Swap: Clam & bridge"
    assert button.shortcut().isEmpty()


def test_every_button_is_large_enough_to_hit(qtbot: QtBot, theme: Theme) -> None:
    for widget in (Button(theme, "A", small=True), IconButton(theme, "close", "Close"), Chip(theme, "a")):
        qtbot.addWidget(widget)
        assert widget.sizeHint().width() >= 24
        assert widget.sizeHint().height() >= 24


def test_an_icon_button_has_a_name(qtbot: QtBot, theme: Theme) -> None:
    button = IconButton(theme, "close", "Remove the finding")
    qtbot.addWidget(button)
    assert button.accessibleName() == button.toolTip() == "Remove the finding"


def test_a_tooltip_shows_markup_as_typed(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    set_tip(widget, "<b>Ann</b>")
    assert "&lt;b&gt;Ann" in widget.toolTip()


def test_labels_read_no_markup(qtbot: QtBot, theme: Theme) -> None:
    for label in (TextLabel(theme, "<b>Ann</b>"), StatusChip(theme, "plain", "<b>Ann</b>")):
        qtbot.addWidget(label)
        assert label.textFormat() == Qt.TextFormat.PlainText
        assert label.text() == "<b>Ann</b>"


def test_wrapping_text_gets_all_its_lines(qtbot: QtBot, theme: Theme) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    label = TextLabel(theme, "Remove the finding and the program comes back. The change is kept.", wraps=True)
    column.addWidget(label)
    column.addStretch(1)
    holder.resize(200, 400)
    holder.show()
    assert label.height() >= label.heightForWidth(label.width()) > theme.line("body")


def test_a_block_of_text_knows_its_lines(theme: Theme) -> None:
    runs = (Run("Worse with standing, walking or arching "), Run("backward", "strong"))
    block = TextBlock(theme, runs, 150)
    assert block.lines >= 3
    assert block.height == block.lines * theme.line("body")
    assert TextBlock(theme, runs, 150, most_lines=1).is_cut


def test_an_elided_label_may_become_narrow(qtbot: QtBot, theme: Theme) -> None:
    label = ElidedLabel(theme, "a rather long line of text that does not fit")
    qtbot.addWidget(label)
    assert label.minimumSizeHint().width() < label.sizeHint().width()


def test_a_number_field_leaves_the_wheel_to_the_page_without_focus(qtbot: QtBot, theme: Theme) -> None:
    spin = SpinField(theme, "Hold, seconds", 0, 90)
    qtbot.addWidget(spin)
    spin.setValue(5)
    spin.show()
    spin.clearFocus()
    middle = QPoint(5, 5)
    wheel = QWheelEvent(
        middle,
        middle,
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    spin.wheelEvent(wheel)
    assert spin.value() == 5
    assert not wheel.isAccepted()


def test_an_unusual_value_is_marked(qtbot: QtBot, theme: Theme) -> None:
    field = Field(theme, "Hold")
    qtbot.addWidget(field)
    field.set_unusual(True)
    assert field.property("unusual") is True


def test_items_flow_on_to_the_next_line(qtbot: QtBot, theme: Theme) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder)
    chips = [Chip(theme, "kitchen counter") for _ in range(4)]
    for chip in chips:
        flow.addWidget(chip)
    one = chips[0].sizeHint()
    assert flow.heightForWidth(one.width() * 5) == one.height()
    assert flow.heightForWidth(one.width() + 2) >= 4 * one.height()
    flow.setGeometry(QRect(0, 0, one.width() + 2, 400))
    assert len({chip.y() for chip in chips}) == 4


def test_hidden_items_take_no_place(qtbot: QtBot, theme: Theme) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder)
    first, second = Chip(theme, "mat"), Chip(theme, "mat")
    for chip in (first, second):
        flow.addWidget(chip)
    holder.show()
    first.hide()
    flow.setGeometry(QRect(0, 0, 300, 50))
    assert second.x() == 0


def test_the_count_meter_says_when_it_is_many(qtbot: QtBot, theme: Theme) -> None:
    meter = CountMeter(theme)
    qtbot.addWidget(meter)
    meter.show_count(4)
    assert meter.accessibleName() == "4 of 6 exercises"
    meter.show_count(7)
    assert meter.accessibleName() == "7 exercises. People follow 2 to 4 best."


def test_the_minutes_meter_says_how_much_is_over(qtbot: QtBot, theme: Theme) -> None:
    meter = MinutesMeter(theme)
    qtbot.addWidget(meter)
    meter.show_minutes(26, 40, 20)
    assert meter.accessibleName() == "26 minutes a session, 6 over."
    meter.show_minutes(16, 28, 20)
    assert "limit 20" in meter.accessibleName()


def test_meters_grow_with_what_they_say(qtbot: QtBot, theme: Theme) -> None:
    meter = CountMeter(theme)
    qtbot.addWidget(meter)
    meter.show_count(4)
    short = meter.sizeHint().width()
    meter.show_count(7)
    assert meter.sizeHint().width() > short


def test_the_undo_line_offers_to_take_back(qtbot: QtBot, theme: Theme) -> None:
    line = UndoLine(theme)
    qtbot.addWidget(line)
    line.show_removed("Bird dog removed.")
    assert line.isVisible()
    with qtbot.waitSignal(line.undo_asked):
        qtbot.mouseClick(line._undo, Qt.MouseButton.LeftButton)
    assert not line.isVisible()


def test_a_notice_is_read_as_one_sentence(qtbot: QtBot, theme: Theme) -> None:
    line = NoticeLine(theme)
    qtbot.addWidget(line)
    line.show_line("warn", "early for Bird dog.", "Precaution:")
    assert line.accessibleName() == "Precaution: early for Bird dog."


def test_key_hints_are_read_aloud(qtbot: QtBot, theme: Theme) -> None:
    hints = KeyHints(theme, ((("Ctrl", "N"), "new"),))
    qtbot.addWidget(hints)
    assert hints.accessibleName() == "Ctrl+N new"
    assert hints.minimumSizeHint().width() == 0


def test_the_ring_stands_outside_the_button_that_has_the_focus(qtbot: QtBot, theme: Theme, qapp: QApplication) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    column.setContentsMargins(20, 20, 20, 20)
    button = Button(theme, "Print")
    column.addWidget(button)
    ring = FocusRing(theme, qapp)
    with qtbot.waitExposed(holder):
        holder.show()
    holder.activateWindow()
    button.setFocus()
    qtbot.waitUntil(lambda: ring.widget() is button)
    assert ring.geometry().left() == button.geometry().left() - OUTSIDE
    assert ring.width() == button.width() + 2 * OUTSIDE


def test_the_ring_is_whole_round_a_button_at_the_edge_of_what_it_stands_in(qtbot: QtBot, theme: Theme, qapp: QApplication) -> None:
    holder, ways = QWidget(), QWidget()
    qtbot.addWidget(holder)
    outer, inner = QVBoxLayout(holder), QVBoxLayout(ways)
    outer.setContentsMargins(20, 20, 20, 20)
    inner.setContentsMargins(0, 0, 0, 0)
    button = Button(theme, "Keep, because…")
    inner.addWidget(button)
    outer.addWidget(ways)
    ring = FocusRing(theme, qapp)
    with qtbot.waitExposed(holder):
        holder.show()
    holder.activateWindow()
    button.setFocus()
    qtbot.waitUntil(lambda: ring.widget() is button)
    assert ring.parentWidget().rect().contains(ring.geometry())


@pytest.mark.parametrize("per_cent", [100, 200])
def test_all_widgets_paint_in_both_sizes(qtbot: QtBot, theme: Theme, per_cent: int) -> None:
    theme.set_text_size(per_cent)
    widgets = [Button(theme, "Print", "primary", icon="printer", key="Ctrl+P"), StatusChip(theme, "warn", "1 to answer")]
    widgets += [Chip(theme, "mat", on="served"), Button(theme, "Standard", "menu"), SegmentedChoice(theme, LEVELS)]
    for widget in widgets:
        qtbot.addWidget(widget)
        widget.resize(widget.sizeHint())
        image = widget.grab().toImage()
        colours = {image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}
        assert len(colours) > 3


def test_a_line_that_is_cut_tells_the_whole_in_its_tooltip(qtbot: QtBot, theme: Theme) -> None:
    label = ElidedLabel(theme, "Bath, pool, hot tub or <b>heat</b>")
    qtbot.addWidget(label)
    label.resize(60, 20)
    label.show()
    assert "&lt;b&gt;heat" in label.toolTip()
    label.resize(600, 20)
    assert label.toolTip() == ""
    label.resize(60, 20)
    label.set_text("Bath")
    assert label.toolTip() == ""


def test_a_late_part_of_a_flow_finds_its_own_place(qtbot: QtBot) -> None:
    place = QWidget()
    qtbot.addWidget(place)
    flow = FlowLayout(place)
    first, second = QLabel("first", place), QLabel("second", place)
    flow.addWidget(first)
    place.resize(300, 60)
    place.show()
    QApplication.sendPostedEvents()
    flow.addWidget(second)
    QApplication.sendPostedEvents()
    assert second.isVisible()
    assert second.x() > first.geometry().right()
