"""The widget on a customer's page, and a service that does what a test tells it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.servers.chromium import Browsing, browsing
from tests.widget.contract_service import ContractService, running
from tests.widget.visitor import Visitor


@pytest.fixture
def service() -> Iterator[ContractService]:
    with running() as service:
        yield service


@pytest.fixture
def windows(service: ContractService, browser: Browser) -> Iterator[Browsing]:
    """Closed before the service is: a page still asking it for something would see its line cut."""
    with browsing(browser) as windows:
        yield windows


@pytest.fixture
def visitor(service: ContractService, windows: Browsing) -> Visitor:
    """Somebody in Berlin, with an English browser, on a page with the widget."""
    return Visitor.arriving(windows, service)
