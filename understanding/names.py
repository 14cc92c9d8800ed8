"""Persons' names, where the text introduces its writer or answers our question for a name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from understanding.corrections import takes_back
from understanding.findings import Name, Span
from understanding.name_cues import (
    ASKS_COMPANY,
    ASKS_NAME,
    BEFORE_ANSWER,
    FROM_AFTER_NAME,
    HERE,
    SCRIPT_CUES,
    SIGN_OFF,
    STRONG,
    WEAK,
    WEAKEST,
)
from understanding.name_words import (
    CHINESE_SURNAMES,
    EVERYDAY_NAMES,
    FIRST_NAMES,
    NO_NAMES,
    NOT_AFTER_NAME,
    PARTICLES,
    SUFFIXES,
    TITLES,
)
from understanding.spans import Covered
from understanding.tokens import word_set

_MARKS = "\u0300-\u036f\u064b-\u065f\u0670\u200c"
_LETTER = rf"[^\W\d_][{_MARKS}]*"
_WORD = re.compile(rf"{_LETTER}(?:(?:['’ʼ`´.-](?={_LETTER}))?{_LETTER}){{0,30}}\.?")
_GAP = re.compile(r" {1,2}|\u00a0")
_MOST_WORDS = 5
_MOST_TITLES = 3
_MOST_NAMES = 200  # candidates looked at in one text
_LONGEST_ANSWER = 80  # characters; longer than that, it is a message and no bare name


@dataclass(frozen=True)
class _Run:
    """Name words in a row."""

    words: tuple[str, ...]
    span: Span
    titled: bool

    @property
    def known(self) -> bool:
        """Whether its first word is a first name we know and no everyday word."""
        first = self.words[0].lower().split("-")[0]
        return first in FIRST_NAMES and (first not in EVERYDAY_NAMES or self.words[0][0].isupper())

    @property
    def capitalized(self) -> bool:
        return all(word[0].isupper() or word.lower() in PARTICLES for word in self.words)


def find_names(text: str, question: str | None, taken: Iterable[Span]) -> list[Name]:
    """The writer's name each time the text gives it; a bare one only after a question for it."""
    found: list[Name] = []
    asked = bool(question and ASKS_NAME.search(question) and not ASKS_COMPANY.search(question))
    covered = Covered(len(text), taken)
    for candidate in islice(_candidates(text, asked), _MOST_NAMES):
        if not covered.touches(candidate.span):
            found.append(candidate)
            covered.add(candidate.span)
    return sorted(found, key=lambda name: name.span)


def _candidates(text: str, asked: bool) -> Iterator[Name]:
    yield from _in_other_scripts(text, asked)
    for match in STRONG.finditer(text):
        run = _run_at(text, match.end(), lower=True)
        if run and not _is_denied(text, match.start(), run):
            yield _named(text, run, 0.95, "name.introduced", match.start())
    for match in WEAK.finditer(text):
        run = _run_at(text, match.end(), lower=True)
        if run and match.group().strip().lower() in FROM_AFTER_NAME:
            run = _without_origin(run)
        if run and _fits_weak(text, run):
            yield _named(text, run, 0.9, "name.self", match.start())
    if asked:
        yield from _answer(text)
    yield from _here(text)
    for match in WEAKEST.finditer(text):
        run = _run_at(text, match.end(), lower=False)
        if run is None or run.words[-1].lower() in NOT_AFTER_NAME:
            continue
        if run.known or _followed_by(text, run, HERE):
            yield _named(text, run, 0.8, "name.this_is", match.start())
    yield from _signed(text)


# -- runs of name words


def _run_at(text: str, place: int, *, lower: bool) -> _Run | None:
    """The name words from `place` on; in lower case only if `lower`."""
    words: list[tuple[str, int, int]] = []
    titles = 0
    for raw, start, end in _words_from(text, place):
        word = raw.lower()
        if not words and word in TITLES and titles < _MOST_TITLES:
            titles += 1
            continue
        if not _can_be_name(raw, word, bool(words), lower or titles > 0):
            break
        words.append((raw, start, end))
        if len(words) == _MOST_WORDS or _ends_sentence(raw, text, end):
            break
    words = _without_tail(words)
    if not words:
        return None
    values = tuple(raw.rstrip(".") if len(raw) > 2 else raw for raw, _, _ in words)
    last = words[-1]
    end = last[2] - (1 if last[0].endswith(".") and len(last[0]) > 2 else 0)
    run = _Run(values, (words[0][1], end), titles > 0)
    return _turned(text, run, lower)


def _words_from(text: str, place: int) -> Iterator[tuple[str, int, int]]:
    """Words that follow each other with a single space between."""
    while match := _WORD.match(text, place):
        yield match.group(), match.start(), match.end()
        gap = _GAP.match(text, match.end())
        if gap is None:
            return
        place = gap.end()


_CONTRACTIONS = word_set(
    """
    im its thats whats hes shes youre theyre were ive ill id dont cant
    """
)
_NAMES_LIKE_WORDS = word_set(
    """
    An Do Ha So You See Thi Long Hung Ho Day Best Early Price
    """
)
_NO_NAME_ENDINGS = (
    "ing",
    "ed",
    "ly",
    "ous",
    "ive",
    "able",
    "ful",
    "less",
    "ish",
    "ent",
    "ant",
    "ic",
)


def _can_be_name(raw: str, word: str, inside: bool, lower: bool) -> bool:
    if inside and (word in PARTICLES or word in SUFFIXES):
        return True
    plain = word.rstrip(".").replace("’", "'")
    if plain.replace("'", "") in _CONTRACTIONS and not (
        inside and raw[0].isupper() and "'" not in plain
    ):
        return False
    if inside and raw in _NAMES_LIKE_WORDS:
        return True
    if not inside and word in PARTICLES and raw[0].isupper():
        return True
    if plain.removesuffix("'s") in NO_NAMES and not (raw[0].isupper() and plain in FIRST_NAMES):
        return False
    if raw[0].isupper():
        return len(plain) > 1 or raw.endswith(".") or inside
    if not raw[0].islower():
        return True  # a script without capitals
    return lower and len(plain) > 1


def _ends_sentence(raw: str, text: str, end: int) -> bool:
    return raw.endswith(".") and len(raw) > 3 and raw.lower() not in SUFFIXES


def _without_tail(words: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """Without a particle that nothing follows, and a lone company suffix."""
    while words and words[-1][0].lower() in PARTICLES and len(words) > 1:
        words = words[:-1]
    return words


def _turned(text: str, run: _Run, lower: bool) -> _Run:
    """ "Smith, John" as John Smith."""
    after = re.compile(r",\s?").match(text, run.span[1])
    if after is None or len(run.words) > 2 or run.titled:
        return run
    second = None
    for raw, start, end in _words_from(text, after.end()):
        if not _can_be_name(raw, raw.lower(), False, lower) or raw.lower() not in FIRST_NAMES:
            break
        second = (raw, start, end)
        break
    if second is None or run.words[0].lower() in FIRST_NAMES or not _ends_here(text, second[2]):
        return run
    return _Run((second[0], *run.words), (run.span[0], second[2]), run.titled)


def _without_origin(run: _Run) -> _Run:
    """ "soy Ana de Telefónica": the particle leads to the company here."""
    for place, word in enumerate(run.words[1:], start=1):
        if word in ("de", "del", "von", "du", "des", "vom"):
            kept = run.words[:place]
            end = run.span[0] + len(" ".join(kept))
            return _Run(kept, (run.span[0], end), run.titled)
    return run


def _ends_here(text: str, end: int) -> bool:
    return re.compile(r"\s*(?:[.,;!?)\n]|$|from\b|and\b|with\b)").match(text, end) is not None


# -- the ways to give a name


def _is_denied(text: str, start: int, run: _Run) -> bool:
    """ "my name is not …" is stopped by its words; "what if my name is …" by this."""
    return run.words[0].lower() in NO_NAMES and run.words[0].lower() not in FIRST_NAMES


def _fits_weak(text: str, run: _Run) -> bool:
    """After "I'm": a capitalized word that is no other word, or a first name we know."""
    following = _next_word(text, run.span[1])
    if following in NOT_AFTER_NAME or run.words[-1].lower() in NOT_AFTER_NAME:
        return False
    if _next_mark(text, run.span[1]) in ("%", "'", "’"):
        return False
    if run.known:
        return True
    if run.titled or run.capitalized:
        return True
    if any(word.lower().endswith(_NO_NAME_ENDINGS) for word in run.words):
        return False
    return len(run.words) <= 2 and _followed_by(text, run, _INTRODUCED)


_INTRODUCED = re.compile(
    r",?\s(?:from\s(?!the\b|a\b|my\b|\d)|here\b|this side\b|and (?:i|my)\b)", re.IGNORECASE
)


def _answer(text: str) -> Iterator[Name]:
    """A bare name after we asked for one."""
    lead = BEFORE_ANSWER.match(text)
    start = lead.end() if lead else 0
    run = _run_at(text, start, lower=True)
    if run is None or run.span[1] > _LONGEST_ANSWER:
        return
    if len(run.words) > 4 or any(
        word.lower() in NO_NAMES and not _is_known(word) for word in run.words
    ):
        return
    if not run.known and not _closes(text, run.span[1]):
        return
    yield _named(text, run, 0.9, "name.asked", start)


def _is_known(word: str) -> bool:
    return word.lower() in FIRST_NAMES


def _closes(text: str, end: int) -> bool:
    """Whether the name is all that is said, or a mark or a joining word follows it."""
    return _CLOSING.match(text, end) is not None


_CLOSING = re.compile(
    r"\s*(?:$|[.,;:!?()\n/–—-]|and\b|und\b|et\b|y\b|from\b|at\b|here\b|is my\b|is the\b|with\b"
    r"|but\b|my\b|from\b|is fine\b|you\b|nice\b|thanks?\b|please\b|hai\b|[\U0001F300-\U0001FAFF])",
    re.IGNORECASE,
)


def _here(text: str) -> Iterator[Name]:
    """ "John here", "John Smith speaking", "Hi, John from Acme here"."""
    for match in HERE_START.finditer(text):
        run = _run_at(text, match.end(), lower=True)
        if run is None or not (run.known or run.capitalized):
            continue
        if _followed_by(text, run, HERE_ONLY) or (
            _followed_by(text, run, FROM_COMPANY) and run.capitalized and match.start() < 12
        ):
            yield _named(text, run, 0.9, "name.here", match.start())


HERE_START = re.compile(
    r"(?:^|[.!?\n,]\s{0,2}|\b(?:hi|hello|hey|hallo|bonjour|hola),?\s)\s{0,2}", re.IGNORECASE
)
HERE_ONLY = re.compile(
    r",?\s(?:here\b|speaking\b|this side\b|is my name\b|hier\b|à l'appareil)", re.IGNORECASE
)
FROM_COMPANY = re.compile(r",?\s(?:from|with|at|of|@)\s(?=[A-Z])")


def _signed(text: str) -> Iterator[Name]:
    """A name under a closing formula, or after a dash at the very end."""
    for match in SIGN_OFF.finditer(text):
        run = _run_at(text, match.end(), lower=False)
        if run and len(run.words) <= 4 and _SIGNATURE_END.match(text, run.span[1]):
            yield _named(text, run, 0.85, "name.signature", match.start())


_SIGNATURE_END = re.compile(r"[ \t]*(?:$|\n|[,|–—-])")


def _in_other_scripts(text: str, asked: bool) -> Iterator[Name]:
    for pattern, rule in SCRIPT_CUES:
        for match in pattern.finditer(text):
            value = match.group(1).strip()
            if rule == "name.chinese" and value[0] not in CHINESE_SURNAMES:
                continue
            if value.split()[0] in NO_NAMES or value in _SCRIPT_NO_NAMES:
                continue
            start = match.start(1)
            yield Name(value, (start, start + len(value)), 0.9, rule, takes_back(text, start))
    bare = text.strip().rstrip("。.!！،۔")
    if asked and bare and (_is_chinese_name(bare) or _is_arabic_name(bare)):
        start = text.index(bare)
        yield Name(bare, (start, start + len(bare)), 0.85, "name.asked", False)


_SCRIPT_NO_NAMES = word_set(
    """
    نہیں ہاں جی ٹھیک یہاں آپ میں کیا لا نعم
    """
)


def _is_chinese_name(text: str) -> bool:
    return (
        2 <= len(text) <= 4
        and text[0] in CHINESE_SURNAMES
        and all("\u4e00" <= character <= "\u9fff" for character in text)
    )


def _is_arabic_name(text: str) -> bool:
    words = text.split()
    return (
        1 <= len(words) <= 4
        and not _SCRIPT_NO_NAMES.intersection(words)
        and all("\u0600" <= character <= "\u06ff" for word in words for character in word)
        and not text.endswith("؟")
    )


# -- what stands around a run, and how a name is written


def _next_word(text: str, end: int) -> str:
    match = re.compile(r"[\s-]{1,2}(\w{1,30})").match(text, end)
    return match.group(1).lower() if match else ""


def _next_mark(text: str, end: int) -> str:
    return text[end : end + 1]


def _followed_by(text: str, run: _Run, pattern: re.Pattern[str]) -> bool:
    return pattern.match(text, run.span[1]) is not None


def _named(text: str, run: _Run, confidence: float, rule: str, start: int) -> Name:
    return Name(_written(run.words), run.span, confidence, rule, takes_back(text, start + 3))


def _written(words: tuple[str, ...]) -> str:
    """As a name is written: capitals where the writer left them out or used nothing else."""
    shouted = all(word.isupper() for word in words) and sum(map(len, words)) > 3
    quiet = all(word.islower() for word in words)
    mixed = not shouted and not quiet
    return " ".join(
        word if mixed and not (word.islower() and i == 0) else _capitalized(word, i > 0)
        for i, word in enumerate(words)
    )


def _capitalized(word: str, inside: bool) -> str:
    if inside and word.lower() in PARTICLES:
        return word.lower()
    if word.lower().rstrip(".") in ("ii", "iii", "iv"):
        return word.upper()
    parts = re.split(r"(['’-])", word.lower())
    titled = "".join(part[:1].upper() + part[1:] for part in parts)
    is_mc = titled.startswith("Mc") and len(titled) > 4
    return "Mc" + titled[2:].capitalize() if is_mc else titled
