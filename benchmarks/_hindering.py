"""What slow, silent and never-reading clients cost the others."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

from benchmarks._measuring import cpu_seconds, percentile
from tests.servers.service import RunningService

GOOD_PER_SECOND = 50
LARGE_FILE = "/docs/assets/js/swagger-ui-bundle.js"  # three of it are more than the sockets hold


@asynccontextmanager
async def hindering(port: int, count: int) -> AsyncIterator[None]:
    """Clients that send nothing, that send a byte now and then, and that never read."""
    host = "127.0.0.1"
    slow, connections = [], []
    ask = f"GET {LARGE_FILE} HTTP/1.1\r\nHost: x\r\n\r\n".encode()
    for number in range(count):
        reader, writer = await asyncio.open_connection(host, port, limit=1024)
        connections.append((reader, writer))
        if number % 3 == 1:
            slow.append(asyncio.create_task(_send_slowly(writer)))
        elif number % 3 == 2:
            reader._transport.pause_reading()  # type: ignore[attr-defined]
            writer.write(ask * 3)
    try:
        yield
    finally:
        for task in slow:
            task.cancel()
        for _, writer in connections:
            writer.transport.abort()


async def _send_slowly(writer: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        for byte in b"POST /gemini/train HTTP/1.1\r\nHost: x\r\nX-Slow: " + b"y" * 1000:
            writer.write(bytes([byte]))
            await asyncio.sleep(1)


async def _good_callers(port: int, seconds: float) -> tuple[list[float], int]:
    """Requests at an even pace, each on a connection of its own; seconds taken, and failures."""
    taken: list[float] = []
    failures = 0

    async def call() -> None:
        nonlocal failures
        began = time.perf_counter()
        try:
            async with asyncio.timeout(20):
                reader, writer = await asyncio.open_connection("127.0.0.1", port)
                head = "GET /gemini/widget-config HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                writer.write(head.encode())
                answer = await reader.read()
                writer.close()
        except (OSError, TimeoutError):
            answer = b""
        if answer.startswith(b"HTTP/1.1 200"):
            taken.append(time.perf_counter() - began)
        else:
            failures += 1

    calls = []
    for _ in range(int(seconds * GOOD_PER_SECOND)):
        calls.append(asyncio.create_task(call()))
        await asyncio.sleep(1 / GOOD_PER_SECOND)
    await asyncio.gather(*calls)
    return taken, failures


def measure_hindering(
    service: RunningService, calm: RunningService, count: int, seconds: float
) -> dict[str, Any]:
    """The good clients' p95 on a service that has the others, and at the same time on one that
    has none: the machine's moods hit both alike."""

    async def both() -> list[tuple[list[float], int]]:
        async with hindering(service.port, count):
            await _come_to_rest(service)  # what is measured is that they stay, not that they come
            return await asyncio.gather(
                _good_callers(service.port, seconds), _good_callers(calm.port, seconds)
            )

    (among, failures), (alone, _) = asyncio.run(both())
    return {
        "hindering_clients": count,
        "good_requests": len(among),
        "alone_p95_ms": round(percentile(alone, 95) * 1000, 1),
        "among_them_p95_ms": round(percentile(among, 95) * 1000, 1),
        "ratio": round(percentile(among, 95) / percentile(alone, 95), 2),
        "failures": failures,
    }


async def _come_to_rest(service: RunningService, at_most_seconds: float = 30) -> None:
    """Waits until the service does next to nothing: it has sent all that the sockets take."""
    until = time.perf_counter() + at_most_seconds
    while time.perf_counter() < until:
        before = cpu_seconds(service)
        await asyncio.sleep(1)
        if cpu_seconds(service) - before <= 0.05:
            return
