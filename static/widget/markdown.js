/**
 * The little markdown that replies use, built as elements: paragraphs, line breaks, lists, bold,
 * italics, code, links. Everything else, HTML above all, stays the text it is. Images become
 * links: nothing is fetched from elsewhere because a model wrote so.
 */
import { h } from './dom.js';

const SAFE = new Set(['http:', 'https:', 'mailto:', 'tel:']);
const ITEM = /^\s{0,3}(?:([-*•])|(\d{1,3})[.)])\s+(.*)$/;
const HEADING = /^\s{0,3}#{1,6}\s+(.*)$/;
const INLINE = new RegExp([
  '`([^`\\n]+)`',
  '\\*\\*(?=\\S)([^\\n]+?)(?<=\\S)\\*\\*',
  '(?<![\\w*])[*_](?=[^\\s*_])([^*_\\n]+?)(?<=\\S)[*_](?![\\w*])',
  '!?\\[([^\\]\\n]*)\\]\\(\\s*<?([^()\\s<>]*(?:\\([^()\\s]*\\)[^()\\s<>]*)*)>?[^()\\n]*\\)',
  '(https?://[^\\s<>"\']+[^\\s<>"\'.,;:!?)\\]}*_])',
].join('|'), 'g');

/** The text as a list of block elements. */
export function render(text) {
  const blocks = [];
  const lines = text.replaceAll('\r', '').split('\n');
  let index = 0;
  while (index < lines.length) {
    if (!lines[index].trim()) {
      index += 1;
      continue;
    }
    const [block, next] = blockAt(lines, index);
    blocks.push(block);
    index = next;
  }
  return blocks;
}

function blockAt(lines, index) {
  if (/^\s*```/.test(lines[index])) return fenceAt(lines, index);
  if (ITEM.test(lines[index])) return listAt(lines, index);
  if (HEADING.test(lines[index])) return [heading(lines[index]), index + 1];
  let end = index;
  while (end < lines.length && lines[end].trim() && (end === index || !startsBlock(lines[end]))) end += 1;
  return [paragraph(lines.slice(index, end)), end];
}

function startsBlock(line) {
  return ITEM.test(line) || HEADING.test(line) || /^\s*```/.test(line);
}

function fenceAt(lines, index) {
  let end = index + 1;
  while (end < lines.length && !/^\s*```/.test(lines[end])) end += 1;
  const code = lines.slice(index + 1, end).join('\n');
  return [h('pre', { dir: 'ltr' }, h('code', null, code)), end + 1];
}

function listAt(lines, index) {
  const numbered = Boolean(ITEM.exec(lines[index])[2]);
  const items = [];
  let end = index;
  for (; end < lines.length; end += 1) {
    const found = ITEM.exec(lines[end]);
    if (found && Boolean(found[2]) === numbered) items.push([found[3]]);
    else if (!found && /^\s+\S/.test(lines[end])) items.at(-1).push(lines[end].trim());
    else break;
  }
  const first = Number(ITEM.exec(lines[index])[2]) || 1;
  const start = numbered && first !== 1 ? first : null;
  const elements = items.map((parts) => h('li', { dir: 'auto' }, ...inline(parts.join(' '))));
  return [h(numbered ? 'ol' : 'ul', { start }, ...elements), end];
}

/** Headings are for pages; in a bubble a line in bold is one. */
function heading(line) {
  return h('p', { dir: 'auto' }, h('strong', null, ...inline(HEADING.exec(line)[1])));
}

function paragraph(lines) {
  const children = [];
  for (const line of lines) {
    if (children.length) children.push(h('br'));
    children.push(...inline(line.replace(/^\s*>\s?/, '').trim()));
  }
  return h('p', { dir: 'auto' }, ...children);
}

function inline(text) {
  const nodes = [];
  let from = 0;
  for (const match of text.matchAll(INLINE)) {
    if (match.index > from) nodes.push(text.slice(from, match.index));
    nodes.push(span(match));
    from = match.index + match[0].length;
  }
  if (from < text.length) nodes.push(text.slice(from));
  return nodes;
}

function span([whole, code, bold, italic, label, address, bare]) {
  if (code !== undefined) return h('code', { dir: 'ltr' }, code);
  if (bold !== undefined) return h('strong', null, ...inline(bold));
  if (italic !== undefined) return h('em', null, ...inline(italic));
  return link(bare || address, bare || label || address, whole);
}

/** A link, or the text as it was written when the address leads anywhere but to a page. */
function link(address, label, whole) {
  const href = safeAddress(address);
  if (!href) return whole;
  return h('a', { href, target: '_blank', rel: 'noopener noreferrer nofollow ugc' }, label);
}

/** The address if a click on it only opens a page, a mail or a call; else null. */
export function safeAddress(address, base) {
  try {
    const url = new URL(address, base);
    return SAFE.has(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

/** The text without its marks, to be read out. */
export function plain(text) {
  return render(text).map((block) => block.textContent).join(' ');
}
