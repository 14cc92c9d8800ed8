"""The floor: a bare Flask application in the same server, with nothing but the model call in it.

    python benchmarks/_bare.py PORT

BARE_GEMINI_URL, BARE_GEMINI_KEY and BARE_BODY (a file with the JSON of a whole request to Gemini)
add `POST /turn`, which makes that request with the caller's words as its last message, through
google-genai's `extra_body` as the product does. Without them there is only `GET /health`.
"""

from __future__ import annotations

import sys

if __name__ == "__main__":
    from gevent import monkey

    monkey.patch_all()

import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from flask import Flask, Response, request
from gunicorn.app.base import BaseApplication


def create_app(environment: Mapping[str, str]) -> Flask:
    app = Flask("bare")

    @app.get("/health")
    def health() -> dict[str, bool]:
        return {"ok": True}

    if "BARE_GEMINI_URL" in environment:
        _add_turn(app, environment)
    return app


def _add_turn(app: Flask, environment: Mapping[str, str]) -> None:
    # Imported here: the start of a bare application is measured without it.
    import httpx2
    from google.genai import Client, types

    body = json.loads(Path(environment["BARE_BODY"]).read_text())
    client = Client(
        api_key=environment["BARE_GEMINI_KEY"],
        enterprise=False,
        http_options=types.HttpOptions(
            base_url=environment["BARE_GEMINI_URL"],
            api_version="v1",
            # Its own limit is a hundred connections: no floor for hundreds of streams.
            client_args={"limits": httpx2.Limits(max_connections=None)},
        ),
    )
    automatic = types.AutomaticFunctionCallingConfig(disable=True)
    placeholder = types.Content(role="user", parts=[types.Part(text="-")])

    def words(said: str) -> Iterator[str]:
        last = {"role": "user", "parts": [{"text": said}]}
        whole = {**body, "contents": [*body["contents"][:-1], last]}
        config = types.GenerateContentConfig(
            automatic_function_calling=automatic,
            http_options=types.HttpOptions(extra_body=whole, timeout=18_000),
        )
        chunks = client.models.generate_content_stream(
            model="gemini-3.8-flash", contents=placeholder, config=config
        )
        for chunk in chunks:
            yield chunk.text or ""

    def events(said: str) -> Iterator[str]:
        for text in words(said):
            yield f"event: token\ndata: {json.dumps({'text': text})}\n\n"

    @app.post("/turn")
    def turn() -> Any:
        said = request.get_json()["content"]
        if request.headers.get("Accept") == "text/event-stream":
            return Response(events(said), mimetype="text/event-stream")
        return {"reply": "".join(words(said))}


class _Server(BaseApplication):
    """gunicorn with the options that the product gives it (serve.py)."""

    def __init__(self, port: int) -> None:
        self._port = port
        super().__init__()

    def load_config(self) -> None:
        options = {
            "bind": f"127.0.0.1:{self._port}",
            "workers": 1,
            "worker_class": "gevent",
            "worker_connections": 2000,
            "timeout": 120,
            "keepalive": 15,
            "loglevel": "warning",
            "control_socket_disable": True,
        }
        for name, value in options.items():
            if name in self.cfg.settings:
                self.cfg.set(name, value)

    def load(self) -> Flask:
        return create_app(os.environ)


if __name__ == "__main__":
    _Server(int(sys.argv[1])).run()
