"""One window over one data folder: a second start brings the first window to the front instead of opening the data again.

Two windows would save over one another, and the second would take the open work of the first for what a crash left behind.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLockFile, QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

LOCK = "open.lock"
ANSWER_MS = 5000
"""So long the first window may take to begin to listen, and to answer; after that it is said not to answer."""
_AGAIN_MS = 50
_HERE = b"here"


class OneWindow(QObject):
    """Holds the lock of ``folder`` while it lives; ``asked`` is sent when another start wants this window to the front.

    The lock of a program that crashed is recognised by its process, which is gone, and taken over. Where the folder cannot be
    written to at all there is no lock: opening the data says what is wrong with it.
    """

    asked = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._server: QLocalServer | None = None
        with suppress(OSError):  # a folder that cannot be made holds no other window's data either
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._lock = QLockFile(str(folder / LOCK))
        self._lock.setStaleLockTime(0)  # the window may be open for days; only a process that is gone makes it stale
        self._is_first = self._lock.tryLock(0) or self._lock.error() != QLockFile.LockError.LockFailedError

    @property
    def is_first(self) -> bool:
        """Whether no other window has this data open."""
        return self._is_first

    def listen(self) -> None:
        """Answer later starts; called after the first paint, since the network part takes a moment to load."""
        from PySide6.QtNetwork import QLocalServer

        if self._server is not None or not self._lock.isLocked():
            return
        QLocalServer.removeServer(self._name)  # what a crash left lying
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connected)
        self._server.listen(self._name)

    def call_first(self) -> bool:
        """Ask the first window to come to the front; whether it answered. One that is just starting is waited for."""
        from PySide6.QtCore import QDeadlineTimer, QThread
        from PySide6.QtNetwork import QLocalSocket

        deadline = QDeadlineTimer(ANSWER_MS)
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        while not socket.waitForConnected(ANSWER_MS):
            if deadline.hasExpired():
                return False
            QThread.msleep(_AGAIN_MS)
            socket.connectToServer(self._name)
        return socket.waitForReadyRead(ANSWER_MS) and socket.readAll().data() == _HERE

    def give_way(self, title: str) -> int:
        """Leave the data to the first window: 0 where that came to the front, 1 where it had to be said that it does not answer."""
        if self.call_first():
            return 0
        from ptbuilder.ui.messages import tell

        tell(None, title, self.why_not())
        return 1

    def why_not(self) -> str:
        """What to say where the first window does not answer: on another computer, of another user, or too busy."""
        from PySide6.QtCore import QSysInfo

        _process, host, _program = self._lock.getLockInfo() or (0, "", "")
        if host and host != QSysInfo.machineHostName():
            text = _tr("PTBuilder has this data open on the computer {host}. Close it there, then start again.")
            return text.format(host=host)
        return _tr("PTBuilder has this data open already, in a window that does not answer. Close it, then start again.")

    def close(self) -> None:
        """Let the next start open the data."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    @property
    def _name(self) -> str:
        """The name of the channel: the folder's, unreadable, so that two folders have two."""
        import hashlib

        place = str(self._folder.resolve()).encode("utf-8", "surrogateescape")
        return f"ptbuilder-{hashlib.sha256(place).hexdigest()[:24]}"

    def _on_connected(self) -> None:
        assert self._server is not None
        socket = self._server.nextPendingConnection()
        socket.disconnected.connect(socket.deleteLater)
        socket.write(_HERE)
        socket.flush()
        self.asked.emit()


def _tr(text: str) -> str:
    return QCoreApplication.translate("OneWindow", text)
