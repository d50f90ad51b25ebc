"""What to do where the data does not open: type the recovery sheet, bring a backup back, or try again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.services.patients.recovery import Backup, DataDamaged, DataMissing, KeyMissing, Opened, Safekeeping, WrongKey
from ptbuilder.ui.labels import short_date
from ptbuilder.ui.notices import WindowNotices
from ptbuilder.ui.tasks import TaskRunner
from ptbuilder.ui.widgets.buttons import Button
from ptbuilder.ui.widgets.fields import Field

LINE = "data"


class DataTrouble(QObject):
    """Shows one line with the way out; ``opened`` follows where it led to open data. Work goes on meanwhile, unsaved."""

    opened = Signal(object)

    def __init__(self, notices: WindowNotices, safekeeping: Safekeeping, tasks: TaskRunner) -> None:
        super().__init__(notices)
        self._notices = notices
        self._safekeeping = safekeeping
        self._tasks = tasks
        self.sheet_field: Field | None = None
        self.sheet_button: Button | None = None

    def show_problem(self, error: Exception) -> None:
        """Say what is wrong and offer what may help; anything that is not for the user is raised."""
        if not isinstance(error, PTBuilderError):
            raise error
        text = self.tr("{problem} Nothing is saved until then.").format(problem=error)
        if isinstance(error, (KeyMissing, WrongKey)):
            self._offer_sheet(text)
        elif isinstance(error, (DataMissing, DataDamaged)) and self._safekeeping.backups():
            newest = self._safekeeping.backups()[0]
            label = self.tr("Bring back the backup of {date}").format(date=short_date(newest.at.date()))
            self._notices.show_line(LINE, "warn", text, ((label, lambda: self._restore(newest)),))
        else:
            self._notices.show_line(LINE, "warn", text, ((self.tr("Try again"), self._try_again),))

    def type_sheet(self) -> None:
        """Open the data with the key that was typed."""
        typed = self.sheet_field.text() if self.sheet_field is not None else ""
        if typed.strip():
            self._run(lambda: self._safekeeping.open_with_sheet(typed))

    def _offer_sheet(self, text: str) -> None:
        line = self._notices.show_line(LINE, "warn", text)
        hint = self.tr("The 14 groups of the recovery sheet")
        self.sheet_field = Field(self._notices.theme, hint, hint)
        self.sheet_field.setObjectName("recovery_groups")
        self.sheet_field.setMinimumWidth(self._notices.theme.wide(240))
        self.sheet_button = Button(self._notices.theme, self.tr("Open the data"))
        line.row.insertWidget(1, self.sheet_field, 1)
        line.row.insertWidget(2, self.sheet_button)
        self.sheet_field.returnPressed.connect(self.type_sheet)
        self.sheet_button.clicked.connect(self.type_sheet)

    def _restore(self, backup: Backup) -> None:
        self._run(lambda: self._safekeeping.restore(backup))

    def _try_again(self) -> None:
        self._run(self._safekeeping.open)

    def _run(self, work: Callable[[], Opened]) -> None:
        self._tasks.run(self, work, self._on_opened, self.show_problem)

    def _on_opened(self, opened: Opened) -> None:
        self._notices.take_away(LINE)
        self.opened.emit(opened)
