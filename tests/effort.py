"""How hard a test tries: quick in every run, thorough when asked for.

`THOROUGH=1 make test` tries every property with all the examples its author thought of.
"""

from __future__ import annotations

import os

THOROUGH = os.environ.get("THOROUGH") == "1"


def examples(most: int) -> int:
    """How many examples to try of a property that is worth `most` of them."""
    return most if THOROUGH else max(10, most // 6)
