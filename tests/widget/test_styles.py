"""One design system: a style stands once, a colour stands in the tokens."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

STATIC = Path(__file__).resolve().parents[2] / "static"
# The demo is somebody else's page, with a look of its own.
SHEETS = sorted(path for path in STATIC.rglob("*.css") if path.parent.name != "demo")
ENOUGH_TO_BE_A_STYLE = 4
COLOUR = re.compile(r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch|oklab|lab|lch|hwb)\(", re.IGNORECASE)


def rules(sheet: str) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Each rule as (the at-rules around it, its selector, its declarations in order)."""
    text = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    around: list[str] = []
    for head, opening in re.findall(r"([^{}]*)([{}])", text):
        if opening == "{":
            around.append(" ".join(head.split()))
        else:
            declared = tuple(sorted(" ".join(d.split()) for d in head.split(";") if d.strip()))
            selector = around.pop()
            if declared:
                yield " ".join(around), selector, declared


def twice(sheets: dict[str, str]) -> list[str]:
    found: dict[tuple[str, tuple[str, ...]], list[str]] = defaultdict(list)
    for name, sheet in sheets.items():
        for around, selector, declared in rules(sheet):
            if len(declared) >= ENOUGH_TO_BE_A_STYLE:
                found[around, declared].append(f"{name}: {selector}")
    return [" = ".join(places) for places in found.values() if len(places) > 1]


def test_no_style_stands_twice():
    sheets = {f"{path.parent.name}/{path.name}": path.read_text() for path in SHEETS}

    assert len(sheets) >= 7
    assert twice(sheets) == []


def test_a_style_that_stands_twice_is_noticed():
    one = ".a { color: red; margin: 0; padding: 0; border: 0; }"
    other = ".b { margin: 0; color: red; border: 0; padding: 0 }"

    assert twice({"x": one, "y": other}) == ["x: .a = y: .b"]
    assert twice({"x": one, "y": f"@media print {{ {other} }}"}) == []


def test_every_colour_that_is_painted_has_a_name():
    """A part may name a colour of its own; nothing is painted with a nameless one."""
    loose = [
        f"{path.parent.name}/{path.name}: {selector} {{ {declaration} }}"
        for path in SHEETS
        if path.name != "tokens.css"
        for _, selector, declared in rules(path.read_text())
        for declaration in declared
        if not declaration.startswith("--") and COLOUR.search(declaration)
    ]

    assert loose == []
