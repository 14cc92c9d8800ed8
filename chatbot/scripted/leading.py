"""Leading on: the one next question, never for what is known and never for what was refused."""

from __future__ import annotations

from chatbot.scripted.turn import Turn

_ASK_NEED_AT_MOST = 2
_ASK_MEETING_AT_MOST = 2
_ASK_SLOT_AT_MOST = 4


def lead_on(turn: Turn) -> None:
    """Asks for the next thing that moves the conversation one step, or lets it rest."""
    memory = turn.memory
    if turn.question is not None or memory.stopped:
        return
    if memory.purpose == "callback" and not reachable(turn):
        ask_contact(turn)
    elif memory.purpose == "book" and memory.chosen:
        ask_missing(turn)
    elif memory.purpose == "book" and turn.asked_times("slot") >= _ASK_SLOT_AT_MOST:
        _stuck(turn)
    elif memory.purpose in ("book", "move") and memory.shown:
        turn.ask("slot", "ask_slot_move" if memory.purpose == "move" else "ask_slot")
    elif memory.purpose in ("book", "move"):
        turn.ask("when")
    elif memory.meeting:
        _after_booking(turn)
    else:
        _towards_meeting(turn)


def _stuck(turn: Turn) -> None:
    """The times do not seem to suit: a person may be more help, and no more is asked."""
    if not turn.asked_times("callback") and not turn.memory.handed_over:
        turn.ask("callback")
    elif not turn.parts:
        turn.say("here")


def ask_missing(turn: Turn, *fields: str) -> None:
    """Asks for the first detail a booking lacks; says so when the visitor keeps it back."""
    missing = turn.known.missing(*(fields or ("name", "email")))
    if not missing:
        return
    field = missing[0]
    if field in turn.memory.refused and turn.asked_times(field) > 1:
        turn.note(purpose=None, chosen=None)
        turn.say(f"cannot_book_without_{field}")
        turn.ask("callback")
    elif field in turn.memory.refused:
        turn.ask(field, f"ask_{field}_after_all")
    else:
        turn.ask(field)


def reachable(turn: Turn) -> bool:
    known = turn.known
    return bool(known.email or known.phone)


def ask_contact(turn: Turn) -> None:
    """Asks how to reach the visitor, in the way that was not refused."""
    refused = turn.memory.refused
    if "email" in refused and "phone" in refused:
        turn.note(purpose=None)
        turn.say("unreachable")
    elif "phone" in refused:
        turn.ask("contact", "ask_contact_email")
    elif "email" in refused:
        turn.ask("contact", "ask_contact_phone")
    else:
        turn.ask("contact")


def _after_booking(turn: Turn) -> None:
    if turn.known.need is None and not turn.asked_times("need"):
        turn.ask("need", "ask_need_for_meeting")
    elif not turn.asked_times("anything"):
        turn.ask("anything")


def _towards_meeting(turn: Turn) -> None:
    memory = turn.memory
    if _may_ask_need(turn):
        turn.ask("need")
    elif "meeting" not in memory.declined and turn.asked_times("meeting") < _ASK_MEETING_AT_MOST:
        turn.ask("meeting")
    elif (
        not memory.handed_over
        and "callback" not in memory.declined
        and not turn.asked_times("callback")
    ):
        turn.ask("callback")
    elif not turn.asked_times("anything"):
        turn.ask("anything")
    elif not turn.parts:
        turn.say("here")


def _may_ask_need(turn: Turn) -> bool:
    return (
        turn.known.need is None
        and "need" not in turn.memory.refused
        and turn.asked_times("need") < _ASK_NEED_AT_MOST
        and turn.memory.asked != "need"
    )
