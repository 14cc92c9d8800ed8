"""Parts a text that arrives in pieces into sentences, the same ones however it is cut."""

from __future__ import annotations

import re

_END = re.compile(r"[.!?…]|[。！？｡．]|[।॥۔؟።။។༎]|\n")
_MORE_END = ".!?…。！？｡．।॥۔؟"
_CLOSERS = "\"'”’»)]*_~`」』）】›"
_WHOLE = "。！？｡．।॥۔؟።။។༎"
_BEFORE = re.compile(r"[^\s(\[\"“„«]*$")
_ABBREVIATIONS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "st",
        "no",
        "nr",
        "vs",
        "etc",
        "approx",
        "ca",
        "e.g",
        "i.e",
        "z.b",
        "d.h",
        "u.a",
        "bzw",
        "usw",
        "inkl",
        "evtl",
        "ggf",
        "tel",
        "abs",
        "a.m",
        "p.m",
        "am",
        "pm",
        "inc",
        "ltd",
        "co",
        "jr",
        "sr",
        "p.ej",
        "sra",
        "sres",
        "ud",
        "uds",
        "vd",
        "p.ex",
        "m",
        "mme",
        "mlle",
        "env",
        "art",
        "bijv",
        "dhr",
        "mevr",
        "t.e.m",
        "e.o",
        "sig",
        "dott",
        "ecc",
        "ing",
        "av",
        "r.g",
        "т.е",
        "т.д",
        "т.п",
        "ул",
        "руб",
        "тыс",
        "г",
        "np",
        "tzw",
        "ul",
        "godz",
        "tj",
        "resp",
        "str",
        "mon",
        "tue",
        "wed",
        "thu",
        "fri",
        "sat",
        "sun",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "okt",
        "dez",
        "min",
        "std",
        "hr",
        "hrs",
        "h",
        "uhr",
        "u.s",
        "u.k",
    ]
) - {"am", "pm", "h", "uhr", "no", "m", "co", "sat", "sun", "mar", "min"}
_ORDINAL = re.compile(r"\d{1,2}$")
_LONGEST_ABBREVIATION = 8


class Sentences:
    """Takes text piece by piece and gives out each sentence once it has ended.

    The sentences joined are the text. Whether a full stop ends one is known a character later.
    """

    def __init__(self) -> None:
        self._text = ""
        self._seen = 0  # before this place no end is undecided: each character is looked at once

    def feed(self, delta: str) -> list[str]:
        self._text += delta
        ended = []
        start = 0
        while (end := self._next_end(start)) is not None:
            ended.append(self._text[start:end])
            start = end
        self._text = self._text[start:]
        self._seen = max(0, self._seen - start)
        return [sentence for sentence in ended if sentence]

    def finish(self) -> list[str]:
        rest, self._text, self._seen = self._text, "", 0
        return [rest] if rest else []

    def _next_end(self, start: int) -> int | None:
        at = max(start, self._seen)
        while match := _END.search(self._text, at):
            at = match.end()
            if match[0] == "\n":
                self._seen = at
                if self._text[start:at].strip():
                    return at
                continue
            while at < len(self._text) and self._text[at] in _MORE_END + _CLOSERS:
                at += 1
            if at == len(self._text):
                self._seen = match.start()
                return None
            self._seen = at
            if self._ends(start, match.start(), at):
                return at + 1 if self._text[at] in " \t" else at
        self._seen = len(self._text)
        return None

    def _ends(self, start: int, mark: int, after: int) -> bool:
        """Whether what stands at `mark` ends a sentence, `after` being the first place behind."""
        if self._text[mark] in _WHOLE:
            return True
        if not self._text[after].isspace():
            return False
        if self._text[mark] != "." or after - mark > 1:
            return True
        before = self._text[max(start, mark - _LONGEST_ABBREVIATION) : mark]
        word = _BEFORE.search(before)
        token = word[0].lower() if word else ""
        return not (
            token in _ABBREVIATIONS
            or _ORDINAL.fullmatch(token)
            or (len(token) == 1 and token.isalpha() and token not in "aiyoué")
        )
