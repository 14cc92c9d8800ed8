"""From words to facts: what a message says of its writer, and what of a claim it supports.

A fact quotes the visitor: `text[span]` is `quote`, always. What a model says of the visitor is a
claim; it becomes a fact only when its words stand in one of the visitor's own messages, as they
are but for case, accents, spacing and the punctuation of a number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Protocol

from leads.budget import budget_certainty, budget_text
from leads.model import FORM, MAX_LENGTH, MODEL, TEXT, Fact, VisitorMessage
from leads.needs import find_needs, find_timelines
from leads.wording import Folded, folded_words
from understanding.reading import Money, Phone, Reading, Span


class Read(Protocol):
    """Reads a text, given what was said before it."""

    def __call__(self, text: str, context: str | None = None) -> Reading: ...


class _Found(Protocol):
    @property
    def span(self) -> Span: ...


# Below it a finding is a guess (a company's name from a mail address), and no fact.
PLAUSIBLE = 0.5

INVALID_EMAIL = "invalid_email"
INVALID_PHONE = "invalid_phone"

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b\u2028\u2029\ud800-\udfff]+")
_ADDRESS_LIKE = re.compile(r"[^\s@<>()\[\],;:\"]{1,64}@[^\s@<>()\[\],;:\"]{0,255}")
_NUMBER_LIKE = re.compile(r"(?<![\w.,])\+?\(?\d(?:[\d ()/.\-]{5,24})\d(?!\w)")
_NUMBER_CUE = re.compile(
    r"\b(?:call|phone|tel|mobile|cell|whatsapp|number|reach me|telefon|handy|nummer|anrufen|"
    r"téléphone|numéro|appelez|teléfono|número|llám\w+)\b",
    re.IGNORECASE,
)
_PLAIN_NAME = re.compile(r"[^\W\d_][^\d_<>{}\[\]|\\/@:;=+*#%^~\"()!?$&]*")
_NO_NAMES = "i me you we he she they it hi hello hey yes no ok okay thanks user visitor"
_DAY_GRAINS = ("day", "week", "month", "year", "quarter", "season", "weekend")
_MOST_MESSAGES = 40
_LONGEST_CORRECTION = 200  # characters


def facts_in(
    reading: Reading,
    text: str,
    *,
    question: str | None = None,
    message_id: str | None = None,
) -> tuple[Fact, ...]:
    """What the message says of its writer, in the order of the text."""
    budgets = [
        (money, certainty)
        for money in reading.money
        if (certainty := budget_certainty(text, money, question)) is not None
    ]
    addresses = _spans(reading.emails, reading.phones, reading.names)
    taken = [*addresses, *(money.span for money, _ in budgets)]
    days = [(t.span, t.relation == "before") for t in reading.times if t.grain in _DAY_GRAINS]
    timelines = find_timelines(text, days, addresses, question)
    needs = find_needs(text, [*taken, *(quoted.span for quoted in timelines)], question)

    def fact(field: str, value: str, span: Span, confidence: float, corrects: bool = False) -> Fact:
        span = _without_blanks(text, span)
        quote = text[slice(*span)]
        value = shortened(field, value)
        return Fact(
            field, value, quote, span, TEXT, confidence, corrects=corrects, message_id=message_id
        )

    found = [
        *(fact("email", e.value, e.span, e.confidence, e.corrects) for e in reading.emails),
        *(fact("phone", phone_text(p), p.span, p.confidence, p.corrects) for p in reading.phones),
        *(fact("name", n.value, n.span, n.confidence, n.corrects) for n in reading.names),
        *(fact("company", c.value, c.span, c.confidence, c.corrects) for c in reading.companies),
        *(fact("budget", budget_text(m), m.span, certainty) for m, certainty in budgets),
        *(fact("need", text[slice(*q.span)], q.span, q.confidence) for q in needs),
        *(fact("timeline", text[slice(*q.span)], q.span, q.confidence) for q in timelines),
    ]
    kept = (item for item in found if item.value and item.confidence >= PLAUSIBLE)
    return tuple(sorted(kept, key=lambda item: item.span))


def unreadable_in(reading: Reading, text: str) -> str | None:
    """Why something that looks like an address or a number was not taken for one."""
    spans = _spans(reading.emails, reading.phones, reading.money, reading.times)
    if any(_is_apart(match.span(), spans) for match in _ADDRESS_LIKE.finditer(text)):
        return INVALID_EMAIL
    if _NUMBER_CUE.search(text) and any(
        _is_apart(match.span(), spans) for match in _NUMBER_LIKE.finditer(text)
    ):
        return INVALID_PHONE
    return None


def supported(
    field: str, value: str, visitor_messages: Sequence[VisitorMessage], read: Read
) -> Fact | None:
    """The fact behind a model's claim, from the newest message that holds its words; or None."""
    for place in reversed(range(len(visitor_messages))[-_MOST_MESSAGES:]):
        message = visitor_messages[place]
        before = "\n".join(earlier.text for earlier in visitor_messages[:place])
        quoted = _quoted(field, value, message.text, read, before)
        if quoted is not None:
            shown, span = quoted
            return Fact(
                field,
                shortened(field, shown),
                message.text[slice(*span)],
                span,
                MODEL,
                0.6,
                message_id=message.id,
            )
    return None


def form_fact(field: str, value: str, read: Read, *, verified: bool) -> Fact | None:
    """What was typed into a form's field, checked as in a message; None if it is no such thing."""
    typed = cleaned(value)
    shown = normal_value(field, typed, read)
    if not shown or len(shown) > MAX_LENGTH[field]:
        return None
    vouched = verified and field in ("email", "phone")
    return Fact(field, shown, typed, (0, len(typed)), FORM, 1.0, verified=vouched)


def normal_value(field: str, typed: str, read: Read) -> str | None:
    """The value as a lead has it, if `typed` is one and nothing else."""
    if field == "email":
        emails = [e.value for e in read(typed).emails if _is_all_of(typed, e.span)]
        return emails[0] if emails else None
    if field == "phone":
        phones = [phone_text(p) for p in read(typed).phones if _is_all_of(typed, p.span)]
        return phones[0] if phones else None
    if field == "budget":
        money = read(typed).money
        return budget_text(money[0]) if len(money) == 1 else typed
    if field == "name":
        return typed if any(sign.isalpha() for sign in typed) else None
    return typed


def phone_text(phone: Phone) -> str:
    return f"{phone.value} ext. {phone.extension}" if phone.extension else phone.value


def cleaned(text: str) -> str:
    """One line without control characters."""
    return " ".join(_CONTROLS.sub(" ", text).split())


def shortened(field: str, value: str) -> str:
    return cleaned(value)[: MAX_LENGTH[field]].strip()


def _quoted(field: str, value: str, text: str, read: Read, before: str) -> tuple[str, Span] | None:
    """The value as it is to be stored, and where the text says it."""
    if field == "email":
        return _quoted_email(value, text, read, before)
    if field == "phone":
        return _quoted_phone(value, text, read)
    if field == "budget":
        return _quoted_budget(value, text, read)
    words = " ".join(folded_words(value))
    if len(words) < 2 or not any(sign.isalpha() for sign in words):
        return None
    span = Folded.of(text).find(words)
    if span is None:
        return None
    if field in ("name", "company"):
        shown = _spelled(field, value, text[slice(*span)])
        return (shown, span) if shown else None
    return text[slice(*span)], span


def _quoted_email(value: str, text: str, read: Read, before: str) -> tuple[str, Span] | None:
    wanted = {e.value.casefold() for e in read(value).emails}
    said = "@" in text or _could_be_spoken(text)
    mended = len(text) <= _LONGEST_CORRECTION and "@" in before
    if len(wanted) != 1 or not (said or mended):
        return None
    for email in read(text, before).emails:
        if email.value.casefold() in wanted:
            return email.value, email.span
    return None


def _quoted_phone(value: str, text: str, read: Read) -> tuple[str, Span] | None:
    claimed = "".join(sign for sign in value if sign.isdigit()).lstrip("0")
    if len(claimed) < 6 or sum(sign.isdigit() for sign in text) < 6:
        return None
    for phone in read(text).phones:
        number = "".join(sign for sign in phone.value if sign.isdigit())
        # One of the two may lack the country code.
        if number == claimed or (number.endswith(claimed) and len(number) - len(claimed) <= 3):
            return phone_text(phone), phone.span
    return None


def _quoted_budget(value: str, text: str, read: Read) -> tuple[str, Span] | None:
    claimed = read(value).money
    amounts = [_amounts(money) for money in claimed] or [_bare_amounts(value)]
    for money in read(text).money:
        mentioned = _amounts(money)
        same_currency = not claimed or claimed[0].currency in (None, money.currency)
        if mentioned and mentioned in amounts and same_currency:
            return budget_text(money), money.span
    return None


def _amounts(money: Money) -> frozenset[float]:
    return frozenset(float(a) for a in (money.amount_min, money.amount_max) if a is not None)


def _bare_amounts(value: str) -> frozenset[float]:
    return frozenset(float(digits) for digits in re.findall(r"\d{1,12}", value.replace(",", "")))


def _could_be_spoken(text: str) -> bool:
    return re.search(r"\b(?:at|ät|arobase|arroba)\b", text, re.IGNORECASE) is not None


def _spelled(field: str, value: str, quote: str) -> str | None:
    """A name as it should be written: as the visitor did, with the model's capitals where the
    visitor did not care for any."""
    if field == "name" and not _could_be_a_name(value):
        return None
    if quote[:1].isupper() and not quote.isupper():
        return quote
    same_signs = value.casefold() == quote.casefold()
    return value if same_signs or field == "name" else quote


def _could_be_a_name(value: str) -> bool:
    no_names = _NO_NAMES.split()
    return _PLAIN_NAME.fullmatch(value) is not None and any(
        word not in no_names for word in folded_words(value)
    )


def _is_all_of(text: str, span: Span) -> bool:
    """Whether nothing but punctuation and a scheme stands around the span."""
    rest = text[: span[0]] + text[span[1] :]
    return not any(sign.isalnum() for sign in rest.replace("mailto:", "").replace("tel:", ""))


def _spans(*kinds: Sequence[_Found]) -> list[Span]:
    return [found.span for kind in kinds for found in kind]


def _without_blanks(text: str, span: Span) -> Span:
    quote = text[slice(*span)]
    start = span[0] + len(quote) - len(quote.lstrip())
    return start, max(start, span[0] + len(quote.rstrip()))


def _is_apart(span: Span, others: Iterable[Span]) -> bool:
    return all(span[1] <= start or end <= span[0] for start, end in others)
