"""E-mail addresses: found by shape, judged by email-validator, spoken forms included."""

from __future__ import annotations

import re

from email_validator import EmailNotValidError, validate_email

from understanding.findings import Email, Span

_LOCAL = r"[^\s@<>()\[\]\\,;:\"“”„'‘’«»]"
_TYPED = re.compile(rf"(?<!\S)?({_LOCAL}[^\s@<>()\[\]\\,;:\"“”„«»]{{0,63}})@([^\s@<>()\[\]\\,;:\"“”„«»/?!]{{1,253}})")
_SPOKEN = re.compile(
    r"\b([a-z0-9][a-z0-9._+-]{0,40}(?:\s(?:dot|punkt|point|punto)\s[a-z0-9_+-]{1,30}){0,4})"
    r"\s?(?:\(at\)|\[at\]|\bat\b|\barobase\b|\barroba\b)\s?"
    r"([a-z0-9-]{1,40}(?:\s?(?:\(dot\)|\[dot\]|\bdot\b|\bpunkt\b|\bpoint\b|\bpunto\b)\s?[a-z0-9-]{2,20}){1,3})\b",
    re.IGNORECASE,
)
_DOT = re.compile(r"\s?(?:\(dot\)|\[dot\]|\b(?:dot|punkt|point|punto)\b)\s?", re.IGNORECASE)
_CORRECTION = re.compile(
    r"\b(?:sorry|oops|wrong|correction|mistake|typo|i mean|rather|instead|actually|no,)", re.IGNORECASE
)


def find_emails(text: str, question: str | None = None) -> list[Email]:
    """Every valid address in the text, in its order."""
    found: list[Email] = []
    for match in _TYPED.finditer(text):
        address = match.group().rstrip(".…-*_~`|")
        value = _valid(address.removeprefix("mailto:"))
        if value:
            start = match.start()
            found.append(_email(text, value, (start, start + len(address)), 0.99, "email.typed"))
    for match in _SPOKEN.finditer(text):
        spoken = f"{_DOT.sub('.', match.group(1))}@{_DOT.sub('.', match.group(2))}"
        value = _valid(spoken.replace(" ", "").lower())
        if value:
            found.append(_email(text, value, match.span(), 0.85, "email.spoken"))
    return sorted(found, key=lambda email: email.span)


def _email(text: str, value: str, span: Span, confidence: float, rule: str) -> Email:
    before = text[max(0, span[0] - 60) : span[0]]
    return Email(value, span, confidence, rule, corrects=bool(_CORRECTION.search(before)))


def _valid(address: str) -> str | None:
    try:
        return validate_email(address, check_deliverability=False).normalized
    except EmailNotValidError:
        return None
