"""A chat turn over its floor: a bare Flask route that makes the same google-genai call.

    python -m benchmarks.turns              about two minutes
    BENCH_ROUNDS=15 BENCH_TURNS=200 …       more of it

Both run in the same server (gunicorn, one gevent worker) and send Gemini the same request: the
instruction, the tools and 21 messages of history, as JSON by `extra_body`. The model is a fake on
the loopback that answers at once in eight pieces. The rounds alternate, so that the machine's
moods hit both alike; read the ratios.
"""

from __future__ import annotations

import http.client
import json
import os
import statistics
import sys
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks._measuring import RESULTS, bare, cpu_seconds, keep, parley, percentile
from benchmarks._model import SENTENCES
from tests.fakes import gemini_replies as replies
from tests.fakes.gemini_server import GeminiServer, Recorded
from tests.servers.redis import running_redis
from tests.servers.service import RunningService

ROUNDS = int(os.environ.get("BENCH_ROUNDS", "7"))
TURNS = int(os.environ.get("BENCH_TURNS", "100"))
CPU_AIM = 1.3

EARLIER_TURNS = 10
VISITORS_SAY = (
    "Hi, do you also make websites for small restaurants?",
    "We have an old one, but nobody finds it and it looks bad on a phone.",
    "I'm Ann Lee by the way, we run two places in Hamburg.",
    "What would something like that cost, roughly?",
    "How long does it usually take until it is online?",
    "ok. and can guests book a table with it?",
    "You can write to me at ann.lee@example.com.",
    "Who would do the photos?",
    "Hmm, let me think about it for a moment.",
    "Do you also look after it later, I mean updates and so on?",
)


class Caller:
    """One kept-alive connection to a service."""

    def __init__(self, service: RunningService) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", service.port, timeout=30)

    def close(self) -> None:
        self._connection.close()

    def post(self, path: str, body: Mapping[str, Any]) -> dict[str, Any]:
        raw = json.dumps(body)
        self._connection.request("POST", path, raw, {"Content-Type": "application/json"})
        answer = self._connection.getresponse()
        text = answer.read()
        if answer.status != 200:
            raise RuntimeError(f"{path} answered {answer.status}: {text[:300]!r}")
        return dict(json.loads(text))


class Visitors:
    """Visitors of the product, each in the middle of a conversation when measuring begins."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def arrive(self, count: int) -> list[str]:
        """New conversations with as much history as the model is ever shown."""
        clients = []
        for _ in range(count):
            client = self._say(None, VISITORS_SAY[0])
            for text in VISITORS_SAY[1:EARLIER_TURNS]:
                self._say(client, text)
            clients.append(client)
        return clients

    def talk(self, clients: list[str], turns: int) -> list[float]:
        """The visitors speak one after another; the seconds each turn took."""
        taken = []
        for number in range(turns):
            text = VISITORS_SAY[number // len(clients) % len(VISITORS_SAY)]
            started = time.perf_counter()
            self._say(clients[number % len(clients)], text)
            taken.append(time.perf_counter() - started)
        return taken

    def _say(self, client: str | None, text: str) -> str:
        body = {"content": text, "message_id": str(uuid.uuid4()), "timezone": "Europe/Berlin"}
        given = {} if client is None else {"client_id": client}
        data = self._caller.post("/gemini/train", {**body, **given})["data"]
        if data["engine"] != "gemini" or data["degraded"]:
            raise RuntimeError(f"the model did not answer: {data}")
        return str(data["client_id"])


class Measured:
    """The rounds of one of the two."""

    def __init__(self, service: RunningService, turns: int) -> None:
        self._service = service
        self._turns = turns
        self.cpu_ms: list[float] = []
        self.seconds: list[float] = []

    def round(self, work: Callable[[], list[float]]) -> None:
        before = cpu_seconds(self._service)
        self.seconds += work()
        self.cpu_ms.append((cpu_seconds(self._service) - before) / self._turns * 1000)

    def summary(self) -> dict[str, float]:
        return {
            "cpu_ms": round(statistics.median(self.cpu_ms), 2),
            "p50_ms": round(percentile(self.seconds, 50) * 1000, 2),
            "p95_ms": round(percentile(self.seconds, 95) * 1000, 2),
        }


@contextmanager
def fake_gemini() -> Iterator[tuple[GeminiServer, list[Recorded]]]:
    """The fake, and the newest request it was sent."""
    reply = replies.text(*SENTENCES)
    newest: list[Recorded] = []

    def respond(request: Recorded) -> replies.Reply:
        newest[:] = [request]
        return reply

    with GeminiServer(keep_journal=False) as server:
        server.respond_with(respond)
        yield server, newest


def measure(environment: Mapping[str, str], rounds: int, turns: int) -> dict[str, Any]:
    """One way of running the product, and the floor beside it."""
    with ExitStack() as stack:
        fake, newest = stack.enter_context(fake_gemini())
        service = stack.enter_context(parley(fake.url, environment))
        visitors = Visitors(stack.enter_context(closing(Caller(service))))
        visitors.talk(visitors.arrive(1), 1)
        [request] = newest
        messages = len(request.contents)
        if messages != 2 * EARLIER_TURNS + 1:
            raise RuntimeError(f"the model was shown {messages} messages, not 21")
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        body = folder / "body.json"
        body.write_text(json.dumps(request.body))
        floor = stack.enter_context(bare(fake.url, body))
        ours, theirs = Measured(service, turns), Measured(floor, turns)
        for number in range(rounds + 1):
            if number == 1:  # the first round only warms
                ours, theirs = Measured(service, turns), Measured(floor, turns)
            clients = visitors.arrive(max(1, turns // 10))
            both = (
                (ours, partial(visitors.talk, clients, turns)),
                (theirs, partial(_talk_to_bare, floor, turns)),
            )
            for measured, work in both if number % 2 else both[::-1]:
                measured.round(work)
        return _compared(ours, theirs, len(body.read_bytes()))


def _talk_to_bare(floor: RunningService, turns: int) -> list[float]:
    taken = []
    # A connection for each round: the server hangs up on one that was quiet for 15 seconds.
    with closing(Caller(floor)) as caller:
        for number in range(turns):
            started = time.perf_counter()
            caller.post("/turn", {"content": VISITORS_SAY[number % len(VISITORS_SAY)]})
            taken.append(time.perf_counter() - started)
    return taken


def _compared(ours: Measured, theirs: Measured, request_bytes: int) -> dict[str, Any]:
    mine, floor = ours.summary(), theirs.summary()
    ratios = [a / b for a, b in zip(ours.cpu_ms, theirs.cpu_ms, strict=True)]
    return {
        "turn": mine,
        "bare_route": floor,
        "cpu_ratio": round(statistics.median(ratios), 2),
        "cpu_ratio_of_each_round": [round(ratio, 2) for ratio in ratios],
        "added_p50_ms": round(mine["p50_ms"] - floor["p50_ms"], 2),
        "added_p95_ms": round(mine["p95_ms"] - floor["p95_ms"], 2),
        "request_bytes": request_bytes,
    }


def main(rounds: int = ROUNDS, turns: int = TURNS, results: Path = RESULTS) -> int:
    figures = {"embedded": measure({}, rounds, turns)}
    with running_redis() as redis:
        figures["redis"] = measure({"REDIS_URL": redis.url}, rounds, turns)
    for name, figure in figures.items():
        turn, floor = figure["turn"], figure["bare_route"]
        print(
            f"  {name:9} turn {turn['cpu_ms']:6.2f} ms CPU, bare {floor['cpu_ms']:6.2f}"
            f"   x {figure['cpu_ratio']:.2f}   p50 {turn['p50_ms']:.1f} ms,"
            f" added {figure['added_p50_ms']:.1f} (p95 {figure['added_p95_ms']:.1f})"
        )
    keep("turns", {"rounds": rounds, "turns": turns, "cpu_aim": CPU_AIM, **figures}, results)
    worst = max(figure["cpu_ratio"] for figure in figures.values())
    print(f"worst CPU ratio: {worst:.2f}, aim {CPU_AIM}")
    return 0 if worst <= CPU_AIM else 1


if __name__ == "__main__":
    sys.exit(main())
