"""Hearing: what a message says to the scripted engine, from the reading and the cues."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

from chatbot.scripted.cues import CUES, LANGUAGE_REQUESTS, folded, is_question
from chatbot.scripted.sentences import sentences
from understanding.reading import Reading

CERTAIN_ENOUGH = 0.5
ESSAY_CHARACTERS = 500
_LONGEST_TOPIC = 300
_TOPICS_AT_MOST = 4
_FAR = ("month", "year")  # nobody asks to meet in 1900
# Up to a closing mark, a comma, or an "and" that begins a new thought; with its question mark.
_CLAUSE = re.compile(
    r"(?:(?!,\s|\.\s|;|\n|[!?؟۔]|\s(?:and|but|und|aber|et|mais|pero|aur)\s).)+[?؟]?", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Heard:
    """One message, asked as questions of it. `asked` is what our last question was about."""

    text: str
    reading: Reading
    asked: str | None = None
    plain: str = field(default="", compare=False)

    def cue(self, name: str) -> bool:
        """Whether the wording for `name` occurs."""
        return bool(CUES[name].search(self.plain))

    def wants(self, *intents: str) -> bool:
        """Whether one of the intents was read with enough certainty."""
        return any(
            intent.name in intents and intent.confidence >= CERTAIN_ENOUGH
            for intent in self.reading.intents
        )

    @cached_property
    def words(self) -> list[str]:
        return _WORD.findall(self.plain)

    @cached_property
    def questions(self) -> list[str]:
        """The sentences that ask something."""
        return [said for said in _thoughts(self.text) if is_question(said)]

    @property
    def essay(self) -> bool:
        return len(self.text) > ESSAY_CHARACTERS

    @property
    def yes(self) -> bool:
        """A yes that is the point of the message, not a word in it."""
        if self.no or self.wants("goodbye"):
            return False
        start = " ".join(self.plain.split()[:4])
        return bool(CUES["yes"].search(start)) or (self.cue("open_offer") and len(self.words) <= 8)

    @property
    def no(self) -> bool:
        start = " ".join(self.plain.split()[:4])
        return bool(CUES["no"].search(start)) and "no problem" not in self.plain

    @property
    def details(self) -> bool:
        """Whether it tells who the visitor is or where to reach them."""
        reading = self.reading
        return bool(reading.emails or reading.phones or reading.names or reading.companies)

    @cached_property
    def topics(self) -> list[str]:
        """What to look up: what is asked, clause by clause, else the beginning of the message.
        Clauses about when we could meet are left out."""
        return self.asides or self._telling[:_TOPICS_AT_MOST] or [self.text[:_LONGEST_TOPIC]]

    @property
    def more_topics(self) -> list[str]:
        """What else might be meant, when nothing is known of the topics: "whats the price" asks,
        without its mark, beside what has one."""
        return [clause for clause in self._telling if clause not in self.topics][:_TOPICS_AT_MOST]

    @cached_property
    def asides(self) -> list[str]:
        """The clauses that ask something, and not when we could meet."""
        return [clause for clause in self._telling if is_question(clause)][:_TOPICS_AT_MOST]

    @cached_property
    def _telling(self) -> list[str]:
        clauses = [
            (match.start(), match.group()[:_LONGEST_TOPIC]) for match in _CLAUSE.finditer(self.text)
        ]
        times = [] if self.cue("hours") else self.reading.times
        spans = [said.span for said in times if said.grain not in _FAR]
        return [
            clause
            for start, clause in clauses
            if not any(first < start + len(clause) and start < last for first, last in spans)
            and not CUES["wants_times"].search(folded(clause))
        ]

    @property
    def language_asked_for(self) -> str | None:
        for language, request in LANGUAGE_REQUESTS.items():
            if len(self.words) <= 12 and request.search(self.plain):
                return language
        return None


def _thoughts(text: str) -> list[str]:
    """Sentences as visitors write them: a full stop ends one whatever follows."""
    return [part for said in sentences(text) for part in re.split(r"(?<=[.!?])\s+|\n+", said)]


def heard(text: str, reading: Reading, asked: str | None) -> Heard:
    """What `text` says, after a question about `asked`."""
    return Heard(text, reading, asked, plain=folded(text))
