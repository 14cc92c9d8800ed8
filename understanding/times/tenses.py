"""Whether a message tells of what has been, so that "on Monday" is the Monday past."""

from __future__ import annotations

import re

_TOLD = re.compile(
    r"\b(?:i|we|you|he|she|they) (?:\w+ )?(?:called|emailed|e-mailed|wrote|met|spoke|talked|sent"
    r"|visited|came|attended|paid|saw)\b|\bdid (?:you|we|i|he|she|they)\b|\bhappened\b"
    r"|\b(?:was|were) (?:there|here|in|at|on|closed|sick|ill|away|down|supposed)\b"
    r"|\bhaben? (?:ich|wir|sie)\b.*\b(?:gesprochen|telefoniert|getroffen|geschrieben)\b",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:will|would|can|could|shall|may|let'?s|want|need|like|book|move|reschedule|change|instead"
    r"|again|tomorrow|next|please|free|available|until|möchte|können|kann)\b",
    re.IGNORECASE,
)


def tells_of_the_past(text: str) -> bool:
    """Only when something says so, and nothing that a wish would say."""
    return _TOLD.search(text) is not None and _AHEAD.search(text) is None
