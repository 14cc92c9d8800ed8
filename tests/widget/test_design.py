"""One brand colour makes a palette that can be read, whatever the colour."""

from __future__ import annotations

import colorsys
from pathlib import Path

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

DESIGN = Path(__file__).resolve().parents[2] / "static" / "design"
TEXT_PAIRS = [
    *((ink, ground) for ink in ("ink", "ink-soft", "ink-faint", "accent-ink")
      for ground in ("page", "surface", "raised", "sunken", "accent-wash")),
    ("ink", "hover"),
    ("ink-soft", "hover"),
    ("on-accent", "accent"),
    ("on-accent", "accent-hover"),
    ("on-bad", "bad"),
    *((status, f"{status}-wash") for status in ("good", "warn", "bad", "info")),
    *((status, "surface") for status in ("good", "warn", "bad", "info")),
    ("ink", "warn-wash"),
]  # fmt: skip
EDGE_PAIRS = [
    *((edge, ground) for edge in ("line-strong", "focus", "accent")
      for ground in ("page", "surface", "raised")),
    *((f"plot-{number}", "surface") for number in range(1, 7)),
]  # fmt: skip


def brands() -> list[str]:
    """Every hue at several depths, and the greys from black to white."""
    colours = []
    for hue in range(0, 360, 15):
        for lightness, saturation in ((0.15, 1.0), (0.5, 1.0), (0.85, 1.0), (0.5, 0.4)):
            parts = colorsys.hls_to_rgb(hue / 360, lightness, saturation)
            colours.append("#" + "".join(f"{round(part * 255):02x}" for part in parts))
    return [*colours, "#000000", "#808080", "#ffffff", "#1d6b57"]


RESOLVE = """([brands, names]) => {
  const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const probe = document.createElement('i');
  probe.setAttribute('data-brand', '');
  document.body.append(probe);
  return brands.map((brand) => {
    probe.style.setProperty('--brand', brand);
    return Object.fromEntries(names.map((name) => {
      probe.style.color = `var(--${name})`;
      canvas.fillStyle = getComputedStyle(probe).color;
      canvas.fillRect(0, 0, 1, 1);
      return [name, [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3)];
    }));
  });
}"""


def luminance(colour: list[int]) -> float:
    parts = [value / 255 for value in colour]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: list[int], other: list[int]) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_text_and_controls_keep_their_contrast_for_every_brand(page: Page, theme: str):
    page.set_content(f'<html data-theme="{theme}"><body></body></html>')
    for sheet in ("tokens.css", "pages.css"):
        page.add_style_tag(path=str(DESIGN / sheet))
    pairs = [(pair, 4.5) for pair in TEXT_PAIRS] + [(pair, 3.0) for pair in EDGE_PAIRS]
    names = sorted({name for pair, _ in pairs for name in pair})

    palettes = page.evaluate(RESOLVE, [brands(), names])

    too_weak = [
        f"{brand}: {front} on {ground} {contrast(palette[front], palette[ground]):.2f}"
        for brand, palette in zip(brands(), palettes, strict=True)
        for (front, ground), least in pairs
        if contrast(palette[front], palette[ground]) < least
    ]
    assert too_weak == []


def test_the_brands_hue_is_kept(page: Page):
    page.set_content('<html data-theme="light"><body></body></html>')
    page.add_style_tag(path=str(DESIGN / "tokens.css"))

    red, green, blue = page.evaluate(
        RESOLVE, [["#c00000", "#008000", "#0000c0"], ["accent", "page"]]
    )

    assert [max(range(3), key=each["accent"].__getitem__) for each in (red, green, blue)] == [
        0,
        1,
        2,
    ]
