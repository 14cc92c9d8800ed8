"""What the rules make of a message: each has a certainty, and all are weighed against each other.

A negated wish ("no need for a call") does not count, and words of courtesy step back behind what
they introduce.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from understanding.intent_rules_calendar import CALENDAR
from understanding.intent_rules_de import GERMAN
from understanding.intent_rules_es import SPANISH
from understanding.intent_rules_fr import FRENCH
from understanding.intent_rules_meetings import MEETINGS
from understanding.intent_rules_people import PEOPLE
from understanding.intent_rules_sales import SALES
from understanding.intent_rules_staff import STAFF
from understanding.intent_rules_talk import SMALL_TALK
from understanding.intent_rules_ur import URDU
from understanding.tokens import fold, word_set

_FEW_WORDS = 3
_SURE_WISH = 0.78
_LEAST = 0.5  # below it a rule found nothing
READ_AT_MOST = 1500  # characters; what one wants is said by then
COURTESY = frozenset({"greeting", "thanks", "goodbye", "affirm", "deny"})
_SPACES = re.compile(r"[^\S\n]+|[\n\r]+")
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'"})
_NEGATED = re.compile(
    r"\b(?:no need (?:for|to)|(?:do not|don'?t|dont|didn'?t|doesn'?t|not|never|no"
    r" longer|wouldn'?t|won'?t)"
    r"(?: really| actually| yet| even| currently| necessarily)? ?(?:need|want|wanna"
    r"|wish|like|require|interested|looking|asking"
    r"|going|trying|plan\w*|have to|be)?(?: to| in| for)?(?: have| get| do| book|"
    r" schedule| take| a| an| any| the| another| your)*"
    r"|without(?: a| any| the)?|instead of(?: a| the)?|rather than(?: a| the)?|no"
    r"|kein(?:en|e)?|pas de|pas besoin d[e']|sin|nicht|ohne)\s*$",
    re.IGNORECASE,
)
_MAY_BE_NEGATED = word_set(
    """
    meeting_request callback human_handoff calendar_query reschedule pricing cancel_meeting
    product_question complaint
    """
)


_ASKS_TO_MEET = re.compile(
    r"\b(?:book|schedule|set ?up|arrange|reserve)\b|\b(?:free|available|time|open"
    r"|availability|slot)\b(?: \S+){0,4}"
    r" (?:for|to) (?:an? )?(?:\w+ ){0,2}(?:call|chat|meet|meeting|talk|demo|speak"
    r"|discuss|catch|coffee|appointment)\b"
)


_PRAISES = re.compile(
    r"(?:great|awesome|excellent|perfect|wonderful|fantastic|brilliant|lovely"
    r"|super|cool|nice|good|amazing)\b"
)


@dataclass(frozen=True)
class _Rule:
    intent: str
    confidence: float
    pattern: re.Pattern[str]


_ENGLISH = (*PEOPLE, *MEETINGS, *CALENDAR, *SALES, *SMALL_TALK, *STAFF)
_TABLES = {"en": _ENGLISH, "de": GERMAN, "fr": FRENCH, "es": SPANISH, "ur": URDU}


@cache
def _rules(language: str) -> tuple[_Rule, ...]:
    """A language's rules, compiled when the first message in it is read."""
    table = _TABLES[language]
    return tuple(
        _Rule(intent, confidence, re.compile(pattern)) for intent, confidence, pattern in table
    )


def rule_scores(said: str, language: str | None) -> dict[str, float]:
    """What the rules alone make of a prepared message."""
    scores: dict[str, float] = {}
    for one in _spoken(said, language):
        _score(scores, _rules(one), said)
    _weigh(scores, said)
    return {name: score for name, score in scores.items() if score >= _LEAST}


def prepared(text: str) -> str:
    """Folded to single spaces, without punctuation that stands between words."""
    folded = fold(text[:READ_AT_MOST].translate(_APOSTROPHES))
    plain = re.sub(r"[,.;:!?¿¡()\[\]\"“”…*_]+(?=\s|$)|(?:(?<=\s)|^)[¿¡(\[\"“*_]+", " ", folded)
    return _SPACES.sub(" ", plain).strip()


def _spoken(said: str, language: str | None) -> tuple[str, ...]:
    """The languages to read it in; a few words may be of any, and all mix in English."""
    if language == "en":
        return ("en",)
    if language is None or len(said.split()) <= _FEW_WORDS:
        return tuple(_TABLES)
    return ("en", language)


def _score(scores: dict[str, float], rules: Iterable[_Rule], said: str) -> None:
    for rule in rules:
        match = _first_meant(rule, said)
        if match is None:
            continue
        before = scores.get(rule.intent)
        # A second rule that agrees makes it a little surer.
        scores[rule.intent] = (
            rule.confidence if before is None else max(before, rule.confidence) + 0.01
        )


def _first_meant(rule: _Rule, said: str) -> re.Match[str] | None:
    for match in rule.pattern.finditer(said):
        if rule.intent not in _MAY_BE_NEGATED or not _is_negated(rule, said, match):
            return match
    return None


def _is_negated(rule: _Rule, said: str, match: re.Match[str]) -> bool:
    before = said[max(0, match.start() - 50) : match.start()]
    if rule.intent in ("complaint", "cancel_meeting", "human_handoff") and not before.endswith(
        ("no ", "not ", "to ", "don't ", "dont ", "for a ", "no need for ")
    ):
        return False
    return _NEGATED.search(before) is not None


def _weigh(scores: dict[str, float], said: str) -> None:
    """Settles what two rules both claim."""
    _prefer(scores, "reschedule", over=("meeting_request", "cancel_meeting", "calendar_query"))
    _prefer(scores, "cancel_meeting", over=("meeting_request", "calendar_query", "deny"))
    _prefer(scores, "stop", over=("callback", "cancel_meeting", "deny", "contact_delete"))
    if not _ASKS_TO_MEET.search(said):
        _prefer(scores, "human_handoff", over=("meeting_request",))
    else:
        _prefer(scores, "meeting_request", over=("human_handoff",))
    _prefer(scores, "human_handoff", over=("product_question", "contact_find", "complaint"))
    _prefer(scores, "callback", over=("meeting_request", "human_handoff"))
    if len(said.split()) <= 4:
        _prefer(scores, "deny", over=("complaint", "reschedule"))
    _prefer(scores, "complaint", over=("product_question", "thanks"))
    _prefer(scores, "pricing", over=("product_question", "contact_find"))
    _prefer(scores, "meeting_request", over=("product_question",))
    _prefer(scores, "task_add", over=("meeting_request", "contact_add"))
    _prefer(scores, "note_add", over=("meeting_request", "contact_add", "contact_change"))
    _prefer(scores, "task_complete", over=("task_add", "contact_change", "task_find"))
    _prefer(scores, "deal_change", over=("contact_change", "reschedule", "contact_delete"))
    if "meeting_request" in scores and "calendar_query" in scores:
        asks = _ASKS_TO_MEET.search(said) is not None
        earliest = re.search(r"\b(?:earliest|soonest|when'?s|any|are there|what)\b", said)
        scores["calendar_query" if asks and not earliest else "meeting_request"] -= 0.1
    if "goodbye" in scores and "thanks" in scores:
        scores["thanks"] -= 0.03 if re.search(r"\b(?:bye|goodbye|see you)\b", said) else -0.02
    _step_back(scores, said)


def _prefer(scores: dict[str, float], winner: str, over: tuple[str, ...]) -> None:
    if winner in scores:
        for loser in over:
            if loser in scores:
                scores[loser] = min(scores[loser], scores[winner] - 0.2)


def _step_back(scores: dict[str, float], said: str) -> None:
    """Courtesy comes after a wish; alone in a long message it says little."""
    wishes = [n for n, score in scores.items() if n not in COURTESY and score >= _SURE_WISH]
    length = len(said.split())
    for name in COURTESY & scores.keys():
        if wishes:
            scores[name] = min(scores[name], 0.6)
        elif name in ("affirm", "deny", "greeting") and length > 12:
            scores[name] -= 0.3 if length > 20 else 0.15
    if "greeting" in scores and len(scores.keys() & COURTESY) > 1:
        scores["greeting"] -= 0.05
    if "affirm" in scores and "thanks" in scores and not wishes:
        # "great, thanks" thanks; "yes, thanks" agrees.
        scores["affirm" if _PRAISES.match(said) else "thanks"] -= 0.05
    if "deny" in scores and "thanks" in scores and not wishes:
        scores["thanks"] = min(scores["thanks"], scores["deny"] - 0.1)
