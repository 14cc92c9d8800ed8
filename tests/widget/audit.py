"""What an accessibility checker would find: names, labels, ids, sizes, contrast of what is shown.

The contrast is computed from the painted colours: text over the backgrounds that lie beneath it,
blended; colours of any notation are resolved by the browser's own canvas.
"""

from __future__ import annotations

from playwright.sync_api import Page

from tests.widget.visitor import Visitor

_SCRIPT = """(root) => {
  const found = [];
  const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const over = (top, bottom) => [0, 1, 2].map((i) => top[i] * top[3] + bottom[i] * (1 - top[3]));
  const parent = (node) => node.parentElement || (node.getRootNode().host ?? null);
  const ground = (node) => {
    const layers = [];
    for (let at = node; at; at = parent(at)) {
      layers.push(rgba(getComputedStyle(at).backgroundColor));
    }
    return layers.reverse().reduce((below, layer) => over(layer, below), [255, 255, 255]);
  };
  const luminance = (colour) => {
    const [r, g, b] = colour.map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (one, other) => {
    const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  };
  const shown = (node) => node.getClientRects().length > 0
    && getComputedStyle(node).visibility === 'visible' && !node.closest('.visually-hidden');
  const disabled = (node) => node.closest(':disabled, [aria-disabled=true], [aria-busy=true]');
  const describe = (node) =>
    `${node.localName}.${node.className} "${node.textContent.slice(0, 30)}"`;

  for (const node of root.querySelectorAll('*')) {
    if (!shown(node)) continue;
    const ownText = [...node.childNodes].some((c) => c.nodeType === 3 && c.data.trim());
    const style = getComputedStyle(node);
    if (ownText && !disabled(node)) {
      const beneath = ground(node);
      const contrast = ratio(over(rgba(style.color), beneath), beneath);
      const large = parseFloat(style.fontSize) >= 24;
      if (contrast < (large ? 3 : 4.5)) {
        found.push(`contrast ${contrast.toFixed(2)}: ${describe(node)}`);
      }
    }
    if (node.matches('button, a, textarea, input')) {
      const name = node.getAttribute('aria-label') || node.textContent.trim()
        || (node.labels && [...node.labels].map((label) => label.textContent).join(''));
      if (!name) found.push(`no name: ${describe(node)}`);
      // A label around its box is pressed as well as the box.
      const box = (node.closest('label') || node).getBoundingClientRect();
      const inline = style.display === 'inline';
      if (!inline && (box.width < 24 || box.height < 24)) {
        found.push(`small ${box.width}x${box.height}: ${describe(node)}`);
      }
    }
    if (node.matches('button:not(:disabled), textarea') && !disabled(node)
        && parseFloat(style.borderTopWidth) && style.borderTopStyle === 'solid') {
      const edge = rgba(style.borderTopColor);
      const fill = over(rgba(style.backgroundColor), ground(parent(node)));
      const around = ground(parent(node));
      const best = Math.max(ratio(over(edge, around), around), ratio(fill, around));
      if (edge[3] && best < 3) found.push(`edge ${best.toFixed(2)}: ${describe(node)}`);
    }
    if (node.matches('img:not([alt])')) found.push(`no alt: ${describe(node)}`);
    if (node.matches('svg:not([aria-hidden=true], [role=img][aria-label])')) {
      found.push(`svg neither hidden nor named: ${describe(node)}`);
    }
    for (const name of ['aria-labelledby', 'aria-describedby', 'for']) {
      const id = node.getAttribute(name);
      if (id && !root.querySelector(`#${id}`)) found.push(`${name} leads nowhere: ${id}`);
    }
  }
  const ids = [...root.querySelectorAll('[id]')].map((node) => node.id);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  found.push(...twice.map((id) => `id twice: ${id}`));
  return found;
}"""


_AT_REST = """() => [document, document.querySelector('parley-chat')?.shadowRoot]
  .flatMap((root) => root ? root.getAnimations() : [])
  .every((each) => !each.pending && each.playState !== 'running'
    || each.effect.getComputedTiming().endTime === Infinity)"""


def come_to_rest(page: Page) -> None:
    """Waits for what fades or slides in: its colours and its place are final then."""
    page.evaluate("() => new Promise(requestAnimationFrame)")
    page.wait_for_function(_AT_REST)


def audit(visitor: Visitor) -> list[str]:
    """One line for each finding in the widget as it is shown now."""
    return _findings(visitor, "parley-chat .root")


def audit_page(visitor: Visitor) -> list[str]:
    """The same of the page that the widget is on."""
    return _findings(visitor, "body")


def _findings(visitor: Visitor, selector: str) -> list[str]:
    come_to_rest(visitor.page)
    found: list[str] = visitor.page.locator(selector).evaluate(_SCRIPT)
    return found


def audit_document(page: Page) -> list[str]:
    """The same of a whole page of ours; and whether it can be read without scrolling sideways."""
    come_to_rest(page)
    found: list[str] = page.locator("html").evaluate(_SCRIPT)
    over = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    return [*found, f"{over} px too wide"] if over > 0 else found
