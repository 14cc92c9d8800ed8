"""Persons' names, where the text introduces one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from understanding.findings import Name, Span

_WORD = r"[A-ZÀ-ÖØ-Þ][\w'’-]{1,30}"
_CUED = re.compile(
    rf"\b(?:[Mm]y name is|[Mm]y name's|I am|I'm|[Tt]his is|[Nn]ame:)\s+({_WORD}(?:\s{_WORD}){{0,3}})"
)
_BARE = re.compile(r"\s*([^\W\d_][\w'’-]{1,30}(?:\s[^\W\d_][\w'’-]{1,30}){0,3})\s*[.!]?\s*")


def find_names(text: str, question: str | None, taken: Sequence[Span]) -> list[Name]:
    """Every name the text introduces; a bare one only after a question for it."""
    found = [
        Name(match.group(1), match.span(1), 0.9, "name.introduced") for match in _CUED.finditer(text)
    ]
    if not found and question and re.search(r"\bname\b", question, re.IGNORECASE):
        match = _BARE.fullmatch(text)
        if match:
            value = match.group(1)
            shown = value.title() if value.islower() else value
            found.append(Name(shown, match.span(1), 0.85, "name.asked"))
    return found
