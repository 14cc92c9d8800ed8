"""The fault proxy does to a connection what it says."""

from __future__ import annotations

import contextlib
import socket
import socketserver
import struct
import threading
import time
from collections.abc import Iterator

import pytest

from tests.faults.proxy import FaultProxy

BIG = b"x" * 200_000


class _Echo(socketserver.BaseRequestHandler):
    def handle(self) -> None:
        with contextlib.suppress(OSError):
            while data := self.request.recv(65536):
                self.request.sendall(data)


@pytest.fixture
def proxy() -> Iterator[FaultProxy]:
    server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), _Echo)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    with FaultProxy(server.server_address) as proxy:
        yield proxy
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def connection(proxy: FaultProxy) -> Iterator[socket.socket]:
    with connected(proxy) as connection:
        yield connection


@pytest.fixture
def free_address() -> Iterator[tuple[str, int]]:
    """Taken, so that nobody else gets it, and without a listener."""
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        yield unused.getsockname()


def connected(proxy: FaultProxy) -> socket.socket:
    return socket.create_connection(("127.0.0.1", proxy.port), timeout=5)


def echoed(connection: socket.socket, data: bytes = b"hello") -> bytes:
    sender = threading.Thread(target=connection.sendall, args=(data,))
    sender.start()
    answer = received(connection, len(data))
    sender.join(5)
    return answer


def received(connection: socket.socket, size: int) -> bytes:
    """What comes until there are so many bytes or the connection ends, one way or the other."""
    answer = b""
    with contextlib.suppress(ConnectionResetError):
        while len(answer) < size and (piece := connection.recv(65536)):
            answer += piece
    return answer


def test_data_passes_unchanged_in_both_directions(connection):
    assert echoed(connection, BIG) == BIG


def test_the_end_of_the_clients_data_reaches_the_server_and_its_end_the_client(connection):
    connection.sendall(b"bye")
    connection.shutdown(socket.SHUT_WR)

    assert received(connection, 4) == b"bye"
    assert connection.recv(1) == b""


def test_connections_are_counted(proxy):
    for _ in range(3):
        with connected(proxy) as connection:
            echoed(connection)

    assert proxy.connections == 3


def test_refuse_leaves_nobody_to_connect_to(proxy):
    proxy.refuse()

    with pytest.raises(ConnectionRefusedError):
        connected(proxy)


@pytest.mark.parametrize("mode", ["refuse", "reset"])
def test_open_connections_are_reset(proxy, connection, mode):
    echoed(connection)

    getattr(proxy, mode)()

    with pytest.raises(ConnectionResetError):
        connection.recv(1)


def test_reset_accepts_and_resets(proxy):
    proxy.reset()

    with pytest.raises(ConnectionResetError), connected(proxy) as connection:
        connection.recv(1)


def test_after_refusing_it_listens_on_the_same_port_again(proxy):
    port = proxy.port
    proxy.refuse()

    proxy.ok()

    assert proxy.port == port
    with connected(proxy) as connection:
        assert echoed(connection) == b"hello"


def test_a_black_hole_gives_no_sign_and_holds_data_back_until_it_is_over(proxy, connection):
    proxy.blackhole()
    connection.sendall(b"lost?")
    connection.settimeout(0.1)
    with pytest.raises(TimeoutError):
        connection.recv(1)

    proxy.ok()
    connection.settimeout(5)

    assert received(connection, 5) == b"lost?"


def test_leaving_ends_connections_that_hang_in_a_black_hole(proxy):
    with connected(proxy) as connection:
        echoed(connection)
        proxy.blackhole()
        connection.sendall(b"x")

        proxy.__exit__(None, None, None)

        assert connection.recv(1) == b""


def test_slow_delays_the_question_and_the_answer(proxy, connection):
    proxy.slow(0.1)
    began = time.monotonic()

    echoed(connection)

    assert time.monotonic() - began >= 0.2


@pytest.mark.parametrize("size", [1, 3, 100_000])
def test_cut_ends_the_connection_after_so_many_bytes_of_answer(proxy, connection, size):
    proxy.cut(size)
    sender = threading.Thread(target=sent_as_far_as_it_goes, args=(connection,))
    sender.start()

    assert received(connection, len(BIG)) == BIG[:size]

    sender.join(5)


def sent_as_far_as_it_goes(connection: socket.socket) -> None:
    with contextlib.suppress(OSError):
        connection.sendall(BIG)


def test_cut_counts_from_when_it_was_said(proxy, connection):
    assert echoed(connection, b"12345") == b"12345"

    proxy.cut(3)
    connection.sendall(b"abcdef")

    assert received(connection, 6) == b"abc"


def test_a_target_that_is_down_looks_like_a_reset(free_address):
    with (
        FaultProxy(free_address) as proxy,
        pytest.raises(ConnectionResetError),
        connected(proxy) as connection,
    ):
        connection.recv(1)


def test_a_server_that_breaks_off_breaks_the_clients_connection():
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        FaultProxy(server.getsockname()) as proxy,
        connected(proxy) as connection,
    ):
        accepted, _ = server.accept()
        accepted.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        accepted.close()

        with pytest.raises(ConnectionResetError):
            connection.recv(1)
