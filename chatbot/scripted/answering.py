"""Answering: a question is answered from what the business says of itself, or honestly not."""

from __future__ import annotations

from chatbot.desk import Passage
from chatbot.scripted.extracts import extract
from chatbot.scripted.leading import lead_on
from chatbot.scripted.turn import Turn

_AS_GOOD = 0.2  # so much less fitting, and not told just now: better than saying it again
_JUST_TOLD = 3
_PLAIN = {
    "what_we_do": "our services",
    "where_we_are": "address location",
    "hours": "opening hours",
}
_TERSE = 8  # words: "website prices" is a question without its mark


def is_about_the_business(turn: Turn) -> bool:
    """Whether something is asked that the knowledge may hold, and not merely when we could meet."""
    heard = turn.heard
    if any(heard.cue(name) for name in _PLAIN) or heard.wants("pricing", "product_question"):
        return True
    if heard.wants("meeting_request") or heard.cue("wants_times"):
        return bool(heard.asides)
    return bool(heard.questions) and not heard.reading.times


def answer(turn: Turn) -> bool:
    """Answers a question, then moves on one step."""
    if not is_about_the_business(turn):
        return False
    if not answer_in_passing(turn):
        turn.say("no_answer")
        turn.note(purpose=turn.memory.purpose)
        if (
            not turn.memory.purpose
            and not turn.memory.handed_over
            and not turn.asked_times("callback")
        ):
            turn.ask("callback")
    lead_on(turn)
    return True


def answer_in_passing(turn: Turn, at_most: int = 2) -> bool:
    """Says what the knowledge has on the question; False when it has nothing."""
    heard = turn.heard
    tried = (heard.topics, _plain_topics(turn), heard.more_topics)
    found = next((found for topics in tried if (found := _looked_up(turn, topics))), [])
    found.sort(key=lambda pair: -pair[1].score)
    good = [pair for pair in found if pair[1].score >= found[0][1].score - _AS_GOOD]
    fresh = [pair for pair in good if pair[1].title not in turn.memory.topics[-_JUST_TOLD:]]
    return bool(found) and _quoted(turn, *(fresh or good)[0], at_most)


def _looked_up(turn: Turn, topics: list[str]) -> list[tuple[str, Passage]]:
    return [(topic, passage) for topic in topics for passage in turn.desk.look_up(topic)]


def _plain_topics(turn: Turn) -> list[str]:
    """What is asked by "what do you do?", which has no word that a text could be found by."""
    return [topic for name, topic in _PLAIN.items() if turn.heard.cue(name)]


def answer_if_known(turn: Turn) -> bool:
    """A few words without a question mark that name a topic: "website prices"."""
    heard = turn.heard
    asks = bool(heard.questions)
    if not asks and (not 1 <= len(heard.words) <= _TERSE or heard.details or heard.reading.times):
        return False
    if not answer_in_passing(turn):
        return False
    lead_on(turn)
    return True


def _quoted(turn: Turn, topic: str, passage: Passage, at_most: int) -> bool:
    fragment = extract(passage.title, passage.text, topic, at_most)
    if not fragment:
        return False
    foreign = (turn.memory.language or "en") != "en"
    repeated = passage.title in turn.memory.topics
    key = "answer_foreign" if foreign else "answer_again" if repeated else "answer"
    turn.say(key, extract=fragment, source=passage.title, document=passage.source)
    turn.memory = turn.memory.with_added("topics", passage.title)
    return True
