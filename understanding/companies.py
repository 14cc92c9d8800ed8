"""Companies, where the text says whose the writer is; an e-mail domain is weak evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from understanding.corrections import takes_back
from understanding.findings import Company, Email, Name, Span
from understanding.name_words import NO_NAMES
from understanding.spans import Covered
from understanding.tokens import word_set

_MOST_COMPANIES = 200  # candidates looked at in one text

_LEGAL = (
    r"(?:GmbH(?: & Co\.? KG)?|AG|KG|OHG|UG|e\.?K\.?|SE|Ltd\.?|Limited|Inc\.?"
    r"|Incorporated|LLC|L\.L\.C\.|LLP"
    r"|PLC|plc|Corp\.?|Corporation|Co\.?|Company|Pty\.? Ltd\.?|Pvt\.? Ltd\.?|\(Pvt\)"
    r" Ltd\.?|Private Limited"
    r"|SARL|S\.A\.R\.L\.|SAS|SASU|EURL|S\.A\.|SA|S\.L\.|SL|S\.L\.U\.|SLU|S\.p\.A\."
    r"|SpA|S\.r\.l\.|Srl|B\.V\.|BV"
    r"|N\.V\.|NV|AB|A/S|ApS|Oy|AS|Kft\.?|s\.r\.o\.|Sp\. z o\.o\.|d\.o\.o\.)"
)
_WORD = r"(?:[A-ZÀ-ÖØ-Þ0-9][\w'’.+-]{0,30}|&|\+)"
_JOINING = r"(?:of|and|the|for|de|la|del|des|du|und|et|y|van|von|&)"
_NAME = rf"{_WORD}(?: (?:(?:{_JOINING} ){{1,2}}(?=[A-ZÀ-Þ]))?{_WORD}){{0,5}}"
_WITH_FORM = re.compile(rf"(?<![\w&])({_NAME},? {_LEGAL})(?![\w])")
_QUOTE = r"[\"“„«'‘]?"
_CUES = (
    # the cue, whether lower case will do, confidence
    (
        re.compile(
            r"\b(?:my|our|the) (?:company|business|firm|agency|startup|start-up|shop|store"
            r"|employer|organi[sz]ation"
            r"|studio|restaurant|brand|company name|company's name|business name)(?:'s"
            r" name)?(?: name)?"
            rf"(?:'s| is called| is named| is|:)\s{{1,2}}(?:called |named )?{_QUOTE}",
            re.IGNORECASE,
        ),
        True,
        0.9,
    ),
    (
        re.compile(
            rf"\b(?:company(?: name)?|organi[sz]ation|employer|firma|entreprise|société"
            rf"|empresa)\s?[:=]\s{{0,2}}{_QUOTE}",
            re.IGNORECASE,
        ),
        True,
        0.9,
    ),
    (
        re.compile(
            rf"\b(?:i work|i'm working|i am working|working|employed|i am employed) (?:for|at"
            rf"|with|in)\s{{1,2}}{_QUOTE}",
            re.IGNORECASE,
        ),
        False,
        0.9,
    ),
    (
        re.compile(
            r"\b(?:calling|writing|reaching out|contacting you|getting in touch) (?:to you"
            r" )?(?:from|on behalf of)"
            rf"\s{{1,2}}{_QUOTE}",
            re.IGNORECASE,
        ),
        False,
        0.8,
    ),
    (
        re.compile(
            r"\b(?:i represent|representing|i run|i own|i founded|i co-founded|we run|we own"
            r"|we at|us at"
            r"|here at|on behalf of|i'm with|i am with|we're|we are|we are called|we're called"
            r"|founder of|co-founder of|owner of|ceo of|cto of|cfo of|coo of|cmo of|director"
            r" of|head of \w{2,15} at"
            r"|manager at|manager of|engineer at|developer at|president of|vp of \w{2,15} at"
            r"|partner at"
            rf"|ceo at|cto at|director at|consultant at|buyer at|buyer for)\s{{1,2}}{_QUOTE}",
            re.IGNORECASE,
        ),
        False,
        0.85,
    ),
    (
        re.compile(
            r"\b(?:von der firma|der firma|bei der firma|ich arbeite (?:bei|für)|wir sind(?:"
            r" die)?|unsere firma heißt"
            r"|unsere firma ist|meine firma heißt|unser unternehmen heißt|notre société s'appelle"
            r"|notre entreprise s'appelle|mon entreprise s'appelle|je travaille (?:chez|pour)"
            r"|de chez|de la société"
            r"|de l'entreprise|chez|trabajo (?:en|para)|de la empresa|mi empresa (?:es|se llama)"
            r"|nuestra empresa (?:es|se llama)|meri company ka naam|hamari company ka naam"
            rf"|meri company|hamari company)\s{{1,2}}{_QUOTE}",
            re.IGNORECASE,
        ),
        False,
        0.85,
    ),
)
_AFTER_NAME = re.compile(
    r"(?:,? (?:here )?(?:(?:and )?(?:i'm |i am )?(?:calling |writing )?(?:from|with"
    r"|at|of|for|@|von(?: der)?|vom|bei|de chez|chez|de la"
    r"|de|aus|del|en)(?: (?:der )?Firma)?)"
    r"|,? (?:the )?(?:CEO|CTO|CFO|COO|CMO|founder|owner|director|manager|head of"
    r" \w{2,15}|sales manager|VP)"
    r"(?: (?:of|at|from))|, (?=[A-Z][\w&]+(?: [A-Z][\w&]+)* (?:GmbH|Inc|Ltd|LLC|AG|Corp)))\s{0,2}",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\b(?:company|business|organi[sz]ation|employer|where do you work|who do you"
    r" work for|firma|unternehmen"
    r"|entreprise|société|empresa|compañía|idara)\b|کمپنی|公司",
    re.IGNORECASE,
)
_ANSWER = re.compile(
    r"\s{0,3}(?:(?:it's|its|it is|we are|we're|i'm with|i work (?:for|at)|i am with"
    r"|called|from|at|for|the company is"
    r"|sure|ok|yes|that's|that would be|the name is|name is|my company is|our company"
    r" is|ja|oui|sí|si|es|c'est)"
    r"[\s,:]{1,3}){0,3}[\"“„']?([^\s.,;!?\"”][^.,;!?\"”\n]{0,60}?)[\"”“']?\s{0,3}(?:[.,;!\n]|$)",
    re.IGNORECASE,
)
_STOP_ANSWER = re.compile(
    r"\b(?:why|what|how|when|who|don't|dont|not|no|none|self[- ]?employed|freelanc\w+"
    r"|private|unemployed|my"
    r"|i|you|rather|just|me|yes|student|retired|myself|n/?a|need|want|is it|do you)\b",
    re.IGNORECASE,
)
_DESCRIPTION = re.compile(
    r"(?:an?|the|some|many|in|on|looking|based|not|very|only|just|currently|here|open"
    r"|located|happy|small|my|your|our"
    r"|their|his|her|this|that|home|work|least|all|first|last|now|noon|night|sales|marketing|it)\b",
    re.IGNORECASE,
)
_PLACES = word_set(
    """
    london paris berlin madrid munich münchen hamburg köln cologne frankfurt vienna wien
    zurich zürich geneva rome milan barcelona lisbon amsterdam brussels dublin manchester
    birmingham glasgow edinburgh york boston chicago houston dallas austin seattle denver
    miami atlanta toronto montreal vancouver sydney melbourne lahore karachi islamabad delhi
    mumbai bangalore dubai singapore tokyo lyon marseille nice bordeaux lille sevilla valencia
    monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december uk usa us eu texas california florida
    ohio google facebook linkedin instagram twitter
    """
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
_SECOND_LEVEL = frozenset(["co", "com", "org", "net", "ac", "gov", "edu", "gob"])


def find_companies(
    text: str, question: str | None, emails: Sequence[Email], names: Sequence[Name]
) -> list[Company]:
    """The companies named as the writer's own; those of e-mail domains last and unsure."""
    found: list[Company] = []
    covered = Covered(len(text), [*(n.span for n in names), *(e.span for e in emails)])
    for candidate in islice(_candidates(text, question, names), _MOST_COMPANIES):
        if not covered.touches(candidate.span):
            found.append(candidate)
            covered.add(candidate.span)
    if not found:
        found.extend(_domains(emails))
    return sorted(found, key=lambda company: company.span)


def _candidates(text: str, question: str | None, names: Sequence[Name]) -> Iterator[Company]:
    if question and _ASKED.search(question):
        yield from _answer(text)
    for name in names:
        yield from _after(text, name)
    for cue, lower, confidence in _CUES:
        for match in cue.finditer(text):
            yield from _at(text, match.end(), lower, confidence, "company.cued")
    for match in _WITH_FORM.finditer(text):
        value = match.group(1).strip()
        if not _is_plain_word(value.split()[0]):
            yield _company(text, value, match.span(1), 0.8, "company.legal_form")


_PROPER = re.compile(_NAME + rf"(?:,? {_LEGAL}(?!\w))?")
_LOWER = re.compile(r"[\w&][\w&'’.+-]{0,30}(?: [\w&][\w&'’.+-]{0,30}){0,3}")


def _at(text: str, place: int, lower: bool, confidence: float, rule: str) -> Iterator[Company]:
    match = _PROPER.match(text, place)
    if match is None and lower:
        match = _LOWER.match(text, place)
        if match and (_DESCRIPTION.match(match.group()) or " " in match.group()):
            match = _cut_at_joint(text, match)
    if match is None:
        return
    value = (
        match.group().rstrip(".") if not re.search(rf"{_LEGAL}$", match.group()) else match.group()
    )
    value = _without_tail(value)
    if not value or _is_plain_word(value) or value.lower() in _PLACES:
        return
    yield _company(text, value, (place, place + len(value)), confidence, rule)


def _cut_at_joint(text: str, match: re.Match[str]) -> re.Match[str] | None:
    if _DESCRIPTION.match(match.group()):
        return None
    return re.compile(
        r"[\w&][\w&'’.+-]{0,30}(?: (?!and\b|in\b|we\b|i\b|which\b|where\b|but\b"
        r"|from\b)[\w&][\w&'’.+-]{0,30}){0,2}"
    ).match(text, match.start())


def _without_tail(value: str) -> str:
    words = value.split(" ")
    while len(words) > 1 and (words[-1].lower() in _TAIL or words[-1] in ("&", "+")):
        words.pop()
    for place, word in enumerate(words[1:], start=1):
        if (
            word.endswith((".", "!", "?")) is False
            and words[place - 1].endswith(".")
            and len(words[place - 1]) > 4
        ):
            return " ".join(words[:place]).rstrip(".")
    return " ".join(words)


_TAIL = word_set(
    """
    i i'm and the here we my our is hi of for de la
    """
)


def _is_plain_word(value: str) -> bool:
    first = value.split(" ")[0].lower().strip(".'’")
    if " " not in value and first in NO_NAMES:
        return True
    return first.isdigit() or first in _NEVER_FIRST


_NEVER_FIRST = word_set("i i'm the hi hello it we my please thanks yes no")


def _after(text: str, name: Name) -> Iterator[Company]:
    match = _AFTER_NAME.match(text, name.span[1])
    if match is None:
        return
    place = match.end()
    article = re.compile(r"the (?=[A-Z])").match(text, place)
    place = article.end() if article else place
    if _PROPER.match(text, place):
        yield from _at(text, place, False, 0.9, "company.after_name")
    elif text[name.span[0]].islower() or text[: name.span[1]].islower():
        word = re.compile(
            r"[a-z][\w&'’-]{2,30}(?: (?:inc|ltd|llc|gmbh|corp|co|ag))?(?=\s*(?:[,.!?\n]|$"
            r"|here\b|and\b))"
        ).match(text, place)
        if word and word.group().split()[0] not in NO_NAMES and word.group() not in _PLACES:
            yield _company(text, word.group(), word.span(), 0.7, "company.after_name")


def _answer(text: str) -> Iterator[Company]:
    if len(text) > 120:
        return
    match = _ANSWER.match(text)
    if match is None or _STOP_ANSWER.search(match.group(1)) or _DESCRIPTION.match(match.group(1)):
        return
    if "@" in match.group(1) or match.group(1).endswith("?") or text.rstrip().endswith("?"):
        return
    value = match.group(1).strip()
    if value.lower() not in NO_NAMES:
        yield _company(
            text, value, (match.start(1), match.start(1) + len(value)), 0.85, "company.asked"
        )


def _domains(emails: Sequence[Email]) -> Iterator[Company]:
    for email in emails:
        labels = email.value.rpartition("@")[2].split(".")
        labels = labels[:-1]
        while len(labels) > 1 and labels[-1] in _SECOND_LEVEL:
            labels = labels[:-1]
        name = labels[-1] if labels else ""
        if name and name.lower() not in FREE_MAIL:
            start = email.span[0] + text_place(email, name)
            yield Company(name.capitalize(), (start, start + len(name)), 0.3, "company.domain")


def text_place(email: Email, name: str) -> int:
    """Where in the address as typed the name stands; the whole address if it was spoken."""
    at = email.value.rfind("@")
    return max(0, min(at + 1, email.span[1] - email.span[0] - len(name)))


def _company(text: str, value: str, span: Span, confidence: float, rule: str) -> Company:
    return Company(value, span, confidence, rule, takes_back(text, span[0]))
