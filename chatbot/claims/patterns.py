"""Patterns over the words of a sentence.

A pattern is a few words: `see you <day>`, `i|we have? .. booked`. Words are compared without
accents, unless the pattern begins with `=`.

    word  word*      the word, any word that begins so
    *word            any word that ends so
    !a|!b  *ed|!bed  any word but those; any that ends so, but for that one (or `!*eed`)
    a|b|c            one of them
    a?               it may be missing
    ^ $              only where a clause begins, ends
    ..               up to five words between, without a break in the sentence
    <day> <num>      a weekday or "tomorrow" of the language; a number or clock time
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from chatbot.claims import folding
from chatbot.claims.lexicon import Lexicon

_GAP = 5
_NUMBER = re.compile(r"\d{1,2}(?:h\d{0,2}|am|pm|uhr)?$")
_WORD = re.compile(r"[^\W_]+")
_STRONG = re.compile(r"[;:—–…()\[\]\"“”„«»|\n•→=]|\s-+\s|\.\.|[.!?]\s|[^\w\s,.'\"/&%+\-!?]")
_WEAK = re.compile(r"[,،、，]")


@dataclass(frozen=True)
class Words:
    """A sentence's words, and how strongly each is parted from the one before.

    `breaks[i]` is 0 for a space, 1 for a comma, 2 for what parts main clauses.
    """

    plain: tuple[str, ...]
    accented: tuple[str, ...]
    breaks: tuple[int, ...]


@dataclass(frozen=True)
class Found:
    """A pattern that fits the words from `start` up to, not including, `end`."""

    kind: str
    language: str
    start: int
    end: int


@dataclass(frozen=True)
class _Element:
    exact: frozenset[str] = frozenset()
    prefixes: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()
    excluded: frozenset[str] = frozenset()
    not_ending: tuple[str, ...] = ()
    optional: bool = False
    gap: bool = False
    number: bool = False

    def fits(self, word: str) -> bool:
        if word in self.excluded or word.endswith(self.not_ending):
            return False
        if word in self.exact or self.is_any_other:
            return True
        if self.prefixes and word.startswith(self.prefixes):
            return True
        if self.suffixes and word.endswith(self.suffixes):
            return True
        return self.number and _NUMBER.match(word) is not None

    @property
    def is_any_other(self) -> bool:
        """Only what it may not be is said."""
        return bool(self.excluded) and not (self.exact or self.prefixes or self.suffixes)

    @property
    def is_open(self) -> bool:
        """Whether the words that fit cannot be listed by how they begin."""
        return self.number or bool(self.suffixes) or self.is_any_other

    def weight(self) -> float:
        """How rare a word that fits may be expected to be: long words are, numbers are not."""
        listed = self.exact or self.prefixes
        if self.gap or self.optional or self.is_open or not listed:
            return 0
        shortest = min(map(len, (*self.exact, *self.prefixes)))
        return shortest - len(self.prefixes) / 100


@dataclass(frozen=True)
class _Pattern:
    elements: tuple[_Element, ...]
    with_accents: bool
    opens: bool
    closes: bool
    kind: str
    language: str


@lru_cache(maxsize=256)
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
    return Words(plain, accented, tuple(breaks[: len(plain)]))


def _break(between: str) -> int:
    if between in (" ", "'", "-"):
        return 0
    if _STRONG.search(between):
        return 2
    return 1 if _WEAK.search(between) else 0


class Patterns:
    """The patterns of several languages and kinds, found by the rarest of their words."""

    def __init__(self, lexicons: Iterable[Lexicon], parts: Sequence[str]) -> None:
        """Takes the named parts of each lexicon; a table gives its kinds, a text its name."""
        self._exact: dict[str, list[_Pattern]] = defaultdict(list)
        self._prefixes: dict[str, list[_Pattern]] = defaultdict(list)
        self._always: list[_Pattern] = []
        for lexicon in lexicons:
            for part in parts:
                value = getattr(lexicon, part)
                kinds = {part: value} if isinstance(value, str) else value
                for kind, written in kinds.items():
                    self._add(lexicon, kind, written)
        self._lengths = sorted({len(prefix) for prefix in self._prefixes})

    def find(self, words: Words, spoken_in: Collection[str] | None = None) -> list[Found]:
        """Every fit, pattern by pattern; those without a word of their own only in the languages
        `spoken_in`, where given."""
        found = []
        for pattern in self._candidates(words, spoken_in):
            spoken = words.accented if pattern.with_accents else words.plain
            for at in _starts(pattern.elements[0], spoken):
                end = _end(pattern, spoken, words.breaks, at)
                if end is not None:
                    found.append(Found(pattern.kind, pattern.language, at, end))
        return found

    def _add(self, lexicon: Lexicon, kind: str, written: str) -> None:
        days = lexicon.day_words()
        for part in written.split(","):
            if part.strip():
                self._index(_compiled(part.strip(), lexicon.code, kind, days))

    def _index(self, pattern: _Pattern) -> None:
        rarest = max(pattern.elements, key=_Element.weight)
        if rarest.weight() <= 0:
            self._always.append(pattern)
            return
        for word in rarest.exact:
            self._exact[folding.plain(word)].append(pattern)
        for prefix in rarest.prefixes:
            self._prefixes[folding.plain(prefix)].append(pattern)

    def _candidates(self, words: Words, spoken_in: Collection[str] | None) -> Iterable[_Pattern]:
        """The patterns whose rarest word is there, each once."""
        met: dict[int, _Pattern] = {
            id(pattern): pattern
            for pattern in self._always
            if spoken_in is None or pattern.language in spoken_in
        }
        for word in set(words.plain):
            for pattern in self._met_by(word):
                met[id(pattern)] = pattern
        return met.values()

    def _met_by(self, word: str) -> Iterator[_Pattern]:
        yield from self._exact.get(word, ())
        for length in self._lengths:
            if length > len(word):
                return
            yield from self._prefixes.get(word[:length], ())


def _compiled(written: str, language: str, kind: str, days: Sequence[str]) -> _Pattern:
    with_accents = written.startswith("=")
    fold = folding.accented if with_accents else folding.plain
    parts = fold(written.lstrip("=")).split()
    elements = tuple(_element(part, days) for part in parts if part not in ("^", "$"))
    return _Pattern(elements, with_accents, "^" in parts, "$" in parts, kind, language)


def _element(written: str, days: Sequence[str]) -> _Element:
    if written == "..":
        return _Element(gap=True)
    alternatives = written.rstrip("?").split("|")
    if "<day>" in alternatives:
        alternatives += days
    plain = [word for word in alternatives if word[0] not in "!*" and word[-1] not in "*>"]
    return _Element(
        exact=frozenset(plain),
        prefixes=tuple(word[:-1] for word in alternatives if word.endswith("*")),
        suffixes=tuple(word[1:] for word in alternatives if word.startswith("*")),
        excluded=frozenset(word[1:] for word in alternatives if re.match(r"![^*]", word)),
        not_ending=tuple(word[2:] for word in alternatives if word.startswith("!*")),
        optional=written.endswith("?"),
        number="<num>" in alternatives,
    )


def _starts(first: _Element, spoken: Sequence[str]) -> list[int]:
    """The places of the words that the first element of a pattern fits."""
    if first.prefixes or first.is_open:
        return [at for at, word in enumerate(spoken) if first.fits(word)]
    exact = first.exact
    return [at for at, word in enumerate(spoken) if word in exact]


def _end(pattern: _Pattern, spoken: Sequence[str], breaks: Sequence[int], at: int) -> int | None:
    """Where the pattern ends when it begins at `at`, or None."""
    if pattern.opens and not breaks[at]:
        return None
    end = _fit(pattern.elements, spoken, breaks, at)
    if pattern.closes and end is not None and end < len(spoken) and not breaks[end]:
        return None
    return end


def _fit(
    elements: Sequence[_Element], spoken: Sequence[str], breaks: Sequence[int], at: int
) -> int | None:
    if not elements:
        return at
    element, rest = elements[0], elements[1:]
    if element.gap:
        return _fit_after_gap(rest, spoken, breaks, at)
    if at < len(spoken) and element.fits(spoken[at]):
        end = _fit(rest, spoken, breaks, at + 1)
        if end is not None:
            return end
    return _fit(rest, spoken, breaks, at) if element.optional else None


def _fit_after_gap(
    elements: Sequence[_Element], spoken: Sequence[str], breaks: Sequence[int], at: int
) -> int | None:
    for skipped in range(_GAP + 1):
        if skipped and any(breaks[at + skipped - 1 : at + skipped + 1]):
            return None
        end = _fit(elements, spoken, breaks, at + skipped)
        if end is not None:
            return end
    return None
