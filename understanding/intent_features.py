"""What of a message the linear model looks at: its words, pairs of them, and pieces of long ones.

Numbers, days and months stand for all of their kind, and words that say the same count as their
kind too. A feature is named by a checksum, so that the weights need no list of words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from zlib import crc32

from understanding.intent_words import ALIKE, CONTRACTED, STANDS_FOR

_WORDS_AT_MOST = 48
_LETTERS_AT_MOST = 24
_PIECE = 4  # letters of a piece of a word; catches endings and misspellings
_WORD = re.compile(r"[^\W_]+(?:['-][^\W\d_]+)*")
_LENGTHS = ((2, "1"), (3, "2"), (5, "4"), (9, "8"), (17, "16"))


def features(said: str, hints: Iterable[str] = ()) -> list[int]:
    """The checksums of a prepared message's features, each once; `hints` are features as well."""
    words = [_normal(word) for word in _WORD.findall(said)[:_WORDS_AT_MOST]]
    named = {*words, *hints, _length(len(words))}
    _add_pairs(named, words)
    kinds = [ALIKE.get(word, word) for word in words]
    if kinds != words:
        named.update(kinds)
        _add_pairs(named, kinds)
    for word in words:
        if len(word) >= _PIECE:
            spelt = f"<{word[:_LETTERS_AT_MOST]}>"
            named.update("~" + spelt[at : at + _PIECE] for at in range(len(spelt) - _PIECE + 1))
    return [crc32(name.encode()) for name in sorted(named)]


def _normal(word: str) -> str:
    """Its kind, where only that matters: whatever begins with a digit is a number, and whose
    something is does not matter."""
    if word[0].isdigit():
        return "<number>"
    if word.endswith("'s") and word not in CONTRACTED:
        return "<whose>"
    return STANDS_FOR.get(word, word)


def _add_pairs(named: set[str], words: list[str]) -> None:
    bounded = ["^", *words, "$"]
    named.update(map("{} {}".format, bounded, bounded[1:]))
    named.update(map("{} _ {}".format, bounded, bounded[2:]))


def _length(count: int) -> str:
    return "#" + next((name for below, name in _LENGTHS if count < below), "long")
