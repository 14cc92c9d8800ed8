"""A fake Gemini that answers in whole sentences, one a piece: each could be shown at once.

python -m benchmarks._model PORT THINK_SECONDS CHUNK_SECONDS
"""

from __future__ import annotations

import contextlib
import sys
import threading

from tests.fakes import gemini_replies as replies
from tests.fakes.gemini_server import GeminiServer

SENTENCES = (
    "Yes, we do that for many small places like yours. ",
    "Most of them come to us with an old page that nobody finds. ",
    "We first look at what your guests are searching for. ",
    "Then we show you a draft that you can click through. ",
    "You tell us what you like and what you would rather have otherwise. ",
    "All of it works well on a phone, too. ",
    "You can change the menu yourself whenever you want. ",
    "What is it that bothers you most about the page you have now?",
)


def main(port: int, think_seconds: float, chunk_seconds: float) -> None:
    """Serves until interrupted."""
    reply = replies.text(*SENTENCES, delay=chunk_seconds).after(think_seconds)
    server = GeminiServer(port, keep_journal=False)
    with server, contextlib.suppress(KeyboardInterrupt):
        server.respond_with(lambda request: reply)
        print("ready", flush=True)
        threading.Event().wait()


if __name__ == "__main__":
    main(int(sys.argv[1]), float(sys.argv[2]), float(sys.argv[3]))
