"""A message while it is read: what is known of it, and what that makes of a bare number."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from understanding.times.clocks import clock_at
from understanding.times.context import Context
from understanding.times.days import days_at
from understanding.times.hints import (
    belongs_to_next_day,
    between_listed,
    counts_on,
    is_range_of_hours,
    later_day,
    leads_to_time,
    same_week_day,
)
from understanding.times.lexicon import Line
from understanding.times.month_days import day_number
from understanding.times.surroundings import (
    day_follows,
    is_half_of_pair,
    may_follow_cued,
    stands_free,
)
from understanding.times.values import Clock, Days, Phrase

_MOST_BETWEEN = 6  # tokens between two phrases of a list
_FIRST_WORDS = 3  # an answer begins with it
_WITH_MONTH = ("month day", "holiday")
_ENDS = (".", "?", "!", ",", ";")
_APPROVED = ("also", "too", "works", "ok", "okay", "fine")
_AFTER_DATES = ("for", "at", "from", "works", "please", "or", "to", ",")
_BEFORE_RANGES = (",", ";", ":", ".", "?", "or", "and")


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
        if i - j > _MOST_BETWEEN:
            return False
        return between_listed(self.line, j, i)

    @property
    def last(self) -> Phrase:
        return self.found[-1]


def same_time(message: Message, phrase: Phrase, i: int) -> tuple[Clock, int] | None:
    """ "same time on Tuesday": the hour said before, here or in what came before."""
    line = message.line
    same, this = line.term(i, "same_time"), line.term(i, "this_time")
    if this and (phrase.days or day_follows(line, this[1])):
        now = message.context.now
        return Clock(now.hour, now.minute, sure=True, grain="minute"), this[1]
    if same is None:
        return None
    said = [one.clock for one in message.found if one.clock is not None]
    clock = said[-1] if said else message.reference
    return (clock, same[1]) if clock else None


def is_cued(message: Message, phrase: Phrase, i: int, cue: str) -> bool:
    """Whether a bare number would be an hour at `i`."""
    line = message.line
    if cue in ("at", "between", "limit"):
        return True
    if cue == "about":
        said = message.found and message.last.days and not message.last.clock
        return bool(phrase.days or phrase.part or message.timely or said)
    if phrase.days is not None or phrase.part is not None:
        return cue == "" and not (phrase.days and phrase.days.at)
    if message.asked_time and not message.asked_day and not message.found and i <= _FIRST_WORDS:
        return True
    if cue == "" and _goes_on_with_hours(message, i):
        return True
    if message.found and line.word(i - 1) in _BEFORE_RANGES and is_range_of_hours(line, i):
        return True
    if message.found and message.last.days and line.word(i - 1) == line.word(i + 1) == "?":
        return True  # "Thursday? 10? 11?"
    approved = line.word(i - 1) in _ENDS and line.word(i + 1) in _APPROVED
    if approved and message.found and message.last.clock:
        return True  # "3pm? 4 also works"
    return line.ends_before(i, "clock_cue") or leads_to_time(message.context, i)


def _goes_on_with_hours(message: Message, i: int) -> bool:
    """ "at 3 or 4", but not "at 16:45 for 2"."""
    if message.line.word(i - 1) in ("for", "of"):
        return False
    return bool(message.found and message.last.clock and message.continues_list(i))


def bare_stands(message: Message, phrase: Phrase, i: int, end: int, cue: str) -> bool:
    """Whether what follows the bare number from `i` to `end` lets it be an hour."""
    line, days = message.line, phrase.days
    if days is not None and belongs_to_next_day(line, i, end):
        return False
    if days is not None and line.word(i - 1) == "," and later_day(message.context, i, days):
        return False
    if (days is not None and counts_on(line, end)) or is_half_of_pair(line, i):
        return True
    joint = line.term(end, "until") or line.term(end, "and") or line.term(end, "or")
    second = clock_at(line, joint[1], cued=True) if joint else None
    if second:
        return second[0].rule != "bare" or stands_free(line, second[1])
    return may_follow_cued(line, end) if cue == "at" else stands_free(line, end)


def day_in(message: Message, phrase: Phrase, i: int, joint: str) -> tuple[Days, int] | None:
    """The day at `i` as the days said before it let it be understood."""
    context = replace(message.context, past=message.context.past or phrase.past)
    listed: tuple[Days, int] | None = None
    said = message.last.days if message.found else None
    if phrase.days:
        context = replace(context, said=phrase.days.first)
    elif said:
        context = replace(context, said=said.first, said_month=said.rule in _WITH_MONTH)
    if said and message.continues_list(i):
        if said.rule in ("next weekday", "weekday in week"):
            listed = same_week_day(context, i, said)
        elif said.rule in ("month day", "day of month"):
            context = replace(context, anchor=said.first)
            if message.last.clock is None and phrase.days is None:
                listed = later_day(context, i, said)
    found = days_at(context, i, joint)
    if listed and not (found and found[1] > listed[1]):
        found = listed
    if found is None and message.asked_day and i < _FIRST_WORDS:
        return day_number(context, i)
    return found


def counted_from(message: Message, said: Days, found: tuple[Days, int]) -> tuple[Days, int] | None:
    """ "tomorrow in a week"."""
    if said.rule != "relative" or found[0].rule != "shift" or found[0].at:
        return None
    day = said.first + (found[0].first - message.context.today)
    return replace(found[0], first=day), found[1]


def is_too_weak(message: Message, phrase: Phrase) -> bool:
    """Whether it is only a time if something else said so, and nothing does."""
    line = message.line
    if phrase.clock is None and phrase.days is None:
        return not phrase.days_from_elsewhere
    if phrase.days is None or not phrase.days.weak or phrase.clock or phrase.part:
        return False
    if message.asked_time or message.asked_day or _is_alone(line, phrase):
        return False
    if message.continues_list(phrase.begin):
        return False
    if phrase.begin == 0 and line.word(phrase.end) in _AFTER_DATES:
        return False
    cue = "date_cue" if phrase.days.grain == "day" else "month_cue"
    return not line.ends_before(phrase.begin, cue)


def _is_alone(line: Line, phrase: Phrase) -> bool:
    """Whether nothing else is said, but for a mark at the end."""
    rest = line.word(phrase.end)
    whole = phrase.begin == 0 and phrase.end >= len(line) - 1
    return whole and not (rest.isalpha() or rest.isdigit())
