"""Words and signs of money."""

from __future__ import annotations

import re

SYMBOLS = {
    "$": "$", "us$": "USD", "c$": "CAD", "a$": "AUD", "ca$": "CAD", "au$": "AUD", "nz$": "NZD",
    "hk$": "HKD", "s$": "SGD", "r$": "BRL", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR",
    "₨": "PKR", "₽": "RUB", "₺": "TRY", "₩": "KRW", "₪": "ILS", "zł": "PLN",
}  # fmt: skip
CODES = {
    "usd": "USD", "dollar": "$", "dollars": "$", "us dollars": "USD", "bucks": "$", "buck": "$",
    "eur": "EUR", "euro": "EUR", "euros": "EUR", "gbp": "GBP", "pound": "GBP", "pounds": "GBP",
    "quid": "GBP", "sterling": "GBP", "pounds sterling": "GBP", "chf": "CHF", "francs": "CHF",
    "franken": "CHF", "sfr": "CHF", "cad": "CAD", "aud": "AUD", "nzd": "NZD", "sgd": "SGD",
    "hkd": "HKD", "jpy": "JPY", "yen": "JPY", "inr": "INR", "pkr": "PKR", "rs": "PKR",
    "rupees": "PKR", "rupee": "PKR", "rupay": "PKR", "rupaye": "PKR", "روپے": "PKR", "روپیہ": "PKR",
    "aed": "AED", "dirhams": "AED", "dirham": "AED", "sar": "SAR", "riyal": "SAR", "riyals": "SAR",
    "sek": "SEK", "nok": "NOK", "dkk": "DKK", "kr": "SEK", "pln": "PLN", "czk": "CZK", "huf": "HUF",
    "mxn": "MXN", "pesos": "MXN", "brl": "BRL", "zar": "ZAR", "rand": "ZAR", "cny": "CNY",
    "yuan": "CNY", "rmb": "CNY", "try": "TRY", "lira": "TRY", "dólares": "$", "dolares": "$",
    "libras": "GBP",
}  # fmt: skip
SCALES = {
    "k": 1000, "grand": 1000, "thousand": 1000, "thousands": 1000, "thou": 1000, "tausend": 1000,
    "tsd": 1000, "mille": 1000, "mil": 1000, "hundred": 100, "m": 10**6, "mn": 10**6, "mio": 10**6,
    "mil.": 10**6, "million": 10**6, "millions": 10**6, "millionen": 10**6, "millones": 10**6,
    "millón": 10**6, "lakh": 10**5, "lakhs": 10**5, "lac": 10**5, "lacs": 10**5, "لاکھ": 10**5,
    "crore": 10**7, "crores": 10**7, "کروڑ": 10**7, "hazar": 1000, "hazaar": 1000, "ہزار": 1000,
    "bn": 10**9, "billion": 10**9, "kilo": 1000,
}  # fmt: skip
NUMBER_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90, "hundred": 100,
    "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9,
    "zehn": 10, "zwanzig": 20, "dreißig": 30, "fünfzig": 50, "hundert": 100,
    "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "sept": 7, "huit": 8, "neuf": 9, "dix": 10,
    "vingt": 20, "trente": 30, "cinquante": 50, "cent": 100,
    "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "nueve": 9,
    "diez": 10, "veinte": 20, "treinta": 30, "cincuenta": 50, "cien": 100,
    "do": 2, "teen": 3, "char": 4, "paanch": 5, "panch": 5, "das": 10, "bees": 20, "pachas": 50,
    "دو": 2, "تین": 3, "چار": 4, "پانچ": 5, "دس": 10, "بیس": 20, "پچاس": 50,
}  # fmt: skip
CURRENCY_OF_REGION = {
    "US": "USD", "GB": "GBP", "DE": "EUR", "FR": "EUR", "ES": "EUR", "IT": "EUR", "NL": "EUR",
    "AT": "EUR", "BE": "EUR", "IE": "EUR", "PT": "EUR", "FI": "EUR", "GR": "EUR", "LU": "EUR",
    "SK": "EUR", "SI": "EUR", "EE": "EUR", "LV": "EUR", "LT": "EUR", "HR": "EUR", "CY": "EUR",
    "MT": "EUR", "CH": "CHF", "LI": "CHF", "PK": "PKR", "IN": "INR", "CA": "CAD", "AU": "AUD",
    "NZ": "NZD", "SG": "SGD", "HK": "HKD", "JP": "JPY", "AE": "AED", "SA": "SAR", "SE": "SEK",
    "NO": "NOK", "DK": "DKK", "PL": "PLN", "CZ": "CZK", "HU": "HUF", "MX": "MXN", "BR": "BRL",
    "ZA": "ZAR", "CN": "CNY", "TR": "TRY",
}  # fmt: skip

ABOUT_MONEY = re.compile(
    r"\b(?:budget(?:s|ed|ing)?|bugdet|budjet|afford|spend(?:ing)?|pay(?:ing)?"
    r"|invest(?:ing|ment)?|price range|price limit"
    r"|allocate[d]?|allocation|set aside|funds?|funding|cost(?:s|ing)?|willing to"
    r" (?:pay|spend)|ausgeben"
    r"|kosten|dépenser|investir|gastar|presupuesto|invertir|kharch\w*|how much (?:can|do|are|would)"
    r"|spare|shell out|ceiling|go up to|put in|price|charge[ds]?|paid|prix|preis"
    r"|precio|qeemat)\b|بجٹ",
    re.IGNORECASE,
)
BELOW = re.compile(
    r"(?:\b(?:under|below|less than|up to|at most|max(?:imum)?(?: of)?|no more than"
    r"|not more than|within"
    r"|not over|not exceeding|cheaper than|a maximum of|limit(?: is| of)?"
    r"|cap(?:ped)?(?: at| of| is)?|until"
    r"|ceiling(?: is| of)?|can't exceed|cannot exceed|not exceed|exceed|unter|bis zu"
    r"|maximal|höchstens"
    r"|bis|weniger als|moins de|jusqu'à|maximum de|au maximum|menos de|hasta|máximo(?: de)?|tops|<)"
    r"|(?:don't|do not|can't|cannot) (?:want to |go |spend |pay )*(?:over|above|more than|beyond))"
    r"\s{0,2}(?:about |around |roughly |ca\. )?$",
    re.IGNORECASE,
)
ABOVE = re.compile(
    r"\b(?:over|above|more than|at least|minimum(?: of)?|min(?: of)?|starting (?:at"
    r"|from)|from|upwards of"
    r"|no less than|not less than|mehr als|mindestens|über|ab|plus de|au moins|à partir de|más de"
    r"|al menos|mínimo(?: de)?|desde|exceeding|>)\s{0,2}(?:about |around |roughly )?$",
    re.IGNORECASE,
)
_EVERY = r"\s?(?:per|a|an|/|each|every|pro|par|por|al|im|le|p\.?|the|ek|fi|فی)\s?-?"
_UNITS = {
    "month": (
        "month|mo|monat|mois|mes|mahina|mahine|ماہ",
        r"monthly|monatlich|mensuel\w*|mensual\w*|pm|pcm|mahana",
    ),
    "year": (
        "year|yr|annum|jahr|an|année|año|saal|سال",
        r"yearly|annually|annual|jährlich|p\.?a\.?|anual\w*|salana",
    ),
    "week": ("week|wk|woche|semaine|semana|hafta", "weekly|wöchentlich"),
    "day": ("day|tag|jour|día|dia|din", "daily|täglich"),
    "hour": ("hour|hr|h|stunde|heure|hora|ghanta", "hourly"),
    "person": (
        "person|user|seat|head|license|licence|employee|agent|nutzer|utilisateur|usuario|persona"
        "|personne",
        "per-user",
    ),
    "project": ("project|projekt|projet|proyecto|job|unit|piece|item", "per-project"),
}
PER = {
    name: re.compile(rf"(?:{_EVERY}(?:{nouns})|\s?(?:{adverbs}))\b", re.IGNORECASE)
    for name, (nouns, adverbs) in _UNITS.items()
}
# What a number counts when it is not money.
COUNTED = re.compile(
    r"\s?-?(?:people|persons?|users?|employees|staff|seats|licen[cs]es|customers"
    r"|clients|visitors|followers"
    r"|contacts|leads|orders|units|pieces|items|pages|products|items|km|miles|meters"
    r"|sq|square|kg|gb|mb|tb|ml|cm|mm"
    r"|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|yrs?|am|pm|o'?clock|uhr"
    r"|percent|prozent|%"
    r"|times|views|downloads|emails|messages|calls|steps|locations|stores|shops|rooms"
    r"|beds|guests|children"
    r"|leute|mitarbeiter\w*|personen|nutzer|kunden|stück|tage|wochen|monate|jahre|stunden|minuten"
    r"|personnes|utilisateurs|employés|clients|jours|semaines|mois|ans|heures"
    r"|personas|usuarios|empleados"
    r"|días|semanas|meses|años|horas|log|st|nd|rd|th|degrees|stars?|points"
    r"|(?:\w{3,12} ){0,1}(?:users"
    r"|people|employees|customers|contacts|leads|visitors|members|subscribers|students))\b",
    re.IGNORECASE,
)
