"""One time expression put together: a day, a part of it, an hour, a range, a limit, a length."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from understanding.times.clocks import clock_at
from understanding.times.dates import Context, day_number
from understanding.times.days import day_at, days_at
from understanding.times.hints import (
    belongs_to_next_day,
    between_listed,
    counts_on,
    gives_way,
    half_as_part,
    is_range_of_hours,
    later_day,
    leads_to_time,
    narrowed,
    same_week_day,
)
from understanding.times.lexicon import Line
from understanding.times.numbers import amount_at, clock_length
from understanding.times.repeats import repeat_at
from understanding.times.surroundings import may_follow_cued, stands_free
from understanding.times.values import Clock, Days, Phrase

_JOINERS = ("at", "about", "on", "any")
_MOST_JOINERS = 4
_AFTER_DATES = ("for", "at", "from", "works", "please", "or", "to", ",")
_RELATIONS = ("between", "from", "before", "after", "except")


@dataclass
class Message:
    """What is known of a message while its phrases are looked for.

    `asked_time`: we have just asked for a time, so that a bare number is one; `asked_day`: for a
    day. `timely`: the message is about meeting, so that "around 5" is an hour. `reference`: the
    hour that "same time" means where the message has none before it.
    """

    context: Context
    asked_time: bool = False
    asked_day: bool = False
    timely: bool = False
    reference: Clock | None = None
    found: list[Phrase] = field(default_factory=list)

    @property
    def line(self) -> Line:
        return self.context.line

    def continues_list(self, i: int) -> bool:
        """Whether only a comma or a word such as "or" lies between the last phrase and `i`."""
        if not self.found or self.found[-1].end > i:
            return False
        j = self.found[-1].end
        if i == j:
            return self.found[-1].clock is not None and counts_on(self.line, j)
        if i - j > _MOST_JOINERS + 2:
            return False
        return between_listed(self.line, j, i)

    @property
    def last(self) -> Phrase:
        return self.found[-1]


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
        if not phrase.says_something or self._is_too_weak():
            return None
        self._take_trailer()
        return phrase

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
        if not ends:
            return False
        longest_first = sorted(ends, key=lambda one: -one[0])
        return any(self._related(kind, end) for end, kind in longest_first)

    def _related(self, kind: str, end: int) -> bool:
        if kind == "except" and self.line.word(self.place - 1) in ("why", "if"):
            return False
        if kind == "except" and self.phrase.says_something:
            return False  # a phrase of its own
        if kind == "after" and self._is_last(end):
            return False
        if kind == "from" and self._is_moved():
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
        if kind == "before" and self.line.word(end - 2) == "up":  # "up to 8" may be anything
            return clock.rule == "bare" and clock.half is None and not self.message.asked_time
        if kind != "except":
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
        listed: tuple[Days, int] | None = None
        context = replace(self.context, past=self.context.past or self.phrase.past)
        if self.message.found and self.message.last.days:
            last = self.message.last.days
            context = replace(context, said=last.first, said_month=last.rule == "month day")
        if self.message.found and self.message.continues_list(self.place):
            days = self.message.last.days
            if days and days.rule in ("next weekday", "weekday in week"):
                listed = same_week_day(context, self.place, days)
            elif days and days.rule in ("month day", "day of month"):
                context = replace(context, anchor=days.first)
                if self.message.last.clock is None and self.phrase.days is None:
                    listed = later_day(context, self.place, days)
        found = listed or days_at(context, self.place, joint)
        if found is None and self.message.asked_day and self.place <= 2:
            found = day_number(context, self.place)
        if found is None:
            return None
        if self.phrase.days is not None:
            return self._counted_from(self.phrase.days, found) or narrowed(self.phrase.days, found)
        if self.phrase.relation == "except" and self.message.found and self.message.last.days:
            return narrowed(self.message.last.days, found) or found
        return found

    def _counted_from(self, said: Days, found: tuple[Days, int]) -> tuple[Days, int] | None:
        """ "tomorrow in a week"."""
        if said.rule != "relative" or found[0].rule != "shift" or found[0].at:
            return None
        day = said.first + (found[0].first - self.context.today)
        return replace(found[0], first=day), found[1]

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
        if self.phrase.clock is not None:
            return None
        found = self._same_time() or clock_at(self.line, self.place, cued=self._is_cued())
        if found is None:
            return None
        if found[0].rule == "bare" and not found[0].half and not self._bare_stands(found[1]):
            return None
        return found

    def _same_time(self) -> tuple[Clock, int] | None:
        """ "same time on Tuesday": the hour said before, here or in what came before."""
        same = self.line.term(self.place, "same_time")
        if same is None:
            return None
        said = [one.clock for one in self.message.found if one.clock is not None]
        clock = said[-1] if said else self.message.reference
        return (clock, same[1]) if clock else None

    def _is_cued(self) -> bool:
        """Whether a bare number would be an hour here."""
        line, i, message = self.line, self.place, self.message
        if self.cue in ("at", "between", "limit"):
            return True
        if self.cue == "about":
            return bool(self.phrase.days or self.phrase.part or message.timely)
        if self.phrase.days is not None or self.phrase.part is not None:
            return self.cue == "" and not (self.phrase.days and self.phrase.days.at)
        if message.asked_time and not message.asked_day and not message.found and i <= 3:
            return True
        if self._goes_on_with_hours(i):
            return True
        if (
            message.found
            and line.word(i - 1) in (",", ";", ":", ".")
            and is_range_of_hours(line, i)
        ):
            return True
        return line.ends_before(i, "clock_cue") or leads_to_time(self.context, i)

    def _goes_on_with_hours(self, i: int) -> bool:
        """ "at 3 or 4", but not "at 16:45 for 2"."""
        message = self.message
        if self.cue != "" or self.line.word(i - 1) in ("for", "of"):
            return False
        return bool(message.found and message.last.clock and message.continues_list(i))

    def _bare_stands(self, end: int) -> bool:
        line = self.line
        days = self.phrase.days
        if days is not None and belongs_to_next_day(line, self.place, end):
            return False
        listed = days is not None and line.word(self.place - 1) == ","
        if days is not None and listed and later_day(self.context, self.place, days):
            return False
        if days is not None and counts_on(line, end):
            return True
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
        phrase.hours_first = phrase.days is None
        if phrase.days is None and phrase.clock is None and (cued or self._part_is_meant(i)):
            phrase.days_from_elsewhere = True
        self._advance(found[1])
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
        for kind, relation in (("onward", "after_from"), ("backward", "before")):
            found = line.term(phrase.end, kind)
            if (
                found
                and not line.digits(found[1])
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
        if self.message.asked_time or self.message.asked_day or self._is_alone():
            return False
        if self.message.continues_list(phrase.begin):
            return False
        if phrase.begin == 0 and line.word(phrase.end) in _AFTER_DATES:
            return False
        return not line.ends_before(
            phrase.begin, "date_cue" if phrase.days.grain == "day" else "month_cue"
        )

    def _is_alone(self) -> bool:
        """Whether nothing else is said, but for a mark at the end."""
        line, phrase = self.line, self.phrase
        rest = line.word(phrase.end)
        return (
            phrase.begin == 0
            and phrase.end >= len(line) - 1
            and not (rest.isalpha() or rest.isdigit())
        )
