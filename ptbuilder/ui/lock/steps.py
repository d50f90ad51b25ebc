"""What can be asked on the lock screen: the PIN, else the recovery key, and after that a new PIN."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ptbuilder.domain.errors import PTBuilderError
from ptbuilder.services.lock.clinic_lock import ClinicLock, PinRefused
from ptbuilder.ui.announcing import announce
from ptbuilder.ui.lock.pin_fields import PinFields
from ptbuilder.ui.theme import BETWEEN, GROUP, ROW, Theme
from ptbuilder.ui.widgets.buttons import Button
from ptbuilder.ui.widgets.text import TextLabel

TICK_MS = 500
"""How often the seconds of a wait are shown anew."""


class Step(QWidget):
    """Fields, a button that Enter presses, and a quiet way to another step; ``passed`` is sent when it was answered rightly."""

    passed = Signal()
    other_asked = Signal()

    def __init__(self, theme: Theme, fields: PinFields, label: str, other: str = "") -> None:
        super().__init__()
        self.theme = theme
        self.fields = fields
        self.button = Button(theme, label, "primary")
        self.other = Button(theme, other, "quiet")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(ROW)
        self.column.addWidget(fields)
        row = QHBoxLayout()
        row.setSpacing(BETWEEN)
        row.addWidget(self.button)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addSpacing(GROUP - ROW)
        below = QHBoxLayout()
        below.addWidget(self.other)
        below.addStretch(1)
        self.column.addLayout(below)
        if not other:
            self.other.hide()
        self.setFocusProxy(next(iter(fields.fields.values())))
        fields.done.connect(self.answer)
        self.button.clicked.connect(self.answer)
        self.other.clicked.connect(self.other_asked)

    def answer(self) -> None:
        """Look at what was typed."""
        raise NotImplementedError


class PinStep(Step):
    """Asks for the PIN; after too many wrong ones it waits, and is back by itself."""

    def __init__(self, theme: Theme, lock: ClinicLock) -> None:
        names = {"pin": self.tr("PIN or password")}
        super().__init__(theme, PinFields(theme, names), self.tr("Unlock"), self.tr("Forgotten? Type the recovery key"))
        self.button.setObjectName("unlock")
        self.other.setObjectName("type_key")
        self._lock = lock
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.follow_clock)
        self._is_waiting = False
        self.fields.typed.connect(lambda: self.fields.say(""))
        self.follow_clock()

    @property
    def is_waiting(self) -> bool:
        """Whether no PIN is taken now."""
        return self._is_waiting

    def answer(self) -> None:
        """Open, or say that it is wrong; an empty line is no try."""
        typed = self.fields.text("pin")
        if not typed or self._is_waiting:
            return
        if self._lock.opens(typed):
            self.fields.clear()
            self.passed.emit()
            return
        self.fields.clear()
        self.follow_clock()
        if not self._is_waiting:
            self.fields.refuse(self.tr("Wrong PIN."), "pin")

    def follow_clock(self) -> None:
        """Show how long the wait still is, or take a PIN again."""
        left = self._lock.wait_s
        if left and not self._is_waiting:
            self._begin_wait(left)
        elif left:
            self.fields.problem.show_line("warn", self._wait_words(left))
        elif self._is_waiting:
            self._end_wait()

    def _begin_wait(self, left: int) -> None:
        self._is_waiting = True
        self.fields.say(self._wait_words(left))
        for each in (self.fields.fields["pin"], self.button):
            each.setEnabled(False)
        self.setFocusProxy(None)  # type: ignore[arg-type]
        self.setFocus()
        self._timer.start()

    def _end_wait(self) -> None:
        self._is_waiting = False
        self._timer.stop()
        has_focus = self.hasFocus() or not self.isVisible()
        for each in (self.fields.fields["pin"], self.button):
            each.setEnabled(True)
        self.setFocusProxy(self.fields.fields["pin"])
        self.fields.say("")
        announce(self, self.tr("You can type the PIN again."))
        if has_focus:
            self.fields.focus_first()

    def _wait_words(self, left: int) -> str:
        words = self.tr("Wrong PIN, several times. Wait {time}.")
        text = words.format(time=f"{left // 60}:{left % 60:02}")
        self.setAccessibleName(text)
        return text


class KeyStep(Step):
    """Asks for the key of the recovery sheet; ``typed`` is what was right."""

    def __init__(self, theme: Theme, lock: ClinicLock) -> None:
        names = {"key": self.tr("Recovery key: the 14 groups of the recovery sheet")}
        back = "" if lock.is_damaged else self.tr("Back to the PIN")
        super().__init__(theme, PinFields(theme, names, hidden=False), self.tr("Go on"), back)
        self.other.setObjectName("back_to_pin")
        self._lock = lock
        if lock.is_damaged:
            self.fields.say(self.tr("The lock is damaged, so no PIN opens it. The recovery key does."))

    def answer(self) -> None:
        """Go on to a new PIN, or say which groups are mistyped."""
        if not self.fields.text("key").strip():
            return
        try:
            self._lock.check_key(self.fields.text("key"))
        except PTBuilderError as error:
            self.fields.say(str(error))
            self.fields.focus_first()
        else:
            self.passed.emit()


class NewPinStep(Step):
    """Asks for another PIN, and opens with it."""

    def __init__(self, theme: Theme, lock: ClinicLock, key: str) -> None:
        super().__init__(theme, PinFields(theme, new_pin_names()), self.tr("Set it and open"))
        self._lock = lock
        self._key = key
        self.setAccessibleName(self.tr("The key is right. Set a new PIN now."))
        self.column.insertWidget(0, TextLabel(theme, self.accessibleName(), "strong", wraps=True))

    def answer(self) -> None:
        """Set it, or say what does not do."""
        try:
            self._lock.renew_with_key(self._key, self.fields.text("new"), self.fields.text("again"))
        except PinRefused as error:
            self.fields.refuse(str(error), error.part)
        except PTBuilderError as error:
            self.fields.say(str(error))
        else:
            self.fields.clear()
            self.passed.emit()


def new_pin_names() -> dict[str, str]:
    """The two lines in which a new PIN is typed."""
    from PySide6.QtCore import QCoreApplication

    def tr(text: str) -> str:
        return QCoreApplication.translate("PinFields", text)

    return {"new": tr("New PIN or password, 4 to 64 characters"), "again": tr("The same again")}
