"""One reading of one message: who, where to reach them, how much, when, and what they want.

Pure and deterministic: no I/O, no model, no clock. Whatever the text, a Reading comes back.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from core.values import zone_named
from understanding.companies import find_companies
from understanding.emails import find_emails
from understanding.findings import Company, Email, Intent, Money, Name, Phone, Span, Time, written
from understanding.intents import find_intents
from understanding.language import guess_language
from understanding.money import find_money
from understanding.names import find_names
from understanding.phones import find_phones
from understanding.times.finding import find_times

__all__ = [
    "Company",
    "Email",
    "Intent",
    "Money",
    "Name",
    "Phone",
    "Reading",
    "Span",
    "Time",
    "read",
    "written",
]


@dataclass(frozen=True)
class Reading:
    """All that was found, each kind in the order of the text; intents best first.

    `now` is the reader's present in the zone the text was read in.
    """

    text: str
    now: datetime | None = None
    language: str | None = None
    emails: tuple[Email, ...] = ()
    phones: tuple[Phone, ...] = ()
    names: tuple[Name, ...] = ()
    companies: tuple[Company, ...] = ()
    money: tuple[Money, ...] = ()
    times: tuple[Time, ...] = ()
    intents: tuple[Intent, ...] = ()

    def best_intent(self, at_least: float = 0.5) -> str | None:
        """The name of the likeliest intent, if it is likely enough."""
        if self.intents and self.intents[0].confidence >= at_least:
            return self.intents[0].name
        return None


def read(
    text: str,
    *,
    now: datetime,
    timezone: str,
    locale: str | None = None,
    question: str | None = None,
    context: str | None = None,
    intents: bool = True,
) -> Reading:
    """Reads `text` as said at `now` by someone in `timezone`; `question` is what was asked before,
    `context` what was said before that, which a correction or "same time" may be about. Without
    `intents` it looks for none.

    Raises InvalidInput when `timezone` is no IANA name, ValueError when `now` is naive.
    """
    language = guess_language(text, locale)
    emails = find_emails(text, question, context)
    taken = [found.span for found in emails]
    phones = find_phones(text, timezone, locale, question, taken)
    taken += [found.span for found in phones]
    money = find_money(text, locale, timezone, question, taken)
    taken += [found.span for found in money]
    times = find_times(text, now, timezone, locale, question, taken, language, context)
    names = find_names(text, question, taken, [found.span for found in times])
    companies = find_companies(text, question, emails, names)
    return Reading(
        text=text,
        now=now.astimezone(zone_named(timezone)),
        language=language,
        emails=tuple(emails),
        phones=tuple(phones),
        names=tuple(names),
        companies=tuple(companies),
        money=tuple(money),
        times=tuple(times),
        intents=tuple(find_intents(text, question, language)) if intents else (),
    )
