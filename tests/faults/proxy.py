"""A TCP proxy that misbehaves on command, to put between us and a server we depend on."""

from __future__ import annotations

import contextlib
import itertools
import socket
import struct
import threading
from dataclasses import dataclass
from enum import Enum
from types import TracebackType

_CHUNK = 65536
_RST_ON_CLOSE = struct.pack("ii", 1, 0)


class _Mode(Enum):
    OK = "ok"
    REFUSE = "refuse"
    RESET = "reset"
    BLACKHOLE = "blackhole"
    SLOW = "slow"
    CUT = "cut"


@dataclass(frozen=True)
class _Behaviour:
    mode: _Mode = _Mode.OK
    latency_seconds: float = 0.0
    cut_after_bytes: int = 0


class FaultProxy:
    """Listens on a loopback port and forwards to `target`, well until told otherwise.

    A change of mode holds for connections that are open already, as a failing network does.
    """

    def __init__(self, target: tuple[str, int]) -> None:
        self.host, self.port = "127.0.0.1", 0
        self._target = target
        self._behaviour = _Behaviour()
        self._changed = threading.Condition()
        self._links: list[_Link] = []
        self._listener: socket.socket | None = None
        self._acceptor: threading.Thread | None = None
        self.connections = 0

    def ok(self) -> None:
        """Forwards; what a black hole held back goes on its way."""
        self._switch(_Behaviour())

    def refuse(self) -> None:
        """Nobody listens; open connections are reset."""
        self._switch(_Behaviour(_Mode.REFUSE))

    def reset(self) -> None:
        """Accepts and resets at once; open connections are reset."""
        self._switch(_Behaviour(_Mode.RESET))

    def blackhole(self) -> None:
        """Accepts, and then nothing ever comes through, nor any sign of it."""
        self._switch(_Behaviour(_Mode.BLACKHOLE))

    def slow(self, latency_seconds: float) -> None:
        """Every piece of data comes that much later, in both directions."""
        self._switch(_Behaviour(_Mode.SLOW, latency_seconds=latency_seconds))

    def cut(self, after_bytes: int) -> None:
        """Closes each connection once that many bytes of answer went through it from now on."""
        self._switch(_Behaviour(_Mode.CUT, cut_after_bytes=after_bytes))

    def __enter__(self) -> FaultProxy:
        self._listen()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stop_listening()
        self._end_links(reset=False)

    def _switch(self, behaviour: _Behaviour) -> None:
        with self._changed:
            self._behaviour = behaviour
            for link in self._links:
                link.answered = 0
            self._changed.notify_all()
        if behaviour.mode is _Mode.REFUSE:
            self._stop_listening()
        elif self._listener is None:
            self._listen()
        if behaviour.mode in {_Mode.REFUSE, _Mode.RESET}:
            self._end_links(reset=True)

    def _listen(self) -> None:
        self._listener = socket.create_server((self.host, self.port), backlog=128)
        self.port = self._listener.getsockname()[1]
        self._acceptor = threading.Thread(target=self._accept, args=(self._listener,), daemon=True)
        self._acceptor.start()

    def _stop_listening(self) -> None:
        listener, self._listener = self._listener, None
        if listener is None:
            return
        with contextlib.suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)  # wakes accept()
        listener.close()
        if self._acceptor is not None:
            self._acceptor.join(5)

    def _accept(self, listener: socket.socket) -> None:
        while True:
            try:
                client, _ = listener.accept()
            except OSError:
                return
            self.connections += 1
            self._receive(client)

    def _receive(self, client: socket.socket) -> None:
        try:
            server = socket.create_connection(self._target, timeout=5)
        except OSError:
            _close(client, reset=True)
            return
        server.settimeout(None)
        link = _Link(self, client, server)
        with self._changed:
            wanted = self._behaviour.mode is not _Mode.RESET
            self._links = [each for each in self._links if not each.ended]
            if wanted:
                self._links.append(link)
        if wanted:
            link.start()
        else:
            link.end(reset=True)

    def _end_links(self, *, reset: bool) -> None:
        with self._changed:
            links, self._links = self._links, []
        for link in links:
            link.end(reset=reset)
        with self._changed:
            self._changed.notify_all()
        for link in links:
            link.join()

    def passage(self, link: _Link) -> _Behaviour:
        """Waits while nothing comes through; how to treat the piece of data at hand."""
        with self._changed:
            self._changed.wait_for(
                lambda: link.ended or self._behaviour.mode is not _Mode.BLACKHOLE
            )
            return self._behaviour


class _Link:
    """One connection: two threads, one for each direction."""

    def __init__(self, proxy: FaultProxy, client: socket.socket, server: socket.socket) -> None:
        self.answered = 0
        self.ended = False
        self._proxy = proxy
        self._client, self._server = client, server
        self._interrupted = threading.Event()
        self._goodbyes = itertools.count()
        self._threads = (
            threading.Thread(target=self._pump, args=(client, server, False), daemon=True),
            threading.Thread(target=self._pump, args=(server, client, True), daemon=True),
        )

    def start(self) -> None:
        for thread in self._threads:
            thread.start()

    def join(self) -> None:
        for thread in self._threads:
            if thread is not threading.current_thread():
                thread.join(5)

    def end(self, *, reset: bool) -> None:
        """Closes both sides; the client sees a reset or an orderly end."""
        self.ended = True
        self._interrupted.set()
        _close(self._client, reset=reset)
        _close(self._server, reset=reset)

    def _pump(self, source: socket.socket, sink: socket.socket, is_answer: bool) -> None:
        try:
            while data := source.recv(_CHUNK):
                if not self._forward(data, sink, is_answer):
                    return
            self._proxy.passage(self)
            if self.ended:  # by us: saying goodbye now would make an orderly end of a reset
                return
            sink.shutdown(socket.SHUT_WR)
        except OSError:
            self.end(reset=True)  # one side broke the connection: so it is broken for the other
            return
        if next(self._goodbyes) == 1:  # the second direction ended too
            self.end(reset=False)

    def _forward(self, data: bytes, sink: socket.socket, is_answer: bool) -> bool:
        """Sends it on as the proxy behaves now; False when that was the end of the connection."""
        behaviour = self._proxy.passage(self)
        if behaviour.mode is _Mode.SLOW:
            self._interrupted.wait(behaviour.latency_seconds)
        if behaviour.mode is _Mode.CUT and is_answer:
            left = behaviour.cut_after_bytes - self.answered
            data, cut = data[: max(0, left)], len(data) >= left
        else:
            cut = False
        self.answered += len(data) if is_answer else 0
        sink.sendall(data)
        if cut:
            self.end(reset=False)
        return not cut


def _close(connection: socket.socket, *, reset: bool) -> None:
    with contextlib.suppress(OSError):
        if reset:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RST_ON_CLOSE)
        # A recv() in another thread holds the socket open: close() alone would not wake it, nor
        # be seen by the peer. Shutting down the reading half wakes it and sends nothing.
        connection.shutdown(socket.SHUT_RD if reset else socket.SHUT_RDWR)
    connection.close()
