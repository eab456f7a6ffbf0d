"""One window a data folder: a second start hands its files to the first and ends."""

from __future__ import annotations

import json
import time
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE_MS = 1500  # how long a second start waits for the first to answer
AGAIN_S = 0.05  # between two tries: the first may have begun a moment ago and not listen yet


class SingleStart(QObject):
    """`asked` brings the files (list of Path, maybe empty) that another start wants opened.

    A lock file in the data folder decides who is first; Qt takes away one that a killed program has left. Qt's network
    is loaded when it is needed: the window need not wait for it.
    """

    asked = Signal(object)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = f"malkkeum-{zlib.crc32(str(folder.absolute()).encode()):08x}"
        self._lock = QLockFile(str(folder / "window.lock"))
        self._lock.setStaleLockTime(0)
        self._server: QLocalServer | None = None

    def is_first(self) -> bool:
        """Whether no other window has this folder; if so, `listen` to later starts."""
        return bool(self._lock.tryLock(0))

    def listen(self) -> None:
        """Hear later starts from now on."""
        from PySide6.QtNetwork import QLocalServer

        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        QLocalServer.removeServer(self._name)
        self._server.listen(self._name)

    def hand_over(self, files: Sequence[Path]) -> bool:
        """Give the files to the first window and have it come to the front; False if it does not answer."""
        socket = self._connected()
        if socket is None:
            return False
        socket.write(json.dumps([str(file) for file in files]).encode() + b"\n")
        is_taken = socket.waitForBytesWritten(PATIENCE_MS) and socket.waitForReadyRead(PATIENCE_MS)
        socket.disconnectFromServer()
        return bool(is_taken)

    def _connected(self) -> QLocalSocket | None:
        from PySide6.QtNetwork import QLocalSocket

        socket, last = QLocalSocket(), time.monotonic() + PATIENCE_MS / 1000
        while True:
            socket.connectToServer(self._name)
            if socket.waitForConnected(PATIENCE_MS):
                return socket
            if time.monotonic() > last:
                return None
            time.sleep(AGAIN_S)

    def _answer(self) -> None:
        socket = self._server.nextPendingConnection() if self._server is not None else None
        if socket is not None:
            socket.readyRead.connect(lambda: self._read(socket))
            socket.disconnected.connect(socket.deleteLater)

    def _read(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            return
        try:
            names = json.loads(bytes(socket.readLine().data()))
        except ValueError:
            return  # not one of ours
        if isinstance(names, list):
            socket.write(b"taken\n")
            self.asked.emit([Path(name) for name in names if isinstance(name, str)])

    def close(self) -> None:
        """Let another start be the first."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()
