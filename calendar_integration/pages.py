"""The console's calendar: what is to come, with whom; moving and cancelling."""

from __future__ import annotations

from datetime import timedelta
from itertools import groupby

from flask import Response, request, url_for
from pydantic import Field
from werkzeug.wrappers import Response as AnyResponse

from calendar_integration.booking import BookingService
from calendar_integration.cards import time_label
from calendar_integration.connection import CalendarConnection
from calendar_integration.instants import read_instant
from calendar_integration.model import Meeting
from core.errors import Conflict, InvalidInput, ParleyError
from core.values import zone_named
from web.api import Body, accepts_form, decode_cursor, encode_cursor, service
from web.envelope import status_of
from web.pages import asked, console_blueprint, done, page, problems_of, sent

bp = console_blueprint("calendar", "/calendar")

PAGE = 50
LOOK_BACK = timedelta(days=60)
_TIMES_OFFERED = 60


class View(Body):
    when: str = Field("coming", pattern="^(coming|past)$")
    cursor: str | None = Field(None, max_length=500)


class NewTime(Body):
    start: str = Field(min_length=1, max_length=64)


@bp.get("")
def index() -> Response:
    """The meetings to come, or those of the last weeks, day by day."""
    booking, view = service(BookingService), asked(View)
    now = booking.now()
    keys = decode_cursor(view.cursor, 2)
    after = (
        (read_instant(str(keys[0]), booking.rules.zone, field="cursor"), str(keys[1]))
        if keys
        else None
    )
    coming = view.when == "coming"
    since, until = (now - timedelta(hours=1), None) if coming else (now - LOOK_BACK, now)
    found = booking.list(since=since, until=until, limit=PAGE, after=after)
    by_day = groupby(found.meetings, key=lambda item: booking.rules.day_of(item.start))
    following = found.next_after
    return page(
        "calendar.html",
        view=view,
        days=[list(meetings) for _, meetings in by_day],
        hours=booking.rules,
        connection=service(CalendarConnection).state(),
        more=encode_cursor(following[0].isoformat(), following[1]) if following else None,
    )


@bp.get("/<meeting_id>")
def show(meeting_id: str) -> Response:
    """One meeting, and the free times it could be moved to."""
    return _meeting_page(service(BookingService).get(meeting_id))


@bp.post("/<meeting_id>/move")
@accepts_form
def move(meeting_id: str) -> AnyResponse:
    """Moves it to any free time; the visitor's calendar file and page follow."""
    booking = service(BookingService)
    meeting = booking.get(meeting_id)
    try:
        start = read_instant(sent(NewTime).start, booking.rules.zone, field="start")
        moved = booking.reschedule(meeting_id, start, by_staff=True)
    except (InvalidInput, Conflict) as error:
        return _meeting_page(meeting, error)
    label = time_label(moved.start, moved.end, booking.rules.zone)
    return done(url_for("console_calendar.show", meeting_id=meeting_id), f"Moved to {label}.")


@bp.post("/<meeting_id>/cancel")
@accepts_form
def cancel(meeting_id: str) -> AnyResponse:
    """Cancels it and frees its time."""
    booking = service(BookingService)
    try:
        booking.cancel(meeting_id)
    except Conflict as error:
        return _meeting_page(booking.get(meeting_id), error)
    return done(
        url_for("console_calendar.show", meeting_id=meeting_id), "Cancelled; its time is free."
    )


def _meeting_page(meeting: Meeting, error: ParleyError | None = None) -> Response:
    booking = service(BookingService)
    zone = booking.rules.zone
    movable = meeting.is_open and meeting.start > booking.now()
    free = booking.free_for_move(meeting.id)[:_TIMES_OFFERED] if movable else []
    by_day = groupby(free, key=lambda time: booking.rules.day_of(time.start))
    return page(
        "meeting.html",
        status_of(error) if error else 200,
        meeting=meeting,
        movable=movable,
        ours=time_label(meeting.start, meeting.end, zone),
        theirs=time_label(meeting.start, meeting.end, zone_named(meeting.timezone)),
        days=[list(times) for _, times in by_day],
        manage_url=booking.links.at(request.host_url).manage_url(meeting.id),
        problems=problems_of(error) if error else {},
        typed=request.form.get("start", ""),
    )
