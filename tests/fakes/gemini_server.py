"""A fake Gemini API on a loopback port, speaking the wire format over real HTTP.

    with GeminiServer() as server:
        server.will(text("Hello!"))
        ...
        server.journal[-1].words

By hand, or under a benchmark: `python -m tests.fakes.gemini_server 8787 --chunks 20 --delay 0.02`.
Replies come from the queue, else from the responder, else there is a default one.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import re
import socket
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, cast
from urllib.parse import parse_qs, urlsplit

from tests.fakes import gemini_replies as replies
from tests.fakes.gemini_replies import Json, Reply
from tests.fakes.gemini_rules import Refused, Signatures, check, in_camel_case, texts

API_KEY = "fake-key-of-the-tests"
DEFAULT_WORDS = ("Thanks for telling me. ", "What would you like ", "to achieve with it?")

_PATH = re.compile(r"/(v1|v1beta)/models/([\w.-]+):(generateContent|streamGenerateContent)")
_GONE = ("gemini-1.", "gemini-2.0", "gemini-3-pro-preview")


@dataclass(frozen=True)
class Recorded:
    """A request as it came in."""

    path: str
    model: str
    streamed: bool
    headers: dict[str, str]
    body: Json
    client_port: int
    at: float = field(default_factory=time.monotonic)

    @property
    def contents(self) -> list[Json]:
        return cast("list[Json]", self.body.get("contents", []))

    @property
    def words(self) -> str:
        """The words of the last content."""
        return "".join(texts(self.contents[-1:]))

    @property
    def results(self) -> list[Json]:
        """The function responses of the last content."""
        parts = self.contents[-1]["parts"] if self.contents else []
        return [part["functionResponse"] for part in parts if "functionResponse" in part]

    @property
    def tools(self) -> list[str]:
        """The names of the declared functions."""
        return [
            item["name"]
            for tool in self.body.get("tools", [])
            for item in tool.get("functionDeclarations", [])
        ]

    @property
    def sampling(self) -> Json:
        """The deprecated knobs it set: temperature, topP, topK."""
        config = self.body.get("generationConfig", {})
        return {key: config[key] for key in ("temperature", "topP", "topK") if key in config}


Responder = Callable[[Recorded], Reply]


class GeminiServer:
    """The fake; a context manager."""

    def __init__(self, port: int = 0, *, api_key: str = API_KEY, keep_journal: bool = True) -> None:
        self.api_key = api_key
        self._keep_journal = keep_journal
        self.journal: list[Recorded] = []
        self.abandoned = 0  # answers that the client did not wait for
        self.signatures = Signatures()
        self.closing = threading.Event()
        self._queue: deque[Reply] = deque()
        self._responder: Responder | None = None
        self._lock = threading.Lock()
        self._http = _HttpServer(("127.0.0.1", port), self)
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.02,))

    @property
    def port(self) -> int:
        return self._http.server_port

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    def will(self, *queued: Reply) -> None:
        """Answers the next requests so, in that order."""
        self._queue.extend(queued)

    def respond_with(self, responder: Responder) -> None:
        """Asks `responder` whenever the queue is empty."""
        self._responder = responder

    def __enter__(self) -> GeminiServer:
        self._thread.start()
        return self

    def __exit__(self, *exception: object) -> None:
        self.closing.set()
        self._http.shutdown()
        self._thread.join()
        self._http.close_connections()
        self._http.server_close()

    def answer(self, request: Recorded) -> Reply:
        """Notes the request and decides; a request that Google would refuse takes no reply."""
        with self._lock:
            if self._keep_journal:
                self.journal.append(request)
            refusal = self._refusal(request)
            if refusal is not None:
                return refusal
            if self._queue:
                return self._queue.popleft()
        if self._responder is not None:
            return self._responder(request)
        return replies.text(*DEFAULT_WORDS)

    def _refusal(self, request: Recorded) -> Reply | None:
        key = request.headers.get("x-goog-api-key")
        if key is None:
            return replies.error(403, "Method doesn't allow unregistered callers.")
        if key != self.api_key:
            kind = "type.googleapis.com/google.rpc.ErrorInfo"
            details = [{"@type": kind, "reason": "API_KEY_INVALID"}]
            return replies.error(400, "API key not valid. Please pass a valid API key.", details)
        if not request.model.startswith("gemini-") or request.model.startswith(_GONE):
            return replies.error(404, f"models/{request.model} is no longer available.")
        try:
            check(request.body, request.model, request.headers, self.signatures)
        except Refused as refused:
            return replies.error(400, str(refused))
        return None

    def signed(self, chunks: Iterable[Json], request: Recorded) -> Iterator[Json]:
        """The pieces with what Google adds: ids, signatures, usage, versions."""
        unsigned = True
        produced = 0
        for chunk in chunks:
            chunk = json.loads(json.dumps(chunk))
            if "error" in chunk:
                yield chunk
                continue
            for part in _parts(chunk):
                produced += len(part.get("text", "")) // 4 + 1
                unsigned = self._sign(part, request.model, unsigned)
            yield {**_about(request, produced), **chunk}

    def _sign(self, part: Json, model: str, unsigned: bool) -> bool:
        signature = b"\xfb\xff" + os.urandom(46)  # + and / in base64
        call = part.get("functionCall")
        if call is not None:
            call.setdefault("id", f"fc_{os.urandom(6).hex()}")
            if unsigned and "thoughtSignature" not in part:
                part["thoughtSignature"] = self.signatures.give(signature, model, call["id"])
            return False
        if part.get("thoughtSignature") == "":
            part["thoughtSignature"] = self.signatures.give(signature, model)
        return unsigned


def _parts(chunk: Json) -> list[Json]:
    candidates = chunk.get("candidates") or [{}]
    if not isinstance(candidates, list) or not isinstance(candidates[0], dict):
        return []
    content = candidates[0].get("content", {})
    parts = content.get("parts", []) if isinstance(content, dict) else []
    return [part for part in parts if isinstance(part, dict)]


def _about(request: Recorded, produced: int) -> Json:
    prompt = sum(len(words) for words in texts(request.contents)) // 4 + 1
    return {
        "usageMetadata": {
            "promptTokenCount": prompt,
            "candidatesTokenCount": produced,
            "thoughtsTokenCount": 7,
            "cachedContentTokenCount": 0,
            "totalTokenCount": prompt + produced + 7,
        },
        "modelVersion": request.model,
        "responseId": os.urandom(8).hex(),
    }


class _HttpServer(ThreadingHTTPServer):
    daemon_threads = False
    block_on_close = True
    request_queue_size = 1024

    def __init__(self, address: tuple[str, int], fake: GeminiServer) -> None:
        super().__init__(address, _Handler)
        self.fake = fake
        self._connections: set[socket.socket] = set()

    def process_request(self, request: Any, client_address: Any) -> None:
        self._connections.add(request)
        super().process_request(request, client_address)

    def close_request(self, request: Any) -> None:
        self._connections.discard(request)
        super().close_request(request)

    def close_connections(self) -> None:
        """Ends the handlers that wait on a kept-alive connection."""
        for connection in list(self._connections):
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def handle(self) -> None:
        with contextlib.suppress(ConnectionError):
            super().handle()

    def log_message(self, format: str, *args: object) -> None:
        """Quiet: the journal tells."""

    def do_POST(self) -> None:
        server = cast("_HttpServer", self.server).fake
        raw = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        url = urlsplit(self.path)  # absolute when we are used as a proxy
        found = _PATH.fullmatch(url.path)
        try:
            body = in_camel_case(json.loads(raw))
        except ValueError:
            body = None
        if found is None or not isinstance(body, dict):
            self._send_whole(replies.error(404 if found is None else 400, "Invalid request."))
            return
        request = Recorded(
            path=self.path,
            model=found[2],
            streamed=found[3] == "streamGenerateContent",
            headers=_Headers(self.headers.items()),
            body=body,
            client_port=self.client_address[1],
        )
        sse = parse_qs(url.query).get("alt") == ["sse"]
        try:
            self._reply(server, request, server.answer(request), sse=sse)
        except ConnectionError:
            server.abandoned += 1
            self.close_connection = True

    def _reply(self, server: GeminiServer, request: Recorded, reply: Reply, *, sse: bool) -> None:
        if reply.hang_before_headers:
            self._hang(server)
            return
        server.closing.wait(reply.delay_seconds)
        if reply.body or reply.status != 200:
            self._send_whole(reply)
            return
        chunks = tuple(server.signed(reply.chunks, request))
        if request.streamed and sse:
            self._send_stream(server, reply, chunks)
            return
        whole: Any = list(chunks) if request.streamed else replies.merged(chunks)
        self._send_whole(Reply(body=json.dumps(whole).encode()))

    def _send_whole(self, reply: Reply) -> None:
        self.send_response(reply.status)
        for name, value in {"Content-Type": "application/json", **reply.headers}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(reply.body)))
        self.end_headers()
        self.wfile.write(reply.body)

    def _send_stream(self, server: GeminiServer, reply: Reply, chunks: tuple[Json, ...]) -> None:
        head = (
            b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
            b"Transfer-Encoding: chunked\r\n\r\n"
        )
        self._write(server, head, reply.drip_seconds if reply.drip_headers else 0.0)
        for index, chunk in enumerate(chunks):
            if index:
                server.closing.wait(reply.chunk_delay_seconds)
            event = b"data: " + json.dumps(chunk, ensure_ascii=False).encode() + b"\r\n\r\n"
            framed = b"%x\r\n%s\r\n" % (len(event), event)
            self._write(server, framed, reply.drip_seconds)
        if reply.hang:
            self._hang(server)
        elif reply.cut:
            self.close_connection = True
        else:
            self.wfile.write(b"0\r\n\r\n")

    def _write(self, server: GeminiServer, data: bytes, pause: float) -> None:
        if not pause:
            self.wfile.write(data)
            return
        for index in range(len(data)):
            if server.closing.wait(pause):
                return
            self.wfile.write(data[index : index + 1])

    def _hang(self, server: GeminiServer) -> None:
        """Waits until the client goes away or the server closes."""
        self.connection.settimeout(0.05)
        while not server.closing.is_set():
            try:
                if not self.connection.recv(1):
                    break
            except TimeoutError:
                continue
        server.abandoned += 1
        self.close_connection = True


class _Headers(dict[str, str]):
    """Header names in any case."""

    def __init__(self, items: Iterable[tuple[str, str]]) -> None:
        super().__init__((name.lower(), value) for name, value in items)

    def get(self, name: str, default: Any = None) -> Any:
        return super().get(name.lower(), default)


def main() -> None:
    """Serves until interrupted."""
    parser = argparse.ArgumentParser(description="A fake Gemini API.")
    parser.add_argument("port", type=int)
    parser.add_argument("--chunks", type=int, default=3, help="pieces per answer")
    parser.add_argument("--delay", type=float, default=0.0, help="seconds before each piece")
    parser.add_argument("--think", type=float, default=0.0, help="seconds before the first piece")
    options = parser.parse_args()
    words = [f"This is piece {number}. " for number in range(options.chunks)]
    reply = replies.text(*words, delay=options.delay).after(options.think)
    server = GeminiServer(options.port, keep_journal=False)
    with server, contextlib.suppress(KeyboardInterrupt):
        server.respond_with(lambda request: reply)
        print(f"GOOGLE_GEMINI_BASE_URL={server.url} GEMINI_API_KEY={server.api_key}", flush=True)  # noqa: T201
        threading.Event().wait()


if __name__ == "__main__":
    main()
