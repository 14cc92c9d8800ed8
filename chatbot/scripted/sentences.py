"""Sentences: taking a text apart and knowing how many there are."""

from __future__ import annotations

import re

# A full stop ends a sentence when white space and something other than a lower-case letter
# follow, and no abbreviation, initial or ordinal number stands before it.
_END = re.compile(r"([.!?…؟۔。！？]+[\"”»’')\]]*)(\s+|$)")
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|approx|incl|excl|no|nr|vs|mr|mrs|ms|dr|prof|st|str|ca|bzw|z\.b|d\.h|"
    r"inkl|usw|env|p\.ex|ej|aprox|sr|sra|a\.m|p\.m|u\.a)|\b[a-z]|\b\d{1,2})$",
    re.IGNORECASE,
)
_CERTAIN = "!?…؟۔。！？"


def sentences(text: str) -> list[str]:
    """The sentences of `text`, each with its closing mark, in order."""
    found: list[str] = []
    start = 0
    for match in _END.finditer(text):
        before = text[max(start, match.start() - 12) : match.start()]
        following = text[match.end() : match.end() + 1]
        if match.group(1)[0] not in _CERTAIN and _goes_on(before, following):
            continue
        found.append(text[start : match.end(1)].strip())
        start = match.end()
    rest = text[start:].strip()
    return [*found, rest] if rest else found


def _goes_on(before: str, following: str) -> bool:
    return bool(following) and (following.islower() or bool(_ABBREVIATION.search(before)))
