"""A pose is made by keys and presses; pictures follow; what is handed over is the figure as data."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from ptbuilder.domain.drawing import Drawing
from ptbuilder.domain.exercise import Exercise
from ptbuilder.domain.image import RasterImage
from ptbuilder.domain.library import Library
from ptbuilder.services.drawing.figure_look import FigureLook
from ptbuilder.services.drawing.own_drawings import forget_own
from ptbuilder.services.drawing.posing.notes import PoseNote
from ptbuilder.services.drawing.posing.picture import Limb, PosePicture
from ptbuilder.services.drawing.posing.posing import Posing
from ptbuilder.ui.fonts import load_fonts
from ptbuilder.ui.library.posing.panel import PosePanel
from ptbuilder.ui.look import wear
from ptbuilder.ui.tasks import TaskRunner
from ptbuilder.ui.theme import Theme

SHIN = Limb("knee", "r", (0.5, 0.5), (0.5, 0.9), 0.1, 0.0)
OUT = PoseNote("Finish, right hand: the place on the left ankle is 40 cm out of reach.", "finish", "hand", "r")


class Engine:
    """Stands in for the engine: says what it was asked, and answers with a blank picture and a limb."""

    def __init__(self) -> None:
        self.asked: list[tuple[Any, bool]] = []
        self.notes: tuple[PoseNote, ...] = ()

    def __call__(
        self,
        _work: Callable[..., Any],
        figure: Any,
        _look: FigureLook,
        follows: bool,
        size: tuple[int, int] | None = None,
        _within: object = None,
    ) -> PosePicture:
        self.asked.append((figure, size is not None))
        limbs = ((SHIN,), (SHIN,))
        if size is not None:
            pixels = RasterImage(2, 2, bytes(16))
            return PosePicture(figure, (pixels, pixels), limbs, self.notes, True)
        drawn = {**figure, "arrows": ["foot_r"]} if follows else figure
        return PosePicture(drawn, (Drawing(100, 100, ()), Drawing(100, 100, ())), limbs, self.notes, False)


@pytest.fixture
def engine() -> Engine:
    return Engine()


@pytest.fixture
def posing(library: Library, engine: Engine) -> Iterator[Posing]:
    yield Posing(library, engine, engine)
    forget_own()


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    made = Theme(load_fonts(), "light")
    wear(qapp, made)
    return made


OWN = Exercise("own-kick", {"en": "My kick"}, "knee", "strength", (), "standing", "strength", {"en": ("Stand.", "Kick.", "Rest.")})


def shown(qtbot: QtBot, theme: Theme, posing: Posing, exercise: Exercise = OWN, size: tuple[int, int] = (1000, 800)) -> PosePanel:
    panel = PosePanel(theme, posing, exercise)
    qtbot.addWidget(panel)
    panel.resize(*size)
    with qtbot.waitExposed(panel):
        panel.show()
    qtbot.waitUntil(lambda: panel.drawer.is_up_to_date)
    return panel


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme, posing: Posing) -> PosePanel:
    return shown(qtbot, theme, posing)


def rested(qtbot: QtBot, panel: PosePanel) -> None:
    qtbot.waitUntil(lambda: panel.drawer.is_up_to_date)


def test_an_exercise_without_figure_begins_standing_and_is_drawn(panel: PosePanel, engine: Engine) -> None:
    assert panel.history.draft.base == "standing"
    assert engine.asked[0] == (panel.history.draft.figure, True)
    assert engine.asked[-1] == (panel.history.draft.figure, False)
    assert not panel.head.undo_button.isEnabled()


def test_a_slider_moves_the_joint_and_the_drawing_follows(qtbot: QtBot, panel: PosePanel, engine: Engine) -> None:
    panel.form.joints.choose("knee", "r")
    slider = panel.form.joints.rows["flexion"].slider
    slider.setFocus()
    qtbot.keyClick(slider, Qt.Key.Key_PageUp)
    qtbot.keyClick(slider, Qt.Key.Key_PageUp)
    assert panel.history.draft.raw("finish")["knee_r"] == 22
    rested(qtbot, panel)
    assert engine.asked[-1] == (panel.history.draft.figure, False)
    assert panel.form.joints.rows["flexion"].field.value() == 22
    assert "22° flexion" in slider.accessibleDescription()
    assert "158° flexion" in slider.accessibleDescription()


def test_dragging_is_one_step_of_undo(qtbot: QtBot, panel: PosePanel) -> None:
    slider = panel.form.joints.rows["flexion"].slider
    middle = slider.height() // 2
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() // 2, middle))
    qtbot.mouseMove(slider, QPoint(slider.width() - 20, middle))
    qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() - 20, middle))
    assert panel.history.draft.raw("finish")["hip_r"] > 80
    qtbot.keyClick(slider, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert panel.history.draft.raw("finish") == {}
    qtbot.keyClick(slider, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert "hip_r" in panel.history.draft.raw("finish")


def test_undo_works_from_a_number_that_was_typed(qtbot: QtBot, panel: PosePanel) -> None:
    field = panel.form.joints.rows["flexion"].field
    field.setFocus()
    qtbot.keyClicks(field, "45")
    assert panel.history.draft.raw("finish")["hip_r"] == 45
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert panel.history.draft.raw("finish") == {}
    assert field.value() == 0


def test_letters_and_undo_do_nothing_else_in_the_window(qtbot: QtBot, theme: Theme, posing: Posing) -> None:
    window, pressed = QMainWindow(), list[str]()
    qtbot.addWidget(window)
    for keys in ("E", "Ctrl+Z", "Ctrl+Return"):
        QShortcut(QKeySequence(keys), window, activated=lambda keys=keys: pressed.append(keys))
    panel = PosePanel(theme, posing, OWN)
    window.setCentralWidget(panel)
    with qtbot.waitActive(window):
        window.show()
    slider = panel.form.joints.rows["flexion"].slider
    slider.setFocus()
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert panel.history.can_undo
    qtbot.keyClick(slider, Qt.Key.Key_E)
    qtbot.keyClick(slider, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not panel.history.can_undo
    with qtbot.waitSignal(panel.posed):
        qtbot.keyClick(slider, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not pressed


def test_it_is_told_that_a_hand_is_let_go(panel: PosePanel) -> None:
    panel.form.begin.start.picked.emit("sitting")
    panel.form.joints.choose("elbow", "r")
    assert panel.form.joints.hint.text() == "Hand or foot: On the right thigh. Moving this joint lets it go."
    panel.form.joints.rows["flexion"].slider.setValue(90)
    assert panel.form.joints.hint.text() == ""


def test_a_press_on_a_limb_shows_its_joint_in_that_frame(qtbot: QtBot, panel: PosePanel) -> None:
    view = panel.pictures.views["start"]
    box = view.picture_box
    at = QPoint(round(box.left() + 0.5 * box.width()), round(box.top() + 0.7 * box.width()))
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=at)
    assert (panel.frame, panel.form.joints.chosen_joint, panel.form.joints.sides) == ("start", "knee", "r")
    assert panel.form.joints.rows["flexion"].slider.hasFocus()
    assert panel.form.frame_choice.value == "start"


def test_the_fault_is_told_and_leads_to_its_place(qtbot: QtBot, panel: PosePanel, engine: Engine) -> None:
    engine.notes = (OUT,)
    panel.form.limbs.fields["hand", "r"].picked.emit("ankle_l")
    rested(qtbot, panel)
    (line,) = panel.pictures.notes.lines
    assert line.label.text() == OUT.sentence
    panel.pictures.notes.asked.emit(OUT)
    assert panel.form.limbs.fields["hand", "r"].hasFocus()
    assert panel.form.limbs.rows["along"].isVisible()
    engine.notes = ()
    panel.undo()
    rested(qtbot, panel)
    assert not panel.pictures.notes.lines


def test_a_library_exercise_is_taken_over_by_typing_its_name(qtbot: QtBot, panel: PosePanel) -> None:
    qtbot.keyClicks(panel.form.begin.field, "bird dog")
    assert panel.form.begin.codes[0] == "lx-bird-dog"
    qtbot.keyClick(panel.form.begin.field, Qt.Key.Key_Return)
    assert panel.history.draft.base == "hands-knees"
    assert panel.history.draft.figure["shows"] == [1, 3]
    assert panel.form.begin.field.text() == ""
    panel.undo()
    assert panel.history.draft.base == "standing"


def test_positions_things_and_camera_are_said_in_the_figure(qtbot: QtBot, panel: PosePanel) -> None:
    panel.form.begin.start.picked.emit("sitting")
    panel.form.things.chips["chair"].click()
    panel.form.things.fields[0, "arms"].picked.emit(True)  # type: ignore[union-attr]
    panel.form.camera.view.picked.emit("left")
    panel.form.camera.crop.picked.emit("upper-body")
    panel.form.arrows.add()
    panel.form.arrows.cards[0].follow.picked.emit("knee_r")
    panel.form.camera.steps[1].setValue(2)
    panel.form.position.first.picked.emit("feet")
    figure = panel.history.draft.figure
    assert figure["start"] == {"base": "sitting"}
    assert figure["props"] == [{"kind": "chair", "arms": True}]
    assert (figure["view"], figure["crop"], figure["arrows"], figure["shows"]) == (
        "left",
        "upper-body",
        ["knee_r", "hand_r"],
        [1, 2],
    )
    assert figure["finish"] == {"contact": ["feet"]}
    rested(qtbot, panel)
    assert not panel.form.things.fields[0, "forward"].isVisibleTo(panel)
    assert panel.form.things.fields[0, "arms"].isVisibleTo(panel)
    panel.form.things._more[0].click()
    assert panel.form.things.fields[0, "forward"].isVisibleTo(panel)
    panel.form.things.chips["chair"].click()
    assert "props" not in panel.history.draft.figure


def arrows(panel: PosePanel) -> Any:
    return panel.history.draft.figure.get("arrows")


def test_all_arrows_of_a_figure_are_listed_changed_and_taken_away(
    qtbot: QtBot, theme: Theme, posing: Posing, library: Library
) -> None:
    panel = shown(qtbot, theme, posing, library.exercises["lx-bird-dog"])
    section = panel.form.arrows
    assert [card.title.text() for card in section.cards] == ["1. Right foot, up", "2. Left hand, up"]
    before = arrows(panel)
    section.cards[1].follow.picked.emit("head")
    section.cards[1].frame.picked.emit("start")
    assert arrows(panel) == [before[0], {**before[1], "follow": "head", "on": "start"}]
    qtbot.mouseClick(section.cards[0].out, Qt.MouseButton.LeftButton)
    assert [card.title.text() for card in section.cards] == ["1. Head, up"]
    assert section.cards[0].out.hasFocus()
    qtbot.mouseClick(section.cards[0].out, Qt.MouseButton.LeftButton)
    assert arrows(panel) == []
    assert section.none.isVisibleTo(panel)
    assert section.add_button.hasFocus()
    panel.undo()
    assert len(section.cards) == 1


def test_an_arrow_is_added_beside_the_one_that_was_drawn(qtbot: QtBot, panel: PosePanel) -> None:
    section = panel.form.arrows
    assert section.automatic.isChecked()
    assert section.cards == []
    qtbot.mouseClick(section.add_button, Qt.MouseButton.LeftButton)
    assert arrows(panel) == ["foot_r", "hand_r"]
    assert section.cards[1].follow.hasFocus()
    section.automatic.click()
    assert panel.history.draft.follows
    assert section.cards == []


def test_where_an_arrow_stands_is_said_in_numbers_or_left_to_the_engine(qtbot: QtBot, panel: PosePanel) -> None:
    panel.form.arrows.add()
    card = panel.form.arrows.cards[0]
    assert not card.length.isVisibleTo(panel)
    card.more.click()
    card.length.setValue(20)
    card.aside[1].setValue(7)
    card.both_ways.click()
    card.line.picked.emit(True)
    assert arrows(panel)[0] == {"follow": "foot_r", "length": 20, "shift": [0, 7], "both_ways": True, "straight": True}
    card.length.setValue(card.length.minimum())
    card.aside[0].setValue(card.aside[0].minimum())
    assert arrows(panel)[0] == {"follow": "foot_r", "both_ways": True, "straight": True}


def test_the_start_is_copied_to_the_finish(panel: PosePanel) -> None:
    panel.form.joints.rows["flexion"].slider.setValue(70)
    panel.pictures.copy_button.click()
    assert panel.history.draft.raw("finish") == {}


def test_the_figure_is_handed_over_with_the_arrow_that_was_drawn(qtbot: QtBot, panel: PosePanel) -> None:
    panel.form.joints.rows["flexion"].slider.setValue(70)
    with qtbot.waitSignal(panel.posed) as posed:
        qtbot.keyClick(panel.form.joints.rows["flexion"].slider, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    figure = posed.args[0]
    assert figure["finish"]["hip_r"] == 70
    assert figure["arrows"] == ["foot_r"]


def test_leaving_keeps_the_draft_until_it_is_used(qtbot: QtBot, theme: Theme, posing: Posing, panel: PosePanel) -> None:
    panel.form.joints.rows["flexion"].slider.setValue(70)
    with qtbot.waitSignal(panel.left):
        qtbot.keyClick(panel.form.joints.rows["flexion"].slider, Qt.Key.Key_Escape)
    again = shown(qtbot, theme, posing)
    assert again.history.draft.raw("finish")["hip_r"] == 70
    again.undo()
    assert again.history.draft.raw("finish") == {}
    again.redo()
    with qtbot.waitSignal(again.posed):
        again.use()
    again.hide()
    assert posing.kept(OWN.code) is None


def test_a_figure_that_could_not_be_kept_is_handed_over_again_only_when_asked(
    qtbot: QtBot, panel: PosePanel, posing: Posing
) -> None:
    figures: list[Any] = []
    panel.posed.connect(figures.append)
    panel.use()
    panel.form.joints.rows["flexion"].slider.setValue(40)
    rested(qtbot, panel)
    assert len(figures) == 1
    panel.hide()
    assert posing.kept(OWN.code) is panel.history.draft


def test_nobody_waits_for_a_drawing_that_is_under_way_when_the_panel_goes(
    qtbot: QtBot, theme: Theme, library: Library, engine: Engine
) -> None:
    go_on, is_begun = Event(), Event()

    def slow(*asked: Any) -> PosePicture:
        is_begun.set()
        go_on.wait(10)
        return engine(*asked)

    window = QWidget()
    qtbot.addWidget(window)
    panel = PosePanel(theme, Posing(library, slow, engine), OWN, window)
    with qtbot.waitExposed(window):
        window.show()
    qtbot.waitUntil(is_begun.is_set)
    panel.leave()
    panel.setParent(None)
    panel.deleteLater()
    with qtbot.waitSignal(panel.destroyed):
        pass
    (kept,) = window.findChildren(TaskRunner)
    with qtbot.waitSignal(kept.destroyed):
        go_on.set()


def test_the_figure_of_an_exercise_is_handed_over_as_it_was_where_nothing_changed(
    qtbot: QtBot, theme: Theme, posing: Posing, library: Library
) -> None:
    exercise = library.exercises["lx-bird-dog"]
    panel = shown(qtbot, theme, posing, exercise)
    with qtbot.waitSignal(panel.posed) as posed:
        panel.use()
    assert posed.args[0] == exercise.figure


@pytest.mark.parametrize(("size", "text"), [((1368, 850), 100), ((968, 544), 100), ((968, 544), 200), ((560, 544), 200)])
def test_all_fits_in_small_windows_and_large_text(
    qtbot: QtBot, theme: Theme, posing: Posing, size: tuple[int, int], text: int
) -> None:
    theme.set_text_size(text)
    panel = shown(qtbot, theme, posing, size=size)
    assert panel.width() == size[0]
    for part in (*panel.pictures.views.values(), panel.head.use_button, panel.head.leave_button, panel.form.frame_choice):
        assert panel.rect().contains(part.rect().translated(part.mapTo(panel, QPoint(0, 0)))), part.accessibleName()


def test_tab_goes_through_the_form_as_it_is_read(qtbot: QtBot, panel: PosePanel, engine: Engine) -> None:
    engine.notes = (OUT,)
    panel.form.things.chips["chair"].click()
    panel.form.limbs.fields["hand", "r"].picked.emit("ankle_l")
    rested(qtbot, panel)
    qtbot.keyClicks(panel.form.begin.field, "bridge")
    order: list[QWidget] = []
    here: QWidget | None = panel.head.leave_button
    while here is not None and here not in order:
        order.append(here)
        here = here.nextInFocusChain()
    wanted = [
        panel.head.use_button,
        panel.pictures.copy_button,
        panel.pictures.notes.buttons[0],
        panel.form.frame_choice.segment("finish"),
        panel.form.begin.field,
        panel.form.begin.start,
        panel.form.joints.chips["hip"],
        panel.form.joints.rows["flexion"].slider,
        panel.form.joints.rows["rotation"].field,
        panel.form.limbs.fields["hand", "r"],
        panel.form.limbs.rows["along"].slider,
        panel.form.limbs.headings["bend"],
        panel.form.position.first,
        panel.form.things.chips["weight"],
        panel.form.things.fields[0, "place"],
        panel.form.arrows.automatic,
        panel.form.arrows.add_button,
        panel.form.camera.view,
    ]
    places = [order.index(each) for each in wanted]
    assert places == sorted(places), [
        wanted[at].accessibleName() for at in range(len(wanted)) if at and places[at] < places[at - 1]
    ]


def test_everything_that_takes_the_focus_has_a_name(panel: PosePanel) -> None:
    for joint in panel.form.joints.chips:
        panel.form.joints.choose(joint, "r")
    unnamed = [
        part
        for part in panel.findChildren(QWidget)
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.isVisible() and not part.focusProxy() and not part.accessibleName()
    ]
    assert not unnamed
