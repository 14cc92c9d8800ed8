"""What a visitor needs and by when, from the words that introduce it.

English, German, French, Spanish and Urdu in their ordinary forms. A need is quoted, never put in
other words; where no cue introduces one, none is claimed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

Span = tuple[int, int]
# Where a day, a week or a month is named, and whether as a limit ("by March").
Day = tuple[Span, bool]

_SENTENCE = re.compile(r"[^.!?\n;؟۔。]*(?:[.](?=\S)[^.!?\n;؟۔。]*)*")
_STATED = re.compile(
    r"(?<!\w)(?:"
    r"(?:i|we)(?:['’](?:m|re|d|ll)|\s+(?:am|are|would|will))?(?:\s+(?:really|just|also|currently|"
    r"actually|still|urgently))?\s+"
    r"(?:looking\s+(?:for|to|into)|searching\s+for|shopping\s+for|need|require|want|wanna|"
    r"would\s+like|like\s+to\s+(?:have|get|buy|order|build|start)|"
    r"like(?=\s+(?:an?|some|your|more|new|help)\b)|interested\s+in|"
    r"hoping\s+(?:to|for)|trying\s+to|thinking\s+(?:of|about)|planning(?:\s+to)?|"
    r"in\s+(?:the\s+market\s+for|need\s+of)|after)"
    r"|(?:looking|searching|interested)\s+(?:for|in)|need(?=\s+(?:a|an|some|help|new)\b)"
    r"|(?:my|our)\s+(?:need|project|problem|goal|challenge)\s+is"
    r"|(?:ich|wir)\s+(?:brauche|brauchen|suche|suchen|benötige|benötigen|hätten?\s+gern|"
    r"möchten?|wollen|will|planen?|interessieren?\s+(?:mich|uns)\s+für)"
    r"|(?:je|nous)\s+(?:cherche|cherchons|recherche|recherchons|voudrais|voudrions|souhaite|"
    r"souhaitons|veux|voulons|suis\s+intéressée?\s+par|sommes\s+intéressés\s+par)"
    r"|(?:j['’]ai|nous\s+avons|on\s+a)\s+besoin\s+d(?:e|u|['’])|j['’]aimerais"
    r"|(?:necesito|necesitamos|busco|buscamos|quiero|queremos|quisiera|quisiéramos|"
    r"(?:me|nos)\s+interesan?|est(?:oy|amos)\s+buscando)"
    r"|(?:mujhe|mujhay|hum(?:e|ein)|hamein)"
    r"|مجھے|ہمیں"
    r")(?:(?<=['’])|(?=\s|$))",
    re.IGNORECASE,
)
_ASKED_FOR = re.compile(
    r"(?<!\w)(?:can|could|do|does|would|will)\s+you(?:\s+guys|\s+also)?\s+"
    r"(?:help\s+(?:us|me)\s+with|offer|do|provide|build|make|design|develop|sell|handle|"
    r"support|have)(?=\s)"
    r"|(?<!\w)(?:bieten|machen|haben)\s+sie(?=\s)|(?<!\w)(?:proposez|faites|avez)-vous(?=\s)"
    r"|(?<!\w)(?:ofrecen|hacen|tienen)(?=\s)",
    re.IGNORECASE,
)
_QUESTION_FOR_NEED = re.compile(
    r"\b(?:need|looking for|help you with|can (?:i|we) help|brings you|project|interested in|"
    r"brauchen|suchen|helfen|besoin|cherchez|aider|necesita|busca|ayudar)\b",
    re.IGNORECASE,
)
# What is wanted of the conversation itself (a meeting, a person, a word) is no need.
_NOT_A_NEED = re.compile(
    r"(?:to\s+)?(?:(?:book|schedule|set\s+up|arrange|have|get|make|request|move|change|cancel|"
    r"reschedule|do|vereinbaren|prendre|reservar)\s+)?"
    r"(?:(?:an?|the|my|our|some|any|one|eine[nm]?|ein|une?|una|mon|meinen|mi)\s+)?"
    r"(?:(?:quick|short|free|new|online|video|phone|real)\s+)?"
    r"(?:call(?:back)?s?|meetings?|appointments?|demos?|chat|slots?|times?|human|person|agent|"
    r"representative|colleague|termin|gespräch|anruf|rückruf|mitarbeiter|rendez-vous|appel|cita|"
    r"llamada|reunión)\b"
    r"(?!\s+(?:bots?|booking|scheduling|management|cent(?:er|re)s?|software|apps?|systems?|tools?|"
    r"of|tracking|planners?|that|who|to\s+(?:build|make|design|fix|redo|write)))"
    r"|(?:to\s+)?(?:speak|talk|chat|parler|hablar|sprechen|know|ask|see|say|tell|hear|think|check|"
    r"call|wissen|savoir|saber)\b"
    r"|(?:someone|somebody|anyone|anybody)\b(?!\s+(?:to|who)\s+(?!talk|speak|call|contact|chat)\w)"
    r"|(?:your|the|some|more|a|an)?\s*(?:help|information|infos?|details|quote|prices?|pricing|"
    r"rates?|it|that|this|them|you|anything|something|nothing|hilfe|aide|ayuda)"
    r"(?=\s*(?:$|[,.!?;:]|please|pls|about|on|from|here|now|first))"
    r"|(?:not|nothing|no|none|nichts|kein\w*)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(r"(?:\bnot|n['’]t|\bnever|\bno\s+longer|\bnicht|\bno)\s+$", re.IGNORECASE)
# The tail of a clause that belongs to what follows it (an address, an amount, a date).
_TAIL = re.compile(
    r"(?:[\s,:;–—\-(]|(?<!\w)(?:and|or|so|please|pls|my|our|your|the|an?|e-?mail|mail|is|are|at|on|to|"
    r"number|phone|mobile|cell|call|text|reach|contact|write|me|us|name|names|i|i['’]m|im|am|this|"
    r"it['’]s|its|with|for|from|by|until|before|within|in|budget|of|around|about|roughly|approx|"
    r"approximately|ideally|preferably|hopefully|up|under|max|maximum|between|we|can|could|have|spend|und|meine?|ist|bei|bis|"
    r"et|mon|ma|est|y|mi|es|correo|hasta|para|pour|für))+$",
    re.IGNORECASE,
)
_URGENT = (
    r"a\.?s\.?a\.?p\.?(?!\w)|as\s+soon\s+as\s+possible|right\s+away|immediately|urgently|"
    r"it['’]?s\s+urgent|no\s+(?:rush|hurry)|not\s+urgent|so\s+schnell\s+wie\s+möglich|"
    r"so\s+bald\s+wie\s+möglich|dringend|dès\s+que\s+possible|au\s+plus\s+vite|"
    r"lo\s+antes\s+posible|cuanto\s+antes|urgente|jaldi"
)
_PERIOD = (
    r"(?:within|in|over|during)\s+(?:the\s+)?(?:next|coming)?\s*(?:about\s+|around\s+)?"
    r"(?:\d{1,3}|an?|one|two|three|four|five|six|eight|ten|twelve|a\s+few|a\s+couple\s+of|couple\s+of)?"
    r"(?:\s*(?:-|to|or)\s*(?:\d{1,3}|two|three|four|five|six))?\s*"
    r"(?:days?|weeks?|months?|quarters?|years?)(?!\w)"
)
_TIMELINE = re.compile(rf"(?<!\w)(?:{_URGENT}|{_PERIOD})", re.IGNORECASE)
_BEFORE_A_TIME = re.compile(
    r"(?<!\w)(?:by|until|till|before|no\s+later\s+than|not\s+later\s+than|starting|start(?:s|ing)?|"
    r"(?:launch|go\s+live|ready|done|finished|deadline|complete[d]?|deliver(?:y|ed)?|begin|kick\s*off)"
    r"(?:\s+(?:is|it|date))?)"
    r"(?:\s+(?:by|in|on|at|is|from|the|around|early|late|mid|end\s+of|beginning\s+of)){0,3}\s+$"
    r"|(?<!\w)(?:bis|vor|spätestens|ab)\s+(?:ende\s+|anfang\s+|zum\s+)?$"
    r"|(?<!\w)(?:avant|d['’]ici|jusqu['’]à)\s+(?:fin\s+|la\s+fin\s+de\s+)?$"
    r"|(?<!\w)(?:antes\s+de|para|hasta)\s+(?:fin(?:ales)?\s+de\s+)?$",
    re.IGNORECASE,
)
_MEETING = re.compile(
    r"\b(?:meet\w*|call\w*|talk|speak|appointments?|slots?|demo|book(?:ed)?|schedul\w*|availab\w*|free|"
    r"termine?|treffen|anruf\w*|rendez-vous|appel\w*|cita|reuni\w*|llam\w*)\b",
    re.IGNORECASE,
)
_QUESTION_FOR_TIMELINE = re.compile(
    r"\b(?:time\s?(?:line|frame)|when (?:do|would|should|are) (?:you|it)(?: \w+){0,3} "
    r"(?:need|like to start|start|begin|launch|ready)|how soon|deadline|bis wann|quand|cuándo)\b",
    re.IGNORECASE,
)
_MAX_QUOTE = 300


@dataclass(frozen=True)
class Quoted:
    """A place in the text that says something, and how surely it does."""

    span: Span
    confidence: float


def find_needs(text: str, taken: Iterable[Span], question: str | None) -> list[Quoted]:
    """What the writer needs; `taken` are the places of addresses, amounts and the like."""
    spans = sorted(taken)
    found = [
        quoted
        for sentence in _sentences(text)
        if (quoted := _need_in(text, sentence, spans)) is not None
    ]
    if not found and question and _QUESTION_FOR_NEED.search(question):
        whole = _trimmed(text, (0, min(len(text), _MAX_QUOTE)), spans)
        if whole and len(text[slice(*whole)].split()) >= 2 and not _no_need(text, whole[0]):
            found = [Quoted(whole, 0.8)]
    return found[:3]


def find_timelines(
    text: str, days: Iterable[Day], taken: Iterable[Span], question: str | None
) -> list[Quoted]:
    """By when it is needed; `days` are the times of day grain or coarser that the text names."""
    found = [Quoted(match.span(), 0.85) for match in _TIMELINE.finditer(text)]
    spans = []
    for span, is_limit in sorted(days):
        spans.append(span)
        before = _BEFORE_A_TIME.search(text, max(0, span[0] - 60), span[0])
        if before:
            found.append(Quoted((before.start(), span[1]), 0.85))
        elif is_limit and not _is_about_meeting(text, span):
            found.append(Quoted(span, 0.85))
    if not found and question and _QUESTION_FOR_TIMELINE.search(question):
        whole = spans[0] if spans else _trimmed(text, (0, min(len(text), 120)), sorted(taken))
        found = [Quoted(whole, 0.8)] if whole else []
    return _apart(found)


def _is_about_meeting(text: str, span: Span) -> bool:
    """Whether the sentence around the span speaks of meeting us rather than of being served."""
    start = max(text.rfind(stop, 0, span[0]) for stop in ".!?\n;") + 1
    return _MEETING.search(text, max(start, span[0] - 200), span[1] + 80) is not None


def _need_in(text: str, sentence: Span, taken: list[Span]) -> Quoted | None:
    for pattern, confidence in ((_STATED, 0.85), (_ASKED_FOR, 0.6)):
        for cue in pattern.finditer(text, *sentence):
            if _no_need(text, cue.end()) or _denied(text, cue.start()):
                continue
            span = _trimmed(text, (cue.end(), min(sentence[1], cue.end() + _MAX_QUOTE)), taken)
            if span and len(text[slice(*span)]) >= 3:
                return Quoted(span, confidence)
    return None


def _denied(text: str, start: int) -> bool:
    return _DENIED.search(text, max(0, start - 12), start) is not None


def _no_need(text: str, start: int) -> bool:
    while start < len(text) and text[start].isspace():
        start += 1
    return _NOT_A_NEED.match(text, start, start + 80) is not None


def _trimmed(text: str, span: Span, taken: list[Span]) -> Span | None:
    """The span up to what is taken, without blanks and dangling words; None if nothing is left."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    start = next((last for first, last in taken if first == start), start)
    end = min([end, *(first for first, last in taken if last > start and first < end)])
    end = max(start, end)
    while start < end and not (text[start].isalnum()):
        start += 1
    cut_short = end < span[1]
    body = text[start:end]
    body = _TAIL.sub("", body[-200:]) if len(body) <= 200 and cut_short else body
    end = start + len(body.rstrip(" \t\r\n,.:;!?-–—("))
    return (start, end) if end > start else None


def _sentences(text: str) -> Iterator[Span]:
    for match in _SENTENCE.finditer(text):
        if match.end() > match.start():
            yield match.span()


def _apart(found: list[Quoted]) -> list[Quoted]:
    """In the order of the text, without those that lie in another."""
    result: list[Quoted] = []
    for quoted in sorted(found, key=lambda item: (item.span[0], -item.span[1])):
        if not result or quoted.span[0] >= result[-1].span[1]:
            result.append(quoted)
    return result[:2]
