"""How a language's words for times are stored and found.

An entry is `kind -> {value: "phrase|phrase"}`, or `kind -> "phrase|phrase"` where the kind says
it all. Phrases are tokenized as texts are, so that accents and apostrophes need no thought.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from understanding.tokens import Token, tokenize, word_set

Entries = Mapping[str, "Mapping[Any, str] | str"]
Found = tuple[Any, int]

_LONG_ENOUGH_TO_MISSPELL = 6
_MOST_SKIPPED = 3  # a bound, so that a text of nothing but such words is read in linear time
_MISSPELT_KINDS = frozenset({"weekday", "month", "relative", "part"})
# Words of their own that are one letter away from one of ours.
_NOT_MISSPELT = word_set(
    """
    mourning warning evenings adventure sundae octave matin marten manana apres after mondays
    fridays sundays monde mardi montag montags soiree mornings augusta auguste someday noonday
    midday payday mayday holiday heyday weekday workday birthday everyday member decembre
    septembre novembre octobre agosto augusto sunlay monastery
    """
)


@dataclass(frozen=True)
class Lexicon:
    """The words of one language. `clock24`: hours from seven on need no am or pm.
    `everyday`: names of months that are other words too."""

    language: str
    clock24: bool
    everyday: frozenset[str]
    index: Mapping[str, tuple[tuple[str, tuple[str, ...], Any], ...]] = field(repr=False)
    misspelt: Mapping[str, str] = field(repr=False)


def lexicon(language: str, *entries: Entries, clock24: bool = False, everyday: str = "") -> Lexicon:
    """Builds the lexicon; the entries given first win."""
    index: dict[str, list[tuple[str, tuple[str, ...], Any]]] = {}
    for kind, phrase, value in (item for one in entries for item in _items(one)):
        index.setdefault(phrase[0], []).append((kind, phrase, value))
    ordered = {
        first: tuple(sorted(found, key=lambda item: -len(item[1])))
        for first, found in index.items()
    }
    return Lexicon(language, clock24, frozenset(everyday.split()), ordered, _misspellings(ordered))


def _items(entries: Entries) -> list[tuple[str, tuple[str, ...], Any]]:
    items = []
    for kind, content in entries.items():
        pairs = [(True, content)] if isinstance(content, str) else list(content.items())
        for value, phrases in pairs:
            for phrase in phrases.split("|"):
                words = tuple(token.text for token in tokenize(phrase))
                if words:
                    items.append((kind, words, value))
    return items


def _misspellings(
    index: Mapping[str, tuple[tuple[str, tuple[str, ...], Any], ...]],
) -> dict[str, str]:
    """Our words as they are and with any one letter left out, to the word meant."""
    found: dict[str, str] = {}
    for first, items in index.items():
        single = any(kind in _MISSPELT_KINDS and len(phrase) == 1 for kind, phrase, _ in items)
        if single and len(first) >= _LONG_ENOUGH_TO_MISSPELL and first.isascii():
            found[first] = first
            for shorter in _without_one(first):
                found.setdefault(shorter, first)
    return found


def _without_one(word: str) -> list[str]:
    return [word[:i] + word[i + 1 :] for i in range(len(word))]


_NONE: Mapping[str, Found] = {}


class Line:
    """A tokenized text with a lexicon to look its words up in."""

    def __init__(self, text: str, tokens: list[Token], words: Lexicon) -> None:
        self.text = text
        self.tokens = tokens
        self.lexicon = words
        self._words = [self._spelled(token) for token in tokens]
        self._terms = [self._beginning(i) for i in range(len(tokens))]
        self.days_known: dict[Any, Any] = {}  # what day rules found, by place and context

    def __len__(self) -> int:
        return len(self.tokens)

    def word(self, i: int) -> str:
        """The folded, spell-corrected token, or "" beyond the ends."""
        return self._words[i] if 0 <= i < len(self._words) else ""

    def digits(self, i: int) -> str:
        """The token if it is a number, else ""."""
        return self.word(i) if 0 <= i < len(self.tokens) and self.tokens[i].is_number else ""

    def glued(self, i: int) -> bool:
        """Whether token `i` follows the one before without a space."""
        return 0 < i < len(self.tokens) and self.tokens[i].start == self.tokens[i - 1].end

    def raw(self, i: int) -> str:
        """The token as it was written."""
        if not 0 <= i < len(self.tokens):
            return ""
        return self.text[self.tokens[i].start : self.tokens[i].end]

    def term(self, i: int, kind: str) -> Found | None:
        """The value of the longest phrase of that kind that begins at `i`, and where it ends."""
        return self._terms[i].get(kind) if 0 <= i < len(self._terms) else None

    def terms(self, i: int) -> Mapping[str, Found]:
        """All that begins at `i`: the longest phrase of each kind."""
        return self._terms[i] if 0 <= i < len(self._terms) else _NONE

    def _beginning(self, i: int) -> Mapping[str, Found]:
        entries = self.lexicon.index.get(self._words[i])
        if entries is None:
            return _NONE
        known: dict[str, Found] = {}
        for kind, phrase, value in entries:
            if kind not in known and self._is_at(i, phrase):
                known[kind] = (value, i + len(phrase))
        return known

    def skip(self, i: int, *kinds: str) -> int:
        """Where the next token is that is none of these kinds; a few are skipped at most."""
        for _ in range(_MOST_SKIPPED):
            ends = [found[1] for kind in kinds if (found := self.term(i, kind))]
            if not ends:
                return i
            i = max(ends)
        return i

    def ends_before(self, i: int, kind: str) -> bool:
        """Whether a phrase of that kind ends right before `i`."""
        return any(
            (found := self.term(i - length, kind)) is not None and found[1] == i
            for length in range(1, 5)
        )

    def _is_at(self, i: int, phrase: tuple[str, ...]) -> bool:
        if len(phrase) == 1:
            return True
        return tuple(self._words[i : i + len(phrase)]) == phrase

    def _spelled(self, token: Token) -> str:
        word = token.text
        if token.is_number or len(word) < _LONG_ENOUGH_TO_MISSPELL - 1 or len(word) > 12:
            return word
        if word in self.lexicon.index or word in _NOT_MISSPELT:
            return word
        return self._nearest(word) or word

    def _nearest(self, word: str) -> str | None:
        """The word of ours that is one letter away: one missing, added, wrong or swapped."""
        misspelt = self.lexicon.misspelt
        if word in misspelt:
            return misspelt[word]
        for shorter in _without_one(word):
            near = misspelt.get(shorter)
            if near == shorter or (near and len(near) == len(word) and _differ_by_one(near, word)):
                return near
        return None


def _differ_by_one(ours: str, theirs: str) -> bool:
    places = [i for i, (a, b) in enumerate(zip(ours, theirs, strict=True)) if a != b]
    if len(places) == 1:
        # A wrong first letter makes another word more often than a slip of the finger.
        return places[0] > 0
    return (
        len(places) == 2
        and places[1] == places[0] + 1
        and (ours[places[0]] == theirs[places[1]] and ours[places[1]] == theirs[places[0]])
    )
