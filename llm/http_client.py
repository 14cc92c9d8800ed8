"""An HTTP client that keeps the limits of the exchange in progress (see `exchange`).

Imported by the adapters at their first call only: httpx2 is heavy.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

import httpcore2
import httpx2

from llm.exchange import exchange_in_progress

CONNECT_SECONDS = 5.0
_WRITE_BYTES = 65536  # a larger piece may take several time-outs, one for each part that gets away


def _seconds(error: type[httpcore2.TimeoutException], at_most: float) -> float:
    """How long the next operation may take. Raises `error` when the exchange's time is over."""
    left = exchange_in_progress().seconds_left()
    if left <= 0:
        raise error("the deadline has passed")
    return min(left, at_most)


class _Stream(httpcore2.NetworkStream):
    """A connection that asks the exchange in progress how long it may wait."""

    def __init__(self, inner: httpcore2.NetworkStream) -> None:
        self._inner = inner

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        exchange = exchange_in_progress()
        seconds = _seconds(httpcore2.ReadTimeout, exchange.read_timeout_seconds)
        data = self._inner.read(max_bytes, seconds)
        if not exchange.received(len(data)):
            raise httpcore2.ReadError("the answer is too large")
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        at_most = exchange_in_progress().read_timeout_seconds
        for start in range(0, len(buffer), _WRITE_BYTES):
            piece = buffer[start : start + _WRITE_BYTES]
            self._inner.write(piece, _seconds(httpcore2.WriteTimeout, at_most))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore2.NetworkStream:
        seconds = _seconds(httpcore2.ConnectTimeout, CONNECT_SECONDS)
        return _Stream(self._inner.start_tls(ssl_context, server_hostname, seconds))

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


class _Network(httpcore2.NetworkBackend):
    """Opens connections, one address after the other, all of them under the deadline."""

    def __init__(self) -> None:
        self._sockets = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        failure: Exception = httpcore2.ConnectError("the host has no address")
        for address in _addresses(host, port):
            seconds = _seconds(httpcore2.ConnectTimeout, CONNECT_SECONDS)
            try:
                return _Stream(self._sockets.connect_tcp(address, port, seconds))
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                failure = error
        raise failure


def _addresses(host: str, port: int) -> list[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError as error:
        raise httpcore2.ConnectError("the host's name is not known") from error
    return [str(address[0]) for *_, address in found]


class _Body(httpx2.SyncByteStream):
    """An answer's body as httpx2 wants it."""

    def __init__(self, response: httpcore2.Response) -> None:
        self._response = response

    def __iter__(self) -> Iterator[bytes]:
        with _as_httpx_errors():
            yield from self._response.iter_stream()

    def close(self) -> None:
        self._response.close()


class _Transport(httpx2.BaseTransport):
    """Carries httpx2's requests over our own connections."""

    def __init__(self, pool: httpcore2.ConnectionPool) -> None:
        self._pool = pool

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        url = request.url
        with _as_httpx_errors():
            response = self._pool.handle_request(
                httpcore2.Request(
                    request.method,
                    httpcore2.URL(
                        scheme=url.raw_scheme,
                        host=url.raw_host,
                        port=url.port,
                        target=url.raw_path,
                    ),
                    headers=request.headers.raw,
                    content=request.read(),
                )
            )
        return httpx2.Response(response.status, headers=response.headers, stream=_Body(response))

    def close(self) -> None:
        self._pool.close()


@contextmanager
def _as_httpx_errors() -> Iterator[None]:
    try:
        yield
    except httpcore2.TimeoutException as error:
        raise httpx2.ReadTimeout(str(error)) from error
    except (httpcore2.NetworkError, httpcore2.ProtocolError, httpcore2.ProxyError) as error:
        raise httpx2.NetworkError(str(error)) from error


def new_client(url: str) -> httpx2.Client:
    """A client for that URL's host, to be used within `Exchange.steps`.

    As many connections as there are calls, no redirects (they would carry the key elsewhere), and
    the proxy that the environment names.
    """
    pool = httpcore2.ConnectionPool(
        ssl_context=httpx2.create_ssl_context(),
        proxy=_proxy_for(url),
        max_connections=None,
        max_keepalive_connections=50,
        keepalive_expiry=30.0,
        network_backend=_Network(),
    )
    return httpx2.Client(transport=_Transport(pool), follow_redirects=False, trust_env=False)


def _proxy_for(url: str) -> httpcore2.Proxy | None:
    """The proxy of HTTPS_PROXY, HTTP_PROXY or ALL_PROXY, unless NO_PROXY names the host."""
    target = urlsplit(url)
    if proxy_bypass(target.hostname or ""):
        return None
    proxies = getproxies()
    proxy = proxies.get(target.scheme) or proxies.get("all")
    if not proxy:
        return None
    parts = urlsplit(proxy if "://" in proxy else f"http://{proxy}")
    auth = (unquote(parts.username), unquote(parts.password or "")) if parts.username else None
    host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname
    port = f":{parts.port}" if parts.port else ""
    return httpcore2.Proxy(f"{parts.scheme}://{host}{port}/", auth=auth)
