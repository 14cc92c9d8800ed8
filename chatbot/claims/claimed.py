"""Whether a sentence claims that something happened: the patterns, and what undoes them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from chatbot.claims import folding
from chatbot.claims.anchored import FUTURE, anchored
from chatbot.claims.clock_times import is_day, is_month, named_in, weekday_of
from chatbot.claims.kinds import MENTIONS, PROMISES, STATEMENTS, UNCONDITIONAL, is_general
from chatbot.claims.lexicon import alphabetic
from chatbot.claims.patterns import Found, Patterns, Words, words_of
from chatbot.claims.profiles import languages_of
from chatbot.claims.recognition import WRITTEN_OFTEN, with_mixed_in
from chatbot.claims.scripts import claims_in_script

_NEGATION_REACH = 5
_UNREAL_REACH = 3
_PROMISE_REACH = 6  # "I can ask the team to call you" is none
_AFTER_REACH = 3
_SHORT = 3  # letters of a word that may belong to a date: at, um, the
_ENOUGH_SAID = 3  # words beside a day from which on they state something of it
_WEEKDAY = 5  # letters of a weekday that no other word is spelled like: mon, sat and sun are
_DOUBTS = frozenset({"unreal", "negations", "conditions", "choices", "trailing", "harmless"})
_PARTING = frozenset({"negations", "conditions", "alternatives"})
_TENTATIVE = _DOUBTS | {"offers"}
_PARTS = (
    *(
        "negations",
        "unreal",
        "trailing",
        "conditions",
        "choices",
        "joining",
        "harmless",
        "everyday",
        "idle",
        "alternatives",
    ),
    *("asking", "troubles", "yours", "offers", "purposes"),
)
_QUESTION = re.compile(r"[?？؟⸮]\W*$|(?<=[α-ω]);\W*$")
_TICK = re.compile("[✅☑✔✓🗹🎉🥳]")
_CARD = re.compile("[📅🗓📆⏰⏱🕐-🕧📌]")
_LABEL = re.compile(
    r"^\W*(?:date|time|when|datum|uhrzeit|zeit|wann|termin|heure|horaire|quand|fecha|hora|cuando|data"
    r"|ora|orario|quando|tijd|wanneer|kiedy|godzina|tarih|saat|дата|время|когда|تاریخ|وقت|التاريخ|الوقت"
    r"|तारीख|समय|日期|时间|日時|日付|時間)\W*[:：]"
)
_CLOCK = re.compile(r"\d{1,2}[:.h]\d{2}|\d\s?(?:am|pm|uhr)\b|\d{1,2}[./]\d{1,2}")


@dataclass(frozen=True)
class Claim:
    """A kind of claim and the words that make it."""

    kind: str
    words: str


def claims_in(sentence: str, languages: Sequence[str]) -> list[Claim]:
    """What the sentence claims; `languages` are those it may be written in, likeliest first."""
    found: list[Claim] = []
    languages = with_mixed_in(folding.fold(sentence).accented, languages)
    for reading in folding.readings(sentence):
        asks = _QUESTION.search(reading.plain) is not None
        found.extend(_claims_in_words(reading, asks, languages))
        found.extend(Claim(*each) for each in claims_in_script(reading.plain, asks, languages))
    if all(is_general(claim.kind) for claim in found) and _states_an_hour(sentence, languages):
        found.append(Claim("booking", sentence.strip()))
    if not found and _QUESTION.search(sentence) is None:
        words = words_of(folding.fold(sentence))
        guards = _guard_patterns().find(words)
        found.extend(Claim(*each) for each in anchored(words, guards, languages))
    if _TICK.search(sentence) and _ticks_off(sentence):
        found.append(Claim("done", sentence.strip()))
    if _is_card(sentence) and _QUESTION.search(sentence) is None and _names_when(sentence):
        found.append(Claim("booking", sentence.strip()))
    return list(dict.fromkeys(found))


@cache
def _claim_patterns() -> Patterns:
    return Patterns(alphabetic(), ["claims"])


@cache
def _guard_patterns() -> Patterns:
    return Patterns(alphabetic(), _PARTS)


def _ticks_off(sentence: str) -> bool:
    """A tick that stands alone or beside a day or a time says that it is done."""
    return _names_when(sentence) or not re.search(r"[^\W_]", sentence)


def _is_card(sentence: str) -> bool:
    """A line as on a confirmation: a calendar or clock, or `Date:`, before a day or time."""
    labelled = _LABEL.match(folding.fold(sentence).plain.strip())
    return labelled is not None or _CARD.search(sentence) is not None


def _names_when(sentence: str) -> bool:
    words = re.findall(r"[^\W_]+", folding.fold(sentence).plain)
    return bool(_CLOCK.search(sentence)) or any(map(is_day, words))


def _states_an_hour(sentence: str, languages: Sequence[str]) -> bool:
    """Whether it says, without offering or asking, that something is on a day, or at an hour."""
    named = named_in(sentence)
    words = words_of(folding.fold(sentence))
    dated = bool(named.weekdays or named.dates) or any(map(is_day, words.plain))
    said = sum(not _is_of_time(word) for word in words.plain)
    on_a_day = bool(named.dates) or sum(map(_names_weekday, words.plain)) == 1
    on_one_day = on_a_day and said >= _ENOUGH_SAID
    if not ((named.times and dated) or on_one_day) or "?" in sentence:
        return False
    likeliest = [each for each in alphabetic() if each.code in languages[:1] and each.offers]
    if not likeliest or all(_is_of_time(word) for word in words.plain):
        return False
    return not any(
        guard.kind in _TENTATIVE
        and guard.language == languages[0]
        and not (guard.kind == "unreal" and words.plain[guard.start] in FUTURE)
        for guard in _guard_patterns().find(words)
    )


def _names_weekday(word: str) -> bool:
    return len(word) >= _WEEKDAY and weekday_of(word) is not None


def _is_of_time(word: str) -> bool:
    """Part of a bare date: a line of a list of times says nothing by itself."""
    return len(word) <= _SHORT or word[0].isdigit() or is_day(word) or is_month(word)


def _claims_in_words(
    reading: folding.Folded, asks: bool, languages: Sequence[str]
) -> Iterator[Claim]:
    words = words_of(reading)
    claims = _best_read(_claim_patterns().find(words, languages), words, languages)
    if not claims:
        return
    guards = _guard_patterns().find(words)
    standing = [
        claim for claim in claims if _stands(claim, words, guards, reading, asks, languages)
    ]
    special = [claim for claim in standing if not is_general(claim.kind)]
    for claim in standing:
        if claim in special or not any(_overlap(claim, other) for other in special):
            yield Claim(claim.kind, " ".join(words.plain[claim.start : claim.end]))


def _overlap(one: Found, other: Found) -> bool:
    return one.start < other.end and other.start < one.end


def _stands(
    claim: Found,
    words: Words,
    guards: Sequence[Found],
    reading: folding.Folded,
    asks: bool,
    languages: Sequence[str],
) -> bool:
    minding = {claim.language}
    if claim.language not in languages:
        minding.update(languages[:1])
    theirs = [guard for guard in guards if guard.language in minding]
    return _Weighed(claim, words, theirs, asks, "¿" in reading.plain).stands()


def _best_read(claims: Sequence[Found], words: Words, languages: Sequence[str]) -> list[Found]:
    """The claims, each in the likeliest of the languages that have it there."""
    is_plain = len(languages) == 1 and languages[0] in WRITTEN_OFTEN
    ranks = {language: rank for rank, language in enumerate(languages)}
    last = len(ranks)
    kept: list[Found] = []
    for claim in sorted(claims, key=lambda claim: ranks.get(claim.language, last)):
        rank = ranks.get(claim.language, last)
        if rank == last and (is_general(claim.kind) or is_plain):
            continue
        if rank == last and _is_common_word(claim, words, languages):
            continue
        if not any(
            better.kind == claim.kind
            and ranks.get(better.language, last) < rank
            and better.start < claim.end
            and claim.start < better.end
            for better in kept
        ):
            kept.append(claim)
    return kept


def _is_common_word(claim: Found, words: Words, languages: Sequence[str]) -> bool:
    """Whether another language's claim is just a common word of the one that is written."""
    if claim.end - claim.start > 1:
        return False
    known = languages_of(words.accented[claim.start])
    return any(language in known for language in languages)


@dataclass(frozen=True)
class _Weighed:
    """One possible claim among the guards of its sentence."""

    claim: Found
    words: Words
    guards: Sequence[Found]
    asks: bool
    marked: bool = False

    def stands(self) -> bool:
        if self.claim.kind in MENTIONS and self._is_doubted():
            return False
        if self.claim.kind == "presumed":
            return not self._is_harmless()
        return not (
            self._is_harmless()
            or self._is_negated()
            or self._is_asked()
            or (self.claim.kind not in UNCONDITIONAL and self._is_supposed())
        )

    def _is_doubted(self) -> bool:
        """Whether anything in the sentence but the claim itself speaks of the possible."""
        states = self.claim.kind in STATEMENTS
        undoing = _DOUBTS if states else _DOUBTS | {"purposes"}
        if self.claim.kind == "presumed":
            undoing = _PARTING
        return any(
            guard.kind in undoing
            and not (states and guard.kind == "trailing" and self._is_future(guard))
            and not (states and guard.kind == "unreal" and guard.start >= self.claim.start)
            and (guard.kind == "trailing" or not self._holds(guard))
            and not self._is_idle(guard)
            for guard in self.guards
        )

    def _is_future(self, guard: Found) -> bool:
        return self.words.plain[guard.start] in FUTURE

    def _holds(self, guard: Found) -> bool:
        return self.claim.start <= guard.start < self.claim.end

    def _is_idle(self, guard: Found) -> bool:
        return any(g.kind == "idle" and g.start <= guard.start < g.end for g in self.guards)

    def _is_supposed(self) -> bool:
        return (
            self._is_unreal()
            or self._has_condition()
            or (self.claim.kind in PROMISES and bool(self._of("choices", 0, self.claim.start)))
        )

    def _of(self, kind: str, start: int, end: int) -> list[Found]:
        """The guards of that kind that begin in a stretch of words."""
        return [
            g
            for g in self.guards
            if g.kind == kind and start <= g.start < end and not self._is_idle(g)
        ]

    def _is_harmless(self) -> bool:
        return any(
            (g.kind == "harmless" or (g.kind == "everyday" and is_general(self.claim.kind)))
            and g.start < self.claim.end
            and self.claim.start < g.end
            for g in self.guards
        )

    def _is_negated(self) -> bool:
        clause = self._clause_start()
        start = max(clause, self.claim.start - _NEGATION_REACH)
        if self.claim.kind == "commits" and self._negation_in_clause():
            return True
        end = self.claim.start if self.claim.kind == "leaks" else self.claim.end
        before = self._of("negations", start, end)
        before += self._of("negations", clause, clause + 2)  # none of the times has been booked
        if any(g.start != self.claim.start for g in before):
            return True
        return bool(self._of("trailing", self.claim.end, self._reach_after()))

    def _negation_in_clause(self) -> bool:
        """A discount that is refused may be refused at the end of the sentence."""
        end = next(
            (at for at in range(self.claim.end, len(self.words.plain)) if self.words.breaks[at]),
            len(self.words.plain),
        )
        return bool(self._of("negations", self._clause_start(), end))

    def _is_unreal(self) -> bool:
        reach = _PROMISE_REACH if self.claim.kind in PROMISES else _UNREAL_REACH
        start = max(self._clause_start(), self.claim.start - reach)
        return bool(self._of("unreal", start, self.claim.start))

    def _has_condition(self) -> bool:
        start = self._clause_start()
        if self._of("conditions", start, self.claim.start):
            return True
        after = self._of("conditions", self.claim.end, self._reach_after())
        if after and not self._of("troubles", after[0].start, len(self.words.plain)):
            return True
        return self._depends_on_clause_before(start) or self._depends_on_clause_after()

    def _depends_on_clause_after(self) -> bool:
        """`someone calls you, if you like`: a promise that waits for what the visitor wants."""
        if self.claim.kind not in PROMISES:
            return False
        conditions = self._of("conditions", self.claim.end, len(self.words.plain))
        if not conditions:
            return False
        start, end = conditions[0].start, len(self.words.plain)
        wanted = [*self._of("choices", start, end), *self._of("yours", start, end)]
        return bool(wanted) and not self._of("troubles", start, end)

    def _depends_on_clause_before(self, start: int) -> bool:
        """`once you pick a time, it is booked`: a condition that the visitor is to fulfil."""
        whole = 0 if self.claim.kind in PROMISES else self._part_start(start)
        if start == 0 or whole >= start:
            return False
        conditions = self._of("conditions", whole, start)
        chosen = [*self._of("choices", whole, start), *self._of("yours", whole, start)]
        return bool(conditions and chosen) and not self._of("troubles", whole, start)

    def _is_asked(self) -> bool:
        if not self.asks or self.claim.kind == "commits":
            return False
        following = self.words.breaks[self.claim.end :]
        if 2 in following:
            return False
        opened = self._opens_as_question()
        if opened is None:
            return 1 not in following
        return opened

    def _opens_as_question(self) -> bool | None:
        """None when nothing but the mark at the end tells: the language has no words that open a
        question, or Spanish marks its beginning."""
        if (
            self.marked
            or not any(g.kind == "asking" for g in self.guards)
            and not self._language_has_asking()
        ):
            return None
        start = self._main_start()
        return any(
            self.words.breaks[g.start] or self._joins(g.start - 1)
            for g in self._of("asking", start, self.claim.start + 1)
        )

    def _language_has_asking(self) -> bool:
        return any(each.code == self.claim.language and each.asking for each in alphabetic())

    def _joins(self, at: int) -> bool:
        return any(g.kind == "joining" and g.start == at for g in self.guards)

    def _clause_start(self) -> int:
        """Where the claim's own clause begins: after a break, or an "and" some words before."""
        for at in range(self.claim.start, 0, -1):
            if self.words.breaks[at]:
                return at
            if self._joins(at - 1) and self.claim.start - at >= 1:
                return at
        return 0

    def _part_start(self, clause_start: int) -> int:
        """Where the clause before that one begins; the same place when a strong break parts
        them."""
        if clause_start == 0 or self.words.breaks[clause_start] == 2:
            return clause_start
        for at in range(clause_start - 1, 0, -1):
            if self.words.breaks[at]:
                return at
        return 0

    def _main_start(self) -> int:
        for at in range(self.claim.start, 0, -1):
            if self.words.breaks[at] == 2:
                return at
        return 0

    def _reach_after(self) -> int:
        """Up to where words after the claim still belong to it."""
        end = self.claim.end
        while end < len(self.words.plain) and end - self.claim.end < _AFTER_REACH:
            if self.words.breaks[end]:
                break
            end += 1
        return end
