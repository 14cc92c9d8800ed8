"""The statements on offered slots and holds; their tables are in `store`."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, and_, bindparam, func, select

from calendar_integration.model import Hold, Slot
from calendar_integration.store import holds, offered_slots
from core.values import TimeRange, new_id


def offer(
    connection: Connection,
    conversation_id: str,
    times: Iterable[TimeRange],
    now: datetime,
) -> list[Slot]:
    """A row for each time, the one there was when it was offered before."""
    known = {slot.time: slot for slot in offered(connection, conversation_id, since=None)}
    slots = []
    for item in times:
        slot = known.get(item) or Slot(new_id("slot"), item.start, item.end)
        slots.append(slot)
        if item in known:
            same = offered_slots.c.id == slot.id
            connection.execute(offered_slots.update().where(same).values(offered_at=now))
        else:
            connection.execute(
                offered_slots.insert().values(
                    id=slot.id,
                    conversation_id=conversation_id,
                    start_at=slot.start,
                    end_at=slot.end,
                    offered_at=now,
                )
            )
    return slots


def offered(connection: Connection, conversation_id: str, *, since: datetime | None) -> list[Slot]:
    """What the conversation was offered (since then), in order of time."""
    query = select(offered_slots).where(offered_slots.c.conversation_id == conversation_id)
    if since is not None:
        query = query.where(offered_slots.c.offered_at >= since)
    return [_slot(row) for row in connection.execute(query.order_by(offered_slots.c.start_at))]


# Made once: every turn asks for it.
_LATEST_OFFER_AT = select(func.max(offered_slots.c.offered_at).label("at")).where(
    offered_slots.c.conversation_id == bindparam("of_conversation")
)


def latest_offer_at(connection: Connection, conversation_id: str) -> datetime | None:
    """When the conversation was last offered times."""
    row = connection.execute(_LATEST_OFFER_AT, {"of_conversation": conversation_id}).one()
    return row.at if row.at is not None else None


def find_slot(connection: Connection, slot_id: str, conversation_id: str) -> Slot | None:
    """The slot if it was offered to this conversation."""
    query = select(offered_slots).where(
        offered_slots.c.id == slot_id, offered_slots.c.conversation_id == conversation_id
    )
    row = connection.execute(query).first()
    return _slot(row) if row is not None else None


def held_times(
    connection: Connection, host: str, now: datetime, *, without: str | None
) -> list[TimeRange]:
    """What lasting holds of other conversations than `without` keep."""
    query = select(holds.c.start_at, holds.c.end_at).where(
        holds.c.host == host, holds.c.expires_at > now
    )
    if without is not None:
        query = query.where(holds.c.conversation_id != without)
    return [TimeRange(row.start_at, row.end_at) for row in connection.execute(query)]


_FIND_HOLD = select(holds).where(
    holds.c.conversation_id == bindparam("of_conversation"), holds.c.expires_at > bindparam("now")
)


def find_hold(connection: Connection, conversation_id: str, now: datetime) -> Hold | None:
    """The conversation's hold if it lasts."""
    row = connection.execute(_FIND_HOLD, {"of_conversation": conversation_id, "now": now}).first()
    if row is None:
        return None
    return Hold(Slot(row.slot_id, row.start_at, row.end_at), conversation_id, row.expires_at)


def put_hold(
    connection: Connection,
    hold: Hold,
    *,
    host: str,
    now: datetime,
    buffer: timedelta,
    visitor_key: str | None,
    counts: bool,
) -> None:
    """The conversation's one hold; one that `counts` is not just prolonged.

    Raises IntegrityError when the time is taken.
    """
    mine = holds.c.conversation_id == hold.conversation_id
    values = {
        "slot_id": hold.slot.id,
        "host": host,
        "start_at": hold.slot.start,
        "end_at": hold.slot.end,
        "busy_end": hold.slot.end + buffer,
        "held_at": now,
        "expires_at": hold.expires_at,
        "visitor_key": visitor_key,
    }
    counted = (
        holds.update().where(mine).values(**values, holds_made=holds.c.holds_made + int(counts))
    )
    if connection.execute(counted).rowcount == 0:
        connection.execute(
            holds.insert().values(**values, conversation_id=hold.conversation_id, holds_made=1)
        )


def release_hold(connection: Connection, conversation_id: str, now: datetime) -> None:
    """Ends the conversation's hold; the row stays a day, for the limit on holds."""
    lasting = and_(holds.c.conversation_id == conversation_id, holds.c.expires_at > now)
    connection.execute(holds.update().where(lasting).values(expires_at=now))


def count_holds(connection: Connection, visitor_key: str, since: datetime) -> int:
    """How many times a visitor address has held something since then."""
    query = select(func.coalesce(func.sum(holds.c.holds_made), 0)).where(
        holds.c.visitor_key == visitor_key, holds.c.held_at > since
    )
    return int(connection.execute(query).scalar_one())


def forget_before(connection: Connection, instant: datetime) -> int:
    """Removes offers of times before then and holds that had ended; returns how many."""
    past_offers = offered_slots.delete().where(offered_slots.c.start_at < instant)
    past_holds = holds.delete().where(holds.c.expires_at < instant)
    return connection.execute(past_offers).rowcount + connection.execute(past_holds).rowcount


def forget_conversation(connection: Connection, conversation_id: str | None) -> None:
    """Removes all that was offered to a conversation and what it holds."""
    for table in (offered_slots, holds):
        connection.execute(table.delete().where(table.c.conversation_id == conversation_id))


def _slot(row: Row[Any]) -> Slot:
    return Slot(row.id, row.start_at, row.end_at)
