"""Starting: how long until `python app.py` answers, over what it is made of.

    python -m benchmarks.starting           about a minute

The floors: Python importing Flask, and a bare Flask application in the same server until its first
`GET /health` is answered. Ours is taken twice: the very first start, which makes the keys and the
database, and each later one. All are taken in turns.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from benchmarks._measuring import BARE, RESULTS, keep
from tests.servers.scratch import scratch_folder
from tests.servers.service import ROOT, RunningService

ROUNDS = int(os.environ.get("BENCH_ROUNDS", "5"))


def seconds_to_import_flask() -> float:
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", "import flask"], check=True)
    return time.perf_counter() - began


def seconds_to_health(program: Path, folder: Path, environment: Mapping[str, str]) -> float:
    """From the command to the first answer of /health."""
    service = RunningService(folder, environment, program=program)
    began = time.perf_counter()
    try:
        service.start(seconds=60)
        return time.perf_counter() - began
    finally:
        service.terminate()


def measure(rounds: int) -> dict[str, float]:
    """The median of each, in milliseconds."""
    with scratch_folder("starting") as folder:
        kept = folder / "kept"
        kept.mkdir()
        ours = ROOT / "app.py"
        gemini = {"GEMINI_API_KEY": "a-key-that-is-never-used", "LLM_PROVIDER": "gemini"}

        def first() -> float:
            fresh = folder / f"fresh{time.monotonic_ns()}"
            fresh.mkdir()
            return seconds_to_health(ours, fresh, {})

        work: dict[str, Callable[[], float]] = {
            "import_flask": seconds_to_import_flask,
            "bare_application": lambda: seconds_to_health(BARE, kept, {}),
            "first_start": first,
            "start": lambda: seconds_to_health(ours, kept, {}),
            "start_with_gemini": lambda: seconds_to_health(ours, kept, gemini),
        }
        taken: dict[str, list[float]] = {name: [] for name in work}
        for number in range(rounds + 1):
            for name, run in work.items():
                seconds = run()
                if number:  # the first round reads the files from the disk
                    taken[name].append(seconds)
    return {name: round(statistics.median(all_) * 1000, 1) for name, all_ in taken.items()}


def main(rounds: int = ROUNDS, results: Path = RESULTS) -> int:
    times = measure(rounds)
    floor = times["bare_application"]
    for name, taken in times.items():
        print(f"  {name:18} {taken:8.0f} ms   x {taken / floor:.2f} of a bare application")
    ratios: dict[str, Any] = {
        "start_over_import_flask": round(times["start"] / times["import_flask"], 2),
        "start_over_bare_application": round(times["start"] / floor, 2),
    }
    keep("starting", {"rounds": rounds, "ms": times, **ratios}, results)
    return 0


if __name__ == "__main__":
    sys.exit(main())
