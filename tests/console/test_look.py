"""Contrast, names, sizes and width of every page: on phone, tablet and desk, light and dark."""

from __future__ import annotations

import pytest

from tests.console.conftest import OpenConsole
from tests.console.office import Office
from tests.widget.audit import audit_document
from tests.widget.axe import grave_findings

pytestmark = pytest.mark.browser

# axe takes its time, and finds the same at the sizes between.
WITH_AXE = {("phone", "dark"), ("desk", "light")}
SIZES = {"phone": (390, 844), "tablet": (768, 1024), "desk": (1440, 900)}


@pytest.fixture(scope="session")
def addresses(office: Office) -> list[str]:
    """All pages, each with something on it."""
    conversation = office.chat(
        "We need an online shop, budget 15000 EUR.",
        "My name is Priya Natarajan, priya@northwind.example.com, Northwind Ltd",
        "Do you have time on Tuesday?",
    )
    lead = office.find("priya@northwind.example.com")["id"]
    long = "Donaudampfschifffahrtsgesellschaftskapitän" * 4
    twin = office.lead(
        name="Priya N.", email="priya@northwind.example.com", company=long, need=long
    )
    office.lead(name=long, next_follow_up_at="2026-01-01", status="follow_up", source=long[:200])
    times = {"start": "2027-03-01T10:00", "end": "2027-03-01T10:30"}
    meeting = office.call("/saba/book-meeting", {**times, "title": long, "lead_id": lead})
    office.call("/leads/reports/generate", {})
    return [
        "/console/today",
        "/console/leads",
        "/console/leads?q=nothing+like+it",
        f"/console/leads/{lead}",
        f"/console/leads/{twin}",
        f"/console/leads/{lead}/compare/{twin}",
        f"/console/leads/{lead}/erase",
        "/console/conversations",
        f"/console/conversations/{conversation}",
        "/console/calendar",
        f"/console/calendar/{meeting['meeting']['id']}",
        meeting["meeting"]["manage_url"],
        "/console/reports",
        "/console/instruction?version=0",
        "/console/widget",
        "/console/design",
        "/console/health",
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_can_be_read_and_used(
    addresses: list[str], console: OpenConsole, scheme: str
) -> None:
    page = console("/console/today", color_scheme=scheme)
    found = []
    for address in addresses:
        page.goto(address)
        for size, (width, height) in SIZES.items():
            page.set_viewport_size({"width": width, "height": height})
            faults = audit_document(page)
            if (size, scheme) in WITH_AXE:
                faults += grave_findings(page)
            found += [f"{address} ({size}): {fault}" for fault in faults]

    assert found == []
