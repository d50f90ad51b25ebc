"""What else is printed: topic sheets as chips, a menu with more of them, the table of activities, the order by position."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from ptbuilder.domain.library import Library
from ptbuilder.domain.text import say
from ptbuilder.domain.vocabulary import Topic
from ptbuilder.services.desk.activity_editing import ActivityEditing
from ptbuilder.services.paper.activities import is_printed
from ptbuilder.ui.build.program.activity_panel import ActivityPanel
from ptbuilder.ui.build.program.next_visit import NextVisit
from ptbuilder.ui.build.program.program_model import ProgramLine
from ptbuilder.ui.labels import language
from ptbuilder.ui.theme import BETWEEN, CHIP, EDGE, TARGET, Theme
from ptbuilder.ui.widgets.buttons import Button
from ptbuilder.ui.widgets.chips import Chip, RemovableChip
from ptbuilder.ui.widgets.flow import FlowLayout
from ptbuilder.ui.widgets.text import TextLabel
from ptbuilder.ui.widgets.themed import set_tip

ROOM = 10
"""Pixels above and below the chips."""


class AlsoOnPaper(QWidget):
    """Chips of the topics in the program; pressing one offers to leave it out. Safety topics stay and show a lock."""

    topic_added = Signal(str)
    topic_removed = Signal(str)
    group_asked = Signal()
    resized = Signal()
    activities_opened = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setObjectName("also_on_paper")
        self._library: Library | None = None
        self._shown: tuple[str, ...] = ()
        self.chips: dict[str, Chip] = {}
        self._label = TextLabel(theme, self.tr("Also on paper"), "caption", "ink_2")
        self.add_chip = Chip(theme, self.tr("Topic"), "open", icon="plus")
        self.add_chip.setObjectName("add_topic")
        self.add_chip.setAccessibleName(self.tr("Add a topic sheet"))
        self.group_button = Button(theme, self.tr("Group by position"), "quiet", small=True)
        self.group_button.setObjectName("group_by_position")
        set_tip(self.group_button, self.tr("Put exercises in the same position together, so that the patient gets up once"))
        self.activities_chip = Chip(theme, "", "plain", icon="calendar")
        self.activities_chip.setObjectName("activities_chip")
        self._editing: ActivityEditing | None = None
        self._program = ""
        self.activities = ActivityPanel(theme)
        self.activities.hide()
        self._holder = QWidget()
        self._flow = FlowLayout(self._holder, 6, 4)
        self._flow.addWidget(self.activities_chip)
        self._flow.addWidget(self.add_chip)
        self.visit = NextVisit(theme)
        self._flow.addWidget(self.visit)
        self._lay_out()
        self.add_chip.clicked.connect(self._on_add_clicked)
        self.group_button.clicked.connect(self.group_asked)
        self.visit.resized.connect(self._on_visit_resized)
        self.activities_chip.clicked.connect(self._on_activities_clicked)
        self.activities.resized.connect(self.resized)
        self.activities.closed.connect(self._on_activities_closed)
        self._on_theme_changed()
        theme.changed.connect(self._on_theme_changed)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, ROOM, EDGE, ROOM)
        column.setSpacing(ROOM)
        row = QHBoxLayout()
        column.addLayout(row)
        column.addWidget(self.activities)
        column.addStretch(1)
        row.setSpacing(BETWEEN * 2)
        row.addWidget(self._label, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._holder, 1)
        row.addWidget(self.group_button, 0, Qt.AlignmentFlag.AlignTop)

    def show_line(self, _line: ProgramLine) -> None:
        """Nothing: the topics come by ``show_topics``."""

    def show_topics(self, library: Library, codes: Sequence[str], *, may_group: bool) -> None:
        """Show the chips of these topics; ``may_group`` offers the order by position."""
        self._library = library
        before = self.heightForWidth(self.width())
        self.group_button.setVisible(may_group)
        if tuple(codes) != self._shown:
            self._shown = tuple(codes)
            self._fill(library)
        if self.heightForWidth(self.width()) != before:
            self.resized.emit()

    def show_activities(self, editing: ActivityEditing) -> None:
        """Show how the table of activities stands; without a procedure there is none, and another program's starts closed."""
        before = self.heightForWidth(self.width())
        self.activities_chip.setVisible(editing.is_offered)
        if not editing.is_offered or editing.program_id != self._program:
            self.activities.hide()
        self._program = editing.program_id
        table = editing.table
        to_come, printed = table.to_come, is_printed(table, editing.plan)
        text = self.tr("Back to daily life: {n} later").format(n=to_come) if to_come else self.tr("Back to daily life")
        self.activities_chip.show_state("plain" if printed else "open", text, "calendar")
        self._editing = editing
        if not self.activities.isHidden():
            self.activities.show_editing(editing)
        self._name_activities(printed=printed)
        if self.heightForWidth(self.width()) != before:
            self.resized.emit()

    def edit_activities(self, code: str = "") -> None:
        """Open the table of activities; the words of the row ``code`` at once, where there is such a row."""
        if self.activities.isHidden() and not self.activities_chip.isHidden():
            self._on_activities_clicked()
        line = self.activities.lines.get(code)
        if line is not None:
            line.how.edit()

    def menu(self) -> QMenu:
        """The topics that are not printed yet."""
        menu = QMenu(self)
        for code, topic in (self._library.topics if self._library else {}).items():
            if code not in self._shown:
                action = menu.addAction(self._title(topic).replace("&", "&&"))
                action.triggered.connect(partial(self._on_topic_chosen, code))
        return menu

    def hasHeightForWidth(self) -> bool:
        """Chips break into lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all chips."""
        inner = width - 2 * EDGE - self._label.sizeHint().width() - 2 * BETWEEN
        if not self.group_button.isHidden():
            inner -= self.group_button.sizeHint().width() + 2 * BETWEEN
        panel = 0 if self.activities.isHidden() else self.activities.height_for(width - 2 * EDGE) + ROOM
        return self._flow.heightForWidth(max(inner, 60)) + 2 * ROOM + panel

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(300, self.heightForWidth(300))

    def _on_theme_changed(self) -> None:
        self._label.setFixedHeight(max(TARGET, self.theme.tall(CHIP, "caption")))
        self.resized.emit()

    def _fill(self, library: Library) -> None:
        self._clear()
        self.chips = {}
        for code in self._shown:
            topic = library.topics.get(code)
            if topic is not None:
                self._add(code, topic)
        for widget in (self.activities_chip, self.add_chip, self.visit):
            self._flow.addWidget(widget)
        for widget in (self.add_chip, self.visit):
            widget.show()

    def _clear(self) -> None:
        for place in range(self._flow.count() - 1, -1, -1):
            item = self._flow.takeAt(place)
            widget = item.widget() if item is not None else None
            if widget is not None and widget not in (self.activities_chip, self.add_chip, self.visit):
                widget.hide()
                widget.deleteLater()

    def _add(self, code: str, topic: Topic) -> None:
        chip = RemovableChip(self.theme, self._title(topic), "plain", icon="lock" if topic.always else "library")
        chip.setObjectName(f"topic_{code}")
        if topic.always:
            set_tip(chip, self.tr("On every handout; it cannot be left out"))
            chip.setAccessibleName(self.tr("{topic}, always printed").format(topic=chip.label))
        else:
            set_tip(chip, self.tr("Press to leave it out"))
            chip.setAccessibleName(self.tr("{topic}, press to leave it out").format(topic=chip.label))
            chip.clicked.connect(lambda _=False: self.topic_removed.emit(code))
            chip.remove_asked.connect(lambda: self.topic_removed.emit(code))
        self.chips[code] = chip
        self._flow.addWidget(chip)
        chip.show()

    def _on_activities_clicked(self) -> None:
        """Open the table under the chips, or close it again."""
        if self._editing is None:
            return
        self.activities.show_editing(self._editing)
        self.activities.setVisible(self.activities.isHidden())
        self._name_activities(printed=self._editing.is_printed)
        self.resized.emit()
        if not self.activities.isHidden():
            self.activities.focus_first()
            self.activities_opened.emit()

    def _on_activities_closed(self) -> None:
        self._on_activities_clicked()
        self.activities_chip.setFocus(Qt.FocusReason.OtherFocusReason)

    def _name_activities(self, *, printed: bool) -> None:
        state = self.tr("printed") if printed else self.tr("not printed")
        press = self.tr("press to change it") if self.activities.isHidden() else self.tr("press to close it")
        self.activities_chip.setAccessibleName(f"{self.activities_chip.label}, {state}, {press}")
        set_tip(
            self.activities_chip,
            self.tr("From when the patient may drive, work, lift, bathe, do sport: {press}").format(press=press),
        )

    def _on_visit_resized(self) -> None:
        self._flow.invalidate()
        self.resized.emit()

    def _on_add_clicked(self) -> None:
        self.menu().popup(self.add_chip.mapToGlobal(QPoint(0, self.add_chip.height())))

    def _on_topic_chosen(self, code: str, _checked: bool = False) -> None:
        self.topic_added.emit(code)

    def _title(self, topic: Topic) -> str:
        return say(topic.title, language())
