"""Connecting Google Calendar: the console's page on it, consent, coming back, taking it back."""

from __future__ import annotations

from typing import Any

from flask import Response, redirect, request, session, url_for
from flask_openapi3.blueprint import APIBlueprint
from flask_openapi3.models.tag import Tag
from pydantic import Field
from werkzeug.wrappers import Response as AnyResponse

from calendar_integration.connection import CalendarConnection
from calendar_integration.oauth import Attempt
from core.errors import Impossible, ParleyError
from web.api import Body, accepts_form, service, success
from web.envelope import status_of
from web.pages import console_blueprint, done, page
from web.security import own_origin

bp = APIBlueprint("google", __name__, abp_tags=[Tag(name="Meetings")])
console_bp = console_blueprint("connection", "/calendar/connection")

_STAFF: list[dict[str, list[Any]]] = [{"staff_key": []}, {"staff_key_header": []}]
_KEPT = "google_attempt"


class Answer(Body):
    """What Google sends the browser back with."""

    model_config = {"extra": "ignore"}

    state: str = Field("", max_length=500)
    code: str = Field("", max_length=2000)
    error: str = Field("", max_length=200)


@console_bp.get("")
def index() -> Response:
    """Which calendar meetings go into, whether that works, and what to do."""
    return _page()


@bp.get("/authorize", security=_STAFF)
def authorize() -> AnyResponse:
    """Sends the browser to Google to be asked for access to the calendar. 422 when no OAuth client
    is set."""
    try:
        url, attempt = _connection().begin(own_origin())
    except ParleyError as error:
        return _told(error)
    session[_KEPT] = attempt.as_json()
    return redirect(url)


@bp.get("/oauth2callback", security=_STAFF)
def oauth2callback(query: Answer) -> AnyResponse:
    """Where Google sends the browser back to. The `state` is good once, for ten minutes, in the
    session that began. 400 for any other; 409 for another account than the connected one; 422 when
    access was not allowed, or not all of it."""
    attempt = Attempt.from_json(session.pop(_KEPT, None))
    try:
        account = _connection().finish(attempt, query.state, request.url)
    except ParleyError as error:
        return _told(error)
    if _wants_json():
        return success({"account": account.account}, "Google Calendar is connected.")
    words = f"Connected: meetings now go into the calendar of {account.account}."
    return done(url_for("console_connection.index"), words)


@bp.post("/authorize/revoke", security=_STAFF)
@accepts_form
def revoke() -> AnyResponse:
    """Gives the access back to Google and forgets it. Meetings stay; new ones are kept in the
    built-in calendar. 502 when Google does not take it back: then nothing is changed."""
    try:
        was_connected = _connection().revoke()
    except ParleyError as error:
        return _told(error)
    if _wants_json():
        return success({"revoked": was_connected})
    return done(url_for("console_connection.index"), "Disconnected from Google Calendar.")


def _connection() -> Any:
    """Raises Impossible when there is nothing to connect with."""
    oauth = service(CalendarConnection).oauth
    if oauth is None:
        raise Impossible(
            "There is no OAuth client to connect with. Set GOOGLE_OAUTH_CLIENT_SECRETS to the "
            "file that Google's console gave you, and restart."
        )
    return oauth


def _told(error: ParleyError) -> Response:
    if _wants_json():
        raise error
    return _page(error)


def _page(error: ParleyError | None = None) -> Response:
    """The connection's page, with what went wrong above it."""
    connection = service(CalendarConnection)
    return page(
        "connection.html",
        status_of(error) if error else 200,
        state=connection.state(),
        account=connection.oauth.account() if connection.oauth else None,
        can_connect=connection.oauth is not None,
        may_invite=connection.access.may_invite if connection.access else False,
        problem=error.message if error else "",
    )


def _wants_json() -> bool:
    best = request.accept_mimetypes.best_match(["application/json", "text/html"])
    return best != "text/html"
