"""Signing in to the console with the staff key, and out again."""

from __future__ import annotations

from typing import Any

from flask import (
    Blueprint,
    Response,
    current_app,
    g,
    make_response,
    redirect,
    render_template,
    request,
    session,
    url_for,
)

from core.errors import TooManyRequests
from web.limits import Limits
from web.requests import accepts_form
from web.security import Guard, check_csrf, csrf_token, public, sign_in

bp = Blueprint("console", __name__, url_prefix="/console")

TRIES = "5 per minute"
HOME = "/console/today"


@bp.get("")
@bp.get("/")
def home() -> Any:
    """The first page of whoever is signed in."""
    return redirect(HOME)


@bp.get("/sign-in")
@public
def sign_in_page() -> Any:
    """The form."""
    if g.is_staff:
        return redirect(_next())
    return _form()


@bp.post("/sign-in")
@public
@accepts_form
def sign_in_with_key() -> Any:
    """Starts a session for who knows the staff key; five tries a minute."""
    limits: Limits = current_app.extensions["limits"]
    guard: Guard = current_app.extensions["guard"]
    try:
        limits.hit("sign-in", TRIES, request.remote_addr or "")
    except TooManyRequests as error:
        response = _form(error.message, 429)
        response.headers["Retry-After"] = str(int(error.retry_after.total_seconds()))
        return response
    check_csrf()
    if not guard.is_staff_key(request.form.get("key", "").strip()):
        return _form("That is not the staff key. It is in the data folder: .admin_api_key", 401)
    sign_in("staff", guard)
    return redirect(_next(), 303)


@bp.post("/sign-out")
@accepts_form
def sign_out() -> Any:
    """Ends the session on the server: its cookie is worth nothing from now on."""
    session.clear()
    return redirect(url_for("console.sign_in_page"), 303)


def _form(problem: str = "", status: int = 200) -> Response:
    page = render_template(
        "console/sign_in.html", problem=problem, next=_next(), csrf_token=csrf_token()
    )
    return make_response(page, status)


def _next() -> str:
    """Where to go after signing in: a console page of ours, never another site."""
    wanted = request.values.get("next", "")
    inside = wanted == "/console" or wanted.startswith("/console/")
    return wanted if inside and "\\" not in wanted and "//" not in wanted else HOME
