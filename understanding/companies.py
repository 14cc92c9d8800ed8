"""Companies' names, where the text says where someone works."""

from __future__ import annotations

import re
from collections.abc import Sequence

from understanding.findings import Company, Email, Name

_WORD = r"[A-Z][\w&'.-]{0,30}"
_CUED = re.compile(rf"\b(?:from|at|with|for|of|company is|company:)\s+({_WORD}(?:\s{_WORD}){{0,4}})")


def find_companies(
    text: str, question: str | None, emails: Sequence[Email], names: Sequence[Name]
) -> list[Company]:
    """The companies named as the writer's own."""
    found = []
    for name in names:
        match = _CUED.search(text, name.span[1], name.span[1] + 80)
        if match and match.start() - name.span[1] < 10:
            found.append(Company(match.group(1), match.span(1), 0.8, "company.cued"))
    return found
