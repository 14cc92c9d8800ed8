"""Meetings in the chat: showing times, taking one, moving and cancelling.

Nothing is called booked, moved or cancelled here but right after the desk has done it.
"""

from __future__ import annotations

from chatbot.desk import BookedMeeting, OfferedSlot
from chatbot.scripted.choosing import (
    alternatives_of,
    chosen,
    fits,
    is_plain_choice,
    says_only_a_place,
)
from chatbot.scripted.leading import ask_missing, lead_on
from chatbot.scripted.spoken import when
from chatbot.scripted.turn import Turn
from chatbot.scripted.wishing import is_past, remember_days, wish_of
from core.errors import (
    Conflict,
    Impossible,
    NotFound,
    ParleyError,
    SlotTaken,
    TooManyRequests,
)
from understanding.wishes import DayWindow, TimeWish

NEEDED = ("name", "email")
_SEEN_AT_MOST = 40
_WAKING = range(7, 21)


def seek_times(turn: Turn, wish: TimeWish, *, moving: bool = False) -> None:
    """Shows free times near the wish, or takes the very one that was named."""
    turn.note(purpose="move" if moving else "book", chosen=None)
    slots = turn.desk.find_slots(wish or None, card=False)
    remember_days(turn, wish)
    show(turn, slots)
    fitting = [slot for slot in slots if fits(slot.start, wish, turn.zone)]
    if _is_taken_at_once(turn, wish, fitting):
        take(turn, fitting[0])
        return
    turn.desk.show_slots()
    if not slots:
        no_times(turn)
    elif is_past(turn):
        turn.say("slots_past")
        ask_for_slot(turn)
    elif wish and not fitting:
        turn.say("slots_near")
        ask_for_slot(turn)
    elif len(slots) == 1 or (_named_exactly(wish) and len(fitting) == 1):
        propose(turn, (fitting or slots)[0])
    elif all(slot.start.astimezone(turn.zone).hour not in _WAKING for slot in slots):
        turn.say("slots_night")
        ask_for_slot(turn)
    else:
        turn.say("slots_fit" if wish else "slots")
        ask_for_slot(turn)


def show(turn: Turn, slots: list[OfferedSlot]) -> None:
    """Remembers what is on the newest card."""
    if slots:
        seen = dict.fromkeys([*turn.memory.seen, *(slot.id for slot in slots)])
        turn.note(
            shown=tuple((slot.id, slot.start.isoformat()) for slot in slots),
            seen=tuple(seen)[-_SEEN_AT_MOST:],
        )


def no_times(turn: Turn) -> None:
    turn.say("no_slots")
    turn.ask("when" if turn.asked_times("when") < 2 else "callback")


def ask_for_slot(turn: Turn) -> None:
    turn.ask("slot", "ask_slot_move" if turn.memory.purpose == "move" else "ask_slot")


def _is_taken_at_once(turn: Turn, wish: TimeWish, fitting: list[OfferedSlot]) -> bool:
    """Whether a time the visitor named is free and is kept or booked without asking again: when
    they said so plainly, or when a detail must be asked for anyway."""
    if is_past(turn) or not _named_exactly(wish) or len(fitting) != 1:
        return False
    plainly = not turn.heard.questions and not _ambiguous(turn)
    return turn.memory.purpose != "move" and (plainly or bool(turn.known.missing(*NEEDED)))


def propose(turn: Turn, slot: OfferedSlot) -> None:
    """Asks whether this one time is wanted."""
    turn.note(chosen=slot.id)
    turn.say("one_slot", when=when(turn, slot))
    turn.ask("proposed", "ask_proposed_move" if turn.memory.purpose == "move" else "ask_proposed")


def take(turn: Turn, slot: OfferedSlot) -> None:
    """Books or moves to the slot; keeps it while a detail is missing."""
    try:
        if turn.memory.purpose == "move" and turn.desk.meeting() is not None:
            _moved(turn, turn.desk.move(slot.id))
        elif turn.known.missing(*NEEDED):
            keep(turn, slot)
        else:
            _booked(turn, turn.desk.book(slot.id))
    except (SlotTaken, NotFound):
        taken(turn, slot)
    except (Impossible, Conflict, TooManyRequests) as refusal:
        _not_booked(turn, refusal)


def keep(turn: Turn, slot: OfferedSlot) -> None:
    held = turn.desk.hold(slot.id)
    turn.note(chosen=slot.id, purpose="book")
    turn.report("held", when=when(turn, held))
    ask_missing(turn)


def finish_booking(turn: Turn) -> bool:
    """Books the slot that was chosen before, now that the details are there."""
    slot = _chosen_slot(turn)
    if slot is None or turn.memory.purpose != "book" or turn.known.missing(*NEEDED):
        return False
    take(turn, slot)
    return True


def taken(turn: Turn, slot: OfferedSlot) -> None:
    """Somebody was faster: the nearest times that are still free."""
    near = TimeWish((DayWindow(slot.start.astimezone(turn.zone).date(), exact=slot.start),))
    turn.note(chosen=None)
    turn.report("taken", when=when(turn, slot))
    slots = turn.desk.find_slots(near)
    show(turn, slots)
    if slots:
        turn.say("slots_alternative")
        ask_for_slot(turn)
    else:
        no_times(turn)


def pick(turn: Turn) -> bool:
    """The visitor means one of the times on the card."""
    slots = turn.shown_slots()
    if turn.memory.asked == "proposed" and turn.heard.yes and not turn.heard.reading.times:
        slot = _chosen_slot(turn)
        if slot is not None:
            take(turn, slot)
            return True
    meant = chosen(turn.heard, slots, turn.zone)
    plain = is_plain_choice(turn.heard) or says_only_a_place(turn.heard)
    if turn.heard.reading.times and not plain:
        return False
    if len(meant) == 1:
        take(turn, meant[0])
        return True
    if len(meant) > 1 and len(meant) < len(slots) and turn.heard.reading.times:
        turn.say("several", times=", ".join(when(turn, slot) for slot in meant))
        ask_for_slot(turn)
        return True
    return False


def move_meeting(turn: Turn) -> None:
    """The open meeting is to be at another time."""
    meeting = turn.desk.meeting()
    if meeting is None:
        turn.say("no_meeting")
        lead_on(turn)
        return
    wish = wish_of(turn)
    if not wish:
        turn.note(purpose="move")
        turn.say("have_meeting", when=when(turn, meeting))
        turn.ask("when")
        return
    seek_times(turn, wish, moving=True)


def ask_to_cancel(turn: Turn) -> None:
    """Cancelling is confirmed first."""
    meeting = turn.desk.meeting()
    if meeting is None:
        _drop_plan(turn)
        return
    turn.ask("cancel", when=when(turn, meeting))


def cancel(turn: Turn) -> None:
    try:
        meeting = turn.desk.cancel()
    except NotFound:
        turn.say("no_meeting")
        return
    turn.note(meeting=None, purpose=None, chosen=None, shown=(), days=())
    turn.report("cancelled", when=when(turn, meeting))
    turn.ask("rebook")


def announce(turn: Turn, meeting: BookedMeeting) -> None:
    """Says what stands in the database and was not said yet."""
    _booked(turn, meeting)


def _booked(turn: Turn, meeting: BookedMeeting) -> None:
    turn.note(meeting=meeting.id, purpose=None, chosen=None, shown=(), days=(), asked=None)
    turn.report(
        "booked_pending" if meeting.status == "pending" else "booked", when=when(turn, meeting)
    )
    lead_on(turn)


def _moved(turn: Turn, meeting: BookedMeeting) -> None:
    turn.note(meeting=meeting.id, purpose=None, chosen=None, shown=(), days=(), asked=None)
    turn.report(
        "moved_pending" if meeting.status == "pending" else "moved", when=when(turn, meeting)
    )


def _not_booked(turn: Turn, refusal: ParleyError) -> None:
    errors = refusal.errors if isinstance(refusal, Impossible) else ()
    missing = [error.field for error in errors if error.field in NEEDED]
    if missing:
        ask_missing(turn, *missing)
        return
    turn.note(purpose=None, chosen=None)
    turn.say("cannot_book")
    turn.ask("callback")


def _drop_plan(turn: Turn) -> None:
    """There is no meeting yet: what was being planned is given up."""
    planned = turn.memory.purpose == "book"
    turn.note(purpose=None, chosen=None, shown=(), days=(), asked=None)
    turn.say("plan_dropped" if planned else "no_meeting")


def _chosen_slot(turn: Turn) -> OfferedSlot | None:
    if turn.memory.chosen is None:
        return None
    for slot in turn.desk.offered():
        if slot.id == turn.memory.chosen:
            return slot
    held = turn.desk.held()
    return held if held is not None and held.id == turn.memory.chosen else None


def _named_exactly(wish: TimeWish) -> bool:
    return len(wish.ranges) == 1 and wish.ranges[0].exact is not None


def _ambiguous(turn: Turn) -> bool:
    """Whether an hour was named that may be of the morning or of the evening, and both are times
    at which people meet."""
    return any(
        other.hour in _WAKING
        for said in turn.heard.reading.times
        if said.ambiguous
        for other in alternatives_of(said)
    )
