"""The harness around the service: starts it, keeps its data, kills it, tells what went wrong."""

from __future__ import annotations

import json
import os
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.servers.service import RunningService, running_service

# Stands in for app.py: answers /health, tells its environment, keeps a key as the service does.
STAND_IN = """
import http.server, json, os, pathlib, signal, sys

data = pathlib.Path(os.environ["CLIENT_DATA_DIR"])
key = data / ".admin_api_key"
if not key.exists():
    key.write_text("made at the first start\\n")
(data / "starts").open("a").write("x")
print("starting", flush=True)
if os.environ.get("REFUSE"):
    sys.exit("REFUSE: is set; unset it")


class Answer(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(503 if os.environ.get("ILL") else 200)
        self.end_headers()
        if self.path == "/environment":
            self.wfile.write(json.dumps(dict(os.environ)).encode())


signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
os.fork() and os.wait()  # a worker, as the real server has
http.server.HTTPServer(("127.0.0.1", int(sys.argv[1])), Answer).serve_forever()
"""


@pytest.fixture
def program(tmp_path: Path) -> Path:
    path = tmp_path / "stand_in.py"
    path.write_text(STAND_IN)
    return path


@pytest.fixture
def service(program: Path) -> Iterator[RunningService]:
    with running_service({"GREETING": "hello"}, program=program) as service:
        yield service


def environment(service: RunningService) -> dict[str, Any]:
    with urllib.request.urlopen(f"{service.url}/environment", timeout=5) as answer:
        return dict(json.load(answer))


def test_it_is_healthy_once_started(service):
    assert service.is_healthy()
    assert "starting" in service.logs()


def test_it_is_handed_what_is_given_and_nothing_of_ours(monkeypatch, program):
    monkeypatch.setenv("GEMINI_API_KEY", "a developer's own")

    with running_service({"GREETING": "hello"}, program=program) as service:
        handed = environment(service)

    assert handed["GREETING"] == "hello"
    assert "GEMINI_API_KEY" not in handed
    assert handed["CLIENT_DATA_DIR"] == str(service.data)


def test_the_staff_key_is_the_one_it_wrote(service):
    assert service.staff == {"Authorization": "Bearer made at the first start"}


def test_a_staff_key_that_was_given_is_used(program):
    with running_service({"ADMIN_API_KEY": "given"}, program=program) as service:
        assert service.admin_key == "given"


def test_after_kill_nobody_answers_and_after_start_the_data_is_still_there(service):
    service.kill()
    assert not service.is_healthy()

    service.start()

    assert service.is_healthy()
    assert (service.data / "starts").read_text() == "xx"


def test_restart_keeps_the_address(service):
    before = service.url

    service.restart()

    assert service.url == before
    assert service.is_healthy()


def test_terminate_gives_the_exit_status_and_leaves_nobody_behind(service):
    assert service.terminate() == 0
    assert not service.is_healthy()


def test_kill_ends_the_workers_too(service):
    service.kill()

    give_up_at = time.monotonic() + 5
    while _group_lives(service.pid):
        assert time.monotonic() < give_up_at
        time.sleep(0.02)


def _group_lives(pid: int) -> bool:
    try:
        os.killpg(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_start_that_is_refused_says_what_was_printed(program):
    with (
        pytest.raises(RuntimeError, match="unset it"),
        running_service({"REFUSE": "1"}, program=program),
    ):
        pass


def test_a_service_that_is_not_well_in_time_fails_the_start(tmp_path, program):
    service = RunningService(tmp_path, {"ILL": "1"}, program=program)

    with pytest.raises(RuntimeError, match="not ready in 0.5 s"):
        service.start(seconds=0.5)


@pytest.mark.crash
def test_the_real_service_knows_its_staff_key_again_after_a_kill():
    with running_service() as service:
        key = service.admin_key
        service.kill()
        service.start()

        request = urllib.request.Request(f"{service.url}/leads", headers=service.staff)
        with urllib.request.urlopen(request, timeout=10) as answer:
            assert answer.status == 200
        assert service.admin_key == key
