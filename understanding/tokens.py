"""A text as words, numbers and marks, folded so that spelling variants meet.

Folding lowers, drops accents and vowel signs, and writes every digit as ASCII; a token keeps its
place in the text as it was given.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_MARKS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u200c\u200d"
_TOKEN = re.compile(rf"\d+|[^\W\d_](?:[^\W\d_]|[{_MARKS}])*|\S")
# One letter for each Arabic-script letter that keyboards of different languages write differently.
_SAME_LETTER = str.maketrans(
    {"ي": "ی", "ى": "ی", "ئ": "ی", "ك": "ک", "ه": "ہ", "ة": "ہ", "ۂ": "ہ", "أ": "ا", "إ": "ا"}
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number or a single mark; `text` is folded."""

    text: str
    start: int
    end: int
    is_number: bool


def fold(text: str) -> str:
    """Lower case without accents, vowel signs and zero-width joiners."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(c for c in plain if not unicodedata.combining(c) and c not in "\u200c\u200d")
    return kept.translate(_SAME_LETTER)


def word_set(words: str) -> frozenset[str]:
    """The words of a text with spaces between, for lists that are easier to read that way."""
    return frozenset(words.split())


def tokenize(text: str) -> list[Token]:
    """The tokens of a text in order."""
    return [_token(match) for match in _TOKEN.finditer(text)]


def _token(match: re.Match[str]) -> Token:
    raw = match.group()
    is_number = raw[0].isdecimal()
    if is_number:
        raw = raw if raw.isascii() else "".join(str(unicodedata.decimal(c)) for c in raw)
    return Token(raw if is_number else fold(raw), match.start(), match.end(), is_number)
