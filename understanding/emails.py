"""E-mail addresses: found by shape around each @, judged by email-validator; spoken forms and
corrections too."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from email_validator import EmailNotValidError, validate_email

from understanding.corrections import takes_back
from understanding.email_corrections import corrected
from understanding.findings import Email
from understanding.spans import Covered
from understanding.spoken_emails import spoken_addresses

_LONGEST_LOCAL, _LONGEST_DOMAIN = 64, 254
# Vowel signs and the like: parts of letters that \w leaves out.
MARKS = "".join(
    chr(code) for code in range(0x300, 0xE50) if unicodedata.category(chr(code))[0] == "M"
)
_LOCAL = re.compile(rf"[\w{MARKS}.!#$%&'*+/=?^`{{|}}~-]")
_DOMAIN = re.compile(rf"[\w{MARKS}.\-]")
_NO_BLANKS = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_QUOTED = re.compile(r'"(?:[^"\\\r\n]|\\.){0,62}"$')
_LABEL = re.compile(r"(?:mailto:|e?-?mail[:=]|mail[:=])+", re.IGNORECASE)
_CLOSES = {"{": "}"}
_WIDE = str.maketrans({"＠": "@", "．": "."})
_ASKS_MAIL = re.compile(
    r"\b(?:e-?mail|mail|address|adresse|correo|courriel|reach you|contact you)\b|邮箱|ای ?میل",
    re.IGNORECASE,
)
_EARLIER_ADDRESS = re.compile(r"[^\s<>()\[\],;:\"]{1,64}@[^\s<>()\[\],;:\"]{1,200}\w")
_CONTEXT_READ = 4000  # characters: how far back a correction may point


def find_emails(text: str, question: str | None = None, context: str | None = None) -> list[Email]:
    """Every valid address in the text, in its order, each once; and the one that the text mends,
    of those said in it, in our question or in the messages before."""
    written = text.translate(_WIDE)
    found: list[Email] = []
    covered = Covered(len(text))
    for candidate in (*_typed(written), *_spoken(written, question)):
        if not covered.touches(candidate.span):
            found.append(candidate)
            covered.add(candidate.span)
    found = _each_once(sorted(found, key=lambda email: email.span))
    mended = _mended(written, found, question, context)
    return [*found, mended] if mended else found


def _each_once(found: list[Email]) -> list[Email]:
    seen: dict[str, Email] = {}
    for email in found:
        seen.setdefault(email.value.casefold(), email)
    return list(seen.values())


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
    if start is None or stop == at + 1 or text[stop : stop + 1] == "@" or text[at - 1] == "/":
        return None
    label = _LABEL.match(text, start, at)
    start = label.end() if label else start
    while (
        start < at
        and text[start] in "'*~`|/{"
        and (text[stop : stop + 1] == _CLOSES.get(text[start], text[start]) or text[start] == "/")
    ):
        start += 1
    value = valid_address(text[start:stop])
    if value is None or text[max(0, start - 3) : start] == "://":
        return None
    return Email(value, (start, stop), 0.99, "email.typed", takes_back(text, start))


def _local_start(text: str, at: int, not_before: int) -> int | None:
    """Where the part before the @ begins; None when it is cut out of something that is none."""
    if text[at - 1 : at] == '"':
        quoted = _QUOTED.search(text, max(not_before, at - _LONGEST_LOCAL), at)
        before = text[quoted.start() - 1 : quoted.start()] if quoted else "x"
        return quoted.start() if quoted and (not before.strip() or before in "<(:") else None
    start = at
    latin = text[at - 1 : at].isascii()
    while start > not_before and _LOCAL.match(text[start - 1]):
        if latin and _NO_BLANKS.match(text[start - 1]):
            return start
        start -= 1
        if at - start > _LONGEST_LOCAL + 16:  # 16: room for a label such as "mailto:"
            return None
    before = text[start - 1 : start] if start > not_before else ""
    opens = before != '"' or not text[max(0, start - 2) : start - 1].strip()
    return None if before in ("\\", "@", "]", ")", ">") and before or not opens else start


def _domain_end(text: str, start: int) -> int:
    stop = start
    latin = text[start : start + 1].isascii()
    while stop < len(text) and stop - start <= _LONGEST_DOMAIN and _DOMAIN.match(text[stop]):
        if latin and _NO_BLANKS.match(text[stop]):
            break
        stop += 1
    while stop > start and text[stop - 1] in ".-_":
        stop -= 1
    return stop


def _spoken(text: str, question: str | None) -> Iterator[Email]:
    asked = bool(question and _ASKS_MAIL.search(question))
    for spoken in spoken_addresses(text, asked):
        value = valid_address(spoken.address.lower())
        if value:
            taken_back = takes_back(text, spoken.span[0])
            yield Email(value, spoken.span, 0.85, spoken.rule, taken_back)


def _mended(
    text: str, found: list[Email], question: str | None, context: str | None
) -> Email | None:
    """The address that the words of a correction make of an earlier one."""
    if found:
        earlier, start, sure = found[-1].value, found[-1].span[1], False
    else:
        earlier, sure = _earlier(question, context)
        start = 0
    mend = corrected(text, start, earlier, sure=sure) if earlier else None
    value = valid_address(mend.address) if mend else None
    if mend is None or value is None or value.casefold() == earlier.casefold():
        return None
    return Email(value, mend.span, 0.85, "email.corrected", corrects=True)


def _earlier(question: str | None, context: str | None) -> tuple[str, bool]:
    """The address said last, and whether our question was about it."""
    said = (context or "")[-_CONTEXT_READ:]
    for place, message in enumerate((question or "", said)):
        if "@" in message:
            addresses = _EARLIER_ADDRESS.findall(message)
            valid = [one for one in map(valid_address, reversed(addresses)) if one]
            if valid:
                return valid[0], place == 0
    return "", False


def valid_address(address: str) -> str | None:
    """The address, normalized; None when it is none."""
    local, _, domain = address.rpartition("@")
    if len(local) > _LONGEST_LOCAL or len(domain.rpartition(".")[2]) < 2:
        return None
    try:
        checked = validate_email(address, check_deliverability=False, allow_quoted_local=True)
    except EmailNotValidError:
        return None
    return checked.normalized
