"""Details: taking notice of what the visitor said of themselves, in whatever order."""

from __future__ import annotations

import re

from chatbot.knowledge_terms import is_stop_word
from chatbot.scripted.cues import folded
from chatbot.scripted.hearing import Heard
from chatbot.scripted.turn import Turn

FIELDS = ("name", "email", "phone", "company", "need", "budget", "timeline")
_NEED_AT_MOST = 300
_A_NO = 3  # words
_IN_PASSING = {"need", "budget", "timeline", "company"}  # said within a question: no thanks for it
_FIELD_WORDS = {
    "phone": re.compile(
        folded(r"phone|number|telefon\w*|nummer|handy|telephone|numero|telefono|movil|فون|نمبر")
    ),
    "email": re.compile(folded(r"e-?mail|mail|adresse|correo|courriel|ای میل")),
    "name": re.compile(folded(r"\bnames?\b|\bnamen\b|\bnom\b|nombre|\bnaam\b|نام")),
}
_PARTICLES = {"de", "la", "van", "den", "von", "der", "bin", "al", "del", "da", "dos", "y", "el"}
_TWO_CAPITALS = re.compile(r"[^\W\d_a-z][\w'’-]+ [^\W\d_a-z][\w'’-]+[.!]?")
_ONE_CAPITAL = re.compile(r"(?=.*[aeiouyAEIOUYà-ÿ])[^\W\d_a-z][a-zà-ÿ]{1,11}[.!]?")
_ADDRESS_OR_TIME = ("email", "contact", "slot", "proposed", "when")
_ASIDE = (
    *(
        "looking",
        "help",
        "injection",
        "abuse",
        "wait",
        "enough",
        "unwilling",
        "bot_question",
        "who",
    ),
    *("how_are_you", "yes", "no", "open_offer", "more_times", "later", "earlier", "any_slot"),
)
_NO_NAMES = ("thanks", "goodbye", "greeting", "stop", "pricing", "human_handoff")
_NO_NAME = re.compile(
    r"\b(?:i'm|im|ich|bin|je|suis|soy|me|llamo|this|is|it|we|one|first|second|third|last|email|mail|phone|name|what|why|best|kind|many|dear|regards|hello|thanks|thank)\b"
)
_BESIDE = re.compile(
    r"(?:^|[.!?,;:\n]\s*)([^\W\d_a-z][\w'’-]{1,29}(?:\s[^\W\d_a-z][\w'’.-]{0,29}){1,2})\s*[,;:(<–-]?\s*$"
)
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
    elif changed and not (turn.heard.questions and set(changed) <= _IN_PASSING):
        turn.mention("thanks_detail")
    elif _looks_like_a_broken_email(turn.heard):
        turn.say("bad_email")
    return bool(changed)


def _propose(turn: Turn) -> None:
    """What a bare answer means is known only from our question; the desk checks that the words
    stand in the visitor's message."""
    heard, known = turn.heard, turn.known
    if known.need is None and heard.asked == "need" and _is_a_need(turn):
        turn.remember({"need": heard.text.strip()[:_NEED_AT_MOST]})
    if known.name is None:
        name = _name_beside_address(heard)
        if name is None:
            name = _bare_name(heard)
            if name and heard.asked != "name" and not _is_a_name_unasked(turn):
                name = None
        if name:
            turn.remember({"name": name})


def _is_a_need(turn: Turn) -> bool:
    """Any statement in answer to our question, but not a single word that means nothing to us."""
    if not _is_statement(turn.heard):
        return False
    makes_sense = len(turn.heard.words) > 1 and turn.heard.reading.language is not None
    return makes_sense or bool(turn.desk.look_up(turn.heard.text))


def _name_beside_address(heard: Heard) -> str | None:
    """ "Ann Miller, ann@example.com": a name is what stands before the address."""
    if heard.reading.names or not heard.reading.emails:
        return None
    found = _BESIDE.search(heard.text[: heard.reading.emails[0].span[0]])
    return found.group(1) if found and not _NO_NAME.search(folded(found.group(1))) else None


def _is_statement(heard: Heard) -> bool:
    return (
        len(heard.words) >= 1
        and not heard.questions
        and not heard.reading.intents
        and not heard.details
        and not heard.reading.times
        and not heard.yes
        and not heard.no
        and not any(heard.cue(name) for name in _ASIDE)
    )


def _bare_name(heard: Heard) -> str | None:
    """The message without its addresses and numbers, when that can be a name."""
    reading = heard.reading
    if reading.names or reading.times or heard.questions or heard.wants(*_NO_NAMES):
        return None
    rest = heard.text
    spans = [email.span for email in reading.emails] + [phone.span for phone in reading.phones]
    for start, end in sorted(spans, reverse=True):
        rest = f"{rest[:start]} {rest[end:]}"
    rest = rest.strip(" \t\r\n.,;:!-–")
    if not _BARE_NAME.fullmatch(rest) or any(heard.cue(name) for name in _ASIDE):
        return None
    if _NO_NAME.search(heard.plain) or not _are_names(rest.split()):
        return None
    return rest.title() if rest.islower() else rest


def _is_a_name_unasked(turn: Turn) -> bool:
    """ "Sam Hill" is one whatever we asked; a word alone only where no time or address was asked
    for, and when it is nothing the business knows of."""
    heard, said = turn.heard, turn.heard.text.strip()
    if _TWO_CAPITALS.fullmatch(said):
        return heard.asked in _ADDRESS_OR_TIME or not turn.desk.look_up(said)
    if heard.asked in _ADDRESS_OR_TIME or not _ONE_CAPITAL.fullmatch(said):
        return False
    return heard.reading.language is None and not turn.desk.look_up(said)


def _are_names(words: list[str]) -> bool:
    """One word may be any; of several, none in lower case may be one that every sentence has."""
    return len(words) == 1 or not any(
        word.islower() and word not in _PARTICLES and is_stop_word(word) for word in words
    )


def _note_refusal(turn: Turn) -> None:
    heard = turn.heard
    if not heard.cue("unwilling") and not _says_no_to_a_detail(heard):
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


def _says_no_to_a_detail(heard: Heard) -> bool:
    """ "No" and little else, when we asked for a name or an address."""
    return heard.asked in ("name", "email") and heard.no and len(heard.words) <= _A_NO


def _looks_like_a_broken_email(heard: Heard) -> bool:
    return "@" in heard.text and not heard.reading.emails and heard.asked in ("email", "contact")
