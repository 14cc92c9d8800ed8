"""Amounts of money: budgets, ranges, limits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from understanding.findings import Money, Span

_SYMBOLS = {"$": "USD", "€": "EUR", "£": "GBP", "₨": "PKR"}
_CODES = {"usd": "USD", "eur": "EUR", "gbp": "GBP", "pkr": "PKR", "dollars": "USD", "euros": "EUR", "euro": "EUR", "bucks": "USD", "pounds": "GBP"}
_AMOUNT = re.compile(
    r"(?P<sym>[$€£₨])?\s?(?P<num>\d{1,12}(?:[.,]\d{1,3}){0,3})\s?(?P<k>k|K|grand|thousand|million|m\b)?\s?"
    r"(?P<cur>[€£$]|\b(?:usd|eur|gbp|pkr|dollars|euros?|bucks|pounds)\b)?",
    re.IGNORECASE,
)


def find_money(
    text: str, locale: str | None, timezone: str, question: str | None, taken: Sequence[Span]
) -> list[Money]:
    """Every amount with a currency, a thousand sign, or said of a budget."""
    found = []
    for match in _AMOUNT.finditer(text):
        if not (match["sym"] or match["cur"] or match["k"]):
            continue
        if any(match.start() < end and start < match.end() for start, end in taken):
            continue
        number = Decimal(re.sub(r"[.,](?=\d{3}\b)", "", match["num"]).replace(",", "."))
        if match["k"]:
            number *= 1000000 if match["k"].lower() in ("m", "million") else 1000
        currency = _SYMBOLS.get(match["sym"] or match["cur"] or "") or _CODES.get((match["cur"] or "").lower())
        found.append(Money(number, number, currency, None, match.span(), 0.8, "money.amount"))
    return found
