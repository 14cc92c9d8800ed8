"""The flow of a turn: one step after another, until one has taken it."""

from __future__ import annotations

import re
from collections.abc import Callable

from chatbot.scripted import booking
from chatbot.scripted.answering import (
    answer,
    answer_if_known,
    answer_in_passing,
    is_about_the_business,
)
from chatbot.scripted.choosing import fits
from chatbot.scripted.details import take_notice
from chatbot.scripted.languages import as_written
from chatbot.scripted.leading import lead_on
from chatbot.scripted.people import complains, finish_handing_over, hand_over, wants_a_person
from chatbot.scripted.small_talk import talk, talk_about_us
from chatbot.scripted.spoken import when
from chatbot.scripted.turn import Turn
from chatbot.scripted.wishing import wish_of


def work(turn: Turn) -> None:
    """Adds to the turn what is to be said, and does through the desk what is to be done."""
    _open(turn)
    opened = len(turn.parts)
    if turn.heard.wants("stop") and not turn.heard.reading.times:
        _stop(turn)
        return
    learned = take_notice(turn)
    for step in _STEPS:
        if step(turn):
            return
    if learned or len(turn.parts) > opened:
        lead_on(turn)
    elif not _answered_question(turn):
        _not_understood(turn)


def _open(turn: Turn) -> None:
    """The greeting of the first turn says once that an AI is speaking, unless the page did."""
    if turn.introduces:
        turn.report("hello")


def _stop(turn: Turn) -> None:
    turn.note(stopped=True, purpose=None, chosen=None, shown=(), asked=None)
    turn.say("stop")


def _speak_their_language(turn: Turn) -> bool:
    """ "Can we speak German?" """
    language = turn.heard.language_asked_for
    if language is None:
        return False
    turn.note(language=as_written(language, turn.heard.text))
    turn.say("language_ok")
    if len(turn.heard.words) > _WORDS_OF_A_REQUEST:
        return False
    lead_on(turn)
    return True


def _announce_what_was_done(turn: Turn) -> bool:
    """The model failed after it had booked: the row is there, so it is said."""
    meeting = turn.desk.meeting() if turn.finishing else None
    if meeting is None or meeting.id == turn.memory.meeting:
        return False
    booking.announce(turn, meeting)
    return True


def _cancelling(turn: Turn) -> bool:
    heard = turn.heard
    if heard.asked == "cancel":
        if _names_another_time(turn):
            turn.note(asked=None)
            booking.move_meeting(turn)
            return True
        if heard.no or (not heard.yes and not heard.cue("cancel")):
            turn.note(asked=None)
            if heard.no and not wish_of(turn):
                turn.say("kept")
                return True
        else:
            booking.cancel(turn)
            return True
    if heard.wants("cancel_meeting") or (heard.cue("cancel") and turn.desk.meeting() is not None):
        booking.ask_to_cancel(turn)
        return True
    return False


def _names_another_time(turn: Turn) -> bool:
    """ "Book it again for Friday 9:30": no cancelling, then, but moving."""
    meeting = turn.desk.meeting()
    wish = wish_of(turn)
    return meeting is not None and bool(wish) and not fits(meeting.start, wish, turn.zone)


def _asking_for_people(turn: Turn) -> bool:
    if not complains(turn) and not wants_a_person(turn):
        return finish_handing_over(turn)
    if turn.heard.questions and is_about_the_business(turn):
        answer_in_passing(turn, 1)
    return hand_over(turn, "complaint" if complains(turn) else "callback")


def _moving(turn: Turn) -> bool:
    meeting = turn.desk.meeting()
    heard = turn.heard
    wants_move = heard.wants("reschedule") or (heard.cue("move") and meeting is not None)
    if heard.details and not wish_of(turn):
        return False
    if wants_move:
        booking.move_meeting(turn)
        return True
    if meeting is None or turn.memory.purpose == "move":
        return False
    if _is_about_times(turn):
        if wish_of(turn):
            booking.move_meeting(turn)
            return True
        turn.say("have_meeting", when=when(turn, meeting))
        turn.ask("change")
        return True
    return False


def _my_meeting(turn: Turn) -> bool:
    """ "When is my meeting?" """
    if not turn.heard.cue("existing"):
        return False
    meeting = turn.desk.meeting()
    if meeting is None:
        turn.say("no_meeting")
    else:
        turn.say("have_meeting", when=when(turn, meeting))
    lead_on(turn)
    return True


def _later_maybe(turn: Turn) -> bool:
    """Not now: nothing is asked."""
    heard = turn.heard
    if not heard.cue("wait") or heard.reading.times or heard.questions or heard.details:
        return False
    turn.say("take_your_time")
    return True


def _other_script(turn: Turn) -> bool:
    """A script that none of our languages is written in."""
    if not _FOREIGN.search(turn.heard.text) or turn.heard.details:
        return False
    turn.say("other_language")
    lead_on(turn)
    return True


def _picking(turn: Turn) -> bool:
    return booking.pick(turn)


def _seeking(turn: Turn) -> bool:
    """The visitor wants to meet, or says more closely when."""
    if not _is_about_times(turn) or turn.heard.cue("no_meeting"):
        return False
    if is_about_the_business(turn):
        answer_in_passing(turn, 1)
    booking.seek_times(turn, wish_of(turn), moving=turn.memory.purpose == "move")
    return True


def _is_about_times(turn: Turn) -> bool:
    heard = turn.heard
    if heard.cue("unwilling"):
        return False
    if heard.cue("hours") and not (heard.wants("meeting_request") and _names_an_hour(turn)):
        return False
    if heard.wants("meeting_request") or heard.cue("wants_times"):
        return True
    if heard.wants("calendar_query") and wish_of(turn):
        return True
    if turn.known.timeline != turn.known_before.timeline:
        return False
    planning = turn.memory.purpose in ("book", "move") or heard.asked in _ABOUT_WHEN
    return (planning or _names_an_hour(turn)) and bool(wish_of(turn))


def _names_an_hour(turn: Turn) -> bool:
    """ "Tomorrow at 11 works for me", whatever was talked about before."""
    times = turn.heard.reading.times
    return any(said.dated and said.start_at and said.relation == "at" for said in times)


def _finishing_booking(turn: Turn) -> bool:
    return booking.finish_booking(turn)


def _deciding(turn: Turn) -> bool:
    """Yes or no to what we asked."""
    heard = turn.heard
    if heard.cue("no_meeting") and heard.asked != "cancel":
        _decline(turn, "meeting")
        return True
    decision = _DECISIONS.get(heard.asked or "")
    if decision is None or heard.cue("unwilling") or heard.asides:
        return False
    if not heard.yes and not heard.no:
        return False
    return decision(turn)


def _decide_meeting(turn: Turn) -> bool:
    if turn.heard.yes:
        booking.seek_times(turn, wish_of(turn))
    else:
        _decline(turn, "meeting")
    return True


def _decide_rebook(turn: Turn) -> bool:
    if turn.heard.yes:
        booking.seek_times(turn, wish_of(turn))
    else:
        turn.memory = turn.memory.with_added("declined", "meeting")
        turn.say("no_problem")
        turn.say("here")
    return True


def _decide_slot(turn: Turn) -> bool:
    if turn.heard.no:
        turn.note(chosen=None)
        turn.say("no_problem")
        turn.ask("when")
    elif turn.memory.shown and turn.heard.asked != "when":
        turn.ask("slot")
    else:
        turn.ask("when")
    return True


def _decide_callback(turn: Turn) -> bool:
    if turn.heard.yes:
        return hand_over(turn, "callback")
    if turn.heard.asked == "contact":
        turn.note(purpose=None)
        turn.say("unreachable")
        return True
    _decline(turn, "callback")
    return True


def _decide_need(turn: Turn) -> bool:
    if turn.heard.no:
        turn.memory = turn.memory.with_added("refused", "need")
        turn.say("no_problem")
        lead_on(turn)
    else:
        turn.ask("what")
    return True


def _decide_anything(turn: Turn) -> bool:
    if turn.heard.no or turn.heard.wants("thanks"):
        turn.say("goodbye_meeting" if turn.memory.meeting else "goodbye")
    elif turn.asked_times("what") < _ASK_WHAT_AT_MOST:
        turn.ask("what")
    else:
        turn.say("here")
    return True


def _decline(turn: Turn, what: str) -> None:
    turn.memory = turn.memory.with_added("declined", what)
    turn.note(purpose=None, chosen=None, shown=())
    turn.say("no_problem")
    lead_on(turn)


_DECISIONS: dict[str, Callable[[Turn], bool]] = {
    "meeting": _decide_meeting,
    "rebook": _decide_rebook,
    "when": _decide_slot,
    "slot": _decide_slot,
    "proposed": _decide_slot,
    "callback": _decide_callback,
    "contact": _decide_callback,
    "need": _decide_need,
    "what": _decide_need,
    "anything": _decide_anything,
    "curious": _decide_anything,
    "change": _decide_slot,
}

_ABOUT_WHEN = ("meeting", "when", "rebook")
# Greek, Cyrillic, Hebrew, the scripts of India, Thai, Chinese, Japanese, Korean
_FOREIGN = re.compile(
    r"[\u0370-\u03ff\u0400-\u04ff\u0590-\u05ff\u0900-\u0dff\u0e00-\u0e7f\u3040-\u9fff\uac00-\ud7af]"
)
_WORDS_OF_A_REQUEST = 8
_ASK_WHAT_AT_MOST = 2
_STEPS: tuple[Callable[[Turn], bool], ...] = (
    _announce_what_was_done,
    _speak_their_language,
    _cancelling,
    talk_about_us,
    _asking_for_people,
    _moving,
    _my_meeting,
    _later_maybe,
    _picking,
    _seeking,
    _finishing_booking,
    _other_script,
    answer,
    _deciding,
    talk,
)


def _answered_question(turn: Turn) -> bool:
    return answer_if_known(turn)


def _not_understood(turn: Turn) -> None:
    if turn.memory.said.get("not_understood", 0) and not turn.memory.handed_over:
        turn.say("not_understood")
        turn.ask("callback")
        return
    turn.say("not_understood")
    lead_on(turn)
