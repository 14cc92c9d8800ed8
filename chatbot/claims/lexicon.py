"""What one language's lexicon holds, and the patterns it is written in.

A pattern is a few words: `see you <day>`, `i|we ve?* .. booked`. Words are compared without
accents, unless the pattern begins with `=`.

    word  word*      the word, any word that begins so
    a|b|c            one of them
    a?               it may be missing
    ^ $              only where a clause begins, ends
    ..               up to three words between, without a break in the sentence
    <day> <num>      a weekday or "tomorrow" of the language; a number or clock time
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from chatbot.claims import folding

GAP = 3
_NUMBER = re.compile(r"\d{1,2}(?:h\d{0,2}|am|pm|uhr)?$")


@dataclass(frozen=True)
class Lexicon:
    """How one language claims, and how it says that nothing has happened.

    `claims` maps a kind of violation to patterns. The others are patterns too: `harmless` phrases
    look like a claim and are none; `idle` phrases hold a negation that negates no claim;
    `negations` undo a claim near them, `unreal` words (can, would) one that follows in the clause,
    `trailing` ones one that precedes; `conditions` make what depends on them no claim; `choices`
    are what a visitor is invited to do, `troubles` what a booked visitor may still want; `joining` words begin a new clause; `asking` words open a
    question, None: whatever ends in a question mark is one. `days` are the weekdays from Monday
    on, then relative days, in groups parted by slashes.
    """

    code: str
    claims: Mapping[str, str]
    negations: str = ""
    unreal: str = ""
    trailing: str = ""
    conditions: str = ""
    choices: str = ""
    troubles: str = ""
    joining: str = ""
    harmless: str = ""
    idle: str = ""
    asking: str | None = None
    days: str = ""
    words: str = ""


@dataclass(frozen=True)
class _Element:
    exact: frozenset[str] = frozenset()
    prefixes: tuple[str, ...] = ()
    optional: bool = False
    gap: bool = False
    number: bool = False
    day: bool = False

    def fits(self, word: str, days: frozenset[str]) -> bool:
        if self.number:
            return _NUMBER.match(word) is not None
        if self.day and word in days:
            return True
        return word in self.exact or (bool(self.prefixes) and word.startswith(self.prefixes))


@dataclass(frozen=True)
class Words:
    """A sentence's words, each with its place, and how strongly it is parted from the one before.

    `breaks[i]` is 0 for a space, 1 for a comma, 2 for what parts main clauses.
    """

    plain: tuple[str, ...]
    accented: tuple[str, ...]
    breaks: tuple[int, ...]
    places: tuple[tuple[int, int], ...]


_WORD = re.compile(r"[^\W_]+")
_STRONG = re.compile(r"[;:—–…()\[\]\"“”„«»|\n•→=]|\s-+\s|\.\.|[.!?]\s|[^\w\s,.'\"/&%+\-!?]")
_WEAK = re.compile(r"[,،、，]")


def words_of(text: folding.Folded) -> Words:
    """The words of a sentence in an alphabet."""
    places = [match.span() for match in _WORD.finditer(text.plain)]
    plain = tuple(text.plain[start:end] for start, end in places)
    accented = tuple(_WORD.findall(text.accented))
    breaks = [2]
    for (_, end), (start, _) in zip(places, places[1:], strict=False):
        breaks.append(_break(text.plain[end:start]))
    if len(accented) != len(plain):
        accented = plain
    return Words(plain, accented, tuple(breaks[: len(plain)]), tuple(places))


def _break(between: str) -> int:
    if between in (" ", "'", "-"):
        return 0
    if _STRONG.search(between):
        return 2
    return 1 if _WEAK.search(between) else 0


@dataclass(frozen=True)
class _Pattern:
    elements: tuple[_Element, ...]
    with_accents: bool
    opens: bool
    closes: bool
    kind: str
    language: str


@dataclass(frozen=True)
class Found:
    """A pattern that fits the words from `start` up to, not including, `end`."""

    kind: str
    language: str
    start: int
    end: int


@dataclass
class Patterns:
    """Patterns of several languages and kinds, found by their first word."""

    days: Mapping[str, frozenset[str]]
    _exact: dict[str, list[_Pattern]] = field(default_factory=lambda: defaultdict(list))
    _prefixes: dict[str, list[_Pattern]] = field(default_factory=lambda: defaultdict(list))
    _lengths: set[int] = field(default_factory=set)
    _anywhere: list[_Pattern] = field(default_factory=list)

    def add(self, language: str, kind: str, patterns: str) -> None:
        for written in filter(None, (part.strip() for part in patterns.split(","))):
            self._index(_compiled(written, language, kind))

    def find(self, words: Words) -> list[Found]:
        """Every fit, in order of its first word."""
        found = []
        for at in range(len(words.plain)):
            for pattern in self._candidates(words.plain[at]):
                end = self._end(pattern, words, at)
                if end is not None:
                    found.append(Found(pattern.kind, pattern.language, at, end))
        return found

    def _end(self, pattern: _Pattern, words: Words, at: int) -> int | None:
        if pattern.opens and not words.breaks[at]:
            return None
        spoken = words.accented if pattern.with_accents else words.plain
        days = self.days.get(pattern.language, frozenset())
        end = _fit(pattern.elements, spoken, words.breaks, at, days)
        if pattern.closes and end is not None and end < len(spoken) and not words.breaks[end]:
            return None
        return end

    def _index(self, pattern: _Pattern) -> None:
        first = pattern.elements[0]
        if first.number or first.day:
            self._anywhere.append(pattern)
        for word in first.exact:
            self._exact[folding.plain(word)].append(pattern)
        for prefix in first.prefixes:
            key = folding.plain(prefix)
            self._prefixes[key].append(pattern)
            self._lengths.add(len(key))

    def _candidates(self, word: str) -> Iterator[_Pattern]:
        yield from self._anywhere
        yield from self._exact.get(word, ())
        for length in self._lengths:
            if length <= len(word):
                yield from self._prefixes.get(word[:length], ())


def patterns_of(lexicons: Iterable[Lexicon], parts: Sequence[str]) -> Patterns:
    """The named parts of each lexicon as one set; `claims` gives its kinds, others their name."""
    lexicons = list(lexicons)
    made = Patterns({each.code: day_words(each) for each in lexicons})
    for lexicon in lexicons:
        for part in parts:
            value = getattr(lexicon, part)
            kinds = value if part == "claims" else {part: value or ""}
            for kind, patterns in kinds.items():
                made.add(lexicon.code, kind, patterns)
    return made


def day_words(lexicon: Lexicon) -> frozenset[str]:
    """The language's words for days, weekdays and relative ones."""
    return frozenset(folding.plain(lexicon.days).replace("/", " ").split())


def _compiled(written: str, language: str, kind: str) -> _Pattern:
    with_accents = written.startswith("=")
    fold = folding.accented if with_accents else folding.plain
    parts = fold(written.lstrip("=")).split()
    elements = tuple(_element(part) for part in parts if part not in "^$")
    return _Pattern(elements, with_accents, "^" in parts, "$" in parts, kind, language)


def _element(written: str) -> _Element:
    if written == "..":
        return _Element(gap=True)
    if written == "<num>":
        return _Element(number=True)
    optional = written.endswith("?")
    alternatives = written.rstrip("?").split("|")
    return _Element(
        exact=frozenset(word for word in alternatives if not word.endswith("*") and word != "<day>"),
        prefixes=tuple(word[:-1] for word in alternatives if word.endswith("*")),
        optional=optional,
        day="<day>" in alternatives,
    )


def _fit(
    elements: Sequence[_Element],
    spoken: Sequence[str],
    breaks: Sequence[int],
    at: int,
    days: frozenset[str],
) -> int | None:
    """Where the pattern ends when it begins at `at`, or None."""
    if not elements:
        return at
    element, rest = elements[0], elements[1:]
    if element.gap:
        for skipped in range(GAP + 1):
            if any(step == 2 for step in breaks[at : at + skipped + 1]):
                return None
            end = _fit(rest, spoken, breaks, at + skipped, days)
            if end is not None:
                return end
        return None
    if at < len(spoken) and element.fits(spoken[at], days):
        end = _fit(rest, spoken, breaks, at + 1, days)
        if end is not None:
            return end
    return _fit(rest, spoken, breaks, at, days) if element.optional else None
