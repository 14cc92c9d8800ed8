"""Details: taking notice of what the visitor said of themselves, in whatever order."""

from __future__ import annotations

import re

from chatbot.scripted.cues import folded
from chatbot.scripted.hearing import Heard
from chatbot.scripted.sentences import sentences
from chatbot.scripted.turn import Turn

FIELDS = ("name", "email", "phone", "company", "need", "budget", "timeline")
_NEED_AT_MOST = 300
_NEED = re.compile(
    folded(
        r"(?:i|we)(?:'m| am|'re| are)? (?:\w+ )?(?:need|want|looking for|look for|interested in|searching for|after|plan|planning|would like to (?:have|build|get|improve|redo))|"
        r"(?:i|we)(?:'d| would) like (?:a|an|to)|(?:my|our) (?:website|site|shop|store|page|business) (?:is|needs|has|does)|"
        r"(?:ich|wir) (?:brauche|brauchen|suche|suchen|mochte|mochten|benotige|benotigen|plane|planen)|(?:j'ai|nous avons) besoin|(?:je|nous) (?:cherche|cherchons|voudrais|voudrions|souhaite)|"
        r"(?:necesito|necesitamos|busco|buscamos|quiero|queremos|quisiera)|(?:mujhe|hamein|humein) .{0,60}chah\w+|(?:مجھے|ہمیں) .{0,60}چاہ"
    )
)
_FIELD_WORDS = {
    "phone": re.compile(
        folded(r"phone|number|telefon\w*|nummer|handy|telephone|numero|telefono|movil|فون|نمبر")
    ),
    "email": re.compile(folded(r"e-?mail|mail|adresse|correo|courriel|ای میل")),
    "name": re.compile(folded(r"\bnames?\b|\bnamen\b|\bnom\b|nombre|\bnaam\b|نام")),
}
_BARE_NAME = re.compile(r"\s*[^\W\d_][\w'’.-]{1,29}(?:\s+[^\W\d_][\w'’.-]{0,29}){0,2}\s*[.!]?\s*")


def take_notice(turn: Turn) -> bool:
    """Acknowledges new details; proposes those that only the conversation makes clear. Whether
    there were any."""
    _propose(turn)
    _note_refusal(turn)
    known, before = turn.known, turn.known_before
    changed = [f for f in FIELDS if getattr(known, f) != getattr(before, f)]
    corrected = [f for f in ("email", "phone", "name") if f in changed and getattr(before, f)]
    turn.memory = turn.memory.without("refused", *changed)
    if corrected:
        turn.say("corrected", value=getattr(known, corrected[0]))
    elif "name" in changed and turn.first_name():
        turn.mention("thanks_name", name=turn.first_name() or "")
    elif changed:
        turn.mention("thanks_detail")
    elif _looks_like_a_broken_email(turn.heard):
        turn.say("bad_email")
    return bool(changed)


def _propose(turn: Turn) -> None:
    """What a bare answer means is known only from our question; the desk checks that the words
    stand in the visitor's message."""
    heard, known = turn.heard, turn.known
    if known.need is None:
        need = _need(heard)
        if need:
            turn.remember({"need": need})
    if known.name is None and heard.asked == "name" and _is_bare_name(heard):
        turn.remember({"name": heard.text.strip(" \t\r\n.!")})


def _need(heard: Heard) -> str | None:
    """The sentence that says what is needed; after our question any statement will do."""
    for said in sentences(heard.text):
        if _NEED.search(folded(said)) and not heard.wants(
            "meeting_request", "human_handoff", "callback"
        ):
            return said[:_NEED_AT_MOST]
    if heard.asked == "need" and _is_statement(heard):
        return heard.text.strip()[:_NEED_AT_MOST]
    return None


def _is_statement(heard: Heard) -> bool:
    aside = ("looking", "help", "injection", "abuse", "wait", "enough", "unwilling", "bot_question")
    return (
        len(heard.words) >= 1
        and not heard.questions
        and not heard.reading.intents
        and not heard.details
        and not heard.reading.times
        and not heard.yes
        and not heard.no
        and not any(heard.cue(name) for name in aside)
    )


def _is_bare_name(heard: Heard) -> bool:
    aside = (
        "unwilling",
        "wait",
        "help",
        "abuse",
        "enough",
        "looking",
        "who",
        "how_are_you",
        "no",
        "yes",
    )
    return (
        bool(_BARE_NAME.fullmatch(heard.text))
        and not heard.reading.names
        and not heard.reading.intents
        and not heard.reading.times
        and not any(heard.cue(name) for name in aside)
    )


def _note_refusal(turn: Turn) -> None:
    heard = turn.heard
    if not heard.cue("unwilling"):
        return
    named = [field for field, word in _FIELD_WORDS.items() if word.search(heard.plain)]
    if not named and heard.asked in ("name", "email", "need"):
        named = [heard.asked]
    if not named and heard.asked == "contact":
        named = ["email", "phone"]
    for field in named:
        if getattr(turn.known, field) is None:
            turn.memory = turn.memory.with_added("refused", field)
    turn.say("refusal_ok")


def _looks_like_a_broken_email(heard: Heard) -> bool:
    return "@" in heard.text and not heard.reading.emails and heard.asked in ("email", "contact")
