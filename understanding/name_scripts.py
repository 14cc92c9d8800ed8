"""Names in scripts without capital letters, by the words that introduce them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from understanding.corrections import takes_back
from understanding.findings import Name
from understanding.name_words import CHINESE_SURNAMES, FIRST_NAMES, NO_NAMES
from understanding.tokens import fold, word_set

_ARABIC_WORD = r"[\u0621-\u06d3\u06fa-\u06ff\u064b-\u0652]{2,15}"
_HINDI_WORD = r"[\u0904-\u0939\u0958-\u095f][\u0900-\u0903\u0904-\u095f]{1,15}"
_ARABIC_NAME = rf"({_ARABIC_WORD}(?:\s{_ARABIC_WORD}){{0,2}}?)"
_CUES = (
    (
        re.compile(rf"(?:میرا نام|میرا پورا نام|نام)\s?:?\s{_ARABIC_NAME}\s(?:ہے|هے|ھے)"),
        "name.urdu",
    ),
    (
        re.compile(rf"(?:^|[\s،۔,.]){{1}}میں\s{_ARABIC_NAME}\s(?:ہوں|ھوں|بول رہا|بات کر)"),
        "name.urdu_self",
    ),
    (
        re.compile(
            rf"(?:میرا نام|نام)\s?:\s{{0,2}}({_ARABIC_WORD}(?:\s{_ARABIC_WORD}){{0,2}})\s{{0,2"
            rf"}}(?:$|[\n،۔,.])"
        ),
        "name.urdu",
    ),
    (
        re.compile(
            rf"(?:اسمي|إسمي|انا اسمي|أنا اسمي)\s(?:هو\s)?({_ARABIC_WORD}(?:\s{_ARABIC_WORD}){{0"
            rf",2}})"
            r"(?=\s{0,2}(?:$|[\n،.,]|و|من\s))"
        ),
        "name.arabic",
    ),
    (
        re.compile(
            rf"(?:^|[\s،,.!])(?:أنا|انا|معك|معكم|نحن|أنا اسمي)\s(?:الأستاذ |السيد |الدكتور |د\.\s?)?"
            rf"({_ARABIC_WORD}(?:\s(?!من\s){_ARABIC_WORD}){{0,2}})(?=\s{{0,2}}(?:$|[\n،.,!]|من\s))"
        ),
        "name.arabic_self",
    ),
    (
        re.compile(
            rf"(?:اسم من|نام من)\s({_ARABIC_WORD}(?:\s{_ARABIC_WORD}){{0,2}}?)\s(?:است|هست)"
        ),
        "name.persian",
    ),
    (
        re.compile(
            rf"मेरा (?:पूरा )?नाम\s({_HINDI_WORD}(?:\s{_HINDI_WORD}){{0,2}}?)\s(?:है|हैं)"
            rf"|मेरा नाम\s({_HINDI_WORD})(?=\s{{0,2}}(?:$|[।,.]))"
        ),
        "name.hindi",
    ),
    (
        re.compile(
            rf"(?:^|[\s।,.!])मैं\s({_HINDI_WORD}(?:\s{_HINDI_WORD}){{0,2}}?)\s(?:बोल रह|बात कर|हूँ|हूं)"
        ),
        "name.hindi_self",
    ),
    (
        re.compile(
            r"(?:שמי|השם שלי הוא|קוראים לי)\s([\u05d0-\u05ea]{2,15}(?:\s[\u05d0-\u05ea]{2,15})?)"
            r"(?=\s{0,2}(?:$|[\n,.!]|מ|ו))"
        ),
        "name.hebrew",
    ),
    (
        re.compile(r"(?:제 이름은|저는)\s?([\uac00-\ud7af]{2,4}?)(?=입니다|이에요|예요|라고)"),
        "name.korean",
    ),
    (
        re.compile(
            r"(?:私は|わたしは|名前は|^|[。、\s])([\u3040-\u30ff\u4e00-\u9fff]{2,8}?)(?=と申します|といいます|と言います)"
        ),
        "name.japanese",
    ),
    (
        re.compile(
            r"(?:我叫|我的名字是|我的名字叫|我名叫|我的全名是|姓名[:：]\s?|名字[:：]\s?)"
            r"([\u4e00-\u9fff]{2,4}?)(?=$|[，。,.!！\s]|来自|我|是|在|，)"
        ),
        "name.chinese",
    ),
    (
        re.compile(r"(?:我是|这是|我係)([\u4e00-\u9fff]{2,3}?)(?=$|[，。,.!！\s]|来自|我|在)"),
        "name.chinese",
    ),
)

_NO_NAMES = word_set(
    """
    نہیں ہاں جی ٹھیک یہاں آپ میں کیا لا نعم کچھ بہت ابھی ایک پاکستان من في هنا مهتم جديد طالب طبيب مهندس عميل موظف مدرس
    हाँ नहीं ठीक यहाँ एक बहुत अभी
    """
)
_POSTPOSITIONS = word_set("سے کا کے کی کو پر میں نے से का के की को पर में ने")
_BARE_ENDS = "。.!！،۔।"


def names_in_other_scripts(text: str, asked: bool) -> Iterator[Name]:
    """The names introduced in the text, and the text itself if it is a name and we `asked`."""
    if text.isascii():
        return
    for pattern, rule in _CUES:
        for match in pattern.finditer(text):
            place = 1 if match.group(1) is not None else 2
            value = match.group(place).strip()
            if _could_be(value, rule, match.group()):
                start = match.start(place)
                yield Name(value, (start, start + len(value)), 0.9, rule, takes_back(text, start))
    bare = text.strip().rstrip(_BARE_ENDS)
    if asked and bare and (_is_chinese(bare) or _is_of_words(bare)):
        start = text.index(bare)
        yield Name(bare, (start, start + len(bare)), 0.85, "name.asked", False)


def _could_be(value: str, rule: str, said: str) -> bool:
    words = value.split()
    if rule == "name.chinese" and not _has_chinese_surname(value):
        return False
    if words[0] in NO_NAMES or _NO_NAMES.intersection(words) or _POSTPOSITIONS.intersection(words):
        return False
    speaking = any(cue in said for cue in ("بول رہ", "بات کر", "बोल रह", "बात कर", "معك"))
    return not rule.endswith("_self") or speaking or fold(words[0]) in _known()


@cache
def _known() -> frozenset[str]:
    """The first names of these scripts, folded: Urdu and Arabic write the same ones apart."""
    return frozenset(fold(name) for name in FIRST_NAMES if not name[0].isascii())


def _has_chinese_surname(name: str) -> bool:
    return name[0] in CHINESE_SURNAMES or name[:2] in _LONG_SURNAMES


_LONG_SURNAMES = frozenset(
    "欧阳 歐陽 司马 司馬 诸葛 諸葛 上官 慕容 司徒 皇甫 尉迟 公孙 令狐 夏侯".split()
)


def _is_chinese(text: str) -> bool:
    return (
        2 <= len(text) <= 4
        and _has_chinese_surname(text)
        and all("\u4e00" <= character <= "\u9fff" for character in text)
    )


def _is_of_words(text: str) -> bool:
    """Whether it is one to four words in Arabic, Hebrew or an Indian script."""
    words = text.split()
    return (
        1 <= len(words) <= 4
        and not _NO_NAMES.intersection(words)
        and not _POSTPOSITIONS.intersection(words)
        and all("\u0590" <= sign <= "\u0dff" for word in words for sign in word)
        and "؟" not in text
        and "۔" not in text
    )
