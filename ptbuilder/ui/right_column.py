"""Makes the right column of Build: its tabs at once, preview and referral note when they are first opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ptbuilder.domain.values import dataclass
from ptbuilder.ui.build.figures.pictures import DrawingCache
from ptbuilder.ui.build.linking import link_columns
from ptbuilder.ui.build.page import BuildPage
from ptbuilder.ui.build.program.program_pane import ProgramPane
from ptbuilder.ui.build.right_pane import RightPane
from ptbuilder.ui.desk_signals import DeskSignals
from ptbuilder.ui.leading import Leading
from ptbuilder.ui.tasks import TaskRunner
from ptbuilder.ui.theme import Theme

if TYPE_CHECKING:
    from ptbuilder.services.paper.handing_out import HandingOut
    from ptbuilder.services.patients.reception import Reception
    from ptbuilder.ui.preview.pane import PreviewPane
    from ptbuilder.ui.preview.referral_pane import ReferralPane


@dataclass(frozen=True, slots=True)
class RightColumn:
    """What the column is made of; ``leading`` goes to where an open check can be mended."""

    desk_signals: DeskSignals
    theme: Theme
    tasks: TaskRunner
    pictures: DrawingCache
    reception: Reception
    handing_out: HandingOut
    leading: Leading

    def made(self, program: ProgramPane, page: BuildPage) -> RightPane:
        """The column, joined to the program and to the page that holds both."""
        right = RightPane(self.desk_signals, self.theme, self.pictures)
        right.set_preview(lambda: self._made_preview(program))
        right.set_referral(self._made_referral)
        link_columns(program, right, page)
        return right

    def _made_preview(self, program: ProgramPane) -> PreviewPane:
        from ptbuilder.ui.preview.pane import PreviewPane

        preview = PreviewPane(self.desk_signals, self.tasks, self.theme)
        preview.open(self.reception, self.handing_out)
        program.prescription_chosen.connect(preview.show_exercise)
        preview.exercise_chosen.connect(program.choose_prescription)
        preview.place_asked.connect(self.leading.lead)
        if program.chosen_prescription:
            preview.show_exercise(program.chosen_prescription)
        return preview

    def _made_referral(self) -> ReferralPane:
        from ptbuilder.ui.preview.referral_pane import ReferralPane

        return ReferralPane(self.desk_signals, self.reception, self.handing_out, self.tasks, self.theme)
