"""Time expressions in a text, resolved against now."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from core.values import zone_named
from understanding.findings import Span, Time
from understanding.regions import day_comes_first
from understanding.spans import Covered
from understanding.times.composition import Composer
from understanding.times.context import Context
from understanding.times.languages import LANGUAGES, lexicon_of
from understanding.times.lexicon import Lexicon, Line
from understanding.times.lists import lend_from_question, shared
from understanding.times.message import Message
from understanding.times.numeric_dates import shown_order
from understanding.times.resolution import Habits, resolved
from understanding.times.tenses import tells_of_the_past
from understanding.times.values import Phrase
from understanding.tokens import Token, tokenize

_ASKS_TIME = re.compile(
    r"\b(?:when|what time|which time|which day|what day|time suits|time works|day suits|day works"
    r"|wann|welche[rn]? (?:tag|uhrzeit|zeit)|quand|quelle heure|quel jour|cu[aá]ndo|qu[eé] hora"
    r"|qu[eé] d[ií]a|kab|kis waqt|kitne baje)\b|کب|کس وقت|کتنے بجے",
    re.IGNORECASE,
)
_ASKS_DAY = re.compile(
    r"\b(?:what|which) (?:day|date)|\bwelcher tag|\bquel jour|\bqu[eé] d[ií]a|\bkis din\b",
    re.IGNORECASE,
)
_TIMELY = re.compile(
    r"\b(?:meet|call|book|schedul|appointment|leav|arriv|depart|start|begin|pick|reserv|table|train"
    r"|taxi|demo|talk|speak|chat|come|see you|free|available|works?|catch up|slot|visit|move|remind"
    r"|resched|lunch|dinner|breakfast|get there|be there|end|finish|open|close)",
    re.IGNORECASE,
)
_EVENING_MEAL = re.compile(
    r"\b(?:dinner|supper|drinks|movie|cinema|concert|party|restaurant|gig|theat(?:re|er))\b",
    re.IGNORECASE,
)


def find_times(
    text: str,
    now: datetime,
    timezone: str,
    locale: str | None = None,
    question: str | None = None,
    taken: Iterable[Span] = (),
    language: str | None = None,
    said_before: str | None = None,
) -> list[Time]:
    """Every time expression in the text that touches none of the `taken` spans."""
    tokens = tokenize(text)
    readings = [
        _in_language(
            name,
            text,
            tokens,
            now.astimezone(zone_named(timezone)),
            timezone,
            locale,
            question,
            said_before,
        )
        for name in _languages(language, locale)
    ]
    best = max(readings, key=_covered)
    covered = Covered(len(text), taken)
    return [found for found in best if not covered.touches(found.span)]


def _languages(language: str | None, locale: str | None) -> list[str]:
    likely = [language, (locale or "")[:2].lower(), "en"]
    return list(dict.fromkeys(name for name in likely if name in LANGUAGES))


def _covered(found: list[Time]) -> int:
    """How much of the text was understood, each character counted once."""
    spans = {time.span for time in found}
    return sum(end - start for start, end in spans)


def _in_language(
    language: str,
    text: str,
    tokens: list[Token],
    now: datetime,
    timezone: str,
    locale: str | None,
    question: str | None,
    said_before: str | None,
) -> list[Time]:
    line = Line(text, tokens, lexicon_of(language))
    order = shown_order(text[:_ENOUGH])
    context = Context(
        line,
        now,
        now.date(),
        day_comes_first(locale, timezone, language) if order is None else order,
        order_known=order is not None,
        past=tells_of_the_past(text[:_ENOUGH]),
    )
    asked = _asked_about(question, context, line.lexicon) if question else []
    earlier = _asked_about(said_before, context, line.lexicon) if said_before else []
    clocks = [phrase.clock for phrase in earlier + asked if phrase.clock]
    message = Message(
        context,
        asked_time=bool(question and _ASKS_TIME.search(question))
        or any(phrase.clock for phrase in asked),
        asked_day=bool(question and _ASKS_DAY.search(question)),
        timely=bool(_TIMELY.search(text[:_ENOUGH])),
        reference=clocks[-1] if clocks else None,
    )
    phrases = shared(line, Composer(message).phrases())
    lend_from_question(phrases, asked)
    habits = Habits(
        line.lexicon.clock24, _uses_24_hours(phrases), bool(_EVENING_MEAL.search(text[:_ENOUGH]))
    )
    return [found for phrase in phrases for found in resolved(context, phrase, habits)]


def _asked_about(question: str, context: Context, words: Lexicon) -> list[Phrase]:
    """The times in what we asked: "What time on Tuesday?", "Monday at 3 or Friday at 10?"."""
    line = Line(question[:_ENOUGH], tokenize(question[:_ENOUGH]), words)
    asked = replace(context, line=line)
    return shared(line, Composer(Message(asked, timely=True)).phrases())


_ENOUGH = 5000  # characters looked at for what the message is about


def _uses_24_hours(phrases: list[Phrase]) -> bool:
    """Whether some hour in the message can only be of the 24-hour clock."""
    clocks = [clock for phrase in phrases for clock in (phrase.clock, phrase.last_clock) if clock]
    return any(
        clock.half is None
        and (clock.hour > 12 or (clock.hour == 0 and clock.rule != "midnight") or clock.padded)
        for clock in clocks
    )
