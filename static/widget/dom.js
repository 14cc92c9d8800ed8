/**
 * Elements made by hand: text only ever becomes text, so nothing a visitor or a model wrote can
 * become markup, and a page with Trusted Types has nothing to object to.
 */

const SVG = 'http://www.w3.org/2000/svg';

/** An element. `on*` attributes are listeners; true means present; null and false mean absent. */
export function h(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** A picture of strokes on a 24 × 24 grid, beside words that say the same: hidden from readers. */
export function drawing(strokes, width = '1.8') {
  const svg = svgElement('svg', {
    viewBox: '0 0 24 24', fill: 'none', stroke: 'currentColor', 'stroke-width': width,
    'stroke-linecap': 'round', 'stroke-linejoin': 'round', 'aria-hidden': 'true', class: 'icon',
  });
  svg.append(...strokes.map((d) => svgElement('path', { d })));
  return svg;
}

function svgElement(tag, attributes) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}
