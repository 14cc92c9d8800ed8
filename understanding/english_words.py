"""Whether a word is an everyday English one, as against a name that we do not know."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from understanding.name_words import NO_NAMES

_ENDINGS = ("s", "es", "ed", "d", "ing", "ly", "er", "r", "est", "ness", "ment")
_SHORTEST_BASE = 4


def is_english_word(word: str) -> bool:
    """In the list, or made of a word of the list by an ordinary ending."""
    words = _words()
    low = word.lower()
    return low in words or any(base in words for base in _bases(low))


def _bases(word: str) -> Iterator[str]:
    if word.endswith(("ies", "ied", "ily")):
        yield word[:-3] + "y"
    for ending in _ENDINGS:
        base = word.removesuffix(ending)
        if base is word or len(base) < _SHORTEST_BASE:
            continue
        yield base
        if ending in ("ing", "ed", "er", "est"):
            yield base + "e"
            if base[-1] == base[-2]:
                yield base[:-1]


@cache
def _words() -> frozenset[str]:
    """Of SCOWL (see NOTICE), without first names and without what the endings make."""
    path = Path(__file__).with_name("english_words.txt")
    return NO_NAMES.union(path.read_text(encoding="utf-8").split())
