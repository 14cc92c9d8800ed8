"""A test that reaches for another machine fails, and says which."""

from __future__ import annotations

import contextlib
import socket
import threading

import pytest

from tests.servers.network import NetworkTouched, is_here, loopback_only


def dial(host: str) -> None:
    with socket.socket() as connection:
        connection.settimeout(1)
        connection.connect((host, 9))


def look_up(host: str) -> None:
    socket.getaddrinfo(host, 443)


def send(host: str) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as datagrams:
        datagrams.sendto(b"x", (host, 9))


@pytest.mark.parametrize(
    ("reach", "host"), [(dial, "192.0.2.1"), (look_up, "www.example.com"), (send, "192.0.2.7")]
)
def test_reaching_for_another_machine_fails_the_test_that_did(reach, host):
    with pytest.raises(NetworkTouched, match=host), loopback_only():
        reach(host)


def test_it_fails_even_when_the_code_swallowed_the_refusal():
    with (
        pytest.raises(NetworkTouched, match="192.0.2.1"),
        loopback_only(),
        contextlib.suppress(NetworkTouched),
    ):
        dial("192.0.2.1")


def test_it_fails_when_another_thread_did_it():
    def in_vain() -> None:
        with contextlib.suppress(NetworkTouched):
            dial("192.0.2.1")

    with pytest.raises(NetworkTouched), loopback_only():
        thread = threading.Thread(target=in_vain)
        thread.start()
        thread.join()


def test_this_machine_may_be_reached():
    with socket.create_server(("127.0.0.1", 0)) as server, loopback_only():
        for host in ("127.0.0.1", "localhost"):
            socket.create_connection((host, server.getsockname()[1]), timeout=5).close()


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.9.1", "::1", "localhost", "", None])
def test_names_of_this_machine(host):
    assert is_here(host)


@pytest.mark.parametrize("host", ["10.0.0.1", "169.254.169.254", "example.com", "2001:db8::1"])
def test_names_of_others(host):
    assert not is_here(host)
