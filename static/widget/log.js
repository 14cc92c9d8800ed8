/** The messages on the screen: each turn drawn from its state, as often as the state changes. */
import { cardElement, closeSlots } from './cards.js';
import { h } from './dom.js';
import { icon } from './icons.js';
import { render } from './markdown.js';

const NEAR_PIXELS = 60;
const WRITING = new Set(['sending', 'streaming', 'resuming']);
const UNSENT = { queued: 'sending', sending: 'sending', waiting: 'waiting' };

export class Log {
  /** `actions`: `choose(text)`, `retry(id)`. */
  constructor(words, base, actions) {
    this.words = words;
    this.base = base;
    this.actions = actions;
    this.views = new Map();
    this.intro = h('div', { class: 'intro' });
    this.list = h('div', { class: 'turns' });
    // Announcements are made apart, once per finished reply; words that stream in stay silent.
    this.element = h('div', {
      class: 'log', role: 'log', 'aria-live': 'off', 'aria-label': words.say('log'), tabindex: '0',
      onscroll: () => this.showNewer(false),
    }, this.intro, this.list);
    this.newer = h('button', {
      class: 'chip newer', type: 'button', hidden: true, onclick: () => this.toEnd(),
    }, icon('down'), words.say('newer'));
  }

  /** What stands above the first message. */
  introduce(notes, greeting) {
    this.intro.replaceChildren(
      h('p', { class: 'notes' }, ...notes.map((note) => h('span', null, note))),
      h('div', { class: 'message theirs' }, h('div', { class: 'bubble' }, ...render(greeting))),
    );
  }

  clear() {
    this.views.clear();
    this.list.replaceChildren();
    this.newer.hidden = true;
  }

  order(turns) {
    this.list.replaceChildren(...turns.map((turn) => this.viewOf(turn).element));
    this.closeOldSlots();
    this.toEnd();
  }

  show(turn) {
    const isNew = !this.views.has(turn.id);
    const following = this.isAtEnd || (isNew && turn.mine);
    this.viewOf(turn).draw(turn);
    this.closeOldSlots();
    if (following) this.toEnd();
    else this.showNewer(true);
  }

  viewOf(turn) {
    if (!this.views.has(turn.id)) {
      const view = new TurnView(turn, this);
      this.views.set(turn.id, view);
      this.list.append(view.element);
    }
    return this.views.get(turn.id);
  }

  /** Only the newest offer can be chosen from, and only until it led to a meeting. */
  closeOldSlots() {
    const cards = [...this.list.querySelectorAll('[data-card]')]
      .filter((card) => /^(slots|meeting_)/.test(card.dataset.card));
    cards.forEach((card, index) => {
      if (card.dataset.card === 'slots') closeSlots(card, index < cards.length - 1);
    });
  }

  get isAtEnd() {
    const { scrollHeight, scrollTop, clientHeight } = this.element;
    return scrollHeight - scrollTop - clientHeight < NEAR_PIXELS;
  }

  toEnd() {
    this.element.scrollTop = this.element.scrollHeight;
    this.newer.hidden = true;
  }

  showNewer(there) {
    if (this.isAtEnd) this.newer.hidden = true;
    else if (there) this.newer.hidden = false;
  }
}

/** One turn: the visitor's message, how it fares, and our reply with its cards. */
class TurnView {
  constructor(turn, log) {
    this.log = log;
    this.words = log.words;
    this.status = h('p', { class: 'meta' });
    this.mine = h('div', { class: 'message mine', role: 'group', 'aria-label': this.label('you', turn.at) },
      h('div', { class: 'bubble', dir: 'auto' }, turn.text), this.status);
    this.bubble = h('div', { class: 'bubble' });
    this.cards = h('div', { class: 'cards' });
    this.time = h('p', { class: 'meta' });
    this.theirs = h('div', { class: 'message theirs', role: 'group', hidden: true }, this.bubble, this.cards, this.time);
    this.element = h('div', { class: 'turn' }, this.mine, this.theirs);
    this.drawn = null;
  }

  label(who, at) {
    return this.words.say('said', { who: this.words.say(who), time: this.words.time(at) });
  }

  draw(turn) {
    this.drawStatus(turn);
    const { reply } = turn;
    const writing = WRITING.has(turn.status);
    this.theirs.hidden = !(writing || reply);
    if (this.theirs.hidden) return;
    this.theirs.setAttribute('aria-label', this.label('assistant', (reply && reply.at) || turn.at));
    this.drawText(reply ? reply.text : '', writing);
    this.drawCards(reply ? reply.cards : []);
    this.time.replaceChildren();
    if (turn.status === 'resuming') this.time.append(this.words.say('resuming'));
    else if (reply && reply.at && !writing) this.time.append(clock(this.words.time(reply.at)));
  }

  drawStatus(turn) {
    const failed = turn.status === 'failed';
    this.mine.classList.toggle('failed', failed);
    this.status.replaceChildren();
    if (failed) this.status.append(this.problem(turn), this.retry(turn));
    else if (turn.status in UNSENT) this.status.append(this.words.say(UNSENT[turn.status]));
    else this.status.append(clock(this.words.time(turn.at)));
  }

  problem(turn) {
    const wait = this.words.wait(turn.retryAfter);
    const text = this.words.say(turn.problem, { wait, reason: turn.reason });
    return h('span', { class: 'problem', role: 'alert' }, icon('warning'), h('span', null, text));
  }

  retry(turn) {
    return h('button', {
      class: 'button small', type: 'button', onclick: () => this.log.actions.retry(turn.id),
    }, icon('restart'), this.words.say('retry'));
  }

  drawText(text, writing) {
    const drawn = `${writing}${text}`;
    if (drawn === this.drawn) return;
    this.drawn = drawn;
    this.bubble.hidden = !text && !writing;
    this.bubble.classList.toggle('streaming', writing && Boolean(text));
    if (text) this.bubble.replaceChildren(...render(text));
    else this.bubble.replaceChildren(typing(this.words));
  }

  drawCards(cards) {
    const wanted = cards.map((card) => card.id);
    for (const element of [...this.cards.children]) {
      if (!wanted.includes(element.dataset.id)) element.remove();
    }
    const there = [...this.cards.children].map((element) => element.dataset.id);
    for (const card of cards) {
      if (there.includes(card.id)) continue;
      const element = cardElement(card, { words: this.words, base: this.log.base, choose: this.log.actions.choose });
      if (!element) continue;
      element.dataset.id = card.id;
      this.cards.append(element);
    }
  }
}

function clock(time) {
  return h('span', { class: 'clock' }, time);
}

function typing(words) {
  return h('span', { class: 'typing' },
    h('span', { class: 'visually-hidden' }, words.say('writing')),
    h('i', { 'aria-hidden': 'true' }), h('i', { 'aria-hidden': 'true' }), h('i', { 'aria-hidden': 'true' }));
}
