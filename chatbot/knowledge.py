"""What the business says of itself: markdown files, searched by full text.

Each file is a title and `## ` sections; each section is a passage. The files are the owner's to
edit: a change is noticed within seconds, by whichever process looks first.
"""

from __future__ import annotations

import hashlib
import math
import re
import threading
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from pathlib import Path

import structlog
from sqlalchemy import Connection

from chatbot import knowledge_store as store
from chatbot.desk import Passage
from chatbot.knowledge_store import StoredPassage
from chatbot.knowledge_terms import may_be_continued, question_words, terms_of
from chatbot.reply_checks import amounts_in
from core.clock import Clock
from core.database import Database

log = structlog.get_logger(__name__)

CHECK_EVERY_SECONDS = 3.0
FILE_AT_MOST_BYTES = 1_000_000
QUESTION_AT_MOST = 2_000
SCORE_AT_LEAST = 0.51
_PASSAGE_AT_MOST = 1_500
_MISSING_IS_TOLD_FOR = timedelta(days=7)
_HEADING = re.compile(r"^##\s+(.+?)\s*#*\s*$", re.MULTILINE)
_TITLE = re.compile(r"\A\s*#\s+(.+?)\s*#*\s*$", re.MULTILINE)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)

_RAREST = 3.2  # what a word that no passage holds weighs: a typo is not to outweigh the rest
# How much a word counts by where it stands.
_IN_TITLE, _IN_SOURCE, _IN_TEXT, _AS_CONCEPT = 1.0, 0.75, 0.65, 0.85


@dataclass(frozen=True)
class Problem:
    """A file that could not be read, and what to do about it."""

    path: str
    message: str


@dataclass(frozen=True)
class _State:
    """What follows from all passages together, as of the last look."""

    version: object = None
    passages: int = 0
    prices: frozenset[str] = frozenset()


class _Unreadable(Exception):
    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class Knowledge:
    """The searchable knowledge in `folder`."""

    def __init__(self, database: Database, folder: Path, clock: Clock) -> None:
        self._database = database
        self._folder = folder
        self._clock = clock
        self._guard = threading.Lock()
        self._checked_at: float | None = None
        self._seen: object = None
        self._state = _State()

    def search(self, question: str, limit: int = 3) -> list[Passage]:
        """The passages that fit the question, best first; none when nothing fits well enough."""
        self._refresh_if_due()
        words = question_words(question[:QUESTION_AT_MOST])
        if not words:
            return []
        terms = {stem for stem, _ in words} | {f"0{c}" for _, meant in words for c in meant}
        with self._database.read() as connection:
            found = store.candidates(connection, terms)
        scored = _scored(words, found, self._state.passages)
        return [passage for passage in scored if passage.score >= SCORE_AT_LEAST][:limit]

    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the files, for the console and the health page."""
        self._refresh_if_due()
        if not self._folder.is_dir():
            return (
                Problem(str(self._folder), "does not exist; create it and put .md files in it"),
            )
        with self._database.read() as connection:
            files = store.files(connection)
        told = tuple(Problem(f.path, f.problem) for f in files.values() if f.problem is not None)
        if not files:
            return (Problem(str(self._folder), "holds no .md file; the assistant has no answers"),)
        return told

    def files(self) -> list[store.StoredFile]:
        """The files there are, by name, each with its problem if it has one."""
        self._refresh_if_due()
        with self._database.read() as connection:
            return sorted(store.files(connection).values(), key=lambda file: file.path)

    def prices(self) -> frozenset[str]:
        """Every amount that stands in the knowledge, normalized as `amounts_in` does."""
        self._refresh_if_due()
        return self._state.prices

    def refresh(self) -> None:
        """Brings the database up to date with the files."""
        found = _files_in(self._folder)
        now = self._clock.now()
        with self._database.write() as connection:
            store.lock(connection)
            stored = store.files(connection)
            store.forget_missing(connection, now - _MISSING_IS_TOLD_FOR)
            for path in found:
                self._take_in(connection, path, stored.get(path.name))
            for name in stored.keys() - {path.name for path in found}:
                if stored[name].missing_since_at is None:
                    problem = "was removed; what it said is no longer answered"
                    store.report_missing(connection, name, problem, now)

    def _refresh_if_due(self) -> None:
        """Looks at the folder when it has not been looked at for a while; reads it when something
        in it changed since."""
        moment = self._clock.monotonic()
        with self._guard:
            due = self._checked_at is None or moment - self._checked_at >= CHECK_EVERY_SECONDS
            if not due:
                return
            self._checked_at = moment
            seen = _signature(self._folder)
            if seen != self._seen:
                self.refresh()
                self._seen = seen
            self._look()

    def _look(self) -> None:
        """What the database holds now, perhaps by another process's reading."""
        with self._database.read() as connection:
            version = sorted((f.path, f.digest) for f in store.files(connection).values())
            if self._state.version != version:
                texts = store.texts(connection)
                self._state = _State(version, len(texts), amounts_in("\n".join(texts)))

    def _take_in(self, connection: Connection, path: Path, stored: store.StoredFile | None) -> None:
        digest = ""
        try:
            raw = _read(path)
            digest = hashlib.sha256(raw).hexdigest()
            if stored is not None and stored.digest == digest and stored.missing_since_at is None:
                return
            passages = _passages(path, raw)
        except _Unreadable as problem:
            log.warning("knowledge_file_unreadable", file=path.name, problem=problem.message)
            store.report_problem(connection, path.name, digest, problem.message, self._clock.now())
            return
        store.replace_file(connection, path.name, digest, passages, self._clock.now())


def _files_in(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.glob("*.md") if not path.name.startswith("."))
    except OSError:
        return []


def _signature(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """Changes whenever a file is written, added or removed."""
    found = []
    for path in _files_in(folder):
        try:
            status = path.stat()
        except OSError:
            found.append((path.name, 0, 0))
        else:
            found.append((path.name, status.st_mtime_ns, status.st_size))
    return tuple(found)


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > FILE_AT_MOST_BYTES:
            raise _Unreadable(f"is larger than {FILE_AT_MOST_BYTES:,} bytes; split it")
        return path.read_bytes()
    except OSError as error:
        raise _Unreadable(f"cannot be read ({error.strerror}); check its permissions") from error


def _passages(path: Path, raw: bytes) -> list[StoredPassage]:
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _Unreadable("is not UTF-8; save it as UTF-8") from error
    text = _COMMENT.sub("", text).replace("\x00", "").replace("\r\n", "\n")
    titled = _TITLE.match(text)
    source = (
        titled.group(1) if titled else path.stem.replace("-", " ").replace("_", " ").capitalize()
    )
    body = text[titled.end() :] if titled else text
    sections = _sections(source, body)
    found = [_passage(heading, source, part) for heading, said in sections for part in _parts(said)]
    if not found:
        raise _Unreadable("holds no text; write a title, then sections that begin with “## ”")
    return found


def _sections(title: str, body: str) -> list[tuple[str, str]]:
    """Heading and text; what stands before the first heading goes by the title."""
    pieces = _HEADING.split(body)
    pairs = [(title, pieces[0]), *zip(pieces[1::2], pieces[2::2], strict=True)]
    return [(heading, said.strip()) for heading, said in pairs if said.strip()]


def _parts(said: str) -> list[str]:
    """A long section in parts that end with a paragraph."""
    parts = [""]
    for paragraph in re.split(r"\n\s*\n", said):
        if parts[-1] and len(parts[-1]) + len(paragraph) > _PASSAGE_AT_MOST:
            parts.append("")
        parts[-1] = f"{parts[-1]}\n\n{paragraph}".strip()
    return [part for part in parts if part]


def _passage(heading: str, source: str, said: str) -> StoredPassage:
    terms = " ".join(terms_of(f"{source} {heading} {said}"))
    return StoredPassage(title=heading, source=source, text=said, terms=terms)


def _scored(
    words: list[tuple[str, frozenset[str]]], found: list[StoredPassage], total: int
) -> list[Passage]:
    """How much of the question each passage covers, rare words counting more; from 0 to 1."""
    places = [_Places(passage) for passage in found]
    weights = []
    for word in words:
        having = sum(1 for place in places if place.hit(word))
        weights.append(min(_RAREST, math.log(1 + total / having)) if having else _RAREST)
    whole = sum(weights)
    scored = [
        Passage(
            text=place.passage.text,
            title=place.passage.title,
            source=place.passage.source,
            score=round(
                sum(w * place.hit(word) for w, word in zip(weights, words, strict=True)) / whole, 4
            ),
        )
        for place in places
    ]
    return sorted(scored, key=lambda passage: -passage.score)


class _Places:
    """Where the terms of a passage stand."""

    def __init__(self, passage: StoredPassage) -> None:
        self.passage = passage
        self._title = _counted(passage.title)
        self._source = _counted(passage.source)
        self._text = _counted(passage.text)
        self._hits: dict[str, float] = {}

    def hit(self, word: tuple[str, frozenset[str]]) -> float:
        """From 0 to 1: in the heading, the title of the file, the text; as itself or by meaning."""
        stem, concepts = word
        if stem not in self._hits:
            meanings = [_AS_CONCEPT * self._best(f"0{concept}") for concept in concepts]
            self._hits[stem] = max([self._best(stem), *meanings])
        return self._hits[stem]

    def _best(self, wanted: str) -> float:
        if self._title.times(wanted):
            return _IN_TITLE
        if self._source.times(wanted):
            return _IN_SOURCE
        times = self._text.times(wanted)
        return min(_IN_TITLE, _IN_TEXT + 0.08 * times) if times else 0.0


class _Terms:
    """The terms of a text, and how often each stands in it."""

    def __init__(self, text: str) -> None:
        self._counts = Counter(terms_of(text))
        self._in_order = sorted(self._counts)

    def times(self, wanted: str) -> int:
        """How often the text holds the term that is wanted, or one that continues it."""
        if not may_be_continued(wanted):
            return self._counts[wanted]
        times = 0
        for term in self._in_order[bisect_left(self._in_order, wanted) :]:
            if not term.startswith(wanted):
                break
            times += self._counts[term]
        return times


@lru_cache(maxsize=1024)
def _counted(text: str) -> _Terms:
    """The terms of a text of the business's; kept, since each question is held against all."""
    return _Terms(text)
