"""Budgets: when an amount is one, and how it is written in a lead."""

from __future__ import annotations

import re
from decimal import Decimal

from understanding.reading import Money

_CUE = re.compile(
    r"\b(?:budget\w*|spend\w*|afford|invest\w*|set aside|allocat\w*|willing to pay|"
    r"(?:can|could|want to|able to|like to|happy to) pay|no more than|not more than|at most|"
    r"maximum|max|up to|ausgeben|budgetiert|höchstens|maximal|bis zu|dépenser|presupuesto|gastar|"
    r"jusqu'à|jusqu’à|hasta)\b|بجٹ",
    re.IGNORECASE,
)
_SOMEBODY_ELSES = re.compile(
    r"\b(?:do you charge|you charge[ds]?|charged|"
    r"your (?:price|prices|rate|rates|fee|fees|quote|offer)|"
    r"costs?|price|priced|invoice\w*|paid|refund\w*|owe[ds]?|revenue|turnover|sales of|salary|"
    r"kostet|preis|rechnung|umsatz|facture|prix|chiffre d|factura|precio|cuesta)\b",
    re.IGNORECASE,
)
_ASKED = re.compile(r"\b(?:budget|spend|invest|presupuesto|ausgeben)\b", re.IGNORECASE)
_BARE = 60


def budget_certainty(text: str, money: Money, question: str | None) -> float | None:
    """How surely this amount is what the writer wants to spend; None: it is not."""
    start = max(text.rfind(stop, 0, money.span[0]) for stop in "\n!?;") + 1
    around = text[max(start, money.span[0] - 120) : money.span[1] + 60]
    if _CUE.search(around):
        return 0.9
    if _SOMEBODY_ELSES.search(around):
        return None
    if question and _ASKED.search(question):
        return 0.9
    # "around 5k", and nothing else: an answer to something we asked a while ago.
    return 0.6 if len(text.strip()) <= _BARE else None


def budget_text(money: Money) -> str:
    """Such as "5000.00 EUR", "5000.00 to 10000.00 EUR", "up to 7500.00 USD per month"."""
    low, high = money.amount_min, money.amount_max
    if low is not None and high is not None and low != high:
        amount = f"{_plain(low)} to {_plain(high)}"
    elif low is None and high is not None:
        amount = f"up to {_plain(high)}"
    elif high is None and low is not None:
        amount = f"from {_plain(low)}"
    else:
        amount = _plain(low or Decimal(0))
    per = f" per {money.per}" if money.per else ""
    return f"{amount} {money.currency or ''}".strip() + per


def _plain(amount: Decimal) -> str:
    return f"{amount:.2f}"
