"""Which of several values for a field holds.

A lead's columns are nothing but the fold of its evidence in the order in which it came: the same
evidence gives the same lead, whoever asks and however often leads were merged and parted.

Standing of a value: 3 staff entered it or the address is verified; 2 the visitor stated it (a
form, or a cue we read with confidence) or it was imported; 1 it is a guess (a weak cue, or the
model's word with support).

1. Nothing of a lower standing displaces one of a higher standing, but a visitor's correction
   displaces any value of the visitor's own.
2. Of the same standing the newer one holds, except that the first of one message holds against
   the second ("ann@x.com, cc bob@x.com") and a part of a value does not displace the whole ("Ann"
   after "Ann Lee").
3. Needs add up: a new one joins the others until a correction or staff replaces them.
"""

from __future__ import annotations

from collections.abc import Iterable

from leads.model import FIELDS, MODEL, STAFF, Evidence
from leads.wording import folded_words

SURE = 0.8
MAX_NEEDS = 5

Current = dict[str, tuple[Evidence, ...]]


def folded(evidence: Iterable[Evidence]) -> Current:
    """Per field the evidence behind its value: one entry, several for needs, none if unknown."""
    current: Current = {name: () for name in FIELDS}
    for item in evidence:
        current[item.field] = after(current[item.field], item)
    return current


def after(current: tuple[Evidence, ...], new: Evidence) -> tuple[Evidence, ...]:
    """The evidence behind the field once `new` has come; `current` itself if that changes
    nothing."""
    if new.field == "need":
        return _needs_after(current, new)
    return (new,) if not current or _displaces(new, current[-1]) else current


def value_of(current: tuple[Evidence, ...]) -> str | None:
    """What the column holds."""
    values = [item.value for item in current if item.value]
    return "; ".join(values) if values else None


def standing(item: Evidence) -> int:
    if item.method == STAFF or item.verified:
        return 3
    return 2 if item.method != MODEL and item.confidence >= SURE else 1


def says_the_same(new: Evidence, old: Evidence) -> bool:
    """Whether `new` adds nothing to `old`: the same value, vouched for no better."""
    same = folded_words(new.value or "") == folded_words(old.value or "")
    return same and standing(new) <= standing(old)


def _displaces(new: Evidence, old: Evidence) -> bool:
    if says_the_same(new, old):
        return False
    if standing(old) == 3:
        return standing(new) == 3
    if new.corrects:
        return True
    if standing(new) != standing(old):
        return standing(new) > standing(old)
    if new.message_id is not None and new.message_id == old.message_id:
        return False
    return new.field not in ("name", "company") or not _is_part(new.value, old.value)


def _is_part(new: str | None, old: str | None) -> bool:
    """Whether `new` says nothing that `old` does not."""
    mine, theirs = folded_words(new or ""), folded_words(old or "")
    return mine != theirs and set(mine) <= set(theirs)


def _needs_after(current: tuple[Evidence, ...], new: Evidence) -> tuple[Evidence, ...]:
    if current and standing(current[-1]) == 3 and standing(new) < 3:
        return current
    if any(says_the_same(new, item) for item in current):
        return current
    if not current or new.corrects or standing(new) == 3:
        return (new,)
    if any(_within(new.value, item.value) for item in current):
        return current
    kept = [item for item in current if not _within(item.value, new.value)]
    # The first need is why they came; of the others the newest count.
    return (*kept[:1], *kept[1:][-(MAX_NEEDS - 2) :], new)


def _within(part: str | None, whole: str | None) -> bool:
    return f" {' '.join(folded_words(part or ''))} " in f" {' '.join(folded_words(whole or ''))} "
