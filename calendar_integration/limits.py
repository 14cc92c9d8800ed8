"""What one visitor may take of our time: the refusals that keep booking spam out.

One open meeting per visitor; some meetings and holds a day. A refusal because of an e-mail address
reads exactly like one because of the visitor's own address: whoever types somebody else's e-mail
does not learn whether that person has a meeting.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection

from calendar_integration import offer_store, store
from calendar_integration.model import BookingLimits
from core.errors import Conflict, TooManyRequests

_DAY = timedelta(days=1)
MOVES_AT_MOST = 10


def refuse_more_meetings(
    connection: Connection,
    limits: BookingLimits,
    now: datetime,
    *,
    conversation_id: str,
    email: str,
    visitor_key: str | None,
) -> None:
    """Raises Conflict when the conversation has a meeting, TooManyRequests over a limit."""
    mine = store.find_upcoming(connection, conversation_id, now)
    if mine is not None:
        raise Conflict(
            "You have a meeting with us already. Move it or cancel it to choose another time.",
            {"meeting_id": mine.id},
        )
    since = now - _DAY
    over = (
        store.has_upcoming_of_visitor(connection, email, visitor_key, now)
        or store.count_made(connection, since, conversation_id=conversation_id)
        >= limits.meetings_per_address_a_day
        or store.count_made(connection, since, email=email) >= limits.meetings_per_email_a_day
        or visitor_key is not None
        and store.count_made(connection, since, visitor_key=visitor_key)
        >= limits.meetings_per_address_a_day
    )
    if over:
        raise _too_many()


def refuse_more_holds(
    connection: Connection, limits: BookingLimits, now: datetime, visitor_key: str | None
) -> None:
    """Raises TooManyRequests over the limit."""
    if visitor_key is None:
        return
    made = offer_store.count_holds(connection, visitor_key, now - _DAY)
    if made >= limits.holds_per_address_a_day:
        raise _too_many()


def _too_many() -> TooManyRequests:
    return TooManyRequests(
        "No more meetings can be booked from here today. Please write to us and we will find a"
        " time together.",
        retry_after=_DAY,
    )
