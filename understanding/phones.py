"""Phone numbers: found and judged by phonenumbers, with the region of the locale or the zone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import phonenumbers

from understanding.corrections import takes_back
from understanding.findings import Phone, Span
from understanding.regions import region_of
from understanding.spans import Covered
from understanding.spoken_digits import spoken_numbers

_FEWEST_DIGITS = 6
_LONGEST = 20_000  # characters: a phone number further on than that is nobody's contact detail
# The prefix dialled for abroad, which may be glued to the number but not stand inside one.
_INTERNATIONAL = re.compile(r"(?<![\d+(])(?<!\d[ .-])(?:00|\(00\)|0011)(?=[\s-]?[1-9])")
_PLUS_SAID = re.compile(r"\bplus(?= ?\d)", re.IGNORECASE)
_VANITY = re.compile(
    r"(?<![\w-])(?:\+?1[-. ])?\(?8(?:00|33|44|55|66|77|88)\)?[-. ](?=[A-Z0-9-]*[A-Z]{2})"
    r"[A-Z0-9]{2,8}(?:-[A-Z0-9]{2,8}){0,2}(?![\w-])"
)
# The numbers that Ofcom keeps for drama: in demos and examples they are somebody's number.
_FICTION = re.compile(r"\+44(?:7700900\d{3}|1632960\d{3})$")
_FICTION_LIKE = re.compile(
    r"(?<![\d+])(?:\+44[ -]?(?:\(0\)[ -]?)?|0)(?:7[ -]?7[ -]?0|1632)[\d -]{6,11}\d"
)
_OF_A_PHONE = (
    r"phone|telephone|cell|cellphone|mobile|mob|tel|fax|whatsapp|contact|call|landline|home|work"
    r"|office|direct|personal|daytime|evening|line|viber|telegram|signal|sms|text|handy|telefon"
    r"|mobil|rufnummer|telefonnummer|handynummer|portable|téléphone|teléfono|móvil|celular"
    r"|moms|dads|wifes|husbands|mums|my|the|his|her|our|a|best|new|correct|right|wrong|old|this|good|main|same|full|local|"
    r"following|alternate|alternative|second|other|another|real|backup|business|company|actual"
    r"|private|current|us|uk|german|mera|meri|apna|is|and"
)
_PHONE_LABEL = re.compile(
    r"\b(?:phone|ph|tel|telephone|cell|mobile|mob|whatsapp|handy|telefon|téléphone|teléfono"
    r"|call me (?:at|on)|reach me (?:at|on)|text me (?:at|on))\b[\s.:#()-]{0,3}"
    r"(?:(?:number|no|nr|num|is|#)\b[\s.:#]{0,3}){0,2}$",
    re.IGNORECASE,
)
_NUMBER_OF_SOMETHING = re.compile(
    r"(?:\b(?:order|reservation|s/n|p/n|npi|sha\d*|md5|hash|loan|badge|invoice|ticket|reference|ref|booking|case|account|acct|customer"
    r"|tracking|serial|id|iban|aadhaar|cnic|ssn|gtin|ean|isbn|vin|pnr|txn|utr|imei|ein|nhs|abn"
    r"|part|sku|item|confirmation|transaction|policy|contract|vat|tax|bestell\w*|rechnung\w*"
    r"|auftrags\w*|kunden\w*|vertrags\w*|sendungs\w*|vorgangs\w*|konto\w*|artikel\w*"
    r"|commande|facture|client|dossier|pedido|factura|referencia|po|version|build|claim"
    r"|licen[cs]e|model|article|registration|passport|passcode|passwort|password|zip|postcode|plz"
    r"|code|pin|otp|error|amount|quantity|qty|total|sum|balance|member|membership|patient|student"
    r"|employee|flight|meeting|zoom|webinar|conference|card|visa|mastercard|amex|payment|job"
    r"|request|incident|complaint|shipment|parcel|package|awb|ups|fedex|dhl|usps|timestamp|epoch"
    r"|unix time|barcode|lot|batch|device|asset|user|dni|nif|siret|siren|coupon|voucher|gift card"
    r"|prescription|receipt|quote|project|product|routing|sort code|steuer\w*)\b[\s.:#-]{0,3}"
    r"(?:(?:number|no|nr|num|id|code|is|was|n°|nº|nummer|numéro|número|de|ist|lautet"
    r"|my|commande|suivi|client|facture|pedido|hai|ka)\b[\s.:#°º-]{0,3}){0,3}"
    rf"|\b(?!(?:{_OF_A_PHONE})\b)[^\W\d_]{{2,20}}\s(?:number|no\.|nr\.|n°|nº|id|code|#)\s?(?:is|was|:|#)?\s?"
    r"|#\s?|n[°º]\s?|[$€£¥₹₨]\s?|\b(?:usd|eur|gbp|pkr|rs|inr)\.?\s?|\b(?:numéro|número) de \w{3,15}\s)$",
    re.IGNORECASE,
)  # fmt: skip
_COUNTED = re.compile(
    r"\s?(?:[$€£¥₹₨%]|(?:usd|eur|euros?|gbp|pkr|dollars?|pounds|rupees|per|units?|pieces|items"
    r"|rows?|records?|bytes?|[kmg]b|ms|milliseconds?|seconds|users|people|customers|orders|views"
    r"|followers|times|points|entries|lines|characters|hits|requests|transactions|sqm|km|miles"
    r"|metres|meters|kg|hasn't|has not|never|is late|is delayed)\b)",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"(?:19|20)\d\d[-./ ]?(?:0[1-9]|1[0-2])[-./ ]?(?:0[1-9]|[12]\d|3[01])(?:\D.*)?$|"
    r"\d{1,2}[./ -]\d{1,2}[./ -](?:19|20)\d\d(?:\D.*)?$"
)
_URL = re.compile(r"(?:\b[a-z][a-z+]{1,9}://|\bwww\.|\b[\w-]{1,60}\.[a-z]{2,6}/)\S*", re.IGNORECASE)
_DECIMALS = re.compile(r"\d[.,]$")
_FRACTION = re.compile(r"[.,]\d")
_EXTENSION = re.compile(r",?\s?(?:ext(?:ension)?\.?|x)\s?#\s?(\d{1,6})\b", re.IGNORECASE)
_MOST_GROUPS = 7
_COUNTING = "123456789"


def find_phones(
    text: str,
    timezone: str,
    locale: str | None,
    question: str | None = None,
    taken: Iterable[Span] = (),
) -> list[Phone]:
    """Every valid number in the text that is in none of the `taken` spans."""
    shown = text[:_LONGEST]
    digits = sum(map(str.isdecimal, shown))
    region = region_of(locale, timezone)
    covered = Covered(len(text), taken)
    found: list[Phone] = []
    if digits >= _FEWEST_DIGITS:
        for url in _URL.finditer(shown):
            covered.add(url.span())
        candidates: Iterator[Phone] = _typed(text, shown, region)
    else:
        candidates = iter(())
    for phone in (*candidates, *_said(shown, region), *_vanity(shown)):
        if not covered.touches(phone.span):
            found.append(phone)
            covered.add(phone.span)
    return sorted(found, key=lambda phone: phone.span)


def _typed(text: str, shown: str, region: str | None) -> Iterator[Phone]:
    dialled = _INTERNATIONAL.sub(lambda match: "+".rjust(len(match.group())), shown)
    dialled = _PLUS_SAID.sub("   +", dialled)
    for match in phonenumbers.PhoneNumberMatcher(
        dialled, region, leniency=phonenumbers.Leniency.VALID, max_tries=1000
    ):
        phone = _phone(text, dialled, match)
        if phone:
            yield phone
    for drama in _FICTION_LIKE.finditer(dialled):
        yield from _parsed(drama.group(), region, drama.span(), "phone.fiction")


def _phone(text: str, dialled: str, match: phonenumbers.PhoneNumberMatch) -> Phone | None:
    start, end = match.start, match.end
    if dialled[start] == "+" and text[start] not in "+＋":  # it stands for zeros or for "plus"
        start = _start_of_prefix(text, start)
    international = dialled[match.start] in "+＋"
    if not international and _is_something_else(text, start, end):
        return None
    value = phonenumbers.format_number(match.number, phonenumbers.PhoneNumberFormat.E164)
    return Phone(
        value,
        (start, end),
        0.95,
        "phone.international" if international else "phone.national",
        takes_back(text, start),
        match.number.extension or _extension_after(text, end),
    )


def _extension_after(text: str, end: int) -> str | None:
    """ "ext #4", which phonenumbers does not read."""
    match = _EXTENSION.match(text, end)
    return match.group(1) if match else None


def _is_something_else(text: str, start: int, end: int) -> bool:
    """Whether the words around a national number say that it counts or names something."""
    before = text[max(0, start - 40) : start]
    if before[-1:] in ("_", "=") or _DECIMALS.search(before) or _FRACTION.match(text, end):
        return True
    if len(re.findall(r"\d+", text[start:end])) > _MOST_GROUPS:
        return True
    if _DATE.match(text, start, end) or _COUNTED.match(text, end):
        return True
    return not _PHONE_LABEL.search(before) and _NUMBER_OF_SOMETHING.search(before) is not None


def _start_of_prefix(text: str, start: int) -> int:
    if text[start - 3 : start + 1].lower() == "plus":
        return start - 3
    while start > 0 and text[start - 1] in "0(":
        start -= 1
    return start


def _said(text: str, region: str | None) -> Iterator[Phone]:
    for digits, span in spoken_numbers(text):
        if _COUNTING in digits:
            continue
        yield from _parsed(digits, region, span, "phone.spoken")


def _vanity(text: str) -> Iterator[Phone]:
    """ "1-800-FLOWERS"."""
    for match in _VANITY.finditer(text):
        yield from _parsed(match.group(), "US", match.span(), "phone.vanity")


def _parsed(written: str, region: str | None, span: Span, rule: str) -> Iterator[Phone]:
    try:
        number = phonenumbers.parse(written, region)
    except phonenumbers.NumberParseException:
        return
    value = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    if phonenumbers.is_valid_number(number) or _FICTION.match(value):
        yield Phone(value, span, 0.9, rule)
