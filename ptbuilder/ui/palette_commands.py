"""What the palette can do besides finding: everything that has a key, and what has none."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ptbuilder.ui.build.assessment.assessment_pane import AssessmentPane
from ptbuilder.ui.build.print_bar import choices_text
from ptbuilder.ui.build.program.program_pane import ProgramPane
from ptbuilder.ui.labels import patient_name
from ptbuilder.ui.palette.entries import Entry

if TYPE_CHECKING:
    from ptbuilder.ui.pages import Parts


def _tr(text: str) -> str:
    return QCoreApplication.translate("Pages", text)


class PaletteCommands:
    """Entries made anew each time they are asked for; ``sheet_printer`` gives None while there is no data to print a sheet for."""

    def __init__(
        self, parts: Parts, write_exercise: Callable[[], None], sheet_printer: Callable[[], Callable[[], None] | None]
    ) -> None:
        self._parts = parts
        self._write_exercise = write_exercise
        self._sheet_printer = sheet_printer

    def things_to_do(self) -> Iterator[Entry]:
        """What can be done now; what cannot is there as well, and says so."""
        desk = self._parts.desk_signals.desk
        ready = bool(desk.rows) or desk.outcome.stop is not None
        yield from self._with_paper(ready)
        yield from self._with_program(ready)
        yield from self._with_window(ready)

    def _with_paper(self, ready: bool) -> Iterator[Entry]:
        printing, forms, desk = self._parts.printing, self._parts.other_forms, self._parts.desk_signals.desk
        about = f"{patient_name(desk.work.patient)}, {choices_text(desk.work.choices, 3)}"
        yield self._action("print_handout", "printer", hint=about, words=_tr("paper handout sheet"), is_enabled=ready)
        yield Entry("do", "printer", _tr("Print two copies"), lambda: printing.print_handout(copies=2), is_enabled=ready)
        about, has_sheet = _tr("with overrides and reasons"), bool(desk.rows) and desk.outcome.stop is None
        yield Entry("do", "note", _tr("Print the clinician copy"), printing.print_clinician_copy, about, is_enabled=has_sheet)
        yield self._action("preview", "eye", is_enabled=bool(desk.rows))
        yield self._action("save_pdf", "save-pdf", is_enabled=ready)
        phone = _tr("Save for the phone")
        yield Entry("do", "save-pdf", phone, forms.save_for_phone, _tr("one page without network"), is_enabled=forms.is_ready)
        yield self._action("copy_note", "copy", hint=_tr("for the clinic's record"), is_enabled=forms.is_ready)

    def _with_program(self, ready: bool) -> Iterator[Entry]:
        attempt, desk = self._parts.desk_signals.attempt, self._parts.desk_signals.desk
        is_assessed, is_accepted, unfitting = not desk.work.assessment.is_empty, desk.is_accepted, len(desk.unfitting)
        yield self._action("take_program", "check", is_enabled=bool(desk.rows) and not is_accepted)
        yield self._action("new_patient", "plus")
        yield self._action("follow_up", "calendar", is_enabled=is_assessed)
        wishes = _tr("Write down the patient's goals")
        yield Entry("do", "goal", wishes, self._write_goals, _tr("in the patient's words"), is_enabled=is_assessed)
        adapt, about = _tr("Adapt the program to the findings"), _tr("{n} do not fit").format(n=unfitting) if unfitting else ""
        yield Entry("do", "swap", adapt, lambda: attempt(desk.adapt), about, is_enabled=is_accepted)
        start, is_planned = _tr("Start this stage"), is_accepted and desk.stage.state == "planned"
        begin = lambda: attempt(lambda: desk.start_stage(desk.work.stage))  # noqa: E731 - one line of the list
        yield Entry("do", "calendar", start, begin, is_enabled=is_planned)
        again, is_after = _tr("Change when to start again"), bool(ready and desk.outcome.phase and not desk.outcome.stop)
        driving = _tr("driving, work, lifting, bath, sport")
        yield Entry("do", "calendar", again, self._change_activities, driving, is_enabled=is_after)
        group = _tr("Group exercises by position")
        yield Entry("do", "filter", group, lambda: attempt(desk.group_by_position), is_enabled=is_accepted)

    def _with_window(self, ready: bool) -> Iterator[Entry]:
        printing, desk = self._parts.printing, self._parts.desk_signals.desk
        yield self._action("print_dialog", "printer", words=_tr("another printer duplex pages"), is_enabled=ready)
        another = _tr("Save the PDF in another folder")
        yield Entry("do", "save-pdf", another, lambda: printing.save_pdf(ask=True), is_enabled=ready)
        yield self._action("undo", "undo", is_enabled=desk.undo_step is not None)
        yield self._action("larger_text", "search")
        yield self._action("smaller_text", "search")
        yield self._action("lock", "lock", words=_tr("pin password away"))
        yield Entry("do", "library", _tr("Write a new exercise"), self._write_exercise, _tr("for the clinic's library"))
        print_sheet = self._sheet_printer()
        if print_sheet is not None:
            yield Entry("do", "shield", _tr("Print the recovery sheet"), print_sheet)

    def places(self) -> Iterator[Entry]:
        """The pages, and the list of keys."""
        icons = {"build": "build", "patients": "patients", "library": "library", "templates": "templates", "clinic": "clinic"}
        hints = {"clinic": _tr("letterhead, paper, text size, backups"), "library": _tr("all exercises")}
        for page, icon in icons.items():
            yield self._action(f"page_{page}", icon, group="go", hint=hints.get(page, ""))
        yield self._action("show_keys", "info", group="go")

    def _action(self, key: str, icon: str, *, hint: str = "", words: str = "", group: str = "do", is_enabled: bool = True) -> Entry:
        actions = self._parts.window.actions_of_window
        action = actions[key]
        keys = actions.keys_of(key)
        return Entry(group, icon, action.text(), action.trigger, hint, "", keys, words, None, is_enabled)  # type: ignore[arg-type]

    def _write_goals(self) -> None:
        window = self._parts.window
        window.show_page("build")
        pane = window.build_page.parts.assessment
        window.build_page.open_pane(pane)
        if isinstance(pane, AssessmentPane):
            pane.filled.write_goals()

    def _change_activities(self) -> None:
        window = self._parts.window
        window.show_page("build")
        pane = window.build_page.parts.program
        if isinstance(pane, ProgramPane):
            pane.edit_activities()
