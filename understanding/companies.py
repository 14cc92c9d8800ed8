"""Companies, where the text says whose the writer is; an e-mail domain is weak evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from understanding.company_cues import (
    AFTER_NAME,
    ANSWER,
    ASKED,
    AT_WE,
    CHINESE,
    COMPANY_WORDS,
    CUES,
    DESCRIPTION,
    END_NAMES,
    FROM,
    IS_OURS,
    LEGAL,
    LEGAL_LOWER,
    NEVER_FIRST,
    NO_COMPANIES,
    PLACES,
    STOP_ANSWER,
    TAIL,
    URDU,
    URDU_AFTER,
    WE_AFTER,
)
from understanding.corrections import takes_back
from understanding.english_words import is_english_word
from understanding.findings import Company, Email, Name, Span
from understanding.name_words import EVERYDAY_NAMES, FIRST_NAMES, NO_NAMES
from understanding.spans import Covered
from understanding.spoken_emails import FREE_MAIL

_MOST_COMPANIES = 200  # candidates looked at in one text
_LONGEST_ANSWER = 120  # characters

_WORD = (
    r"(?:[A-ZÀ-ÖØ-Þ0-9][\w'’.+&-]{0,30}|[a-z][A-Z][\w'’+-]{1,30}|[a-z]{2,20}\.(?:com|io|ai)\b|&|\+)"
)
_JOINING = r"(?:of|and|the|for|de|la|del|des|du|und|et|y|van|von|by|&)"
_NAME = rf"{_WORD}(?: (?:(?:{_JOINING} ){{1,2}}(?=[A-ZÀ-Þ]))?{_WORD}){{0,5}}"
_PROPER = re.compile(_NAME + rf"(?:,? {LEGAL}(?!\w))?")
_WITH_FORM = re.compile(rf"(?<![\w&])({_NAME},? {LEGAL})(?![\w])")
_LOWER_FORM = re.compile(
    rf"(?<![\w&'’])(?:(?!\S{{1,10}}['’](?:re|m|s|ve)\s)(?!(?:and|or|the|a|an|of|to|is|are|we|for|from|at|with|i|my|our|it|by|in)\s)"
    rf"[\w&'’.-]{{2,30}}\s){{1,3}}{LEGAL_LOWER}(?![\w])"
)
_LOWER = re.compile(r"[\w&][\w&'’.+-]{0,30}(?: [\w&][\w&'’.+-]{0,30}){0,3}")
_ENDS_WITH_FORM = re.compile(rf"(?<!\w){LEGAL}$")
_LINES_BELOW = re.compile(r"\n[ \t]{0,4}([^\n]{2,60})")
# A capital within a sentence, or a word that lets small letters do: cheap to look for.
_MAY_NAME_ONE = re.compile(
    r"(?<=\w[ ,(\"])(?!I\b)[A-ZÀ-ÖØ-Þ0-9]|[A-Z]\w+ [A-Z]|[a-z][A-Z]|\n|[\u4e00-\u9fff]|\w\.(?:com|io|ai)\b"
    r"|(?i:compan|business|firm|work|employ|agency|startup|brand|studio|shop|store|from |with |for "
    rf"|organi|unternehmen|entrepr|soci|empresa|\b{LEGAL_LOWER}\b)"
)
# "I run Facebook ads": a noun after it makes it a product.
_BEFORE_NOUN = re.compile(
    r" (?!(?:and|but|in|we|i|a|an|the|from|at|here|with|for|so|looking|which|who|where|based|is|are|to"
    r"|on|near|out|since|as|because|located|or|now|by|und|in|et|y|en|à|aus|hai|over|also|do|have"
    r"|need|want|would|sell|make|offer|provide|your|our|my)\b)[a-z]"
)
_ARTICLE = re.compile(r"(?:The|La|Le|El|Die|Der|Das) $")
_INITIALS = re.compile(r"(?:[A-Z]\.){2,5}$")
# Cues up to these confidences say little: "we're X", "I run X"; "I'm with X".
_NEEDS_A_SHAPE, _MAY_BE_A_PRODUCT = 0.8, 0.82
_SECOND_LEVEL = frozenset(["co", "com", "org", "net", "ac", "gov", "edu", "gob"])


def find_companies(
    text: str, question: str | None, emails: Sequence[Email], names: Sequence[Name]
) -> list[Company]:
    """The companies named as the writer's own; those of e-mail domains last and unsure."""
    found: list[Company] = []
    covered = Covered(len(text), [*(n.span for n in names), *(e.span for e in emails)])
    asked = bool(question and ASKED.search(question))
    if not (asked or _MAY_NAME_ONE.search(text)):
        return list(_domains(emails))
    for candidate in islice(_candidates(text, asked, names), _MOST_COMPANIES):
        if not covered.touches(candidate.span):
            found.append(candidate)
            covered.add(candidate.span)
    if not found:
        found.extend(_domains(emails))
    return sorted(found, key=lambda company: company.span)


def _candidates(text: str, asked: bool, names: Sequence[Name]) -> Iterator[Company]:
    if asked:
        yield from _answer(text)
    for name in names:
        yield from _after(text, name)
    yield from _cued(text)
    yield from _by_what_follows(text)
    yield from _by_legal_form(text)


def _cued(text: str) -> Iterator[Company]:
    for cue, lower, confidence in CUES:
        for match in cue.finditer(text):
            for company in _at(text, match.end(), lower, confidence, "company.cued"):
                shaped = confidence > _NEEDS_A_SHAPE or _has_a_shape(company.value)
                before_noun = _BEFORE_NOUN.match(text, company.span[1])
                if shaped and not (confidence <= _MAY_BE_A_PRODUCT and before_noun):
                    yield company


def _by_legal_form(text: str) -> Iterator[Company]:
    for match in _WITH_FORM.finditer(text):
        value = _without_tail(match.group(1).strip())
        if not _is_plain_word(value) and _ENDS_WITH_FORM.search(value):
            yield _company(text, value, _span(match.start(1), value), 0.8, "company.legal_form")
    for match in _LOWER_FORM.finditer(text):
        value = match.group()
        if value.split()[0] not in NO_NAMES:
            yield _company(text, value, match.span(), 0.75, "company.legal_form")


def _by_what_follows(text: str) -> Iterator[Company]:
    """ "Hooli is our company", "at Hooli we sell", "I'm from Hooli Media"."""
    for match in _PROPER.finditer(text):
        if IS_OURS.match(text, match.end()):
            yield from _at(text, match.start(), False, 0.9, "company.cued")
    for cue, after in ((AT_WE, WE_AFTER), (URDU, URDU_AFTER)):
        for match in cue.finditer(text):
            proper = _PROPER.match(text, match.end())
            if proper and after.match(text, proper.end()):
                yield from _at(text, match.end(), False, 0.8, "company.cued")
    for match in FROM.finditer(text):
        for company in _at(text, match.end(), False, 0.75, "company.from"):
            if COMPANY_WORDS.search(company.value) or WE_AFTER.match(
                text, company.span[1] + len(" and") * text[company.span[1] :].startswith(" and")
            ):
                yield company
    for match in CHINESE.finditer(text):
        yield _company(text, match.group(1), match.span(1), 0.8, "company.cued")


def _at(text: str, place: int, lower: bool, confidence: float, rule: str) -> Iterator[Company]:
    match = _PROPER.match(text, place)
    if match is None and lower:
        match = _lower_name(text, place)
    if match is None:
        return
    value = match.group()
    value = (
        value if _ENDS_WITH_FORM.search(value) or _INITIALS.search(value) else value.rstrip(".'’")
    )
    value = _without_tail(value)
    if not value or _is_plain_word(value) or _is_place(value) or _is_role(value):
        return
    article = _ARTICLE.search(text, max(0, place - 4), place)
    if article:
        place, value = article.start(), article.group() + value
    yield _company(text, value, _span(place, value), confidence, rule)


def _has_a_shape(value: str) -> bool:
    """Whether it looks like a company's name by itself: "Petals by Paula", "TechNova"."""
    words = re.sub(r"^(?:The|La|Le|El|Die|Der|Das) ", "", value).split(" ")
    if COMPANY_WORDS.search(value) or _ENDS_WITH_FORM.search(value):
        return True
    first = words[0].lower()
    plain = first in NO_NAMES or first.endswith(("ing", "ed", "ly"))
    alone = len(words) == 1 and (first in NO_COMPANIES or is_english_word(first))
    return not plain and not words[-1].isdigit() and not alone


def _lower_name(text: str, place: int) -> re.Match[str] | None:
    match = _LOWER.match(text, place)
    if match is None or DESCRIPTION.match(match.group()):
        return None
    end = END_NAMES.search(text, place, match.end())
    shorter = _LOWER.match(text, place, end.start()) if end else match
    words = shorter.group().split() if shorter else []
    plain = words and (words[0] in NO_COMPANIES or is_english_word(words[0].rpartition("-")[2]))
    if not words or words[0] in NO_NAMES or (len(words) == 1 and plain):
        return None
    return shorter


def _span(start: int, value: str) -> Span:
    return start, start + len(value)


def _without_tail(value: str) -> str:
    words = value.split(" ")
    for place, word in enumerate(words[1:], start=1):
        if word.lower() in ("i'd", "i'm", "i’m", "i’d", "i", "i've", "we"):
            words = words[:place]
            break
    while len(words) > 1 and (words[-1].lower() in TAIL or words[-1] in ("&", "+")):
        words.pop()
    for place in range(1, len(words)):
        before = words[place - 1]
        if before.endswith(".") and len(before) > 4 and not _ENDS_WITH_FORM.search(before):
            return " ".join(words[:place]).rstrip(".")
    kept = " ".join(words)
    is_form = _ENDS_WITH_FORM.search(kept) or _INITIALS.search(kept)
    return kept if is_form else kept.rstrip(".")


def _is_plain_word(value: str) -> bool:
    words = value.lower().split(" ")
    first = words[0].strip(".'’")
    if len(words) == 1 and (first in NO_NAMES or first in NO_COMPANIES or first.isdigit()):
        return True
    if len(words) == 1 and first in FIRST_NAMES and first not in EVERYDAY_NAMES:
        return len(first) > 2 and not value[1:].isupper() and first in _COMMON_PERSONS
    return first in NEVER_FIRST or (first.isdigit() and not COMPANY_WORDS.search(value))


# "I'm with John": single first names that no company would be taken for.
_COMMON_PERSONS = frozenset(
    """
    john james mike michael david peter paul tom thomas anna anne mary maria sarah sara emma lisa
    kate laura robert bob jim joe dan daniel chris steve kevin brian ahmed ali mohammed omar
    fatima priya raj julia jane susan karen linda nancy amy emily jessica jennifer michelle
    """.split()
)


def _is_place(value: str) -> bool:
    """Whether it is a place or a day and nothing that a company adds to one."""
    first, *rest = value.lower().split(" ")
    if first.strip(".'’") not in PLACES or COMPANY_WORDS.search(value):
        return False
    return not rest or not _ENDS_WITH_FORM.search(value) and len(rest) < 2


def _is_role(value: str) -> bool:
    return value.lower() in NO_COMPANIES


def _after(text: str, name: Name) -> Iterator[Company]:
    if name.rule == "name.signature":
        for line in _LINES_BELOW.finditer(text, name.span[1], name.span[1] + 160):
            proper = _PROPER.match(text, line.start(1))
            if proper and proper.end() == line.end(1) and COMPANY_WORDS.search(proper.group()):
                yield from _at(text, line.start(1), False, 0.75, "company.signature")
    match = AFTER_NAME.match(text, name.span[1])
    if match is None:
        return
    place = match.end()
    article = re.compile(r"the (?=[A-Z])").match(text, place)
    place = article.end() if article else place
    if _PROPER.match(text, place):
        yield from _at(text, place, False, 0.9, "company.after_name")
    elif (
        text[name.span[0]].islower()
        or text[: name.span[1]].islower()
        or _LOWER_FORM.match(text, place)
    ):
        word = re.compile(
            rf"[a-z][\w&'’-]{{2,30}}(?: [a-z][\w&'’-]{{2,30}})?(?: {LEGAL_LOWER}| co| ag)?"
            r"(?=\s*(?:[,.!?\n]|$|here\b|and\b))"
        ).match(text, place)
        if word and word.group().split()[0] not in NO_NAMES | PLACES | NO_COMPANIES:
            yield _company(text, word.group(), word.span(), 0.7, "company.after_name")


def _answer(text: str) -> Iterator[Company]:
    if len(text) > _LONGEST_ANSWER or text.rstrip().endswith("?"):
        return
    match = ANSWER.match(text)
    if match is None or STOP_ANSWER.search(match.group(1)) or DESCRIPTION.match(match.group(1)):
        return
    form = match["form"]
    value = match.group(1) + form if form else match.group(1).rstrip(" .")
    if "@" not in value and value.lower() not in NO_NAMES:
        yield _company(text, value, _span(match.start(1), value), 0.85, "company.asked")


def _domains(emails: Sequence[Email]) -> Iterator[Company]:
    for email in emails:
        labels = email.value.rpartition("@")[2].split(".")
        labels = labels[:-1]
        while len(labels) > 1 and labels[-1] in _SECOND_LEVEL:
            labels = labels[:-1]
        name = labels[-1] if labels else ""
        if name and name.lower() not in FREE_MAIL:
            start = email.span[0] + _place_in(email, name)
            yield Company(name.capitalize(), (start, start + len(name)), 0.3, "company.domain")


def _place_in(email: Email, name: str) -> int:
    """Where in the address as typed the name stands; the whole address if it was spoken."""
    at = email.value.rfind("@")
    return max(0, min(at + 1, email.span[1] - email.span[0] - len(name)))


def _company(text: str, value: str, span: Span, confidence: float, rule: str) -> Company:
    return Company(value, span, confidence, rule, takes_back(text, span[0]))
