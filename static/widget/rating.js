/** Asks at the end how the chat was: five faces, and room for a sentence. */
import { h } from './dom.js';
import { icon } from './icons.js';

const SCORES = ['score_1', 'score_2', 'score_3', 'score_4', 'score_5'];

export class Rating {
  /** `send(chat, score, comment)` keeps it; `chat` is what `ask` was given. */
  constructor(words, send) {
    this.words = words;
    this.send = send;
    this.faces = SCORES.map((key, index) => h('button', {
      class: 'face', type: 'button', 'aria-pressed': 'false', 'aria-label': `${index + 1}/5, ${words.say(key)}`,
      title: words.say(key), onclick: () => this.choose(index + 1),
    }, icon(key)));
    this.comment = h('textarea', {
      class: 'textarea', rows: '2', maxlength: '1000', id: 'parley-comment', dir: 'auto',
      onkeydown: (event) => { if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) this.more(event); },
    });
    this.form = h('form', { class: 'field', hidden: true, onsubmit: (event) => this.more(event) },
      h('label', { for: 'parley-comment' }, words.say('rate_more')), this.comment,
      h('div', { class: 'row' }, h('button', { class: 'button small primary', type: 'submit' }, words.say('send'))));
    this.question = h('p', { class: 'fact-title', id: 'parley-rating', role: 'status' });
    this.element = h('section', {
      class: 'fact rating', role: 'group', 'aria-labelledby': 'parley-rating', hidden: true,
    }, this.question, h('div', { class: 'faces' }, ...this.faces), this.form);
    this.done = new Set();
  }

  /** Shows the question for that chat; once a chat, unless the visitor asks for it. */
  ask(chat, { again = false } = {}) {
    if (!chat || (this.done.has(chat.conversationId) && !again)) return false;
    this.chat = chat;
    this.score = 0;
    this.comment.value = '';
    this.say('rate_question');
    this.form.hidden = true;
    this.mark();
    this.element.hidden = false;
    return true;
  }

  /** The visitor goes on writing: it was not the end. */
  withdraw() {
    this.element.hidden = true;
  }

  focus() {
    this.faces[2].focus();
  }

  say(key) {
    this.question.textContent = this.words.say(key);
  }

  mark() {
    this.faces.forEach((face, index) => face.setAttribute('aria-pressed', String(index + 1 === this.score)));
  }

  async choose(score) {
    this.score = score;
    this.mark();
    this.form.hidden = false;
    await this.keep();
    this.element.scrollIntoView({ block: 'nearest' });
  }

  async more(event) {
    event.preventDefault();
    if (await this.keep()) this.form.hidden = true;
  }

  async keep() {
    const { chat, score } = this;
    try {
      await this.send(chat, score, this.comment.value.trim());
    } catch {
      this.say('rate_failed');
      return false;
    }
    this.done.add(chat.conversationId);
    this.say('rate_thanks');
    return true;
  }
}
