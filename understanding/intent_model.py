"""A small linear model of intents, trained from our own sentences by `python -m understanding.training`.

It learns from the words and from what the rules found, and so also how far each rule can be
trusted. Its weights, one signed byte each, are read when the first message is.
"""

from __future__ import annotations

import json
import math
import sys
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from operator import add
from pathlib import Path

from understanding.intent_features import features

WEIGHTS = Path(__file__).with_name("intent_weights.bin")
NONE = "none"  # the class of what no intent covers
_CHECKSUMS = "I"  # four bytes each
_FAINT = 2  # of 127: a row with no larger weight is left out


@dataclass(frozen=True)
class IntentModel:
    """The features in order, and for each a row of weights with one for each class.

    Searched, not hashed: fifty thousand rows as objects would cost sixteen megabytes a process.
    """

    classes: tuple[str, ...]
    scale: float  # of a weight of one
    names: array[int]
    weights: memoryview
    learned_from: int = 0  # a checksum of the sentences

    def probabilities(self, said: str, hints: Iterable[str]) -> dict[str, float]:
        """How likely each class is for a prepared message, in which rules found the hints."""
        present = features(said, hints)
        totals = [0] * len(self.classes)
        for feature in present:
            row = self.row(feature)
            if row is not None:
                totals = list(map(add, totals, row))
        scale = self.scale / math.sqrt(max(1, len(present)))
        top = max(totals)
        grown = [math.exp((total - top) * scale) for total in totals]
        whole = sum(grown)
        return {name: one / whole for name, one in zip(self.classes, grown, strict=True)}

    def row(self, feature: int) -> memoryview | None:
        at = bisect_left(self.names, feature)
        if at == len(self.names) or self.names[at] != feature:
            return None
        width = len(self.classes)
        return self.weights[at * width : (at + 1) * width]


@cache
def intent_model() -> IntentModel:
    """The trained model."""
    return unpacked(WEIGHTS.read_bytes())


def packed(
    classes: Sequence[str], rows: Mapping[int, Sequence[float]], learned_from: int = 0
) -> bytes:
    """A model as a file: a line of JSON, the features in order, a row of bytes for each."""
    largest = max((abs(weight) for row in rows.values() for weight in row), default=1.0)
    scale = largest / 127 or 1.0
    small = {
        feature: array("b", (round(weight / scale) for weight in row))
        for feature, row in sorted(rows.items())
    }
    kept = {name: row for name, row in small.items() if max(map(abs, row)) > _FAINT}
    head = json.dumps(
        {
            "classes": list(classes),
            "scale": scale,
            "features": len(kept),
            "learned_from": learned_from,
        }
    )
    names = _little(array(_CHECKSUMS, kept))
    weights = b"".join(row.tobytes() for row in kept.values())
    return zlib.compress(head.encode() + b"\n" + names.tobytes() + weights, 9)


def unpacked(file: bytes) -> IntentModel:
    """The model of a file."""
    head, _, body = zlib.decompress(file).partition(b"\n")
    told = json.loads(head)
    names = array(_CHECKSUMS)
    end = told["features"] * names.itemsize
    names.frombytes(body[:end])
    weights = memoryview(body[end:]).cast("b")
    return IntentModel(
        tuple(told["classes"]), told["scale"], _little(names), weights, told["learned_from"]
    )


def _little(names: array[int]) -> array[int]:
    """As in the file, whatever the machine."""
    if sys.byteorder == "big":
        names.byteswap()
    return names
