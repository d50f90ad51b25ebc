"""Leads from a check to the very field in which it is mended."""

from __future__ import annotations

from collections.abc import Callable

from ptbuilder.services.paper.sheet_texts import Place, PlaceKind
from ptbuilder.ui.build.assessment.assessment_pane import AssessmentPane
from ptbuilder.ui.build.page import BuildPage
from ptbuilder.ui.build.print_bar import PrintBar
from ptbuilder.ui.build.program.program_pane import ProgramPane
from ptbuilder.ui.window import MainWindow


class Leading:
    """Opens the page and pane of a place and puts the cursor into its field."""

    def __init__(
        self, window: MainWindow, page: BuildPage, assessment: AssessmentPane, program: ProgramPane, print_bar: PrintBar
    ) -> None:
        self._window = window
        self._page = page
        self._assessment = assessment
        self._program = program
        self._print_bar = print_bar

    def lead(self, place: Place) -> None:
        """Go to ``place``; a layout is changed where the check stands, so nothing moves for it."""
        ways: dict[PlaceKind, Callable[[], None]] = {
            "questions": self._print_bar.answer_asked.emit,
            "patient": self._window.top_bar.enter_patient,
            "clinic": lambda: self._open_clinic(place.subject),
            "message": self._open_message,
            "note": lambda: self._program.edit_note(place.subject),
            "activity": lambda: self._program.edit_activities(place.subject),
            "dose": lambda: self._program.edit_dose(place.subject),
            "exercise": lambda: self._program.choose_prescription(place.subject),
            "findings": self._page.focus_assessment,
            "equipment": self._open_equipment,
        }
        if place.kind in ways:
            ways[place.kind]()

    def _open_clinic(self, part: str) -> None:
        self._window.show_page("clinic")
        page = self._window.page_widget("clinic")
        focus = getattr(page, "focus_part", None)
        if focus is not None:
            focus(part)

    def _open_message(self) -> None:
        """The note above the exercises has no room beside the preview."""
        self._page.set_preview(False)
        self._program.edit_message()

    def _open_equipment(self) -> None:
        self._page.open_pane(self._assessment)
        self._assessment.show_equipment()
