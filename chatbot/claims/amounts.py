"""Amounts of money in a text, in one written form: `1200 EUR`, `50 %`, `free`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from chatbot.claims import folding
from chatbot.claims.number_words import with_digits

FREE = "free"
UNNAMED = "?"
UNREADABLE = "in words"
_CURRENCIES = {
    "EUR": "€ eur euro euros euri euroa eura evro evra ευρω евро اورو يورو 欧元 ユーロ 유로",
    "USD": "$ us$ usd dollar dollars dollari dolar dolares dolary dolaru dolara bucks buck "
    "доллар* долар* δολαρι* دولار ڈالر डॉलर ডলার ドル 美元 달러",
    "GBP": "£ gbp pound pounds quid sterling pfund libra libras livre livres sterlina sterline "
    "фунт*",
    "CHF": "chf sfr franken franc francs franchi",
    "JPY": "¥ jpy yen 円 엔",
    "CNY": "cny rmb yuan 元 人民币",
    "INR": "₹ inr rupee rupees rupien roupies rupias rupie रुपये रुपए টাকা ரூபாய் రూపాయలు",
    "PKR": "₨ pkr rs روپے روپيه روپیہ rupay rupaye",
    "BRL": "r$ brl real reais",
    "MXN": "mxn peso pesos",
    "PLN": "pln zl zloty zlotych zlote",
    "CZK": "kc czk korun koruny",
    "SEK": "kr sek nok dkk kronor kroner krona krone",
    "HUF": "huf ft forint",
    "RON": "ron lei leu",
    "BGN": "bgn лв лева",
    "UAH": "₴ uah грн гривен гривень",
    "RUB": "₽ rub руб рублей рубля рубль",
    "TRY": "₺ try tl lira liras",
    "ILS": "₪ ils nis שקל שקלים",
    "AED": "aed dirham dirhams درهم",
    "SAR": "sar riyal ريال",
    "IRR": "irr تومان",
    "KRW": "₩ krw won 원",
    "THB": "฿ thb baht บาท",
    "VND": "₫ vnd dong",
    "IDR": "rp idr rupiah",
    "MYR": "rm myr ringgit",
    "PHP": "₱ php piso",
    "KES": "ksh kes tsh shilingi",
    "NGN": "₦ ngn naira",
    "?": "grand kilobucks",
    "CENT": "c cent cents centavos centimes rappen ct ¢",
}
_WORDS = {
    folding.plain(word): code for code, words in _CURRENCIES.items() for word in words.split()
}
_STEMS = tuple((word[:-1], code) for word, code in _WORDS.items() if word.endswith("*"))
_ALTERNATIVES = "|".join(
    (re.escape(word[:-1]) + r"\w*" if word.endswith("*") else re.escape(word))
    + (r"(?![^\W\d_])" if word[-1].isascii() and word[-1].isalpha() else "")
    for word in sorted(_WORDS, key=len, reverse=True)
    if word != "c"
)
_CURRENCY = rf"(?:(?<![^\W\d_])(?:{_ALTERNATIVES})|[€$£¥₹₽₺₩₪₴])"
_NUMBER = r"\d{1,12}(?:[.,'\u00a0\u202f ]\d{3})*(?:[.,]\d{1,2})?(?!\d)"
_TIMES = r"(?:\s?(?:k|tsd|mio|mille|thousand|million|tausend|mil|millones|millionen|lakh|crore|тыс|млн|万|만)(?![^\W\d_]))?"
_RANGE = rf"(?P<low>{_NUMBER})(?P<low_times>{_TIMES})\s?(?:-|–|to|bis|a|à|and|und|et|y|or)\s?"
_AFTER = re.compile(
    rf"(?:{_RANGE})?(?P<number>{_NUMBER})(?P<times>{_TIMES})(?:,-|\.-)?\s?(?P<currency>{_CURRENCY})"
)
_BEFORE = re.compile(
    rf"(?P<currency>{_CURRENCY})\.?\s?(?P<number>{_NUMBER})(?P<times>{_TIMES})"
    rf"(?:\s?(?:-|–|to|bis|a|à|and|und)\s?(?P<high>{_NUMBER})(?P<high_times>{_TIMES})(?!\s?%))?"
)
_TIMES_VALUE = {
    **dict.fromkeys(("k", "tsd", "mille", "thousand", "tausend", "mil", "тыс"), 1000),
    **dict.fromkeys(("mio", "million", "millones", "millionen", "млн"), 1_000_000),
    "lakh": 100_000,
    "crore": 10_000_000,
    "万": 10_000,
    "만": 10_000,
}
_HAS_DIGIT = re.compile(r"\d")
_PERCENT = re.compile(
    r"(\d{1,3}(?:[.,]\d{1,2})?)\s?(?:%|percent|per cent|prozent|pour ?cent|por ?ciento|per ?cento|por ?cento|procent|٪|फीसदी|فيصد)"
)
_REDUCED = re.compile(
    r"\boff\b|discount|reduc|cheaper|sav(?:e|ing)|\bspar(?:en|st|e)\b|ersparnis|econom|ahorr|risparmi|bespaar|oszczed|less\b|rebate|rabatt|nachlass|gunstiger|remise"
    r"|descuent|rebaja|sconto|desconto|korting|скидк|znizk|slev|indirim|rea\b|alennus|discont"
    r"|خصم|تخفيف|رعايت|छूट|ছাড়|ส่วนลด|折|割引|할인|diskon|giam"
)
_FREE = re.compile(
    r"free of charge|\bfor (?:free|nothing)\b|\bon the house\b|\b(?:month|year|week|page|logo|website|site|shop|hosting|setup|set-up|one|maintenance|care|domain|design|photos?|texts?)s? (?:is |are |comes? |will be |would be )?free\b|\bat our expense\b|thrown? in\b|(?:vous|t'|te) (?:est|sont) offert|\boffert(?:e?s?)\b|regalo\b|\bde regalo|geschenkt|aufs haus|cortesia|omaggio|cadeau|at no (?:\w+ )?c(?:ost|harge)|no charge\b(?! for asking)|complimentary|costs? nothing"
    r"|won't cost (?:you )?(?:a thing|anything)|\bgratis\b|kostenlos|kostenfrei|unentgeltlich|umsonst"
    r"|gratuit|sans frais|sin coste?\b|sin cargo|sem custo|de graca\b|zonder kosten|bezplatn|besplatn"
    r"|zdarma|zadarmo|za darmo|darmowy|ingyen|ucretsiz|bedava|ilmai(?:nen|seksi)|tasuta|bezmaksas"
    r"|nemokam|бесплатн|безкоштовн|безплатн|δωρεαν|mien phi|percuma|\bbure\b|\blibreng?\b|doan\b"
    r"|مجان|رايگان|مفت|חינם|मुफ्त|नि:शुल्क|বিনামূল্যে|இலவச|ఉచిత|ฟรี|免费|免費|無料|무료"
    r"|\bfree (?:\w+ )?(?:consultation|trial|quote|estimate|session|demo|audit|advice|check|upgrade"
    r"|delivery|shipping|website|domain|hosting|support|month|year|of cost|assessment|offer)\b"
    r"|(?:consultation|call|meeting|session|trial|demo|quote|service|estimate|advice|it|this"
    r"|everything)(?: is|'s| will be) (?:completely |totally |absolutely |also |always )?free"
    r"(?! (?:on|at|from|of|to|tomorrow|today|then|again|this|next|all|for (?:you )?(?:on|at)))\b"
)
_PRICED = re.compile(
    r"(?:costs?|makes|macht|fait|comes? to|hace|price (?:is|of|at)|priced at|fee (?:is|of)|you pay|you'd pay|charge|kostet|kosten"
    r"|preis (?:ist|von|liegt bei)|coute|prix (?:est|de)|cuesta|precio (?:es|de)|costa|prezzo (?:e|di)"
    r"|custa|preco (?:e|de)|kost|for (?:only|just))"
    r" (?:you |only |just |about |around |from |nur |etwa |ca\.? |ab |environ |seulement |unos |solo "
    r"|circa |cerca de |ongeveer )*"
    rf"(?P<number>{_NUMBER})(?P<times>{_TIMES})(?![^\W\d_:]|[:.]\d)"
    r"(?!\s?(?:min|hour|stund|heur|hora|day|tag|week|woche|month|monat|jahr|year|%|percent|people))"
)
_FOR = re.compile(
    rf"\b(?:for|fur|pour|por|per|voor|za) (?P<number>{_NUMBER})(?P<times>{_TIMES})(?=\s?(?:[.!;]|,\s|$))"
)
_YEAR = re.compile(r"(?:19|20)\d\d$")
_LEAST_PRICE = 100  # a bare number below may count people, pages or minutes
_PARTS_OFF = (
    (
        50,
        re.compile(
            r"\bhalf(?:[- ]| the | our | off | of the )(?:price|off|cost|fee|rate)|\bhalf off\b"
            r"|halb\w* preis|zur halfte|moitie prix|moitie du prix|a moitie|mitad de(?:l)? precio|a mitad"
            r"|meta prezzo|a meta|metade do preco|pela metade|halve prijs|pol ceny|polow\w+ ceny"
            r"|yari fiyat\w*|полцены|половин\w+ цен\w|نصف السعر|نصف الثمن|آدھی قیمت|آدھے دام|aadh[iey] (?:qeemat|daam)"
            r"|adh[iey] (?:qeemat|daam)|आधी कीमत|आधे दाम|半价|半價|半額"
        ),
    ),
    (33, re.compile(r"\ba third (?:off|less|cheaper)|ein drittel (?:weniger|gunstiger|billiger)")),
    (
        25,
        re.compile(r"\ba quarter (?:off|less|cheaper)|ein viertel (?:weniger|gunstiger|billiger)"),
    ),
)
# A multiple that `with_digits` knows no digits for, before a currency: it can't be compared.
_SPELLED = re.compile(
    r"(?:grand|thousand|hundred|tausend|hundert|mila|duizend|honderd|tysiac\w*|tysiec\w*|sto|bin|yuz"
    r"|тысяч\w*|сот\w*|ست|الف|الاف|ألف|آلاف|ہزار|لاکھ|سو|ha[sz]+a?ar|lakh|sau|हजार|हज़ार|लाख|सौ|千|万|萬|百)"
    rf"\s?(?:{_CURRENCY})"
)
ASSERTS_PRICE = re.compile(
    r"\b(?:cost|price|charge|fee|deal|discount|sell|sold|pay\b|only|just|total|quote|offer|agreed"
    r"|binding|yours for|kost|preis|gebuhr|rabatt|angebot|zahl|gesamt|nur\b|cout|prix|tarif|remise"
    r"|payer|seulement|offre|cuesta|cost|precio|descuento|oferta|pagar|solo\b|costa|prezzo|sconto"
    r"|offerta|custa|preco|desconto|prijs|korting|aanbod|betaal|slechts)\w*"
)

FREE_ITSELF = re.compile(
    r"\b(?:meeting|call|consult|conversation|talk|chat|advice|look|question|opinion|it\b|that\b|this\b"
    r"|gesprach|termin|beratung|kennenlern|treffen|meinung|erst|das\b|rendez|entretien|echange|conseil"
    r"|appel|cela\b|c'est|reuniao|reunion|cita\b|consulta|llamada|asesor|eso\b|esto\b|mulaqat|muft|incontro"
    r"|colloquio|chiamata|consulenza|conversa|chamada|gesprek|afspraak|advies|spotkani|rozmow|konsult"
    r"|gorusme|toplanti)\w*"
    r"|ملاقات|میٹنگ|مشور|بات|لقاء|موعد|اجتماع|استشار|मुलाक|मीटिंग|बैठक|परामर्श|встреч|консультац|разговор"
    r"|звонок|会|面谈|咨询|相談|面談|打ち合わせ|ミーティング"
)
"""What may be called free wherever our knowledge calls anything so: getting to know each other."""

REPEATS_BUDGET = re.compile(
    r"\b(?:budget|spend|said|mention|have in mind|range|ausgeben|gesagt|genannt|erwahn|depens|dit\b"
    r"|evoqu|presupuest|gastar|dijo|mencion|orcament|disse|budzet|rozpoc|butce|buget|koltsegvetes)\w*"
    r"|бюджет|ميزاني|بجٹ|بودجه|बजट|বাজেট|תקציב|预算|預算|予算|예산|งบ"
)
"""What a sentence speaks of that may name the visitor's own amount."""


@dataclass(frozen=True)
class Amount:
    """An amount in its normal form, and where it stands in the folded text."""

    normal: str
    start: int


@lru_cache(maxsize=64)
def amounts_in(text: str) -> frozenset[str]:
    """Every amount of money, discount and "free" in a text, in the form `Grounds` compares."""
    return frozenset(amount.normal for amount in find_amounts(text))


def find_amounts(text: str) -> list[Amount]:
    """The amounts of a text one by one."""
    spelled = with_digits(folding.fold(text).plain)
    found: list[Amount] = []
    if _HAS_DIGIT.search(spelled):
        found += [*_named(spelled), *_unnamed(spelled), *_reductions(spelled)]
    found += [Amount(FREE, match.start()) for match in _FREE.finditer(spelled)]
    for part, pattern in _PARTS_OFF:
        found += [Amount(f"{part} %", match.start()) for match in pattern.finditer(spelled)]
    found += [Amount(UNREADABLE, match.start()) for match in _SPELLED.finditer(spelled)]
    return found


def is_allowed(amount: str, allowed: frozenset[str]) -> bool:
    """Whether the amount is one of those; a number without a currency may have any."""
    if amount in allowed:
        return True
    number, _, currency = amount.partition(" ")
    if currency != UNNAMED:
        return False
    return any(each.partition(" ")[0] == number for each in allowed)


def _named(text: str) -> Iterator[Amount]:
    for match in _BEFORE.finditer(text):
        currency = _code(match["currency"])
        yield _amount(match["number"], match["times"], currency, match.start())
        if match["high"]:
            yield _amount(match["high"], match["high_times"], currency, match.start())
    for match in _AFTER.finditer(text):
        currency = _code(match["currency"])
        yield _amount(match["number"], match["times"], currency, match.start())
        if match["low"]:
            times = match["low_times"] or match["times"]
            yield _amount(match["low"], times, currency, match.start())


def _unnamed(text: str) -> Iterator[Amount]:
    for match in _PRICED.finditer(text):
        yield _amount(match["number"], match["times"], UNNAMED, match.start())
    for match in _FOR.finditer(text):
        dear = match["times"] or _value(match["number"]) >= _LEAST_PRICE
        if dear and not _YEAR.match(match["number"]):
            yield _amount(match["number"], match["times"], UNNAMED, match.start())


def _reductions(text: str) -> Iterator[Amount]:
    if not _REDUCED.search(text):
        return
    for match in _PERCENT.finditer(text):
        yield Amount(f"{_plain_number(_value(match[1]))} %", match.start())


def _code(written: str) -> str:
    word = written.strip()
    if word in _WORDS:
        return _WORDS[word]
    return next((code for stem, code in _STEMS if word.startswith(stem)), UNNAMED)


def _amount(number: str, times: str | None, currency: str, start: int) -> Amount:
    value = _value(number) * _TIMES_VALUE.get((times or "").strip(), 1)
    if currency == "CENT":
        return Amount(f"{_plain_number(value)} CENT", start)
    return Amount(f"{_plain_number(value)} {currency}", start)


def _value(number: str) -> Decimal:
    grouped = re.sub(r"[.,'\u00a0\u202f ](?=\d{3}(?!\d))", "", number)
    try:
        return Decimal(grouped.replace(",", "."))
    except InvalidOperation:
        return Decimal(0)


def _plain_number(value: Decimal) -> str:
    return f"{value.normalize():f}"
