"""Whether two words are the same but for a slip of the finger."""

from __future__ import annotations


def resembles(word: str, part: str) -> bool:
    """Whether one is the other but for a slip or two."""
    allowed = 1 if min(len(word), len(part)) <= 4 else 2
    return min(len(word), len(part)) > 1 and _distance(word, part, allowed) <= allowed


def _distance(one: str, other: str, most: int) -> int:
    """Letters put in, left out, changed or swapped with their neighbour; more than `most` at
    once when the lengths tell."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        before, above, row = row, before, [i]
        for j, b in enumerate(other, start=1):
            cost = min(row[j - 1] + 1, before[j] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, above[j - 2] + 1)
            row.append(cost)
    return row[-1]
