"""Phone numbers: found and judged by phonenumbers, with the region of the locale or the zone."""

from __future__ import annotations

import re
from collections.abc import Iterable

import phonenumbers

from understanding.corrections import takes_back
from understanding.findings import Phone, Span
from understanding.regions import region_of
from understanding.spans import Covered

_FEWEST_DIGITS = 6
_LONGEST = 20_000  # characters: a phone number further on than that is nobody's contact detail
_INTERNATIONAL = re.compile(r"(?<![\d+(])(?:00|\(00\)|0011)(?=[\s-]?[1-9])")
_NUMBER_OF_SOMETHING = re.compile(
    r"(?:\b(?:order|invoice|ticket|reference|ref|booking|case|account|customer"
    r"|tracking|serial|id|iban"
    r"|part|sku|item|confirmation|transaction|policy|contract|vat|tax|bestell\w*|rechnung\w*"
    r"|auftrags\w*|kunden\w*|commande|facture|pedido|factura|isbn|po|version|build|claim|licen[cs]e"
    r"|model|article|artikel\w*|registration|passport|zip|postcode|plz|code|pin|otp)\b[\s.:#-]{0,3}"
    r"(?:(?:number|no|nr|num|id|code|is|was|n°|nummer|numéro|número|de|ist|lautet"
    r"|my)\b[\s.:#-]{0,3}){0,3}"
    r"|#\s?|[$€£¥₹₨]\s?|\b(?:usd|eur|gbp|pkr|rs|inr)\.?\s?)$",
    re.IGNORECASE,
)
_PRICE_AFTER = re.compile(
    r"\s?(?:[$€£¥₹₨%]|(?:usd|eur|euros?|gbp|pkr|dollars?|pounds|rupees|per|units?|pieces|items)\b)",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"(?:19|20)\d\d[-./ ]?(?:0[1-9]|1[0-2])[-./ ]?(?:0[1-9]|[12]\d|3[01])(?:\D.*)?$|"
    r"\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d(?:\D.*)?$"
)


def find_phones(
    text: str,
    timezone: str,
    locale: str | None,
    question: str | None = None,
    taken: Iterable[Span] = (),
) -> list[Phone]:
    """Every valid number in the text that is in none of the `taken` spans."""
    shown = text[:_LONGEST]
    if sum(character.isdecimal() for character in shown) < _FEWEST_DIGITS:
        return []
    region = region_of(locale, timezone)
    dialled = _INTERNATIONAL.sub(lambda match: "+".rjust(len(match.group())), shown)
    covered = Covered(len(text), taken)
    found = []
    for match in phonenumbers.PhoneNumberMatcher(
        dialled, region, leniency=phonenumbers.Leniency.VALID, max_tries=1000
    ):
        phone = _phone(text, dialled, match)
        if phone and not covered.touches(phone.span):
            found.append(phone)
    return found


def _phone(text: str, dialled: str, match: phonenumbers.PhoneNumberMatch) -> Phone | None:
    start, end = match.start, match.end
    if dialled[start] == "+" and text[start] != "+":  # the + stands for the last of the zeros
        start = _start_of_zeros(text, start)
    international = dialled[match.start] == "+" or text[start] == "+"
    before = text[max(0, start - 40) : start]
    if not international and (
        _NUMBER_OF_SOMETHING.search(before)
        or _PRICE_AFTER.match(text, end)
        or _DATE.match(text, start, end)
    ):
        return None
    value = phonenumbers.format_number(match.number, phonenumbers.PhoneNumberFormat.E164)
    return Phone(
        value,
        (start, end),
        0.95,
        "phone.international" if international else "phone.national",
        takes_back(text, start),
        match.number.extension,
    )


def _start_of_zeros(text: str, start: int) -> int:
    while start > 0 and text[start - 1] in "0(":
        start -= 1
    return start
