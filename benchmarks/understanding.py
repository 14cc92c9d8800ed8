"""Understanding: what reading a message costs, what importing it costs, and in memory.

    python -m benchmarks.understanding

The floor is one pass of the tokenizer over the same messages. Read the ratios: the times are this
machine's.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from understanding.evaluation import CASES, cases  # noqa: E402
from understanding.reading import read  # noqa: E402
from understanding.tokens import tokenize  # noqa: E402

NOW = datetime(2026, 11, 18, 10, tzinfo=UTC)
RESULTS = ROOT / "benchmarks" / "results" / "understanding.json"
P95_LIMIT_MS = 20.0
LONG = "Hi, can we meet tomorrow at 3pm or on Friday between 2 and 4? I'm Jane from Acme. " * 60
_COST = """
import time
def resident():
    with open("/proc/self/statm") as status:
        return int(status.read().split()[1]) * 4096
before = resident()
begun = time.perf_counter()
from understanding.reading import read
imported = time.perf_counter()
from datetime import UTC, datetime
read("tomorrow at 3pm, +44 20 7946 0958", now=datetime(2026, 11, 18, 10, tzinfo=UTC),
     timezone="Europe/London")
first = time.perf_counter()
print(imported - begun, first - imported, (resident() - before) / 2**20)
"""


def milliseconds(text: str) -> float:
    begun = time.perf_counter()
    read(text, now=NOW, timezone="Europe/London", locale="en-GB")
    return (time.perf_counter() - begun) * 1000


def floor(text: str) -> float:
    begun = time.perf_counter()
    tokenize(text)
    return (time.perf_counter() - begun) * 1000


def start_cost() -> tuple[float, float, float]:
    """Seconds to import, seconds for the first reading, megabytes: medians of new processes."""
    runs = [
        subprocess.run(
            [sys.executable, "-c", _COST], cwd=ROOT, capture_output=True, text=True, check=True
        ).stdout.split()
        for _ in range(3)
    ]
    imported, first, memory = (statistics.median(map(float, column)) for column in zip(*runs))  # noqa: B905
    return imported, first, memory


def main() -> int:
    messages = [case["text"] for path in sorted(CASES.glob("*.jsonl")) for case in cases(path)]
    for text in messages[:50]:
        milliseconds(text)
    taken = sorted(milliseconds(text) for text in messages)
    p50, p95 = statistics.median(taken), taken[int(len(taken) * 0.95)]
    base = statistics.median(floor(text) for text in messages)
    short, long = milliseconds(LONG), milliseconds(LONG * 8)
    imported, first, memory = start_cost()
    figures = {
        "messages": len(messages),
        "p50_ms": round(p50, 2),
        "p95_ms": round(p95, 2),
        "max_ms": round(taken[-1], 2),
        "times_the_tokenizer": round(p50 / base, 1),
        "characters_5k_ms": round(short, 1),
        "characters_40k_ms": round(long, 1),
        "growth_for_8_times_the_length": round(long / short, 1),
        "import_seconds": round(imported, 2),
        "first_reading_seconds": round(first, 2),
        "memory_mb": round(memory, 1),
    }
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    for name, value in figures.items():
        sys.stdout.write(f"{name:<32}{value:>10}\n")
    return 0 if p95 <= P95_LIMIT_MS else 1


if __name__ == "__main__":
    raise SystemExit(main())
