"""Text as its reader sees it: without the tricks of spelling that hide a word from a pattern.

Zero-width characters, markdown, accents, look-alike letters of other alphabets, digits in place of
letters, stretched and s p a c e d letters: all of them leave the word readable, so none may matter.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from chatbot.claims.profiles import languages_of

_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff]"
)
_MARKS = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u20d0-\u20ff]"
)
_OVERLAYS = re.compile("[\u0334-\u0338\u20d0-\u20ff]")
_MARKDOWN = re.compile(r"[*_`~]+|^[ \t]{0,3}(?:#{1,6}|>)[ \t]", re.MULTILINE)
_STRUCK_OUT = re.compile(r"~~[^~\n]{1,200}~~")
_PLAIN = str.maketrans(
    {
        "ı": "i",
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "ß": "ss",
        "ŋ": "n",
        "ə": "e",
        "ħ": "h",
        "’": "'",
        "ʼ": "'",
        "´": "'",
        "‘": "'",
        **dict.fromkeys("أإآٱ", "ا"),
        **dict.fromkeys("ىیېئ", "ي"),
        "ک": "ك",
        "ھ": "ه",
        "ہ": "ه",
        "ة": "ه",
        "ۀ": "ه",
        "ۃ": "ه",
        "ؤ": "و",
        **dict(zip("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnoprstuvwyz", strict=True)),
    }
)
_CYRILLIC_TWINS = dict(zip("аеорсухкмтвнієїѕјԁһԛԝѵг", "aeopcyxkmtbhieisjdhqwvr", strict=True))
_GREEK_TWINS = dict(zip("αβεηικνορτυχωγμ", "abenikvoptuxwyu", strict=True))
_TWINS = str.maketrans({**_CYRILLIC_TWINS, **_GREEK_TWINS})
_TWIN_LETTERS = frozenset(_CYRILLIC_TWINS) | frozenset(_GREEK_TWINS)
_DIGITS_AS_LETTERS = str.maketrans("03457@$!", "oeastasi")
_LETTER_WITH_DIGIT = re.compile(r"[a-zа-я][\w@$!]*[03-57@$!1]+[\w@$!]*[a-zа-я]|(?<!\w)\$[a-z]{3,}")
_LATIN = re.compile("[a-z]")
_TWIN_ALPHABET = re.compile("[\u0370-\u03ff\u0400-\u052f]")
_WORD_WITH_TWINS = re.compile("[^\\W\\d_]*[\u0370-\u03ff\u0400-\u052f][^\\W\\d_]*")
_SPACED = re.compile(r"(?<!\w)\w(?:[ .\-_·•|/\u00a0]{1,2}\w){3,}(?!\w)")
_NOT_LETTER = re.compile(r"[\W_]+")
_PARTED_WORD = re.compile(r"[^\W\d_]+(?:[-.·•|/\\][^\W\d_]+)+")
_STRETCHED = re.compile(r"([^\W\d_])\1{2,}")
_MAY_HIDE_WORDS = re.compile(
    r"~~|\w[-.·•|/\\]\W*\w|(?<!\w)\w[ \u00a0]{1,2}\w[ \u00a0]|([^\W\d_])\1\1|[^\W\d_]1|1[^\W\d_]"
)
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")


@dataclass(frozen=True)
class Folded:
    """One reading of a text in lower case: `accented` as written, `plain` without accents."""

    accented: str
    plain: str


@lru_cache(maxsize=256)
def readings(text: str) -> tuple[Folded, ...]:
    """The text as it stands and, if that differs, with words put together that were split."""
    first = fold(text)
    if not _MAY_HIDE_WORDS.search(text):
        return (first,)
    joined = _put_together(_MARKDOWN.sub("", _STRUCK_OUT.sub(" ", text)))
    second = _folded(joined, stretch="\\1", one="i")
    return (first,) if second.plain == first.plain else (first, second)


@lru_cache(maxsize=512)
def fold(text: str) -> Folded:
    """The text without what is invisible or merely decorates."""
    return _folded(_MARKDOWN.sub("", text), stretch="\\1\\1")


def plain(text: str) -> str:
    """The accent-free form in which lexicons and texts are compared."""
    decomposed = unicodedata.normalize("NFD", text.lower())
    return unicodedata.normalize("NFC", _MARKS.sub("", decomposed)).translate(_PLAIN)


def accented(text: str) -> str:
    """Lower case and composed; accents stay."""
    return unicodedata.normalize("NFC", _OVERLAYS.sub("", text.lower()))


def _folded(text: str, stretch: str, one: str = "l") -> Folded:
    if not text.isascii():
        text = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text))
        text = _INVISIBLE.sub("", _without_twins(_ascii_digits(text).lower()))
    text = _STRETCHED.sub(stretch, text.lower())
    text = _LETTER_WITH_DIGIT.sub(lambda match: _with_letters(match[0], one), text)
    return Folded(text, text) if text.isascii() else Folded(accented(text), plain(text))


def _ascii_digits(text: str) -> str:
    return _NOT_ASCII.sub(lambda m: str(unicodedata.decimal(m[0], m[0])), text)


def _without_twins(text: str) -> str:
    """Look-alikes become Latin in words that mix alphabets, and in words made of them alone in a
    text that is otherwise Latin."""
    if not _TWIN_ALPHABET.search(text):
        return text
    latin = len(_LATIN.findall(text))
    mostly_latin = latin > len(_TWIN_ALPHABET.findall(text))

    def straightened(match: re.Match[str]) -> str:
        word = match[0]
        mixed = _LATIN.search(word) is not None
        alike = mostly_latin and all(letter in _TWIN_LETTERS for letter in word)
        return word.translate(_TWINS) if mixed or alike else word

    return _WORD_WITH_TWINS.sub(straightened, text)


def _with_letters(word: str, one: str) -> str:
    """b00ked spelled out; `one` is what a 1 stands for. 15h30 and 2nd stay."""
    if sum(character.isalpha() for character in word) < 3:
        return word
    return word.replace("1", one).translate(_DIGITS_AS_LETTERS)


def _put_together(text: str) -> str:
    """Joins b o o k e d, b.o.o.k.e.d and boo-ked."""
    text = _SPACED.sub(lambda m: _NOT_LETTER.sub("", m[0]), _INVISIBLE.sub("", text))
    return _PARTED_WORD.sub(_joined, text)


def _joined(match: re.Match[str]) -> str:
    """One word, unless the parts are words of their own, as in voulez-vous."""
    parts = _NOT_LETTER.split(match[0])
    if all(languages_of(part.lower()) for part in parts):
        return match[0]
    return "".join(parts)
