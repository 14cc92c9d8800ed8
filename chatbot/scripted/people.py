"""People: handing a visitor over to the team, with or without a complaint."""

from __future__ import annotations

from chatbot.scripted.leading import ask_contact, lead_on, reachable
from chatbot.scripted.turn import Turn
from core.errors import Impossible


def wants_a_person(turn: Turn) -> bool:
    heard = turn.heard
    if heard.cue("bot_question"):
        return False
    return heard.wants("human_handoff", "callback") or heard.cue("person")


def complains(turn: Turn) -> bool:
    return turn.heard.wants("complaint")


def hand_over(turn: Turn, reason: str) -> bool:
    """Passes the visitor on to the team, asking first how to reach them if nothing is known."""
    if reason == "complaint":
        turn.say("sorry")
    if turn.memory.handed_over and reason != "complaint":
        turn.say("already_handed_over")
        return True
    try:
        if not reachable(turn):
            raise Impossible("neither e-mail nor phone is known")
        turn.desk.request_callback(reason)
    except Impossible:
        turn.note(purpose="callback")
        turn.say("can_hand_over")
        ask_contact(turn)
        return True
    turn.note(handed_over=True, purpose=None)
    turn.report("handed_over", contact=turn.known.phone or turn.known.email or "")
    return True


def finish_handing_over(turn: Turn) -> bool:
    """The contact we asked for has come."""
    if turn.memory.purpose != "callback" or not reachable(turn):
        return False
    hand_over(turn, "callback")
    if turn.question is None and turn.known.need is None:
        lead_on(turn)
    return True
