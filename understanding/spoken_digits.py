"""Numbers said digit by digit: "two one two, triple five, two three six eight"."""

from __future__ import annotations

import re
from collections.abc import Iterator

_DIGIT_WORDS = {
    "0": "zero oh o nought null zéro cero صفر",
    "1": "one eins un uno ek ایک",
    "2": "two zwei zwo deux dos do دو",
    "3": "three drei trois tres teen تین",
    "4": "four vier quatre cuatro char چار",
    "5": "five fünf fuenf cinq cinco paanch panch پانچ",
    "6": "six sechs seis chay چھ",
    "7": "seven sieben sept siete saat سات",
    "8": "eight acht huit ocho aath آٹھ",
    "9": "nine neun neuf nueve nau نو",
}
DIGITS = {word: digit for digit, words in _DIGIT_WORDS.items() for word in words.split()}
_TWO_DIGITS = {
    "ten": "10", "eleven": "11", "twelve": "12", "thirteen": "13", "fourteen": "14",
    "fifteen": "15", "sixteen": "16", "seventeen": "17", "eighteen": "18", "nineteen": "19",
    "dix": "10", "onze": "11", "douze": "12", "treize": "13", "quatorze": "14", "quinze": "15",
    "seize": "16",
}  # fmt: skip
TENS = {
    "twenty": "2", "thirty": "3", "forty": "4", "fifty": "5", "sixty": "6", "seventy": "7",
    "eighty": "8", "ninety": "9", "vingt": "2", "trente": "3", "quarante": "4", "cinquante": "5",
    "soixante": "6",
}  # fmt: skip
_TIMES = {"double": 2, "triple": 3, "treble": 3, "doppel": 2}
_WORDS = "|".join(sorted((*DIGITS, *_TWO_DIGITS, *TENS, *_TIMES, "plus"), key=len, reverse=True))
_ITEM = rf"(?:(?:{_WORDS})(?!\w)|\d{{1,6}}(?!\w))"
_RUN = re.compile(
    rf"(?<![\w@.])\+?{_ITEM}(?:[\s,.-]{{1,3}}(?:and )?{_ITEM}){{3,24}}", re.IGNORECASE
)
_PIECE = re.compile(r"\d+|\w+")
_FEWEST_WORDS = 3


def spoken_numbers(text: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """Every run of spoken digits, as digits with a + if one was said, and where it is."""
    for match in _RUN.finditer(text):
        digits = _digits(_PIECE.findall(match.group().lower()))
        if digits:
            yield digits, match.span()


def _digits(pieces: list[str]) -> str:
    """The digits of the pieces; nothing if too few of them were words."""
    if sum(not piece.isdecimal() for piece in pieces) < _FEWEST_WORDS:
        plus_or_times = sum(piece in _TIMES or piece == "plus" for piece in pieces)
        if not plus_or_times:
            return ""
    said: list[str] = []
    times, tens = 1, ""
    for piece in pieces:
        if piece in _TIMES:
            times = _TIMES[piece]
            continue
        if piece == "plus":
            said.append("+" if not said else "")
            continue
        if tens and DIGITS.get(piece, "0") != "0":
            said.append(tens + DIGITS[piece])
            tens = ""
            continue
        said.append(tens + "0" if tens else "")
        tens = TENS.get(piece, "")
        value = "" if tens else DIGITS.get(piece) or _TWO_DIGITS.get(piece) or piece
        said.append(value * times)
        times = 1
    said.append(tens + "0" if tens else "")
    return "".join(said)
