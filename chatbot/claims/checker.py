"""The checks of one reply, sentence after sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from chatbot.claims import folding, profiles
from chatbot.claims.amounts import (
    ASSERTS_PRICE,
    FREE,
    FREE_ITSELF,
    REPEATS_BUDGET,
    amounts_in,
    is_allowed,
)
from chatbot.claims.claimed import Claim, claims_in
from chatbot.claims.clock_times import is_wrong, minutes_in, named_in, zones_of
from chatbot.claims.leaks import detector, letters_of
from chatbot.claims.markup import has_markup
from chatbot.claims.recognition import Judged, recognise
from chatbot.claims.values import Grounds, Violation
from chatbot.claims.wording import WHY

MAX_CHARACTERS = 1200
_LONGEST_SENTENCE = 2 * MAX_CHARACTERS  # a longer one is too long whatever it says
_CONTENT = 4  # letters from which on a word tells what is spoken of
_SENTENCE_END = re.compile(r"[.!?;\n]+")
_ENOUGH_SAID = 4  # such words in a sentence from which on it can rest on our knowledge
_MOSTLY = 0.6  # of them stand there
_TAIL = 100  # letters before a sentence, in which a leak may have begun


def _booked(grounds: Grounds) -> bool:
    return grounds.meeting_booked or grounds.meeting_moved


def _meeting_known(grounds: Grounds) -> bool:
    return _booked(grounds) or grounds.meeting_cancelled


def _anything(grounds: Grounds) -> bool:
    changed = grounds.meeting_booked or grounds.meeting_moved or grounds.meeting_cancelled
    return changed or grounds.facts_saved or grounds.callback_requested or grounds.held


def _acted(grounds: Grounds) -> bool:
    return _meeting_known(grounds) or grounds.callback_requested or grounds.held


_RULES: dict[str, tuple[str, Callable[[Grounds], bool]]] = {
    "booking": ("claims_booking", _booked),
    "mentioned": ("claims_booking", _meeting_known),
    "mentioned_mail": ("claims_sent", lambda grounds: grounds.mail_sent),
    "promised": ("claims_booking", _booked),
    "done": ("claims_booking", _anything),
    "act": ("claims_done", _acted),
    "act_soon": ("claims_done", _acted),
    "stated": ("claims_booking", _meeting_known),
    "stated_team": ("claims_human_will_call", lambda grounds: grounds.callback_requested),
    "stated_data": ("claims_saved", lambda grounds: grounds.facts_saved),
    "cancelled": ("claims_cancelled", lambda grounds: grounds.meeting_cancelled),
    "moved": ("claims_moved", lambda grounds: grounds.meeting_moved),
    "saved": ("claims_saved", lambda grounds: grounds.facts_saved),
    "sent": ("claims_sent", lambda grounds: grounds.mail_sent),
    "mailing": ("claims_sent", lambda grounds: grounds.mail_sent),
    "human": (
        "claims_human_will_call",
        lambda grounds: grounds.callback_requested or _booked(grounds),
    ),
    "held": ("claims_held", lambda grounds: grounds.held or _booked(grounds)),
    "held_soon": ("claims_held", lambda grounds: grounds.held or _booked(grounds)),
    "presumed": ("claims_booking", _meeting_known),
    "touches_meeting": ("claims_booking", _meeting_known),
    "touches_team": (
        "claims_human_will_call",
        lambda grounds: grounds.callback_requested or _booked(grounds),
    ),
    "touches_mail": ("claims_sent", lambda grounds: grounds.mail_sent),
    "touches_data": ("claims_saved", lambda grounds: grounds.facts_saved),
    "commits": ("commits", lambda grounds: False),
    "leaks": ("leaks_instruction", lambda grounds: False),
}
"""What each kind of claim is called, and when it is true."""


class Checker:
    """Takes the sentences of one reply in order."""

    def __init__(self, grounds: Grounds) -> None:
        self._grounds = grounds
        self._knowledge = folding.fold(grounds.knowledge_text).plain
        self._is_ours = False
        self._spoken = f"{grounds.visitor_text}\n{grounds.knowledge_text}"
        self._spoken_words = _words_of(grounds.visitor_text) | _words_of(grounds.knowledge_text)
        self._allowed = grounds.allowed_amounts | amounts_in(grounds.knowledge_text)
        self._own = amounts_in(grounds.visitor_text) - {FREE}
        self._minutes = minutes_in(self._spoken) | minutes_in(grounds.instruction)
        self._zones = [zone for zone in (grounds.timezone, grounds.business_timezone) if zone]
        self._at = 0
        self._tail = ""
        self._unsure: list[tuple[str, tuple[int, int]]] = []
        self._languages: set[str] = set()
        self._expected: str | None = None

    @property
    def is_unsure(self) -> bool:
        """Whether the language of what was taken last is still to be found out."""
        return bool(self._unsure)

    def take(self, sentence: str) -> list[Violation]:
        """What is wrong with the next sentence; nothing more once the reply is too long."""
        span = (self._at, self._at + len(sentence))
        self._at = span[1]
        if span[0] > MAX_CHARACTERS:
            return []
        kinds = [] if len(sentence) > _LONGEST_SENTENCE else self._all_kinds(sentence, span)
        if span[1] > MAX_CHARACTERS:
            kinds.append("too_long")
        self._tail = (self._tail + letters_of(sentence[:_LONGEST_SENTENCE]))[-_TAIL:]
        return [_violation(kind, sentence, span) for kind in dict.fromkeys(kinds)]

    def finish(self) -> list[Violation]:
        """What is wrong with the reply as a whole."""
        unsure, self._unsure = self._unsure, []
        return [_violation("unknown_language", sentence, span) for sentence, span in unsure]

    def _all_kinds(self, sentence: str, span: tuple[int, int]) -> list[str]:
        recognised = recognise(sentence, self._spoken_words, self._expected)
        kinds = list(self._language_kinds(sentence, span, recognised.judged))
        self._languages.update(recognised.languages[:1])
        if recognised.judged is Judged.KNOWN and recognised.languages:
            self._expected = recognised.languages[0]
        kinds += self._kinds(sentence, recognised.languages or tuple(self._languages))
        return kinds

    def _language_kinds(
        self, sentence: str, span: tuple[int, int], judged: Judged
    ) -> Iterator[str]:
        if judged is Judged.UNKNOWN:
            yield "unknown_language"
        elif judged is Judged.KNOWN:
            self._unsure = []
        elif not self._languages:
            self._unsure.append((sentence, span))

    def _kinds(self, sentence: str, languages: tuple[str, ...]) -> Iterator[str]:
        if has_markup(sentence):
            yield "has_html_or_remote_image"
        if detector(self._grounds.instruction).leaks(sentence, self._tail, self._spoken):
            yield "leaks_instruction"
        if self._is_quoted(sentence):
            return
        claims = claims_in(sentence, languages)
        self._is_ours = any(claim.kind.startswith("touches") for claim in claims) and (
            self._rests_on_knowledge(sentence)
        )
        yield from self._untrue(claims)
        if self._names_unknown_amount(sentence):
            yield "invents_price"
        if self._names_wrong_time(sentence, claims):
            yield "wrong_time"

    def _is_quoted(self, sentence: str) -> bool:
        """Whether our own knowledge says just this."""
        said = folding.fold(sentence).plain.strip()
        return len(said) >= 12 and said in self._knowledge

    def _untrue(self, claims: list[Claim]) -> Iterator[str]:
        for claim in claims:
            kind, holds = _RULES[claim.kind]
            if not holds(self._grounds) and not self._is_known(claim):
                yield kind

    def _is_known(self, claim: Claim) -> bool:
        """A promise that the business itself makes, such as a guarantee, may be repeated; so may
        what it says of its people and meetings."""
        if claim.kind.startswith("touches"):
            return self._is_ours
        return claim.kind == "commits" and claim.words in self._knowledge

    def _rests_on_knowledge(self, sentence: str) -> bool:
        """Whether one sentence of the knowledge speaks of nearly all that this one does."""
        said = _content_of(folding.fold(sentence).plain)
        if len(said) < _ENOUGH_SAID:
            return False
        passages = _contents_of(self._knowledge)
        return any(len(said & each) >= _MOSTLY * len(said) for each in passages)

    def _names_unknown_amount(self, sentence: str) -> bool:
        named = amounts_in(sentence)
        if not named:
            return False
        plain = folding.fold(sentence).plain
        repeats = REPEATS_BUDGET.search(plain) and not ASSERTS_PRICE.search(plain)
        allowed = self._allowed | self._own if repeats else self._allowed
        if FREE in named and not self._may_be_free(plain):
            return True
        return any(not is_allowed(amount, allowed) for amount in named)

    def _may_be_free(self, plain: str) -> bool:
        """Something is free in our knowledge; whether it is what the sentence speaks of."""
        if FREE_ITSELF.search(plain):
            return True
        said = _content_of(plain)
        known = _contents_of_what_is_free(self._knowledge)
        return bool(said) and any(len(said & each) >= _MOSTLY * len(said) for each in known)

    def _names_wrong_time(self, sentence: str, claims: list[Claim]) -> bool:
        instants = self._grounds.meeting_times + self._grounds.offered_times
        zones = zones_of(sentence, self._zones)
        done = any(claim.kind in ("booking", "moved", "promised") for claim in claims)
        return is_wrong(named_in(sentence), instants, zones, self._minutes, done)


@lru_cache(maxsize=32)
def _words_of(text: str) -> frozenset[str]:
    return frozenset(profiles.words_in(folding.fold(text).accented))


def _content_of(plain: str) -> frozenset[str]:
    return frozenset(word for word in profiles.words_in(plain) if len(word) >= _CONTENT)


@lru_cache(maxsize=16)
def _contents_of(knowledge: str) -> tuple[frozenset[str], ...]:
    """What each of its sentences speaks of."""
    return tuple(map(_content_of, _SENTENCE_END.split(knowledge)))


@lru_cache(maxsize=16)
def _contents_of_what_is_free(knowledge: str) -> tuple[frozenset[str], ...]:
    return tuple(
        _content_of(each) for each in _SENTENCE_END.split(knowledge) if FREE in amounts_in(each)
    )


def _violation(kind: str, sentence: str, span: tuple[int, int]) -> Violation:
    return Violation(kind, sentence.strip(), span, WHY[kind])
