"""A service that speaks the widget's side of the contract and does on the wire what it is told.

The widget's files are served by the real routes, to any host page a test wants. The real service
answers in `test_real_service.py`; here streams stop, stall and fail at an exact event.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from flask import Flask, Response, jsonify, request
from werkzeug.serving import WSGIRequestHandler, make_server

from chatbot import widget_routes
from web.security import register_cors

STATIC = Path(__file__).resolve().parents[2] / "static"
AT = "2026-11-23T10:00:00+01:00"
Step = tuple[str, Any]


def token(text: str) -> Step:
    return ("token", {"text": text})


def card(**fields: Any) -> Step:
    return ("card", fields)


def hold() -> Step:
    """The stream waits here until `release()`."""
    return ("hold", None)


def silence() -> Step:
    """As the first step: not even the beginning is told before `release()`."""
    return ("silence", None)


def cut() -> Step:
    """The connection ends here; whoever resumes gets what follows."""
    return ("cut", None)


def error(message: str, status: int) -> Step:
    return ("error", {"message": message, "status": status})


@dataclass
class Turn:
    message_id: str
    text: str
    client_id: str
    steps: list[Step]
    shown: int = 0  # steps that went out so far, of all streams together

    @property
    def reply(self) -> str:
        return "".join(data["text"] for name, data in self.steps if name == "token")

    @property
    def cards(self) -> list[dict[str, Any]]:
        return [data for name, data in self.steps if name == "card"]

    def done(self) -> dict[str, Any]:
        return {
            "client_id": self.client_id,
            "conversation_id": "conv-1",
            "message_id": self.message_id,
            "reply": self.reply,
            "reply_id": f"reply-{self.message_id}",
            "cards": self.cards,
            "engine": "scripted",
            "degraded": False,
            "at": AT,
        }


@dataclass
class ContractService:
    """What came in, and what is to go out."""

    url: str = ""
    replies: list[list[Step]] = field(default_factory=list)
    refusals: list[tuple[int, str, dict[str, str]]] = field(default_factory=list)
    pages: dict[str, tuple[str, dict[str, str]]] = field(default_factory=dict)
    config: dict[str, Any] = field(default_factory=dict)
    turns: dict[str, Turn] = field(default_factory=dict)
    posts: list[dict[str, Any]] = field(default_factory=list)
    resumed: list[str | None] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    ratings: list[dict[str, Any]] = field(default_factory=list)
    resets: int = 0
    pace_seconds: float = 0.0
    _gate: threading.Event = field(default_factory=threading.Event)

    def will_reply(self, *steps: Step | str) -> None:
        """The next message is answered so."""
        self.replies.append([token(s) if isinstance(s, str) else s for s in steps])

    def will_refuse(self, status: int, message: str = "", **headers: str) -> None:
        """The next POST is refused."""
        self.refusals.append((status, message, headers))

    def release(self) -> None:
        self._gate.set()

    def hold_again(self) -> None:
        self._gate.clear()

    def page(self, path: str, html: str, **headers: str) -> str:
        """Serves a host page; its address."""
        self.pages[path] = (html, headers)
        return self.url + path

    def accept(self, body: Mapping[str, Any]) -> Turn:
        message_id = body["message_id"]
        if message_id not in self.turns:
            steps = self.replies.pop(0) if self.replies else [token(f"You said: {body['content']}")]
            client_id = body.get("client_id") or f"client-{message_id}.signature"
            self.turns[message_id] = Turn(message_id, body["content"], client_id, steps)
        return self.turns[message_id]

    def stream(self, turn: Turn, after: int) -> Iterator[str]:
        """Events with numbers as ids, from the one after `after`."""
        if turn.steps[0][0] == "silence":
            self._gate.wait(10)
        if after == 0:
            yield _sse(1, "start", {**turn.done(), "reply": None})
        for number, (name, data) in enumerate(turn.steps, 2):
            if number <= after:
                continue
            if name == "cut" and turn.shown < number:
                turn.shown = number
                return
            if name == "hold" and not self._gate.wait(10):
                return
            turn.shown = max(turn.shown, number)
            if name == "error":
                turn.steps.remove((name, data))
                del self.turns[turn.message_id]
                self.replies.insert(0, turn.steps)
                yield _sse(number, name, data)
                return
            if name in ("token", "card"):
                time.sleep(self.pace_seconds)
                yield _sse(number, name, data)
        yield _sse(len(turn.steps) + 2, "done", turn.done())


def _sse(number: int, name: str, data: Mapping[str, Any]) -> str:
    return f": heartbeat\n\nid: {number}-proof\nevent: {name}\ndata: {json.dumps(data)}\n\n"


def _envelope(data: Mapping[str, Any], status: int = 200, message: str = "") -> Response:
    response = jsonify(
        status="success" if status < 400 else "error", data=data, message=message, timestamp=AT
    )
    response.status_code = status
    return response


def _app(service: ContractService, origins: list[str]) -> Flask:
    app = Flask("contract", static_folder=str(STATIC))
    register_cors(app, origins)
    app.before_request(lambda: service.paths.append(request.path))
    _add_chat(app, service)
    _add_surroundings(app, service)
    _add_pages(app, service)
    app.register_blueprint(widget_routes.bp)
    return app


def _add_chat(app: Flask, service: ContractService) -> None:
    @app.post("/gemini/train")
    def say() -> Response:
        service.posts.append(request.get_json())
        if service.refusals:
            status, message, headers = service.refusals.pop(0)
            refused = _envelope({}, status, message)
            refused.headers.update(headers)
            return refused
        turn = service.accept(request.get_json())
        if "event-stream" not in request.headers["Accept"]:
            return _envelope(turn.done())
        return _stream(service.stream(turn, 0))

    @app.get("/gemini/stream/<message_id>")
    def resume(message_id: str) -> Response:
        last = request.headers.get("Last-Event-ID")
        service.resumed.append(last)
        if message_id not in service.turns:
            return _envelope({}, 404, "There is no such message.")
        return _stream(service.stream(service.turns[message_id], int((last or "0").split("-")[0])))

    @app.get("/gemini/conversation")
    def conversation() -> Response:
        held = [t for t in service.turns.values() if t.client_id == request.headers["X-Client-Id"]]
        if not held:
            return _envelope({}, 404, "There is no conversation.")
        consent = any("consent" in post for post in service.posts)
        messages = [m for turn in held for m in _messages(turn)]
        told = {"conversation_id": "conv-1", "consent": consent, "messages": messages}
        return _envelope({**told, "rating": service.ratings[-1] if service.ratings else None})

    @app.post("/gemini/reset")
    def reset() -> Response:
        service.resets += 1
        service.turns.clear()
        return _envelope({"ended": True})


def _add_surroundings(app: Flask, service: ContractService) -> None:
    @app.post("/gemini/rating")
    def rate() -> Response:
        service.ratings.append(request.get_json())
        return _envelope(request.get_json())

    @app.get("/gemini/widget-config")
    def config() -> Response:
        told = {
            "business_name": "Lindner & Park Studio",
            "disclosure": "You are chatting with an AI assistant.",
            "engine": "scripted",
            "business_hours_label": "mon-fri 09:00-17:00",
            "business_timezone": "Europe/Berlin",
            "max_input_length": 5000,
        }
        return _envelope({**told, **service.config})


def _messages(turn: Turn) -> Iterator[dict[str, Any]]:
    common = {"message_id": turn.message_id, "at": AT}
    yield {**common, "id": "u", "role": "user", "text": turn.text, "cards": []}
    if turn.shown >= len(turn.steps) + 1:
        reply = {"id": "a", "role": "assistant", "text": turn.reply, "cards": turn.cards}
        yield {**common, **reply}


def _add_pages(app: Flask, service: ContractService) -> None:
    @app.get("/pages/<path:name>")
    def page(name: str) -> Response:
        html, headers = service.pages[f"/pages/{name}"]
        return Response(html, mimetype="text/html", headers=headers)

    @app.get("/favicon.ico")
    def icon() -> Response:
        return Response(status=204)


def _stream(events: Iterator[str]) -> Response:
    return Response(events, mimetype="text/event-stream", headers={"Cache-Control": "no-cache"})


class _Quiet(WSGIRequestHandler):
    protocol_version = "HTTP/1.1"

    def log(self, type: str, message: str, *args: Any) -> None:
        pass


@contextmanager
def running(origins: list[str] | None = None) -> Iterator[ContractService]:
    """The service on a free port, until the end of the block."""
    service = ContractService()
    server = make_server(
        "127.0.0.1", 0, _app(service, origins or []), threaded=True, request_handler=_Quiet
    )
    service.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield service
    finally:
        service.release()
        server.shutdown()
        server.server_close()
        thread.join()
