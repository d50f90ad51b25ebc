"""The lock on the clinic's page: set a PIN, change it, take it away, and after how long the window locks itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.services.lock.clinic_lock import ClinicLock, PinRefused
from ptbuilder.services.lock.verifier import MINUTES
from ptbuilder.ui.announcing import announce
from ptbuilder.ui.lock.pin_fields import PinFields
from ptbuilder.ui.lock.steps import new_pin_names
from ptbuilder.ui.theme import BETWEEN, ROW, Theme
from ptbuilder.ui.widgets.buttons import Button
from ptbuilder.ui.widgets.card import CardBox
from ptbuilder.ui.widgets.choice_fields import ComboField
from ptbuilder.ui.widgets.notice import NoticeLine
from ptbuilder.ui.widgets.text import TextLabel


class LockCard(CardBox):
    """Shows one form at a time. ``reached`` carries what the cursor was put into.

    ``sheet_asked`` wants the recovery sheet printed.
    """

    reached = Signal(object)
    sheet_asked = Signal()

    def __init__(self, theme: Theme, lock: ClinicLock, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.setObjectName("lock_card")
        self.setAccessibleName(self.tr("Lock"))
        self._lock = lock
        self._is_sheet_wanted = False
        old = {"old": self.tr("Present PIN or password")}
        self.setting = _Form(theme, new_pin_names(), self.tr("Set the lock"), can_cancel=False)
        self.changing = _Form(theme, {**old, **new_pin_names()}, self.tr("Change it"))
        self.taking_away = _Form(theme, old, self.tr("Take it away"))
        self.minutes = ComboField(theme, self.tr("Lock after"))
        self.minutes.setObjectName("lock_minutes")
        self.change = Button(theme, self.tr("Change the PIN"), small=True)
        self.change.setObjectName("change_pin")
        self.remove = Button(theme, self.tr("Take the lock away"), small=True)
        self.remove.setObjectName("take_lock_away")
        self._no_sheet = NoticeLine(theme, "warn", self.tr("Without a printed recovery sheet nothing opens a forgotten PIN."))
        self._when = QWidget()
        self._buttons = QWidget()
        self._lay_out()
        self._connect()
        self._show_form(None)

    def focus_first(self) -> None:
        """Put the cursor where a PIN is typed, or to when the window locks itself where there is one."""
        if self._lock.is_set:
            self.minutes.setFocus()
            self.reached.emit(self.minutes)
        else:
            self.setting.fields.focus_first()

    def show_state(self, *, is_sheet_wanted: bool) -> None:
        """Follow whether the recovery sheet was printed; a form that is being filled stays."""
        self._is_sheet_wanted = is_sheet_wanted
        self._no_sheet.setVisible(is_sheet_wanted and self._lock.is_set)

    # ---- building ---------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.column.addWidget(TextLabel(self.theme, self.tr("Lock"), "name"))
        about = self.tr(
            "The lock keeps eyes and hands off this window; the data file is encrypted with or without it, "
            "and the key on the printed recovery sheet opens it if the PIN is forgotten."
        )
        self.column.addWidget(TextLabel(self.theme, about, "body", "ink_2", wraps=True))
        sheet = Button(self.theme, self.tr("Print the recovery sheet"), small=True)
        sheet.clicked.connect(self.sheet_asked)
        self._no_sheet.row.addWidget(sheet)
        self.column.addWidget(self._no_sheet)
        self._lay_out_when()
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(BETWEEN)
        row.addWidget(self.change)
        row.addWidget(self.remove)
        row.addStretch(1)
        for part in (self._when, self._buttons, self.setting, self.changing, self.taking_away):
            self.column.addWidget(part)

    def _lay_out_when(self) -> None:
        for each in MINUTES:
            self.minutes.addItem(self.tr("{n} minutes").format(n=each), each)
        self.minutes.addItem(self.tr("Only by hand"), 0)
        row = QHBoxLayout(self._when)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(ROW)
        caption = TextLabel(self.theme, self.tr("Lock after"), "body", "ink_2")
        caption.setBuddy(self.minutes)
        row.addWidget(caption)
        row.addWidget(self.minutes)
        words = TextLabel(self.theme, self.tr("without a key or the mouse"), "body", "ink_2", wraps=True)
        self.minutes.setAccessibleDescription(words.text())
        words.set_middle()
        row.addWidget(words, 1)

    def _connect(self) -> None:
        lock = self._lock
        self.setting.given.connect(lambda text: self._do(self.setting, lambda: lock.set_pin(text("new"), text("again"))))
        self.changing.given.connect(
            lambda text: self._do(self.changing, lambda: lock.change_pin(text("old"), text("new"), text("again")))
        )
        self.taking_away.given.connect(lambda text: self._do(self.taking_away, lambda: lock.take_away(text("old"))))
        for button, form in ((self.change, self.changing), (self.remove, self.taking_away)):
            button.clicked.connect(lambda _=False, shown=form: self._open_form(shown))
            form.called_off.connect(lambda at=button: self._call_off(at))
        for form in (self.setting, self.changing, self.taking_away):
            form.fields.reached.connect(self.reached)
        self.minutes.activated.connect(lambda _: lock.set_minutes(self.minutes.currentData()))

    # ---- what happens -----------------------------------------------------------------------------------------------

    def _open_form(self, form: _Form) -> None:
        self._show_form(form)
        form.fields.focus_first()

    def _call_off(self, button: Button) -> None:
        self._show_form(None)
        button.setFocus()

    def _do(self, form: _Form, change: Callable[[], None]) -> None:
        """Change the lock, or say under the form what does not do."""
        try:
            change()
        except PinRefused as error:
            form.fields.refuse(str(error), error.part)
            return
        except PTBuilderError as error:
            form.fields.say(str(error))
            return
        self._show_form(None)
        self.focus_first()
        announce(self, self._said(form))

    def _said(self, form: _Form) -> str:
        if form is self.taking_away:
            return self.tr("There is no lock any more.")
        return self.tr("The lock is set.") if form is self.setting else self.tr("The PIN is changed.")

    def _show_form(self, form: _Form | None) -> None:
        """Show the form, else what fits: a new PIN where there is no lock, the choices where there is one."""
        is_set = self._lock.is_set
        shown = form if form is not None or is_set else self.setting
        for each in (self.setting, self.changing, self.taking_away):
            each.fields.clear()
            each.setVisible(each is shown)
        self._no_sheet.setVisible(self._is_sheet_wanted and is_set)
        self._when.setVisible(is_set)
        self._buttons.setVisible(is_set and form is None)
        with QSignalBlocker(self.minutes):
            self.minutes.setCurrentIndex(max(self.minutes.findData(self._lock.minutes), 0))


class _Form(QWidget):
    """Lines, a button that does it and one that calls it off; ``given`` carries what gives the text of a line by its key."""

    given = Signal(object)
    called_off = Signal()

    def __init__(self, theme: Theme, names: dict[str, str], label: str, *, can_cancel: bool = True) -> None:
        super().__init__()
        self.fields = PinFields(theme, names)
        self.button = Button(theme, label)
        self.cancel = Button(theme, self.tr("Cancel"), "quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(BETWEEN)
        column.addWidget(self.fields)
        row = QHBoxLayout()
        row.setSpacing(BETWEEN)
        row.addWidget(self.button)
        row.addWidget(self.cancel)
        row.addStretch(1)
        column.addLayout(row)
        for trigger in (self.fields.done, self.button.clicked):
            trigger.connect(lambda *_: self.given.emit(self.fields.text))
        self.cancel.clicked.connect(self.called_off)
        if not can_cancel:
            self.cancel.hide()
