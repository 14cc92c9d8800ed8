/**
 * The panel: puts conversation, messages and composer together, and answers the commands of
 * `window.Parley`. Loaded by the loader on first intent; asks the service for nothing until it is
 * opened.
 */
import components from '../design/components.css' with { type: 'text' };
import panelStyles from './panel.css' with { type: 'text' };
import { cardSummary } from './cards.js';
import { Composer } from './composer.js';
import { Consent, privacyLink } from './consent.js';
import { Conversation } from './conversation.js';
import { h } from './dom.js';
import { icon } from './icons.js';
import { Log } from './log.js';
import { plain, safeAddress } from './markdown.js';
import { Menu } from './menu.js';
import { surroundings } from './page.js';
import { Rating } from './rating.js';
import { Refused, Service } from './service.js';
import { Sound } from './sound.js';
import { adopt } from './styles.js';
import { Tabs } from './tabs.js';
import { downloadTranscript } from './transcript.js';
import { Words } from './words.js';
import { keepInView, isFullScreen, keepFocusInside } from './viewport.js';

/** After these the visitor has what they came for. */
const GOALS = new Set(['meeting_confirmed', 'handoff']);
const SUGGESTIONS = ['suggest_offer', 'suggest_price', 'suggest_meeting'];

/** Builds the panel into the loader's shadow tree; what it returns are the commands. */
export function start(shell) {
  adopt(shell.root.getRootNode(), null, components, panelStyles);
  return new Panel(shell);
}

class Panel {
  constructor(shell) {
    this.shell = shell;
    this.words = new Words(shell.locale, shell.language);
    this.config = {};
    this.unread = 0;
    this.restored = null;
    this.service = new Service(shell.base, shell.memory);
    this.sound = new Sound(shell.memory);
    this.consent = new Consent(this.words);
    this.conversation = new Conversation({
      service: this.service,
      memory: shell.memory,
      tabs: new Tabs(shell.base, shell.memory, () => this.reload()),
      about: () => ({ ...surroundings(shell), ...this.agreed }),
      ready: () => this.makeSure(),
      emit: shell.emit,
    });
    this.conversation.subscribe((kind, turn) => this.changed(kind, turn));
    this.build();
    this.watch();
  }

  build() {
    const { words } = this;
    this.log = new Log(words, this.shell.base, {
      choose: (text) => this.say(text),
      retry: (id) => { this.conversation.retry(id); this.composer.focus(); },
    });
    this.composer = new Composer(words, (text) => this.say(text));
    const begun = { isThere: () => !this.conversation.isEmpty };
    this.menu = new Menu(words.say('more'), [
      ['person', words.say('person'), () => this.say(words.say('person_message'))],
      ['sound', words.say('sound'), () => this.sound.toggle(), { isOn: () => this.sound.isOn }],
      ['download', words.say('download'), () => downloadTranscript(this.conversation.turns, words, this.business), begun],
      ['star', words.say('rate'), () => this.rate(), { isThere: () => this.conversation.chat }],
      ['restart', words.say('restart'), () => this.askRestart(), begun],
    ]);
    this.rating = new Rating(words, (chat, score, comment) => this.service.rate(chat, score, comment));
    this.log.element.append(this.rating.element);
    this.suggestions = h('div', { class: 'row suggestions' }, ...this.openings().map((text) => h('button', {
      class: 'chip', type: 'button', onclick: () => this.say(text),
    }, text)));
    this.banner = h('div', { class: 'banner warn', role: 'status', hidden: true });
    this.question = this.restartQuestion();
    this.live = h('div', { class: 'visually-hidden', 'aria-live': 'polite' });
    this.fine = h('p', { class: 'fine', hidden: true });
    this.element = h('div', {
      class: 'panel', role: 'dialog', tabindex: '-1', hidden: true,
      onkeydown: (event) => this.pressed(event),
    }, this.header(), this.banner, this.log.element,
    h('div', { class: 'foot' }, this.log.newer, this.suggestions, this.question, this.consent.element, this.composer.element, this.fine));
    // To the page a key pressed in here comes from no field: its shortcuts would take it, and a
    // dialog of its own would take the focus.
    for (const kind of ['keydown', 'keypress', 'keyup', 'focusin']) {
      this.element.addEventListener(kind, (event) => event.stopPropagation());
    }
    this.shell.root.prepend(this.element);
    this.shell.root.append(this.live);
    this.describe();
  }

  header() {
    this.name = h('h2', { class: 'name', id: 'parley-name' });
    this.mark = h('span', { class: 'avatar', 'aria-hidden': 'true' });
    const close = h('button', {
      class: 'button quiet icon-only', type: 'button', 'aria-label': this.words.say('close'), onclick: () => this.close(),
    }, icon('close'));
    return h('header', { class: 'head' }, this.mark,
      h('div', { class: 'who' }, this.name, h('p', { class: 'role' }, this.words.say('assistant'))),
      this.menu.element, close);
  }

  restartQuestion() {
    const { words } = this;
    const yes = h('button', { class: 'button small primary', type: 'button', onclick: () => this.reset() }, words.say('restart'));
    const no = h('button', { class: 'button small', type: 'button', onclick: () => this.endQuestion() }, words.say('cancel'));
    const text = h('p', { id: 'parley-question' }, words.say('restart_question'));
    return h('div', {
      class: 'card question', role: 'alertdialog', 'aria-labelledby': 'parley-question', hidden: true,
    }, text, h('div', { class: 'row' }, yes, no));
  }

  /** What a visitor may begin with, by a click: the page's own, or ours. */
  openings() {
    const own = (this.shell.data.suggestions || '').split('|').map((text) => text.trim()).filter(Boolean);
    return own.length ? own.slice(0, 4) : SUGGESTIONS.map((key) => this.words.say(key));
  }

  /** The consent that goes out with a message. */
  get agreed() {
    return this.consent.box.checked ? { consent: this.consent.text } : {};
  }

  get business() {
    return this.config.business_name || location.hostname;
  }

  get greeting() {
    return this.shell.data.greeting || this.words.say('greeting', { business: this.business });
  }

  /** Writes what the service says of the business where it belongs. */
  describe() {
    const { words, config } = this;
    const title = words.say('title', { business: this.business });
    this.element.setAttribute('aria-label', title);
    this.name.textContent = config.business_name || words.say('assistant');
    this.mark.textContent = [...this.name.textContent][0].toLocaleUpperCase(this.shell.locale);
    const notes = [words.isEnglish && config.disclosure ? config.disclosure : words.say('disclosure')];
    if (config.business_hours_label) {
      notes.push(words.say('hours', { hours: words.hours(config.business_hours_label, config.business_timezone) }));
    }
    this.log.introduce(notes, this.greeting);
    const address = safeAddress(config.privacy_url || '');
    this.fine.replaceChildren(config.privacy_note || '');
    if (address && !config.consent_text) this.fine.append(' ', privacyLink(address, words));
    this.fine.hidden = !this.fine.textContent.trim();
    this.consent.describe(config.consent_text, address);
    if (config.max_input_length) this.composer.limit = config.max_input_length;
  }

  watch() {
    const online = () => this.showOffline(navigator.onLine === false);
    window.addEventListener('online', online);
    window.addEventListener('offline', online);
    window.addEventListener('pagehide', () => this.conversation.leave());
    document.addEventListener('visibilitychange', () => this.seen());
    keepInView(this.element);
    online();
  }

  // Commands of window.Parley

  open(options) {
    if (this.shell.open) return;
    this.element.hidden = false;
    if (this.invitation) this.invitation.hidden = true;
    this.element.setAttribute('aria-modal', String(isFullScreen(this.element)));
    this.shell.root.classList.add('is-open');
    this.shell.memory.keepOpen(true);
    this.shell.showOpen(true);
    this.seen();
    this.log.toEnd();
    if (!options || options.focus !== false) this.takeFocus();
    this.restore();
  }

  close() {
    if (!this.shell.open) return;
    this.menu.close(false);
    const hadFocus = this.element.contains(this.shell.root.getRootNode().activeElement);
    this.element.hidden = true;
    this.shell.root.classList.remove('is-open');
    this.shell.memory.keepOpen(false);
    this.shell.showOpen(false);
    if (hadFocus) this.shell.launcher.focus();
  }

  toggle() {
    if (this.shell.open) this.close();
    else this.open();
  }

  async send(text) {
    if (typeof text !== 'string' || !text.trim()) return;
    this.open({ focus: false });
    await this.say(text.trim());
  }

  async reset() {
    this.endQuestion();
    const { chat } = this.conversation;
    try {
      await this.conversation.reset();
    } catch {
      // The visitor starts over in any case; the old conversation ends by itself in time.
    }
    if (this.shell.open) this.rating.ask(chat);
  }

  /** Speaks first, once and without opening, when the page asked for it. */
  async invite() {
    if (this.shell.open || this.invitation || this.shell.memory.clientId) return;
    await this.restore();
    await this.configured;
    if (this.shell.open) return;
    this.invitation = h('div', { class: 'notice invitation', role: 'status' },
      h('button', { class: 'said', type: 'button', onclick: () => this.open() }, plain(this.greeting)),
      h('button', {
        class: 'button quiet icon-only small', type: 'button', 'aria-label': this.words.say('close'),
        onclick: () => { this.invitation.hidden = true; this.shell.launcher.focus(); },
      }, icon('close')));
    this.shell.root.prepend(this.invitation);
  }

  /** The page was left with the panel open: it stands open again, without taking the focus. */
  async resume() {
    if (!matchMedia('(max-width: 480px), (max-height: 480px)').matches) this.open({ focus: false });
    else await this.restore();
  }

  // Inside

  async say(text) {
    await this.restore();
    await this.configured;
    if (this.consent.isMissing) {
      this.composer.put(text);
      this.consent.demand();
      return;
    }
    this.conversation.send(text);
    if (this.shell.open && !isFullScreen(this.element)) this.composer.focus();
  }

  /** Written offline, a message may go out before we know what the business asks for. */
  async makeSure() {
    await (this.configured || this.configure());
    if (!this.consent.isMissing) return;
    this.consent.demand();
    throw new Refused(428, '');
  }

  /** Once: what the service says of the business, and what was said before. */
  restore() {
    if (!this.restored) this.restored = this.fetchAll();
    return this.restored;
  }

  async fetchAll() {
    // Without the service's texts the panel still works, under its own.
    this.configured = this.configure();
    try {
      await this.conversation.restore();
      this.showProblem(null);
    } catch (error) {
      this.restored = null;
      this.showProblem(this.words.say('not_restored'));
    }
  }

  configure() {
    return this.service.config().then((config) => {
      this.config = config;
      this.describe();
    }, () => { this.configured = null; });
  }

  reload() {
    this.conversation.clear();
    this.restored = null;
    if (this.shell.open) this.restore();
  }

  changed(kind, turn) {
    this.suggestions.hidden = !this.conversation.isEmpty;
    if (kind === 'turn') this.log.show(turn);
    if (kind === 'order') this.log.order(this.conversation.turns);
    if (kind === 'reset') this.log.clear();
    if (kind === 'turn' && turn.mine) this.wentOn();
    if (kind === 'restored') this.restoredChat(turn);
    if (kind === 'reset') this.consent.settle(false);
    if (kind === 'answered') this.answered(turn);
  }

  /** The visitor writes: nothing more is asked of them meanwhile. */
  wentOn() {
    this.rating.withdraw();
    if (!this.consent.isMissing) this.consent.withdraw();
  }

  restoredChat({ conversation_id: conversationId, consent, rating }) {
    this.consent.settle(Boolean(consent));
    if (rating) this.rating.done.add(conversationId);
  }

  rate() {
    if (!this.rating.ask(this.conversation.chat, { again: true })) return;
    this.log.toEnd();
    this.rating.focus();
  }

  answered(turn) {
    if (turn.reply.cards.some((card) => GOALS.has(card.type)) && this.rating.ask(this.conversation.chat)) this.log.toEnd();
    const facts = turn.reply.cards.map((card) => cardSummary(card, this.words));
    if (turn.carried) this.sound.play();
    this.live.textContent = [plain(turn.reply.text), ...facts].join(' ');
    if (this.shell.open && !document.hidden) return;
    this.unread += 1;
    if (!this.shell.open) this.shell.showUnread(this.unread);
    if (document.hidden) document.title = `(${this.unread}) ${bareTitle()}`;
  }

  /** The visitor is looking: nothing is unread any more. */
  seen() {
    if (document.hidden) return;
    if (document.title !== bareTitle() && this.unread) document.title = bareTitle();
    if (this.shell.open) this.unread = 0;
  }

  takeFocus() {
    // On a touch screen the focus would call up the keyboard before anything was read.
    if (matchMedia('(pointer: coarse)').matches) this.element.focus();
    else this.composer.focus();
  }

  showOffline(offline) {
    if (offline) this.showBanner('offline', this.words.say('offline'));
    else this.showBanner(null);
  }

  showProblem(text) {
    if (!text) {
      if (navigator.onLine !== false) this.showBanner(null);
      return;
    }
    this.showBanner('warning', text, h('button', {
      class: 'link', type: 'button', onclick: () => this.restore(),
    }, this.words.say('retry')));
  }

  showBanner(picture, ...content) {
    this.banner.hidden = !picture;
    this.banner.replaceChildren(...(picture ? [icon(picture), ...content] : []));
  }

  askRestart() {
    this.question.hidden = false;
    this.question.querySelector('button').focus();
  }

  endQuestion() {
    if (this.question.hidden) return;
    this.question.hidden = true;
    this.composer.focus();
  }

  pressed(event) {
    if (event.key === 'Escape') {
      event.stopPropagation();
      if (this.menu.isOpen) this.menu.close(true);
      else if (!this.question.hidden) this.endQuestion();
      else this.close();
    }
    if (event.key === 'Tab' && isFullScreen(this.element)) keepFocusInside(this.element, event);
  }
}

function bareTitle() {
  return document.title.replace(/^\(\d+\) /, '');
}
