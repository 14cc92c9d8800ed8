"""A fake Google on a loopback port: consent, tokens, revoking, and the Calendar API over HTTP.

    with GoogleServer() as google:
        google.will("POST", "/calendars/", status=500, after_the_effect=True)
        ...
        google.calendars.events

Access tokens are good for what the account granted; a revoked or unknown one is answered 401 with
the header that Google's client libraries want to see.
"""

from __future__ import annotations

import base64
import contextlib
import hashlib
import json
import secrets
import socket
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from tests.fakes.google_calendars import Calendars, Json, Refused

CLIENT_ID, CLIENT_SECRET = "client-of-the-tests.apps.example", "the-secret-of-the-client"
_SCOPE = "https://www.googleapis.com/auth/"
READS_BUSY = {f"{_SCOPE}calendar.freebusy"}
WRITES = {f"{_SCOPE}calendar.events.owned", f"{_SCOPE}calendar.events"}


@dataclass
class Fault:
    """What happens to the next requests that fit."""

    method: str
    path: str
    status: int = 0
    reason: str = ""
    after_the_effect: bool = False
    hangs_seconds: float = 0.0
    body: str | None = None
    times: int = 1

    def fits(self, method: str, path: str) -> bool:
        return self.times > 0 and method == self.method and self.path in path


@dataclass
class Grant:
    """What somebody allowed."""

    scopes: tuple[str, ...]
    challenge: str = ""
    redirect_uri: str = ""


@dataclass
class Accounts:
    """Codes and tokens."""

    codes: dict[str, Grant] = field(default_factory=dict)
    refresh: dict[str, Grant] = field(default_factory=dict)
    access: dict[str, Grant] = field(default_factory=dict)
    revoked: list[str] = field(default_factory=list)
    gives_refresh_token: bool = True

    def end_all(self) -> None:
        """The person takes the access back at Google."""
        self.refresh.clear()
        self.access.clear()


class GoogleServer:
    """The fake; a context manager."""

    def __init__(self) -> None:
        self.calendars = Calendars()
        self.accounts = Accounts()
        self.journal: list[tuple[str, str, Json]] = []
        self._faults: list[Fault] = []
        self._lock = threading.RLock()
        self.closing = threading.Event()
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), _handler_of(self))
        self._http.daemon_threads = True
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.02,))

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._http.server_port}"

    def __enter__(self) -> GoogleServer:
        self._thread.start()
        return self

    def __exit__(self, *exc_info: object) -> None:
        self.closing.set()
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()

    def will(self, method: str, path: str, **how: Any) -> None:
        """Does that to the next request of the method whose path contains `path`."""
        self._faults.append(Fault(method, path, **how))

    def forgive(self) -> None:
        """Misbehaves no more."""
        self._faults.clear()

    def secrets_file(self, folder: Path) -> Path:
        """The OAuth client's file, as Google's console would give it, with our addresses."""
        web = {
            "client_id": CLIENT_ID,
            "client_secret": CLIENT_SECRET,
            "auth_uri": f"{self.url}/o/oauth2/auth",
            "token_uri": f"{self.url}/token",
            "revoke_uri": f"{self.url}/revoke",
        }
        path = folder / "client_secret.json"
        path.write_text(json.dumps({"web": web}))
        return path

    def consent(self, authorization_url: str, *, untick: str = "", deny: bool = False) -> str:
        """A person answers the consent page; where Google sends their browser then."""
        asked = dict(parse_qsl(urlsplit(authorization_url).query))
        assert asked["client_id"] == CLIENT_ID and asked["response_type"] == "code"
        assert asked["access_type"] == "offline" and asked["code_challenge_method"] == "S256"
        if deny:
            answer = {"error": "access_denied", "state": asked["state"]}
            return f"{asked['redirect_uri']}?{urlencode(answer)}"
        scopes = tuple(s for s in asked["scope"].split() if not untick or untick not in s)
        code = secrets.token_urlsafe(16)
        self.accounts.codes[code] = Grant(scopes, asked["code_challenge"], asked["redirect_uri"])
        answer = {"code": code, "state": asked["state"], "scope": " ".join(scopes)}
        return f"{asked['redirect_uri']}?{urlencode(answer)}"

    def wait_for_events(self, more_than: int, seconds: float = 20) -> None:
        """Until so many events have been made."""
        give_up_at = time.monotonic() + seconds
        while self.calendars.inserted <= more_than:
            assert time.monotonic() < give_up_at, "no event was made"
            time.sleep(0.01)

    def requests(self, method: str, path: str) -> int:
        """How many requests of that kind came in."""
        return sum(m == method and path in p for m, p, _ in self.journal)

    def answer(self, method: str, target: str, headers: Mapping[str, str], raw: bytes) -> Any:
        """(status, headers, body) of a request; None: the connection is cut."""
        parts = urlsplit(target)
        body = _body(raw, headers.get("Content-Type", ""))
        with self._lock:
            self.journal.append((method, parts.path, body))
            fault = next((f for f in self._faults if f.fits(method, parts.path)), None)
            if fault:
                fault.times -= 1
        if fault and not fault.after_the_effect:
            return self._misbehave(fault)
        query = dict(parse_qsl(parts.query))
        try:
            with self._lock:
                found = self._route(method, unquote(parts.path), query, headers, body)
        except Refused as refused:
            return _refusal(refused.status, refused.reason, refused.message)
        if fault:
            return self._misbehave(fault)
        return (204, {}, b"") if found is None else (200, {}, json.dumps(found).encode())

    def _misbehave(self, fault: Fault) -> Any:
        if fault.hangs_seconds:
            self.closing.wait(fault.hangs_seconds)
            return None
        if fault.body is not None:
            return fault.status or 200, {}, fault.body.encode()
        return _refusal(fault.status, fault.reason, fault.reason)

    def _route(
        self,
        method: str,
        path: str,
        query: Mapping[str, str],
        headers: Mapping[str, str],
        body: Json,
    ) -> Any:
        if (method, path) == ("POST", "/token"):
            return self._token(body, headers.get("Authorization", ""))
        if (method, path) == ("POST", "/revoke"):
            return self._revoke(body)
        grant = self._granted(headers.get("Authorization", ""))
        if (method, path) == ("POST", "/calendar/v3/freeBusy"):
            _need(grant, READS_BUSY)
            return self.calendars.free_busy(body)
        _need(grant, WRITES)
        _, _, rest = path.partition("/calendar/v3/calendars/")
        _, _, event_id = rest.partition("/events")
        event_id = event_id.strip("/")
        calls = {
            ("POST", False): lambda: self.calendars.insert(body, query),
            ("GET", False): lambda: self.calendars.list(query),
            ("GET", True): lambda: self.calendars.get(event_id),
            ("PATCH", True): lambda: self.calendars.patch(event_id, body, query),
            ("DELETE", True): lambda: self.calendars.delete(event_id, query),
        }
        call = calls.get((method, bool(event_id)))
        if not rest or call is None:
            raise Refused(404, "notFound")
        return call()

    def _token(self, body: Json, authorization: str) -> Json:
        if body.get("grant_type") == "urn:ietf:params:oauth:grant-type:jwt-bearer":
            return self._give(Grant((*READS_BUSY, *WRITES)), None)
        given = (body.get("client_id"), body.get("client_secret"))
        if authorization.startswith("Basic "):  # RFC 6749, 2.3.1: either way
            basic = base64.b64decode(authorization.removeprefix("Basic ")).decode()
            given = tuple(basic.split(":", 1))
        if given != (CLIENT_ID, CLIENT_SECRET):
            raise Refused(401, "invalid_client")
        if body["grant_type"] == "refresh_token":
            grant = self.accounts.refresh.get(body["refresh_token"])
            if grant is None:
                raise Refused(400, "invalid_grant", "Token has been expired or revoked.")
            return self._give(grant, None)
        grant = self.accounts.codes.pop(body.get("code", ""), None)
        if grant is None or grant.redirect_uri != body.get("redirect_uri"):
            raise Refused(400, "invalid_grant")
        digest = hashlib.sha256(body.get("code_verifier", "").encode()).digest()
        if base64.urlsafe_b64encode(digest).rstrip(b"=").decode() != grant.challenge:
            raise Refused(400, "invalid_grant", "Missing code verifier")
        return self._give(grant, secrets.token_urlsafe(24))

    def _give(self, grant: Grant, refresh: str | None) -> Json:
        access = secrets.token_urlsafe(24)
        self.accounts.access[access] = grant
        given: Json = {
            "access_token": access,
            "expires_in": 3599,
            "scope": " ".join(grant.scopes),
            "token_type": "Bearer",
        }
        if refresh and self.accounts.gives_refresh_token:
            self.accounts.refresh[refresh] = grant
            given["refresh_token"] = refresh
        return given

    def _revoke(self, body: Json) -> Json:
        token = body.get("token", "")
        if token not in self.accounts.refresh:
            raise Refused(400, "invalid_token")
        self.accounts.revoked.append(token)
        self.accounts.end_all()
        return {}

    def _granted(self, header: str) -> Grant:
        grant = self.accounts.access.get(header.removeprefix("Bearer "))
        if grant is None:
            raise Refused(401, "authError", "Invalid Credentials")
        return grant


def _need(grant: Grant, one_of: set[str]) -> None:
    if not one_of & set(grant.scopes):
        raise Refused(403, "insufficientPermissions", "Insufficient Permission")


def _refusal(status: int, reason: str, message: str) -> tuple[int, dict[str, str], bytes]:
    headers = {"WWW-Authenticate": 'Bearer realm="https://accounts.google.com/"'}
    if reason.startswith("invalid_"):  # OAuth's own form
        body: Json = {"error": reason, "error_description": message}
    else:
        errors = [{"domain": "global", "reason": reason, "message": message}]
        body = {"error": {"code": status, "message": message, "errors": errors}}
    return status, headers if status == 401 else {}, json.dumps(body).encode()


def _body(raw: bytes, kind: str) -> Json:
    if not raw:
        return {}
    if kind.startswith("application/x-www-form-urlencoded"):
        return dict(parse_qsl(raw.decode()))
    found = json.loads(raw)
    return found if isinstance(found, dict) else {}


def _handler_of(server: GoogleServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _serve(self) -> None:
            raw = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            answer = server.answer(self.command, self.path, self.headers, raw)
            if answer is None:
                self.close_connection = True
                self.connection.shutdown(socket.SHUT_RDWR)
                return
            status, headers, body = answer
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Type", "application/json; charset=UTF-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_POST = do_PATCH = do_DELETE = _serve

        def log_message(self, format: str, *args: Any) -> None:
            """Says nothing."""

        def handle(self) -> None:
            with contextlib.suppress(OSError):  # the client went away
                super().handle()

    return Handler
