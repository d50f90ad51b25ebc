"""Why an exercise is not suggested: any exercise can be asked for, the answer stands under the field."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.services.desk.desk import Desk
from ptbuilder.ui.announcing import announce
from ptbuilder.ui.build.figures.pictures import DrawingCache
from ptbuilder.ui.build.offers.card_list import CardList
from ptbuilder.ui.build.offers.library_tab import Find, SearchField
from ptbuilder.ui.build.offers.offers import library_offer
from ptbuilder.ui.build.offers.why_not_answer import WhyNotAnswer
from ptbuilder.ui.build.program.reason_entry import ReasonEntry
from ptbuilder.ui.desk_signals import DeskSignals
from ptbuilder.ui.labels import exercise_name
from ptbuilder.ui.theme import BETWEEN, EDGE, ROW, Theme
from ptbuilder.ui.widgets.buttons import Button
from ptbuilder.ui.widgets.flow import FlowLayout
from ptbuilder.ui.widgets.text import TextLabel
from ptbuilder.ui.widgets.themed import Ground


class WhyNotPane(QWidget):
    """``show_exercise`` asks for one; without one the exercises that are kept out are listed, those for a goal first.

    ``added`` follows an exercise that was added from here; ``close_asked`` wants the pane away.
    """

    added = Signal(str)
    close_asked = Signal()

    def __init__(self, desk_signals: DeskSignals, theme: Theme, pictures: DrawingCache, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setObjectName("why_not_pane")
        self._desk_signals = desk_signals
        self._find: Find | None = None
        self._code = ""
        self.field = SearchField(theme, self.tr("Why not this exercise"), self.tr("Any exercise"), icon="search")
        self.field.setObjectName("why_not_search")
        self.list = CardList(theme, pictures, is_uniform=True)
        self.list.setObjectName("why_not_list")
        self.list.setAccessibleName(self.tr("Exercises that match"))
        self.answer = WhyNotAnswer(theme, pictures)
        self.instead = CardList(theme, pictures)
        self.instead.setObjectName("instead_list")
        self.instead_button = Button(theme, self.tr("What instead?"), icon="swap")
        self.instead_button.setObjectName("what_instead")
        self.add_button = Button(theme, self.tr("Add anyway, because…"))
        self.add_button.setObjectName("add_anyway")
        self.entry_holder = Ground(theme, "window", ("top",))
        self.entry: ReasonEntry | None = None
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()

    @property
    def exercise(self) -> str:
        """The exercise that is answered for, or an empty string."""
        return self._code

    def set_finder(self, find: Find) -> None:
        """Search with ``find`` from now on."""
        self._find = find

    def show_exercise(self, code: str) -> None:
        """Answer for this exercise; an empty code lists what is kept out."""
        library = self._desk_signals.desk.library
        code = code if code in library.exercises else ""
        self._code = code
        self._end_entry()
        name = exercise_name(library, code) if code else ""
        self.field.blockSignals(True)
        self.field.setText(name)
        self.field.blockSignals(False)
        self._show_page(0 if not code else 1)
        self.refresh()

    def focus_first(self) -> None:
        """Put the cursor into the field, so that another exercise can be asked for."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def refresh(self) -> None:
        """Show what the rules say now."""
        if not self._desk_signals.is_open or not self.isVisible():
            return
        desk = self._desk_signals.desk
        if self._code not in desk.library.exercises:
            self._list_matches()
            return
        self._show_answer(desk)

    def show_instead(self) -> None:
        """Show exercises for the same goal that are allowed, or the answer again."""
        self._show_page(1 if self._pages.currentIndex() == 2 else 2)
        if self._pages.currentIndex() == 2:
            self.instead.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_reason(self) -> None:
        """Open the field for the reason to add it anyway; without obstacles it is added at once."""
        desk = self._desk_signals.desk
        if not desk.why_not(self._code).obstacles:
            self._add("")
            return
        self._end_entry()
        self.entry = ReasonEntry(self.theme, exercise_name(desk.library, self._code))
        self.entry.given.connect(self._add)
        self.entry.called_off.connect(self._on_called_off)
        self._entry_room.addWidget(self.entry)
        self.entry_holder.show()
        self.entry.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back step by step: the reason, the cards instead, the pane."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
            return
        event.accept()
        if self.entry is not None:
            self._on_called_off()
        elif self._pages.currentIndex() == 2:
            self.show_instead()
        else:
            self.close_asked.emit()

    def showEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        """Catch up with what changed meanwhile."""
        super().showEvent(event)
        self.refresh()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, ROW, 0, 0)
        column.setSpacing(BETWEEN)
        head = QHBoxLayout()
        head.setContentsMargins(EDGE, 0, EDGE, 0)
        head.addWidget(self.field)
        column.addLayout(head)
        instead = QWidget()
        room = QVBoxLayout(instead)
        room.setContentsMargins(EDGE, 0, EDGE, 0)
        room.setSpacing(BETWEEN)
        room.addWidget(TextLabel(self.theme, self.tr("For the same goal, and allowed"), "strong", wraps=True))
        self.no_instead = TextLabel(
            self.theme, self.tr("No other exercise for its goals passes all rules."), "body", "ink_2", wraps=True
        )
        room.addWidget(self.no_instead)
        room.addWidget(self.instead, 1)
        for page in (self.list, self.answer, instead):
            self._pages.addWidget(page)
        column.addWidget(self._pages, 1)
        self._entry_room = QVBoxLayout(self.entry_holder)
        self._entry_room.setContentsMargins(EDGE, BETWEEN, EDGE, BETWEEN)
        self.entry_holder.hide()
        column.addWidget(self.entry_holder)
        column.addWidget(self._made_foot())

    def _made_foot(self) -> QWidget:
        self._foot = Ground(self.theme, "window", ("top",))
        row = FlowLayout(self._foot, BETWEEN, 6)
        row.setContentsMargins(EDGE, BETWEEN, EDGE, BETWEEN)
        self._back = Button(self.theme, self.tr("Back"), "quiet", key="Esc")
        for button in (self.instead_button, self.add_button, self._back):
            row.addWidget(button)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._foot.setSizePolicy(policy)
        return self._foot

    def _connect(self) -> None:
        self._desk_signals.changed.connect(self.refresh)
        self.field.textChanged.connect(self._on_text_changed)
        self.field.moved.connect(self._on_moved)
        self.list.add_asked.connect(self.show_exercise)
        self.list.why_asked.connect(self.show_exercise)
        self.list.left_at_top.connect(self.focus_first)
        self.instead.add_asked.connect(self._on_instead_added)
        self.instead.why_asked.connect(self.show_exercise)
        self.instead_button.clicked.connect(self.show_instead)
        self.add_button.clicked.connect(self.ask_reason)
        self._back.clicked.connect(self.close_asked)

    def _show_page(self, page: int) -> None:
        self._pages.setCurrentIndex(page)
        self.instead_button.setVisible(page != 0)
        self.instead_button.set_label(self.tr("Back to the rules") if page == 2 else self.tr("What instead?"))
        if page == 0:
            self.add_button.hide()

    def _show_answer(self, desk: Desk) -> None:
        why_not = desk.why_not(self._code)
        self.answer.show_answer(desk, why_not)
        present = desk.stage.has(self._code)
        may = all(each.override != "none" for each in why_not.obstacles)
        self.add_button.setVisible(may and not present and self._pages.currentIndex() != 0)
        self.add_button.set_label(self.tr("Add anyway, because…") if why_not.obstacles else self.tr("Add"))
        codes = tuple(code for code in why_not.instead if not desk.stage.has(code))
        self.instead_button.setEnabled(bool(codes) or self._pages.currentIndex() == 2)
        self.no_instead.setVisible(not codes)
        self.instead.show_codes(codes, lambda code: library_offer(desk, code))

    def _list_matches(self) -> None:
        desk, text = self._desk_signals.desk, self.field.text().strip()
        records = desk.library.exercises
        found = self._find(text) if text and self._find is not None else _kept_out(desk)
        codes = tuple(code for code in found if code in records)
        self.list.show_codes(codes, lambda code: library_offer(desk, code))
        self.list.choose_first()

    def _on_text_changed(self, _text: str) -> None:
        self._code = ""
        self._end_entry()
        self._show_page(0)
        self._list_matches()

    def _on_moved(self, event: QKeyEvent) -> None:
        if self._pages.currentIndex() == 0:
            self.list.keyPressEvent(event)

    def _on_instead_added(self, code: str) -> None:
        self._do_add(code, "")

    def _add(self, reason: str) -> None:
        self._do_add(self._code, reason)

    def _do_add(self, code: str, reason: str) -> None:
        desk = self._desk_signals.desk
        try:
            desk.add_exercise(code, reason)
        except PTBuilderError as refused:
            announce(self, str(refused))
            self._desk_signals.refused.emit(str(refused))
            return
        self._end_entry()
        announce(self, self.tr("{exercise} added to the program").format(exercise=exercise_name(desk.library, code)))
        self.added.emit(code)

    def _on_called_off(self) -> None:
        self._end_entry()
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end_entry(self) -> None:
        if self.entry is not None:
            self.entry.hide()
            self.entry.deleteLater()
            self.entry = None
        self.entry_holder.hide()


def _kept_out(desk: Desk) -> tuple[str, ...]:
    """What the rules keep out of the shown stage: exercises for a wanted goal first."""
    wanted = {state.goal for state in desk.stage_outcome.goals}
    records = desk.library.exercises
    codes = [code for code in desk.stage_outcome.excluded if code in records]
    return tuple(sorted(codes, key=lambda code: wanted.isdisjoint(records[code].goals)))
