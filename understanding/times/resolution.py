"""From phrases to findings: which instant or which days, and what else it may have meant."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, tzinfo

from understanding.findings import Time, written
from understanding.times import parts
from understanding.times.calendar import plus_days
from understanding.times.context import Context
from understanding.times.periods import period_end
from understanding.times.repeats import repetition
from understanding.times.values import Clock, Days, Phrase
from understanding.times.zones import zone_of

_HALF_A_DAY = 12
_LATEST_MEAL = 10
_FIRST_HOUR_OF_BUSINESS = 7  # a bare 7 to 11 is in the morning, 12 noon, 1 to 6 in the afternoon


@dataclass(frozen=True)
class Habits:
    """What decides an hour that lacks am or pm: 24-hour clock in this language or this message,
    a meal that is mentioned."""

    clock24: bool = False
    all_24: bool = False
    evening: bool = False


def resolved(context: Context, phrase: Phrase, habits: Habits) -> list[Time]:
    """The findings of one phrase; none when it cannot be."""
    if phrase.impossible:
        return []
    found = _found(context, phrase, habits)
    return [_repeated(phrase, one) for one in found] if phrase.repeats else found


def _repeated(phrase: Phrase, first: Time) -> Time:
    at = first.start_at or first.end_at
    rule = repetition(phrase, at.hour if at else None, at.minute if at else 0)
    return replace(first, repeats=rule, alternatives=())


def _found(context: Context, phrase: Phrase, habits: Habits) -> list[Time]:
    if phrase.clock is None:
        return _of_days(context, phrase)
    if phrase.days is not None and _is_period(phrase.days):
        return _of_days(context, _without_clock(phrase)) + _of_clock(
            context, replace(phrase, days=None, relation=phrase.relation), habits
        )
    return _of_clock(context, phrase, habits)


def _is_period(days: Days) -> bool:
    return days.grain != "day" and days.at is None


def _without_clock(phrase: Phrase) -> Phrase:
    relation = (
        "at" if phrase.relation in ("before", "after", "between", "from") else phrase.relation
    )
    return replace(phrase, clock=None, last_clock=None, relation=relation)


# -- days


def _of_days(context: Context, phrase: Phrase) -> list[Time]:
    days = phrase.days
    if days is None:
        return _of_part(context, phrase)
    if days.at is not None:
        return [_of_instant(context, phrase, days.at)]
    base = _base(context, phrase)
    part = phrase.part
    if part and phrase.relation in ("before", "after", "from"):
        return _limited_by_part(context, phrase, days.first, part)
    start: date | None = days.first
    end = days.last
    relation = phrase.relation
    if relation == "before":
        start, end = None, days.last if days.rule == "edge" else days.first
    elif relation == "after" and days.weekday is None and _is_period(days):
        start, end = plus_days(period_end(days), 1), None
    elif relation == "from" and end is not None and days.rule == "range":
        relation = "between"
    elif relation in ("after", "from"):
        end = None
    elif end is not None and relation == "at":
        relation = "between"
    single = days.grain == "day" and days.last is None
    others = tuple(written(day) or "" for day in days.alternatives)
    return [
        replace(
            base,
            grain="daypart" if part and single else days.grain,
            start_on=start,
            end_on=end,
            part=parts.plain(part) if part else None,
            relation="after" if relation == "from" else relation,
            ambiguous=bool(others),
            alternatives=others,
            rule=_rule(phrase, days.rule),
        )
    ]


def _rule(phrase: Phrase, rule: str) -> str:
    """The rule's name; it keeps what the fields cannot: an inclusive limit, an early part."""
    name = "time." + rule.replace(" ", "_")
    if phrase.relation == "from" and rule != "range":
        name += ".from"
    if phrase.part and parts.plain(phrase.part) != phrase.part:
        name += "." + phrase.part
    return name


def _base(context: Context, phrase: Phrase) -> Time:
    tokens = context.line.tokens
    span = (tokens[phrase.begin].start, tokens[phrase.end - 1].end)
    return Time(
        text=context.line.text[span[0] : span[1]],
        span=span,
        grain="day",
        dated=phrase.days is not None,
    )


def _of_instant(context: Context, phrase: Phrase, at: datetime) -> Time:
    base = _base(context, phrase)
    rule = _rule(replace(phrase, relation="at"), phrase.days.rule if phrase.days else "shift")
    if phrase.days and phrase.days.until and phrase.relation != "except":
        until = phrase.days.until
        return replace(
            base, start_at=at, end_at=until, grain="minute", relation="between", rule=rule
        )
    if phrase.relation == "before":
        return replace(base, end_at=at, grain="minute", relation="before", rule=rule)
    relation = "after" if phrase.relation in ("after", "from") else phrase.relation
    return replace(base, start_at=at, grain="minute", relation=relation, rule=rule)


def _of_part(context: Context, phrase: Phrase) -> list[Time]:
    """A part of the day alone: today's while it lasts, else tomorrow's."""
    part = phrase.part
    if part is None:
        return []
    ends = parts.HOURS[part][1]
    late = context.now.time() >= ends
    day = plus_days(context.today, 1) if late else context.today
    if day is None:
        return []
    if phrase.relation in ("before", "after", "from"):
        return _limited_by_part(context, phrase, day, part)
    return [
        replace(
            _base(context, phrase),
            grain="daypart",
            start_on=day,
            part=parts.plain(part),
            relation=phrase.relation,
            rule=_rule(phrase, "part"),
        )
    ]


def _limited_by_part(context: Context, phrase: Phrase, day: date, part: str) -> list[Time]:
    """ "before lunch", "after the morning": the part's own hours are the limit."""
    first, last = parts.HOURS[part]
    base = replace(_base(context, phrase), grain="hour", rule="time.part")
    zone = context.now.tzinfo
    if phrase.relation == "before":
        at = _combined(day, first.hour, first.minute, zone)
        return [replace(base, end_at=at, relation="before")] if at else []
    limit = last if phrase.relation == "after" else first
    at = _combined(day, limit.hour, limit.minute, zone)
    return [replace(base, start_at=at, relation="after")] if at else []


# -- hours


@dataclass(frozen=True)
class _Hours:
    """The hour and its likeliest other readings, counted from the day's midnight."""

    hour: int
    others: tuple[int, ...] = ()


def _of_clock(context: Context, phrase: Phrase, habits: Habits) -> list[Time]:
    clock, last = phrase.clock, phrase.last_clock
    if clock is None:
        return []
    zone_name = clock.zone or (last.zone if last else None)
    zone: tzinfo | None = zone_of(zone_name) if zone_name else context.now.tzinfo
    now = context.now.astimezone(zone)
    pairs = _hour_pairs(phrase, habits)
    days = phrase.days or phrase.last_days
    explicit = days is not None
    pairs = _today_ahead(pairs, clock, days, now)
    instants = [_instants(context, phrase, pair, zone, now) for pair in pairs]
    if instants[0] is None:
        return []  # an hour that the change to summer time leaves out
    start, end = instants[0]
    others = [written(one[0]) or "" for one in instants[1:] if one]
    others += [
        written(start.replace(day=other.day, month=other.month, year=other.year)) or ""
        for other in (days.alternatives if days else ())
    ]
    if _is_twice(start):
        others.append(written(start.replace(fold=1)) or "")
    return [_clocked(context, phrase, start, end, tuple(others), explicit)]


def _clocked(
    context: Context,
    phrase: Phrase,
    start: datetime,
    end: datetime | None,
    others: tuple[str, ...],
    explicit: bool,
) -> Time:
    clock = phrase.clock
    minute = start.minute or (clock is not None and clock.grain == "minute")
    base = replace(
        _base(context, phrase),
        grain="minute" if minute else "hour",
        ambiguous=bool(others),
        alternatives=others,
        dated=explicit,
        rule=_rule(phrase, "clock"),
    )
    days = phrase.days
    if days is not None and days.last is not None and phrase.last_days is None:
        base = replace(base, rule="time.daily")
    relation = phrase.relation
    if end is not None and relation in ("at", "between", "from"):
        return replace(base, start_at=start, end_at=end, relation="between")
    if relation == "before":
        return replace(base, end_at=end or start, relation="before")
    if relation in ("after", "from"):
        return replace(base, start_at=start, end_at=end, relation="after")
    return replace(base, start_at=start, end_at=end, relation=relation)


def _hour_pairs(phrase: Phrase, habits: Habits) -> list[tuple[int, int | None]]:
    """(hour, end hour) readings, the likeliest first."""
    clock, last = phrase.clock, phrase.last_clock
    assert clock is not None
    first = _hours(clock, phrase.part, habits)
    if last is None or phrase.last_days is not None:
        end = _hours(last, None, habits).hour if last else None
        return [(hour, end) for hour in (first.hour, *first.others)]
    noon = last.hour == _HALF_A_DAY and last.half is None and phrase.part is not None
    morning = noon and parts.plain(phrase.part or "") == "morning"
    second = _Hours(_HALF_A_DAY) if morning else _hours(last, phrase.part, habits)
    if first.others and not second.others:
        fitting = [h for h in (first.hour, *first.others) if _ahead(h, clock, second.hour, last)]
        return [(max(fitting, default=first.hour), second.hour)]
    return [(hour, _end_hour(hour, clock, second, last)) for hour in (first.hour, *first.others)]


def _ahead(hour: int, clock: Clock, end: int, last: Clock) -> bool:
    return (hour, clock.minute) < (end, last.minute)


def _end_hour(hour: int, clock: Clock, end: _Hours, last: Clock) -> int:
    """The nearest reading of the end that is after the start; the next day's if there is none."""
    later = [h for h in (end.hour, *end.others) if _ahead(hour, clock, h, last)]
    return min(later, default=min((end.hour, *end.others)) + 24)


def _hours(clock: Clock, part: str | None, habits: Habits) -> _Hours:
    hour = clock.hour
    if clock.half is not None and hour <= _HALF_A_DAY:
        return _Hours(hour % 12 + (12 if clock.half == "pm" else 0))
    if clock.rule == "midnight":
        return _Hours(24 if part else 0)
    if clock.sure or hour > _HALF_A_DAY or hour == 0:
        return _Hours(hour)
    if part:
        return _Hours(parts.hour_in(part, hour))
    if habits.all_24 or (habits.clock24 and hour >= _FIRST_HOUR_OF_BUSINESS):
        return _Hours(hour)
    return _by_business_sense(hour, habits, clock.lean)


def _by_business_sense(hour: int, habits: Habits, lean: str | None) -> _Hours:
    if hour == _HALF_A_DAY:
        return _Hours(12, (0,))
    evening = habits.evening and hour <= _LATEST_MEAL
    if hour < _FIRST_HOUR_OF_BUSINESS or evening or lean == "pm":
        return _Hours(hour + 12, (hour,))
    return _Hours(hour, (hour + 12,))


def _today_ahead(
    pairs: list[tuple[int, int | None]], clock: Clock, days: Days | None, now: datetime
) -> list[tuple[int, int | None]]:
    """With an explicit today, a reading that is past gives way to one that is not."""
    if days is None or days.first != now.date() or days.last is not None:
        return pairs
    ahead = [pair for pair in pairs if (pair[0], clock.minute) > (now.hour, now.minute)]
    return ahead + [pair for pair in pairs if pair not in ahead]


def _instants(
    context: Context,
    phrase: Phrase,
    pair: tuple[int, int | None],
    zone: tzinfo | None,
    now: datetime,
) -> tuple[datetime, datetime | None] | None:
    clock, last = phrase.clock, phrase.last_clock
    assert clock is not None
    day = phrase.days.first if phrase.days else now.date()
    start = _combined(_midnight_day(phrase, day), pair[0], clock.minute, zone)
    if phrase.days is None and start is not None and (start > now if phrase.past else start <= now):
        day = plus_days(day, -1 if phrase.past else 1) or day
        start = _combined(day, pair[0], clock.minute, zone)
    if start is None:
        return None
    return start, _end_instant(phrase, start, day, pair[1], last, zone)


def _midnight_day(phrase: Phrase, day: date) -> date:
    """Midnight of a day that is under way or has a weekday's name is the one at its end."""
    clock, days = phrase.clock, phrase.days
    if clock is None or clock.rule != "midnight" or phrase.part or days is None:
        return day
    return plus_days(day, 1) or day


def _end_instant(
    phrase: Phrase,
    start: datetime,
    day: date,
    hour: int | None,
    last: Clock | None,
    zone: tzinfo | None,
) -> datetime | None:
    if phrase.duration is not None:
        return (start.astimezone(UTC) + phrase.duration).astimezone(zone)
    if last is None or hour is None:
        return None
    if phrase.last_days is not None:
        day = phrase.last_days.first
    elif phrase.days is not None and phrase.days.last is not None:
        day = phrase.days.last
    end = _combined(day, hour, last.minute, zone)
    if end is not None and end <= start:
        later = plus_days(day, 1)
        end = _combined(later, hour, last.minute, zone) if later else None
    return end


def _combined(day: date, hour: int, minute: int, zone: tzinfo | None) -> datetime | None:
    """The instant, or None if clocks skip it; hours from 24 on are the next day's."""
    moved = plus_days(day, hour // 24)
    if moved is None:
        return None
    at = datetime.combine(moved, time(hour % 24, minute), tzinfo=zone)
    there = at.astimezone(UTC).astimezone(zone)
    return at if there.replace(tzinfo=None) == at.replace(tzinfo=None) else None


def _is_twice(at: datetime) -> bool:
    return at.replace(fold=0).utcoffset() != at.replace(fold=1).utcoffset()
