"""Makes the widgets among the exercises, a precaution to answer and what else is on paper, and joins them to the desk."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from ptbuilder.services.desk.activity_editing import ActivityEditing
from ptbuilder.services.desk.desk import Desk
from ptbuilder.ui.build.program.also_on_paper import AlsoOnPaper
from ptbuilder.ui.build.program.precaution_line import PrecautionLine
from ptbuilder.ui.build.program.program_model import ProgramLine
from ptbuilder.ui.build.program.stage_tabs import stage_name
from ptbuilder.ui.desk_signals import DeskSignals
from ptbuilder.ui.theme import Theme

Do = Callable[[Callable[[], None]], bool]
"""Does an action of the desk; False where it was refused."""


class LineWidgets(QObject):
    """``paper`` is None until its line is first shown.

    ``resized`` follows another height of a widget, ``opened`` one that grew at the end of the list. ``later_asked`` carries the
    prescription and the stage it is moved to, ``kept`` the prescription, the rule and the reason.
    """

    resized = Signal()
    opened = Signal()
    why_asked = Signal(str)
    later_asked = Signal(str, int)
    kept = Signal(str, str, str)

    def __init__(self, desk_signals: DeskSignals, theme: Theme, do: Do, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk_signals = desk_signals
        self._theme = theme
        self._do = do
        self.paper: AlsoOnPaper | None = None

    def make(self, line: ProgramLine) -> PrecautionLine | AlsoOnPaper:
        """The widget of a line that is no exercise."""
        return self._made_paper() if line.kind == "paper" else self._made_precaution(line)

    def show_paper(self) -> None:
        """Show topics, next visit and activities of the desk, where their line is there."""
        if self.paper is None:
            return
        desk = self._desk
        self.paper.show_topics(desk.library, desk.program.education, may_group=desk.may_group)
        self.paper.visit.show_visit(desk.program.next_visit, desk.today)
        self.paper.show_activities(ActivityEditing(desk))

    @property
    def _desk(self) -> Desk:
        return self._desk_signals.desk

    def _made_precaution(self, line: ProgramLine) -> PrecautionLine:
        widget = PrecautionLine(self._theme, self._desk.library, line)
        widget.swap_asked.connect(lambda item, code: self._do(lambda: self._desk.swap(item, code)))
        widget.later_asked.connect(self.later_asked)
        widget.kept.connect(self.kept)
        widget.why_asked.connect(self.why_asked)
        widget.resized.connect(self.resized)
        later = line.row.later_stage if line.row else None
        if later is not None:
            widget.show_later_stage(stage_name(self._desk.library, self._desk.program.stages, later))
        return widget

    def _made_paper(self) -> AlsoOnPaper:
        self.paper = paper = AlsoOnPaper(self._theme)
        paper.topic_added.connect(lambda code: self._do(lambda: self._desk.add_topic(code)))
        paper.topic_removed.connect(lambda code: self._do(lambda: self._desk.remove_topic(code)))
        paper.group_asked.connect(lambda: self._do(lambda: self._desk.group_by_position()))
        paper.visit.visit_set.connect(lambda visit: self._do(lambda: self._desk.set_next_visit(visit)))
        paper.resized.connect(self.resized)
        paper.visit.opened.connect(self.opened)
        paper.activities.acted.connect(self._do)
        paper.activities_opened.connect(self.opened)
        self.show_paper()
        return paper
