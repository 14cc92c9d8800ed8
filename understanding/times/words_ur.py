"""Urdu words for times, in Latin and in Arabic script; English ones are mixed in by the lexicon."""

from __future__ import annotations

from understanding.times.lexicon import Entries

_ONES = [
    "zero",
    "aik",
    "do",
    "teen",
    "chaar",
    "paanch",
    "chay",
    "saat",
    "aath",
    "nau",
    "das",
    "gyarah",
    "barah",
    "terah",
    "chaudah",
    "pandrah",
    "solah",
    "satrah",
    "atharah",
    "unnees",
    "bees",
    "ikkees",
    "baees",
    "tayees",
    "chaubees",
    "pachees",
    "chhabbees",
    "sattaees",
    "athaees",
    "unattees",
    "tees",
]
_OTHER = {
    1: "ek|ik|ایک", 2: "دو", 3: "tin|تین", 4: "char|چار", 5: "panch|پانچ",
    6: "chhay|chhe|che|chey|چھ|چھے",
    7: "sat|سات", 8: "aat|ath|آٹھ", 9: "no|نو", 10: "dus|دس", 11: "gyara|giyarah|gyarha|گیارہ",
    12: "bara|barha|بارہ", 13: "تیرہ", 14: "چودہ", 15: "pandra|پندرہ", 16: "سولہ", 17: "سترہ",
    18: "اٹھارہ", 19: "انیس", 20: "بیس", 21: "اکیس", 22: "بائیس", 23: "تئیس", 24: "چوبیس",
    25: "پچیس", 26: "چھبیس", 27: "ستائیس", 28: "اٹھائیس", 29: "انتیس", 30: "تیس",
    31: "ikattees|اکتیس", 40: "chalees|چالیس", 45: "paintalees|پینتالیس", 50: "pachas|پچاس",
}  # fmt: skip


def _numbers() -> dict[int, str]:
    words = {n: word for n, word in enumerate(_ONES) if n not in (0,)}
    for n, more in _OTHER.items():
        words[n] = f"{words[n]}|{more}" if n in words else more
    # "do" and "no", "sat" and "to" are English words as well: hours only before "baje".
    words[2], words[7], words[9] = "دو|two", "saat|سات", "nau|نو"
    return words


URDU: Entries = {
    "weekday": {
        0: "peer|pir|somwar|somvaar|پیر|سوموار",
        1: "mangal|منگل",
        2: "budh|بدھ",
        3: "jumerat|jumeraat|jumairat|جمعرات",
        4: "juma|jumma|jummah|jumme|jume|jummay|جمعہ|جمعے",
        5: "hafta ke din|sanichar|سنیچر|ہفتہ کے دن|ہفتے کے دن|ہفتہ کو|ہفتے کو|haftay ko|hafte ko",
        6: "itwar|itwaar|اتوار",
    },
    "month": {
        1: "جنوری",
        2: "فروری",
        3: "مارچ",
        4: "اپریل",
        5: "مئی",
        6: "جون",
        7: "جولائی",
        8: "اگست",
        9: "ستمبر",
        10: "اکتوبر",
        11: "نومبر",
        12: "دسمبر",
    },  # fmt: skip
    "relative": {
        0: "aaj|aj|آج",
        1: "kal|aanay wala kal|آنے والا کل|کل",
        2: "parson|parso|parsoon|پرسوں",
        -1: "guzishta kal|guzra hua kal|گزشتہ کل",
    },  # fmt: skip
    "relative_part": {
        (0, "evening"): "aaj shaam|aaj sham|آج شام|aj sham|aj shaam|aaj raat|aj raat|آج رات",
        (0, "morning"): "aaj subah|aj subah|آج صبح",
        (0, "afternoon"): "aaj dopahar|aaj dopehar|آج دوپہر",
    },
    "part": {
        "morning": "subah|subha|subh|صبح|subah ko|subah ke waqt|subah mein",
        "afternoon": "dopahar|dopehar|dopeher|dupehar|دوپہر|dopahar ko|sah pehr|سہ پہر",
        "evening": "shaam|sham|شام|shaam ko|sham ko|shaam ke waqt",
        "night": "raat|rat|رات|raat ko|raat ke waqt",
    },
    "hour_mark": {"clock": "baje|bajay|bje|bajy|bajey|bjay|بجے|baj|بج|baje ke qareeb"},
    "oclock": "baje|bajay|bje|bajy|bajey|bjay|بجے",
    "half_after": "saade|sade|saray|sarhay|ساڑھے|sadhe|saadhe",
    "quarter_after": "sawa|سوا|sava",
    "quarter_before": "paune|pone|پونے|paunay",
    "hour_and_minute": {
        (1, 30): "dedh|derh|ڈیڑھ",
        (2, 30): "dhai|adhai|dhaai|ڈھائی|اڑھائی",
        (12, 45): "paune ek|پونے ایک",
        (1, 15): "sawa ek|سوا ایک",
    },
    "next": "agla|agle|aglay|agli|aanay walay|اگلا|اگلے|اگلی|aane wale|آنے والے|aanay wala",
    "this": "is|iss|isi|اس|اسی",
    "last": "pichla|pichle|pichlay|pichli|پچھلا|پچھلے|پچھلی|guzishta|گزشتہ",
    "unit": {
        "minute": "منٹ",
        "hour": "ghanta|ghantay|ghante|ghanton|گھنٹہ|گھنٹے|گھنٹوں",
        "day": "din|dinon|dino|دن|دنوں",
        "week": "hafta|hafte|haftay|hafton|ہفتہ|ہفتے|ہفتوں",
        "month": "mahina|mahine|mahinay|maheena|maheene|mah|مہینہ|مہینے|ماہ|مہینوں",
        "year": "saal|sal|سال",
    },  # fmt: skip
    "number": _numbers(),
    "one": "ek|aik|ایک",
    "few": {2: "do|do teen|چند|chand|kuch"},
    "half_a": "aadha|aadhay|aadhe|adha|adhe|adhay|آدھا|آدھے|آدھ",
    "from_now": "baad|bad|ke baad|mein|main|بعد|کے بعد|میں|ke andar|کے اندر",
    "ago": "pehle|pehlay|pahle|پہلے|qabl|قبل",
    "later_today": "aaj hi|aj hi|آج ہی|aaj kisi waqt|aaj kisi bhi waqt",
    "at": "taqreeban|qareeb|تقریبا|تقریباً",
    "on": "ko|کو|mein|main|میں|ke|ki|ka|کے|کی|کا|par|پر|pe|tareekh|tarikh|تاریخ|waqt|وقت|hi|ہی",
    "any": "kisi bhi|kisi|har|کسی بھی|کسی|ہر|koi bhi|koi",
    "each": {1: "har|ہر"},
    "same_time": "isi waqt|usi waqt|same waqt|اسی وقت",
    "right_now": "abhi|ابھی",
    "onward": "ke baad|کے بعد|se|kay baad|سے|k baad|sy",
    "backward": "se pehle|tak|سے پہلے|تک|sy pehly|se pehlay|say pehle|se qabl",
    "until": "se|say|سے|ta|تا",
    "or": "ya|یا|ya phir|یا پھر|warna|ورنہ",
    "and": "aur|اور",
    "limit_article": "ko|کو",
    "part_cue": "kisi|har|ko|mein|کسی|ہر",
    "in_part": "baje|بجے",
    "tarikh": "tareekh|tarikh|تاریخ",
    "idle": "subah bakhair|صبح بخیر|shab bakhair|شب بخیر|din ba din|aaj kal|aajkal|آج کل"
    "|24 ghantay|rozana|روزانہ|ek minute|aik minute|ایک منٹ|har roz|ہر روز|har din|fi mahina"
    "|mahine mein|har mahine|ek din|kisi din|din raat|دن رات|is waqt|اس وقت|kis waqt|kis din"
    "|کس وقت|کس دن|do you|main|mein aap|khuda hafiz|kal tak",
}
