"""One time expression put together: a day, a part of it, an hour, a range, a limit, a length."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from understanding.times.clocks import clock_at
from understanding.times.days import day_at
from understanding.times.hints import (
    gives_way,
    half_as_part,
    narrowed,
)
from understanding.times.lexicon import Line
from understanding.times.message import (
    Message,
    bare_stands,
    counted_from,
    day_in,
    is_cued,
    is_too_weak,
    same_time,
)
from understanding.times.numbers import amount_at, clock_length
from understanding.times.repeats import repeat_at
from understanding.times.surroundings import stands_free
from understanding.times.values import Clock, Days, Phrase

_JOINERS = ("at", "about", "on", "any")
_MOST_JOINERS = 4
_COMPARED = ("difference", "choose", "choice", "compare", "number", "range", "gap")
_VISITS = ("come", "came", "stop", "drop", "swing", "pass", "go", "pop")
_RELATIONS = ("between", "from", "before", "after", "except")


class Building:
    """One phrase while it grows."""

    def __init__(self, message: Message, i: int) -> None:
        self.message = message
        self.line = message.line
        self.context = message.context
        self.place = i
        self.cue = ""
        self.phrase = Phrase(begin=-1, end=i)

    def built(self) -> Phrase | None:
        self._take_repeat()
        while self._grows():
            pass
        phrase = self.phrase
        if not phrase.says_something or is_too_weak(self.message, phrase):
            return None
        self._take_end()
        self._take_trailer()
        return phrase

    def _take_end(self) -> None:
        """ "8 in the evening until midnight", "9am Monday to 5pm Wednesday"."""
        phrase = self.phrase
        open_ended = phrase.relation in ("at", "from") and not self._is_range()
        if phrase.clock is None or not open_ended or phrase.duration:
            return
        second = self._second_clock(phrase.end)
        if second:
            phrase.last_days, phrase.last_clock, phrase.end = second

    def _take_repeat(self) -> None:
        repeat = repeat_at(self.line, self.place)
        if repeat is not None:
            self.phrase.repeats = repeat.frequency
            self.phrase.begin = self.place
            self.phrase.end = self.place = repeat.end
            self.phrase.any_day = repeat.any_day

    def _grows(self) -> bool:
        """Takes the next element, after words that only join; False when there is none."""
        start, cue = self.place, self.cue
        for _ in range(_MOST_JOINERS):
            if self._take_element():
                return True
            if not self._skip_joiner():
                break
        self.place, self.cue = start, cue
        return False

    def _skip_joiner(self) -> bool:
        line, i = self.line, self.place
        if self.phrase.begin >= 0 and line.word(i) in (",", "@", "(", "-", ")", "–", ":"):
            self.place = i + 1
            self.cue = "at" if line.word(i) == "@" else "" if self.cue == "at" else self.cue
            return True
        ends = [(found[1], kind) for kind in _JOINERS if (found := line.term(i, kind))]
        if not ends:
            return False
        end, kind = max(ends, key=lambda one: one[0])
        if kind == "any":
            self.phrase.any_day = True
        self.phrase.whole_day = line.term(i, "all_day") is not None
        self.place, self.cue = end, kind
        return True

    def _take_element(self) -> bool:
        return (
            self._take_relation()
            or self._take_day_or_clock()
            or self._take_part()
            or self._take_duration()
        )

    # -- limits and ranges

    def _take_relation(self) -> bool:
        if self.phrase.relation != "at" or self.phrase.clock is not None:
            return False
        ends = [
            (found[1], kind) for kind in _RELATIONS if (found := self.line.term(self.place, kind))
        ]
        if not (ends or self._is_but()):
            return False
        if self._is_but():
            return self._related("except", self.place + 1)
        longest_first = sorted(ends, key=lambda one: -one[0])
        return any(self._related(kind, end) for end, kind in longest_first)

    def _is_but(self) -> bool:
        """ "any evening but Friday"."""
        found, i = self.message.found, self.place
        after_any = bool(found) and found[-1].any_day and found[-1].end == i
        return after_any and self.line.word(i) == "but"

    def _related(self, kind: str, end: int) -> bool:
        if kind == "except" and self.line.word(self.place - 1) in ("why", "if"):
            return False
        if kind == "except" and self.phrase.says_something:
            return False  # a phrase of its own
        if kind == "after" and self._is_last(end):
            return False
        if self.line.word(self.place) == "by" and self.line.word(self.place - 1) in _VISITS:
            return False  # "come by at 10"
        if kind == "from" and end == self.place + 1 and self._is_moved():
            kind = "except"
        self.phrase.past = self.line.term(self.place, "since") is not None
        start, place, cue, before = self.place, end, self.cue, replace(self.phrase)
        self.cue = "between" if kind == "between" else "limit"
        self.place = self._after_article(place)
        self.phrase.relation = kind
        if self._take_limit(kind) and not self._is_mere_number(kind, end):
            self.phrase.begin = start if before.begin < 0 else before.begin
            return True
        self.phrase = replace(before, past=False)
        self.place, self.cue = start, cue
        return False

    def _is_last(self, end: int) -> bool:
        """ "past Saturday" is the last one; "past 3" is after it."""
        if self.line.term(self.place, "last") is None:
            return False
        return bool(self.line.term(end, "weekday") or self.line.term(end, "unit"))

    def _is_mere_number(self, kind: str, end: int) -> bool:
        """ "instead of 3" may be anything; "not at 3" is an hour."""
        clock = self.phrase.clock
        if clock is None or self.phrase.days is not None:
            return False
        if kind == "between" and self.line.word(end - 2) in _COMPARED:
            return clock.half is None
        if kind == "before" and self.line.word(end - 2) == "up":  # "up to 8" may be anything
            return clock.rule == "bare" and clock.half is None and not self.message.asked_time
        if kind != "except" or self.phrase.last_clock:
            return False
        return clock.rule == "bare" and clock.half is None and not self.line.term(end, "at")

    def _take_limit(self, kind: str) -> bool:
        if kind == "between":
            return self._take_day_or_clock() and self._is_range()
        return self._take_day_or_clock() or self._take_part(cued=True)

    def _is_moved(self) -> bool:
        """Whether a verb such as "move" shortly before makes "from A to B" a change, no range."""
        line, i = self.line, self.place
        return any(line.term(j, "moving") for j in range(max(0, i - _MOST_JOINERS - 2), i))

    def _after_article(self, i: int) -> int:
        found = self.line.term(i, "limit_article")
        return found[1] if found else i

    def _is_range(self) -> bool:
        phrase = self.phrase
        return bool(phrase.last_clock or (phrase.days and phrase.days.last))

    # -- days and clocks

    def _take_day_or_clock(self) -> bool:
        day = self._day()
        clock = self._clock()
        if clock and day:
            same = clock[1] == day[1]
            clock_first = clock[1] > day[1] or (
                same and (self.cue in ("at", "limit") or day[0].weak)
            )
            return self._add_clock(*clock) if clock_first else self._add_day(*day)
        if day:
            return self._add_day(*day)
        return self._add_clock(*clock) if clock else False

    def _day(self) -> tuple[Days, int] | None:
        joint = "and" if self.cue == "between" else "no joint" if self._is_moved() else "until"
        phrase, message = self.phrase, self.message
        found = day_in(message, phrase, self.place, joint)
        if found is None:
            return None
        if self._says_again() if phrase.days else self._is_next_in_list():
            return None
        if phrase.days is not None:
            return counted_from(message, phrase.days, found) or narrowed(phrase.days, found)
        if phrase.relation == "except" and message.found and message.last.days:
            return narrowed(message.last.days, found) or found
        return found

    def _is_next_in_list(self) -> bool:
        """ "Monday 2pm or 3pm, Tuesday 10am": Tuesday is not the 3pm's."""
        phrase, message = self.phrase, self.message
        if phrase.clock is None or self.line.word(self.place - 1) != ",":
            return False
        listed = bool(message.found) and message.continues_list(phrase.begin)
        return listed and message.last.days is not None

    def _says_again(self) -> bool:
        """ "tomorrow morning, tomorrow afternoon": the same word begins another time."""
        phrase, line = self.phrase, self.line
        if not (phrase.part or phrase.clock):
            return False
        return any(line.word(k) == line.word(self.place) for k in range(phrase.begin, phrase.end))

    def _add_day(self, days: Days, end: int) -> bool:
        phrase = self.phrase
        said = phrase.days
        if said is None or said.weak or gives_way(said, days):
            phrase.days = replace(days, weak=days.weak and self.cue not in ("limit",))
        if days.part and phrase.part is None:
            phrase.part = days.part
        self._advance(end)
        return True

    def _clock(self) -> tuple[Clock, int] | None:
        message, phrase, i = self.message, self.phrase, self.place
        if phrase.clock is not None:
            return None
        found = same_time(message, phrase, i) or clock_at(
            self.line, i, cued=is_cued(message, phrase, i, self.cue)
        )
        if found is None:
            return None
        bare = found[0].rule == "bare" and not found[0].half
        return None if bare and not bare_stands(message, phrase, i, found[1], self.cue) else found

    def _add_clock(self, clock: Clock, end: int) -> bool:
        second = self._second_clock(end)
        self.phrase.clock = clock
        self.phrase.hours_first = self.phrase.days is None
        if second:
            self.phrase.last_days, self.phrase.last_clock, end = second
        self._advance(end)
        return True

    def _second_clock(self, end: int) -> tuple[Days | None, Clock, int] | None:
        line = self.line
        joint = None if self._is_moved() else line.term(end, "until")
        if joint is None and (self.cue == "between" or self.phrase.relation == "between"):
            joint = line.term(end, "and")
        if joint is None:
            return None
        j = joint[1]
        days: Days | None = None
        day = day_at(replace(self.context, anchor=self._first_day()), j)
        clock = clock_at(line, line.skip(j, "at", "about"), cued=True)
        if day and not (clock and clock[1] >= day[1]):
            days = day[0]
            k = day[1] + 1 if line.word(day[1]) == "," else day[1]
            clock = clock_at(line, line.skip(k, "at", "about"), cued=True)
        if clock is None or (
            clock[0].rule == "bare" and not clock[0].half and not stands_free(line, clock[1])
        ):
            return None
        return days, clock[0], clock[1]

    def _first_day(self) -> date | None:
        return self.phrase.days.first if self.phrase.days else None

    # -- parts of the day, lengths, what trails

    def _take_part(self, cued: bool = False) -> bool:
        line, i, phrase = self.line, self.place, self.phrase
        found = line.term(i, "part")
        if found is None and self._take_half(i):
            return True
        if found is None and phrase.days is not None:
            found = line.term(i, "part_after_day")
        if found is None and phrase.clock is None and (phrase.days or self._goes_on(i)):
            found = half_as_part(line, i)
        if found is None or (phrase.part is not None and phrase.part != found[0]):
            return False
        said = phrase.begin >= 0 and i == phrase.end
        counted = not (said or cued) and (
            line.digits(i - 1) or line.ends_before(i, "number") or line.ends_before(i, "few")
        )
        if counted and phrase.clock is None:
            return False
        phrase.part = found[0]
        phrase.hours_first = phrase.days is None
        if phrase.days is None and phrase.clock is None and (cued or self._part_is_meant(i)):
            phrase.days_from_elsewhere = True
        self._advance(found[1])
        return True

    def _goes_on(self, i: int) -> bool:
        """ "Saturday am 9-11, pm 2-4": a half of the day that was said."""
        message = self.message
        begins = self.phrase.begin < 0 and bool(message.found)
        return begins and message.last.days is not None and message.continues_list(i)

    def _take_half(self, i: int) -> bool:
        """ "9 tomorrow am": the half of the day said after the day."""
        phrase = self.phrase
        apart = phrase.part is not None or self.line.word(i - 1) == ","
        half = half_as_part(self.line, i) if phrase.clock and phrase.days and not apart else None
        if half is None or phrase.clock is None or phrase.clock.half or phrase.clock.sure:
            return False
        half_name = "am" if half[0] == "morning" else "pm"
        phrase.clock = replace(phrase.clock, half=half_name, sure=True)
        self._advance(half[1])
        return True

    def _part_is_meant(self, i: int) -> bool:
        line, message = self.line, self.message
        if message.asked_time or message.asked_day or self.phrase.any_day:
            return True
        part = line.term(i, "part")
        if len(line) <= 3 and part and line.word(part[1]) != "!" and stands_free(line, part[1]):
            return True
        if message.timely and part and line.term(part[1], "meeting"):
            return True
        if line.word(i - 1) == "the" and part and not _is_followed(line, part[1]):
            return False
        return line.ends_before(i, "part_cue") or line.raw(i).lower().endswith(
            ("mornings", "noons", "evenings")
        )

    def _take_duration(self) -> bool:
        line, phrase = self.line, self.phrase
        prefix = line.term(self.place, "for_long")
        if phrase.clock is None or phrase.last_clock is not None or phrase.duration:
            return False
        amount = amount_at(line, prefix[1] if prefix else self.place)
        if prefix is None and amount and line.word(amount[1]) not in ("", ".", ",", "?", "!"):
            return False
        length = clock_length(amount[0]) if amount else None
        if amount is None or length is None:
            return False
        phrase.duration = length
        self._advance(amount[1])
        return True

    def _take_trailer(self) -> None:
        phrase, line = self.phrase, self.line
        all_day = line.term(phrase.end, "all_day")
        if all_day and phrase.days is not None and phrase.clock is None:
            phrase.whole_day, phrase.end = True, all_day[1]
        if phrase.relation not in ("at", "from", "after", "before") or self._is_range():
            return
        ends = [
            (found[1], relation)
            for kind, relation in (("onward", "from"), ("backward", "before"))
            if (found := line.term(phrase.end, kind)) and not line.digits(found[1])
        ]
        if ends:
            phrase.end, phrase.relation = max(ends)

    def _advance(self, end: int) -> None:
        phrase = self.phrase
        if phrase.begin < 0:
            phrase.begin = self.place
        phrase.end = self.place = end
        self.cue = ""


def _is_followed(line: Line, j: int) -> bool:
    """Whether what follows a part of the day lets it be one: not "the night manager"."""
    return stands_free(line, j) or bool(line.digits(j)) or bool(line.terms(j))
