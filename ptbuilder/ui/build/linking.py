"""What the program and the right column ask of one another, and of the page that holds them."""

from __future__ import annotations

from ptbuilder.ui.build.page import BuildPage
from ptbuilder.ui.build.program.program_pane import ProgramPane
from ptbuilder.ui.build.right_pane import RightPane


def link_columns(program: ProgramPane, right: RightPane, page: BuildPage) -> None:
    """Let reasons open at the right, the focus come back to the program, and the preview get its room."""
    program.why_asked.connect(right.show_why)
    program.why_not_asked.connect(right.show_why_not)
    right.program_asked.connect(program.focus_first)
    right.row_asked.connect(program.choose_exercise)
    program.library_asked.connect(right.library_page_asked)
    right.preview_toggled.connect(page.set_preview)
    page.preview_toggled.connect(right.follow_preview)


def ask_why(program: ProgramPane, right: RightPane) -> None:
    """The key W: about the marked card where the focus is at the right, else about the chosen exercise, else about any."""
    if right.ask_why():
        return
    if program.chosen_prescription:
        program.ask_why()
    else:
        right.show_why_not()
