"""When the window is locked, and when it is open."""

from __future__ import annotations

from collections.abc import Callable
from time import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from ptbuilder.services.lock.clinic_lock import ClinicLock
    from ptbuilder.ui.lock.curtain import Curtain
    from ptbuilder.ui.lock.idle_watch import IdleWatch
    from ptbuilder.ui.lock.lock_screen import LockScreen
    from ptbuilder.ui.patient_data import PatientData
    from ptbuilder.ui.window import MainWindow


class Locking(QObject):
    """Locks by key, button and palette, after idle time, and as soon as data that has a lock was opened.

    Screen, curtain and watch are loaded when they are first wanted, since most starts have no lock. ``clock`` gives seconds since
    1970.
    """

    def __init__(self, window: MainWindow, data: PatientData, clock: Callable[[], float] = time) -> None:
        super().__init__(window)
        self._window = window
        self._data = data
        self._clock = clock
        self._lock: ClinicLock | None = None
        self._curtain: Curtain | None = None
        self._idle: IdleWatch | None = None
        self.screen: LockScreen | None = None
        window.rail.lock_asked.connect(self.lock)
        data.lock_found.connect(self.take)

    @property
    def is_locked(self) -> bool:
        """Whether nothing of the window can be seen or reached."""
        return self.screen is not None

    def take(self, lock: ClinicLock) -> None:
        """Follow the lock of data that was opened now, and lock unless it was opened with the same PIN before."""
        before, self._lock = self._lock, lock
        was_open = before is not None and before.is_same_as(lock) and not self.is_locked
        lock.changed.append(self._follow)
        self._open()
        if lock.is_set and not was_open:
            self._draw(lock)
        self._follow()
        if before is not None and before.is_set and not lock.is_set:
            self._window.notices.refuse(self.tr("This data has no lock. Set a PIN on the Clinic page."))

    def lock(self) -> None:
        """Lock now; where there is no lock yet, go where one is set."""
        if self.is_locked:
            return
        if self._lock is None or not self._data.is_open:
            self._window.notices.refuse(self.tr("The data is not open, so there is nothing to lock."))
        elif not self._lock.is_set:
            self._ask_to_set()
        else:
            self._draw(self._lock)
            self._follow()

    # ---- inside -----------------------------------------------------------------------------------------------------

    def _draw(self, lock: ClinicLock) -> None:
        from ptbuilder.ui.lock.curtain import Curtain
        from ptbuilder.ui.lock.lock_screen import LockScreen

        window = self._window
        window.actions_of_window.set_at_rest(True)
        if self._curtain is None:
            self._curtain = Curtain(window)
            window.on_escape.insert(0, lambda: self.is_locked)
        self.screen = LockScreen(window.theme, lock, lock.clinic_name())
        self._curtain.draw(self.screen)
        self.screen.opened.connect(self._on_opened)
        self.screen.say_locked()

    def _on_opened(self) -> None:
        self._open()
        self._follow()

    def _open(self) -> None:
        if self._curtain is not None and self.is_locked:
            self.screen = None
            self._curtain.lift()
            self._window.actions_of_window.set_at_rest(False)

    def _follow(self) -> None:
        """Show the button where there is a lock, and watch for idle time while it is open."""
        assert self._lock is not None
        self._window.rail.set_lock_shown(self._lock.is_set)
        limit_s = 0 if self.is_locked else 60 * self._lock.minutes
        if limit_s and self._idle is None:
            from ptbuilder.ui.lock.idle_watch import IdleWatch

            self._idle = IdleWatch(self._window, self._clock)
            self._idle.passed.connect(self.lock)
        if self._idle is not None:
            self._idle.watch(limit_s)

    def _ask_to_set(self) -> None:
        from ptbuilder.ui.clinic.page import ClinicPage

        window = self._window
        window.show_page("clinic")
        page = window.page_widget("clinic")
        if isinstance(page, ClinicPage):
            window.notices.refuse(self.tr("Set a PIN first."))
            QTimer.singleShot(0, page, page.focus_lock)  # once the page has its place
