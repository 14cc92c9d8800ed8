"""Phone numbers: phonenumbers' matcher, with the region from the locale or the zone."""

from __future__ import annotations

import re
from collections.abc import Sequence

import phonenumbers

from understanding.findings import Phone, Span
from understanding.regions import region_of

_CORRECTION = re.compile(r"\b(?:sorry|oops|wrong|correction|mistake|typo|i mean|rather)", re.IGNORECASE)
_INTERNATIONAL = re.compile(r"(?<![\d+])00(?=[1-9])")


def find_phones(
    text: str,
    timezone: str,
    locale: str | None,
    question: str | None = None,
    taken: Sequence[Span] = (),
) -> list[Phone]:
    """Every valid number in the text that is in none of the `taken` spans."""
    region = region_of(locale, timezone)
    shown = _INTERNATIONAL.sub(" +", text)
    found = []
    for match in phonenumbers.PhoneNumberMatcher(shown, region, leniency=phonenumbers.Leniency.VALID):
        span = (match.start, match.end)
        if any(span[0] < end and start < span[1] for start, end in taken):
            continue
        value = phonenumbers.format_number(match.number, phonenumbers.PhoneNumberFormat.E164)
        before = text[max(0, span[0] - 60) : span[0]]
        found.append(
            Phone(value, span, 0.95, "phone.matcher", bool(_CORRECTION.search(before)), match.number.extension)
        )
    return found
