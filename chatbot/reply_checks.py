"""Checks every sentence a model writes before a visitor reads it.

What is said to be booked, saved, sent or promised must stand in a committed row; what cannot be
checked, because no lexicon knows its language, is held back too. Pure: no clock, no I/O.
"""

from __future__ import annotations

from chatbot.claims.amounts import amounts_in
from chatbot.claims.checker import MAX_CHARACTERS, Checker
from chatbot.claims.sentences import Sentences
from chatbot.claims.values import Grounds, Violation
from chatbot.claims.wording import repair_note, replacement

__all__ = [
    "MAX_CHARACTERS",
    "Grounds",
    "SentenceGate",
    "Violation",
    "amounts_in",
    "check",
    "repair_note",
    "replacement",
]


def check(text: str, grounds: Grounds) -> tuple[Violation, ...]:
    """What is wrong with a reply; empty: it may be shown."""
    gate = SentenceGate(grounds)
    gate.feed(text)
    gate.finish()
    return gate.violations


class SentenceGate:
    """Lets a streamed reply through sentence by sentence, up to the first one that is wrong.

    The rest is checked but held: what follows a wrong sentence rests on it. How the text is cut
    into deltas changes nothing.
    """

    def __init__(self, grounds: Grounds) -> None:
        self._sentences = Sentences()
        self._checker = Checker(grounds)
        self._waiting: list[str] = []
        self._released: list[str] = []
        self._violations: list[Violation] = []

    def feed(self, delta: str) -> list[str]:
        """The sentences that may be shown now."""
        return self._pass(self._sentences.feed(delta))

    def finish(self) -> list[str]:
        """The rest of what may be shown; the reply has ended."""
        released = self._pass(self._sentences.finish())
        self._violations.extend(self._checker.finish())
        return released + self._release()

    @property
    def violations(self) -> tuple[Violation, ...]:
        """What was wrong so far, in the order of the text."""
        return tuple(self._violations)

    @property
    def released(self) -> str:
        """All that was let through."""
        return "".join(self._released)

    @property
    def is_open(self) -> bool:
        """Whether nothing was wrong so far."""
        return not self._violations

    def _pass(self, sentences: list[str]) -> list[str]:
        released: list[str] = []
        for sentence in sentences:
            self._violations.extend(self._checker.take(sentence))
            self._waiting.append(sentence)
            if not self._checker.is_unsure:
                released.extend(self._release())
        return released

    def _release(self) -> list[str]:
        if self._violations:
            return []
        released, self._waiting = self._waiting, []
        self._released.extend(released)
        return released
