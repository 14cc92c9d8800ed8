"""Time expressions put together: a day, a part of it, an hour, a range, a limit, a length."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from understanding.times.clocks import clock_at
from understanding.times.dates import Context, day_number
from understanding.times.days import day_at, days_at
from understanding.times.hints import between_listed, half_as_part, leads_to_time, narrowed
from understanding.times.numbers import amount_at, clock_length
from understanding.times.surroundings import may_follow_cued, stands_free
from understanding.times.values import Clock, Days, Phrase
from understanding.tokens import word_set

_JOINERS = ("at", "about", "on", "any")
_MOST_JOINERS = 4
_MOST_PHRASES = 100  # a text with more times than that wishes for none of them
_MOST_BEFORE = 6  # words such as "not on the" before the first that is a time
_SUBSTANCE = word_set(
    """
    weekday weekday_part month relative relative_part later_today part clock number ordinal
    unit holiday end_of season season_risky nth half_before half_after hour_and_minute
    day_word idle quarter_after quarter_before three_quarters_before week_number
    """
)
_RELATIONS = ("between", "from", "before", "after", "except")


class Composer:
    """Builds the phrases of a line from left to right.

    `asked_time`: we have just asked for a time, so that a bare number is one; `asked_day`: for a
    day. `timely`: the message is about meeting, so that "around 5" is an hour.
    """

    def __init__(
        self, context: Context, *, asked_time: bool, asked_day: bool = False, timely: bool
    ) -> None:
        self.context = context
        self.line = context.line
        self.asked_time = asked_time
        self.asked_day = asked_day
        self.timely = timely
        self.found: list[Phrase] = []
        self._next_substance = 0

    def phrases(self) -> list[Phrase]:
        """All the phrases, in order."""
        i = 0
        while i < len(self.line) and len(self.found) < _MOST_PHRASES:
            if self._can_begin(i):
                i = self._idle_end(i) or self._phrase_end(i) or i + 1
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
        longer = day_at(self.context, i)
        return None if longer and longer[1] > idle[1] else idle[1]

    def _phrase_end(self, i: int) -> int | None:
        phrase = _Building(self, i).built()
        if phrase is None:
            return None
        self.found.append(phrase)
        return phrase.end

    def continues_list(self, i: int) -> bool:
        """Whether only a comma or a word such as "or" lies between the last phrase and `i`."""
        if not self.found or self.found[-1].end > i:
            return False
        j = self.found[-1].end
        if i - j > _MOST_JOINERS + 2 or i == j:
            return False
        return between_listed(self.line, j, i)

    @property
    def last(self) -> Phrase:
        return self.found[-1]


class _Building:
    """One phrase while it grows."""

    def __init__(self, composer: Composer, i: int) -> None:
        self.composer = composer
        self.line = composer.line
        self.context = composer.context
        self.place = i
        self.cue = ""
        self.phrase = Phrase(begin=-1, end=i)

    def built(self) -> Phrase | None:
        while self._grows():
            pass
        phrase = self.phrase
        if not phrase.says_something or self._is_too_weak():
            return None
        self._take_trailer()
        return phrase

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
        if self.phrase.begin >= 0 and line.word(i) in (",", "@", "(", "-", ")", "–"):
            self.place = i + 1
            self.cue = "at" if line.word(i) == "@" else "" if self.cue == "at" else self.cue
            return True
        ends = [(found[1], kind) for kind in _JOINERS if (found := line.term(i, kind))]
        if not ends:
            return False
        end, kind = max(ends, key=lambda one: one[0])
        if kind == "any":
            self.phrase.any_day = True
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
        if not ends:
            return False
        longest_first = sorted(ends, key=lambda one: -one[0])
        return any(self._related(kind, end) for end, kind in longest_first)

    def _related(self, kind: str, end: int) -> bool:
        if kind == "except" and self.line.word(self.place - 1) in ("why", "if"):
            return False
        if kind == "except" and self.phrase.says_something:
            return False  # a phrase of its own
        if kind == "from" and self._is_moved():
            kind = "except"
        start, place, cue, before = self.place, end, self.cue, replace(self.phrase)
        self.cue = "between" if kind == "between" else "limit"
        self.place = self._after_article(place)
        self.phrase.relation = kind
        if self._take_limit(kind) and not self._is_mere_number(kind, end):
            self.phrase.begin = start if before.begin < 0 else before.begin
            return True
        self.phrase = before
        self.place, self.cue = start, cue
        return False

    def _is_mere_number(self, kind: str, end: int) -> bool:
        """ "instead of 3" may be anything; "not at 3" is an hour."""
        clock = self.phrase.clock
        if kind != "except" or clock is None or self.phrase.days is not None:
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
            clock_first = clock[1] > day[1] or (clock[1] == day[1] and self.cue in ("at", "limit"))
            return self._add_clock(*clock) if clock_first else self._add_day(*day)
        if day:
            return self._add_day(*day)
        return self._add_clock(*clock) if clock else False

    def _day(self) -> tuple[Days, int] | None:
        joint = "and" if self.cue == "between" else "no joint" if self._is_moved() else "until"
        context = self.context
        if self.composer.found and self.composer.continues_list(self.place):
            days = self.composer.last.days
            if days and days.rule in ("month day", "day of month"):
                context = replace(context, anchor=days.first)
        found = days_at(context, self.place, joint)
        if found is None and self.composer.asked_day and self.place <= 2:
            found = day_number(context, self.place)
        if found is None:
            return None
        if self.phrase.days is not None:
            return narrowed(self.phrase.days, found)
        if self.phrase.relation == "except" and self.composer.found and self.composer.last.days:
            return narrowed(self.composer.last.days, found) or found
        return found

    def _add_day(self, days: Days, end: int) -> bool:
        phrase = self.phrase
        said = phrase.days
        if said is None or said.weak or _gives_way(said, days):
            phrase.days = replace(days, weak=days.weak and self.cue not in ("limit",))
        if days.part and phrase.part is None:
            phrase.part = days.part
        self._advance(end)
        return True

    def _clock(self) -> tuple[Clock, int] | None:
        if self.phrase.clock is not None:
            return None
        found = clock_at(self.line, self.place, cued=self._is_cued())
        if found is None:
            return None
        if found[0].rule == "bare" and not found[0].half and not self._bare_stands(found[1]):
            return None
        return found

    def _is_cued(self) -> bool:
        """Whether a bare number would be an hour here."""
        line, i, composer = self.line, self.place, self.composer
        if self.cue in ("at", "between", "limit"):
            return True
        if self.cue == "about":
            return bool(self.phrase.days or self.phrase.part or composer.timely)
        if self.phrase.days is not None or self.phrase.part is not None:
            return self.cue == "" and not (self.phrase.days and self.phrase.days.at)
        if composer.asked_time and not composer.asked_day and not composer.found and i <= 3:
            return True
        if self.cue == "" and composer.found and composer.last.clock and composer.continues_list(i):
            return True
        return line.ends_before(i, "clock_cue") or leads_to_time(self.context, i)

    def _bare_stands(self, end: int) -> bool:
        line = self.line
        until = line.term(end, "until") or line.term(end, "and") or line.term(end, "or")
        if until:
            second = clock_at(line, until[1], cued=True)
            if second:
                return second[0].rule != "bare" or stands_free(line, second[1])
        if self.cue == "at":
            return may_follow_cued(line, end)
        return stands_free(line, end)

    def _add_clock(self, clock: Clock, end: int) -> bool:
        second = self._second_clock(end)
        self.phrase.clock = clock
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
            clock = clock_at(line, line.skip(day[1], "at", "about"), cued=True)
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
        if found is None and phrase.days is not None:
            found = line.term(i, "part_after_day")
        if found is None and phrase.days is not None and phrase.clock is None:
            found = half_as_part(line, i)
        if found is None or (phrase.part is not None and phrase.part != found[0]):
            return False
        counted = line.digits(i - 1) or line.ends_before(i, "number")
        if counted and phrase.clock is None:
            return False
        phrase.part = found[0]
        if phrase.days is None and phrase.clock is None and (cued or self._part_is_meant(i)):
            phrase.days_from_elsewhere = True
        self._advance(found[1])
        return True

    def _part_is_meant(self, i: int) -> bool:
        line, composer = self.line, self.composer
        if composer.asked_time or composer.asked_day or len(line) <= 3 or self.phrase.any_day:
            return True
        return line.ends_before(i, "part_cue") or line.raw(i).lower().endswith(
            ("mornings", "noons", "evenings")
        )

    def _take_duration(self) -> bool:
        line, phrase = self.line, self.phrase
        prefix = line.term(self.place, "for_long")
        if phrase.clock is None or prefix is None or phrase.last_clock is not None:
            return False
        amount = amount_at(line, prefix[1])
        length = clock_length(amount[0]) if amount else None
        if amount is None or length is None:
            return False
        phrase.duration = length
        self._advance(amount[1])
        return True

    def _take_trailer(self) -> None:
        phrase, line = self.phrase, self.line
        for kind, relation in (("onward", "after_from"), ("backward", "before")):
            found = line.term(phrase.end, kind)
            if (
                found
                and phrase.relation in ("at", "from", "after", "before")
                and not self._is_range()
            ):
                phrase.relation = "from" if relation == "after_from" else "before"
                phrase.end = found[1]

    def _advance(self, end: int) -> None:
        phrase = self.phrase
        if phrase.begin < 0:
            phrase.begin = self.place
        phrase.end = self.place = end
        self.cue = ""

    def _is_too_weak(self) -> bool:
        """Whether it is only a time if something else said so, and nothing does."""
        phrase, line = self.phrase, self.line
        if phrase.clock is None and phrase.days is None:
            return not phrase.days_from_elsewhere
        if phrase.days is None or not phrase.days.weak or phrase.clock or phrase.part:
            return False
        if (
            self.composer.asked_time
            or self.composer.asked_day
            or (phrase.begin == 0 and phrase.end >= len(line) - 1)
        ):
            return False
        if self.composer.continues_list(phrase.begin):
            return False
        return not line.ends_before(phrase.begin, "date_cue")


def _gives_way(said: Days, days: Days) -> bool:
    """Whether a second day is the narrower one."""
    if said.grain in ("week", "month") or said.rule == "end of day":
        return True
    return days.rule == "shift" and said.first != days.first
