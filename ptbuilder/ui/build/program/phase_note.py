"""The line that says which phase after a procedure the program is in, and lets it be set by hand."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from ptbuilder.domain.library import Library
from ptbuilder.domain.suggestion import StagePlan
from ptbuilder.domain.text import say
from ptbuilder.domain.vocabulary import PHASES
from ptbuilder.services.desk.desk import Desk
from ptbuilder.ui.build.button_line import ButtonLine
from ptbuilder.ui.labels import finding_label, language, phase_name
from ptbuilder.ui.painting import Run
from ptbuilder.ui.theme import Theme
from ptbuilder.ui.widgets.themed import set_tip
from ptbuilder.wording.procedures import PROCEDURE_WORDS


class PhaseNote(ButtonLine):
    """One line, shown only after a procedure. ``phase_chosen`` carries a phase, or None for the one that the date makes."""

    phase_chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, self.tr("Change"), self.tr("Change the phase"), parent)
        self.setObjectName("phase_note")
        self._library: Library | None = None
        self._by_hand: str | None = None
        self._is_low = False
        self.button.setObjectName("change_phase")
        self.button.clicked.connect(self._on_change_clicked)

    def show_desk(self, desk: Desk) -> None:
        """Say the phase of the shown stage; hidden where there is none."""
        self._library = desk.library
        self._by_hand = desk.work.assessment.phase
        phase = desk.stage.phase or desk.outcome.phase
        self.setVisible(phase is not None)
        if phase is None:
            return
        plan = next((each for each in desk.outcome.stages if each.phase == phase), None)
        text = self._sentence(desk.library, desk, phase, plan)
        self.show_runs((Run(text, "caption" if self._is_low else "body", "ink_2"),))
        set_tip(self, say(desk.library.phases[phase].allows, language()) if phase in desk.library.phases else "")

    def set_low(self, low: bool) -> None:
        """Smaller words in a low window, on one line."""
        self._is_low = low
        self.set_terse(low)
        self.show_runs((Run(self.label.text(), "caption" if low else "body", "ink_2"),))

    def menu(self) -> QMenu:
        """The phases, and the one that the date makes."""
        menu = QMenu(self)
        group = QActionGroup(menu)
        choices: list[tuple[str | None, str]] = [(None, self.tr("As the date says"))]
        if self._library is not None:
            choices += [(code, phase_name(self._library, code)) for code in PHASES]
        for code, name in choices:
            action = menu.addAction(name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(code == self._by_hand)
            action.triggered.connect(partial(self._on_phase_chosen, code))
            group.addAction(action)
            if code is None:
                menu.addSeparator()
        return menu

    def _sentence(self, library: Library, desk: Desk, phase: str, plan: StagePlan | None) -> str:
        name = phase_name(library, phase)
        inner = name[:1].lower() + name[1:]
        if self._by_hand is not None and desk.work.stage == 0:
            return self.tr("Phase set by hand: {phase}.").format(phase=inner)
        procedure = _procedure(library, desk)
        if plan is None or plan.from_day is None or not procedure:
            return self.tr("Phase: {phase}.").format(phase=inner)
        if plan.to_day is None:
            text = self.tr("From day {first} after the {procedure}: {phase}.")
            return text.format(first=plan.from_day, procedure=procedure, phase=inner)
        text = self.tr("Days {first} to {last} after the {procedure}: {phase}.")
        return text.format(first=plan.from_day, last=plan.to_day, procedure=procedure, phase=inner)

    def _on_change_clicked(self) -> None:
        self.menu().popup(self.button.mapToGlobal(QPoint(0, self.button.height())))

    def _on_phase_chosen(self, code: str | None, _checked: bool = False) -> None:
        self.phase_chosen.emit(code)


def _procedure(library: Library, desk: Desk) -> str:
    """The procedure as it goes on after "after the", where there is exactly one that makes phases."""
    found = [each.code for each in desk.work.assessment.findings if each.code in library.procedures]
    if len(found) != 1:
        return ""
    if found[0] in PROCEDURE_WORDS:
        return say(PROCEDURE_WORDS[found[0]], language())
    label = finding_label(library, found[0])
    return label[:1].lower() + label[1:]
