"""Who may call what: closed by default, opened view by view.

Every view is for staff unless it is marked `@public`. Staff are known by the staff key or by a
console session; a session's state-changing calls also need its CSRF token. A state-changing call
that a browser makes from a site we were not told of is refused, public or not.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Callable
from typing import Any, TypeVar
from urllib.parse import urlsplit

from flask import (
    Flask,
    Response,
    current_app,
    g,
    has_request_context,
    redirect,
    request,
    session,
    url_for,
)
from flask_cors import CORS

from core.errors import NotAllowed, NotSignedIn

V = TypeVar("V")

STATE_CHANGING = frozenset({"POST", "PUT", "PATCH", "DELETE"})
PUBLIC_ASSETS = frozenset({"static"})

_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=()",
}


def public(view: V) -> V:
    """Marks a view that needs neither key nor session."""
    view.is_public = True  # type: ignore[attr-defined]
    return view


def has_page(path: str) -> Callable[[V], V]:
    """Marks a view that sends a browser asking for HTML on to that page of the console; who is
    not signed in signs in first."""

    def mark(view: V) -> V:
        view.page = path  # type: ignore[attr-defined]
        return view

    return mark


def prefers_html() -> bool:
    """A person's browser, rather than a program."""
    accepted = request.accept_mimetypes
    return accepted["text/html"] > accepted["application/json"]


def is_public(app: Flask, endpoint: str | None) -> bool:
    """Whether an endpoint is open; an address that leads nowhere is, so that it can be a 404."""
    if endpoint is None or endpoint in PUBLIC_ASSETS:
        return True
    return bool(getattr(app.view_functions.get(endpoint), "is_public", False))


class Guard:
    """Decides before each request whether it may go on."""

    def __init__(self, staff_key: str, origins: list[str]) -> None:
        self._staff_key = staff_key.encode()
        self._origins = frozenset(origins)

    def fingerprint(self) -> str:
        """Changes when the staff key changes: sessions made with the old key end."""
        return hashlib.sha256(b"parley-session:" + self._staff_key).hexdigest()[:32]

    def is_staff_key(self, given: str) -> bool:
        """Compared in constant time."""
        return hmac.compare_digest(given.encode(), self._staff_key)

    def check(self) -> None:
        """Runs before every view. Raises NotSignedIn, NotAllowed."""
        by_key = self._by_key()
        by_session = not by_key and self._by_session()
        g.is_staff = by_key or by_session
        g.staff_by_key = by_key
        if is_public(current_app, request.endpoint):
            # A path that leads nowhere is answered 404 without a look at the origin.
            if request.endpoint is not None and not by_key:
                self._check_origin(also=self._origins)
            return
        if not g.is_staff:
            raise NotSignedIn(
                "This is for staff: send the staff key as 'Authorization: Bearer KEY' or "
                "'X-API-Key: KEY', or sign in at /console."
            )
        if by_session:
            self._check_origin(also=frozenset())
            check_csrf()

    def _by_key(self) -> bool:
        header = request.headers.get("Authorization", "")
        scheme, _, token = header.partition(" ")
        given = token.strip() if scheme.lower() == "bearer" else request.headers.get("X-API-Key")
        return bool(given) and self.is_staff_key(given or "")

    def _by_session(self) -> bool:
        if current_app.config["SESSION_COOKIE_NAME"] not in request.cookies:
            return False
        return bool(
            session.get("user")
            and hmac.compare_digest(str(session.get("fingerprint", "")), self.fingerprint())
        )

    def _check_origin(self, also: frozenset[str]) -> None:
        origin = request.headers.get("Origin")
        if request.method not in STATE_CHANGING or origin is None:
            return
        if origin not in also and origin != own_origin():
            raise NotAllowed(
                "This site may not call Parley. The operator can add it to ALLOWED_ORIGINS."
            )


def own_origin() -> str:
    """Our own origin as the browser sees it, through the trusted proxies."""
    parts = urlsplit(request.host_url)
    return f"{parts.scheme}://{parts.netloc}"


def link_base() -> str:
    """What links begin with: our own origin within a request; outside of one they are paths."""
    return own_origin() if has_request_context() else ""


def csrf_token() -> str:
    """The session's token for forms and scripts; made with the first one needed."""
    if "csrf" not in session:
        session["csrf"] = secrets.token_urlsafe(32)
    return str(session["csrf"])


def check_csrf() -> None:
    """Raises NotAllowed when a state-changing call lacks its session's token."""
    if request.method not in STATE_CHANGING:
        return
    given = request.headers.get("X-CSRF-Token") or request.form.get("csrf_token", "")
    expected = str(session.get("csrf", ""))
    if not expected or not hmac.compare_digest(given.encode(), expected.encode()):
        raise NotAllowed("The form has expired. Reload the page and try again.")


def sign_in(user: str, guard: Guard) -> None:
    """Starts a console session under a new id, so that one planted before is worth nothing."""
    interface: Any = current_app.session_interface
    session.clear()
    session["user"] = user
    session["fingerprint"] = guard.fingerprint()
    session["csrf"] = secrets.token_urlsafe(32)
    interface.regenerate(session)


def nonce() -> str:
    """This response's script and style nonce."""
    if "csp_nonce" not in g:
        g.csp_nonce = secrets.token_urlsafe(16)
    return str(g.csp_nonce)


def add_headers(response: Response) -> Response:
    """Security headers on every answer; a CSP without unsafe-inline on every page."""
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)
    if request.is_secure:
        response.headers.setdefault("Strict-Transport-Security", "max-age=31536000")
    if response.mimetype == "text/html":
        response.headers.setdefault("Content-Security-Policy", _policy())
        response.headers.setdefault("X-Frame-Options", "DENY")
    else:
        response.headers.setdefault(
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"
        )
    if request.endpoint not in PUBLIC_ASSETS and "Cache-Control" not in response.headers:
        response.headers["Cache-Control"] = "no-store"
    return response


def _policy() -> str:
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src 'self' 'nonce-{nonce()}'",
            f"style-src 'self' 'nonce-{nonce()}'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
        )
    )


def register_cors(app: Flask, origins: list[str]) -> None:
    """Lets the allowed sites call the widget's endpoints; nothing else, and never with cookies."""
    if not origins:
        return  # Flask-CORS takes an empty list for "everybody"
    CORS(
        app,
        resources={r"^/gemini/.*$": {"origins": origins}},
        supports_credentials=False,
        allow_headers=["Content-Type", "X-Client-Id", "Last-Event-ID", "Accept"],
        expose_headers=["Retry-After", "X-Request-Id"],
        methods=["GET", "POST"],
        max_age=600,
    )

    @app.after_request
    def vary(response: Response) -> Response:
        if request.path.startswith("/gemini/"):
            response.vary.add("Origin")
        return response


def register_security(app: Flask, guard: Guard) -> None:
    """Puts the guard before, and the headers after, every request."""
    app.extensions["guard"] = guard

    @app.before_request
    def check() -> Response | None:
        try:
            guard.check()
        except NotSignedIn:
            page = _page_visited()
            if page is None:
                raise
            query = request.query_string.decode("ascii", "replace")
            wanted = f"{page}?{query}" if query else page
            return redirect(  # type: ignore[return-value]
                url_for("console.sign_in_page", next=wanted)
            )
        return None

    app.after_request(add_headers)
    app.jinja_env.globals.update(csp_nonce=nonce, csrf_token=csrf_token)


def _page_visited() -> str | None:
    """The console page that a person's browser asks for; None: a program calls."""
    if request.method != "GET":
        return None
    if request.path == "/console" or request.path.startswith("/console/"):
        return request.path
    view = current_app.view_functions.get(request.endpoint or "")
    page: str | None = getattr(view, "page", None)
    return page if prefers_html() else None
