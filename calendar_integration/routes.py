"""The endpoints of meetings: staff book and see what is free; visitors hold a signed link."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from flask import Response, make_response, redirect, render_template, request, url_for
from flask_openapi3.blueprint import APIBlueprint
from flask_openapi3.models.tag import Tag
from pydantic import BaseModel, Field, ValidationError

from calendar_integration.booking import BookingService
from calendar_integration.cards import instant_as_json, meeting_as_json
from calendar_integration.ics import Organizer, calendar_file
from calendar_integration.instants import read_bound, read_instant
from calendar_integration.links import MeetingLinks
from calendar_integration.model import Meeting
from calendar_integration.page import page_of
from calendar_integration.people import Attendee
from calendar_integration.prompt_delivery import PromptDelivery
from core.errors import NotFound, ParleyError
from core.values import zone_named
from web.api import Answers, Body, accepts_form, idempotent, public, service, success
from web.envelope import status_of
from web.requests import as_invalid_input

bp = APIBlueprint("meetings", __name__, abp_tags=[Tag(name="Meetings")])

B = TypeVar("B", bound=BaseModel)
_PAGE: dict[str, Any] = {"text/html": {}}
_CHANGED: Answers = {200: None, 303: {"description": "A form was sent: on to the page"}}
_STAFF: list[dict[str, list[Any]]] = [{"staff_key": []}, {"staff_key_header": []}]


class Guest(Body):
    """Somebody who comes."""

    email: str = Field(max_length=320)
    name: str = Field("", max_length=200)


class NewMeeting(Body):
    """What staff say of a meeting. A time without an offset is business time."""

    start: str = Field(max_length=64, examples=["2026-11-24T10:00:00+01:00"])
    end: str = Field(max_length=64, examples=["2026-11-24T10:30:00+01:00"])
    title: str | None = Field(None, min_length=1, max_length=300)
    attendees: list[str | Guest] = Field([], max_length=50, description="Addresses, or with names")
    timezone: str | None = Field(None, max_length=64, description="IANA zone of the attendee")
    lead_id: str | None = Field(None, max_length=64)
    description: str = Field("", max_length=5000)


class AvailabilityQuery(Body):
    """A period: instants or days; without an offset business time. By default the next week."""

    from_: str | None = Field(None, alias="from", max_length=64)
    to: str | None = Field(None, max_length=64)
    timezone: str | None = Field(None, max_length=64, description="IANA zone to answer in")
    duration: int | None = Field(None, ge=5, le=480, description="Minutes")


class TokenPath(BaseModel):
    """Whoever holds the token may see, move and cancel the meeting."""

    token: str = Field(max_length=300)


class NewTime(Body):
    """Where to."""

    start: str = Field(max_length=64)


class Nothing(Body):
    """No fields."""


@bp.post("/saba/book-meeting", security=_STAFF, responses={201: None})
@idempotent
def book_meeting(body: NewMeeting) -> Response:
    """Books a time for staff: any free one, also outside the hours. 400 when it is in the past or
    ends before it starts; 409 when it is taken, with free times in `data.alternatives`."""
    zone = booking().rules.zone
    meeting = booking().book_at(
        read_instant(body.start, zone, field="start"),
        read_instant(body.end, zone, field="end"),
        title=body.title,
        attendees=tuple(_attendee(guest) for guest in body.attendees),
        timezone=body.timezone,
        lead_id=body.lead_id,
        description=body.description,
    )
    settled = service(PromptDelivery).settled(meeting)
    words = {
        "confirmed": "The meeting is booked.",
        "pending": "The meeting is entered, and pending until Google Calendar has it.",
    }.get(settled.status, "The meeting was cancelled meanwhile.")
    return success({"meeting": meeting_as_json(settled, links())}, words, 201)


@bp.get("/saba/availability", security=_STAFF)
def availability(query: AvailabilityQuery) -> Response:
    """The free times of a period, within opening hours, notice and horizon."""
    ours = booking().rules.zone
    zone = zone_named(query.timezone) if query.timezone else ours
    free = booking().availability(
        read_bound(query.from_, ours, field="from", end=False),
        read_bound(query.to, ours, field="to", end=True),
        duration_minutes=query.duration,
    )
    slots = [
        {"start": instant_as_json(item.start, zone), "end": instant_as_json(item.end, zone)}
        for item in free
    ]
    return success({"slots": slots, "timezone": zone.key})


@bp.get("/meetings/<token>.ics", responses={200: {"content": {"text/calendar": {}}}})
@public
def meeting_file(path: TokenPath) -> Response:
    """The meeting as an iCalendar file, as it is now."""
    meeting = booking().get_by_token(path.token)
    organizer = Organizer(booking().business_name)
    response = Response(calendar_file(meeting, links(), organizer), mimetype="text/calendar")
    response.headers["Content-Disposition"] = 'attachment; filename="meeting.ics"'
    return response


@bp.get("/meetings/<token>", responses={200: {"content": _PAGE}, 404: {"content": _PAGE}})
@public
def show_meeting(path: TokenPath) -> Response:
    """The visitor's page: when it is, and how to move or cancel it."""
    try:
        meeting = booking().get_by_token(path.token)
    except NotFound as error:
        if request.accept_mimetypes.best_match(["application/json", "text/html"]) != "text/html":
            raise
        return _page(None, path.token, error=error.message, status=404)
    return _page(meeting, path.token, done=request.args.get("done", ""))


@bp.post("/meetings/<token>/reschedule", responses=_CHANGED)
@public
@accepts_form
def reschedule_meeting(path: TokenPath) -> Response:
    """Moves the meeting to `start`, a free time: JSON or a form. 409 when it is taken, with
    `data.alternatives`; 422 outside the hours."""

    def move(meeting: Meeting) -> Meeting:
        start = _sent(NewTime).start
        zone = zone_named(meeting.timezone)
        return booking().reschedule(meeting.id, read_instant(start, zone, field="start"))

    return _changed(path.token, "moved", move)


@bp.post("/meetings/<token>/cancel", responses=_CHANGED)
@public
@accepts_form
def cancel_meeting(path: TokenPath) -> Response:
    """Cancels the meeting: JSON or a form. Cancelling it again changes nothing."""

    def cancel(meeting: Meeting) -> Meeting:
        _sent(Nothing)
        return booking().cancel(meeting.id)

    return _changed(path.token, "cancelled", cancel)


def booking() -> BookingService:
    return service(BookingService)


def links() -> MeetingLinks:
    """The links on the address that the caller uses."""
    return booking().links.at(request.host_url)


def _attendee(guest: str | Guest) -> Attendee:
    name, email = ("", guest) if isinstance(guest, str) else (guest.name, guest.email)
    return Attendee.of(name, email, name_needed=False, field="attendees")


def _changed(token: str, done: str, change: Callable[[Meeting], Meeting]) -> Response:
    """JSON is answered with JSON; a form with the page, whatever happens: a person reads it."""
    meeting = booking().get_by_token(token)
    if not _is_form():
        return success({"meeting": meeting_as_json(change(meeting), links())})
    try:
        change(meeting)
    except ParleyError as error:
        return _page(booking().get(meeting.id), token, error=error.message, status=status_of(error))
    shown = url_for("meetings.show_meeting", token=token, done=done)
    return make_response(redirect(shown, 303))


def _page(
    meeting: Meeting | None, token: str, *, done: str = "", error: str = "", status: int = 200
) -> Response:
    movable = meeting is not None and meeting.is_open
    free = booking().free_for_move(meeting.id) if meeting and movable else []
    now = booking().now()
    shown = page_of(meeting, free, now, done) if meeting else None
    html = render_template(
        "calendar_integration/meeting.html",
        business_name=booking().business_name,
        shown=shown,
        token=token,
        error=error,
    )
    response = make_response(html, status)
    # The address is the key. With `no-referrer` a browser would send the forms with Origin: null,
    # which is refused.
    response.headers["Referrer-Policy"] = "same-origin"
    return response


def _sent(model: type[B]) -> B:
    """The JSON body or the form, read as the model. Raises InvalidInput."""
    sent: Any = request.form.to_dict() if _is_form() else request.get_json()
    try:
        return model.model_validate(sent or {})
    except ValidationError as error:
        raise as_invalid_input(error) from None


def _is_form() -> bool:
    return request.mimetype in ("application/x-www-form-urlencoded", "multipart/form-data")
