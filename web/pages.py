"""What the console's pages share: blueprints, forms, notices, times, error pages; and health."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar, cast
from zoneinfo import ZoneInfo

from flask import (
    Blueprint,
    Flask,
    Response,
    current_app,
    flash,
    g,
    make_response,
    redirect,
    render_template,
    request,
    url_for,
)
from markupsafe import Markup
from pydantic import BaseModel, ValidationError
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response as AnyResponse

from core.clock import Clock
from core.errors import Conflict, Impossible, InvalidInput, NotFound, ParleyError
from web.envelope import status_of
from web.health import Health
from web.requests import as_invalid_input

M = TypeVar("M", bound=BaseModel)

_MINUTE, _HOUR, _DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
_NAVIGATION = (
    ("Today", "console_today", "sun"),
    ("Leads", "console_leads", "people"),
    ("Conversations", "console_conversations", "chat"),
    ("Calendar", "console_calendar", "calendar"),
    ("Reports", "console_reports", "sheet"),
    ("Instruction", "console_instruction", "pen"),
    ("Widget", "console_widget", "code"),
    ("Health", "console_health", "pulse"),
)


@dataclass(frozen=True)
class Console:
    """What every page says of the business; times are shown in its zone."""

    business_name: str
    zone: ZoneInfo


@dataclass(frozen=True)
class Undo:
    """A form that takes back what was just done."""

    action: str
    fields: Mapping[str, str]


def console_blueprint(name: str, path: str) -> Blueprint:
    """A part of the console; its errors are pages, for a person reads them."""
    bp = Blueprint(f"console_{name}", name, url_prefix=f"/console{path}")
    bp.register_error_handler(ParleyError, error_page)
    return bp


def register_console(app: Flask, console: Console) -> None:
    """Gives the templates what they share. The pages themselves are registered beside."""
    app.extensions["console"] = console
    app.jinja_env.globals.update(console=console, navigation=_navigation, now=_now)
    app.jinja_env.filters.update(
        when=when, moment=moment, day=day, clock_time=clock_time, local_input=local_input
    )
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.register_blueprint(bp)


def clock_of() -> Clock:
    """The application's clock."""
    return cast(Clock, current_app.extensions["clock"])


# Forms, queries and their answers


def sent(model: type[M]) -> M:
    """The form as the model. Raises InvalidInput."""
    return _validated(model, request.form)


def asked(model: type[M]) -> M:
    """The query as the model; an empty field counts as not given. Raises InvalidInput."""
    return _validated(model, request.args)


def done(url: str, text: str, undo: Undo | None = None) -> AnyResponse:
    """Back to a page, which says once what was done and how to take it back."""
    flash({"text": text, "undo": vars(undo) if undo else None})  # type: ignore[arg-type]
    return redirect(url, 303)


def problems_of(error: ParleyError) -> dict[str, str]:
    """What is wrong, by field; "" has what concerns no field."""
    if isinstance(error, InvalidInput | Impossible) and error.errors:
        return {item.field: item.message for item in error.errors}
    return {"": error.message}


def page(template: str, status: int = 200, **values: Any) -> Response:
    """A page of the console."""
    return make_response(render_template(f"console/{template}", **values), status)


def error_page(error: ParleyError) -> Response:
    """What went wrong, and what to do next, with the console around it."""
    status = status_of(error)
    title = {404: "Not found", 401: "You are signed out", 403: "Not allowed"}.get(status)
    shown = title or ("That clashes" if isinstance(error, Conflict) else "That did not work")
    template = "error.html" if g.get("is_staff") else "error_signed_out.html"
    return page(template, status, title=shown, message=error.message, code=status)


# Times, in the business's zone


def when(instant: datetime | str | None) -> Markup:
    """How long ago or ahead, the exact time on hovering: for lists."""
    if instant is None:
        return Markup("")
    at = _instant(instant)
    return _time(at, relative(at, _now(), _zone()))


def moment(instant: datetime | str | None) -> Markup:
    """The day and time: for what is planned."""
    if instant is None:
        return Markup("")
    at = _instant(instant)
    return _time(at, f"{at.astimezone(_zone()):%a %-d %b, %H:%M}")


def day(instant: datetime | str) -> str:
    """E.g. Tuesday, 24 November 2026."""
    return f"{_instant(instant).astimezone(_zone()):%A, %-d %B %Y}"


def clock_time(instant: datetime | str) -> str:
    """E.g. 10:30."""
    return f"{_instant(instant).astimezone(_zone()):%H:%M}"


def local_input(instant: datetime | None) -> str:
    """As an input of type datetime-local has it."""
    return f"{instant.astimezone(_zone()):%Y-%m-%dT%H:%M}" if instant else ""


def relative(at: datetime, now: datetime, zone: ZoneInfo) -> str:
    """E.g. 5 min ago, in 2 h, yesterday, tomorrow 10:00, 12 Oct."""
    distance = abs(now - at)
    if distance < _MINUTE:
        return "just now"
    if distance < 12 * _HOUR:
        text = f"{distance // _MINUTE} min" if distance < _HOUR else f"{distance // _HOUR} h"
        return f"{text} ago" if at < now else f"in {text}"
    local, today = at.astimezone(zone), now.astimezone(zone).date()
    days = (local.date() - today).days
    near = {-1: "yesterday", 0: f"today {local:%H:%M}", 1: f"tomorrow {local:%H:%M}"}.get(days)
    if near:
        return near
    if -7 < days < 0:
        return f"{-days} days ago"
    return f"{local:%-d %b}" if local.year == today.year else f"{local:%-d %b %Y}"


# Pages of no feature

bp = console_blueprint("health", "")


@bp.get("/health")
def index() -> Response:
    """How each part is, and what to do about it."""
    health: Health = current_app.extensions["health"]
    return page("health.html", report=health.report())


@bp.get("/<path:rest>")
def nowhere(rest: str) -> Response:
    """Any other address below the console."""
    raise NotFound("There is no such page. It may have moved, or the link was cut short.")


def _navigation() -> list[dict[str, Any]]:
    shown = [
        (label, f"{blueprint}.index", icon)
        for label, blueprint, icon in _NAVIGATION
        if f"{blueprint}.index" in current_app.view_functions
    ]
    return [
        {"label": label, "endpoint": endpoint, "icon": icon, "here": _is_below(url_for(endpoint))}
        for label, endpoint, icon in shown
    ]


def _is_below(address: str) -> bool:
    """Whether this page is that one or belongs to it."""
    return request.path == address or request.path.startswith(f"{address}/")


def _validated(model: type[M], given: MultiDict[str, str]) -> M:
    values = {k: v for k, v in given.items() if k != "csrf_token"}
    if given is request.args:
        values = {name: value for name, value in values.items() if value.strip()}
    try:
        return model.model_validate(values)
    except ValidationError as error:
        raise as_invalid_input(error) from None


def _time(at: datetime, text: str) -> Markup:
    zone = _zone()
    title = f"{at.astimezone(zone):%A, %-d %B %Y, %H:%M} ({zone.key})"
    iso = at.astimezone(UTC).isoformat(timespec="seconds")
    return Markup('<time datetime="{}" title="{}">{}</time>').format(iso, title, text)


def _instant(instant: datetime | str) -> datetime:
    return datetime.fromisoformat(instant) if isinstance(instant, str) else instant


def _now() -> datetime:
    return clock_of().now()


def _zone() -> ZoneInfo:
    return cast(Console, current_app.extensions["console"]).zone
