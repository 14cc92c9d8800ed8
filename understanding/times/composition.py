"""The time expressions of a message, one after the other."""

from __future__ import annotations

from understanding.times.building import Building
from understanding.times.clocks import clock_at
from understanding.times.days import day_at
from understanding.times.message import Message
from understanding.times.repeats import repeat_at
from understanding.times.surroundings import day_follows
from understanding.times.values import Phrase
from understanding.tokens import word_set

_MOST_PHRASES = 100  # a text with more times than that wishes for none of them
_MOST_BEFORE = 6  # words such as "not on the" before the first that is a time
_SUBSTANCE = word_set(
    """
    weekday weekday_part month relative relative_part later_today part clock number ordinal
    unit holiday end_of season season_risky nth half_before half_after hour_and_minute
    day_word idle weekday_short relative_short now right_now each regularly same_time day_after quarter_after quarter_before three_quarters_before week_number
    """
)


class Composer:
    """Builds the phrases of a message from left to right."""

    def __init__(self, message: Message) -> None:
        self.message = message
        self.line = message.line
        self.found = message.found
        self._next_substance = 0

    def phrases(self) -> list[Phrase]:
        """All the phrases, in order."""
        i = 0
        while i < len(self.line) and len(self.found) < _MOST_PHRASES:
            if self._can_begin(i):
                i = self._repeat_end(i) or self._idle_end(i) or self._phrase_end(i) or i + 1
            else:
                i += 1
        return self.found

    def _can_begin(self, i: int) -> bool:
        """Whether anything that makes a time is near enough for a phrase to begin at `i`."""
        line = self.line
        if line.word(i).isalpha() and not line.terms(i) and not line.glued(i + 1):
            return False  # no word of ours, and no letter with its number ("q1")
        while self._next_substance < i or (
            self._next_substance < len(self.line) and not self._is_substance(self._next_substance)
        ):
            self._next_substance += 1
        return self._next_substance - i <= _MOST_BEFORE

    def _is_substance(self, i: int) -> bool:
        return bool(self.line.digits(i)) or not _SUBSTANCE.isdisjoint(self.line.terms(i))

    def _idle_end(self, i: int) -> int | None:
        idle = self.line.term(i, "idle")
        if idle is None:
            return None
        this = self.line.term(i, "this_time")
        if this and day_follows(self.line, this[1]):
            return None
        longer = day_at(self.message.context, i) or clock_at(self.line, i, cued=False)
        return None if longer and longer[1] > idle[1] else idle[1]

    def _repeat_end(self, i: int) -> int | None:
        """ "every day at 9" is a time, though "every day" alone is none."""
        return self._phrase_end(i) if repeat_at(self.line, i) else None

    def _phrase_end(self, i: int) -> int | None:
        phrase = Building(self.message, i).built()
        if phrase is None:
            return None
        self.found.append(phrase)
        return phrase.end
