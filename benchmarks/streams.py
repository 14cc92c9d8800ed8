"""Held streams: how many one process carries, at what delay, and in how much memory.

    python -m benchmarks.streams            about three minutes
    BENCH_STREAMS=50,100,500 …              other numbers of streams

Visitors arrive evenly, whether or not those before them have been answered: so many in the time
that the model takes that, if nothing is late, just the wanted number of streams is held. Each
reads its reply's stream to its end; who has been answered is the next to arrive. The model is a
fake on the loopback that takes three seconds for eight pieces; the same number of callers ask it
directly, and a bare Flask route in front of it, in the same run. When a number is missed by far,
the larger ones are left out. Then the process's memory, at rest and for each conversation; and
what slow, silent and never-reading clients cost the others. It makes at most a few hundred
connections, and only to servers on this machine that it started itself.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
import tempfile
import time
import uuid
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks._hindering import measure_hindering
from benchmarks._measuring import (
    RESULTS,
    bare,
    cpu_seconds,
    keep,
    parley,
    percentile,
    processes_of,
    resident_mb,
)
from benchmarks._model import SENTENCES
from tests.fakes.gemini_server import API_KEY
from tests.servers.processes import free_port, start, stop, wait_until
from tests.servers.scratch import scratch_folder
from tests.servers.service import RunningService

COUNTS = tuple(int(n) for n in os.environ.get("BENCH_STREAMS", "100,250,500").split(","))
SECONDS = float(os.environ.get("BENCH_SECONDS", "6"))
HINDERING = int(os.environ.get("BENCH_HINDERING", "100"))

THINK_SECONDS = float(os.environ.get("BENCH_THINK_SECONDS", "0.9"))
CHUNK_SECONDS = float(os.environ.get("BENCH_CHUNK_SECONDS", "0.3"))
MODEL_SECONDS = THINK_SECONDS + (len(SENTENCES) - 1) * CHUNK_SECONDS

MEASURED_BY = 200  # streams that memory is measured by
HELD_AIM = 500
ADDED_P95_MS_AIM = 50
FAR_MS = 1000
IDLE_MB_AIM = 200
CONVERSATION_KB_AIM = 100
SLOWER_AIM = 2.0

SAID = "Hi, we run a small restaurant and would like a new website. Do you make those?"


@dataclass
class Heard:
    """What callers saw. `first` are seconds to the first word."""

    first: list[float] = field(default_factory=list)
    whole: list[float] = field(default_factory=list)
    failed: int = 0


@dataclass(frozen=True)
class Asked:
    """One kind of streaming call: what to send, and the line that brings the first word."""

    port: int
    path: str
    headers: str
    first_word: bytes
    last_word: bytes

    def request(self, client: str | None) -> bytes:
        body = json.dumps(self.body(client)).encode()
        head = (
            f"POST {self.path} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\n{self.headers}"
            f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n"
            "Connection: close\r\n\r\n"
        )
        return head.encode() + body

    def body(self, client: str | None) -> dict[str, Any]:
        given = {} if client is None else {"client_id": client}
        return {"content": SAID, "message_id": str(uuid.uuid4()), **given}


class AskedGemini(Asked):
    """The fake itself."""

    def body(self, client: str | None) -> dict[str, Any]:
        return {"contents": [{"role": "user", "parts": [{"text": SAID}]}]}


SSE = "Accept: text/event-stream\r\n"


def of_parley(service: RunningService) -> Asked:
    return Asked(service.port, "/gemini/train", SSE, b"event: token", b"event: done")


def of_bare(service: RunningService) -> Asked:
    return Asked(service.port, "/turn", SSE, b"event: token", b"data:")


def of_fake(port: int) -> Asked:
    path = "/v1/models/gemini-3.8-flash:streamGenerateContent?alt=sse"
    return AskedGemini(port, path, f"x-goog-api-key: {API_KEY}\r\n", b"data:", b"data:")


async def converse(asked: Asked, streams: int, seconds: float) -> Heard:
    """Callers at an even pace; those that come in the first turn's time are not counted."""
    heard = Heard()
    answered: deque[str | None] = deque()
    under_way = []

    async def one(into: Heard) -> None:
        client = answered.popleft() if answered else None
        answered.append(await _turn(asked, client, into))

    began = time.perf_counter()
    warming = streams
    for number in range(warming + round(streams * seconds / MODEL_SECONDS)):
        await asyncio.sleep(max(0.0, began + MODEL_SECONDS * number / streams - _now()))
        under_way.append(asyncio.create_task(one(Heard() if number < warming else heard)))
    await asyncio.gather(*under_way)
    return heard


def _now() -> float:
    return time.perf_counter()


async def _turn(asked: Asked, client: str | None, heard: Heard) -> str | None:
    """One stream, read to its end; the client id it told, if it told one."""
    sent = time.perf_counter()
    first: float | None = None
    ended = False
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", asked.port, limit=2**20)
        try:
            writer.write(asked.request(client))
            async with asyncio.timeout(60):
                async for line in reader:
                    if first is None and line.startswith(asked.first_word):
                        first = time.perf_counter() - sent
                    ended = ended or line.startswith(asked.last_word)
                    if line.startswith(b"data:") and b'"client_id"' in line:
                        client = json.loads(line[5:])["client_id"]
        finally:
            writer.close()
    except (OSError, TimeoutError):
        ended = False
    if first is None or not ended:
        heard.failed += 1
    else:
        heard.first.append(first)
        heard.whole.append(time.perf_counter() - sent)
    return client


@contextmanager
def slow_fake() -> Iterator[int]:
    """The fake in a process of its own, so that it does not share ours; its port."""
    port = free_port()
    pace = (str(THINK_SECONDS), str(CHUNK_SECONDS))
    command = [sys.executable, "-m", "benchmarks._model", str(port), *pace]
    with scratch_folder("fake") as folder:
        log = folder / "log"
        process = start(command, log=log, cwd=Path.cwd(), env=dict(os.environ))
        try:
            wait_until(lambda: "ready" in log.read_text(), process, log)
            yield port
        finally:
            stop(process)


def measure_streams(
    service: RunningService, floor: RunningService, fake: int, counts: Sequence[int], seconds: float
) -> list[dict[str, Any]]:
    """For each number of streams: the delay that we add, and that the bare route adds."""
    found: list[dict[str, Any]] = []
    for count in counts:
        own = asyncio.run(converse(of_fake(fake), count, seconds))
        of_floor, bare_cpu = _with_cpu(floor, of_bare(floor), count, seconds)
        ours, cpu = _with_cpu(service, of_parley(service), count, seconds)
        added = round(_p95_ms(ours.first) - _p95_ms(own.first), 1)
        found.append(
            {
                "streams": count,
                "turns": len(ours.first),
                "failed": ours.failed,
                "bare_failed": of_floor.failed,
                "first_word_p95_ms": {
                    "gemini": _p95_ms(own.first),
                    "bare": _p95_ms(of_floor.first),
                    "parley": _p95_ms(ours.first),
                },
                "added_p95_ms": added,
                "bare_added_p95_ms": round(_p95_ms(of_floor.first) - _p95_ms(own.first), 1),
                "added_to_whole_p95_ms": round(_p95_ms(ours.whole) - _p95_ms(own.whole), 1),
                "cpu_ms": cpu,
                "bare_cpu_ms": bare_cpu,
                "cpu_ratio": round(cpu / bare_cpu, 2),
            }
        )
        _say_streams(found[-1])
        if not added <= FAR_MS:
            break
    return found


def _with_cpu(
    service: RunningService, asked: Asked, count: int, seconds: float
) -> tuple[Heard, float]:
    """What was heard, and the processor time of one stream in milliseconds."""
    before = cpu_seconds(service)
    heard = asyncio.run(converse(asked, count, seconds))
    streams = count + round(count * seconds / MODEL_SECONDS)
    return heard, round((cpu_seconds(service) - before) / streams * 1000, 2)


def _say_streams(row: dict[str, Any]) -> None:
    print(
        f"  {row['streams']:4} streams: first word p95 + {row['added_p95_ms']:.0f} ms over the"
        f" model's (bare route + {row['bare_added_p95_ms']:.0f}), failed {row['failed']},"
        f" CPU {row['cpu_ms']:.1f} ms a stream x {row['cpu_ratio']:.2f} of the bare route's",
        flush=True,
    )


def _p95_ms(seconds: Sequence[float]) -> float:
    return round(percentile(seconds, 95) * 1000, 1)


def measure_memory(fake: int, conversations: int) -> dict[str, float]:
    """The process at rest, and by how much it grows for each stream held and conversation kept.

    Turns taken before warm what is loaded at first use, which no conversation is to blame for. What
    is kept is told by a second wave: it finds the memory that the first one's streams gave back.
    """
    with parley(f"http://127.0.0.1:{fake}/") as service:
        asked = of_parley(service)
        time.sleep(2)  # it makes itself ready for the first visitor
        serving = processes_of(service)  # a job may start another one for a moment
        idle = resident_mb(service, serving)
        asyncio.run(converse(asked, 20, 1))
        warm = resident_mb(service, serving)
        held = asyncio.run(_while_held(asked, service, serving, conversations))
        after_one = resident_mb(service, serving)
        asyncio.run(_while_held(asked, service, serving, conversations))
        kept = max(0.0, resident_mb(service, serving) - after_one)
        return {
            "idle_mb": round(idle, 1),
            "warm_mb": round(warm, 1),
            "conversations": conversations,
            "kb_for_each_held_stream": round((held - warm) * 1024 / conversations, 1),
            "kb_for_each_kept_conversation": round(kept * 1024 / conversations, 1),
        }


async def _while_held(
    asked: Asked, service: RunningService, serving: Sequence[int], count: int
) -> float:
    """The most memory taken while so many streams are open at once."""
    talk = asyncio.gather(*(_turn(asked, None, Heard()) for _ in range(count)))
    most = 0.0
    while not talk.done():
        await asyncio.sleep(0.25)
        most = max(most, await asyncio.to_thread(resident_mb, service, serving))
    await talk
    return most


def judged(figures: dict[str, Any]) -> dict[str, tuple[float, float, bool]]:
    """Each figure that has an aim: the figure, the aim, whether it is reached."""
    good = [row for row in figures["streams"] if row["added_p95_ms"] <= ADDED_P95_MS_AIM]
    held = max((row["streams"] for row in good if not row["failed"]), default=0)
    memory, slow = figures["memory"], figures["hindering"]
    each = max(memory["kb_for_each_held_stream"], memory["kb_for_each_kept_conversation"])
    return {
        "streams held with p95 added ≤ 50 ms": (held, HELD_AIM, held >= HELD_AIM),
        "idle MB": (memory["idle_mb"], IDLE_MB_AIM, memory["idle_mb"] <= IDLE_MB_AIM),
        "KB a held conversation": (each, CONVERSATION_KB_AIM, each <= CONVERSATION_KB_AIM),
        "p95 among slow clients, times": (
            slow["ratio"],
            SLOWER_AIM,
            slow["ratio"] <= SLOWER_AIM and slow["failures"] == 0,
        ),
    }


def main(
    counts: Sequence[int] = COUNTS,
    seconds: float = SECONDS,
    hindered_by: int = HINDERING,
    results: Path = RESULTS,
) -> int:
    with ExitStack() as stack:
        fake = stack.enter_context(slow_fake())
        memory = measure_memory(fake, min(MEASURED_BY, max(counts)))
        service = stack.enter_context(parley(f"http://127.0.0.1:{fake}/"))
        body = Path(stack.enter_context(tempfile.TemporaryDirectory())) / "body.json"
        body.write_text(json.dumps(AskedGemini.body(of_fake(fake), None)))
        floor = stack.enter_context(bare(f"http://127.0.0.1:{fake}/", body))
        for asked in (of_parley(service), of_bare(floor)):
            asyncio.run(converse(asked, 5, 0))  # warm
        with parley(f"http://127.0.0.1:{fake}/") as calm:
            hindered = measure_hindering(service, calm, hindered_by, 2 * seconds)
        streams = measure_streams(service, floor, fake, counts, seconds)
    figures = {"memory": memory, "hindering": hindered, "streams": streams}
    verdict = judged(figures)
    for name, (figure, aim, reached) in verdict.items():
        print(f"  {name:36} {figure:8.1f}   aim {aim}{'' if reached else '   not reached'}")
    aims = {name: aim for name, (_, aim, _) in verdict.items()}
    keep("streams", {"aims": aims, **figures}, results)
    return 0 if all(reached for _, _, reached in verdict.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
