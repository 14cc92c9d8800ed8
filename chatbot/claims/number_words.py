"""Numbers written as words in English, German, French and Spanish: `two hundred` as `200`."""

from __future__ import annotations

import re
from functools import lru_cache

_SMALL = {
    0: "zero null cero",
    1: "one a ein eine einen eins un uno una",
    2: "two zwei deux dos",
    3: "three drei trois tres",
    4: "four vier quatre cuatro",
    5: "five funf cinq cinco",
    6: "six sechs seis",
    7: "seven sieben sept siete",
    8: "eight acht huit ocho",
    9: "nine neun neuf nueve",
    10: "ten zehn dix diez",
    11: "eleven elf onze once",
    12: "twelve zwolf douze doce",
    13: "thirteen dreizehn treize trece",
    14: "fourteen vierzehn quatorze catorce",
    15: "fifteen funfzehn quinze quince",
    16: "sixteen sechzehn seize dieciseis",
    17: "seventeen siebzehn diecisiete",
    18: "eighteen achtzehn dieciocho",
    19: "nineteen neunzehn diecinueve",
    20: "twenty zwanzig vingt vingts veinte",
    30: "thirty dreissig trente treinta",
    40: "forty fourty vierzig quarante cuarenta",
    50: "fifty funfzig cinquante cincuenta",
    60: "sixty sechzig soixante sesenta",
    70: "seventy siebzig septante setenta",
    80: "eighty achtzig huitante octante ochenta",
    90: "ninety neunzig nonante noventa",
    200: "doscientos doscientas",
    300: "trescientos trescientas",
    400: "cuatrocientos",
    500: "quinientos quinientas",
    600: "seiscientos",
    700: "setecientos",
    800: "ochocientos",
    900: "novecientos",
}
_UNITS = {word: value for value, words in _SMALL.items() for word in words.split()}
_FACTORS = {
    **dict.fromkeys(("hundred", "hundert", "cent", "cents", "cien", "ciento"), 100),
    **dict.fromkeys(("thousand", "tausend", "mille", "mil"), 1000),
    **dict.fromkeys(("million", "millionen", "millions", "millon", "millones"), 1_000_000),
}
_CURRENCY = re.compile(r"(?:dollar|euro|pound|buck|quid|pfund|livre|franc|franken|rupee|rupi|peso)")
_JOINED = frozenset({"and", "und", "et", "y"})
_ALONE = frozenset({"one", "a", "an", "ein", "eine", "einen", "un", "uno", "una", "once", "null", "cero"})
_GERMAN_PART = re.compile(
    "(" + "|".join(sorted({*_UNITS, "hundert", "tausend", "und"}, key=len, reverse=True)) + ")"
)
_ANY = re.compile(
    r"(?<![^\W\d_])(?:" + "|".join(sorted({*_UNITS, *_FACTORS}, key=len, reverse=True)) + r")"
    r"(?![^\W\d_])|hundert|tausend|und(?:zwanzig|dreissig|vierzig|funfzig|sechzig|siebzig|achtzig)"
)
_TOKEN = re.compile(r"[^\W\d_]+|\W+|[\d_]+")


@lru_cache(maxsize=256)
def with_digits(text: str) -> str:
    """The text with runs of number words put in digits; everything else as it was."""
    if not _ANY.search(text):
        return text
    tokens = _TOKEN.findall(text)
    out: list[str] = []
    at = 0
    while at < len(tokens):
        length, value = _number_at(tokens, at)
        if length:
            out.append(str(value))
            at += length
        else:
            out.append(tokens[at])
            at += 1
    return "".join(out)


def _number_at(tokens: list[str], at: int) -> tuple[int, int]:
    """How many tokens from `at` on are one number, and which; (0, 0) when none."""
    words: list[str] = []
    length = 0
    while at + length < len(tokens):
        token = tokens[at + length]
        parts = _parts(token)
        if parts:
            words.extend(parts)
        elif not (words and (token.strip() in ("", "-") or token in _JOINED)):
            break
        length += 1
    while length and not _parts(tokens[at + length - 1]):
        length -= 1
    following = "".join(tokens[at + length : at + length + 2]).strip()
    if not words or words[0] == "cents" or (words[0] in _FACTORS and _follows_digits(tokens, at)):
        return 0, 0
    if all(word in _ALONE for word in words) and not _CURRENCY.match(following):
        return 0, 0
    return length, _value(words)


def _follows_digits(tokens: list[str], at: int) -> bool:
    return any(token.isdigit() for token in tokens[max(0, at - 2) : at])


def _parts(token: str) -> list[str]:
    if token in _UNITS or token in _FACTORS:
        return [token]
    if len(token) < 8 or not ("hundert" in token or "tausend" in token or "und" in token):
        return []
    parts = _GERMAN_PART.findall(token)
    return [part for part in parts if part != "und"] if "".join(parts) == token else []


def _value(words: list[str]) -> int:
    total = current = 0
    for word in words:
        if word in _UNITS:
            # quatre-vingt: four twenties; every other pair of units is a sum
            twenties = word in ("vingt", "vingts") and 1 < current % 100 < 10
            current = current - current % 100 + (current % 100) * 20 if twenties else current + _UNITS[word]
        elif _FACTORS[word] == 100:
            current = max(current, 1) * 100
        else:
            total += max(current, 1) * _FACTORS[word]
            current = 0
    return total + current
