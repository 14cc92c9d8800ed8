"""The console's page on the calendar's connection."""

from __future__ import annotations

from flask import Response

from calendar_integration.connection import CalendarConnection
from core.errors import ParleyError
from web.api import service
from web.envelope import status_of
from web.pages import console_blueprint, page

bp = console_blueprint("connection", "/calendar/connection")


@bp.get("")
def index() -> Response:
    """Which calendar meetings go into, whether that works, and what to do."""
    return connection_page()


def connection_page(error: ParleyError | None = None) -> Response:
    """The page, with what went wrong above it."""
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
