"""Amounts of money and budgets: single, in ranges, with a limit, per month."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import islice

from understanding.findings import Money, Span
from understanding.money_words import (
    ABOUT_MONEY,
    ABOVE,
    AFTER_AMOUNT,
    BELOW,
    CODES,
    COUNTED,
    CURRENCY_OF_REGION,
    FACTORS,
    MIL_IS_THOUSAND,
    NO_LESS,
    NUMBER_WORDS,
    PER,
    SAME_NAME,
    SCALES,
    SYMBOLS,
    VAGUE,
)
from understanding.regions import region_of
from understanding.spans import Covered

_CENTS = r"(?:euro\s?)?cents?"
_NUMBER = (
    r"\d{1,2}(?:,\d{2})+,\d{3}(?!\d)|\d{1,3}(?:[ \u00a0\u202f'’,.]\d{3})+(?:[.,]\d{1,2})?(?!\d)"
    r"|\d{1,15}(?:[.,]\d{1,4})?"
)


def _any_of(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_WORDS, _FACTORS = _any_of(NUMBER_WORDS), _any_of(FACTORS)
_SYMBOL, _CODE, _SCALE = _any_of(SYMBOLS), _any_of(CODES), _any_of(SCALES)
_AMOUNT = re.compile(
    rf"(?<![\w.,/#:@])(?<![a-jln-zA-JLN-Z]-)(?P<before>(?:{_SYMBOL}|(?:{_CODE})\b\.?)\s?)?"
    rf"(?P<number>{_NUMBER}|\b(?:{_any_of(VAGUE)})(?=\s(?:{_SCALE})\b)"
    rf"|\b(?:{_WORDS}) point (?:{_WORDS})\b"
    rf"|\b(?:{_WORDS})(?:[\s-](?:(?:(?<=hundred )|(?<=thousand ))and\s)?(?:{_WORDS}|{_FACTORS})){{0,6}}\b)(?:[.,]-{{1,2}})?"
    rf"(?P<scale>\s?-?(?:{_SCALE})(?:\b|(?<=\.))(?:\s(?:{_SCALE})\b)?)?"
    rf"\+?(?P<after>\s?(?:{_SYMBOL}|(?:{_CODE})(?!\w)|{_CENTS}(?!\w)))?(?:-?ish\b)?"
    rf"(?!(?!pcm\b|pm\b|pp\b|pa\b)[\w@%:]|[.,/]\d|-\d{{1,3}}-)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s?(?:-|–|—|to|and|bis|und|à|a|et|y|se|or)\s?", re.IGNORECASE)
_AND_CENTS = re.compile(r"\s(?:and\s|und\s|et\s|y\s)?")
_SHORT_SCALES = frozenset({"m", "mn"})
_THOUSAND_IS_MIL = frozenset({"es", "pt", "ca", "gl"})
_COUNTS = re.compile(
    r"\b(?:how (?:many|old|long|big|large|often|tall)|what time|when|phone|number|size|which|age)\b",
    re.IGNORECASE,
)
_NO_MONEY_BEFORE = re.compile(
    r"\b(?:run|ran|running|walk\w*|jog\w*|order|invoice|ticket|ref|reference|room|suite|page"
    r"|version|page)\s(?:number |no\.? |#|a |an |the )?$",
    re.IGNORECASE,
)
# "2500 max budget", "75 an hour is our budget", "350 to spend"
_SPENT_AFTER = re.compile(
    r"\s(?:(?:max |maximum |total )?budget\b|(?:(?:an?|per|each) \w{2,8} )?(?:is|as) (?:my|our|the)"
    r" (?:\w{2,8} )?(?:budget|limit|max)|(?:to|we can|i can) (?:spend|invest|work with))",
    re.IGNORECASE,
)
_FEW_BEFORE = re.compile(r"\b(?:few|several|many|some)\s$", re.IGNORECASE)
_WEIGHS = re.compile(
    r"\b(?:weigh\w*|lost|lose|losing|gain\w*|lift\w*|bench|heavy|about my weight of)\b[^.!?]{0,20}$",
    re.IGNORECASE,
)
_OF_STUFF = re.compile(
    r"\s(?:of (?!my|our|the|budget|revenue|funding|cash|capital)\w|heavy|overweight)"
)
_MOST_AMOUNTS = 200
_LONGEST = 20_000


@dataclass(frozen=True)
class _Amount:
    value: Decimal
    currency: str | None
    factor: int  # of its scale: 1000 for "5k" and "five hundred thousand"
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
    spanish = (locale or "")[:2] in _THOUSAND_IS_MIL or region in MIL_IS_THOUSAND
    amounts = [one for one in _amounts(text, region, spanish) if not covered.touches(one.span)]
    if not amounts:
        return []
    asked = bool(question and ABOUT_MONEY.search(question))
    elsewhere = bool(question and not asked and _COUNTS.search(question))
    about = asked or bool(ABOUT_MONEY.search(text))
    found = []
    for low, high in _ranges(text, amounts):
        if elsewhere and low.currency is None and (high is None or high.currency is None):
            continue
        money = _money(text, low, high, _home(region), about, asked)
        if money is not None:
            found.append(money)
    return found


def _home(region: str | None) -> str | None:
    return CURRENCY_OF_REGION.get(region or "")


def _amounts(text: str, region: str | None, spanish: bool) -> Iterator[_Amount]:
    before: _Amount | None = None
    for match in islice(_AMOUNT.finditer(text), _MOST_AMOUNTS):
        amount = _amount(text, match, region, spanish)
        if amount is None:
            continue
        if before is not None and _adds_cents(text, before, amount, match):
            amount = replace(
                before, value=before.value + amount.value, span=(before.span[0], amount.span[1])
            )
        elif before is not None:
            yield before
        before = amount
    if before is not None:
        yield before


def _amount(text: str, match: re.Match[str], region: str | None, spanish: bool) -> _Amount | None:
    value, factor = _value(match["number"])
    scale = (match["scale"] or "").strip().lower().lstrip("-")
    sign = _sign(match)
    if sign is None:
        return None
    if value is None or _FEW_BEFORE.search(text[: match.start()][-10:]):
        return None
    if scale in _SHORT_SCALES and match["scale"][0].isspace() and not sign:
        return None  # "5 m of cable"
    if not sign and (scale in ("mm", "l") or (scale == "cr" and region not in ("IN", "PK"))):
        return None
    for word in scale.split():
        is_million = word == "mil" and not spanish and sign not in _SAID_WITH_MIL
        factor = 10**6 if is_million else SCALES[word]
        value *= factor
    if _CENT.fullmatch(sign):
        value, sign = value / 100, "eur" if sign.startswith("euro") else "$"
    if sign in ("pound", "pounds") and (
        _OF_STUFF.match(text, match.end()) or _WEIGHS.search(text[: match.start()][-40:])
    ):
        return None
    scaled = (
        (factor >= 1000 and not scale)
        or (bool(scale) and match["number"].lower() not in _ONES)
        or scale == "grand"
    )
    return _Amount(
        value, _currency(sign, region), factor, scaled, match.span(), match.span("number")
    )


_CENT = re.compile(_CENTS)
# "a million", "half a million" may be of anything, where "a grand" is money.
_ONES = frozenset({*VAGUE} - {"a couple", "a couple of", "couple", "couple of"})
_SAID_WITH_MIL = frozenset("euro euros pesos reais dólares dolares soles".split())


def _sign(match: re.Match[str]) -> str | None:
    """The sign or code of the currency, small; None when it is another word: "try 5"."""
    before, after = ((match[side] or "").strip() for side in ("before", "after"))
    raw = after if before in ("", "$") and after else before
    sign = raw.lower().rstrip(".")
    if sign in _WORDLIKE and not raw.isupper():
        return None
    if sign in ("euro", "pound") and not after:
        year = re.fullmatch(r"[1-9]|20[0-4]\d", match["number"])
        return None if year else sign
    if sign == "pound" and match["number"] not in ("one", "a", "1"):
        return None  # "a 20 pound bag"
    return sign


_WORDLIKE = frozenset(
    "try php pen cad ron cop ars pln rand won lei soles real mark lira cr l".split()
)


def _adds_cents(text: str, low: _Amount, high: _Amount, match: re.Match[str]) -> bool:
    """ "5 dollars and 50 cents"."""
    return (
        _CENT.fullmatch((match["after"] or "").strip().lower()) is not None
        and low.currency is not None
        and _AND_CENTS.fullmatch(text, low.span[1], high.span[0]) is not None
    )


def _currency(sign: str, region: str | None) -> str | None:
    code = SYMBOLS.get(sign) or CODES.get(sign)
    if code == "$":
        home = _home(region)
        return home if home in ("CAD", "AUD", "NZD", "SGD", "HKD") else "USD"
    for names, homes in SAME_NAME:
        if sign in names:
            home = _home(region)
            return home if home in homes else code
    return code


def _value(written: str) -> tuple[Decimal | None, int]:
    """The number, and the largest scale in it."""
    if written[0].isdecimal():
        return _in_digits(written), 1
    vague = VAGUE.get(written.lower())
    if vague is not None:
        return vague, 1
    if " point " in written:
        whole, _, part = written.lower().partition(" point ")
        return Decimal(f"{NUMBER_WORDS[whole]}.{NUMBER_WORDS[part]}"), 1
    return _in_words(written)


def _in_digits(written: str) -> Decimal:
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


def _in_words(written: str) -> tuple[Decimal | None, int]:
    total, current, largest = 0, 0, 1
    for word in re.split(r"[\s-]+", written.lower()):
        factor = FACTORS.get(word, 0)
        if factor == 100:
            current = max(current, 1) * 100
        elif factor:
            total, current = total + max(current, 1) * factor, 0
        else:
            value = NUMBER_WORDS.get(word, 0)
            if value and current % (100 if value >= 10 else 10):
                return None, 1  # "two fifty"
            current += value
        largest = max(largest, factor)
    total += current
    return (Decimal(total) if total else None), largest


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
    if high.factor > 1 and low.factor == 1 and low.value < 1000:
        value = low.value * high.factor if low.value * high.factor <= high.value else low.value
    return _Amount(
        value,
        low.currency or high.currency,
        low.factor,
        low.scaled or high.scaled,
        low.span,
        low.number,
    )


def _money(
    text: str, low: _Amount, high: _Amount | None, home: str | None, about: bool, asked: bool
) -> Money | None:
    span = (low.span[0], (high or low).span[1])
    currency = low.currency or (high.currency if high else None)
    sure = low.sure or (high is not None and high.sure)
    if not sure and not _bare_counts(text, low, span, about, asked):
        return None
    per, end = _per(text, span[1])
    if currency is None and _counts_something(text, span, per, about or asked):
        return None
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


def _counts_something(text: str, span: Span, per: str | None, about: bool) -> bool:
    """Whether a number without a currency is a number of things: "10k followers"."""
    if COUNTED.match(text, span[1]) and per is None:
        return True
    if _NO_MONEY_BEFORE.search(text[max(0, span[0] - 30) : span[0]]):
        return True
    return per is None and not about and AFTER_AMOUNT.match(text, span[1]) is None


def _bare_counts(text: str, low: _Amount, span: Span, about: bool, asked: bool) -> bool:
    """Whether a number without sign or scale is money: after "budget", or asked for."""
    if COUNTED.match(text, span[1]):
        return False
    if asked:
        return low.value > 1 or (low.value == 1 and text[low.number[0]].isdecimal())
    if not about or low.value < 20:
        return False
    if _SPENT_AFTER.match(text, span[1]):
        return True
    before = text[max(0, span[0] - 45) : span[0]]
    sentence = re.split(r"[.!?;]\s", before[-20:])
    return ABOUT_MONEY.search(sentence[-1] if len(sentence) > 1 else before) is not None


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
    if NO_LESS.search(before) or "+" in text[slice(*span)]:
        return low, None
    if BELOW.search(before) or re.match(
        r"\s?(?:max|tak\b|se kam\b|(?:is|would be) (?:the|my|our) (?:absolute )?(?:max|maximum|limit|ceiling|cap)\b|tops|or less|at most|maximum|at the most|or under"
        r"|or below|höchstens|maximal|oder weniger|au maximum|como máximo)\b",
        after,
        re.IGNORECASE,
    ):
        return None, high
    if ABOVE.search(before) or re.match(
        r"\s?(?:\+(?!\s?\w)|or more\b|and up\b|or above\b|minimum\b|at least\b"
        r"|upwards\b|oder mehr\b)",
        after,
        re.IGNORECASE,
    ):
        return low, None
    return low, high
