"""A mail server on a loopback port that can refuse, put off and hang up."""

from __future__ import annotations

import socketserver
import threading
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import cast


class _Session(socketserver.StreamRequestHandler):
    server: _Server

    def handle(self) -> None:
        self._say("220 fake")
        for line in self.rfile:
            word = line[:4].upper().strip()
            if word == b"QUIT":
                self._say("221 bye")
                return
            if word == b"DATA":
                self._say("354 go on")
                if not self._take():
                    return
            elif word == b"RCPT" and self.server.answers:
                self._say(self.server.answers.pop(0))
            else:
                self._say("250 ok")

    def _take(self) -> bool:
        lines = iter(self.rfile.readline, b".\r\n")
        raw = b"".join(line.removeprefix(b".") if line[:2] == b".." else line for line in lines)
        mail = message_from_bytes(raw, policy=default)
        self.server.mails.append(cast(EmailMessage, mail))
        if self.server.cuts:
            self.server.cuts -= 1
            return False
        self._say("250 accepted")
        return True

    def _say(self, line: str) -> None:
        self.wfile.write(f"{line}\r\n".encode())


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Session)
        self.mails: list[EmailMessage] = []
        self.answers: list[str] = []
        self.cuts = 0


class SmtpServer:
    """`mails` is what was handed in, in order."""

    def __init__(self) -> None:
        self._server = _Server()
        self.mails = self._server.mails
        self.url = f"smtp://127.0.0.1:{self._server.server_address[1]}"

    def will_answer(self, line: str) -> None:
        """To the next recipient."""
        self._server.answers.append(line)

    def will_hang_up(self) -> None:
        """Once, after it has taken a mail and before it says so."""
        self._server.cuts += 1

    def __enter__(self) -> SmtpServer:
        threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
