"""Which characters of a text are taken already."""

from __future__ import annotations

from collections.abc import Iterable

from understanding.findings import Span


class Covered:
    """The characters that some spans cover; asking is cheap however many there are."""

    def __init__(self, length: int, spans: Iterable[Span] = ()) -> None:
        self._marks = bytearray(length)
        for span in spans:
            self.add(span)

    def add(self, span: Span) -> None:
        start, end = span
        self._marks[start:end] = b"\x01" * (end - start)

    def touches(self, span: Span) -> bool:
        """Whether a character of the span is covered."""
        return self._marks.find(1, span[0], span[1]) != -1
