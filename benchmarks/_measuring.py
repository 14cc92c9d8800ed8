"""What the benchmarks of the running service share: its servers, and what /proc says of them."""

from __future__ import annotations

import json
import math
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from tests.fakes.gemini_server import API_KEY
from tests.servers.service import RunningService, running_service

BARE = Path(__file__).with_name("_bare.py")
RESULTS = Path(__file__).with_name("results")

# Nobody is to be refused for coming too often: all visitors here have one address.
UNLIMITED = {"RATE_LIMITS": "100000000 per day", "DAILY_MODEL_CALLS": "100000000"}


@contextmanager
def parley(gemini_url: str, more: Mapping[str, str] | None = None) -> Iterator[RunningService]:
    """The product as it ships, on SQLite and the embedded store, talking to that Gemini."""
    given = {
        "GEMINI_API_KEY": API_KEY,
        "GOOGLE_GEMINI_BASE_URL": gemini_url,
        # Far from now: the daily report is written by a process of its own, which would count.
        "REPORT_TIME": f"{(datetime.now(UTC) + timedelta(hours=12)):%H}:00",
    }
    with running_service({**UNLIMITED, **given, **(more or {})}) as service:
        yield service


@contextmanager
def bare(gemini_url: str, body: Path) -> Iterator[RunningService]:
    """The floor, making that request to that Gemini."""
    given = {
        "BARE_GEMINI_URL": gemini_url,
        "BARE_GEMINI_KEY": API_KEY,
        "BARE_BODY": str(body),
    }
    with running_service(given, program=BARE) as service:
        yield service


def processes_of(service: RunningService) -> list[int]:
    """The server's process and its workers: they are a process group of their own."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                if os.getpgid(int(entry.name)) == service.pid:
                    found.append(int(entry.name))
            except ProcessLookupError:
                continue
    return found


def cpu_seconds(service: RunningService) -> float:
    """Processor time of the server so far, user and system (proc(5), fields 14 and 15)."""
    ticks = 0
    for pid in processes_of(service):
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def resident_mb(service: RunningService, processes: Sequence[int] = ()) -> float:
    """Memory of the server's processes, all or those given; pages they share are counted once."""
    kilobytes = 0
    for pid in processes or processes_of(service):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                kilobytes += int(line.split()[1])
    return kilobytes / 1024


def percentile(values: Sequence[float], percent: float) -> float:
    """The nearest-rank percentile; not a number for no values."""
    if not values:
        return math.nan
    ordered = sorted(values)
    return ordered[max(0, math.ceil(len(ordered) * percent / 100) - 1)]


def keep(name: str, result: Mapping[str, Any], folder: Path = RESULTS) -> None:
    """Writes the result to `results/NAME.json`."""
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(_without_nan(result), indent=2, allow_nan=False)
    (folder / f"{name}.json").write_text(text + "\n")


def _without_nan(value: Any) -> Any:
    """A figure that could not be taken is null: JSON has no other word for it."""
    if isinstance(value, Mapping):
        return {key: _without_nan(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_without_nan(item) for item in value]
    return None if isinstance(value, float) and math.isnan(value) else value
