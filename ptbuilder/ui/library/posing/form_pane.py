"""The form: which frame is changed, always in sight, and below it everything that can be changed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ptbuilder.services.drawing.posing.draft import FrameName, PoseDraft
from ptbuilder.services.drawing.posing.posing import Posing
from ptbuilder.ui.library.posing.arrow_section import ArrowSection
from ptbuilder.ui.library.posing.begin_section import BeginSection
from ptbuilder.ui.library.posing.camera_section import CameraSection
from ptbuilder.ui.library.posing.joint_section import JointSection
from ptbuilder.ui.library.posing.limb_section import LimbSection
from ptbuilder.ui.library.posing.position_section import PositionSection
from ptbuilder.ui.library.posing.section import Section
from ptbuilder.ui.library.posing.thing_section import ThingSection
from ptbuilder.ui.theme import BETWEEN, EDGE, GROUP, Theme
from ptbuilder.ui.widgets.scrolling import scrollable
from ptbuilder.ui.widgets.segmented import SegmentedChoice
from ptbuilder.ui.widgets.text import TextLabel
from ptbuilder.ui.widgets.themed import Ground


class FormPane(Ground):
    """``changed`` carries the next draft and the key of its step, ``let_go`` ends a step."""

    changed = Signal(object, str)
    let_go = Signal()

    def __init__(self, theme: Theme, posing: Posing, steps: int, parent: QWidget | None = None) -> None:
        super().__init__(theme, "window", ("left", "top"), parent)
        self.setAccessibleName(self.tr("Pose"))
        frames = (("start", self.tr("Start")), ("finish", self.tr("Finish")))
        self.frame_choice = SegmentedChoice(theme, frames, may_be_none=False)
        self.frame_choice.setAccessibleName(self.tr("Change"))
        self.begin = BeginSection(theme, posing)
        self.joints = JointSection(theme)
        self.limbs = LimbSection(theme)
        self.position = PositionSection(theme)
        self.things = ThingSection(theme)
        self.arrows = ArrowSection(theme)
        self.camera = CameraSection(theme, steps)
        self.sections: tuple[Section, ...] = (
            self.begin,
            self.joints,
            self.limbs,
            self.position,
            self.things,
            self.arrows,
            self.camera,
        )
        self._area = scrollable(self._laid_sections())
        self._lay_out()
        for section in self.sections:
            section.changed.connect(self.changed)
            section.let_go.connect(self.let_go)

    def show_draft(self, draft: PoseDraft, frame: FrameName) -> None:
        """Show what the draft says of a frame."""
        self.frame_choice.set_value(frame)
        for section in self.sections:
            section.show_draft(draft, frame)

    def reveal(self, section: QWidget) -> None:
        """Scroll a section to the top."""
        self._area.verticalScrollBar().setValue(section.y() - BETWEEN)

    def _laid_sections(self) -> QWidget:
        sections = Ground(self.theme, "window")
        column = QVBoxLayout(sections)
        column.setContentsMargins(EDGE, BETWEEN, EDGE, EDGE)
        column.setSpacing(GROUP)
        for section in self.sections:
            column.addWidget(section)
        column.addStretch(1)
        return sections

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(EDGE, BETWEEN, EDGE, BETWEEN)
        head.setSpacing(BETWEEN)
        head.addWidget(TextLabel(self.theme, self.tr("Change"), "strong"))
        head.addWidget(self.frame_choice)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._area, 1)
