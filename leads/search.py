"""The words by which a lead is found, and those that someone typed to find it.

Both go through the same folding, and only letters and digits are left of either: whatever is
typed into the search box, no operator of a query language is in it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

from leads.wording import folded_words

MAX_WORD = 40
MAX_QUERY_WORDS = 8
MAX_NOTE_WORDS = 2000
MIN_PIECE = 3
# Scripts that are written without spaces: each sign is a word of its own.
_UNSPACED = ("CJK ", "HIRAGANA", "KATAKANA", "HANGUL SYLLABLE", "THAI ")


def search_text(row: Mapping[str, Any], notes: Iterable[str]) -> str:
    """The lead's words, each once. A search word finds those that begin with it; of a number and
    of what stands before the @ the endings are words too, so that any part of them is found."""
    words: dict[str, None] = {}
    for field in ("name", "company", "need", "budget", "timeline"):
        words.update(dict.fromkeys(_words(row.get(field) or "")))
    local, _, domain = (row.get("email") or "").partition("@")
    for word in _words(local):
        words.update(dict.fromkeys(_endings(word)))
    words.update(dict.fromkeys(_words(domain)))
    words.update(dict.fromkeys(_endings(_digits(row.get("phone") or ""))))
    of_notes = [word for note in notes for word in _words(note)][-MAX_NOTE_WORDS:]
    words.update(dict.fromkeys(of_notes))
    return " ".join(words)


def query_words(typed: str) -> list[str]:
    """What to look for: every one of these has to begin some word of the lead."""
    if _is_number(typed):
        return [_digits(typed)[:MAX_WORD]]
    return list(dict.fromkeys(_words(typed[:400])))[:MAX_QUERY_WORDS]


def fts5_query(words: Iterable[str]) -> str:
    """A single sign is looked for as a word of its own: it begins too many others."""
    return " AND ".join(f'"{word}"*' if len(word) > 1 else f'"{word}"' for word in words)


def tsquery(words: Iterable[str]) -> str:
    return " & ".join(f"'{word}':*" if len(word) > 1 else f"'{word}'" for word in words)


def _words(text: str) -> list[str]:
    return [word[:MAX_WORD] for part in folded_words(text) for word in _split(part)]


def _split(word: str) -> list[str]:
    """The word itself; the signs of a script without spaces one by one."""
    if word.isascii() or not any(_is_unspaced(sign) for sign in word):
        return [word]
    spaced = "".join(f" {sign} " if _is_unspaced(sign) else sign for sign in word)
    return spaced.split()


def _is_unspaced(sign: str) -> bool:
    return not sign.isascii() and unicodedata.name(sign, "").startswith(_UNSPACED)


def _endings(word: str) -> list[str]:
    """The word and its endings of at least MIN_PIECE signs."""
    word = word[:MAX_WORD]
    return [word, *(word[start:] for start in range(1, len(word) - MIN_PIECE + 1))] if word else []


def _digits(text: str) -> str:
    return "".join(str(unicodedata.digit(sign)) for sign in text if sign.isdigit())


def _is_number(typed: str) -> bool:
    """Whether a phone number, or a part of one, was typed: digits and the signs around them."""
    typed = typed.strip()
    return len(_digits(typed)) >= MIN_PIECE and all(
        sign.isdigit() or sign in " +-/().\t" for sign in typed
    )
