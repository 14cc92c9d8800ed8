"""`python -m understanding`: one JSON line in, one JSON line out, in order.

In: {"text", "now", "timezone", "locale"?, "question"?, "context"?}. A line that cannot be read gives
{"error": …}, so that the lines out always match the lines in.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal
from typing import Any, TextIO

from core.errors import InvalidInput
from core.values import zone_named
from understanding.findings import Company, Email, Money, Name, Phone, Time
from understanding.reading import Reading, read


def answer(line: str) -> dict[str, Any]:
    """The answer to one line."""
    try:
        asked = json.loads(line)
        timezone = asked.get("timezone") or "UTC"
        reading = read(
            asked["text"],
            now=_instant(asked["now"], timezone),
            timezone=timezone,
            locale=asked.get("locale"),
            question=asked.get("question"),
            context=_said_before(asked.get("context")),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        return {"error": f"not a line we can read: {error!r}"}
    except InvalidInput as error:
        return {"error": error.message}
    return as_json(reading)


def _said_before(context: str | list[str] | None) -> str | None:
    """What was said before the question: one text or several, the latest last."""
    return "\n".join(context) if isinstance(context, list) else context


def _instant(written: str, timezone: str) -> datetime:
    """`now`; without an offset it is the zone's own time."""
    moment = datetime.fromisoformat(written)
    return moment if moment.tzinfo else moment.replace(tzinfo=zone_named(timezone))


def as_json(reading: Reading) -> dict[str, Any]:
    """A reading in the wire format."""
    return {
        "emails": [_simple(found) for found in reading.emails],
        "phones": [_phone(found) for found in reading.phones],
        "names": [_simple(found) for found in reading.names],
        "companies": [_simple(found) for found in reading.companies],
        "money": [_money(found) for found in reading.money],
        "times": [_time(found) for found in reading.times],
        "intents": [
            {"name": found.name, "confidence": found.confidence} for found in reading.intents
        ],
    }


def _simple(found: Email | Phone | Name | Company) -> dict[str, Any]:
    said: dict[str, Any] = {
        "value": found.value,
        "span": list(found.span),
        "confidence": found.confidence,
        "rule": found.rule,
    }
    return said | ({"corrects": True} if found.corrects else {})


def _phone(found: Phone) -> dict[str, Any]:
    return _simple(found) | ({"extension": found.extension} if found.extension else {})


def _money(found: Money) -> dict[str, Any]:
    return {
        "amount_min": _number(found.amount_min),
        "amount_max": _number(found.amount_max),
        "currency": found.currency,
        "per": found.per,
        "span": list(found.span),
        "confidence": found.confidence,
        "rule": found.rule,
    }


def _number(amount: Decimal | None) -> int | float | None:
    if amount is None:
        return None
    return int(amount) if amount == amount.to_integral_value() else float(amount)


def _time(found: Time) -> dict[str, Any]:
    return {
        "text": found.text,
        "span": list(found.span),
        "start": found.start,
        "end": found.end,
        "grain": found.grain,
        "part": found.part,
        "ambiguous": found.ambiguous,
        "alternatives": list(found.alternatives),
        "relation": found.relation,
        "repeats": found.repeats,
        "confidence": found.confidence,
        "rule": found.rule,
    }


def main(lines: Iterable[str], out: TextIO) -> None:
    for line in lines:
        if line.strip():
            out.write(json.dumps(answer(line), ensure_ascii=False) + "\n")
            out.flush()


if __name__ == "__main__":
    main(sys.stdin, sys.stdout)
