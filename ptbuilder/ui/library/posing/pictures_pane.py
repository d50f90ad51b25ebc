"""Start and finish beside each other, with what can be done to both and what is to be mended."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ptbuilder.services.drawing.posing.draft import FrameName
from ptbuilder.services.drawing.posing.picture import PosePicture
from ptbuilder.ui.library.posing.note_list import NoteList
from ptbuilder.ui.library.posing.pose_view import PoseView
from ptbuilder.ui.theme import BETWEEN, EDGE, Theme
from ptbuilder.ui.widgets.buttons import Button
from ptbuilder.ui.widgets.scrolling import scrollable
from ptbuilder.ui.widgets.text import TextLabel
from ptbuilder.ui.widgets.themed import Ground

FRAMES: tuple[FrameName, ...] = ("start", "finish")
NOTES_SHARE = 0.3
"""The most of the height that lines to mend may take."""


class PicturesPane(Ground):
    """``frame_chosen`` carries start or finish, ``limb_chosen`` also joint and side."""

    frame_chosen = Signal(str)
    limb_chosen = Signal(str, str, str)

    def __init__(self, theme: Theme, *, is_one_sided: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(theme, "surface", parent=parent)
        self._hint = self.tr("Press a part of the body to move it.")
        if is_one_sided:
            self._hint += " " + self.tr("Pose the right side; the left is its mirror image.")
        self.setAccessibleName(self.tr("Pictures"))
        names = {"start": self.tr("Start"), "finish": self.tr("Finish")}
        self.views = {frame: PoseView(theme, names[frame]) for frame in FRAMES}
        self.copy_button = Button(theme, self.tr("Copy start to finish"), icon="copy", small=True)
        self.state = TextLabel(theme, "", "caption", "ink_2", wraps=True)
        self.notes = NoteList(theme)
        self._notes_area = scrollable(self.notes)
        self._frames = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.state.set_middle()
        self._lay_out()
        for frame, view in self.views.items():
            view.pressed.connect(lambda frame=frame: self.frame_chosen.emit(frame))
            view.limb_pressed.connect(lambda joint, side, frame=frame: self.limb_chosen.emit(frame, joint, side))

    def show_picture(self, picture: PosePicture) -> None:
        """Show both frames and what is wrong; without frames the last ones stay."""
        if picture.frames:
            for place, frame in enumerate(FRAMES):
                self.views[frame].show_picture(picture.frames[place], picture.limbs[place])
            self._arrange()
        if not picture.is_fast or not picture.frames:
            self.notes.show_notes(picture.notes)
            before = self.copy_button
            for button in self.notes.buttons:  # made late, they would come last of all
                self.setTabOrder(before, button)
                before = button
            self._notes_area.setVisible(bool(picture.notes))
            self._fit_notes()
        drawing = self.tr("Quick picture. The drawing follows when nothing moves.")
        self.state.set_text(drawing if picture.is_fast else self._hint)

    def mark(self, frame: FrameName, joint: str, side: str) -> None:
        """Show which frame is changed, and the limb in it."""
        for each, view in self.views.items():
            view.set_chosen(each == frame)
            view.mark(joint if each == frame else "", side)

    def set_spare(self, spare: bool) -> None:
        """Leave out the words below where there is little height."""
        self.state.setVisible(not spare)

    def resizeEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        """The pictures beside or above each other, as they are larger; lines to mend leave them their room."""
        super().resizeEvent(event)
        self._fit_notes()
        self._arrange()

    def _arrange(self) -> None:
        """Pictures of one who lies are wide: they are larger one above the other where the pane is high."""
        shape, width, height = self.views["start"].shape, self.width() - 2 * EDGE, self.height() - self.theme.tall(60)
        beside, above = min(width / 2 / shape, height), min(width / shape, height / 2)
        down = above > 1.15 * beside
        self._frames.setDirection(QBoxLayout.Direction.TopToBottom if down else QBoxLayout.Direction.LeftToRight)

    def _fit_notes(self) -> None:
        wanted = sum(line.heightForWidth(self.width() - 2 * EDGE) + 2 for line in self.notes.lines) + self.theme.line("caption")
        self._notes_area.setFixedHeight(min(wanted, round(self.height() * NOTES_SHARE)))

    def _lay_out(self) -> None:
        self._frames.setSpacing(BETWEEN)
        for view in self.views.values():
            self._frames.addWidget(view, 1)
        below = QHBoxLayout()
        below.setSpacing(BETWEEN)
        below.addWidget(self.copy_button)
        below.addWidget(self.state, 1)
        below.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, BETWEEN, EDGE, BETWEEN)
        column.setSpacing(BETWEEN - 2)
        column.addLayout(self._frames, 1)
        column.addLayout(below)
        column.addWidget(self._notes_area)
        self._notes_area.hide()
