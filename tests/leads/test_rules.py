"""Which of several values holds."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leads.model import FIELDS, METHODS, Evidence
from leads.rules import folded, standing, value_of

AT = datetime(2026, 11, 23, 9, tzinfo=UTC)


def item(value, *, field="name", method="text", confidence=0.9, message="m1", **more):
    return Evidence(
        id=0,
        field=field,
        value=value,
        quote=value or "",
        message_id=message,
        conversation_id="c1",
        method=method,
        confidence=confidence,
        verified=more.get("verified", False),
        corrects=more.get("corrects", False),
        at=AT,
    )


def holds(*items):
    return value_of(folded(items)[items[0].field])


@pytest.mark.parametrize(
    ("old", "new", "value"),
    [
        (item("Ann"), item("Bob", message="m2"), "Bob"),
        (item("Ann"), item("Bob"), "Ann"),
        (item("Ann"), item("Bob", corrects=True), "Bob"),
        (item("Ann"), item("Bob", method="model", message="m2"), "Ann"),
        (item("Ann", confidence=0.5), item("Bob", method="model", message="m2"), "Bob"),
        (item("Ann", method="model"), item("Bob", message="m1"), "Bob"),
        (item("Ann", method="staff"), item("Bob", message="m2"), "Ann"),
        (item("Ann", method="staff"), item("Bob", corrects=True, message="m2"), "Ann"),
        (item("Ann", method="staff"), item("Bob", method="staff", message=None), "Bob"),
        (item("Ann"), item(None, method="staff"), None),
        (item(None, method="staff"), item("Ann", message="m2"), None),
        (item("Ann", method="form", message=None), item("Bob", message="m2"), "Bob"),
        (item("Ann Lee"), item("Ann", message="m2"), "Ann Lee"),
        (item("Ann"), item("Ann Lee", message="m2"), "Ann Lee"),
        (item("Ann Lee"), item("Ann", message="m2", corrects=True), "Ann"),
    ],
)
def test_the_better_founded_value_holds(old, new, value):
    assert holds(old, new) == value


@pytest.mark.parametrize(
    ("values", "need"),
    [
        (["a logo", "flyers"], "a logo; flyers"),
        (["a new logo", "new logo"], "a new logo"),
        (["new logo", "a new logo"], "a new logo"),
        (["a", "b", "c", "d", "e", "f"], "a; c; d; e; f"),
    ],
)
def test_needs_add_up_and_stay_few(values, need):
    said = [item(value, field="need", message=f"m{n}") for n, value in enumerate(values)]

    assert holds(*said) == need


def test_staff_and_corrections_replace_all_needs():
    said = [item("a logo", field="need"), item("flyers", field="need", message="m2")]

    assert holds(*said, item("a shop", field="need", corrects=True)) == "a shop"
    assert holds(*said, item("a shop", field="need", method="staff")) == "a shop"
    assert holds(item("a shop", field="need", method="staff"), *said) == "a shop"


evidence = st.builds(
    item,
    st.sampled_from(["Ann", "Ann Lee", "Bob", "a logo", "flyers", ""]),
    field=st.sampled_from(FIELDS),
    method=st.sampled_from(METHODS),
    confidence=st.sampled_from([0.5, 0.8, 0.99]),
    message=st.sampled_from(["m1", "m2", None]),
    verified=st.booleans(),
    corrects=st.booleans(),
)


@given(st.lists(evidence, max_size=12))
def test_what_holds_was_said(items):
    for name, current in folded(items).items():
        assert all(one in items and one.field == name for one in current)


@given(st.lists(evidence, min_size=1, max_size=12))
def test_saying_it_all_again_changes_nothing_that_is_verified_or_staffs(items):
    before = folded(items)
    for name, current in folded([*items, *items]).items():
        if before[name] and standing(before[name][-1]) == 3:
            assert standing(current[-1]) == 3


@given(st.lists(evidence, max_size=12))
def test_nothing_weaker_ever_displaces_what_staff_entered(items):
    staffs = item("Carol", method="staff")
    visitors = [one for one in items if standing(one) < 3]

    assert holds(staffs, *visitors) == "Carol"


def test_the_order_of_different_fields_does_not_matter():
    said = [item("Ann"), item("a@x.example", field="email"), item("Acme", field="company")]

    results = {tuple(map(value_of, folded(order).values())) for order in permutations(said)}
    assert len(results) == 1
