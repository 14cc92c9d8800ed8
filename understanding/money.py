"""Amounts of money and budgets: single, in ranges, with a limit, per month."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from understanding.findings import Money, Span
from understanding.money_words import (
    ABOUT_MONEY,
    ABOVE,
    BELOW,
    CODES,
    COUNTED,
    CURRENCY_OF_REGION,
    NUMBER_WORDS,
    PER,
    SCALES,
    SYMBOLS,
)
from understanding.regions import region_of
from understanding.spans import Covered

_NUMBER = r"\d{1,3}(?:[ \u00a0\u202f'’,.]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d{1,15}(?:[.,]\d{1,4})?"
_WORDS = "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))
_SYMBOL = "|".join(sorted(map(re.escape, SYMBOLS), key=len, reverse=True))
_CODE = "|".join(sorted(map(re.escape, CODES), key=len, reverse=True))
_SCALE = "|".join(sorted(map(re.escape, SCALES), key=len, reverse=True))
_AMOUNT = re.compile(
    rf"(?<![\w.,/#:@])(?<![a-jln-zA-JLN-Z]-)(?P<before>(?:{_SYMBOL}|(?:{_CODE})\b\.?)\s?)?"
    rf"(?P<number>{_NUMBER}|\b(?:{_WORDS})(?:[\s-](?:and\s)?(?:{_WORDS})){{0,4}}\b)"
    rf"(?P<scale>\s?-?(?:{_SCALE})\b(?:\s(?:{_SCALE})\b)?)?"
    rf"(?P<after>\s?(?:{_SYMBOL}|(?:{_CODE})(?!\w)))?"
    r"(?![\w@%:]|[.,/]\d|-\d{3}|-\d{1,2}-)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s?(?:-|–|—|to|and|bis|und|à|a|et|y|se|or)\s?", re.IGNORECASE)
_SHORT_SCALES = frozenset({"m", "mn", "mil"})
_MOST_AMOUNTS = 200
_LONGEST = 20_000


@dataclass(frozen=True)
class _Amount:
    value: Decimal
    currency: str | None
    scaled: bool
    span: Span
    number: Span

    @property
    def sure(self) -> bool:
        return self.currency is not None or self.scaled


def find_money(
    text: str,
    locale: str | None,
    timezone: str,
    question: str | None,
    taken: Iterable[Span],
) -> list[Money]:
    """Amounts with a currency or a scale such as "5k", and bare numbers said of a budget."""
    text = text[:_LONGEST]
    region = region_of(locale, timezone)
    covered = Covered(len(text), taken)
    amounts = [one for one in _amounts(text, region) if not covered.touches(one.span)]
    asked = bool(question and ABOUT_MONEY.search(question))
    about = asked or bool(ABOUT_MONEY.search(text))
    found = []
    for low, high in _ranges(text, amounts):
        money = _money(text, low, high, _home(region), about, asked)
        if money is not None:
            found.append(money)
    return found


def _home(region: str | None) -> str | None:
    return CURRENCY_OF_REGION.get(region or "")


def _amounts(text: str, region: str | None) -> Iterator[_Amount]:
    for count, match in enumerate(_AMOUNT.finditer(text)):
        if count >= _MOST_AMOUNTS:
            return
        value = _value(match["number"], region)
        scale = (match["scale"] or "").strip().lower().lstrip("-")
        for word in scale.split():
            value = None if value is None else value * SCALES[word]
        if (
            scale in _SHORT_SCALES
            and match["scale"][0].isspace()
            and not (match["before"] or match["after"])
        ):
            continue  # "5 m of cable"
        sign = (match["before"] or match["after"] or "").strip().lower().rstrip(".")
        if value is not None:
            currency = SYMBOLS.get(sign) or CODES.get(sign)
            currency = _dollar_of(region) if currency == "$" else currency
            yield _Amount(value, currency, bool(scale), match.span(), match.span("number"))


def _dollar_of(region: str | None) -> str:
    home = _home(region)
    return home if home in ("CAD", "AUD", "NZD", "SGD", "HKD") else "USD"


def _value(written: str, region: str | None) -> Decimal | None:
    if not written[0].isdecimal():
        return _in_words(written)
    digits = re.sub(r"[ \u00a0\u202f'’]", "", written)
    marks = [mark for mark in digits if mark in ".,"]
    if len(set(marks)) == 2:
        decimal = marks[-1]
        digits = digits.replace("," if decimal == "." else ".", "").replace(decimal, ".")
    elif marks and (len(marks) > 1 or len(re.split("[.,]", digits)[1]) == 3):
        digits = digits.replace(marks[0], "")
    else:
        digits = digits.replace(",", ".")
    return Decimal(digits)


def _in_words(written: str) -> Decimal | None:
    total, current = 0, 0
    for word in re.split(r"[\s-]+", written.lower()):
        value = NUMBER_WORDS.get(word)
        if value is None:
            continue
        if value == 100:
            current = max(current, 1) * 100
        else:
            current += value
    total += current
    return Decimal(total) if total else None


def _ranges(text: str, amounts: list[_Amount]) -> Iterator[tuple[_Amount, _Amount | None]]:
    """Single amounts, and pairs such as "between 5 and 10 thousand"."""
    place = 0
    while place < len(amounts):
        low = amounts[place]
        high = amounts[place + 1] if place + 1 < len(amounts) else None
        if high is not None and _is_range(text, low, high):
            yield _scaled_like(low, high), high
            place += 2
        else:
            yield low, None
            place += 1


def _is_range(text: str, low: _Amount, high: _Amount) -> bool:
    between = _BETWEEN.fullmatch(text, low.span[1], high.span[0])
    if between is None:
        return False
    joint = between.group().strip().lower()
    before = text[max(0, low.span[0] - 12) : low.span[0]].lower()
    if joint in ("and", "und", "et", "y", "a", "or") and not re.search(
        r"\b(?:between|zwischen|entre|from|de|von)\s{1,2}(?:about |around )?$", before
    ):
        return joint == "or" and low.value < high.value and not low.sure and high.sure
    return _scaled_like(low, high).value <= high.value


def _scaled_like(low: _Amount, high: _Amount) -> _Amount:
    """ "5 to 10k": the first has the scale and the currency of the second."""
    value = low.value
    if high.scaled and not low.scaled and low.value < 1000:
        factor = next(
            (
                scale
                for scale in (10**7, 10**6, 10**5, 1000, 100)
                if high.value >= scale and high.value % scale == 0
            ),
            1000,
        )
        value = low.value * factor if low.value * factor <= high.value else low.value
    return _Amount(
        value, low.currency or high.currency, low.scaled or high.scaled, low.span, low.number
    )


def _money(
    text: str, low: _Amount, high: _Amount | None, home: str | None, about: bool, asked: bool
) -> Money | None:
    span = (low.span[0], (high or low).span[1])
    currency = low.currency or (high.currency if high else None)
    sure = low.sure or (high is not None and high.sure)
    if not sure and not _bare_counts(text, low, span, about, asked):
        return None
    if currency is None and COUNTED.match(text, span[1]):
        return None
    per, end = _per(text, span[1])
    smallest, largest = _limits(text, low.value, high.value if high else low.value, span)
    rule = "money.range" if high else "money.limit" if smallest != largest else "money.amount"
    return Money(
        smallest,
        largest,
        currency or home,
        per,
        (span[0], end),
        0.95 if currency else 0.85 if low.scaled else 0.75,
        rule,
    )


def _bare_counts(text: str, low: _Amount, span: Span, about: bool, asked: bool) -> bool:
    """Whether a number without sign or scale is money: after "budget", or asked for."""
    if COUNTED.match(text, span[1]):
        return False
    if asked:
        return low.value >= 1 or span[1] - span[0] == len(text.strip())
    if not about or low.value < 20:
        return False
    if re.match(
        r"\s(?:max |maximum |total )?budget\b", text[span[1] : span[1] + 20], re.IGNORECASE
    ):
        return True
    before = text[max(0, span[0] - 45) : span[0]]
    return ABOUT_MONEY.search(before) is not None and not re.search(r"[.!?;]\s", before[-20:])


def _per(text: str, end: int) -> tuple[str | None, int]:
    for name, pattern in PER.items():
        match = pattern.match(text, end)
        if match:
            return name, match.end()
    return None, end


def _limits(
    text: str, low: Decimal, high: Decimal, span: Span
) -> tuple[Decimal | None, Decimal | None]:
    before, after = text[max(0, span[0] - 30) : span[0]], text[span[1] : span[1] + 20]
    if low != high:
        return low, high
    if BELOW.search(before) or re.match(
        r"\s?(?:max|tops|or less|at most|maximum|at the most|or under"
        r"|or below|höchstens|maximal|oder weniger|au maximum|como máximo)\b",
        after,
        re.IGNORECASE,
    ):
        return None, high
    if ABOVE.search(before) or re.match(
        r"\s?(?:\+|plus\b|or more\b|and up\b|or above\b|minimum\b|at least\b"
        r"|upwards\b|oder mehr\b)",
        after,
        re.IGNORECASE,
    ):
        return low, None
    return low, high
