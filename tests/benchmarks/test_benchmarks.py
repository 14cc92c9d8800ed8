"""The benchmarks of the running service run, on small numbers; their verdicts are right."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks import _measuring, starting, streams, turns, widget
from tests.servers.service import running_service

pytestmark = pytest.mark.crash

ROOT = Path(__file__).parents[2]


def test_a_turn_is_compared_with_a_bare_route_that_sends_the_same_request():
    figure = turns.measure({}, rounds=1, turns=10)

    assert figure["turn"]["cpu_ms"] > figure["bare_route"]["cpu_ms"] > 0
    assert figure["cpu_ratio"] == figure["cpu_ratio_of_each_round"][0]
    assert figure["request_bytes"] > 5_000  # the instruction, the tools and the history


def test_starting_is_measured_to_the_first_answer(tmp_path):
    starting.main(rounds=1, results=tmp_path)

    kept = json.loads((tmp_path / "starting.json").read_text())
    assert kept["ms"]["start"] > kept["ms"]["bare_application"] > kept["ms"]["import_flask"] > 50


def test_the_widget_is_weighed_against_the_page_without_it(tmp_path):
    assert widget.main(rounds=1, results=tmp_path) == 0

    kept = json.loads((tmp_path / "widget.json").read_text())
    assert kept["page_requests"] == 1
    assert 0 < kept["page_bytes"] < kept["intent_bytes"]
    assert kept["first_paint_ratio"] > 0


def test_streams_are_held_and_each_is_heard_to_its_end(tmp_path):
    quick = {"BENCH_THINK_SECONDS": "0.2", "BENCH_CHUNK_SECONDS": "0.05"}
    program = (
        "import sys; from pathlib import Path; from benchmarks import streams;"
        "streams.main(counts=(3,), seconds=0.5, hindered_by=6, results=Path(sys.argv[1]))"
    )
    command = [sys.executable, "-c", program, str(tmp_path)]
    subprocess.run(command, cwd=ROOT, env={**os.environ, **quick}, check=True)

    kept = json.loads((tmp_path / "streams.json").read_text())
    [row] = kept["streams"]
    assert row["turns"] >= 1
    assert row["failed"] == row["bare_failed"] == 0
    assert row["first_word_p95_ms"]["gemini"] >= 200
    assert row["first_word_p95_ms"]["parley"] >= 200
    assert kept["hindering"]["failures"] == 0
    assert kept["memory"]["idle_mb"] > 20


def figures(**changes):
    found = {
        "streams": [
            {"streams": 100, "added_p95_ms": 12.0, "failed": 0},
            {"streams": 500, "added_p95_ms": 49.0, "failed": 0},
        ],
        "memory": {
            "idle_mb": 150.0,
            "kb_for_each_held_stream": 90.0,
            "kb_for_each_kept_conversation": 20.0,
        },
        "hindering": {"ratio": 1.5, "failures": 0},
    }
    return {name: {**found[name], **changes.get(name, {})} for name in ("memory", "hindering")} | {
        "streams": changes.get("streams", found["streams"])
    }


def test_figures_that_reach_every_aim_pass():
    assert all(reached for _, _, reached in streams.judged(figures()).values())


@pytest.mark.parametrize(
    ("changes", "missed"),
    [
        ({"memory": {"idle_mb": 201.0}}, "idle MB"),
        ({"memory": {"kb_for_each_kept_conversation": 101.0}}, "KB a held conversation"),
        ({"hindering": {"ratio": 2.1}}, "p95 among slow clients, times"),
        ({"hindering": {"failures": 1}}, "p95 among slow clients, times"),
        (
            {"streams": [{"streams": 500, "added_p95_ms": 51.0, "failed": 0}]},
            "streams held with p95 added ≤ 50 ms",
        ),
        (
            {"streams": [{"streams": 500, "added_p95_ms": 5.0, "failed": 1}]},
            "streams held with p95 added ≤ 50 ms",
        ),
    ],
)
def test_a_missed_aim_is_told(changes, missed):
    verdict = streams.judged(figures(**changes))

    assert [name for name, (_, _, reached) in verdict.items() if not reached] == [missed]


def test_streams_without_an_answer_reach_no_aim():
    silent = [{"streams": 500, "added_p95_ms": float("nan"), "failed": 0}]

    [held, *_] = streams.judged(figures(streams=silent)).values()

    assert held == (0, streams.HELD_AIM, False)


def test_a_figure_that_could_not_be_taken_is_kept_as_null(tmp_path):
    _measuring.keep("some", {"rows": [{"p95": _measuring.percentile([], 95), "n": 0}]}, tmp_path)

    assert json.loads((tmp_path / "some.json").read_text()) == {"rows": [{"p95": None, "n": 0}]}


def test_a_percentile_is_one_of_the_values():
    assert _measuring.percentile([5, 1, 4, 2, 3], 50) == 3
    assert _measuring.percentile(range(1, 101), 95) == 95
    assert _measuring.percentile([7], 95) == 7


def test_processor_time_and_memory_are_those_of_the_whole_service():
    with running_service() as service:
        assert len(_measuring.processes_of(service)) == 2  # gunicorn and its worker
        assert _measuring.cpu_seconds(service) > 0.2
        assert 30 < _measuring.resident_mb(service) < 400
