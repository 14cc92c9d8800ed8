"""`python -m understanding.training`: learns the linear model's weights from our own sentences.

Writes `understanding/intent_weights.bin`. To be run after a change of the sentences, of the rules
or of the features; the same input gives the same file. With `--compare` nothing is written, and a
table tells how rules, a linear model and both together do on sentences that were held out.
"""

from __future__ import annotations

import sys

from understanding.intent_model import WEIGHTS, packed
from understanding.training.comparison import comparison
from understanding.training.corpus import checksum, examples
from understanding.training.learning import learned


def main(compare: bool) -> None:
    out = sys.stdout.write
    if compare:
        for line in comparison():
            out(line + "\n")
        return
    said = examples()
    model = learned(said)
    WEIGHTS.write_bytes(packed(model.classes, model.rows, checksum(said)))
    size = WEIGHTS.stat().st_size // 1024
    out(f"{len(said)} sentences, {len(model.classes)} classes, {size} kB\n")


if __name__ == "__main__":
    main("--compare" in sys.argv)
