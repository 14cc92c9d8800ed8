"""Small talk: what is neither a question about the business nor about times."""

from __future__ import annotations

from chatbot.scripted.leading import lead_on
from chatbot.scripted.turn import Turn


def talk_about_us(turn: Turn) -> bool:
    """Answers who is speaking, and whoever tries to make us somebody else."""
    return _about_us(turn) or _injected(turn)


def talk(turn: Turn) -> bool:
    """Answers thanks, goodbyes, greetings and the like; whether it was any of them."""
    return any(step(turn) for step in (_hostile, _pausing, _closing, _greeting))


def _about_us(turn: Turn) -> bool:
    heard = turn.heard
    if heard.cue("bot_question") or heard.cue("who"):
        turn.say("bot_first" if turn.introduces else "bot")
    elif heard.cue("how_are_you"):
        turn.say("how_are_you")
    elif heard.cue("help"):
        turn.say("can_do")
    else:
        return False
    lead_on(turn)
    return True


def _injected(turn: Turn) -> bool:
    if not turn.heard.cue("injection"):
        return False
    turn.say("injection")
    lead_on(turn)
    return True


def _hostile(turn: Turn) -> bool:
    if not turn.heard.cue("abuse"):
        return False
    turn.say("abuse")
    if not turn.memory.handed_over and not turn.asked_times("callback"):
        turn.ask("callback")
    lead_on(turn)
    return True


def _pausing(turn: Turn) -> bool:
    if turn.heard.cue("looking"):
        turn.say("looking")
        if not turn.asked_times("curious"):
            turn.ask("curious")
        return True
    if turn.heard.cue("wait"):
        turn.say("take_your_time")
        return True
    return False


def _closing(turn: Turn) -> bool:
    heard = turn.heard
    if heard.wants("goodbye") or (
        heard.cue("enough") and heard.asked in (None, "anything", "need")
    ):
        turn.say("goodbye_meeting" if turn.memory.meeting else "goodbye")
        return True
    if heard.wants("thanks"):
        turn.say("welcome")
        if not turn.memory.meeting and not turn.memory.handed_over:
            lead_on(turn)
        return True
    return False


def _greeting(turn: Turn) -> bool:
    if not turn.heard.wants("greeting"):
        return False
    if turn.first and turn.introduced:
        turn.say("hello_short")
    elif not turn.first:
        turn.say("hello_again")
    lead_on(turn)
    return True
