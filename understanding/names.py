"""Persons' names, where the text introduces its writer or answers our question for a name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from understanding.corrections import takes_back
from understanding.english_words import is_english_word
from understanding.findings import Name, Span
from understanding.name_cues import (
    AROUND,
    ASKS_COMPANY,
    ASKS_NAME,
    BEFORE_ANSWER,
    FIRST_LABEL,
    FROM_AFTER_NAME,
    HERE,
    LAST_LABEL,
    SIGN_OFF,
    SIGN_OFF_DASH,
    SIGN_OFF_THANKS,
    STRONG,
    WEAK,
    WEAKEST,
)
from understanding.name_runs import Run, is_first_name, run_at, written
from understanding.name_scripts import names_in_other_scripts
from understanding.name_words import (
    COMPANY_FORMS,
    EVERYDAY_NAMES,
    NO_NAMES,
    NOT_AFTER_NAME,
    OF_A_NAME,
    PARTICLES,
)
from understanding.spans import Covered
from understanding.spelling import spelled_word

_MOST_NAMES = 200  # candidates looked at in one text
_LONGEST_ANSWER = 80  # characters; longer than that, it is a message and no bare name
_MOST_ANSWER_WORDS = 4
_NO_NAME_ENDINGS = (
    "ing", "ed", "ly", "ous", "ive", "able", "ful", "less", "ish", "ent", "ant", "ic", "ian",
    "ese", "ist", "ual", "ican", "ghan", "iac",
)  # fmt: skip


def find_names(
    text: str, question: str | None, taken: Iterable[Span], times: Iterable[Span] = ()
) -> list[Name]:
    """The writer's name each time the text gives it; a bare one only after a question for it.

    No name is in a span that is `taken`; one in `times` ("May") only if it is introduced.
    """
    company_asked = bool(question and ASKS_COMPANY.search(question))
    asked = bool(question and ASKS_NAME.search(question) and not company_asked)
    covered = Covered(len(text), taken)
    covered_by_times = Covered(len(text), times)
    found: list[Name] = []
    for candidate in islice(_candidates(text, asked, company_asked, covered), _MOST_NAMES):
        sure = candidate.rule in _SURE
        if not covered.touches(candidate.span) and (
            sure or not covered_by_times.touches(candidate.span)
        ):
            found.append(candidate)
            covered.add(candidate.span)
    return sorted(_without_parts(found), key=lambda name: name.span)


_SURE = frozenset({"name.full", "name.introduced", "name.parts", "name.asked"})


def _without_parts(found: list[Name]) -> list[Name]:
    """Without a short form where the full name is given."""
    if any(name.rule == "name.full" for name in found):
        return [name for name in found if name.rule == "name.full" or name.corrects]
    words = [set(name.value.lower().split()) for name in found]
    return [
        name
        for name, mine in zip(found, words, strict=True)
        if name.corrects or not any(mine < others for others in words)
    ]


def _candidates(text: str, asked: bool, company_asked: bool, covered: Covered) -> Iterator[Name]:
    yield from names_in_other_scripts(text, asked)
    yield from _labelled_parts(text, covered)
    yield from _introduced(text, covered)
    yield from _self_named(text, covered)
    if asked:
        yield from _answer(text, covered)
    yield from _here(text, covered)
    yield from _around(text, covered)
    yield from _this_is(text, covered, company_asked)
    yield from _signed(text, covered)


# -- the ways to give a name


def _labelled_parts(text: str, covered: Covered) -> Iterator[Name]:
    """ "first name: Dana, last name: Whitfield"."""
    first, last = FIRST_LABEL.search(text), LAST_LABEL.search(text)
    runs = [run_at(text, cue.end(), covered, lower=True) for cue in (first, last) if cue]
    parts = [run for run in runs if run and _can_follow_cue(text, run, covered)]
    if parts and len(parts) == len(runs):
        words = tuple(word for run in parts for word in run.words)
        span = min(run.span[0] for run in parts), max(run.span[1] for run in parts)
        yield Name(written(words), span, 0.95, "name.parts", takes_back(text, span[0]))


def _introduced(text: str, covered: Covered) -> Iterator[Name]:
    for match in STRONG.finditer(text):
        run = run_at(text, match.end(), covered, lower=True, everyday=True)
        if run and _can_follow_cue(text, run, covered) and not _is_of_something(text, match):
            full = re.search(r"\b(?:full|real|whole|complete)\b", match.group(), re.IGNORECASE)
            rule = "name.full" if full else "name.introduced"
            yield _named(text, run, 0.95, rule, match.start())


def _can_follow_cue(text: str, run: Run, covered: Covered) -> bool:
    """ "my name is not …", "my name is spelled wrong" give none."""
    first = run.words[0].lower()
    if first in NO_NAMES and run.words[0].islower() and run.proper < 2:
        return is_first_name(first) and _closes(text, run.span[1], covered)
    return not (run.words[0].islower() and run.is_word and run.proper < 2)


def _is_of_something(text: str, cue: re.Match[str]) -> bool:
    """ "product name is …", "my dog's name is …"."""
    if not cue.group().lower().lstrip().startswith(("name", "nom", "naam")):
        return False
    before = re.search(r"([\w'’]+)[ \t]$", text[max(0, cue.start() - 30) : cue.start()])
    return before is not None and before[1].lower() not in OF_A_NAME


def _self_named(text: str, covered: Covered) -> Iterator[Name]:
    for match in WEAK.finditer(text):
        run = run_at(text, match.end(), covered, lower=True)
        if run is None:
            continue
        cue = match.group().strip().lower()
        english = cue.startswith(("i", "it"))  # I'm, im, i am, it is i
        if any(cue.startswith(foreign) for foreign in FROM_AFTER_NAME):
            run, english = _without_origin(run), False
        if _fits_weak(text, run, english):
            yield _named(text, run, 0.9, "name.self", match.start())


def _without_origin(run: Run) -> Run:
    """ "soy Ana de Telefónica": the particle leads to the company here."""
    for place, word in enumerate(run.words[1:], start=1):
        if word in ("de", "del", "von", "du", "des", "vom", "da", "do", "di") and not (
            word in ("del", "da", "do", "di") and place + 1 < len(run.words)
        ):
            kept = run.words[:place]
            end = run.span[0] + len(" ".join(kept))
            return Run(kept, (run.span[0], end), run.titled)
    return run


def _fits_weak(text: str, run: Run, english: bool) -> bool:
    """After "I'm": a capitalized word that is no other word, or a first name we know."""
    following = _next_word(text, run.span[1])
    if following.lower() in NOT_AFTER_NAME or run.words[-1].lower() in NOT_AFTER_NAME:
        return False
    if following[:1].isdecimal():
        return False  # "I'm Level 60"
    if text[run.span[1] : run.span[1] + 1] in ("%", "'", "’") and run.span[1] < len(text):
        return False
    if run.known or run.titled:
        return True
    if not english and run.proper < 2:
        return False  # "Ich bin Zahnarzt"
    if run.is_word and (run.proper < 2 or is_english_word(run.words[1])):
        return False
    introduced = _INTRODUCED.match(text, run.span[1]) is not None
    suspects = run.words[:1] if run.capitalized and run.proper > 1 else run.words
    if any(word.lower().endswith(_NO_NAME_ENDINGS) for word in suspects):
        return False
    if run.capitalized:
        return not following[:1].isupper() or run.proper > 1  # "I'm Gluten Free"
    return len(run.words) <= 2 and introduced


_INTRODUCED = re.compile(
    r",?\s(?:from\s(?!the\b|a\b|my\b|\d)|here\b|this side\b|and (?:i|my)\b)", re.IGNORECASE
)


def _answer(text: str, covered: Covered) -> Iterator[Name]:
    """A bare name after we asked for one."""
    lead = BEFORE_ANSWER.match(text)
    start = lead.end() if lead else 0
    spelled = spelled_word(text)
    if spelled and not text[: spelled[1][0]].strip(" ,.:"):
        yield Name(spelled[0].capitalize(), spelled[1], 0.9, "name.asked")
        return
    alone = text[start:].strip(" .!\"'”’")
    if alone.lower() in EVERYDAY_NAMES:  # "will", "may"
        begun = text.index(alone, start)
        run: Run | None = Run((alone,), (begun, begun + len(alone)), False)
    else:
        run = run_at(text, start, covered, lower=True, everyday=True)
    if run is None or run.span[1] > _LONGEST_ANSWER or run.proper > _MOST_ANSWER_WORDS:
        return
    alone_known = alone.lower() in EVERYDAY_NAMES
    if not alone_known and any(
        word.lower() in NO_NAMES and word.lower() not in PARTICLES and not is_first_name(word)
        for word in run.words
    ):
        return
    if run.is_word and not run.titled and (run.proper < 2 or run.words[0].islower()):
        return
    if run.known or alone_known or _closes(text, run.span[1], covered):
        yield _named(text, run, 0.9, "name.asked", start)


def _closes(text: str, end: int, covered: Covered) -> bool:
    """Whether the name is all that is said, or an address, a mark or a joining word follows it."""
    gap = re.compile(r"\s{1,3}").match(text, end)
    if gap and covered.touches((gap.end(), gap.end() + 1)):
        return True
    return _CLOSING.match(text, end) is not None


_CLOSING = re.compile(
    r"\s*(?:$|[.,;:!?()\n/–—-]|and\b|und\b|et\b|y\b|from\b|at\b|here\b|is my\b|is the\b|with\b"
    r"|but\b|my\b|from\b|is fine\b|you\b|nice\b|thanks?\b|please\b|hai\b|e-?mail\b|phone\b|speaking\b"
    r"|by the way\b|btw\b|this side\b|[\U0001F300-\U0001FAFF])",
    re.IGNORECASE,
)


def _here(text: str, covered: Covered) -> Iterator[Name]:
    """ "John here", "John Smith speaking", "Hi, John from Acme here"."""
    for match in _HERE_START.finditer(text):
        run = run_at(text, match.end(), covered, lower=True)
        if run is None or not (run.known or (run.capitalized and not run.is_word)):
            continue
        if COMPANY_FORMS.intersection(
            (_next_word(text, run.span[1]).lower(), run.words[-1].lower())
        ):
            continue
        if _heads_a_contact_line(text, run, covered):
            yield _named(text, run, 0.85, "name.contact_line", match.start())
        elif _followed_by(text, run, _HERE_ONLY) or (
            _followed_by(text, run, _FROM_COMPANY) and run.capitalized and match.start() < 12
        ):
            yield _named(text, run, 0.9, "name.here", match.start())


def _heads_a_contact_line(text: str, run: Run, covered: Covered) -> bool:
    """ "Sarah Connor, sarah@example.com"."""
    gap = _BEFORE_ADDRESS.match(text, run.span[1])
    in_full = run.known and run.capitalized and run.proper > 1
    return in_full and gap is not None and covered.touches((gap.end(), gap.end() + 1))


_BEFORE_ADDRESS = re.compile(r"\s?[,|:;–—-]\s{0,2}|\s?\n")
_HERE_START = re.compile(
    r"(?:^|[.!?\n,]\s{0,2}|\b(?:hi|hello|hey|hallo|bonjour|hola),?\s)\s{0,2}", re.IGNORECASE
)
_HERE_ONLY = re.compile(
    r",?\s(?:here\b|speaking\b|this side\b|is my name\b|hier\b|à l'appareil|al habla\b|calling\b"
    r"|on the line\b|am apparat\b|mein name\b|vagyok\b)",
    re.IGNORECASE,
)
_FROM_COMPANY = re.compile(r",?\s(?:from|with|at|of|@)\s(?:the\s)?(?=[A-Z])")


def _around(text: str, covered: Covered) -> Iterator[Name]:
    for before, after in AROUND:
        for match in before.finditer(text):
            run = run_at(text, match.end(), covered, lower=True)
            if run and (run.known or run.capitalized) and _followed_by(text, run, after):
                yield _named(text, run, 0.85, "name.self", match.start())


def _this_is(text: str, covered: Covered, company_asked: bool) -> Iterator[Name]:
    for match in WEAKEST.finditer(text):
        run = run_at(text, match.end(), covered, lower=True)
        if run is None or run.words[-1].lower() in NOT_AFTER_NAME:
            continue
        here = _followed_by(text, run, HERE)
        sure = run.known and (here or (run.capitalized and not run.everyday))
        cue = match.group().lower()
        called = cue.startswith("call me")
        plausible = run.capitalized and here and not run.is_word and not company_asked
        if cue.startswith(("it", "its")) and not _followed_by(text, run, _SPEAKS):
            plausible = False  # "it's Alpine Outfitters"
        if sure or (plausible and (called or not _is_word(text, run))):
            yield _named(text, run, 0.8, "name.this_is", match.start())


def _is_word(text: str, run: Run) -> bool:
    """Whether a single capitalized word after "this is" is more likely a word than a name."""
    return run.proper < 2 and not run.titled and not _followed_by(text, run, _SPEAKS)


_SPEAKS = re.compile(
    r",?\s(?:here\b|speaking\b|from\b|calling\b|again\b|at\b|with\b)", re.IGNORECASE
)


def _signed(text: str, covered: Covered) -> Iterator[Name]:
    """A name under a closing formula, or after a dash at the very end."""
    for match in SIGN_OFF.finditer(text):
        run = run_at(text, match.end(), covered, lower=False)
        if run and len(run.words) <= 4 and _SIGNATURE_END.match(text, run.span[1]):
            yield _named(text, run, 0.85, "name.signature", match.start())
    for ending in (SIGN_OFF_THANKS.search(text), SIGN_OFF_DASH.search(text)):
        if ending and (ending.re is SIGN_OFF_DASH or _ASKS.search(text[: ending.start() + 1])):
            run = run_at(text, ending.end(), covered, lower=False)
            if run and run.known and not text[run.span[1] :].strip(" ."):
                yield _named(text, run, 0.8, "name.signature", ending.start())


_ASKS = re.compile(
    r"\?|\b(?:please|can you|could you|need|would like|i'd like|want|looking for|let me know)\b",
    re.IGNORECASE,
)
_SIGNATURE_END = re.compile(r"[ \t]*(?:$|\n|[,|–—-])")


# -- what stands around a run


def _next_word(text: str, end: int) -> str:
    match = re.compile(r"[\s-]{1,2}(\w{1,30})").match(text, end)
    return match.group(1) if match else ""


def _followed_by(text: str, run: Run, pattern: re.Pattern[str]) -> bool:
    return pattern.match(text, run.span[1]) is not None


def _named(text: str, run: Run, confidence: float, rule: str, start: int) -> Name:
    return Name(written(run.words), run.span, confidence, rule, takes_back(text, start + 3))
