/** Where the visitor writes. */
import { h } from './dom.js';
import { icon } from './icons.js';

const TALLEST_PIXELS = 140;

export class Composer {
  constructor(words, send) {
    this.words = words;
    this.send = send;
    this.limit = Infinity;
    this.input = h('textarea', {
      class: 'textarea', rows: '1', id: 'parley-input', placeholder: words.say('placeholder'),
      enterkeyhint: 'send', autocomplete: 'off', 'aria-describedby': 'parley-problem',
      oninput: () => this.changed(), onkeydown: (event) => this.pressed(event),
    });
    this.problem = h('p', { class: 'error', id: 'parley-problem', role: 'status' });
    this.button = h('button', { class: 'button primary icon-only', type: 'submit', 'aria-label': words.say('send') }, icon('send'));
    this.element = h('form', { class: 'composer', onsubmit: (event) => this.submit(event) },
      h('label', { class: 'visually-hidden', for: 'parley-input' }, words.say('input')),
      this.input, this.button, this.problem);
    this.changed();
  }

  /** Puts a text there to be sent; what the visitor had begun to write stays below it. */
  put(text) {
    this.input.value = [text, this.input.value.trim()].filter(Boolean).join('\n');
    this.changed();
  }

  focus() {
    this.input.focus({ preventScroll: true });
  }

  pressed(event) {
    // Enter also ends a composition, in Japanese say: that one is not meant for us.
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) this.submit(event);
  }

  submit(event) {
    event.preventDefault();
    const text = this.input.value.trim();
    if (!text || this.excess > 0) return;
    this.input.value = '';
    this.changed();
    this.send(text);
  }

  /** Characters too many, counted as the service counts them: by code point. */
  get excess() {
    return [...this.input.value.trim()].length - this.limit;
  }

  changed() {
    const excess = Math.max(0, this.excess);
    const problem = excess ? this.words.say('too_long', { count: excess, limit: this.limit }) : '';
    if (this.problem.textContent !== problem) this.problem.textContent = problem;
    // Empty, it has the panel's direction; written in, that of the words.
    this.input.dir = this.input.value ? 'auto' : '';
    this.input.setAttribute('aria-invalid', String(excess > 0));
    this.button.setAttribute('aria-disabled', String(!this.input.value.trim() || excess > 0));
    this.input.style.height = 'auto';
    if (this.input.scrollHeight) {
      this.input.style.height = `${Math.min(this.input.scrollHeight + 2, TALLEST_PIXELS)}px`;
    }
  }
}
