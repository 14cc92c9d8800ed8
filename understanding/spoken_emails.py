"""Addresses as they are said: "jane dot doe at example dot com", "jane (at) example [dot] com"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from understanding.name_words import NO_NAMES
from understanding.spelling import SPELLED, joined
from understanding.spoken_digits import TENS
from understanding.tokens import word_set
from understanding.top_level_domains import TOP_LEVEL_DOMAINS

SIGNS = {
    "dot": ".", "punkt": ".", "point": ".", "punto": ".", "ponto": ".", "punt": ".", "period": ".",
    "точка": ".", "tocka": ".", "nokta": ".", "kropka": ".", "full stop": ".",
    "underscore": "_", "under score": "_", "unterstrich": "_", "tiret du bas": "_",
    "tiret bas": "_", "guion bajo": "_", "guión bajo": "_", "barra baja": "_",
    "underline": "_", "trattino basso": "_", "подчеркивание": "_",
    "dash": "-", "hyphen": "-", "minus": "-", "bindestrich": "-", "tiret": "-", "guion": "-",
    "guión": "-", "trattino": "-", "trait d'union": "-", "hífen": "-", "hifen": "-",
    "streepje": "-", "дефис": "-", "tire": "-",
    "plus": "+", "plus sign": "+", "más": "+",
}  # fmt: skip
_DOTS = "dot|punkt|point|punto|ponto|punt|period|full stop|точка|nokta|kropka"
_DASHES = "dash|hyphen|minus|bindestrich|tiret|gui[oó]n|trattino|h[ií]fen|streepje"
_OPEN, _CLOSE = r"[(\[{<]\s?", r"\s?[)\]}>]"
_AT_WORDS = (
    r"at the rate(?: of)?|at sign|at-zeichen|at|ät|et|arobase|arobas|arroba|chiocciola|klammeraffe"
    r"|apenstaartje|snabel-a|małpa|собака|собачка|kukac|et işareti"
)
_AT = re.compile(
    rf"\s?{_OPEN}(?:{_AT_WORDS}|@){_CLOSE}\s?|(?<=[\w.,])[\s,]{{1,2}}(?:{_AT_WORDS})[\s,]{{1,2}}"
    rf"|(?<=\w)_(?:at)_(?=\w)|(?<=[\w\"]) {{0,2}}@ {{0,2}}(?=\w)",
    re.IGNORECASE,
)
_DOT = (
    rf"(?:\s?{_OPEN}(?:{_DOTS}|\.){_CLOSE}\s?|[\s,]{{1,2}}(?:{_DOTS})[\s,]{{1,2}}|_dot_"
    r"|\.|\s\.\s|\s\.(?=\w))"
)
# Cheap to look for before anything else.
_AT_SOMEWHERE = re.compile(
    r"@|(?i:\bat\b|_at_|ät\b|\bet\b|arob|arrob|chioc|klammeraff|apenst|snabel|małpa|собак|kukac)"
)
_DOT_SOMEWHERE = re.compile(rf"\.\s?\w|[(\[{{<]\s?\.|_dot_|(?i:\b(?:{_DOTS})\b)")
_LABEL = rf"[^\W_](?:[^\W_]|-){{0,40}}(?:\s(?:{_DASHES})\s[^\W_](?:[^\W_]|-){{0,40}}){{0,2}}"
_DOMAIN = re.compile(rf"({_LABEL})((?:{_DOT}{_LABEL}){{1,4}})(?![\w@])", re.IGNORECASE)
_DOT_ONLY = re.compile(_DOT, re.IGNORECASE)
_DOT_SAID = re.compile(rf"{_OPEN}|_dot_|\b(?:{_DOTS})\b", re.IGNORECASE)
_SIGN_WORDS = "|".join(sorted(map(re.escape, SIGNS), key=len, reverse=True))
_JOIN_BEFORE = re.compile(
    rf"(?:\s?{_OPEN}(?P<closed>{_SIGN_WORDS}|[._+-]){_CLOSE}\s?"
    rf"|(?<=[\w,])[\s,]{{1,2}}(?P<said>{_SIGN_WORDS})[\s,]{{1,2}}|_(?P<joined>dot)_)$",
    re.IGNORECASE,
)
_PIECE_BEFORE = re.compile(r"(?<![\w@.+/'’-])[\w+'-](?:[\w.+'-]{0,63}[\w+-])?\.?$")
_NAMED_LETTER_BEFORE = re.compile(
    r"(?<![\w'’])([^\W_])\s(?:as in|like in|like|for|wie in|wie|comme)\s([^\W\d_])[^\W\d_]{1,20}$",
    re.IGNORECASE,
)
_GAP_BEFORE = re.compile(r"[\s,]{1,2}$")
_DIGITS = {
    "zero": "0", "oh": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5",
    "six": "6", "seven": "7", "eight": "8", "nine": "9", "null": "0", "eins": "1", "zwei": "2",
    "drei": "3", "vier": "4", "fünf": "5", "sechs": "6", "sieben": "7", "acht": "8", "neun": "9",
}  # fmt: skip
_ROLES = word_set(
    """
    info support sales contact hello hi help admin office team service services billing accounts
    account marketing orders order booking bookings reservations reservation events event jobs
    careers enquiries enquiry inquiries mail email me we customer customers business company shop
    name user test person someone dev web it hr pr first last firstname lastname manager
    director owner boss agent lead leads customercare store hotel school project projects studio design designer doctor dentist lawyer feedback
    """
)
# "find us at acme dot com" names a site.
_NO_LOCAL = (NO_NAMES - _ROLES) | word_set(
    """
    me us you it you we them him her hers hey see seen met meet saw found find order ordered visit
    online offline live lives based located hosted login logged log sign signed register
    registered available listed posted published stuck arrive arrived stay stayed works lunch
    dinner breakfast party tickets prices says said guys page pages site website blog store shop
    sold bought buy host look looked check checked out up in mail email address adress adresse
    correo courriel e-mail reach write contact is are follow ask cc page offices profile profil
    portfolio product products article articles everyone anything stuff event events
    """
)
_MENTIONS_MAIL = re.compile(
    r"\b(?:e-?mail\w*|mail\w*|address|adresse|correo|courriel|reach me|contact me|write (?:to )?me"
    r"|write to|send (?:it|that|them|this|everything|the \w{1,20}) to|posta|почта|адрес)\b",
    re.IGNORECASE,
)
FREE_MAIL = word_set(
    """
    gmail googlemail yahoo ymail outlook hotmail live msn aol icloud me mac proton protonmail
    pm gmx web freenet t-online mail email zoho yandex fastmail hey tutanota tuta orange
    wanadoo free laposte sfr bbox telefonica libero virgilio tiscali comcast verizon att
    sbcglobal btinternet sky virginmedia ntlworld talktalk qq 163 126 sina naver daum
    rediffmail rocketmail inbox hushmail posteo mailbox example
    """
)
_WINDOW = 120  # characters before the "at" that may belong to the address


@dataclass(frozen=True)
class Spoken:
    """What was said, written with signs; not yet judged."""

    address: str
    span: tuple[int, int]
    rule: str


def spoken_addresses(text: str, asked: bool) -> Iterator[Spoken]:
    """Everything that sounds like an address, in its order; `asked` when one was asked for."""
    if not (_DOT_SOMEWHERE.search(text) and _AT_SOMEWHERE.search(text)):
        return
    for at in _AT.finditer(text):
        domain = _DOMAIN.match(text, at.end())
        if domain is None:
            continue
        name, stop = _domain(domain)
        local, start = _local(text, at.start())
        if not name or not local:
            continue
        said = _DOT_SAID.search(text[domain.start() : stop]) is not None
        if _is_meant(text, local, name, (start, stop), asked, at.group(), said):
            rule = "email.spaced" if "@" in at.group() and not said else "email.spoken"
            yield Spoken(f"{local}@{name}", (start, stop), rule)


def _is_meant(
    text: str,
    local: str,
    domain: str,
    span: tuple[int, int],
    asked: bool,
    at: str,
    said: bool,
) -> bool:
    """Whether it is an address and no site: "prices at example.com are lower"."""
    sign = at.strip(" ,").lower()
    if local.lower().replace("'", "") in _NO_LOCAL:
        return False
    if said or sign not in ("at", "et"):
        return (sign != "et" or asked) and (said or sign != "@" or " " in at)
    alone = not text[: span[0]].strip() and not text[span[1] :].strip(" .!")
    telling = any(not letter.isalpha() for letter in local) and not local.isdecimal()
    free = domain.split(".")[0].lower() in FREE_MAIL - {"example", "free", "live", "web", "sky"}
    before = text[max(0, span[0] - 60) : span[0]]
    return asked or alone or telling or free or _MENTIONS_MAIL.search(before) is not None


def _domain(match: re.Match[str]) -> tuple[str, int]:
    """The domain as far as it ends like one, and where it ends; empty if it does not."""
    labels = [match.group(1)]
    ends = [match.end(1)]
    place = match.start(2)
    while place < match.end(2):
        dot = _DOT_ONLY.match(match.string, place)
        label = re.compile(_LABEL, re.IGNORECASE).match(match.string, dot.end() if dot else place)
        if dot is None or label is None:
            break
        labels.append(label.group())
        ends.append(label.end())
        place = label.end()
    while len(labels) > 1 and not _is_ending(labels[-1]):
        labels.pop()
        ends.pop()
    if len(labels) == 1:
        return "", match.start()
    return ".".join(_with_dashes(label) for label in labels).lower(), ends[-1]


def _is_ending(label: str) -> bool:
    return label.lower() in TOP_LEVEL_DOMAINS or not label.isascii()


def _with_dashes(label: str) -> str:
    return re.sub(rf"\s(?:{_DASHES})\s", "-", label, flags=re.IGNORECASE)


def _local(text: str, at: int) -> tuple[str, int]:
    """What is said before the "at", and where it begins."""
    window_start = max(0, at - _WINDOW)
    said = text[window_start:at]
    taken: list[str] = []
    while len(taken) < 40:
        piece = _piece(said, taken)
        if piece is None:
            break
        value, start = piece
        taken.insert(0, value)
        said = said[:start]
        join = _JOIN_BEFORE.search(said)
        if join and _piece(said[: join.start()], []) is not None:
            taken.insert(0, SIGNS.get(_sign(join), _sign(join)))
            said = said[: join.start()]
    return "".join(taken).strip("."), window_start + len(said)


def _sign(join: re.Match[str]) -> str:
    return (join["closed"] or join["said"] or join["joined"]).lower()


def _piece(said: str, taken: list[str]) -> tuple[str, int] | None:
    """The piece that `said` ends with, if it goes with those taken already."""
    gap = _GAP_BEFORE.search(said) if taken and taken[0][0] not in "._-+" else None
    if taken and gap is None and taken[0][0] not in "._-+":
        return None
    rest = said[: gap.start()] if gap else said
    named = _NAMED_LETTER_BEFORE.search(rest)
    if named and named[1].lower() == named[2].lower():
        return named[1].lower(), named.start()
    match = _PIECE_BEFORE.search(rest)
    if match is None:
        return None
    raw = match.group()
    value = _DIGITS.get(raw.lower(), raw)
    if raw.lower() in TENS:
        value = TENS[raw.lower()] + "0" * (not taken or len(taken[0]) != 1)
    spelled = SPELLED.fullmatch(raw.rstrip("."))
    value = (spelled and joined(spelled)) or value
    if gap is not None and not _goes_with(value, taken[0]):
        return None
    return value, match.start()


def _goes_with(value: str, after: str) -> bool:
    """Whether a word belongs to what follows it with a blank between: letters and digits do."""
    if len(value) == 1 and value != "’":
        return len(after) == 1 or value.isdigit() or after.isdigit() or _spells(after)
    return after.isdigit() and value.isalpha() and value.lower() not in _NO_LOCAL


def _spells(after: str) -> bool:
    return len(after) == 1
