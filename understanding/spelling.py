"""Words spelled letter by letter: "j-o-h-n", "J O H N", "J as in Juliet"."""

from __future__ import annotations

import re

_LETTER = r"[^\W_](?:\s(?:as in|like in|like|for|wie in|wie|comme)\s[^\W\d_]{2,20}(?![\w@]))?"  # J as in Juliet
SPELLED = re.compile(
    rf"(?<![\w@.+'’-]){_LETTER}(?:(?:[-.]|[ ,]{{1,2}}){_LETTER}){{1,40}}(?![\w@'’-])",
    re.IGNORECASE,
)
_SINGLE = re.compile(r"(?<![^\W_])[^\W_](?![^\W_])")
_FEWEST = 3


def joined(match: re.Match[str]) -> str | None:
    """The word that a match of SPELLED spells, in lower case; None when it is too short for one."""
    letters = _SINGLE.findall(match.group())
    return "".join(letters).lower() if len(letters) >= _FEWEST else None


def spelled_word(text: str) -> tuple[str, tuple[int, int]] | None:
    """The first word that the text spells out, and where."""
    for match in SPELLED.finditer(text):
        word = joined(match)
        if word:
            return word, match.span()
    return None
