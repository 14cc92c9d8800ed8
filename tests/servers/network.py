"""Tests speak to this machine only: a connection to anywhere else fails the test that made it."""

from __future__ import annotations

import ipaddress
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_HERE = {"", "localhost", "0.0.0.0", "::", "testserver"}
_SENDING = {"socket.connect", "socket.sendto", "socket.sendmsg"}


class NetworkTouched(AssertionError):
    """The test tried to reach another machine."""


_attempts: list[str] = []
_watching = 0


@contextmanager
def loopback_only() -> Iterator[None]:
    """Refuses every look-up of and connection to another machine, and raises at the end.

    At the end as well, because code that deals with failing connections would hide the refusal.
    """
    global _watching
    _install()
    before = len(_attempts)
    _watching += 1
    try:
        yield
    finally:
        _watching -= 1
        touched = _attempts[before:]
        del _attempts[before:]
    if touched:
        raise NetworkTouched(f"tried to reach {', '.join(touched)}")


def is_here(host: object) -> bool:
    """Whether the name or address means this machine."""
    if isinstance(host, bytes):
        host = host.decode(errors="replace")
    if not isinstance(host, str) or host in _HERE or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host.partition("%")[0]).is_loopback
    except ValueError:
        return False


def _hook(event: str, args: tuple[Any, ...]) -> None:
    if not _watching:
        return
    if event in _SENDING and isinstance(args[1], tuple):
        _check(args[1][0])
    elif event in {"socket.getaddrinfo", "socket.gethostbyname"}:
        _check(args[0])


def _check(host: object) -> None:
    if not is_here(host):
        _attempts.append(str(host))
        raise NetworkTouched(f"tried to reach {host}")


_installed = False


def _install() -> None:
    # An audit hook and not a patched socket: it sees gevent's, asyncio's and C code's calls too.
    global _installed
    if not _installed:
        sys.addaudithook(_hook)
        _installed = True
