"""The panel behind "Pose a figure": pictures at the left, the form at the right; below each other where it is narrow."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QVBoxLayout, QWidget

from ptbuilder.domain.exercise import Exercise
from ptbuilder.domain.text import say
from ptbuilder.services.drawing.posing.draft import FrameName, PoseDraft, copied_to_finish
from ptbuilder.services.drawing.posing.notes import PoseNote
from ptbuilder.services.drawing.posing.picture import PosePicture
from ptbuilder.services.drawing.posing.posing import PoseHistory, Posing
from ptbuilder.ui.announcing import announce
from ptbuilder.ui.labels import language
from ptbuilder.ui.library.posing.angle_slider import is_undo_key
from ptbuilder.ui.library.posing.drawer import PoseDrawer
from ptbuilder.ui.library.posing.form_pane import FormPane
from ptbuilder.ui.library.posing.head import PoseHead
from ptbuilder.ui.library.posing.pictures_pane import PicturesPane
from ptbuilder.ui.theme import Theme

BESIDE_FROM, LOW_BESIDE_FROM = 580, 440
"""Widths at 100 % text from which the form stands beside the pictures: usually, and in a low window."""
FORM, FORM_SHARE = 300, 0.56
"""Width of the form there, and the most of the whole width that it takes."""
LOW = 360
"""Height at 100 % text below which a window is low."""
QUICK = 480
"""Pixels of a fast picture at most."""
LIMB_OF = {"ankle": "foot", "toes": "foot", "wrist": "hand", "fingers": "hand"}


class PosePanel(QWidget):
    """``posed`` carries the figure as data, ``left`` says that nothing is to change. A draft that is left is kept for a return."""

    posed = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, posing: Posing, exercise: Exercise, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pose_panel")
        self.theme = theme
        self._posing = posing
        self._exercise = exercise
        name = say(exercise.name, language())
        self.setAccessibleName(self.tr("Pose a figure: {name}").format(name=name))
        self.head = PoseHead(theme, name)
        self.history = PoseHistory(posing.begin(exercise))
        kept = posing.kept(exercise.code)
        if kept is not None:
            self.history.change(kept)
        self.frame: FrameName = "finish"
        self._is_leaving = False
        self._used: PoseDraft | None = None
        self._picture: PosePicture | None = None
        self.pictures = PicturesPane(theme, is_one_sided=exercise.unilateral)
        self.form = FormPane(theme, posing, max((len(each) for each in exercise.steps.values()), default=1))
        self.drawer = PoseDrawer(posing, self)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self._connect()
        self._fit()
        self.setFocusProxy(self.form.begin.field)
        self._show()

    # ---- what the panel does ----------------------------------------------------------------------------------------

    def change(self, draft: PoseDraft, key: str = "") -> None:
        """Go on with another draft; changes with the same key that follow each other are one step of undo."""
        if self.history.change(draft, key):
            self._show()

    def undo(self) -> None:
        """Take the last step back."""
        if self.history.undo():
            announce(self, self.tr("Undone"))
            self._show()

    def redo(self) -> None:
        """Do a step again."""
        if self.history.redo():
            announce(self, self.tr("Done again"))
            self._show()

    def choose_frame(self, frame: str) -> None:
        """Change this frame from now on."""
        self.frame = "start" if frame == "start" else "finish"
        self.history.close_step()
        self._show_form()

    def go_to_joint(self, frame: str, joint: str, side: str) -> None:
        """Show the sliders of a joint, and of its hand or foot the place."""
        if frame:
            self.choose_frame(frame)
        self.form.joints.choose(joint, side)
        if joint in LIMB_OF and side:
            self.form.limbs.choose(LIMB_OF[joint], side)
        self._mark()
        self.form.reveal(self.form.joints)
        next(iter(self.form.joints.rows.values())).slider.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to_note(self, note: PoseNote) -> None:
        """Show the part of the form where this is mended."""
        if note.part in ("hand", "foot"):
            self.choose_frame(note.frame or self.frame)
            self.form.limbs.choose(note.part, note.side)
            self.form.reveal(self.form.limbs)
            self.form.limbs.fields[note.part, note.side].setFocus(Qt.FocusReason.OtherFocusReason)
        elif note.part == "position":
            self.choose_frame(note.frame or self.frame)
            self.form.reveal(self.form.position)
            self.form.position.first.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.go_to_joint(note.frame, note.part, note.side)

    def use(self) -> None:
        """Hand the figure over, as soon as its drawing is made."""
        self._is_leaving = True
        if self.drawer.is_up_to_date:
            self._hand_over()
        else:
            self.drawer.finish()

    def leave(self) -> None:
        """Go without changing anything; the draft is kept for this run of the program."""
        self._keep()
        self._rest()
        self.left.emit()

    # ---- Qt ---------------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """The panel's keys, and letters, do nothing else in the window while the focus is inside."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_own_key(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Z, Ctrl+Y and Ctrl+Shift+Z, Ctrl+Enter, Esc."""
        if is_undo_key(event):
            forward = event.key() == Qt.Key.Key_Y or event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            (self.redo if forward else self.undo)()
        elif _is_use(event):
            self.use()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The form stands beside the pictures or below them."""
        super().resizeEvent(event)
        self._fit()

    def hideEvent(self, event: QHideEvent) -> None:
        """What was changed is kept, also where the page is left by another way."""
        super().hideEvent(event)
        self._keep()
        self._rest()

    # ---- inside -----------------------------------------------------------------------------------------------------

    def _fit(self) -> None:
        is_low = self.height() < self.theme.wide(LOW)
        beside = self.width() >= self.theme.wide(LOW_BESIDE_FROM if is_low else BESIDE_FROM)
        form = min(self.theme.wide(FORM), round(self.width() * FORM_SHARE))
        self._body.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self.form.setMinimumWidth(form if beside else 0)
        self.form.setMaximumWidth(form if beside else 16_777_215)
        self._body.setStretch(1, 0 if beside else 1)
        self.pictures.setMaximumHeight(16_777_215 if beside else round(self.height() * 0.42))
        self.pictures.set_spare(is_low or not beside)
        self.head.fit(self.width())

    def _rest(self) -> None:
        """Let what is being drawn end without anybody waiting for it."""
        window = self.window()
        self.drawer.retire(window if window is not self else QApplication.instance() or self)
        self._posing.rest()

    def _keep(self) -> None:
        is_unfinished = self.history.can_undo and self.history.draft != self._used
        self._posing.keep(self._exercise.code, self.history.draft if is_unfinished else None)

    def _show(self) -> None:
        self._show_form()
        box = self.pictures.views["finish"].picture_box
        most = round(max(box.width(), box.height(), 200) * self.devicePixelRatioF())
        self.drawer.size = (min(most, QUICK), min(most, QUICK))
        self.drawer.show(self.history.draft)

    def _show_form(self) -> None:
        draft = self.history.draft
        self.form.show_draft(draft, self.frame)
        self.head.undo_button.setEnabled(self.history.can_undo)
        self.head.redo_button.setEnabled(self.history.can_redo)
        self.pictures.copy_button.setEnabled(bool(draft.raw("finish")))
        self._mark()

    def _mark(self) -> None:
        self.pictures.mark(self.frame, self.form.joints.chosen_joint, self.form.joints.sides)

    def _on_drawn(self, picture: PosePicture, is_newest: bool) -> None:
        before, self._picture = self.pictures.notes.notes, picture
        self.pictures.show_picture(picture)
        if not picture.is_fast:
            self.form.arrows.show_found(picture.figure)
        if self.pictures.notes.notes != before:
            announce(self, " ".join(note.sentence for note in picture.notes) or self.tr("Nothing to mend"))
        if self._is_leaving and is_newest and not picture.is_fast:
            self._hand_over()

    def _hand_over(self) -> None:
        assert self._picture is not None
        self._is_leaving = False
        if not self._picture.frames:
            return  # the lines below the pictures say what cannot be read
        self._used = self.history.draft
        self._posing.take(self._picture)
        self._keep()
        self._rest()
        self.posed.emit(dict(self._picture.figure))

    def _on_begun(self, code: str) -> None:
        self.change(self._posing.begin_like(code, self.history.draft))

    def _connect(self) -> None:
        self.form.changed.connect(self.change)
        self.form.let_go.connect(self.history.close_step)
        self.form.begin.begun.connect(self._on_begun)
        self.form.joints.let_go.connect(self._mark)
        self.form.frame_choice.chosen.connect(self.choose_frame)
        self.pictures.frame_chosen.connect(self.choose_frame)
        self.pictures.limb_chosen.connect(self.go_to_joint)
        self.pictures.notes.asked.connect(self.go_to_note)
        self.pictures.copy_button.clicked.connect(lambda: self.change(copied_to_finish(self.history.draft)))
        self.head.undo_button.clicked.connect(self.undo)
        self.head.redo_button.clicked.connect(self.redo)
        self.head.leave_button.clicked.connect(self.leave)
        self.head.use_button.clicked.connect(self.use)
        self.drawer.drawn.connect(self._on_drawn)

    def _lay_out(self) -> None:
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(0)
        self._body.addWidget(self.pictures, 1)
        self._body.addWidget(self.form)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addLayout(self._body, 1)


def _is_use(event: QKeyEvent) -> bool:
    keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return event.key() in keys and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)


def _is_own_key(event: QKeyEvent) -> bool:
    modifiers = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    is_letter = modifiers == Qt.KeyboardModifier.NoModifier and event.text().isprintable() and bool(event.text())
    return is_letter or is_undo_key(event) or _is_use(event)
