"""E-mail addresses: found by shape around each @, judged by email-validator; spoken forms too."""

from __future__ import annotations

import re
from collections.abc import Iterator

from email_validator import EmailNotValidError, validate_email

from understanding.corrections import takes_back
from understanding.findings import Email
from understanding.spans import Covered
from understanding.tokens import word_set

_LONGEST_LOCAL, _LONGEST_DOMAIN = 64, 254
_LOCAL = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]")
_DOMAIN = re.compile(r"[\w.\-\u0300-\u036f\u0900-\u097f]")
_QUOTED = re.compile(r'"(?:[^"\\\r\n]|\\.){0,62}"$')
_LABEL = re.compile(r"(?:mailto:|e?-?mail[:=]|mail[:=])+", re.IGNORECASE)
_SPACED_AT = re.compile(r"(?<=[\w]) {1,2}@ {1,2}(?=\w)|(?<=\w) {1,2}@(?=\w)|(?<=\w)@ {1,2}(?=\w)")

_AT = (
    r"(?:\s?[(\[{<]\s?(?:at|@|ät)\s?[)\]}>]\s?|\s(?:at|arobase|arroba|ät|at sign|at"
    r" the rate(?: of)?|@)\s)"
)
_DOT = r"(?:\s?[(\[{<]\s?(?:dot|punkt|\.)\s?[)\]}>]\s?|\s(?:dot|punkt|point|punto|period)\s|\.)"
_JOIN = (
    r"(?:\s(?:dot|punkt|point|punto|period|underscore|dash|hyphen|minus|plus"
    r"|bindestrich|tiret|guion)\s)"
)
_PIECE = r"[a-z0-9._+-]{1,40}"
_SPOKEN = re.compile(
    rf"(?<![\w@.])({_PIECE}(?:{_JOIN}{_PIECE}){{0,4}}){_AT}"
    rf"([a-z0-9-]{{1,40}}(?:(?:{_JOIN}|{_DOT})[a-z0-9-]{{1,24}}){{1,4}})(?![\w@-])",
    re.IGNORECASE,
)
_HALF_SPOKEN = re.compile(
    rf"(?<![\w@.])({_PIECE}(?:{_JOIN}{_PIECE}){{0,3}})\s?@\s?"
    rf"([a-z0-9-]{{1,40}}(?:\s(?:dot|punkt|point|punto)\s[a-z0-9-]{{2,24}}){{1,3}})(?![\w@-])",
    re.IGNORECASE,
)
_SIGNS = {
    "dot": ".", "punkt": ".", "point": ".", "punto": ".", "period": ".", "underscore": "_",
    "dash": "-", "hyphen": "-", "minus": "-", "plus": "+", "bindestrich": "-", "tiret": "-",
    "guion": "-",
}  # fmt: skip
# "find us at acme dot com" names a site.
_NO_LOCAL = word_set(
    """
    me us you it is am are was be look find visit work works working located here there this
    that online live shop see check meet out reach him her them available arrive based go site
    website page up office offices good great bad contact and or not one anyone someone hosted
    now a the i we they people user users also just only stay start sign signed registered
    staying
    """
)
_MENTIONS_MAIL = re.compile(
    r"\b(?:e-?mail|mail|address|adresse|correo|reach me|contact me|write (?:to )?me)\b",
    re.IGNORECASE,
)


def find_emails(text: str, question: str | None = None) -> list[Email]:
    """Every valid address in the text, in its order."""
    found: list[Email] = []
    covered = Covered(len(text))
    for candidate in (*_typed(text), *_spoken(text, question)):
        if not covered.touches(candidate.span):
            found.append(candidate)
            covered.add(candidate.span)
    return sorted(found, key=lambda email: email.span)


def _typed(text: str) -> Iterator[Email]:
    end = 0
    at = text.find("@")
    while at != -1:
        email = _around(text, at, end)
        if email is not None:
            yield email
            end = email.span[1]
        at = text.find("@", max(at + 1, end))


def _around(text: str, at: int, not_before: int) -> Email | None:
    start = _local_start(text, at, not_before)
    stop = _domain_end(text, at + 1)
    if start is None or stop == at + 1 or text[stop : stop + 1] == "@":
        return None
    label = _LABEL.match(text, start, at)
    start = label.end() if label else start
    while (
        start < at
        and text[start] in "'*~`|/"
        and (text[stop : stop + 1] == text[start] or text[start] == "/")
    ):
        start += 1
    value = _valid(text[start:stop])
    if value is None:
        return None
    return Email(value, (start, stop), 0.99, "email.typed", takes_back(text, start))


def _local_start(text: str, at: int, not_before: int) -> int | None:
    """Where the part before the @ begins; None when it is cut out of something that is none."""
    if text[at - 1 : at] == '"':
        quoted = _QUOTED.search(text, max(not_before, at - _LONGEST_LOCAL), at)
        before = text[quoted.start() - 1 : quoted.start()] if quoted else "x"
        return quoted.start() if quoted and (not before.strip() or before in "<(:") else None
    start = at
    while start > not_before and _LOCAL.match(text[start - 1]):
        start -= 1
        if at - start > _LONGEST_LOCAL + 16:  # 16: room for a label such as "mailto:"
            return None
    before = text[start - 1 : start] if start > not_before else ""
    opens = before != '"' or not text[max(0, start - 2) : start - 1].strip()
    return None if before in ("\\", "@", "]", ")", ">") and before or not opens else start


def _domain_end(text: str, start: int) -> int:
    stop = start
    while stop < len(text) and stop - start <= _LONGEST_DOMAIN and _DOMAIN.match(text[stop]):
        stop += 1
    while stop > start and text[stop - 1] in ".-_":
        stop -= 1
    return stop


def _spoken(text: str, question: str | None) -> Iterator[Email]:
    asked = bool(_MENTIONS_MAIL.search(question or "") or _MENTIONS_MAIL.search(text[:5000]))
    for pattern, rule in ((_HALF_SPOKEN, "email.half_spoken"), (_SPOKEN, "email.spoken")):
        for match in pattern.finditer(text):
            local = _said(match.group(1))
            if local.lower() in _NO_LOCAL and not (asked and "." in local):
                continue
            value = _valid(f"{local}@{_said(match.group(2))}".lower())
            if value:
                yield Email(value, match.span(), 0.85, rule, takes_back(text, match.start()))
    for gap in _SPACED_AT.finditer(text):
        yield from _spaced(text, gap)


def _spaced(text: str, gap: re.Match[str]) -> Iterator[Email]:
    """ "jane @ acme.com"."""
    start = gap.start()
    while start > 0 and gap.start() - start <= _LONGEST_LOCAL and _LOCAL.match(text[start - 1]):
        start -= 1
    stop = _domain_end(text, gap.end())
    value = _valid(f"{text[start : gap.start()]}@{text[gap.end() : stop]}")
    if value:
        yield Email(value, (start, stop), 0.9, "email.spaced", takes_back(text, start))


def _said(spoken: str) -> str:
    """The characters of "jane dot doe": signs for their names, no spaces."""
    pieces = re.split(r"[\s()\[\]{}<>]+", spoken)
    return "".join(_SIGNS.get(piece.lower(), piece) for piece in pieces).strip(".")


def _valid(address: str) -> str | None:
    local, _, domain = address.rpartition("@")
    if len(local) > _LONGEST_LOCAL or len(domain.rpartition(".")[2]) < 2:
        return None
    try:
        checked = validate_email(address, check_deliverability=False, allow_quoted_local=True)
    except EmailNotValidError:
        return None
    return checked.normalized
