/**
 * /widget.js: the button in the corner and `window.Parley`, until somebody means to chat.
 *
 * Before the first message it stores nothing and asks for nothing; the panel is fetched when a
 * hand comes near the button, when the page calls the API, or when a conversation is under way.
 */
import tokens from '../design/tokens.css' with { type: 'text' };
import launcherStyles from './launcher.css' with { type: 'text' };
import { drawing, h } from './dom.js';
import { adopt } from './styles.js';
import { Memory } from './memory.js';
import { chooseLocale, launcherWords } from './launcher_words.js';

const script = document.currentScript || document.querySelector('script[src*="/widget.js"]');
const data = script.dataset;
const base = new URL('.', script.src).href;
// A page in another language gets the panel in it; what the page itself says comes first.
const { locale, language } = chooseLocale(
  [data.locale, document.documentElement.lang, ...(navigator.languages || [navigator.language])],
);
const words = launcherWords(language);
const memory = new Memory(base);
const listeners = new Map();
const SPEECH = [
  'M4.5 19.5V6.7A2.2 2.2 0 0 1 6.7 4.5h10.6a2.2 2.2 0 0 1 2.2 2.2v7.1a2.2 2.2 0 0 1-2.2 2.2H8.2z',
  'M8.7 9h6.6M8.7 12h4',
];
const DOWN = ['m6 9.5 6 6 6-6'];
const PANEL = 'widget/panel.js'; // the server adds the version
let panel = null; // the promise of the panel, once it was asked for
let attempts = 0;
let ready = false;

const launcher = h('button', {
  class: 'launcher', type: 'button', 'aria-label': words.open, 'aria-haspopup': 'dialog',
  'aria-expanded': 'false', onclick: () => run('toggle'),
  onpointerenter: prefetch, onfocus: prefetch, ontouchstart: prefetch,
}, drawing(SPEECH), drawing(DOWN));
const badge = h('span', { class: 'unread', 'aria-hidden': 'true', hidden: true });
launcher.append(badge);
const notice = h('div', { class: 'notice', role: 'alert', hidden: true });
const root = h('div', {
  class: 'root', lang: language, dir: language === 'ur' ? 'rtl' : 'ltr', 'data-brand': true,
  'data-theme': data.theme, 'data-side': sideOf(data.position),
}, notice, launcher);

/** What the panel gets from the page it lives in. */
const shell = {
  base, data, locale, language, memory, root, launcher, emit,
  identity: {},
  landing: location.search,
  unread: 0,
  open: false,
  showOpen(open) {
    shell.open = open;
    shell.unread = open ? 0 : shell.unread;
    launcher.setAttribute('aria-expanded', String(open));
    describe();
    emit(open ? 'opened' : 'closed');
  },
  showUnread(count) {
    shell.unread = count;
    describe();
  },
};

/** The number on the button, and in its name for those who do not see it. */
function describe() {
  const { open, unread } = shell;
  badge.hidden = !unread;
  badge.textContent = unread > 9 ? '9+' : String(unread);
  const name = open ? words.close : words.open;
  launcher.setAttribute('aria-label', unread ? `${name} (${words.unread}${unread})` : name);
}

function sideOf(position) {
  const found = /left|right/.exec(position || '');
  return found ? found[0] : null; // none: at the end of the line, as the language runs
}

function prefetch() {
  if (!panel) panel = load();
  panel.catch(() => {}); // told to the visitor by run(), who is waiting for it
  return panel;
}

async function load() {
  launcher.setAttribute('aria-busy', 'true');
  try {
    // A failed import is remembered by some browsers under its address: ask under another.
    const again = attempts++ ? `${PANEL.includes('?') ? '&' : '?'}again=${attempts}` : '';
    const module = await import(base + PANEL + again);
    notice.hidden = true;
    return module.start(shell);
  } catch (error) {
    panel = null;
    throw error;
  } finally {
    launcher.removeAttribute('aria-busy');
  }
}

/** Events are told to each listener apart: one that throws harms neither us nor the others. */
function emit(event, detail) {
  for (const listener of listeners.get(event) || []) {
    try {
      listener(detail || {});
    } catch (error) {
      setTimeout(() => { throw error; });
    }
  }
}

function on(event, listener) {
  if (typeof listener !== 'function') return;
  if (!listeners.has(event)) listeners.set(event, new Set());
  listeners.get(event).add(listener);
  if (event === 'ready' && ready) Promise.resolve({}).then(listener);
}

async function run(command, ...rest) {
  if (command === 'on') return on(...rest);
  if (command === 'identify') return identify(...rest);
  // Nothing is open and nothing was said: there is nothing to close, and no reason to fetch.
  if ((command === 'close' || command === 'reset') && !panel && !memory.clientId) return undefined;
  const loaded = await prefetch().catch(showFailure);
  return loaded && loaded[command](...rest);
}

function showFailure() {
  notice.textContent = words.failed;
  notice.hidden = false;
  setTimeout(() => { notice.hidden = true; }, 8000);
}

/** Who the site says the visitor is; goes out with the next message, and not before. */
function identify(fields) {
  Object.assign(shell.identity, fields);
}

const COMMANDS = new Set(['open', 'close', 'toggle', 'reset', 'identify', 'send', 'on']);

function Parley(command, ...rest) {
  if (COMMANDS.has(command)) run(command, ...rest);
}

function begin() {
  const host = document.createElement('parley-chat');
  const shadow = host.attachShadow({ mode: 'open' });
  adopt(shadow, script.nonce, tokens, launcherStyles);
  if (data.color && CSS.supports('color', data.color)) root.style.setProperty('--brand', data.color);
  shadow.append(root);
  // On <html>, not in <body>: a body with a transform would carry the button away, and a
  // single-page app that replaces its body would remove it.
  document.documentElement.append(host);
  root.style.setProperty('--unit', readersTextSize(root));
  ready = true;
  emit('ready');
  if (!memory.clientId) awaitInvitation();
  else if (memory.wasOpen) run('resume');
}

/** The page may want us to speak first: after some seconds, or when so much of it was read. */
function awaitInvitation() {
  if (data.inviteAfter) inviteLater();
  if (data.inviteScroll) addEventListener('scroll', inviteReader, { passive: true });
}

/** Waits again where the page is another one, as a single-page app's may be by then. */
function inviteLater() {
  setTimeout(() => { if (isInvitingPage()) run('invite'); else inviteLater(); }, data.inviteAfter * 1000);
}

/** `/prices, /shop/*`: whether the visitor is on one of these. */
function isInvitingPage() {
  return (data.invitePage || '/*').split(/[\s,]+/).some((path) => (
    path.endsWith('*') ? location.pathname.startsWith(path.slice(0, -1)) : location.pathname === path));
}

function inviteReader() {
  const read = (scrollY + innerHeight) / document.documentElement.scrollHeight;
  if (read * 100 < data.inviteScroll || !isInvitingPage()) return;
  removeEventListener('scroll', inviteReader);
  run('invite');
}

/** The size the reader chose in the browser, whatever the page made of rem. */
function readersTextSize(within) {
  const probe = h('span', null, 'x');
  probe.style.fontSize = 'medium';
  within.append(probe);
  const size = getComputedStyle(probe).fontSize;
  probe.remove();
  return size;
}

/** Calls made before this script, or before the page was there, in their order. */
function queue(...call) {
  queue.q.push(call);
}
queue.q = [];
queue.loaded = true;

function install() {
  begin();
  Parley.loaded = true;
  window.Parley = Parley;
  for (let index = 0; index < queue.q.length; index += 1) Parley(...queue.q[index]);
}

// Two copies of the snippet are one widget.
if (!window.Parley || !window.Parley.loaded) {
  queue.q = (window.Parley && window.Parley.q) || [];
  window.Parley = queue;
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', install);
  else install();
}
