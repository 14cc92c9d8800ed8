"""The widget on a customer's page, and a service that does what a test tells it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.servers.chromium import Browsing
from tests.widget.contract_service import ContractService, running
from tests.widget.visitor import Visitor


@pytest.fixture
def service() -> Iterator[ContractService]:
    with running() as service:
        yield service


@pytest.fixture
def visitor(service: ContractService, windows: Browsing) -> Visitor:
    """Somebody in Berlin, with an English browser, on a page with the widget."""
    return Visitor.arriving(windows, service)
