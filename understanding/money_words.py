"""Words and signs of money."""

from __future__ import annotations

import re
from decimal import Decimal

SYMBOLS = {
    "$": "$", "us$": "USD", "c$": "CAD", "a$": "AUD", "ca$": "CAD", "au$": "AUD", "nz$": "NZD",
    "hk$": "HKD", "s$": "SGD", "r$": "BRL", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR",
    "₨": "PKR", "₽": "RUB", "₺": "TRY", "₩": "KRW", "₪": "ILS", "zł": "PLN", "₦": "NGN", "₫": "VND", "₱": "PHP", "฿": "THB", "₴": "UAH",
    "৳": "BDT", "₵": "GHS", "usd$": "USD", "aud$": "AUD", "cad$": "CAD", "nzd$": "NZD", "sgd$": "SGD", "hkd$": "HKD", "mx$": "MXN", "元": "CNY", "円": "JPY", "₣": "CHF",
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
    "libras": "GBP", "swiss francs": "CHF", "schweizer franken": "CHF", "francs suisses": "CHF",
    "reais": "BRL", "reais brasileiros": "BRL", "rubles": "RUB", "roubles": "RUB", "rub": "RUB",
    "рублей": "RUB", "руб": "RUB", "naira": "NGN", "ngn": "NGN", "zloty": "PLN", "złotych": "PLN",
    "shekels": "ILS", "ils": "ILS", "baht": "THB", "thb": "THB", "won": "KRW", "krw": "KRW",
    "kronor": "SEK", "kroner": "NOK", "dkr": "DKK", "ringgit": "MYR", "myr": "MYR", "idr": "IDR",
    "rupiah": "IDR", "php": "PHP", "taka": "BDT", "bdt": "BDT", "lkr": "LKR", "npr": "NPR",
    "kes": "KES", "qar": "QAR", "kwd": "KWD", "bhd": "BHD", "omr": "OMR", "egp": "EGP",
    "ron": "RON", "lei": "RON", "bgn": "BGN", "uah": "UAH", "hryvnia": "UAH", "isk": "ISK",
    "clp": "CLP", "cop": "COP", "ars": "ARS", "pen": "PEN", "soles": "PEN", "vnd": "VND",
    "aussie dollars": "AUD", "australian dollars": "AUD", "canadian dollars": "CAD",
    "singapore dollars": "SGD", "kiwi dollars": "NZD", "new zealand dollars": "NZD",
    "hong kong dollars": "HKD", "american dollars": "USD", "indian rupees": "INR",
    "pakistani rupees": "PKR", "rupien": "INR", "roupies": "INR", "rupias": "INR", "teuro": "EUR",
    "روپیے": "PKR", "ڈالر": "$", "درہم": "AED", "ریال": "SAR", "dollari": "$", "dollars us": "USD",
    "us dollar": "USD", "pound sterling": "GBP", "rp": "IDR",
}  # fmt: skip
SCALES = {
    "k": 1000, "grand": 1000, "thousand": 1000, "thousands": 1000, "thou": 1000, "tausend": 1000,
    "tsd": 1000, "mille": 1000, "mil": 1000, "hundred": 100, "m": 10**6, "mn": 10**6, "mio": 10**6,
    "mil.": 10**6, "million": 10**6, "millions": 10**6, "millionen": 10**6, "millones": 10**6,
    "millón": 10**6, "lakh": 10**5, "lakhs": 10**5, "lac": 10**5, "lacs": 10**5, "لاکھ": 10**5,
    "crore": 10**7, "crores": 10**7, "کروڑ": 10**7, "hazar": 1000, "hazaar": 1000, "ہزار": 1000,
    "cr": 10**7, "l": 10**5, "bn": 10**9, "billion": 10**9, "kilo": 1000, "mm": 10**6, "mill": 10**6,
    "millon": 10**6, "tsd.": 1000, "mio.": 10**6, "milliarden": 10**9, "mrd": 10**9,
    "mila": 1000, "hundert": 100, "nghìn": 1000, "triệu": 10**6, "万": 10**4,
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
    "cien": 100, "ciento": 100, "doscientos": 200, "trescientos": 300, "cuatrocientos": 400,
    "quinientos": 500, "seiscientos": 600, "setecientos": 700, "ochocientos": 800,
    "novecientos": 900, "quince": 15, "diez": 10, "veinte": 20, "treinta": 30, "cincuenta": 50,
    "do": 2, "teen": 3, "char": 4, "paanch": 5, "panch": 5, "das": 10, "bees": 20, "pachas": 50,
    "دو": 2, "تین": 3, "چار": 4, "پانچ": 5, "دس": 10, "بیس": 20, "پچاس": 50,
}  # fmt: skip
_GERMAN_UNITS = {
    "ein": 1, "eins": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7,
    "acht": 8, "neun": 9, "zehn": 10, "elf": 11, "zwölf": 12, "fünfzehn": 15, "zwanzig": 20,
    "fünfundzwanzig": 25, "dreißig": 30, "vierzig": 40, "fünfzig": 50, "achtzig": 80,
}  # fmt: skip
NUMBER_WORDS |= {
    unit + scale: value * factor
    for unit, value in _GERMAN_UNITS.items()
    for scale, factor in (("hundert", 100), ("tausend", 1000), ("hunderttausend", 10**5))
    if factor == 1000 or value < 10
}
# Words that multiply inside a number: "two thousand five hundred".
FACTORS = {
    "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "lakh": 10**5,
    "crore": 10**7, "hundert": 100, "tausend": 1000, "mille": 1000, "mil": 1000, "cent": 100,
    "hazar": 1000, "sau": 100, "ہزار": 1000, "لاکھ": 10**5,
}  # fmt: skip
# "half a million", "a couple of thousand": only before a scale.
VAGUE = {
    "half a": Decimal("0.5"), "a half": Decimal("0.5"), "a quarter of a": Decimal("0.25"),
    "quarter of a": Decimal("0.25"), "a quarter": Decimal("0.25"), "quarter": Decimal("0.25"),
    "three quarters of a": Decimal("0.75"), "one and a half": Decimal("1.5"),
    "two and a half": Decimal("2.5"), "three and a half": Decimal("3.5"),
    "four and a half": Decimal("4.5"), "a couple of": Decimal(2), "a couple": Decimal(2),
    "couple of": Decimal(2), "couple": Decimal(2), "a": Decimal(1), "anderthalb": Decimal("1.5"),
    "eineinhalb": Decimal("1.5"), "eine halbe": Decimal("0.5"), "eine": Decimal(1),
    "zweieinhalb": Decimal("2.5"), "un demi": Decimal("0.5"), "un": Decimal(1),
    "medio": Decimal("0.5"), "dedh": Decimal("1.5"), "dhai": Decimal("2.5"), "ڈیڑھ": Decimal("1.5"),
    "ek": Decimal(1), "ایک": Decimal(1),
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
    r"\b(?:do (?:it|this|that) for|limit (?:is|would be|of)|priced?|quoted?|worth|offer|expensive|fee|deposit|salary|budget(?:s|ed|ing)?|bugdet|budjet|afford|spend(?:ing)?|pay(?:ing)?"
    r"|invest(?:ing|ment)?|price range|price limit"
    r"|allocate[d]?|allocation|set aside|funds?|funding|cost(?:s|ing)?|willing to"
    r" (?:pay|spend)|ausgeben"
    r"|kosten|dépenser|investir|gastar|presupuesto|invertir|kharch\w*|how much (?:can|do|are|would)"
    r"|spare|shell out|ceiling|go up to|put in|price|charge[ds]?|paid|prix|preis"
    r"|precio|qeemat)\b|بجٹ",
    re.IGNORECASE,
)
NO_LESS = re.compile(
    r"\b(?:no|not|nicht|pas) (?:less|fewer|lower|weniger|moins) (?:than|als|de)\s$", re.IGNORECASE
)
BELOW = re.compile(
    r"(?:\b(?:nothing (?:over|above|more than|beyond)|nicht mehr als|nicht über|pas plus de|no más de|non più di"
    r"|as (?:high|much) as|the most (?:i|we) (?:can|could|would|will)(?: \w+){0,2} is|no (?:higher|greater|bigger) than|under|below|less than|up to|at most|max(?:imum)?(?:\.(?=\s))?(?: of| budget(?: is| of)?)?|como mucho|au plus|al massimo|no máximo|hooguit|no more than"
    r"|not more than|within"
    r"|not over|not exceeding|cheaper than|a maximum of|limit(?: is| of| would be)?"
    r"|cap(?:ped)?(?: at| of| is)?|until"
    r"|ceiling(?: is| of)?|can(?:'|’)?t go (?:over|above|beyond|past)|can't exceed|cannot exceed|not exceed|exceed|unter|bis zu"
    r"|maximal|höchstens"
    r"|bis|weniger als|moins de|jusqu'à|maximum de|au maximum|menos de|hasta|máximo(?: de)?|tops)(?:\b|(?<=max)\.)|(?:^|\s)(?:<|≤|~?<=)"
    r"|(?:don't|do not|can't|cannot) (?:want to |go |spend |pay )*(?:over|above|more than|beyond))"
    r"\s{0,2}(?:about |around |roughly |ca\. )?$",
    re.IGNORECASE,
)
ABOVE = re.compile(
    r"\b(?:north of|in excess of|over|above|more than|at least|minimum(?: of)?|min(?: of)?|starting (?:at"
    r"|from)|from|upwards of"
    r"|no less than|not less than|mehr als|mindestens|über|ab|plus de|au moins|à partir de|más de"
    r"|al menos|mínimo(?: de)?|desde|exceeding|>)\s{0,2}(?:about |around |roughly )?$",
    re.IGNORECASE,
)
_EVERY = (
    r"\s?(?:per|a|an|/|each|every|pro|je|jede[nrs]?|par|por|cada|al|a la|im|in der|die|der|le|chaque"
    r"|de l['’]|l['’]|à l['’]|p\.?|the|ek|har|fi|فی)\s?-?"
)
_UNITS = {
    "month": (
        "month|mo|monat|mois|mes|mahina|mahine|ماہ",
        r"monthly|monatlich|mensuel\w*|mensual\w*|p\.?m\b\.?|pcm|mahana|mahina|mahine|har mahine",
    ),
    "year": (
        "year|yr|annum|jahr|an|année|año|saal|سال",
        r"yearly|annually|annual|jährlich|p\.?a\.?|anual\w*|salana",
    ),
    "week": ("week|wk|woche|semaine|semana|hafta", "weekly|wöchentlich"),
    "day": ("day|tag|jour|día|dia|din", "daily|täglich"),
    "hour": ("hour|hr|h|stunde|heure|hora|ghanta", "hourly"),
    "person": (
        "person|pax|user|seat|head|guest|kopf|tête|cabeza|license|licence|employee|agent|nutzer|utilisateur|usuario|persona"
        "|personne",
        r"per-user|p\.?p\b\.?|pp",
    ),
    "project": ("project|projekt|projet|proyecto|job|unit|piece|item", "per-project"),
}
PER = {
    name: re.compile(rf"(?:{_EVERY}(?:{nouns})|\s?(?:{adverbs}))(?!\w)", re.IGNORECASE)
    for name, (nouns, adverbs) in _UNITS.items()
}
# What a number counts when it is not money.
# What may follow "5k" when it is an amount; any other word after it is what is counted.
AFTER_AMOUNT = re.compile(
    r"\s?(?:$|[^\w\s]|(?:a|an|per|each|for|to|and|but|or|max|maximum|maximal|tops|budget|total|totally"
    r"|is|was|would|will|right|now|at|if|in|please|pls|thanks|all|including|incl|excluding|plus|upfront"
    r"|up|so|ish|on|with|by|from|down|as|monthly|yearly|annually|weekly|daily|over|until|when|which"
    r"|that|this|it|its|should|could|can|we|i|you|they|only|though|because|since|then|available|ready"
    r"|approved|allocated|saved|invested|investment|tax|vat|net|gross|range|altogether|overall|roughly|top"
    r"|before|after|without|not|no|yes|ok|okay|i'm|im|maybe|probably|depending|give|of budget|of funding"
    r"|pro|im|und|oder|bis|höchstens|für|insgesamt|par|et|ou|environ|pour|au|de budget|al|por|y|o|para"
    r"|hai|hain|ka|ki|mein|tak|se|ہے|کا|کی|تک|میں|dollar\w*|euro\w*)(?!\w))",
    re.IGNORECASE,
)
COUNTED = re.compile(
    r"\s?-?(?:people|persons?|users?|employees|staff|seats|licen[cs]es|customers"
    r"|clients|visitors|followers"
    r"|contacts|leads|orders|units|pieces|items|pages|products|items|figures|digits|km|miles|meters"
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
# Currencies of several countries that are called the same.
SAME_NAME = (
    (("rs", "rupee", "rupees", "rupay", "rupaye"), ("INR", "PKR", "LKR", "NPR", "MUR")),
    (("kr", "kroner", "kronor"), ("SEK", "NOK", "DKK", "ISK")),
    (("pesos",), ("MXN", "ARS", "CLP", "COP", "PHP")),
    (("dirham", "dirhams"), ("AED", "MAD")),
    (("riyal", "riyals"), ("SAR", "QAR", "OMR")),
)
# Where "mil" is a thousand and no million.
MIL_IS_THOUSAND = frozenset(
    "ES MX AR CO CL PE VE EC GT CU BO DO HN PY SV NI CR PA UY PT BR AD".split()
)
