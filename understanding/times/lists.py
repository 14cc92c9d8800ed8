"""What the phrases of one message lend each other: "Monday or Tuesday at 10", "9, 10 or 11am"."""

from __future__ import annotations

from dataclasses import replace

from understanding.times.hints import between_listed
from understanding.times.lexicon import Line
from understanding.times.parts import plain
from understanding.times.values import Clock, Phrase

_FAR = 14  # tokens between a day and the hour that belongs to it, within a sentence
_NEAR = 3  # the same across the end of a sentence
_NEAR_AGAIN = 8  # the same from one hour to another of that day


def shared(line: Line, phrases: list[Phrase]) -> list[Phrase]:
    """The phrases with what they have from their neighbours; days used up by an hour go."""
    for phrase in phrases:
        _mark_refused(line, phrase)
    pairs = list(zip(phrases, phrases[1:], strict=False))
    for before, after in pairs:
        _refuse_too(line, before, after)
        _mark_moved(line, before, after)
    # Backwards and then forwards, so that a half of the day travels along the whole list.
    for before, after in pairs[::-1] + pairs:
        if between_listed(line, before.end, after.begin):
            _lend_half(before, after)
    phrases = [
        one
        for one in phrases
        if not any(_repeats_part(line, *pair) for pair in pairs if one is pair[0])
    ]
    for group in _groups(line, phrases):
        _share_in_list(group)
    return _attached(line, phrases, _groups(line, phrases))


def _groups(line: Line, phrases: list[Phrase]) -> list[list[Phrase]]:
    """Phrases that follow each other as a list."""
    groups: list[list[Phrase]] = []
    for phrase in phrases:
        if groups and between_listed(line, groups[-1][-1].end, phrase.begin):
            groups[-1].append(phrase)
        else:
            groups.append([phrase])
    return groups


def _mark_refused(line: Line, phrase: Phrase) -> None:
    """ "I can't do Friday", "Monday doesn't work": said in order to be left out."""
    if phrase.relation != "at":
        return
    after = line.skip(phrase.end, "for_me")
    before = line.skip(phrase.begin, "nothing")
    refused = any(
        line.ends_before(before - n, "refusal_before")
        for n in range(3)
        if n == 0 or between_listed(line, before - n, before)
    )
    last = line.word(after) == "not" and line.word(after + 1) in ("", ".", ",", "!", "?")
    accepted = line.term(after, "accepted")
    if not accepted and (refused or last or line.term(after, "refusal_after")):
        phrase.relation = "except"


def _repeats_part(line: Line, before: Phrase, after: Phrase) -> bool:
    """ "the evening show, 8:15 pm": the part says no more than the hour that follows."""
    alone = before.days is None and before.clock is None and before.relation == after.relation
    if not alone or before.part is None or after.clock is None or after.days is not None:
        return False
    if after.part or not 0 < after.begin - before.end <= _NEAR or line.term(after.begin - 1, "or"):
        return False
    afternoon = plain(before.part) != "morning"
    if after.clock.half is None and not after.clock.sure:
        after.part = before.part
        return True
    hour = after.clock.hour % 12 + (12 if after.clock.half == "pm" else 0)
    late = hour >= 12 if after.clock.half else after.clock.hour >= 12
    return late == afternoon


def _refuse_too(line: Line, before: Phrase, after: Phrase) -> None:
    """ "can't do Monday or Tuesday": both."""
    joined = line.term(before.end, "or") or line.term(before.end, "and")
    slash = before.end + 1 if line.word(before.end) == "/" else 0
    j = joined[1] if joined else slash
    if before.relation == "except" and after.relation == "at" and j == after.begin:
        after.relation = "except" if after.clock is None or before.clock else "at"


def _mark_moved(line: Line, before: Phrase, after: Phrase) -> None:
    """ "move my 3:30 to 5": the first is what is given up."""
    to = line.term(after.begin - 1, "until")
    moved = any(line.term(i, "moving") for i in range(max(0, before.begin - _NEAR), before.begin))
    whole = before.relation == "at" and before.last_clock is None
    if moved and to and to[1] == after.begin and whole and after.begin - before.end <= _NEAR:
        before.relation = "except"


def _lend_half(before: Phrase, after: Phrase) -> None:
    """ "9 or 10am": the first has its half of the day from the second, and the other way round."""
    first, second = before.last_clock or before.clock, after.clock
    if first is None or second is None:
        return
    end = after.last_clock
    same_day = after.days is None
    if same_day and second.half is None and end and end.half and second.hour % 12 <= end.hour % 12:
        second = replace(second, half=end.half)  # "5-6 or 6-7pm"
    unsaid = first.half is None and not first.sure and second.half is None
    if unsaid and after.part and before.part is None and first.hour % 12 <= second.hour % 12:
        before.part = after.part
    if first.half is None and not first.sure and second.half and before.part is None:
        lent = _with_half(first, second)
        if before.last_clock:
            before.last_clock = lent
        else:
            before.clock = lent
    elif first.half and second.half is None and not second.sure:
        if after.days is None:
            after.clock = _following(first, second)
        elif first.half == "pm":
            after.clock = replace(second, lean="pm")
    elif after.days is None and _is_evening_list(first, second):
        after.clock = replace(second, lean="pm")


def _is_evening_list(first: Clock, second: Clock) -> bool:
    """ "5, 6 or 7": an hour soon after one in the afternoon is so too."""
    unsaid = not (first.half or second.half or first.sure or second.sure)
    return unsaid and 4 <= first.hour <= 6 < second.hour <= 9 or (unsaid and first.lean == "pm")


def _with_half(clock: Clock, later: Clock) -> Clock:
    same = clock.hour % 12 <= later.hour % 12
    other = "am" if later.half == "pm" else "pm"
    return replace(clock, half=later.half if same else other, sure=True)


def _following(earlier: Clock, clock: Clock) -> Clock:
    same = clock.hour % 12 > earlier.hour % 12
    other = "am" if earlier.half == "pm" else "pm"
    half = earlier.half if same or earlier.half == "pm" else other
    return replace(clock, half=half, sure=True)


def _share_in_list(group: list[Phrase]) -> None:
    days = None
    for phrase in group:
        if phrase.days is not None:
            days = phrase
        elif days is not None and not phrase.any_day:
            phrase.days = days.days
            phrase.part = phrase.part or (days.part if _fits(days, phrase) else None)
    _days_from_the_end(group)
    hours: Phrase | None = None
    for phrase in reversed(group):
        if phrase.clock or phrase.part:
            hours = phrase
        elif hours is not None and hours.days is not None and _is_one_day(phrase):
            if phrase.relation == "except" or phrase.any_day or phrase.whole_day:
                continue
            _take_hours(phrase, hours)
    _hours_from_the_start(group)


def _hours_from_the_start(group: list[Phrase]) -> None:
    """ "6pm Monday or Tuesday": an hour said before its day is the hour of the days that follow;
    "every Monday and Tuesday": so is how often."""
    first = group[0]
    for phrase in group[1:]:
        if phrase.clock or phrase.part or phrase.relation != "at" or not _is_one_day(phrase):
            return
        if first.hours_first and first.days and not phrase.any_day:
            _take_hours(phrase, first)
        phrase.repeats = phrase.repeats or first.repeats


def _days_from_the_end(group: list[Phrase]) -> None:
    """ "9, 10 or 11am tomorrow": hours at the head of a list have the day at its end."""
    for phrase in group:
        if phrase.days is not None:
            break
    else:
        return
    for earlier in group:
        if earlier.days is not None:
            return
        if phrase.clock is not None and earlier.clock is not None:
            earlier.days = phrase.days
            earlier.part = earlier.part or phrase.part


def _fits(days: Phrase, phrase: Phrase) -> bool:
    return phrase.clock is not None and phrase.clock.half is None and days.clock is not None


def _is_one_day(phrase: Phrase) -> bool:
    days = phrase.days
    return days is not None and days.at is None and days.last is None and days.grain == "day"


def _take_hours(phrase: Phrase, hours: Phrase) -> None:
    phrase.clock, phrase.last_clock, phrase.part = hours.clock, hours.last_clock, hours.part
    if phrase.relation == "at":
        phrase.relation = hours.relation


def _attached(line: Line, phrases: list[Phrase], groups: list[list[Phrase]]) -> list[Phrase]:
    """Gives each hour without a day the day that is said elsewhere in its sentence."""
    used: list[Phrase] = []
    for phrase in phrases:
        if phrase.days is not None or phrase.any_day:
            continue
        earlier = _same_day_before(line, phrases, phrase)
        if earlier is not None:
            phrase.days = earlier.days
            continue
        day = _day_for(line, phrases, phrase)
        if day is not None:
            phrase.days = day.days
            phrase.part = phrase.part or day.part
            if not any(day is one for one in used):
                phrase.begin, phrase.end = min(phrase.begin, day.begin), max(phrase.end, day.end)
            used.append(day)
            for sibling in _siblings(day, groups):
                _take_hours(sibling, phrase)
    return [phrase for phrase in phrases if not any(phrase is day for day in used)]


def _same_day_before(line: Line, phrases: list[Phrase], phrase: Phrase) -> Phrase | None:
    """An hour after a whole appointment is on its day: "Sunday at 16:30? Or how about 15:30?"."""
    before = [one for one in phrases if one.end <= phrase.begin]
    if not before or phrase.clock is None:
        return None
    last = before[-1]
    whole = last.clock is not None and _is_one_day(last) and last.relation != "except"
    return last if whole and _reaches(line, last.end, phrase.begin, near=_NEAR_AGAIN) else None


def _siblings(day: Phrase, groups: list[list[Phrase]]) -> list[Phrase]:
    """The other days of its list, which have the same hour: "Monday or Tuesday. 3pm works"."""
    group = next((group for group in groups if any(one is day for one in group)), [])
    return [one for one in group if one is not day and one.days is not None and _lends(one)]


def _day_for(line: Line, phrases: list[Phrase], phrase: Phrase) -> Phrase | None:
    place = next(n for n, one in enumerate(phrases) if one is phrase)
    before, after = phrases[:place][::-1], phrases[place + 1 :]
    for other in before:
        if _lends(other) and _reaches(line, other.end, phrase.begin):
            return other
        if other.days is not None and other.clock is not None:
            break
    for other in after[:1]:
        if _lends(other) and _reaches(line, phrase.end, other.begin):
            return other
    return None


def _lends(other: Phrase) -> bool:
    return (
        other.clock is None
        and not other.whole_day
        and other.relation in ("at", "from")
        and _is_one_day(other)
        and not other.impossible
    )


def _reaches(line: Line, begin: int, end: int, near: int = _NEAR) -> bool:
    gap = end - begin
    if gap > _FAR:
        return False
    ended = any(line.word(i) in (".", "?", "!", ";") for i in range(begin, end))
    return gap <= near if ended else True


def lend_from_question(phrases: list[Phrase], asked: list[Phrase]) -> None:
    """An hour said in answer to "what time on Tuesday?" is on that Tuesday; one that picks an hour
    we offered is on that hour's day."""
    days = {one.days.first: one for one in asked if _is_one_day(one) and one.days is not None}
    for phrase in phrases:
        if phrase.days is not None or phrase.any_day or not (phrase.clock or phrase.part):
            continue
        offered = [one for one in asked if _is_one_day(one) and _is_same_hour(one, phrase)]
        chosen = offered if len(offered) == 1 else list(days.values()) if len(days) == 1 else []
        if chosen:
            phrase.days = chosen[0].days
            if offered and phrase.clock and chosen[0].clock and not phrase.clock.sure:
                phrase.clock = replace(
                    phrase.clock, half=chosen[0].clock.half, sure=chosen[0].clock.sure
                )


def _is_same_hour(offer: Phrase, answer: Phrase) -> bool:
    if offer.clock is None or answer.clock is None:
        return False
    same = offer.clock.hour % 12 == answer.clock.hour % 12
    return same and offer.clock.minute == answer.clock.minute
