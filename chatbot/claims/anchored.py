"""What is stated of this visitor's meeting, mail, data or of the team, in whatever words.

The patterns of `claimed.py` know how claims are worded; here only what a sentence speaks of counts.
Meetings, colleagues, mails and data that are the visitor's or that are so now (an anchor) are the
business of our rows: a sentence that speaks of them without asking, offering, denying or supposing
anything states something that a row must bear out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from chatbot.claims.lexicon import alphabetic
from chatbot.claims.patterns import Found, Patterns, Words

_DOUBTS = frozenset({"negations", "unreal", "conditions", "choices", "trailing", "offers"})
_HARMLESS = frozenset({"harmless", "everyday"})
# What is to come is stated as firmly as what is.
FUTURE = frozenset(
    "will ll shall be wird werden wirst zal zullen wordt worden bedzie beda sara saranno vai vao"
    " va vont sera seront serez aura aurez estara estaran sera tendras tendra olacak olacag budet budut будет будут будем ge getting get".split()
)


# Words of offers that as often state.
_FREELY = frozenset(
    "offer have has slot slots time times need next after from working haben habe hat zeit".split()
)


@cache
def _patterns(part: str, language: str) -> Patterns:
    return Patterns([each for each in alphabetic() if each.code == language], [part])


def anchored(
    words: Words, guards: Sequence[Found], languages: Sequence[str]
) -> Iterator[tuple[str, str]]:
    """Kind and word of each topic that the sentence states something of."""
    language = languages[0] if languages else "en"
    topics = _patterns("topics", language).find(words)
    if not topics or is_doubtful(words, guards, language):
        return
    anchors = _patterns("anchors", language).find(words)
    for topic in topics:
        if any(_apart(topic, anchor) for anchor in anchors) and not _is_harmless(topic, guards):
            yield topic.kind, " ".join(words.plain[topic.start : topic.end])


def is_doubtful(words: Words, guards: Sequence[Found], language: str) -> bool:
    """Whether anything in the sentence asks, offers, denies or supposes."""
    idle = [guard for guard in guards if guard.kind == "idle"]
    return any(
        guard.kind in _DOUBTS
        and guard.language == language
        and not (guard.kind == "offers" and words.plain[guard.start] in _FREELY)
        and not (guard.kind == "unreal" and words.plain[guard.start] in FUTURE)
        and not any(each.start <= guard.start < each.end for each in idle)
        for guard in guards
    )


def _apart(topic: Found, anchor: Found) -> bool:
    return anchor.end <= topic.start or topic.end <= anchor.start


def _is_harmless(topic: Found, guards: Sequence[Found]) -> bool:
    return any(
        guard.kind in _HARMLESS and guard.start < topic.end and topic.start < guard.end
        for guard in guards
    )
