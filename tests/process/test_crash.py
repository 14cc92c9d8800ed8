"""kill -9 at any instant: what was acknowledged is there exactly once."""

from __future__ import annotations

import os
import random
import time

import pytest

from tests.process.calling import RATES, Load, rows
from tests.servers.service import running_service

# More of them: KILLS=100 pytest tests/process/test_crash.py
KILLS = int(os.environ.get("KILLS", "5"))


@pytest.mark.crash
def test_every_acknowledged_message_and_lead_survives_exactly_once() -> None:
    dice = random.Random(20261121)
    with running_service(RATES) as service:
        with Load(service) as load:
            for _ in range(KILLS):
                before = load.acknowledged()
                while load.acknowledged() < before + 12:
                    time.sleep(0.01)
                time.sleep(dice.uniform(0, 0.25))
                service.kill()
                began = time.monotonic()
                service.start()
                assert time.monotonic() - began < 15
        assert load.errors == []
        assert load.acknowledged() >= KILLS * 12

        stored = rows(service, "SELECT message_id, count(*), max(reply) FROM turns GROUP BY 1")
        turns = {message_id: (count, reply) for message_id, count, reply in stored}
        for message_id in load.messages:
            assert turns[message_id][0] == 1
            assert turns[message_id][1]
        leads = rows(service, "SELECT email, count(*) FROM leads GROUP BY 1")
        counted = dict(leads)
        for mail in [*load.messages.values(), *load.leads.values()]:
            assert counted[mail] == 1, mail
        assert max(counted.values()) == 1
        assert rows(service, "PRAGMA integrity_check") == [("ok",)]


@pytest.mark.crash
def test_a_message_whose_answer_was_lost_is_answered_once_when_sent_again() -> None:
    with running_service(RATES) as service, Load(service, workers=2) as load:
        while load.acknowledged() < 5:
            time.sleep(0.01)
        service.kill()
        service.start()
        doubled = rows(
            service,
            "SELECT conversation_id, message_id FROM turns GROUP BY 1, 2 HAVING count(*) > 1",
        )

        assert doubled == []
