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
_JOINED = frozenset({"and", "und", "et", "y"})
_ALONE = frozenset(
    {"one", "a", "an", "ein", "eine", "einen", "un", "uno", "una", "once", "null", "cero"}
)
_GERMAN_PART = re.compile(
    "(" + "|".join(sorted({*_UNITS, "hundert", "tausend", "und"}, key=len, reverse=True)) + ")"
)
_WORD = "|".join(sorted({*_UNITS, *_FACTORS}, key=len, reverse=True))
_RUN = re.compile(
    rf"(?<![^\W\d_])(?:{_WORD})(?![^\W\d_])"
    rf"(?:(?:[\s-]|\s(?:{'|'.join(sorted(_JOINED))})\s)(?:{_WORD})(?![^\W\d_]))*"
    r"|(?<![^\W\d_])[a-z]*(?:hundert|tausend|und)[a-z]*"
)
_FOLLOWING = re.compile(
    r"\s?(?:dollar|euro|pound|buck|quid|pfund|livre|franc|franken|rupee|rupi|peso)"
)
_DIGIT_BEFORE = re.compile(r"\d\s?$")
_SEPARATOR = re.compile(r"[\s-]+")


@lru_cache(maxsize=256)
def with_digits(text: str) -> str:
    """The text with runs of number words put in digits; everything else as it was."""
    return _RUN.sub(_in_digits, text)


def _in_digits(match: re.Match[str]) -> str:
    words: list[str] = []
    for token in _SEPARATOR.split(match[0]):
        words.extend(_parts(token))
    if not words or words[0] == "cents":
        return match[0]
    before = match.string[max(0, match.start() - 2) : match.start()]
    if words[0] in _FACTORS and _DIGIT_BEFORE.search(before):
        return match[0]
    alone = all(word in _ALONE for word in words)
    if alone and not _FOLLOWING.match(match.string, match.end()):
        return match[0]
    return str(_value(words))


def _parts(token: str) -> list[str]:
    """A number word, or the parts of a German compound; nothing for any other word."""
    if token in _UNITS or token in _FACTORS:
        return [token]
    parts = _GERMAN_PART.findall(token) if len(token) >= 8 else []
    return [part for part in parts if part != "und"] if "".join(parts) == token else []


def _value(words: list[str]) -> int:
    total = current = 0
    for word in words:
        if word in _UNITS:
            current = _added(current, word)
        elif _FACTORS[word] == 100:
            current = max(current, 1) * 100
        else:
            total += max(current, 1) * _FACTORS[word]
            current = 0
    return total + current


def _added(current: int, word: str) -> int:
    """quatre-vingt: four twenties; every other pair of units is a sum."""
    if word in ("vingt", "vingts") and 1 < current % 100 < 10:
        return current - current % 100 + (current % 100) * 20
    return current + _UNITS[word]
